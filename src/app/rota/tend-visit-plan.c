/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-visit-plan.h"

#include "tend-kinds.h"
#include "tend-pattern-edit.h"
#include "tend-recurrence.h"
#include "tend-visit-edit.h"

#include <glib/gi18n-lib.h>

#define DAY_MINUTES (24 * 60)

void
tend_visit_plan_free (TendVisitPlan *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->pattern);
  g_free (self);
}

TendVisitPlan *
tend_visit_plan_load (TendVault   *vault,
                      const char  *id,
                      GError     **error)
{
  g_autoptr(TendVisitPlan) self = g_new0 (TendVisitPlan, 1);
  g_autoptr(TendRecord) visit = tend_visit_load (vault, id, error);
  const char *pattern = visit != NULL ? tend_record_get_text (visit, "pattern") : NULL;

  if (visit == NULL)
    return NULL;

  if (pattern == NULL)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("This visit does not repeat."));
      return NULL;
    }

  self->repeats = TRUE;
  self->from = tend_record_get_int (visit, "pattern_date");
  self->pattern = tend_record_load (vault, &tend_pattern_kind, pattern, error);
  return self->pattern != NULL ? g_steal_pointer (&self) : NULL;
}

/* One visit, with both ends by the clock on the wall, as a pattern's are. */
static TendRecord *
make_visit (TendVisitPlan *self)
{
  static const char * const same[] = { "client", "service", "billing" };
  TendRecord *visit = tend_record_new (&tend_visit_kind);
  TendDate date = tend_record_get_int (self->pattern, "starts_on");
  gint64 finish = tend_record_get_int (self->pattern, "starts_at")
                  + tend_record_get_int (self->pattern, "minutes");
  TendInstant start, second, end;

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    tend_record_set_text (visit, same[i], tend_record_get_text (self->pattern, same[i]));

  tend_time_from_local (date, tend_record_get_int (self->pattern, "starts_at"), &start, &second);
  if (self->second)
    start = second;
  end = tend_time_resolve (date + finish / DAY_MINUTES, finish % DAY_MINUTES);
  if (end <= start)
    end = start + tend_record_get_int (self->pattern, "minutes") * 60;

  tend_record_set_int (visit, "planned_start", start);
  tend_record_set_int (visit, "planned_end", end);
  return visit;
}

static GPtrArray *
make_tasks (TendVisitPlan *self)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func (g_object_unref);
  const char *text = tend_record_get_text (self->pattern, "tasks");
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      TendRecord *task;

      if (*g_strstrip (*line) == '\0')
        continue;

      task = tend_record_new (&tend_visit_task_kind);
      tend_record_set_text (task, "title", *line);
      tend_record_set_int (task, "position", tasks->len);
      g_ptr_array_add (tasks, task);
    }

  return tasks;
}

static TendUndo *
save_one (TendVault      *vault,
          TendVisitPlan  *self,
          GError        **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendRecord) visit = make_visit (self);
  g_autoptr(GPtrArray) tasks = make_tasks (self);

  tend_undo_note_new (undo, &tend_visit_kind, tend_record_get_id (visit));
  if (!tend_visit_save (vault, visit, tasks, NULL, error) || !tend_undo_seal (undo, vault, error))
    return NULL;

  tend_undo_set_subject (undo, tend_record_get_id (visit));
  return g_steal_pointer (&undo);
}

/* The first day it falls on, as the id of that visit. */
static void
set_subject (TendUndo   *undo,
             TendRecord *pattern)
{
  TendDate from = tend_record_get_int (pattern, "starts_on");
  g_autoptr(GArray) days =
    tend_recurrence_expand (tend_record_get_text (pattern, "rrule"), from, TEND_DATE_NONE,
                            from, from + 366);
  g_autofree char *day = NULL;
  g_autofree char *id = NULL;

  if (days->len == 0)
    return;

  day = tend_date_format_iso (g_array_index (days, TendDate, 0));
  id = g_strdup_printf ("%s@%s", tend_record_get_id (pattern), day);
  tend_undo_set_subject (undo, id);
}

static TendUndo *
save_new_pattern (TendVault      *vault,
                  TendVisitPlan  *self,
                  GError        **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();

  tend_undo_note_new (undo, &tend_pattern_kind, tend_record_get_id (self->pattern));
  if (!tend_record_save (vault, self->pattern, NULL, error) ||
      !tend_undo_seal (undo, vault, error))
    return NULL;

  set_subject (undo, self->pattern);
  return g_steal_pointer (&undo);
}

TendUndo *
tend_visit_plan_save (TendVault      *vault,
                      TendVisitPlan  *self,
                      GError        **error)
{
  if (!self->repeats)
    return save_one (vault, self, error);
  if (!tend_record_is_stored (self->pattern))
    return save_new_pattern (vault, self, error);

  return tend_pattern_edit_change (vault, self->pattern, self->from, error);
}
