/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-journeys.h"

#include "tend-clients.h"
#include "tend-figures.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-pricing.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

void
tend_mileage_year_free (TendMileageYear *self)
{
  g_clear_pointer (&self->rates, g_array_unref);
  g_free (self);
}

gboolean
tend_trip_is_business (const char *kind,
                       gboolean    home_journeys)
{
  if (g_strcmp0 (kind, "private") == 0)
    return FALSE;
  if (g_strcmp0 (kind, "home_to_client") == 0 || g_strcmp0 (kind, "client_to_home") == 0)
    return home_journeys; /* disputed: only where the carer was so advised (BIM37620, BIM37635) */

  return TRUE;
}

GPtrArray *
tend_trips_between (TendVault   *vault,
                    TendDate     from,
                    TendDate     to,
                    GError     **error)
{
  g_autofree char *first = tend_date_format_iso (from);
  g_autofree char *last = tend_date_format_iso (to);

  return tend_records_select (vault, &tend_trip_kind, error,
                              "WHERE date BETWEEN :from AND :to ORDER BY date DESC, id DESC",
                              ":from", first, ":to", last, NULL);
}

/* Adds the miles of each kind of vehicle; a journey without one is by car. */
static gboolean
add_totals (TendVault        *vault,
            TendMileageYear  *year,
            gboolean          home_journeys,
            GArray           *totals,
            GError          **error)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT coalesce(v.kind, 'car'), t.kind, sum(t.miles_tenths)"
                        " FROM trips AS t LEFT JOIN vehicles AS v ON v.id = t.vehicle"
                        " WHERE t.date BETWEEN :from AND :to GROUP BY 1, 2 ORDER BY 1, 2",
                        error);
  TendStep step;

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_date (statement, ":from", year->start);
  tend_statement_bind_date (statement, ":to", tend_tax_year_end (year->start));

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendMileageTotal total = {
        g_intern_string (tend_statement_get_text (statement, 0)),
        tend_statement_get_int (statement, 2),
      };

      if (tend_trip_is_business (tend_statement_get_text (statement, 1), home_journeys))
        {
          year->miles_tenths += total.tenths;
          g_array_append_val (totals, total);
        }
      else
        year->private_tenths += total.tenths;
    }

  return step == TEND_STEP_DONE;
}

/* The rates in force for the vehicles used, and always the car's. */
static void
keep_rates (TendMileageYear *year,
            GArray          *totals,
            GArray          *all)
{
  static const char * const kinds[] = { "car", "van", "motorcycle", "bicycle" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const TendMileageRate *rate;
      gboolean used = i == 0;

      for (guint j = 0; j < totals->len; j++)
        used |= g_str_equal (g_array_index (totals, TendMileageTotal, j).kind, kinds[i]);

      rate = tend_mileage_rate_on ((const TendMileageRate *) all->data, all->len, kinds[i],
                                   year->start);
      if (used && rate != NULL)
        g_array_append_vals (year->rates, rate, 1);
    }
}

static gboolean
add_charged (TendVault        *vault,
             TendMileageYear  *year,
             GError          **error)
{
  g_autoptr(TendPricing) pricing = tend_pricing_new (vault, error);
  g_autoptr(TendStatement) statement = NULL;
  TendStep step;

  if (pricing == NULL)
    return FALSE;

  statement = tend_statement_new (vault,
                                  "SELECT client, date, miles_tenths FROM trips"
                                  " WHERE date BETWEEN :from AND :to AND chargeable = 1", error);
  if (statement == NULL)
    return FALSE;

  tend_statement_bind_date (statement, ":from", year->start);
  tend_statement_bind_date (statement, ":to", tend_tax_year_end (year->start));

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      const char *client = tend_statement_get_text (statement, 0);
      TendDate date = tend_statement_get_date (statement, 1);
      TendRecord *agreement = tend_pricing_agreement (pricing, client, date);
      gint64 rate = tend_pricing_mile (pricing, client, date);

      if (rate >= 0 && (agreement == NULL || tend_record_get_int (agreement, "mileage_charge")))
        year->charged_pence += tend_money_for_miles (tend_statement_get_int (statement, 2), rate);
    }

  return step == TEND_STEP_DONE;
}

TendMileageYear *
tend_mileage_year_load (TendVault  *vault,
                        TendDate    start,
                        GError    **error)
{
  g_autoptr(TendMileageYear) year = g_new0 (TendMileageYear, 1);
  g_autoptr(GArray) totals = g_array_new (FALSE, FALSE, sizeof (TendMileageTotal));
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_autoptr(GArray) rates = NULL;

  year->start = start;
  year->rates = g_array_new (FALSE, FALSE, sizeof (TendMileageRate));

  if (provider == NULL ||
      !add_totals (vault, year, tend_record_get_int (provider, "home_journeys_are_business"),
                   totals, error))
    return NULL;

  rates = tend_figures_mileage_rates (vault, error);
  if (rates == NULL ||
      !tend_mileage_claim ((const TendMileageTotal *) totals->data, totals->len,
                           (const TendMileageRate *) rates->data, rates->len,
                           start, &year->claim_pence, error) ||
      !add_charged (vault, year, error))
    return NULL;

  keep_rates (year, totals, rates);
  return g_steal_pointer (&year);
}

GPtrArray *
tend_trips_places (TendVault  *vault,
                   GError    **error)
{
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT place FROM (SELECT * FROM ("
                        "SELECT \"from\" AS place, date FROM trips ORDER BY date DESC LIMIT 400)"
                        " UNION ALL SELECT * FROM ("
                        "SELECT \"to\", date FROM trips ORDER BY date DESC LIMIT 400))"
                        " WHERE place IS NOT NULL GROUP BY place"
                        " ORDER BY count(*) DESC, place LIMIT 60",
                        error);
  TendStep step;

  if (statement == NULL)
    return NULL;

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_ptr_array_add (places, g_strdup (tend_statement_get_text (statement, 0)));

  return step == TEND_STEP_DONE ? g_steal_pointer (&places) : NULL;
}

gint64
tend_trips_last_miles (TendVault  *vault,
                       const char *from,
                       const char *to)
{
  g_autoptr(TendRecord) trip =
    tend_records_select_one (vault, &tend_trip_kind, NULL,
                             "WHERE (\"from\" = :from AND \"to\" = :to)"
                             " OR (\"from\" = :to AND \"to\" = :from)"
                             " ORDER BY date DESC, id DESC LIMIT 1",
                             ":from", from, ":to", to, NULL);

  return trip != NULL ? tend_record_get_int (trip, "miles_tenths") : 0;
}
