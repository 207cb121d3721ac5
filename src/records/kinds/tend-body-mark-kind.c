/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice sides[] = {
  { "front", N_("Front") }, { "back", N_("Back") }, { "left", N_("Left side") },
  { "right", N_("Right side") }, { NULL }
};

static const TendChoice kinds[] = {
  { "bruise", N_("Bruise") }, { "cut", N_("Cut") }, { "graze", N_("Graze") },
  { "skin_tear", N_("Skin tear") }, { "pressure", N_("Pressure mark or sore") },
  { "burn", N_("Burn or scald") }, { "swelling", N_("Swelling") }, { "rash", N_("Rash") },
  { "redness", N_("Redness") }, { "wound", N_("Wound or dressing") },
  { "other", N_("Something else") }, { NULL }
};

/* Its number is its place in the map, from 1.  Where it is: thousandths of the drawing
 * of that side, from its left and from its top.
 */
static const TendField fields[] = {
  { "body_map", TEND_FIELD_REFERENCE, N_("Body map"), TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL,
    .refers_to = "body_map" },
  { "position", TEND_FIELD_INTEGER, N_("Number"), TEND_FIELD_INTERNAL },
  { "side", TEND_FIELD_CHOICE, N_("Side"), TEND_FIELD_REQUIRED, sides },
  { "x_thousandths", TEND_FIELD_INTEGER, N_("From the left, in thousandths"), TEND_FIELD_REQUIRED,
    .maximum = 1000 },
  { "y_thousandths", TEND_FIELD_INTEGER, N_("From the top, in thousandths"), TEND_FIELD_REQUIRED,
    .maximum = 1000 },
  { "kind", TEND_FIELD_CHOICE, N_("What it is"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED, kinds },
  { "place", TEND_FIELD_TEXT, N_("Exact place"), TEND_FIELD_SEARCHED },
  { "size", TEND_FIELD_TEXT, N_("Size") },
  { "shape", TEND_FIELD_TEXT, N_("Shape") },
  { "colour", TEND_FIELD_TEXT, N_("Colour") },
  { "note", TEND_FIELD_TEXT, N_("Note"), TEND_FIELD_SEARCHED },
  { NULL }
};

const TendKind tend_body_mark_kind = {
  "body_mark", "body_marks", N_("Mark"), fields, "body_map", "marks"
};
