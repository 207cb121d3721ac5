/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "privacy", N_("Privacy and data protection") }, { "safeguarding", N_("Safeguarding") },
  { "complaints", N_("Complaints and compliments") }, { "risk_safety", N_("Risk and safety") },
  { "assessing_needs", N_("Assessing and meeting needs") }, { "pricing", N_("Pricing") },
  { "contingency", N_("When something goes wrong") }, { "quality", N_("Quality") },
  { "other", N_("Something else") }, { NULL }
};

/* How the carer works, written once: a version holds from its day until the next one. */
static const TendField fields[] = {
  { "kind", TEND_FIELD_CHOICE, N_("Policy"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED, kinds },
  { "title", TEND_FIELD_TEXT, N_("Title"), TEND_FIELD_SEARCHED },
  { "version", TEND_FIELD_INTEGER, N_("Version"), 0, .minimum = 1, .maximum = 9999,
    .standard = "1" },
  { "starts_on", TEND_FIELD_DATE, N_("In force from"), TEND_FIELD_REQUIRED },
  { "reviewed_on", TEND_FIELD_DATE, N_("Last read through on") },
  { "review_on", TEND_FIELD_DATE, N_("Read through again by") },
  /* Unset: the carer's own paper is kept with it. */
  { "text", TEND_FIELD_NOTE, N_("Text"), TEND_FIELD_SEARCHED },
  { "note", TEND_FIELD_NOTE, N_("What changed"), TEND_FIELD_SEARCHED },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "starts_on", "review_on",
                           _("The review is before the first day: check the two dates."));
}

const TendKind tend_policy_kind = { "policy", "policies", N_("Policy"), fields, .check = check };
