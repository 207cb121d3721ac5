/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-round.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-mar-looks.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many refusals in a row are for the GP to know. */
#define REFUSALS 3

static void
prompt_free (gpointer data)
{
  TendMarPrompt *self = data;

  g_free (self->medication);
  g_free (self->title);
  g_free (self->detail);
  g_clear_object (&self->entry);
  g_free (self);
}

static void
person_free (gpointer data)
{
  TendMarPerson *self = data;

  g_free (self->client);
  g_free (self->name);
  g_clear_pointer (&self->chart, tend_mar_chart_free);
  g_clear_pointer (&self->open, g_array_unref);
  g_clear_pointer (&self->prompts, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_mine (const TendMarSlot *slot)
{
  return slot->state != TEND_SLOT_NOT_MINE && slot->state != TEND_SLOT_NOT_IN_CYCLE;
}

static int
compare_doses (gconstpointer a,
               gconstpointer b)
{
  TendInstant first = ((const TendMarDose *) a)->slot->due_at;
  TendInstant second = ((const TendMarDose *) b)->slot->due_at;

  return (first > second) - (first < second);
}

GArray *
tend_mar_chart_doses (TendMarChart *chart,
                      TendInstant   from,
                      TendInstant   to)
{
  GArray *doses = g_array_new (FALSE, FALSE, sizeof (TendMarDose));

  for (guint i = 0; i < chart->lines->len; i++)
    {
      TendMarLine *line = chart->lines->pdata[i];

      for (guint j = 0; j < line->slots->len; j++)
        {
          TendMarDose dose = { line, line->slots->pdata[j] };
          TendInstant due_at = dose.slot->due_at;

          if (is_mine (dose.slot) && tend_mar_opens_at (line->medicine->record, due_at) <= to &&
              tend_mar_closes_at (line->medicine->record, due_at) >= from)
            g_array_append_val (doses, dose);
        }
    }
  g_array_sort (doses, compare_doses);

  return doses;
}

/* Prompts */

static void
add_prompt (GPtrArray         *prompts,
            TendMarPromptKind  kind,
            TendMarLine       *line,
            TendRecord        *entry,
            const char        *title,
            char              *detail)
{
  TendMarPrompt *prompt = g_new0 (TendMarPrompt, 1);
  g_autofree char *name = tend_medicine_title (line->medicine->record);

  prompt->kind = kind;
  prompt->medication = g_strdup (tend_record_get_id (line->medicine->record));
  prompt->title = g_strdup_printf (title, name);
  prompt->detail = detail;
  g_set_object (&prompt->entry, entry);
  g_ptr_array_add (prompts, prompt);
}

/* What was added to an entry says that it has been seen to. */
static gboolean
is_settled (TendVault  *vault,
            TendRecord *entry)
{
  g_autoptr(GPtrArray) notes = tend_record_load_nested (vault, entry, &tend_mar_note_kind, NULL);

  return notes != NULL && notes->len > 0;
}

static gboolean
has_code (TendRecord *entry,
          const char *code)
{
  return g_strcmp0 (tend_record_get_text (entry, "reason"), code) == 0;
}

static void
add_prompts_of_entries (TendVault   *vault,
                        TendMarLine *line,
                        GPtrArray   *prompts)
{
  TendRecord *last = NULL;
  guint refusals = 0;

  for (guint i = 0; i < line->slots->len; i++)
    {
      TendRecord *entry = ((TendMarSlot *) line->slots->pdata[i])->entry;

      if (entry == NULL)
        continue;
      last = entry;
      refusals = has_code (entry, "R") ? refusals + 1 : 0;
    }

  if (last == NULL)
    return;
  if (refusals >= REFUSALS && !is_settled (vault, last))
    add_prompt (prompts, TEND_MAR_TELL_GP, line, last, _("Tell the GP about %s"),
                g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              "It was declined %u time in a row.",
                                              "It was declined %u times in a row.", refusals),
                                 refusals));
  if (has_code (last, "U") && !is_settled (vault, last))
    add_prompt (prompts, TEND_MAR_GET_MORE, line, last, _("Get %s"),
                g_strdup (_("It was not there when it was due: ask the pharmacy, or whoever "
                            "orders it.")));
}

static void
add_prompt_of_stock (TendMarLine *line,
                     GPtrArray   *prompts)
{
  TendRecord *medication = line->medicine->record;
  gint64 warn_at = tend_record_get_int (medication, "low_stock_days");

  if (!line->stock.known || line->stock.days_left < 0 || line->stock.days_left >= warn_at ||
      tend_record_is_set (medication, "ends_on"))
    return;

  add_prompt (prompts, TEND_MAR_LOW_STOCK, line, NULL, _("Order more %s"),
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It lasts %d more day.",
                                            "It lasts %d more days.", line->stock.days_left),
                               line->stock.days_left));
}

/* A dose that is set by a test is not simply gone on with when that day has come. */
static void
add_prompt_of_test (TendMarChart *chart,
                    TendMarLine  *line,
                    GPtrArray    *prompts)
{
  GPtrArray *doses = line->medicine->doses;
  TendRecord *last = doses->len > 0 ? doses->pdata[doses->len - 1] : NULL;
  TendDate due_on = last != NULL ? tend_record_get_int (last, "next_test_on") : TEND_DATE_NONE;
  TendDate ends_on = line->medicine->schedule.ends_on;
  g_autofree char *day = NULL;

  if (due_on == TEND_DATE_NONE || due_on > chart->today ||
      (ends_on != TEND_DATE_NONE && ends_on < chart->today))
    return;

  day = tend_date_format (due_on, TEND_DATE_LONG);
  add_prompt (prompts, TEND_MAR_TEST_DUE, line, NULL, _("Ask about the dose of %s"),
              g_strdup_printf (_("A test was due on %s, and no dose after it is written: look in "
                                 "the yellow book, or ask the clinic."), day));
}

static gboolean
has_visit (GPtrArray *visits)
{
  for (guint i = 0; i < visits->len; i++)
    if (((TendVisit *) visits->pdata[i])->status != TEND_VISIT_CANCELLED)
      return TRUE;

  return FALSE;
}

/* When a patch was put on, and where. */
static char *
describe_worn (TendRecord *worn)
{
  TendInstant at = tend_record_get_int (worn, tend_record_is_set (worn, "given_at") ? "given_at"
                                                                                    : "due_at");
  const char *site = tend_record_get_text (worn, "site");
  g_autofree char *day = tend_date_format (tend_time_date (at), TEND_DATE_DAY);

  /* Translators: a patch, the day it was put on, and where on the body */
  return site != NULL ? g_strdup_printf (_("Put on %s: %s. Nobody has looked today."), day, site)
                      : g_strdup_printf (_("Put on %s. Nobody has looked today."), day);
}

/* A patch is looked for by whoever is there: on a day without a visit it is not the carer's. */
static gboolean
add_prompts_of_patches (TendVault     *vault,
                        TendMarChart  *chart,
                        GPtrArray     *prompts,
                        GError       **error)
{
  g_autoptr(GPtrArray) visits = NULL;

  for (guint i = 0; i < chart->lines->len; i++)
    {
      TendMarLine *line = chart->lines->pdata[i];
      g_autoptr(TendRecord) worn = NULL;

      if (!tend_mar_look_is_due (vault, chart, line, &worn, error))
        return FALSE;
      if (worn == NULL)
        continue;
      if (visits == NULL)
        visits = tend_visits_between (vault, chart->today, chart->today, chart->client, error);
      if (visits == NULL)
        return FALSE;
      if (has_visit (visits))
        add_prompt (prompts, TEND_MAR_LOOK, line, worn, _("See whether the patch is on: %s"),
                    describe_worn (worn));
    }

  return TRUE;
}

GPtrArray *
tend_mar_prompts (TendVault     *vault,
                  TendMarChart  *chart,
                  GError       **error)
{
  g_autoptr(GPtrArray) prompts = g_ptr_array_new_with_free_func (prompt_free);

  for (guint i = 0; i < chart->lines->len; i++)
    {
      add_prompts_of_entries (vault, chart->lines->pdata[i], prompts);
      add_prompt_of_stock (chart->lines->pdata[i], prompts);
      add_prompt_of_test (chart, chart->lines->pdata[i], prompts);
    }

  return add_prompts_of_patches (vault, chart, prompts, error) ? g_steal_pointer (&prompts) : NULL;
}

/* People */

static void
count_slot (TendMarPerson *self,
            TendMarLine   *line,
            TendMarSlot   *slot,
            TendDate       date,
            TendInstant    now)
{
  TendMarDose dose = { line, slot };
  gboolean of_day = tend_time_date (slot->due_at) == date;

  if (!is_mine (slot))
    return;

  if (of_day)
    {
      self->n_due++;
      self->n_written += slot->entry != NULL;
      self->n_gaps += slot->state == TEND_SLOT_GAP;
    }
  else
    self->n_earlier += slot->state == TEND_SLOT_GAP;

  /* A dose of late yesterday may be open after midnight. */
  if (slot->state == TEND_SLOT_DUE &&
      (self->next_at == TEND_INSTANT_NONE || slot->due_at < self->next_at))
    self->next_at = slot->due_at;
  if ((slot->state == TEND_SLOT_DUE || (of_day && slot->state == TEND_SLOT_GAP)) &&
      tend_mar_opens_at (line->medicine->record, slot->due_at) <= now)
    g_array_append_val (self->open, dose);
}

static gboolean
is_in_force (TendMarLine *line,
             TendDate     date)
{
  const TendDoseSchedule *schedule = &line->medicine->schedule;

  return schedule->starts_on <= date &&
         (schedule->ends_on == TEND_DATE_NONE || schedule->ends_on >= date);
}

/* Nobody is due anything after the end of their care or a death. */
static gboolean
is_cared_for (TendRecord *client,
              TendDate    date)
{
  TendDate died_on = tend_record_get_int (client, "died_on");
  TendDate ended_on = tend_record_get_int (client, "ended_on");

  return (died_on == TEND_DATE_NONE || died_on >= date) &&
         (ended_on == TEND_DATE_NONE || ended_on >= date);
}

static TendMarPerson *
person_load (TendVault    *vault,
             TendRecord   *client,
             TendDate      date,
             TendInstant   now,
             gboolean     *wanted,
             GError      **error)
{
  TendMarPerson *self = g_new0 (TendMarPerson, 1);

  self->client = g_strdup (tend_record_get_id (client));
  self->name = tend_client_name (client);
  self->next_at = TEND_INSTANT_NONE;
  self->open = g_array_new (FALSE, FALSE, sizeof (TendMarDose));
  self->chart = tend_mar_chart_load (vault, self->client, date - (TEND_MAR_CYCLE_DAYS - 1),
                                     TEND_MAR_CYCLE_DAYS, now, error);
  if (self->chart != NULL)
    self->prompts = tend_mar_prompts (vault, self->chart, error);
  if (self->prompts == NULL)
    {
      person_free (self);
      return NULL;
    }

  *wanted = FALSE;
  for (guint i = 0; i < self->chart->lines->len; i++)
    {
      TendMarLine *line = self->chart->lines->pdata[i];

      *wanted |= is_in_force (line, date) && is_cared_for (client, date);
      for (guint j = 0; j < line->slots->len; j++)
        count_slot (self, line, line->slots->pdata[j], date, now);
    }
  g_array_sort (self->open, compare_doses);
  *wanted |= self->n_earlier > 0 || self->open->len > 0;

  return self;
}

GPtrArray *
tend_mar_round_load (TendVault    *vault,
                     TendDate      date,
                     TendInstant   now,
                     GError      **error)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (person_free);
  g_autoptr(GPtrArray) clients = tend_clients_list (vault, NULL, error);

  if (clients == NULL)
    return NULL;

  for (guint i = 0; i < clients->len; i++)
    {
      gboolean wanted;
      TendMarPerson *person = person_load (vault, clients->pdata[i], date, now, &wanted, error);

      if (person == NULL)
        return NULL;
      if (wanted)
        g_ptr_array_add (people, person);
      else
        person_free (person);
    }

  return g_steal_pointer (&people);
}
