/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-visit-edit.h"
#include "tend-visit-record.h"
#include "tend-visit-sheet.h"

#include "app-test.h"

#include "tend-kinds.h"
#include "tend-pattern-edit.h"

/* Each test runs in the worker of a session, where the vault is. */

static TendInstant
at (const char *text)
{
  g_autoptr(GError) error = NULL;
  TendInstant instant;

  tend_time_parse_iso (text, &instant, &error);
  g_assert_no_error (error);
  return instant;
}

static TendDate
day (const char *text)
{
  return tend_date_parse_iso (text);
}

static TendUndo *
good (TendUndo *undo,
      GError   *error)
{
  g_assert_no_error (error);
  g_assert_nonnull (undo);
  return undo;
}

static void
undo_all (TendVault *vault,
          TendUndo  *undo)
{
  g_autoptr(GError) error = NULL;

  tend_undo_run (undo, vault, &error);
  g_assert_no_error (error);
  tend_undo_free (undo);
}

/* "Mon 1 Jun 09:00–09:30 planned, …" of the days from @from to @to. */
static char *
dump (TendVault  *vault,
      const char *from,
      const char *to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) visits = tend_visits_between (vault, day (from), day (to), NULL, &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < visits->len; i++)
    {
      const TendVisit *visit = visits->pdata[i];
      g_autofree char *date = tend_date_format (tend_time_date (tend_visit_start (visit)),
                                                TEND_DATE_DAY);
      g_autofree char *span = tend_time_format_span (tend_visit_start (visit),
                                                     tend_visit_end (visit));

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ", " : "", date, span,
                              tend_visit_status_name (visit->status));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_days (TendVault  *vault,
             const char *from,
             const char *to,
             const char *expected)
{
  g_autofree char *text = dump (vault, from, to);

  g_assert_cmpstr (text, ==, expected);
}

static TendRecord *
save (TendVault  *vault,
      TendRecord *record)
{
  g_autoptr(GError) error = NULL;

  tend_record_save (vault, record, NULL, &error);
  g_assert_no_error (error);
  return record;
}

static void
set (TendRecord *record,
     const char *field,
     const char *text)
{
  g_autoptr(GError) error = NULL;

  tend_record_parse (record, tend_kind_field (tend_record_get_kind (record), field), text, &error);
  g_assert_no_error (error);
}

/* Rose, on Mondays and Wednesdays at nine for half an hour, from 1 June 2026. */
static void
add_pattern (TendVault  *vault,
             const char *rrule)
{
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  g_autoptr(TendRecord) pattern = tend_record_new (&tend_pattern_kind);

  tend_record_set_id (client, "rose");
  set (client, "given_name", "Rose");
  save (vault, client);

  tend_record_set_id (pattern, "p");
  set (pattern, "client", "rose");
  set (pattern, "rrule", rrule);
  set (pattern, "starts_on", "2026-06-01");
  set (pattern, "starts_at", "09:00");
  set (pattern, "minutes", "30");
  set (pattern, "tasks", "Wash\nBreakfast");
  save (vault, pattern);
}

#define MON_WED "FREQ=WEEKLY;BYDAY=MO,WE"
#define FIRST_TWO_WEEKS "2026-06-01", "2026-06-14"
#define AS_PLANNED "Mon 1 Jun 09:00–09:30 planned, Wed 3 Jun 09:00–09:30 planned, " \
                   "Mon 8 Jun 09:00–09:30 planned, Wed 10 Jun 09:00–09:30 planned"

static gpointer
move_one (TendVault  *vault,
          gpointer    data,
          GError    **none)
{
  g_autoptr(GError) error = NULL;
  TendUndo *undo;

  add_pattern (vault, MON_WED);
  assert_days (vault, FIRST_TWO_WEEKS, AS_PLANNED);

  undo = good (tend_visit_edit_plan (vault, "p@2026-06-03", at ("2026-06-04T10:15"),
                                     at ("2026-06-04T10:45"), TEND_SCOPE_ONE, &error), error);
  assert_days (vault, FIRST_TWO_WEEKS,
               "Mon 1 Jun 09:00–09:30 planned, Thu 4 Jun 10:15–10:45 planned, "
               "Mon 8 Jun 09:00–09:30 planned, Wed 10 Jun 09:00–09:30 planned");

  /* The visit that was stored brought the tasks with it. */
  {
    g_autoptr(TendRecord) visit = tend_visit_load (vault, tend_undo_get_subject (undo), &error);
    g_autoptr(GPtrArray) tasks = tend_visit_tasks (vault, visit, &error);

    g_assert_no_error (error);
    g_assert_cmpint (tasks->len, ==, 2);
  }

  undo_all (vault, undo);
  assert_days (vault, FIRST_TWO_WEEKS, AS_PLANNED);
  return NULL;
}

static gpointer
move_later (TendVault  *vault,
            gpointer    data,
            GError    **none)
{
  g_autoptr(GError) error = NULL;
  TendUndo *undo;

  add_pattern (vault, MON_WED);

  /* From Wednesday to Thursday, and later: from 3 June on. */
  undo = good (tend_visit_edit_plan (vault, "p@2026-06-03", at ("2026-06-04T10:00"),
                                     at ("2026-06-04T10:45"), TEND_SCOPE_LATER, &error), error);
  assert_days (vault, FIRST_TWO_WEEKS,
               "Mon 1 Jun 09:00–09:30 planned, Thu 4 Jun 10:00–10:45 planned, "
               "Mon 8 Jun 10:00–10:45 planned, Thu 11 Jun 10:00–10:45 planned");
  g_assert_true (g_str_has_suffix (tend_undo_get_subject (undo), "@2026-06-04"));
  undo_all (vault, undo);
  assert_days (vault, FIRST_TWO_WEEKS, AS_PLANNED);

  /* From its very first day: nothing is left of the old one. */
  undo = good (tend_visit_edit_plan (vault, "p@2026-06-01", at ("2026-06-01T08:00"),
                                     at ("2026-06-01T08:30"), TEND_SCOPE_LATER, &error), error);
  assert_days (vault, FIRST_TWO_WEEKS,
               "Mon 1 Jun 08:00–08:30 planned, Wed 3 Jun 08:00–08:30 planned, "
               "Mon 8 Jun 08:00–08:30 planned, Wed 10 Jun 08:00–08:30 planned");
  undo_all (vault, undo);
  assert_days (vault, FIRST_TWO_WEEKS, AS_PLANNED);
  return NULL;
}

/* What was changed by itself stays so, and stays the only one of its day. */
static gpointer
keep_exceptions (TendVault  *vault,
                 gpointer    data,
                 GError    **none)
{
  g_autoptr(GError) error = NULL;
  TendUndo *undo;

  add_pattern (vault, MON_WED);
  tend_undo_free (good (tend_visit_edit_plan (vault, "p@2026-06-08", at ("2026-06-08T14:00"),
                                              at ("2026-06-08T15:00"), TEND_SCOPE_ONE, &error),
                        error));
  tend_undo_free (good (tend_visit_edit_cancel (vault, "p@2026-06-10", "Hospital",
                                                at ("2026-06-09T12:00"), FALSE, TEND_SCOPE_ONE,
                                                &error), error));

  undo = good (tend_visit_edit_plan (vault, "p@2026-06-03", at ("2026-06-03T11:00"),
                                     at ("2026-06-03T11:30"), TEND_SCOPE_LATER, &error), error);
  assert_days (vault, "2026-06-01", "2026-06-17",
               "Mon 1 Jun 09:00–09:30 planned, Wed 3 Jun 11:00–11:30 planned, "
               "Mon 8 Jun 14:00–15:00 planned, Wed 10 Jun 09:00–09:30 cancelled, "
               "Mon 15 Jun 11:00–11:30 planned, Wed 17 Jun 11:00–11:30 planned");
  undo_all (vault, undo);
  assert_days (vault, "2026-06-01", "2026-06-17",
               "Mon 1 Jun 09:00–09:30 planned, Wed 3 Jun 09:00–09:30 planned, "
               "Mon 8 Jun 14:00–15:00 planned, Wed 10 Jun 09:00–09:30 cancelled, "
               "Mon 15 Jun 09:00–09:30 planned, Wed 17 Jun 09:00–09:30 planned");
  return NULL;
}

/* Five times in all, of which two are over, leaves three. */
static gpointer
keep_count (TendVault  *vault,
            gpointer    data,
            GError    **none)
{
  g_autoptr(GError) error = NULL;

  add_pattern (vault, MON_WED ";COUNT=5");
  tend_undo_free (good (tend_visit_edit_plan (vault, "p@2026-06-08", at ("2026-06-08T11:00"),
                                              at ("2026-06-08T11:30"), TEND_SCOPE_LATER, &error),
                        error));
  assert_days (vault, "2026-06-01", "2026-07-31",
               "Mon 1 Jun 09:00–09:30 planned, Wed 3 Jun 09:00–09:30 planned, "
               "Mon 8 Jun 11:00–11:30 planned, Wed 10 Jun 11:00–11:30 planned, "
               "Mon 15 Jun 11:00–11:30 planned");
  return NULL;
}

static gpointer
copy (TendVault  *vault,
      gpointer    data,
      GError    **none)
{
  g_autoptr(GError) error = NULL;
  TendUndo *undo;

  add_pattern (vault, MON_WED);
  undo = good (tend_visit_edit_copy (vault, "p@2026-06-01", at ("2026-06-02T16:00"),
                                     at ("2026-06-02T16:30"), TEND_SCOPE_ONE, &error), error);
  assert_days (vault, FIRST_TWO_WEEKS,
               "Mon 1 Jun 09:00–09:30 planned, Tue 2 Jun 16:00–16:30 planned, "
               "Wed 3 Jun 09:00–09:30 planned, "
               "Mon 8 Jun 09:00–09:30 planned, Wed 10 Jun 09:00–09:30 planned");
  undo_all (vault, undo);
  assert_days (vault, FIRST_TWO_WEEKS, AS_PLANNED);

  undo = good (tend_visit_edit_copy (vault, "p@2026-06-01", at ("2026-06-05T16:00"),
                                     at ("2026-06-05T16:30"), TEND_SCOPE_LATER, &error), error);
  assert_days (vault, FIRST_TWO_WEEKS,
               "Mon 1 Jun 09:00–09:30 planned, Wed 3 Jun 09:00–09:30 planned, "
               "Fri 5 Jun 16:00–16:30 planned, Mon 8 Jun 09:00–09:30 planned, "
               "Wed 10 Jun 09:00–09:30 planned, Fri 12 Jun 16:00–16:30 planned");
  undo_all (vault, undo);
  assert_days (vault, FIRST_TWO_WEEKS, AS_PLANNED);
  return NULL;
}

static gpointer
call_off (TendVault  *vault,
          gpointer    data,
          GError    **none)
{
  g_autoptr(GError) error = NULL;
  TendUndo *undo;

  add_pattern (vault, MON_WED);
  undo = good (tend_visit_edit_cancel (vault, "p@2026-06-03", "A cold", at ("2026-06-02T20:00"),
                                       TRUE, TEND_SCOPE_ONE, &error), error);
  {
    g_autoptr(TendRecord) visit = tend_visit_load (vault, tend_undo_get_subject (undo), &error);

    g_assert_no_error (error);
    g_assert_cmpstr (tend_record_get_text (visit, "status"), ==, "cancelled");
    g_assert_cmpstr (tend_record_get_text (visit, "cancel_reason"), ==, "A cold");
    g_assert_cmpstr (tend_record_get_text (visit, "billing"), ==, "full");
    g_assert_cmpint (tend_record_get_int (visit, "cancelled_at"), ==, at ("2026-06-02T20:00"));
  }
  undo_all (vault, undo);
  assert_days (vault, FIRST_TWO_WEEKS, AS_PLANNED);

  undo = good (tend_visit_edit_cancel (vault, "p@2026-06-08", NULL, at ("2026-06-02T20:00"),
                                       FALSE, TEND_SCOPE_LATER, &error), error);
  assert_days (vault, FIRST_TWO_WEEKS,
               "Mon 1 Jun 09:00–09:30 planned, Wed 3 Jun 09:00–09:30 planned");
  undo_all (vault, undo);
  assert_days (vault, FIRST_TWO_WEEKS, AS_PLANNED);
  return NULL;
}

static gpointer
start_and_finish (TendVault  *vault,
                  gpointer    data,
                  GError    **none)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  TendUndo *undo;

  add_pattern (vault, MON_WED);

  /* Seconds do not count. */
  undo = good (tend_visit_edit_start (vault, "p@2026-06-01", at ("2026-06-01T09:04") + 42,
                                      &error), error);
  id = g_strdup (tend_undo_get_subject (undo));
  tend_undo_free (undo);
  undo = good (tend_visit_edit_finish (vault, id, at ("2026-06-01T09:40") + 59, &error), error);
  assert_days (vault, "2026-06-01", "2026-06-01", "Mon 1 Jun 09:04–09:40 done");
  undo_all (vault, undo);
  assert_days (vault, "2026-06-01", "2026-06-01", "Mon 1 Jun 09:04–09:30 planned");

  /* Finished in the minute it was started: still a minute. */
  undo = good (tend_visit_edit_finish (vault, id, at ("2026-06-01T09:04") + 59, &error), error);
  assert_days (vault, "2026-06-01", "2026-06-01", "Mon 1 Jun 09:04–09:05 done");
  tend_undo_free (undo);

  /* Never started: as it was planned. */
  tend_undo_free (good (tend_visit_edit_finish (vault, "p@2026-06-03", at ("2026-06-05T12:00"),
                                                &error), error));
  assert_days (vault, "2026-06-03", "2026-06-03", "Wed 3 Jun 09:00–09:30 done");
  return NULL;
}

static gpointer
undo_refused (TendVault  *vault,
              gpointer    data,
              GError    **none)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendUndo) undo = NULL;

  add_pattern (vault, MON_WED);
  undo = good (tend_visit_edit_plan (vault, "p@2026-06-03", at ("2026-06-03T10:00"),
                                     at ("2026-06-03T10:30"), TEND_SCOPE_ONE, &error), error);
  tend_undo_free (good (tend_visit_edit_finish (vault, tend_undo_get_subject (undo),
                                                at ("2026-06-03T11:00"), &error), error));

  g_assert_false (tend_undo_run (undo, vault, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  assert_days (vault, "2026-06-03", "2026-06-03", "Wed 3 Jun 10:00–10:30 done");
  return NULL;
}

static gpointer
change_pattern (TendVault  *vault,
                gpointer    data,
                GError    **none)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) pattern = NULL;
  TendUndo *undo;

  add_pattern (vault, MON_WED);
  pattern = tend_record_load (vault, &tend_pattern_kind, "p", &error);
  set (pattern, "minutes", "45");
  undo = good (tend_pattern_edit_change (vault, pattern, day ("2026-06-08"), &error), error);
  assert_days (vault, FIRST_TWO_WEEKS,
               "Mon 1 Jun 09:00–09:30 planned, Wed 3 Jun 09:00–09:30 planned, "
               "Mon 8 Jun 09:00–09:45 planned, Wed 10 Jun 09:00–09:45 planned");
  undo_all (vault, undo);
  assert_days (vault, FIRST_TWO_WEEKS, AS_PLANNED);

  /* A last day alone is no new repeating visit. */
  g_set_object (&pattern, NULL);
  pattern = tend_record_load (vault, &tend_pattern_kind, "p", &error);
  set (pattern, "ends_on", "2026-06-08");
  undo = good (tend_pattern_edit_change (vault, pattern, day ("2026-06-10"), &error), error);
  assert_days (vault, FIRST_TWO_WEEKS,
               "Mon 1 Jun 09:00–09:30 planned, Wed 3 Jun 09:00–09:30 planned, "
               "Mon 8 Jun 09:00–09:30 planned");
  undo_all (vault, undo);
  assert_days (vault, FIRST_TWO_WEEKS, AS_PLANNED);
  return NULL;
}

/* The window's own sheet */

static TendVisitSheet *
sheet (TendVault  *vault,
       const char *now)
{
  g_autoptr(GError) error = NULL;
  TendVisitSheet *found = tend_visit_sheet_load (vault, "p@2026-06-03", at (now), &error);

  g_assert_no_error (error);
  return found;
}

/* Written down at noon two days after the visit: open until noon of the next day. */
static void
record_late (TendVault *vault)
{
  g_autoptr(GError) error = NULL;

  add_pattern (vault, MON_WED);
  tend_undo_free (good (tend_visit_edit_finish (vault, "p@2026-06-03", at ("2026-06-05T12:00"),
                                                &error), error));
}

static gpointer
closes (TendVault  *vault,
        gpointer    data,
        GError    **none)
{
  g_autoptr(GError) error = NULL;
  TendUndo *undo;

  record_late (vault);
  {
    g_autoptr(TendVisitSheet) open = sheet (vault, "2026-06-06T11:59");

    g_assert_cmpint (tend_record_get_int (open->visit, "recorded_at"), ==,
                     at ("2026-06-05T12:00"));
    g_assert_false (open->closed);
    tend_record_set_text (open->visit, "skin", "Clear");
    undo = good (tend_visit_sheet_save (vault, open, &error), error);
    undo_all (vault, undo);
    undo = good (tend_visit_sheet_save (vault, open, &error), error);
    tend_undo_free (undo);
  }
  {
    g_autoptr(TendVisitSheet) closed = sheet (vault, "2026-06-06T12:00");

    g_assert_true (closed->closed);
    g_assert_cmpstr (tend_record_get_text (closed->visit, "skin"), ==, "Clear");
    tend_record_set_text (closed->visit, "billing", "none");
    undo_all (vault, good (tend_visit_sheet_save (vault, closed, &error), error));
    tend_record_set_text (closed->visit, "skin", "Red");
    g_assert_null (tend_visit_sheet_save (vault, closed, &error));
    g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
    g_clear_error (&error);

    g_assert_true (tend_visit_add (vault, closed->visit_before, "The nurse looked at it.",
                                   at ("2026-06-06T12:01"), &error));
  }
  {
    g_autoptr(TendVisitSheet) added = sheet (vault, "2026-06-06T12:02");

    g_assert_cmpint (added->addenda->len, ==, 1);
    g_assert_cmpstr (tend_record_get_text (added->addenda->pdata[0], "text"), ==,
                     "The nurse looked at it.");
  }
  return NULL;
}

static gpointer
correct (TendVault  *vault,
         gpointer    data,
         GError    **none)
{
  g_autoptr(GError) error = NULL;
  TendUndo *undo;

  record_late (vault);
  {
    g_autoptr(TendVisitSheet) open = sheet (vault, "2026-06-05T12:30");

    tend_record_set_int (open->visit, "actual_end", at ("2026-06-03T09:40"));
    g_assert_null (tend_visit_sheet_save (vault, open, &error));
    g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
    g_clear_error (&error);

    tend_record_set_text (open->visit, "correction_reason", "The bus was late");
    undo = good (tend_visit_sheet_save (vault, open, &error), error);
  }
  {
    g_autoptr(TendVisitSheet) corrected = sheet (vault, "2026-06-05T12:31");

    g_assert_cmpint (tend_record_get_int (corrected->visit, "actual_end"), ==,
                     at ("2026-06-03T09:40"));
    g_assert_cmpint (tend_record_get_int (corrected->visit, "first_end"), ==,
                     at ("2026-06-03T09:30"));
  }
  undo_all (vault, undo);
  assert_days (vault, "2026-06-03", "2026-06-03", "Wed 3 Jun 09:00–09:30 done");
  return NULL;
}

/* What cannot be read yet stays in the draft, and the value behind it as it was. */
static gpointer
half_typed (TendVault  *vault,
            gpointer    data,
            GError    **none)
{
  static const char * const typed[] = { "actual_end", "9.4o", "money_given_pence", "2O", NULL };
  static const char * const miles[] = { "miles_tenths", "three", NULL };
  g_autoptr(GError) error = NULL;

  record_late (vault);
  {
    g_autoptr(TendVisitSheet) half = sheet (vault, "2026-06-05T12:30");

    half->typed = g_strdupv ((GStrv) typed);
    half->trip_typed = g_strdupv ((GStrv) miles);
    half->has_trip = TRUE;
    tend_record_set_text (half->visit, "note", "Half a thought");
    tend_record_set_text (half->visit, "billing", "none");
    g_assert_true (tend_visit_sheet_keep_draft (vault, half, &error));
    g_assert_no_error (error);
  }
  {
    g_autoptr(TendVisitSheet) again = sheet (vault, "2026-06-05T12:31");

    g_assert_true (again->from_draft);
    g_assert_cmpstrv (again->typed, typed);
    g_assert_cmpstrv (again->trip_typed, miles);
    g_assert_cmpstr (tend_record_get_text (again->visit, "note"), ==, "Half a thought");
    g_assert_cmpint (tend_record_get_int (again->visit, "actual_end"), ==,
                     at ("2026-06-03T09:30"));

    tend_visit_sheet_reset (again);
    g_assert_false (tend_visit_sheet_is_changed (again));
  }
  {
    /* Closed meanwhile: its words stay; what is charged and the journey are no part of it. */
    g_autoptr(TendVisitSheet) closed = sheet (vault, "2026-06-07T12:00");

    g_assert_null (tend_record_get_text (closed->visit, "note"));
    g_assert_null (closed->typed);
    g_assert_cmpstr (tend_record_get_text (closed->visit, "billing"), ==, "none");
    g_assert_cmpstrv (closed->trip_typed, miles);
  }
  return NULL;
}

/* The test's data is what it runs, not a date. */
static void
set_up (AppFixture    *fixture,
        gconstpointer  func)
{
  app_fixture_set_up (fixture, NULL);
}

static void
run (AppFixture    *fixture,
     gconstpointer  func)
{
  app_change (fixture, (TendSessionFunc) func, NULL);
}

/* Without a vault */

/* Scenario S12: both ends stay where the hands of the clock are. */
static void
test_end (void)
{
  static const struct
  {
    const char *start;
    const char *end;
    const char *new_start;
    const char *new_end;
    int         minutes;
  } cases[] = {
    { "2026-03-21T22:00", "2026-03-22T07:00", "2026-03-28T22:00", "2026-03-29T07:00", 480 },
    { "2026-03-21T22:00", "2026-03-22T07:00", "2026-10-24T22:00", "2026-10-25T07:00", 600 },
    { "2026-03-28T22:00", "2026-03-29T07:00", "2026-03-30T22:00", "2026-03-31T07:00", 540 },
    { "2026-06-01T09:00", "2026-06-01T09:30", "2026-06-03T10:15", "2026-06-03T10:45", 30 },
    /* Inside the hour that comes twice, and over the one that does not exist. */
    { "2026-10-24T01:15", "2026-10-24T01:45", "2026-10-25T00:15Z", "2026-10-25T00:45Z", 30 },
    { "2026-03-28T00:45", "2026-03-28T02:15", "2026-03-29T00:45", "2026-03-29T02:15", 30 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TendInstant end = tend_visit_edit_end (at (cases[i].start), at (cases[i].end),
                                             at (cases[i].new_start));
      g_autofree char *text = tend_time_format_iso (end);

      g_test_message ("%s", cases[i].new_start);
      g_assert_cmpstr (text, ==, cases[i].new_end);
      g_assert_cmpint (tend_time_minutes (at (cases[i].new_start), end), ==, cases[i].minutes);
    }
}

static void
test_rule (void)
{
  static const struct
  {
    const char *rrule;
    const char *date;
    const char *new_date;
    const char *expected; /* NULL: it cannot be said */
  } cases[] = {
    { "FREQ=WEEKLY;BYDAY=MO,WE", "2026-06-03", "2026-06-03", "FREQ=WEEKLY;BYDAY=MO,WE" },
    { "FREQ=WEEKLY;BYDAY=MO,WE", "2026-06-03", "2026-06-04", "FREQ=WEEKLY;BYDAY=MO,TH" },
    { "FREQ=WEEKLY;BYDAY=MO,WE", "2026-06-03", "2026-06-02", "FREQ=WEEKLY;BYDAY=MO,TU" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "2026-06-07", "2026-06-06",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA" },
    { "FREQ=WEEKLY;BYDAY=MO,WE", "2026-06-03", "2026-06-01", NULL }, /* there is one already */
    { "FREQ=WEEKLY;BYDAY=MO,WE", "2026-06-03", "2026-06-09", NULL }, /* another week */
    { "FREQ=DAILY", "2026-06-03", "2026-06-04", NULL },
    { "FREQ=MONTHLY", "2026-06-01", "2026-06-02", NULL },
    { "FREQ=MONTHLY", "2026-06-01", "2026-06-01", "FREQ=MONTHLY" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) pattern = tend_record_new (&tend_pattern_kind);
      g_autofree char *rule = NULL;

      tend_record_set_text (pattern, "rrule", cases[i].rrule);
      tend_record_set_int (pattern, "starts_on", day ("2026-06-01"));
      rule = tend_pattern_edit_rule (pattern, day (cases[i].date), day (cases[i].new_date));
      g_assert_cmpstr (rule, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/visit-edit/end", test_end);
  g_test_add_func ("/app/visit-edit/rule", test_rule);

#define add(name, func) \
  g_test_add ("/app/visit-edit/" name, AppFixture, func, set_up, run, \
              app_fixture_tear_down)
  add ("move-one", move_one);
  add ("move-later", move_later);
  add ("keep-exceptions", keep_exceptions);
  add ("keep-count", keep_count);
  add ("copy", copy);
  add ("call-off", call_off);
  add ("start-and-finish", start_and_finish);
  add ("undo-refused", undo_refused);
  add ("closes", closes);
  add ("correct", correct);
  add ("half-typed", half_typed);
  add ("change-pattern", change_pattern);
#undef add

  return g_test_run ();
}
