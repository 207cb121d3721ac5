/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Instants and the clock on the wall in Europe/London. */

#include "tend-time.h"

#define MINUTE ((gint64) 60)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/* The rule of today, for a computer without the time zone database. */
#define LONDON_RULE "GMT0BST,M3.5.0/1,M10.5.0"

/* Built once and never changed, so every thread may read it. */
static GTimeZone *
london (void)
{
  static gsize zone = 0;

  if (g_once_init_enter (&zone))
    {
      GTimeZone *found = g_time_zone_new_identifier ("Europe/London");

      if (found == NULL)
        found = g_time_zone_new_identifier (LONDON_RULE);
      g_assert (found != NULL);

      g_once_init_leave (&zone, (gsize) found);
    }

  return (GTimeZone *) zone;
}

static gint64
floor_divide (gint64 numerator,
              gint64 denominator)
{
  return numerator / denominator - (numerator % denominator < 0);
}

/* How far London's clocks are ahead of UTC. */
static gint64
offset_at (TendInstant instant)
{
  int interval = g_time_zone_find_interval (london (), G_TIME_TYPE_UNIVERSAL, instant);

  return g_time_zone_get_offset (london (), interval);
}

/* The instant at which the offset changes, in (@before, @after]. */
static TendInstant
find_change (TendInstant before,
             TendInstant after)
{
  gint64 offset = offset_at (before);

  while (after - before > 1)
    {
      TendInstant middle = before + (after - before) / 2;

      if (offset_at (middle) == offset)
        before = middle;
      else
        after = middle;
    }

  return after;
}

/* Two clocks are tried, that of half a day before and that of half a day after;
 * the offset changes at most once between.  A local time exists once for each
 * of the two clocks that shows it:
 *
 *   same clock            both show it, at one instant: unique
 *   clocks went forward   in the skipped hour neither does: missing
 *   clocks went back      in the repeated hour both do, at two instants: twice
 */
TendLocalKind
tend_time_from_local (TendDate     date,
                      TendClock    clock,
                      TendInstant *first,
                      TendInstant *second)
{
  gint64 local = ((gint64) date - TEND_DATE_EPOCH) * DAY + clock * MINUTE;
  TendInstant early, late;
  gboolean early_is_right, late_is_right;
  TendLocalKind kind;

  g_return_val_if_fail (date > TEND_DATE_NONE, TEND_LOCAL_UNIQUE);
  g_return_val_if_fail (clock >= 0 && clock < 24 * 60, TEND_LOCAL_UNIQUE);
  g_return_val_if_fail (first != NULL, TEND_LOCAL_UNIQUE);

  early = local - offset_at (local - DAY / 2);
  late = local - offset_at (local + DAY / 2);
  early_is_right = local - offset_at (early) == early;
  late_is_right = local - offset_at (late) == late;

  if (early == late || early_is_right != late_is_right)
    {
      *first = late = early_is_right ? early : late;
      kind = TEND_LOCAL_UNIQUE;
    }
  else if (early_is_right)
    {
      *first = MIN (early, late);
      late = MAX (early, late);
      kind = TEND_LOCAL_TWICE;
    }
  else
    {
      *first = late = find_change (local - DAY / 2, local + DAY / 2);
      kind = TEND_LOCAL_MISSING;
    }

  if (second != NULL)
    *second = late;

  return kind;
}

TendInstant
tend_time_resolve (TendDate  date,
                   TendClock clock)
{
  TendInstant instant = TEND_INSTANT_NONE;

  tend_time_from_local (date, clock, &instant, NULL);

  return instant;
}

void
tend_time_to_local (TendInstant  instant,
                    TendDate    *date,
                    TendClock   *clock)
{
  gint64 local, day;

  g_return_if_fail (instant != TEND_INSTANT_NONE);

  local = instant + offset_at (instant);
  day = floor_divide (local, DAY);

  if (date != NULL)
    *date = day + TEND_DATE_EPOCH;
  if (clock != NULL)
    *clock = (local - day * DAY) / MINUTE;
}

TendDate
tend_time_date (TendInstant instant)
{
  TendDate date = TEND_DATE_NONE;

  tend_time_to_local (instant, &date, NULL);

  return date;
}

TendClock
tend_time_clock (TendInstant instant)
{
  TendClock clock = TEND_CLOCK_NONE;

  tend_time_to_local (instant, NULL, &clock);

  return clock;
}

gint64
tend_time_minutes (TendInstant from,
                   TendInstant to)
{
  g_return_val_if_fail (from != TEND_INSTANT_NONE && to != TEND_INSTANT_NONE, 0);

  return (to - from) / MINUTE;
}

TendInstant
tend_time_now (TendDate override)
{
  if (override != TEND_DATE_NONE)
    return tend_time_resolve (override, 12 * 60);

  return g_get_real_time () / G_USEC_PER_SEC;
}

TendDate
tend_date_today (TendDate override)
{
  return override != TEND_DATE_NONE ? override : tend_time_date (tend_time_now (TEND_DATE_NONE));
}
