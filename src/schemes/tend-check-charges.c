/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of miles that are charged, of what is billed and how it is paid. */

#include "tend-check-private.h"

#include "tend-clients.h"
#include "tend-invoices.h"
#include "tend-figures.h"
#include "tend-kinds.h"
#include "tend-money.h"

#include <string.h>

/* Miles that are charged */

static gboolean
is_journey_to_work (TendRecord *trip)
{
  const char *kind = tend_record_get_text (trip, "kind");

  return strcmp (kind, "home_to_client") == 0 || strcmp (kind, "client_to_home") == 0;
}

/* From one client to the next is travel to work too. */
static gboolean
is_travel_to_work (TendRecord *trip)
{
  return is_journey_to_work (trip) ||
         strcmp (tend_record_get_text (trip, "kind"), "between_clients") == 0;
}

static TendRecord *
agreement_on (TendChecking *self,
              TendRecord   *client,
              TendDate      on)
{
  g_autoptr(GPtrArray) agreements = tend_checking_agreements (self, client, on);

  return agreements->len > 0 ? agreements->pdata[agreements->len - 1] : NULL;
}

/* Each journey that is charged to a client of the scheme, by the outcome that @outcome gives for
 * it; of NULL nothing is told. */
static void
find_charged (TendChecking   *self,
              const TendRule *rule,
              const char     *(*outcome) (TendRecord *trip,
                                          TendRecord *agreement))
{
  GPtrArray *trips = tend_checking_trips (self);

  for (guint i = 0; i < trips->len; i++)
    {
      TendRecord *trip = trips->pdata[i];
      TendRecord *client = tend_checking_client_of (self, trip);
      TendDate on = tend_record_get_int (trip, "date");
      g_autofree char *miles = tend_tenths_format (tend_record_get_int (trip, "miles_tenths"));
      g_autofree char *date = tend_date_format (on, TEND_DATE_LONG);
      g_autofree char *name = client != NULL ? tend_client_name (client) : NULL;
      const char *found = NULL;

      if (client != NULL && tend_record_get_int (trip, "chargeable"))
        found = outcome (trip, agreement_on (self, client, on));
      if (found != NULL)
        tend_checking_find (self, rule, found, trip, "miles", miles, "date", date, "client", name,
                            NULL);
    }
}

/* Whether the contract charges for how far away somebody lives. */
static gboolean
charges_distance (TendRecord *agreement)
{
  return agreement != NULL && tend_record_get_int (agreement, "distance_charge");
}

static const char *
commute_outcome (TendRecord *trip,
                 TendRecord *agreement)
{
  if (!is_travel_to_work (trip))
    return NULL;

  return is_journey_to_work (trip) && !charges_distance (agreement) ? "found" : "distance";
}

/* (ST14) */
static void
check_commute_charged (TendChecking   *self,
                       const TendRule *rule)
{
  find_charged (self, rule, commute_outcome);
}

static const char *
clause_outcome (TendRecord *trip,
                TendRecord *agreement)
{
  gboolean by_distance = is_travel_to_work (trip) && charges_distance (agreement);
  gboolean by_mile = agreement != NULL && tend_record_get_int (agreement, "mileage_charge");

  return by_distance || by_mile ? NULL : "found";
}

/* (ST15) */
static void
check_miles_without_clause (TendChecking   *self,
                            const TendRule *rule)
{
  find_charged (self, rule, clause_outcome);
}

/* What is not billed: later than the contract's period and some days (ST19, CA16, WO12) */

static void
check_unbilled (TendChecking   *self,
                const TendRule *rule)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) unbilled = tend_invoices_unbilled (self->vault, self->on, &error);
  gint64 slack = tend_checking_figure (self, rule, "figure");

  if (unbilled == NULL)
    {
      tend_checking_fail (self, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < unbilled->len; i++)
    {
      const TendUnbilled *row = unbilled->pdata[i];
      TendRecord *client = tend_checking_record (self, &tend_client_kind, row->client);
      g_autofree char *n = g_strdup_printf ("%u", row->n_visits);

      if (client != NULL && tend_checking_concerns (self, client) &&
          row->n_visits > 0 &&
          self->on - row->from >
          tend_agreement_billing_days (agreement_on (self, client, row->from)) + slack)
        tend_checking_find (self, rule, "found", client, "client", row->client_name, "n", n, NULL);
    }
}

/* Cash has a receipt (FL09) */
static void
check_cash (TendChecking   *self,
            const TendRule *rule)
{
  GPtrArray *payments = tend_checking_records (self, &tend_payment_kind);

  for (guint i = 0; i < payments->len; i++)
    {
      TendRecord *payment = payments->pdata[i];
      TendDate on = tend_record_get_int (payment, "received_on");
      TendRecord *client = tend_checking_client_of (self, payment);
      const char *method = tend_record_get_text (payment, "method");
      g_autofree char *date = tend_date_format (on, TEND_DATE_LONG);
      g_autofree char *name = client != NULL ? tend_client_name (client) : NULL;

      if (client == NULL || on > self->on || on < self->on - TEND_CHECKING_DAYS)
        continue;
      if (method == NULL)
        tend_checking_find (self, rule, "unsaid", payment, "client", name, "date", date, NULL);
      else if (strcmp (method, "cash") == 0 && !tend_record_is_set (payment, "receipt_number"))
        tend_checking_find (self, rule, "found", payment, "client", name, "date", date, NULL);
    }
}

/* What getting there costs against what it earns (FL11): four weeks, each mile at the allowance
 * for the first ones of a year. */

#define VIABLE_DAYS 28

static gint64
mile_pence (TendChecking *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) rates = tend_figures_mileage_rates (self->vault, &error);
  const TendMileageRate *rate = NULL;

  if (rates == NULL)
    tend_checking_fail (self, g_steal_pointer (&error));
  else
    rate = tend_mileage_rate_on ((const TendMileageRate *) rates->data, rates->len,
                                 "car", self->on);

  return rate != NULL ? rate->pence_first : 0;
}

static void
viable_of (TendChecking   *self,
           const TendRule *rule,
           TendRecord     *client,
           const char     *name)
{
  GPtrArray *trips = tend_checking_trips (self);
  GPtrArray *earned = tend_checking_earned (self, VIABLE_DAYS);
  gint64 limit = tend_checking_figure (self, rule, "figure");
  gint64 tenths = 0, pence = 0, cost;
  g_autofree char *percent = NULL;

  for (guint i = 0; i < trips->len; i++)
    if (tend_record_get_int (trips->pdata[i], "date") > self->on - VIABLE_DAYS &&
        g_strcmp0 (tend_record_get_text (trips->pdata[i], "client"),
                   tend_record_get_id (client)) == 0 &&
        is_journey_to_work (trips->pdata[i]))
      tenths += tend_record_get_int (trips->pdata[i], "miles_tenths");

  for (guint i = 0; i < earned->len; i++)
    {
      const TendEarningsRow *row = earned->pdata[i];

      if (strcmp (row->key, tend_record_get_id (client)) == 0)
        pence = row->worked_pence;
    }

  cost = tenths * mile_pence (self);
  if (pence <= 0 || cost * 10 <= limit * pence)
    return;

  percent = g_strdup_printf ("%" G_GINT64_FORMAT,
                             tend_money_divide (cost * 10, pence));
  tend_checking_find (self, rule, "found", client, "client", name, "percent", percent, NULL);
}

const TendCheckFunc tend_charge_checks[] = {
  { "commute_charged", check_commute_charged, .of_work = TRUE },
  { "miles_without_clause", check_miles_without_clause, .of_work = TRUE },
  { "unbilled", check_unbilled, .of_work = TRUE }, { "cash", check_cash, .of_work = TRUE },
  { "viable", .of_client = viable_of }, { NULL }
};
