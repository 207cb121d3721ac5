/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-care-choices.h"

#include <glib/gi18n-lib.h>

/* What the person, or whoever may speak for them, asks the carer to do with a
 * medicine: the exact action, so that nothing is done that was not asked for.
 */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "asked_on", TEND_FIELD_DATE, N_("Asked on"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "asked_by", TEND_FIELD_CHOICE, N_("Asked by"), TEND_FIELD_REQUIRED, tend_authority_choices,
    .standard = "self" },
  { "representative", TEND_FIELD_REFERENCE, N_("Who acted for them"), 0,
    .refers_to = "representative" },
  { "medicine", TEND_FIELD_TEXT, N_("Medicine"), TEND_FIELD_SEARCHED },
  { "action", TEND_FIELD_NOTE, N_("What I am asked to do, in their words"),
    TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "signed_on", TEND_FIELD_DATE, N_("Signed on"), TEND_FIELD_PAST },
  { "signed_by", TEND_FIELD_TEXT, N_("Signed by"), TEND_FIELD_SEARCHED },
  { "ends_on", TEND_FIELD_DATE, N_("Last day") },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { "gp_told_on", TEND_FIELD_DATE, N_("GP told on"), TEND_FIELD_PAST },
  { "gp_told_how", TEND_FIELD_TEXT, N_("How, and who was spoken to") },
  { "training_checked_on", TEND_FIELD_DATE, N_("Asked whether special training is needed, on"),
    TEND_FIELD_PAST },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "asked_on", "signed_on",
                           _("It was signed before it was asked: check the two dates."));
  tend_faults_check_order (faults, record, "asked_on", "ends_on",
                           _("The last day is before the first."));
}

const TendKind tend_medicine_request_kind = {
  "medicine_request", "medicine_requests", N_("Medicine request"), fields, .check = check
};
