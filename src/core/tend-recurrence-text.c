/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules to and from what a form shows: the weekly kind, and a sentence. */

#include "tend-recurrence.h"

#include "tend-recurrence-private.h"

#include <glib/gi18n-lib.h>

#define ALL_DAYS     0xfe /* the bits of TEND_MONDAY to TEND_SUNDAY */
#define WORKING_DAYS 0x3e /* of TEND_MONDAY to TEND_FRIDAY */

static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

guint
tend_weekdays_parse (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text != NULL ? text : "", "\n", -1);
  guint days = 0;

  for (int day = TEND_MONDAY; day <= TEND_SUNDAY; day++)
    if (g_strv_contains ((const char *const *) words, names[day - TEND_MONDAY]))
      days |= 1u << day;

  return days;
}

/* The last of the days that follow on from @day. */
static int
end_of_run (guint days,
            int   day)
{
  while (day < TEND_SUNDAY && (days & (1u << (day + 1))))
    day++;

  return day;
}

char *
tend_weekdays_format (guint days)
{
  GString *text = g_string_new (NULL);

  for (int day = TEND_MONDAY; day <= TEND_SUNDAY; day++)
    {
      int last = end_of_run (days, day);

      if ((days & (1u << day)) == 0)
        continue;
      if (text->len > 0)
        /* Translators: between the parts of a list */
        g_string_append (text, C_("list", ", "));
      g_string_append (text, tend_weekday_short_name (day));
      /* Two are no shorter with a dash. */
      if (last - day < 2)
        continue;
      g_string_append_printf (text, "–%s", tend_weekday_short_name (last));
      day = last;
    }

  return g_string_free (text, FALSE);
}

char *
tend_recurrence_weekly (int   interval,
                        guint days)
{
  GString *text = g_string_new ("FREQ=WEEKLY");
  const char *before = ";BYDAY=";

  if (interval > 1)
    g_string_append_printf (text, ";INTERVAL=%d", interval);

  for (int day = TEND_MONDAY; day <= TEND_SUNDAY; day++)
    {
      if ((days & (1u << day)) == 0)
        continue;
      g_string_append_printf (text, "%s%s", before, names[day - TEND_MONDAY]);
      before = ",";
    }

  return g_string_free (text, FALSE);
}

static guint
count (const short *by)
{
  guint n = 0;

  while (by[n] != ICAL_RECURRENCE_ARRAY_MAX)
    n++;

  return n;
}

/* Whether the rule says nothing of @rule's BY parts but by_day and by_month_day. */
static gboolean
is_simple (const struct icalrecurrencetype *rule)
{
  return count (rule->by_month) == 0 && count (rule->by_year_day) == 0 &&
         count (rule->by_week_no) == 0 && count (rule->by_set_pos) == 0 &&
         (rule->interval == 1 || rule->week_start == ICAL_MONDAY_WEEKDAY);
}

gboolean
tend_rule_weekly (const struct icalrecurrencetype *rule,
                  TendDate                         starts_on,
                  int                             *interval,
                  guint                           *days)
{
  guint found = 0;

  if (!is_simple (rule) || count (rule->by_month_day) > 0)
    return FALSE;

  if (rule->freq == ICAL_DAILY_RECURRENCE && rule->interval == 1)
    found = ALL_DAYS;
  else if (rule->freq != ICAL_WEEKLY_RECURRENCE)
    return FALSE;

  if (count (rule->by_day) > 0)
    found = 0;
  else if (found == 0)
    found = 1u << tend_date_weekday (starts_on);

  for (guint i = 0; i < count (rule->by_day); i++)
    {
      if (icalrecurrencetype_day_position (rule->by_day[i]) != 0)
        return FALSE;
      found |= 1u << tend_rule_weekday (rule->by_day[i]);
    }

  *interval = rule->interval;
  *days = found;
  return TRUE;
}

gboolean
tend_recurrence_parse_weekly (const char *rrule,
                              TendDate    starts_on,
                              int        *interval,
                              guint      *days)
{
  TendRule rule;

  g_return_val_if_fail (rrule != NULL && starts_on > TEND_DATE_NONE, FALSE);
  g_return_val_if_fail (interval != NULL && days != NULL, FALSE);

  /* A form for weeks and days would lose an end told by the rule itself. */
  return tend_rule_parse (rrule, &rule, NULL) &&
         rule.until == TEND_DATE_NONE && rule.count == 0 &&
         tend_rule_weekly (&rule.rule, starts_on, interval, days);
}

/* "Monday", "Monday and Thursday", "Monday, Wednesday and Friday" */
static char *
list_days (guint days)
{
  const char *chosen[7];
  guint n = 0;
  GString *text;

  for (int day = TEND_MONDAY; day <= TEND_SUNDAY; day++)
    {
      if (days & (1u << day))
        chosen[n++] = tend_weekday_name (day);
    }

  text = g_string_new (chosen[0]);
  for (guint i = 1; i < n; i++)
    {
      if (i + 1 < n)
        /* Translators: between the parts of a list */
        g_string_append_printf (text, "%s%s", C_("list", ", "), chosen[i]);
      else
        /* Translators: before the last part of a list */
        g_string_append_printf (text, "%s%s", C_("list", " and "), chosen[i]);
    }

  return g_string_free (text, FALSE);
}

static char *
every (icalrecurrencetype_frequency freq,
       int                          n)
{
  const char *format;

  switch (freq)
    {
    case ICAL_DAILY_RECURRENCE:
      format = g_dngettext (GETTEXT_PACKAGE, "Every day", "Every %d days", n);
      break;
    case ICAL_WEEKLY_RECURRENCE:
      format = g_dngettext (GETTEXT_PACKAGE, "Every week", "Every %d weeks", n);
      break;
    case ICAL_MONTHLY_RECURRENCE:
      format = g_dngettext (GETTEXT_PACKAGE, "Every month", "Every %d months", n);
      break;
    default:
      format = g_dngettext (GETTEXT_PACKAGE, "Every year", "Every %d years", n);
      break;
    }

  return g_strdup_printf (format, n);
}

static char *
describe_weekly (int   interval,
                 guint days)
{
  g_autofree char *weeks = NULL;
  g_autofree char *list = NULL;

  if (interval == 1 && days == ALL_DAYS)
    return g_strdup (_("Every day"));
  if (interval == 1 && days == WORKING_DAYS)
    return g_strdup (_("Every week from Monday to Friday"));

  weeks = every (ICAL_WEEKLY_RECURRENCE, interval);
  list = list_days (days);

  /* Translators: "Every 2 weeks on Monday and Thursday" */
  return g_strdup_printf (_("%s on %s"), weeks, list);
}

static char *
describe_monthly (const struct icalrecurrencetype *rule,
                  TendDate                         starts_on)
{
  static const char *ordinals[] = {
    N_("first"), N_("second"), N_("third"), N_("fourth"), N_("fifth"),
  };
  g_autofree char *months = every (rule->freq, rule->interval);
  int day, position;

  if (count (rule->by_day) == 1 && count (rule->by_month_day) == 0)
    {
      const char *weekday = tend_weekday_name (tend_rule_weekday (rule->by_day[0]));

      position = icalrecurrencetype_day_position (rule->by_day[0]);
      if (position == -1)
        /* Translators: "Every month on the last Friday" */
        return g_strdup_printf (_("%s on the last %s"), months, weekday);
      if (position < 1 || position > (int) G_N_ELEMENTS (ordinals))
        return NULL;
      /* Translators: "Every month on the first Monday" */
      return g_strdup_printf (_("%s on the %s %s"), months, _(ordinals[position - 1]), weekday);
    }

  if (count (rule->by_day) > 0 || count (rule->by_month_day) > 1)
    return NULL;

  tend_date_get (starts_on, NULL, NULL, &day);
  if (count (rule->by_month_day) == 1)
    day = rule->by_month_day[0];

  if (day == -1)
    return g_strdup_printf (_("%s on the last day"), months);

  /* Translators: "Every month on day 15" */
  return day > 0 ? g_strdup_printf (_("%s on day %d"), months, day) : NULL;
}

static char *
describe_yearly (const struct icalrecurrencetype *rule,
                 TendDate                         starts_on)
{
  g_autofree char *years = every (rule->freq, rule->interval);
  int month, day;

  if (count (rule->by_day) > 0 || count (rule->by_month_day) > 0)
    return NULL;

  tend_date_get (starts_on, NULL, &month, &day);

  /* Translators: "Every year on 2 June" */
  return g_strdup_printf (_("%1$s on %2$d %3$s"), years, day, tend_month_name (month));
}

/* NULL for a rule there is no plain sentence for. */
static char *
describe_frequency (const struct icalrecurrencetype *rule,
                    TendDate                         starts_on)
{
  int interval;
  guint days;

  if (tend_rule_weekly (rule, starts_on, &interval, &days))
    return describe_weekly (interval, days);
  if (!is_simple (rule))
    return NULL;

  switch (rule->freq)
    {
    case ICAL_DAILY_RECURRENCE:
      if (count (rule->by_day) > 0 || count (rule->by_month_day) > 0)
        return NULL;
      return every (rule->freq, rule->interval);
    case ICAL_MONTHLY_RECURRENCE:
      return describe_monthly (rule, starts_on);
    case ICAL_YEARLY_RECURRENCE:
      return describe_yearly (rule, starts_on);
    default:
      return NULL;
    }
}

char *
tend_recurrence_describe (const char *rrule,
                          TendDate    starts_on)
{
  g_autofree char *text = NULL;
  TendRule rule;

  g_return_val_if_fail (rrule != NULL && starts_on > TEND_DATE_NONE, NULL);

  if (tend_rule_parse (rrule, &rule, NULL))
    text = describe_frequency (&rule.rule, starts_on);
  if (text == NULL)
    /* Translators: a rule that has no plain sentence, as its technical text */
    return g_strdup_printf (_("By the rule %s"), rrule);

  if (rule.until != TEND_DATE_NONE)
    {
      g_autofree char *until = tend_date_format (rule.until, TEND_DATE_LONG);

      /* Translators: "Every day, until 2 June 2026" */
      return g_strdup_printf (_("%s, until %s"), text, until);
    }

  if (rule.count > 0)
    /* Translators: "Every day, 10 times" */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %d time", "%s, %d times",
                                         rule.count), text, rule.count);

  return g_steal_pointer (&text);
}
