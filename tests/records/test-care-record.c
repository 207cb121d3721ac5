/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-care-record.h"
#include "tend-care.h"

static TendInstant
at (const char *iso)
{
  g_autoptr(TendRecord) incident =
    make_record (&tend_incident_kind, NULL, "happened_at", iso, NULL);

  return tend_record_get_int (incident, "happened_at");
}

/* A fall at 9, written down at 11 of the same day, with a call and a body map. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_incident_kind, "i", "client", "ann", "kind", "accident",
              "happened_at", "2026-06-01T09:00", "written_at", "2026-06-01T11:00",
              "facts", "She sat on the floor.", NULL);
  add_record (fixture, &tend_incident_report_kind, "r", "incident", "i", "role", "gp",
              "told_at", "2026-06-01T11:30", NULL);
  add_record (fixture, &tend_body_map_kind, "m", "client", "ann", "incident", "i",
              "seen_at", "2026-06-01T09:10", NULL);
  add_record (fixture, &tend_body_mark_kind, "k", "body_map", "m", "position", "0", "kind",
              "bruise", "side", "front", "x_thousandths", "500", "y_thousandths", "300", NULL);
}

static TendRecord *
load (Fixture        *fixture,
      const TendKind *kind)
{
  return tend_record_load (fixture->vault, kind, kind == &tend_incident_kind ? "i" : "m", NULL);
}

static gboolean
write_up (Fixture     *fixture,
          TendRecord  *record,
          GPtrArray   *lines,
          const char  *now,
          GError     **error)
{
  return tend_care_write_up (fixture->vault, record, lines, at (now), error);
}

/* Reads it, sets @field to @text and writes it up with the lines it has. */
static void
assert_change (Fixture        *fixture,
               const TendKind *kind,
               const char     *field,
               const char     *text,
               const char     *now,
               gboolean        goes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record = load (fixture, kind);
  g_autoptr(GPtrArray) lines = tend_record_load_all_nested (fixture->vault, record, NULL);

  g_assert_true (tend_record_parse (record, tend_kind_field (kind, field), text, NULL));
  if (write_up (fixture, record, lines, now, &error) != goes)
    g_error ("%s at %s", field, now);
  if (!goes)
    g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
}

static void
test_closes (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TendRecord) incident = load (fixture, &tend_incident_kind);
  g_autoptr(TendRecord) map = load (fixture, &tend_body_map_kind);
  g_autoptr(TendRecord) client = tend_record_load (fixture->vault, &tend_client_kind, "ann", NULL);
  g_autoptr(TendRecord) fresh = make_record (&tend_incident_kind, NULL, "kind", "accident",
                                             "happened_at", "2026-06-01T09:00", NULL);

  /* A day after it was written; where that is not known, after it happened. */
  g_assert_cmpint (tend_care_closes_at (incident), ==, at ("2026-06-02T11:00"));
  g_assert_cmpint (tend_care_closes_at (map), ==, at ("2026-06-02T09:10"));
  g_assert_cmpint (tend_care_closes_at (client), ==, TEND_INSTANT_NONE);
  g_assert_cmpint (tend_care_closes_at (fresh), ==, TEND_INSTANT_NONE);
  g_assert_false (tend_care_is_closed (incident, at ("2026-06-02T10:59")));
  g_assert_true (tend_care_is_closed (incident, at ("2026-06-02T11:00")));
}

/* In two sittings on one day: the second shows, and moves no time of the first. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TendRecord) incident = NULL;

  assert_change (fixture, &tend_incident_kind, "follow_up", "Ring the GP.", "2026-06-01T12:00",
                 TRUE);
  incident = load (fixture, &tend_incident_kind);
  g_assert_false (tend_record_is_set (incident, "changed_at"));
  g_clear_object (&incident);

  assert_change (fixture, &tend_incident_kind, "injuries", "A bruise.", "2026-06-01T18:20", TRUE);
  incident = load (fixture, &tend_incident_kind);
  g_assert_cmpint (tend_record_get_int (incident, "changed_at"), ==, at ("2026-06-01T18:20"));
  g_assert_cmpint (tend_record_get_int (incident, "written_at"), ==, at ("2026-06-01T11:00"));
  g_assert_cmpint (tend_care_closes_at (incident), ==, at ("2026-06-02T11:00"));
}

/* The words stay; what goes on, goes on. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *field, *text; gboolean goes; } cases[] = {
    { "facts", "She fell.", FALSE }, { "happened_at", "2026-06-01T08:00", FALSE },
    { "kind", "near_miss", FALSE }, { "injuries", "None", FALSE }, { "opinion", "The rug", FALSE },
    { "override_reason", "Others are at risk", FALSE },
    { "follow_up", "Ring the GP.", TRUE }, { "follow_up_on", "2026-06-04", TRUE },
    { "followed_up_on", "2026-06-04", TRUE }, { "outcome", "The rug is gone.", TRUE },
    { "lessons", "Lift rugs.", TRUE }, { "closed_on", "2026-06-05", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_change (fixture, &tend_incident_kind, cases[i].field, cases[i].text,
                   "2026-06-02T11:00", cases[i].goes);

  assert_change (fixture, &tend_body_map_kind, "note", "It is sore.", "2026-06-02T09:09", TRUE);
  assert_change (fixture, &tend_body_map_kind, "note", "It is not.", "2026-06-02T09:10", FALSE);
  assert_change (fixture, &tend_body_map_kind, "seen_at", "2026-06-01T09:00", "2026-06-02T09:10",
                 FALSE);
  assert_change (fixture, &tend_body_map_kind, "incident", "", "2026-06-02T09:10", TRUE);
}

/* Who was told goes on too; marks do not. */
static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  const char *late = "2026-06-20T09:00";
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) incident = load (fixture, &tend_incident_kind);
  g_autoptr(TendRecord) map = load (fixture, &tend_body_map_kind);
  g_autoptr(GPtrArray) calls = tend_record_load_all_nested (fixture->vault, incident, NULL);
  g_autoptr(GPtrArray) marks = tend_record_load_all_nested (fixture->vault, map, NULL);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  g_ptr_array_add (calls, make_record (&tend_incident_report_kind, NULL, "role", "family",
                                       "told_at", "2026-06-20T08:00", NULL));
  write_up (fixture, incident, calls, late, &error);
  g_assert_no_error (error);

  write_up (fixture, map, marks, late, &error);
  g_assert_no_error (error);
  g_assert_false (write_up (fixture, map, none, late, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);

  tend_record_set_text (marks->pdata[0], "colour", "Yellow");
  g_assert_false (write_up (fixture, map, marks, late, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);

  write_up (fixture, map, marks, "2026-06-01T20:00", &error);
  g_assert_no_error (error);
  g_assert_cmpint (tend_record_get_int (map, "changed_at"), ==, at ("2026-06-01T20:00"));
}

static void
test_first (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(TendRecord) map =
    make_record (&tend_body_map_kind, NULL, "client", "ann", "seen_at", "2026-06-01T09:10", NULL);

  write_up (fixture, map, none, "2026-06-01T09:45", &error);
  g_assert_no_error (error);
  g_assert_cmpint (tend_record_get_int (map, "written_at"), ==, at ("2026-06-01T09:45"));
  g_assert_false (tend_record_is_set (map, "changed_at"));
}

/* Nothing is settled without a word of what came of it; what was, is left in peace. */
static void
test_outcome (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(TendRecord) incident = load (fixture, &tend_incident_kind);
  g_autoptr(TendRecord) settled = NULL;

  tend_record_set_int (incident, "closed_on", day ("2026-06-09"));
  g_assert_false (write_up (fixture, incident, none, "2026-06-09T12:00", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);

  tend_record_set_text (incident, "outcome", "The rug is gone.");
  g_assert_null (tend_care_closing_fault (incident));
  write_up (fixture, incident, none, "2026-06-09T12:00", &error);
  g_assert_no_error (error);

  add_record (fixture, &tend_incident_kind, "old", "client", "ann", "kind", "incident",
              "happened_at", "2026-01-01T09:00", "facts", "The gate.", "closed_on", "2026-01-02",
              NULL);
  settled = tend_record_load (fixture->vault, &tend_incident_kind, "old", NULL);
  tend_record_set_text (settled, "lessons", "Oil it.");
  write_up (fixture, settled, none, "2026-06-09T12:00", &error);
  g_assert_no_error (error);
}

static void
add (Fixture     *fixture,
     const char  *text,
     const char  *corrects,
     const char  *reason,
     GError     **error)
{
  g_autoptr(TendRecord) incident = load (fixture, &tend_incident_kind);
  g_autoptr(TendRecord) addendum = tend_care_addendum_new (incident, at ("2026-06-03T10:00"));

  tend_record_set_text (addendum, "text", text);
  tend_record_set_text (addendum, "corrects", corrects);
  tend_record_set_text (addendum, "reason", reason);
  tend_care_add (fixture->vault, addendum, error);
}

/* What is added stands beside the first words, and stays. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) incident = load (fixture, &tend_incident_kind);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) addenda = NULL;

  add (fixture, "She walks well again.", NULL, NULL, &error);
  g_assert_no_error (error);
  add (fixture, "In the hall.", "place", NULL, &error);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);
  add (fixture, "In the hall.", NULL, "I mixed up the rooms.", &error);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);
  add (fixture, "In the hall.", "place", "I mixed up the rooms.", &error);
  g_assert_no_error (error);

  /* Saving the record without them takes none away. */
  write_up (fixture, incident, none, "2026-06-03T12:00", &error);
  g_assert_no_error (error);
  addenda = tend_record_load_nested (fixture->vault, incident, &tend_incident_addendum_kind, NULL);
  g_assert_cmpuint (addenda->len, ==, 2);
  g_assert_cmpstr (tend_record_get_text (addenda->pdata[1], "text"), ==, "In the hall.");
  g_assert_cmpint (tend_record_get_int (addenda->pdata[1], "position"), ==, 1);

  tend_record_set_text (addenda->pdata[0], "text", "She limps.");
  g_assert_false (tend_record_save (fixture->vault, addenda->pdata[0], NULL, NULL));
  g_assert_false (tend_record_remove (fixture->vault, addenda->pdata[0], NULL, NULL));
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/records/care-record/closes", test_closes);
  add_test ("/records/care-record/open", test_open);
  add_test ("/records/care-record/closed", test_closed);
  add_test ("/records/care-record/lines", test_lines);
  add_test ("/records/care-record/first", test_first);
  add_test ("/records/care-record/outcome", test_outcome);
  add_test ("/records/care-record/add", test_add);

  return g_test_run ();
}
