/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-private.h"

#include "tend-rota-sheet.h"
#include "tend-week.h"

struct _TendRotaValues
{
  GStringChunk  *texts;
  TendRotaSheet  sheet;
  GArray        *visits;   /* TendRotaVisit */
  GArray        *time_off; /* TendRotaTimeOff */
};

void
tend_rota_values_free (TendRotaValues *self)
{
  g_string_chunk_free (self->texts);
  g_array_unref (self->visits);
  g_array_unref (self->time_off);
  g_free (self);
}

static void
read_visits (TendRotaValues *self,
             const TendWeek *week)
{
  static const TendRotaState states[] = { TEND_ROTA_PLANNED, TEND_ROTA_DONE, TEND_ROTA_CANCELLED,
                                          TEND_ROTA_MISSED };

  for (guint i = 0; i < week->visits->len; i++)
    {
      const TendVisit *row = week->visits->pdata[i];
      TendRotaVisit visit = {
        .client = g_string_chunk_insert (self->texts, row->client_name),
        .service = tend_compose_keep (self->texts, row->service_name),
        .start = tend_visit_start (row),
        .end = tend_visit_end (row),
        .state = states[row->status],
        .color = GPOINTER_TO_INT (g_hash_table_lookup (week->colors, row->client)),
      };

      g_array_append_val (self->visits, visit);
    }

  for (guint i = 0; i < week->clashes->len; i++)
    {
      const TendClash *clash = &g_array_index (week->clashes, TendClash, i);

      if (clash->kind == TEND_CLASH_OVERLAP)
        {
          g_array_index (self->visits, TendRotaVisit, clash->first).clash = TRUE;
          g_array_index (self->visits, TendRotaVisit, clash->second).clash = TRUE;
        }
    }
}

static void
read_time_off (TendRotaValues *self,
               const TendWeek *week)
{
  for (guint i = 0; i < week->time_off->len; i++)
    {
      TendRecord *record = week->time_off->pdata[i];
      TendRotaTimeOff time_off = {
        .starts_on = tend_record_get_int (record, "starts_on"),
        .ends_on = tend_record_get_int (record, "ends_on"),
        .label = tend_compose_keep (self->texts, tend_compose_choice (record, "kind")),
      };

      g_array_append_val (self->time_off, time_off);
    }
}

TendRotaValues *
tend_compose_rota_load (TendVault  *vault,
                        TendDate    monday,
                        gboolean    with_income,
                        GError    **error)
{
  g_autoptr(TendWeek) week = tend_week_load (vault, monday, 7, error);
  g_autoptr(TendRotaValues) self = NULL;
  TendParty provider;

  if (week == NULL)
    return NULL;

  self = g_new0 (TendRotaValues, 1);
  self->texts = g_string_chunk_new (4096);
  self->visits = g_array_new (FALSE, FALSE, sizeof (TendRotaVisit));
  self->time_off = g_array_new (FALSE, FALSE, sizeof (TendRotaTimeOff));

  if (!tend_compose_provider (vault, self->texts, &provider, error))
    return NULL;

  read_visits (self, week);
  read_time_off (self, week);

  self->sheet = (TendRotaSheet) {
    .provider = provider.trading_as != NULL ? provider.trading_as : provider.name,
    .week = monday,
    .visits = (const TendRotaVisit *) self->visits->data,
    .n_visits = self->visits->len,
    .time_off = (const TendRotaTimeOff *) self->time_off->data,
    .n_time_off = self->time_off->len,
    .minutes = week->minutes,
    .income_pence = with_income ? week->income_pence : 0,
    .miles_tenths = with_income ? week->miles_tenths : 0,
    .language = tend_compose_language (),
  };

  return g_steal_pointer (&self);
}

TendDocument *
tend_compose_rota_document (const TendRotaValues *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  return tend_document_new_rota (&values->sheet);
}
