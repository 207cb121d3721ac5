/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-wording.h"

#include "tend-dialog.h"
#include "tend-draft-store.h"
#include "tend-page-view.h"
#include "tend-template.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* How long after the last key the wording is tried, in milliseconds. */
#define TRY_DELAY 500

/**
 * TendWording:
 *
 * The editor: CommonMark on one page, the document made of it on the other.
 */
#define TEND_TYPE_WORDING (tend_wording_get_type ())
G_DECLARE_FINAL_TYPE (TendWording, tend_wording, TEND, WORDING, AdwWindow)

struct _TendWording
{
  AdwWindow             parent_instance;

  TendSession          *session;
  const TendWordingUse *use;
  gpointer              data;       /* for the use */
  GDestroyNotify        free_data;
  gpointer              values;     /* NULL until loaded */
  char                 *standard;   /* Tend's own wording */
  char                 *original;   /* the carer's, else Tend's */
  char                 *draft_key;
  guint                 try_timeout;
  gboolean              saved;

  GtkTextView          *view;
  GtkBox               *pages;
  GtkLabel             *fault;
  GtkListBox           *places;
  GtkMenuButton        *places_button;
  GtkButton            *save_button;
  GtkRevealer          *draft_bar;
};

G_DEFINE_FINAL_TYPE (TendWording, tend_wording, ADW_TYPE_WINDOW)

static char *
dup_text (TendWording *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_text (TendWording *self,
          const char  *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

static void
show_pages (TendWording  *self,
            TendDocument *document)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, page);
  for (int i = 0; i < tend_document_get_n_pages (document); i++)
    gtk_box_append (self->pages, tend_page_view_new (document, i));
}

/* Makes the document of what is typed; the old pages stay while it has a fault. */
static void
try_wording (TendWording *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDocument) document = NULL;

  g_clear_handle_id (&self->try_timeout, g_source_remove);
  if (self->values == NULL)
    return;

  document = self->use->make (self->values, text, &error);
  gtk_label_set_label (self->fault, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), error != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), error == NULL);
  if (document != NULL)
    show_pages (self, document);
}

static gboolean
try_timeout_cb (gpointer data)
{
  TendWording *self = data;

  self->try_timeout = 0;
  try_wording (self);

  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (TendWording *self)
{
  g_clear_handle_id (&self->try_timeout, g_source_remove);
  self->try_timeout = g_timeout_add (TRY_DELAY, try_timeout_cb, self);
}

static void
values_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr(TendWording) self = data;
  g_autoptr(GError) error = NULL;

  /* Freed with the window, which may have gone from view by now. */
  self->values = tend_session_finish (TEND_SESSION (source), result, &error);
  if (self->view == NULL)
    return;
  if (self->values == NULL)
    {
      gtk_label_set_label (self->fault, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
      return;
    }

  try_wording (self);
}

static void
draft_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(TendWording) self = data;
  g_autofree char *draft = tend_draft_read_finish (TEND_SESSION (source), result);

  if (draft == NULL || self->view == NULL)
    return;

  set_text (self, draft);
  gtk_revealer_set_reveal_child (self->draft_bar, TRUE);
}

static void
start_over_cb (TendWording *self)
{
  set_text (self, self->original);
  gtk_revealer_set_reveal_child (self->draft_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
standard_cb (TendWording *self)
{
  set_text (self, self->standard);
}

static void
place_cb (TendWording   *self,
          GtkListBoxRow *row)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autofree char *place = g_strdup_printf ("{{%s}}", gtk_widget_get_name (GTK_WIDGET (row)));

  gtk_menu_button_popdown (self->places_button);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, place, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
fill_places (TendWording *self)
{
  gsize n;
  const TendPlaceholder *places = self->use->places (&n);

  for (gsize i = 0; i < n; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (_(places[i].description));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_name (row, places[i].name);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _(places[i].description), -1);
      gtk_list_box_append (self->places, row);
    }
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(TendWording) self = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (source), result, &error);
  if (self->view == NULL)
    return;
  if (error != NULL)
    {
      gtk_label_set_label (self->fault, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->fault), TRUE);
      return;
    }

  self->saved = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* What is on its way to the vault; the window, which owns the rest, waits for it. */
typedef struct
{
  const TendWordingUse *use;
  gpointer              data;
  char                 *wording;
} Saving;

static void
saving_free (gpointer data)
{
  g_free (((Saving *) data)->wording);
  g_free (data);
}

static gpointer
save_wording (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  Saving *saving = data;

  saving->use->save (vault, saving->wording, saving->data, error);
  return NULL;
}

static void
save_cb (TendWording *self)
{
  g_autofree char *text = dup_text (self);
  Saving *saving;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save_button)))
    return;

  saving = g_new0 (Saving, 1);
  saving->use = self->use;
  saving->data = self->data;
  saving->wording = g_str_equal (text, self->standard) ? NULL : g_steal_pointer (&text);
  tend_session_change (self->session, save_wording, saving, saving_free, NULL, saved_cb,
                       g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save_cb (TEND_WORDING (widget));
}

static gboolean
tend_wording_close_request (GtkWindow *window)
{
  TendWording *self = TEND_WORDING (window);
  g_autofree char *text = dup_text (self);
  gboolean changed = !self->saved && !g_str_equal (text, self->original);

  tend_draft_keep (self->session, self->draft_key, changed ? text : NULL);

  return GTK_WINDOW_CLASS (tend_wording_parent_class)->close_request (window);
}

static void
tend_wording_dispose (GObject *object)
{
  TendWording *self = TEND_WORDING (object);

  g_clear_handle_id (&self->try_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_WORDING);
  g_clear_object (&self->session);
  g_clear_pointer (&self->standard, g_free);
  g_clear_pointer (&self->original, g_free);
  g_clear_pointer (&self->draft_key, g_free);

  G_OBJECT_CLASS (tend_wording_parent_class)->dispose (object);
}

/* The worker may use the data until its last answer has come, and with it the last hold. */
static void
tend_wording_finalize (GObject *object)
{
  TendWording *self = TEND_WORDING (object);

  g_clear_pointer (&self->values, self->use->free_values);
  g_clear_pointer (&self->data, self->free_data);

  G_OBJECT_CLASS (tend_wording_parent_class)->finalize (object);
}

static void
tend_wording_class_init (TendWordingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_wording_dispose;
  G_OBJECT_CLASS (klass)->finalize = tend_wording_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tend_wording_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-wording.ui");
  gtk_widget_class_bind_template_child (widget_class, TendWording, view);
  gtk_widget_class_bind_template_child (widget_class, TendWording, pages);
  gtk_widget_class_bind_template_child (widget_class, TendWording, fault);
  gtk_widget_class_bind_template_child (widget_class, TendWording, places);
  gtk_widget_class_bind_template_child (widget_class, TendWording, places_button);
  gtk_widget_class_bind_template_child (widget_class, TendWording, save_button);
  gtk_widget_class_bind_template_child (widget_class, TendWording, draft_bar);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, standard_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_over_cb);

  gtk_widget_class_install_action (widget_class, "wording.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "wording.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_wording_init (TendWording *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

void
tend_wording_present (GtkWidget            *parent,
                      TendSession          *session,
                      const TendWordingUse *use,
                      const char           *wording,
                      const char           *draft_key,
                      gpointer              data,
                      GDestroyNotify        free_data)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  TendWording *self = g_object_new (TEND_TYPE_WORDING, "transient-for", root,
                                    "title", _(use->title), NULL);

  self->session = g_object_ref (session);
  self->use = use;
  self->data = data;
  self->free_data = free_data;
  self->standard = tend_template_load (use->template_name, NULL);
  if (self->standard == NULL)
    self->standard = g_strdup ("");
  self->original = g_strdup (wording != NULL ? wording : self->standard);
  self->draft_key = g_strdup (draft_key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(use->label), -1);
  fill_places (self);
  set_text (self, self->original);

  tend_session_query (session, use->load, data, NULL, use->free_values, NULL, values_loaded_cb,
                      g_object_ref (self));
  tend_draft_read (session, self->draft_key, draft_read_cb, g_object_ref (self));

  tend_dialog_fit (GTK_WINDOW (self), root);
  gtk_window_present (GTK_WINDOW (self));
}
