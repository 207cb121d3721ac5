/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-page-view.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* Pixels for a point at which a page is as large as on paper, on a usual screen. */
#define PAPER_SCALE (96.0 / 72.0)
#define SMALLEST    160

struct _TendPageView
{
  GtkWidget      parent_instance;

  TendDocument  *document;
  int            page;
  double         zoom;
  GtkAdjustment *scrolled; /* (nullable): of what it is in, while it is on view */
  gboolean       drawn;
};

G_DEFINE_FINAL_TYPE (TendPageView, tend_page_view, GTK_TYPE_WIDGET)

void
tend_page_measure (double          width,
                   double          height,
                   double          zoom,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural)
{
  double scale = zoom > 0 ? zoom : PAPER_SCALE;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = (int) ceil (width * scale);
      *minimum = zoom > 0 ? *natural : MIN (SMALLEST, *natural);
    }
  else
    {
      double shown = for_size >= 0 ? for_size : width * scale;

      *minimum = *natural = (int) ceil (MIN (shown, width * scale) * height / width);
    }
}

static GtkSizeRequestMode
tend_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tend_page_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TendPageView *self = TEND_PAGE_VIEW (widget);
  double width, height;

  tend_document_get_page_size (self->document, &width, &height);
  tend_page_measure (width, height, self->zoom, orientation, for_size, minimum, natural);
}

static GtkWidget *
find_viewport (TendPageView *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
}

/* Or within a screen of it: of a hundred pages only a few are drawn at a time. */
static gboolean
is_in_sight (TendPageView *self)
{
  GtkWidget *content =
    self->scrolled != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (find_viewport (self))) : NULL;
  graphene_rect_t bounds;
  double top, size;

  if (content == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), content, &bounds))
    return TRUE;

  top = gtk_adjustment_get_value (self->scrolled);
  size = gtk_adjustment_get_page_size (self->scrolled);
  return bounds.origin.y < top + 2 * size && bounds.origin.y + bounds.size.height > top - size;
}

static void
scrolled_cb (TendPageView *self)
{
  if (!self->drawn && is_in_sight (self))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tend_page_view_map (GtkWidget *widget)
{
  TendPageView *self = TEND_PAGE_VIEW (widget);
  GtkWidget *viewport = find_viewport (self);

  GTK_WIDGET_CLASS (tend_page_view_parent_class)->map (widget);

  if (viewport == NULL)
    return;
  g_set_object (&self->scrolled, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)));
  g_signal_connect_object (self->scrolled, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scrolled, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
tend_page_view_unmap (GtkWidget *widget)
{
  TendPageView *self = TEND_PAGE_VIEW (widget);

  if (self->scrolled != NULL)
    g_signal_handlers_disconnect_by_func (self->scrolled, scrolled_cb, self);
  g_clear_object (&self->scrolled);

  GTK_WIDGET_CLASS (tend_page_view_parent_class)->unmap (widget);
}

static void
tend_page_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TendPageView *self = TEND_PAGE_VIEW (widget);
  int shown = gtk_widget_get_width (widget);
  double width, height, scale;
  graphene_rect_t paper;
  cairo_t *cr;

  tend_document_get_page_size (self->document, &width, &height);
  scale = shown / width;
  graphene_rect_init (&paper, 0, 0, shown, (float) (height * scale));

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &paper);
  self->drawn = is_in_sight (self);
  if (!self->drawn)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_scale (cr, scale, scale);
  tend_document_draw_page (self->document, cr, self->page);
  cairo_destroy (cr);
}

static void
tend_page_view_finalize (GObject *object)
{
  TendPageView *self = TEND_PAGE_VIEW (object);

  g_clear_pointer (&self->document, tend_document_unref);

  G_OBJECT_CLASS (tend_page_view_parent_class)->finalize (object);
}

static void
tend_page_view_class_init (TendPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tend_page_view_finalize;
  widget_class->get_request_mode = tend_page_view_get_request_mode;
  widget_class->measure = tend_page_view_measure;
  widget_class->map = tend_page_view_map;
  widget_class->unmap = tend_page_view_unmap;
  widget_class->snapshot = tend_page_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tend_page_view_init (TendPageView *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tend_page_view_new (TendDocument *document,
                    int           page)
{
  TendPageView *self = g_object_new (TEND_TYPE_PAGE_VIEW, NULL);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  self->document = tend_document_ref (document);
  self->page = page;
  label = g_strdup_printf (_("Page %d of %d"), page + 1, tend_document_get_n_pages (document));
  text = tend_document_dup_page_text (document, page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);

  return GTK_WIDGET (self);
}

gboolean
tend_page_view_is_drawn (TendPageView *self)
{
  g_return_val_if_fail (TEND_IS_PAGE_VIEW (self), FALSE);

  return self->drawn;
}

void
tend_page_view_set_zoom (TendPageView *self,
                         double        zoom)
{
  g_return_if_fail (TEND_IS_PAGE_VIEW (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
