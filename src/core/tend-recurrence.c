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
  struct icaltimetype time = icaltime_null_date ();

  tend_date_get (date, &time.year, &time.month, &time.day);
  time.is_date = 1;

  return time;
}

static gboolean
is_set (const short *by)
{
  return by[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

/* Moves the start of a rule on by whole periods to shortly before @from, so that
 * a rule of long ago is not followed through every year since.  The phase of
 * an interval is kept; a COUNT needs its true beginning.
 *
 *      start        one period or more
 *        |...|...|...|<------>|from
 *                    start'
 */
static TendDate
jump (struct icalrecurrencetype *rule,
      TendDate                   start,
      TendDate                   from)
{
  int period, periods, year, month, day, from_year, from_month;

  if (rule->count > 0 || from <= start)
    return start;

  switch (rule->freq)
    {
    case ICAL_DAILY_RECURRENCE:
    case ICAL_WEEKLY_RECURRENCE:
      period = rule->interval * (rule->freq == ICAL_WEEKLY_RECURRENCE ? 7 : 1);
      periods = (from - start) / period - 1;
      return periods > 0 ? start + periods * period : start;

    case ICAL_MONTHLY_RECURRENCE:
      tend_date_get (start, &year, &month, &day);
      tend_date_get (from, &from_year, &from_month, NULL);
      periods = ((from_year - year) * 12 + from_month - month) / rule->interval - 1;
      if (periods <= 0)
        return start;
      /* The first of a month is in every month; the day meant is then said. */
      if (!is_set (rule->by_day) && !is_set (rule->by_month_day))
        {
          rule->by_month_day[0] = day;
          rule->by_month_day[1] = ICAL_RECURRENCE_ARRAY_MAX;
        }
      return tend_date_add_months (start - (day - 1), periods * rule->interval);

    default:
      /* Yearly: a few steps from the beginning. */
      return start;
    }
}

/* Appends the days of @rule in @from to @to, at most @limit of them (0: all).
 * Returns: whether libical can follow the rule at all */
static gboolean
follow (struct icalrecurrencetype  rule,
        TendDate                   start,
        TendDate                   from,
        TendDate                   to,
        guint                      limit,
        GArray                    *days)
{
  icalrecur_iterator *iterator = NULL;
  struct icaltimetype time;

  from = MAX (from, start);
  start = jump (&rule, start, from);
  iterator = icalrecur_iterator_new (rule, to_ical (start));
  if (iterator == NULL)
    return FALSE;

  for (time = icalrecur_iterator_next (iterator);
       !icaltime_is_null_time (time) && (limit == 0 || days->len < limit);
       time = icalrecur_iterator_next (iterator))
    {
      TendDate date = tend_date_new (time.year, time.month, time.day);

      if (date == TEND_DATE_NONE || date > to)
        break;
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

  if (!follow (rule.rule, start, start, tend_date_add_years (start, YEARS_TO_FIRST), 1, days))
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
    follow (rule.rule, starts_on, from, to, 0, days);

  return days;
}
