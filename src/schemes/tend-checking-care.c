/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the checks ask about the care that is given, and whether a rule is about anybody. */

#include "tend-check-private.h"

#include "tend-clients.h"
#include "tend-credentials.h"
#include "tend-kinds.h"
#include "tend-medicine-permission.h"
#include "tend-team.h"

#include <string.h>

/* Of care */

TendRecord *
tend_checking_plan (TendChecking *self,
                    TendRecord   *client)
{
  g_autoptr(GPtrArray) plans = tend_checking_of (self, &tend_care_plan_kind, client);
  TendRecord *found = NULL;

  for (guint i = 0; i < plans->len; i++)
    {
      TendRecord *plan = plans->pdata[i];

      if (g_strcmp0 (tend_record_get_text (plan, "status"), "draft") == 0 ||
          !tend_checking_done (self, plan, "agreed_on"))
        continue;
      if (found == NULL ||
          tend_record_get_int (plan, "agreed_on") > tend_record_get_int (found, "agreed_on") ||
          (tend_record_get_int (plan, "agreed_on") == tend_record_get_int (found, "agreed_on") &&
           tend_record_get_int (plan, "version") > tend_record_get_int (found, "version")))
        found = plan;
    }

  return found;
}

/* (nullable): the first task of the plan that is so. */
static TendRecord *
find_task (TendChecking *self,
           TendRecord   *client,
           gboolean    (*is_so) (TendRecord *task,
                                 const char *what),
           const char   *what)
{
  TendRecord *plan = tend_checking_plan (self, client);
  GPtrArray *tasks = plan != NULL ? tend_checking_nested (self, plan, &tend_plan_task_kind) : NULL;

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    if (is_so (tasks->pdata[i], what))
      return tasks->pdata[i];

  return NULL;
}

static gboolean
is_personal_care (TendRecord *task,
                  const char *what)
{
  return tend_record_get_int (task, "personal_care");
}

static gboolean
task_involves (TendRecord *task,
               const char *what)
{
  g_auto(GStrv) involves = tend_record_get_list (task, "involves");

  return g_strv_contains ((const char *const *) involves, what);
}

GPtrArray *
tend_checking_agreements (TendChecking *self,
                          TendRecord   *client,
                          TendDate      on)
{
  g_autoptr(GPtrArray) all = tend_checking_of (self, &tend_agreement_kind, client);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (tend_agreement_in_force (all->pdata[i], all, on))
      g_ptr_array_add (found, all->pdata[i]);

  return found;
}

TendRecord *
tend_checking_agreement (TendChecking *self,
                         TendRecord   *client)
{
  g_autoptr(GPtrArray) in_force = tend_checking_agreements (self, client, self->on);
  g_autoptr(GPtrArray) all = tend_checking_of (self, &tend_agreement_kind, client);
  TendRecord *next = NULL;

  if (in_force->len > 0)
    return in_force->pdata[in_force->len - 1];

  for (guint i = 0; i < all->len; i++)
    if (tend_record_get_int (all->pdata[i], "starts_on") > self->on &&
        (next == NULL || tend_record_get_int (all->pdata[i], "starts_on") <
                         tend_record_get_int (next, "starts_on")))
      next = all->pdata[i];

  return next;
}

gboolean
tend_checking_has_personal_care (TendChecking *self,
                                 TendRecord   *client,
                                 TendDate      on)
{
  g_autoptr(GPtrArray) agreements = tend_checking_agreements (self, client, on);

  for (guint i = 0; i < agreements->len; i++)
    {
      TendRecord *service = tend_checking_record (self, &tend_service_kind,
                                                  tend_record_get_text (agreements->pdata[i],
                                                                        "service"));
      const char *kind = service != NULL ? tend_record_get_text (service, "kind") : NULL;

      if (g_strcmp0 (kind, "personal_care") == 0)
        return TRUE;
    }

  return agreements->len > 0 && find_task (self, client, is_personal_care, NULL) != NULL;
}

gboolean
tend_checking_is_personal_care (TendChecking *self,
                                TendRecord   *client)
{
  return tend_checking_has_personal_care (self, client, self->on) ||
         find_task (self, client, is_personal_care, NULL) != NULL;
}

TendRecord *
tend_checking_task (TendChecking *self,
                    TendRecord   *client,
                    const char   *what)
{
  return find_task (self, client, task_involves, what);
}

gboolean
tend_checking_involves (TendChecking *self,
                        TendRecord   *client,
                        const char   *what)
{
  g_autoptr(GPtrArray) equipment = NULL;

  if (tend_checking_task (self, client, what) != NULL)
    return TRUE;
  if (strcmp (what, "mobility_aid") != 0)
    return FALSE;

  /* Nobody is shown how to use what is not used. */
  equipment = tend_checking_of (self, &tend_equipment_training_kind, client);
  return equipment->len > 0;
}

/* Conditions */

guint
tend_checking_heads (TendChecking *self)
{
  return tend_team_measure (tend_checking_records (self, &tend_team_member_kind), self->provider,
                            self->on).heads;
}

gboolean
tend_checking_is_running (TendChecking *self,
                          TendRecord   *medicine)
{
  return tend_record_get_int (medicine, "starts_on") <= self->on &&
         !tend_checking_over (self, medicine, "ends_on");
}

gboolean
tend_checking_has_medicines (TendChecking *self,
                             TendRecord   *client)
{
  g_autoptr(GPtrArray) medicines = tend_checking_of (self, &tend_medication_kind, client);

  for (guint i = 0; i < medicines->len; i++)
    if (tend_checking_is_running (self, medicines->pdata[i]))
      return TRUE;

  return tend_checking_involves (self, client, "medicines");
}

GPtrArray *
tend_checking_special (TendChecking *self,
                       TendRecord   *client)
{
  g_autoptr(GPtrArray) medicines = tend_checking_of (self, &tend_medication_kind, client);
  GPtrArray *special = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < medicines->len; i++)
    {
      TendRecord *medicine = medicines->pdata[i];

      if (tend_checking_is_running (self, medicine) &&
          (tend_medicine_is_special (medicine) || tend_record_is_set (medicine, "trained_by")) &&
          tend_medicine_is_mine (medicine, tend_checking_nested (self, medicine,
                                                                 &tend_medication_time_kind)))
        g_ptr_array_add (special, g_object_ref (medicine));
    }

  return special;
}

static gboolean
has_special (TendChecking *self,
             TendRecord   *client)
{
  g_autoptr(GPtrArray) special = tend_checking_special (self, client);

  return special->len > 0;
}

static gboolean
is_commissioned (TendChecking *self,
                 TendRecord   *client)
{
  TendRecord *agreement = tend_checking_agreement (self, client);

  return agreement != NULL && tend_record_is_set (agreement, "commissioned_by");
}

static gboolean
is_cqc_registered (TendChecking *self)
{
  GPtrArray *credentials = tend_checking_records (self, &tend_credential_kind);

  for (guint i = 0; i < credentials->len; i++)
    {
      TendRecord *credential = credentials->pdata[i];

      if (strcmp (tend_record_get_text (credential, "kind"), "cqc") == 0 &&
          tend_credential_is_registered (credential))
        return TRUE;
    }

  return FALSE;
}

gboolean
tend_checking_when_is_of_clients (const char *condition)
{
  return strcmp (condition, "employs") != 0 && strcmp (condition, "cqc_registered") != 0;
}

gboolean
tend_checking_when (TendChecking *self,
                    const char   *condition)
{
  g_autoptr(GPtrArray) clients = NULL;

  if (condition == NULL)
    return TRUE;
  if (strcmp (condition, "employs") == 0)
    return tend_checking_heads (self) > 1;
  if (strcmp (condition, "cqc_registered") == 0)
    return is_cqc_registered (self);

  clients = tend_checking_clients (self);
  for (guint i = 0; i < clients->len; i++)
    {
      TendRecord *client = clients->pdata[i];
      gboolean is_so;

      if (strcmp (condition, "personal_care") == 0)
        is_so = tend_checking_is_personal_care (self, client);
      else if (strcmp (condition, "medicines") == 0)
        is_so = tend_checking_has_medicines (self, client);
      else if (strcmp (condition, "special_medicines") == 0)
        is_so = has_special (self, client);
      else if (strcmp (condition, "commissioned") == 0)
        is_so = is_commissioned (self, client);
      else
        is_so = tend_checking_involves (self, client, condition);

      if (is_so)
        return TRUE;
    }

  return FALSE;
}
