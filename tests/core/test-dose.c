/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-dose.h"

#include "tend-error.h"

#define ROUNDS 300
#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static TendDate
day (const char *text)
{
  return text != NULL ? tend_date_parse_iso (text) : TEND_DATE_NONE;
}

static TendInstant
moment (const char *text)
{
  TendInstant instant = TEND_INSTANT_NONE;

  g_assert_true (tend_time_parse_iso (text, &instant, NULL));
  return instant;
}

static guint
count_due (const char      *pattern,
           const TendClock *times,
           gsize            n_times)
{
  TendDoseSchedule schedule = {
    .pattern = pattern, .starts_on = day ("2026-06-01"), .times = times, .n_times = n_times,
  };
  g_autoptr(GArray) due =
    tend_dose_schedule_expand (&schedule, day ("2026-06-01"), day ("2026-06-28"));

  return due->len;
}

/* Scenario S13's counts. */
static void
test_cycle (void)
{
  static const TendClock times[] = { 8 * 60, 13 * 60, 20 * 60 };

  g_assert_cmpuint (count_due (NULL, times, 1), ==, 28);
  g_assert_cmpuint (count_due (NULL, times, 2), ==, 56);
  g_assert_cmpuint (count_due (NULL, times, 3), ==, 84);
  g_assert_cmpuint (count_due ("FREQ=WEEKLY;BYDAY=MO", times, 1), ==, 4);
  g_assert_cmpuint (count_due ("FREQ=DAILY;INTERVAL=3", times, 1), ==, 10);
  g_assert_cmpuint (count_due ("FREQ=HOURLY;INTERVAL=72", times, 1), ==, 10);
  g_assert_cmpuint (count_due ("FREQ=DAILY;INTERVAL=2", times, 1), ==, 14);
  /* A short course that stops itself. */
  g_assert_cmpuint (count_due ("FREQ=DAILY;COUNT=7", times, 3), ==, 21);
  g_assert_cmpuint (count_due ("FREQ=MONTHLY;BYMONTHDAY=15", times, 1), ==, 1);
  g_assert_cmpuint (count_due (NULL, times, 0), ==, 0);
}

/* The carer's lunch from Monday to Friday, and the family's at the weekend. */
static void
test_weekdays (void)
{
  static const TendClock times[] = { 12 * 60 + 30, 13 * 60 };
  static const guint weekdays[] = {
    1 << TEND_MONDAY | 1 << TEND_TUESDAY | 1 << TEND_WEDNESDAY | 1 << TEND_THURSDAY |
    1 << TEND_FRIDAY,
    1 << TEND_SATURDAY | 1 << TEND_SUNDAY,
  };
  TendDoseSchedule schedule = {
    .starts_on = day ("2026-06-01"), .times = times, .n_times = 2, .weekdays = weekdays,
  };
  g_autoptr(GArray) due =
    tend_dose_schedule_expand (&schedule, day ("2026-06-04"), day ("2026-06-08"));
  const char *expected[] = { "2026-06-04T12:30", "2026-06-05T12:30", "2026-06-06T13:00",
                             "2026-06-07T13:00", "2026-06-08T12:30" };

  g_assert_cmpuint (due->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < due->len; i++)
    g_assert_cmpint (g_array_index (due, TendDueDose, i).due_at, ==, moment (expected[i]));
}

static void
test_pattern (void)
{
  static const struct { const char *pattern; int hours; gboolean sound; } cases[] = {
    { "FREQ=HOURLY;INTERVAL=72", 72, TRUE }, { "FREQ=HOURLY;INTERVAL=1", 1, TRUE },
    { "FREQ=HOURLY;INTERVAL=8760", 8760, TRUE }, { "FREQ=HOURLY;INTERVAL=8761", 0, FALSE },
    { "FREQ=HOURLY;INTERVAL=0", 0, FALSE }, { "FREQ=HOURLY", 0, FALSE },
    { "FREQ=HOURLY;INTERVAL=8;BYDAY=MO", 0, FALSE }, { "FREQ=DAILY", 0, TRUE },
    { "sometimes", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (tend_dose_pattern_hours (cases[i].pattern), ==, cases[i].hours);
      g_assert_cmpint (tend_dose_pattern_check (cases[i].pattern, &error), ==, cases[i].sound);
      g_assert_cmpint (error != NULL, ==, !cases[i].sound);
    }
  g_assert_cmpint (tend_dose_pattern_hours (NULL), ==, 0);
}

/* Times of day stay on the wall's clock; hours are real ones. */
static void
test_clock_change (void)
{
  static const TendClock times[] = { 8 * 60 };
  TendDoseSchedule schedule = {
    .starts_on = day ("2026-03-28"), .times = times, .n_times = 1,
  };
  g_autoptr(GArray) daily =
    tend_dose_schedule_expand (&schedule, day ("2026-03-28"), day ("2026-03-29"));
  g_autoptr(GArray) hourly = NULL;

  g_assert_cmpuint (daily->len, ==, 2);
  g_assert_cmpint (g_array_index (daily, TendDueDose, 1).due_at, ==, moment ("2026-03-29T08:00"));
  g_assert_cmpint (g_array_index (daily, TendDueDose, 1).due_at -
                   g_array_index (daily, TendDueDose, 0).due_at, ==, 23 * HOUR);

  schedule.pattern = "FREQ=HOURLY;INTERVAL=24";
  hourly = tend_dose_schedule_expand (&schedule, day ("2026-03-28"), day ("2026-03-29"));
  g_assert_cmpuint (hourly->len, ==, 2);
  g_assert_cmpint (g_array_index (hourly, TendDueDose, 1).due_at, ==,
                   moment ("2026-03-29T09:00"));
}

/* 5 January 1970 was a Monday. */
static gboolean
model_is_day (guint    weekdays,
              TendDate date)
{
  int since_monday = (date - day ("1970-01-05")) % 7;

  return weekdays == 0 || (weekdays >> (TEND_MONDAY + since_monday)) % 2 == 1;
}

/* The plain way: every minute of every day is looked at. */
static GArray *
model_due (const TendDoseSchedule *schedule,
           int                     interval_days,
           int                     hours,
           TendDate                from,
           TendDate                to)
{
  GArray *due = g_array_new (FALSE, FALSE, sizeof (TendInstant));
  TendInstant first = tend_time_resolve (schedule->starts_on, schedule->times[0]);

  for (TendInstant at = tend_time_resolve (from, 0); tend_time_date (at) <= to; at += MINUTE)
    {
      TendDate date = tend_time_date (at);
      int since = date - schedule->starts_on;
      gboolean in_cycle =
        schedule->days_on == 0 ||
        since % (schedule->days_on + schedule->days_off) < schedule->days_on;

      if (since < 0 || (schedule->ends_on != TEND_DATE_NONE && date > schedule->ends_on))
        continue;
      if (hours > 0)
        {
          if (at >= first && (at - first) % (hours * HOUR) == 0)
            g_array_append_val (due, at);
          continue;
        }
      for (gsize i = 0; i < schedule->n_times; i++)
        if (since % interval_days == 0 && in_cycle && model_is_day (schedule->weekdays[i], date) &&
            at == tend_time_resolve (date, schedule->times[i]))
          g_array_append_val (due, at);
    }

  return due;
}

static void
test_schedule_model (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260629);

  for (int round = 0; round < ROUNDS; round++)
    {
      /* Around a change of the clocks, in spring and in autumn. */
      TendDate change = g_rand_boolean (rand) ? day ("2026-03-29") : day ("2026-10-25");
      TendClock times[3];
      guint weekdays[3];
      int interval = g_rand_int_range (rand, 1, 5);
      int hours = g_rand_int_range (rand, 0, 3) == 0 ? 6 * g_rand_int_range (rand, 1, 14) : 0;
      g_autofree char *pattern =
        hours > 0 ? g_strdup_printf ("FREQ=HOURLY;INTERVAL=%d", hours)
                  : g_strdup_printf ("FREQ=DAILY;INTERVAL=%d", interval);
      gboolean cycles = g_rand_boolean (rand);
      TendDoseSchedule schedule = {
        .pattern = pattern,
        .starts_on = change + g_rand_int_range (rand, -9, 3),
        .ends_on = g_rand_boolean (rand) ? TEND_DATE_NONE : change + g_rand_int_range (rand, 0, 4),
        .days_on = cycles && hours == 0 ? g_rand_int_range (rand, 1, 4) : 0,
        .days_off = cycles && hours == 0 ? g_rand_int_range (rand, 1, 4) : 0,
        .times = times,
        .n_times = g_rand_int_range (rand, 1, 4),
        .weekdays = weekdays,
      };
      TendDate from = change + g_rand_int_range (rand, -4, 2);
      TendDate to = from + g_rand_int_range (rand, 0, 5);
      g_autoptr(GArray) due = NULL;
      g_autoptr(GArray) model = NULL;

      /* Every half hour, midnight and the ones that are missing or happen twice too. */
      for (gsize i = 0; i < schedule.n_times; i++)
        {
          times[i] = 30 * (8 * i + g_rand_int_range (rand, 0, 8));
          weekdays[i] = g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 1, 128) << TEND_MONDAY;
        }

      due = tend_dose_schedule_expand (&schedule, from, to);
      model = model_due (&schedule, interval, hours, from, to);
      g_assert_cmpuint (due->len, ==, model->len);
      for (guint i = 0; i < due->len; i++)
        g_assert_cmpint (g_array_index (due, TendDueDose, i).due_at, ==,
                         g_array_index (model, TendInstant, i));
    }
}

/* The guard, the plain way: each 24 hours that begin with a minute. */
static gboolean
model_held_back (const TendTaken     *taken,
                 gsize                n_taken,
                 const TendPrnLimits *limits,
                 TendInstant          at,
                 gint64               quantity)
{
  for (gsize i = 0; i < n_taken; i++)
    if (ABS (taken[i].at - at) < limits->min_interval_minutes * MINUTE)
      return TRUE;

  for (TendInstant begin = at - DAY + MINUTE; limits->max_in_24h > 0 && begin <= at;
       begin += MINUTE)
    {
      gint64 sum = quantity;

      for (gsize i = 0; i < n_taken; i++)
        if (taken[i].at >= begin && taken[i].at < begin + DAY)
          sum += taken[i].quantity;
      if (sum > limits->max_in_24h)
        return TRUE;
    }

  return FALSE;
}

static void
test_guard_model (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260610);
  TendInstant noon = moment ("2026-10-25T12:00");

  for (int round = 0; round < ROUNDS; round++)
    {
      TendTaken taken[12];
      gsize n_taken = g_rand_int_range (rand, 0, G_N_ELEMENTS (taken) + 1);
      TendPrnLimits limits = {
        g_rand_boolean (rand) ? 1000 * g_rand_int_range (rand, 1, 10) : 0,
        g_rand_boolean (rand) ? 30 * g_rand_int_range (rand, 1, 13) : 0,
      };
      gint64 quantity = 500 * g_rand_int_range (rand, 1, 5);
      TendPrnAnswer answer;
      TendInstant earliest;

      for (gsize i = 0; i < n_taken; i++)
        taken[i] = (TendTaken) { noon + 2 * HOUR * g_rand_int_range (rand, -15, 16),
                                 500 * g_rand_int_range (rand, 1, 5) };

      answer = tend_prn_ask (taken, n_taken, &limits, noon, quantity);
      g_assert_cmpint (answer.reason != TEND_PRN_NO_LIMIT_REACHED, ==,
                       model_held_back (taken, n_taken, &limits, noon, quantity));
      if (answer.reason == TEND_PRN_NEVER)
        {
          g_assert_cmpint (quantity, >, limits.max_in_24h);
          g_assert_cmpint (answer.earliest_at, ==, TEND_INSTANT_NONE);
          continue;
        }

      /* All is at half hours, so the earliest is too. */
      for (earliest = noon; model_held_back (taken, n_taken, &limits, earliest, quantity);)
        earliest += 30 * MINUTE;
      g_assert_cmpint (answer.earliest_at, ==, earliest);
    }
}

/* Scenario S14, and what is said besides. */
static void
test_guard (void)
{
  TendTaken taken[] = {
    { moment ("2026-06-10T08:00"), 2000 }, { moment ("2026-06-10T12:30"), 2000 },
    { moment ("2026-06-10T16:30"), 2000 }, { moment ("2026-06-10T20:30"), 2000 },
  };
  TendPrnLimits limits = { 8000, 240 };
  TendPrnAnswer answer;

  answer = tend_prn_ask (taken, 3, &limits, moment ("2026-06-10T20:15"), 2000);
  g_assert_cmpint (answer.reason, ==, TEND_PRN_TOO_SOON);
  g_assert_cmpint (answer.earliest_at, ==, moment ("2026-06-10T20:30"));
  g_assert_cmpint (answer.in_24h, ==, 6000);
  g_assert_cmpint (answer.last_at, ==, moment ("2026-06-10T16:30"));

  answer = tend_prn_ask (taken, 4, &limits, moment ("2026-06-11T00:35"), 2000);
  g_assert_cmpint (answer.reason, ==, TEND_PRN_TOO_MUCH);
  g_assert_cmpint (answer.earliest_at, ==, moment ("2026-06-11T08:00"));

  answer = tend_prn_ask (taken, 4, &limits, moment ("2026-06-11T08:00"), 2000);
  g_assert_cmpint (answer.reason, ==, TEND_PRN_NO_LIMIT_REACHED);
  g_assert_cmpint (answer.in_24h, ==, 6000);

  /* Written late: between 12:30 and 16:30 there is no room for it, before 04:00 there is
   * for none of two, since the day after it is full. */
  answer = tend_prn_ask (taken, 4, &limits, moment ("2026-06-10T14:00"), 1000);
  g_assert_cmpint (answer.reason, ==, TEND_PRN_TOO_SOON);
  answer = tend_prn_ask (taken, 4, &limits, moment ("2026-06-10T03:00"), 1000);
  g_assert_cmpint (answer.reason, ==, TEND_PRN_TOO_MUCH);

  answer = tend_prn_ask (NULL, 0, &limits, moment ("2026-06-10T03:00"), 8000);
  g_assert_cmpint (answer.reason, ==, TEND_PRN_NO_LIMIT_REACHED);
  g_assert_cmpint (answer.last_at, ==, TEND_INSTANT_NONE);
  answer = tend_prn_ask (NULL, 0, &limits, moment ("2026-06-10T03:00"), 8001);
  g_assert_cmpint (answer.reason, ==, TEND_PRN_NEVER);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/dose/cycle", test_cycle);
  g_test_add_func ("/core/dose/weekdays", test_weekdays);
  g_test_add_func ("/core/dose/pattern", test_pattern);
  g_test_add_func ("/core/dose/clock-change", test_clock_change);
  g_test_add_func ("/core/dose/schedule-model", test_schedule_model);
  g_test_add_func ("/core/dose/guard", test_guard);
  g_test_add_func ("/core/dose/guard-model", test_guard_model);

  return g_test_run ();
}
