/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "gift", N_("Gift") }, { "money", N_("Money") }, { "loan", N_("Loan") },
  { "valuables", N_("Valuables to look after") }, { "bequest", N_("Something in a will") },
  { NULL }
};

static const TendChoice answers[] = {
  { "declined", N_("Declined") }, { "agreed_pay", N_("It was agreed pay") },
  { "kept_safe", N_("Kept safe and listed") }, { "returned", N_("Given back") },
  { "accepted", N_("Accepted") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "kind", TEND_FIELD_CHOICE, N_("Kind"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED, kinds },
  { "offered_on", TEND_FIELD_DATE, N_("Offered on"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "what", TEND_FIELD_TEXT, N_("What it was"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "value_pence", TEND_FIELD_PENCE, N_("Worth about"), 0, .maximum = 10000000000 },
  { "offered_by", TEND_FIELD_TEXT, N_("Offered by"), TEND_FIELD_OTHERS | TEND_FIELD_SEARCHED },
  { "answer", TEND_FIELD_CHOICE, N_("What was done"), TEND_FIELD_REQUIRED, answers },
  { "told", TEND_FIELD_TEXT, N_("Who was told"), TEND_FIELD_SEARCHED },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { NULL }
};

const TendKind tend_gift_kind = { "gift", "gifts", N_("Gift, loan or valuables"), fields };
