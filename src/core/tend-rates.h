/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-time.h"

G_BEGIN_DECLS

typedef enum { TEND_APPLIES_ANY, TEND_APPLIES_WEEKDAY, TEND_APPLIES_SATURDAY, TEND_APPLIES_SUNDAY,
               TEND_APPLIES_BANK_HOLIDAY, TEND_APPLIES_FIXED_DATE } TendApplies;
typedef enum { TEND_UNIT_HOUR, TEND_UNIT_VISIT, TEND_UNIT_NIGHT, TEND_UNIT_MILE } TendUnit;

/**
 * TendRate:
 *
 * One line of a rate card: what an hour, a visit, a night or a mile costs, for
 * whom, for which service, on which days, between which times of day, and from
 * when until when.  Plain values; the text is owned by whoever made the array.
 */
typedef struct
{
  const char  *id;
  const char  *client;       /* NULL: for everyone */
  const char  *service;      /* NULL: for every service */
  TendApplies  applies;
  int          fixed_month;  /* for FIXED_DATE, every year */
  int          fixed_day;
  TendClock    starts_at;    /* TEND_CLOCK_NONE: all day.  A band may pass midnight */
  TendClock    ends_at;      /* exclusive */
  TendUnit     unit;
  gint64       amount_pence;
  TendDate     valid_from;   /* TEND_DATE_NONE: always; inclusive */
  TendDate     valid_to;     /* TEND_DATE_NONE: still; inclusive */
} TendRate;

/**
 * tend_rates_find:
 * @holidays: (array length=n_holidays): bank holidays, in order
 * @unit_is_mile: whether a rate for a mile is wanted, or one for time
 * @date: the local day; a night band of a Saturday is Saturday's two ends
 * @clock: TEND_CLOCK_NONE for what has no time of day; no band then applies
 *
 * Finds the rate for one moment.  More particular beats less: first a rate of
 * this client's own and this service's own, then one of the client's, then one
 * of the service's, then the general card; among those a fixed date beats a
 * bank holiday, that a Saturday or Sunday, that a band of the day, that the
 * plain rate (domain.md 4.5); then a weekday rate beats "any", then the latest
 * valid_from, then the first id.
 *
 * Returns: (nullable): the rate, or %NULL when the card has none
 */
const TendRate *tend_rates_find (const TendRate  *rates,
                                 gsize            n_rates,
                                 const TendDate  *holidays,
                                 gsize            n_holidays,
                                 const char      *client,
                                 const char      *service,
                                 gboolean         unit_is_mile,
                                 TendDate         date,
                                 TendClock        clock);

/* Whether @date is in the sorted array. */
gboolean tend_holidays_contain  (const TendDate  *holidays,
                                 gsize            n_holidays,
                                 TendDate         date);

G_END_DECLS
