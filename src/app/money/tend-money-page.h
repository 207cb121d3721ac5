/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendMoneyPage:
 *
 * Invoices (what can be billed, what is owed, what was issued in a tax year) and
 * earnings.
 */
#define TEND_TYPE_MONEY_PAGE (tend_money_page_get_type ())
G_DECLARE_FINAL_TYPE (TendMoneyPage, tend_money_page, TEND, MONEY_PAGE, TendPage)

GtkWidget *tend_money_page_new          (TendSession   *session);
/* Shows one invoice, by number or id. */
void       tend_money_page_open_invoice (TendMoneyPage *self,
                                         const char    *number);

G_END_DECLS
