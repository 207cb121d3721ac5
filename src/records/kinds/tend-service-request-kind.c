/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice answers[] = {
  { "yes", N_("I can help") }, { "part", N_("I can help with part of it") },
  { "no", N_("I cannot") }, { "ask", N_("I asked for more information") }, { NULL }
};

/* A council asks whether the carer can take somebody on; the memorandum gives it hours to be
 * answered in (CA24).  It names nobody who is no client yet.
 */
static const TendField fields[] = {
  { "scheme", TEND_FIELD_TEXT, N_("Council scheme") },
  { "received_at", TEND_FIELD_INSTANT, N_("Received"), TEND_FIELD_REQUIRED },
  { "urgent", TEND_FIELD_BOOLEAN, N_("Urgent") },
  { "from_name", TEND_FIELD_TEXT, N_("Who asked"), TEND_FIELD_SEARCHED },
  { "what", TEND_FIELD_NOTE, N_("What is needed, without a name"),
    TEND_FIELD_SEARCHED },
  { "answered_at", TEND_FIELD_INSTANT, N_("Answered") },
  { "answer", TEND_FIELD_CHOICE, N_("Answer"), 0, answers },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  if (tend_record_is_set (record, "answered_at") &&
      tend_record_get_int (record, "answered_at") < tend_record_get_int (record, "received_at"))
    tend_faults_add (faults, "answered_at",
                     _("The answer is earlier than the request: check the two times."));
}

const TendKind tend_service_request_kind = {
  "service_request", "service_requests", N_("Service request"), fields, .check = check
};
