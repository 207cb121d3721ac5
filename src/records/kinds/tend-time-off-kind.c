/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "holiday", N_("Holiday") }, { "sick", N_("Unwell") }, { "training", N_("Training") },
  { "other", N_("Other") }, { NULL }
};

static const TendField fields[] = {
  { "starts_on", TEND_FIELD_DATE, N_("First day"), TEND_FIELD_REQUIRED },
  { "ends_on", TEND_FIELD_DATE, N_("Last day"), TEND_FIELD_REQUIRED },
  { "kind", TEND_FIELD_CHOICE, N_("Kind"), TEND_FIELD_REQUIRED, kinds, .standard = "holiday" },
  { "told", TEND_FIELD_DATE, N_("Clients told on") },
  { "note", TEND_FIELD_NOTE, N_("Note") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "starts_on", "ends_on",
                           _("The last day is before the first."));
}

const TendKind tend_time_off_kind = { "time_off", "time_off", N_("Time off"), fields,
                                      .check = check };
