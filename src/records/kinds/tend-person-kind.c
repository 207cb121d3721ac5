/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice relations[] = {
  { "family", N_("Family") }, { "friend", N_("Friend") }, { "attorney", N_("Attorney") },
  { "deputy", N_("Deputy") }, { "payer", N_("Pays the bills") }, { "gp", N_("GP") },
  { "emergency", N_("Emergency contact") }, { "social_worker", N_("Social worker") },
  { "council", N_("Council") }, { "pharmacy", N_("Pharmacy") },
  { "nurse", N_("Nurse or therapist") }, { "neighbour", N_("Neighbour") },
  { "other", N_("Other") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "name", TEND_FIELD_TEXT, N_("Name"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "relation", TEND_FIELD_CHOICE, N_("Who they are"), TEND_FIELD_REQUIRED, relations },
  { "organisation", TEND_FIELD_TEXT, N_("Organisation"), TEND_FIELD_SEARCHED },
  { "address", TEND_FIELD_NOTE, N_("Address"), TEND_FIELD_OTHERS },
  { "postcode", TEND_FIELD_TEXT, N_("Postcode"), TEND_FIELD_OTHERS },
  { "phone", TEND_FIELD_TEXT, N_("Phone"), TEND_FIELD_SEARCHED | TEND_FIELD_OTHERS },
  { "email", TEND_FIELD_TEXT, N_("Email"), TEND_FIELD_OTHERS },
  { "pays_bills", TEND_FIELD_BOOLEAN, N_("Invoices go to them") },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_OTHERS },
  { NULL }
};

const TendKind tend_person_kind = { "person", "people", N_("Person to contact"), fields };
