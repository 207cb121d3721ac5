/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"

G_BEGIN_DECLS

/**
 * tend_recurrence_check:
 *
 * Whether @rrule is an RFC 5545 RRULE that Tend can follow (through libical):
 * daily, weekly, monthly or yearly, by whole days, and ever falling on one.
 */
gboolean tend_recurrence_check  (const char  *rrule,
                                 GError     **error);

/**
 * tend_recurrence_expand:
 * @starts_on: the first day, DTSTART
 * @ends_on: the last day, inclusive, or TEND_DATE_NONE
 *
 * Returns: (element-type TendDate): the days on which the rule falls within
 *   @from to @to, both inclusive, in order.  @starts_on is one of them only if
 *   the rule falls on it.  Quick for a rule that started ten years before @from,
 *   but for one with a COUNT, which is counted from its start.  None for a rule
 *   that tend_recurrence_check() refuses.
 */
GArray  *tend_recurrence_expand (const char  *rrule,
                                 TendDate     starts_on,
                                 TendDate     ends_on,
                                 TendDate     from,
                                 TendDate     to);

/**
 * tend_recurrence_weekly:
 * @interval: every how many weeks, from 1
 * @days: a bit for each weekday, 1 << TEND_MONDAY and so on
 *
 * Returns: the RRULE, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"
 */
char    *tend_recurrence_weekly (int          interval,
                                 guint        days);
/* The same bits of names as a record has them, "MO\nTH"; 0 for NULL. */
guint    tend_weekdays_parse    (const char  *names);
/* "Mon–Fri", "Sat, Sun": of the same bits, as narrow as it can be; translated. */
char    *tend_weekdays_format   (guint        days);
/* The reverse; FALSE when @rrule is some other kind of rule, or ends by itself. */
gboolean tend_recurrence_parse_weekly (const char *rrule,
                                       TendDate    starts_on,
                                       int        *interval,
                                       guint      *days);
/* "Every week on Monday and Thursday", "Every day", "Every 2 weeks on Friday"; translated. */
char    *tend_recurrence_describe (const char *rrule,
                                   TendDate    starts_on);

G_END_DECLS
