/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-plan-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-letterhead.h"
#include "tend-table.h"

#define LEAST_TABLE 150.0 /* a heading with the first rows of what follows it */

/* (transfer full): who agreed, on whose word, and until when it holds. */
static char *
agreement_text (const TendPlanSheet *sheet)
{
  g_autofree char *agreed = tend_date_format (sheet->agreed_on, TEND_DATE_LONG);
  g_autofree char *review = tend_date_format (sheet->review_on, TEND_DATE_LONG);
  g_autofree char *superseded = tend_date_format (sheet->superseded_on, TEND_DATE_LONG);
  GString *text = g_string_new (NULL);

  if (sheet->agreed_by && *sheet->agreed_by)
    /* Translators: a name and a date */
    g_string_append_printf (text, _("Agreed by %s\non %s"), sheet->agreed_by, agreed);
  else
    g_string_append_printf (text, _("Agreed on %s"), agreed);
  if (sheet->authority && *sheet->authority)
    /* Translators: whose word it was: "The person", "An attorney" */
    g_string_append_printf (text, _("\nOn whose word: %s"), sheet->authority);
  if (*superseded)
    g_string_append_printf (text, _("\nReplaced on %s"), superseded);
  else if (sheet->head.died != TEND_DATE_NONE)
    g_string_append (text, _("\nIt ended with the person’s life"));
  else if (*review)
    g_string_append_printf (text, _("\nReview on %s"), review);
  return g_string_free (text, FALSE);
}

static void
lay_state (TendFlow            *flow,
           const TendPlanSheet *sheet)
{
  /* Translators: of a care plan */
  g_autofree char *version = g_strdup_printf (_("Version %d"), sheet->version);
  g_autofree char *says = NULL;

  if (sheet->agreed_on == TEND_DATE_NONE)
    {
      tend_sum_block_lay (flow, _("Draft"), version,
                          _("Not agreed yet: this is for talking about, not for working from."),
                          TRUE);
      return;
    }
  says = agreement_text (sheet);
  if (sheet->superseded_on != TEND_DATE_NONE)
    tend_sum_block_lay (flow, _("Replaced"), version, says, TRUE);
  else if (sheet->head.died != TEND_DATE_NONE)
    tend_sum_block_lay (flow, _("Ended"), version, says, TRUE);
  else
    tend_sum_block_lay (flow, _("Agreed"), version, says, FALSE);
}

static void
lay_outcomes (TendFlow            *flow,
              const TendPlanSheet *sheet)
{
  const TendColumn columns[] = {
    { _("What I want"), TEND_COLUMN_FLEX },
    { _("What we do for it"), TEND_COLUMN_FLEX },
    { _("How we can tell"), TEND_COLUMN_FLEX },
  };
  g_autoptr(TendTable) table = NULL;

  if (sheet->n_outcomes == 0)
    return;
  tend_flow_need (flow, LEAST_TABLE);
  tend_heading_lay (flow, _("Outcomes"));
  table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < sheet->n_outcomes; i++)
    {
      const char *cells[] = { sheet->outcomes[i].outcome, sheet->outcomes[i].steps,
                              sheet->outcomes[i].measure };

      tend_table_add (table, TEND_ROW_BODY, cells);
    }
  tend_table_lay (table);
}

static void
lay_tasks (TendFlow            *flow,
           const TendPlanSheet *sheet)
{
  const TendColumn columns[] = {
    { _("Task"), TEND_COLUMN_FLEX },
    { _("How"), TEND_COLUMN_FLEX },
    { _("When"), TEND_COLUMN_TEXT },
    { _("Service"), TEND_COLUMN_TEXT },
    { _("Counts as personal care"), TEND_COLUMN_FLEX },
  };
  g_autoptr(TendTable) table = NULL;
  const char *part = NULL;

  if (sheet->n_tasks == 0)
    return;
  tend_flow_need (flow, LEAST_TABLE);
  tend_heading_lay (flow, _("What is done, and when"));
  tend_field_lay (flow, _("Usual visits"), sheet->visits);
  table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < sheet->n_tasks; i++)
    {
      const TendPlanTask *task = &sheet->tasks[i];
      const char *cells[] = { task->title, task->detail, task->when, task->service,
                              task->personal_care ? _("Yes") : _("No") };

      if (g_strcmp0 (part, task->part) != 0)
        tend_table_add (table, TEND_ROW_GROUP, &task->part);
      part = task->part;
      tend_table_add (table, TEND_ROW_BODY, cells);
    }
  tend_table_lay (table);
}

static void
lay_risks (TendFlow            *flow,
           const TendPlanSheet *sheet)
{
  gboolean is_part = sheet->risks_on == TEND_DATE_NONE;
  gboolean has_risks = is_part && sheet->risks && *sheet->risks;
  gboolean has_boundaries = sheet->boundaries && *sheet->boundaries;

  if (!has_risks && !has_boundaries)
    return;
  tend_heading_lay (flow, is_part ? _("Risks and boundaries") : _("Boundaries"));
  if (is_part)
    tend_run_in_lay (flow, _("Risks"), sheet->risks);
  if (has_risks && has_boundaries)
    flow->y += 4;
  tend_flow_text (flow, "P", TEND_TEXT_BODY, sheet->boundaries, &flow->palette->ink);
}

/* What has been assessed since was never agreed: it stands below the words that were. */
static void
lay_later_risks (TendFlow            *flow,
                 const TendPlanSheet *sheet)
{
  g_autofree char *day = tend_date_format (sheet->risks_on, TEND_DATE_LONG);
  /* Translators: a day */
  g_autofree char *heading = g_strdup_printf (_("Risks as assessed up to %s"), day);

  if (sheet->risks_on == TEND_DATE_NONE || sheet->risks == NULL || *sheet->risks == '\0')
    return;
  tend_heading_lay (flow, heading);
  tend_run_in_lay (flow, _("Risks"), sheet->risks);
}

/* Only a draft is still to be signed. */
static void
lay_end (TendFlow            *flow,
         const TendPlanSheet *sheet)
{
  g_autofree char *agreed = NULL;

  if (sheet->agreed_on == TEND_DATE_NONE)
    {
      tend_care_signed_lay (flow, &sheet->head,
                            sheet->agreed_by ? sheet->agreed_by : sheet->head.name);
      return;
    }

  agreed = tend_care_agreed_text (sheet->agreed_by, sheet->agreed_on);
  tend_heading_lay (flow, _("Agreed"));
  tend_flow_text (flow, "P", TEND_TEXT_BODY, agreed, &flow->palette->ink);
}

TendDocument *
tend_document_new_plan (const TendPlanSheet *sheet)
{
  const char *title;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  title = _("Care plan");
  tend_care_begin (&flow, &sheet->head, title);
  tend_care_head_lay (&flow, &sheet->head, title);
  tend_care_person_lay (&flow, &sheet->head);
  lay_state (&flow, sheet);
  tend_care_allergies_lay (&flow, &sheet->head);
  tend_care_directives_lay (&flow, &sheet->head, FALSE);

  tend_field_lay (&flow, _("Who may act for me"), sheet->acting);
  tend_field_lay (&flow, _("Needs"), sheet->needs);
  tend_field_lay (&flow, _("Preferences"), sheet->preferences);
  tend_field_lay (&flow, _("A usual day"), sheet->routine);
  tend_field_lay (&flow, _("Equipment"), sheet->equipment);
  lay_outcomes (&flow, sheet);
  lay_tasks (&flow, sheet);
  lay_risks (&flow, sheet);
  if (sheet->change_note && *sheet->change_note)
    {
      tend_heading_lay (&flow, _("What changed and why"));
      tend_flow_text (&flow, "P", TEND_TEXT_BODY, sheet->change_note, &flow.palette->ink);
    }

  lay_end (&flow, sheet);
  lay_later_risks (&flow, sheet);
  return tend_care_finish (&flow, &sheet->head, title);
}
