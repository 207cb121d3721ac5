/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-time.h"

#define MINUTE 60
#define QUARTER (15 * MINUTE)
#define DAY (24 * 60 * MINUTE)

/* Midnight of a day as if London kept UTC. */
static TendInstant
utc (int year,
     int month,
     int day)
{
  return ((gint64) tend_date_new (year, month, day) - TEND_DATE_EPOCH) * DAY;
}

static TendInstant
utc_at (int year,
        int month,
        int day,
        int hour,
        int minute)
{
  return utc (year, month, day) + (hour * 60 + minute) * MINUTE;
}

/* The instants at which summer time begins and ends, from the law's wording:
 * 01:00 UTC on the last Sunday of March and of October. */
static TendInstant
last_sunday (int year,
             int month)
{
  TendDate date = tend_date_new (year, month, 31);

  while (tend_date_weekday (date) != TEND_SUNDAY)
    date--;

  return ((gint64) date - TEND_DATE_EPOCH) * DAY + 60 * MINUTE;
}

static gboolean
is_summer (TendInstant instant)
{
  int year;

  tend_date_get (instant / DAY + TEND_DATE_EPOCH, &year, NULL, NULL);

  return instant >= last_sunday (year, 3) && instant < last_sunday (year, 10);
}

static void
test_changes (void)
{
  static const struct { int year, spring, autumn; } years[] = {
    { 2024, 31, 27 }, { 2025, 30, 26 }, { 2026, 29, 25 }, { 2027, 28, 31 }, { 2028, 26, 29 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      TendInstant spring = utc_at (years[i].year, 3, years[i].spring, 1, 0);
      TendInstant autumn = utc_at (years[i].year, 10, years[i].autumn, 1, 0);

      g_assert_cmpint (tend_time_clock (spring - MINUTE), ==, 59);
      g_assert_cmpint (tend_time_clock (spring), ==, 120);
      g_assert_cmpint (tend_time_clock (autumn - MINUTE), ==, 119);
      g_assert_cmpint (tend_time_clock (autumn), ==, 60);
    }
}

/* Every minute of the two nights of 2026 when the clocks change. */
static void
test_kinds (void)
{
  TendDate spring = tend_date_new (2026, 3, 29);
  TendDate autumn = tend_date_new (2026, 10, 25);

  for (TendClock clock = 0; clock < 24 * 60; clock++)
    {
      TendInstant first = 0, second = 0;
      TendLocalKind kind = tend_time_from_local (spring, clock, &first, &second);
      gboolean is_changed = clock >= 60 && clock < 120;

      g_assert_cmpint (kind, ==, is_changed ? TEND_LOCAL_MISSING : TEND_LOCAL_UNIQUE);
      g_assert_cmpint (first, ==, clock < 60    ? utc (2026, 3, 29) + clock * MINUTE
                                  : clock < 120 ? utc_at (2026, 3, 29, 1, 0)
                                                : utc (2026, 3, 29) + (clock - 60) * MINUTE);
      g_assert_cmpint (second, ==, first);
      g_assert_cmpint (tend_time_resolve (spring, clock), ==, first);

      kind = tend_time_from_local (autumn, clock, &first, &second);
      g_assert_cmpint (kind, ==, is_changed ? TEND_LOCAL_TWICE : TEND_LOCAL_UNIQUE);
      g_assert_cmpint (first, ==, utc (2026, 10, 25) + (clock < 120 ? clock - 60 : clock) * MINUTE);
      g_assert_cmpint (second, ==, utc (2026, 10, 25) + (clock < 60 ? clock - 60 : clock) * MINUTE);
      g_assert_cmpint (tend_time_resolve (autumn, clock), ==, first);
    }

  /* The second is not needed by everyone. */
  g_assert_cmpint (tend_time_from_local (spring, 90, &(TendInstant) { 0 }, NULL),
                   ==, TEND_LOCAL_MISSING);
}

/* Every quarter of an hour of five years, there and back. */
static void
test_round_trip (void)
{
  TendDate last_date = TEND_DATE_NONE;
  TendClock last_clock = TEND_CLOCK_NONE;

  for (TendInstant instant = utc (2024, 1, 1); instant < utc (2029, 1, 1); instant += QUARTER)
    {
      TendInstant local = instant + (is_summer (instant) ? 60 * MINUTE : 0);
      TendInstant first = 0, second = 0;
      TendDate date;
      TendClock clock;
      TendLocalKind kind;

      tend_time_to_local (instant, &date, &clock);
      g_assert_cmpint (date, ==, local / DAY + TEND_DATE_EPOCH);
      g_assert_cmpint (clock, ==, local % DAY / MINUTE);
      g_assert_cmpint (tend_time_date (instant), ==, date);
      g_assert_cmpint (tend_time_clock (instant), ==, clock);

      kind = tend_time_from_local (date, clock, &first, &second);
      g_assert_cmpint (kind, !=, TEND_LOCAL_MISSING);
      g_assert_cmpint (kind == TEND_LOCAL_UNIQUE, ==, first == second);
      g_assert_true (instant == first || instant == second);
      g_assert_cmpint (first, <=, second);

      /* Local time goes back only in the hour that happens twice. */
      if (date < last_date || (date == last_date && clock <= last_clock))
        g_assert_true (kind == TEND_LOCAL_TWICE && instant == second);
      last_date = date;
      last_clock = clock;
    }
}

/* Every quarter of an hour on the wall of the same years is one of three kinds. */
static void
test_local_round_trip (void)
{
  for (TendDate date = tend_date_new (2024, 1, 1); date < tend_date_new (2029, 1, 1); date++)
    for (TendClock clock = 0; clock < 24 * 60; clock += 15)
      {
        TendInstant first, second;
        TendLocalKind kind = tend_time_from_local (date, clock, &first, &second);
        gboolean is_same = tend_time_date (first) == date && tend_time_clock (first) == clock;

        g_assert_cmpint (is_same, ==, kind != TEND_LOCAL_MISSING);
        if (kind == TEND_LOCAL_MISSING)
          g_assert_cmpint (tend_time_clock (first), ==, 120);
        if (kind == TEND_LOCAL_TWICE)
          g_assert_cmpint (tend_time_minutes (first, second), ==, 60);
      }
}

/* From before the epoch's summers to far past the database's last entry; in
 * 1970 and 1971 the clocks stood an hour ahead until 31 October 1971. */
static void
test_long_years (void)
{
  g_assert_cmpint (tend_time_resolve (tend_date_new (1970, 1, 1), 0), ==, -60 * MINUTE);
  g_assert_cmpint (tend_time_resolve (tend_date_new (1971, 10, 31), 0), ==,
                   utc (1971, 10, 31) - 60 * MINUTE);
  g_assert_cmpint (tend_time_resolve (tend_date_new (1971, 11, 1), 0), ==, utc (1971, 11, 1));

  for (int year = 1996; year <= 2100; year++)
    {
      TendInstant spring = last_sunday (year, 3);
      TendInstant autumn = last_sunday (year, 10);
      TendInstant instant;

      g_assert_cmpint (tend_time_clock (spring - MINUTE), ==, 59);
      g_assert_cmpint (tend_time_clock (spring), ==, 120);
      g_assert_cmpint (tend_time_clock (autumn - MINUTE), ==, 119);
      g_assert_cmpint (tend_time_clock (autumn), ==, 60);
      g_assert_cmpint (tend_time_from_local (tend_time_date (autumn), 90, &instant, NULL),
                       ==, TEND_LOCAL_TWICE);
      g_assert_cmpint (tend_time_from_local (tend_time_date (spring), 90, &instant, NULL),
                       ==, TEND_LOCAL_MISSING);
    }

  for (TendDate date = tend_date_new (1970, 1, 1); date < tend_date_new (2101, 1, 1); date++)
    {
      TendInstant noon = tend_time_resolve (date, 12 * 60);

      g_assert_cmpint (tend_time_date (noon), ==, date);
      g_assert_cmpint (tend_time_clock (noon), ==, 12 * 60);
    }
}

/* Scenario S12. */
static void
test_nights (void)
{
  static const struct { int month, day, minutes; } nights[] = {
    { 3, 28, 480 }, { 10, 24, 600 }, { 3, 27, 540 }, { 10, 25, 540 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      TendDate date = tend_date_new (2026, nights[i].month, nights[i].day);
      TendInstant from = tend_time_resolve (date, 22 * 60);
      TendInstant to = tend_time_resolve (date + 1, 7 * 60);

      g_assert_cmpint (tend_time_minutes (from, to), ==, nights[i].minutes);
    }

  /* Four hours after half past eleven. */
  g_assert_cmpint (tend_time_clock (tend_time_resolve (tend_date_new (2026, 3, 28), 23 * 60 + 30) +
                                    240 * MINUTE), ==, 4 * 60 + 30);
  g_assert_cmpint (tend_time_clock (tend_time_resolve (tend_date_new (2026, 10, 24), 23 * 60 + 30) +
                                    240 * MINUTE), ==, 2 * 60 + 30);
}

static void
test_now (void)
{
  TendDate day = tend_date_new (2026, 7, 1);
  TendInstant now = tend_time_now (TEND_DATE_NONE);

  g_assert_cmpint (tend_time_now (day), ==, utc_at (2026, 7, 1, 11, 0));
  g_assert_cmpint (tend_date_today (day), ==, day);
  g_assert_cmpint (ABS (now - g_get_real_time () / G_USEC_PER_SEC), <=, 2);
  g_assert_cmpint (ABS (tend_date_today (TEND_DATE_NONE) - tend_time_date (now)), <=, 1);
}

int
main (int   argc,
      char *argv[])
{
  /* The computer's own zone must not matter. */
  g_setenv ("TZ", "America/St_Johns", TRUE);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/time/changes", test_changes);
  g_test_add_func ("/core/time/kinds", test_kinds);
  g_test_add_func ("/core/time/round-trip", test_round_trip);
  g_test_add_func ("/core/time/local-round-trip", test_local_round_trip);
  g_test_add_func ("/core/time/long-years", test_long_years);
  g_test_add_func ("/core/time/nights", test_nights);
  g_test_add_func ("/core/time/now", test_now);

  return g_test_run ();
}
