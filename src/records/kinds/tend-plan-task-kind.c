/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-care-choices.h"

#include <glib/gi18n-lib.h>

static const TendChoice parts[] = {
  { "any", N_("At any visit") }, { "morning", N_("In the morning") },
  { "midday", N_("In the middle of the day") }, { "afternoon", N_("In the afternoon") },
  { "evening", N_("In the evening") }, { "night", N_("At night") }, { NULL }
};

/* What a scheme asks training or insurance for (domain.md ST24, WO03, WO04, CA28). */
static const TendChoice involves[] = {
  { "mobility_aid", N_("A mobility aid or hoist") }, { "moving", N_("Moving the person") },
  { "food", N_("Preparing food") }, { "medicines", N_("Medicines") },
  { "person_specific", N_("What this person alone needs training for") }, { NULL }
};

static const TendField fields[] = {
  { "care_plan", TEND_FIELD_REFERENCE, N_("Care plan"), TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL,
    .refers_to = "care_plan" },
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL },
  { "title", TEND_FIELD_TEXT, N_("Task"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "detail", TEND_FIELD_NOTE, N_("How they like it done"), TEND_FIELD_SEARCHED },
  { "part_of_day", TEND_FIELD_CHOICE, N_("When"), 0, parts, .standard = "any" },
  { "weekdays", TEND_FIELD_LIST, N_("On which days"), 0, tend_weekday_choices },
  { "service", TEND_FIELD_REFERENCE, N_("Service"), 0, .refers_to = "service" },
  { "personal_care", TEND_FIELD_BOOLEAN, N_("Personal care") },
  { "when_needed", TEND_FIELD_BOOLEAN, N_("Only when needed") },
  { "involves", TEND_FIELD_LIST, N_("It involves"), 0, involves },
  { NULL }
};

const TendKind tend_plan_task_kind = {
  "plan_task", "plan_tasks", N_("Task of the plan"), fields, "care_plan", "tasks"
};
