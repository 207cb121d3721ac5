/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* The carer's own bands, which take the place of those in data/care.  A band goes
 * from its score to the one below the next band's.
 */
static const TendField fields[] = {
  { "name", TEND_FIELD_TEXT, N_("Name"), TEND_FIELD_REQUIRED },
  { "from", TEND_FIELD_INTEGER, N_("From the score"), TEND_FIELD_REQUIRED | TEND_FIELD_UNIQUE,
    .minimum = 1, .maximum = 25 },
  { NULL }
};

const TendKind tend_risk_band_kind = { "risk_band", "risk_bands", N_("Band of risks"), fields };
