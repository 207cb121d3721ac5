/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-scan.h"

#include "tend-foreign.h"

#include <math.h>

/* Pixels.  What is kept of a picture shows the small print of a letter. */
#define KEPT_PIXELS    (12 * 1000 * 1000)
#define DRAWN_PIXELS   (24 * 1000 * 1000)
#define DRAWN_SIDE     16000.0

#define POINTS_PER_PIXEL (72.0 / 96.0)

typedef struct
{
  double width;
  double height;
} PageSize;

struct _TendScan
{
  GMutex           mutex;    /* poppler's documents are for one thread at a time */
  PopplerDocument *document; /* NULL: a picture */
  GdkTexture      *picture;
  GArray          *pages;    /* PageSize */
};

static void
clear (gpointer data)
{
  TendScan *self = data;

  g_mutex_clear (&self->mutex);
  g_clear_object (&self->document);
  g_clear_object (&self->picture);
  g_array_unref (self->pages);
}

static TendScan *
scan_new (void)
{
  TendScan *self = g_atomic_rc_box_new0 (TendScan);

  g_mutex_init (&self->mutex);
  self->pages = g_array_new (FALSE, FALSE, sizeof (PageSize));
  return self;
}

TendScan *
tend_scan_ref (TendScan *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tend_scan_unref (TendScan *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
add_page (TendScan *self,
          double    width,
          double    height)
{
  PageSize size = { MAX (width, 1), MAX (height, 1) };

  g_array_append_val (self->pages, size);
}

/* PDF. */

static GBytes *
read_all (GInputStream  *input,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, cancellable,
                              error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

static TendScan *
load_pdf (GInputStream  *input,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr(TendScan) self = scan_new ();
  g_autoptr(GBytes) bytes = read_all (input, cancellable, error);
  int n_pages;

  if (bytes == NULL || (self->document = tend_foreign_pdf (bytes, error)) == NULL)
    return NULL;

  n_pages = poppler_document_get_n_pages (self->document);
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (self->document, i);
      double width = 0, height = 0;

      if (page != NULL)
        poppler_page_get_size (page, &width, &height);
      add_page (self, width, height);
      g_clear_object (&page);
    }

  return g_steal_pointer (&self);
}

static TendScan *
load_picture (GInputStream  *input,
              TendMedia      media,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GdkPixbuf) pixbuf = tend_foreign_picture (input, media, KEPT_PIXELS, NULL,
                                                      cancellable, error);
  TendScan *self;

  if (pixbuf == NULL)
    return NULL;

  self = scan_new ();
  self->picture = gdk_texture_new_for_pixbuf (pixbuf);
  add_page (self, gdk_pixbuf_get_width (pixbuf) * POINTS_PER_PIXEL,
            gdk_pixbuf_get_height (pixbuf) * POINTS_PER_PIXEL);

  return self;
}

/* By the list of readers: one of HEIC that is given nothing complains to the log. */
gboolean
tend_scan_can_show (TendMedia media)
{
  g_autoptr(GSList) formats = gdk_pixbuf_get_formats ();
  gboolean found = media == TEND_MEDIA_PDF;

  for (GSList *format = formats; media != TEND_MEDIA_UNKNOWN && !found && format != NULL;
       format = format->next)
    {
      g_auto(GStrv) types = gdk_pixbuf_format_get_mime_types (format->data);

      found = !gdk_pixbuf_format_is_disabled (format->data) &&
              g_strv_contains ((const char *const *) types, tend_media_type (media));
    }

  return found;
}

TendScan *
tend_scan_load (GInputStream  *input,
                TendMedia      media,
                GCancellable  *cancellable,
                GError       **error)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (input), NULL);
  g_return_val_if_fail (media != TEND_MEDIA_UNKNOWN, NULL);

  return media == TEND_MEDIA_PDF ? load_pdf (input, cancellable, error)
                                 : load_picture (input, media, cancellable, error);
}

int
tend_scan_get_n_pages (TendScan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

void
tend_scan_get_page_size (TendScan *self,
                         int       page,
                         double   *width,
                         double   *height)
{
  const PageSize *size;

  g_return_if_fail (self != NULL && page >= 0 && page < (int) self->pages->len);

  size = &g_array_index (self->pages, PageSize, page);
  *width = size->width;
  *height = size->height;
}

/* A page on white paper; one that is not to be had leaves it empty. */
static GdkTexture *
draw_page (PopplerPage    *page,
           const PageSize *size,
           int             width)
{
  double most = MIN (sqrt (DRAWN_PIXELS / (size->width * size->height)),
                     DRAWN_SIDE / MAX (size->width, size->height));
  double scale = MIN (width / size->width, most);
  int w = MAX ((int) (size->width * scale), 1);
  int h = MAX ((int) (size->height * scale), 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, w, h);
  cairo_t *cr = cairo_create (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr(GBytes) bytes = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, w / size->width, h / size->height);
  if (page != NULL)
    poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * h,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (w, h, GDK_MEMORY_DEFAULT, bytes, stride);
}

GdkTexture *
tend_scan_render (TendScan      *self,
                  int            page,
                  int            width,
                  char         **text,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(GMutexLocker) locker = NULL;
  GdkTexture *texture;
  PopplerPage *drawn;

  g_return_val_if_fail (self != NULL && page >= 0 && page < (int) self->pages->len, NULL);

  if (self->picture != NULL)
    {
      if (text != NULL)
        *text = NULL;
      return g_object_ref (self->picture);
    }

  /* Whoever has waited may have scrolled on. */
  locker = g_mutex_locker_new (&self->mutex);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  drawn = poppler_document_get_page (self->document, page);
  if (text != NULL)
    *text = drawn != NULL ? poppler_page_get_text (drawn) : NULL;

  texture = draw_page (drawn, &g_array_index (self->pages, PageSize, page), MAX (width, 1));
  g_clear_object (&drawn);

  return texture;
}
