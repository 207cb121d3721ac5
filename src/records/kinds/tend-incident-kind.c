/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "incident", N_("Incident") }, { "accident", N_("Accident") }, { "near_miss", N_("Near miss") },
  { "safeguarding", N_("Safeguarding concern") }, { NULL }
};

static const TendChoice whats[] = {
  { "fall", N_("Fall") }, { "injury", N_("Injury") }, { "medicine_error", N_("Medicine error") },
  { "missed_visit", N_("Missed visit") }, { "abuse", N_("Harm, abuse or neglect") },
  { "damage", N_("Damage or loss") }, { "death", N_("Death") },
  { "data_breach", N_("Data breach") }, { "other", N_("Something else") }, { NULL }
};

/* The ten kinds of the Care Act's guidance. */
static const TendChoice abuses[] = {
  { "physical", N_("Physical") }, { "domestic", N_("Domestic") }, { "sexual", N_("Sexual") },
  { "psychological", N_("Psychological") }, { "financial", N_("Financial or material") },
  { "modern_slavery", N_("Modern slavery") }, { "discriminatory", N_("Discriminatory") },
  { "organisational", N_("Organisational") }, { "neglect", N_("Neglect") },
  { "self_neglect", N_("Self-neglect") }, { NULL }
};

static const TendChoice agreements[] = {
  { "agreed", N_("Agreed to my telling") }, { "refused", N_("Did not want me to tell") },
  { "not_asked", N_("Not asked: it was not safe to") },
  { "cannot_decide", N_("Cannot decide this now") }, { NULL }
};

/* Facts have a place of their own, apart from what anybody thinks of them. */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), 0, .refers_to = "client" },
  { "visit", TEND_FIELD_REFERENCE, N_("Visit"), 0, .refers_to = "visit" },
  { "kind", TEND_FIELD_CHOICE, N_("Kind"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED, kinds },
  { "what", TEND_FIELD_CHOICE, N_("What it was"), TEND_FIELD_SEARCHED, whats },
  { "happened_at", TEND_FIELD_INSTANT, N_("When it happened, or was seen"),
    TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "place", TEND_FIELD_TEXT, N_("Where"), TEND_FIELD_SEARCHED },
  { "present", TEND_FIELD_NOTE, N_("Who was there"), TEND_FIELD_OTHERS | TEND_FIELD_SEARCHED },
  { "facts", TEND_FIELD_NOTE, N_("What I saw and heard"),
    TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "own_words", TEND_FIELD_NOTE, N_("What the person said, word for word"), TEND_FIELD_SEARCHED },
  { "opinion", TEND_FIELD_NOTE, N_("What I think, and why"), TEND_FIELD_SEARCHED },
  { "injuries", TEND_FIELD_NOTE, N_("Injuries"), TEND_FIELD_SEARCHED },
  { "action", TEND_FIELD_NOTE, N_("What I did at once"), TEND_FIELD_SEARCHED },
  { "abuse", TEND_FIELD_LIST, N_("Kind of harm"), 0, abuses },
  { "wishes", TEND_FIELD_NOTE, N_("What the person wants to happen"), TEND_FIELD_SEARCHED },
  { "agreed_to_tell", TEND_FIELD_CHOICE, N_("Whether they agreed to my telling"), 0, agreements },
  { "override_reason", TEND_FIELD_NOTE, N_("Why it was told without agreement"),
    TEND_FIELD_SEARCHED },
  { "written_at", TEND_FIELD_INSTANT, N_("Written down") },
  { "follow_up", TEND_FIELD_NOTE, N_("What is to follow"), TEND_FIELD_SEARCHED },
  { "follow_up_on", TEND_FIELD_DATE, N_("Follow up on") },
  { "lessons", TEND_FIELD_NOTE, N_("What was learnt"), TEND_FIELD_SEARCHED },
  { "closed_on", TEND_FIELD_DATE, N_("Closed on"), TEND_FIELD_PAST },
  { "changed_at", TEND_FIELD_INSTANT, N_("Last changed") },
  { "followed_up_on", TEND_FIELD_DATE, N_("Followed up on"), TEND_FIELD_PAST },
  { "outcome", TEND_FIELD_NOTE, N_("What came of it"), TEND_FIELD_SEARCHED },
  { NULL }
};

const TendKind tend_incident_kind = { "incident", "incidents", N_("Incident"), fields };
