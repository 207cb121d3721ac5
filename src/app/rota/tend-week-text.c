/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-week-text.h"

#include <glib/gi18n-lib.h>

char *
tend_week_title (TendDate monday)
{
  g_autofree char *last = tend_date_format (monday + 6, TEND_DATE_LONG);
  g_autofree char *first = NULL;
  int year, month, day, last_year, last_month;

  tend_date_get (monday, &year, &month, &day);
  tend_date_get (monday + 6, &last_year, &last_month, NULL);

  if (year != last_year)
    {
      first = tend_date_format (monday, TEND_DATE_LONG);
      /* Translators: the first and last day of a week */
      return g_strdup_printf (_("%s – %s"), first, last);
    }

  if (month != last_month)
    /* Translators: "30 November – 6 December 2026" */
    return g_strdup_printf (_("%d %s – %s"), day, tend_month_name (month), last);

  /* Translators: "23–29 November 2026" */
  return g_strdup_printf (_("%d–%s"), day, last);
}

char *
tend_moment_text (TendInstant start,
                  TendInstant end)
{
  TendDate date = tend_time_date (start);
  g_autofree char *span = tend_time_format_span (start, end);
  int month, day;

  tend_date_get (date, NULL, &month, &day);

  /* Translators: weekday, day, month, times: "Tuesday 3 June, 09:00–09:30" */
  return g_strdup_printf (_("%s %d %s, %s"), tend_weekday_name (tend_date_weekday (date)), day,
                          tend_month_name (month), span);
}

char *
tend_visits_count (guint n)
{
  if (n == 0)
    return NULL;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u visit", "%u visits", n), n);
}
