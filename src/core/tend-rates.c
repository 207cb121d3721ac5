/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rates.h"

gboolean
tend_holidays_contain (const TendDate *holidays,
                       gsize           n_holidays,
                       TendDate        date)
{
  gsize low = 0, high = n_holidays;

  g_return_val_if_fail (holidays != NULL || n_holidays == 0, FALSE);

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (holidays[middle] == date)
        return TRUE;
      if (holidays[middle] < date)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

static gboolean
applies_on (const TendRate *rate,
            TendDate        date,
            gboolean        is_holiday)
{
  int month, day;

  switch (rate->applies)
    {
    case TEND_APPLIES_ANY:
      return TRUE;
    case TEND_APPLIES_WEEKDAY:
      return tend_date_weekday (date) <= TEND_FRIDAY;
    case TEND_APPLIES_SATURDAY:
      return tend_date_weekday (date) == TEND_SATURDAY;
    case TEND_APPLIES_SUNDAY:
      return tend_date_weekday (date) == TEND_SUNDAY;
    case TEND_APPLIES_BANK_HOLIDAY:
      return is_holiday;
    case TEND_APPLIES_FIXED_DATE:
      tend_date_get (date, NULL, &month, &day);
      return month == rate->fixed_month && day == rate->fixed_day;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
has_band (const TendRate *rate)
{
  return rate->starts_at != TEND_CLOCK_NONE && rate->ends_at != TEND_CLOCK_NONE &&
         rate->starts_at != rate->ends_at;
}

static gboolean
in_band (const TendRate *rate,
         TendClock       clock)
{
  if (!has_band (rate))
    return TRUE;
  if (clock == TEND_CLOCK_NONE)
    return FALSE;
  if (rate->starts_at < rate->ends_at)
    return clock >= rate->starts_at && clock < rate->ends_at;

  return clock >= rate->starts_at || clock < rate->ends_at;
}

static gboolean
is_for (const char *wanted,
        const char *rate_is_for)
{
  return rate_is_for == NULL || g_strcmp0 (wanted, rate_is_for) == 0;
}

/* The order of particularity as one number: whose, then which day, then band. */
static int
rank (const TendRate *rate)
{
  static const int days[] = {
    [TEND_APPLIES_ANY]          = 0,
    [TEND_APPLIES_WEEKDAY]      = 0,
    [TEND_APPLIES_SATURDAY]     = 1,
    [TEND_APPLIES_SUNDAY]       = 1,
    [TEND_APPLIES_BANK_HOLIDAY] = 2,
    [TEND_APPLIES_FIXED_DATE]   = 3,
  };

  return (rate->client != NULL) * 32 +
         (rate->service != NULL) * 16 +
         days[rate->applies] * 4 +
         has_band (rate) * 2 +
         (rate->applies == TEND_APPLIES_WEEKDAY);
}

static gboolean
beats (const TendRate *rate,
       const TendRate *best)
{
  if (rank (rate) != rank (best))
    return rank (rate) > rank (best);
  if (rate->valid_from != best->valid_from)
    return rate->valid_from > best->valid_from;

  return g_strcmp0 (rate->id, best->id) < 0;
}

const TendRate *
tend_rates_find (const TendRate *rates,
                 gsize           n_rates,
                 const TendDate *holidays,
                 gsize           n_holidays,
                 const char     *client,
                 const char     *service,
                 gboolean        unit_is_mile,
                 TendDate        date,
                 TendClock       clock)
{
  const TendRate *best = NULL;
  gboolean is_holiday;

  g_return_val_if_fail (rates != NULL || n_rates == 0, NULL);
  g_return_val_if_fail (date != TEND_DATE_NONE, NULL);

  is_holiday = tend_holidays_contain (holidays, n_holidays, date);

  for (gsize i = 0; i < n_rates; i++)
    {
      const TendRate *rate = &rates[i];

      if ((rate->unit == TEND_UNIT_MILE) == unit_is_mile &&
          is_for (client, rate->client) &&
          is_for (service, rate->service) &&
          (rate->valid_from == TEND_DATE_NONE || rate->valid_from <= date) &&
          (rate->valid_to == TEND_DATE_NONE || rate->valid_to >= date) &&
          applies_on (rate, date, is_holiday) &&
          in_band (rate, clock) &&
          (best == NULL || beats (rate, best)))
        best = rate;
    }

  return best;
}
