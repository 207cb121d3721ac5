/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-scan-page.h"

#include "tend-page-view.h"

#include <glib/gi18n-lib.h>

struct _TendScanPage
{
  GtkWidget     parent_instance;

  TendScan     *scan;
  int           page;
  double        zoom;
  gboolean      wanted;
  GdkTexture   *texture;     /* NULL until it is drawn */
  int           asked;       /* the width in pixels that it was last asked for; 0: none */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (TendScanPage, tend_scan_page, GTK_TYPE_WIDGET)

/* One drawing of a page, in a thread. */
typedef struct
{
  TendScan *scan;
  int       page;
  int       width;
  char     *text;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  tend_scan_unref (drawing->scan);
  g_free (drawing->text);
  g_free (drawing);
}

static void
draw (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  Drawing *drawing = data;
  GError *error = NULL;
  GdkTexture *texture = tend_scan_render (drawing->scan, drawing->page, drawing->width,
                                          &drawing->text, cancellable, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  TendScanPage *self = TEND_SCAN_PAGE (source);
  Drawing *drawing = g_task_get_task_data (G_TASK (result));
  g_autoptr(GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (texture == NULL || self->asked != drawing->width)
    return; /* scrolled or zoomed on */

  g_set_object (&self->texture, texture);
  if (drawing->text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, drawing->text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget (TendScanPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->asked = 0;
}

/* What was drawn for another width stays on view until the new drawing is there. */
static void
ask (TendScanPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget) * gtk_widget_get_scale_factor (widget);
  g_autoptr(GTask) task = NULL;
  Drawing *drawing;

  if (!self->wanted || width < 1 || width == self->asked)
    return;

  forget (self);
  self->asked = width;
  self->cancellable = g_cancellable_new ();

  drawing = g_new0 (Drawing, 1);
  drawing->scan = tend_scan_ref (self->scan);
  drawing->page = self->page;
  drawing->width = width;
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_task_data (task, drawing, drawing_free);
  g_task_run_in_thread (task, draw);
}

static GtkSizeRequestMode
tend_scan_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tend_scan_page_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TendScanPage *self = TEND_SCAN_PAGE (widget);
  double width, height;

  tend_scan_get_page_size (self->scan, self->page, &width, &height);
  tend_page_measure (width, height, self->zoom, orientation, for_size, minimum, natural);
}

static void
tend_scan_page_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  ask (TEND_SCAN_PAGE (widget));
}

static void
tend_scan_page_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TendScanPage *self = TEND_SCAN_PAGE (widget);
  int shown = gtk_widget_get_width (widget);
  double width, height;
  graphene_rect_t paper;

  tend_scan_get_page_size (self->scan, self->page, &width, &height);
  graphene_rect_init (&paper, 0, 0, shown, (float) (shown * height / width));

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &paper);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &paper);
}

static void
tend_scan_page_dispose (GObject *object)
{
  TendScanPage *self = TEND_SCAN_PAGE (object);

  forget (self);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->scan, tend_scan_unref);

  G_OBJECT_CLASS (tend_scan_page_parent_class)->dispose (object);
}

static void
tend_scan_page_class_init (TendScanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_scan_page_dispose;
  widget_class->get_request_mode = tend_scan_page_get_request_mode;
  widget_class->measure = tend_scan_page_measure;
  widget_class->size_allocate = tend_scan_page_size_allocate;
  widget_class->snapshot = tend_scan_page_snapshot;

  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tend_scan_page_init (TendScanPage *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tend_scan_page_new (TendScan *scan,
                    int       page)
{
  TendScanPage *self = g_object_new (TEND_TYPE_SCAN_PAGE, NULL);
  g_autofree char *label = g_strdup_printf (_("Page %d of %d"), page + 1,
                                            tend_scan_get_n_pages (scan));

  self->scan = tend_scan_ref (scan);
  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

void
tend_scan_page_set_zoom (TendScanPage *self,
                         double        zoom)
{
  g_return_if_fail (TEND_IS_SCAN_PAGE (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
tend_scan_page_set_wanted (TendScanPage *self,
                           gboolean      wanted)
{
  g_return_if_fail (TEND_IS_SCAN_PAGE (self));

  self->wanted = wanted;
  if (!wanted)
    {
      forget (self);
      g_clear_object (&self->texture);
    }
  ask (self);
}
