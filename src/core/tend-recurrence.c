/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-recurrence.h"

#include "tend-error.h"
#include "tend-recurrence-private.h"

#include <glib/gi18n-lib.h>

/* Years a rule is looked ahead to find out whether it ever falls: a leap day on
 * a given day of the week comes back after 28, or 40 over 2100. */
#define YEARS_TO_FIRST 41

static struct icaltimetype
to_ical (TendDate date)
{
  /* Not icaltime_null_date(), whose time of day is -1:-1. */
  struct icaltimetype time = { .is_date = 1 };

  tend_date_get (date, &time.year, &time.month, &time.day);

  return time;
}

static gboolean
is_set (const short *by)
{
  return by[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

/* The only value of a part. */
static void
set_only (short *by,
          short  value)
{
  by[0] = value;
  by[1] = ICAL_RECURRENCE_ARRAY_MAX;
}

/* Says in the rule itself what it takes from its start, the day of the week, the
 * month or the year, so that the start can be moved. */
static void
spell_out (struct icalrecurrencetype *rule,
           TendDate                   start)
{
  int month, day;
  gboolean names_day = is_set (rule->by_day) || is_set (rule->by_month_day) ||
                       is_set (rule->by_year_day);

  tend_date_get (start, NULL, &month, &day);

  if (names_day || rule->freq == ICAL_DAILY_RECURRENCE)
    return;

  if (rule->freq == ICAL_WEEKLY_RECURRENCE || is_set (rule->by_week_no))
    {
      set_only (rule->by_day, tend_date_weekday (start) % 7 + ICAL_SUNDAY_WEEKDAY);
      return;
    }

  set_only (rule->by_month_day, day);
  if (rule->freq == ICAL_YEARLY_RECURRENCE && !is_set (rule->by_month))
    set_only (rule->by_month, month);
}

/* The first of the named days in the week of @date.  libical (3.0.16) counts
 * intervals rightly only from there: from a Monday it takes a lone Sunday to
 * belong to the week before. */
static TendDate
first_of_week (const struct icalrecurrencetype *rule,
               TendDate                         date)
{
  int week_start = tend_rule_weekday (rule->week_start);
  int first = 6;

  for (guint i = 0; rule->by_day[i] != ICAL_RECURRENCE_ARRAY_MAX; i++)
    first = MIN (first, ((int) tend_rule_weekday (rule->by_day[i]) - week_start + 7) % 7);

  return date - ((int) tend_date_weekday (date) - week_start + 7) % 7 + first;
}

/* Moves the start of a rule, spelt out, to the beginning of its week, month or
 * year, and if @may_skip on by whole intervals to shortly before @from, so that a
 * rule of long ago is not followed through all the years between.
 *
 *         start             one interval or more
 *   |.......|.......|.......|<------------------>|from
 *   may not skip            may skip
 */
static TendDate
move_start (const struct icalrecurrencetype *rule,
            TendDate                         start,
            TendDate                         from,
            gboolean                         may_skip)
{
  int period, periods, months, year, month, day, from_year, from_month;

  tend_date_get (start, &year, &month, &day);
  tend_date_get (from, &from_year, &from_month, NULL);

  switch (rule->freq)
    {
    case ICAL_DAILY_RECURRENCE:
    case ICAL_WEEKLY_RECURRENCE:
      period = rule->interval;
      if (rule->freq == ICAL_WEEKLY_RECURRENCE)
        {
          start = first_of_week (rule, start);
          period *= 7;
        }
      periods = may_skip ? MAX (0, (from - start) / period - 1) : 0;
      return start + periods * period;

    case ICAL_MONTHLY_RECURRENCE:
      months = (from_year - year) * 12 + from_month - month;
      periods = may_skip ? MAX (0, months / rule->interval - 1) : 0;
      return tend_date_add_months (start - (day - 1), periods * rule->interval);

    default:
      periods = may_skip ? MAX (0, (from_year - year) / rule->interval - 1) : 0;
      return tend_date_new (year + periods * rule->interval, 1, 1);
    }
}

/* What nearly every repeating visit is, and quick to count: a screen asks it of each. */
static void
follow_weeks (TendDate  start,
              int       interval,
              guint     weekdays,
              TendDate  from,
              TendDate  to,
              guint     limit,
              GArray   *days)
{
  TendDate first_week = tend_date_week_start (start);

  for (TendDate date = from; date <= to && (limit == 0 || days->len < limit); date++)
    if ((date - first_week) / 7 % interval == 0 &&
        (weekdays & (1u << tend_date_weekday (date))) != 0)
      g_array_append_val (days, date);
}

/* Appends the days of @rule in @from to @to, at most @limit of them (0: all).
 * Returns: whether libical can follow the rule at all */
static gboolean
follow (const TendRule *rule,
        TendDate        start,
        TendDate        from,
        TendDate        to,
        guint           limit,
        GArray         *days)
{
  struct icalrecurrencetype spelt = rule->rule;
  icalrecur_iterator *iterator;
  struct icaltimetype time;
  TendDate moved;
  int counted = 0, interval;
  guint weekdays;

  from = MAX (from, start);
  if (rule->count == 0 && tend_rule_weekly (&rule->rule, start, &interval, &weekdays))
    {
      follow_weeks (start, interval, weekdays, from, to, limit, days);
      return TRUE;
    }

  spell_out (&spelt, start);
  moved = move_start (&spelt, start, from, rule->count == 0);
  iterator = icalrecur_iterator_new (spelt, to_ical (moved));
  if (iterator == NULL)
    return FALSE;

  while ((limit == 0 || days->len < limit) && (rule->count == 0 || counted < rule->count))
    {
      TendDate date;

      time = icalrecur_iterator_next (iterator);
      if (icaltime_is_null_time (time))
        break;

      date = tend_date_new (time.year, time.month, time.day);
      if (date == TEND_DATE_NONE || date > to)
        break;

      counted += date >= start;
      if (date >= from)
        g_array_append_val (days, date);
    }

  icalrecur_iterator_free (iterator);
  return TRUE;
}

gboolean
tend_recurrence_check (const char  *rrule,
                       GError     **error)
{
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (TendDate));
  g_autofree char *quote = NULL;
  TendDate start = TEND_DATE_EPOCH;
  TendRule rule;

  g_return_val_if_fail (rrule != NULL, FALSE);

  if (!tend_rule_parse (rrule, &rule, error))
    return FALSE;

  quote = tend_error_quote (rrule);

  /* Whether an interval meets the days that are named depends on the start. */
  rule.rule.interval = 1;
  if (!follow (&rule, start, start, tend_date_add_years (start, YEARS_TO_FIRST), 1, days))
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("The parts of “%s” cannot stand together in one repeating pattern."),
                   quote);
      return FALSE;
    }

  if (days->len == 0)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("“%s” never falls on any day. Check its days and months."), quote);
      return FALSE;
    }

  return TRUE;
}

GArray *
tend_recurrence_expand (const char *rrule,
                        TendDate    starts_on,
                        TendDate    ends_on,
                        TendDate    from,
                        TendDate    to)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (TendDate));
  TendRule rule;

  g_return_val_if_fail (rrule != NULL, days);
  g_return_val_if_fail (starts_on > TEND_DATE_NONE, days);
  g_return_val_if_fail (from > TEND_DATE_NONE && to > TEND_DATE_NONE, days);

  /* A rule is checked before it is saved; one that is not sound has no days. */
  if (!tend_rule_parse (rrule, &rule, NULL))
    return days;

  if (ends_on != TEND_DATE_NONE)
    to = MIN (to, ends_on);
  if (rule.until != TEND_DATE_NONE)
    to = MIN (to, rule.until);

  if (MAX (from, starts_on) <= to)
    follow (&rule, starts_on, from, to, 0, days);

  return days;
}
