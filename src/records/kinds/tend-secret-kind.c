/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "key_safe", N_("Key safe") }, { "door", N_("Door entry") }, { "alarm", N_("Alarm") },
  { "wifi", N_("Wi-Fi") }, { "other", N_("Something else") }, { NULL }
};

/* What opens a home.  There is no kind for bank cards, PINs or passwords: those are
 * not for a carer to keep.
 */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "kind", TEND_FIELD_CHOICE, N_("What it opens"), TEND_FIELD_REQUIRED, kinds },
  { "place", TEND_FIELD_TEXT, N_("Where it is") },
  { "code", TEND_FIELD_TEXT, N_("Code"),
    TEND_FIELD_REQUIRED | TEND_FIELD_SENSITIVE | TEND_FIELD_KEY },
  { "changed_on", TEND_FIELD_DATE, N_("Last changed on"), TEND_FIELD_PAST },
  { "note", TEND_FIELD_NOTE, N_("Note") },
  { NULL }
};

const TendKind tend_secret_kind = { "secret", "secrets", N_("Code"), fields };
