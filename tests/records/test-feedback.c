/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-feedback.h"
#include "tend-kinds.h"

static void
assert_noted (Fixture    *fixture,
              const char *client,
              const char *on,
              gboolean    expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) request =
    tend_feedback_note_asked (fixture->vault, client, day (on), &error);

  g_assert_no_error (error);
  g_assert_cmpint (request != NULL, ==, expected);
  if (expected)
    {
      g_assert_cmpstr (tend_record_get_text (request, "client"), ==, client);
      g_assert_cmpint (tend_record_get_int (request, "asked_on"), ==, day (on));
    }
}

/* Once for each person and quarter: April to June, July to September. */
static void
test_once_a_quarter (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) requests = NULL;

  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", NULL);
  assert_noted (fixture, "ann", "2026-04-01", TRUE);
  assert_noted (fixture, "ann", "2026-06-30", FALSE);
  assert_noted (fixture, "bob", "2026-06-30", TRUE);
  assert_noted (fixture, "ann", "2026-07-01", TRUE);

  requests = tend_record_load_all (fixture->vault, &tend_feedback_request_kind, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (requests->len, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/records/feedback/once-a-quarter", test_once_a_quarter);

  return g_test_run ();
}
