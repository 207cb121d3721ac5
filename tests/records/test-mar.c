/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mar-test.h"

#include <string.h>

/* An hour either side: never before it opens; after it closes it is written, and late. */
static void
test_window (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TendRecord) early = mar_dose ("early", "2026-06-02T08:00");
  g_autoptr(TendRecord) first = mar_dose ("first", "2026-06-02T08:00");
  g_autoptr(TendRecord) last = mar_dose ("last", "2026-06-03T08:00");
  g_autoptr(TendRecord) late = mar_dose ("late", "2026-06-04T08:00");
  g_autoptr(TendMarChart) chart = NULL;
  g_autofree char *message = NULL;

  tend_record_set_int (early, "given_at", mar_moment ("2026-06-02T06:59"));
  message = mar_refused (fixture, early, "2026-06-02T06:59", TEND_ERROR_STOPPED);
  g_assert_nonnull (strstr (message, "07:00"));

  tend_record_set_int (first, "given_at", mar_moment ("2026-06-02T07:00"));
  mar_sign (fixture, first, "2026-06-02T07:00");
  mar_sign (fixture, last, "2026-06-03T09:00");
  mar_sign (fixture, late, "2026-06-04T09:01");

  chart = mar_load (fixture, "2026-06-01", 5, "2026-06-05T09:00");
  g_assert_cmpstr (mar_state (chart, "ramipril", 0), ==, "gap");
  g_assert_cmpstr (mar_state (chart, "ramipril", 1), ==, "recorded");
  g_assert_cmpstr (mar_state (chart, "ramipril", 2), ==, "recorded");
  g_assert_cmpstr (mar_state (chart, "ramipril", 3), ==, "late");
  g_assert_cmpstr (mar_state (chart, "ramipril", 4), ==, "due");
  g_assert_cmpstr (tend_record_get_text (first, "initials"), ==, "CM");
  g_assert_cmpint (tend_record_get_int (late, "written_at"), ==, mar_moment ("2026-06-04T09:01"));
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
      g_autoptr(TendRecord) entry = mar_dose (NULL, "2026-06-02T08:00");
      g_autoptr(TendFaults) faults = NULL;

      tend_record_set_text (entry, "outcome", cases[i].outcome);
      tend_record_set_text (entry, "reason", cases[i].reason);
      tend_record_set_text (entry, "note", cases[i].note);
      faults = tend_mar_entry_faults (medicine, entry, mar_moment ("2026-06-02T08:00"));
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
  g_autoptr(TendRecord) entry = mar_dose ("ahead", "2026-06-02T08:00");
  g_autofree char *message =
    mar_refused (fixture, entry, "2026-06-02T07:59", TEND_ERROR_INVALID);

  mar_sign (fixture, entry, "2026-06-02T08:00");
}

static void
test_correction (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TendRecord) wrong = mar_dose ("wrong", "2026-06-02T08:00");
  g_autoptr(TendRecord) twice = mar_dose ("twice", "2026-06-02T08:00");
  g_autoptr(TendRecord) right = mar_dose ("right", "2026-06-02T08:00");
  g_autoptr(TendRecord) again = mar_dose ("again", "2026-06-02T08:00");
  g_autoptr(TendRecord) over = mar_dose ("over", "2026-06-02T08:00");
  g_autoptr(TendMarChart) chart = NULL;
  g_autoptr(GError) error = NULL;
  const TendMarSlot *slot;

  mar_sign (fixture, wrong, "2026-06-02T08:00");
  g_free (mar_refused (fixture, twice, "2026-06-02T08:01", TEND_ERROR_STOPPED));

  tend_record_set_text (right, "supersedes", "wrong");
  tend_record_set_text (right, "outcome", "declined");
  tend_record_set_text (right, "reason", "R");
  tend_record_set_text (right, "note", "Spat it out.");
  g_assert_false (tend_mar_correct (fixture->vault, right, mar_moment ("2026-06-02T08:05"),
                                    &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);
  tend_record_set_text (right, "correction_reason", "I signed the wrong square.");
  g_assert_true (tend_mar_correct (fixture->vault, right, mar_moment ("2026-06-02T08:05"), &error));
  g_assert_no_error (error);

  /* The first was corrected; what stands in its place can be corrected in turn. */
  tend_record_set_text (over, "supersedes", "wrong");
  tend_record_set_text (over, "correction_reason", "Again.");
  g_assert_false (tend_mar_correct (fixture->vault, over, mar_moment ("2026-06-02T08:06"), &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);
  tend_record_set_text (again, "supersedes", "right");
  tend_record_set_text (again, "correction_reason", "She took it after all.");
  g_assert_true (tend_mar_correct (fixture->vault, again, mar_moment ("2026-06-02T08:30"), &error));
  g_assert_no_error (error);

  chart = mar_load (fixture, "2026-06-02", 1, "2026-06-02T10:00");
  slot = mar_line (chart, "ramipril")->slots->pdata[0];
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
  const TendMarSlot *slot = mar_line (chart, "lithium")->slots->pdata[box];

  g_assert_cmpint (slot->due_at, ==, mar_moment ("2026-03-29T02:00"));
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

  mar_sign (fixture, z, "2026-03-29T02:01");
  mar_sign (fixture, y, "2026-03-29T02:02");
  g_free (mar_refused (fixture, x, "2026-03-29T02:03", TEND_ERROR_STOPPED));
  chart = mar_load (fixture, "2026-03-29", 1, "2026-03-29T12:00");
  g_assert_cmpuint (chart->n_gaps, ==, 0);
  assert_box (chart, 0, "z", 1000);
  assert_box (chart, 1, "y", 2000);

  /* What is corrected stays where it was. */
  tend_record_set_text (a, "supersedes", "z");
  tend_record_set_text (a, "correction_reason", "It was later.");
  g_assert_true (tend_mar_correct (fixture->vault, a, mar_moment ("2026-03-29T03:00"), &error));
  g_assert_no_error (error);
  g_clear_pointer (&chart, tend_mar_chart_free);
  chart = mar_load (fixture, "2026-03-29", 1, "2026-03-29T12:00");
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

  first = mar_load (fixture, "2026-06-02", 1, "2026-06-05T10:00");
  second = mar_load (fixture, "2026-06-03", 1, "2026-06-05T10:00");
  g_assert_cmpuint (mar_line (first, "codeine")->others->len, ==, 0);
  g_assert_cmpuint (mar_line (second, "codeine")->others->len, ==, 1);
  g_assert_cmpuint (((TendMarSlot *) mar_line (second, "codeine")->others->pdata[0])->struck->len,
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

  tend_record_set_int (entries[0], "given_at", mar_moment ("2026-06-02T08:00"));
  mar_sign (fixture, entries[0], "2026-06-02T08:00");

  tend_record_set_int (entries[1], "given_at", mar_moment ("2026-06-02T11:59"));
  message = mar_refused (fixture, entries[1], "2026-06-02T11:59", TEND_ERROR_STOPPED);
  g_assert_nonnull (strstr (message, "12:00"));

  /* Advice that is written down lets it through; so does that it has happened. */
  tend_record_set_text (entries[1], "advised_by", "Pharmacist at Boots, by telephone");
  mar_sign (fixture, entries[1], "2026-06-02T11:59");
  tend_record_set_int (entries[2], "given_at", mar_moment ("2026-06-02T12:30"));
  g_assert_true (tend_mar_sign (fixture->vault, entries[2], TRUE, mar_moment ("2026-06-02T13:00"),
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
  mar_add_time (fixture, "patch", "09:00", "me");

  entry = make_record (&tend_mar_entry_kind, "on", "medication", "patch",
                       "due_at", "2026-06-01T09:00", "given_at", "2026-06-01T09:00",
                       "outcome", "taken", "support", "administer", NULL);
  g_free (mar_refused (fixture, entry, "2026-06-01T09:00", TEND_ERROR_INVALID));
  tend_record_set_int (entry, "counted", 3000);
  g_free (mar_refused (fixture, entry, "2026-06-01T09:00", TEND_ERROR_INVALID));
  tend_record_set_text (entry, "site", "left upper arm");
  mar_sign (fixture, entry, "2026-06-01T09:00");
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
  g_autoptr(TendRecord) entry = mar_dose ("given", "2026-06-02T08:00");
  g_autoptr(TendRecord) stored = NULL;
  g_autoptr(GError) error = NULL;

  mar_sign (fixture, entry, "2026-06-02T08:00");
  g_assert_true (tend_mar_add_note (fixture->vault, entry, "effect", "Slept well.",
                                    mar_moment ("2026-06-02T12:00"), &error));
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
  g_autoptr(TendRecord) entry = mar_dose ("given", "2026-06-10T08:00");
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
  mar_sign (fixture, entry, "2026-06-10T08:00");

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

  chart = mar_load (fixture, "2026-06-10", 2, "2026-06-12T10:00");
  g_assert_cmpint (chart->version, ==, 2);
  g_assert_cmpstr (mar_state (chart, "ramipril", 0), ==, "recorded");
  g_assert_cmpstr (mar_state (chart, "ramipril", 1), ==, "not_in_cycle");
  g_assert_cmpstr (mar_state (chart, "more", 0), ==, "not_in_cycle");
  g_assert_cmpstr (mar_state (chart, "more", 1), ==, "gap");
  g_assert_cmpint (((TendMarSlot *) mar_line (chart, "more")->slots->pdata[1])->dose, ==, 2000);
  g_assert_cmpstr (tend_record_get_text (changed, "replaces"), ==, "ramipril");
}

/* Nothing is due to somebody who has died, from the minute where that is known. */
static void
test_death (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendMarChart) chart = NULL;

  add_record (fixture, &tend_medication_kind, "twice", "client", "ann", "name", "Twice",
              "starts_on", "2026-06-01", NULL);
  mar_add_time (fixture, "twice", "08:00", "me");
  mar_add_time (fixture, "twice", "20:00", "me");
  record_death (fixture, "ann", "2026-06-02", "14:00");

  chart = mar_load (fixture, "2026-06-01", 3, "2026-06-10T10:00");
  g_assert_cmpstr (mar_state (chart, "twice", 1), ==, "gap");
  g_assert_cmpstr (mar_state (chart, "twice", 2), ==, "gap");
  g_assert_cmpstr (mar_state (chart, "twice", 3), ==, "not_in_cycle");
  g_assert_cmpstr (mar_state (chart, "twice", 4), ==, "not_in_cycle");
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
  add_mar_test ("/records/mar/append-only", test_append_only);
  add_mar_test ("/records/mar/change", test_change);
  add_mar_test ("/records/mar/death", test_death);
  add_mar_test ("/records/mar/cycle-start", test_cycle_start);

  return g_test_run ();
}
