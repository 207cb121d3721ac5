/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mar-test.h"

#include <string.h>

/* Warfarin: so much from this day on, until the next that is written. */
static void
test_dose_by_day (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(TendMarChart) chart = NULL;
  static const gint64 doses[] = { 1000, 3000, 3000, 4500, 4500 };

  add_record (fixture, &tend_medication_kind, "warfarin", "client", "ann", "name", "Warfarin",
              "dose", "1 tablet", "starts_on", "2026-06-01", NULL);
  mar_add_time (fixture, "warfarin", "18:00", "me");
  add_record (fixture, &tend_medication_dose_kind, "d2", "medication", "warfarin",
              "from", "2026-06-04", "quantity", "4.5", NULL);
  add_record (fixture, &tend_medication_dose_kind, "d1", "medication", "warfarin",
              "from", "2026-06-02", "quantity", "3", NULL);

  chart = mar_load (fixture, "2026-06-01", 5, "2026-06-01T10:00");
  for (guint i = 0; i < G_N_ELEMENTS (doses); i++)
    g_assert_cmpint (((TendMarSlot *) mar_line (chart, "warfarin")->slots->pdata[i])->dose, ==,
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
  mar_add_time (fixture, "warfarin", "18:00", "me");
  add_record (fixture, &tend_medication_dose_kind, "d1", "medication", "warfarin",
              "from", "2026-06-01", "quantity", "3", NULL);
  mar_sign (fixture, entry, "2026-06-04T18:01");

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
  mar_add_time (fixture, "warfarin", "18:00", "me");
  add_record (fixture, &tend_medication_dose_kind, "d1", "medication", "warfarin", "from",
              "2026-06-01", "quantity", "3", "next_test_on", "2026-06-03", NULL);
  add_record (fixture, &tend_medication_dose_kind, "d2", "medication", "warfarin", "from",
              "2026-06-06", "quantity", "4", NULL);

  chart = mar_load (fixture, "2026-06-01", 6, "2026-06-01T10:00");
  for (guint i = 0; i < G_N_ELEMENTS (doses); i++)
    g_assert_cmpint (((TendMarSlot *) mar_line (chart, "warfarin")->slots->pdata[i])->dose, ==,
                     doses[i]);

  message = mar_refused (fixture, entry, "2026-06-04T18:01", TEND_ERROR_INVALID);
  g_assert_cmpstr (message, ==, "Write how much was taken, such as 1 or 1.5.");
  tend_record_set_int (entry, "quantity", 3000);
  mar_sign (fixture, entry, "2026-06-04T18:02");
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_mar_test ("/records/medicine-doses/dose-by-day", test_dose_by_day);
  add_mar_test ("/records/medicine-doses/add-dose", test_add_dose);
  add_mar_test ("/records/medicine-doses/after-test", test_after_test);
  g_test_add_func ("/records/medicine-doses/dose-words", test_dose_words);

  return g_test_run ();
}
