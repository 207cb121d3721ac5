/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-care-choices.h"

#include <glib/gi18n-lib.h>

static const TendChoice roles[] = {
  { "emergency", N_("999") }, { "nhs_111", N_("NHS 111") }, { "gp", N_("GP") },
  { "council", N_("Council safeguarding team") },
  { "social_care", N_("Council adult social care") }, { "police", N_("Police") },
  { "coroner", N_("Coroner") },
  { "family", N_("Family") }, { "attorney", N_("Attorney or deputy") },
  { "social_worker", N_("Social worker") }, { "scheme", N_("Council scheme") },
  { "regulator", N_("Regulator") }, { "insurer", N_("Insurer") }, { "ico", N_("ICO") },
  { "other", N_("Somebody else") }, { NULL }
};

static const TendField fields[] = {
  { "incident", TEND_FIELD_REFERENCE, N_("Incident"), TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL,
    .refers_to = "incident" },
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL },
  { "role", TEND_FIELD_CHOICE, N_("Who was told"), TEND_FIELD_REQUIRED, roles },
  { "name", TEND_FIELD_TEXT, N_("Name"), TEND_FIELD_SEARCHED },
  { "told_at", TEND_FIELD_INSTANT, N_("When"), TEND_FIELD_REQUIRED },
  { "how", TEND_FIELD_CHOICE, N_("How"), 0, tend_manner_choices },
  { "reference", TEND_FIELD_TEXT, N_("Their reference"), TEND_FIELD_SEARCHED },
  { "answer", TEND_FIELD_NOTE, N_("What they said"), TEND_FIELD_OTHERS | TEND_FIELD_SEARCHED },
  { NULL }
};

const TendKind tend_incident_report_kind = {
  "incident_report", "incident_reports", N_("Telling somebody"), fields, "incident", "told"
};
