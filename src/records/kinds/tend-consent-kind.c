/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-care-choices.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "care", N_("Care and support") }, { "sharing", N_("Sharing information") },
  { "photographs", N_("Photographs") }, { "medicines", N_("Help with medicines") },
  { "other", N_("Something else") }, { NULL }
};

static const TendChoice answers[] = {
  { "given", N_("Agreed") }, { "refused", N_("Refused") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "kind", TEND_FIELD_CHOICE, N_("To what"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED, kinds },
  { "sharing_with", TEND_FIELD_TEXT, N_("With whom"), TEND_FIELD_SEARCHED },
  { "detail", TEND_FIELD_NOTE, N_("What exactly"), TEND_FIELD_SEARCHED },
  { "answer", TEND_FIELD_CHOICE, N_("Answer"), TEND_FIELD_REQUIRED, answers,
    .standard = "given" },
  { "given_on", TEND_FIELD_DATE, N_("On"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "how", TEND_FIELD_CHOICE, N_("How"), TEND_FIELD_REQUIRED, tend_manner_choices,
    .standard = "spoken" },
  { "given_by", TEND_FIELD_CHOICE, N_("By"), TEND_FIELD_REQUIRED, tend_authority_choices,
    .standard = "self" },
  { "representative", TEND_FIELD_REFERENCE, N_("Who acted for them"), 0,
    .refers_to = "representative" },
  { "ends_on", TEND_FIELD_DATE, N_("Last day") },
  { "withdrawn_on", TEND_FIELD_DATE, N_("Withdrawn on"), TEND_FIELD_PAST },
  { "withdrawn_how", TEND_FIELD_TEXT, N_("How it was withdrawn"), TEND_FIELD_SEARCHED },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  if (g_strcmp0 (tend_record_get_text (record, "kind"), "sharing") == 0 &&
      !tend_record_is_set (record, "sharing_with"))
    tend_faults_add (faults, "sharing_with", _("Say with whom it may be shared."));
  tend_faults_check_order (faults, record, "given_on", "ends_on",
                           _("The last day is before the first."));
  tend_faults_check_order (faults, record, "given_on", "withdrawn_on",
                           _("It was withdrawn before it was given: check the two dates."));
}

const TendKind tend_consent_kind = { "consent", "consents", N_("Consent"), fields,
                                     .check = check };
