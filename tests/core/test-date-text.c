/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-date.h"

#include "tend-error.h"

#include <string.h>

/* A Tuesday. */
#define TODAY "2026-06-02"

static void
test_format (void)
{
  static const char *expected[] = {
    [TEND_DATE_SHORT] = "2 Jun 2026",
    [TEND_DATE_LONG] = "2 June 2026",
    [TEND_DATE_FULL] = "Tuesday 2 June 2026",
    [TEND_DATE_DAY] = "Tue 2 Jun",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = tend_date_format (tend_date_parse_iso (TODAY), i);
      g_autofree char *none = tend_date_format (TEND_DATE_NONE, i);

      g_assert_cmpstr (text, ==, expected[i]);
      g_assert_cmpstr (none, ==, "");
    }

  g_assert_cmpstr (tend_weekday_name (TEND_MONDAY), ==, "Monday");
  g_assert_cmpstr (tend_weekday_name (TEND_SUNDAY), ==, "Sunday");
  g_assert_cmpstr (tend_weekday_short_name (TEND_THURSDAY), ==, "Thu");
  g_assert_cmpstr (tend_month_name (1), ==, "January");
  g_assert_cmpstr (tend_month_name (12), ==, "December");
}

static void
test_parse (void)
{
  static const struct { const char *text, *date; } cases[] = {
    { "2/6/2026", "2026-06-02" },
    { "02/06/2026", "2026-06-02" },
    { "3/2/2026", "2026-02-03" },        /* day first */
    { "2.6.2026", "2026-06-02" },
    { "2-6-2026", "2026-06-02" },
    { "2 6 2026", "2026-06-02" },
    { "2/6/26", "2026-06-02" },
    { "1/1/76", "2076-01-01" },          /* two figures: the nearest year */
    { "1/1/77", "1977-01-01" },
    { "2 Jun 2026", "2026-06-02" },
    { "2 june 2026", "2026-06-02" },
    { "2 JUNE 2026", "2026-06-02" },
    { "2nd June 2026", "2026-06-02" },
    { "2Jun2026", "2026-06-02" },
    { "1st Sept 2026", "2026-09-01" },
    { " 3rd  Aug  2026 ", "2026-08-03" },
    { "31 dec 1938", "1938-12-31" },
    { "Tuesday 2 June 2026", "2026-06-02" },
    { "Tue 2 Jun", "2026-06-02" },
    { "tue, 2 jun 2026", "2026-06-02" },
    { "2026-06-02", "2026-06-02" },
    { "2 June", "2026-06-02" },
    { "2/6", "2026-06-02" },
    { "1 Jan", "2026-01-01" },           /* 152 days ago, 213 days away */
    { "31 Dec", "2025-12-31" },          /* 153 days ago, 212 days away */
    { "29 Feb", "2028-02-29" },          /* 2024: 824 days ago; 2028: 637 days away */
    { "today", "2026-06-02" },
    { "Today", "2026-06-02" },
    { "tomorrow", "2026-06-03" },
    { "yesterday", "2026-06-01" },
    { "tuesday", "2026-06-02" },
    { "monday", "2026-06-08" },
    { "Wed", "2026-06-03" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;
      TendDate date = TEND_DATE_NONE;

      g_test_message ("“%s”", cases[i].text);
      g_assert_true (tend_date_parse (cases[i].text, tend_date_parse_iso (TODAY), &date, &error));
      g_assert_no_error (error);
      text = tend_date_format_iso (date);
      g_assert_cmpstr (text, ==, cases[i].date);
    }
}

static void
test_parse_bad (void)
{
  static const char *bad[] = {
    "", " ", "2", "June", "June 2026", "31/6/2026", "30 Feb", "29 Feb 2026", "2/13/2026",
    "0/6/2026", "2/6/202", "2/6/6", "2/6/20266", "1/2/3/4", "2 Jupiter 2026", "2 Ju 2026", "mo",
    "someday", "today 2 June", "2 June today", "2026-06-31", "2026-06", "2 June July",
    "2 June 2026 Tue", "2 June 2026!", "\xff", "12345678901234567890/6/2026", "²/6/2026",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      TendDate date = 1;

      g_test_message ("bad %u", (guint) i);
      g_assert_false (tend_date_parse (bad[i], tend_date_parse_iso (TODAY), &date, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (date, ==, TEND_DATE_NONE);
    }
}

static void
test_wrong_weekday (void)
{
  g_autoptr(GError) error = NULL;
  TendDate date = 1;

  g_assert_false (tend_date_parse ("Monday 2 June 2026", tend_date_parse_iso (TODAY), &date,
                                   &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "2 June 2026 is a Tuesday, not a Monday. Check the day or the date.");
  g_assert_cmpint (date, ==, TEND_DATE_NONE);
}

/* Every form that is shown is understood. */
static void
test_round_trip (void)
{
  TendDate today = tend_date_parse_iso (TODAY);

  for (TendDate date = today - 150; date < today + 150; date++)
    for (int style = TEND_DATE_SHORT; style <= TEND_DATE_DAY; style++)
      {
        g_autofree char *text = tend_date_format (date, style);
        TendDate back = TEND_DATE_NONE;

        g_assert_true (tend_date_parse (text, today, &back, NULL));
        g_assert_cmpint (back, ==, date);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date-text/format", test_format);
  g_test_add_func ("/core/date-text/parse", test_parse);
  g_test_add_func ("/core/date-text/parse-bad", test_parse_bad);
  g_test_add_func ("/core/date-text/wrong-weekday", test_wrong_weekday);
  g_test_add_func ("/core/date-text/round-trip", test_round_trip);

  return g_test_run ();
}
