/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-invoices.h"

G_BEGIN_DECLS

/* The rows of invoices issued from @from to @to, as they stood at the end of
 * @today, by the SQL @order. */
GPtrArray *tend_invoice_rows (TendVault   *vault,
                              const char  *client,
                              TendDate     from,
                              TendDate     to,
                              TendDate     today,
                              const char  *order,
                              GError     **error);
/* The invoices of which, at the end of @today, something was owed, or on which too
 * much had been paid. */
GPtrArray *tend_invoice_open_rows (TendVault   *vault,
                                   const char  *client,
                                   TendDate     today,
                                   const char  *order,
                                   GError     **error);
/* Writes who @invoice is from and to, and how to pay, into it: words, since an
 * issued invoice stays as it is when somebody moves house. */
gboolean   tend_invoice_set_parties (TendVault   *vault,
                                     TendRecord  *client,
                                     TendRecord  *invoice,
                                     GError     **error);

G_END_DECLS
