/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-client-summary.h"

#include "tend-clients.h"
#include "tend-invoices.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>

/* How far ahead the next visit is looked for, today included. */
#define DAYS_AHEAD 28

void
tend_client_summary_free (TendClientSummary *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->status);
  g_free (self->search);
  g_free (self);
}

static TendClientSummary *
summary_new (TendRecord *client)
{
  static const char *const searched[] = {
    "given_name", "family_name", "preferred_name", "reference", "address", "postcode", "phone", NULL
  };
  TendClientSummary *self = g_new0 (TendClientSummary, 1);
  g_autoptr(GString) text = g_string_new (NULL);

  self->id = g_strdup (tend_record_get_id (client));
  self->name = tend_client_name (client);
  self->status = g_strdup (tend_record_get_text (client, "status"));
  self->next_visit = TEND_INSTANT_NONE;
  self->died = tend_record_is_set (client, "died_on");

  for (guint i = 0; searched[i] != NULL; i++)
    if (tend_record_is_set (client, searched[i]))
      g_string_append_printf (text, "%s ", tend_record_get_text (client, searched[i]));
  self->search = g_string_free (g_steal_pointer (&text), FALSE);

  return self;
}

static gboolean
add_next_visits (TendVault    *vault,
                 GHashTable   *by_id,
                 TendInstant   now,
                 GError      **error)
{
  TendDate today = tend_time_date (now);
  g_autoptr(GPtrArray) visits =
    tend_visits_between (vault, today, today + DAYS_AHEAD - 1, NULL, error);

  if (visits == NULL)
    return FALSE;

  for (guint i = 0; i < visits->len; i++)
    {
      const TendVisit *visit = g_ptr_array_index (visits, i);
      TendClientSummary *client = g_hash_table_lookup (by_id, visit->client);

      if (client != NULL && client->next_visit == TEND_INSTANT_NONE &&
          visit->status == TEND_VISIT_PLANNED && visit->planned_end > now)
        client->next_visit = visit->planned_start;
    }

  return TRUE;
}

static gboolean
add_owed (TendVault    *vault,
          GHashTable   *by_id,
          TendInstant   now,
          GError      **error)
{
  g_autoptr(TendOwed) owed = tend_invoices_owed (vault, NULL, tend_time_date (now), error);

  if (owed == NULL)
    return FALSE;

  for (guint i = 0; i < owed->rows->len; i++)
    {
      const TendInvoiceRow *row = g_ptr_array_index (owed->rows, i);
      TendClientSummary *client = g_hash_table_lookup (by_id, row->client);

      if (client == NULL)
        continue;
      client->owed_pence += row->owed_pence;
      if (row->days_overdue > 0)
        client->overdue_pence += row->owed_pence;
    }

  return TRUE;
}

GPtrArray *
tend_client_summaries_load (TendVault    *vault,
                            TendInstant   now,
                            GError      **error)
{
  g_autoptr(GPtrArray) summaries =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tend_client_summary_free);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) clients = tend_clients_list (vault, NULL, error);

  if (clients == NULL)
    return NULL;

  for (guint i = 0; i < clients->len; i++)
    {
      TendClientSummary *summary = summary_new (g_ptr_array_index (clients, i));

      g_ptr_array_add (summaries, summary);
      g_hash_table_insert (by_id, summary->id, summary);
    }

  if (!add_next_visits (vault, by_id, now, error) || !add_owed (vault, by_id, now, error))
    return NULL;

  return g_steal_pointer (&summaries);
}

char *
tend_client_format_moment (TendInstant moment)
{
  g_autofree char *day = tend_date_format (tend_time_date (moment), TEND_DATE_DAY);
  g_autofree char *clock = tend_clock_format (tend_time_clock (moment));

  return g_strdup_printf ("%s, %s", day, clock);
}
