/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-care-choices.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "complaint", N_("Complaint") }, { "compliment", N_("Compliment") },
  { "testimonial", N_("Testimonial") }, { NULL }
};

static const TendChoice outcomes[] = {
  { "upheld", N_("Upheld") }, { "partly", N_("Upheld in part") },
  { "not_upheld", N_("Not upheld") }, { "withdrawn", N_("Withdrawn") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), 0, .refers_to = "client" },
  { "kind", TEND_FIELD_CHOICE, N_("Kind"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED, kinds },
  { "received_on", TEND_FIELD_DATE, N_("Received on"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "from_name", TEND_FIELD_TEXT, N_("From"), TEND_FIELD_SEARCHED },
  { "relation", TEND_FIELD_CHOICE, N_("Who they are"), 0, tend_relation_choices },
  { "how", TEND_FIELD_CHOICE, N_("How"), 0, tend_manner_choices },
  { "words", TEND_FIELD_NOTE, N_("What they said"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "about_data", TEND_FIELD_BOOLEAN, N_("About personal data") },
  { "acknowledged_on", TEND_FIELD_DATE, N_("Acknowledged on"), TEND_FIELD_PAST },
  { "passed_to", TEND_FIELD_TEXT, N_("Passed on to"), TEND_FIELD_SEARCHED },
  { "passed_on", TEND_FIELD_DATE, N_("Passed on"), TEND_FIELD_PAST },
  { "answer", TEND_FIELD_NOTE, N_("What was done"), TEND_FIELD_SEARCHED },
  { "outcome", TEND_FIELD_CHOICE, N_("Outcome"), 0, outcomes },
  { "closed_on", TEND_FIELD_DATE, N_("Settled on"), TEND_FIELD_PAST },
  { "lessons", TEND_FIELD_NOTE, N_("What was learnt"), TEND_FIELD_SEARCHED },
  { "may_quote", TEND_FIELD_BOOLEAN, N_("May be quoted") },
  { "quote_as", TEND_FIELD_TEXT, N_("Name to quote"), TEND_FIELD_SEARCHED },
  { "consent_on", TEND_FIELD_DATE, N_("Agreed to be quoted on"), TEND_FIELD_PAST },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  if (tend_record_get_int (record, "may_quote") && !tend_record_is_set (record, "consent_on"))
    tend_faults_add (faults, "consent_on", _("Say when they agreed to be quoted."));
  tend_faults_check_order (faults, record, "received_on", "acknowledged_on",
                           _("It was acknowledged before it came: check the two dates."));
  tend_faults_check_order (faults, record, "received_on", "closed_on",
                           _("It was settled before it came: check the two dates."));
}

const TendKind tend_feedback_kind = {
  "feedback", "feedback", N_("Complaint or compliment"), fields, .check = check
};
