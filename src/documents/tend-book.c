/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-book.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "tend-draw.h"
#include "tend-output.h"
#include "tend-text.h"

#define A4_SHORT 595.276
#define A4_LONG  841.890
#define SIDE     36.0
#define TOP      44.0  /* of a scan; its name stands above */
#define BOTTOM   40.0
#define STRIP    20.0  /* the line with the number, from the top: sheets begin below it */

struct _TendBook
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  PangoContext    *context;
  char            *title;
  char            *part;     /* NULL but where the next page begins one */
  char            *piece;    /* likewise */
  int              entry;    /* of the outline: that of the part at work */
  int              page;     /* the one that was begun last, from 1 */
  int              n_pages;
};

TendBook *
tend_book_new (cairo_write_func_t  write,
               gpointer            data,
               const char         *title,
               const char         *author,
               const char         *language,
               int                 n_pages)
{
  TendBook *self = g_new0 (TendBook, 1);

  self->surface = cairo_pdf_surface_create_for_stream (write, data, A4_SHORT, A4_LONG);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  if (author != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Tend");
  self->cr = cairo_create (self->surface);
  self->context = tend_text_context_new (language);
  self->title = g_strdup (title);
  self->n_pages = n_pages;
  return self;
}

void
tend_book_begin_part (TendBook   *self,
                      const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  g_free (self->part);
  self->part = g_strdup (name);
}

void
tend_book_begin_piece (TendBook   *self,
                       const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  g_free (self->piece);
  self->piece = g_strdup (name);
}

/* A small line at the top of the page. */
static void
put_strip (TendBook   *self,
           const char *text,
           double      x,
           double      width,
           gboolean    at_right)
{
  g_autoptr(PangoLayout) layout = tend_text_layout (self->context, TEND_TEXT_SMALL, text, width);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (at_right)
    x += width - tend_text_width (layout);
  tend_cairo_set_color (self->cr, &tend_palette_get (TEND_PALETTE_PRINT)->soft_ink);
  cairo_move_to (self->cr, x, STRIP);
  pango_cairo_show_layout (self->cr, layout);
}

/* The place that links lead to, and the outline's entries. */
static void
mark_page (TendBook *self)
{
  g_autofree char *place = g_strdup_printf ("name='page-%d' x=0 y=0", self->page);
  g_autofree char *here = g_strdup_printf ("dest='page-%d'", self->page);

  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, place);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
  if (self->part != NULL)
    self->entry = cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT,
                                                 self->part, here, 0);
  if (self->piece != NULL)
    cairo_pdf_surface_add_outline (self->surface, self->entry, self->piece, here, 0);
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->piece, g_free);
}

static void
begin_page (TendBook *self,
            double    width,
            double    height)
{
  g_autofree char *number = NULL;

  self->page++;
  cairo_pdf_surface_set_size (self->surface, width, height);
  mark_page (self);

  /* Translators: at the head of a page: what it belongs to, and its number in that */
  number = g_strdup_printf (_("%s, page %d of %d"), self->title, self->page, self->n_pages);
  put_strip (self, number, width / 2, width / 2 - SIDE, TRUE);
}

void
tend_book_add_document (TendBook           *self,
                        TendDocument       *document,
                        const TendBookLink *links,
                        gsize               n_links)
{
  double width, height;

  g_return_if_fail (self != NULL && document != NULL);

  tend_document_get_page_size (document, &width, &height);
  for (int i = 0; i < tend_document_get_n_pages (document); i++)
    {
      begin_page (self, width, height);
      if (i == 0)
        cairo_tag_begin (self->cr, "Sect", NULL);
      tend_document_draw_page (document, self->cr, i);
      for (gsize j = 0; j < n_links; j++)
        if (links[j].page == i)
          {
            g_autofree char *link =
              g_strdup_printf ("dest='page-%d' rect=[%d %d %d %d]", links[j].to,
                               (int) links[j].x, (int) links[j].y, (int) links[j].width,
                               (int) links[j].height);

            cairo_tag_begin (self->cr, CAIRO_TAG_LINK, link);
            cairo_tag_end (self->cr, CAIRO_TAG_LINK);
          }
      if (i + 1 == tend_document_get_n_pages (document))
        cairo_tag_end (self->cr, "Sect");
      cairo_show_page (self->cr);
    }
}

void
tend_book_add_enclosure (TendBook      *self,
                         TendEnclosure *enclosure,
                         int            page,
                         const char    *name)
{
  double width, height, scale;
  gboolean landscape;

  g_return_if_fail (self != NULL && enclosure != NULL && name != NULL);

  tend_enclosure_get_page_size (enclosure, page, &width, &height);
  landscape = width > height;
  begin_page (self, landscape ? A4_LONG : A4_SHORT, landscape ? A4_SHORT : A4_LONG);
  put_strip (self, name, SIDE, (landscape ? A4_LONG : A4_SHORT) / 2 - SIDE, FALSE);

  scale = MIN (((landscape ? A4_LONG : A4_SHORT) - 2 * SIDE) / width,
               ((landscape ? A4_SHORT : A4_LONG) - TOP - BOTTOM) / height);
  cairo_save (self->cr);
  cairo_translate (self->cr, ((landscape ? A4_LONG : A4_SHORT) - width * scale) / 2, TOP);
  cairo_scale (self->cr, scale, scale);
  cairo_rectangle (self->cr, 0, 0, width, height);
  cairo_clip (self->cr);
  cairo_tag_begin (self->cr, "P", NULL); /* what can be read in it is read aloud */
  tend_enclosure_draw_page (enclosure, self->cr, page);
  cairo_tag_end (self->cr, "P");
  cairo_restore (self->cr);
  cairo_show_page (self->cr);
}

void
tend_book_skip (TendBook *self,
                int       n_pages)
{
  g_return_if_fail (self != NULL && n_pages >= 0);

  self->page += n_pages;
}

gboolean
tend_book_check (TendBook  *self,
                 GError   **error)
{
  cairo_status_t status = cairo_status (self->cr);

  return tend_output_check (status != CAIRO_STATUS_SUCCESS ? status
                                                           : cairo_surface_status (self->surface),
                            error);
}

void
tend_book_free (TendBook *self)
{
  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self->part);
  g_free (self->piece);
  g_free (self);
}

gboolean
tend_book_finish (TendBook  *self,
                  GError   **error)
{
  gboolean ok;

  g_return_val_if_fail (self != NULL, FALSE);

  ok = tend_book_check (self, error);
  if (ok)
    {
      cairo_surface_finish (self->surface);
      ok = tend_output_check (cairo_surface_status (self->surface), error);
    }
  tend_book_free (self);
  return ok;
}
