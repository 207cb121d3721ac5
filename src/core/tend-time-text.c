/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Times of day, instants and durations as people and files write them. */

#include "tend-time.h"

#include "tend-error.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTE         60
#define ISO_DATE_CHARS 10 /* "2026-10-25"       */
#define ISO_TIME_CHARS 16 /* "2026-10-25T01:30" */

/* As if UTC were the local clock: the form with Z. */
static char *
format_utc (TendInstant instant)
{
  gint64 minutes = instant / MINUTE - (instant % MINUTE < 0);
  gint64 day = minutes / (24 * 60) - (minutes % (24 * 60) < 0);
  g_autofree char *date = tend_date_format_iso (day + TEND_DATE_EPOCH);
  g_autofree char *clock = tend_clock_format (minutes - day * 24 * 60);

  return g_strdup_printf ("%sT%sZ", date, clock);
}

/* Says why @date at @clock is not one moment. */
static void
set_kind_error (GError        **error,
                TendLocalKind   kind,
                TendDate        date,
                TendClock       clock)
{
  g_autofree char *day = tend_date_format (date, TEND_DATE_LONG);
  g_autofree char *time = tend_clock_format (clock);
  TendInstant first, second;

  tend_time_from_local (date, clock, &first, &second);

  if (kind == TEND_LOCAL_MISSING)
    {
      g_autofree char *next = tend_clock_format (tend_time_clock (first));

      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("There is no %s on %s, since the clocks go forward to %s."), time, day, next);
    }
  else
    {
      g_autofree char *one = format_utc (first);
      g_autofree char *two = format_utc (second);

      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("%s happens twice on %s, since the clocks go back. "
                     "Write %s for the first time or %s for the second."), time, day, one, two);
    }
}

gboolean
tend_time_parse_iso (const char   *text,
                     TendInstant  *instant,
                     GError      **error)
{
  g_autofree char *date_text = NULL;
  g_autofree char *clock_text = NULL;
  TendDate date = TEND_DATE_NONE;
  TendClock clock = TEND_CLOCK_NONE;
  gboolean is_utc = FALSE;
  TendLocalKind kind;
  gsize length;

  g_return_val_if_fail (text != NULL && instant != NULL, FALSE);

  *instant = TEND_INSTANT_NONE;
  length = strlen (text);
  if (length == ISO_TIME_CHARS || (length == ISO_TIME_CHARS + 1 && text[ISO_TIME_CHARS] == 'Z'))
    {
      is_utc = length > ISO_TIME_CHARS;
      date_text = g_strndup (text, ISO_DATE_CHARS);
      clock_text = g_strndup (text + ISO_DATE_CHARS + 1, ISO_TIME_CHARS - ISO_DATE_CHARS - 1);
      date = text[ISO_DATE_CHARS] == 'T' ? tend_date_parse_iso (date_text) : TEND_DATE_NONE;
      clock = tend_clock_parse_iso (clock_text);
    }

  if (date == TEND_DATE_NONE || clock == TEND_CLOCK_NONE)
    {
      g_autofree char *quote = tend_error_quote (text);

      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("“%s” is not a date and time. Write it like 2026-06-02T08:30."), quote);
      return FALSE;
    }

  if (is_utc)
    {
      *instant = ((gint64) (date - TEND_DATE_EPOCH) * 24 * 60 + clock) * MINUTE;
      return TRUE;
    }

  kind = tend_time_from_local (date, clock, instant, NULL);
  if (kind != TEND_LOCAL_UNIQUE)
    {
      *instant = TEND_INSTANT_NONE;
      set_kind_error (error, kind, date, clock);
      return FALSE;
    }

  return TRUE;
}

char *
tend_time_format_iso (TendInstant instant)
{
  g_autofree char *date_text = NULL;
  g_autofree char *clock_text = NULL;
  TendInstant first;
  TendDate date;
  TendClock clock;

  g_return_val_if_fail (instant != TEND_INSTANT_NONE, NULL);

  tend_time_to_local (instant, &date, &clock);
  if (tend_time_from_local (date, clock, &first, NULL) == TEND_LOCAL_TWICE)
    return format_utc (instant);

  date_text = tend_date_format_iso (date);
  clock_text = tend_clock_format (clock);

  return g_strdup_printf ("%sT%s", date_text, clock_text);
}

TendClock
tend_clock_parse_iso (const char *text)
{
  int hour, minute;

  g_return_val_if_fail (text != NULL, TEND_CLOCK_NONE);

  if (strlen (text) != 5 || text[2] != ':' ||
      !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) ||
      !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return TEND_CLOCK_NONE;

  hour = g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
  minute = g_ascii_digit_value (text[3]) * 10 + g_ascii_digit_value (text[4]);

  return hour < 24 && minute < 60 ? hour * 60 + minute : TEND_CLOCK_NONE;
}

char *
tend_clock_format (TendClock clock)
{
  if (clock == TEND_CLOCK_NONE)
    return g_strdup ("");

  g_return_val_if_fail (clock >= 0 && clock < 24 * 60, NULL);

  return g_strdup_printf ("%02d:%02d", clock / 60, clock % 60);
}

/* Digits only: one or two are hours, three or four hours and minutes. */
static gboolean
read_hours_and_minutes (const char **p,
                        int         *hour,
                        int         *minute)
{
  int value = 0, n = 0;

  for (; g_ascii_isdigit (**p) && n < 5; (*p)++, n++)
    value = value * 10 + (**p - '0');

  *hour = n > 2 ? value / 100 : value;
  *minute = n > 2 ? value % 100 : 0;

  if (n <= 2 && (**p == ':' || **p == '.'))
    {
      (*p)++;
      if (!g_ascii_isdigit ((*p)[0]) || !g_ascii_isdigit ((*p)[1]))
        return FALSE;
      *minute = ((*p)[0] - '0') * 10 + ((*p)[1] - '0');
      *p += 2;
    }

  return n >= 1 && n <= 4;
}

gboolean
tend_clock_parse (const char  *text,
                  TendClock   *clock,
                  GError     **error)
{
  g_autofree char *stripped = NULL;
  const char *p;
  int hour, minute;
  gboolean is_good;

  g_return_val_if_fail (text != NULL && clock != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  p = stripped;
  is_good = read_hours_and_minutes (&p, &hour, &minute) && hour < 24 && minute < 60;

  while (*p == ' ')
    p++;

  if (is_good && *p != '\0')
    {
      gboolean is_pm = g_ascii_strcasecmp (p, "pm") == 0;

      is_good = (is_pm || g_ascii_strcasecmp (p, "am") == 0) && hour >= 1 && hour <= 12;
      hour = hour % 12 + (is_pm ? 12 : 0);
    }

  if (!is_good)
    {
      g_autofree char *quote = tend_error_quote (text);

      *clock = TEND_CLOCK_NONE;
      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("“%s” is not a time of day. Write it like 9:30 or 21:30."), quote);
      return FALSE;
    }

  *clock = hour * 60 + minute;
  return TRUE;
}

/* "01:30 (first)" in the hour that happens twice, else "01:30". */
static char *
format_end (TendInstant instant)
{
  g_autofree char *time = NULL;
  TendInstant first;
  TendDate date;
  TendClock clock;

  tend_time_to_local (instant, &date, &clock);
  time = tend_clock_format (clock);

  if (tend_time_from_local (date, clock, &first, NULL) != TEND_LOCAL_TWICE)
    return g_steal_pointer (&time);

  /* The instant may carry seconds, the local time is whole minutes. */
  return instant - first < MINUTE
         /* Translators: a time in the hour before the clocks go back */
         ? g_strdup_printf (_("%s (first)"), time)
         /* Translators: the same time in the hour after */
         : g_strdup_printf (_("%s (second)"), time);
}

char *
tend_time_format_span (TendInstant from,
                       TendInstant to)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (from != TEND_INSTANT_NONE && to != TEND_INSTANT_NONE, NULL);

  start = format_end (from);
  end = format_end (to);

  return g_strdup_printf ("%s–%s", start, end);
}

char *
tend_minutes_format (gint64 minutes)
{
  const char *sign = minutes < 0 ? "\xe2\x88\x92" : "";
  int hours = ABS (minutes) / 60;
  int rest = ABS (minutes) % 60;

  if (hours == 0)
    return g_strdup_printf (_("%s%d min"), sign, rest);
  if (rest == 0)
    return g_strdup_printf (_("%s%d h"), sign, hours);

  /* Translators: a sign (usually nothing), hours and minutes: "1 h 30 min" */
  return g_strdup_printf (_("%s%d h %d min"), sign, hours, rest);
}

char *
tend_minutes_format_hours (gint64 minutes)
{
  gint64 hundredths = tend_money_divide (minutes * 100, 60);
  char *text = tend_money_format_plain (hundredths);
  gsize length = strlen (text);

  /* At most two decimals, and none that say nothing. */
  while (text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[--length] = '\0';

  return text;
}
