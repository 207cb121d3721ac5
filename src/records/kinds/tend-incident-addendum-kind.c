/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-addendum.h"
#include "tend-kinds.h"

/* The fields of an incident that stay as they were written. */
static const TendChoice words[] = {
  { "kind", N_("Kind") }, { "what", N_("What it was") },
  { "happened_at", N_("When it happened, or was seen") }, { "place", N_("Where") },
  { "present", N_("Who was there") }, { "facts", N_("What I saw and heard") },
  { "own_words", N_("What the person said, word for word") }, { "injuries", N_("Injuries") },
  { "action", N_("What I did at once") }, { "opinion", N_("What I think, and why") },
  { "abuse", N_("Kind of harm") }, { "wishes", N_("What the person wants to happen") },
  { "agreed_to_tell", N_("Whether they agreed to my telling") },
  { "override_reason", N_("Why it was told without agreement") }, { NULL }
};

static const TendField fields[] = { TEND_ADDENDUM_FIELDS ("incident", N_("Incident"), words) };

const TendKind tend_incident_addendum_kind = {
  "incident_addendum", "incident_addenda", N_("Added later"), fields, "incident", "addenda",
  .check = tend_addendum_check
};
