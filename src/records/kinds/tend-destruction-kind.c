/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* What was destroyed and why, without a name: it outlives the record. */
static const TendField fields[] = {
  { "destroyed_on", TEND_FIELD_DATE, N_("Destroyed on"), TEND_FIELD_REQUIRED },
  { "what", TEND_FIELD_TEXT, N_("What it was"), TEND_FIELD_REQUIRED },
  { "ended_on", TEND_FIELD_DATE, N_("Care had ended on") },
  { "kept_until", TEND_FIELD_DATE, N_("To be kept until") },
  { "rule", TEND_FIELD_TEXT, N_("By the rule") },
  { "reason", TEND_FIELD_NOTE, N_("Why"), TEND_FIELD_REQUIRED },
  { "decided_by", TEND_FIELD_TEXT, N_("Decided by") },
  { "n_records", TEND_FIELD_INTEGER, N_("Records"), 0, .maximum = G_MAXINT },
  { "n_documents", TEND_FIELD_INTEGER, N_("Documents among them"), 0, .maximum = G_MAXINT },
  { "copies", TEND_FIELD_NOTE, N_("Copies that still hold it") },
  { NULL }
};

const TendKind tend_destruction_kind = { "destruction", "destructions", N_("Destruction note"),
                                         fields };
