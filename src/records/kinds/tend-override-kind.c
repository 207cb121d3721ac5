/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* Why the carer went on although a rule held something back: the reason is kept for good. */
static const TendField fields[] = {
  { "rule", TEND_FIELD_TEXT, N_("Rule"), TEND_FIELD_REQUIRED }, /* "CA11" */
  { "scheme", TEND_FIELD_TEXT, N_("Council scheme") },
  { "client", TEND_FIELD_REFERENCE, N_("Client"), 0, .refers_to = "client" },
  { "subject", TEND_FIELD_TEXT, N_("What it was about"), TEND_FIELD_REQUIRED }, /* kind/id */
  { "reason", TEND_FIELD_NOTE, N_("Why"), TEND_FIELD_REQUIRED },
  { "decided_on", TEND_FIELD_DATE, N_("Decided on"), TEND_FIELD_REQUIRED },
  { NULL }
};

const TendKind tend_override_kind = { "override", "overrides", N_("Reason to go on"), fields };
