/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "car", N_("Car") }, { "van", N_("Van") }, { "motorcycle", N_("Motorcycle") },
  { "bicycle", N_("Bicycle") }, { NULL }
};

/* What the carer corrects in data/figures: same kind and day replaces it. */
static const TendField fields[] = {
  { "kind", TEND_FIELD_CHOICE, N_("Vehicle"), TEND_FIELD_REQUIRED, kinds },
  { "from", TEND_FIELD_DATE, N_("From"), TEND_FIELD_REQUIRED },
  { "pence_first", TEND_FIELD_INTEGER, N_("Pence a mile"), TEND_FIELD_REQUIRED, .maximum = 1000 },
  { "pence_after", TEND_FIELD_INTEGER, N_("Pence a mile after the limit"), 0, .maximum = 1000 },
  { "limit_tenths", TEND_FIELD_TENTHS, N_("Limit in miles"), 0, .maximum = 9999999 },
  { "source", TEND_FIELD_TEXT, N_("Where the figure is from") },
  { NULL }
};

const TendKind tend_mileage_rate_kind = {
  "mileage_rate", "mileage_rates", N_("Mileage allowance"), fields
};
