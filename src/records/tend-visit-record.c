/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-visit-record.h"

#include "tend-kinds.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>

static gboolean
is_planned (TendRecord *visit)
{
  return g_strcmp0 (tend_record_get_text (visit, "status"), "planned") == 0;
}

TendInstant
tend_visit_closes_at (TendRecord *visit)
{
  /* A correction opens nothing again. */
  const char *which = tend_record_is_set (visit, "first_end") ? "first_end" : "actual_end";
  TendInstant end = tend_record_get_int (visit, which);
  TendInstant recorded_at = tend_record_get_int (visit, "recorded_at");

  if (is_planned (visit))
    return TEND_INSTANT_NONE;

  if (end == TEND_INSTANT_NONE)
    end = tend_record_get_int (visit, "planned_end");
  if (recorded_at != TEND_INSTANT_NONE && recorded_at > end)
    end = recorded_at;

  return end + TEND_VISIT_OPEN_SECONDS;
}

gboolean
tend_visit_is_closed (TendRecord  *visit,
                      TendInstant  now)
{
  TendInstant closes_at = tend_visit_closes_at (visit);

  return closes_at != TEND_INSTANT_NONE && now >= closes_at;
}

static gboolean
differs (TendRecord *a,
         TendRecord *b,
         const char *name)
{
  const TendField *field = tend_kind_field (&tend_visit_kind, name);
  g_autofree char *first = tend_record_format (a, field);
  g_autofree char *second = tend_record_format (b, field);

  return !g_str_equal (first, second);
}

/* What was observed and said, as against when it was and what is charged. */
static gboolean
changes_words (TendRecord *before,
               TendRecord *after)
{
  static const char * const words[] = {
    "note", "mood", "appetite", "concern", "intake", "skin", "observations", "handover",
    "money_given_pence", "money_spent_pence", "money_returned_pence", "money_receipt",
    "money_note", "cancel_reason",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (differs (before, after, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
changes_tasks (GPtrArray *before,
               GPtrArray *after)
{
  if (after == NULL)
    return FALSE;
  if (before->len != after->len)
    return TRUE;

  for (guint i = 0; i < before->len; i++)
    if (!tend_record_equal (before->pdata[i], after->pdata[i]))
      return TRUE;

  return FALSE;
}

void
tend_visit_check_done (TendRecord  *visit,
                       TendInstant  now,
                       TendFaults  *faults)
{
  if (g_strcmp0 (tend_record_get_text (visit, "status"), "done") == 0 &&
      tend_record_get_int (visit, "planned_start") > now)
    tend_faults_add (faults, "status",
                     _("A visit that is still to come cannot be done: check the date."));
}

typedef struct
{
  TendRecord  *visit;
  GPtrArray   *tasks;
  TendInstant  now;
} Writing;

static gboolean
check_words (TendVault   *vault,
             Writing     *writing,
             TendRecord  *before,
             GError     **error)
{
  g_autoptr(GPtrArray) tasks = NULL;

  if (!tend_visit_is_closed (before, writing->now))
    return TRUE;

  tasks = tend_record_load_nested (vault, before, &tend_visit_task_kind, error);
  if (tasks == NULL)
    return FALSE;

  if (!changes_words (before, writing->visit) && !changes_tasks (tasks, writing->tasks))
    return TRUE;

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                       _("This visit was written down more than 24 hours ago, so its record stays "
                         "as it is. What there is to say can be added to it, with today’s date."));
  return FALSE;
}

gboolean
tend_visit_is_correction (TendRecord  *before,
                          TendRecord  *after,
                          TendInstant  now)
{
  static const char * const times[] = { "actual_start", "actual_end" };

  if (is_planned (before))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    if (tend_record_is_set (before, times[i]) && differs (before, after, times[i]))
      return TRUE;

  return tend_visit_is_closed (before, now) && differs (before, after, "status");
}

static gboolean
keep_first_times (Writing     *writing,
                  TendRecord  *before,
                  GError     **error)
{
  static const char * const pairs[][2] = {
    { "actual_start", "first_start" }, { "actual_end", "first_end" },
  };

  if (!tend_visit_is_correction (before, writing->visit, writing->now))
    return TRUE;

  if (!tend_record_is_set (writing->visit, "correction_reason"))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           _("Please say in a few words why this is corrected. What was written "
                             "first stays in view."));
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (!tend_record_is_set (before, pairs[i][1]) && tend_record_is_set (before, pairs[i][0]) &&
        differs (before, writing->visit, pairs[i][0]))
      tend_record_set_int (writing->visit, pairs[i][1],
                           tend_record_get_int (before, pairs[i][0]));

  return TRUE;
}

static gboolean
write_cb (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  Writing *writing = data;
  const char *reason = tend_record_get_text (writing->visit, "correction_reason");
  g_autoptr(TendRecord) before = NULL;

  if (reason == NULL)
    reason = tend_record_get_text (writing->visit, "cancel_reason");
  if (tend_record_is_stored (writing->visit))
    {
      before = tend_record_load (vault, &tend_visit_kind, tend_record_get_id (writing->visit),
                                 error);
      if (before == NULL || !check_words (vault, writing, before, error) ||
          !keep_first_times (writing, before, error))
        return FALSE;
    }

  /* Once: to change a record is not to write it anew. */
  if (!is_planned (writing->visit) && (before == NULL || is_planned (before)))
    tend_record_set_int (writing->visit, "recorded_at", writing->now);

  return tend_visit_save (vault, writing->visit, writing->tasks, reason, error);
}

gboolean
tend_visit_write_up (TendVault    *vault,
                     TendRecord   *visit,
                     GPtrArray    *tasks,
                     TendInstant   now,
                     GError      **error)
{
  Writing writing = { visit, tasks, now };

  return tend_vault_transact (vault, write_cb, &writing, error);
}

typedef struct
{
  TendRecord *visit;
  TendRecord *addendum;
} Adding;

static gboolean
add_cb (TendVault  *vault,
        gpointer    data,
        GError    **error)
{
  Adding *adding = data;
  g_autoptr(GPtrArray) before =
    tend_record_load_nested (vault, adding->visit, &tend_visit_addendum_kind, error);

  if (before == NULL)
    return FALSE;

  tend_record_set_int (adding->addendum, "position", before->len);
  return tend_record_save (vault, adding->addendum, NULL, error);
}

gboolean
tend_visit_add (TendVault    *vault,
                TendRecord   *visit,
                const char   *text,
                TendInstant   now,
                GError      **error)
{
  g_autoptr(TendRecord) addendum = tend_record_new (&tend_visit_addendum_kind);
  Adding adding = { visit, addendum };

  g_return_val_if_fail (tend_record_is_stored (visit), FALSE);

  tend_record_set_text (addendum, "visit", tend_record_get_id (visit));
  tend_record_set_int (addendum, "written_at", now);
  tend_record_set_text (addendum, "text", text);

  return tend_vault_transact (vault, add_cb, &adding, error);
}

gint64
tend_visit_money_missing_pence (TendRecord *visit)
{
  if (!tend_record_is_set (visit, "money_given_pence"))
    return 0;

  return tend_record_get_int (visit, "money_given_pence") -
         tend_record_get_int (visit, "money_spent_pence") -
         tend_record_get_int (visit, "money_returned_pence");
}
