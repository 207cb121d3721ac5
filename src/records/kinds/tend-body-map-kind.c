/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* A new map each time: what was seen then, not what caused it. */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "incident", TEND_FIELD_REFERENCE, N_("Incident"), 0, .refers_to = "incident" },
  { "seen_at", TEND_FIELD_INSTANT, N_("Seen"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "note", TEND_FIELD_NOTE, N_("What the person said of it, word for word"), TEND_FIELD_SEARCHED },
  { "written_at", TEND_FIELD_INSTANT, N_("Written down") },
  { "changed_at", TEND_FIELD_INSTANT, N_("Last changed") },
  { NULL }
};

const TendKind tend_body_map_kind = { "body_map", "body_maps", N_("Body map"), fields };
