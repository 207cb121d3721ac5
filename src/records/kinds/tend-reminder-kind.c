/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice states[] = {
  { "snoozed", N_("Later") }, { "done", N_("Done") },
  { "not_applicable", N_("Does not concern me") }, { NULL }
};

/* What the carer answered to a reminder: it is about one matter and one day it is due on. */
static const TendField fields[] = {
  { "matter", TEND_FIELD_TEXT, N_("Reminder"), TEND_FIELD_REQUIRED }, /* kind of what is due */
  { "client", TEND_FIELD_REFERENCE, N_("Client"), 0, .refers_to = "client" },
  { "subject", TEND_FIELD_TEXT, N_("What it is about"), TEND_FIELD_REQUIRED }, /* kind/id */
  { "due_on", TEND_FIELD_DATE, N_("Due on"), TEND_FIELD_REQUIRED },
  { "state", TEND_FIELD_CHOICE, N_("Answer"), TEND_FIELD_REQUIRED, states },
  { "until", TEND_FIELD_DATE, N_("Remind me again on") },
  { "reason", TEND_FIELD_NOTE, N_("Why") },
  { "answered_on", TEND_FIELD_DATE, N_("Answered on"), TEND_FIELD_REQUIRED },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  const char *state = tend_record_get_text (record, "state");

  if (g_strcmp0 (state, "snoozed") == 0 && !tend_record_is_set (record, "until"))
    tend_faults_add (faults, "until", _("Say when you want to be reminded again."));
  if (g_strcmp0 (state, "not_applicable") == 0 && !tend_record_is_set (record, "reason"))
    tend_faults_add (faults, "reason", _("Say why it does not concern you."));
}

const TendKind tend_reminder_kind = {
  "reminder", "reminders", N_("Answer to a reminder"), fields, .check = check
};
