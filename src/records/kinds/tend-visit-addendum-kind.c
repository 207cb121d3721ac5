/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* What was added to a visit once its record was closed: never changed, never removed. */
static const TendField fields[] = {
  { "visit", TEND_FIELD_REFERENCE, N_("Visit"), TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL,
    .refers_to = "visit" },
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL },
  { "written_at", TEND_FIELD_INSTANT, N_("Added"), TEND_FIELD_REQUIRED },
  { "text", TEND_FIELD_NOTE, N_("What is added"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { NULL }
};

const TendKind tend_visit_addendum_kind = {
  "visit_addendum", "visit_addenda", N_("Added later"), fields, "visit", "addenda"
};
