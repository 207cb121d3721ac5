/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice quarter_ends[] = {
  { "calendar", N_("The last day of the quarter") },
  { "literal", N_("The day the memorandum names") }, { NULL }
};

/* The carer: one record.  The name is all that set-up asks for. */
static const TendField fields[] = {
  { "own_name", TEND_FIELD_TEXT, N_("Your name"), TEND_FIELD_REQUIRED },
  { "trading_name", TEND_FIELD_TEXT, N_("Business name") },
  { "address", TEND_FIELD_NOTE, N_("Address") },
  { "postcode", TEND_FIELD_TEXT, N_("Postcode") },
  { "phone", TEND_FIELD_TEXT, N_("Phone") },
  { "email", TEND_FIELD_TEXT, N_("Email") },
  { "utr", TEND_FIELD_TEXT, N_("Tax reference (UTR)"), TEND_FIELD_SENSITIVE },
  { "schemes", TEND_FIELD_LIST, N_("Council schemes") },
  { "weekly_capacity_minutes", TEND_FIELD_MINUTES, N_("Hours you can work in a week"),
    .maximum = 10080 },
  { "home_journeys_are_business", TEND_FIELD_BOOLEAN,
    N_("Journeys from and to home count as business") },
  { "home_journeys_advice", TEND_FIELD_TEXT, N_("Who advised that, and when") },
  { "payment_details", TEND_FIELD_NOTE, N_("How to pay you") },
  { "first_invoice_number", TEND_FIELD_TEXT, N_("First invoice number") },
  { "travel_minutes", TEND_FIELD_MINUTES, N_("Minutes to allow between two homes"),
    .maximum = 240 },
  { "complaints_to", TEND_FIELD_NOTE, N_("Where people can also complain") },
  { "quarter_ends", TEND_FIELD_CHOICE, N_("A quarter of the return ends on"), 0, quarter_ends },
  { "profile_updated_on", TEND_FIELD_DATE, N_("Last told the scheme when you are free") },
  { NULL }
};

/* A UTR has ten digits, written with or without spaces (HMRC). */
static void
check (TendRecord *record,
       TendFaults *faults)
{
  const char *utr = tend_record_get_text (record, "utr");
  guint digits = 0;

  for (const char *c = utr; c != NULL && *c != '\0'; c++)
    digits += g_ascii_isdigit (*c) ? 1 : *c == ' ' ? 0 : 100;

  if (utr != NULL && digits != 10)
    tend_faults_add (faults, "utr", _("A tax reference (UTR) has 10 digits."));
}

const TendKind tend_provider_kind = {
  "provider", "provider", N_("Your details"), fields, .single = TRUE, .check = check
};
