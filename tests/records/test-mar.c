/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-mar.h"

#include <string.h>

static TendInstant
moment (const char *text)
{
  TendInstant instant = TEND_INSTANT_NONE;

  g_assert_true (tend_time_parse_iso (text, &instant, NULL));
  return instant;
}

static void
add_time (Fixture    *fixture,
          const char *medication,
          const char *at,
          const char *by)
{
  g_autofree char *id = g_strdup_printf ("%s-%s", medication, at);

  add_record (fixture, &tend_medication_time_kind, id, "medication", medication, "at", at,
              "by", by, "position", strcmp (at, "12:00") < 0 ? "0" : "1", NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_provider_kind, "provider", "own_name", "Christine Marsh", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_medication_kind, "ramipril", "client", "ann", "name", "Ramipril",
              "strength", "5 mg", "dose", "1 tablet", "starts_on", "2026-06-01", NULL);
  add_time (fixture, "ramipril", "08:00", "me");
  add_record (fixture, &tend_medication_kind, "codeine", "client", "ann", "name", "Codeine",
              "dose", "1-2 tablets", "starts_on", "2026-06-01", "as_needed", "true",
              "max_in_24h", "8", "min_interval_minutes", "240", NULL);
}

static TendRecord *
dose (const char *id,
      const char *due_at)
{
  return make_record (&tend_mar_entry_kind, id, "medication", "ramipril", "due_at", due_at,
                      "given_at", due_at, "outcome", "taken", "support", "assist", NULL);
}

static void
sign (Fixture    *fixture,
      TendRecord *entry,
      const char *now)
{
  g_autoptr(GError) error = NULL;

  tend_mar_sign (fixture->vault, entry, FALSE, moment (now), &error);
  g_assert_no_error (error);
}

/* Fails with @code; nothing is written. */
static char *
refused (Fixture    *fixture,
         TendRecord *entry,
         const char *now,
         int         code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) stored = NULL;

  g_assert_false (tend_mar_sign (fixture->vault, entry, FALSE, moment (now), &error));
  g_assert_error (error, TEND_ERROR, code);
  stored = tend_record_load (fixture->vault, &tend_mar_entry_kind, tend_record_get_id (entry),
                             NULL);
  g_assert_null (stored);

  return g_strdup (error->message);
}

static TendMarChart *
load (Fixture    *fixture,
      const char *from,
      int         days,
      const char *now)
{
  g_autoptr(GError) error = NULL;
  TendMarChart *chart = tend_mar_chart_load (fixture->vault, "ann", day (from), days,
                                             moment (now), &error);

  g_assert_no_error (error);
  return chart;
}

static const TendMarLine *
line (const TendMarChart *chart,
      const char         *medication)
{
  for (guint i = 0; i < chart->lines->len; i++)
    {
      const TendMarLine *found = chart->lines->pdata[i];

      if (strcmp (tend_record_get_id (found->medicine->record), medication) == 0)
        return found;
    }

  return NULL;
}

static const char *
state (const TendMarChart *chart,
       const char         *medication,
       guint               index)
{
  const TendMarSlot *slot = line (chart, medication)->slots->pdata[index];

  return tend_slot_state_name (slot->state);
}

/* An hour either side: never before it opens; after it closes it is written, and late. */
static void
test_window (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TendRecord) early = dose ("early", "2026-06-02T08:00");
  g_autoptr(TendRecord) first = dose ("first", "2026-06-02T08:00");
  g_autoptr(TendRecord) last = dose ("last", "2026-06-03T08:00");
  g_autoptr(TendRecord) late = dose ("late", "2026-06-04T08:00");
  g_autoptr(TendMarChart) chart = NULL;
  g_autofree char *message = NULL;

  tend_record_set_int (early, "given_at", moment ("2026-06-02T06:59"));
  message = refused (fixture, early, "2026-06-02T06:59", TEND_ERROR_STOPPED);
  g_assert_nonnull (strstr (message, "07:00"));

  tend_record_set_int (first, "given_at", moment ("2026-06-02T07:00"));
  sign (fixture, first, "2026-06-02T07:00");
  sign (fixture, last, "2026-06-03T09:00");
  sign (fixture, late, "2026-06-04T09:01");

  chart = load (fixture, "2026-06-01", 5, "2026-06-05T09:00");
  g_assert_cmpstr (state (chart, "ramipril", 0), ==, "gap");
  g_assert_cmpstr (state (chart, "ramipril", 1), ==, "recorded");
  g_assert_cmpstr (state (chart, "ramipril", 2), ==, "recorded");
  g_assert_cmpstr (state (chart, "ramipril", 3), ==, "late");
  g_assert_cmpstr (state (chart, "ramipril", 4), ==, "due");
  g_assert_cmpstr (tend_record_get_text (first, "initials"), ==, "CM");
  g_assert_cmpint (tend_record_get_int (late, "written_at"), ==, moment ("2026-06-04T09:01"));
  /* All of a fixed dose. */
  g_assert_cmpint (tend_record_get_int (first, "quantity"), ==, 1000);
}

static void
test_what_goes_together (Fixture       *fixture,
                         gconstpointer  data)
{
  static const struct { const char *field, *outcome, *reason, *note; } cases[] = {
    { "reason", "declined", NULL, NULL }, { "reason", "taken", "R", "No." },
    { "reason", "declined", "H", NULL }, { "note", "declined", "R", NULL },
    { "note", "omitted", "U", NULL }, { "note", "omitted", "O", NULL },
    { "quantity", "part", NULL, NULL }, { NULL, "declined", "R", "Felt sick." },
    { NULL, "omitted", "H", NULL }, { NULL, "taken", "T", NULL },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record =
    tend_record_load (fixture->vault, &tend_medication_kind, "ramipril", &error);
  g_autoptr(TendMedicine) medicine = tend_medicine_load (fixture->vault, record, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) entry = dose (NULL, "2026-06-02T08:00");
      g_autoptr(TendFaults) faults = NULL;

      tend_record_set_text (entry, "outcome", cases[i].outcome);
      tend_record_set_text (entry, "reason", cases[i].reason);
      tend_record_set_text (entry, "note", cases[i].note);
      faults = tend_mar_entry_faults (medicine, entry, moment ("2026-06-02T08:00"));
      g_assert_cmpuint (tend_faults_count (faults), ==, cases[i].field != NULL);
      if (cases[i].field != NULL)
        g_assert_cmpstr (tend_faults_get (faults, 0)->field, ==, cases[i].field);
    }
}

/* To the minute: what has not come cannot have been given. */
static void
test_not_ahead (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TendRecord) entry = dose ("ahead", "2026-06-02T08:00");
  g_autofree char *message =
    refused (fixture, entry, "2026-06-02T07:59", TEND_ERROR_INVALID);

  sign (fixture, entry, "2026-06-02T08:00");
}

static void
test_correction (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TendRecord) wrong = dose ("wrong", "2026-06-02T08:00");
  g_autoptr(TendRecord) twice = dose ("twice", "2026-06-02T08:00");
  g_autoptr(TendRecord) right = dose ("right", "2026-06-02T08:00");
  g_autoptr(TendRecord) again = dose ("again", "2026-06-02T08:00");
  g_autoptr(TendRecord) over = dose ("over", "2026-06-02T08:00");
  g_autoptr(TendMarChart) chart = NULL;
  g_autoptr(GError) error = NULL;
  const TendMarSlot *slot;

  sign (fixture, wrong, "2026-06-02T08:00");
  g_free (refused (fixture, twice, "2026-06-02T08:01", TEND_ERROR_STOPPED));

  tend_record_set_text (right, "supersedes", "wrong");
  tend_record_set_text (right, "outcome", "declined");
  tend_record_set_text (right, "reason", "R");
  tend_record_set_text (right, "note", "Spat it out.");
  g_assert_false (tend_mar_correct (fixture->vault, right, moment ("2026-06-02T08:05"), &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);
  tend_record_set_text (right, "correction_reason", "I signed the wrong square.");
  g_assert_true (tend_mar_correct (fixture->vault, right, moment ("2026-06-02T08:05"), &error));
  g_assert_no_error (error);

  /* The first was corrected; what stands in its place can be corrected in turn. */
  tend_record_set_text (over, "supersedes", "wrong");
  tend_record_set_text (over, "correction_reason", "Again.");
  g_assert_false (tend_mar_correct (fixture->vault, over, moment ("2026-06-02T08:06"), &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);
  tend_record_set_text (again, "supersedes", "right");
  tend_record_set_text (again, "correction_reason", "She took it after all.");
  g_assert_true (tend_mar_correct (fixture->vault, again, moment ("2026-06-02T08:30"), &error));
  g_assert_no_error (error);

  chart = load (fixture, "2026-06-02", 1, "2026-06-02T10:00");
  slot = line (chart, "ramipril")->slots->pdata[0];
  g_assert_cmpint (slot->state, ==, TEND_SLOT_CORRECTED);
  g_assert_cmpstr (tend_record_get_id (slot->entry), ==, "again");
  g_assert_cmpuint (slot->struck->len, ==, 2);
  g_assert_cmpstr (tend_record_get_id (slot->struck->pdata[0]), ==, "wrong");
  g_assert_cmpstr (tend_record_get_id (slot->struck->pdata[1]), ==, "right");
  g_assert_cmpuint (chart->n_recorded, ==, 1);
  g_assert_cmpuint (chart->n_given, ==, 1);
}

static void
assert_box (const TendMarChart *chart,
            guint               box,
            const char         *entry,
            gint64              quantity)
{
  const TendMarSlot *slot = line (chart, "lithium")->slots->pdata[box];

  g_assert_cmpint (slot->due_at, ==, moment ("2026-03-29T02:00"));
  g_assert_cmpstr (tend_record_get_id (slot->entry), ==, entry);
  g_assert_cmpint (tend_record_get_int (slot->entry, "quantity"), ==, quantity);
}

/* On 29 March 2026 there is no 01:30: it is due with that of 02:00, and each is written down in
 * its own box, the one that was written first in the first. */
static void
test_clocks_forward (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TendRecord) z = NULL;
  g_autoptr(TendRecord) y = NULL;
  g_autoptr(TendRecord) x = NULL;
  g_autoptr(TendRecord) a = NULL;
  g_autoptr(TendMarChart) chart = NULL;
  g_autoptr(GError) error = NULL;
  TendRecord **entries[] = { &z, &y, &x, &a };
  static const char * const ids[] = { "z", "y", "x", "a" };

  add_record (fixture, &tend_medication_kind, "lithium", "client", "ann", "name", "Lithium",
              "dose", "1 tablet", "starts_on", "2026-03-01", NULL);
  add_record (fixture, &tend_medication_time_kind, "half", "medication", "lithium", "at", "01:30",
              "by", "me", "position", "0", NULL);
  add_record (fixture, &tend_medication_time_kind, "two", "medication", "lithium", "at", "02:00",
              "by", "me", "position", "1", "quantity", "2", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    *entries[i] = make_record (&tend_mar_entry_kind, ids[i], "medication", "lithium", "due_at",
                               "2026-03-29T02:00", "given_at", "2026-03-29T02:00", "outcome",
                               "taken", "support", "assist", NULL);

  sign (fixture, z, "2026-03-29T02:01");
  sign (fixture, y, "2026-03-29T02:02");
  g_free (refused (fixture, x, "2026-03-29T02:03", TEND_ERROR_STOPPED));
  chart = load (fixture, "2026-03-29", 1, "2026-03-29T12:00");
  g_assert_cmpuint (chart->n_gaps, ==, 0);
  assert_box (chart, 0, "z", 1000);
  assert_box (chart, 1, "y", 2000);

  /* What is corrected stays where it was. */
  tend_record_set_text (a, "supersedes", "z");
  tend_record_set_text (a, "correction_reason", "It was later.");
  g_assert_true (tend_mar_correct (fixture->vault, a, moment ("2026-03-29T03:00"), &error));
  g_assert_no_error (error);
  g_clear_pointer (&chart, tend_mar_chart_free);
  chart = load (fixture, "2026-03-29", 1, "2026-03-29T12:00");
  assert_box (chart, 0, "a", 1000);
  assert_box (chart, 1, "y", 2000);
}

/* A dose as needed, corrected to another day, is on neither day twice. */
static void
test_corrected_to_another_day (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(TendMarChart) first = NULL;
  g_autoptr(TendMarChart) second = NULL;

  add_record (fixture, &tend_mar_entry_kind, "tuesday", "medication", "codeine",
              "given_at", "2026-06-02T23:30", "outcome", "taken", "quantity", "1", NULL);
  add_record (fixture, &tend_mar_entry_kind, "wednesday", "medication", "codeine",
              "given_at", "2026-06-03T00:30", "outcome", "taken", "quantity", "1",
              "supersedes", "tuesday", "correction_reason", "It was after midnight.", NULL);

  first = load (fixture, "2026-06-02", 1, "2026-06-05T10:00");
  second = load (fixture, "2026-06-03", 1, "2026-06-05T10:00");
  g_assert_cmpuint (line (first, "codeine")->others->len, ==, 0);
  g_assert_cmpuint (line (second, "codeine")->others->len, ==, 1);
  g_assert_cmpuint (((TendMarSlot *) line (second, "codeine")->others->pdata[0])->struck->len,
                    ==, 1);
}

static void
test_guard (Fixture       *fixture,
            gconstpointer  data)
{
  TendRecord *entries[3];
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i] = make_record (&tend_mar_entry_kind, NULL, "medication", "codeine",
                              "outcome", "taken", "quantity", "2", "support", "assist", NULL);

  tend_record_set_int (entries[0], "given_at", moment ("2026-06-02T08:00"));
  sign (fixture, entries[0], "2026-06-02T08:00");

  tend_record_set_int (entries[1], "given_at", moment ("2026-06-02T11:59"));
  message = refused (fixture, entries[1], "2026-06-02T11:59", TEND_ERROR_STOPPED);
  g_assert_nonnull (strstr (message, "12:00"));

  /* Advice that is written down lets it through; so does that it has happened. */
  tend_record_set_text (entries[1], "advised_by", "Pharmacist at Boots, by telephone");
  sign (fixture, entries[1], "2026-06-02T11:59");
  tend_record_set_int (entries[2], "given_at", moment ("2026-06-02T12:30"));
  g_assert_true (tend_mar_sign (fixture->vault, entries[2], TRUE, moment ("2026-06-02T13:00"),
                                &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_object_unref (entries[i]);
}

/* Each kind of count and of patch asks for what it needs. */
static void
test_controlled_and_patch (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(TendRecord) entry = NULL;

  add_record (fixture, &tend_medication_kind, "patch", "client", "ann", "name", "Buprenorphine",
              "dose", "1 patch", "starts_on", "2026-06-01", "controlled", "true",
              "applied", "patch", "reuse_days", "21", NULL);
  add_time (fixture, "patch", "09:00", "me");

  entry = make_record (&tend_mar_entry_kind, "on", "medication", "patch",
                       "due_at", "2026-06-01T09:00", "given_at", "2026-06-01T09:00",
                       "outcome", "taken", "support", "administer", NULL);
  g_free (refused (fixture, entry, "2026-06-01T09:00", TEND_ERROR_INVALID));
  tend_record_set_int (entry, "counted", 3000);
  g_free (refused (fixture, entry, "2026-06-01T09:00", TEND_ERROR_INVALID));
  tend_record_set_text (entry, "site", "left upper arm");
  sign (fixture, entry, "2026-06-01T09:00");
}

static TendDate
free_on (Fixture    *fixture,
         const char *medication,
         const char *site,
         const char *date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record =
    tend_record_load (fixture->vault, &tend_medication_kind, medication, &error);
  TendDate free = tend_medicine_site_free_on (fixture->vault, record, site, day (date), &error);

  g_assert_no_error (error);
  return free;
}

/* Three weeks after the first of June; a new line of the same medicine remembers. */
static void
test_sites (Fixture       *fixture,
            gconstpointer  data)
{
  add_record (fixture, &tend_medication_kind, "low", "client", "ann", "name", "Buprenorphine",
              "starts_on", "2026-06-01", "applied", "patch", "reuse_days", "21", NULL);
  add_record (fixture, &tend_medication_kind, "high", "client", "ann", "name", "buprenorphine",
              "starts_on", "2026-06-08", "applied", "patch", "reuse_days", "21", NULL);
  add_record (fixture, &tend_medication_kind, "free", "client", "ann", "name", "Rivastigmine",
              "starts_on", "2026-06-01", "applied", "patch", NULL);
  add_record (fixture, &tend_mar_entry_kind, "one", "medication", "low",
              "given_at", "2026-06-01T09:00", "outcome", "taken", "quantity", "1",
              "site", "left", NULL);
  add_record (fixture, &tend_mar_entry_kind, "two", "medication", "low",
              "given_at", "2026-06-02T09:00", "outcome", "declined", "site", "right", NULL);
  add_record (fixture, &tend_mar_entry_kind, "other", "medication", "free",
              "given_at", "2026-06-02T09:00", "outcome", "taken", "quantity", "1",
              "site", "back", NULL);

  g_assert_cmpint (free_on (fixture, "low", "left", "2026-06-21"), ==, day ("2026-06-22"));
  g_assert_cmpint (free_on (fixture, "low", "left", "2026-06-22"), ==, TEND_DATE_NONE);
  g_assert_cmpint (free_on (fixture, "high", "left", "2026-06-08"), ==, day ("2026-06-22"));
  g_assert_cmpint (free_on (fixture, "low", "right", "2026-06-03"), ==, TEND_DATE_NONE);
  g_assert_cmpint (free_on (fixture, "low", "back", "2026-06-03"), ==, TEND_DATE_NONE);
  /* What was written for a later day stands against nothing before it. */
  g_assert_cmpint (free_on (fixture, "low", "left", "2026-05-31"), ==, TEND_DATE_NONE);
  g_assert_cmpint (free_on (fixture, "free", "back", "2026-06-03"), ==, TEND_DATE_NONE);
}

/* "left (2026-06-01) …", the latest first. */
static char *
sites (Fixture    *fixture,
       const char *medication,
       const char *date,
       int         most)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record =
    tend_record_load (fixture->vault, &tend_medication_kind, medication, &error);
  g_autoptr(GPtrArray) entries =
    tend_medicine_sites (fixture->vault, record, day (date), most, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            tend_record_get_text (entries->pdata[i], "site"));
  return g_string_free (text, FALSE);
}

static void
test_site_history (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const places[] = { "a", "b", "c", "d" };
  g_autofree char *two = NULL, *then = NULL, *changed = NULL;

  add_record (fixture, &tend_medication_kind, "low", "client", "ann", "name", "Buprenorphine",
              "starts_on", "2026-06-01", "applied", "patch", NULL);
  add_record (fixture, &tend_medication_kind, "high", "client", "ann", "name", "buprenorphine",
              "starts_on", "2026-06-04", "applied", "patch", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *at = g_strdup_printf ("2026-06-0%uT09:00", i + 1);

      add_record (fixture, &tend_mar_entry_kind, places[i], "medication", i < 3 ? "low" : "high",
                  "given_at", at, "outcome", i == 1 ? "declined" : "taken", "quantity", "1",
                  "site", places[i], NULL);
    }
  add_record (fixture, &tend_mar_entry_kind, "right", "medication", "low", "given_at",
              "2026-06-03T09:00", "outcome", "taken", "quantity", "1", "site", "e",
              "supersedes", "c", "correction_reason", "The other arm.", NULL);

  two = sites (fixture, "high", "2026-06-30", 2);
  g_assert_cmpstr (two, ==, "d e");
  then = sites (fixture, "high", "2026-06-02", 10);
  g_assert_cmpstr (then, ==, "a");
  changed = sites (fixture, "low", "2026-06-30", 10);
  g_assert_cmpstr (changed, ==, "d e a");
}

/* Whatever a program does to it, the database keeps what was written. */
static void
test_append_only (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { const char *sql, *part; } statements[] = {
    { "UPDATE mar_entries SET quantity = 2000", "cannot be changed" },
    { "UPDATE mar_entries SET note = 'x' WHERE id = 'given'", "cannot be changed" },
    { "DELETE FROM mar_entries", "cannot be removed" },
    { "INSERT OR REPLACE INTO mar_entries (id, medication, outcome, given_at)"
      " VALUES ('given', 'ramipril', 'declined', 1)", "cannot be removed" },
    { "UPDATE mar_notes SET text = 'x'", "cannot be changed" },
    { "DELETE FROM mar_notes", "cannot be removed" },
    { "UPDATE medications SET dose = '2 tablets' WHERE id = 'ramipril'", "cannot be changed" },
    { "UPDATE medications SET starts_on = '2026-01-01' WHERE id = 'ramipril'",
      "cannot be changed" },
    { "UPDATE medication_times SET at = '09:00'", "cannot be changed" },
    { "DELETE FROM medication_times", "cannot be changed" },
    { "INSERT INTO medication_times (id, medication, at, by)"
      " VALUES ('x', 'ramipril', '10:00', 'me')", "cannot be changed" },
    { "INSERT INTO mar_entries (id, medication, outcome, given_at, supersedes)"
      " VALUES ('odd', 'codeine', 'taken', 1, 'given')", "another dose" },
    { "INSERT INTO mar_entries (id, medication, outcome, due_at)"
      " SELECT '0', medication, 'declined', due_at FROM mar_entries WHERE id = 'given'",
      "written down already" },
  };
  g_autoptr(TendRecord) entry = dose ("given", "2026-06-02T08:00");
  g_autoptr(TendRecord) stored = NULL;
  g_autoptr(GError) error = NULL;

  sign (fixture, entry, "2026-06-02T08:00");
  g_assert_true (tend_mar_add_note (fixture->vault, entry, "effect", "Slept well.",
                                    moment ("2026-06-02T12:00"), &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    assert_sql_refused (fixture, statements[i].sql, statements[i].part);
  stored = tend_record_load (fixture->vault, &tend_mar_entry_kind, "given", &error);
  g_assert_no_error (error);
  g_assert_true (tend_record_equal (stored, entry));

  /* Its end may be written, and an unused line mended. */
  g_assert_true (run_sql (fixture, "UPDATE medications SET ends_on = '2026-07-01'", &error));
  g_assert_true (run_sql (fixture, "UPDATE medications SET dose = '1 tablet' WHERE id = 'codeine'",
                          &error));
  g_assert_no_error (error);
}

static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TendRecord) entry = dose ("given", "2026-06-10T08:00");
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) old =
    tend_record_load (fixture->vault, &tend_medication_kind, "ramipril", &error);
  g_autoptr(TendRecord) changed =
    make_record (&tend_medication_kind, "more", "client", "ann", "name", "Ramipril",
                 "dose", "2 tablets", "starts_on", "2026-06-10", NULL);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) same = NULL;
  g_autoptr(TendMarChart) chart = NULL;

  same = tend_record_load_nested (fixture->vault, old, &tend_medication_time_kind, &error);
  g_ptr_array_add (lines, make_record (&tend_medication_time_kind, "t", "at", "08:00", NULL));
  sign (fixture, entry, "2026-06-10T08:00");

  /* In place it cannot be changed, but for its end and what is known of it. */
  tend_record_set_text (old, "dose", "2 tablets");
  g_assert_false (tend_medicine_save (fixture->vault, old, same, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);
  tend_record_set_text (old, "dose", "1 tablet");
  g_assert_false (tend_medicine_save (fixture->vault, old, lines, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);
  tend_record_set_text (old, "checked_by", "The pharmacist");
  g_assert_true (tend_medicine_save (fixture->vault, old, same, &error));
  g_assert_no_error (error);

  /* A dose is written for the tenth: the change begins the day after, or later. */
  g_assert_false (tend_medicine_change (fixture->vault, old, changed, lines, "GP", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);
  tend_record_set_int (changed, "starts_on", day ("2026-06-11"));
  g_assert_true (tend_medicine_change (fixture->vault, old, changed, lines,
                                       "Dr Lee, by letter of 9 June", &error));
  g_assert_no_error (error);

  chart = load (fixture, "2026-06-10", 2, "2026-06-12T10:00");
  g_assert_cmpint (chart->version, ==, 2);
  g_assert_cmpstr (state (chart, "ramipril", 0), ==, "recorded");
  g_assert_cmpstr (state (chart, "ramipril", 1), ==, "not_in_cycle");
  g_assert_cmpstr (state (chart, "more", 0), ==, "not_in_cycle");
  g_assert_cmpstr (state (chart, "more", 1), ==, "gap");
  g_assert_cmpint (((TendMarSlot *) line (chart, "more")->slots->pdata[1])->dose, ==, 2000);
  g_assert_cmpstr (tend_record_get_text (changed, "replaces"), ==, "ramipril");
}

/* Warfarin: so much from this day on, until the next that is written. */
static void
test_dose_by_day (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(TendMarChart) chart = NULL;
  static const gint64 doses[] = { 1000, 3000, 3000, 4500, 4500 };

  add_record (fixture, &tend_medication_kind, "warfarin", "client", "ann", "name", "Warfarin",
              "dose", "1 tablet", "starts_on", "2026-06-01", NULL);
  add_time (fixture, "warfarin", "18:00", "me");
  add_record (fixture, &tend_medication_dose_kind, "d2", "medication", "warfarin",
              "from", "2026-06-04", "quantity", "4.5", NULL);
  add_record (fixture, &tend_medication_dose_kind, "d1", "medication", "warfarin",
              "from", "2026-06-02", "quantity", "3", NULL);

  chart = load (fixture, "2026-06-01", 5, "2026-06-01T10:00");
  for (guint i = 0; i < G_N_ELEMENTS (doses); i++)
    g_assert_cmpint (((TendMarSlot *) line (chart, "warfarin")->slots->pdata[i])->dose, ==,
                     doses[i]);
}

/* The next dose of warfarin: after what is written down, and on whose word. */
static void
test_add_dose (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { const char *from; gboolean taken; } cases[] = {
    { "2026-06-03", FALSE }, { "2026-06-04", FALSE }, { "2026-06-05", TRUE },
  };
  g_autoptr(TendMedicine) medicine = NULL;
  g_autoptr(TendRecord) record = NULL;
  g_autoptr(TendRecord) entry = make_record (&tend_mar_entry_kind, "e", "medication", "warfarin",
                                             "due_at", "2026-06-04T18:00", "given_at",
                                             "2026-06-04T18:00", "outcome", "taken", "support",
                                             "assist", NULL);

  add_record (fixture, &tend_medication_kind, "warfarin", "client", "ann", "name", "Warfarin",
              "dose", "By the yellow book", "starts_on", "2026-06-01", NULL);
  add_time (fixture, "warfarin", "18:00", "me");
  add_record (fixture, &tend_medication_dose_kind, "d1", "medication", "warfarin",
              "from", "2026-06-01", "quantity", "3", NULL);
  sign (fixture, entry, "2026-06-04T18:01");

  record = tend_record_load (fixture->vault, &tend_medication_kind, "warfarin", NULL);
  medicine = tend_medicine_load (fixture->vault, record, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) dose =
        make_record (&tend_medication_dose_kind, NULL, "from", cases[i].from, "quantity", "4",
                     "source", "phone", "source_detail", "Nurse Lee, INR 1.8", "next_test_on",
                     "2026-06-19", NULL);
      g_autoptr(GError) error = NULL;
      g_autofree char *words = NULL;

      g_assert_cmpint (tend_medicine_add_dose (fixture->vault, medicine, dose, day ("2026-06-04"),
                                               &error), ==, cases[i].taken);
      if (!cases[i].taken)
        {
          g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
          g_assert_nonnull (strstr (error->message, "4 June 2026 already"));
          continue;
        }
      g_assert_no_error (error);
      words = tend_medicine_dose_words (dose);
      g_assert_cmpstr (words, ==, "By telephone: Nurse Lee, INR 1.8. Written by Christine Marsh on "
                                  "4 Jun 2026. Checked by nobody else yet (single-checked). "
                                  "Next test on 19 Jun 2026.");
    }

  /* Nor by the form of the whole line, nor past all of it. */
  {
    g_autoptr(GPtrArray) lines = tend_record_load_all_nested (fixture->vault, record, NULL);
    g_autoptr(GError) error = NULL;

    g_ptr_array_add (lines, make_record (&tend_medication_dose_kind, NULL, "medication",
                                         "warfarin", "from", "2026-06-02", "quantity", "9", NULL));
    g_assert_false (tend_medicine_save (fixture->vault, record, lines, &error));
    g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  }
  assert_sql_refused (fixture, "INSERT INTO medication_doses (id, medication, \"from\", quantity)"
                      " VALUES ('x', 'warfarin', '2026-06-04', 9000)", "begin the new one later");
}

/* A test on the 3rd: from the 4th on nothing is taken for granted before the next dose. */
static void
test_after_test (Fixture       *fixture,
                 gconstpointer  data)
{
  static const gint64 doses[] = { 3000, 3000, 3000, 0, 0, 4000 };
  g_autoptr(TendMarChart) chart = NULL;
  g_autoptr(TendRecord) entry = make_record (&tend_mar_entry_kind, "e", "medication", "warfarin",
                                             "due_at", "2026-06-04T18:00", "given_at",
                                             "2026-06-04T18:00", "outcome", "taken", "support",
                                             "assist", NULL);
  g_autofree char *message = NULL;

  add_record (fixture, &tend_medication_kind, "warfarin", "client", "ann", "name", "Warfarin",
              "dose", "1 tablet", "starts_on", "2026-06-01", NULL);
  add_time (fixture, "warfarin", "18:00", "me");
  add_record (fixture, &tend_medication_dose_kind, "d1", "medication", "warfarin", "from",
              "2026-06-01", "quantity", "3", "next_test_on", "2026-06-03", NULL);
  add_record (fixture, &tend_medication_dose_kind, "d2", "medication", "warfarin", "from",
              "2026-06-06", "quantity", "4", NULL);

  chart = load (fixture, "2026-06-01", 6, "2026-06-01T10:00");
  for (guint i = 0; i < G_N_ELEMENTS (doses); i++)
    g_assert_cmpint (((TendMarSlot *) line (chart, "warfarin")->slots->pdata[i])->dose, ==,
                     doses[i]);

  message = refused (fixture, entry, "2026-06-04T18:01", TEND_ERROR_INVALID);
  g_assert_cmpstr (message, ==, "Write how much was taken, such as 1 or 1.5.");
  tend_record_set_int (entry, "quantity", 3000);
  sign (fixture, entry, "2026-06-04T18:02");
}

/* What was set before fields of whose word it is were there says so. */
static void
test_dose_words (void)
{
  g_autoptr(TendRecord) dose = make_record (&tend_medication_dose_kind, NULL, "from",
                                            "2026-06-01", "quantity", "3", NULL);
  g_autofree char *words = tend_medicine_dose_words (dose);

  g_assert_cmpstr (words, ==, "On whose word is not written. By whom is not written. "
                              "Checked by nobody else yet (single-checked).");
}

/* Nothing is due to somebody who has died, from the minute where that is known. */
static void
test_death (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendMarChart) chart = NULL;

  add_record (fixture, &tend_medication_kind, "twice", "client", "ann", "name", "Twice",
              "starts_on", "2026-06-01", NULL);
  add_time (fixture, "twice", "08:00", "me");
  add_time (fixture, "twice", "20:00", "me");
  record_death (fixture, "ann", "2026-06-02", "14:00");

  chart = load (fixture, "2026-06-01", 3, "2026-06-10T10:00");
  g_assert_cmpstr (state (chart, "twice", 1), ==, "gap");
  g_assert_cmpstr (state (chart, "twice", 2), ==, "gap");
  g_assert_cmpstr (state (chart, "twice", 3), ==, "not_in_cycle");
  g_assert_cmpstr (state (chart, "twice", 4), ==, "not_in_cycle");
}

static void
test_cycle_start (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct { const char *chart_from, *date, *start; } cases[] = {
    /* The first medicine begins on Monday 1 June. */
    { NULL, "2026-06-01", "2026-06-01" }, { NULL, "2026-06-28", "2026-06-01" },
    { NULL, "2026-06-29", "2026-06-29" }, { NULL, "2026-05-31", "2026-05-04" },
    { "2026-06-03", "2026-06-02", "2026-05-06" }, { "2026-06-03", "2026-06-03", "2026-06-03" },
    { "2026-06-03", "2026-07-01", "2026-07-01" }, { "2026-06-03", "2026-06-30", "2026-06-03" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) client =
    tend_record_load (fixture->vault, &tend_client_kind, "ann", &error);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tend_record_clear (client, "chart_from");
      if (cases[i].chart_from != NULL)
        tend_record_set_int (client, "chart_from", day (cases[i].chart_from));
      g_assert_cmpint (tend_mar_cycle_start (fixture->vault, client, day (cases[i].date), &error),
                       ==, day (cases[i].start));
      g_assert_no_error (error);
    }
}

/* The stock, the plain way: each thing in the order in which it was added up by hand. */
static void
test_stock (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct { const char *date, *kind, *quantity; } moves[] = {
    { "2026-06-01", "brought_forward", "6" }, { "2026-06-02", "received", "28" },
    { "2026-06-04", "counted", "30" }, { "2026-06-05", "returned", "4" },
    { "2026-06-05", "destroyed", "1" },
  };
  static const struct
  {
    const char *on;
    gint64      expected, left, discrepancy;
    int         days;
  } cases[] = {
    { "2026-06-01", 5000, 5000, 0, 5 },     /* 6 - 1 */
    { "2026-06-02", 32000, 32000, 0, 32 },  /* 5 + 28 - 1 */
    { "2026-06-03", 31000, 31000, 0, 31 },
    /* 30 by the records, before the count that says the same. */
    { "2026-06-04", 30000, 30000, 0, 30 },
    { "2026-06-05", 24000, 24000, 0, 24 },  /* 30 - 1 - 4 - 1 */
    /* Dropped and destroyed: it has left the box.  The next day's was declined. */
    { "2026-06-07", 23000, 23000, 0, 23 },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record =
    tend_record_load (fixture->vault, &tend_medication_kind, "ramipril", &error);
  g_autoptr(TendMedicine) medicine = tend_medicine_load (fixture->vault, record, &error);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    add_record (fixture, &tend_stock_kind, NULL, "medication", "ramipril", "date", moves[i].date,
                "kind", moves[i].kind, "quantity", moves[i].quantity, NULL);
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *due_at = g_strdup_printf ("2026-06-0%dT08:00", i);
      g_autoptr(TendRecord) entry = dose (NULL, due_at);

      sign (fixture, entry, due_at);
    }
  add_record (fixture, &tend_mar_entry_kind, "dropped", "medication", "ramipril",
              "due_at", "2026-06-06T08:00", "outcome", "omitted", "reason", "D",
              "quantity", "1", NULL);
  add_record (fixture, &tend_mar_entry_kind, "declined", "medication", "ramipril",
              "due_at", "2026-06-07T08:00", "outcome", "declined", "reason", "R", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TendStock stock;

      g_assert_true (tend_stock_load (fixture->vault, medicine, day (cases[i].on), &stock,
                                      &error));
      g_assert_no_error (error);
      g_assert_true (stock.known);
      g_assert_cmpint (stock.expected, ==, cases[i].expected);
      g_assert_cmpint (stock.left, ==, cases[i].left);
      g_assert_cmpint (stock.discrepancy, ==, cases[i].discrepancy);
      g_assert_cmpint (stock.days_left, ==, cases[i].days);
    }
}

/* Some days of one stock: what was there, what came and went, and what a count put right. */
static void
test_stock_sum (Fixture       *fixture,
                gconstpointer  data)
{
  static const struct { const char *date, *kind, *quantity; } moves[] = {
    { "2026-06-01", "brought_forward", "6" }, { "2026-06-02", "received", "28" },
    { "2026-06-04", "counted", "27" }, { "2026-06-05", "returned", "4" },
    { "2026-06-05", "destroyed", "1" },
  };
  static const struct
  {
    const char   *from, *to;
    TendStockSum  sum;
  } cases[] = {
    { "2026-06-01", "2026-06-01", { 6000, 0, 1000, 0, 0, 0 } },
    /* 5 + 28 - 3 = 30, of which 27 were counted: nothing has followed yet. */
    { "2026-06-02", "2026-06-04", { 5000, 28000, 3000, 0, 0, 0 } },
    /* 6 + 28 - 5 - 4 - 1 = 24, and 3 less by the count. */
    { "2026-06-01", "2026-06-05", { 6000, 28000, 5000, 4000, 1000, -3000 } },
    /* One of the 6th was dropped: nobody was given it. */
    { "2026-06-05", "2026-06-30", { 27000, 0, 1000, 4000, 2000, 0 } },
    { "2026-05-01", "2026-05-28", { 0, 0, 0, 0, 0, 0 } },
    /* What is written on a later day comes on top of nothing before it. */
    { "2026-05-04", "2026-06-01", { 6000, 0, 1000, 0, 0, 0 } },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record =
    tend_record_load (fixture->vault, &tend_medication_kind, "ramipril", &error);
  g_autoptr(TendMedicine) medicine = tend_medicine_load (fixture->vault, record, &error);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    add_record (fixture, &tend_stock_kind, NULL, "medication", "ramipril", "date", moves[i].date,
                "kind", moves[i].kind, "quantity", moves[i].quantity, NULL);
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *due_at = g_strdup_printf ("2026-06-0%dT08:00", i);
      g_autoptr(TendRecord) entry = dose (NULL, due_at);

      sign (fixture, entry, due_at);
    }
  add_record (fixture, &tend_mar_entry_kind, "dropped", "medication", "ramipril",
              "due_at", "2026-06-06T08:00", "outcome", "omitted", "reason", "D",
              "quantity", "1", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TendStockSum *expected = &cases[i].sum;
      TendStockSum sum;

      tend_stock_sum (fixture->vault, medicine, day (cases[i].from), day (cases[i].to), &sum,
                      &error);
      g_assert_no_error (error);
      g_assert_cmpint (sum.brought_forward, ==, expected->brought_forward);
      g_assert_cmpint (sum.received, ==, expected->received);
      g_assert_cmpint (sum.given, ==, expected->given);
      g_assert_cmpint (sum.returned, ==, expected->returned);
      g_assert_cmpint (sum.destroyed, ==, expected->destroyed);
      g_assert_cmpint (sum.put_right, ==, expected->put_right);
    }
}

#define DAYS 60

/* Day by day, in the order the header says: the plain sum. */
static void
test_stock_model (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const kinds[] = { "brought_forward", "received", "returned", "destroyed",
                                        "counted" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260613);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record =
    tend_record_load (fixture->vault, &tend_medication_kind, "ramipril", &error);
  g_autoptr(TendMedicine) medicine = tend_medicine_load (fixture->vault, record, &error);
  gint64 left = 0, expected = 0;
  gboolean known = FALSE, moved = FALSE;

  for (int i = 0; i < DAYS; i++)
    {
      g_autofree char *date = tend_date_format_iso (day ("2026-06-01") + i);
      g_autofree char *due_at = g_strdup_printf ("%sT08:00", date);
      TendStock stock;

      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        {
          int quantity = g_rand_int_range (rand, 0, 30);
          g_autofree char *text = g_strdup_printf ("%d", quantity);

          /* The dose of the day lies between what came in and what went out. */
          if (j == 2 && g_rand_int_range (rand, 0, 4) > 0)
            {
              add_record (fixture, &tend_mar_entry_kind, NULL, "medication", "ramipril",
                          "due_at", due_at, "outcome", "taken", "quantity", "1", NULL);
              left -= 1000;
              moved = TRUE;
            }
          if (g_rand_int_range (rand, 0, 6) > 0)
            continue;

          add_record (fixture, &tend_stock_kind, NULL, "medication", "ramipril", "date", date,
                      "kind", kinds[j], "quantity", text, NULL);
          if (j == 1)
            left += 1000 * quantity;
          else if (j == 2 || j == 3)
            left -= 1000 * quantity;
          if (j == 0 || j == 4)
            {
              expected = known ? left : 1000 * quantity;
              left = 1000 * quantity;
            }
          if (j == 0)
            expected = left;
          known |= j == 0 || j == 1 || j == 4;
          moved = j != 4;
        }
      if (moved)
        expected = left;

      g_assert_true (tend_stock_load (fixture->vault, medicine, day (date), &stock, &error));
      g_assert_no_error (error);
      g_assert_cmpint (stock.known, ==, known);
      if (known)
        {
          g_assert_cmpint (stock.left, ==, left);
          g_assert_cmpint (stock.expected, ==, expected);
        }
    }
}

#define add_mar_test(path, func) \
  g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_mar_test ("/records/mar/window", test_window);
  add_mar_test ("/records/mar/what-goes-together", test_what_goes_together);
  add_mar_test ("/records/mar/not-ahead", test_not_ahead);
  add_mar_test ("/records/mar/correction", test_correction);
  add_mar_test ("/records/mar/clocks-forward", test_clocks_forward);
  add_mar_test ("/records/mar/corrected-to-another-day", test_corrected_to_another_day);
  add_mar_test ("/records/mar/guard", test_guard);
  add_mar_test ("/records/mar/controlled-and-patch", test_controlled_and_patch);
  add_mar_test ("/records/mar/sites", test_sites);
  add_mar_test ("/records/mar/site-history", test_site_history);
  add_mar_test ("/records/mar/append-only", test_append_only);
  add_mar_test ("/records/mar/change", test_change);
  add_mar_test ("/records/mar/dose-by-day", test_dose_by_day);
  add_mar_test ("/records/mar/add-dose", test_add_dose);
  add_mar_test ("/records/mar/after-test", test_after_test);
  g_test_add_func ("/records/mar/dose-words", test_dose_words);
  add_mar_test ("/records/mar/death", test_death);
  add_mar_test ("/records/mar/cycle-start", test_cycle_start);
  add_mar_test ("/records/mar/stock", test_stock);
  add_mar_test ("/records/mar/stock-sum", test_stock_sum);
  add_mar_test ("/records/mar/stock-model", test_stock_model);

  return g_test_run ();
}
