/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* Whom to ring, in order: somebody of the person's contacts, or a name and a number. */
static const TendField fields[] = {
  { "contingency_plan", TEND_FIELD_REFERENCE, N_("Contingency plan"),
    TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL, .refers_to = "contingency_plan" },
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL },
  { "person", TEND_FIELD_REFERENCE, N_("Who"), 0, .refers_to = "person" },
  { "name", TEND_FIELD_TEXT, N_("Name"), TEND_FIELD_SEARCHED },
  { "phone", TEND_FIELD_TEXT, N_("Phone"), TEND_FIELD_OTHERS | TEND_FIELD_SEARCHED },
  { "note", TEND_FIELD_TEXT, N_("For what"), TEND_FIELD_SEARCHED },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  if (!tend_record_is_set (record, "person") && !tend_record_is_set (record, "name"))
    tend_faults_add (faults, "name", _("Say who is to be rung."));
}

const TendKind tend_contingency_contact_kind = {
  "contingency_contact", "contingency_contacts", N_("Person to ring"), fields, "contingency_plan",
  "contacts", .check = check
};
