/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-progress.h"

#include "tend-dialog.h"

#include <glib/gi18n-lib.h>

struct _TendProgress
{
  AdwWindow       parent_instance;

  GCancellable   *cancellable;
  gint            thousandths; /* atomic; -1: not known */
  guint           ticking;     /* source */
  gboolean        finished;

  GtkLabel       *title;
  GtkLabel       *text;
  GtkProgressBar *bar;
  GtkButton      *button;
};

G_DEFINE_FINAL_TYPE (TendProgress, tend_progress, ADW_TYPE_WINDOW)

static gboolean
tick_cb (gpointer data)
{
  TendProgress *self = data;
  int thousandths = g_atomic_int_get (&self->thousandths);

  if (thousandths < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, thousandths / 1000.0);

  return G_SOURCE_CONTINUE;
}

static void
button_cb (TendProgress *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* Closing while it works means to stop it; the window goes when the work has ended. */
static gboolean
tend_progress_close_request (GtkWindow *window)
{
  TendProgress *self = TEND_PROGRESS (window);

  if (!self->finished)
    {
      g_cancellable_cancel (self->cancellable);
      gtk_label_set_label (self->text, _("Stopping…"));
      gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (tend_progress_parent_class)->close_request (window);
}

static void
tend_progress_dispose (GObject *object)
{
  TendProgress *self = TEND_PROGRESS (object);

  g_clear_handle_id (&self->ticking, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_PROGRESS);

  G_OBJECT_CLASS (tend_progress_parent_class)->dispose (object);
}

static void
tend_progress_class_init (TendProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_progress_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tend_progress_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, TendProgress, title);
  gtk_widget_class_bind_template_child (widget_class, TendProgress, text);
  gtk_widget_class_bind_template_child (widget_class, TendProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, TendProgress, button);
  gtk_widget_class_bind_template_callback (widget_class, button_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_progress_init (TendProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  self->thousandths = -1;
  self->ticking = g_timeout_add (80, tick_cb, self);
}

TendProgress *
tend_progress_present (GtkWidget  *parent,
                       const char *title,
                       const char *text)
{
  TendProgress *self;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  root = gtk_widget_get_root (parent);
  self = g_object_new (TEND_TYPE_PROGRESS, "title", title, "transient-for", root, NULL);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  tend_dialog_fit (GTK_WINDOW (self), gtk_widget_get_root (parent));
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

GCancellable *
tend_progress_get_cancellable (TendProgress *self)
{
  g_return_val_if_fail (TEND_IS_PROGRESS (self), NULL);

  return self->cancellable;
}

void
tend_progress_report (double   fraction,
                      gpointer progress)
{
  TendProgress *self = progress;

  g_atomic_int_set (&self->thousandths, (int) (CLAMP (fraction, 0, 1) * 1000));
}

void
tend_progress_finish (TendProgress *self,
                      const char   *title,
                      const char   *text)
{
  g_return_if_fail (TEND_IS_PROGRESS (self));

  self->finished = TRUE;
  g_clear_handle_id (&self->ticking, g_source_remove);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  gtk_button_set_label (self->button, _("_Close"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
}
