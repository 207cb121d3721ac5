/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-privacy-log.h"
#include "tend-figures.h"
#include "tend-selection.h"

#include <string.h>

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
}

/* The fields that are at fault, in order. */
static char *
faults_of (TendRecord *record)
{
  g_autoptr(TendFaults) faults = tend_record_validate (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tend_faults_count (faults); i++)
    g_string_append_printf (text, "%s ", tend_faults_get (faults, i)->field);

  return g_string_free (text, FALSE);
}

static void
assert_faults (TendRecord *record,
               const char *expected)
{
  g_autofree char *faults = faults_of (record);

  g_assert_cmpstr (faults, ==, expected);
}

static void
put (TendRecord *record,
     const char *name,
     const char *text)
{
  g_autoptr(GError) error = NULL;

  tend_record_parse (record, tend_kind_field (tend_record_get_kind (record), name), text, &error);
  g_assert_no_error (error);
}

/* Nothing is given before it is written who asks, how that is known, and why they may. */
static void
test_request_faults (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TendRecord) request =
    make_record (&tend_information_request_kind, "r", "received_on", "2026-06-10",
                 "asked_by", "Ann’s daughter", NULL);

  assert_faults (request, "");
  put (request, "answered_on", "2026-06-20");
  assert_faults (request, "outcome ");
  put (request, "outcome", "given");
  assert_faults (request, "identity_confirmed_on identity_how authority ");
  put (request, "identity_confirmed_on", "2026-06-12");
  put (request, "identity_how", "I have known her for years");
  put (request, "authority", "attorney");
  assert_faults (request, "authority_how ");
  put (request, "authority_how", "The registered power");
  assert_faults (request, "");
  put (request, "with_others", "true");
  assert_faults (request, "included_why ");
  put (request, "included_why", "She is named in it");
  put (request, "outcome", "in_part");
  assert_faults (request, "outcome_why ");
  put (request, "outcome", "refused");
  tend_record_clear (request, "identity_how");
  assert_faults (request, "outcome_why ");
  put (request, "outcome_why", "Nothing shows that she may ask");
  put (request, "answered_on", "2026-06-09");
  assert_faults (request, "answered_on ");
}

static void
test_request_due (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) holidays = tend_figures_bank_holidays (fixture->vault, &error);
  g_autoptr(TendRecord) request =
    make_record (&tend_information_request_kind, "r", "received_on", "2026-03-03",
                 "asked_by", "Ann", NULL);

  /* Good Friday, a weekend and Easter Monday come after a month. */
  g_assert_cmpint (tend_request_due (request, holidays), ==, day ("2026-04-07"));
  put (request, "identity_asked_on", "2026-03-03");
  g_assert_cmpint (tend_request_due (request, holidays), ==, TEND_DATE_NONE);
  put (request, "identity_confirmed_on", "2026-03-08");
  g_assert_cmpint (tend_request_due (request, holidays), ==, day ("2026-04-08"));
  put (request, "scope_asked_on", "2026-03-09");
  put (request, "scope_answered_on", "2026-03-10");
  g_assert_cmpint (tend_request_due (request, holidays), ==, day ("2026-04-09"));
  put (request, "extended", "true");
  g_assert_cmpint (tend_request_due (request, holidays), ==, day ("2026-06-09"));
}

static void
test_requests (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const expected[] = { "later", "soon", "waits", "new", "old" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  add_record (fixture, &tend_information_request_kind, "old", "received_on", "2026-01-05",
              "asked_by", "Bo", "answered_on", "2026-01-09", "outcome", "withdrawn", NULL);
  add_record (fixture, &tend_information_request_kind, "waits", "received_on", "2026-01-05",
              "asked_by", "Bo", "identity_asked_on", "2026-01-05", NULL);
  add_record (fixture, &tend_information_request_kind, "soon", "client", "ann", "received_on",
              "2026-06-11", "asked_by", "Ann", NULL);
  add_record (fixture, &tend_information_request_kind, "later", "client", "ann", "received_on",
              "2026-06-10", "asked_by", "Ann", NULL);
  add_record (fixture, &tend_information_request_kind, "new", "received_on", "2026-02-05",
              "asked_by", "Bo", "answered_on", "2026-02-09", "outcome", "withdrawn", NULL);

  rows = tend_requests_list (fixture->vault, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (tend_record_get_id (((TendRequestRow *) rows->pdata[i])->request), ==,
                     expected[i]);
  g_assert_cmpstr (((TendRequestRow *) rows->pdata[0])->client, ==, "Ann");
  g_assert_cmpint (((TendRequestRow *) rows->pdata[0])->due, ==, day ("2026-07-10"));
}

static TendSelectGroup
left_out (Fixture         *fixture,
          TendSelectGroup  groups)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendSelection) selection =
    tend_selection_new (fixture->vault, "ann", groups, &error);

  g_assert_no_error (error);
  return tend_selection_get_left_out (selection);
}

/* Only of what is there can something be left out; a field counts as a record does. */
static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_cmpint (left_out (fixture, 0), ==, 0);

  add_record (fixture, &tend_person_kind, "bo", "client", "ann", "name", "Bo", "relation",
              "family", NULL);
  g_assert_cmpint (left_out (fixture, 0), ==, 0);
  add_record (fixture, &tend_person_kind, "cy", "client", "ann", "name", "Cy", "relation",
              "family", "phone", "01785 496 0000", NULL);
  g_assert_cmpint (left_out (fixture, 0), ==, TEND_SELECT_OTHERS);
  g_assert_cmpint (left_out (fixture, TEND_SELECT_OTHERS), ==, 0);

  add_record (fixture, &tend_incident_kind, "i", "client", "ann", "kind", "safeguarding",
              "happened_at", "2026-06-06T14:00", "facts",
              "A bruise", NULL);
  g_assert_cmpint (left_out (fixture, TEND_SELECT_OTHERS), ==, TEND_SELECT_SAFEGUARDING);
  g_assert_cmpint (left_out (fixture, TEND_SELECT_ALL), ==, 0);
}

/* What the log says of it is not told to the next who asks. */
static void
test_left_out_why (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendSelection) selection = NULL;
  g_autoptr(GPtrArray) requests = NULL;

  add_record (fixture, &tend_information_request_kind, "r", "client", "ann", "received_on",
              "2026-06-11", "asked_by", "Ann", "outcome_why", "It would harm her", NULL);
  selection = tend_selection_new (fixture->vault, "ann", TEND_SELECT_OTHERS, &error);
  g_assert_no_error (error);
  requests = tend_selection_records (selection, &tend_information_request_kind, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (requests->len, ==, 1);
  g_assert_false (tend_record_is_set (requests->pdata[0], "outcome_why"));
}

/* The clock is of those that are not acknowledged: 30 days after 9 June is 9 July. */
static void
test_data_complaints (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const expected[] = { "first", "second", "known", "new", "old" };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;

#define add(id, received_on, ...) \
  add_record (fixture, &tend_feedback_kind, id, "kind", "complaint", "about_data", "true", \
              "words", "You told my sister", "received_on", received_on, __VA_ARGS__, NULL)
  add ("old", "2026-01-05", "closed_on", "2026-02-09");
  add ("new", "2026-01-05", "acknowledged_on", "2026-01-06", "closed_on", "2026-02-10");
  add ("known", "2026-05-05", "acknowledged_on", "2026-05-06");
  add ("second", "2026-06-10", "client", "ann");
  add ("first", "2026-06-09", "from_name", "Bo");
#undef add
  add_record (fixture, &tend_feedback_kind, "late", "kind", "complaint", "words", "You were late",
              "received_on", "2026-06-01", NULL);
  add_record (fixture, &tend_feedback_kind, "kind", "kind", "compliment", "about_data", "true",
              "words", "So discreet", "received_on", "2026-06-01", NULL);

  rows = tend_data_complaints_list (fixture->vault, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++)
    {
      const TendComplaintRow *row = rows->pdata[i];

      g_assert_cmpstr (tend_record_get_id (row->complaint), ==, expected[i]);
      g_assert_cmpint (row->step, ==, i < 2 ? TEND_COMPLAINT_ACKNOWLEDGE
                                      : i == 2 ? TEND_COMPLAINT_ANSWER : TEND_COMPLAINT_SETTLED);
      g_assert_cmpint (row->due, ==, i == 0 ? day ("2026-07-09")
                                     : i == 1 ? day ("2026-07-10") : TEND_DATE_NONE);
      g_assert_cmpstr (row->client, ==, i == 1 ? "Ann" : "");
    }
}

static void
test_breach (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TendRecord) breach =
    make_record (&tend_data_breach_kind, "b", "what", "The notebook was left on the bus",
                 "aware_at", "2026-06-06T14:00", NULL);

  assert_faults (breach, "");
  g_assert_cmpint (tend_breach_step (breach), ==, TEND_BREACH_DECIDE);
  put (breach, "risk", "unlikely");
  assert_faults (breach, "risk_why ");
  g_assert_cmpint (tend_breach_step (breach), ==, TEND_BREACH_CLOSE);
  put (breach, "risk", "high");
  assert_faults (breach, "");
  g_assert_cmpint (tend_breach_step (breach), ==, TEND_BREACH_TELL_ICO);
  put (breach, "closed_on", "2026-06-10");
  assert_faults (breach, "ico_told_at people_told_on ");
  tend_record_clear (breach, "closed_on");
  put (breach, "ico_told_at", "2026-06-06T13:59");
  assert_faults (breach, "ico_told_at ");
  put (breach, "ico_told_at", "2026-06-08T09:00");
  g_assert_cmpint (tend_breach_step (breach), ==, TEND_BREACH_TELL_PEOPLE);
  put (breach, "people_told_on", "2026-06-08");
  g_assert_cmpint (tend_breach_step (breach), ==, TEND_BREACH_CLOSE);
  put (breach, "closed_on", "2026-06-10");
  assert_faults (breach, "");
  g_assert_cmpint (tend_breach_step (breach), ==, TEND_BREACH_CLOSED);
}

/* Incident and entry of the log lead to each other; of a person's copy it is no part. */
static void
test_breach_of (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) found = NULL;
  g_autoptr(TendSelection) selection = NULL;
  g_autoptr(GPtrArray) incidents = NULL;
  g_autoptr(GPtrArray) breaches = NULL;

  add_record (fixture, &tend_incident_kind, "i", "client", "ann", "kind", "near_miss", "what",
              "data_breach", "happened_at", "2026-06-06T13:00", "facts", "On the bus", NULL);
  add_record (fixture, &tend_data_breach_kind, "b", "what", "The notebook was left on the bus",
              "aware_at", "2026-06-06T14:00", NULL);
  g_assert_null (tend_breach_of (fixture->vault, "i", &error));
  g_assert_no_error (error);

  g_assert_true (tend_breach_link (fixture->vault, "b", "i", &error));
  found = tend_breach_of (fixture->vault, "i", &error);
  g_assert_cmpstr (tend_record_get_id (found), ==, "b");

  selection = tend_selection_new (fixture->vault, "ann", TEND_SELECT_ALL, &error);
  g_assert_no_error (error);
  incidents = tend_selection_records (selection, &tend_incident_kind, &error);
  g_assert_cmpuint (incidents->len, ==, 1);
  breaches = tend_selection_records (selection, &tend_data_breach_kind, &error);
  g_assert_cmpuint (breaches->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  add ("/records/privacy/request-faults", test_request_faults);
  add ("/records/privacy/request-due", test_request_due);
  add ("/records/privacy/requests", test_requests);
  add ("/records/privacy/data-complaints", test_data_complaints);
  add ("/records/privacy/left-out", test_left_out);
  add ("/records/privacy/left-out-why", test_left_out_why);
  add ("/records/privacy/breach", test_breach);
  add ("/records/privacy/breach-of", test_breach_of);
#undef add

  return g_test_run ();
}
