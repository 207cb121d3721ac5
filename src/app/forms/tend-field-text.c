/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-field-text.h"

#include "tend-money.h"
#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

/* Longer than a day: such a field is thought of in hours ("30" a week). */
#define HOURS_FROM 10080

/* Whether @word is the beginning of @text, and what follows it. */
static gboolean
skip_word (const char **text,
           const char  *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (*text, word, length) != 0 || g_ascii_isalpha ((*text)[length]))
    return FALSE;
  *text += length;
  return TRUE;
}

static void
skip_blanks (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
}

/* "h", "hrs", "min" and so on: minutes each, or 0. */
static int
read_unit (const char **text)
{
  static const struct { const char *word; int minutes; } units[] = {
    { "hours", 60 }, { "hour", 60 }, { "hrs", 60 }, { "hr", 60 }, { "h", 60 },
    { "minutes", 1 }, { "minute", 1 }, { "mins", 1 }, { "min", 1 }, { "m", 1 },
  };

  skip_blanks (text);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (skip_word (text, units[i].word))
      {
        skip_blanks (text);
        return units[i].minutes;
      }

  return 0;
}

/* A number of up to five figures, with decimals when @decimals is given. */
static gboolean
read_number (const char **text,
             double      *number)
{
  const char *start = *text;
  char *end;

  if (!g_ascii_isdigit (*start))
    return FALSE;
  for (end = (char *) start; g_ascii_isdigit (*end) || *end == '.'; end++)
    ;
  if (end - start > 8)
    return FALSE;

  *number = g_ascii_strtod (start, &end);
  *text = end;
  return TRUE;
}

/* What follows the first number and its unit: "30", "30 min" or nothing. */
static gboolean
read_rest (const char *text,
           int         unit,
           double     *minutes)
{
  double rest;
  int rest_unit;

  if (*text == '\0')
    return TRUE;
  if (unit != 60 || !read_number (&text, &rest))
    return FALSE;

  rest_unit = read_unit (&text);
  *minutes += rest;
  return rest < 60 && rest_unit != 60 && *text == '\0';
}

gboolean
tend_minutes_parse (const char  *text,
                    gboolean     bare_is_hours,
                    gint64      *minutes,
                    GError     **error)
{
  const char *rest = text;
  double number = 0;
  gboolean good;
  int unit;

  skip_blanks (&rest);
  good = read_number (&rest, &number);
  if (good && *rest == ':')
    {
      rest++;
      unit = 60;
      good = g_ascii_isdigit (*rest);
    }
  else
    {
      unit = read_unit (&rest);
      if (unit == 0)
        unit = bare_is_hours ? 60 : 1;
    }

  number *= unit;
  good = good && read_rest (rest, unit, &number);
  if (!good || fabs (number - rint (number)) > 0.001)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           bare_is_hours
                             ? _("Write a length of time like 30 h or 37 h 30.")
                             : _("Write a length of time like 45, 1 h 30 or 1.5 h."));
      return FALSE;
    }

  *minutes = (gint64) rint (number);
  return TRUE;
}

/* Where it has few values, as a likelihood, they are named. */
#define FEW_VALUES 10

static gboolean
parse_integer (const TendField  *field,
               const char       *text,
               gint64           *number,
               GError          **error)
{
  if (g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, number, NULL))
    return TRUE;

  if (field->maximum > 0 && field->maximum <= FEW_VALUES)
    g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID, _("Write a whole number from %d to %d."),
                 (int) field->minimum, (int) field->maximum);
  else
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                         _("Write a whole number, like 14."));
  return FALSE;
}

/* "25 December": a leap year is tried first, so that 29 February is a day. */
static gboolean
parse_day (const char  *text,
           TendDate     today,
           gint64      *number,
           GError     **error)
{
  g_autofree char *in_leap_year = g_strconcat (text, " 2024", NULL);
  TendDate date;
  int year, month, day;

  if (!tend_date_parse (in_leap_year, today, &date, NULL) &&
      !tend_date_parse (text, today, &date, NULL))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           _("Write a day of the year like 25 December."));
      return FALSE;
    }

  tend_date_get (date, &year, &month, &day);
  *number = month * 100 + day;
  return TRUE;
}

/* Turns a date and a time of day into an instant; @later chooses the second of
 * two, in the hour that happens twice. */
static gboolean
resolve (TendDate     date,
         TendClock    clock,
         int          which,
         gint64      *number,
         GError     **error)
{
  TendInstant first, second;

  switch (tend_time_from_local (date, clock, &first, &second))
    {
    case TEND_LOCAL_MISSING:
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           _("There is no such time that night: the clocks go forward."));
      return FALSE;

    case TEND_LOCAL_TWICE:
      if (which == 0)
        {
          g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                               _("That time happens twice that night: write “first” or “second” "
                                 "after it."));
          return FALSE;
        }
      break;

    default:
      break;
    }

  *number = which == 2 ? second : first;
  return TRUE;
}

/* "2 Jun 2026 08:30", with "first" or "second" after it where that is asked. */
static gboolean
parse_instant (const char  *text,
               TendDate     today,
               gint64      *number,
               GError     **error)
{
  g_autofree char *copy = g_strdelimit (g_strdup (text), ",()", ' ');
  const char *names[] = { _("first"), _("second") };
  TendDate date = today;
  TendClock clock;
  int which = 0;
  char *space;

  g_strstrip (copy);
  for (int i = 0; i < 2; i++)
    if (g_str_has_suffix (copy, names[i]))
      {
        which = i + 1;
        copy[strlen (copy) - strlen (names[i])] = '\0';
        g_strchomp (copy);
      }

  space = strrchr (copy, ' ');
  if (space != NULL)
    *space = '\0';
  if (!tend_clock_parse (space != NULL ? space + 1 : copy, &clock, NULL) ||
      (space != NULL && !tend_date_parse (g_strchomp (copy), today, &date, NULL)))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           _("Write a day and a time like 2 Jun 2026 08:30."));
      return FALSE;
    }

  return resolve (date, clock, which, number, error);
}

/* The number that @text stands for, for every type that is kept as one. */
static gboolean
parse_number (const TendField  *field,
              const char       *text,
              TendDate          today,
              gint64           *number,
              GError          **error)
{
  TendDate date;
  TendClock clock;

  switch (field->type)
    {
    case TEND_FIELD_DATE:
      if (!tend_date_parse (text, today, &date, error))
        return FALSE;
      *number = date;
      return TRUE;

    case TEND_FIELD_CLOCK:
      if (!tend_clock_parse (text, &clock, error))
        return FALSE;
      *number = clock;
      return TRUE;

    case TEND_FIELD_DAY:
      return parse_day (text, today, number, error);

    case TEND_FIELD_INSTANT:
      return parse_instant (text, today, number, error);

    case TEND_FIELD_PENCE:
      return tend_money_parse (text, number, error);

    case TEND_FIELD_TENTHS:
      return tend_tenths_parse (text, number, error);

    case TEND_FIELD_MINUTES:
      return tend_minutes_parse (text, field->maximum >= HOURS_FROM, number, error);

    case TEND_FIELD_QUANTITY:
      return tend_quantity_parse_typed (text, number, error);

    default:
      return parse_integer (field, text, number, error);
    }
}

/* Lines without blanks at their ends, and without empty ones between. */
static char *
tidy_list (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (kept, lines[i]);
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("\n", (char **) kept->pdata);
}

gboolean
tend_field_text_parse (TendRecord       *record,
                       const TendField  *field,
                       const char       *text,
                       TendDate          today,
                       GError          **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *tidy = NULL;
  gint64 number;

  tend_record_clear (record, field->name);
  if (*stripped == '\0')
    return TRUE;

  switch (field->type)
    {
    case TEND_FIELD_LIST:
      tidy = tidy_list (stripped);
      tend_record_set_text (record, field->name, tidy);
      return TRUE;

    case TEND_FIELD_TEXT:
    case TEND_FIELD_NOTE:
      tend_record_set_text (record, field->name, stripped);
      return TRUE;

    case TEND_FIELD_CHOICE:
    case TEND_FIELD_REFERENCE:
      g_return_val_if_reached (FALSE);

    default:
      if (!parse_number (field, stripped, today, &number, error))
        return FALSE;
      tend_record_set_int (record, field->name, number);
      return TRUE;
    }
}

static char *
format_instant (TendInstant instant)
{
  TendInstant first, second;
  TendDate date;
  TendClock clock;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  const char *which = "";

  tend_time_to_local (instant, &date, &clock);
  if (tend_time_from_local (date, clock, &first, &second) == TEND_LOCAL_TWICE)
    which = instant == second ? _("second") : _("first");

  day = tend_date_format (date, TEND_DATE_SHORT);
  time = tend_clock_format (clock);
  return g_strdup_printf ("%s %s%s%s", day, time, *which != '\0' ? " " : "", which);
}

static char *
format_number (const TendField *field,
               gint64           number)
{
  switch (field->type)
    {
    case TEND_FIELD_DATE:
      return tend_date_format ((TendDate) number, TEND_DATE_SHORT);
    case TEND_FIELD_CLOCK:
      return tend_clock_format ((TendClock) number);
    case TEND_FIELD_DAY:
      return g_strdup_printf ("%d %s", (int) (number % 100),
                              tend_month_name ((int) (number / 100)));
    case TEND_FIELD_INSTANT:
      return format_instant (number);
    case TEND_FIELD_PENCE:
      return tend_money_format (number);
    case TEND_FIELD_TENTHS:
      return tend_tenths_format (number);
    case TEND_FIELD_MINUTES:
      return tend_minutes_format (number);
    case TEND_FIELD_QUANTITY:
      return tend_quantity_format (number);
    case TEND_FIELD_BOOLEAN:
      return g_strdup (number != 0 ? _("Yes") : "");
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
}

char *
tend_field_text_format (TendRecord      *record,
                        const TendField *field)
{
  if (!tend_record_is_set (record, field->name))
    return g_strdup ("");

  switch (field->type)
    {
    case TEND_FIELD_CHOICE:
      return g_strdup (tend_field_choice_label (field, tend_record_get_text (record, field->name)));

    case TEND_FIELD_TEXT:
    case TEND_FIELD_NOTE:
    case TEND_FIELD_LIST:
    case TEND_FIELD_REFERENCE:
      return g_strdup (tend_record_get_text (record, field->name));

    default:
      return format_number (field, tend_record_get_int (record, field->name));
    }
}

char *
tend_field_text_show (TendRecord *record,
                      const char *field)
{
  return tend_field_text_format (record, tend_kind_field (tend_record_get_kind (record), field));
}
