/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendField fields[] = {
  { "visit", TEND_FIELD_REFERENCE, N_("Visit"), TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL,
    .refers_to = "visit" },
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL },
  { "title", TEND_FIELD_TEXT, N_("Task"), TEND_FIELD_REQUIRED },
  { "done", TEND_FIELD_BOOLEAN, N_("Done") },
  { "reason", TEND_FIELD_TEXT, N_("Why not") },
  { "plan_task", TEND_FIELD_REFERENCE, N_("Task of the plan"), 0, .refers_to = "plan_task" },
  { NULL }
};

const TendKind tend_visit_task_kind = {
  "visit_task", "visit_tasks", N_("Task"), fields, "visit", "tasks"
};
