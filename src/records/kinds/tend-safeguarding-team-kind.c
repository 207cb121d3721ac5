/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-safeguarding-team.h"

#include <glib/gi18n-lib.h>

/* What the carer found, in place of what is in data/figures. */
static const TendField fields[] = {
  { "scheme", TEND_FIELD_TEXT, N_("Council scheme") },
  { "phone", TEND_FIELD_TEXT, N_("Phone") },
  { "out_of_hours", TEND_FIELD_TEXT, N_("Nights and weekends") },
  { "checked_on", TEND_FIELD_DATE, N_("Checked on"), TEND_FIELD_REQUIRED },
  { NULL }
};

static void
check_number (TendRecord *record,
              TendFaults *faults,
              const char *field)
{
  if (tend_record_is_set (record, field) &&
      !tend_safeguarding_is_number (tend_record_get_text (record, field)))
    tend_faults_add (faults, field, _("That is no telephone number: digits and spaces, please."));
}

static void
check (TendRecord *record,
       TendFaults *faults)
{
  check_number (record, faults, "phone");
  check_number (record, faults, "out_of_hours");
}

const TendKind tend_safeguarding_team_kind = {
  "safeguarding_team", "safeguarding_teams", N_("Adult safeguarding team"), fields,
  .check = check
};
