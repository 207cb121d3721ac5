/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-words.h"

#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

/* Where nobody's initials are known: a dose from elsewhere, or one not signed yet. */
#define TICK "✓"

char *
tend_mar_quantity_words (TendMedicine *medicine,
                         gint64        quantity)
{
  g_autofree char *number = tend_quantity_format (quantity);
  g_autofree char *unit = tend_medicine_unit (medicine);

  return *unit != '\0' ? g_strdup_printf ("%s %s", number, unit) : g_strdup (number);
}

const char *
tend_mar_giver_word (const char *by)
{
  if (g_strcmp0 (by, "person") == 0)
    return _("self");
  if (g_strcmp0 (by, "family") == 0)
    return _("family");
  if (g_strcmp0 (by, "other") == 0)
    return _("other");

  return _("me");
}

/* What was done, from the outcome and how it was helped with. */
static const char *
outcome_words (TendRecord *entry)
{
  const char *support = tend_record_get_text (entry, "support");

  switch (tend_outcome_parse (tend_record_get_text (entry, "outcome")))
    {
    case TEND_OUTCOME_PART:
      return _("part taken");
    case TEND_OUTCOME_DECLINED:
      return _("declined");
    case TEND_OUTCOME_OMITTED:
      return _("not given");
    case TEND_OUTCOME_TAKEN:
    default:
      if (g_strcmp0 (tend_record_get_text (entry, "by"), "me") != 0)
        return _("taken");
      if (g_strcmp0 (support, "prompt") == 0)
        return _("taken after a reminder");
      return g_strcmp0 (support, "assist") == 0 ? _("taken with help") : _("given");
    }
}

static const char *
code_words (TendRecord *entry)
{
  return tend_field_choice_label (tend_kind_field (tend_record_get_kind (entry), "reason"),
                                  tend_record_get_text (entry, "reason"));
}

char *
tend_mar_entry_words (TendMedicine *medicine,
                      TendRecord   *entry)
{
  GString *text = g_string_new (outcome_words (entry));

  if (tend_record_is_set (entry, "reason"))
    g_string_append_printf (text, ", %s (%s)", tend_record_get_text (entry, "reason"),
                            code_words (entry));
  if (tend_record_is_set (entry, "quantity"))
    {
      g_autofree char *quantity =
        tend_mar_quantity_words (medicine, tend_record_get_int (entry, "quantity"));

      g_string_append_printf (text, ", %s", quantity);
    }
  if (tend_record_is_set (entry, "given_at"))
    {
      g_autofree char *clock =
        tend_clock_format (tend_time_clock (tend_record_get_int (entry, "given_at")));

      g_string_append_c (text, ' ');
      /* Translators: after what was done, "given, 1 tablet at 08:05" */
      g_string_append_printf (text, _("at %s"), clock);
    }
  if (tend_record_is_set (entry, "site"))
    g_string_append_printf (text, ", %s", tend_record_get_text (entry, "site"));
  if (tend_record_is_set (entry, "initials"))
    {
      g_string_append (text, ", ");
      /* Translators: "signed CM" */
      g_string_append_printf (text, _("signed %s"), tend_record_get_text (entry, "initials"));
    }

  return g_string_free (text, FALSE);
}

char *
tend_mar_state_words (TendMarLine       *line,
                      const TendMarSlot *slot,
                      TendRecord        *draft,
                      TendInstant        now)
{
  g_autofree char *entry = NULL;

  if (draft != NULL)
    {
      entry = tend_mar_entry_words (line->medicine, draft);
      return g_strdup_printf (_("draft: %s; not signed yet"), entry);
    }
  if (slot->entry != NULL)
    {
      entry = tend_mar_entry_words (line->medicine, slot->entry);
      if (slot->state == TEND_SLOT_LATE)
        return g_strdup_printf (_("%s, late"), entry);
      return slot->struck != NULL ? g_strdup_printf (_("%s, corrected"), entry)
                                  : g_steal_pointer (&entry);
    }

  switch (slot->state)
    {
    case TEND_SLOT_GAP:
      return g_strdup (_("its time has passed, not recorded"));
    case TEND_SLOT_NOT_MINE:
      return g_strdup_printf (_("not mine: %s"), tend_mar_giver_word (slot->by));
    case TEND_SLOT_NOT_IN_CYCLE:
      return g_strdup (_("outside its days"));
    default:
      return tend_mar_slot_is_open (line, slot, now) ? g_strdup (_("due, not recorded"))
                                                     : g_strdup (_("not due yet"));
    }
}

char *
tend_mar_dose_words (TendMarLine       *line,
                     const TendMarSlot *slot,
                     TendRecord        *draft,
                     TendInstant        now)
{
  TendInstant at = slot->time >= 0 ? slot->due_at : tend_mar_other_time (slot);
  g_autofree char *day = tend_date_format (tend_time_date (at), TEND_DATE_FULL);
  g_autofree char *clock = tend_clock_format (tend_time_clock (at));
  g_autofree char *title = tend_medicine_title (line->medicine->record);
  g_autofree char *state = tend_mar_state_words (line, slot, draft, now);

  /* Translators: a cell of the MAR chart: day, time, medicine and how it stands */
  return g_strdup_printf (_("%s, %s, %s, %s"), day, clock, title, state);
}

/* Whether a number is due that initials alone do not tell. */
static gboolean
varies (TendMedicine *medicine)
{
  g_auto(TendDoseText) dose = { 0 };

  tend_dose_text_read (tend_record_get_text (medicine->record, "dose"), &dose);
  return medicine->doses->len > 0 || dose.least != dose.most;
}

static void
fill_entry (TendMarCell       *cell,
            TendMarLine       *line,
            const TendMarSlot *slot,
            TendRecord        *entry,
            char             **quantity)
{
  const char *code = tend_record_get_text (entry, "reason");
  gint64 taken = tend_record_get_int (entry, "quantity");

  cell->is_code = code != NULL;
  cell->text = code != NULL ? code : tend_record_get_text (entry, "initials");
  if (cell->text == NULL)
    cell->text = TICK;
  if (taken > 0 && (taken != slot->dose || varies (line->medicine)))
    *quantity = tend_quantity_format (taken);
}

static const char *
struck_text (const TendMarSlot *slot)
{
  TendRecord *before = slot->struck != NULL ? slot->struck->pdata[slot->struck->len - 1] : NULL;
  const char *text = NULL;

  if (before == NULL)
    return NULL;

  text = tend_record_get_text (before, "reason");
  if (text == NULL)
    text = tend_record_get_text (before, "initials");
  return text != NULL ? text : TICK;
}

/* The true time of a dose that was late. */
static char *
late_text (const TendMarSlot *slot)
{
  TendInstant at = slot->due_at;

  if (tend_record_is_set (slot->entry, "given_at"))
    at = tend_record_get_int (slot->entry, "given_at");
  else if (tend_record_is_set (slot->entry, "written_at"))
    at = tend_record_get_int (slot->entry, "written_at");

  return tend_clock_format (tend_time_clock (at));
}

void
tend_mar_cell_fill (TendMarCell       *cell,
                    TendMarLine       *line,
                    const TendMarSlot *slot,
                    TendRecord        *draft,
                    char             **quantity,
                    char             **late)
{
  *cell = (TendMarCell) { .state = TEND_MAR_CELL_DUE };
  *quantity = NULL;
  *late = NULL;

  if (draft != NULL || slot->entry != NULL)
    {
      cell->state = draft != NULL ? TEND_MAR_CELL_DRAFT : TEND_MAR_CELL_WRITTEN;
      fill_entry (cell, line, slot, draft != NULL ? draft : slot->entry, quantity);
      cell->struck = draft == NULL ? struck_text (slot) : NULL;
      if (draft == NULL && slot->state == TEND_SLOT_LATE)
        *late = late_text (slot);
    }
  else if (slot->state == TEND_SLOT_GAP)
    cell->state = TEND_MAR_CELL_GAP;
  else if (slot->state == TEND_SLOT_NOT_IN_CYCLE)
    cell->state = TEND_MAR_CELL_OUTSIDE;
  else if (slot->state == TEND_SLOT_NOT_MINE)
    {
      cell->state = TEND_MAR_CELL_OTHERS;
      cell->text = tend_mar_giver_word (slot->by);
    }
  else if (line->medicine->doses->len > 0 && slot->dose > 0)
    *quantity = tend_quantity_format (slot->dose);

  cell->quantity = *quantity;
  cell->late = *late;
}
