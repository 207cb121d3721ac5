/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mar-test.h"

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_mar_test ("/records/medicine-sites/sites", test_sites);
  add_mar_test ("/records/medicine-sites/site-history", test_site_history);

  return g_test_run ();
}
