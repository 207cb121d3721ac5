/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* While one lies on a person's record, nothing of it is destroyed, however old it is. */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "placed_on", TEND_FIELD_DATE, N_("Held from"), TEND_FIELD_REQUIRED },
  { "reason", TEND_FIELD_NOTE, N_("Why it must be kept"), TEND_FIELD_REQUIRED },
  { "asked_by", TEND_FIELD_TEXT, N_("Who asked for it") },
  { "lifted_on", TEND_FIELD_DATE, N_("No longer held from") },
  { "lifted_why", TEND_FIELD_NOTE, N_("Why it is no longer needed") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "placed_on", "lifted_on",
                           _("It ended before it began: check the two dates."));
  if (tend_record_is_set (record, "lifted_on") && !tend_record_is_set (record, "lifted_why"))
    tend_faults_add (faults, "lifted_why", _("Say why it is no longer needed."));
}

const TendKind tend_legal_hold_kind = {
  "legal_hold", "legal_holds", N_("Legal hold"), fields, .check = check
};
