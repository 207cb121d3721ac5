/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-dose.h"
#include "tend-mar-choices.h"
#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

static const TendChoice sources[] = {
  { "label", N_("The pharmacy’s label") }, { "discharge_letter", N_("Discharge letter") },
  { "message", N_("Message from the GP or pharmacy") }, { "prescription", N_("Prescription") },
  { "other", N_("Something else") }, { NULL }
};

static const TendChoice appliances[] = {
  { "patch", N_("Patch") }, { "cream", N_("Cream, ointment or lotion") }, { NULL }
};

/* One line of the MAR chart.  A changed dose is a new line (domain.md 2.2), so that what
 * an entry was made against can always be read; data/schema/0007-medicines.sql refuses
 * the rest.
 */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "name", TEND_FIELD_TEXT, N_("Medicine"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "form", TEND_FIELD_TEXT, N_("Form") },
  { "strength", TEND_FIELD_TEXT, N_("Strength") },
  { "dose", TEND_FIELD_TEXT, N_("Dose") },
  { "route", TEND_FIELD_TEXT, N_("How it is taken") },
  { "support", TEND_FIELD_CHOICE, N_("What I do"), TEND_FIELD_REQUIRED, tend_support_choices,
    .standard = "assist" },
  { "ingredient", TEND_FIELD_TEXT, N_("Active ingredient") },
  { "pattern", TEND_FIELD_TEXT, N_("On which days") },
  { "days_on", TEND_FIELD_INTEGER, N_("Days with"), .minimum = 0, .maximum = 366 },
  { "days_off", TEND_FIELD_INTEGER, N_("Days without"), .minimum = 0, .maximum = 366 },
  { "starts_on", TEND_FIELD_DATE, N_("First day"), TEND_FIELD_REQUIRED },
  { "review_on", TEND_FIELD_DATE, N_("Review on") },
  { "ends_on", TEND_FIELD_DATE, N_("Last day") },
  { "end_reason", TEND_FIELD_NOTE, N_("Why it stopped, and who said so") },
  { "as_needed", TEND_FIELD_BOOLEAN, N_("Only when needed (PRN)") },
  { "max_in_24h", TEND_FIELD_QUANTITY, N_("Most in 24 hours"), .minimum = 0,
    .maximum = TEND_QUANTITY_MOST },
  { "min_interval_minutes", TEND_FIELD_MINUTES, N_("Least time between two doses"),
    .minimum = 0, .maximum = 10080 },
  { "window_minutes", TEND_FIELD_MINUTES, N_("Time either side"), .minimum = 0, .maximum = 720,
    .standard = "60" },
  { "time_critical", TEND_FIELD_BOOLEAN, N_("The time matters (such as for Parkinson’s)") },
  { "controlled", TEND_FIELD_BOOLEAN, N_("Controlled drug: counted at each dose") },
  { "purpose", TEND_FIELD_TEXT, N_("What it is for") },
  { "instructions", TEND_FIELD_NOTE, N_("Instructions") },
  { "signs", TEND_FIELD_NOTE, N_("Signs that it is needed") },
  { "try_first", TEND_FIELD_NOTE, N_("What to try first") },
  { "can_ask", TEND_FIELD_BOOLEAN, N_("The person can ask for it") },
  { "by", TEND_FIELD_CHOICE, N_("Who helps when it is needed"), 0, tend_giver_choices },
  { "applied", TEND_FIELD_CHOICE, N_("Put on the skin"), 0, appliances },
  { "apply_to", TEND_FIELD_TEXT, N_("Where on the body") },
  { "reuse_days", TEND_FIELD_INTEGER, N_("Days until the same place may be used again"),
    .minimum = 0, .maximum = 366 },
  { "prescriber", TEND_FIELD_TEXT, N_("Prescribed by") },
  { "pharmacy", TEND_FIELD_TEXT, N_("Pharmacy") },
  { "source", TEND_FIELD_CHOICE, N_("Copied from"), 0, sources },
  { "source_detail", TEND_FIELD_TEXT, N_("Its date, and who wrote it") },
  { "written_by", TEND_FIELD_TEXT, N_("Written by") },
  { "written_on", TEND_FIELD_DATE, N_("Written on"), TEND_FIELD_PAST },
  { "checked_by", TEND_FIELD_TEXT, N_("Checked by a second person") },
  { "checked_on", TEND_FIELD_DATE, N_("Checked on"), TEND_FIELD_PAST },
  { "trained_by", TEND_FIELD_TEXT, N_("Health professional who trained me in it") },
  { "trained_on", TEND_FIELD_DATE, N_("Trained on"), TEND_FIELD_PAST },
  { "approved_by", TEND_FIELD_TEXT, N_("Approved by") },
  { "approved_on", TEND_FIELD_DATE, N_("Approved on"), TEND_FIELD_PAST },
  { "low_stock_days", TEND_FIELD_INTEGER, N_("Warn when it lasts fewer days than"), .minimum = 0,
    .maximum = 90, .standard = "7" },
  { "replaces", TEND_FIELD_REFERENCE, N_("In place of"), 0, .refers_to = "medication" },
  { NULL }
};

static void
check_pattern (TendRecord *record,
               TendFaults *faults)
{
  const char *pattern = tend_record_get_text (record, "pattern");
  g_autoptr(GError) error = NULL;

  if (pattern != NULL && !tend_dose_pattern_check (pattern, &error))
    tend_faults_add (faults, "pattern", error->message);
  if ((tend_record_get_int (record, "days_on") > 0) !=
      (tend_record_get_int (record, "days_off") > 0))
    tend_faults_add (faults, tend_record_get_int (record, "days_on") > 0 ? "days_off" : "days_on",
                     _("Write both: how many days with the medicine, and how many without."));
}

static void
check (TendRecord *record,
       TendFaults *faults)
{
  g_auto(TendDoseText) dose = { 0 };

  if (tend_dose_text_read (tend_record_get_text (record, "dose"), &dose) && dose.least == 0)
    tend_faults_add (faults, "dose", _("A dose of nothing is no dose: write how much."));
  if (tend_record_is_set (record, "max_in_24h") && tend_record_get_int (record, "max_in_24h") == 0)
    tend_faults_add (faults, "max_in_24h", _("Leave this empty if no most is given."));
  check_pattern (record, faults);
  tend_faults_check_order (faults, record, "starts_on", "ends_on",
                           _("It stops before it starts: check the two dates."));
  tend_faults_check_order (faults, record, "starts_on", "review_on",
                           _("The review is before the first day: check the two dates."));
}

const TendKind tend_medication_kind = {
  "medication", "medications", N_("Medicine"), fields, .check = check
};
