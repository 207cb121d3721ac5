/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* Days the carer adds to those in data/figures: a royal wedding, say. */
static const TendField fields[] = {
  { "date", TEND_FIELD_DATE, N_("Date"), TEND_FIELD_REQUIRED | TEND_FIELD_UNIQUE },
  { "name", TEND_FIELD_TEXT, N_("Name"), TEND_FIELD_REQUIRED },
  { NULL }
};

const TendKind tend_bank_holiday_kind = { "bank_holiday", "bank_holidays", N_("Bank holiday"),
                                          fields };
