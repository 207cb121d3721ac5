/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* In the person's own words (PRSB About Me, v1.2).  Each writing is a record of its
 * own: the newest is the one to use, the earlier ones stay to be read.
 */
static const TendChoice formats[] = {
  { "spoken", N_("Talking") }, { "print", N_("Print") }, { "large_print", N_("Large print") },
  { "easy_read", N_("Easy read, with pictures") }, { "audio", N_("Recordings") },
  { "braille", N_("Braille") }, { "bsl", N_("British Sign Language") },
  { "email", N_("Email or text messages") }, { "other", N_("Another way") }, { NULL }
};

static const TendField fields[] = {
  { "client", TEND_FIELD_REFERENCE, N_("Client"), TEND_FIELD_REQUIRED, .refers_to = "client" },
  { "written_on", TEND_FIELD_DATE, N_("Written on"), TEND_FIELD_REQUIRED | TEND_FIELD_PAST },
  { "written_with", TEND_FIELD_TEXT, N_("Written with"), TEND_FIELD_SEARCHED },
  { "matters", TEND_FIELD_NOTE, N_("What matters to me"), TEND_FIELD_SEARCHED },
  { "people", TEND_FIELD_NOTE, N_("Who matters to me"), TEND_FIELD_SEARCHED },
  { "communicate", TEND_FIELD_NOTE, N_("How to communicate with me"), TEND_FIELD_SEARCHED },
  { "support", TEND_FIELD_NOTE, N_("How and when to support me"), TEND_FIELD_SEARCHED },
  { "wellness", TEND_FIELD_NOTE, N_("How I am when I am well"), TEND_FIELD_SEARCHED },
  { "please_do", TEND_FIELD_NOTE, N_("Please do"), TEND_FIELD_SEARCHED },
  { "please_dont", TEND_FIELD_NOTE, N_("Please do not"), TEND_FIELD_SEARCHED },
  { "also", TEND_FIELD_NOTE, N_("Also worth knowing about me"), TEND_FIELD_SEARCHED },
  { "communication_format", TEND_FIELD_CHOICE, N_("Best way to give me information"), 0, formats },
  { "language", TEND_FIELD_TEXT, N_("Language"), TEND_FIELD_SEARCHED },
  { "interpreter", TEND_FIELD_BOOLEAN, N_("Needs an interpreter") },
  { "ethnicity", TEND_FIELD_TEXT, N_("Ethnic background"), TEND_FIELD_SENSITIVE },
  { "religion", TEND_FIELD_TEXT, N_("Religion or belief"), TEND_FIELD_SENSITIVE },
  { "gender", TEND_FIELD_TEXT, N_("Gender"), TEND_FIELD_SENSITIVE },
  { "sexuality", TEND_FIELD_TEXT, N_("Sexual orientation"), TEND_FIELD_SENSITIVE },
  { "check_on", TEND_FIELD_DATE, N_("Look at it again on") },
  { NULL }
};

static void
check (TendRecord *record,
       TendFaults *faults)
{
  tend_faults_check_order (faults, record, "written_on", "check_on",
                           _("That is before it was written."));
}

const TendKind tend_about_me_kind = {
  "about_me", "about_me", N_("About me"), fields, .check = check
};
