/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* What is to happen when something does not go as planned.  Others are named for the
 * person to choose from; nobody is assigned.  Each writing is a record of its own, and
 * the newest counts.
 */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "updated_on", TEND_FIELD_DATE, N_("Written on"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "carer_ill", TEND_FIELD_NOTE, N_("If I am unwell"), TEND_FIELD_SEARCHED },
  { "bad_weather", TEND_FIELD_NOTE, N_("If I cannot get there"), TEND_FIELD_SEARCHED },
  { "no_reply", TEND_FIELD_NOTE, N_("If nobody answers the door"), TEND_FIELD_SEARCHED },
  { "no_reply_minutes", TEND_FIELD_MINUTES, N_("How long to wait at the door"), 0,
    .maximum = 240 },
  { "cannot_wait", TEND_FIELD_NOTE, N_("What cannot wait"), TEND_FIELD_SEARCHED },
  { "can_wait", TEND_FIELD_NOTE, N_("What can wait"), TEND_FIELD_SEARCHED },
  { "others", TEND_FIELD_NOTE, N_("Others the person may choose"), TEND_FIELD_SEARCHED },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { "agreed_on", TEND_FIELD_DATE, N_("Agreed by everybody on") },
  { "agreed_with", TEND_FIELD_TEXT, N_("Who agreed to it"), TEND_FIELD_SEARCHED },
  { NULL }
};

const TendKind tend_contingency_plan_kind = {
  "contingency_plan", "contingency_plans", N_("Contingency plan"), fields
};
