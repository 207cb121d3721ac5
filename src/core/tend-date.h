/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TendDate:
 *
 * A calendar date as GLib's Julian day number, so that days can be counted,
 * compared and added with plain arithmetic.  TEND_DATE_NONE (0) is "no date".
 * Dates alone never carry a time or a zone: a birthday is a birthday.
 */
typedef int TendDate;
#define TEND_DATE_NONE 0
#define TEND_DATE_EPOCH 719163 /* 1 January 1970 */

typedef enum { TEND_MONDAY = 1, TEND_TUESDAY, TEND_WEDNESDAY, TEND_THURSDAY,
               TEND_FRIDAY, TEND_SATURDAY, TEND_SUNDAY } TendWeekday;

/* TEND_DATE_NONE when there is no such day. */
TendDate    tend_date_new            (int          year,
                                      int          month,
                                      int          day);
void        tend_date_get            (TendDate     date,
                                      int         *year,
                                      int         *month,
                                      int         *day);
TendWeekday tend_date_weekday        (TendDate     date);

/* Adds years; 29 February becomes 28 February in a common year (scenario S05:
 * the last good day of something issued on @date is its anniversary). */
TendDate    tend_date_add_years      (TendDate     date,
                                      int          years);
TendDate    tend_date_add_months     (TendDate     date,
                                      int          months);
/* Whole years from @born to @on. */
int         tend_date_age            (TendDate     born,
                                      TendDate     on);

/* Strict "YYYY-MM-DD"; anything else is TEND_DATE_NONE. */
TendDate    tend_date_parse_iso      (const char  *text);
/* "" for TEND_DATE_NONE. */
char       *tend_date_format_iso     (TendDate     date);

/**
 * tend_date_parse:
 *
 * Reads a date as a person in Britain types it, day first: "2/6/2026",
 * "2 Jun 2026", "2 June", "2026-06-02", "today", "tomorrow", "yesterday",
 * "monday" (the first from @today on), "Tue 2 June 2026".  Of a year left out,
 * or of which only two figures are given, the one nearest @today is meant.
 */
gboolean    tend_date_parse          (const char  *text,
                                      TendDate     today,
                                      TendDate    *date,
                                      GError     **error);

typedef enum
{
  TEND_DATE_SHORT,   /* 2 Jun 2026          */
  TEND_DATE_LONG,    /* 2 June 2026         */
  TEND_DATE_FULL,    /* Tuesday 2 June 2026 */
  TEND_DATE_DAY,     /* Tue 2 Jun           */
} TendDateStyle;

/* Translated.  "" for TEND_DATE_NONE. */
char       *tend_date_format         (TendDate       date,
                                      TendDateStyle  style);
const char *tend_weekday_name        (TendWeekday    day);  /* translated "Tuesday" */
const char *tend_weekday_short_name  (TendWeekday    day);  /* translated "Tue"     */
const char *tend_month_name          (int            month);

/* ISO weeks, which begin on Monday: "2026-W48". */
TendDate    tend_date_week_start     (TendDate       date);
char       *tend_date_format_week    (TendDate       date);
TendDate    tend_date_parse_week     (const char    *text); /* its Monday, or TEND_DATE_NONE */

/* Tax years run from 6 April to 5 April: "2026-27" (domain.md 4.2). */
TendDate    tend_tax_year_start      (TendDate       date);  /* the 6 April on or before @date */
TendDate    tend_tax_year_end        (TendDate       start); /* the 5 April, inclusive */
char       *tend_tax_year_format     (TendDate       date);
TendDate    tend_tax_year_parse      (const char    *text);  /* its 6 April, or TEND_DATE_NONE */

G_END_DECLS
