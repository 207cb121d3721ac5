/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* What stays of an invoice, so that no number is given again and the totals can be told. */
static const TendField fields[] = {
  { "destruction", TEND_FIELD_REFERENCE, N_("Destruction note"),
    TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL, .refers_to = "destruction" },
  { "position", TEND_FIELD_INTEGER, N_("Position"), TEND_FIELD_INTERNAL },
  { "number", TEND_FIELD_TEXT, N_("Number"), TEND_FIELD_REQUIRED | TEND_FIELD_UNIQUE },
  { "issued_on", TEND_FIELD_DATE, N_("Issued on"), TEND_FIELD_REQUIRED },
  { "total_pence", TEND_FIELD_PENCE, N_("Total"), 0,
    .minimum = -10000000000, .maximum = 10000000000 },
  { NULL }
};

const TendKind tend_destroyed_invoice_kind = {
  "destroyed_invoice", "destroyed_invoices", N_("Invoice"), fields, .parent = "destruction",
  .nested_as = "invoices"
};
