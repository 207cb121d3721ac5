/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-rows.h"

#include "tend-mar-sheet.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

static void
append_sentence (GString    *text,
                 const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

/* "3 doses today, 2 written." and what is missing, in words. */
static char *
describe_day (TendMarPerson *person)
{
  GString *text = g_string_new (NULL);
  g_autofree char *today = NULL;
  g_autofree char *gaps = NULL;
  g_autofree char *earlier = NULL;
  g_autofree char *next = NULL;

  if (person->n_due == 0)
    append_sentence (text, _("Nothing of mine is due today."));
  else
    {
      today = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u dose today is written.",
                                            "%u of %u doses today are written.", person->n_due),
                               person->n_written, person->n_due);
      append_sentence (text, today);
    }
  gaps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u gap today.", "%u gaps today.",
                                       person->n_gaps), person->n_gaps);
  if (person->n_gaps > 0)
    append_sentence (text, gaps);
  earlier = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u gap from before.",
                                          "%u gaps from before.", person->n_earlier),
                             person->n_earlier);
  if (person->n_earlier > 0)
    append_sentence (text, earlier);
  if (person->next_at != TEND_INSTANT_NONE)
    {
      TendDate day = tend_time_date (person->next_at);
      g_autofree char *clock = tend_clock_format (tend_time_clock (person->next_at));
      g_autofree char *date = tend_date_format (day, TEND_DATE_DAY);

      next = day == person->chart->to
             ? g_strdup_printf (_("Next at %s."), clock)
             : g_strdup_printf (_("Next on %s at %s."), date, clock);
      append_sentence (text, next);
    }

  return g_string_free (text, FALSE);
}

GtkWidget *
tend_mar_person_row (TendMarPerson *person)
{
  g_autofree char *text = describe_day (person);
  GtkWidget *row = tend_row_link (person->name, text);
  guint n = person->n_gaps + person->n_earlier;

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (n > 0)
    {
      g_autofree char *gaps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u gap", "%u gaps",
                                                            n), n);

      tend_row_add_note (row, gaps, "warning");
    }

  return row;
}

static void
lead_to (GtkWidget  *row,
         const char *id)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "mar", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
}

/* "08:00 Ramipril 5 mg tablets, Metformin 500 mg tablets; 13:00 …" */
static char *
list_doses (GArray *doses)
{
  GString *text = g_string_new (NULL);
  TendInstant before = TEND_INSTANT_NONE;

  for (guint i = 0; i < doses->len; i++)
    {
      const TendMarDose *dose = &g_array_index (doses, TendMarDose, i);
      g_autofree char *title = tend_medicine_title (dose->line->medicine->record);
      g_autofree char *clock = tend_clock_format (tend_time_clock (dose->slot->due_at));

      if (dose->slot->due_at != before)
        g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", clock, title);
      else
        g_string_append_printf (text, ", %s", title);
      before = dose->slot->due_at;
    }

  return g_string_free (text, FALSE);
}

GtkWidget *
tend_mar_due_row (TendMarPerson *person)
{
  const TendMarDose *first;
  g_autofree char *list = NULL;
  g_autofree char *key = NULL;
  g_autofree char *id = NULL;
  GtkWidget *row;

  if (person->open->len == 0)
    return NULL;

  first = &g_array_index (person->open, TendMarDose, 0);
  list = list_doses (person->open);
  key = tend_mar_dose_key (first->line, first->slot->due_at);
  id = g_strconcat (person->client, "/", key, NULL);
  row = tend_row_link (person->name, list);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (person->n_gaps > 0)
    {
      g_autofree char *gaps = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u gap", "%u gaps",
                                                            person->n_gaps), person->n_gaps);

      tend_row_add_note (row, gaps, "warning");
    }
  lead_to (row, id);

  return row;
}

GtkWidget *
tend_mar_prompt_row (TendMarPerson *person,
                     TendMarPrompt *prompt)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", person->name, prompt->title);
  GtkWidget *row = tend_row_link (title, prompt->detail);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  lead_to (row, person->client);
  return row;
}
