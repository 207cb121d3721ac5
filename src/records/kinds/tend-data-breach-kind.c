/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static const TendChoice kinds[] = {
  { "lost", N_("Lost or stolen") },
  { "wrong_person", N_("Sent, shown or said to the wrong person") },
  { "overheard", N_("Seen or overheard") }, { "changed", N_("Changed or destroyed by mistake") },
  { "locked_out", N_("Could not be opened when it was needed") },
  { "other", N_("Something else") }, { NULL }
};

static const TendChoice risks[] = {
  { "unlikely", N_("Unlikely to harm anyone") }, { "likely", N_("It could harm somebody") },
  { "high", N_("It could do somebody serious harm") }, { NULL }
};

/* Whose data is said in words, without a reference: a breach can touch people of whom
 * nothing else is kept, and its entry outlives their records: it lets go of the incident. */
static const TendField fields[] = {
  { "kind", TEND_FIELD_CHOICE, N_("Kind"), 0, kinds },
  { "what", TEND_FIELD_NOTE, N_("What happened"), TEND_FIELD_REQUIRED },
  { "happened_at", TEND_FIELD_INSTANT, N_("When it happened"), TEND_FIELD_PAST },
  { "aware_at", TEND_FIELD_INSTANT, N_("When I noticed"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "whose", TEND_FIELD_NOTE, N_("Whose information it is") },
  { "n_people", TEND_FIELD_INTEGER, N_("How many people"), 0, .maximum = 1000000 },
  { "data", TEND_FIELD_NOTE, N_("What information it is") },
  { "consequences", TEND_FIELD_NOTE, N_("What it could lead to") },
  { "done", TEND_FIELD_NOTE, N_("What I have done about it") },
  { "risk", TEND_FIELD_CHOICE, N_("Could it harm somebody?"), 0, risks },
  { "risk_why", TEND_FIELD_NOTE, N_("Why I think so") },
  { "ico_told_at", TEND_FIELD_INSTANT, N_("When I told the ICO"), TEND_FIELD_PAST },
  { "ico_reference", TEND_FIELD_TEXT, N_("The ICO’s reference") },
  { "late_why", TEND_FIELD_NOTE, N_("Why later than 72 hours") },
  { "people_told_on", TEND_FIELD_DATE, N_("I told the people on"), TEND_FIELD_PAST },
  { "people_told_how", TEND_FIELD_NOTE, N_("How, and what I said to them") },
  { "lessons", TEND_FIELD_NOTE, N_("What was learnt") },
  { "closed_on", TEND_FIELD_DATE, N_("Closed on"), TEND_FIELD_PAST },
  { "incident", TEND_FIELD_REFERENCE, N_("Incident"), 0, .refers_to = "incident" },
  { NULL }
};

/* All breaches are written down, and the reason where one is not reported (UK GDPR 33(5)). */
static void
check_closed (TendRecord *record,
              TendFaults *faults)
{
  const char *risk = tend_record_get_text (record, "risk");

  if (!tend_record_is_set (record, "closed_on"))
    return;

  if (risk == NULL)
    tend_faults_add (faults, "risk", _("Say whether it could harm somebody before you close it."));
  else if (strcmp (risk, "unlikely") != 0 && !tend_record_is_set (record, "ico_told_at"))
    tend_faults_add (faults, "ico_told_at",
                     _("What could harm somebody is told to the ICO before it is closed."));
  if (g_strcmp0 (risk, "high") == 0 && !tend_record_is_set (record, "people_told_on"))
    tend_faults_add (faults, "people_told_on",
                     _("What could do serious harm is told to the people themselves as well."));
}

static void
check (TendRecord *record,
       TendFaults *faults)
{
  const char *risk = tend_record_get_text (record, "risk");

  if (tend_record_is_set (record, "happened_at") &&
      tend_record_get_int (record, "aware_at") < tend_record_get_int (record, "happened_at"))
    tend_faults_add (faults, "aware_at",
                     _("It was noticed before it happened: check the two times."));
  if (tend_record_is_set (record, "ico_told_at") &&
      tend_record_get_int (record, "ico_told_at") < tend_record_get_int (record, "aware_at"))
    tend_faults_add (faults, "ico_told_at",
                     _("The ICO was told before you noticed: check the two times."));
  if (g_strcmp0 (risk, "unlikely") == 0 && !tend_record_is_set (record, "risk_why"))
    tend_faults_add (faults, "risk_why",
                     _("Say why: it is the reason why the ICO was not told."));
  check_closed (record, faults);
}

const TendKind tend_data_breach_kind = {
  "data_breach", "data_breaches", N_("Data breach"), fields, .check = check
};
