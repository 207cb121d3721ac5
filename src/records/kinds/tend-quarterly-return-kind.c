/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-quarter.h"

#include <glib/gi18n-lib.h>

static const TendChoice ends[] = {
  { "calendar", N_("The last day of the quarter") },
  { "literal", N_("The day the memorandum names") }, { NULL }
};

/* Annex A5 lets some quarters end a day early (tend_quarter_end()). */
#define EARLIEST_LAST_DAY 30

/* A return as it was sent: figures and no names (domain.md 1.3). */
static const TendField fields[] = {
  { "scheme", TEND_FIELD_TEXT, N_("Council scheme"), TEND_FIELD_REQUIRED },
  { "quarter", TEND_FIELD_TEXT, N_("Quarter"), TEND_FIELD_REQUIRED }, /* "2026-Q1": April to June */
  { "quarter_ends", TEND_FIELD_CHOICE, N_("The quarter ends on"), 0, ends,
    .standard = "calendar" },
  { "prepared_on", TEND_FIELD_DATE, N_("Prepared on") },
  { "sent_on", TEND_FIELD_DATE, N_("Sent on"), TEND_FIELD_PAST },
  { "sent_how", TEND_FIELD_TEXT, N_("Sent to, and how"), TEND_FIELD_SEARCHED },
  /* The answer of `tend-cli return --json` on the day it was sent. */
  { "figures", TEND_FIELD_NOTE, N_("Figures") },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  const char *text = tend_record_get_text (record, "quarter");
  TendQuarter quarter = tend_quarter_parse (text != NULL ? text : "");

  if (text != NULL && quarter == TEND_QUARTER_NONE)
    tend_faults_add (faults, "quarter",
                     _("A quarter is written as 2026-Q1, which is April to June 2026."));
  else if (text != NULL && tend_record_is_set (record, "sent_on") &&
           tend_record_get_int (record, "sent_on") < tend_quarter_end (quarter, EARLIEST_LAST_DAY))
    tend_faults_add (faults, "sent_on",
                     _("That quarter was not over yet: check the day, and the quarter."));
}

const TendKind tend_quarterly_return_kind = {
  "quarterly_return", "returns", N_("Quarterly return"), fields, .check = check
};
