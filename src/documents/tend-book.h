/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"
#include "tend-enclosure.h"

G_BEGIN_DECLS

/**
 * TendBook:
 *
 * Documents and scans one after the other as one PDF, with an outline, places to jump to
 * and "Page 3 of 40" on each page.  A page is written out as soon as it is drawn, so that
 * a book of any size takes little memory.  For one thread.
 */
typedef struct _TendBook TendBook;

/* A stretch of a page that leads to another. */
typedef struct
{
  int    page;   /* of the document it stands on, from 0 */
  double x;
  double y;
  double width;
  double height;
  int    to;     /* the page of the book it leads to, from 1 */
} TendBookLink;

/**
 * tend_book_new:
 * @write: takes the PDF as it comes, piece by piece
 * @n_pages: how many pages there will be, for the foot of each
 */
TendBook *tend_book_new           (cairo_write_func_t   write,
                                   gpointer             data,
                                   const char          *title,
                                   const char          *author,
                                   const char          *language,
                                   int                  n_pages);
/* What is added from now on belongs to a part of this name, which the outline has. */
void      tend_book_begin_part    (TendBook            *self,
                                   const char          *name);
/* The same within a part: one of its papers, which the outline has below it. */
void      tend_book_begin_piece   (TendBook            *self,
                                   const char          *name);
void      tend_book_add_document  (TendBook            *self,
                                   TendDocument        *document,
                                   const TendBookLink  *links,
                                   gsize                n_links);
/* @page of @enclosure on a page of A4 of its own, @name above it; no larger than it is. */
void      tend_book_add_enclosure (TendBook            *self,
                                   TendEnclosure       *enclosure,
                                   int                  page,
                                   const char          *name);
/* So many pages are counted that are not there: for a look at what is too large to be shown. */
void      tend_book_skip          (TendBook            *self,
                                   int                  n_pages);
/* FALSE as soon as something could not be drawn or written. */
gboolean  tend_book_check         (TendBook            *self,
                                   GError             **error);
/* Writes the end, and frees it. */
gboolean  tend_book_finish        (TendBook            *self,
                                   GError             **error);
/* One that is not to be finished. */
void      tend_book_free          (TendBook            *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendBook, tend_book_free)

G_END_DECLS
