/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-dose.h"

#include "tend-recurrence.h"

#include <string.h>

#define HOUR ((gint64) 3600)
#define DAY (24 * HOUR)
#define MAX_HOURS 8760

#define HOURLY "FREQ=HOURLY;INTERVAL="

int
tend_dose_pattern_hours (const char *pattern)
{
  guint64 hours;

  if (pattern == NULL || !g_str_has_prefix (pattern, HOURLY) ||
      !g_ascii_string_to_unsigned (pattern + strlen (HOURLY), 10, 1, MAX_HOURS, &hours, NULL))
    return 0;

  return hours;
}

gboolean
tend_dose_pattern_check (const char  *pattern,
                         GError     **error)
{
  return tend_dose_pattern_hours (pattern) > 0 || tend_recurrence_check (pattern, error);
}

static int
compare_due (gconstpointer a,
             gconstpointer b)
{
  const TendDueDose *first = a, *second = b;

  if (first->due_at != second->due_at)
    return first->due_at < second->due_at ? -1 : 1;

  return (first->time > second->time) - (first->time < second->time);
}

/* Counted from the beginning in UTC, and so in real hours. */
static void
expand_hours (const TendDoseSchedule *schedule,
              int                     hours,
              TendDate                from,
              TendDate                to,
              GArray                 *doses)
{
  TendInstant first = tend_time_resolve (schedule->starts_on, schedule->times[0]);
  /* A local day is at most 25 hours long. */
  TendInstant begin = tend_time_resolve (from, 0);
  TendInstant end = tend_time_resolve (to, 23 * 60 + 59) + 60;
  gint64 step = hours * HOUR;
  gint64 skipped = begin > first ? (begin - first) / step : 0;

  for (TendInstant at = first + skipped * step; at < end; at += step)
    if (at >= begin)
      {
        TendDueDose dose = { at, 0 };

        g_array_append_val (doses, dose);
      }
}

static gboolean
is_on (const TendDoseSchedule *schedule,
       TendDate                date)
{
  int period = schedule->days_on + schedule->days_off;

  return schedule->days_on <= 0 || schedule->days_off <= 0 ||
         (date - schedule->starts_on) % period < schedule->days_on;
}

static gboolean
is_time_of (const TendDoseSchedule *schedule,
            gsize                   time,
            TendDate                date)
{
  guint weekdays = schedule->weekdays != NULL ? schedule->weekdays[time] : 0;

  return weekdays == 0 || (weekdays & (1u << tend_date_weekday (date))) != 0;
}

GArray *
tend_dose_schedule_expand (const TendDoseSchedule *schedule,
                           TendDate                from,
                           TendDate                to)
{
  GArray *doses = g_array_new (FALSE, FALSE, sizeof (TendDueDose));
  g_autoptr(GArray) days = NULL;
  int hours = tend_dose_pattern_hours (schedule->pattern);

  from = MAX (from, schedule->starts_on);
  if (schedule->ends_on != TEND_DATE_NONE)
    to = MIN (to, schedule->ends_on);
  if (schedule->n_times == 0 || from > to)
    return doses;

  if (hours > 0)
    {
      expand_hours (schedule, hours, from, to, doses);
      return doses;
    }

  days = tend_recurrence_expand (schedule->pattern != NULL ? schedule->pattern : "FREQ=DAILY",
                                 schedule->starts_on, schedule->ends_on, from, to);
  for (guint i = 0; i < days->len; i++)
    {
      TendDate date = g_array_index (days, TendDate, i);

      for (gsize j = 0; j < schedule->n_times && is_on (schedule, date); j++)
        {
          TendDueDose dose = { tend_time_resolve (date, schedule->times[j]), j };

          if (is_time_of (schedule, j, date))
            g_array_append_val (doses, dose);
        }
    }
  g_array_sort (doses, compare_due);

  return doses;
}

/* The most that any 24 hours with @at in them would hold, @quantity included. */
static gint64
most_around (const TendTaken *taken,
             gsize            n_taken,
             TendInstant      at,
             gint64           quantity)
{
  gint64 most = 0;

  /* Each such stretch that ends with a dose: this one, or one of the day after it. */
  for (gsize i = 0; i <= n_taken; i++)
    {
      TendInstant end = i < n_taken ? taken[i].at : at;
      gint64 sum = quantity;

      if (end < at || end - at >= DAY)
        continue;
      for (gsize j = 0; j < n_taken; j++)
        if (taken[j].at > end - DAY && taken[j].at <= end)
          sum += taken[j].quantity;
      most = MAX (most, sum);
    }

  return most;
}

static TendPrnReason
judge (const TendTaken     *taken,
       gsize                n_taken,
       const TendPrnLimits *limits,
       TendInstant          at,
       gint64               quantity)
{
  if (limits->max_in_24h > 0 && quantity > limits->max_in_24h)
    return TEND_PRN_NEVER;

  for (gsize i = 0; i < n_taken; i++)
    if (ABS (taken[i].at - at) < limits->min_interval_minutes * 60)
      return TEND_PRN_TOO_SOON;

  if (limits->max_in_24h > 0 &&
      most_around (taken, n_taken, at, quantity) > limits->max_in_24h)
    return TEND_PRN_TOO_MUCH;

  return TEND_PRN_NO_LIMIT_REACHED;
}

/* What held it back ends a gap or 24 hours after some dose. */
static TendInstant
find_earliest (const TendTaken     *taken,
               gsize                n_taken,
               const TendPrnLimits *limits,
               TendInstant          at,
               gint64               quantity)
{
  TendInstant earliest = TEND_INSTANT_NONE;

  for (gsize i = 0; i < n_taken; i++)
    {
      TendInstant candidates[] =
        { taken[i].at + limits->min_interval_minutes * 60, taken[i].at + DAY };

      for (gsize j = 0; j < G_N_ELEMENTS (candidates); j++)
        if (candidates[j] > at &&
            (earliest == TEND_INSTANT_NONE || candidates[j] < earliest) &&
            judge (taken, n_taken, limits, candidates[j], quantity) == TEND_PRN_NO_LIMIT_REACHED)
          earliest = candidates[j];
    }

  return earliest;
}

TendPrnAnswer
tend_prn_ask (const TendTaken     *taken,
              gsize                n_taken,
              const TendPrnLimits *limits,
              TendInstant          at,
              gint64               quantity)
{
  TendPrnAnswer answer = { .last_at = TEND_INSTANT_NONE, .earliest_at = TEND_INSTANT_NONE };

  for (gsize i = 0; i < n_taken; i++)
    {
      if (taken[i].at > at)
        continue;
      answer.last_at = MAX (answer.last_at, taken[i].at);
      if (taken[i].at > at - DAY)
        answer.in_24h += taken[i].quantity;
    }

  answer.reason = judge (taken, n_taken, limits, at, quantity);
  if (answer.reason == TEND_PRN_NO_LIMIT_REACHED)
    answer.earliest_at = at;
  else if (answer.reason != TEND_PRN_NEVER)
    answer.earliest_at = find_earliest (taken, n_taken, limits, at, quantity);

  return answer;
}
