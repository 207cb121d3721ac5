/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving visits and their tasks, and changing repeating visits. */

#include "tend-visits.h"

#include "tend-care-plan.h"
#include "tend-invoices-private.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GPtrArray *
tasks_from_pattern (TendRecord *visit,
                    TendRecord *pattern)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func (g_object_unref);
  const char *titles = tend_record_get_text (pattern, "tasks");
  g_auto(GStrv) lines = g_strsplit (titles != NULL ? titles : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      TendRecord *task;

      if (*g_strstrip (lines[i]) == '\0')
        continue;

      task = tend_record_new (&tend_visit_task_kind);
      tend_record_set_text (task, "visit", tend_record_get_id (visit));
      tend_record_set_int (task, "position", tasks->len);
      tend_record_set_text (task, "title", lines[i]);
      g_ptr_array_add (tasks, task);
    }

  return tasks;
}

static GPtrArray *
own_tasks (TendVault   *vault,
           TendRecord  *visit,
           GError     **error)
{
  const char *pattern_id = tend_record_get_text (visit, "pattern");
  g_autoptr(TendRecord) pattern = NULL;

  if (tend_record_is_stored (visit) || pattern_id == NULL)
    return tend_record_load_nested (vault, visit, &tend_visit_task_kind, error);

  pattern = tend_record_load (vault, &tend_pattern_kind, pattern_id, error);
  return pattern != NULL ? tasks_from_pattern (visit, pattern) : NULL;
}

/* The visit's task that stands for one of the plan: it says so, or it is called the same. */
static TendRecord *
find_planned (GPtrArray  *tasks,
              TendRecord *planned)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_strcmp0 (tend_record_get_text (tasks->pdata[i], "plan_task"),
                   tend_record_get_id (planned)) == 0)
      return tasks->pdata[i];

  for (guint i = 0; i < tasks->len; i++)
    if (!tend_record_is_set (tasks->pdata[i], "plan_task") &&
        g_strcmp0 (tend_record_get_text (tasks->pdata[i], "title"),
                   tend_record_get_text (planned, "title")) == 0)
      return tasks->pdata[i];

  return NULL;
}

static void
join_plan (TendRecord *visit,
           GPtrArray  *tasks,
           GPtrArray  *plan)
{
  for (guint i = 0; i < plan->len; i++)
    {
      TendRecord *task = find_planned (tasks, plan->pdata[i]);

      if (task == NULL)
        {
          task = tend_record_new (&tend_visit_task_kind);
          tend_record_set_text (task, "visit", tend_record_get_id (visit));
          tend_record_set_int (task, "position", tasks->len);
          tend_record_set_text (task, "title", tend_record_get_text (plan->pdata[i], "title"));
          g_ptr_array_add (tasks, task);
        }
      tend_record_set_text (task, "plan_task", tend_record_get_id (plan->pdata[i]));
    }
}

GPtrArray *
tend_visit_tasks (TendVault   *vault,
                  TendRecord  *visit,
                  GError     **error)
{
  g_autoptr(GPtrArray) tasks = own_tasks (vault, visit, error);
  g_autoptr(GPtrArray) plan = NULL;

  /* What was done is what was done, whatever a plan says by now. */
  if (tasks == NULL || g_strcmp0 (tend_record_get_text (visit, "status"), "planned") != 0)
    return g_steal_pointer (&tasks);

  plan = tend_care_plan_tasks (vault, tend_record_get_text (visit, "client"),
                               tend_record_get_int (visit, "planned_start"),
                               tend_record_get_text (visit, "service"), error);
  if (plan == NULL)
    return NULL;

  join_plan (visit, tasks, plan);
  return g_steal_pointer (&tasks);
}

gboolean
tend_visit_is_billed (TendVault  *vault,
                      const char *visit)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT 1 FROM invoice_lines AS l JOIN invoices AS i ON i.id = l.invoice"
                        " WHERE l.visit = :visit AND" TEND_LINE_STANDS,
                        NULL);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":visit", visit);
  return tend_statement_step (statement, NULL) == TEND_STEP_ROW;
}

/* What an invoice says of a visit; the rest of the record may still grow. */
static gboolean
changes_what_was_billed (TendRecord *before,
                         TendRecord *after)
{
  static const char * const texts[] = { "client", "service", "status", "billing" };
  static const char * const times[] = { "planned_start", "planned_end", "actual_start",
                                        "actual_end" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (tend_record_get_text (before, texts[i]),
                   tend_record_get_text (after, texts[i])) != 0)
      return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    if (tend_record_get_int (before, times[i]) != tend_record_get_int (after, times[i]))
      return TRUE;

  return FALSE;
}

static gboolean
check_not_billed (TendVault   *vault,
                  TendRecord  *visit,
                  GError     **error)
{
  g_autoptr(TendRecord) before = NULL;

  if (!tend_record_is_stored (visit) || !tend_visit_is_billed (vault, tend_record_get_id (visit)))
    return TRUE;

  before = tend_record_load (vault, &tend_visit_kind, tend_record_get_id (visit), error);
  if (before == NULL)
    return FALSE;
  if (!changes_what_was_billed (before, visit))
    return TRUE;

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                       _("This visit is on an invoice, so its times, client and service stay as "
                         "they are. To correct it, cancel the invoice with a credit note first; "
                         "the note and the tasks can be changed now."));
  return FALSE;
}

typedef struct
{
  TendRecord *visit;
  GPtrArray  *tasks;
  const char *reason;
} VisitChange;

static TendRecord *
find_by_id (GPtrArray  *records,
            const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (strcmp (tend_record_get_id (records->pdata[i]), id) == 0)
      return records->pdata[i];

  return NULL;
}

static gboolean
save_tasks (TendVault    *vault,
            VisitChange  *change,
            GError      **error)
{
  g_autoptr(GPtrArray) before = tend_record_load_nested (vault, change->visit,
                                                         &tend_visit_task_kind, error);

  if (before == NULL)
    return FALSE;

  for (guint i = 0; i < before->len; i++)
    if (find_by_id (change->tasks, tend_record_get_id (before->pdata[i])) == NULL &&
        !tend_record_remove (vault, before->pdata[i], change->reason, error))
      return FALSE;

  for (guint i = 0; i < change->tasks->len; i++)
    {
      TendRecord *task = change->tasks->pdata[i];

      tend_record_set_text (task, "visit", tend_record_get_id (change->visit));
      tend_record_set_int (task, "position", i);
      if (!tend_record_save (vault, task, change->reason, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_visit_cb (TendVault  *vault,
               gpointer    data,
               GError    **error)
{
  VisitChange *change = data;

  return check_not_billed (vault, change->visit, error) &&
         tend_record_save (vault, change->visit, change->reason, error) &&
         (change->tasks == NULL || save_tasks (vault, change, error));
}

gboolean
tend_visit_save (TendVault   *vault,
                 TendRecord  *visit,
                 GPtrArray   *tasks,
                 const char  *reason,
                 GError     **error)
{
  /* A visit stored for the first time brings its pattern's tasks with it. */
  g_autoptr(GPtrArray) own = NULL;
  VisitChange change = { visit, tasks, reason };

  if (tasks == NULL && !tend_record_is_stored (visit))
    {
      own = tend_visit_tasks (vault, visit, error);
      if (own == NULL)
        return FALSE;
      change.tasks = own;
    }

  return tend_vault_transact (vault, save_visit_cb, &change, error);
}

typedef struct
{
  TendRecord *pattern;
  TendDate    date;
  TendRecord *changes;
} PatternChange;

/* Ends the pattern the day before, or removes it when nothing came of it. */
static gboolean
end_before (TendVault   *vault,
            TendRecord  *pattern,
            TendDate     date,
            GError     **error)
{
  g_autoptr(TendRecord) used = NULL;

  if (date > tend_record_get_int (pattern, "starts_on"))
    {
      tend_record_set_int (pattern, "ends_on", date - 1);
      return tend_record_save (vault, pattern, NULL, error);
    }

  used = tend_records_select_one (vault, &tend_visit_kind, NULL,
                                  "WHERE pattern = :pattern LIMIT 1",
                                  ":pattern", tend_record_get_id (pattern), NULL);
  if (used == NULL)
    return tend_record_remove (vault, pattern, NULL, error);

  /* Visits of it are stored: it stays for their sake, without a day of its own. */
  tend_record_set_int (pattern, "ends_on", tend_record_get_int (pattern, "starts_on") - 1);
  return tend_record_save (vault, pattern, NULL, error);
}

static gboolean
change_pattern_cb (TendVault  *vault,
                   gpointer    data,
                   GError    **error)
{
  PatternChange *change = data;

  return end_before (vault, change->pattern, change->date, error) &&
         tend_record_save (vault, change->changes, NULL, error);
}

TendRecord *
tend_pattern_change_from (TendVault   *vault,
                          TendRecord  *pattern,
                          TendDate     date,
                          TendRecord  *changes,
                          GError     **error)
{
  g_autoptr(TendRecord) fresh = tend_record_new (&tend_pattern_kind);
  g_autoptr(TendRecord) old = tend_record_copy (pattern);
  PatternChange change = { old, date, fresh };

  for (const TendField *field = tend_pattern_kind.fields; field->name != NULL; field++)
    {
      g_autofree char *text = tend_record_format (changes, field);

      tend_record_parse (fresh, field, text, NULL);
    }
  tend_record_set_int (fresh, "starts_on", date);

  return tend_vault_transact (vault, change_pattern_cb, &change, error)
         ? g_steal_pointer (&fresh)
         : NULL;
}

static gboolean
end_pattern_cb (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  PatternChange *change = data;
  g_autofree char *after = tend_date_format_iso (change->date);
  g_autoptr(GPtrArray) later = NULL;

  /* Ended before it began: it has no days. */
  tend_record_set_int (change->pattern, "ends_on",
                       MAX (change->date, tend_record_get_int (change->pattern, "starts_on") - 1));
  if (!tend_record_save (vault, change->pattern, NULL, error))
    return FALSE;

  later = tend_records_select (vault, &tend_visit_kind, error,
                               "WHERE pattern = :pattern AND pattern_date > :after"
                               " AND status = 'planned'",
                               ":pattern", tend_record_get_id (change->pattern),
                               ":after", after, NULL);
  if (later == NULL)
    return FALSE;

  for (guint i = 0; i < later->len; i++)
    {
      tend_record_set_text (later->pdata[i], "status", "cancelled");
      tend_record_set_text (later->pdata[i], "cancel_reason", _("The repeating visit ended."));
      if (!tend_record_save (vault, later->pdata[i], NULL, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
tend_pattern_end (TendVault   *vault,
                  TendRecord  *pattern,
                  TendDate     last_day,
                  GError     **error)
{
  g_autoptr(TendRecord) copy = tend_record_copy (pattern);
  PatternChange change = { copy, last_day, NULL };

  return tend_vault_transact (vault, end_pattern_cb, &change, error);
}
