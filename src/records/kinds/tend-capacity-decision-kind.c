/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice outcomes[] = {
  { "can_decide", N_("Can decide this") }, { "cannot_decide", N_("Cannot decide this now") },
  { "varies", N_("Can at some times") }, { NULL }
};

/* Capacity is for one decision at one time (Mental Capacity Act 2005), so the record
 * begins with the decision and has no place for a person who "lacks capacity".
 */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "decision", TEND_FIELD_TEXT, N_("Which decision"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "assessed_on", TEND_FIELD_DATE, N_("Assessed on"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "assessed_by", TEND_FIELD_TEXT, N_("Assessed by"), TEND_FIELD_SEARCHED },
  { "outcome", TEND_FIELD_CHOICE, N_("Outcome"), TEND_FIELD_REQUIRED, outcomes },
  { "reasons", TEND_FIELD_NOTE, N_("Reasons, and what was done to help them decide"),
    TEND_FIELD_SEARCHED },
  { "best_interests", TEND_FIELD_NOTE, N_("What was decided, and with whom"), TEND_FIELD_SEARCHED },
  { "review_on", TEND_FIELD_DATE, N_("Review on") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "assessed_on", "review_on",
                           _("The review is before the assessment."));
}

const TendKind tend_capacity_decision_kind = {
  "capacity_decision", "capacity_decisions", N_("Capacity for a decision"), fields, .check = check
};
