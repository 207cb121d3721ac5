/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-mar-looks.h"
#include "tend-mar-round.h"

#define FIRST "2026-06-01"

/* Agnes: three times a day, two of them the carer's; Bert: as needed alone; Cora: nothing. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_client_kind, "b", "given_name", "Bert", NULL);
  add_record (fixture, &tend_client_kind, "a", "given_name", "Agnes", NULL);
  add_record (fixture, &tend_client_kind, "c", "given_name", "Cora", NULL);
  add_record (fixture, &tend_medication_kind, "m", "client", "a", "name", "Ramipril",
              "strength", "5 mg", "dose", "1 tablet", "support", "administer",
              "starts_on", FIRST, NULL);
  add_record (fixture, &tend_medication_time_kind, "m1", "medication", "m", "position", "0",
              "at", "08:00", "by", "me", NULL);
  add_record (fixture, &tend_medication_time_kind, "m2", "medication", "m", "position", "1",
              "at", "13:00", "by", "family", NULL);
  add_record (fixture, &tend_medication_time_kind, "m3", "medication", "m", "position", "2",
              "at", "20:00", "by", "me", NULL);
  add_record (fixture, &tend_medication_kind, "p", "client", "b", "name", "Paracetamol",
              "as_needed", "true", "starts_on", FIRST, "support", "assist", NULL);
}

static void
write_entry (Fixture    *fixture,
             const char *due_at,
             const char *outcome,
             const char *code)
{
  g_autofree char *id = g_strconcat ("e", due_at, NULL);

  add_record (fixture, &tend_mar_entry_kind, id, "medication", "m", "due_at", due_at,
              "outcome", outcome, "support", "administer",
              code != NULL ? "reason" : "initials", code != NULL ? code : "CM",
              "note", "Said no.", NULL);
}

static TendInstant
at (const char *date,
    TendClock   clock)
{
  return tend_time_resolve (day (date), clock);
}

static GPtrArray *
load_round (Fixture     *fixture,
            const char  *date,
            TendClock    clock)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *people = tend_mar_round_load (fixture->vault, day (date), at (date, clock), &error);

  g_assert_no_error (error);
  return people;
}

/* On the second day at 19:00: 08:00 was missed, the window of 20:00 has just opened, and of
 * the day before both were missed. */
static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) people = load_round (fixture, "2026-06-02", 19 * 60);
  TendMarPerson *agnes;

  g_assert_cmpuint (people->len, ==, 2);
  agnes = people->pdata[0];
  g_assert_cmpstr (agnes->name, ==, "Agnes");
  g_assert_cmpuint (agnes->n_due, ==, 2);
  g_assert_cmpuint (agnes->n_written, ==, 0);
  g_assert_cmpuint (agnes->n_gaps, ==, 1);
  g_assert_cmpuint (agnes->n_earlier, ==, 2);
  g_assert_true (agnes->next_at == at ("2026-06-02", 20 * 60));
  g_assert_cmpuint (agnes->open->len, ==, 2);
  g_assert_true (g_array_index (agnes->open, TendMarDose, 0).slot->due_at ==
                 at ("2026-06-02", 8 * 60));
  g_assert_true (g_array_index (agnes->open, TendMarDose, 1).slot->due_at ==
                 at ("2026-06-02", 20 * 60));
  g_assert_cmpstr (((TendMarPerson *) people->pdata[1])->name, ==, "Bert");
  g_assert_cmpuint (((TendMarPerson *) people->pdata[1])->n_due, ==, 0);
}

/* A minute before its window a dose is next, and not open; once written it is neither. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) early = load_round (fixture, FIRST, 6 * 60 + 59);
  g_autoptr(GPtrArray) after = NULL;
  TendMarPerson *agnes = early->pdata[0];

  g_assert_cmpuint (agnes->open->len, ==, 0);
  g_assert_true (agnes->next_at == at (FIRST, 8 * 60));

  write_entry (fixture, "2026-06-01T08:00", "taken", NULL);
  after = load_round (fixture, FIRST, 8 * 60);
  agnes = after->pdata[0];
  g_assert_cmpuint (agnes->n_written, ==, 1);
  g_assert_cmpuint (agnes->open->len, ==, 0);
  g_assert_true (agnes->next_at == at (FIRST, 20 * 60));
}

/* After midnight a dose of 23:30 is still open; a line that has ended leaves the list, but
 * not before its gaps are answered. */
static void
test_edges (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GPtrArray) later = NULL;
  TendMarPerson *cora;

  add_record (fixture, &tend_medication_kind, "n", "client", "c", "name", "Senna",
              "support", "assist", "starts_on", FIRST, "ends_on", FIRST, NULL);
  add_record (fixture, &tend_medication_time_kind, "n1", "medication", "n", "position", "0",
              "at", "23:30", "by", "me", NULL);

  people = load_round (fixture, "2026-06-02", 15);
  g_assert_cmpuint (people->len, ==, 3);
  cora = people->pdata[2];
  g_assert_cmpuint (cora->open->len, ==, 1);
  g_assert_cmpuint (cora->n_due, ==, 0);
  g_assert_cmpuint (cora->n_earlier, ==, 0);

  later = load_round (fixture, "2026-06-02", 31);
  g_assert_cmpuint (((TendMarPerson *) later->pdata[2])->n_earlier, ==, 1);
}

/* Doses that fall in a visit: the hour either side counts. */
static void
test_visit (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) people = load_round (fixture, FIRST, 7 * 60);
  TendMarChart *chart = ((TendMarPerson *) people->pdata[0])->chart;
  g_autoptr(GArray) morning = tend_mar_chart_doses (chart, at (FIRST, 9 * 60), at (FIRST, 600));
  g_autoptr(GArray) past = tend_mar_chart_doses (chart, at (FIRST, 541), at (FIRST, 600));
  g_autoptr(GArray) noon = tend_mar_chart_doses (chart, at (FIRST, 720), at (FIRST, 840));

  g_assert_cmpuint (morning->len, ==, 1);
  g_assert_cmpuint (past->len, ==, 0);
  g_assert_cmpuint (noon->len, ==, 0);
}

static guint
count_prompts_on (Fixture           *fixture,
                  const char        *date,
                  TendMarPromptKind  kind)
{
  g_autoptr(GPtrArray) people = load_round (fixture, date, 12 * 60);
  GPtrArray *prompts = ((TendMarPerson *) people->pdata[0])->prompts;
  guint n = 0;

  for (guint i = 0; i < prompts->len; i++)
    n += ((TendMarPrompt *) prompts->pdata[i])->kind == kind;

  return n;
}

static guint
count_prompts (Fixture           *fixture,
               TendMarPromptKind  kind)
{
  return count_prompts_on (fixture, "2026-06-03", kind);
}

/* Two refusals are not three; a dose between that nobody wrote down does not break a row; what
 * is added to the last entry settles it. */
static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) last = NULL;

  write_entry (fixture, "2026-06-01T08:00", "declined", "R");
  write_entry (fixture, "2026-06-02T08:00", "declined", "R");
  g_assert_cmpuint (count_prompts (fixture, TEND_MAR_TELL_GP), ==, 0);
  write_entry (fixture, "2026-06-03T08:00", "declined", "R");
  g_assert_cmpuint (count_prompts (fixture, TEND_MAR_TELL_GP), ==, 1);

  last = tend_record_load (fixture->vault, &tend_mar_entry_kind, "e2026-06-03T08:00", &error);
  g_assert_no_error (error);
  tend_mar_add_note (fixture->vault, last, "note", "Rang the surgery.", at ("2026-06-03", 600),
                     &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_prompts (fixture, TEND_MAR_TELL_GP), ==, 0);
}

/* What was taken in between does. */
static void
test_refusals_apart (Fixture       *fixture,
                     gconstpointer  data)
{
  write_entry (fixture, "2026-06-01T08:00", "declined", "R");
  write_entry (fixture, "2026-06-01T20:00", "taken", NULL);
  write_entry (fixture, "2026-06-02T08:00", "declined", "R");
  write_entry (fixture, "2026-06-03T08:00", "declined", "R");
  g_assert_cmpuint (count_prompts (fixture, TEND_MAR_TELL_GP), ==, 0);
}

/* Once a day: seven last seven days, which is no fewer than the usual seven; six are. */
static void
test_stock (Fixture       *fixture,
            gconstpointer  data)
{
  write_entry (fixture, "2026-06-02T08:00", "omitted", "U");
  g_assert_cmpuint (count_prompts (fixture, TEND_MAR_GET_MORE), ==, 1);
  g_assert_cmpuint (count_prompts (fixture, TEND_MAR_LOW_STOCK), ==, 0);

  add_record (fixture, &tend_medication_kind, "s", "client", "a", "name", "Aspirin",
              "dose", "1 tablet", "support", "assist", "starts_on", FIRST, NULL);
  add_record (fixture, &tend_medication_time_kind, "s1", "medication", "s", "position", "0",
              "at", "08:00", "by", "me", NULL);
  add_record (fixture, &tend_stock_kind, "k1", "medication", "s", "date", "2026-06-02",
              "kind", "counted", "quantity", "7", NULL);
  g_assert_cmpuint (count_prompts (fixture, TEND_MAR_LOW_STOCK), ==, 0);
  add_record (fixture, &tend_stock_kind, "k2", "medication", "s", "date", "2026-06-03",
              "kind", "counted", "quantity", "6", NULL);
  g_assert_cmpuint (count_prompts (fixture, TEND_MAR_LOW_STOCK), ==, 1);
}

/* From the day of the test on, until the dose that came of it is written. */
static void
test_next_test (Fixture       *fixture,
                gconstpointer  data)
{
  add_record (fixture, &tend_medication_dose_kind, "d1", "medication", "m", "from", FIRST,
              "quantity", "3", "next_test_on", "2026-06-04", NULL);
  g_assert_cmpuint (count_prompts (fixture, TEND_MAR_TEST_DUE), ==, 0);
  add_record (fixture, &tend_medication_dose_kind, "d2", "medication", "m", "from", "2026-06-02",
              "quantity", "3", "next_test_on", "2026-06-03", NULL);
  g_assert_cmpuint (count_prompts (fixture, TEND_MAR_TEST_DUE), ==, 1);
  add_record (fixture, &tend_medication_dose_kind, "d3", "medication", "m", "from", "2026-06-03",
              "quantity", "4", "next_test_on", "2026-06-17", NULL);
  g_assert_cmpuint (count_prompts (fixture, TEND_MAR_TEST_DUE), ==, 0);
}

/* Agnes has a patch put on, Monday 1 June at 09:00, and changed a week later. */
static TendRecord *
put_on (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  TendRecord *entry;

  add_record (fixture, &tend_medication_kind, "f", "client", "a", "name", "Buprenorphine",
              "dose", "1 patch", "support", "administer", "applied", "patch",
              "pattern", "FREQ=WEEKLY;BYDAY=MO", "starts_on", FIRST, NULL);
  add_record (fixture, &tend_medication_time_kind, "f1", "medication", "f", "position", "0",
              "at", "09:00", "by", "me", NULL);
  add_record (fixture, &tend_mar_entry_kind, "fe", "medication", "f", "due_at",
              "2026-06-01T09:00", "given_at", "2026-06-01T09:10", "outcome", "taken",
              "quantity", "1", "support", "administer", "site", "Left upper arm", NULL);
  entry = tend_record_load (fixture->vault, &tend_mar_entry_kind, "fe", &error);
  g_assert_no_error (error);

  return entry;
}

static void
add_visit (Fixture    *fixture,
           const char *date,
           const char *status)
{
  g_autofree char *id = g_strconcat ("v", date, status, NULL);
  g_autofree char *start = g_strconcat (date, "T10:00", NULL);
  g_autofree char *end = g_strconcat (date, "T11:00", NULL);

  add_record (fixture, &tend_visit_kind, id, "client", "a", "planned_start", start,
              "planned_end", end, "status", status, NULL);
}

static void
look_at (Fixture    *fixture,
         TendRecord *entry,
         const char *date)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tend_mar_look (fixture->vault, entry, at (date, 10 * 60), &error));
  g_assert_no_error (error);
}

/* Each day between two changes that the carer is there, until somebody has looked. */
static void
test_patch (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TendRecord) entry = put_on (fixture);
  g_autoptr(TendRecord) medication = NULL;
  g_autoptr(GPtrArray) looks = NULL;
  g_autoptr(GError) error = NULL;

  add_visit (fixture, FIRST, "planned");
  add_visit (fixture, "2026-06-02", "cancelled");
  add_visit (fixture, "2026-06-03", "planned");
  add_visit (fixture, "2026-06-04", "planned");
  g_assert_cmpuint (count_prompts_on (fixture, FIRST, TEND_MAR_LOOK), ==, 0);
  g_assert_cmpuint (count_prompts_on (fixture, "2026-06-02", TEND_MAR_LOOK), ==, 0);
  g_assert_cmpuint (count_prompts_on (fixture, "2026-06-03", TEND_MAR_LOOK), ==, 1);

  look_at (fixture, entry, "2026-06-02");
  g_assert_cmpuint (count_prompts_on (fixture, "2026-06-03", TEND_MAR_LOOK), ==, 1);
  look_at (fixture, entry, "2026-06-03");
  g_assert_cmpuint (count_prompts_on (fixture, "2026-06-03", TEND_MAR_LOOK), ==, 0);
  g_assert_cmpuint (count_prompts_on (fixture, "2026-06-04", TEND_MAR_LOOK), ==, 1);

  medication = tend_record_load (fixture->vault, &tend_medication_kind, "f", &error);
  looks = tend_mar_looks (fixture->vault, medication, day ("2026-06-03"), day ("2026-06-30"),
                          &error);
  g_assert_no_error (error);
  g_assert_cmpuint (looks->len, ==, 1);
  g_assert_cmpstr (tend_record_get_text (looks->pdata[0], "patch"), ==, "on");
}

static guint
count_notes (Fixture    *fixture,
             TendRecord *entry)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notes =
    tend_record_load_nested (fixture->vault, entry, &tend_mar_note_kind, &error);

  g_assert_no_error (error);
  return notes->len;
}

/* Written once a day, however often it is pressed, unless the patch was found off since. */
static void
test_patch_twice (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(TendRecord) entry = put_on (fixture);
  g_autoptr(TendRecord) off = tend_record_new (&tend_mar_note_kind);
  g_autoptr(GError) error = NULL;

  look_at (fixture, entry, "2026-06-02");
  look_at (fixture, entry, "2026-06-02");
  g_assert_cmpuint (count_notes (fixture, entry), ==, 1);

  /* What else is added to the dose is no look. */
  g_assert_true (tend_mar_add_note (fixture->vault, entry, "note", "Skin red.",
                                    at ("2026-06-02", 11 * 60), &error));
  g_assert_no_error (error);
  look_at (fixture, entry, "2026-06-02");
  g_assert_cmpuint (count_notes (fixture, entry), ==, 2);

  look_at (fixture, entry, "2026-06-03");
  g_assert_cmpuint (count_notes (fixture, entry), ==, 3);

  tend_record_set_text (off, "patch", "off");
  tend_record_set_text (off, "text", "On the sleeve.");
  g_assert_true (tend_mar_write_note (fixture->vault, entry, off, at ("2026-06-03", 11 * 60),
                                      &error));
  g_assert_no_error (error);
  look_at (fixture, entry, "2026-06-03");
  g_assert_cmpuint (count_notes (fixture, entry), ==, 5);
}

static void
assert_replaced (Fixture    *fixture,
                 TendRecord *entry,
                 gboolean    expected)
{
  g_autoptr(GError) error = NULL;
  gboolean replaced = !expected;

  g_assert_true (tend_mar_is_replaced (fixture->vault, entry, &replaced, &error));
  g_assert_no_error (error);
  g_assert_cmpint (replaced, ==, expected);
}

/* By one that was put on later, of a line that came in its place, too; not by what was refused. */
static void
test_patch_replaced (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TendRecord) entry = put_on (fixture);

  assert_replaced (fixture, entry, FALSE);
  add_record (fixture, &tend_mar_entry_kind, "refused", "medication", "f", "due_at",
              "2026-06-08T09:00", "outcome", "declined", "reason", "R", NULL);
  assert_replaced (fixture, entry, FALSE);

  add_record (fixture, &tend_medication_kind, "stronger", "client", "a", "name", "Fentanyl",
              "dose", "1", "applied", "patch", "starts_on", "2026-06-08", "replaces", "f", NULL);
  add_record (fixture, &tend_mar_entry_kind, "next", "medication", "stronger", "due_at",
              "2026-06-08T09:00", "given_at", "2026-06-08T09:05", "outcome", "taken", NULL);
  assert_replaced (fixture, entry, TRUE);
}

/* One that has come off is not looked for; nor one that should have been changed: that is a gap
 * to answer. */
static void
test_patch_off (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TendRecord) entry = put_on (fixture);
  g_autoptr(TendRecord) note = tend_record_new (&tend_mar_note_kind);
  g_autoptr(GError) error = NULL;

  add_visit (fixture, "2026-06-03", "planned");
  add_visit (fixture, "2026-06-07", "planned");
  add_visit (fixture, "2026-06-08", "planned");
  add_visit (fixture, "2026-06-09", "planned");
  g_assert_cmpuint (count_prompts_on (fixture, "2026-06-07", TEND_MAR_LOOK), ==, 1);
  g_assert_cmpuint (count_prompts_on (fixture, "2026-06-08", TEND_MAR_LOOK), ==, 0);
  g_assert_cmpuint (count_prompts_on (fixture, "2026-06-09", TEND_MAR_LOOK), ==, 0);

  tend_record_set_text (note, "patch", "off");
  tend_record_set_text (note, "text", "In the bed. Rang the pharmacist.");
  g_assert_true (tend_mar_write_note (fixture->vault, entry, note, at ("2026-06-02", 600),
                                      &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_prompts_on (fixture, "2026-06-03", TEND_MAR_LOOK), ==, 0);
}

#define add_round_test(path, func) \
  g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_round_test ("/mar-round/people", test_people);
  add_round_test ("/mar-round/open", test_open);
  add_round_test ("/mar-round/edges", test_edges);
  add_round_test ("/mar-round/visit", test_visit);
  add_round_test ("/mar-round/refusals", test_refusals);
  add_round_test ("/mar-round/refusals-apart", test_refusals_apart);
  add_round_test ("/mar-round/stock", test_stock);
  add_round_test ("/mar-round/next-test", test_next_test);
  add_round_test ("/mar-round/patch", test_patch);
  add_round_test ("/mar-round/patch-twice", test_patch_twice);
  add_round_test ("/mar-round/patch-off", test_patch_off);
  add_round_test ("/mar-round/patch-replaced", test_patch_replaced);

  return g_test_run ();
}
