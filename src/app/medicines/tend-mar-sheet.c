/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-sheet.h"

#include "tend-clients.h"
#include "tend-kinds.h"

#include <string.h>

static void
sheet_clear (gpointer data)
{
  TendMarSheet *self = data;

  g_clear_pointer (&self->chart, tend_mar_chart_free);
  g_clear_pointer (&self->prompts, g_ptr_array_unref);
  g_clear_object (&self->client);
  g_free (self->name);
  g_free (self->gap);
  g_free (self->gap_title);
}

TendMarSheet *
tend_mar_sheet_ref (TendMarSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tend_mar_sheet_unref (TendMarSheet *self)
{
  g_atomic_rc_box_release_full (self, sheet_clear);
}

/* The doses that nobody has answered for, wherever the chart on view begins. */
static gboolean
find_gaps (TendMarSheet  *self,
           TendVault     *vault,
           GError       **error)
{
  TendDate from = self->today - (TEND_MAR_CYCLE_DAYS - 1);
  g_autoptr(TendMarChart) chart = tend_mar_chart_load (vault, self->chart->client, from,
                                                       TEND_MAR_CYCLE_DAYS, self->now, error);
  g_autoptr(GArray) doses = NULL;

  if (chart == NULL)
    return FALSE;

  doses = tend_mar_chart_doses (chart, G_MININT64, self->now);
  for (guint i = 0; i < doses->len; i++)
    {
      const TendMarDose *dose = &g_array_index (doses, TendMarDose, i);
      g_autofree char *title = NULL;
      g_autofree char *day = NULL;
      g_autofree char *clock = NULL;

      if (dose->slot->state != TEND_SLOT_GAP || self->n_gaps++ > 0)
        continue;

      title = tend_medicine_title (dose->line->medicine->record);
      day = tend_date_format (tend_time_date (dose->slot->due_at), TEND_DATE_SHORT);
      clock = tend_clock_format (tend_time_clock (dose->slot->due_at));
      self->gap = tend_mar_dose_key (dose->line, dose->slot->due_at);
      self->gap_title = g_strdup_printf ("%s, %s, %s", title, day, clock);
    }

  return TRUE;
}

TendMarSheet *
tend_mar_sheet_load (TendVault    *vault,
                     const char   *client,
                     TendDate      date,
                     TendInstant   now,
                     GError      **error)
{
  g_autoptr(TendMarSheet) self = g_atomic_rc_box_new0 (TendMarSheet);
  TendDate from;

  self->now = now;
  self->today = tend_time_date (now);
  self->client = tend_record_load (vault, &tend_client_kind, client, error);
  if (self->client == NULL)
    return NULL;

  self->name = tend_client_name (self->client);
  from = tend_mar_cycle_start (vault, self->client, date, error);
  if (from == TEND_DATE_NONE)
    return NULL;

  self->chart = tend_mar_chart_load (vault, client, from, TEND_MAR_CYCLE_DAYS, now, error);
  if (self->chart == NULL || !find_gaps (self, vault, error))
    return NULL;

  self->prompts = tend_mar_prompts (vault, self->chart, error);
  return self->prompts != NULL ? g_steal_pointer (&self) : NULL;
}

struct _TendMarQuestion
{
  char        *client;
  TendDate     date;
  TendInstant  now;
};

TendMarQuestion *
tend_mar_question_new (const char  *client,
                       TendDate     date,
                       TendInstant  now)
{
  TendMarQuestion *self = g_new0 (TendMarQuestion, 1);

  self->client = g_strdup (client);
  self->date = date;
  self->now = now;
  return self;
}

void
tend_mar_question_free (gpointer question)
{
  TendMarQuestion *self = question;

  g_free (self->client);
  g_free (self);
}

gpointer
tend_mar_question_answer (TendVault  *vault,
                          gpointer    question,
                          GError    **error)
{
  TendMarQuestion *self = question;

  return tend_mar_sheet_load (vault, self->client, self->date, self->now, error);
}

TendMarLine *
tend_mar_sheet_line (TendMarSheet *self,
                     const char   *medication)
{
  for (guint i = 0; i < self->chart->lines->len; i++)
    {
      TendMarLine *line = self->chart->lines->pdata[i];

      if (g_strcmp0 (tend_record_get_id (line->medicine->record), medication) == 0)
        return line;
    }

  return NULL;
}

TendMarSlot *
tend_mar_line_slot (TendMarLine *line,
                    TendRecord  *draft)
{
  TendInstant due_at = tend_record_get_int (draft, "due_at");
  TendMarSlot *open = NULL;

  for (guint i = 0; i < line->slots->len; i++)
    {
      TendMarSlot *slot = line->slots->pdata[i];

      if (slot->due_at != due_at)
        continue;
      if (slot->entry == NULL)
        open = open != NULL ? open : slot;
      else if (strcmp (tend_record_get_id (slot->entry), tend_record_get_id (draft)) == 0)
        return NULL;
    }

  return open;
}

TendInstant
tend_mar_other_time (const TendMarSlot *slot)
{
  return tend_record_is_set (slot->entry, "given_at")
           ? tend_record_get_int (slot->entry, "given_at") : slot->due_at;
}

gboolean
tend_mar_slot_is_open (TendMarLine       *line,
                       const TendMarSlot *slot,
                       TendInstant        now)
{
  return slot->entry == NULL && slot->state != TEND_SLOT_NOT_IN_CYCLE &&
         now >= tend_mar_opens_at (line->medicine->record, slot->due_at);
}

char *
tend_mar_dose_key (TendMarLine *line,
                   TendInstant  due_at)
{
  g_autofree char *time = tend_time_format_iso (due_at);

  return g_strdup_printf ("%s@%s", tend_record_get_id (line->medicine->record), time);
}
