/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-quarter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The months a quarter is long, and the one that the first begins with. */
#define MONTHS 3
#define FIRST  4

TendQuarter
tend_quarter_parse (const char *text)
{
  g_autofree char *again = NULL;
  TendQuarter quarter;

  if (text == NULL || strlen (text) != strlen ("2026-Q1"))
    return TEND_QUARTER_NONE;

  quarter = (int) g_ascii_strtoull (text, NULL, 10) * 4 + text[6] - '1';
  again = tend_quarter_format (quarter);

  return g_str_equal (text, again) && tend_quarter_due (quarter, 1) != TEND_DATE_NONE
         ? quarter : TEND_QUARTER_NONE;
}

char *
tend_quarter_format (TendQuarter quarter)
{
  return g_strdup_printf ("%04d-Q%d", quarter / 4, quarter % 4 + 1);
}

TendQuarter
tend_quarter_of (TendDate date)
{
  int year, month;

  tend_date_get (date, &year, &month, NULL);
  return month < FIRST ? (year - 1) * 4 + 3 : year * 4 + (month - FIRST) / MONTHS;
}

TendDate
tend_quarter_start (TendQuarter quarter)
{
  int months = FIRST - 1 + quarter % 4 * MONTHS;

  return tend_date_new (quarter / 4 + months / 12, months % 12 + 1, 1);
}

TendDate
tend_quarter_end (TendQuarter quarter,
                  int         last_day)
{
  TendDate last = tend_quarter_start (quarter + 1) - 1;
  int year, month, day;

  tend_date_get (last, &year, &month, &day);
  return last_day > 0 ? tend_date_new (year, month, MIN (day, last_day)) : last;
}

TendDate
tend_quarter_due (TendQuarter quarter,
                  int         day)
{
  TendDate next = tend_quarter_start (quarter + 1);

  return next != TEND_DATE_NONE ? next + day - 1 : TEND_DATE_NONE;
}

char *
tend_quarter_name (TendQuarter quarter)
{
  int year, first, last;

  tend_date_get (tend_quarter_start (quarter), NULL, &first, NULL);
  tend_date_get (tend_quarter_end (quarter, 0), &year, &last, NULL);

  /* Translators: two months and a year, "April to June 2026" */
  return g_strdup_printf (_("%s to %s %d"), tend_month_name (first), tend_month_name (last), year);
}

char *
tend_quarter_title (TendQuarter quarter)
{
  g_autofree char *name = tend_quarter_name (quarter);

  return g_strdup_printf (_("Quarter %d, %s"), quarter % 4 + 1, name);
}
