/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-client-tab.h"

G_BEGIN_DECLS

/**
 * TendClientVisits:
 *
 * A client's repeating visits, and their visits four weeks at a time.
 */
#define TEND_TYPE_CLIENT_VISITS (tend_client_visits_get_type ())
G_DECLARE_FINAL_TYPE (TendClientVisits, tend_client_visits, TEND, CLIENT_VISITS, TendClientTab)

GtkWidget *tend_client_visits_new (TendSession *session);

G_END_DECLS
