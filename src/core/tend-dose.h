/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-time.h"

G_BEGIN_DECLS

/* When doses are due, and how much time there must be between two. */

/**
 * TendDoseSchedule:
 *
 * When a medicine is due.  Plain values; text and times belong to whoever made it.
 */
typedef struct
{
  const char      *pattern;   /* an RRULE, or NULL for every day */
  TendDate         starts_on;
  TendDate         ends_on;   /* inclusive, or TEND_DATE_NONE */
  int              days_on;   /* cycles from starts_on: so many days with, ... */
  int              days_off;  /* ... so many without; both 0: no cycles */
  const TendClock *times;     /* local times of day, in any order */
  gsize            n_times;
  const guint     *weekdays;  /* (nullable): of each time the days of the week that it is for,
                                 1 << TEND_MONDAY and so on; 0 for every day that the
                                 pattern gives.  Nothing to one counted in hours */
} TendDoseSchedule;

/* One dose that is due. */
typedef struct
{
  TendInstant due_at;
  guint       time;    /* which of the schedule's times; 0 for one counted in hours */
} TendDueDose;

/**
 * tend_dose_pattern_check:
 *
 * Whether @pattern is an RRULE by whole days (tend_recurrence_check()) or
 * "FREQ=HOURLY;INTERVAL=n", which counts real hours from the first time of the first day,
 * through the changes of the clocks: every 72 hours for a patch.
 */
gboolean  tend_dose_pattern_check  (const char              *pattern,
                                    GError                 **error);
/* n of "FREQ=HOURLY;INTERVAL=n", 1 to 8760; 0 for every other pattern. */
int       tend_dose_pattern_hours  (const char              *pattern);

/**
 * tend_dose_schedule_expand:
 *
 * Returns: (element-type TendDueDose): what is due on the local days @from to @to, both
 *   inclusive, by time.  A local time that does not exist moves to the next there is; of
 *   one that happens twice it is the first.
 */
GArray   *tend_dose_schedule_expand (const TendDoseSchedule *schedule,
                                    TendDate                 from,
                                    TendDate                 to);

/* As needed (PRN): what limits the next dose. */

/* What somebody took, by whose hand ever; in thousandths of a unit. */
typedef struct
{
  TendInstant at;
  gint64      quantity;
} TendTaken;

typedef struct
{
  gint64 max_in_24h;            /* thousandths, 0: none is written */
  gint64 min_interval_minutes;  /* real minutes, 0: none is written */
} TendPrnLimits;

typedef enum
{
  TEND_PRN_NO_LIMIT_REACHED,
  TEND_PRN_TOO_SOON,  /* less than the least gap to another dose */
  TEND_PRN_TOO_MUCH,  /* with it more than the most in 24 hours */
  TEND_PRN_NEVER,     /* the quantity alone is more than the most in 24 hours */
} TendPrnReason;

typedef struct
{
  TendPrnReason reason;
  TendInstant   earliest_at;  /* when it would no longer be held back; NONE for NEVER */
  gint64        in_24h;       /* taken in the 24 hours before, without it */
  TendInstant   last_at;      /* the last dose at or before; NONE */
} TendPrnAnswer;

/**
 * tend_prn_ask:
 * @taken: (array length=n_taken): every dose written, in any order, of this medicine and
 *   of those with the same ingredient; later ones than @at too
 *
 * What stands against a dose of @quantity at @at.  Hours are real ones.  A dose exactly
 * as old as the gap, or exactly 24 hours old, stands against nothing (scenario S14); 24
 * hours are any 24 hours that @at lies in, so that a dose that is written late is
 * measured against those after it too.
 */
TendPrnAnswer tend_prn_ask         (const TendTaken         *taken,
                                    gsize                    n_taken,
                                    const TendPrnLimits     *limits,
                                    TendInstant              at,
                                    gint64                   quantity);

G_END_DECLS
