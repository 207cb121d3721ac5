/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a rule part by part before libical sees it: libical takes values out of
 * range, parts given twice and parts it does not know in silence. */

#include "tend-recurrence-private.h"

#include "tend-error.h"
#include "tend-time.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* The longest sensible rule, every day of the month named, is far shorter. */
#define MAX_LENGTH 500

typedef struct
{
  const char *name;
  int         max;
  gboolean    is_list; /* several numbers, each of which may count from the end */
  const char *with;    /* the frequencies it goes with, by their first letters */
} NumberPart;

/* RFC 5545, section 3.3.10; BYSETPOS with fewer frequencies than there, for
 * libical passes over it in the others. */
static const NumberPart number_parts[] = {
  { "INTERVAL", 1000, FALSE, "DWMY" },
  { "COUNT", 100000, FALSE, "DWMY" },
  { "BYMONTH", 12, TRUE, "DWMY" },
  { "BYMONTHDAY", 31, TRUE, "DMY" },
  { "BYYEARDAY", 366, TRUE, "Y" },
  { "BYWEEKNO", 53, TRUE, "Y" },
  { "BYSETPOS", 366, TRUE, "MY" },
};

static const char *frequencies[] = { "DAILY", "WEEKLY", "MONTHLY", "YEARLY", NULL };
static const char *weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU", NULL };

TendWeekday
tend_rule_weekday (short by_day)
{
  /* libical's week begins with Sunday as 1. */
  return (icalrecurrencetype_day_day_of_week (by_day) + 5) % 7 + 1;
}

/* Digits after an optional sign, from 1 to @max. */
static gboolean
is_number (const char *text,
           int         max,
           gboolean    may_have_sign)
{
  guint64 value;

  if (may_have_sign && (*text == '-' || *text == '+'))
    text++;

  return g_ascii_string_to_unsigned (text, 10, 1, max, &value, NULL);
}

static gboolean
is_number_list (const char *text,
                int         max)
{
  g_auto(GStrv) items = g_strsplit (text, ",", -1);

  for (char **item = items; *item != NULL; item++)
    {
      if (!is_number (*item, max, TRUE))
        return FALSE;
    }

  return items[0] != NULL;
}

/* "MO", or "-1FR" for the last Friday. */
static gboolean
is_day_list (const char *text,
             gboolean    may_count)
{
  g_auto(GStrv) items = g_strsplit (text, ",", -1);

  for (char **item = items; *item != NULL; item++)
    {
      gsize length = strlen (*item);
      g_autofree char *number = NULL;

      if (length < 2 || !g_strv_contains (weekdays, *item + length - 2))
        return FALSE;

      number = g_strndup (*item, length - 2);
      if (*number != '\0' && (!may_count || !is_number (number, 53, TRUE)))
        return FALSE;
    }

  return items[0] != NULL;
}

/* "20261231", or a moment of that day, "20261231T225959Z". */
static gboolean
read_until (const char *text,
            TendDate   *until)
{
  struct icaltimetype time;

  if (strspn (text, "0123456789TZ") != strlen (text) || strlen (text) < 8)
    return FALSE;

  time = icaltime_from_string (text);
  if (icaltime_is_null_time (time) || !icaltime_is_valid_time (time))
    return FALSE;

  *until = tend_date_new (time.year, time.month, time.day);
  if (*until != TEND_DATE_NONE && icaltime_is_utc (time))
    *until = tend_time_date (((gint64) (*until - TEND_DATE_EPOCH) * 24 + time.hour) * 3600 +
                             time.minute * 60 + time.second);

  return *until != TEND_DATE_NONE;
}

static gboolean
is_good_part (const char *freq,
              const char *name,
              const char *value,
              TendRule   *rule)
{
  gboolean may_count = *freq == 'M' || *freq == 'Y';

  if (g_str_equal (name, "FREQ"))
    return g_strv_contains (frequencies, value);
  if (g_str_equal (name, "WKST"))
    return g_strv_contains (weekdays, value);
  if (g_str_equal (name, "BYDAY"))
    return is_day_list (value, may_count);
  if (g_str_equal (name, "UNTIL"))
    return read_until (value, &rule->until);

  for (gsize i = 0; i < G_N_ELEMENTS (number_parts); i++)
    {
      const NumberPart *part = &number_parts[i];

      if (!g_str_equal (name, part->name))
        continue;
      if (strchr (part->with, *freq) == NULL)
        return FALSE;
      if (part->is_list)
        return is_number_list (value, part->max);
      return is_number (value, part->max, FALSE);
    }

  return FALSE;
}

/* The value of FREQ, which says what the other parts may be. */
static const char *
find_freq (char **parts)
{
  for (; *parts != NULL; parts++)
    {
      if (g_str_has_prefix (*parts, "FREQ="))
        return *parts + strlen ("FREQ=");
    }

  return "?";
}

/* Reads the end of the rule into @rule.
 * Returns: the other parts, ready for libical, or %NULL and the one at @fault */
static char *
read_parts (const char  *rrule,
            TendRule    *rule,
            char       **fault)
{
  g_autofree char *upper = g_ascii_strup (rrule, -1);
  g_auto(GStrv) parts = g_strsplit (upper, ";", -1);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) rest = g_string_new (NULL);
  const char *freq = find_freq (parts);

  for (char **part = parts; *part != NULL; part++)
    {
      const char *equals = strchr (*part, '=');
      char *name = g_strndup (*part, equals != NULL ? equals - *part : 0);
      gboolean is_new = !g_hash_table_contains (seen, name);

      g_hash_table_add (seen, name);
      if (equals == NULL || !is_new || !is_good_part (freq, name, equals + 1, rule))
        {
          *fault = g_strdup (*part);
          return NULL;
        }

      if (g_str_equal (name, "COUNT"))
        rule->count = atoi (equals + 1);
      else if (!g_str_equal (name, "UNTIL"))
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? ";" : "", *part);
    }

  if (!g_hash_table_contains (seen, "FREQ") ||
      (g_hash_table_contains (seen, "COUNT") && g_hash_table_contains (seen, "UNTIL")))
    {
      *fault = g_strdup (rrule);
      return NULL;
    }

  return g_string_free (g_steal_pointer (&rest), FALSE);
}

gboolean
tend_rule_parse (const char  *rrule,
                 TendRule    *rule,
                 GError     **error)
{
  g_autofree char *rest = NULL;
  g_autofree char *fault = NULL;

  rule->until = TEND_DATE_NONE;
  rule->count = 0;

  if (strlen (rrule) <= MAX_LENGTH && g_utf8_validate (rrule, -1, NULL))
    rest = read_parts (rrule, rule, &fault);

  if (rest == NULL)
    {
      if (fault == NULL || *fault == '\0')
        g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                             _("This is not a repeating pattern. "
                               "Write one such as FREQ=WEEKLY;BYDAY=MO,TH."));
      else
        {
          g_autofree char *quote = tend_error_quote (fault);

          g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                       _("“%s” is not something a repeating pattern can say. "
                         "Write one such as FREQ=WEEKLY;BYDAY=MO,TH."), quote);
        }

      return FALSE;
    }

  rule->rule = icalrecurrencetype_from_string (rest);

  return TRUE;
}
