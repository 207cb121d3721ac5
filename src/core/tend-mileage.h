/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"

G_BEGIN_DECLS

/**
 * TendMileageRate:
 *
 * The flat rate for business miles from a day on (ITTOIA 2005 s94F; domain.md
 * 4.1).  Cars and vans share one limit; a motorcycle has one price (limit 0).
 */
typedef struct
{
  const char *kind;         /* "car", "van", "motorcycle", "bicycle" */
  TendDate    from;
  gint64      pence_first;
  gint64      pence_after;
  gint64      limit_tenths; /* 0: no limit, pence_first for all */
  const char *source;       /* (nullable): where the figure is from */
  gboolean    unconfirmed;  /* not seen in law: to be checked before it is relied on */
} TendMileageRate;

typedef struct
{
  const char *kind;
  gint64      tenths;
} TendMileageTotal;

/**
 * tend_mileage_claim:
 * @totals: business miles of one tax year by kind of vehicle
 * @year_start: its 6 April; the rates in force on that day hold
 *
 * Works the allowance out on total miles, never as a sum of rounded trips
 * (scenario S03).  Cars and vans are added together before the limit.
 * Returns: pence.  TEND_ERROR_FAILED when no rate is known for a kind.
 */
gboolean tend_mileage_claim (const TendMileageTotal *totals,
                             gsize                   n_totals,
                             const TendMileageRate  *rates,
                             gsize                   n_rates,
                             TendDate                year_start,
                             gint64                 *pence,
                             GError                **error);

/* The rate for @kind in force on @date, or NULL. */
const TendMileageRate *tend_mileage_rate_on (const TendMileageRate *rates,
                                             gsize                  n_rates,
                                             const char            *kind,
                                             TendDate               date);

G_END_DECLS
