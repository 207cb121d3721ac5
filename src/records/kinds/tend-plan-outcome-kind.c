/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendField fields[] = {
  { "care_plan", TEND_FIELD_REFERENCE, N_("Care plan"), TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL,
    .refers_to = "care_plan" },
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL },
  { "outcome", TEND_FIELD_NOTE, N_("What the person wants"),
    TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "steps", TEND_FIELD_NOTE, N_("How we get there"), TEND_FIELD_SEARCHED },
  { "measure", TEND_FIELD_NOTE, N_("How we will know"), TEND_FIELD_SEARCHED },
  { NULL }
};

const TendKind tend_plan_outcome_kind = {
  "plan_outcome", "plan_outcomes", N_("Outcome"), fields, "care_plan", "outcomes"
};
