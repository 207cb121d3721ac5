/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-words.h"

#include "tend-quantity.h"

#include <glib/gi18n-lib.h>

char *
tend_mar_quantity_words (TendMedicine *medicine,
                         gint64        quantity)
{
  g_autofree char *number = tend_quantity_format (quantity);
  g_autofree char *unit = tend_medicine_unit (medicine);

  return *unit != '\0' ? g_strdup_printf ("%s %s", number, unit) : g_strdup (number);
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
      return g_strdup_printf (_("not mine: %s"), tend_mar_giver (slot->by));
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
