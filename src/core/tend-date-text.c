/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as people read and type them: names of days and months, and the forms
 * in which a date is shown and understood. */

#include "tend-date.h"

#include "tend-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NUMBERS 3

/* Fewer letters than this do not name a day or month. */
#define MIN_NAME 3

static const char *weekdays[] = {
  N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"),
  N_("Friday"), N_("Saturday"), N_("Sunday"),
};

static const char *short_weekdays[] = {
  N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
};

static const char *months[] = {
  NC_("month", "January"), NC_("month", "February"), NC_("month", "March"),
  NC_("month", "April"), NC_("month", "May"), NC_("month", "June"),
  NC_("month", "July"), NC_("month", "August"), NC_("month", "September"),
  NC_("month", "October"), NC_("month", "November"), NC_("month", "December"),
};

static const char *short_months[] = {
  NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"),
  NC_("short month", "Apr"), NC_("short month", "May"), NC_("short month", "Jun"),
  NC_("short month", "Jul"), NC_("short month", "Aug"), NC_("short month", "Sep"),
  NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
};

const char *
tend_weekday_name (TendWeekday day)
{
  g_return_val_if_fail (day >= TEND_MONDAY && day <= TEND_SUNDAY, "");

  return _(weekdays[day - 1]);
}

const char *
tend_weekday_short_name (TendWeekday day)
{
  g_return_val_if_fail (day >= TEND_MONDAY && day <= TEND_SUNDAY, "");

  return _(short_weekdays[day - 1]);
}

const char *
tend_month_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "month", months[month - 1]);
}

static const char *
short_month_name (int month)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "short month", short_months[month - 1]);
}

char *
tend_date_format (TendDate      date,
                  TendDateStyle style)
{
  int year, month, day;

  if (date <= TEND_DATE_NONE)
    return g_strdup ("");

  tend_date_get (date, &year, &month, &day);

  switch (style)
    {
    case TEND_DATE_SHORT:
      /* Translators: day, short name of the month, year: "2 Jun 2026" */
      return g_strdup_printf (C_("short date", "%1$d %2$s %3$d"),
                              day, short_month_name (month), year);
    case TEND_DATE_LONG:
      /* Translators: day, name of the month, year: "2 June 2026" */
      return g_strdup_printf (C_("long date", "%1$d %2$s %3$d"),
                              day, tend_month_name (month), year);
    case TEND_DATE_FULL:
      /* Translators: weekday, day, month, year: "Tuesday 2 June 2026" */
      return g_strdup_printf (C_("full date", "%1$s %2$d %3$s %4$d"),
                              tend_weekday_name (tend_date_weekday (date)),
                              day, tend_month_name (month), year);
    case TEND_DATE_DAY:
      /* Translators: short weekday, day, short month: "Tue 2 Jun" */
      return g_strdup_printf (C_("day", "%1$s %2$d %3$s"),
                              tend_weekday_short_name (tend_date_weekday (date)),
                              day, short_month_name (month));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What a person typed, taken apart: "Tue 2nd June 2026" is the weekday 2, the
 * numbers 2 and 2026, and the month 6 standing after the first of them. */
typedef struct
{
  int      numbers[MAX_NUMBERS];
  int      digits[MAX_NUMBERS];
  int      n_numbers;
  int      weekday;
  int      month;
  int      offset;      /* of "tomorrow" */
  gboolean is_relative;
} Typed;

/* Whether @typed begins the translated or the English @name. */
static gboolean
begins (const char *typed,
        const char *translated,
        const char *english)
{
  g_autofree char *folded = g_utf8_casefold (translated, -1);
  g_autofree char *folded_english = g_utf8_casefold (english, -1);

  return g_utf8_strlen (typed, -1) >= MIN_NAME &&
         (g_str_has_prefix (folded, typed) || g_str_has_prefix (folded_english, typed));
}

/* In Welsh a weekday has two words: "Dydd Mawrth" is Tuesday, and "Mawrth" is enough. */
static gboolean
take_weekday (Typed      *typed,
              const char *word)
{
  for (int i = 1; i <= 7; i++)
    {
      const char *name = tend_weekday_name (i);
      const char *space = strrchr (name, ' ');
      g_autofree char *before = g_utf8_casefold (name, space != NULL ? space - name : 0);

      if (begins (word, space != NULL ? space + 1 : name, weekdays[i - 1]))
        {
          typed->weekday = i;
          return TRUE;
        }
      if (strcmp (word, before) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
take_relative (Typed      *typed,
               const char *word)
{
  static const struct { const char *word; int offset; } relatives[] = {
    { N_("yesterday"), -1 }, { N_("today"), 0 }, { N_("tomorrow"), 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (relatives); i++)
    {
      g_autofree char *translated = g_utf8_casefold (_(relatives[i].word), -1);

      if (strcmp (word, translated) == 0 || strcmp (word, relatives[i].word) == 0)
        {
          typed->is_relative = TRUE;
          typed->offset = relatives[i].offset;
          return TRUE;
        }
    }

  return FALSE;
}

/* A word after the first number is a month, one before it something else: in
 * Welsh "Mawrth" is both March and Tuesday. */
static gboolean
take_word (Typed      *typed,
           const char *word)
{
  if (typed->n_numbers == 1 && typed->month == 0)
    {
      for (int i = 1; i <= 12; i++)
        {
          if (begins (word, tend_month_name (i), months[i - 1]) ||
              begins (word, short_month_name (i), short_months[i - 1]))
            {
              typed->month = i;
              return TRUE;
            }
        }
    }
  else if (typed->n_numbers == 0 && typed->weekday == 0 && !typed->is_relative)
    {
      return take_weekday (typed, word) || take_relative (typed, word);
    }

  return FALSE;
}

static gboolean
take_number (Typed       *typed,
             const char **p)
{
  static const char *ordinals[] = { "st", "nd", "rd", "th" };
  int n = typed->n_numbers;

  if (n == MAX_NUMBERS || typed->is_relative)
    return FALSE;

  for (; g_ascii_isdigit (**p); (*p)++)
    {
      if (++typed->digits[n] > 4)
        return FALSE;
      typed->numbers[n] = typed->numbers[n] * 10 + (**p - '0');
    }

  for (gsize i = 0; i < G_N_ELEMENTS (ordinals) && n == 0; i++)
    {
      if (g_str_has_prefix (*p, ordinals[i]) && !g_unichar_isalpha (g_utf8_get_char (*p + 2)))
        {
          *p += 2;
          break;
        }
    }

  typed->n_numbers++;
  return TRUE;
}

static gboolean
take_apart (const char *text,
            Typed      *typed)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  const char *p = folded;

  while (*p != '\0')
    {
      if (g_ascii_isdigit (*p))
        {
          if (!take_number (typed, &p))
            return FALSE;
        }
      else if (g_unichar_isalpha (g_utf8_get_char (p)))
        {
          g_autofree char *word = NULL;
          const char *start = p;

          while (g_unichar_isalpha (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
          word = g_strndup (start, p - start);
          if (!take_word (typed, word))
            return FALSE;
        }
      else if (strchr (" ,./-", *p) != NULL)
        {
          p++;
        }
      else
        {
          return FALSE;
        }
    }

  return TRUE;
}

/* The such day nearest to @today; 29 February is at most eight years away. */
static TendDate
nearest_year (int      month,
              int      day,
              TendDate today)
{
  TendDate best = TEND_DATE_NONE;
  int this_year;

  tend_date_get (today, &this_year, NULL, NULL);

  for (int year = this_year - 8; year <= this_year + 8; year++)
    {
      TendDate date = tend_date_new (year, month, day);

      if (date != TEND_DATE_NONE &&
          (best == TEND_DATE_NONE || ABS (date - today) <= ABS (best - today)))
        best = date;
    }

  return best;
}

/* Two figures mean the year nearest to now that ends in them; 0 is no year. */
static int
whole_year (int      year,
            int      digits,
            TendDate today)
{
  int this_year;

  if (digits == 4)
    return year;
  if (digits != 2)
    return 0;

  tend_date_get (today, &this_year, NULL, NULL);
  year += this_year - this_year % 100;
  if (year - this_year > 50)
    year -= 100;
  else if (this_year - year >= 50)
    year += 100;

  return year;
}

static TendDate
put_together (const Typed *typed,
              TendDate     today)
{
  const int *n = typed->numbers;
  int named = typed->month != 0;

  if (typed->is_relative)
    return today + typed->offset;

  if (typed->n_numbers == 0 && typed->weekday != 0)
    return today + (typed->weekday - tend_date_weekday (today) + 7) % 7;

  if (typed->n_numbers == 3 && !named && typed->digits[0] == 4)
    return tend_date_new (n[0], n[1], n[2]);

  if (typed->n_numbers < 2 - named || typed->n_numbers > 3 - named || typed->digits[0] > 2)
    return TEND_DATE_NONE;

  if (typed->n_numbers == 2 - named)
    return nearest_year (named ? typed->month : n[1], n[0], today);

  return tend_date_new (whole_year (n[2 - named], typed->digits[2 - named], today),
                        named ? typed->month : n[1], n[0]);
}

gboolean
tend_date_parse (const char  *text,
                 TendDate     today,
                 TendDate    *date,
                 GError     **error)
{
  Typed typed = { 0 };

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);
  g_return_val_if_fail (today > TEND_DATE_NONE, FALSE);

  *date = TEND_DATE_NONE;
  if (g_utf8_validate (text, -1, NULL) && take_apart (text, &typed))
    *date = put_together (&typed, today);

  if (*date == TEND_DATE_NONE)
    {
      g_autofree char *quote = tend_error_quote (text);

      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("“%s” is not a date. Write it like 2 June 2026 or 2/6/2026."), quote);
      return FALSE;
    }

  /* A day of the week that does not fit is a slip worth asking about. */
  if (typed.weekday != 0 && tend_date_weekday (*date) != (TendWeekday) typed.weekday)
    {
      g_autofree char *long_date = tend_date_format (*date, TEND_DATE_LONG);

      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("%s is a %s, not a %s. Check the day or the date."), long_date,
                   tend_weekday_name (tend_date_weekday (*date)),
                   tend_weekday_name (typed.weekday));
      *date = TEND_DATE_NONE;
      return FALSE;
    }

  return TRUE;
}
