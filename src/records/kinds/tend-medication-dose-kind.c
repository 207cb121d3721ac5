/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

static const TendChoice sources[] = {
  { "yellow_book", N_("The yellow book") }, { "message", N_("Message from the clinic or GP") },
  { "phone", N_("By telephone") }, { "label", N_("The pharmacy’s label") },
  { "other", N_("Something else") }, { NULL }
};

/* A dose that changes from day to day, as with warfarin or a course that tapers: so much
 * from this day until the next one that is written, and on whose word.
 */
static const TendField fields[] = {
  { "medication", TEND_FIELD_REFERENCE, N_("Medicine"),
    TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL, .refers_to = "medication" },
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL },
  { "from", TEND_FIELD_DATE, N_("From"), TEND_FIELD_REQUIRED },
  { "quantity", TEND_FIELD_QUANTITY, N_("How much"), TEND_FIELD_REQUIRED, .minimum = 1,
    .maximum = TEND_QUANTITY_MOST },
  { "source", TEND_FIELD_CHOICE, N_("Told by"), 0, sources },
  { "source_detail", TEND_FIELD_TEXT, N_("Whose word, when, and the result of the test") },
  { "next_test_on", TEND_FIELD_DATE, N_("Next test on") },
  { "written_by", TEND_FIELD_TEXT, N_("Written by") },
  { "written_on", TEND_FIELD_DATE, N_("Written on"), TEND_FIELD_PAST },
  { "checked_by", TEND_FIELD_TEXT, N_("Checked by a second person") },
  { "checked_on", TEND_FIELD_DATE, N_("Checked on"), TEND_FIELD_PAST },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "from", "next_test_on",
                           _("The next test is before the dose begins: check the two dates."));
}

const TendKind tend_medication_dose_kind = {
  "medication_dose", "medication_doses", N_("Dose by day"), fields, "medication", "doses",
  .check = check
};
