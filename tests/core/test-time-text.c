/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-time.h"

#include "tend-error.h"

#include <string.h>

static TendInstant
iso (const char *text)
{
  g_autoptr(GError) error = NULL;
  TendInstant instant;

  g_assert_true (tend_time_parse_iso (text, &instant, &error));
  g_assert_no_error (error);

  return instant;
}

static void
test_iso (void)
{
  static const struct { const char *text; gint64 instant; const char *back; } cases[] = {
    { "1970-01-01T00:00Z", 0, "1970-01-01T01:00" },
    { "2026-06-02T08:30", 1780385400, "2026-06-02T08:30" },
    { "2026-06-02T07:30Z", 1780385400, "2026-06-02T08:30" },
    { "2026-01-02T08:30", 1767342600, "2026-01-02T08:30" },
    { "2026-01-02T08:30Z", 1767342600, "2026-01-02T08:30" },
    { "2026-10-25T00:59", 1792886340, "2026-10-25T00:59" },
    { "2026-10-25T00:00Z", 1792886400, "2026-10-25T00:00Z" },  /* 01:00, the first time */
    { "2026-10-25T01:59Z", 1792893540, "2026-10-25T01:59Z" },  /* 01:59, the second */
    { "2026-10-25T02:00", 1792893600, "2026-10-25T02:00" },
    { "2026-03-29T00:59", 1774745940, "2026-03-29T00:59" },
    { "2026-03-29T02:00", 1774746000, "2026-03-29T02:00" },
    { "1938-03-12T23:59Z", -1003708860, "1938-03-12T23:59" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *back = tend_time_format_iso (cases[i].instant);

      g_assert_cmpint (iso (cases[i].text), ==, cases[i].instant);
      g_assert_cmpstr (back, ==, cases[i].back);
      g_assert_cmpint (iso (back), ==, cases[i].instant);
    }
}

static void
test_iso_bad (void)
{
  static const char *bad[] = {
    "", "2026-06-02", "2026-06-02 08:30", "2026-06-02T8:30", "2026-06-02T08:30:00",
    "2026-06-02T24:00", "2026-06-02T08:60", "2026-06-31T08:30", "2026-06-02T08:30z",
    "2026-06-02T08:30+01:00", "2026-06-02T08:30ZZ",
    "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      TendInstant instant = 1;

      g_assert_false (tend_time_parse_iso (bad[i], &instant, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (instant, ==, TEND_INSTANT_NONE);
    }
}

/* Scenario S12: what to do about a time that is not one moment is said. */
static void
test_iso_changes (void)
{
  static const struct { const char *text, *message; } cases[] = {
    { "2026-03-29T01:30",
      "There is no 01:30 on 29 March 2026, since the clocks go forward to 02:00." },
    { "2026-10-25T01:30",
      "01:30 happens twice on 25 October 2026, since the clocks go back. "
      "Write 2026-10-25T00:30Z for the first time or 2026-10-25T01:30Z for the second." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      TendInstant instant = 1;

      g_assert_false (tend_time_parse_iso (cases[i].text, &instant, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_cmpint (instant, ==, TEND_INSTANT_NONE);
    }
}

static void
test_clock_iso (void)
{
  static const char *bad[] = { "", "8:30", "08:3", "08:30 ", "24:00", "08:60", "08.30", "0830",
                               "-1:30" };

  for (TendClock clock = 0; clock < 24 * 60; clock++)
    {
      g_autofree char *text = tend_clock_format (clock);

      g_assert_cmpint (strlen (text), ==, 5);
      g_assert_cmpint (tend_clock_parse_iso (text), ==, clock);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (tend_clock_parse_iso (bad[i]), ==, TEND_CLOCK_NONE);
}

static void
test_clock_parse (void)
{
  static const struct { const char *text; int hour, minute; } good[] = {
    { "9", 9, 0 }, { "09", 9, 0 }, { "0", 0, 0 }, { "23", 23, 0 }, { "930", 9, 30 },
    { "0930", 9, 30 }, { "9.30", 9, 30 }, { "9:30", 9, 30 }, { "09:30", 9, 30 },
    { "9.30pm", 21, 30 }, { "9.30 PM", 21, 30 }, { "21:30", 21, 30 }, { "2130", 21, 30 },
    { "9am", 9, 0 }, { "12am", 0, 0 }, { "12pm", 12, 0 }, { "12.15am", 0, 15 },
    { "1215pm", 12, 15 }, { " 7 ", 7, 0 }, { "0000", 0, 0 }, { "23:59", 23, 59 },
  };
  static const char *bad[] = {
    "", "24", "24:00", "2400", "9.3", "9.60", "960", "9:300", "13pm", "0am", "0pm", "9 o'clock",
    "noon", "-9", "12345", ":30", "9:", "9.30pmpm", "9x", "\xff", "99999999999999999999",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      TendClock clock = TEND_CLOCK_NONE;

      g_test_message ("%s", good[i].text);
      g_assert_true (tend_clock_parse (good[i].text, &clock, &error));
      g_assert_no_error (error);
      g_assert_cmpint (clock, ==, good[i].hour * 60 + good[i].minute);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      TendClock clock = 1;

      g_test_message ("bad %u", (guint) i);
      g_assert_false (tend_clock_parse (bad[i], &clock, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
      g_assert_cmpint (clock, ==, TEND_CLOCK_NONE);
    }
}

static void
test_span (void)
{
  static const struct { const char *from, *to, *text; } cases[] = {
    { "2026-06-02T08:00", "2026-06-02T08:30", "08:00–08:30" },
    { "2026-03-28T22:00", "2026-03-29T07:00", "22:00–07:00" },
    { "2026-10-24T22:00", "2026-10-25T00:30Z", "22:00–01:30 (first)" },
    { "2026-10-24T22:00", "2026-10-25T01:30Z", "22:00–01:30 (second)" },
    { "2026-10-25T00:00Z", "2026-10-25T01:00Z", "01:00 (first)–01:00 (second)" },
    { "2026-10-25T01:59Z", "2026-10-25T02:00", "01:59 (second)–02:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tend_time_format_span (iso (cases[i].from), iso (cases[i].to));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_minutes (void)
{
  static const struct { gint64 minutes; const char *text, *hours; } cases[] = {
    { 0, "0 min", "0" }, { 1, "1 min", "0.02" }, { 20, "20 min", "0.33" },
    { 30, "30 min", "0.5" }, { 40, "40 min", "0.67" }, { 45, "45 min", "0.75" },
    { 59, "59 min", "0.98" }, { 60, "1 h", "1" }, { 90, "1 h 30 min", "1.5" },
    { 480, "8 h", "8" }, { 600, "10 h", "10" }, { 6000, "100 h", "100" },
    { -90, "−1 h 30 min", "-1.5" }, { -15, "−15 min", "-0.25" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tend_minutes_format (cases[i].minutes);
      g_autofree char *hours = tend_minutes_format_hours (cases[i].minutes);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (hours, ==, cases[i].hours);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/time-text/iso", test_iso);
  g_test_add_func ("/core/time-text/iso-bad", test_iso_bad);
  g_test_add_func ("/core/time-text/iso-changes", test_iso_changes);
  g_test_add_func ("/core/time-text/clock-iso", test_clock_iso);
  g_test_add_func ("/core/time-text/clock-parse", test_clock_parse);
  g_test_add_func ("/core/time-text/span", test_span);
  g_test_add_func ("/core/time-text/minutes", test_minutes);

  return g_test_run ();
}
