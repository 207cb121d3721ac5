/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice purposes[] = {
  { "new_client", N_("Somebody who may become a client") }, { "council", N_("The council") },
  { "inspection", N_("An inspection") }, { "insurer", N_("An insurer") }, { NULL }
};

static const TendChoice clients[] = {
  { "left_out", N_("Left out") }, { "redacted", N_("Without names") },
  { "included", N_("With their consent") }, { NULL }
};

/* What was handed over, to whom and when. */
static const TendField fields[] = {
  { "purpose", TEND_FIELD_CHOICE, N_("For"), TEND_FIELD_REQUIRED, purposes },
  { "scheme", TEND_FIELD_TEXT, N_("Council scheme") },
  { "made_on", TEND_FIELD_DATE, N_("Put together on"), TEND_FIELD_REQUIRED },
  { "given_to", TEND_FIELD_TEXT, N_("Given to"), TEND_FIELD_SEARCHED },
  { "given_on", TEND_FIELD_DATE, N_("Given on") },
  { "clients", TEND_FIELD_CHOICE, N_("Records of clients"), 0, clients, .standard = "left_out" },
  { "contents", TEND_FIELD_NOTE, N_("What was in it") }, /* a title a line */
  { "locked", TEND_FIELD_BOOLEAN, N_("Locked with a passphrase") },
  { "sha256", TEND_FIELD_TEXT, N_("Checksum (SHA-256)") },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { NULL }
};

const TendKind tend_portfolio_kind = { "portfolio", "portfolios", N_("Portfolio"), fields };
