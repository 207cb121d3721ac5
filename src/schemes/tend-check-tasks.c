/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of what is done for people: with mobility aids, for one alone, with medicines. */

#include "tend-check-private.h"

#include "tend-kinds.h"
#include "tend-medicine-permission.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A mobility aid in the plan wants training: with this person, signed where the rule says
 * so, or by a course where it does not (ST24, CA28). */
static void
mobility_of (TendChecking   *self,
             const TendRule *rule,
             TendRecord     *client,
             const char     *name)
{
  g_autoptr(GPtrArray) training = tend_checking_of (self, &tend_equipment_training_kind, client);
  gboolean signed_too = tend_rule_get_flag (rule, "signed");
  gboolean trained = FALSE;

  if (!tend_checking_involves (self, client, "mobility_aid"))
    return;

  if (!signed_too)
    trained = tend_checking_has_credential (self, "training", "mobility_aids");
  for (guint i = 0; i < training->len; i++)
    trained |= tend_checking_done (self, training->pdata[i], "trained_on") &&
               (!signed_too || tend_checking_done (self, training->pdata[i], "signed_on"));

  if (!trained)
    tend_checking_find (self, rule, "untrained", client, "client", name,
                        "lacking", training->len > 0 && signed_too
                                     ? _("whoever gave the training has not signed it")
                                     : _("no training with it is recorded"),
                        NULL);
}

/* What one person alone needs is taught for that person (WO04).  A certificate names nobody
 * whom it was for: any that is in date and ticked so will do. */
static void
person_training_of (TendChecking   *self,
                    const TendRule *rule,
                    TendRecord     *client,
                    const char     *name)
{
  TendRecord *task = tend_checking_task (self, client, "person_specific");

  if (task != NULL && !tend_checking_has_credential (self, "training", "person_specific"))
    tend_checking_find (self, rule, "missing", client, "client", name, "task",
                        tend_record_get_text (task, "title"), NULL);
}

/* Medicines: what is not on file for those on the carer's round (ST20 to ST23, CA25 to
 * CA27). */

static void
medicine_of (TendChecking   *self,
             const TendRule *rule,
             TendRecord     *medicine)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *lines = tend_checking_nested (self, medicine, &tend_medication_time_kind);
  g_autoptr(GPtrArray) missing = NULL;

  if (!tend_medicine_is_mine (medicine, lines))
    return;

  missing = tend_medicine_missing_in (self->vault, medicine, tend_scheme_get_id (self->scheme),
                                      self->on, &error);
  if (missing == NULL)
    {
      tend_checking_fail (self, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < missing->len; i++)
    {
      const TendMissingPaper *paper = missing->pdata[i];

      if (strcmp (paper->rule, rule->id) == 0)
        tend_checking_find (self, rule, "found", medicine, "words", paper->message, "fact",
                            paper->fact, NULL);
    }
}

static void
check_medicine (TendChecking   *self,
                const TendRule *rule)
{
  g_autoptr(GPtrArray) clients = tend_checking_clients (self);

  for (guint i = 0; i < clients->len; i++)
    {
      g_autoptr(GPtrArray) medicines = tend_checking_of (self, &tend_medication_kind,
                                                         clients->pdata[i]);

      for (guint j = 0; j < medicines->len; j++)
        if (tend_checking_is_running (self, medicines->pdata[j]))
          medicine_of (self, rule, medicines->pdata[j]);
    }
}

/* Each request says who asked (ST21). */
static void
check_medicine_asked (TendChecking   *self,
                      const TendRule *rule)
{
  GPtrArray *requests = tend_checking_records (self, &tend_medicine_request_kind);

  for (guint i = 0; i < requests->len; i++)
    {
      TendRecord *request = requests->pdata[i];
      const char *asked_by = tend_record_get_text (request, "asked_by");
      const char *medicine = tend_record_get_text (request, "medicine");

      if (tend_checking_client_of (self, request) != NULL &&
          !tend_checking_over (self, request, "ends_on") && g_strcmp0 (asked_by, "other") == 0)
        tend_checking_find (self, rule, "unasked", request, "medicine",
                            medicine != NULL ? medicine : _("medicines"), NULL);
    }
}

const TendCheckFunc tend_task_checks[] = {
  { "mobility", .of_client = mobility_of }, { "person_training", .of_client = person_training_of },
  { "medicine", check_medicine }, { "medicine_asked", check_medicine_asked }, { NULL }
};
