/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mileage-csv.h"

#include "tend-clients.h"
#include "tend-csv.h"
#include "tend-journeys.h"
#include "tend-kinds.h"
#include "tend-money.h"

static gboolean
add_trip (TendVault   *vault,
          TendRecord  *trip,
          gboolean     home_journeys,
          GString     *text,
          GError     **error)
{
  const char *kind = tend_record_get_text (trip, "kind");
  const char *client_id = tend_record_get_text (trip, "client");
  g_autoptr(TendRecord) client = NULL;
  g_autofree char *date = tend_date_format_iso (tend_record_get_int (trip, "date"));
  g_autofree char *miles = tend_tenths_format (tend_record_get_int (trip, "miles_tenths"));
  g_autofree char *name = NULL;
  const char *from = tend_record_get_text (trip, "from");
  const char *to = tend_record_get_text (trip, "to");
  const char *purpose = tend_record_get_text (trip, "purpose");

  if (client_id != NULL)
    {
      client = tend_record_load (vault, &tend_client_kind, client_id, error);
      if (client == NULL)
        return FALSE;
      name = tend_client_name (client);
    }

  tend_csv_add (text, date, kind, from != NULL ? from : "", to != NULL ? to : "",
                purpose != NULL ? purpose : "", name != NULL ? name : "", miles,
                tend_trip_is_business (kind, home_journeys) ? "yes" : "no",
                tend_record_get_int (trip, "chargeable") ? "yes" : "no", NULL);
  return TRUE;
}

GBytes *
tend_mileage_csv (TendVault  *vault,
                  TendDate    start,
                  GError    **error)
{
  g_autoptr(GPtrArray) trips = tend_trips_between (vault, start, tend_tax_year_end (start), error);
  g_autoptr(TendRecord) provider = trips != NULL ? tend_provider_load (vault, error) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (provider == NULL)
    return NULL;

  tend_csv_add (text, "date", "kind", "from", "to", "purpose", "client", "miles", "business",
                "chargeable", NULL);

  /* They come newest first. */
  for (guint i = trips->len; i-- > 0;)
    if (!add_trip (vault, trips->pdata[i],
                   tend_record_get_int (provider, "home_journeys_are_business"), text, error))
      return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&text));
}
