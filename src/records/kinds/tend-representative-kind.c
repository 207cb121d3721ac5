/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "lpa_health", N_("Lasting power of attorney: health and welfare") },
  { "lpa_property", N_("Lasting power of attorney: property and money") },
  { "epa", N_("Enduring power of attorney") },
  { "deputy_health", N_("Deputy for health and welfare") },
  { "deputy_property", N_("Deputy for property and money") },
  { "appointee", N_("Appointee for benefits") }, { "advocate", N_("Advocate") },
  { "other", N_("Another authority") }, { NULL }
};

static const TendChoice acts[] = {
  { "alone", N_("Alone") }, { "jointly", N_("Only together with the others") },
  { "severally", N_("Alone or with the others") }, { NULL }
};

/* A health and welfare attorney acts only once the person cannot decide for themselves. */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "person", TEND_FIELD_REFERENCE, N_("Who"), TEND_FIELD_REQUIRED, .refers_to = "person" },
  { "kind", TEND_FIELD_CHOICE, N_("Authority"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED, kinds },
  { "acts", TEND_FIELD_CHOICE, N_("Acts"), 0, acts },
  { "reference", TEND_FIELD_TEXT, N_("Registration or court number"), TEND_FIELD_SENSITIVE },
  { "registered_on", TEND_FIELD_DATE, N_("Registered on"), TEND_FIELD_PAST },
  { "seen_on", TEND_FIELD_DATE, N_("I saw the document on"), TEND_FIELD_PAST },
  { "seen_how", TEND_FIELD_TEXT, N_("What I saw"), TEND_FIELD_SEARCHED },
  { "ends_on", TEND_FIELD_DATE, N_("Last day") },
  { "note", TEND_FIELD_NOTE, N_("Limits and instructions"), TEND_FIELD_SEARCHED },
  { NULL }
};

const TendKind tend_representative_kind = {
  "representative", "representatives", N_("Representative"), fields
};
