/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-client-tab.h"

G_BEGIN_DECLS

/**
 * TendClientMoney:
 *
 * What a client owes, their invoices a year at a time, and their statement.
 */
#define TEND_TYPE_CLIENT_MONEY (tend_client_money_get_type ())
G_DECLARE_FINAL_TYPE (TendClientMoney, tend_client_money, TEND, CLIENT_MONEY, TendClientTab)

GtkWidget *tend_client_money_new (TendSession *session);

G_END_DECLS
