/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "course", N_("Course") }, { "online", N_("Online course") },
  { "reading", N_("Reading or watching") }, { "supervision", N_("Talk with somebody experienced") },
  { "practice", N_("Learnt at work") }, { "other", N_("Something else") }, { NULL }
};

/* Continuing professional development: what was learnt, and how long it took. */
static const TendField fields[] = {
  { "done_on", TEND_FIELD_DATE, N_("Done on"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "title", TEND_FIELD_TEXT, N_("What it was"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "kind", TEND_FIELD_CHOICE, N_("Kind"), 0, kinds, .standard = "course" },
  { "minutes", TEND_FIELD_MINUTES, N_("Time it took"), .maximum = 60000 },
  { "learnt", TEND_FIELD_NOTE, N_("What I learnt, and what I do differently"),
    TEND_FIELD_SEARCHED },
  { "credential", TEND_FIELD_REFERENCE, N_("Certificate"), 0, .refers_to = "credential" },
  { "member", TEND_FIELD_REFERENCE, N_("Who"), 0, .refers_to = "team_member" },
  { NULL }
};

const TendKind tend_cpd_kind = { "cpd", "cpd", N_("Learning"), fields };
