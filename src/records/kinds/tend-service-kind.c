/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "personal_care", N_("Personal care") }, { "support", N_("Support at home") },
  { "wellbeing", N_("Well-being and company") }, { "sleep_in", N_("Sleep-in") },
  { "waking_night", N_("Waking night") }, { "other", N_("Other") }, { NULL }
};

static const TendField fields[] = {
  { "name", TEND_FIELD_TEXT, N_("Service"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "kind", TEND_FIELD_CHOICE, N_("Kind of service"), TEND_FIELD_REQUIRED, kinds,
    .standard = "support" },
  { NULL }
};

const TendKind tend_service_kind = { "service", "services", N_("Service"), fields };
