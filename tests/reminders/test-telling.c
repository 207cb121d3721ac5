/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is told first, and what becomes of notices that a desktop did not take. */

#include "records-test.h"

#include "tend-clients.h"
#include "tend-telling.h"

#include <glib/gstdio.h>

#define TODAY "2026-06-10"

/* Five of the carer's own papers and one review, none with the day of another; and a backup
 * of today. */
static void
add_matters (Fixture *fixture)
{
  static const char *const papers[][2] = {
    { "dbs", "2026-06-03" }, { "mot", "2026-04-22" }, { "motor_insurance", "2026-07-10" },
    { "driving_licence", "2026-06-11" }, { "ico", TODAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    add_record (fixture, &tend_credential_kind, papers[i][0], "kind", papers[i][0], "expires_on",
                papers[i][1], NULL);
  g_assert_true (tend_setting_set (fixture->vault, "backed_up_on", TODAY, NULL));
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", "started_on", "2026-01-01",
              NULL);
  add_record (fixture, &tend_risk_kind, "r", "client", "ann", "hazard", "Steps", "assessed_on",
              "2026-01-01", "review_on", "2026-06-17", NULL);
}

static TendTelling *
begin (Fixture    *fixture,
       const char *on)
{
  g_autoptr(GError) error = NULL;
  TendTelling *telling = tend_telling_begin (fixture->vault, fixture->dir, day (on), &error);

  g_assert_no_error (error);
  return telling;
}

/* The notices, a line each. */
static char *
say (TendTelling *telling)
{
  GPtrArray *notices = tend_telling_get_notices (telling);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notices->len; i++)
    g_string_append_printf (text, "%s\n", ((const TendNotice *) notices->pdata[i])->title);

  return g_string_free (text, FALSE);
}

static void
assert_told (TendTelling *telling,
             const char  *expected)
{
  g_autofree char *said = say (telling);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_the_most_urgent_first (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(TendTelling) telling = NULL;

  add_matters (fixture);
  telling = begin (fixture, TODAY);
  /* Today and tomorrow; then in 7 days, before those in 30 and those that are over. */
  assert_told (telling, "ICO registration runs out\nDriving licence runs out\n"
                        "Risks are to be reviewed\n"
                        "3 more things to see to\n");
}

/* Of those that are over the youngest goes first: 7 days before 49. */
static void
test_the_oldest_last (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(TendTelling) telling = NULL;
  g_autoptr(GError) error = NULL;

  add_matters (fixture);
  telling = begin (fixture, TODAY);
  g_assert_true (tend_telling_take_back (telling, 3, &error));
  g_clear_pointer (&telling, tend_telling_free);

  telling = begin (fixture, TODAY);
  assert_told (telling, "Motor insurance runs out\nDBS certificate has run out\n"
                        "MOT has run out\n");
}

static void
test_what_was_not_shown (Fixture       *fixture,
                         gconstpointer  data)
{
  /* How many were shown, and how many there are the next time: six matters, three notices
   * and the one that counts the rest. */
  static const struct { guint shown, left; } cases[] = { { 0, 4 }, { 1, 4 }, { 2, 4 }, { 3, 3 } };
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendTelling) telling = NULL;
      Fixture own;

      fixture_set_up (&own, NULL);
      add_matters (&own);
      telling = begin (&own, TODAY);
      g_assert_true (tend_telling_take_back (telling, cases[i].shown, &error));
      g_clear_pointer (&telling, tend_telling_free);

      telling = begin (&own, TODAY);
      g_assert_cmpuint (tend_telling_get_notices (telling)->len, ==, cases[i].left);
      g_clear_pointer (&telling, tend_telling_free);
      fixture_tear_down (&own, NULL);
    }

  add_matters (fixture);
  tend_telling_free (begin (fixture, TODAY));
  {
    g_autoptr(TendTelling) telling = begin (fixture, TODAY);

    g_assert_cmpuint (tend_telling_get_notices (telling)->len, ==, 0);
  }
}

/* What cannot be read is not nothing, else all would be told again. */
static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "due.digest", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_null (tend_telling_begin (fixture->vault, fixture->dir, day (TODAY), &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "could not be read"));
  g_rmdir (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/reminders/telling/the-most-urgent-first", test_the_most_urgent_first);
  add_fixture_test ("/reminders/telling/the-oldest-last", test_the_oldest_last);
  add_fixture_test ("/reminders/telling/what-was-not-shown", test_what_was_not_shown);
  add_fixture_test ("/reminders/telling/unreadable", test_unreadable);

  return g_test_run ();
}
