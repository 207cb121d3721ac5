/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-private.h"

#include "tend-earnings-sheet.h"

#include <glib/gi18n-lib.h>

struct _TendEarningsValues
{
  GStringChunk      *texts;
  TendEarningsSheet  sheet;
  GArray            *rows; /* TendEarningsLine */
};

void
tend_earnings_values_free (TendEarningsValues *self)
{
  g_string_chunk_free (self->texts);
  g_array_unref (self->rows);
  g_free (self);
}

static const char *
heading (TendEarningsBy by)
{
  switch (by)
    {
    case TEND_EARNINGS_WEEK:
      return _("Week");

    case TEND_EARNINGS_MONTH:
      return _("Month");

    case TEND_EARNINGS_CLIENT:
      return _("Client");

    case TEND_EARNINGS_SERVICE:
      return _("Service");

    case TEND_EARNINGS_FUNDING:
      return _("Who pays");

    case TEND_EARNINGS_KIND:
      return _("Kind of service");

    default:
      g_assert_not_reached ();
    }
}

/* In full, for the table: a chart has less room. */
static const char *
full_key (TendEarningsValues    *self,
          const TendEarningsRow *row,
          TendEarningsBy         by)
{
  g_autofree char *monday = NULL;

  if (by != TEND_EARNINGS_WEEK)
    return tend_compose_keep (self->texts, row->label);

  monday = tend_date_format (tend_date_parse_week (row->key), TEND_DATE_LONG);

  /* Translators: %s is the Monday, "18 August 2025" */
  return tend_compose_take (self->texts, g_strdup_printf (_("Week of %s"), monday));
}

/* "Nov", or with the year where the months begin and in January. */
static const char *
short_key (TendEarningsValues    *self,
           const TendEarningsRow *row,
           TendEarningsBy         by)
{
  g_autofree char *first = NULL;
  g_autofree char *month_name = NULL;
  int year, month;

  if (by == TEND_EARNINGS_WEEK)
    return tend_compose_keep (self->texts, row->label);
  if (by != TEND_EARNINGS_MONTH)
    return NULL;

  first = g_strconcat (row->key, "-01", NULL);
  tend_date_get (tend_date_parse_iso (first), &year, &month, NULL);
  month_name = g_utf8_substring (tend_month_name (month), 0, 3);

  return self->rows->len == 0 || month == 1
         ? tend_compose_take (self->texts, g_strdup_printf ("%s %d", month_name, year))
         : tend_compose_keep (self->texts, month_name);
}

/* Of people and services the one that brought most comes first. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TendEarningsLine *first = a;
  const TendEarningsLine *second = b;

  if (first->worked_pence != second->worked_pence)
    return first->worked_pence < second->worked_pence ? 1 : -1;

  return g_strcmp0 (first->key, second->key);
}

TendEarningsValues *
tend_compose_earnings_load (TendVault       *vault,
                            TendDate         from,
                            TendDate         to,
                            TendEarningsBy   by,
                            GError         **error)
{
  gboolean in_time = by == TEND_EARNINGS_WEEK || by == TEND_EARNINGS_MONTH;
  g_autoptr(TendEarnings) earnings = tend_earnings_load (vault, from, to, by, error);
  g_autoptr(TendEarningsValues) self = NULL;
  TendParty provider;

  if (earnings == NULL)
    return NULL;

  self = g_new0 (TendEarningsValues, 1);
  self->texts = g_string_chunk_new (4096);
  self->rows = g_array_new (FALSE, FALSE, sizeof (TendEarningsLine));

  if (!tend_compose_provider (vault, self->texts, &provider, error))
    return NULL;

  for (guint i = 0; i < earnings->rows->len; i++)
    {
      const TendEarningsRow *row = earnings->rows->pdata[i];
      TendEarningsLine line = {
        .key = full_key (self, row, by),
        .short_key = short_key (self, row, by),
        .worked_pence = row->worked_pence,
        .invoiced_pence = row->invoiced_pence,
        .received_pence = row->received_pence,
        .minutes = row->minutes,
      };

      g_array_append_val (self->rows, line);
    }

  if (!in_time)
    g_array_sort (self->rows, compare_rows);

  self->sheet = (TendEarningsSheet) {
    .provider = provider.trading_as != NULL ? provider.trading_as : provider.name,
    .by = heading (by),
    .from = from,
    .to = to,
    .kind = in_time ? TEND_CHART_COLUMNS : TEND_CHART_BARS,
    .rows = (const TendEarningsLine *) self->rows->data,
    .n_rows = self->rows->len,
    .language = tend_compose_language (),
  };

  return g_steal_pointer (&self);
}

TendDocument *
tend_compose_earnings_document (const TendEarningsValues *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  return tend_document_new_earnings (&values->sheet);
}
