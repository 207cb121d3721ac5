/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* Of the months that follow a quarter, January, April, July and October, the shortest. */
#define LAST_DUE_DAY 30

/* A figure of a scheme as the carer corrected it: it takes the place of the one in
 * data/schemes from its first day.
 */
static const TendField fields[] = {
  { "scheme", TEND_FIELD_TEXT, N_("Council scheme"), TEND_FIELD_REQUIRED },
  { "figure", TEND_FIELD_TEXT, N_("Figure"), TEND_FIELD_REQUIRED },
  { "value", TEND_FIELD_INTEGER, N_("New value"), TEND_FIELD_REQUIRED, .minimum = 0,
    .maximum = 100000000000 },
  { "valid_from", TEND_FIELD_DATE, N_("From"), TEND_FIELD_REQUIRED },
  { "valid_to", TEND_FIELD_DATE, N_("Last day") },
  { "source", TEND_FIELD_TEXT, N_("Where it was read"), TEND_FIELD_REQUIRED },
  { "entered_on", TEND_FIELD_DATE, N_("Corrected on") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "valid_from", "valid_to",
                           _("The last day is before the first."));
  if (g_strcmp0 (tend_record_get_text (record, "figure"), "return_due_day") == 0 &&
      tend_record_get_int (record, "value") > LAST_DUE_DAY)
    tend_faults_add (faults, "value",
                     _("The month after a quarter may be April, which has 30 days: write a day "
                       "from 1 to 30."));
}

const TendKind tend_scheme_figure_kind = {
  "scheme_figure", "scheme_figures", N_("Figure of a scheme"), fields, .check = check
};
