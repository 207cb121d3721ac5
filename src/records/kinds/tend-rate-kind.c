/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice applies[] = {
  { "any", N_("Any day") }, { "weekday", N_("Monday to Friday") }, { "saturday", N_("Saturday") },
  { "sunday", N_("Sunday") }, { "bank_holiday", N_("Bank holiday") },
  { "fixed_date", N_("One day of the year") }, { NULL }
};

static const TendChoice units[] = {
  { "hour", N_("An hour") }, { "visit", N_("A visit") }, { "night", N_("A night") },
  { "mile", N_("A mile") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), 0, .refers_to = "client" },
  { "service", TEND_FIELD_REFERENCE, N_("Service"), 0, .refers_to = "service" },
  { "applies", TEND_FIELD_CHOICE, N_("When"), TEND_FIELD_REQUIRED, applies, .standard = "any" },
  { "fixed_date", TEND_FIELD_DAY, N_("Day of the year") },
  { "starts_at", TEND_FIELD_CLOCK, N_("From (time)") },
  { "ends_at", TEND_FIELD_CLOCK, N_("Until (time)") },
  { "unit", TEND_FIELD_CHOICE, N_("Price for"), TEND_FIELD_REQUIRED, units, .standard = "hour" },
  { "amount_pence", TEND_FIELD_PENCE, N_("Price"), TEND_FIELD_REQUIRED, .maximum = 10000000 },
  { "valid_from", TEND_FIELD_DATE, N_("From") },
  { "valid_to", TEND_FIELD_DATE, N_("Last day") },
  { "note", TEND_FIELD_TEXT, N_("Note") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  gboolean fixed = g_strcmp0 (tend_record_get_text (record, "applies"), "fixed_date") == 0;

  if (fixed && !tend_record_is_set (record, "fixed_date"))
    tend_faults_add (faults, "fixed_date", _("Say which day of the year this price is for."));
  tend_faults_check_order (faults, record, "valid_from", "valid_to",
                           _("The last day is before the first."));
  if (tend_record_is_set (record, "starts_at") != tend_record_is_set (record, "ends_at"))
    tend_faults_add (faults, "ends_at", _("Give both times of day, or neither."));
}

const TendKind tend_rate_kind = { "rate", "rates", N_("Rate"), fields, .check = check };
