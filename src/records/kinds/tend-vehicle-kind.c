/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "car", N_("Car") }, { "van", N_("Van") }, { "motorcycle", N_("Motorcycle") },
  { "bicycle", N_("Bicycle") }, { NULL }
};

static const TendField fields[] = {
  { "name", TEND_FIELD_TEXT, N_("Vehicle"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "kind", TEND_FIELD_CHOICE, N_("Kind"), TEND_FIELD_REQUIRED, kinds, .standard = "car" },
  { "registration", TEND_FIELD_TEXT, N_("Registration") },
  { NULL }
};

const TendKind tend_vehicle_kind = { "vehicle", "vehicles", N_("Vehicle"), fields };
