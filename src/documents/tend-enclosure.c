/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-enclosure.h"

#include "tend-error.h"
#include "tend-foreign.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels.  A JPEG is only looked through; of another picture enough is kept for 300 dots
 * to the inch on A4. */
#define LOOKED_PIXELS (64 * 1000)
#define KEPT_PIXELS   (9 * 1000 * 1000)

/* As fine as an office scans, for a page that is drawn as dots. */
#define DOTS_PER_POINT (200 / 72.0)

struct _TendEnclosure
{
  PopplerDocument *document; /* NULL: a picture */
  gboolean         as_dots;  /* its letters would not stay what they are */
  GBytes          *jpeg;     /* NULL: none */
  GdkPixbuf       *picture;  /* one that is no JPEG, upright */
  TendPictureSize  size;
};

void
tend_enclosure_free (TendEnclosure *self)
{
  g_clear_object (&self->document);
  g_clear_pointer (&self->jpeg, g_bytes_unref);
  g_clear_object (&self->picture);
  g_free (self);
}

/* Cairo 1.16 takes fonts of the compact kind (CFF) apart once more and gives some letters, an
 * apostrophe among them, the width of a hundred: what stands after one would be lost. */
static gboolean
has_compact_fonts (PopplerDocument *document)
{
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  gboolean found = FALSE;

  if (poppler_font_info_scan (info, poppler_document_get_n_pages (document), &iter))
    do
      {
        PopplerFontType type = poppler_fonts_iter_get_font_type (iter);

        found |= type == POPPLER_FONT_TYPE_TYPE1 || type == POPPLER_FONT_TYPE_TYPE1C ||
                 type == POPPLER_FONT_TYPE_TYPE1COT || type == POPPLER_FONT_TYPE_CID_TYPE0 ||
                 type == POPPLER_FONT_TYPE_CID_TYPE0C || type == POPPLER_FONT_TYPE_CID_TYPE0COT;
      }
    while (poppler_fonts_iter_next (iter));

  g_clear_pointer (&iter, poppler_fonts_iter_free);
  g_object_unref (info);
  return found;
}

static gboolean
load_pdf (TendEnclosure  *self,
          GBytes         *bytes,
          GError        **error)
{
  self->document = tend_foreign_pdf (bytes, error);
  self->as_dots = self->document != NULL && has_compact_fonts (self->document);
  return self->document != NULL;
}

static gboolean
load_picture (TendEnclosure  *self,
              GBytes         *bytes,
              TendMedia       media,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_bytes (bytes);
  gboolean is_jpeg = media == TEND_MEDIA_JPEG;
  g_autoptr(GdkPixbuf) picture =
    tend_foreign_picture (input, media, is_jpeg ? LOOKED_PIXELS : KEPT_PIXELS, &self->size,
                          cancellable, error);

  if (picture == NULL)
    return FALSE;

  if (is_jpeg)
    self->jpeg = g_bytes_ref (bytes);
  else
    {
      self->picture = g_steal_pointer (&picture);
      self->size = (TendPictureSize) { gdk_pixbuf_get_width (self->picture),
                                       gdk_pixbuf_get_height (self->picture), 1 };
    }
  return TRUE;
}

TendEnclosure *
tend_enclosure_new (GBytes        *bytes,
                    TendMedia      media,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(TendEnclosure) self = g_new0 (TendEnclosure, 1);
  gboolean loaded;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (media == TEND_MEDIA_UNKNOWN)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           g_bytes_get_size (bytes) == 0
                             ? _("The file is empty. Scan or download it again.")
                             : _("This is no PDF and no picture that Tend knows. Scan it again, "
                                 "or save it as a PDF."));
      return NULL;
    }

  loaded = media == TEND_MEDIA_PDF
             ? load_pdf (self, bytes, error)
             : load_picture (self, bytes, media, cancellable, error);

  return loaded ? g_steal_pointer (&self) : NULL;
}

int
tend_enclosure_get_n_pages (TendEnclosure *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->document != NULL ? poppler_document_get_n_pages (self->document) : 1;
}

/* EXIF, table 5: from 5 on the picture lies on its side. */
static gboolean
is_on_its_side (const TendEnclosure *self)
{
  return self->size.orientation >= 5;
}

void
tend_enclosure_get_page_size (TendEnclosure *self,
                              int            page,
                              double        *width,
                              double        *height)
{
  g_return_if_fail (self != NULL && page >= 0 && page < tend_enclosure_get_n_pages (self));

  *width = *height = 0;
  if (self->document != NULL)
    {
      PopplerPage *drawn = poppler_document_get_page (self->document, page);

      if (drawn != NULL)
        poppler_page_get_size (drawn, width, height);
      g_clear_object (&drawn);
    }
  else
    {
      *width = is_on_its_side (self) ? self->size.height : self->size.width;
      *height = is_on_its_side (self) ? self->size.width : self->size.height;
    }

  *width = MAX (*width, 1);
  *height = MAX (*height, 1);
}

/* A dot of the stored picture to where it belongs on the page. */
static void
turn_upright (const TendEnclosure *self,
              cairo_t             *cr)
{
  double w = self->size.width, h = self->size.height;
  const cairo_matrix_t turns[] = {
    { 1, 0, 0, 1, 0, 0 },  { -1, 0, 0, 1, w, 0 }, { -1, 0, 0, -1, w, h }, { 1, 0, 0, -1, 0, h },
    { 0, 1, 1, 0, 0, 0 },  { 0, 1, -1, 0, h, 0 }, { 0, -1, -1, 0, h, w }, { 0, -1, 1, 0, 0, w },
  };

  cairo_transform (cr, &turns[self->size.orientation - 1]);
}

/* The file goes into the PDF as it is.  Its surface only says how large it is: nothing is
 * ever written to it, so that it takes no room.
 */
static cairo_surface_t *
jpeg_surface (TendEnclosure *self)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->size.width, self->size.height);
  gsize length;
  const guchar *data = g_bytes_get_data (self->jpeg, &length);

  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length,
                               (cairo_destroy_func_t) g_bytes_unref, g_bytes_ref (self->jpeg));
  return surface;
}

/* Dots of RGB or RGBA as cairo keeps them, on white. */
static cairo_surface_t *
picture_surface (TendEnclosure *self)
{
  int n_channels = gdk_pixbuf_get_n_channels (self->picture);
  int stride = gdk_pixbuf_get_rowstride (self->picture);
  const guint8 *dots = gdk_pixbuf_read_pixels (self->picture);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->size.width, self->size.height);
  guint8 *out = cairo_image_surface_get_data (surface);

  cairo_surface_flush (surface);
  for (int y = 0; out != NULL && y < self->size.height; y++)
    {
      const guint8 *from = dots + (gsize) y * stride;
      guint32 *to = (guint32 *) (gpointer) (out + (gsize) y
                                            * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < self->size.width; x++, from += n_channels)
        {
          guint alpha = n_channels == 4 ? from[3] : 255;
          guint white = 255 * (255 - alpha);

          to[x] = ((from[0] * alpha + white) / 255) << 16
                  | ((from[1] * alpha + white) / 255) << 8 | (from[2] * alpha + white) / 255;
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* Over its own letters, which are there for whoever searches or listens. */
static void
draw_dots (PopplerPage *page,
           cairo_t     *cr)
{
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_t *dots;

  poppler_page_get_size (page, &width, &height);
  scale = MIN (DOTS_PER_POINT, sqrt (KEPT_PIXELS / MAX (width * height, 1)));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int) ceil (width * scale)),
                                        MAX (1, (int) ceil (height * scale)));
  dots = cairo_create (surface);
  cairo_set_source_rgb (dots, 1, 1, 1);
  cairo_paint (dots);
  cairo_scale (dots, scale, scale);
  poppler_page_render_for_printing (page, dots);
  cairo_destroy (dots);

  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  poppler_page_render_for_printing (page, cr);
  cairo_scale (cr, 1 / scale, 1 / scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_surface_destroy (surface);
}

void
tend_enclosure_draw_page (TendEnclosure *self,
                          cairo_t       *cr,
                          int            page)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page >= 0 && page < tend_enclosure_get_n_pages (self));

  cairo_save (cr);
  if (self->document != NULL)
    {
      PopplerPage *drawn = poppler_document_get_page (self->document, page);

      if (drawn != NULL && self->as_dots)
        draw_dots (drawn, cr);
      else if (drawn != NULL)
        poppler_page_render_for_printing (drawn, cr);
      g_clear_object (&drawn);
    }
  else
    {
      cairo_surface_t *surface = self->jpeg != NULL ? jpeg_surface (self)
                                                    : picture_surface (self);

      turn_upright (self, cr);
      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_paint (cr);
      cairo_surface_destroy (surface);
    }
  cairo_restore (cr);
}
