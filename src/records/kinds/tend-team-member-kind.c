/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* Everybody who works in the business, the carer too: head counts and shares of full time
 * are counted over these (domain.md ST01, WO01, CA01, FL04).  With nobody here the carer
 * works alone.
 */
static const TendField fields[] = {
  { "name", TEND_FIELD_TEXT, N_("Name"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "role", TEND_FIELD_TEXT, N_("What they do"), TEND_FIELD_SEARCHED },
  /* As a decimal, "0.5"; kept as thousandths. */
  { "fte", TEND_FIELD_QUANTITY, N_("Share of full time"), 0, .minimum = 0, .maximum = 2000 },
  { "weekly_minutes", TEND_FIELD_MINUTES, N_("Hours they can work in a week"),
    .maximum = 10080 },
  { "starts_on", TEND_FIELD_DATE, N_("First day") },
  { "ends_on", TEND_FIELD_DATE, N_("Last day") },
  { "unpaid", TEND_FIELD_BOOLEAN, N_("Volunteer") },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "starts_on", "ends_on",
                           _("The last day is before the first."));
}

const TendKind tend_team_member_kind = {
  "team_member", "team", N_("Team member"), fields, .check = check
};
