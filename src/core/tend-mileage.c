/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mileage.h"

#include "tend-error.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>

/* Cars and vans share one limit for the trade and year (ITTOIA 2005 s94F (3), (4)). */
static gboolean
is_pooled (const char *kind)
{
  return g_str_equal (kind, "car") || g_str_equal (kind, "van");
}

static gint64
claim_at (const TendMileageRate *rate,
          gint64                 tenths)
{
  gint64 first = rate->limit_tenths > 0 ? MIN (tenths, rate->limit_tenths) : tenths;

  return tend_money_divide (first * rate->pence_first + (tenths - first) * rate->pence_after, 10);
}

/* All that is claimed together with the kind at @index, or 0 when an earlier
 * entry has already claimed it: each kind once, cars and vans as one. */
static gint64
gather (const TendMileageTotal *totals,
        gsize                   n_totals,
        gsize                   index)
{
  const char *kind = totals[index].kind;
  gint64 tenths = 0;

  for (gsize i = 0; i < n_totals; i++)
    {
      if (!g_str_equal (totals[i].kind, kind) && !(is_pooled (kind) && is_pooled (totals[i].kind)))
        continue;
      if (i < index)
        return 0;
      tenths += totals[i].tenths;
    }

  return tenths;
}

gboolean
tend_mileage_claim (const TendMileageTotal *totals,
                    gsize                   n_totals,
                    const TendMileageRate  *rates,
                    gsize                   n_rates,
                    TendDate                year_start,
                    gint64                 *pence,
                    GError                **error)
{
  gint64 claim = 0;

  g_return_val_if_fail (totals != NULL || n_totals == 0, FALSE);
  g_return_val_if_fail (rates != NULL || n_rates == 0, FALSE);
  g_return_val_if_fail (pence != NULL, FALSE);

  *pence = 0;

  for (gsize i = 0; i < n_totals; i++)
    {
      gint64 tenths = gather (totals, n_totals, i);
      const TendMileageRate *rate;

      if (tenths == 0)
        continue;

      rate = tend_mileage_rate_on (rates, n_rates, totals[i].kind, year_start);
      if (rate == NULL)
        {
          g_autofree char *day = tend_date_format (year_start, TEND_DATE_LONG);

          g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                       _("There is no mileage allowance for a %s in the tax year from %s. "
                         "Add one to the mileage rates."),
                       totals[i].kind, day);
          return FALSE;
        }

      claim += claim_at (rate, tenths);
    }

  *pence = claim;
  return TRUE;
}

const TendMileageRate *
tend_mileage_rate_on (const TendMileageRate *rates,
                      gsize                  n_rates,
                      const char            *kind,
                      TendDate               date)
{
  const TendMileageRate *best = NULL;

  g_return_val_if_fail (rates != NULL || n_rates == 0, NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  for (gsize i = 0; i < n_rates; i++)
    {
      if (!g_str_equal (rates[i].kind, kind) || rates[i].from > date)
        continue;
      if (best == NULL || rates[i].from > best->from)
        best = &rates[i];
    }

  return best;
}
