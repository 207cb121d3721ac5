/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice methods[] = {
  { "bank_transfer", N_("Bank transfer") }, { "cash", N_("Cash") }, { "cheque", N_("Cheque") },
  { "card", N_("Card") }, { "direct_payment", N_("Direct payment account") },
  { "other", N_("Other") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "invoice", TEND_FIELD_REFERENCE, N_("Invoice"), 0, .refers_to = "invoice" },
  { "received_on", TEND_FIELD_DATE, N_("Received on"), TEND_FIELD_REQUIRED },
  { "amount_pence", TEND_FIELD_PENCE, N_("Amount"), TEND_FIELD_REQUIRED, .minimum = -100000000,
    .maximum = 100000000 },
  { "method", TEND_FIELD_CHOICE, N_("How"), 0, methods, .standard = "bank_transfer" },
  { "receipt_number", TEND_FIELD_TEXT, N_("Receipt number") },
  { "note", TEND_FIELD_TEXT, N_("Note") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  if (tend_record_is_set (record, "amount_pence") &&
      tend_record_get_int (record, "amount_pence") == 0)
    tend_faults_add (faults, "amount_pence", _("A payment of nothing is not a payment."));
}

const TendKind tend_payment_kind = { "payment", "payments", N_("Payment"), fields, .check = check };
