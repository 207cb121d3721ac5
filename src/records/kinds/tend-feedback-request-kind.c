/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* A sheet of questions given to a client, once a quarter (Local Help My Way FAQ). */
static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "asked_on", TEND_FIELD_DATE, N_("Asked on"), TEND_FIELD_REQUIRED },
  { "returned_on", TEND_FIELD_DATE, N_("Came back on") },
  { "feedback", TEND_FIELD_REFERENCE, N_("What they said"), 0, .refers_to = "feedback" },
  { "note", TEND_FIELD_NOTE, N_("Note"), TEND_FIELD_SEARCHED },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "asked_on", "returned_on",
                           _("It came back before it was asked: check the two dates."));
}

const TendKind tend_feedback_request_kind = {
  "feedback_request", "feedback_requests", N_("Request for feedback"), fields, .check = check
};
