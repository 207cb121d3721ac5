/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"

G_BEGIN_DECLS

/**
 * TendInstant:
 *
 * A moment, as seconds of UTC since 1970.  Care times are whole minutes.  The
 * zone of every local time is Europe/London, whatever the computer's is.
 * Durations are differences of instants, so a night over a clock change has its
 * true length (scenario S12).
 */
typedef gint64 TendInstant;
#define TEND_INSTANT_NONE G_MININT64

/* Minutes after local midnight, 0 to 1439; -1 is "no time of day". */
typedef int TendClock;
#define TEND_CLOCK_NONE (-1)

typedef enum
{
  TEND_LOCAL_UNIQUE,    /* the usual case */
  TEND_LOCAL_MISSING,   /* skipped when the clocks go forward: there is no such time */
  TEND_LOCAL_TWICE,     /* happens twice when the clocks go back */
} TendLocalKind;

/**
 * tend_time_from_local:
 * @first: (out): the instant; for TWICE the earlier one; for MISSING the instant
 *   at which the clocks go forward
 * @second: (out) (optional): for TWICE the later one, else equal to @first
 */
TendLocalKind tend_time_from_local   (TendDate      date,
                                      TendClock     clock,
                                      TendInstant  *first,
                                      TendInstant  *second);
/* For expansion of patterns: MISSING moves to the next time there is, TWICE takes the first. */
TendInstant   tend_time_resolve      (TendDate      date,
                                      TendClock     clock);
void          tend_time_to_local     (TendInstant   instant,
                                      TendDate     *date,
                                      TendClock    *clock);
TendDate      tend_time_date         (TendInstant   instant);
TendClock     tend_time_clock        (TendInstant   instant);
/* Whole minutes from @from to @to. */
gint64        tend_time_minutes      (TendInstant   from,
                                      TendInstant   to);

/**
 * tend_time_parse_iso:
 *
 * Reads the interchange form: "YYYY-MM-DDTHH:MM" local, or with "Z" for UTC.
 * A local time that does not exist or happens twice is TEND_ERROR_INVALID, and
 * the message says which, and for the second how to write it with Z.
 */
gboolean      tend_time_parse_iso    (const char   *text,
                                      TendInstant  *instant,
                                      GError      **error);
/* Local "YYYY-MM-DDTHH:MM", with Z (UTC) only in the hour that happens twice. */
char         *tend_time_format_iso   (TendInstant   instant);

/* "HH:MM"; strict.  TEND_CLOCK_NONE when it is not a time of day. */
TendClock     tend_clock_parse_iso   (const char   *text);
char         *tend_clock_format      (TendClock     clock);
/* Reads what a person types: "9", "930", "9.30", "9:30", "9.30pm", "21:30". */
gboolean      tend_clock_parse       (const char   *text,
                                      TendClock    *clock,
                                      GError      **error);

/* "08:00–08:30"; a time in the hour that happens twice is marked "(first)"/"(second)". */
char         *tend_time_format_span  (TendInstant   from,
                                      TendInstant   to);
/* "30 min", "1 h", "1 h 30 min"; translated. */
char         *tend_minutes_format    (gint64        minutes);
/* "1.5": hours for a rate line, with as many decimals as needed, at most 2. */
char         *tend_minutes_format_hours (gint64     minutes);

/**
 * tend_clock_now:
 *
 * The only reading of the machine's clock.  @override ("--on DATE", or the
 * sample's fixed day) stands for today where it is not TEND_DATE_NONE: the
 * instant is then 12:00 local on that day.
 */
TendInstant   tend_time_now          (TendDate      override);
TendDate      tend_date_today        (TendDate      override);

G_END_DECLS
