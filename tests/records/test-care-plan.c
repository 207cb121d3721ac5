/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-care-plan.h"
#include "tend-visits.h"

#include <string.h>

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_service_kind, "care", "name", "Care", "kind", "personal_care", NULL);
  add_record (fixture, &tend_service_kind, "home", "name", "Home", NULL);
}

static void
add_plan (Fixture    *fixture,
          const char *id,
          const char *version,
          const char *agreed_on,
          const char *superseded_on)
{
  add_record (fixture, &tend_care_plan_kind, id, "client", "ann", "version", version,
              "status", superseded_on != NULL ? "superseded" : "agreed", "agreed_on", agreed_on,
              "agreed_by", "Ann", "superseded_on", superseded_on != NULL ? superseded_on : "",
              NULL);
}

static TendRecord *
add_task (const char *title,
          const char *part_of_day,
          const char *weekdays,
          const char *service)
{
  TendRecord *task = make_record (&tend_plan_task_kind, NULL, "title", title, "part_of_day",
                                  part_of_day, NULL);

  tend_record_set_text (task, "weekdays", weekdays);
  tend_record_set_text (task, "service", service);
  return task;
}

static const char *
id_on (Fixture    *fixture,
       const char *date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) plan = tend_care_plan_on (fixture->vault, "ann", day (date), &error);

  g_assert_no_error (error);
  return plan != NULL ? g_intern_string (tend_record_get_id (plan)) : NULL;
}

/* The day before, the day itself, and the day that a version is replaced. */
static void
test_in_force (Fixture       *fixture,
               gconstpointer  data)
{
  g_assert_null (id_on (fixture, "2026-06-01"));

  add_plan (fixture, "one", "1", "2026-03-02", "2026-06-01");
  g_assert_null (id_on (fixture, "2026-06-01"));
  add_plan (fixture, "two", "2", "2026-06-01", NULL);
  add_record (fixture, &tend_care_plan_kind, "three", "client", "ann", "version", "3", NULL);

  g_assert_null (id_on (fixture, "2026-03-01"));
  g_assert_cmpstr (id_on (fixture, "2026-03-02"), ==, "one");
  g_assert_cmpstr (id_on (fixture, "2026-05-31"), ==, "one");
  g_assert_cmpstr (id_on (fixture, "2026-06-01"), ==, "two");
  g_assert_cmpstr (id_on (fixture, "2030-01-01"), ==, "two");
}

static TendRecord *
save_draft (Fixture *fixture,
            guint    n_lines)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  TendRecord *plan = tend_care_plan_draft (fixture->vault, "ann", &lines, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, n_lines);
  if (n_lines == 0)
    {
      tend_record_set_text (plan, "needs", "Help to wash");
      g_ptr_array_add (lines, make_record (&tend_plan_outcome_kind, NULL, "outcome", "To garden",
                                           NULL));
      g_ptr_array_add (lines, add_task ("Wash", "morning", NULL, NULL));
    }
  g_assert_true (tend_care_plan_save (fixture->vault, plan, lines, &error));
  g_assert_no_error (error);

  return plan;
}

static gboolean
agree (Fixture     *fixture,
       TendRecord  *plan,
       const char  *date,
       GError     **error)
{
  tend_record_set_int (plan, "agreed_on", day (date));
  tend_record_set_text (plan, "agreed_by", "Ann");
  return tend_care_plan_agree (fixture->vault, plan, day ("2026-06-10"), error);
}

static const char *
status_of (Fixture    *fixture,
           TendRecord *plan)
{
  g_autoptr(TendRecord) stored =
    tend_record_load (fixture->vault, &tend_care_plan_kind, tend_record_get_id (plan), NULL);

  return g_intern_string (tend_record_get_text (stored, "status"));
}

/* Nothing is agreed that says nothing: each part is named. */
static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TendRecord) plan =
    make_record (&tend_care_plan_kind, NULL, "client", "ann", "version", "1", NULL);
  g_autofree char *all = NULL;
  g_autofree char *needs = NULL;

  g_assert_true (tend_care_plan_save (fixture->vault, plan, lines, &error));
  all = tend_care_plan_missing (fixture->vault, plan, &error);
  g_assert_cmpstr (all, ==, "what they need; a task at visits");

  g_ptr_array_add (lines, make_record (&tend_plan_outcome_kind, NULL, "outcome", "To garden",
                                       NULL));
  g_ptr_array_add (lines, add_task ("Wash", "morning", NULL, NULL));
  g_assert_true (tend_care_plan_save (fixture->vault, plan, lines, &error));
  needs = tend_care_plan_missing (fixture->vault, plan, &error);
  g_assert_cmpstr (needs, ==, "what they need");
  g_assert_false (agree (fixture, plan, "2026-06-10", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_assert_nonnull (strstr (error->message, "what they need"));
  g_assert_cmpstr (status_of (fixture, plan), ==, "draft");
}

/* From draft to agreed to replaced, with nothing changed when it is held back. */
static void
test_agree (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) one = save_draft (fixture, 0);
  g_autoptr(TendRecord) two = NULL;
  g_autoptr(TendRecord) again = NULL;

  g_assert_false (agree (fixture, one, "2026-06-11", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);
  g_assert_true (agree (fixture, one, "2026-06-10", &error));
  g_assert_no_error (error);

  two = save_draft (fixture, 2);
  g_assert_cmpint (tend_record_get_int (two, "version"), ==, 2);
  g_assert_cmpstr (tend_record_get_id (two), !=, tend_record_get_id (one));
  again = save_draft (fixture, 2); /* the same one */
  g_assert_cmpstr (tend_record_get_id (two), ==, tend_record_get_id (again));

  g_assert_false (agree (fixture, two, "2026-06-09", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);
  g_assert_cmpstr (status_of (fixture, one), ==, "agreed");
  g_assert_cmpstr (status_of (fixture, two), ==, "draft");

  g_assert_true (agree (fixture, two, "2026-06-10", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (status_of (fixture, one), ==, "superseded");
  g_assert_cmpstr (status_of (fixture, two), ==, "agreed");
  g_assert_cmpstr (id_on (fixture, "2026-06-10"), ==, tend_record_get_id (two));
}

/* When the new version cannot be saved the one before stays in force. */
static void
test_agree_whole (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) one = save_draft (fixture, 0);
  g_autoptr(TendRecord) two = NULL;

  g_assert_true (agree (fixture, one, "2026-06-01", &error));
  two = save_draft (fixture, 2);
  tend_record_set_int (two, "review_on", day ("2026-05-01"));
  g_assert_false (agree (fixture, two, "2026-06-05", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_assert_cmpstr (status_of (fixture, one), ==, "agreed");
  g_assert_cmpstr (id_on (fixture, "2026-06-06"), ==, tend_record_get_id (one));
}

/* What was agreed stays, whoever asks. */
static void
test_frozen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(TendRecord) plan = save_draft (fixture, 0);
  g_autoptr(TendRecord) stored = NULL;

  g_assert_true (agree (fixture, plan, "2026-06-01", &error));
  stored = tend_record_load (fixture->vault, &tend_care_plan_kind, tend_record_get_id (plan), NULL);
  lines = tend_record_load_all_nested (fixture->vault, stored, NULL);
  g_assert_cmpuint (lines->len, ==, 2);

  tend_record_clear (plan, "agreed_on");
  tend_record_clear (plan, "agreed_by");
  g_assert_false (tend_care_plan_save (fixture->vault, plan, lines, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);

  tend_record_set_text (stored, "needs", "Something else");
  g_assert_false (tend_record_save (fixture->vault, stored, NULL, &error));
  g_clear_error (&error);
  g_assert_false (tend_record_remove (fixture->vault, stored, NULL, &error));
  g_clear_error (&error);
  tend_record_set_text (lines->pdata[1], "title", "Something else");
  g_assert_false (tend_record_save (fixture->vault, lines->pdata[1], NULL, &error));
  g_clear_error (&error);
  g_assert_false (tend_record_remove (fixture->vault, lines->pdata[0], NULL, &error));
  g_clear_error (&error);

  tend_record_set_text (stored, "needs", "Help to wash");
  tend_record_set_int (stored, "review_on", day ("2026-09-01"));
  g_assert_true (tend_record_save (fixture->vault, stored, NULL, &error));
  g_assert_no_error (error);
}

static char *
titles_of (GPtrArray *tasks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "",
                            tend_record_get_text (tasks->pdata[i], "title"),
                            tend_kind_field (tend_record_get_kind (tasks->pdata[i]), "plan_task") &&
                            tend_record_is_set (tasks->pdata[i], "plan_task") ? " *" : "");

  return g_string_free (text, FALSE);
}

static void
add_plan_with_tasks (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TendRecord) plan = make_record (&tend_care_plan_kind, "p", "client", "ann", "needs",
                                            "Help to wash", NULL);

  g_ptr_array_add (lines, add_task ("Wash", "morning", NULL, "care"));
  g_ptr_array_add (lines, add_task ("Bins", "any", "TU\nFR", NULL));
  g_ptr_array_add (lines, add_task ("Drink", "any", NULL, NULL));
  g_ptr_array_add (lines, add_task ("Curtains", "night", NULL, NULL));
  g_assert_true (tend_care_plan_save (fixture->vault, plan, lines, &error));
  g_assert_true (agree (fixture, plan, "2026-06-01", &error));
  g_assert_no_error (error);
}

/* 1 June 2026 is a Monday. */
static void
test_tasks (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *start, *service, *titles; } cases[] = {
    { "2026-05-31T08:00", "care", "" },               /* before the plan */
    { "2026-06-01T08:00", "care", "Wash, Drink" },
    { "2026-06-01T08:00", "home", "Drink" },          /* another service */
    { "2026-06-01T08:00", NULL, "Wash, Drink" },
    { "2026-06-02T08:00", "care", "Wash, Bins, Drink" },
    { "2026-06-02T04:59", NULL, "Bins, Drink, Curtains" },
    { "2026-06-01T05:00", NULL, "Wash, Drink" },
    { "2026-06-01T10:59", NULL, "Wash, Drink" },
    { "2026-06-01T11:00", NULL, "Drink" },
    { "2026-06-01T21:59", NULL, "Drink" },
    { "2026-06-01T22:00", NULL, "Drink, Curtains" },
  };

  add_plan_with_tasks (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TendRecord) visit = make_record (&tend_visit_kind, NULL, "planned_start",
                                                 cases[i].start, NULL);
      g_autoptr(GPtrArray) tasks =
        tend_care_plan_tasks (fixture->vault, "ann", tend_record_get_int (visit, "planned_start"),
                              cases[i].service, &error);
      g_autofree char *titles = titles_of (tasks);

      g_assert_no_error (error);
      g_assert_cmpstr (titles, ==, cases[i].titles);
    }
}

/* The pattern's tasks and the plan's are one list, each once; what is done stays. */
static void
test_visit_tasks (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) visit = NULL;
  g_autoptr(TendRecord) done = NULL;
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(GPtrArray) stored = NULL;
  g_autofree char *titles = NULL, *kept = NULL;

  add_record (fixture, &tend_pattern_kind, "n", "client", "ann", "service", "care",
              "rrule", "FREQ=DAILY", "starts_on", "2026-05-25", "starts_at", "08:00",
              "minutes", "30", NULL);
  visit = tend_record_load (fixture->vault, &tend_pattern_kind, "n", NULL);
  tend_record_set_text (visit, "tasks", "Drink\nPost");
  g_assert_true (tend_record_save (fixture->vault, visit, NULL, NULL));
  g_clear_object (&visit);

  done = tend_visit_load (fixture->vault, "n@2026-06-02", &error);
  tend_record_set_text (done, "status", "done");
  g_assert_true (tend_visit_save (fixture->vault, done, NULL, NULL, &error));
  add_plan_with_tasks (fixture);

  visit = tend_visit_load (fixture->vault, "n@2026-06-01", &error);
  tasks = tend_visit_tasks (fixture->vault, visit, &error);
  g_assert_no_error (error);
  titles = titles_of (tasks);
  g_assert_cmpstr (titles, ==, "Drink *, Post, Wash *");

  /* Saved with the visit; asked for again nothing is there twice. */
  g_assert_true (tend_visit_save (fixture->vault, visit, tasks, NULL, &error));
  g_assert_no_error (error);
  stored = tend_visit_tasks (fixture->vault, visit, &error);
  kept = titles_of (stored);
  g_assert_cmpstr (kept, ==, "Drink *, Post, Wash *");

  g_clear_pointer (&stored, g_ptr_array_unref);
  g_clear_pointer (&kept, g_free);
  stored = tend_visit_tasks (fixture->vault, done, &error);
  kept = titles_of (stored);
  g_assert_cmpstr (kept, ==, "Drink, Post");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  add_test ("/records/care-plan/in-force", test_in_force);
  add_test ("/records/care-plan/agree", test_agree);
  add_test ("/records/care-plan/missing", test_missing);
  add_test ("/records/care-plan/agree-whole", test_agree_whole);
  add_test ("/records/care-plan/frozen", test_frozen);
  add_test ("/records/care-plan/tasks", test_tasks);
  add_test ("/records/care-plan/visit-tasks", test_visit_tasks);
#undef add_test

  return g_test_run ();
}
