/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the MAR chart to the squares on paper. */

#include "records-test.h"

#include "tend-compose-mar-private.h"
#include "tend-mar-looks.h"

#include <string.h>

static TendInstant
moment (const char *text)
{
  TendInstant instant = TEND_INSTANT_NONE;

  g_assert_true (tend_time_parse_iso (text, &instant, NULL));
  return instant;
}

/* Once a day from the 3rd to the 6th, and every 48 hours on the same days. */
static void
add_medicines (Fixture *fixture)
{
  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_medication_kind, "daily", "client", "ann", "name", "Ramipril",
              "dose", "1 tablet", "starts_on", "2026-06-03", "ends_on", "2026-06-06", NULL);
  add_record (fixture, &tend_medication_time_kind, "t", "medication", "daily", "at", "08:00",
              "by", "me", "position", "0", NULL);
  add_record (fixture, &tend_medication_kind, "hours", "client", "ann", "name", "Fentanyl",
              "dose", "1 patch", "applied", "patch", "pattern", "FREQ=HOURLY;INTERVAL=48",
              "starts_on", "2026-06-03", "ends_on", "2026-06-06", NULL);
  add_record (fixture, &tend_medication_time_kind, "h", "medication", "hours", "at", "09:00",
              "by", "me", "position", "0", NULL);
}

static void
add_entry (Fixture    *fixture,
           const char *id,
           const char *due_at,
           const char *code,
           const char *supersedes)
{
  g_autoptr(TendRecord) entry =
    make_record (&tend_mar_entry_kind, id, "medication", "daily", "due_at", due_at, "outcome",
                 code != NULL ? "declined" : "taken", "initials", "CM", "support", "assist",
                 NULL);
  g_autoptr(GError) error = NULL;

  if (code == NULL)
    tend_record_set_int (entry, "given_at", moment (due_at));
  tend_record_set_text (entry, "reason", code);
  tend_record_set_text (entry, "supersedes", supersedes);
  tend_record_set_text (entry, "correction_reason", supersedes != NULL ? "Wrong square." : NULL);
  tend_record_save (fixture->vault, entry, NULL, &error);
  g_assert_no_error (error);
}

/* A week of squares of one time of a medicine: "#" hatched, "-" not due, "_" empty, "!" a gap,
 * "o" another's, else what is written, a code in brackets and what is struck before it. */
static char *
squares (Fixture    *fixture,
         const char *name,
         guint       time,
         gboolean    blank)
{
  g_autoptr(GError) error = NULL;
  const TendMarRequest request = { "ann", day ("2026-06-01"), 7, moment ("2026-06-05T12:00"),
                                   blank };
  g_autoptr(TendMarValues) values = tend_compose_mar_load (fixture->vault, &request, &error);
  const TendMarCycle *cycle;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  cycle = &tend_compose_mar_sheet (values)->cycles[0];
  for (gsize i = 0; i < cycle->n_medicines; i++)
    {
      const TendMarMedicine *medicine = &cycle->medicines[i];

      if (strcmp (medicine->name, name) != 0)
        continue;
      g_assert_cmpint (medicine->n_times, >, time);
      for (int j = 0; j < 7; j++)
        {
          const TendMarCell *cell = &medicine->times[time].cells[j];

          g_string_append_printf (text, "%s%c", j > 0 ? " " : "", "-#_!oWd"[cell->state]);
          if (cell->state == TEND_MAR_CELL_WRITTEN)
            g_string_append_printf (text, "%s%s%s%s%s%s", cell->struck ? "~" : "",
                                    cell->struck ? cell->struck : "", cell->struck ? "~" : "",
                                    cell->is_code ? "(" : "", cell->text,
                                    cell->is_code ? ")" : "");
        }
    }
  return g_string_free (text, FALSE);
}

/* Written on the 3rd, corrected on the 4th, nothing on the 5th, the 6th still to come. */
static void
test_squares (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *daily = NULL, *hours = NULL, *blank = NULL;

  add_medicines (fixture);
  add_entry (fixture, "one", "2026-06-03T08:00", NULL, NULL);
  add_entry (fixture, "two", "2026-06-04T08:00", NULL, NULL);
  add_entry (fixture, "three", "2026-06-04T08:00", "R", "two");

  daily = squares (fixture, "Ramipril", 0, FALSE);
  g_assert_cmpstr (daily, ==, "# # WCM W~CM~(R) ! _ #");
  hours = squares (fixture, "Fentanyl", 0, FALSE);
  g_assert_cmpstr (hours, ==, "# # ! - ! - #");
  blank = squares (fixture, "Ramipril", 0, TRUE);
  /* What is signed already is not to be signed on paper again; what is missing may be. */
  g_assert_cmpstr (blank, ==, "# # # # _ _ #");
}

/* A look at the patch of the 3rd has a square on its day, with the carer's initials, and no word
 * in the dose's story; that it was off on the 5th is told there, too. */
static void
test_looks (Fixture       *fixture,
            gconstpointer  data)
{
  const TendMarRequest request = { "ann", day ("2026-06-01"), 7, moment ("2026-06-05T12:00"),
                                   FALSE };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) entry = NULL;
  g_autoptr(TendRecord) off = tend_record_new (&tend_mar_note_kind);
  g_autoptr(TendMarValues) values = NULL;
  const TendMarMedicine *medicine;

  add_medicines (fixture);
  add_record (fixture, &tend_mar_entry_kind, "put", "medication", "hours", "due_at",
              "2026-06-03T09:00", "given_at", "2026-06-03T09:00", "outcome", "taken",
              "quantity", "1", "support", "administer", "initials", "CM", NULL);
  entry = tend_record_load (fixture->vault, &tend_mar_entry_kind, "put", &error);
  g_assert_no_error (error);
  g_assert_true (tend_mar_look (fixture->vault, entry, moment ("2026-06-04T10:00"), &error));
  tend_record_set_text (off, "patch", "off");
  tend_record_set_text (off, "text", "In the bed; the pharmacist was rung.");
  g_assert_true (tend_mar_write_note (fixture->vault, entry, off, moment ("2026-06-05T10:00"),
                                      &error));

  values = tend_compose_mar_load (fixture->vault, &request, &error);
  g_assert_no_error (error);
  medicine = &tend_compose_mar_sheet (values)->cycles[0].medicines[1];
  g_assert_cmpstr (medicine->name, ==, "Fentanyl");
  for (int i = 0; i < 7; i++)
    g_assert_cmpstr (medicine->looks[i].text, ==, i == 3 ? "CM" : i == 4 ? "off" : NULL);
  g_assert_cmpint (medicine->looks[3].state, ==, TEND_MAR_CELL_WRITTEN);
  g_assert_nonnull (strstr (medicine->doses[0].story, "the pharmacist was rung"));
  g_assert_null (strstr (medicine->doses[0].story, "Still on"));
}

/* Lunch is the carer's from Monday to Friday and the family's at the weekend: two rows. */
static void
test_weekend (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *week = NULL, *weekend = NULL;

  add_medicines (fixture);
  add_record (fixture, &tend_medication_kind, "lunch", "client", "ann", "name", "Senna",
              "dose", "1 tablet", "starts_on", "2026-06-03", NULL);
  add_record (fixture, &tend_medication_time_kind, "l1", "medication", "lunch", "at", "12:30",
              "by", "me", "position", "0", "weekdays", "MO\nTU\nWE\nTH\nFR", NULL);
  add_record (fixture, &tend_medication_time_kind, "l2", "medication", "lunch", "at", "12:30",
              "by", "family", "position", "1", "weekdays", "SA\nSU", NULL);

  week = squares (fixture, "Senna", 0, FALSE);
  g_assert_cmpstr (week, ==, "# # ! ! _ - -");
  weekend = squares (fixture, "Senna", 1, FALSE);
  g_assert_cmpstr (weekend, ==, "# # - - - o o");
}

/* Who signed on paper is told apart from who wrote it here later, corrected or not. */
static void
test_copied (Fixture       *fixture,
             gconstpointer  data)
{
  const char *dues[] = { "2026-06-03T08:00", "2026-06-04T08:00" };
  const TendMarRequest request = { "ann", day ("2026-06-01"), 7, moment ("2026-06-05T12:00") };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendMarValues) values = NULL;
  const TendMarMedicine *medicine = NULL;
  const TendMarCycle *cycle;

  add_medicines (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autoptr(TendRecord) entry =
        make_record (&tend_mar_entry_kind, dues[i], "medication", "daily", "due_at", dues[i],
                     "outcome", "taken", "initials", "MD", "written_at", "2026-06-05T12:24",
                     NULL);

      tend_record_set_int (entry, "given_at", moment (dues[i]));
      tend_record_set_int (entry, "copied", TRUE);
      tend_record_save (fixture->vault, entry, NULL, &error);
      g_assert_no_error (error);
    }
  add_entry (fixture, "fix", dues[1], "R", dues[1]);

  values = tend_compose_mar_load (fixture->vault, &request, &error);
  g_assert_no_error (error);
  cycle = &tend_compose_mar_sheet (values)->cycles[0];
  for (gsize i = 0; i < cycle->n_medicines; i++)
    if (strcmp (cycle->medicines[i].name, "Ramipril") == 0)
      medicine = &cycle->medicines[i];
  g_assert_nonnull (medicine);
  g_assert_true (medicine->doses[0].copied);
  g_assert_true (medicine->doses[0].noted);
  g_assert_cmpstr (medicine->doses[0].story, ==, "Copied by CM, Fri 5 Jun 12:24; not scanned.");
  g_assert_false (medicine->doses[1].copied);
  g_assert_cmpint (medicine->n_corrections, ==, 1);
  g_assert_nonnull (strstr (medicine->corrections[0].was,
                            "Signed by MD on paper. Copied by CM, Fri 5 Jun 12:24; not "
                            "scanned."));
}

/* What the fact of @label says on the lines of a medicine; NULL. */
static const char *
fact_of (const TendMarFact *facts,
         gsize              n_facts,
         const char        *label)
{
  for (gsize i = 0; i < n_facts; i++)
    if (strcmp (facts[i].label, label) == 0)
      return facts[i].text;
  return NULL;
}

static void
add_dose (Fixture    *fixture,
          const char *medication,
          const char *from,
          const char *quantity)
{
  add_record (fixture, &tend_medication_dose_kind, NULL, "medication", medication, "position", "0",
              "from", from, "quantity", quantity, NULL);
}

/* Warfarin: 3 mg, and 4 mg from the 4th on.  What is on the label is not what is to be given, nor
 * is what there should be certain: the 3rd and 4th have nothing written. */
static void
test_by_day (Fixture       *fixture,
             gconstpointer  data)
{
  const TendMarRequest request = { "ann", day ("2026-06-01"), 7, moment ("2026-06-05T12:00") };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendMarValues) values = NULL;
  const TendMarMedicine *medicine;

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_medication_kind, "w", "client", "ann", "name", "Warfarin", "strength",
              "0.5 mg", "form", "tablets", "dose", "1 tablet", "starts_on", "2026-06-02", NULL);
  add_record (fixture, &tend_medication_time_kind, "t", "medication", "w", "at", "18:00",
              "by", "me", "position", "0", NULL);
  add_dose (fixture, "w", "2026-06-03", "6");
  add_dose (fixture, "w", "2026-06-04", "8");
  add_record (fixture, &tend_stock_kind, NULL, "medication", "w", "date", "2026-06-02", "kind",
              "counted", "quantity", "30", NULL);

  values = tend_compose_mar_load (fixture->vault, &request, &error);
  g_assert_no_error (error);
  medicine = &tend_compose_mar_sheet (values)->cycles[0].medicines[0];
  g_assert_cmpstr (medicine->dose, ==, "as written below");
  g_assert_cmpstr (fact_of (medicine->by_day, medicine->n_by_day, "Before that:"), ==, "1 tablet");
  g_assert_true (g_str_has_prefix (fact_of (medicine->by_day, medicine->n_by_day,
                                            "From 3 Jun 2026:"), "6 × 0.5 mg tablets = 3 mg. "));
  g_assert_true (g_str_has_prefix (fact_of (medicine->by_day, medicine->n_by_day,
                                            "From 4 Jun 2026:"), "8 × 0.5 mg tablets = 4 mg. "));
  /* 6 and 8 of 30; the dose of the 2nd was before the count. */
  g_assert_cmpstr (medicine->stock.unwritten, ==,
                   "2 doses with nothing written: 30, or 16 if taken.");
}

/* A line that began and ended within the week made three charts of it, of which the last is
 * printed; what was counted on a day is told after what came on it. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  const TendMarRequest request = { "ann", day ("2026-06-01"), 7, moment ("2026-06-05T12:00") };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendMarValues) values = NULL;
  const TendMarCycle *cycle;
  const char *story = NULL;

  add_medicines (fixture);
  add_record (fixture, &tend_stock_kind, "a", "medication", "daily", "date", "2026-06-03", "kind",
              "counted", "quantity", "54", NULL);
  add_record (fixture, &tend_stock_kind, "b", "medication", "daily", "date", "2026-06-03", "kind",
              "received", "quantity", "56", NULL);
  add_record (fixture, &tend_stock_kind, "c", "medication", "daily", "date", "2026-06-02", "kind",
              "counted", "quantity", "1", NULL);

  values = tend_compose_mar_load (fixture->vault, &request, &error);
  g_assert_no_error (error);
  cycle = &tend_compose_mar_sheet (values)->cycles[0];
  g_assert_cmpint (cycle->first_version, ==, 1);
  g_assert_cmpint (cycle->version, ==, 3);
  for (gsize i = 0; i < cycle->n_medicines; i++)
    if (strcmp (cycle->medicines[i].name, "Ramipril") == 0)
      story = cycle->medicines[i].stock.story;
  g_assert_cmpstr (story, ==,
                   "Tue 2 Jun: Counted 1; Wed 3 Jun: Received 56; Wed 3 Jun: Counted 54");
}

/* What the person took and ticked alone the carer copied, but did not sign; what somebody else
 * signed for them stays theirs. */
static void
test_ticked (Fixture       *fixture,
             gconstpointer  data)
{
  const char *dues[] = { "2026-06-03T08:00", "2026-06-04T08:00" };
  const char *initials[] = { "CM", "MD" };
  const TendMarRequest request = { "ann", day ("2026-06-01"), 7, moment ("2026-06-05T12:00") };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendMarValues) values = NULL;
  const TendMarCycle *cycle;

  add_medicines (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    add_record (fixture, &tend_mar_entry_kind, dues[i], "medication", "daily", "due_at", dues[i],
                "outcome", "taken", "by", "person", "reason", "T", "copied", "true", "initials",
                initials[i], "written_at", "2026-06-05T12:24", NULL);

  values = tend_compose_mar_load (fixture->vault, &request, &error);
  g_assert_no_error (error);
  cycle = &tend_compose_mar_sheet (values)->cycles[0];
  for (gsize i = 0; i < cycle->n_medicines; i++)
    if (strcmp (cycle->medicines[i].name, "Ramipril") == 0)
      {
        g_assert_cmpstr (cycle->medicines[i].doses[0].initials, ==, "the person");
        g_assert_cmpstr (cycle->medicines[i].doses[1].initials, ==, "MD");
      }
}

/* A fresh sheet says what was taken last, by whichever line with the same in it. */
static void
test_last (Fixture       *fixture,
           gconstpointer  data)
{
  const TendMarRequest request = { "ann", day ("2026-06-01"), 7, moment ("2026-06-05T12:00"),
                                   TRUE };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendMarValues) none = NULL, values = NULL, other = NULL;
  const TendMarMedicine *medicine;

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_medication_kind, "p", "client", "ann", "name", "Paracetamol", "dose",
              "1-2 tablets", "ingredient", "paracetamol", "as_needed", "true", "starts_on",
              "2026-06-01", NULL);
  add_record (fixture, &tend_medication_kind, "c", "client", "ann", "name", "Co-codamol", "dose",
              "1 capsule", "ingredient", "Paracetamol", "as_needed", "true", "starts_on",
              "2026-06-02", NULL);
  none = tend_compose_mar_load (fixture->vault, &request, &error);
  g_assert_no_error (error);
  medicine = &tend_compose_mar_sheet (none)->cycles[0].medicines[0];
  g_assert_cmpstr (fact_of (medicine->limits, medicine->n_limits, "Last written:"), ==, "none yet");

  add_record (fixture, &tend_mar_entry_kind, NULL, "medication", "p", "given_at",
              "2026-06-03T17:11", "outcome", "taken", "quantity", "2", "initials", "CM", NULL);
  add_record (fixture, &tend_mar_entry_kind, NULL, "medication", "p", "given_at",
              "2026-06-05T11:00", "outcome", "omitted", "reason", "NR", "initials", "CM", NULL);
  values = tend_compose_mar_load (fixture->vault, &request, &error);
  g_assert_no_error (error);
  medicine = &tend_compose_mar_sheet (values)->cycles[0].medicines[0];
  g_assert_cmpstr (fact_of (medicine->limits, medicine->n_limits, "Last written:"), ==,
                   "2 tablets, Wed 3 Jun 17:11");

  add_record (fixture, &tend_mar_entry_kind, NULL, "medication", "c", "given_at",
              "2026-06-04T09:05", "outcome", "taken", "quantity", "1", "initials", "CM", NULL);
  other = tend_compose_mar_load (fixture->vault, &request, &error);
  g_assert_no_error (error);
  medicine = &tend_compose_mar_sheet (other)->cycles[0].medicines[0];
  g_assert_cmpstr (fact_of (medicine->limits, medicine->n_limits, "Last written:"), ==,
                   "1 × Co-codamol, Thu 4 Jun 09:05");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/exchange/compose-mar/squares", Fixture, NULL, fixture_set_up, test_squares,
              fixture_tear_down);
  g_test_add ("/exchange/compose-mar/looks", Fixture, NULL, fixture_set_up, test_looks,
              fixture_tear_down);
  g_test_add ("/exchange/compose-mar/weekend", Fixture, NULL, fixture_set_up, test_weekend,
              fixture_tear_down);
  g_test_add ("/exchange/compose-mar/by-day", Fixture, NULL, fixture_set_up, test_by_day,
              fixture_tear_down);
  g_test_add ("/exchange/compose-mar/last", Fixture, NULL, fixture_set_up, test_last,
              fixture_tear_down);
  g_test_add ("/exchange/compose-mar/order", Fixture, NULL, fixture_set_up, test_order,
              fixture_tear_down);
  g_test_add ("/exchange/compose-mar/ticked", Fixture, NULL, fixture_set_up, test_ticked,
              fixture_tear_down);
  g_test_add ("/exchange/compose-mar/copied", Fixture, NULL, fixture_set_up, test_copied,
              fixture_tear_down);

  return g_test_run ();
}
