/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-client-tab.h"

G_BEGIN_DECLS

/**
 * TendClientOverview:
 *
 * Who somebody is, how to reach them and theirs, and when the next visits are.
 */
#define TEND_TYPE_CLIENT_OVERVIEW (tend_client_overview_get_type ())
G_DECLARE_FINAL_TYPE (TendClientOverview, tend_client_overview, TEND, CLIENT_OVERVIEW,
                      TendClientTab)

GtkWidget *tend_client_overview_new (TendSession *session);

G_END_DECLS
