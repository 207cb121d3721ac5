/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice statuses[] = {
  { "planned", N_("Planned") }, { "done", N_("Done") }, { "cancelled", N_("Cancelled") },
  { "missed", N_("Missed") }, { NULL }
};

static const TendChoice billings[] = {
  { "full", N_("In full") }, { "shared", N_("Shared with others at the same time") },
  { "none", N_("Not charged") }, { NULL }
};

static const TendChoice moods[] = {
  { "bright", N_("Bright") }, { "settled", N_("Settled") }, { "quiet", N_("Quiet") },
  { "low", N_("Low") }, { "anxious", N_("Anxious") }, { "unwell", N_("Unwell") }, { NULL }
};

static const TendChoice appetites[] = {
  { "well", N_("Ate and drank well") }, { "some", N_("Some") }, { "little", N_("Little") },
  { "none", N_("None") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "service", TEND_FIELD_REFERENCE, N_("Service"), 0, .refers_to = "service" },
  { "pattern", TEND_FIELD_REFERENCE, N_("Repeating visit"), 0, .refers_to = "pattern" },
  { "pattern_date", TEND_FIELD_DATE, N_("Day in the repeating visit") },
  { "planned_start", TEND_FIELD_INSTANT, N_("Planned start"), TEND_FIELD_REQUIRED },
  { "planned_end", TEND_FIELD_INSTANT, N_("Planned finish"), TEND_FIELD_REQUIRED },
  { "actual_start", TEND_FIELD_INSTANT, N_("Started"), TEND_FIELD_PAST },
  { "actual_end", TEND_FIELD_INSTANT, N_("Finished"), TEND_FIELD_PAST },
  { "status", TEND_FIELD_CHOICE, N_("Status"), TEND_FIELD_REQUIRED, statuses,
    .standard = "planned" },
  { "billing", TEND_FIELD_CHOICE, N_("Charged"), 0, billings, .standard = "full" },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { "mood", TEND_FIELD_CHOICE, N_("Mood"), 0, moods },
  { "appetite", TEND_FIELD_CHOICE, N_("Food and drink"), 0, appetites },
  { "concern", TEND_FIELD_NOTE, N_("Something concerned me"),
    TEND_FIELD_SEARCHED | TEND_FIELD_SAFEGUARDING },
  { "cancelled_at", TEND_FIELD_INSTANT, N_("When it was cancelled") },
  { "cancel_reason", TEND_FIELD_TEXT, N_("Why it did not happen"), TEND_FIELD_SEARCHED },
  { "intake", TEND_FIELD_NOTE, N_("What they ate and drank"), TEND_FIELD_SEARCHED },
  { "skin", TEND_FIELD_NOTE, N_("Skin"), TEND_FIELD_SEARCHED },
  { "observations", TEND_FIELD_NOTE, N_("What I noticed"), TEND_FIELD_SEARCHED },
  { "handover", TEND_FIELD_NOTE, N_("For whoever comes next"), TEND_FIELD_SEARCHED },
  { "money_given_pence", TEND_FIELD_PENCE, N_("Money given to me"), 0, .maximum = 10000000 },
  { "money_spent_pence", TEND_FIELD_PENCE, N_("Spent"), 0, .maximum = 10000000 },
  { "money_returned_pence", TEND_FIELD_PENCE, N_("Given back"), 0, .maximum = 10000000 },
  { "money_receipt", TEND_FIELD_BOOLEAN, N_("There is a receipt") },
  { "money_note", TEND_FIELD_TEXT, N_("What it was for") },
  { "recorded_at", TEND_FIELD_INSTANT, N_("Written down"), TEND_FIELD_PAST },
  /* What was said first, when the times were put right afterwards. */
  { "first_start", TEND_FIELD_INSTANT, N_("Started, as first written") },
  { "first_end", TEND_FIELD_INSTANT, N_("Finished, as first written") },
  { "correction_reason", TEND_FIELD_TEXT, N_("Why it was corrected") },
  { NULL }
};

/* The longest visit: a carer may live in for some days, but not for months. */
#define LONGEST_MINUTES (14 * 24 * 60)

static void
check_span (TendRecord *record,
            TendFaults *faults,
            const char *start,
            const char *end)
{
  gint64 from = tend_record_get_int (record, start);
  gint64 to = tend_record_get_int (record, end);

  if (from == TEND_INSTANT_NONE || to == TEND_INSTANT_NONE)
    return;

  if (to <= from)
    tend_faults_add (faults, end, _("The visit finishes before it starts: check the two times."));
  else if (tend_time_minutes (from, to) > LONGEST_MINUTES)
    tend_faults_add (faults, end, _("The visit is longer than 14 days: check the two dates."));
}

static void
check (TendRecord *record,
       TendFaults *faults)
{
  check_span (record, faults, "planned_start", "planned_end");
  check_span (record, faults, "actual_start", "actual_end");

  if (tend_record_is_set (record, "actual_end") && !tend_record_is_set (record, "actual_start"))
    tend_faults_add (faults, "actual_start", _("Say when the visit started."));
  if (tend_record_is_set (record, "pattern") != tend_record_is_set (record, "pattern_date"))
    tend_faults_add (faults, "pattern_date",
                     _("A visit of a repeating visit needs both its pattern and its day."));
}

const TendKind tend_visit_kind = { "visit", "visits", N_("Visit"), fields, .check = check };
