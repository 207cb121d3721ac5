/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-quarter.h"

static void
assert_date (TendDate    got,
             const char *wanted)
{
  g_autofree char *text = tend_date_format_iso (got);

  g_assert_cmpstr (text, ==, wanted);
}

/* domain.md 1.3: the memorandum's quarters are 91, 92, 91 and 89 days long. */
static void
test_ends (void)
{
  static const struct
  {
    const char *quarter, *start, *end, *literal, *due;
    int         days;
  } cases[] = {
    { "2026-Q1", "2026-04-01", "2026-06-30", "2026-06-30", "2026-07-05", 91 },
    { "2026-Q2", "2026-07-01", "2026-09-30", "2026-09-30", "2026-10-05", 92 },
    { "2026-Q3", "2026-10-01", "2026-12-31", "2026-12-30", "2027-01-05", 91 },
    { "2026-Q4", "2027-01-01", "2027-03-31", "2027-03-30", "2027-04-05", 89 },
    { "2027-Q4", "2028-01-01", "2028-03-31", "2028-03-30", "2028-04-05", 90 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TendQuarter quarter = tend_quarter_parse (cases[i].quarter);
      TendDate start = tend_quarter_start (quarter);

      assert_date (start, cases[i].start);
      assert_date (tend_quarter_end (quarter, 0), cases[i].end);
      assert_date (tend_quarter_end (quarter, 30), cases[i].literal);
      assert_date (tend_quarter_due (quarter, 5), cases[i].due);
      g_assert_cmpint (tend_quarter_end (quarter, 30) - start + 1, ==, cases[i].days);
    }
}

static void
test_of (void)
{
  static const struct { const char *date, *quarter; } cases[] = {
    { "2026-04-01", "2026-Q1" },
    { "2026-03-31", "2025-Q4" },
    { "2026-06-30", "2026-Q1" },
    { "2026-07-01", "2026-Q2" },
    { "2026-12-31", "2026-Q3" },
    { "2027-01-01", "2026-Q4" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TendQuarter quarter = tend_quarter_of (tend_date_parse_iso (cases[i].date));
      g_autofree char *text = tend_quarter_format (quarter);

      g_assert_cmpstr (text, ==, cases[i].quarter);
    }

  g_assert_cmpint (tend_quarter_parse ("2026-Q4") + 1, ==, tend_quarter_parse ("2027-Q1"));
}

static void
test_parse (void)
{
  static const char * const wrong[] = {
    NULL, "", "2026", "2026-Q0", "2026-Q5", "2026Q1", "2026-q1", "2026-Q1 ", " 026-Q1", "26-Q1",
    "-001-Q1", "0000-Q1", "9999-Q4", "2026-Q", "20260Q1", "١٢٣",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (tend_quarter_parse (wrong[i]), ==, TEND_QUARTER_NONE);
}

static void
test_name (void)
{
  g_autofree char *spring = tend_quarter_name (tend_quarter_parse ("2026-Q1"));
  g_autofree char *winter = tend_quarter_name (tend_quarter_parse ("2026-Q4"));
  g_autofree char *spring_title = tend_quarter_title (tend_quarter_parse ("2026-Q1"));
  g_autofree char *winter_title = tend_quarter_title (tend_quarter_parse ("2026-Q4"));

  g_assert_cmpstr (spring_title, ==, "Quarter 1, April to June 2026");
  g_assert_cmpstr (winter_title, ==, "Quarter 4, January to March 2027");
  g_assert_cmpstr (spring, ==, "April to June 2026");
  g_assert_cmpstr (winter, ==, "January to March 2027");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quarter/ends", test_ends);
  g_test_add_func ("/quarter/of", test_of);
  g_test_add_func ("/quarter/parse", test_parse);
  g_test_add_func ("/quarter/name", test_name);

  return g_test_run ();
}
