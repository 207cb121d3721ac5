/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What came and went of a medicine, for paper. */

#include "tend-compose-mar-private.h"

#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

static const char *
amount (TendMarReading *self,
        gint64          quantity,
        gboolean        shown)
{
  g_autofree char *text = NULL;

  if (!shown)
    return NULL;
  text = tend_quantity_format (ABS (quantity));
  return tend_mar_take (self, g_strdup_printf ("%s%s", quantity < 0 ? "−" : "", text));
}

/* What was counted on a day was there in the evening: a delivery below it would be read as if
 * it had come on top. */
static int
compare_movements (gconstpointer a,
                   gconstpointer b)
{
  TendRecord *first = *(TendRecord **) a;
  TendRecord *second = *(TendRecord **) b;
  gint64 days = tend_record_get_int (first, "date") - tend_record_get_int (second, "date");

  return days != 0 ? (days > 0 ? 1 : -1)
                   : g_str_equal (tend_record_get_text (first, "kind"), "counted") -
                     g_str_equal (tend_record_get_text (second, "kind"), "counted");
}

/* "1 Jun 2026: Received 28, CM (Boots)." */
static const char *
movements (TendMarReading *self,
           GPtrArray      *records)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_ptr_array_sort (records, compare_movements);
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

/* "1 dose with nothing written: 13, or 9 if taken": what is expected says nothing of those that
 * nobody wrote down since the last count; NULL where there are none. */
static const char *
unwritten_text (TendMarReading *self)
{
  const TendStock *stock = &self->line->stock;
  gint64 quantity = 0;
  gboolean known = TRUE;
  int n = 0;
  g_autofree char *expected = tend_quantity_format (MAX (stock->expected, 0));
  g_autofree char *fewer = NULL;
  char *text;

  for (guint i = 0; i < self->line->slots->len; i++)
    {
      const TendMarSlot *slot = self->line->slots->pdata[i];

      if (slot->state != TEND_SLOT_GAP ||
          (stock->has_count && tend_time_date (slot->due_at) <= stock->counted_on))
        continue;
      n++;
      quantity += slot->dose;
      known &= slot->dose > 0;
    }
  if (n == 0 || stock->expected <= 0)
    return NULL;

  fewer = known && quantity <= stock->expected ? tend_quantity_format (stock->expected - quantity)
                                               : g_strdup (_("fewer"));
  /* Translators: doses, what there should be, and what if they were taken: "1 dose with nothing
   * written: 13, or 9 if taken" */
  text = g_strdup_printf (ngettext ("%d dose with nothing written: %s, or %s if taken.",
                                    "%d doses with nothing written: %s, or %s if taken.", n),
                          n, expected, fewer);
  return tend_mar_take (self, text);
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
    .counted_on = counted
      ? tend_mar_take (self, tend_date_format (stock->counted_on, TEND_DATE_DAY)) : NULL,
    .expected_then = amount (self, stock->counted - stock->discrepancy, counted),
    .counted = amount (self, stock->counted, counted),
    .discrepancy = amount (self, stock->discrepancy, counted),
    .story = movements (self, records),
    .unwritten = unwritten_text (self),
  };
  return TRUE;
}
