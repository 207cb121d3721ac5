/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-portfolio-lists.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-record-words.h"
#include "tend-rows.h"
#include "tend-scheme.h"

#include <glib/gi18n-lib.h>

/* Of one list, until all are asked for. */
#define MOST_SHOWN 6

struct _TendPortfolioLists
{
  TendPage            *page;   /* outlives it */
  const char          *name;   /* of the view */
  GHashTable          *groups; /* kind → AdwPreferencesGroup */
  GHashTable          *whole;  /* kinds of which all are shown */
  TendPortfolioAnswer *answer; /* (nullable) */
};

void
tend_portfolio_answer_free (TendPortfolioAnswer *self)
{
  g_clear_pointer (&self->view.schemes, g_ptr_array_unref);
  g_clear_pointer (&self->view.names, g_hash_table_unref);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_free (self);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      day)
{
  TendRecord *first = *(TendRecord *const *) a;
  TendRecord *second = *(TendRecord *const *) b;
  gint64 of_first = day != NULL ? tend_record_get_int (first, day) : 0;
  gint64 of_second = day != NULL ? tend_record_get_int (second, day) : 0;

  if (of_first != of_second)
    return of_first > of_second ? -1 : 1;

  return g_strcmp0 (tend_record_get_id (first), tend_record_get_id (second));
}

static gboolean
load_names (TendPortfolioAnswer  *self,
            TendVault            *vault,
            GError              **error)
{
  g_autoptr(GPtrArray) team = tend_record_load_all (vault, &tend_team_member_kind, error);
  g_autoptr(GPtrArray) clients = team != NULL ? tend_clients_list (vault, NULL, error) : NULL;

  if (clients == NULL)
    return FALSE;

  for (guint i = 0; i < team->len; i++)
    g_hash_table_insert (self->view.names, g_strdup (tend_record_get_id (team->pdata[i])),
                         g_strdup (tend_record_get_text (team->pdata[i], "name")));
  for (guint i = 0; i < clients->len; i++)
    g_hash_table_insert (self->view.names, g_strdup (tend_record_get_id (clients->pdata[i])),
                         tend_client_name (clients->pdata[i]));
  return TRUE;
}

TendPortfolioAnswer *
tend_portfolio_answer_load (TendVault    *vault,
                            const char   *view,
                            TendDate      today,
                            TendInstant   now,
                            GError      **error)
{
  g_autoptr(TendPortfolioAnswer) self = g_new0 (TendPortfolioAnswer, 1);

  self->view.today = today;
  self->view.now = now;
  self->view.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->view.schemes = tend_schemes_of_carer (vault, error);
  if (self->view.schemes == NULL || !load_names (self, vault, error))
    return NULL;

  for (const TendPortfolioSection *section = tend_portfolio_sections; section->kind != NULL;
       section++)
    {
      GPtrArray *records;

      if (g_strcmp0 (section->view, view) != 0)
        continue;
      records = tend_record_load_all (vault, tend_kind_by_name (section->kind), error);
      if (records == NULL)
        return NULL;
      g_ptr_array_sort_with_data (records, compare, (gpointer) section->day);
      g_hash_table_insert (self->records, (gpointer) section->kind, records);
    }

  return g_steal_pointer (&self);
}

TendPortfolioAsk *
tend_portfolio_ask_new (TendPage *page)
{
  TendPortfolioAsk *ask = g_new0 (TendPortfolioAsk, 1);
  TendSession *session = tend_page_get_session (page);

  ask->today = tend_session_get_today (session);
  ask->now = tend_session_get_now (session);
  return ask;
}

/* The lists */

#define SECTION_KEY "tend-portfolio-section"
#define RECORD_KEY  "tend-portfolio-record"

static void
open_cb (GtkWidget          *row,
         TendPortfolioLists *self)
{
  tend_portfolio_present (GTK_WIDGET (self->page), tend_page_get_session (self->page),
                          g_object_get_data (G_OBJECT (row), SECTION_KEY),
                          g_object_get_data (G_OBJECT (row), RECORD_KEY),
                          self->answer->view.schemes);
}

static void
add_cb (GtkWidget          *button,
        TendPortfolioLists *self)
{
  if (self->answer != NULL)
    tend_portfolio_add (GTK_WIDGET (self->page), tend_page_get_session (self->page),
                        g_object_get_data (G_OBJECT (button), SECTION_KEY),
                        self->answer->view.schemes);
}

static void
all_cb (GtkWidget          *row,
        TendPortfolioLists *self)
{
  const TendPortfolioSection *section = g_object_get_data (G_OBJECT (row), SECTION_KEY);

  g_hash_table_add (self->whole, (gpointer) section->kind);
  tend_page_reload (self->page);
}

static GtkWidget *
record_row (TendPortfolioLists         *self,
            const TendPortfolioSection *section,
            TendRecord                 *record)
{
  GHashTable *names = self->answer->view.names;
  g_autofree char *heading = section->name != NULL
                             ? section->name (record, &self->answer->view)
                             : tend_record_words (record, section->heading, ", ", names);
  g_autofree char *detail = tend_record_words (record, section->detail, " · ", names);
  GtkWidget *row = tend_row_link (*heading != '\0' ? heading : _(section->change),
                                  *detail != '\0' ? detail : NULL);

  if (section->state != NULL)
    {
      TendPortfolioNote note = section->state (record, &self->answer->view);
      g_autofree char *text = note.text;

      if (text != NULL)
        tend_row_add_note (row, text, note.css_class);
    }

  g_object_set_data_full (G_OBJECT (row), RECORD_KEY, g_object_ref (record), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), self);
  return row;
}

static void
show_section (TendPortfolioLists         *self,
              const TendPortfolioSection *section)
{
  AdwPreferencesGroup *group = g_hash_table_lookup (self->groups, section->kind);
  GPtrArray *records = g_hash_table_lookup (self->answer->records, section->kind);
  gboolean whole = g_hash_table_contains (self->whole, section->kind) ||
                   records->len <= MOST_SHOWN + 1;
  GtkWidget *row;

  tend_rows_begin (group);
  for (guint i = 0; i < records->len && (whole || i < MOST_SHOWN); i++)
    {
      row = record_row (self, section, records->pdata[i]);
      g_object_set_data (G_OBJECT (row), SECTION_KEY, (gpointer) section);
      tend_rows_add (group, row, tend_record_get_id (records->pdata[i]));
    }

  if (!whole)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("Show all %u", "Show all %u",
                                                         records->len), records->len);

      row = tend_row_link (text, NULL);
      g_object_set_data (G_OBJECT (row), SECTION_KEY, (gpointer) section);
      g_signal_connect (row, "activated", G_CALLBACK (all_cb), self);
      tend_rows_add (group, row, "all");
    }
  if (records->len == 0)
    tend_rows_add (group, tend_row_nothing (_(section->nothing)), NULL);
  tend_rows_end (group);
}

static void
add_section (TendPortfolioLists         *self,
             GtkBox                     *column,
             const TendPortfolioSection *section)
{
  GtkWidget *button = NULL;

  if (section->action != NULL)
    {
      button = tend_head_button (_("_Put Together…"), _(section->add));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), section->action);
    }
  else if (section->add != NULL)
    {
      button = tend_head_button (_("_Add…"), _(section->add));
      g_object_set_data (G_OBJECT (button), SECTION_KEY, (gpointer) section);
      g_signal_connect (button, "clicked", G_CALLBACK (add_cb), self);
    }

  g_hash_table_insert (self->groups, (gpointer) section->kind,
                       tend_portfolio_group (column, _(section->title),
                                             section->about != NULL ? _(section->about) : NULL,
                                             button));
}

TendPortfolioLists *
tend_portfolio_lists_new (TendPage   *page,
                          GtkBox     *column,
                          const char *view)
{
  TendPortfolioLists *self = g_new0 (TendPortfolioLists, 1);

  self->page = page;
  self->name = view;
  self->groups = g_hash_table_new (g_str_hash, g_str_equal);
  self->whole = g_hash_table_new (g_str_hash, g_str_equal);
  for (const TendPortfolioSection *section = tend_portfolio_sections; section->kind != NULL;
       section++)
    if (g_str_equal (section->view, view))
      add_section (self, column, section);

  return self;
}

void
tend_portfolio_lists_free (TendPortfolioLists *self)
{
  g_hash_table_unref (self->groups);
  g_hash_table_unref (self->whole);
  g_clear_pointer (&self->answer, tend_portfolio_answer_free);
  g_free (self);
}

void
tend_portfolio_lists_show (TendPortfolioLists  *self,
                           TendPortfolioAnswer *answer)
{
  g_clear_pointer (&self->answer, tend_portfolio_answer_free);
  self->answer = answer;

  for (const TendPortfolioSection *section = tend_portfolio_sections; section->kind != NULL;
       section++)
    if (g_str_equal (section->view, self->name))
      show_section (self, section);
}

void
tend_portfolio_lists_tick (TendPortfolioLists *self,
                           TendInstant         now)
{
  if (self->answer == NULL)
    return;

  self->answer->view.now = now;
  for (const TendPortfolioSection *section = tend_portfolio_sections; section->kind != NULL;
       section++)
    if (section->ticks && g_str_equal (section->view, self->name))
      show_section (self, section);
}

TendPortfolioAnswer *
tend_portfolio_lists_get (TendPortfolioLists *self)
{
  return self->answer;
}
