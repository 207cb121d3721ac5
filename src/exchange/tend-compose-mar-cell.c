/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-mar-cell.h"

#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

const char *
tend_mar_giver (const char *by)
{
  if (by == NULL || g_str_equal (by, "me"))
    return NULL;
  if (g_str_equal (by, "person"))
    return _("self");
  return g_str_equal (by, "family") ? _("family") : _("other");
}

static gboolean
is_taken (TendRecord *entry)
{
  return (tend_outcome_parse (tend_record_get_text (entry, "outcome")) &
          (TEND_OUTCOME_TAKEN | TEND_OUTCOME_PART)) != 0;
}

const char *
tend_mar_mark (TendRecord *entry)
{
  const char *code = tend_record_get_text (entry, "reason");
  const char *initials = tend_record_get_text (entry, "initials");

  if (code != NULL)
    return code;
  if (!is_taken (entry))
    return _("no");
  return initials != NULL ? initials : TEND_MAR_TICK;
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

/* How much was taken, where that is not what the line says. */
static char *
quantity_text (const TendMarLine *line,
               const TendMarSlot *slot,
               TendRecord        *entry)
{
  gint64 quantity = tend_record_get_int (entry, "quantity");

  if (!tend_record_is_set (entry, "quantity") ||
      (!is_taken (entry) && !tend_mar_code_uses_stock (tend_record_get_text (entry, "reason"))))
    return NULL;
  return varies (line->medicine) || (slot->dose > 0 && quantity != slot->dose)
         ? tend_quantity_format (quantity) : NULL;
}

/* The clock, or of another day than @due_at that day. */
static char *
clock_text (TendInstant at,
            TendInstant due_at)
{
  int year, month, day;

  if (due_at == TEND_INSTANT_NONE || tend_time_date (at) == tend_time_date (due_at))
    return tend_clock_format (tend_time_clock (at));
  tend_date_get (tend_time_date (at), &year, &month, &day);
  /* Translators: a day and the number of its month, as narrow as it can be: "1/6" */
  return g_strdup_printf (_("%d/%d"), day, month);
}

/* The true time of a dose that was late, or when it was written down too late. */
static char *
late_text (const TendMarLine *line,
           const TendMarSlot *slot)
{
  TendInstant closes_at = tend_mar_closes_at (line->medicine->record, slot->due_at);
  TendInstant given_at = tend_record_get_int (slot->entry, "given_at");
  g_autofree char *clock = NULL;

  if (slot->due_at != TEND_INSTANT_NONE && tend_record_is_set (slot->entry, "given_at") &&
      given_at > closes_at)
    return clock_text (given_at, slot->due_at);
  if (slot->state != TEND_SLOT_LATE || !tend_record_is_set (slot->entry, "written_at"))
    return NULL;

  clock = clock_text (tend_record_get_int (slot->entry, "written_at"), slot->due_at);
  /* Translators: "written", and then a time, as narrow as it can be */
  return g_strdup_printf (_("wr %s"), clock);
}

/* Where the time is critical it is told of every dose, by whomever. */
static char *
exact_text (const TendMarLine *line,
            const TendMarSlot *slot,
            TendRecord        *entry)
{
  if (!tend_record_get_int (line->medicine->record, "time_critical") ||
      !tend_record_is_set (entry, "given_at"))
    return NULL;
  return clock_text (tend_record_get_int (entry, "given_at"), slot->due_at);
}

/* V and T say by whom themselves. */
static const char *
giver_text (TendRecord *entry)
{
  const char *code = tend_record_get_text (entry, "reason");

  if (!is_taken (entry) || g_strcmp0 (code, "V") == 0 || g_strcmp0 (code, "T") == 0)
    return NULL;
  return tend_mar_giver (tend_record_get_text (entry, "by"));
}

/* What stands below the initials or the code: how much, when and by whom, where that is not
 * what the row says. */
static const char *
below_text (const TendMarLine *line,
            const TendMarSlot *slot,
            TendRecord        *entry,
            gboolean           late,
            GStringChunk      *texts)
{
  g_autofree char *quantity = quantity_text (line, slot, entry);
  g_autofree char *exact = late ? NULL : exact_text (line, slot, entry);
  const char *parts[] = { quantity, exact, giver_text (entry) };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  return text->len > 0 ? g_string_chunk_insert (texts, text->str) : NULL;
}

static const char *
struck_text (const TendMarSlot *slot,
             GStringChunk      *texts)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; slot->struck != NULL && i < slot->struck->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            tend_mar_mark (slot->struck->pdata[i]));
  return text->len > 0 ? g_string_chunk_insert (texts, text->str) : NULL;
}

static const char *
insert (GStringChunk *texts,
        char         *text)
{
  g_autofree char *own = text;

  return own != NULL ? g_string_chunk_insert (texts, own) : NULL;
}

static void
show_entry (TendMarCell       *cell,
            const TendMarLine *line,
            const TendMarSlot *slot,
            TendRecord        *draft,
            GStringChunk      *texts)
{
  TendRecord *entry = draft != NULL ? draft : slot->entry;

  cell->state = draft != NULL ? TEND_MAR_CELL_DRAFT : TEND_MAR_CELL_WRITTEN;
  cell->text = tend_mar_mark (entry);
  cell->is_code = tend_record_is_set (entry, "reason");
  if (draft == NULL)
    {
      cell->struck = struck_text (slot, texts);
      cell->late = insert (texts, late_text (line, slot));
    }
  cell->quantity = below_text (line, slot, entry, cell->late != NULL, texts);
}

void
tend_mar_cell_of (TendMarCell       *cell,
                  const TendMarLine *line,
                  const TendMarSlot *slot,
                  TendRecord        *draft,
                  GStringChunk      *texts)
{
  *cell = (TendMarCell) { .state = TEND_MAR_CELL_DUE };

  if (draft != NULL || slot->entry != NULL)
    {
      show_entry (cell, line, slot, draft, texts);
      return;
    }
  if (slot->state == TEND_SLOT_NOT_IN_CYCLE)
    {
      cell->state = TEND_MAR_CELL_OUTSIDE;
      return;
    }

  if (slot->state == TEND_SLOT_GAP)
    cell->state = TEND_MAR_CELL_GAP;
  else if (slot->state == TEND_SLOT_NOT_MINE)
    {
      cell->state = TEND_MAR_CELL_OTHERS;
      cell->text = tend_mar_giver (slot->by);
    }
  /* What was due is to be read in a gap too: it may still have been given.  Where it hangs on
   * a test that is still to come an empty square would be filled with the number before it. */
  if (line->medicine->doses->len > 0)
    cell->quantity = slot->dose > 0 ? insert (texts, tend_quantity_format (slot->dose)) : "?";
}
