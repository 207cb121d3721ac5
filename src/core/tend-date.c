/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-date.h"

#include <stdlib.h>
#include <string.h>

/* ISO dates have four figures for the year. */
#define LAST_YEAR 9999

static int
clamp_day (int year,
           int month,
           int day)
{
  return MIN (day, g_date_get_days_in_month (month, year));
}

TendDate
tend_date_new (int year,
               int month,
               int day)
{
  GDate date;

  if (year < 1 || year > LAST_YEAR || month < 1 || month > 12 || day < 1 ||
      day > g_date_get_days_in_month (month, year))
    return TEND_DATE_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

void
tend_date_get (TendDate  date,
               int      *year,
               int      *month,
               int      *day)
{
  GDate value;

  g_return_if_fail (date > TEND_DATE_NONE);

  g_date_clear (&value, 1);
  g_date_set_julian (&value, date);

  if (year != NULL)
    *year = g_date_get_year (&value);
  if (month != NULL)
    *month = g_date_get_month (&value);
  if (day != NULL)
    *day = g_date_get_day (&value);
}

TendWeekday
tend_date_weekday (TendDate date)
{
  g_return_val_if_fail (date > TEND_DATE_NONE, TEND_MONDAY);

  /* Day 1 of GLib's count was a Monday. */
  return (date - 1) % 7 + 1;
}

TendDate
tend_date_add_years (TendDate date,
                     int      years)
{
  int year, month, day;

  g_return_val_if_fail (date > TEND_DATE_NONE, TEND_DATE_NONE);

  tend_date_get (date, &year, &month, &day);
  year += years;
  if (year < 1 || year > LAST_YEAR)
    return TEND_DATE_NONE;

  return tend_date_new (year, month, clamp_day (year, month, day));
}

TendDate
tend_date_add_months (TendDate date,
                      int      months)
{
  int year, month, day;

  g_return_val_if_fail (date > TEND_DATE_NONE, TEND_DATE_NONE);

  tend_date_get (date, &year, &month, &day);
  months += year * 12 + month - 1;
  year = months / 12;
  month = months % 12 + 1;
  if (months < 12 || year > LAST_YEAR)
    return TEND_DATE_NONE;

  return tend_date_new (year, month, clamp_day (year, month, day));
}

int
tend_date_age (TendDate born,
               TendDate on)
{
  int born_year, born_month, born_day, year, month, day;

  g_return_val_if_fail (born > TEND_DATE_NONE && on > TEND_DATE_NONE, 0);

  tend_date_get (born, &born_year, &born_month, &born_day);
  tend_date_get (on, &year, &month, &day);

  return year - born_year - (month < born_month || (month == born_month && day < born_day));
}

/* Whether @text has the shape of @pattern, in which a 0 stands for any digit. */
static gboolean
has_shape (const char *text,
           const char *pattern)
{
  for (; *pattern != '\0'; text++, pattern++)
    {
      if (*pattern == '0' ? !g_ascii_isdigit (*text) : *text != *pattern)
        return FALSE;
    }

  return *text == '\0';
}

TendDate
tend_date_parse_iso (const char *text)
{
  g_return_val_if_fail (text != NULL, TEND_DATE_NONE);

  if (!has_shape (text, "0000-00-00"))
    return TEND_DATE_NONE;

  return tend_date_new (atoi (text), atoi (text + 5), atoi (text + 8));
}

char *
tend_date_format_iso (TendDate date)
{
  int year, month, day;

  if (date <= TEND_DATE_NONE)
    return g_strdup ("");

  tend_date_get (date, &year, &month, &day);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

TendDate
tend_date_week_start (TendDate date)
{
  g_return_val_if_fail (date > TEND_DATE_NONE, TEND_DATE_NONE);

  return date - (tend_date_weekday (date) - TEND_MONDAY);
}

char *
tend_date_format_week (TendDate date)
{
  TendDate thursday;
  int year;

  g_return_val_if_fail (date > TEND_DATE_NONE, NULL);

  /* A week belongs to the year in which its Thursday lies. */
  thursday = tend_date_week_start (date) + 3;
  tend_date_get (thursday, &year, NULL, NULL);

  return g_strdup_printf ("%04d-W%02d", year, (thursday - tend_date_new (year, 1, 1)) / 7 + 1);
}

TendDate
tend_date_parse_week (const char *text)
{
  g_autofree char *back = NULL;
  TendDate first, monday;

  g_return_val_if_fail (text != NULL, TEND_DATE_NONE);

  if (!has_shape (text, "0000-W00"))
    return TEND_DATE_NONE;

  /* 4 January is always in week 1. */
  first = tend_date_new (atoi (text), 1, 4);
  if (first == TEND_DATE_NONE)
    return TEND_DATE_NONE;

  monday = tend_date_week_start (first) + (atoi (text + 6) - 1) * 7;
  if (monday <= TEND_DATE_NONE)
    return TEND_DATE_NONE;

  /* Only some years have a week 53, and none a week 0. */
  back = tend_date_format_week (monday);

  return strcmp (back, text) == 0 ? monday : TEND_DATE_NONE;
}

TendDate
tend_tax_year_start (TendDate date)
{
  TendDate start;
  int year;

  g_return_val_if_fail (date > TEND_DATE_NONE, TEND_DATE_NONE);

  tend_date_get (date, &year, NULL, NULL);
  start = tend_date_new (year, 4, 6);

  return start <= date ? start : tend_date_new (year - 1, 4, 6);
}

TendDate
tend_tax_year_end (TendDate start)
{
  g_return_val_if_fail (start > TEND_DATE_NONE, TEND_DATE_NONE);

  return tend_date_add_years (start, 1) - 1;
}

char *
tend_tax_year_format (TendDate date)
{
  int year;

  g_return_val_if_fail (date > TEND_DATE_NONE, NULL);

  tend_date_get (tend_tax_year_start (date), &year, NULL, NULL);

  return g_strdup_printf ("%04d-%02d", year, (year + 1) % 100);
}

TendDate
tend_tax_year_parse (const char *text)
{
  int year;

  g_return_val_if_fail (text != NULL, TEND_DATE_NONE);

  if (!has_shape (text, "0000-00"))
    return TEND_DATE_NONE;

  year = atoi (text);
  if ((year + 1) % 100 != atoi (text + 5))
    return TEND_DATE_NONE;

  return tend_date_new (year, 4, 6);
}
