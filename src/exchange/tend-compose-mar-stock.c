/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What came and went of a medicine, for paper. */

#include "tend-compose-mar-private.h"

#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

static const char *
take (TendMarReading *self,
      char           *text)
{
  return tend_compose_take (self->source->values->texts, text);
}

static const char *
amount (TendMarReading *self,
        gint64          quantity,
        gboolean        shown)
{
  g_autofree char *text = NULL;

  if (!shown)
    return NULL;
  text = tend_quantity_format (ABS (quantity));
  return take (self, g_strdup_printf ("%s%s", quantity < 0 ? "−" : "", text));
}

/* "1 Jun 2026: Received 28, CM (Boots)." */
static const char *
movements (TendMarReading *self,
           GPtrArray      *records)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = records->pdata[i];
      g_autofree char *date = tend_date_format (tend_record_get_int (record, "date"),
                                                TEND_DATE_DAY);
      g_autofree char *quantity = tend_mar_quantity (record, "quantity");
      const char *note = tend_record_get_text (record, "note");
      const char *initials = tend_record_get_text (record, "initials");

      g_string_append_printf (text, "%s%s: %s %s", i > 0 ? "; " : "", date,
                              tend_compose_choice (record, "kind"), quantity);
      if (initials != NULL)
        g_string_append_printf (text, ", %s", initials);
      if (note != NULL)
        g_string_append_printf (text, " (%s)", note);
      tend_mar_add_signer (self, record);
    }
  return tend_compose_keep (self->source->values->texts, text->str);
}

gboolean
tend_mar_read_stock (TendMarReading   *self,
                     TendMarMedicine  *medicine,
                     GError          **error)
{
  const TendStock *stock = &self->line->stock;
  TendRecord *record = self->line->medicine->record;
  TendVault *vault = self->source->vault;
  TendDate to = MIN (self->chart->to, tend_time_date (self->request->now));
  g_autoptr(GPtrArray) records = NULL;
  gboolean counted = stock->has_count && stock->counted_on >= self->chart->from;
  TendStockSum sum;

  if (!stock->known || self->request->blank || to < self->chart->from)
    return TRUE;
  records = tend_stock_records (vault, tend_record_get_id (record), self->chart->from, to, error);
  if (records == NULL ||
      !tend_stock_sum (vault, self->line->medicine, self->chart->from, to, &sum, error))
    return FALSE;

  medicine->stock = (TendMarStock) {
    .brought_forward = amount (self, sum.brought_forward, TRUE),
    .received = amount (self, sum.received, TRUE),
    .given = amount (self, sum.given, TRUE),
    .returned = amount (self, sum.returned, TRUE),
    .destroyed = amount (self, sum.destroyed, TRUE),
    .put_right = amount (self, sum.put_right, sum.put_right != 0),
    .expected = amount (self, stock->expected, TRUE),
    .counted_on = counted ? take (self, tend_date_format (stock->counted_on, TEND_DATE_DAY))
                          : NULL,
    .expected_then = amount (self, stock->counted - stock->discrepancy, counted),
    .counted = amount (self, stock->counted, counted),
    .discrepancy = amount (self, stock->discrepancy, counted),
    .story = movements (self, records),
  };
  return TRUE;
}
