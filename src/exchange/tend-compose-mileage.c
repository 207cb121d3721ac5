/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-private.h"

#include "tend-clients.h"
#include "tend-figures.h"
#include "tend-journeys.h"
#include "tend-mileage-sheet.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>

struct _TendMileageValues
{
  GStringChunk     *texts;
  TendMileageSheet  sheet;
  GArray           *trips;  /* TendMileageTrip */
  GArray           *claims; /* TendMileageClaimLine */
};

/* What reading the trips needs at hand. */
typedef struct
{
  TendVault         *vault;
  TendMileageValues *values;
  GHashTable        *vehicles;      /* id to record */
  GHashTable        *clients;       /* id to record */
  GArray            *rates;         /* TendRate */
  gboolean           home_journeys;
  GHashTable        *totals;        /* kind of vehicle to its tenths, GINT_TO_POINTER */
} Reading;

void
tend_mileage_values_free (TendMileageValues *self)
{
  g_string_chunk_free (self->texts);
  g_array_unref (self->trips);
  g_array_unref (self->claims);
  g_free (self);
}

static GHashTable *
load_by_id (TendVault   *vault,
            const char  *kind,
            GError     **error)
{
  g_autoptr(GPtrArray) records = tend_record_load_all (vault, tend_kind_by_name (kind), error);
  GHashTable *by_id;

  if (records == NULL)
    return NULL;

  by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (by_id, (gpointer) tend_record_get_id (records->pdata[i]),
                         g_object_ref (records->pdata[i]));

  return by_id;
}

static TendRecord *
lookup (GHashTable *by_id,
        TendRecord *record,
        const char *field)
{
  const char *id = tend_record_get_text (record, field);

  return id != NULL ? g_hash_table_lookup (by_id, id) : NULL;
}

/* "Out with a client, Rose Hartley: to the dentist" */
static char *
describe (TendRecord *trip,
          TendRecord *client)
{
  const char *purpose = tend_record_get_text (trip, "purpose");
  GString *text = g_string_new (tend_compose_choice (trip, "kind"));

  if (client != NULL)
    {
      g_autofree char *name = tend_client_name (client);

      g_string_append_printf (text, ", %s", name);
    }
  if (purpose != NULL)
    g_string_append_printf (text, ": %s", purpose);

  return g_string_free (text, FALSE);
}

/* What the client pays for the journey, where the agreement mentions miles. */
static gint64
charge_of (Reading    *reading,
           TendRecord *trip)
{
  const char *client = tend_record_get_text (trip, "client");
  TendDate date = tend_record_get_int (trip, "date");
  g_autoptr(TendRecord) agreement = NULL;
  const TendRate *rate;

  if (client == NULL || !tend_record_get_int (trip, "chargeable"))
    return 0;

  agreement = tend_client_agreement (reading->vault, client, date, NULL);
  if (agreement != NULL && !tend_record_get_int (agreement, "mileage_charge"))
    return 0;

  rate = tend_rates_find ((const TendRate *) reading->rates->data, reading->rates->len, NULL, 0,
                          client, NULL, TRUE, date, 12 * 60);

  return rate != NULL
         ? tend_money_for_miles (tend_record_get_int (trip, "miles_tenths"), rate->amount_pence)
         : 0;
}

static void
read_trip (Reading    *reading,
           TendRecord *record)
{
  GStringChunk *texts = reading->values->texts;
  TendRecord *vehicle = lookup (reading->vehicles, record, "vehicle");
  const char *kind = vehicle != NULL ? tend_record_get_text (vehicle, "kind") : "car";
  TendMileageTrip trip = {
    .date = tend_record_get_int (record, "date"),
    .from = tend_compose_keep (texts, tend_record_get_text (record, "from")),
    .to = tend_compose_keep (texts, tend_record_get_text (record, "to")),
    .purpose =
      tend_compose_take (texts, describe (record, lookup (reading->clients, record, "client"))),
    .miles_tenths = tend_record_get_int (record, "miles_tenths"),
    .business =
      tend_trip_is_business (tend_record_get_text (record, "kind"), reading->home_journeys),
    .charged_pence = charge_of (reading, record),
  };

  if (vehicle != NULL)
    trip.vehicle = tend_compose_keep (texts, tend_record_get_text (vehicle, "name"));
  g_array_append_val (reading->values->trips, trip);

  if (trip.business)
    {
      const char *group = g_str_equal (kind, "van") ? "car" : kind; /* they share one limit */
      gint64 total = GPOINTER_TO_SIZE (g_hash_table_lookup (reading->totals, group));

      g_hash_table_insert (reading->totals, (gpointer) g_intern_string (group),
                           GSIZE_TO_POINTER (total + trip.miles_tenths));
    }
}

static gboolean
read_trips (Reading   *reading,
            TendDate   year_start,
            GError   **error)
{
  g_autoptr(GPtrArray) trips =
    tend_trips_between (reading->vault, year_start, tend_tax_year_end (year_start), error);
  g_autoptr(TendRecord) provider = NULL;

  if (trips == NULL)
    return FALSE;

  provider = tend_provider_load (reading->vault, error);
  if (provider == NULL)
    return FALSE;
  reading->home_journeys = tend_record_get_int (provider, "home_journeys_are_business") != 0;

  /* They come newest first. */
  for (guint i = trips->len; i-- > 0;)
    read_trip (reading, trips->pdata[i]);

  return TRUE;
}

static const char *
group_label (const char *kind)
{
  if (g_str_equal (kind, "car"))
    return _("Cars and vans");

  return g_str_equal (kind, "motorcycle") ? _("Motorcycles") : _("Bicycles");
}

static void
add_claim (TendMileageValues *values,
           char              *label,
           gint64             tenths,
           gint64             pence)
{
  TendMileageClaimLine line = { tend_compose_take (values->texts, label), tenths, pence };

  if (tenths > 0)
    g_array_append_val (values->claims, line);
}

/* One line up to the limit and one above it; the second is what is left of the
 * whole, so that the lines add up to the claim.
 */
static void
add_claims (TendMileageValues     *values,
            const TendMileageRate *rate,
            gint64                 tenths)
{
  const char *label = group_label (rate->kind);
  gint64 first = rate->limit_tenths > 0 ? MIN (tenths, rate->limit_tenths) : tenths;
  gint64 whole =
    tend_money_divide (first * rate->pence_first + (tenths - first) * rate->pence_after, 10);
  gint64 first_pence = tend_money_for_miles (first, rate->pence_first);
  g_autofree char *limit = tend_number_format (rate->limit_tenths / 10);

  if (rate->unconfirmed && tenths > 0)
    values->sheet.unconfirmed = tend_compose_take (values->texts, g_strdup_printf (
      _("%s: the rate of %dp a mile was announced, but we have not seen it in law for the "
        "self-employed. Check it on GOV.UK or with an accountant."), label,
      (int) rate->pence_first));
  if (rate->limit_tenths == 0)
    add_claim (values, g_strdup_printf (_("%s, at %dp a mile"), label, (int) rate->pence_first),
               first, first_pence);
  else
    add_claim (values, g_strdup_printf (_("%s, the first %s miles at %dp"), label, limit,
                                        (int) rate->pence_first),
               first, first_pence);

  add_claim (values, g_strdup_printf (_("%s, more miles at %dp"), label, (int) rate->pence_after),
             tenths - first, whole - first_pence);
}

static gboolean
read_all (Reading   *reading,
          TendDate   year_start,
          GError   **error)
{
  TendMileageValues *values = reading->values;
  g_autoptr(TendMileageYear) year = NULL;

  if ((reading->vehicles = load_by_id (reading->vault, "vehicle", error)) == NULL ||
      (reading->clients = load_by_id (reading->vault, "client", error)) == NULL ||
      (reading->rates = tend_figures_rates (reading->vault, error)) == NULL ||
      !read_trips (reading, year_start, error))
    return FALSE;

  year = tend_mileage_year_load (reading->vault, year_start, error);
  if (year == NULL)
    return FALSE;

  values->sheet.claim_pence = year->claim_pence;
  for (guint i = 0; i < year->rates->len; i++)
    {
      const TendMileageRate *rate = &g_array_index (year->rates, TendMileageRate, i);

      if (!g_str_equal (rate->kind, "van"))
        add_claims (values, rate,
                    GPOINTER_TO_SIZE (g_hash_table_lookup (reading->totals, rate->kind)));
    }

  return TRUE;
}

/* A year that is not over goes as far as today, or as its last journey. */
static TendDate
last_day (const TendMileageValues *self,
          TendDate                 year_start,
          TendDate                 today)
{
  TendDate last = MAX (today, year_start);

  if (self->trips->len > 0)
    last = MAX (last, g_array_index (self->trips, TendMileageTrip, self->trips->len - 1).date);
  return MIN (last, tend_tax_year_end (year_start));
}

TendMileageValues *
tend_compose_mileage_load (TendVault  *vault,
                           TendDate    year_start,
                           TendDate    today,
                           GError    **error)
{
  g_autoptr(TendMileageValues) self = g_new0 (TendMileageValues, 1);
  Reading reading = { vault, self };
  TendParty provider;
  gboolean ok;

  self->texts = g_string_chunk_new (4096);
  self->trips = g_array_new (FALSE, FALSE, sizeof (TendMileageTrip));
  self->claims = g_array_new (FALSE, FALSE, sizeof (TendMileageClaimLine));
  reading.totals = g_hash_table_new (g_str_hash, g_str_equal);

  ok = tend_compose_provider (vault, self->texts, &provider, error) &&
       read_all (&reading, year_start, error);

  g_clear_pointer (&reading.vehicles, g_hash_table_unref);
  g_clear_pointer (&reading.clients, g_hash_table_unref);
  g_clear_pointer (&reading.rates, g_array_unref);
  g_hash_table_unref (reading.totals);
  if (!ok)
    return NULL;

  self->sheet.provider = provider.name;
  self->sheet.from = year_start;
  self->sheet.to = last_day (self, year_start, today);
  self->sheet.home_journeys = reading.home_journeys;
  self->sheet.trips = (const TendMileageTrip *) self->trips->data;
  self->sheet.n_trips = self->trips->len;
  self->sheet.claims = (const TendMileageClaimLine *) self->claims->data;
  self->sheet.n_claims = self->claims->len;
  self->sheet.language = tend_compose_language ();

  return g_steal_pointer (&self);
}

TendDocument *
tend_compose_mileage_document (const TendMileageValues *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  return tend_document_new_mileage (&values->sheet);
}
