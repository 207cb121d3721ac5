/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "effect", N_("What it did") }, { "note", N_("Added later") }, { NULL }
};

static const TendChoice looks[] = {
  { "on", N_("Still on") }, { "off", N_("Had come off") }, { NULL }
};

/* What is said of a dose after its entry was made: how well a PRN dose worked,
 * whether a patch was still on. */
static const TendField fields[] = {
  { "mar_entry", TEND_FIELD_REFERENCE, N_("MAR entry"),
    TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL, .refers_to = "mar_entry" },
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL },
  { "kind", TEND_FIELD_CHOICE, N_("Kind"), 0, kinds, .standard = "effect" },
  { "written_at", TEND_FIELD_INSTANT, N_("Written down"), TEND_FIELD_REQUIRED },
  { "initials", TEND_FIELD_TEXT, N_("Initials") },
  { "text", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_REQUIRED },
  { "patch", TEND_FIELD_CHOICE, N_("The patch"), 0, looks },
  { NULL }
};

const TendKind tend_mar_note_kind = {
  "mar_note", "mar_notes", N_("Note on a dose"), fields, "mar_entry", "notes"
};
