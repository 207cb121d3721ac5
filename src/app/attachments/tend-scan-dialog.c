/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-scan-dialog.h"

#include "tend-attachments.h"
#include "tend-dialog.h"
#include "tend-page.h"
#include "tend-save-copy.h"
#include "tend-scan-page.h"
#include "tend-zoom.h"

#include <glib/gi18n-lib.h>

/**
 * TendScanDialog:
 *
 * The pages of what others made, one below the other; only those near the view are drawn.
 */
#define TEND_TYPE_SCAN_DIALOG (tend_scan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendScanDialog, tend_scan_dialog, TEND, SCAN_DIALOG, AdwWindow)

struct _TendScanDialog
{
  AdwWindow          parent_instance;

  TendSession       *session;
  TendRecord        *attachment;  /* (nullable): NULL: it is kept nowhere */
  GCancellable      *cancellable;
  double             zoom;

  AdwToastOverlay   *toasts;
  AdwWindowTitle    *title;
  GtkStack          *stack;
  GtkLabel          *fault;
  GtkScrolledWindow *scroller;
  GtkBox            *pages;
  GtkWidget         *bar;
};

G_DEFINE_FINAL_TYPE (TendScanDialog, tend_scan_dialog, ADW_TYPE_WINDOW)

/* Loading. */

static void
load (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  TendMedia media = GPOINTER_TO_INT (g_object_get_data (data, "media"));
  GError *error = NULL;
  TendScan *scan = tend_scan_load (data, media, cancellable, &error);

  if (scan != NULL)
    g_task_return_pointer (task, scan, (GDestroyNotify) tend_scan_unref);
  else
    g_task_return_error (task, error);
}

static void
show_fault (TendScanDialog *self,
            const char     *message)
{
  gtk_label_set_label (self->fault, message);
  gtk_stack_set_visible_child_name (self->stack, "fault");
}

static void
update_wanted (TendScanDialog *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->scroller));

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));
       page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      graphene_rect_t place;

      if (gtk_widget_compute_bounds (page, GTK_WIDGET (self->scroller), &place))
        tend_scan_page_set_wanted (TEND_SCAN_PAGE (page),
                                   place.origin.y < 2 * height &&
                                   place.origin.y + place.size.height > -height);
    }
}

/* "3 pages"; a picture has none. */
static char *
describe (TendRecord *attachment,
          int         n_pages)
{
  TendMedia media =
    attachment != NULL ? tend_media_from_type (tend_record_get_text (attachment, "media_type"))
                       : TEND_MEDIA_PDF;

  return media == TEND_MEDIA_PDF
         ? g_strdup_printf (ngettext ("%d page", "%d pages", (gulong) n_pages), n_pages)
         : g_strdup (tend_media_name (media));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  TendScanDialog *self = TEND_SCAN_DIALOG (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendScan) scan = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *count = NULL;
  int n_pages;

  if (self->stack == NULL)
    return;
  if (scan == NULL)
    {
      show_fault (self, error->message);
      return;
    }

  n_pages = tend_scan_get_n_pages (scan);
  count = describe (self->attachment, n_pages);
  adw_window_title_set_subtitle (self->title, count);
  for (int i = 0; i < n_pages; i++)
    gtk_box_append (self->pages, tend_scan_page_new (scan, i));
  gtk_stack_set_visible_child_name (self->stack, "pages");
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->pages)));
}

/* @stream: taken */
static void
show_stream (TendScanDialog *self,
             GInputStream   *stream,
             TendMedia       media)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, loaded_cb, NULL);

  g_object_set_data (G_OBJECT (stream), "media", GINT_TO_POINTER (media));
  g_task_set_task_data (task, stream, g_object_unref);
  g_task_run_in_thread (task, load);
}

static gpointer
open_stream (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  return tend_attachment_open (vault, data, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendScanDialog) self = data;
  g_autoptr(GError) error = NULL;
  GInputStream *stream = tend_session_finish (TEND_SESSION (source), result, &error);
  TendMedia media;

  if (self->stack == NULL)
    {
      g_clear_object (&stream);
      return;
    }
  media = tend_media_from_type (tend_record_get_text (self->attachment, "media_type"));
  if (stream == NULL || media == TEND_MEDIA_UNKNOWN || !tend_scan_can_show (media))
    {
      show_fault (self, stream == NULL ? error->message
                                       : _("This computer cannot show this kind of file. Save a "
                                           "copy to open it with another program."));
      g_clear_object (&stream);
      return;
    }

  show_stream (self, stream, media);
}

/* Looking. */

static void
set_zoom (TendScanDialog *self,
          double          zoom)
{
  self->zoom = zoom;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));
       page != NULL;
       page = gtk_widget_get_next_sibling (page))
    tend_scan_page_set_zoom (TEND_SCAN_PAGE (page), zoom);
}

/* What is shown now, also where it came from fitting the first page. */
static double
current_zoom (TendScanDialog *self)
{
  GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages));
  int natural;

  if (self->zoom > 0 || page == NULL)
    return self->zoom > 0 ? self->zoom : 1;

  /* While it fits, its natural width is that on paper. */
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return gtk_widget_get_width (page) / (natural * 72.0 / 96.0);
}

static void
zoom_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TendScanDialog *self = TEND_SCAN_DIALOG (widget);

  set_zoom (self, tend_zoom_step (action, current_zoom (self)));
}

/* A copy. */

typedef struct
{
  GtkWidget *parent;
  char      *file_name;
} Copy;

static gboolean
write_copy (const char  *path,
            gpointer     stream,
            GError     **error)
{
  g_autoptr(GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr(GBytes) bytes = NULL;

  if (g_output_stream_splice (output, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return FALSE;

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
  return tend_save_bytes (path, bytes, error);
}

static void
copy_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  Copy *copy = data;
  g_autoptr(GError) error = NULL;
  GInputStream *stream = tend_session_finish (TEND_SESSION (source), result, &error);

  if (gtk_widget_get_root (copy->parent) == NULL)
    g_clear_object (&stream);
  else if (stream == NULL)
    tend_toast (copy->parent, error->message);
  else
    tend_save_copy (copy->parent, _("Save a Copy"), copy->file_name, _("the whole document"),
                    write_copy, stream, g_object_unref);

  g_object_unref (copy->parent);
  g_free (copy->file_name);
  g_free (copy);
}

void
tend_scan_save_copy (GtkWidget   *parent,
                     TendSession *session,
                     TendRecord  *attachment)
{
  TendMedia media = tend_media_from_type (tend_record_get_text (attachment, "media_type"));
  Copy *copy = g_new (Copy, 1);

  copy->parent = g_object_ref (parent);
  /* A name that tells nobody whose it is. */
  copy->file_name = g_strconcat (_("document"), tend_media_ending (media), NULL);
  tend_session_query (session, open_stream, g_object_ref (attachment), g_object_unref,
                      g_object_unref, NULL, copy_opened_cb, copy);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TendScanDialog *self = TEND_SCAN_DIALOG (widget);

  tend_scan_save_copy (GTK_WIDGET (self->stack), self->session, self->attachment);
}

static void
toast_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  tend_toast_in (TEND_SCAN_DIALOG (widget)->toasts, g_variant_get_string (parameter, NULL));
}

/* The window. */

static void
tend_scan_dialog_dispose (GObject *object)
{
  TendScanDialog *self = TEND_SCAN_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_SCAN_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->attachment);

  G_OBJECT_CLASS (tend_scan_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct { guint key; GdkModifierType modifiers; const char *action; } keys[] = {
    { GDK_KEY_s, GDK_CONTROL_MASK, "scan.save" },
    { GDK_KEY_Escape, 0, "window.close" },
  };

  gtk_widget_class_install_action (widget_class, "scan.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
  tend_zoom_install (widget_class, zoom_action);
}

static void
tend_scan_dialog_class_init (TendScanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_scan_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-scan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendScanDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TendScanDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TendScanDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TendScanDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, TendScanDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, TendScanDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, TendScanDialog, bar);
  install_actions (widget_class);
}

static void
tend_scan_dialog_init (TendScanDialog *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  tend_dialog_close_on_escape (adw_toast_overlay_get_child (self->toasts));
  self->cancellable = g_cancellable_new ();

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (update_wanted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (update_wanted), self,
                           G_CONNECT_SWAPPED);
}

GtkWindow *
tend_scan_dialog_present_made (GtkWidget    *parent,
                               const char   *title,
                               GCancellable *cancellable)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  TendScanDialog *self = g_object_new (TEND_TYPE_SCAN_DIALOG, "transient-for", root, NULL);

  g_set_object (&self->cancellable, cancellable);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scan.save", FALSE);
  gtk_widget_set_visible (self->bar, FALSE);
  tend_dialog_fit (GTK_WINDOW (self), root);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WINDOW (self);
}

void
tend_scan_dialog_show_made (GtkWindow  *window,
                            GBytes     *pdf,
                            const char *fault)
{
  TendScanDialog *self = TEND_SCAN_DIALOG (window);

  if (pdf != NULL)
    show_stream (self, g_memory_input_stream_new_from_bytes (pdf), TEND_MEDIA_PDF);
  else
    show_fault (self, fault);
}

void
tend_scan_dialog_present (GtkWidget   *parent,
                          TendSession *session,
                          TendRecord  *attachment)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  TendScanDialog *self = g_object_new (TEND_TYPE_SCAN_DIALOG, "transient-for", root, NULL);
  const char *title = tend_record_get_text (attachment, "title");

  self->session = g_object_ref (session);
  self->attachment = tend_record_copy (attachment);
  adw_window_title_set_title (self->title, title != NULL ? title
                                           : tend_record_get_text (attachment, "name"));
  tend_session_query (session, open_stream, g_object_ref (self->attachment), g_object_unref,
                      g_object_unref, self->cancellable, opened_cb, g_object_ref (self));

  tend_dialog_fit (GTK_WINDOW (self), root);
  gtk_window_present (GTK_WINDOW (self));
}
