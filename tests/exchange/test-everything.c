/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is kept about one person, as they read it. */

#include "records-test.h"

#include "tend-compose-everything.h"
#include "tend-demo.h"

#include <string.h>

/* A page of a book has about as many: with fewer it is mostly empty paper. */
#define LEAST_WORDS_A_PAGE 350

static TendDocument *
compose (Fixture    *fixture,
         const char *client)
{
  g_autoptr(GError) error = NULL;
  TendDocument *document =
    tend_compose_everything (fixture->vault, client, 0, day ("2026-11-24"), NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* The words of all its pages, a space between any two. */
static char *
words_of (TendDocument *document)
{
  GString *text = g_string_new (NULL);

  for (int page = 0; page < tend_document_get_n_pages (document); page++)
    {
      g_autofree char *words = tend_document_dup_page_text (document, page);
      g_auto(GStrv) parts = g_strsplit_set (words, " \n\t\f", -1);

      for (guint i = 0; parts[i] != NULL; i++)
        if (*parts[i] != '\0')
          g_string_append_printf (text, "%s ", parts[i]);
    }

  return g_string_free (text, FALSE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", NULL);
  add_record (fixture, &tend_client_kind, "rose", "given_name", "Rose", NULL);
  add_record (fixture, &tend_service_kind, "care", "name", "Help with washing", NULL);
  add_record (fixture, &tend_pattern_kind, "p", "client", "rose", "service", "care", "rrule",
              "FREQ=DAILY", "starts_on", "2026-06-01", "starts_at", "08:00", "minutes", "30", NULL);
}

static const char *
assert_has (const char *text,
            const char *part)
{
  const char *found = strstr (text, part);

  if (found == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
  return found;
}

/* A line each, the earliest first; nothing that was written is lost. */
static void
test_visits (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  /* By their ids the later one comes first. */
  add_record (fixture, &tend_visit_kind, "a", "client", "rose", "service", "care", "pattern", "p",
              "pattern_date", "2026-06-05", "planned_start", "2026-06-06T17:00", "planned_end",
              "2026-06-06T17:30", "status", "cancelled", "billing", "none", "cancelled_at",
              "2026-06-05T09:15", "cancel_reason", "At her sister’s", NULL);
  add_record (fixture, &tend_visit_kind, "b", "client", "rose", "service", "care", "pattern", "p",
              "pattern_date", "2026-06-02", "planned_start", "2026-06-02T08:00", "planned_end",
              "2026-06-02T08:30", "actual_start", "2026-06-02T08:04", "actual_end",
              "2026-06-02T08:39", "status", "done", "note", "Sang along", "mood", "bright",
              "recorded_at", "2026-06-02T18:20", NULL);
  add_record (fixture, &tend_visit_task_kind, "t1", "visit", "b", "title", "Wash", "done", "true",
              NULL);
  add_record (fixture, &tend_visit_task_kind, "t2", "visit", "b", "title", "Breakfast", "done",
              "false", "reason", "Not hungry", NULL);

  document = compose (fixture, "rose");
  text = words_of (document);
  assert_has (text, "2 Jun 2026 08:00–08:30 08:04–08:39 Done Help with washing. Sang along. "
                    "Mood: Bright. Written down: 18:20. "
                    "Task: Wash (Done); Breakfast (Done: No, Why not: Not hungry) 6 Jun 2026");
  assert_has (text, "6 Jun 2026 17:00–17:30 Cancelled Help with washing. "
                    "Day in the repeating visit: 5 June 2026. Charged: Not charged. "
                    "When it was cancelled: 5 June 2026, 09:15. "
                    "Why it did not happen: At her sister’s");
  assert_has (text, "Repeats Every day");
  g_assert_null (strstr (text, "FREQ"));
}

/* Money too. */
static void
test_money (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  add_record (fixture, &tend_charge_kind, "c", "client", "rose", "date", "2026-06-03", "kind",
              "parking", "amount_pence", "250", "description", "At the hospital", NULL);
  add_record (fixture, &tend_payment_kind, "m", "client", "rose", "received_on", "2026-06-20",
              "amount_pence", "1250", "method", "cash", "note", "In an envelope", NULL);

  document = compose (fixture, "rose");
  text = words_of (document);
  assert_has (text, "20 Jun 2026 Cash In an envelope £12.50");
  assert_has (text, "At the hospital");
}

/* Doses are of a medicine, and name nobody themselves. */
static void
test_doses (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  add_record (fixture, &tend_medication_kind, "pills", "client", "rose", "name", "Ramipril",
              "starts_on", "2026-06-01", NULL);
  add_record (fixture, &tend_mar_entry_kind, "dose", "medication", "pills", "due_at",
              "2026-06-30T08:00", "given_at", "2026-06-30T08:10", "outcome", "declined", "note",
              "Felt sick", NULL);
  add_record (fixture, &tend_stock_kind, "came", "medication", "pills", "date", "2026-06-01",
              "kind", "received", "quantity", "28", NULL);

  document = compose (fixture, "rose");
  text = words_of (document);
  assert_has (text, "30 Jun 2026 Ramipril Declined Felt sick. Due: 08:00. When it was: 08:10");
  assert_has (text, "1 Jun 2026 Ramipril Received 28");
}

/* Of a dose that was put right twice only the last is told as taken: 3 mg were, not 4 and 3. */
static void
test_struck (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;
  const char *first, *second, *last;

  add_record (fixture, &tend_medication_kind, "w", "client", "rose", "name", "Warfarin",
              "starts_on", "2026-06-01", NULL);
  add_record (fixture, &tend_mar_entry_kind, "z", "medication", "w", "due_at", "2026-06-30T12:30",
              "outcome", "taken", "quantity", "4", "written_at", "2026-06-30T12:33", NULL);
  /* By their ids they would be the other way round. */
  add_record (fixture, &tend_mar_entry_kind, "y", "medication", "w", "due_at", "2026-06-30T12:30",
              "outcome", "declined", "written_at", "2026-06-30T12:34", "supersedes", "z",
              "correction_reason", "The wrong line", NULL);
  add_record (fixture, &tend_mar_entry_kind, "x", "medication", "w", "due_at", "2026-06-30T12:30",
              "outcome", "taken", "quantity", "3", "written_at", "2026-07-01T09:00", "supersedes",
              "y", "correction_reason", "He took it after all", NULL);

  document = compose (fixture, "rose");
  text = words_of (document);
  first = assert_has (text, "30 Jun 2026 Warfarin Struck through: corrected 12:34 It said: Taken. "
                            "Due: 12:30. How much: 4. ");
  second = assert_has (text, "30 Jun 2026 Warfarin Struck through: corrected 1 July 2026, 09:00 It "
                             "said: Declined. ");
  last = assert_has (text, "30 Jun 2026 Warfarin Taken, in place of what is struck through Due: "
                           "12:30. How much: 3. ");
  g_assert_true (first < second && second < last);
  g_assert_null (strstr (text, "Warfarin Taken Due"));
}

/* Two strengths of one name are told apart, wherever they are named. */
static void
test_strengths (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  add_record (fixture, &tend_medication_kind, "low", "client", "rose", "name", "Bisoprolol",
              "strength", "1.25 mg", "form", "tablets", "starts_on", "2026-06-01", NULL);
  add_record (fixture, &tend_medication_kind, "high", "client", "rose", "name", "Bisoprolol",
              "strength", "2.5 mg", "form", "tablets", "starts_on", "2026-06-08", NULL);
  add_record (fixture, &tend_mar_entry_kind, "one", "medication", "low", "due_at",
              "2026-06-07T08:00", "given_at", "2026-06-07T08:00", "outcome", "taken", NULL);
  add_record (fixture, &tend_mar_entry_kind, "two", "medication", "high", "due_at",
              "2026-06-08T08:00", "given_at", "2026-06-08T08:00", "outcome", "taken", NULL);

  document = compose (fixture, "rose");
  text = words_of (document);
  assert_has (text, "7 Jun 2026 Bisoprolol 1.25 mg tablets Taken");
  assert_has (text, "8 Jun 2026 Bisoprolol 2.5 mg tablets Taken");
}

/* A scheme by its name; a repeating visit's tasks until there is a plan, which then says them. */
static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendDocument) without = NULL, with = NULL;
  g_autofree char *before = NULL, *after = NULL;

  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", "schemes", "staffordshire",
              NULL);
  add_record (fixture, &tend_pattern_kind, "q", "client", "ann", "service", "care", "rrule",
              "FREQ=DAILY", "starts_on", "2026-06-01", "starts_at", "08:00", "minutes", "30",
              "tasks", "Feed the cat", NULL);
  without = compose (fixture, "ann");
  before = words_of (without);
  assert_has (before, "Under which schemes Local Help My Way ");
  assert_has (before, "Tasks Feed the cat");

  add_record (fixture, &tend_care_plan_kind, "plan", "client", "ann", "version", "1", "status",
              "agreed", "agreed_on", "2026-06-01", "agreed_by", "Ann", "authority", "self", "needs",
              "Help to wash.", NULL);
  with = compose (fixture, "ann");
  after = words_of (with);
  assert_has (after, "Help to wash.");
  g_assert_null (strstr (after, "Feed the cat"));
}

static void
add_visit (Fixture    *fixture,
           const char *id,
           const char *date,
           const char *note)
{
  g_autofree char *start = g_strconcat (date, "T08:00", NULL);
  g_autofree char *end = g_strconcat (date, "T08:30", NULL);

  add_record (fixture, &tend_visit_kind, id, "client", "rose", "service", "care", "planned_start",
              start, "planned_end", end, "status", "done", "note", note, NULL);
}

/* Where a report of harm is left out, so is what was written of the visit that it names and of
 * those until it was followed up or told; another visit is told in full, and so are these where
 * it is put in. */
static void
test_harm (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDocument) without = NULL, with = NULL;
  g_autofree char *text = NULL, *all = NULL;

  add_record (fixture, &tend_visit_kind, "a", "client", "rose", "service", "care", "planned_start",
              "2026-06-06T08:00", "planned_end", "2026-06-06T08:30", "status", "done", "note",
              "A bruise on her arm", "recorded_at", "2026-06-06T09:00", NULL);
  add_record (fixture, &tend_visit_addendum_kind, NULL, "visit", "a", "written_at",
              "2026-06-06T12:00", "text", "Her nephew shouted", NULL);
  add_record (fixture, &tend_visit_kind, "b", "client", "rose", "service", "care", "planned_start",
              "2026-06-07T08:00", "planned_end", "2026-06-07T08:30", "status", "done",
              "observations", "Finger marks", "recorded_at", "2026-06-07T09:00", NULL);
  add_record (fixture, &tend_visit_kind, "c", "client", "rose", "service", "care", "planned_start",
              "2026-06-08T08:00", "planned_end", "2026-06-08T08:30", "status", "done", "note",
              "Sang along", "recorded_at", "2026-06-08T09:00", NULL);
  add_record (fixture, &tend_incident_kind, NULL, "client", "rose", "kind", "safeguarding",
              "visit", "a", "happened_at", "2026-06-05T20:00", "facts", "The arm.", NULL);
  add_record (fixture, &tend_incident_kind, NULL, "client", "rose", "kind", "safeguarding",
              "happened_at", "2026-06-07T08:10", "facts", "The wrist.", NULL);
  add_visit (fixture, "d", "2026-06-11", "Easier now that it is told");
  add_visit (fixture, "e", "2026-06-12", "He drove off");
  add_visit (fixture, "f", "2026-06-13", "Potted the beans");
  add_visit (fixture, "g", "2026-06-20", "The officer came");
  add_record (fixture, &tend_incident_kind, "money", "client", "rose", "kind", "safeguarding",
              "happened_at", "2026-06-10T18:00", "followed_up_on", "2026-06-12", "closed_on",
              "2026-06-30", "facts", "The money.", NULL);
  add_record (fixture, &tend_incident_report_kind, NULL, "incident", "money", "role", "police",
              "told_at", "2026-06-20T10:00", NULL);
  add_visit (fixture, "h", "2026-07-03", "Rang her sister of it");
  add_visit (fixture, "i", "2026-07-04", "Shelled the peas");
  add_record (fixture, &tend_incident_kind, "open", "client", "rose", "kind", "safeguarding",
              "happened_at", "2026-07-02T18:00", "facts", "The door.", NULL);
  add_record (fixture, &tend_incident_report_kind, NULL, "incident", "open", "role", "council",
              "told_at", "2026-07-03T17:00", NULL);

  without = compose (fixture, "rose");
  text = words_of (without);
  assert_has (text, "6 Jun 2026 08:00–08:30");
  assert_has (text, "Sang along");
  g_assert_null (strstr (text, "A bruise"));
  g_assert_null (strstr (text, "Her nephew"));
  g_assert_null (strstr (text, "Finger marks"));
  g_assert_null (strstr (text, "Easier now"));
  g_assert_null (strstr (text, "He drove off"));
  assert_has (text, "Potted the beans");
  g_assert_null (strstr (text, "The officer came"));
  g_assert_null (strstr (text, "her sister of it"));
  assert_has (text, "Shelled the peas");

  with = tend_compose_everything (fixture->vault, "rose", TEND_SELECT_SAFEGUARDING,
                                  day ("2026-11-24"), NULL, &error);
  g_assert_no_error (error);
  all = words_of (with);
  assert_has (all, "A bruise on her arm");
  assert_has (all, "Her nephew shouted");
  assert_has (all, "Finger marks");
}

static int
count_words (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);

  return g_strv_length (words);
}

/* Twenty months of two visits a day, in no more paper than their words need. */
static void
test_sample (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  tend_demo_load (fixture->vault, TEND_DEMO_SAMPLE, &error);
  g_assert_no_error (error);
  document = compose (fixture, "rose");
  text = words_of (document);
  g_assert_cmpint (count_words (text), >=,
                   LEAST_WORDS_A_PAGE * tend_document_get_n_pages (document));
  assert_has (text, "27 Oct 2025 Personal care, 08:00–08:30 30 min An hour £20.00 £10.00");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  add ("/exchange/everything/visits", test_visits);
  add ("/exchange/everything/money", test_money);
  add ("/exchange/everything/doses", test_doses);
  add ("/exchange/everything/struck", test_struck);
  add ("/exchange/everything/strengths", test_strengths);
  add ("/exchange/everything/words", test_words);
  add ("/exchange/everything/harm", test_harm);
#undef add
  add_fixture_test ("/exchange/everything/sample", test_sample);

  return g_test_run ();
}
