/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice units[] = {
  { "hour", N_("An hour") }, { "visit", N_("A visit") }, { "night", N_("A night") },
  { "mile", N_("A mile") }, { NULL }
};

/* Limits that let any number of lines be added up; 527,040 minutes are a year. */
static const TendField fields[] = {
  { "invoice", TEND_FIELD_REFERENCE, N_("Invoice"), TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL,
    .refers_to = "invoice" },
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL },
  { "date", TEND_FIELD_DATE, N_("Date"), TEND_FIELD_REQUIRED },
  { "description", TEND_FIELD_TEXT, N_("Description"), TEND_FIELD_REQUIRED },
  { "minutes", TEND_FIELD_MINUTES, N_("Minutes"), 0, .minimum = -527040, .maximum = 527040 },
  { "miles_tenths", TEND_FIELD_TENTHS, N_("Miles"), 0, .minimum = -9999999, .maximum = 9999999 },
  { "unit", TEND_FIELD_CHOICE, N_("Price for"), 0, units },
  { "rate_pence", TEND_FIELD_PENCE, N_("Rate"), 0, .minimum = -10000000, .maximum = 10000000 },
  { "amount_pence", TEND_FIELD_PENCE, N_("Amount"), TEND_FIELD_REQUIRED, .minimum = -100000000,
    .maximum = 100000000 },
  { "visit", TEND_FIELD_REFERENCE, N_("Visit"), 0, .refers_to = "visit" },
  { "trip", TEND_FIELD_REFERENCE, N_("Journey"), 0, .refers_to = "trip" },
  { "charge", TEND_FIELD_REFERENCE, N_("Extra charge"), 0, .refers_to = "charge" },
  { NULL }
};

const TendKind tend_invoice_line_kind = {
  "invoice_line", "invoice_lines", N_("Invoice line"), fields, "invoice", "lines"
};
