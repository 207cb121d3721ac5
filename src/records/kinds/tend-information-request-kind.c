/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-care-choices.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static const TendChoice kinds[] = {
  { "access", N_("To see what is kept, or have a copy") },
  { "correction", N_("To have something put right") },
  { "erasure", N_("To have it erased") },
  { "objection", N_("To stop or limit its use") },
  { "handing_on", N_("To hand it on to somebody") }, { NULL }
};

/* On what ground somebody may ask; after a death the representative, by another law. */
static const TendChoice authorities[] = {
  { "self", N_("They ask about themselves") },
  { "written", N_("The person agreed in writing") },
  { "attorney", N_("Attorney, and I have seen the registered power") },
  { "deputy", N_("Deputy, and I have seen the order") },
  { "personal_representative", N_("Personal representative of somebody who died") },
  { "other", N_("Another ground") }, { NULL }
};

static const TendChoice outcomes[] = {
  { "given", N_("Done") }, { "in_part", N_("Done in part") }, { "refused", N_("Refused") },
  { "withdrawn", N_("They no longer ask") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("About"), 0, .refers_to = "client" },
  { "kind", TEND_FIELD_CHOICE, N_("What they ask"), TEND_FIELD_REQUIRED, kinds,
    .standard = "access" },
  { "received_on", TEND_FIELD_DATE, N_("Received on"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "asked_by", TEND_FIELD_TEXT, N_("Who asks"), TEND_FIELD_REQUIRED },
  { "relation", TEND_FIELD_CHOICE, N_("Who they are"), 0, tend_relation_choices },
  { "how", TEND_FIELD_CHOICE, N_("How"), 0, tend_manner_choices },
  { "scope", TEND_FIELD_NOTE, N_("What they want to see or have done") },
  { "identity_asked_on", TEND_FIELD_DATE, N_("I asked who they are on"), TEND_FIELD_PAST },
  { "identity_confirmed_on", TEND_FIELD_DATE, N_("I was sure who they are on"), TEND_FIELD_PAST },
  { "identity_how", TEND_FIELD_TEXT, N_("How I know who they are") },
  { "authority", TEND_FIELD_CHOICE, N_("Why they may ask"), 0, authorities },
  { "authority_how", TEND_FIELD_TEXT, N_("What I have seen that shows it") },
  { "scope_asked_on", TEND_FIELD_DATE, N_("I asked what they mean on"), TEND_FIELD_PAST },
  { "scope_answered_on", TEND_FIELD_DATE, N_("They said what they mean on"), TEND_FIELD_PAST },
  { "extended", TEND_FIELD_BOOLEAN, N_("Two months more, because it is complex") },
  { "extended_why", TEND_FIELD_NOTE, N_("Why it needs longer, as I told them") },
  { "with_safeguarding", TEND_FIELD_BOOLEAN, N_("Put in safeguarding entries") },
  { "with_others", TEND_FIELD_BOOLEAN, N_("Put in what others said, and how to reach them") },
  { "included_why", TEND_FIELD_NOTE, N_("Why that was safe and fair") },
  { "answered_on", TEND_FIELD_DATE, N_("Answered on"), TEND_FIELD_PAST },
  { "outcome", TEND_FIELD_CHOICE, N_("What came of it"), 0, outcomes },
  /* It may say that there is what was kept back for somebody's safety. */
  { "outcome_why", TEND_FIELD_NOTE, N_("Why something was left out or refused"),
    TEND_FIELD_SAFEGUARDING },
  { NULL }
};

/* Nothing about a person goes to somebody of whom it is not written how they are known. */
static void
check_answer (TendRecord *record,
              TendFaults *faults)
{
  const char *outcome = tend_record_get_text (record, "outcome");

  if (outcome == NULL)
    {
      if (tend_record_is_set (record, "answered_on"))
        tend_faults_add (faults, "outcome", _("Say what came of it."));
      return;
    }

  if (!tend_record_is_set (record, "answered_on"))
    tend_faults_add (faults, "answered_on", _("Say on which day they had the answer."));
  if ((strcmp (outcome, "refused") == 0 || strcmp (outcome, "in_part") == 0) &&
      !tend_record_is_set (record, "outcome_why"))
    tend_faults_add (faults, "outcome_why", _("Say why: they are told the reason as well."));
  if (strcmp (outcome, "refused") == 0 || strcmp (outcome, "withdrawn") == 0)
    return;

  if (!tend_record_is_set (record, "identity_confirmed_on"))
    tend_faults_add (faults, "identity_confirmed_on",
                     _("Say on which day you were sure who they are, before anything is given."));
  if (!tend_record_is_set (record, "identity_how"))
    tend_faults_add (faults, "identity_how",
                     _("Say how you know who they are: you have known them for years, say, or you "
                       "saw a passport."));
  if (!tend_record_is_set (record, "authority"))
    tend_faults_add (faults, "authority", _("Say why they may ask."));
}

static void
check (TendRecord *record,
       TendFaults *faults)
{
  const char *authority = tend_record_get_text (record, "authority");

  tend_faults_check_order (faults, record, "identity_asked_on", "identity_confirmed_on",
                           _("You were sure before you asked: check the two dates."));
  tend_faults_check_order (faults, record, "scope_asked_on", "scope_answered_on",
                           _("They answered before you asked: check the two dates."));
  tend_faults_check_order (faults, record, "received_on", "identity_asked_on",
                           _("You asked before the request came: check the two dates."));
  tend_faults_check_order (faults, record, "received_on", "scope_asked_on",
                           _("You asked before the request came: check the two dates."));
  tend_faults_check_order (faults, record, "received_on", "answered_on",
                           _("It was answered before it came: check the two dates."));
  if (tend_record_get_int (record, "extended") && !tend_record_is_set (record, "extended_why"))
    tend_faults_add (faults, "extended_why",
                     _("Say why it needs longer. They must hear that within the first month."));
  if (authority != NULL && strcmp (authority, "self") != 0 &&
      !tend_record_is_set (record, "authority_how"))
    tend_faults_add (faults, "authority_how", _("Say what you have seen that shows it."));
  if ((tend_record_get_int (record, "with_safeguarding") ||
       tend_record_get_int (record, "with_others")) &&
      !tend_record_is_set (record, "included_why"))
    tend_faults_add (faults, "included_why",
                     _("Say why giving this harms nobody, or that the asker is named in it."));
  check_answer (record, faults);
}

const TendKind tend_information_request_kind = {
  "information_request", "information_requests", N_("Request for information"), fields,
  .check = check
};
