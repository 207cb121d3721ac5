/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* Who it is from and to is kept as words: an issued invoice never changes, even
 * when somebody moves house.  A credit note is an invoice with negative lines
 * that names the one it corrects.
 */
static const TendField fields[] = {
  { "number", TEND_FIELD_TEXT, N_("Number"),
    TEND_FIELD_REQUIRED | TEND_FIELD_UNIQUE | TEND_FIELD_SEARCHED },
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "payer", TEND_FIELD_REFERENCE, N_("Paid by"), 0, .refers_to = "person" },
  { "issued_on", TEND_FIELD_DATE, N_("Issued on"), TEND_FIELD_REQUIRED },
  { "due_on", TEND_FIELD_DATE, N_("Due on"), TEND_FIELD_REQUIRED },
  { "period_from", TEND_FIELD_DATE, N_("From") },
  { "period_to", TEND_FIELD_DATE, N_("To") },
  { "credits", TEND_FIELD_REFERENCE, N_("Corrects invoice"), 0, .refers_to = "invoice" },
  { "seller", TEND_FIELD_NOTE, N_("From") },
  { "bill_to", TEND_FIELD_NOTE, N_("To") },
  { "care_for", TEND_FIELD_TEXT, N_("Care for") },
  { "purchase_order", TEND_FIELD_TEXT, N_("Purchase order number") },
  { "payment_details", TEND_FIELD_NOTE, N_("How to pay") },
  { "note", TEND_FIELD_NOTE, N_("Note") },
  /* Kept beside its lines, so that a line gone missing shows (verify). */
  { "total_pence", TEND_FIELD_PENCE, N_("Total"), 0, .minimum = -100000000000,
    .maximum = 100000000000 },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "issued_on", "due_on",
                           _("The invoice would be due before it is issued."));
}

const TendKind tend_invoice_kind = { "invoice", "invoices", N_("Invoice"), fields, .check = check };
