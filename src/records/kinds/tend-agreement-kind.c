/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice billings[] = {
  { "week", N_("Every week") }, { "fortnight", N_("Every two weeks") },
  { "four_weeks", N_("Every four weeks") }, { "month", N_("Every month") }, { NULL }
};

static const TendChoice minutes[] = {
  { "planned", N_("The planned time") }, { "actual", N_("The time actually worked") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "service", TEND_FIELD_REFERENCE, N_("Service"), 0, .refers_to = "service" },
  { "version", TEND_FIELD_INTEGER, N_("Version"), 0, .minimum = 1, .maximum = 9999,
    .standard = "1" },
  { "starts_on", TEND_FIELD_DATE, N_("Starts on"), TEND_FIELD_REQUIRED },
  { "ends_on", TEND_FIELD_DATE, N_("Last day") },
  { "signed_on", TEND_FIELD_DATE, N_("Signed on") },
  { "signed_by", TEND_FIELD_TEXT, N_("Signed by") },
  { "notice_days", TEND_FIELD_INTEGER, N_("Notice, in days"), 0, .maximum = 366, .standard = "14" },
  { "mileage_charge", TEND_FIELD_BOOLEAN, N_("Miles with the person are charged") },
  { "payment_days", TEND_FIELD_INTEGER, N_("Days to pay"), 0, .maximum = 366, .standard = "14" },
  { "billing", TEND_FIELD_CHOICE, N_("Invoice"), 0, billings, .standard = "four_weeks" },
  { "bill_minutes", TEND_FIELD_CHOICE, N_("Charge for"), 0, minutes, .standard = "planned" },
  { "cancellation_hours", TEND_FIELD_INTEGER, N_("Hours’ notice to cancel a visit free of charge"),
    0, .maximum = 8784 },
  { "cancellation_percent", TEND_FIELD_INTEGER, N_("Percent charged for a later cancellation"), 0,
    .maximum = 100 },
  { "commissioned_by", TEND_FIELD_TEXT, N_("Arranged by (council or NHS)") },
  { "purchase_order", TEND_FIELD_TEXT, N_("Purchase order number") },
  { "direct_payment_rate_pence", TEND_FIELD_PENCE, N_("Direct payment rate for an hour"), 0,
    .maximum = 1000000 },
  { "contribution_pence", TEND_FIELD_PENCE, N_("Their own contribution each week"), 0,
    .maximum = 1000000 },
  { "wording", TEND_FIELD_NOTE, N_("Wording of the contract") },
  { "distance_charge", TEND_FIELD_BOOLEAN, N_("Distance beyond a limit is charged") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "starts_on", "ends_on",
                           _("The last day is before the first."));
}

const TendKind tend_agreement_kind = {
  "agreement", "agreements", N_("Agreement"), fields, .check = check
};
