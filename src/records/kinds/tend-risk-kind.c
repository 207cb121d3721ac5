/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* The 5 x 5 matrix; a score is likelihood times severity (src/core/tend-risk.h). */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "hazard", TEND_FIELD_TEXT, N_("What could do harm"),
    TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "who", TEND_FIELD_NOTE, N_("Who could be harmed, and how"), TEND_FIELD_SEARCHED },
  { "controls", TEND_FIELD_NOTE, N_("What is in place already"), TEND_FIELD_SEARCHED },
  { "likelihood_before", TEND_FIELD_INTEGER, N_("Likelihood now"), 0, .minimum = 1,
    .maximum = 5 },
  { "severity_before", TEND_FIELD_INTEGER, N_("Severity now"), 0, .minimum = 1, .maximum = 5 },
  { "further", TEND_FIELD_NOTE, N_("What else is agreed"), TEND_FIELD_SEARCHED },
  { "likelihood_after", TEND_FIELD_INTEGER, N_("Likelihood then"), 0, .minimum = 1,
    .maximum = 5 },
  { "severity_after", TEND_FIELD_INTEGER, N_("Severity then"), 0, .minimum = 1, .maximum = 5 },
  { "owner", TEND_FIELD_TEXT, N_("Who sees to it"), TEND_FIELD_SEARCHED },
  { "assessed_on", TEND_FIELD_DATE, N_("Assessed on"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "review_on", TEND_FIELD_DATE, N_("Review on") },
  { "closed_on", TEND_FIELD_DATE, N_("No longer a risk since"), TEND_FIELD_PAST },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  static const char * const pairs[][2] = {
    { "likelihood_before", "severity_before" }, { "likelihood_after", "severity_after" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (tend_record_is_set (record, pairs[i][0]) != tend_record_is_set (record, pairs[i][1]))
      tend_faults_add (faults, pairs[i][1],
                       _("Give both the likelihood and the severity, or neither."));

  tend_faults_check_order (faults, record, "assessed_on", "review_on",
                           _("The review is before the assessment."));
  tend_faults_check_order (faults, record, "assessed_on", "closed_on",
                           _("It ended before it was assessed: check the two dates."));
}

const TendKind tend_risk_kind = { "risk", "risks", N_("Risk"), fields, .check = check };
