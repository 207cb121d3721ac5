/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-invoices.h"

G_BEGIN_DECLS

/* Whether credit notes leave nothing of what the invoice i asks for, by its lines o. */
#define TEND_NOTHING_LEFT(of) \
  " EXISTS (SELECT count (*) FROM invoices AS n JOIN invoice_lines AS o ON o.invoice = n.id" \
  " WHERE (n.id = i.id OR n.credits = i.id)" of \
  " HAVING count (n.credits) > 0 AND total (o.amount_pence) <= 0)"
/* SQL for a line l of the invoice i: what it is for stands billed by it.  A credit
 * note takes back what its own lines name; one that names nothing, another
 * program's, takes all back once nothing is left of the whole invoice. */
#define TEND_LINE_STANDS \
  " i.credits IS NULL" \
  " AND NOT (EXISTS (SELECT 1 FROM invoices AS c WHERE c.credits = i.id) AND (" \
  TEND_NOTHING_LEFT ("") " OR" \
  TEND_NOTHING_LEFT (" AND (o.visit = l.visit OR o.trip = l.trip OR o.charge = l.charge)") "))"

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
