/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-care-choices.h"

#include <glib/gi18n-lib.h>

/* Signed by whoever showed it, who may well be the person or their family. */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "equipment", TEND_FIELD_TEXT, N_("Equipment"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "trained_on", TEND_FIELD_DATE, N_("Shown on"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "trained_by", TEND_FIELD_TEXT, N_("Shown by"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "trainer", TEND_FIELD_CHOICE, N_("Who they are"), TEND_FIELD_REQUIRED,
    tend_relation_choices },
  { "shown", TEND_FIELD_NOTE, N_("What was shown and tried"), TEND_FIELD_SEARCHED },
  { "signed_on", TEND_FIELD_DATE, N_("Signed on"), TEND_FIELD_PAST },
  { "review_on", TEND_FIELD_DATE, N_("Show again on") },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "trained_on", "signed_on",
                           _("It was signed before it was shown: check the two dates."));
  tend_faults_check_order (faults, record, "trained_on", "review_on",
                           _("That is before the day it was shown."));
}

const TendKind tend_equipment_training_kind = {
  "equipment_training", "equipment_training", N_("Equipment training"), fields, .check = check
};
