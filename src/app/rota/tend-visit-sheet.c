/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-visit-sheet.h"

#include "tend-clients.h"
#include "tend-draft.h"
#include "tend-journeys.h"
#include "tend-kinds.h"
#include "tend-recurrence.h"
#include "tend-visit-record.h"

#include <string.h>

/* How far back the last journey to the same client is looked for. */
#define TRIP_DAYS 120

void
tend_visit_sheet_free (TendVisitSheet *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_clear_object (&self->visit);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_object (&self->trip);
  g_clear_object (&self->agreement);
  g_free (self->client_name);
  g_free (self->service_name);
  g_free (self->repeats);
  g_clear_object (&self->visit_before);
  g_clear_object (&self->trip_before);
  g_clear_pointer (&self->tasks_before, g_ptr_array_unref);
  g_clear_pointer (&self->addenda, g_ptr_array_unref);
  g_strfreev (self->typed);
  g_strfreev (self->trip_typed);
  g_free (self);
}

static GPtrArray *
copy_records (GPtrArray *records)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copies, tend_record_copy (records->pdata[i]));

  return copies;
}

TendVisitSheet *
tend_visit_sheet_copy (TendVisitSheet *self)
{
  TendVisitSheet *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->visit = tend_record_copy (self->visit);
  copy->tasks = copy_records (self->tasks);
  copy->trip = tend_record_copy (self->trip);
  copy->agreement = self->agreement != NULL ? tend_record_copy (self->agreement) : NULL;
  copy->client_name = g_strdup (self->client_name);
  copy->service_name = g_strdup (self->service_name);
  copy->repeats = g_strdup (self->repeats);
  copy->visit_before = tend_record_copy (self->visit_before);
  copy->trip_before = tend_record_copy (self->trip_before);
  copy->tasks_before = copy_records (self->tasks_before);
  copy->addenda = copy_records (self->addenda);
  copy->typed = g_strdupv (self->typed);
  copy->trip_typed = g_strdupv (self->trip_typed);
  return copy;
}

static TendDate
visit_date (TendVisitSheet *self)
{
  return tend_time_date (tend_record_get_int (self->visit, "planned_start"));
}

/* Loading */

static gboolean
load_names (TendVisitSheet  *self,
            TendVault       *vault,
            GError         **error)
{
  const char *service = tend_record_get_text (self->visit, "service");
  const char *pattern = tend_record_get_text (self->visit, "pattern");
  g_autoptr(TendRecord) client =
    tend_record_load (vault, tend_kind_by_name ("client"),
                      tend_record_get_text (self->visit, "client"), error);

  if (client == NULL)
    return FALSE;
  self->client_name = tend_client_name (client);

  if (service != NULL)
    {
      g_autoptr(TendRecord) record = tend_record_load (vault, &tend_service_kind, service, NULL);

      self->service_name = record != NULL ? g_strdup (tend_record_get_text (record, "name")) : NULL;
    }

  if (pattern != NULL)
    {
      g_autoptr(TendRecord) record = tend_record_load (vault, &tend_pattern_kind, pattern, NULL);

      if (record != NULL)
        self->repeats = tend_recurrence_describe (tend_record_get_text (record, "rrule"),
                                                  tend_record_get_int (record, "starts_on"));
    }

  return TRUE;
}

/* As the last time one drove to this client; else with nothing but the day. */
static void
guess_trip (TendVisitSheet *self,
            GPtrArray      *trips)
{
  static const char * const same[] = { "kind", "from", "to", "vehicle" };
  const char *client = tend_record_get_text (self->visit, "client");

  self->trip = tend_record_new (&tend_trip_kind);
  tend_record_set_int (self->trip, "date", visit_date (self));
  tend_record_set_text (self->trip, "client", client);

  for (guint i = 0; i < trips->len; i++)
    {
      TendRecord *last = trips->pdata[i];

      if (g_strcmp0 (tend_record_get_text (last, "client"), client) != 0)
        continue;

      for (gsize f = 0; f < G_N_ELEMENTS (same); f++)
        tend_record_set_text (self->trip, same[f], tend_record_get_text (last, same[f]));
      tend_record_set_int (self->trip, "miles_tenths", tend_record_get_int (last, "miles_tenths"));
      tend_record_set_int (self->trip, "chargeable", tend_record_get_int (last, "chargeable"));
      return;
    }

  tend_record_set_text (self->trip, "to", self->client_name);
}

static gboolean
load_trip (TendVisitSheet  *self,
           TendVault       *vault,
           GError         **error)
{
  TendDate date = visit_date (self);
  g_autoptr(GPtrArray) trips = tend_trips_between (vault, date - TRIP_DAYS, date + 1, error);

  if (trips == NULL)
    return FALSE;

  for (guint i = 0; i < trips->len && !self->has_trip; i++)
    if (g_strcmp0 (tend_record_get_text (trips->pdata[i], "visit"),
                   tend_record_get_id (self->visit)) == 0)
      {
        self->trip = g_object_ref (trips->pdata[i]);
        self->has_trip = self->had_trip = TRUE;
      }

  if (self->trip == NULL)
    guess_trip (self, trips);
  return TRUE;
}

static gboolean
load_addenda (TendVisitSheet  *self,
              TendVault       *vault,
              GError         **error)
{
  if (tend_record_is_stored (self->visit))
    self->addenda = tend_record_load_nested (vault, self->visit, &tend_visit_addendum_kind, error);
  else
    self->addenda = g_ptr_array_new_with_free_func (g_object_unref);

  return self->addenda != NULL;
}

/* Drafts: the fields of the visit, those of the journey, and a line for each task. */

static char *
draft_key (TendVisitSheet *self,
           const char     *part)
{
  return g_strconcat ("draft/visit/", self->id, part, NULL);
}

static char *
tasks_to_text (GPtrArray *tasks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    {
      const char *reason = tend_record_get_text (tasks->pdata[i], "reason");

      g_string_append_printf (text, "%d\t%s\t%s\n",
                              tend_record_get_int (tasks->pdata[i], "done") != 0,
                              tend_record_get_text (tasks->pdata[i], "title"),
                              reason != NULL ? reason : "");
    }

  return g_string_free (text, FALSE);
}

static TendRecord *
task_titled (GPtrArray  *tasks,
             const char *title)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_strcmp0 (tend_record_get_text (tasks->pdata[i], "title"), title) == 0)
      return tasks->pdata[i];

  return NULL;
}

static void
apply_tasks (TendVisitSheet *self,
             const char     *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      g_auto(GStrv) parts = g_strsplit (*line, "\t", 3);
      TendRecord *task;

      if (g_strv_length (parts) != 3 || *parts[1] == '\0')
        continue;

      task = task_titled (self->tasks, parts[1]);
      if (task == NULL)
        {
          task = tend_record_new (&tend_visit_task_kind);
          tend_record_set_text (task, "title", parts[1]);
          g_ptr_array_add (self->tasks, task);
        }
      tend_record_set_int (task, "done", *parts[0] == '1');
      tend_record_set_text (task, "reason", parts[2]);
    }
}

/* Of a closed record only what is charged is still to be chosen. */
static void
apply_visit (TendVisitSheet *self,
             const char     *draft)
{
  g_autoptr(TendRecord) visit = tend_record_copy (self->visit);

  if (!self->closed)
    {
      tend_draft_apply (draft, self->visit);
      self->typed = tend_draft_dup_typed (draft);
      return;
    }

  tend_draft_apply (draft, visit);
  tend_record_set_text (self->visit, "billing", tend_record_get_text (visit, "billing"));
}

static void
apply_draft (TendVisitSheet *self,
             TendVault      *vault)
{
  g_autofree char *visit_key = draft_key (self, "");
  g_autofree char *trip_key = draft_key (self, "/trip");
  g_autofree char *tasks_key = draft_key (self, "/tasks");
  g_autofree char *visit = tend_setting_get (vault, visit_key);
  g_autofree char *trip = tend_setting_get (vault, trip_key);
  g_autofree char *tasks = tend_setting_get (vault, tasks_key);

  if (visit != NULL)
    apply_visit (self, visit);
  if (tasks != NULL && !self->closed)
    apply_tasks (self, tasks);
  if (trip != NULL)
    {
      self->has_trip = TRUE;
      tend_draft_apply (trip, self->trip);
      self->trip_typed = tend_draft_dup_typed (trip);
    }

  self->from_draft = tend_visit_sheet_is_changed (self);
}

static gboolean
keep_or_forget (TendVault       *vault,
                TendVisitSheet  *self,
                const char      *part,
                const char      *value,
                GError         **error)
{
  g_autofree char *key = draft_key (self, part);

  return tend_setting_set (vault, key, value, error);
}

static gboolean
forget_draft (TendVault       *vault,
              TendVisitSheet  *self,
              GError         **error)
{
  return keep_or_forget (vault, self, "", NULL, error) &&
         keep_or_forget (vault, self, "/trip", NULL, error) &&
         keep_or_forget (vault, self, "/tasks", NULL, error);
}

static gboolean
write_draft_cb (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  TendVisitSheet *self = data;
  g_autofree char *visit = tend_draft_make (self->visit_before, self->visit,
                                            (const char *const *) self->typed);
  g_autofree char *before = tasks_to_text (self->tasks_before);
  g_autofree char *tasks = tasks_to_text (self->tasks);
  g_autofree char *trip = tend_draft_make (self->trip_before, self->trip,
                                           (const char *const *) self->trip_typed);

  /* A journey that is as guessed but wanted is still to be kept. */
  if (self->has_trip && !self->had_trip && trip == NULL)
    trip = g_strdup ("@a{ss} {}");

  return keep_or_forget (vault, self, "", visit, error) &&
         keep_or_forget (vault, self, "/trip", self->has_trip ? trip : NULL, error) &&
         keep_or_forget (vault, self, "/tasks", g_str_equal (tasks, before) ? NULL : tasks, error);
}

gboolean
tend_visit_sheet_keep_draft (TendVault       *vault,
                             TendVisitSheet  *self,
                             GError         **error)
{
  return tend_vault_transact (vault, write_draft_cb, self, error);
}

static gboolean
has_any (GStrv typed)
{
  return typed != NULL && *typed != NULL;
}

gboolean
tend_visit_sheet_is_changed (TendVisitSheet *self)
{
  g_autofree char *before = tasks_to_text (self->tasks_before);
  g_autofree char *tasks = tasks_to_text (self->tasks);

  return !tend_record_equal (self->visit, self->visit_before) || has_any (self->typed) ||
         !g_str_equal (before, tasks) || self->has_trip != self->had_trip ||
         (self->has_trip && (has_any (self->trip_typed) ||
                             !tend_record_equal (self->trip, self->trip_before)));
}

void
tend_visit_sheet_reset (TendVisitSheet *self)
{
  tend_draft_reset (self->visit, self->visit_before);
  tend_draft_reset (self->trip, self->trip_before);
  g_ptr_array_unref (self->tasks);
  self->tasks = copy_records (self->tasks_before);
  self->has_trip = self->had_trip;
  g_clear_pointer (&self->typed, g_strfreev);
  g_clear_pointer (&self->trip_typed, g_strfreev);
  self->from_draft = FALSE;
}

TendVisitSheet *
tend_visit_sheet_load (TendVault    *vault,
                       const char   *id,
                       TendInstant   now,
                       GError      **error)
{
  g_autoptr(TendVisitSheet) self = g_new0 (TendVisitSheet, 1);

  self->id = g_strdup (id);
  self->visit = tend_visit_load (vault, id, error);
  self->tasks = self->visit != NULL ? tend_visit_tasks (vault, self->visit, error) : NULL;
  if (self->tasks == NULL || !load_names (self, vault, error) || !load_trip (self, vault, error) ||
      !load_addenda (self, vault, error))
    return NULL;

  self->now = now;
  self->closed = tend_visit_is_closed (self->visit, now);
  self->billed = tend_record_is_stored (self->visit) &&
                 tend_visit_is_billed (vault, tend_record_get_id (self->visit));
  self->agreement = tend_client_agreement (vault, tend_record_get_text (self->visit, "client"),
                                           visit_date (self), NULL);
  self->visit_before = tend_record_copy (self->visit);
  self->trip_before = tend_record_copy (self->trip);
  self->tasks_before = copy_records (self->tasks);
  apply_draft (self, vault);

  return g_steal_pointer (&self);
}

/* Saving */

/* A journey is on the day it was made, and belongs to the visit. */
static gboolean
save_trip (TendVault       *vault,
           TendVisitSheet  *self,
           GError         **error)
{
  TendInstant start = tend_record_get_int (self->visit, "actual_start");

  if (!self->has_trip)
    return !self->had_trip || tend_record_remove (vault, self->trip, NULL, error);

  tend_record_set_int (self->trip, "date",
                       start != TEND_INSTANT_NONE ? tend_time_date (start) : visit_date (self));
  tend_record_set_text (self->trip, "client", tend_record_get_text (self->visit, "client"));
  tend_record_set_text (self->trip, "visit", tend_record_get_id (self->visit));

  return tend_record_save (vault, self->trip, NULL, error);
}

TendUndo *
tend_visit_sheet_save (TendVault       *vault,
                       TendVisitSheet  *self,
                       GError         **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();

  if (!tend_undo_note (undo, vault, &tend_visit_kind, tend_record_get_id (self->visit), error) ||
      !tend_undo_note (undo, vault, &tend_trip_kind, tend_record_get_id (self->trip), error) ||
      !tend_visit_write_up (vault, self->visit, self->closed ? NULL : self->tasks, self->now,
                            error) ||
      !save_trip (vault, self, error) || !forget_draft (vault, self, error) ||
      !tend_undo_seal (undo, vault, error))
    return NULL;

  tend_undo_set_subject (undo, tend_record_get_id (self->visit));
  return g_steal_pointer (&undo);
}
