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
tend_mar_slot_time (const TendMarSlot *slot)
{
  return slot->due_at != TEND_INSTANT_NONE || slot->entry == NULL
         ? slot->due_at : tend_record_get_int (slot->entry, "given_at");
}

const char *
tend_mar_giver (const char *by)
{
  if (g_strcmp0 (by, "person") == 0)
    return _("self");
  if (g_strcmp0 (by, "family") == 0)
    return _("family");
  if (g_strcmp0 (by, "other") == 0)
    return _("other");
  return NULL;
}

static gboolean
is_taken (TendRecord *entry)
{
  return (tend_outcome_parse (tend_record_get_text (entry, "outcome")) &
          (TEND_OUTCOME_TAKEN | TEND_OUTCOME_PART)) != 0;
}

/* The code, else who signed. */
static const char *
mark_of (TendMarReading *self,
         TendRecord     *entry)
{
  const char *code = tend_record_get_text (entry, "reason");

  if (code != NULL)
    return tend_compose_keep (self->source->values->texts, code);
  if (!is_taken (entry))
    return _("no");
  if (tend_record_is_set (entry, "initials"))
    return tend_care_text (self->source, entry, "initials");
  g_hash_table_add (self->initials, (gpointer) TEND_MAR_TICK);
  return TEND_MAR_TICK;
}

/* Whether the dose can differ from one time to the next, or is not in its words. */
static gboolean
varies (TendMedicine *medicine)
{
  g_auto(TendDoseText) dose = { 0 };

  tend_dose_text_read (tend_record_get_text (medicine->record, "dose"), &dose);
  /* "A thin layer" is no number, and one of it is none either. */
  if (dose.least == 0 && g_strcmp0 (tend_record_get_text (medicine->record, "applied"),
                                    "cream") == 0)
    return FALSE;
  return medicine->doses->len > 0 || dose.least == 0 || dose.most > dose.least;
}

static gboolean
shows_quantity (TendMarReading    *self,
                const TendMarSlot *slot)
{
  const char *code = tend_record_get_text (slot->entry, "reason");

  if (!tend_record_is_set (slot->entry, "quantity") ||
      (!is_taken (slot->entry) && !tend_mar_code_uses_stock (code)))
    return FALSE;
  return varies (self->line->medicine) ||
         (slot->dose > 0 && tend_record_get_int (slot->entry, "quantity") != slot->dose);
}

static const char *
struck_text (TendMarReading    *self,
             const TendMarSlot *slot)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; slot->struck != NULL && i < slot->struck->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            mark_of (self, slot->struck->pdata[i]));
  return tend_compose_keep (self->source->values->texts, text->str);
}

/* The clock, or of another day than @due_at that day. */
static char *
clock_text (TendInstant at,
            TendInstant due_at)
{
  int year, month, day;

  if (tend_time_date (at) == tend_time_date (due_at))
    return tend_clock_format (tend_time_clock (at));
  tend_date_get (tend_time_date (at), &year, &month, &day);
  /* Translators: a day and the number of its month, as narrow as it can be: "1/6" */
  return g_strdup_printf (_("%d/%d"), day, month);
}

/* The true time of a dose that was late, or when it was written down too late. */
static const char *
late_text (TendMarReading    *self,
           const TendMarSlot *slot)
{
  TendInstant closes_at = tend_mar_closes_at (self->line->medicine->record, slot->due_at);
  TendInstant given_at = tend_record_get_int (slot->entry, "given_at");
  TendInstant written_at = tend_record_get_int (slot->entry, "written_at");
  g_autofree char *clock = NULL;

  if (tend_record_is_set (slot->entry, "given_at") && given_at > closes_at)
    return tend_compose_take (self->source->values->texts, clock_text (given_at, slot->due_at));
  if (slot->state != TEND_SLOT_LATE || !tend_record_is_set (slot->entry, "written_at"))
    return NULL;

  clock = clock_text (written_at, slot->due_at);
  /* Translators: "written", and then a time, as narrow as it can be */
  return tend_compose_take (self->source->values->texts, g_strdup_printf (_("wr %s"), clock));
}

/* Where the time is critical it is told of every dose. */
static const char *
exact_text (TendMarReading    *self,
            const TendMarSlot *slot)
{
  TendRecord *record = self->line->medicine->record;

  if (!tend_record_get_int (record, "time_critical") ||
      !tend_record_is_set (slot->entry, "given_at") ||
      tend_record_get_int (slot->entry, "given_at") == slot->due_at)
    return NULL;
  return tend_compose_take (self->source->values->texts,
                            clock_text (tend_record_get_int (slot->entry, "given_at"),
                                        slot->due_at));
}

/* What stands below the initials or the code: how much, when and by whom, where that is not
 * what the row says. */
static const char *
below_text (TendMarReading    *self,
            const TendMarSlot *slot,
            gboolean           late)
{
  g_autofree char *quantity = shows_quantity (self, slot)
                              ? tend_mar_quantity (slot->entry, "quantity") : NULL;
  const char *parts[] = {
    quantity, late ? NULL : exact_text (self, slot),
    is_taken (slot->entry) ? tend_mar_giver (tend_record_get_text (slot->entry, "by")) : NULL,
  };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  return tend_compose_keep (self->source->values->texts, text->str);
}

static void
read_entry (TendMarReading    *self,
            const TendMarSlot *slot,
            TendMarCell       *cell)
{
  GStringChunk *texts = self->source->values->texts;

  cell->state = TEND_MAR_CELL_WRITTEN;
  cell->text = mark_of (self, slot->entry);
  cell->is_code = tend_record_is_set (slot->entry, "reason");
  /* Every code is told on the back. */
  if (!cell->is_code && g_hash_table_contains (self->noted, slot))
    cell->text = tend_compose_take (texts, g_strconcat (cell->text, "*", NULL));
  cell->struck = struck_text (self, slot);
  cell->late = late_text (self, slot);
  cell->quantity = below_text (self, slot, cell->late != NULL);
}

void
tend_mar_read_cell (TendMarReading    *self,
                    const TendMarSlot *slot,
                    TendMarCell       *cell)
{
  if (slot->state == TEND_SLOT_NOT_IN_CYCLE && (slot->entry == NULL || self->request->blank))
    {
      cell->state = TEND_MAR_CELL_OUTSIDE;
      return;
    }
  if (slot->entry != NULL && !self->request->blank)
    {
      read_entry (self, slot, cell);
      return;
    }

  cell->state = TEND_MAR_CELL_DUE;
  if (strcmp (slot->by, "me") != 0)
    {
      cell->state = TEND_MAR_CELL_OTHERS;
      cell->text = tend_mar_giver (slot->by);
    }
  else if (slot->state == TEND_SLOT_GAP && !self->request->blank)
    cell->state = TEND_MAR_CELL_GAP;
  if (self->line->medicine->doses->len > 0 && slot->dose > 0 &&
      cell->state != TEND_MAR_CELL_GAP)
    cell->quantity = tend_compose_take (self->source->values->texts,
                                        tend_quantity_format (slot->dose));
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
