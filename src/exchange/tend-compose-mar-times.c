/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The squares of the MAR chart for paper. */

#include "tend-compose-mar-private.h"

#include "tend-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
tend_mar_quantity (TendRecord *entry,
                   const char *field)
{
  return tend_record_is_set (entry, field)
         ? tend_quantity_format (tend_record_get_int (entry, field)) : NULL;
}

TendInstant
tend_mar_entry_time (TendRecord *entry)
{
  return tend_record_get_int (entry, tend_record_is_set (entry, "given_at") ? "given_at"
                                                                            : "due_at");
}

TendInstant
tend_mar_slot_time (const TendMarSlot *slot)
{
  return slot->due_at != TEND_INSTANT_NONE || slot->entry == NULL
         ? slot->due_at : tend_record_get_int (slot->entry, "given_at");
}

/* On a chart to be filled in by hand nothing that is written yet stands, and what is signed
 * elsewhere is not to be signed there again. */
static void
clear_cell (const TendMarSlot *slot,
            TendMarCell       *cell)
{
  if (slot->entry != NULL)
    *cell = (TendMarCell) { .state = TEND_MAR_CELL_OUTSIDE };
  else if (cell->state == TEND_MAR_CELL_GAP)
    cell->state = TEND_MAR_CELL_DUE;
  /* Whoever learns the number writes it there. */
  if (slot->dose == 0)
    cell->quantity = NULL;
}

void
tend_mar_read_cell (TendMarReading    *self,
                    const TendMarSlot *slot,
                    TendMarCell       *cell)
{
  GStringChunk *texts = self->source->values->texts;

  tend_mar_cell_of (cell, self->line, slot, NULL, texts);
  if (self->request->blank)
    {
      clear_cell (slot, cell);
      return;
    }
  if (slot->entry == NULL)
    return;

  /* What the entry holds does not live as long as the sheet. */
  cell->text = tend_compose_keep (texts, cell->text);
  if (g_str_equal (cell->text, TEND_MAR_TICK))
    g_hash_table_add (self->initials, (gpointer) TEND_MAR_TICK);
  /* Every code is told on the back. */
  if (!cell->is_code && g_hash_table_contains (self->noted, slot))
    cell->text = tend_compose_take (texts, g_strconcat (cell->text, "*", NULL));
}

/* Rows */

typedef struct
{
  int          time;   /* which of the medicine's times */
  TendClock    clock;
  TendMarCell *cells;
} Row;

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *first = a, *second = b;

  return first->clock != second->clock ? first->clock - second->clock
                                       : first->time - second->time;
}

static Row *
add_row (TendMarReading *self,
         GArray         *rows,
         int             time,
         TendClock       clock)
{
  const TendDoseSchedule *schedule = &self->line->medicine->schedule;
  int n_days = self->chart->to - self->chart->from + 1;
  GArray *cells = g_array_sized_new (FALSE, TRUE, sizeof (TendMarCell), n_days);
  Row row = { time, clock, NULL };

  g_array_set_size (cells, n_days);
  row.cells = tend_care_own (self->source, cells);
  for (int i = 0; i < n_days; i++)
    {
      TendDate date = self->chart->from + i;

      if (date < schedule->starts_on ||
          (schedule->ends_on != TEND_DATE_NONE && date > schedule->ends_on))
        row.cells[i].state = TEND_MAR_CELL_OUTSIDE;
    }
  g_array_append_val (rows, row);
  return &g_array_index (rows, Row, rows->len - 1);
}

/* What is counted in hours comes at many times of day: each has its row. */
static Row *
find_row (TendMarReading    *self,
          GArray            *rows,
          const TendMarSlot *slot,
          gboolean           by_hours)
{
  TendClock clock = tend_time_clock (slot->due_at);

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      if (by_hours ? row->clock == clock : row->time == slot->time)
        return row;
    }
  return add_row (self, rows, slot->time, clock);
}

static const char *
more_text (TendMarReading *self,
           const Row      *row)
{
  TendMedicine *medicine = self->line->medicine;
  TendRecord *time = medicine->times->pdata[row->time];
  const char *by = tend_record_get_text (time, "by");
  g_autofree char *quantity = tend_mar_quantity (time, "quantity");
  g_autofree char *times = quantity != NULL ? g_strconcat ("× ", quantity, NULL) : NULL;
  g_autofree char *days = tend_medicine_weekdays (medicine, row->time);
  const char *parts[] = { tend_care_choice (time, "round"), days, tend_mar_giver (by), times };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  return tend_compose_keep (self->source->values->texts, text->str);
}

void
tend_mar_read_times (TendMarReading  *self,
                     TendMarMedicine *medicine)
{
  const TendDoseSchedule *schedule = &self->line->medicine->schedule;
  gboolean by_hours = tend_dose_pattern_hours (schedule->pattern) > 0;
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  GArray *times = g_array_new (FALSE, FALSE, sizeof (TendMarTime));

  for (gsize i = 0; i < schedule->n_times && !by_hours; i++)
    add_row (self, rows, i, schedule->times[i]);
  for (guint i = 0; i < self->line->slots->len; i++)
    {
      const TendMarSlot *slot = self->line->slots->pdata[i];
      int day = tend_time_date (slot->due_at) - self->chart->from;

      if (day >= 0 && day <= self->chart->to - self->chart->from)
        tend_mar_read_cell (self, slot, &find_row (self, rows, slot, by_hours)->cells[day]);
    }
  if (rows->len == 0 && schedule->n_times > 0)
    add_row (self, rows, 0, schedule->times[0]);
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      const TendMarTime time = {
        tend_compose_take (self->source->values->texts, tend_clock_format (row->clock)),
        more_text (self, row), row->cells,
      };

      g_array_append_val (times, time);
    }
  medicine->n_times = times->len;
  medicine->times = tend_care_own (self->source, times);
}
