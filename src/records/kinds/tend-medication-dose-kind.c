/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

/* A dose that changes from day to day, as with warfarin or a course that tapers: so much
 * from this day until the next one that is written.
 */
static const TendField fields[] = {
  { "medication", TEND_FIELD_REFERENCE, N_("Medicine"),
    TEND_FIELD_REQUIRED | TEND_FIELD_INTERNAL, .refers_to = "medication" },
  { "position", TEND_FIELD_INTEGER, N_("Order"), TEND_FIELD_INTERNAL },
  { "from", TEND_FIELD_DATE, N_("From"), TEND_FIELD_REQUIRED },
  { "quantity", TEND_FIELD_QUANTITY, N_("How much"), TEND_FIELD_REQUIRED, .minimum = 1,
    .maximum = TEND_QUANTITY_MOST },
  { NULL }
};

const TendKind tend_medication_dose_kind = {
  "medication_dose", "medication_doses", N_("Dose by day"), fields, "medication", "doses"
};
