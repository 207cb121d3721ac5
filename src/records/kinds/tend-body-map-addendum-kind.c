/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-addendum.h"
#include "tend-kinds.h"

/* What stays of a body map as it was seen. */
static const TendChoice words[] = {
  { "seen_at", N_("Seen") }, { "marks", N_("Marks") },
  { "note", N_("What the person said of it, word for word") }, { NULL }
};

static const TendField fields[] = { TEND_ADDENDUM_FIELDS ("body_map", N_("Body map"), words) };

const TendKind tend_body_map_addendum_kind = {
  "body_map_addendum", "body_map_addenda", N_("Added later"), fields, "body_map", "addenda",
  .check = tend_addendum_check
};
