/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-visit-record.h"
#include "tend-visits.h"

static TendInstant
at (const char *iso)
{
  g_autoptr(TendRecord) visit = make_record (&tend_visit_kind, NULL, "planned_start", iso, NULL);

  return tend_record_get_int (visit, "planned_start");
}

/* A visit of 1 June, from 8 to half past, recorded as it was over. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_visit_kind, "v", "client", "ann", "status", "done",
              "planned_start", "2026-06-01T08:00", "planned_end", "2026-06-01T08:30",
              "actual_start", "2026-06-01T08:02", "actual_end", "2026-06-01T08:31",
              "note", "Slept well.", NULL);
  add_record (fixture, &tend_visit_task_kind, "t", "visit", "v", "title", "Wash", NULL);
}

static TendRecord *
load (Fixture *fixture)
{
  return tend_record_load (fixture->vault, &tend_visit_kind, "v", NULL);
}

static void
test_closes (void)
{
  static const struct { const char *status, *end, *recorded_at, *closes; } cases[] = {
    { "planned", "", "", NULL },
    { "done", "2026-06-01T08:31", "", "2026-06-02T08:31" },
    { "done", "", "", "2026-06-02T08:30" },                      /* the planned end */
    { "missed", "", "2026-06-01T07:00", "2026-06-02T08:30" },
    { "done", "2026-06-01T08:31", "2026-06-04T20:00", "2026-06-05T20:00" },
    { "cancelled", "", "", "2026-06-02T08:30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) visit =
        make_record (&tend_visit_kind, NULL, "status", cases[i].status, "planned_end",
                     "2026-06-01T08:30", "actual_end", cases[i].end, "recorded_at",
                     cases[i].recorded_at, NULL);
      TendInstant closes = cases[i].closes != NULL ? at (cases[i].closes) : TEND_INSTANT_NONE;

      g_assert_cmpint (tend_visit_closes_at (visit), ==, closes);
      if (closes == TEND_INSTANT_NONE)
        {
          g_assert_false (tend_visit_is_closed (visit, at ("2036-06-01T08:30")));
          continue;
        }
      g_assert_false (tend_visit_is_closed (visit, closes - 1));
      g_assert_true (tend_visit_is_closed (visit, closes));
    }
}

/* Open, then closed to new words and tasks, and to nothing else. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) visit = load (fixture);
  g_autoptr(TendRecord) stored = NULL;
  g_autoptr(GPtrArray) tasks = tend_visit_tasks (fixture->vault, visit, NULL);
  TendInstant open = at ("2026-06-02T08:30"), closed = at ("2026-06-03T09:00");

  tend_record_set_text (visit, "skin", "A red patch on the left heel, the size of a penny.");
  g_assert_true (tend_visit_write_up (fixture->vault, visit, tasks, open, &error));
  g_assert_no_error (error);
  g_assert_false (tend_record_is_set (visit, "recorded_at")); /* it was written down before */

  tend_record_set_text (visit, "skin", "Nothing to see.");
  g_assert_false (tend_visit_write_up (fixture->vault, visit, NULL, closed, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);
  stored = load (fixture);
  g_assert_cmpstr (tend_record_get_text (stored, "skin"), ==,
                   "A red patch on the left heel, the size of a penny.");

  tend_record_set_int (tasks->pdata[0], "done", TRUE);
  g_assert_false (tend_visit_write_up (fixture->vault, stored, tasks, closed, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);

  tend_record_set_text (stored, "billing", "none");
  g_assert_true (tend_visit_write_up (fixture->vault, stored, NULL, closed, &error));
  g_assert_no_error (error);
}

/* Written down days afterwards, it is open for 24 hours from then. */
static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) visit =
    make_record (&tend_visit_kind, "w", "client", "ann", "planned_start", "2026-06-01T17:00",
                 "planned_end", "2026-06-01T17:30", NULL);

  g_assert_true (tend_visit_save (fixture->vault, visit, NULL, NULL, &error));
  tend_record_set_text (visit, "status", "done");
  tend_record_set_text (visit, "note", "Written up on Sunday.");
  g_assert_true (tend_visit_write_up (fixture->vault, visit, NULL, at ("2026-06-07T18:00"),
                                      &error));
  tend_record_set_text (visit, "note", "Written up on Sunday, spelt right.");
  g_assert_true (tend_visit_write_up (fixture->vault, visit, NULL, at ("2026-06-08T17:59"),
                                      &error));
  g_assert_no_error (error);
  g_assert_cmpint (tend_record_get_int (visit, "recorded_at"), ==, at ("2026-06-07T18:00"));
}

/* The first times stay, however often they are put right; a reason is always given. */
static void
test_times (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) visit = load (fixture);
  TendInstant now = at ("2026-06-03T09:00");

  tend_record_set_int (visit, "actual_end", at ("2026-06-01T08:45"));
  g_assert_false (tend_visit_write_up (fixture->vault, visit, NULL, now, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);

  tend_record_set_text (visit, "correction_reason", "Forgot the quarter hour on the phone to Alan");
  g_assert_true (tend_visit_write_up (fixture->vault, visit, NULL, now, &error));
  g_assert_no_error (error);
  tend_record_set_int (visit, "actual_end", at ("2026-06-01T08:50"));
  g_assert_true (tend_visit_write_up (fixture->vault, visit, NULL, now, &error));

  g_clear_object (&visit);
  visit = load (fixture);
  g_assert_cmpint (tend_record_get_int (visit, "actual_end"), ==, at ("2026-06-01T08:50"));
  g_assert_cmpint (tend_record_get_int (visit, "first_end"), ==, at ("2026-06-01T08:31"));
  g_assert_cmpint (tend_visit_closes_at (visit), ==, at ("2026-06-02T08:31"));
  g_assert_false (tend_record_is_set (visit, "first_start"));

  tend_record_clear (visit, "correction_reason");
  tend_record_set_text (visit, "status", "missed");
  g_assert_false (tend_visit_write_up (fixture->vault, visit, NULL, now, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
}

/* What is added is never changed, and never goes. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) visit = load (fixture);
  g_autoptr(GPtrArray) addenda = NULL;
  TendRecord *second;

  g_assert_true (tend_visit_add (fixture->vault, visit, "Heel looked at again: faded.",
                                 at ("2026-06-04T10:00"), &error));
  g_assert_true (tend_visit_add (fixture->vault, visit, "The nurse agrees.",
                                 at ("2026-06-05T10:00"), &error));
  g_assert_no_error (error);
  g_assert_false (tend_visit_add (fixture->vault, visit, "", at ("2026-06-05T10:00"), &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);

  addenda = tend_record_load_nested (fixture->vault, visit, &tend_visit_addendum_kind, &error);
  g_assert_cmpuint (addenda->len, ==, 2);
  second = addenda->pdata[1];
  g_assert_cmpstr (tend_record_get_text (second, "text"), ==, "The nurse agrees.");
  g_assert_cmpint (tend_record_get_int (second, "written_at"), ==, at ("2026-06-05T10:00"));

  tend_record_set_text (second, "text", "The nurse does not agree.");
  g_assert_false (tend_record_save (fixture->vault, second, NULL, &error));
  g_clear_error (&error);
  g_assert_false (tend_record_remove (fixture->vault, second, NULL, &error));
  g_clear_error (&error);
}

static void
test_money (void)
{
  static const struct { const char *given, *spent, *returned; gint64 missing; } cases[] = {
    { "", "", "", 0 }, { "", "640", "", 0 }, { "2000", "1240", "760", 0 },
    { "2000", "1240", "750", 10 }, { "2000", "2050", "", -50 }, { "2000", "", "", 2000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) visit =
        make_record (&tend_visit_kind, NULL, "money_given_pence", cases[i].given,
                     "money_spent_pence", cases[i].spent, "money_returned_pence",
                     cases[i].returned, NULL);

      g_assert_cmpint (tend_visit_money_missing_pence (visit), ==, cases[i].missing);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  g_test_add_func ("/records/visit-record/closes", test_closes);
  add_test ("/records/visit-record/words", test_words);
  add_test ("/records/visit-record/late", test_late);
  add_test ("/records/visit-record/times", test_times);
  add_test ("/records/visit-record/add", test_add);
  g_test_add_func ("/records/visit-record/money", test_money);
#undef add_test

  return g_test_run ();
}
