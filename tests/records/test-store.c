/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-history.h"
#include "tend-statement.h"

#include <string.h>

/* The columns of a table, as the database has them. */
static char *
columns_of (TendVault  *vault,
            const char *table)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info('%s')", table);
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  while (tend_statement_step (statement, &error) == TEND_STEP_ROW)
    g_string_append_printf (text, "%s ", tend_statement_get_text (statement, 0));

  return g_string_free (text, FALSE);
}

/* A field is one line in its table and one column: both or neither. */
static void
test_schema (Fixture       *fixture,
             gconstpointer  data)
{
  const TendKind * const *kinds = tend_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GString *expected = g_string_new ("id ");
      g_autofree char *columns = columns_of (fixture->vault, kinds[i]->table);

      for (const TendField *field = kinds[i]->fields; field->name != NULL; field++)
        g_string_append_printf (expected, "%s ", field->name);

      g_assert_cmpstr (columns, ==, expected->str);
      g_string_free (expected, TRUE);
    }
}

/* Each kind comes after those it refers to, so that import can follow the order. */
static void
test_order (void)
{
  const TendKind * const *kinds = tend_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (const TendField *field = kinds[i]->fields; field->name != NULL; field++)
      {
        guint j = 0;

        if (field->type != TEND_FIELD_REFERENCE)
          continue;

        while (kinds[j] != NULL && strcmp (kinds[j]->name, field->refers_to) != 0)
          j++;
        g_assert_cmpuint (j, <=, i);
      }
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) client =
    make_record (&tend_client_kind, "c1", "given_name", "Siân", "family_name", "O’Neill-Ŵyn",
                 "date_of_birth", "1936-02-29", "address", "The Old Forge\nHigh Street",
                 "note", "🌻 likes tea", NULL);
  g_autoptr(TendRecord) loaded = NULL;

  g_assert_false (tend_record_is_stored (client));
  g_assert_true (tend_record_save (fixture->vault, client, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (tend_record_is_stored (client));

  loaded = tend_record_load (fixture->vault, &tend_client_kind, "c1", &error);
  g_assert_no_error (error);
  g_assert_true (tend_record_equal (client, loaded));
  g_assert_cmpint (tend_record_get_int (loaded, "date_of_birth"), ==, tend_date_new (1936, 2, 29));
  g_assert_cmpstr (tend_record_get_text (loaded, "allergies_state"), ==, "not_asked");
  g_assert_null (tend_record_get_text (loaded, "preferred_name"));
}

/* Every type, set and not set. */
static void
test_types (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) rate = NULL;
  g_autoptr(TendRecord) empty = NULL;
  g_autoptr(TendRecord) visit = NULL;

  add_record (fixture, &tend_client_kind, "c1", "given_name", "Ann", NULL);
  add_record (fixture, &tend_rate_kind, "r1", "client", "c1", "applies", "fixed_date", "fixed_date",
              "02-29",
              "starts_at", "22:00", "ends_at", "07:00", "amount_pence", "1659",
              "valid_from", "2026-04-06", NULL);
  add_record (fixture, &tend_rate_kind, "r2", "amount_pence", "0", NULL);
  add_record (fixture, &tend_visit_kind, "v1", "client", "c1", "planned_start", "2026-10-25T00:30Z",
              "planned_end", "2026-10-25T01:30Z", NULL);

  rate = tend_record_load (fixture->vault, &tend_rate_kind, "r1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (tend_record_get_int (rate, "fixed_date"), ==, 229);
  g_assert_cmpint (tend_record_get_int (rate, "starts_at"), ==, 22 * 60);
  g_assert_cmpint (tend_record_get_int (rate, "amount_pence"), ==, 1659);

  empty = tend_record_load (fixture->vault, &tend_rate_kind, "r2", &error);
  g_assert_true (tend_record_is_set (empty, "amount_pence"));
  g_assert_false (tend_record_is_set (empty, "starts_at"));
  g_assert_cmpint (tend_record_get_int (empty, "starts_at"), ==, TEND_CLOCK_NONE);

  visit = tend_record_load (fixture->vault, &tend_visit_kind, "v1", &error);
  g_assert_cmpint (tend_record_get_int (visit, "actual_start"), ==, TEND_INSTANT_NONE);
  g_assert_cmpint (tend_record_get_int (visit, "planned_end"), ==,
                   tend_record_get_int (visit, "planned_start") + 3600);
}

/* Pasted text may bring characters that are no writing; breaks and tabs are. */
static void
test_controls (void)
{
  static const struct { const char *given, *kept; } cases[] = {
    { "two\nlines\tand\r\nmore", "two\nlines\tand\r\nmore" },
    { "\033[31mred\007\177", " [31mred  " },
    { "a\vb\fc", "a b c" },
    { "\302\233x\302\237", "  x  " },   /* U+009B, U+009F */
    { "\302\240\303\233", "\302\240\303\233" }, /* a space that does not break, and Û */
    { "\302", "\302" },                 /* not UTF-8: told by the check of the record */
  };
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tend_record_set_text (client, "note", cases[i].given);
      g_assert_cmpstr (tend_record_get_text (client, "note"), ==, cases[i].kept);
    }
}

static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(TendRecord) service = make_record (&tend_service_kind, "s1", "name", "Support", NULL);
  const TendHistoryEntry *newest;

  g_assert_true (tend_record_save (fixture->vault, service, NULL, &error));
  /* writes nothing */
  g_assert_true (tend_record_save (fixture->vault, service, "the same again", &error));
  tend_record_set_text (service, "name", "Support at home");
  g_assert_true (tend_record_save (fixture->vault, service, "a better name", &error));
  g_assert_true (tend_record_remove (fixture->vault, service, "not offered", &error));
  g_assert_no_error (error);

  entries = tend_history_list (fixture->vault, "service", "s1", 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  newest = entries->pdata[0];
  g_assert_cmpstr (newest->action, ==, "remove");
  g_assert_cmpstr (((TendHistoryEntry *) entries->pdata[1])->reason, ==, "a better name");
  g_assert_cmpstr (((TendHistoryEntry *) entries->pdata[2])->action, ==, "add");
  g_assert_nonnull (strstr (newest->values, "Support at home"));
}

static void
test_invalid (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { const char *field, *value, *faulty; } cases[] = {
    { "given_name", "", "given_name" },
    { "status", "happy", "status" },
    { "nhs_number", "9434765871", "nhs_number" },   /* its check digit is 0 */
    { "nhs_number", "943 476 5870", NULL },
    { "died_on", "1920-01-01", "died_on" },
    { "given_name", "two\nlines", "given_name" },
    { "started_on", "1849-12-31", "started_on" },
    { "started_on", "1850-01-01", NULL },
    { "ended_on", "9999-12-31", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autoptr(TendRecord) client =
        make_record (&tend_client_kind, id, "given_name", "Ann", "date_of_birth", "1940-01-01",
                     cases[i].field, cases[i].value, NULL);
      g_autoptr(TendFaults) faults = tend_record_validate (client);

      g_assert_cmpuint (tend_faults_count (faults), ==, cases[i].faulty != NULL ? 1 : 0);
      if (cases[i].faulty == NULL)
        continue;

      g_assert_cmpstr (tend_faults_get (faults, 0)->field, ==, cases[i].faulty);
      g_assert_false (tend_record_save (fixture->vault, client, NULL, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, id));
    }
}

static void
test_references (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) person =
    make_record (&tend_person_kind, "p1", "client", "nobody", "name", "Bob", "relation", "family",
                 NULL);
  g_autoptr(TendRecord) missing = NULL;

  g_assert_false (tend_record_save (fixture->vault, person, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  missing = tend_record_load (fixture->vault, &tend_person_kind, "p1", &error);
  g_assert_null (missing);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
}

/* What lies in a record and does not name the client is found by the erasure all the same. */
static void
test_about (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendStatement) statement = NULL;

  add_record (fixture, &tend_client_kind, "c1", "given_name", "Ann", NULL);
  add_record (fixture, &tend_visit_kind, "v1", "client", "c1", "planned_start", "2026-06-01T08:00",
              "planned_end", "2026-06-01T08:30", NULL);
  add_record (fixture, &tend_visit_task_kind, "t1", "visit", "v1", "title", "Wash", NULL);

  statement = tend_statement_new (fixture->vault,
                                  "SELECT count(*) FROM history_payload WHERE client = 'c1'",
                                  &error);
  g_assert_no_error (error);
  g_assert_cmpint (tend_statement_step (statement, &error), ==, TEND_STEP_ROW);
  g_assert_cmpint (tend_statement_get_int (statement, 0), ==, 3);
}

/* A list with choices takes these words alone. */
static void
test_words (void)
{
  static const struct { const char *words; guint n_faults; } cases[] = {
    { "MO\nFR", 0 }, { "MO\nMonday", 1 }, { "mo\nfr", 2 }, { NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) task = make_record (&tend_plan_task_kind, "t", "title", "Wash", NULL);
      g_autoptr(TendFaults) faults = NULL;

      tend_record_set_text (task, "care_plan", "p");
      tend_record_set_text (task, "weekdays", cases[i].words);
      faults = tend_record_validate (task);
      g_assert_cmpuint (tend_faults_count (faults), ==, cases[i].n_faults);
    }
}

static void
count_notifications (GObject    *object,
                     GParamSpec *pspec,
                     guint      *n)
{
  (*n)++;
}

/* The field table gives properties: set twice, told once. */
static void
test_properties (void)
{
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  g_autofree char *name = NULL;
  guint n = 0;

  g_signal_connect (client, "notify::given-name", G_CALLBACK (count_notifications), &n);
  g_object_set (client, "given-name", "Ann", NULL);
  tend_record_set_text (client, "given_name", "Ann");
  g_object_get (client, "given-name", &name, NULL);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (name, ==, "Ann");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/records/store/schema", test_schema);
  g_test_add_func ("/records/store/order", test_order);
  add_fixture_test ("/records/store/round-trip", test_round_trip);
  add_fixture_test ("/records/store/types", test_types);
  g_test_add_func ("/records/store/controls", test_controls);
  add_fixture_test ("/records/store/history", test_history);
  add_fixture_test ("/records/store/invalid", test_invalid);
  add_fixture_test ("/records/store/references", test_references);
  add_fixture_test ("/records/store/about", test_about);
  g_test_add_func ("/records/store/words", test_words);
  g_test_add_func ("/records/store/properties", test_properties);

  return g_test_run ();
}
