/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-care-choices.h"
#include "tend-mar-choices.h"
#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

static const TendChoice rounds[] = {
  { "breakfast", N_("Breakfast") }, { "lunch", N_("Lunch") }, { "tea", N_("Tea") },
  { "bed", N_("Bed") }, { NULL }
};

/* A row of the chart: a time of day, and who sees to it.  Only the carer's own can be a gap.
 * Where the family sees to the weekend, that is a row of its own.
 */
static const TendField fields[] = {
  { "medication", TEND_FIELD_REFERENCE, N_("Medicine"),
    TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL, .refers_to = "medication" },
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL },
  { "at", TEND_FIELD_CLOCK, N_("At"), TEND_FIELD_REQUIRED },
  { "by", TEND_FIELD_CHOICE, N_("Who helps"), TEND_FIELD_REQUIRED, tend_giver_choices,
    .standard = "me" },
  { "round", TEND_FIELD_CHOICE, N_("Round"), 0, rounds },
  { "quantity", TEND_FIELD_QUANTITY, N_("How much, if not the usual dose"), .minimum = 1,
    .maximum = TEND_QUANTITY_MOST },
  { "weekdays", TEND_FIELD_LIST, N_("Only on these days of the week"), 0,
    tend_weekday_choices },
  { NULL }
};

const TendKind tend_medication_time_kind = {
  "medication_time", "medication_times", N_("Time"), fields, "medication", "times"
};
