/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "tend-document.h"
#include "tend-palette.h"

G_BEGIN_DECLS

/**
 * TendPage:
 *
 * What stands on one page, as a list of marks in reading order.  Text keeps its
 * finished PangoLayout: it is shaped once, however often it is drawn.
 */
typedef struct _TendPage TendPage;

/* Draws a figure of this size at 0,0. */
typedef void (*TendFigureFunc) (cairo_t  *cr,
                                double    width,
                                double    height,
                                gpointer  data);

TendPage *tend_page_new      (void);
void      tend_page_free     (TendPage        *self);

/* A structure element of a tagged PDF: "H1", "P", "Table", "TR", "TH", "TD", "L"…
 * Begun and ended on the same page.  Marks outside any are decoration. */
void      tend_page_begin    (TendPage        *self,
                              const char      *tag);
void      tend_page_end      (TendPage        *self);

/* @n_lines lines of @layout from @first_line on, the first one's top at @y. */
void      tend_page_lines    (TendPage        *self,
                              PangoLayout     *layout,
                              int              first_line,
                              int              n_lines,
                              double           x,
                              double           y,
                              const TendColor *color);
/* The whole of @layout (transfer full). */
void      tend_page_text     (TendPage        *self,
                              PangoLayout     *layout,
                              double           x,
                              double           y,
                              const TendColor *color);
void      tend_page_fill     (TendPage        *self,
                              double           x,
                              double           y,
                              double           width,
                              double           height,
                              double           radius,
                              const TendColor *color);
void      tend_page_rule     (TendPage        *self,
                              double           x1,
                              double           y1,
                              double           x2,
                              double           y2,
                              double           thickness,
                              const TendColor *color);
void      tend_page_figure   (TendPage        *self,
                              double           x,
                              double           y,
                              double           width,
                              double           height,
                              TendFigureFunc   draw,
                              gpointer         data,
                              GDestroyNotify   destroy);
/* An entry of the document's outline, here. */
void      tend_page_mark     (TendPage        *self,
                              const char      *heading,
                              double           y);

void      tend_page_draw     (TendPage        *self,
                              cairo_t         *cr);
char     *tend_page_dup_text (TendPage        *self);

/* The outline's entries in order. */
guint       tend_page_get_n_marks (TendPage *self);
const char *tend_page_get_mark    (TendPage *self,
                                   guint     index,
                                   double   *y);

/* Making a document: the other half of tend-document.h, for the sheets. */
TendDocument *tend_document_new        (const char   *title,
                                        const char   *author,
                                        const char   *language,
                                        gboolean      landscape);
PangoContext *tend_document_get_context (TendDocument *self);
TendPage     *tend_document_add_page   (TendDocument *self);
TendPage     *tend_document_get_page   (TendDocument *self,
                                        int           page);

G_END_DECLS
