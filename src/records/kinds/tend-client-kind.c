/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

static const TendChoice statuses[] = {
  { "enquiry", N_("Enquiry") }, { "active", N_("Active") }, { "paused", N_("Paused") },
  { "ended", N_("Ended") }, { NULL }
};

static const TendChoice fundings[] = {
  { "self", N_("Pays privately") }, { "direct_payment", N_("Direct payment") },
  { "council", N_("Council pays") }, { "nhs", N_("NHS personal budget") },
  { "grant", N_("Grant or vouchers") }, { NULL }
};

/* "Not asked" is the start: no known allergies is an answer, not a guess. */
static const TendChoice allergy_states[] = {
  { "not_asked", N_("Not yet asked") }, { "none_known", N_("None known") },
  { "listed", N_("Listed") }, { NULL }
};

static const TendChoice origins[] = {
  { "scheme", N_("The council’s scheme") }, { "asked", N_("They or their family asked") },
  { "recommended", N_("Somebody recommended me") },
  { "previous_employer", N_("A client of my former employer") }, { "other", N_("Another way") },
  { NULL }
};

/* The grounds on which care may end at once (domain.md ST31). */
static const TendChoice grounds[] = {
  { "not_paid", N_("I was not paid on time") },
  { "unsafe", N_("I was asked to work somewhere unsafe") },
  { "dignity", N_("I was not treated with dignity and respect") },
  { "regulated", N_("I was asked to co-ordinate or deliver regulated care") },
  { "not_trained", N_("I was asked for help I am not trained for") }, { NULL }
};

static const TendField fields[] = {
  { "reference", TEND_FIELD_TEXT, N_("Reference"), TEND_FIELD_UNIQUE | TEND_FIELD_SEARCHED },
  { "given_name", TEND_FIELD_TEXT, N_("First name"), TEND_FIELD_REQUIRED | TEND_FIELD_SEARCHED },
  { "family_name", TEND_FIELD_TEXT, N_("Surname"), TEND_FIELD_SEARCHED },
  { "preferred_name", TEND_FIELD_TEXT, N_("Likes to be called"), TEND_FIELD_SEARCHED },
  { "date_of_birth", TEND_FIELD_DATE, N_("Date of birth") },
  { "address", TEND_FIELD_NOTE, N_("Address"), TEND_FIELD_SEARCHED },
  { "postcode", TEND_FIELD_TEXT, N_("Postcode"), TEND_FIELD_SEARCHED },
  { "phone", TEND_FIELD_TEXT, N_("Phone"), TEND_FIELD_SEARCHED },
  { "email", TEND_FIELD_TEXT, N_("Email") },
  { "status", TEND_FIELD_CHOICE, N_("Status"), 0, statuses, .standard = "active" },
  { "started_on", TEND_FIELD_DATE, N_("Care started on") },
  { "ended_on", TEND_FIELD_DATE, N_("Care ended on") },
  { "end_reason", TEND_FIELD_TEXT, N_("Why it ended") },
  { "died_on", TEND_FIELD_DATE, N_("Died on") },
  { "funding", TEND_FIELD_CHOICE, N_("Who pays"), 0, fundings, .standard = "self" },
  { "allergies_state", TEND_FIELD_CHOICE, N_("Allergies"), 0, allergy_states,
    .standard = "not_asked" },
  { "allergies", TEND_FIELD_NOTE, N_("Allergic to"), TEND_FIELD_SEARCHED },
  { "gp_practice", TEND_FIELD_TEXT, N_("GP practice"), TEND_FIELD_SEARCHED },
  { "nhs_number", TEND_FIELD_TEXT, N_("NHS number"), TEND_FIELD_SENSITIVE },
  { "access", TEND_FIELD_NOTE, N_("Getting in"), TEND_FIELD_SENSITIVE | TEND_FIELD_KEY },
  { "note", TEND_FIELD_NOTE, N_("Worth knowing"), TEND_FIELD_SEARCHED },
  { "died_at", TEND_FIELD_CLOCK, N_("Time of death, if you know it") },
  { "chart_from", TEND_FIELD_DATE, N_("A MAR chart begins on") },
  /* Empty: every scheme the carer is in. */
  { "schemes", TEND_FIELD_LIST, N_("Under which schemes") },
  { "origin", TEND_FIELD_CHOICE, N_("How they came to me"), 0, origins },
  { "complaints_told_on", TEND_FIELD_DATE, N_("Told how to complain on") },
  { "wants_records", TEND_FIELD_BOOLEAN, N_("Wants a note of every visit") },
  { "ended_without_notice", TEND_FIELD_BOOLEAN, N_("I ended it without notice") },
  { "end_ground", TEND_FIELD_CHOICE, N_("On what ground"), 0, grounds },
  { NULL }
};

/* An NHS number has ten digits and its last is a check digit, modulus 11 (NHS Data Dictionary). */
static gboolean
nhs_number_is_valid (const char *text)
{
  int digits[10], n = 0, sum = 0;

  for (; *text != '\0'; text++)
    {
      if (*text == ' ')
        continue;
      if (!g_ascii_isdigit (*text) || n == 10)
        return FALSE;
      digits[n++] = *text - '0';
    }

  if (n != 10)
    return FALSE;

  for (int i = 0; i < 9; i++)
    sum += digits[i] * (10 - i);

  return (11 - sum % 11) % 11 == digits[9];
}

static void
check (TendRecord *record,
       TendFaults *faults)
{
  const char *nhs_number = tend_record_get_text (record, "nhs_number");

  tend_faults_check_order (faults, record, "date_of_birth", "died_on",
                           _("The date of death is before the date of birth."));
  tend_faults_check_order (faults, record, "started_on", "ended_on",
                           _("Care ended before it started: check the two dates."));
  if (nhs_number != NULL && !nhs_number_is_valid (nhs_number))
    tend_faults_add (faults, "nhs_number",
                     _("That is not an NHS number: it has 10 digits, and the last one checks the "
                       "others."));
}

const TendKind tend_client_kind = {
  "client", "clients", N_("Client"), fields, .check = check
};
