/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of each person's record: where they live, their plan, what was agreed for when
 * something goes wrong, who can act for them.
 */

#include "tend-check-private.h"

#include "tend-clients.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
long_date (TendDate date)
{
  return tend_date_format (date, TEND_DATE_LONG);
}

/* (ST02) */
static void
county_of (TendChecking   *self,
           const TendRule *rule,
           TendRecord     *client,
           const char     *name)
{
  if (!tend_scheme_has_postcode (self->scheme, tend_record_get_text (client, "postcode")))
    tend_checking_find (self, rule, "outside", client, "client", name, NULL);
}

/* The plan */

/* What it has to say: needs, preferences, agreed tasks, risks and boundaries (ST07); a risk
 * assessment beside the plan serves as well. */

static gboolean
has_part (TendChecking *self,
          TendRecord   *plan,
          const char   *field)
{
  if (field == NULL)
    return tend_checking_nested (self, plan, &tend_plan_task_kind)->len > 0;
  if (tend_record_is_set (plan, field))
    return TRUE;

  if (strcmp (field, "boundaries") == 0)
    {
      TendRecord *client = tend_checking_client_of (self, plan);
      g_autoptr(GPtrArray) risks = tend_checking_of (self, &tend_risk_kind, client);

      return risks->len > 0;
    }

  return FALSE;
}

static void
plan_parts_of (TendChecking   *self,
               const TendRule *rule,
               TendRecord     *plan,
               const char     *name)
{
  static const struct
  {
    const char *field;
    const char *label;
  } parts[] = {
    { "needs", N_("needs") }, { "preferences", N_("preferences") }, { NULL, N_("agreed tasks") },
    { "boundaries", N_("risks and boundaries") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!has_part (self, plan, parts[i].field))
      tend_checking_find (self, rule, "part", plan, "client", name, "part", _(parts[i].label),
                          NULL);
}

/* One that was made late is made: nobody can mend the day of it (ST07). */
static void
plan_of (TendChecking   *self,
         const TendRule *rule,
         TendRecord     *client,
         const char     *name)
{
  TendRecord *plan = tend_checking_plan (self, client);
  TendDate visit = tend_checking_first_visit (self, client);
  g_autofree char *first = long_date (visit);

  if (plan != NULL)
    plan_parts_of (self, rule, plan, name);
  else if (visit != TEND_DATE_NONE)
    tend_checking_find (self, rule, "missing", client, "client", name, "first", first, NULL);
}

/* (ST08) */
static void
plan_review_of (TendChecking   *self,
                const TendRule *rule,
                TendRecord     *client,
                const char     *name)
{
  TendRecord *plan = tend_checking_plan (self, client);
  g_autofree char *due = NULL;

  if (plan == NULL || !tend_checking_over (self, plan, "review_on"))
    return;

  due = long_date (tend_record_get_int (plan, "review_on"));
  tend_checking_find (self, rule, "over", plan, "client", name, "due", due, NULL);
}

/* A support plan has goals (WO09). */
static void
goals_of (TendChecking   *self,
          const TendRule *rule,
          TendRecord     *client,
          const char     *name)
{
  TendRecord *plan = tend_checking_plan (self, client);

  if (plan == NULL || tend_checking_nested (self, plan, &tend_plan_outcome_kind)->len == 0)
    tend_checking_find (self, rule, "missing", plan != NULL ? plan : client, "client", name, NULL);
}

/* (WO11) */
static void
risks_of (TendChecking   *self,
          const TendRule *rule,
          TendRecord     *client,
          const char     *name)
{
  g_autoptr(GPtrArray) risks = tend_checking_of (self, &tend_risk_kind, client);

  if (risks->len == 0)
    tend_checking_find (self, rule, "missing", client, "client", name, NULL);
}

/* (ST09) */
static void
communication_of (TendChecking   *self,
                  const TendRule *rule,
                  TendRecord     *client,
                  const char     *name)
{
  g_autoptr(GPtrArray) about = tend_checking_of (self, &tend_about_me_kind, client);

  for (guint i = 0; i < about->len; i++)
    if (tend_record_is_set (about->pdata[i], "communication_format") ||
        tend_record_is_set (about->pdata[i], "communicate"))
      return;

  tend_checking_find (self, rule, "missing", client, "client", name, NULL);
}

/* When something goes wrong (ST25, WO10) */
static void
contingency_of (TendChecking   *self,
                const TendRule *rule,
                TendRecord     *client,
                const char     *name)
{
  g_autoptr(GPtrArray) plans = tend_checking_of (self, &tend_contingency_plan_kind, client);
  TendRecord *last = NULL;

  for (guint i = 0; i < plans->len; i++)
    if (last == NULL || tend_record_get_int (plans->pdata[i], "updated_on") >=
                        tend_record_get_int (last, "updated_on"))
      last = plans->pdata[i];

  if (last == NULL)
    {
      tend_checking_find (self, rule, "missing", client, "client", name, NULL);
      return;
    }

  if (tend_checking_nested (self, last, &tend_contingency_contact_kind)->len == 0)
    tend_checking_find (self, rule, "contacts", last, "client", name, NULL);
  if (tend_checking_heads (self) > 1 && !tend_record_is_set (last, "carer_ill"))
    tend_checking_find (self, rule, "leave", last, "client", name, NULL);
}

/* Who can act for somebody who cannot decide about their care (CA11).  Whoever looks after
 * money or benefits cannot. */

static gboolean
is_for_care (TendRecord *representative)
{
  static const char *const kinds[] = { "lpa_health", "deputy_health", "advocate", NULL };

  return g_strv_contains (kinds, tend_record_get_text (representative, "kind"));
}

/* (nullable) (transfer none): what @person may do by an authority that is not for care. */
static TendRecord *
other_authority (TendChecking *self,
                 GPtrArray    *representatives,
                 TendRecord   *person)
{
  for (guint i = 0; i < representatives->len; i++)
    if (!tend_checking_over (self, representatives->pdata[i], "ends_on") &&
        !is_for_care (representatives->pdata[i]) &&
        (person == NULL ||
         g_strcmp0 (tend_record_get_text (representatives->pdata[i], "person"),
                    tend_record_get_id (person)) == 0))
      return representatives->pdata[i];

  return NULL;
}

/* @other: whoever may act, but not for this; of an attorney whose authority is not written down
 * the best is thought. */
static gboolean
somebody_acts (TendChecking  *self,
               TendRecord    *client,
               TendRecord   **other)
{
  g_autoptr(GPtrArray) representatives = tend_checking_of (self, &tend_representative_kind,
                                                           client);
  g_autoptr(GPtrArray) people = tend_checking_of (self, &tend_person_kind, client);

  *other = other_authority (self, representatives, NULL);
  for (guint i = 0; i < representatives->len; i++)
    if (!tend_checking_over (self, representatives->pdata[i], "ends_on") &&
        is_for_care (representatives->pdata[i]))
      return TRUE;
  for (guint i = 0; i < people->len; i++)
    if (g_strcmp0 (tend_record_get_text (people->pdata[i], "relation"), "attorney") == 0 &&
        other_authority (self, representatives, people->pdata[i]) == NULL)
      return TRUE;

  return FALSE;
}

/* The last word on each decision counts. */
static gboolean
cannot_decide (TendChecking *self,
               TendRecord   *client)
{
  g_autoptr(GPtrArray) decisions = tend_checking_of (self, &tend_capacity_decision_kind, client);

  for (guint i = 0; i < decisions->len; i++)
    {
      TendRecord *decision = decisions->pdata[i];
      gboolean is_last = tend_checking_done (self, decision, "assessed_on");

      for (guint j = 0; is_last && j < decisions->len; j++)
        is_last = g_strcmp0 (tend_record_get_text (decision, "decision"),
                             tend_record_get_text (decisions->pdata[j], "decision")) != 0 ||
                  !tend_checking_done (self, decisions->pdata[j], "assessed_on") ||
                  tend_record_get_int (decisions->pdata[j], "assessed_on") <=
                  tend_record_get_int (decision, "assessed_on");

      if (is_last &&
          g_strcmp0 (tend_record_get_text (decision, "outcome"), "cannot_decide") == 0)
        return TRUE;
    }

  return FALSE;
}

static void
find_nobody_acts (TendChecking   *self,
                  const TendRule *rule,
                  TendRecord     *client,
                  TendRecord     *other)
{
  const TendField *kinds = tend_kind_field (&tend_representative_kind, "kind");
  gboolean before = tend_checking_first_visit (self, client) == TEND_DATE_NONE;
  g_autofree char *name = tend_client_name (client);

  if (other == NULL)
    tend_checking_find (self, rule, before ? "before" : "during", client, "client", name, NULL);
  else
    tend_checking_find (self, rule, before ? "before_other" : "during_other", client, "client",
                        name, "authority",
                        tend_field_choice_label (kinds, tend_record_get_text (other, "kind")),
                        NULL);
}

/* Of an enquiry as well: care must not begin. */
static void
check_capacity (TendChecking   *self,
                const TendRule *rule)
{
  GPtrArray *clients = tend_checking_records (self, &tend_client_kind);

  for (guint i = 0; i < clients->len; i++)
    {
      TendRecord *client = clients->pdata[i];
      gboolean enquiry = g_strcmp0 (tend_record_get_text (client, "status"), "enquiry") == 0;
      TendRecord *other;

      if ((enquiry || tend_checking_in_care (self, client, self->on)) &&
          tend_checking_concerns (self, client) && cannot_decide (self, client) &&
          !somebody_acts (self, client, &other))
        find_nobody_acts (self, rule, client, other);
    }
}

/* A child needs a carer who is registered (FL03). */
static void
child_of (TendChecking   *self,
          const TendRule *rule,
          TendRecord     *client,
          const char     *name)
{
  TendDate born = tend_record_get_int (client, "date_of_birth");
  int age = born != TEND_DATE_NONE ? tend_date_age (born, self->on) : 18;
  g_autofree char *text = g_strdup_printf ("%d", age);

  if (age < 18 && tend_checking_is_personal_care (self, client) &&
      !tend_checking_when (self, "cqc_registered"))
    tend_checking_find (self, rule, "found", client, "client", name, "age", text, NULL);
}

/* (CA15) */
static void
origin_of (TendChecking   *self,
           const TendRule *rule,
           TendRecord     *client,
           const char     *name)
{
  if (g_strcmp0 (tend_record_get_text (client, "origin"), "previous_employer") == 0)
    tend_checking_find (self, rule, "found", client, "client", name, NULL);
}

/* (ST28, CA08) */
static void
complaints_told_of (TendChecking   *self,
                    const TendRule *rule,
                    TendRecord     *client,
                    const char     *name)
{
  if (!tend_checking_done (self, client, "complaints_told_on"))
    tend_checking_find (self, rule, "untold", client, "client", name, NULL);
}

/* Ended at once, and on none of the grounds (ST31). */
static void
check_ended_without_notice (TendChecking   *self,
                            const TendRule *rule)
{
  GPtrArray *clients = tend_checking_records (self, &tend_client_kind);

  for (guint i = 0; i < clients->len; i++)
    {
      TendRecord *client = clients->pdata[i];
      g_autofree char *name = tend_client_name (client);

      if (tend_record_get_int (client, "ended_without_notice") &&
          (!tend_record_is_set (client, "ended_on") ||
           tend_checking_done (self, client, "ended_on")) &&
          !tend_record_is_set (client, "end_ground") &&
          tend_checking_concerns (self, client))
        tend_checking_find (self, rule, "missing", client, "client", name, NULL);
    }
}

const TendCheckFunc tend_client_checks[] = {
  { "county", .of_client = county_of }, { "plan", .of_client = plan_of },
  { "plan_review", .of_client = plan_review_of }, { "goals", .of_client = goals_of },
  { "risks", .of_client = risks_of }, { "communication", .of_client = communication_of },
  { "contingency", .of_client = contingency_of }, { "child", .of_client = child_of },
  { "origin", .of_client = origin_of }, { "complaints_told", .of_client = complaints_told_of },
  { "capacity", check_capacity }, { "ended_without_notice", check_ended_without_notice },
  { NULL }
};
