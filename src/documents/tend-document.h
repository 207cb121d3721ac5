/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TendDocument:
 *
 * Finished pages: laid out once, drawn the same on screen, paper, PDF and PNG.
 * Sheets (tend-invoice-sheet.h and its neighbours) make them from plain values;
 * a document keeps no pointer to those values.
 *
 * Lengths are PDF points.  Pages are counted from 0.  A document is made, drawn
 * and dropped on one thread, since Pango's fonts belong to a thread; one that takes
 * long to lay out is made in another and handed over.
 */
typedef struct _TendDocument TendDocument;

#define TEND_TYPE_DOCUMENT (tend_document_get_type ())

GType         tend_document_get_type      (void) G_GNUC_CONST;
TendDocument *tend_document_ref           (TendDocument   *self);
void          tend_document_unref         (TendDocument   *self);

/* Lets go of a document that nobody else holds, with the fonts of this thread, which gets new
 * ones: it then belongs to the thread that draws it first.  Nothing else that was laid out here
 * may be left, since it would share those fonts. */
void          tend_document_hand_over     (TendDocument   *self);

const char   *tend_document_get_title     (TendDocument   *self);
const char   *tend_document_get_author    (TendDocument   *self);
int           tend_document_get_n_pages   (TendDocument   *self);
/* A4: 595.276 by 841.89, or the other way round; the same for every page. */
void          tend_document_get_page_size (TendDocument   *self,
                                           double         *width,
                                           double         *height);

/**
 * tend_document_draw_page:
 * @cr: scaled so that a unit is a point, with the page's top left corner at 0,0
 *
 * Draws one page, white paper included only where the caller has painted it.
 * For print use GTK_UNIT_POINTS and full pages.
 */
void          tend_document_draw_page     (TendDocument   *self,
                                           cairo_t        *cr,
                                           int             page);
/* (transfer full): the words of a page in reading order, a line for each piece
 * of text, for the accessible description of a preview. */
char         *tend_document_dup_page_text (TendDocument   *self,
                                           int             page);

/**
 * tend_document_write_pdf:
 *
 * Writes a tagged PDF with its title, author and outline.  The file appears whole
 * or not at all and only its owner can read it (0600); a device or a pipe is
 * written to directly.
 */
gboolean      tend_document_write_pdf     (TendDocument   *self,
                                           const char     *path,
                                           GError        **error);
gboolean      tend_document_write_pdf_to_stream (TendDocument   *self,
                                                 GOutputStream  *stream,
                                                 GCancellable   *cancellable,
                                                 GError        **error);
/* (transfer full): the same PDF in memory. */
GBytes       *tend_document_dup_pdf       (TendDocument   *self,
                                           GError        **error);

/**
 * tend_document_write_png:
 * @scale: pixels for a point; 2 gives 144 dots to the inch
 *
 * Writes one page on white paper, in the same way as tend_document_write_pdf().
 */
gboolean      tend_document_write_png     (TendDocument   *self,
                                           int             page,
                                           double          scale,
                                           const char     *path,
                                           GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendDocument, tend_document_unref)

G_END_DECLS
