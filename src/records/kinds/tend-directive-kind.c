/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice kinds[] = {
  { "dnacpr", N_("DNACPR") }, { "respect", N_("ReSPECT form") },
  { "adrt", N_("Advance decision to refuse treatment") },
  { "advance_statement", N_("Advance statement of wishes") }, { "other", N_("Another document") },
  { NULL }
};

/* What is written here is a copy: the original is what is followed, so where that is
 * comes first.
 */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "kind", TEND_FIELD_CHOICE, N_("Document"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED, kinds },
  { "original_at", TEND_FIELD_TEXT, N_("Where the original is"),
    TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "made_on", TEND_FIELD_DATE, N_("Made on"), TEND_FIELD_PAST },
  { "made_by", TEND_FIELD_TEXT, N_("Signed by"), TEND_FIELD_SEARCHED },
  { "witnessed", TEND_FIELD_BOOLEAN, N_("Signed and witnessed") },
  { "seen_on", TEND_FIELD_DATE, N_("I saw the original on"), TEND_FIELD_PAST },
  { "review_on", TEND_FIELD_DATE, N_("To be reviewed on") },
  { "told", TEND_FIELD_NOTE, N_("Who knows of it"), TEND_FIELD_SEARCHED },
  { "ended_on", TEND_FIELD_DATE, N_("No longer in force since"), TEND_FIELD_PAST },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "made_on", "review_on",
                           _("The review is before the document was made."));
  tend_faults_check_order (faults, record, "made_on", "ended_on",
                           _("It ended before it was made: check the two dates."));
}

const TendKind tend_directive_kind = {
  "directive", "directives", N_("Advance decision"), fields, .check = check
};
