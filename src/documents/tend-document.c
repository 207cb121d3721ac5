/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-document.h"

#include <math.h>

#include "tend-output.h"
#include "tend-page.h"
#include "tend-pdf-writer.h"
#include "tend-text.h"

#define A4_SHORT 595.276
#define A4_LONG  841.890
#define MAX_PNG_SIDE 20000

struct _TendDocument
{
  char         *title;
  char         *author;
  PangoContext *context;
  GPtrArray    *pages;
  double        width;
  double        height;
  GThread      *thread;  /* NULL: handed over, and not drawn yet */
  int           refs;
};

G_DEFINE_BOXED_TYPE (TendDocument, tend_document, tend_document_ref, tend_document_unref)

TendDocument *
tend_document_new (const char *title,
                   const char *author,
                   const char *language,
                   gboolean    landscape)
{
  TendDocument *self = g_new0 (TendDocument, 1);

  self->refs = 1;
  self->title = g_strdup (title);
  self->author = g_strdup (author);
  self->context = tend_text_context_new (language);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_page_free);
  self->width = landscape ? A4_LONG : A4_SHORT;
  self->height = landscape ? A4_SHORT : A4_LONG;
  self->thread = g_thread_self ();
  return self;
}

TendDocument *
tend_document_ref (TendDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  self->refs++;
  return self;
}

void
tend_document_unref (TendDocument *self)
{
  g_return_if_fail (self != NULL && self->refs > 0);

  if (--self->refs > 0)
    return;
  g_ptr_array_unref (self->pages);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->author);
  g_free (self);
}

void
tend_document_hand_over (TendDocument *self)
{
  g_return_if_fail (self != NULL && self->refs == 1);
  g_return_if_fail (self->thread == g_thread_self ());

  pango_cairo_font_map_set_default (NULL);
  self->thread = NULL;
}

const char *
tend_document_get_title (TendDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
tend_document_get_author (TendDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->author;
}

int
tend_document_get_n_pages (TendDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

void
tend_document_get_page_size (TendDocument *self,
                             double       *width,
                             double       *height)
{
  g_return_if_fail (self != NULL);

  if (width)
    *width = self->width;
  if (height)
    *height = self->height;
}

PangoContext *
tend_document_get_context (TendDocument *self)
{
  return self->context;
}

TendPage *
tend_document_add_page (TendDocument *self)
{
  TendPage *page = tend_page_new ();

  g_ptr_array_add (self->pages, page);
  return page;
}

TendPage *
tend_document_get_page (TendDocument *self,
                        int           page)
{
  return g_ptr_array_index (self->pages, page);
}

void
tend_document_draw_page (TendDocument *self,
                         cairo_t      *cr,
                         int           page)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page >= 0 && (guint) page < self->pages->len);
  if (self->thread == NULL)
    self->thread = g_thread_self ();
  g_return_if_fail (self->thread == g_thread_self ());

  cairo_save (cr);
  tend_page_draw (tend_document_get_page (self, page), cr);
  cairo_restore (cr);
}

char *
tend_document_dup_page_text (TendDocument *self,
                             int           page)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (page >= 0 && (guint) page < self->pages->len, NULL);

  return tend_page_dup_text (tend_document_get_page (self, page));
}

GBytes *
tend_document_dup_pdf (TendDocument  *self,
                       GError       **error)
{
  g_autoptr(TendPdfWriter) writer = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  writer = tend_pdf_writer_new (self);
  while (tend_pdf_writer_step (writer))
    ;
  return tend_pdf_writer_finish (writer, error);
}

gboolean
tend_document_write_pdf (TendDocument  *self,
                         const char    *path,
                         GError       **error)
{
  g_autoptr(GBytes) pdf = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  pdf = tend_document_dup_pdf (self, error);
  return pdf != NULL && tend_output_write (path, pdf, error);
}

gboolean
tend_document_write_pdf_to_stream (TendDocument   *self,
                                   GOutputStream  *stream,
                                   GCancellable   *cancellable,
                                   GError        **error)
{
  g_autoptr(GBytes) pdf = NULL;
  gsize length;
  gconstpointer data;

  g_return_val_if_fail (self != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  pdf = tend_document_dup_pdf (self, error);
  if (pdf == NULL)
    return FALSE;
  data = g_bytes_get_data (pdf, &length);
  return g_output_stream_write_all (stream, data, length, NULL, cancellable, error);
}

gboolean
tend_document_write_png (TendDocument  *self,
                         int            page,
                         double         scale,
                         const char    *path,
                         GError       **error)
{
  g_autoptr(GBytes) png = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  g_return_val_if_fail (scale > 0 && self->width * scale < MAX_PNG_SIDE
                        && self->height * scale < MAX_PNG_SIDE, FALSE);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->width * scale),
                                        (int) ceil (self->height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  tend_document_draw_page (self, cr, page);
  if (tend_output_check (cairo_status (cr), error))
    png = tend_output_png (surface, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return png != NULL && tend_output_write (path, png, error);
}
