/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-care-choices.h"
#include "tend-mar-choices.h"
#include "tend-mar-code.h"
#include "tend-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TendChoice outcomes[] = {
  { "taken", N_("Taken") }, { "part", N_("Part taken") }, { "declined", N_("Declined") },
  { "omitted", N_("Not given") }, { NULL }
};

/* Much of what it held is still in a patch that was worn: it is folded, so that nobody else gets
 * any of it. */
static const TendChoice old_patches[] = {
  { "pharmacy", N_("Folded, to go back to the pharmacy") },
  { "waste", N_("Folded, and put in the household waste") },
  { "missing", N_("It was not there: see the note") }, { NULL }
};

/* What became of a dose.  An entry is never changed: a later one that supersedes it
 * strikes it through.
 */
static const TendField fields[] = {
  { "medication", TEND_FIELD_REFERENCE, N_("Medicine"), TEND_FIELD_REQUIRED,
    .refers_to = "medication" },
  { "due_at", TEND_FIELD_INSTANT, N_("Due") },
  { "given_at", TEND_FIELD_INSTANT, N_("When it was"), TEND_FIELD_PAST },
  { "outcome", TEND_FIELD_CHOICE, N_("Outcome"), TEND_FIELD_REQUIRED, outcomes },
  { "quantity", TEND_FIELD_QUANTITY, N_("How much"), .minimum = 0,
    .maximum = TEND_QUANTITY_MOST },
  { "support", TEND_FIELD_CHOICE, N_("What I did"), 0, tend_supported_choices },
  { "reason", TEND_FIELD_CHOICE, N_("Code"), 0, tend_mar_code_choices },
  { "note", TEND_FIELD_NOTE, N_("Note") },
  { "by", TEND_FIELD_CHOICE, N_("Who gave it"), 0, tend_giver_choices, .standard = "me" },
  { "asked_by", TEND_FIELD_CHOICE, N_("Who asked"), 0, tend_authority_choices },
  { "purpose", TEND_FIELD_TEXT, N_("What it was for") },
  { "initials", TEND_FIELD_TEXT, N_("Initials") },
  { "written_at", TEND_FIELD_INSTANT, N_("Written down"), TEND_FIELD_PAST },
  { "copied", TEND_FIELD_BOOLEAN, N_("Copied from the paper chart") },
  { "site", TEND_FIELD_TEXT, N_("Where on the body") },
  { "old_removed", TEND_FIELD_BOOLEAN, N_("The old patch was taken off") },
  { "counted", TEND_FIELD_QUANTITY, N_("Left after it"), .minimum = 0,
    .maximum = TEND_QUANTITY_MOST },
  { "advised_by", TEND_FIELD_TEXT, N_("Who advised it") },
  { "advice", TEND_FIELD_NOTE, N_("What they advised") },
  { "incident", TEND_FIELD_REFERENCE, N_("Incident"), 0, .refers_to = "incident" },
  { "supersedes", TEND_FIELD_REFERENCE, N_("Corrects"), 0, .refers_to = "mar_entry" },
  { "correction_reason", TEND_FIELD_NOTE, N_("Why it is corrected") },
  { "old_patch", TEND_FIELD_CHOICE, N_("What became of the old patch"), 0, old_patches },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  const char *outcome = tend_record_get_text (record, "outcome");
  gboolean taken = g_strcmp0 (outcome, "taken") == 0 || g_strcmp0 (outcome, "part") == 0;

  if (taken && tend_record_is_set (record, "quantity") &&
      tend_record_get_int (record, "quantity") == 0)
    tend_faults_add (faults, "quantity",
                     _("Nothing was taken by this: write how much, or choose another outcome."));
  if (g_strcmp0 (tend_record_get_text (record, "supersedes"), tend_record_get_id (record)) == 0)
    tend_faults_add (faults, "supersedes", _("An entry cannot correct itself."));
  if (tend_record_get_int (record, "old_removed") &&
      g_strcmp0 (tend_record_get_text (record, "old_patch"), "missing") == 0)
    tend_faults_add (faults, "old_patch",
                     _("It says that the old patch was taken off, and that it was not there: "
                       "choose one of the two."));
  if (!tend_record_is_set (record, "due_at") && !tend_record_is_set (record, "given_at"))
    tend_faults_add (faults, "given_at", _("Say when it was."));
  if (tend_record_is_set (record, "supersedes") &&
      !tend_record_is_set (record, "correction_reason"))
    tend_faults_add (faults, "correction_reason", _("Say why the entry is corrected."));
  if (tend_record_is_set (record, "given_at") && tend_record_is_set (record, "written_at") &&
      tend_record_get_int (record, "given_at") > tend_record_get_int (record, "written_at"))
    tend_faults_add (faults, "given_at",
                     _("It was written down before that: check the two times."));
}

const TendKind tend_mar_entry_kind = {
  "mar_entry", "mar_entries", N_("MAR entry"), fields, .check = check
};
