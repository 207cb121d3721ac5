/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "retainer", N_("Retainer") }, { "cancellation", N_("Cancellation") },
  { "parking", N_("Parking") }, { "other", N_("Other") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "date", TEND_FIELD_DATE, N_("Date"), TEND_FIELD_REQUIRED },
  { "kind", TEND_FIELD_CHOICE, N_("Kind"), TEND_FIELD_REQUIRED, kinds, .standard = "other" },
  { "amount_pence", TEND_FIELD_PENCE, N_("Amount"), TEND_FIELD_REQUIRED, .minimum = -100000000,
    .maximum = 100000000 },
  { "description", TEND_FIELD_TEXT, N_("What for") },
  { NULL }
};

const TendKind tend_charge_kind = { "charge", "charges", N_("Extra charge"), fields };
