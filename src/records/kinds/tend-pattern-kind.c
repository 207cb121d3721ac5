/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-recurrence.h"

#include <glib/gi18n-lib.h>

static const TendChoice billings[] = {
  { "full", N_("In full") }, { "shared", N_("Shared with others at the same time") },
  { "none", N_("Not charged") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "service", TEND_FIELD_REFERENCE, N_("Service"), 0, .refers_to = "service" },
  { "rrule", TEND_FIELD_TEXT, N_("Repeats"), TEND_FIELD_REQUIRED },
  { "starts_on", TEND_FIELD_DATE, N_("First day"), TEND_FIELD_REQUIRED },
  { "starts_at", TEND_FIELD_CLOCK, N_("Starts at"), TEND_FIELD_REQUIRED },
  { "minutes", TEND_FIELD_MINUTES, N_("Length"), TEND_FIELD_REQUIRED, .minimum = 1,
    .maximum = 2880 },
  { "ends_on", TEND_FIELD_DATE, N_("Last day") },
  { "billing", TEND_FIELD_CHOICE, N_("Charged"), 0, billings, .standard = "full" },
  { "tasks", TEND_FIELD_LIST, N_("Tasks") },
  { "note", TEND_FIELD_NOTE, N_("Note") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  g_autoptr(GError) error = NULL;
  const char *rrule = tend_record_get_text (record, "rrule");
  gint64 from = tend_record_get_int (record, "starts_on");
  gint64 to = tend_record_get_int (record, "ends_on");

  if (rrule != NULL && !tend_recurrence_check (rrule, &error))
    tend_faults_add (faults, "rrule", error->message);
  /* The day before the first is how a pattern without days of its own is kept. */
  if (from && to && to < from - 1)
    tend_faults_add (faults, "ends_on", _("The last day is before the first."));
}

const TendKind tend_pattern_kind = {
  "pattern", "patterns", N_("Repeating visit"), fields, .check = check
};
