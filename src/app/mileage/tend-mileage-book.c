/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mileage-book.h"

#include "tend-clients.h"
#include "tend-field-text.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

void
tend_mileage_book_free (TendMileageBook *self)
{
  g_clear_pointer (&self->year, tend_mileage_year_free);
  g_clear_pointer (&self->trips, g_ptr_array_unref);
  g_clear_pointer (&self->billed, g_hash_table_unref);
  g_clear_pointer (&self->clients, g_hash_table_unref);
  g_clear_pointer (&self->vehicles, g_hash_table_unref);
  g_clear_pointer (&self->own_rates, g_ptr_array_unref);
  g_free (self);
}

static gboolean
load_vehicles (TendMileageBook *self,
               TendVault       *vault,
               GError         **error)
{
  g_autoptr(GPtrArray) vehicles = tend_record_load_all (vault, &tend_vehicle_kind, error);

  self->vehicles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; vehicles != NULL && i < vehicles->len; i++)
    g_hash_table_insert (self->vehicles, g_strdup (tend_record_get_id (vehicles->pdata[i])),
                         g_strdup (tend_record_get_text (vehicles->pdata[i], "name")));

  return vehicles != NULL;
}

/* The names of those whom the trips are for. */
static gboolean
load_clients (TendMileageBook *self,
              TendVault       *vault,
              GError         **error)
{
  self->clients = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < self->trips->len; i++)
    {
      const char *id = tend_record_get_text (self->trips->pdata[i], "client");
      g_autoptr(TendRecord) client = NULL;

      if (id == NULL || g_hash_table_contains (self->clients, id))
        continue;

      client = tend_record_load (vault, &tend_client_kind, id, error);
      if (client == NULL)
        return FALSE;
      g_hash_table_insert (self->clients, g_strdup (id), tend_client_name (client));
    }

  return TRUE;
}

TendMileageBook *
tend_mileage_book_load (TendVault  *vault,
                        TendDate    year_start,
                        TendDate    from,
                        TendDate    to,
                        GError    **error)
{
  g_autoptr(TendMileageBook) self = g_new0 (TendMileageBook, 1);
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);

  if (provider == NULL)
    return NULL;

  self->from = from;
  self->to = to;
  self->home_journeys = tend_record_get_int (provider, "home_journeys_are_business") != 0;
  self->year = tend_mileage_year_load (vault, year_start, error);
  self->trips = self->year != NULL ? tend_trips_between (vault, from, to, error) : NULL;
  self->billed = self->trips != NULL ? tend_trips_billed (vault, from, to, error) : NULL;
  self->own_rates = self->billed != NULL
                    ? tend_record_load_all (vault, &tend_mileage_rate_kind, error) : NULL;

  if (self->own_rates == NULL || !load_vehicles (self, vault, error) ||
      !load_clients (self, vault, error))
    return NULL;

  return g_steal_pointer (&self);
}

char *
tend_mileage_book_title (TendMileageBook *self,
                         TendRecord      *trip)
{
  const char *from = tend_record_get_text (trip, "from");
  const char *to = tend_record_get_text (trip, "to");
  const char *purpose = tend_record_get_text (trip, "purpose");

  if (from != NULL && to != NULL)
    /* Translators: a journey from one place to another: "Home to Leek" */
    return g_strdup_printf (_("%s to %s"), from, to);
  if (from != NULL || to != NULL)
    return g_strdup_printf (from != NULL ? _("From %s") : _("To %s"), from != NULL ? from : to);
  if (purpose != NULL)
    return g_strdup (purpose);

  return tend_field_text_show (trip, "kind");
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static const char *
lookup (GHashTable *names,
        TendRecord *trip,
        const char *field)
{
  const char *id = tend_record_get_text (trip, field);

  return id != NULL ? g_hash_table_lookup (names, id) : NULL;
}

char *
tend_mileage_book_subtitle (TendMileageBook *self,
                            TendRecord      *trip)
{
  GString *text = g_string_new (NULL);
  g_autofree char *day = tend_date_format (tend_record_get_int (trip, "date"), TEND_DATE_DAY);
  g_autofree char *kind = tend_field_text_show (trip, "kind");
  g_autofree char *title = tend_mileage_book_title (self, trip);
  const char *purpose = tend_record_get_text (trip, "purpose");

  append_part (text, day);
  if (g_strcmp0 (kind, title) != 0)
    append_part (text, kind);
  append_part (text, lookup (self->clients, trip, "client"));
  if (g_strcmp0 (purpose, title) != 0)
    append_part (text, purpose);
  if (g_hash_table_size (self->vehicles) > 1)
    append_part (text, lookup (self->vehicles, trip, "vehicle"));

  return g_string_free (text, FALSE);
}

char *
tend_mileage_book_state (TendMileageBook *self,
                         TendRecord      *trip)
{
  const char *invoice = g_hash_table_lookup (self->billed, tend_record_get_id (trip));

  if (invoice != NULL)
    return g_strdup_printf (_("on invoice %s"), invoice);
  if (tend_record_get_int (trip, "chargeable"))
    return g_strdup (_("to be charged"));
  if (!tend_trip_is_business (tend_record_get_text (trip, "kind"), self->home_journeys))
    return g_strdup (_("not counted"));

  return NULL;
}

char *
tend_mileage_rate_describe (const TendMileageRate *rate)
{
  int limit = (int) (rate->limit_tenths / 10);
  g_autofree char *miles = limit < 1000 ? g_strdup_printf ("%d", limit)
                                        : g_strdup_printf ("%d,%03d", limit / 1000, limit % 1000);

  if (rate->limit_tenths == 0)
    return g_strdup_printf (_("%dp a mile"), (int) rate->pence_first);

  /* Translators: "45p a mile for the first 10,000 miles, then 25p" */
  return g_strdup_printf (_("%dp a mile for the first %s miles, then %dp"),
                          (int) rate->pence_first, miles, (int) rate->pence_after);
}
