/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-invoices.h"
#include "tend-visits.h"
#include "tend-week.h"

#include <string.h>
#include <time.h>

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", "family_name", "Lee", NULL);
  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", NULL);
  add_record (fixture, &tend_service_kind, "care", "name", "Personal care", "kind", "personal_care",
              NULL);
}

/* "01T08:00 ann, …": the day of the month and the local start of each. */
static char *
dump (GPtrArray *visits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < visits->len; i++)
    {
      TendVisit *visit = visits->pdata[i];
      g_autofree char *start = tend_time_format_iso (tend_visit_start (visit));

      g_string_append_printf (text, "%s%s %s%s", i > 0 ? ", " : "", start + 8, visit->client,
                              visit->status == TEND_VISIT_CANCELLED ? " x" : visit->stored ? ""
                                  : " ~");
    }

  return g_string_free (text, FALSE);
}

static void
assert_visits (Fixture    *fixture,
               const char *from,
               const char *to,
               const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) visits = tend_visits_between (fixture->vault, day (from), day (to), NULL,
                                                     &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = dump (visits);
  g_assert_cmpstr (text, ==, expected);
}

static void
add_pattern (Fixture    *fixture,
             const char *id,
             const char *rrule)
{
  add_record (fixture, &tend_pattern_kind, id, "client", "ann", "service", "care", "rrule", rrule,
              "starts_on", "2026-06-01", "starts_at", "08:00", "minutes", "30",
              "tasks", "Wash\nBreakfast", NULL);
}

static void
test_pattern (Fixture       *fixture,
              gconstpointer  data)
{
  add_pattern (fixture, "p", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH");
  add_record (fixture, &tend_visit_kind, "v", "client", "bob", "planned_start", "2026-06-04T07:00",
              "planned_end", "2026-06-04T07:30", NULL);

  assert_visits (fixture, "2026-05-25", "2026-06-21",
                 "01T08:00 ann ~, 04T07:00 bob, 04T08:00 ann ~, 15T08:00 ann ~, 18T08:00 ann ~");
  assert_visits (fixture, "2026-06-08", "2026-06-14", "");
}

static void
assert_usual_service (Fixture    *fixture,
                      const char *client,
                      const char *expected)
{
  g_autofree char *service = tend_visit_usual_service (fixture->vault, client);

  g_assert_cmpstr (service, ==, expected);
}

/* Only what is beyond doubt: the one service somebody has had, or the one there is. */
static void
test_usual_service (Fixture       *fixture,
                    gconstpointer  data)
{
  assert_usual_service (fixture, "ann", "care");

  add_record (fixture, &tend_service_kind, "sit", "name", "Company", "kind", "wellbeing", NULL);
  assert_usual_service (fixture, "ann", NULL);

  add_pattern (fixture, "p", "FREQ=DAILY");
  assert_usual_service (fixture, "ann", "care");
  assert_usual_service (fixture, "bob", NULL);

  add_record (fixture, &tend_visit_kind, "v", "client", "ann", "service", "sit",
              "planned_start", "2026-06-04T17:00", "planned_end", "2026-06-04T17:30", NULL);
  assert_usual_service (fixture, "ann", NULL);
}

/* One occurrence moved to another day, one skipped: the others stay. */
static void
test_exceptions (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) moved = NULL;
  g_autoptr(TendRecord) skipped = NULL;
  g_autoptr(TendRecord) again = NULL;

  add_pattern (fixture, "p", "FREQ=DAILY");

  moved = tend_visit_load (fixture->vault, "p@2026-06-02", &error);
  g_assert_no_error (error);
  tend_record_set_int (moved, "planned_start", tend_time_resolve (day ("2026-06-04"), 15 * 60));
  tend_record_set_int (moved, "planned_end", tend_time_resolve (day ("2026-06-04"), 15 * 60 + 30));
  g_assert_true (tend_visit_save (fixture->vault, moved, NULL, NULL, &error));

  skipped = tend_visit_load (fixture->vault, "p@2026-06-03", &error);
  tend_record_set_text (skipped, "status", "cancelled");
  g_assert_true (tend_visit_save (fixture->vault, skipped, NULL, NULL, &error));
  g_assert_no_error (error);

  assert_visits (fixture, "2026-06-01", "2026-06-05",
                 "01T08:00 ann ~, 03T08:00 ann x, 04T08:00 ann ~, 04T15:00 ann, 05T08:00 ann ~");
  assert_visits (fixture, "0001-01-01", "2026-06-03", "01T08:00 ann ~, 03T08:00 ann x");

  /* The old name still leads to the visit it has become. */
  again = tend_visit_load (fixture->vault, "p@2026-06-02", &error);
  g_assert_cmpstr (tend_record_get_id (again), ==, tend_record_get_id (moved));
}

static void
test_tasks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) visit = NULL;
  g_autoptr(GPtrArray) tasks = NULL;
  g_autoptr(GPtrArray) stored = NULL;

  add_pattern (fixture, "p", "FREQ=DAILY");
  visit = tend_visit_load (fixture->vault, "p@2026-06-02", &error);
  tasks = tend_visit_tasks (fixture->vault, visit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tasks->len, ==, 2);
  tend_record_set_int (tasks->pdata[0], "done", TRUE);
  g_ptr_array_remove_index (tasks, 1);
  g_assert_true (tend_visit_save (fixture->vault, visit, tasks, NULL, &error));

  stored = tend_visit_tasks (fixture->vault, visit, &error);
  g_assert_cmpuint (stored->len, ==, 1);
  g_assert_cmpstr (tend_record_get_text (stored->pdata[0], "title"), ==, "Wash");
  g_assert_true (tend_record_get_int (stored->pdata[0], "done"));
}

/* "This and later": the old one ends the day before, the new one goes on; from
 * its very first day the old one has no days left, whether or not a visit of it
 * is stored.
 */
static void
test_change_from (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) pattern = NULL;
  g_autoptr(TendRecord) later = NULL;
  g_autoptr(TendRecord) earlier = NULL;
  g_autoptr(TendRecord) visit = NULL;
  g_autoptr(TendRecord) changes = NULL;

  add_pattern (fixture, "p", "FREQ=DAILY");
  pattern = tend_record_load (fixture->vault, &tend_pattern_kind, "p", &error);
  changes = tend_record_copy (pattern);
  tend_record_set_int (changes, "starts_at", 9 * 60);
  later = tend_pattern_change_from (fixture->vault, pattern, day ("2026-06-03"), changes, &error);
  g_assert_no_error (error);
  assert_visits (fixture, "2026-06-01", "2026-06-04",
                 "01T08:00 ann ~, 02T08:00 ann ~, 03T09:00 ann ~, 04T09:00 ann ~");

  visit = tend_visit_load (fixture->vault, "p@2026-06-02", &error);
  g_assert_true (tend_visit_save (fixture->vault, visit, NULL, NULL, &error));
  g_clear_object (&pattern);
  pattern = tend_record_load (fixture->vault, &tend_pattern_kind, "p", &error);
  tend_record_set_int (changes, "starts_at", 10 * 60);
  tend_record_set_int (changes, "ends_on", day ("2026-06-02"));
  earlier = tend_pattern_change_from (fixture->vault, pattern, day ("2026-06-01"), changes, &error);
  g_assert_no_error (error);
  assert_visits (fixture, "2026-06-01", "2026-06-03",
                 "01T10:00 ann ~, 02T08:00 ann, 02T10:00 ann ~, 03T09:00 ann ~");
}

/* A night over each clock change ends at seven, and is an hour shorter or
 * longer (scenario S12); it belongs to the day on which it starts, and the day
 * after still shows it.
 */
static void
test_nights (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *date; int minutes; } cases[] = {
    { "2026-03-27", 540 }, { "2026-03-28", 480 }, { "2026-03-29", 540 },
    { "2026-10-23", 540 }, { "2026-10-24", 600 }, { "2026-10-25", 540 },
  };

  add_record (fixture, &tend_pattern_kind, "n", "client", "ann", "rrule", "FREQ=DAILY", "starts_on",
              "2026-03-01",
              "starts_at", "22:00", "minutes", "540", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) visits =
        tend_visits_between (fixture->vault, day (cases[i].date), day (cases[i].date), NULL,
                             &error);
      TendVisit *visit;

      g_assert_cmpuint (visits->len, ==, 2); /* the end of the night before, and this one */
      visit = visits->pdata[1];
      g_assert_cmpint (tend_time_minutes (visit->planned_start, visit->planned_end), ==,
                       cases[i].minutes);
      g_assert_cmpint (tend_time_clock (visit->planned_end), ==, 7 * 60);
    }
}

/* Nothing is planned for somebody after the care ended, and a death ends all. */
static void
test_death (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(TendRecord) agreement = NULL;

  add_pattern (fixture, "p", "FREQ=DAILY");
  add_record (fixture, &tend_agreement_kind, "a", "client", "ann", "starts_on", "2026-06-01", NULL);
  add_record (fixture, &tend_visit_kind, "done", "client", "ann", "status", "done",
              "planned_start", "2026-06-03T12:00", "planned_end", "2026-06-03T12:30", NULL);
  add_record (fixture, &tend_visit_kind, "later", "client", "ann",
              "planned_start", "2026-06-04T12:00", "planned_end", "2026-06-04T12:30", NULL);

  record_death (fixture, "ann", "2026-06-03", NULL);
  assert_visits (fixture, "2026-06-02", "2026-06-05",
                 "02T08:00 ann ~, 03T08:00 ann ~, 03T12:00 ann, 04T12:00 ann x");

  client = tend_record_load (fixture->vault, &tend_client_kind, "ann", &error);
  agreement = tend_record_load (fixture->vault, &tend_agreement_kind, "a", &error);
  g_assert_cmpint (tend_record_get_int (client, "died_on"), ==, day ("2026-06-03"));
  g_assert_cmpint (tend_record_get_int (agreement, "ends_on"), ==, day ("2026-06-03"));
}

static guint
colour_of (Fixture    *fixture,
           const char *client)
{
  g_autoptr(TendWeek) week = tend_week_load (fixture->vault, day ("2026-06-01"), 7, NULL);

  return GPOINTER_TO_UINT (g_hash_table_lookup (week->colors, client));
}

/* Whoever comes or goes takes no colour from the others. */
static void
test_colours (Fixture       *fixture,
              gconstpointer  data)
{
  add_record (fixture, &tend_client_kind, "x", "given_name", "Xan", "started_on", "2026-01-01",
              NULL);
  add_record (fixture, &tend_client_kind, "y", "given_name", "Yve", "started_on", "2026-02-01",
              NULL);
  g_assert_cmpuint (colour_of (fixture, "y"), ==, 1);

  record_death (fixture, "x", "2026-06-03", NULL);
  g_assert_cmpuint (colour_of (fixture, "y"), ==, 1);
  add_record (fixture, &tend_client_kind, "a", "given_name", "Abe", "started_on", "2026-06-01",
              NULL);
  g_assert_cmpuint (colour_of (fixture, "y"), ==, 1);
}

static char *
clashes_of (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendWeek) week = tend_week_load (fixture->vault, day ("2026-06-01"), 7, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < week->clashes->len; i++)
    {
      TendClash *clash = &g_array_index (week->clashes, TendClash, i);

      g_string_append_printf (text, "%s%s %s-%s %" G_GINT64_FORMAT, i > 0 ? ", " : "",
                              tend_clash_kind_name (clash->kind),
                              ((TendVisit *) week->visits->pdata[clash->first])->id,
                              ((TendVisit *) week->visits->pdata[clash->second])->id,
                              clash->minutes);
    }

  return g_string_free (text, FALSE);
}

static void
add_visit (Fixture    *fixture,
           const char *id,
           const char *client,
           const char *from,
           const char *to,
           const char *billing)
{
  g_autofree char *start = g_strdup_printf ("2026-06-02T%s", from);
  g_autofree char *end = g_strdup_printf ("2026-06-02T%s", to);

  add_record (fixture, &tend_visit_kind, id, "client", client, "planned_start", start,
              "planned_end", end, "billing", billing, NULL);
}

/* Touching is fine; a couple seen together is meant; a minute of overlap is not. */
static void
test_clashes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *none = NULL;
  g_autofree char *overlap = NULL;
  g_autofree char *travel = NULL;
  g_autofree char *off = NULL;

  add_visit (fixture, "a", "ann", "08:00", "09:00", "full");
  add_visit (fixture, "b", "bob", "09:00", "09:30", "full");
  add_visit (fixture, "s", "ann", "12:00", "13:00", "shared");
  add_visit (fixture, "t", "bob", "12:00", "13:00", "shared");
  none = clashes_of (fixture);
  g_assert_cmpstr (none, ==, "");

  add_visit (fixture, "c", "bob", "08:59", "09:00", "full");
  overlap = clashes_of (fixture);
  g_assert_cmpstr (overlap, ==, "overlap a-c 1");

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine", "travel_minutes", "15",
              NULL);
  travel = clashes_of (fixture);
  g_assert_cmpstr (travel, ==, "overlap a-c 1, travel a-b 15");

  add_record (fixture, &tend_time_off_kind, "o", "starts_on", "2026-06-02", "ends_on", "2026-06-02",
              NULL);
  off = clashes_of (fixture);
  g_assert_true (g_str_has_suffix (off,
                                   "time_off a-a 60, time_off c-c 1, time_off b-b 30, time_off s-s "
                                   "60, time_off t-t 60"));
}

/* What repeats without an end is not followed through years nobody asks about: to the
 * end of time costs what the days until now do.
 */
static void
test_years_to_come (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const ends[] = { "2026-06-30", "9999-12-31" };
  clock_t took[G_N_ELEMENTS (ends)];

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", NULL);
  add_record (fixture, &tend_pattern_kind, "ever", "client", "ann", "rrule", "FREQ=DAILY",
              "starts_on", "2026-06-01", "starts_at", "20:00", "minutes", "30", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr(GError) error = NULL;
      clock_t before = clock ();
      g_autoptr(TendInvoice) draft =
        tend_invoice_preview (fixture->vault, "ann", day ("2026-06-01"), day (ends[i]),
                              day ("2026-06-20"), &error);

      took[i] = clock () - before;
      g_assert_no_error (error);
      g_assert_nonnull (strstr (draft->remarks->pdata[0], "19 planned visits"));
    }

  /* Three million days more, and not a hundred times the work. */
  g_assert_cmpint (took[1], <, 100 * MAX (took[0], 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  add_test ("/records/visits/pattern", test_pattern);
  add_test ("/records/visits/usual-service", test_usual_service);
  add_test ("/records/visits/exceptions", test_exceptions);
  add_test ("/records/visits/tasks", test_tasks);
  add_test ("/records/visits/change-from", test_change_from);
  add_test ("/records/visits/nights", test_nights);
  add_test ("/records/visits/death", test_death);
  add_test ("/records/visits/colours", test_colours);
  add_test ("/records/visits/clashes", test_clashes);
  add_test ("/records/visits/years-to-come", test_years_to_come);
#undef add_test

  return g_test_run ();
}
