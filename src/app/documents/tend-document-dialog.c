/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-document-dialog.h"

#include "tend-compat.h"
#include "tend-dialog.h"
#include "tend-output.h"
#include "tend-page-view.h"
#include "tend-pdf-writer.h"
#include "tend-zoom.h"

#include <glib/gi18n-lib.h>

/**
 * TendDocumentDialog:
 *
 * Pages as they print, one below the other.
 */
#define TEND_TYPE_DOCUMENT_DIALOG (tend_document_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendDocumentDialog, tend_document_dialog, TEND, DOCUMENT_DIALOG, AdwWindow)

struct _TendDocumentDialog
{
  AdwWindow               parent_instance;

  TendDocument           *document;
  char                   *name;
  char                   *contains;
  double                  zoom;
  TendDocumentActionFunc  on_action;
  gpointer                user_data;
  gboolean                turning_back;

  AdwToastOverlay        *toasts;
  AdwWindowTitle         *title;
  GtkBox                 *pages;
  GtkButton              *action_button;
  GtkBox                 *switch_bar;
  GtkWidget              *turned;  /* the switch that was turned last, in it; NULL: none */
};

G_DEFINE_FINAL_TYPE (TendDocumentDialog, tend_document_dialog, ADW_TYPE_WINDOW)

static guint taken_signal;

static void
say (TendDocumentDialog *self,
     const char         *message)
{
  /* A toast's title is markup, and a path may hold an ampersand. */
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
toast_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  say (TEND_DOCUMENT_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

/* The PDF on its way to a file: page by page, and then in another thread. */
typedef struct
{
  TendDocumentDialog *dialog;  /* owned until it is written */
  char               *path;
  TendPdfWriter      *writer;
  GBytes             *bytes;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_clear_object (&copy->dialog);
  g_free (copy->path);
  g_clear_pointer (&copy->writer, tend_pdf_writer_free);
  g_clear_pointer (&copy->bytes, g_bytes_unref);
  g_free (copy);
}

static void
write_copy (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Copy *copy = data;
  GError *error = NULL;

  if (tend_output_write (copy->path, copy->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  TendDocumentDialog *self = TEND_DOCUMENT_DIALOG (source);
  g_autoptr(GError) error = NULL;

  if (self->toasts == NULL)
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      say (self, _("Saved as a PDF."));
      gtk_widget_activate_action (GTK_WIDGET (self), "document.taken", NULL);
    }
  else
    say (self, error->message);
}

/* Each page takes a moment, and there may be a hundred: one, and then whatever else is to be
 * done. */
static gboolean
write_page_cb (gpointer data)
{
  Copy *copy = data;
  g_autoptr(TendDocumentDialog) self = NULL;
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;

  if (tend_pdf_writer_step (copy->writer))
    return G_SOURCE_CONTINUE;

  self = g_steal_pointer (&copy->dialog);
  copy->bytes = tend_pdf_writer_finish (copy->writer, &error);
  g_clear_pointer (&copy->writer, tend_pdf_writer_free); /* on the thread of its document */
  if (copy->bytes == NULL)
    {
      if (self->toasts != NULL)
        say (self, error->message);
      copy_free (copy);
      return G_SOURCE_REMOVE;
    }

  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, copy, copy_free);
  g_task_run_in_thread (task, write_copy);
  return G_SOURCE_REMOVE;
}

static void
file_chosen_cb (const char *path,
                gpointer    data)
{
  TendDocumentDialog *self = data;
  Copy *copy;

  /* Closed while the question was open. */
  if (self->document == NULL)
    return;

  copy = g_new0 (Copy, 1);
  copy->dialog = g_object_ref (self);
  copy->path = g_strdup (path);
  copy->writer = tend_pdf_writer_new (self->document);
  g_idle_add (write_page_cb, copy);
}

static void
save_accepted_cb (gpointer data)
{
  TendDocumentDialog *self = data;
  g_autofree char *file_name = g_strconcat (self->name, ".pdf", NULL);

  tend_compat_save_file (GTK_WIDGET (self), _("Save as PDF"), file_name, file_chosen_cb,
                         g_object_ref (self), g_object_unref);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TendDocumentDialog *self = TEND_DOCUMENT_DIALOG (widget);
  g_autofree char *body = g_strdup_printf (
    _("It contains %s. The copy is not locked: anyone who can open the file can read it."),
    self->contains);

  tend_compat_confirm (widget, _("Save a copy outside Tend?"), body, _("_Choose Where…"), FALSE,
                       save_accepted_cb, self);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  TendDocumentDialog *self = TEND_DOCUMENT_DIALOG (widget);

  tend_document_print (widget, self->document, self->name);
}

static void
taken_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_signal_emit (widget, taken_signal, 0);
}

static void
set_zoom (TendDocumentDialog *self,
          double              zoom)
{
  self->zoom = zoom;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));
       page != NULL;
       page = gtk_widget_get_next_sibling (page))
    tend_page_view_set_zoom (TEND_PAGE_VIEW (page), zoom);
}

/* What is shown now, also where it came from fitting the page. */
static double
current_zoom (TendDocumentDialog *self)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));
  double width, height;

  tend_document_get_page_size (self->document, &width, &height);
  return self->zoom > 0 ? self->zoom : gtk_widget_get_width (page) / width;
}

static void
zoom_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TendDocumentDialog *self = TEND_DOCUMENT_DIALOG (widget);

  set_zoom (self, tend_zoom_step (action, current_zoom (self)));
}

static void
action_clicked_cb (TendDocumentDialog *self)
{
  if (self->on_action != NULL)
    self->on_action (GTK_WINDOW (self), self->user_data);
}

/* While another document is made, this one does not leave the window. */
static void
set_ready (TendDocumentDialog *self,
           gboolean            ready)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "document.save", ready);
  gtk_widget_set_sensitive (GTK_WIDGET (self->switch_bar), ready);
}

/* What a switch does; kept by its button. */
typedef struct
{
  TendDocumentSwitchFunc  func;
  gpointer                user_data;
  GDestroyNotify          free_user_data;
} Switch;

static void
switch_free (gpointer data)
{
  Switch *turned = data;

  if (turned->free_user_data != NULL)
    turned->free_user_data (turned->user_data);
  g_free (turned);
}

static void
switched_cb (TendDocumentDialog *self,
             GtkCheckButton     *button)
{
  Switch *turned = g_object_get_data (G_OBJECT (button), "switch");

  if (self->turning_back)
    return;

  self->turned = GTK_WIDGET (button);
  set_ready (self, FALSE);
  turned->func (GTK_WINDOW (self), gtk_check_button_get_active (button), turned->user_data);
}

static void
turn_back (TendDocumentDialog *self)
{
  GtkCheckButton *button = GTK_CHECK_BUTTON (self->turned);

  self->turning_back = TRUE;
  gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
  self->turning_back = FALSE;
}

static void
tend_document_dialog_dispose (GObject *object)
{
  TendDocumentDialog *self = TEND_DOCUMENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_DOCUMENT_DIALOG);
  g_clear_pointer (&self->document, tend_document_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->contains, g_free);

  G_OBJECT_CLASS (tend_document_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { guint key; GdkModifierType modifiers; const char *action; } keys[] = {
    { GDK_KEY_p, GDK_CONTROL_MASK, "document.print" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "document.save" },
    { GDK_KEY_Escape, 0, "window.close" },
  };

  gtk_widget_class_install_action (widget_class, "document.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "document.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "document.taken", NULL, taken_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  tend_zoom_install (widget_class, zoom_action);
}

static void
tend_document_dialog_class_init (TendDocumentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_document_dialog_dispose;

  taken_signal = g_signal_new ("taken", TEND_TYPE_DOCUMENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-document-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendDocumentDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TendDocumentDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TendDocumentDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, TendDocumentDialog, action_button);
  gtk_widget_class_bind_template_child (widget_class, TendDocumentDialog, switch_bar);
  gtk_widget_class_bind_template_callback (widget_class, action_clicked_cb);
  install_actions (widget_class);
}

static void
tend_document_dialog_init (TendDocumentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_dialog_close_on_escape (adw_toast_overlay_get_child (self->toasts));
}

static void
show_document (TendDocumentDialog *self,
               TendDocument       *document,
               const char         *name,
               const char         *contains)
{
  int n_pages = tend_document_get_n_pages (document);
  g_autofree char *count = g_strdup_printf (ngettext ("%d page", "%d pages", (gulong) n_pages),
                                            n_pages);
  GtkWidget *page;

  g_clear_pointer (&self->document, tend_document_unref);
  self->document = tend_document_ref (document);
  g_free (self->name);
  self->name = g_strdup (name);
  g_free (self->contains);
  self->contains = g_strdup (contains);

  /* The desktop shows a window's title to whoever looks over a shoulder. */
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_title (self->title, tend_document_get_title (document));
  adw_window_title_set_subtitle (self->title, count);

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, page);
  for (int i = 0; i < n_pages; i++)
    gtk_box_append (self->pages, tend_page_view_new (document, i));
}

void
tend_document_dialog_show (GtkWindow    *dialog,
                           TendDocument *document,
                           const char   *name,
                           const char   *contains)
{
  TendDocumentDialog *self = TEND_DOCUMENT_DIALOG (dialog);

  if (document == NULL)
    turn_back (self);
  else
    {
      show_document (self, document, name, contains);
      set_zoom (self, self->zoom);
    }
  set_ready (self, TRUE);
  gtk_widget_grab_focus (self->turned);
}

void
tend_document_dialog_add_switch (GtkWindow              *dialog,
                                 const char             *label,
                                 gboolean                chosen,
                                 TendDocumentSwitchFunc  func,
                                 gpointer                user_data,
                                 GDestroyNotify          free_user_data)
{
  TendDocumentDialog *self = TEND_DOCUMENT_DIALOG (dialog);
  GtkWidget *button = gtk_check_button_new_with_mnemonic (label);
  Switch *turned = g_new0 (Switch, 1);
  g_auto(GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *name = g_strjoinv ("", parts);

  g_return_if_fail (func != NULL);

  *turned = (Switch) { func, user_data, free_user_data };
  g_object_set_data_full (G_OBJECT (button), "switch", turned, switch_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), chosen);
  /* GTK 4.8 has the underline in the name that is heard. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->switch_bar, button);
  gtk_widget_set_visible (GTK_WIDGET (self->switch_bar), TRUE);
}

GtkWindow *
tend_document_dialog_present (GtkWidget              *parent,
                              TendDocument           *document,
                              const char             *name,
                              const char             *contains,
                              const char             *action,
                              TendDocumentActionFunc  on_action,
                              gpointer                user_data)
{
  TendDocumentDialog *self;

  g_return_val_if_fail (document != NULL, NULL);

  self = g_object_new (TEND_TYPE_DOCUMENT_DIALOG,
                       "transient-for", parent != NULL ? gtk_widget_get_root (parent) : NULL, NULL);
  self->on_action = on_action;
  self->user_data = user_data;

  gtk_widget_set_visible (GTK_WIDGET (self->action_button), action != NULL);
  if (action != NULL)
    gtk_button_set_label (self->action_button, action);
  show_document (self, document, name, contains);
  tend_dialog_fit (GTK_WINDOW (self), parent != NULL ? gtk_widget_get_root (parent) : NULL);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->pages)));

  return GTK_WINDOW (self);
}
