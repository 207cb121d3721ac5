/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-visit-edit.h"

#include "tend-kinds.h"
#include "tend-pattern-edit.h"
#include "tend-visit-record.h"

#include <glib/gi18n-lib.h>

#define DAY_MINUTES (24 * 60)
#define MINUTE      60

gint64
tend_visit_edit_wall (TendInstant instant)
{
  TendDate date;
  TendClock clock;

  tend_time_to_local (instant, &date, &clock);
  return (gint64) date * DAY_MINUTES + clock;
}

TendInstant
tend_visit_edit_end (TendInstant start,
                     TendInstant end,
                     TendInstant new_start)
{
  gint64 length = tend_visit_edit_wall (end) - tend_visit_edit_wall (start);
  gint64 finish = tend_visit_edit_wall (new_start) + length;
  TendInstant new_end = tend_time_resolve (finish / DAY_MINUTES, finish % DAY_MINUTES);

  /* Short visits inside the hour that is skipped or comes twice keep their length. */
  if (new_end <= new_start || length <= 0)
    new_end = new_start + (end - start);

  return new_end;
}

/* One visit */

/* Its record closes a day after what was written of it @now. */
static TendUndo *
write_visit (TendVault    *vault,
             TendRecord   *visit,
             TendInstant   now,
             GError      **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();

  if (!tend_undo_note (undo, vault, &tend_visit_kind, tend_record_get_id (visit), error) ||
      !tend_visit_write_up (vault, visit, NULL, now, error) ||
      !tend_undo_seal (undo, vault, error))
    return NULL;

  tend_undo_set_subject (undo, tend_record_get_id (visit));
  return g_steal_pointer (&undo);
}

static TendUndo *
plan_visit (TendVault   *vault,
            TendRecord  *visit,
            GPtrArray   *tasks,
            GError     **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();

  if (!tend_undo_note (undo, vault, &tend_visit_kind, tend_record_get_id (visit), error) ||
      !tend_visit_save (vault, visit, tasks, NULL, error) ||
      !tend_undo_seal (undo, vault, error))
    return NULL;

  tend_undo_set_subject (undo, tend_record_get_id (visit));
  return g_steal_pointer (&undo);
}

static TendUndo *
plan_one (TendVault    *vault,
          TendRecord   *visit,
          TendInstant   start,
          TendInstant   end,
          GError      **error)
{
  tend_record_set_int (visit, "planned_start", start);
  tend_record_set_int (visit, "planned_end", end);

  return plan_visit (vault, visit, NULL, error);
}

static TendRecord *
copy_visit (TendRecord  *visit,
            TendInstant  start,
            TendInstant  end)
{
  static const char * const same[] = { "client", "service", "billing" };
  TendRecord *copy = tend_record_new (&tend_visit_kind);

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    tend_record_set_text (copy, same[i], tend_record_get_text (visit, same[i]));
  tend_record_set_int (copy, "planned_start", start);
  tend_record_set_int (copy, "planned_end", end);

  return copy;
}

/* The same tasks, still to be done. */
static GPtrArray *
copy_tasks (GPtrArray *tasks)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tasks->len; i++)
    {
      TendRecord *task = tend_record_new (&tend_visit_task_kind);

      tend_record_set_text (task, "title", tend_record_get_text (tasks->pdata[i], "title"));
      tend_record_set_int (task, "position", i);
      g_ptr_array_add (copies, task);
    }

  return copies;
}

static TendUndo *
copy_one (TendVault    *vault,
          TendRecord   *visit,
          TendInstant   start,
          TendInstant   end,
          GError      **error)
{
  g_autoptr(TendRecord) copy = copy_visit (visit, start, end);
  g_autoptr(GPtrArray) tasks = tend_visit_tasks (vault, visit, error);
  g_autoptr(GPtrArray) copies = NULL;

  if (tasks == NULL)
    return NULL;

  copies = copy_tasks (tasks);
  return plan_visit (vault, copy, copies, error);
}

/* What is asked for */

TendUndo *
tend_visit_edit_plan (TendVault       *vault,
                      const char      *id,
                      TendInstant      start,
                      TendInstant      end,
                      TendVisitScope   scope,
                      GError         **error)
{
  g_autoptr(TendRecord) visit = tend_visit_load (vault, id, error);

  if (visit == NULL)
    return NULL;

  return scope == TEND_SCOPE_ONE ? plan_one (vault, visit, start, end, error)
                                 : tend_pattern_edit_plan (vault, visit, start, end, error);
}

TendUndo *
tend_visit_edit_copy (TendVault       *vault,
                      const char      *id,
                      TendInstant      start,
                      TendInstant      end,
                      TendVisitScope   scope,
                      GError         **error)
{
  g_autoptr(TendRecord) visit = tend_visit_load (vault, id, error);

  if (visit == NULL)
    return NULL;

  return scope == TEND_SCOPE_ONE ? copy_one (vault, visit, start, end, error)
                                 : tend_pattern_edit_copy (vault, visit, start, end, error);
}

TendUndo *
tend_visit_edit_cancel (TendVault       *vault,
                        const char      *id,
                        const char      *reason,
                        TendInstant      at,
                        gboolean         charge,
                        TendVisitScope   scope,
                        GError         **error)
{
  g_autoptr(TendRecord) visit = tend_visit_load (vault, id, error);

  if (visit == NULL)
    return NULL;
  if (scope == TEND_SCOPE_LATER)
    return tend_pattern_edit_cancel (vault, visit, error);

  tend_record_set_text (visit, "status", tend_visit_status_name (TEND_VISIT_CANCELLED));
  tend_record_set_text (visit, "cancel_reason", reason);
  tend_record_set_int (visit, "cancelled_at", at - at % MINUTE);
  tend_record_clear (visit, "actual_start");
  tend_record_clear (visit, "actual_end");
  if (!charge)
    tend_record_set_text (visit, "billing", "none");

  return write_visit (vault, visit, at, error);
}

TendUndo *
tend_visit_edit_remove (TendVault   *vault,
                        const char  *id,
                        GError     **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendRecord) visit = tend_record_load (vault, &tend_visit_kind, id, error);
  g_autoptr(GPtrArray) tasks = NULL;

  if (visit == NULL || !tend_undo_note (undo, vault, &tend_visit_kind, id, error))
    return NULL;

  tasks = tend_visit_tasks (vault, visit, error);
  if (tasks == NULL)
    return NULL;

  for (guint i = 0; i < tasks->len; i++)
    if (!tend_record_remove (vault, tasks->pdata[i], NULL, error))
      return NULL;

  if (!tend_record_remove (vault, visit, _("Planned by mistake"), error) ||
      !tend_undo_seal (undo, vault, error))
    return NULL;

  return g_steal_pointer (&undo);
}

TendUndo *
tend_visit_edit_start (TendVault    *vault,
                       const char   *id,
                       TendInstant   now,
                       GError      **error)
{
  g_autoptr(TendRecord) visit = tend_visit_load (vault, id, error);

  if (visit == NULL)
    return NULL;

  tend_record_set_int (visit, "actual_start", now - now % MINUTE);
  return write_visit (vault, visit, now, error);
}

TendUndo *
tend_visit_edit_finish (TendVault    *vault,
                        const char   *id,
                        TendInstant   now,
                        GError      **error)
{
  g_autoptr(TendRecord) visit = tend_visit_load (vault, id, error);
  TendInstant start;

  if (visit == NULL)
    return NULL;

  if (tend_record_is_set (visit, "actual_start"))
    {
      start = tend_record_get_int (visit, "actual_start");
      tend_record_set_int (visit, "actual_end", MAX (now - now % MINUTE, start + MINUTE));
    }
  else
    {
      tend_record_set_int (visit, "actual_start", tend_record_get_int (visit, "planned_start"));
      tend_record_set_int (visit, "actual_end", tend_record_get_int (visit, "planned_end"));
    }

  tend_record_set_text (visit, "status", tend_visit_status_name (TEND_VISIT_DONE));
  return write_visit (vault, visit, now, error);
}
