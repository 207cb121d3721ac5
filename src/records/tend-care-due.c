/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-due.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-statement.h"

#include <glib/gi18n-lib.h>

/* When a kind of record is due, and how that is said. */
typedef struct
{
  const TendKind *kind;
  const char     *day;     /* the column with the day it is due */
  const char     *where;   /* what else has to be so */
  gboolean        lasting; /* due of those as well who are not cared for any more */
  const char     *title;   /* N_() */
  const char     *of;      /* N_(): with a name */
} Rule;

static const Rule rules[] = {
  { &tend_incident_kind, "follow_up_on", "t.followed_up_on IS NULL AND t.closed_on IS NULL", TRUE,
    N_("Follow up what happened"), N_("Follow up what happened: %s") },
  { &tend_feedback_kind, "received_on",
    "t.kind = 'complaint' AND t.closed_on IS NULL AND t.about_data IS NOT 1", TRUE,
    N_("Answer a complaint"), N_("Answer a complaint: %s") },
  { &tend_care_plan_kind, "review_on", "t.status = 'agreed'", FALSE,
    N_("Review a care plan"), N_("Review the care plan: %s") },
  { &tend_risk_kind, "review_on", "t.closed_on IS NULL", FALSE,
    N_("Review the risks"), N_("Review the risks: %s") },
  { &tend_equipment_training_kind, "review_on", "TRUE", FALSE,
    N_("Be shown equipment again"), N_("Be shown equipment again: %s") },
  { &tend_capacity_decision_kind, "review_on", "TRUE", FALSE,
    N_("Look at a decision again"), N_("Look at a decision again: %s") },
  { &tend_directive_kind, "review_on", "t.ended_on IS NULL", FALSE,
    N_("Look at an advance decision again"), N_("Look at an advance decision again: %s") },
  { &tend_about_me_kind, "check_on",
    "NOT EXISTS (SELECT 1 FROM about_me AS later WHERE later.client = t.client"
    " AND (later.written_on, later.id) > (t.written_on, t.id))", FALSE,
    N_("Look at About Me again"), N_("Look at About Me again: %s") },
};

void
tend_care_due_free (TendCareDue *self)
{
  g_free (self->id);
  g_free (self->client);
  g_free (self->name);
  g_free (self);
}

/* A row for each kind, person and day: which rule, the first of them, how many, and whose. */
static char *
make_query (void)
{
  GString *sql = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    g_string_append_printf (sql,
                            "%sSELECT %u AS rule, min(t.id), t.%s AS due, count(*), t.client"
                            " FROM %s AS t LEFT JOIN clients AS c ON c.id = t.client"
                            " WHERE t.%s <= :last AND %s%s GROUP BY t.client, t.%s",
                            i > 0 ? " UNION ALL " : "", (guint) i, rules[i].day,
                            rules[i].kind->table, rules[i].day, rules[i].where,
                            rules[i].lasting ? "" : " AND c.status IS NOT 'ended'"
                                                       " AND c.died_on IS NULL",
                            rules[i].day);
  g_string_append (sql, " ORDER BY due, rule, 2");

  return g_string_free (sql, FALSE);
}

static char *
name_of (TendVault  *vault,
         const char *client)
{
  g_autoptr(TendRecord) record =
    client != NULL ? tend_record_load (vault, &tend_client_kind, client, NULL) : NULL;

  return record != NULL ? tend_client_name (record) : g_strdup ("");
}

GPtrArray *
tend_care_due_list (TendVault  *vault,
                    TendDate    last,
                    GError    **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_care_due_free);
  g_autofree char *sql = make_query ();
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);
  TendStep step;

  if (statement == NULL)
    return NULL;

  tend_statement_bind_date (statement, ":last", last);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendCareDue *due = g_new0 (TendCareDue, 1);

      due->kind = rules[tend_statement_get_int (statement, 0)].kind;
      due->id = g_strdup (tend_statement_get_text (statement, 1));
      due->due = tend_statement_get_date (statement, 2);
      due->n = tend_statement_get_int (statement, 3);
      due->client = g_strdup (tend_statement_get_text (statement, 4));
      due->name = name_of (vault, due->client);
      g_ptr_array_add (list, due);
    }

  return step == TEND_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

char *
tend_care_due_title (const TendCareDue *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].kind == self->kind)
      return *self->name == '\0' ? g_strdup (_(rules[i].title))
                                 : g_strdup_printf (_(rules[i].of), self->name);

  g_return_val_if_reached (NULL);
}

char *
tend_care_due_detail (const TendCareDue *self)
{
  g_autofree char *day = tend_date_format (self->due, TEND_DATE_LONG);

  if (self->kind == &tend_feedback_kind && self->n == 1)
    return g_strdup_printf (_("It came on %s."), day);
  if (self->n == 1)
    return g_strdup_printf (_("For %s."), day);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of them, for %s.",
                                       "%u of them, for %s.", self->n), self->n, day);
}
