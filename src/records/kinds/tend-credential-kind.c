/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "dbs", N_("DBS certificate") }, { "public_liability", N_("Public liability insurance") },
  { "employers_liability", N_("Employers’ liability insurance") },
  { "motor_insurance", N_("Motor insurance") }, { "mot", N_("MOT") },
  { "driving_licence", N_("Driving licence") }, { "ico", N_("ICO registration") },
  { "training", N_("Training") }, { "other", N_("Something else") }, { NULL }
};

/* What a course taught, and what a policy says it covers. */
static const TendChoice subjects[] = {
  { "medicines", N_("Medicines") }, { "mobility_aids", N_("Mobility aids") },
  { "moving_handling", N_("Moving and handling") },
  { "infection_control", N_("Infection control") },
  { "nutrition", N_("Nutrition and hydration") }, { "safeguarding", N_("Safeguarding") },
  { "first_aid", N_("First aid") }, { NULL }
};

static const TendField fields[] = {
  { "kind", TEND_FIELD_CHOICE, N_("Kind"), TEND_FIELD_REQUIRED, kinds },
  { "title", TEND_FIELD_TEXT, N_("Title"), TEND_FIELD_SEARCHED },
  { "level", TEND_FIELD_TEXT, N_("Level") },
  { "covers", TEND_FIELD_LIST, N_("What it covers"), 0, subjects },
  { "issuer", TEND_FIELD_TEXT, N_("Issued by"), TEND_FIELD_SEARCHED },
  { "reference", TEND_FIELD_TEXT, N_("Number") },
  { "issued_on", TEND_FIELD_DATE, N_("Issued on") },
  { "expires_on", TEND_FIELD_DATE, N_("Last day") },
  { "cover_pence", TEND_FIELD_PENCE, N_("Covers up to"), .minimum = 0,
    .maximum = 100000000000 },
  { "named_employer", TEND_FIELD_TEXT, N_("Employer named on it") },
  { "note", TEND_FIELD_NOTE, N_("Note") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "issued_on", "expires_on",
                           _("It ends before it was issued: check the two dates."));
}

const TendKind tend_credential_kind = {
  "credential", "credentials", N_("Credential"), fields, .check = check
};
