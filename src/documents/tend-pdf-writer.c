/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-pdf-writer.h"

#include "tend-output.h"
#include "tend-page.h"

#include <cairo-pdf.h>
#include <math.h>

struct _TendPdfWriter
{
  TendDocument    *document;
  GByteArray      *pdf;
  cairo_surface_t *surface;
  cairo_t         *cr;
  int              next;    /* page */
  int              n_pages;
};

TendPdfWriter *
tend_pdf_writer_new (TendDocument *document)
{
  TendPdfWriter *self = g_new0 (TendPdfWriter, 1);
  const char *author = tend_document_get_author (document);
  double width, height;

  tend_document_get_page_size (document, &width, &height);
  self->document = tend_document_ref (document);
  self->n_pages = tend_document_get_n_pages (document);
  self->pdf = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (tend_output_append, self->pdf, width,
                                                       height);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE,
                                  tend_document_get_title (document));
  if (author != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Tend");

  self->cr = cairo_create (self->surface);
  cairo_tag_begin (self->cr, "Document", NULL);
  return self;
}

void
tend_pdf_writer_free (TendPdfWriter *self)
{
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface); /* which may still write */
  g_byte_array_unref (self->pdf);
  tend_document_unref (self->document);
  g_free (self);
}

gboolean
tend_pdf_writer_step (TendPdfWriter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->next >= self->n_pages)
    return FALSE;

  tend_document_draw_page (self->document, self->cr, self->next++);
  if (self->next == self->n_pages)
    cairo_tag_end (self->cr, "Document");
  cairo_show_page (self->cr);
  return TRUE;
}

static void
add_outline (TendPdfWriter *self)
{
  for (int i = 0; i < self->n_pages; i++)
    {
      TendPage *page = tend_document_get_page (self->document, i);

      for (guint j = 0; j < tend_page_get_n_marks (page); j++)
        {
          double y;
          const char *heading = tend_page_get_mark (page, j, &y);
          char place[64];

          g_snprintf (place, sizeof place, "page=%u pos=[0 %d]", i + 1, (int) floor (y));
          cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, heading, place, 0);
        }
    }
}

GBytes *
tend_pdf_writer_finish (TendPdfWriter  *self,
                        GError        **error)
{
  cairo_status_t status;

  g_return_val_if_fail (self != NULL && self->next == self->n_pages, NULL);

  add_outline (self);
  status = cairo_status (self->cr);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);

  return tend_output_check (status, error)
         ? g_bytes_new (self->pdf->data, self->pdf->len) : NULL;
}
