/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-date.h"

static TendDate
iso (const char *text)
{
  TendDate date = tend_date_parse_iso (text);

  g_assert_cmpint (date, !=, TEND_DATE_NONE);
  return date;
}

static void
assert_date (TendDate    date,
             const char *expected)
{
  g_autofree char *text = tend_date_format_iso (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_new (void)
{
  g_assert_cmpint (tend_date_new (1970, 1, 1), ==, TEND_DATE_EPOCH);
  g_assert_cmpint (tend_date_new (2024, 2, 29), !=, TEND_DATE_NONE);
  g_assert_cmpint (tend_date_new (2026, 2, 29), ==, TEND_DATE_NONE);
  g_assert_cmpint (tend_date_new (2100, 2, 29), ==, TEND_DATE_NONE);
  g_assert_cmpint (tend_date_new (2000, 2, 29), !=, TEND_DATE_NONE);
  g_assert_cmpint (tend_date_new (2026, 4, 31), ==, TEND_DATE_NONE);
  g_assert_cmpint (tend_date_new (2026, 0, 1), ==, TEND_DATE_NONE);
  g_assert_cmpint (tend_date_new (2026, 13, 1), ==, TEND_DATE_NONE);
  g_assert_cmpint (tend_date_new (2026, 1, 0), ==, TEND_DATE_NONE);
  g_assert_cmpint (tend_date_new (0, 1, 1), ==, TEND_DATE_NONE);
  g_assert_cmpint (tend_date_new (10000, 1, 1), ==, TEND_DATE_NONE);
}

/* Every day of two centuries follows the one before it. */
static void
test_every_day (void)
{
  TendDate date = iso ("1900-01-01");
  int weekday = TEND_MONDAY;

  for (int year = 1900; year < 2101; year++)
    for (int month = 1; month <= 12; month++)
      for (int day = 1; tend_date_new (year, month, day) != TEND_DATE_NONE; day++)
        {
          g_autofree char *text = tend_date_format_iso (date);
          int y, m, d;

          g_assert_cmpint (tend_date_new (year, month, day), ==, date);
          tend_date_get (date, &y, &m, &d);
          g_assert_cmpint (y, ==, year);
          g_assert_cmpint (m, ==, month);
          g_assert_cmpint (d, ==, day);
          g_assert_cmpint (tend_date_weekday (date), ==, weekday);
          g_assert_cmpint (tend_date_parse_iso (text), ==, date);

          weekday = weekday % 7 + 1;
          date++;
        }
}

static void
test_parse_iso (void)
{
  static const char *bad[] = {
    "", "2026", "2026-6-2", "2026-06-2", "2026-06-02 ", " 2026-06-02", "2026/06/02", "02-06-2026",
    "2026-06-31", "2026-13-01", "2026-06-02T08:00", "+026-06-02", "2026-+6-02", "0000-01-01",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (tend_date_parse_iso (bad[i]), ==, TEND_DATE_NONE);

  assert_date (TEND_DATE_NONE, "");
  assert_date (iso ("0001-01-01"), "0001-01-01");
  assert_date (iso ("9999-12-31"), "9999-12-31");
}

/* Scenario S05, and the ends of months. */
static void
test_add (void)
{
  assert_date (tend_date_add_years (iso ("2024-03-15"), 2), "2026-03-15");
  assert_date (tend_date_add_years (iso ("2024-03-15"), 3), "2027-03-15");
  assert_date (tend_date_add_years (iso ("2024-02-29"), 2), "2026-02-28");
  assert_date (tend_date_add_years (iso ("2024-02-29"), 4), "2028-02-29");
  assert_date (tend_date_add_years (iso ("2024-02-29"), -1), "2023-02-28");
  g_assert_cmpint (tend_date_add_years (iso ("9999-01-01"), 1), ==, TEND_DATE_NONE);

  assert_date (tend_date_add_months (iso ("2026-01-31"), 1), "2026-02-28");
  assert_date (tend_date_add_months (iso ("2024-01-31"), 1), "2024-02-29");
  assert_date (tend_date_add_months (iso ("2026-12-15"), 1), "2027-01-15");
  assert_date (tend_date_add_months (iso ("2026-01-15"), -1), "2025-12-15");
  assert_date (tend_date_add_months (iso ("2026-03-31"), -13), "2025-02-28");
  assert_date (tend_date_add_months (iso ("2026-05-31"), 0), "2026-05-31");
  g_assert_cmpint (tend_date_add_months (iso ("0001-01-01"), -1), ==, TEND_DATE_NONE);

  g_assert_cmpint (iso ("2026-03-15") - iso ("2026-02-01"), ==, 42);
  g_assert_cmpint (iso ("2027-03-15") - iso ("2026-02-01"), ==, 407);
}

/* Scenario S08's ages, on the last day of its quarter, and a leap day's birthday. */
static void
test_age (void)
{
  static const struct { const char *born, *on; int age; } cases[] = {
    { "1938-03-12", "2026-06-30", 88 }, { "1941-06-30", "2026-06-30", 85 },
    { "1941-07-01", "2026-06-30", 84 }, { "1950-11-22", "2026-06-30", 75 },
    { "1962-01-05", "2026-06-30", 64 }, { "1985-09-17", "2026-06-30", 40 },
    { "2004-02-29", "2026-06-30", 22 }, { "2004-02-29", "2026-02-28", 21 },
    { "2004-02-29", "2026-03-01", 22 }, { "2004-02-29", "2024-02-28", 19 },
    { "2004-02-29", "2024-02-29", 20 }, { "2026-06-30", "2026-06-30", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tend_date_age (iso (cases[i].born), iso (cases[i].on)), ==, cases[i].age);
}

static void
test_weeks (void)
{
  static const struct { const char *date, *week, *monday; } cases[] = {
    { "2026-11-25", "2026-W48", "2026-11-23" }, { "2026-11-23", "2026-W48", "2026-11-23" },
    { "2026-11-29", "2026-W48", "2026-11-23" }, { "2026-11-22", "2026-W47", "2026-11-16" },
    { "2026-01-01", "2026-W01", "2025-12-29" }, { "2025-12-29", "2026-W01", "2025-12-29" },
    { "2027-01-01", "2026-W53", "2026-12-28" }, { "2027-01-04", "2027-W01", "2027-01-04" },
    { "2021-01-03", "2020-W53", "2020-12-28" }, { "2023-01-01", "2022-W52", "2022-12-26" },
  };
  static const char *bad[] = {
    "", "2026-W00", "2026-W54", "2025-W53", "2026-48", "2026-W4", "2026-w48", "2026-W480", "W48",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *week = tend_date_format_week (iso (cases[i].date));

      g_assert_cmpstr (week, ==, cases[i].week);
      assert_date (tend_date_week_start (iso (cases[i].date)), cases[i].monday);
      assert_date (tend_date_parse_week (cases[i].week), cases[i].monday);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (tend_date_parse_week (bad[i]), ==, TEND_DATE_NONE);
}

static void
test_tax_years (void)
{
  static const struct { const char *date, *year, *start, *end; } cases[] = {
    { "2026-04-05", "2025-26", "2025-04-06", "2026-04-05" },
    { "2026-04-06", "2026-27", "2026-04-06", "2027-04-05" },
    { "2026-12-31", "2026-27", "2026-04-06", "2027-04-05" },
    { "2027-01-01", "2026-27", "2026-04-06", "2027-04-05" },
    { "1999-12-31", "1999-00", "1999-04-06", "2000-04-05" },
    { "2024-02-29", "2023-24", "2023-04-06", "2024-04-05" },
  };
  static const char *bad[] = { "", "2026", "2026-26", "2026-28", "2026-2027", "2026/27", "26-27" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *year = tend_tax_year_format (iso (cases[i].date));
      TendDate start = tend_tax_year_start (iso (cases[i].date));

      g_assert_cmpstr (year, ==, cases[i].year);
      assert_date (start, cases[i].start);
      assert_date (tend_tax_year_end (start), cases[i].end);
      assert_date (tend_tax_year_parse (cases[i].year), cases[i].start);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (tend_tax_year_parse (bad[i]), ==, TEND_DATE_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date/new", test_new);
  g_test_add_func ("/core/date/every-day", test_every_day);
  g_test_add_func ("/core/date/parse-iso", test_parse_iso);
  g_test_add_func ("/core/date/add", test_add);
  g_test_add_func ("/core/date/age", test_age);
  g_test_add_func ("/core/date/weeks", test_weeks);
  g_test_add_func ("/core/date/tax-years", test_tax_years);

  return g_test_run ();
}
