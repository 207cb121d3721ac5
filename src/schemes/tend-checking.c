/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the checks look things up with. */

#include "tend-check-private.h"

#include "tend-clients.h"
#include "tend-journeys.h"
#include "tend-kinds.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
free_records (gpointer records)
{
  g_clear_pointer (&records, g_ptr_array_unref);
}

static gboolean
choose_schemes (TendChecking  *self,
                const char    *scheme,
                GError       **error)
{
  if (scheme == NULL)
    {
      self->schemes = tend_schemes_of_carer (self->vault, error);
      return self->schemes != NULL;
    }

  self->schemes = tend_schemes_load (self->vault, error);
  if (self->schemes == NULL)
    return FALSE;

  for (guint i = self->schemes->len; i-- > 0;)
    if (strcmp (tend_scheme_get_id (self->schemes->pdata[i]), scheme) != 0)
      g_ptr_array_remove_index (self->schemes, i);

  if (self->schemes->len == 0)
    g_set_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND,
                 _("There is no scheme called “%s”."), scheme);
  return self->schemes->len > 0;
}

TendChecking *
tend_checking_new (TendVault   *vault,
                   const char  *scheme,
                   TendDate     on,
                   GError     **error)
{
  g_autoptr(TendChecking) self = g_new0 (TendChecking, 1);

  self->vault = vault;
  self->on = on;
  self->since = on - TEND_CHECKING_DAYS;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_finding_free);
  self->records = g_hash_table_new_full (NULL, NULL, NULL, free_records);
  self->nested = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_records);
  self->by_id = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->by_client = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);

  if (!choose_schemes (self, scheme, error))
    return NULL;
  self->provider = tend_provider_load (vault, error);
  if (self->provider == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
tend_checking_free (TendChecking *self)
{
  g_clear_pointer (&self->schemes, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->invoice, tend_invoice_free);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->trips, g_ptr_array_unref);
  g_clear_pointer (&self->earnings, tend_earnings_free);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_client);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->nested);
  g_clear_object (&self->provider);
  g_clear_error (&self->error);
  g_free (self);
}

gboolean
tend_checking_end (TendChecking  *self,
                   GError       **error)
{
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

void
tend_checking_fail (TendChecking *self,
                    GError       *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

/* Keeps @found under its key; what failed is kept as nothing. */
static GPtrArray *
keep (TendChecking *self,
      GHashTable   *table,
      gpointer      key,
      GPtrArray    *found,
      GError       *error)
{
  if (found == NULL)
    {
      tend_checking_fail (self, error);
      found = g_ptr_array_new ();
    }

  g_hash_table_insert (table, key, found);
  return found;
}

GPtrArray *
tend_checking_records (TendChecking   *self,
                       const TendKind *kind)
{
  GPtrArray *records = g_hash_table_lookup (self->records, kind);
  GError *error = NULL;

  if (records != NULL)
    return records;

  records = tend_record_load_all (self->vault, kind, &error);
  return keep (self, self->records, (gpointer) kind, records, error);
}

GPtrArray *
tend_checking_nested (TendChecking   *self,
                      TendRecord     *parent,
                      const TendKind *kind)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", kind->name, tend_record_get_id (parent));
  GPtrArray *records = g_hash_table_lookup (self->nested, key);
  GError *error = NULL;

  if (records != NULL)
    return records;

  records = tend_record_load_nested (self->vault, parent, kind, &error);
  return keep (self, self->nested, g_steal_pointer (&key), records, error);
}

/* The ids and names of records are theirs, and they live as long as the run. */

TendRecord *
tend_checking_record (TendChecking   *self,
                      const TendKind *kind,
                      const char     *id)
{
  GHashTable *ids = g_hash_table_lookup (self->by_id, kind);

  if (ids == NULL)
    {
      GPtrArray *records = tend_checking_records (self, kind);

      ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (self->by_id, (gpointer) kind, ids);
      for (guint i = 0; i < records->len; i++)
        g_hash_table_insert (ids, (gpointer) tend_record_get_id (records->pdata[i]),
                             records->pdata[i]);
    }

  return id != NULL ? g_hash_table_lookup (ids, id) : NULL;
}

static GHashTable *
index_by_client (TendChecking   *self,
                 const TendKind *kind)
{
  GPtrArray *all = tend_checking_records (self, kind);
  GHashTable *clients = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                               (GDestroyNotify) g_ptr_array_unref);

  g_hash_table_insert (self->by_client, (gpointer) kind, clients);
  for (guint i = 0; i < all->len; i++)
    {
      const char *client = tend_record_get_text (all->pdata[i], "client");
      GPtrArray *found = client != NULL ? g_hash_table_lookup (clients, client) : NULL;

      if (client == NULL)
        continue;
      if (found == NULL)
        {
          found = g_ptr_array_new ();
          g_hash_table_insert (clients, (gpointer) client, found);
        }
      g_ptr_array_add (found, all->pdata[i]);
    }

  return clients;
}

GPtrArray *
tend_checking_of (TendChecking   *self,
                  const TendKind *kind,
                  TendRecord     *client)
{
  GHashTable *clients = g_hash_table_lookup (self->by_client, kind);
  GPtrArray *found;

  if (clients == NULL)
    clients = index_by_client (self, kind);

  found = g_hash_table_lookup (clients, tend_record_get_id (client));
  return found != NULL ? g_ptr_array_ref (found) : g_ptr_array_new ();
}

char *
tend_checking_money (gint64 pence)
{
  char *text = tend_money_format (pence);

  if (pence % 100 == 0)
    *strrchr (text, '.') = '\0';
  return text;
}

/* Days */

gboolean
tend_checking_done (TendChecking *self,
                    TendRecord   *record,
                    const char   *field)
{
  return tend_record_is_set (record, field) && tend_record_get_int (record, field) <= self->on;
}

gboolean
tend_checking_over (TendChecking *self,
                    TendRecord   *record,
                    const char   *field)
{
  return tend_record_is_set (record, field) && tend_record_get_int (record, field) < self->on;
}

TendInstant
tend_checking_now (TendChecking *self)
{
  return tend_time_now (self->on == tend_date_today (TEND_DATE_NONE) ? TEND_DATE_NONE : self->on);
}

/* Clients */

gboolean
tend_checking_in_care (TendChecking *self,
                       TendRecord   *client,
                       TendDate      on)
{
  const char *status = tend_record_get_text (client, "status");

  if (tend_record_is_set (client, "died_on") && tend_record_get_int (client, "died_on") < on)
    return FALSE;
  if (tend_record_is_set (client, "ended_on"))
    return tend_record_get_int (client, "ended_on") >= on;

  return g_strcmp0 (status, "ended") != 0 && g_strcmp0 (status, "enquiry") != 0;
}

gboolean
tend_checking_concerns (TendChecking *self,
                        TendRecord   *client)
{
  if (self->client != NULL && strcmp (self->client, tend_record_get_id (client)) != 0)
    return FALSE;

  return tend_schemes_concern (self->schemes, self->scheme, client);
}

GPtrArray *
tend_checking_clients (TendChecking *self)
{
  GPtrArray *all = tend_checking_records (self, &tend_client_kind);
  GPtrArray *clients = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (tend_checking_in_care (self, all->pdata[i], self->on) &&
        tend_checking_concerns (self, all->pdata[i]))
      g_ptr_array_add (clients, all->pdata[i]);

  return clients;
}

TendRecord *
tend_checking_client_of (TendChecking *self,
                         TendRecord   *record)
{
  TendRecord *client = tend_checking_record (self, &tend_client_kind,
                                             tend_record_get_text (record, "client"));

  return client != NULL && tend_checking_concerns (self, client) ? client : NULL;
}

/* Visits */

GPtrArray *
tend_checking_visits (TendChecking *self)
{
  g_autoptr(GPtrArray) recorded = NULL;
  g_autoptr(GError) error = NULL;

  if (self->visits != NULL)
    return self->visits;

  self->visits = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_visit_free);
  recorded = tend_visits_recorded (self->vault, self->since, self->on, TEND_DATE_NONE, NULL,
                                   &error);
  if (recorded == NULL)
    {
      tend_checking_fail (self, g_steal_pointer (&error));
      return self->visits;
    }

  for (guint i = 0; i < recorded->len; i++)
    {
      const TendVisit *visit = recorded->pdata[i];

      if (visit->status == TEND_VISIT_DONE)
        g_ptr_array_add (self->visits, tend_visit_copy (visit));
    }

  return self->visits;
}

GPtrArray *
tend_checking_trips (TendChecking *self)
{
  GError *error = NULL;

  if (self->trips != NULL)
    return self->trips;

  self->trips = tend_trips_between (self->vault, self->since, self->on, &error);
  if (self->trips == NULL)
    {
      tend_checking_fail (self, error);
      self->trips = g_ptr_array_new ();
    }

  return self->trips;
}

GPtrArray *
tend_checking_earned (TendChecking *self,
                      int           days)
{
  GError *error = NULL;

  if (self->earnings != NULL && self->earned_days == days)
    return self->earnings->rows;

  g_clear_pointer (&self->earnings, tend_earnings_free);
  self->earned_days = days;
  self->earnings = tend_earnings_load (self->vault, self->on - days + 1, self->on,
                                       TEND_EARNINGS_CLIENT, &error);
  if (self->earnings == NULL)
    {
      tend_checking_fail (self, error);
      self->earnings = g_new0 (TendEarnings, 1);
      self->earnings->rows = g_ptr_array_new ();
    }

  return self->earnings->rows;
}

TendDate
tend_checking_first_visit (TendChecking *self,
                           TendRecord   *client)
{
  g_autoptr(GError) error = NULL;
  TendDate first = tend_client_first_visit (self->vault, tend_record_get_id (client), &error);

  if (error != NULL)
    tend_checking_fail (self, g_steal_pointer (&error));

  return first <= self->on ? first : TEND_DATE_NONE;
}

TendDate
tend_checking_first_day (TendChecking   *self,
                         const TendKind *kind,
                         TendRecord     *client,
                         const char     *field)
{
  g_autoptr(GPtrArray) records = tend_checking_of (self, kind, client);
  TendDate first = TEND_DATE_NONE;

  for (guint i = 0; i < records->len; i++)
    {
      TendDate day = tend_record_get_int (records->pdata[i], field);

      if (day != TEND_DATE_NONE && (first == TEND_DATE_NONE || day < first))
        first = day;
    }

  return first;
}

const char *
tend_checking_figure_key (TendChecking   *self,
                          const TendRule *rule)
{
  g_autofree char *employing = tend_rule_get_text (rule, "employing");

  return employing != NULL && tend_checking_heads (self) > 1 ? "employing" : "figure";
}

gint64
tend_checking_figure (TendChecking   *self,
                      const TendRule *rule,
                      const char     *key)
{
  g_autofree char *name = tend_rule_get_text (rule, key);
  const TendSchemeFigure *figure =
    name != NULL ? tend_scheme_figure (self->scheme, name, self->on) : NULL;

  return figure != NULL ? figure->value : -1;
}
