/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-care-choices.h"

#include <glib/gi18n-lib.h>

static const TendChoice statuses[] = {
  { "draft", N_("Draft") }, { "agreed", N_("Agreed") }, { "superseded", N_("Replaced") }, { NULL }
};

/* Once agreed its words and lines stay as they are (data/schema/0003-care.sql); what
 * changes is a new version.
 */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "version", TEND_FIELD_INTEGER, N_("Version"), 0, .minimum = 1, .maximum = 9999,
    .standard = "1" },
  { "status", TEND_FIELD_CHOICE, N_("State"), TEND_FIELD_REQUIRED, statuses,
    .standard = "draft" },
  { "needs", TEND_FIELD_NOTE, N_("Needs"), TEND_FIELD_SEARCHED },
  { "preferences", TEND_FIELD_NOTE, N_("Preferences"), TEND_FIELD_SEARCHED },
  { "routine", TEND_FIELD_NOTE, N_("A usual day"), TEND_FIELD_SEARCHED },
  { "equipment", TEND_FIELD_NOTE, N_("Equipment"), TEND_FIELD_SEARCHED },
  { "boundaries", TEND_FIELD_NOTE, N_("Risks and boundaries"), TEND_FIELD_SEARCHED },
  { "change_note", TEND_FIELD_NOTE, N_("What changed and why"), TEND_FIELD_SEARCHED },
  { "agreed_on", TEND_FIELD_DATE, N_("Agreed on"), TEND_FIELD_PAST },
  { "agreed_by", TEND_FIELD_TEXT, N_("Agreed by"), TEND_FIELD_SEARCHED },
  { "authority", TEND_FIELD_CHOICE, N_("On whose word"), 0, tend_authority_choices },
  { "representative", TEND_FIELD_REFERENCE, N_("Who acted for them"), 0,
    .refers_to = "representative" },
  { "review_on", TEND_FIELD_DATE, N_("Review on") },
  { "superseded_on", TEND_FIELD_DATE, N_("Replaced on") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  const char *status = tend_record_get_text (record, "status");
  gboolean draft = g_strcmp0 (status, "draft") == 0;
  gboolean superseded = g_strcmp0 (status, "superseded") == 0;

  if (draft && tend_record_is_set (record, "agreed_on"))
    tend_faults_add (faults, "agreed_on", _("A draft has not been agreed yet."));
  if (!draft && !tend_record_is_set (record, "agreed_on"))
    tend_faults_add (faults, "agreed_on", _("Say when the plan was agreed."));
  if (!draft && !tend_record_is_set (record, "agreed_by"))
    tend_faults_add (faults, "agreed_by", _("Say who agreed the plan."));
  if (superseded != tend_record_is_set (record, "superseded_on"))
    tend_faults_add (faults, "superseded_on",
                     superseded ? _("Say when another version took its place.")
                                : _("Only a version that was replaced has this day."));

  tend_faults_check_order (faults, record, "agreed_on", "review_on",
                           _("The review is before the day it was agreed."));
  tend_faults_check_order (faults, record, "agreed_on", "superseded_on",
                           _("It was replaced before the day it was agreed."));
}

const TendKind tend_care_plan_kind = {
  "care_plan", "care_plans", N_("Care plan"), fields, .check = check
};
