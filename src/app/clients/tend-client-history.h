/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-client-tab.h"

G_BEGIN_DECLS

/**
 * TendClientHistory:
 *
 * Who changed a client's record, when, and from what to what.
 */
#define TEND_TYPE_CLIENT_HISTORY (tend_client_history_get_type ())
G_DECLARE_FINAL_TYPE (TendClientHistory, tend_client_history, TEND, CLIENT_HISTORY, TendClientTab)

GtkWidget *tend_client_history_new (TendSession *session);

G_END_DECLS
