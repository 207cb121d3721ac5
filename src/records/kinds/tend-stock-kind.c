/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "brought_forward", N_("Brought forward") }, { "received", N_("Received") },
  { "returned", N_("Returned to the pharmacy") }, { "destroyed", N_("Destroyed") },
  { "counted", N_("Counted") }, { NULL }
};

/* What came and went besides the doses, and what was counted (domain.md 2.2). */
static const TendField fields[] = {
  { "medication", TEND_FIELD_REFERENCE, N_("Medicine"), TEND_FIELD_REQUIRED,
    .refers_to = "medication" },
  { "date", TEND_FIELD_DATE, N_("On"), TEND_FIELD_REQUIRED },
  { "kind", TEND_FIELD_CHOICE, N_("What happened"), TEND_FIELD_REQUIRED, kinds },
  { "quantity", TEND_FIELD_QUANTITY, N_("How much"), TEND_FIELD_REQUIRED, .minimum = 0,
    .maximum = TEND_QUANTITY_MOST },
  { "at", TEND_FIELD_CLOCK, N_("At") },
  { "note", TEND_FIELD_NOTE, N_("Note") },
  { "incident", TEND_FIELD_REFERENCE, N_("Incident"), 0, .refers_to = "incident" },
  { "initials", TEND_FIELD_TEXT, N_("Initials") },
  { NULL }
};

const TendKind tend_stock_kind = { "stock", "stock", N_("Stock"), fields };
