/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-clients-page.h"

#include "tend-choice-name.h"
#include "tend-client-row.h"
#include "tend-client-view.h"
#include "tend-new-client.h"
#include "tend-rate-card.h"

#include <glib/gi18n-lib.h>

struct _TendClientsPage
{
  TendPage         parent_instance;

  char            *selected;   /* the id of the person in view */
  gboolean         filling;

  GtkWidget       *leaflet;    /* an AdwLeaflet, touched through its properties only */
  GtkWidget       *list_pane;
  GtkWidget       *person_pane;
  AdwHeaderBar    *header;
  GtkBox          *tools;      /* search and filter */
  GtkSearchEntry  *search;
  GtkDropDown     *filter;
  GtkStack        *list_stack;
  GtkListBox      *list;
  GtkStack        *person_stack;
  TendClientView  *view;
};

G_DEFINE_FINAL_TYPE (TendClientsPage, tend_clients_page, TEND_TYPE_PAGE)

/* In the order of the choices in tend-clients-page.ui; the first is all but "ended". */
static const char *const filters[] = { NULL, "active", "paused", "enquiry", "ended" };

static gboolean
is_shown (GtkListBoxRow *row,
          gpointer       data)
{
  TendClientsPage *self = data;
  TendClientRow *client = TEND_CLIENT_ROW (row);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint chosen = gtk_drop_down_get_selected (self->filter);
  const char *status = tend_client_row_get_status (client);

  /* Whoever is looked for by name is found, whatever the choice above. */
  if (*text != '\0')
    return tend_client_row_matches (client, text);
  if (chosen == 0 || chosen >= G_N_ELEMENTS (filters))
    return g_strcmp0 (status, "ended") != 0;

  return g_strcmp0 (status, filters[chosen]) == 0;
}

static void
update_stack (TendClientsPage *self)
{
  gboolean any = FALSE, shown = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (TEND_IS_CLIENT_ROW (row))
      {
        any = TRUE;
        shown = shown || is_shown (GTK_LIST_BOX_ROW (row), self);
      }

  gtk_stack_set_visible_child_name (self->list_stack, shown ? "list" : any ? "nobody" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->tools), any);
  if (self->selected == NULL)
    gtk_stack_set_visible_child_name (self->person_stack, any ? "nobody" : "blank");
}

static void
filter_cb (TendClientsPage *self)
{
  tend_choice_name (self->filter, _("Which clients to show"));
  gtk_list_box_invalidate_filter (self->list);
  update_stack (self);
}

static void
show_person (TendClientsPage *self,
             const char      *id)
{
  if (g_strcmp0 (self->selected, id) != 0)
    {
      g_free (self->selected);
      self->selected = g_strdup (id);
      tend_client_view_set_client (self->view, id);
    }

  gtk_stack_set_visible_child_name (self->person_stack, id != NULL ? "person" : "nobody");
}

static void
row_selected_cb (TendClientsPage *self,
                 GtkListBoxRow   *row)
{
  if (row != NULL && !self->filling)
    show_person (self, tend_client_row_get_id (TEND_CLIENT_ROW (row)));
}

static void
row_activated_cb (TendClientsPage *self)
{
  g_object_set (self->leaflet, "visible-child", self->person_pane, NULL);
}

static void
back_cb (TendClientsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  g_object_set (self->leaflet, "visible-child", self->list_pane, NULL);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
new_cb (TendClientsPage *self)
{
  tend_new_client_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)));
}

static void
prices_cb (TendClientsPage *self)
{
  tend_rate_card_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)));
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  return tend_client_summaries_load (vault, *(TendInstant *) data, error);
}

static void
empty_list (TendClientsPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL &&
         TEND_IS_CLIENT_ROW (row))
    gtk_list_box_remove (self->list, row);
}

/* The selection stays on the same person, and with it the focus. */
static void
fill_list (TendClientsPage *self,
           GPtrArray       *summaries)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  gboolean found = FALSE;

  self->filling = TRUE;
  empty_list (self);
  for (guint i = 0; i < summaries->len; i++)
    {
      GtkWidget *row = tend_client_row_new (g_ptr_array_index (summaries, i));

      gtk_list_box_append (self->list, row);
      if (g_strcmp0 (tend_client_row_get_id (TEND_CLIENT_ROW (row)), self->selected) == 0)
        {
          gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
          if (focused)
            gtk_widget_grab_focus (row);
          found = TRUE;
        }
    }
  self->filling = FALSE;

  if (!found && self->selected != NULL)
    show_person (self, NULL);
}

/* Where there is room for both, somebody is always in view. */
static void
show_first (TendClientsPage *self)
{
  gboolean folded;

  g_object_get (self->leaflet, "folded", &folded, NULL);
  if (folded || self->selected != NULL)
    return;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (is_shown (GTK_LIST_BOX_ROW (row), self))
      {
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
        return;
      }
}

static void
loaded_cb (TendPage     *page,
           gpointer      answer,
           const GError *error)
{
  g_autoptr(GPtrArray) summaries = answer;
  TendClientsPage *self = TEND_CLIENTS_PAGE (page);

  if (summaries == NULL)
    return;

  fill_list (self, summaries);
  update_stack (self);
  show_first (self);
}

static void
tend_clients_page_reload (TendPage *page)
{
  TendInstant now = tend_session_get_now (tend_page_get_session (page));

  tend_page_query (page, load, g_memdup2 (&now, sizeof now), g_free,
                   (GDestroyNotify) g_ptr_array_unref, loaded_cb);
}

static void
tend_clients_page_constructed (GObject *object)
{
  TendClientsPage *self = TEND_CLIENTS_PAGE (object);

  G_OBJECT_CLASS (tend_clients_page_parent_class)->constructed (object);

  self->view = TEND_CLIENT_VIEW (tend_client_view_new (tend_page_get_session (TEND_PAGE (self))));
  gtk_stack_add_named (self->person_stack, GTK_WIDGET (self->view), "person");
  g_signal_connect_object (self->view, "back", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (self->leaflet, "folded", self->view, "folded", G_BINDING_SYNC_CREATE);
}

static void
tend_clients_page_dispose (GObject *object)
{
  TendClientsPage *self = TEND_CLIENTS_PAGE (object);

  /* The leaflet takes its panes down itself, before the template lets go of them. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_CLIENTS_PAGE);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (tend_clients_page_parent_class)->dispose (object);
}

static void
tend_clients_page_class_init (TendClientsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tend_clients_page_constructed;
  object_class->dispose = tend_clients_page_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_clients_page_reload;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-clients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendClientsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TendClientsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, TendClientsPage, person_pane);
  gtk_widget_class_bind_template_child (widget_class, TendClientsPage, header);
  gtk_widget_class_bind_template_child (widget_class, TendClientsPage, tools);
  gtk_widget_class_bind_template_child (widget_class, TendClientsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TendClientsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, TendClientsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TendClientsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TendClientsPage, person_stack);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, prices_cb);
}

static void
tend_clients_page_init (TendClientsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_page_set_header (TEND_PAGE (self), self->header);
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  tend_choice_name (self->filter, _("Which clients to show"));
  gtk_search_entry_set_key_capture_widget (self->search, self->list_pane);
}

GtkWidget *
tend_clients_page_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_CLIENTS_PAGE, "session", session, NULL);
}

void
tend_clients_page_open (TendClientsPage *self,
                        const char      *id,
                        const char      *part)
{
  g_return_if_fail (TEND_IS_CLIENTS_PAGE (self));

  show_person (self, id);
  if (part != NULL)
    tend_client_view_show_part (self->view, part);
  g_object_set (self->leaflet, "visible-child", self->person_pane, NULL);
  tend_page_reload (TEND_PAGE (self));
}
