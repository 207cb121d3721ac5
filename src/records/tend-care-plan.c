/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-plan.h"

#include "tend-care.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

TendRecord *
tend_care_plan_on (TendVault   *vault,
                   const char  *client,
                   TendDate     date,
                   GError     **error)
{
  g_autofree char *on = tend_date_format_iso (date);

  return tend_records_select_one (vault, &tend_care_plan_kind, error,
                                  "WHERE client = :client AND status <> 'draft'"
                                  " AND agreed_on <= :on"
                                  " AND (superseded_on IS NULL OR superseded_on > :on)"
                                  " ORDER BY agreed_on DESC, version DESC, id DESC LIMIT 1",
                                  ":client", client, ":on", on, NULL);
}

GPtrArray *
tend_care_plans (TendVault   *vault,
                 const char  *client,
                 GError     **error)
{
  return tend_records_select (vault, &tend_care_plan_kind, error,
                              "WHERE client = :client ORDER BY version DESC, id DESC",
                              ":client", client, NULL);
}

/* Another record with the same values, and an id of its own. */
static TendRecord *
copy_as_new (TendRecord *record)
{
  TendRecord *copy = tend_record_new (tend_record_get_kind (record));

  for (const TendField *field = tend_record_get_kind (record)->fields; field->name != NULL; field++)
    {
      g_autofree char *text = tend_record_format (record, field);

      tend_record_parse (copy, field, text, NULL);
    }

  return copy;
}

static TendRecord *
next_version (TendRecord *last)
{
  static const char * const own[] = { "agreed_on", "agreed_by", "authority", "representative",
                                      "review_on", "superseded_on", "change_note" };
  TendRecord *next = copy_as_new (last);

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    tend_record_clear (next, own[i]);
  tend_record_set_text (next, "status", "draft");
  tend_record_set_int (next, "version", tend_record_get_int (last, "version") + 1);

  return next;
}

static GPtrArray *
copy_lines (GPtrArray  *lines,
            TendRecord *plan)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      TendRecord *copy = copy_as_new (lines->pdata[i]);

      tend_record_set_text (copy, "care_plan", tend_record_get_id (plan));
      g_ptr_array_add (copies, copy);
    }

  return copies;
}

static gboolean
is_draft (TendRecord *plan)
{
  return g_strcmp0 (tend_record_get_text (plan, "status"), "draft") == 0;
}

TendRecord *
tend_care_plan_draft (TendVault   *vault,
                      const char  *client,
                      GPtrArray  **lines,
                      GError     **error)
{
  g_autoptr(GPtrArray) plans = tend_care_plans (vault, client, error);
  g_autoptr(GPtrArray) last_lines = NULL;
  TendRecord *plan;

  if (plans == NULL)
    return NULL;

  if (plans->len == 0)
    {
      plan = tend_record_new (&tend_care_plan_kind);
      tend_record_set_text (plan, "client", client);
      *lines = g_ptr_array_new_with_free_func (g_object_unref);
      return plan;
    }

  last_lines = tend_record_load_all_nested (vault, plans->pdata[0], error);
  if (last_lines == NULL)
    return NULL;

  if (is_draft (plans->pdata[0]))
    {
      *lines = g_steal_pointer (&last_lines);
      return g_object_ref (plans->pdata[0]);
    }

  plan = next_version (plans->pdata[0]);
  *lines = copy_lines (last_lines, plan);
  return plan;
}

static gboolean
stop (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED, message);
  return FALSE;
}

typedef struct
{
  TendRecord *plan;
  GPtrArray  *lines;
} PlanChange;

/* Of the vault's own copy: what is handed in may say anything. */
static gboolean
check_is_draft (TendVault   *vault,
                TendRecord  *plan,
                GError     **error)
{
  g_autoptr(TendRecord) stored = NULL;

  if (!tend_record_is_stored (plan))
    return TRUE;

  stored = tend_record_load (vault, &tend_care_plan_kind, tend_record_get_id (plan), error);
  if (stored == NULL)
    return FALSE;

  return is_draft (stored) ||
         stop (error, _("This plan was agreed, so it stays as it is. Make a new version of it "
                        "and change that."));
}

static gboolean
save_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  PlanChange *change = data;

  return check_is_draft (vault, change->plan, error) &&
         tend_care_save (vault, change->plan, change->lines, error);
}

gboolean
tend_care_plan_save (TendVault   *vault,
                     TendRecord  *plan,
                     GPtrArray   *lines,
                     GError     **error)
{
  PlanChange change = { plan, lines };

  g_return_val_if_fail (is_draft (plan), FALSE);

  return tend_vault_transact (vault, save_cb, &change, error);
}

static gboolean
replace_earlier (TendVault   *vault,
                 TendRecord  *plan,
                 GError     **error)
{
  TendDate agreed_on = tend_record_get_int (plan, "agreed_on");
  g_autoptr(GPtrArray) earlier =
    tend_records_select (vault, &tend_care_plan_kind, error,
                         "WHERE client = :client AND status = 'agreed' AND id <> :id",
                         ":client", tend_record_get_text (plan, "client"),
                         ":id", tend_record_get_id (plan), NULL);

  if (earlier == NULL)
    return FALSE;

  for (guint i = 0; i < earlier->len; i++)
    {
      if (tend_record_get_int (earlier->pdata[i], "agreed_on") > agreed_on)
        return stop (error, _("The version before was agreed later than that: check the day of "
                              "the agreement."));

      tend_record_set_text (earlier->pdata[i], "status", "superseded");
      tend_record_set_int (earlier->pdata[i], "superseded_on", agreed_on);
      if (!tend_record_save (vault, earlier->pdata[i], _("A new version was agreed."), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
contains_kind (GPtrArray      *lines,
               const TendKind *kind)
{
  for (guint i = 0; i < lines->len; i++)
    if (tend_record_get_kind (lines->pdata[i]) == kind)
      return TRUE;

  return FALSE;
}

static void
add_missing (GString    *text,
             gboolean    there,
             const char *name)
{
  if (!there)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", name);
}

char *
tend_care_plan_missing (TendVault   *vault,
                        TendRecord  *plan,
                        GError     **error)
{
  g_autoptr(GPtrArray) lines = tend_record_load_all_nested (vault, plan, error);
  g_autoptr(GString) text = g_string_new (NULL);

  if (lines == NULL)
    return NULL;

  add_missing (text, tend_record_is_set (plan, "needs"), _("what they need"));
  add_missing (text, contains_kind (lines, &tend_plan_task_kind), _("a task at visits"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
check_whole (TendVault   *vault,
             TendRecord  *plan,
             GError     **error)
{
  g_autofree char *missing = tend_care_plan_missing (vault, plan, error);
  g_autofree char *message = NULL;

  if (missing == NULL || *missing == '\0')
    return missing != NULL;

  /* Translators: "what they need; a task at visits" */
  message = g_strdup_printf (_("The draft does not say yet: %s. Write that first, then agree it."),
                             missing);
  return stop (error, message);
}

static gboolean
agree_cb (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  TendRecord *plan = data;

  return check_is_draft (vault, plan, error) &&
         check_whole (vault, plan, error) &&
         replace_earlier (vault, plan, error) &&
         tend_record_save (vault, plan, NULL, error);
}

gboolean
tend_care_plan_agree (TendVault   *vault,
                      TendRecord  *plan,
                      TendDate     today,
                      GError     **error)
{
  g_autoptr(TendRecord) agreed = tend_record_copy (plan);

  g_return_val_if_fail (tend_record_is_stored (plan), FALSE);

  if (tend_record_get_int (plan, "agreed_on") > today)
    return stop (error, _("That day is still to come: a plan is agreed on the day it is agreed."));

  tend_record_set_text (agreed, "status", "agreed");
  return tend_vault_transact (vault, agree_cb, agreed, error);
}

/* Tasks */

/* Until when each part of the day lasts; what is later is night again. */
static const struct { const char *name; TendClock end; } parts[] = {
  { "night", 5 * 60 }, { "morning", 11 * 60 }, { "midday", 14 * 60 }, { "afternoon", 17 * 60 },
  { "evening", 22 * 60 },
};

static const char *
part_of_day (TendClock clock)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (clock < parts[i].end)
      return parts[i].name;

  return parts[0].name;
}

static gboolean
falls_on (TendRecord *task,
          TendDate    date)
{
  static const char * const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  const char *weekdays = tend_record_get_text (task, "weekdays");

  return weekdays == NULL ||
         strstr (weekdays, names[tend_date_weekday (date) - TEND_MONDAY]) != NULL;
}

static gboolean
belongs_to (TendRecord  *task,
            TendInstant  start,
            const char  *service)
{
  const char *part = tend_record_get_text (task, "part_of_day");
  const char *own = tend_record_get_text (task, "service");

  return (part == NULL || g_str_equal (part, "any") ||
          g_str_equal (part, part_of_day (tend_time_clock (start)))) &&
         falls_on (task, tend_time_date (start)) &&
         (own == NULL || service == NULL || g_str_equal (own, service));
}

GPtrArray *
tend_care_plan_tasks (TendVault    *vault,
                      const char   *client,
                      TendInstant   start,
                      const char   *service,
                      GError      **error)
{
  g_autoptr(GPtrArray) tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) failure = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(TendRecord) plan =
    tend_care_plan_on (vault, client, tend_time_date (start), &failure);

  if (plan != NULL)
    all = tend_record_load_nested (vault, plan, &tend_plan_task_kind, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (belongs_to (all->pdata[i], start, service))
      g_ptr_array_add (tasks, g_object_ref (all->pdata[i]));

  return g_steal_pointer (&tasks);
}
