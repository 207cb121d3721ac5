/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-date.h"
#include "tend-page.h"
#include "tend-text.h"

G_BEGIN_DECLS

typedef struct _TendFlow TendFlow;

/* Lays something on the flow. */
typedef void (*TendFlowFunc) (TendFlow *flow,
                              gpointer  data);

/**
 * TendFlow:
 *
 * The place where the next thing goes: it moves down the page and begins a new
 * one when there is no room.  Sheets read and move @y freely within a page.
 */
struct _TendFlow
{
  TendDocument      *document;
  PangoContext      *context;
  const TendPalette *palette; /* of print */
  TendPage          *page;    /* the one being filled */
  double             left;
  double             right;
  double             top;
  double             bottom;
  double             y;
  TendFlowFunc       head;      /* (nullable): what stands above the top of each page begun */
  gpointer           head_data;
  TendDate           signed_on; /* names stand on the lines to sign on, of this day: a sample of
                                 * a signed paper; TEND_DATE_NONE: the lines are empty */
};

/* Begins the first page of a new document (transfer full by tend_flow_finish()). */
void          tend_flow_init     (TendFlow        *self,
                                  const char      *title,
                                  const char      *author,
                                  const char      *language,
                                  gboolean         landscape);
/* Goes on to the next page, which is made unless a column beside needed it already. */
void          tend_flow_new_page (TendFlow        *self);
/* A new page unless @height is left, or the page is still empty. */
void          tend_flow_need     (TendFlow        *self,
                                  double           height);
/* What @lay puts stands on one page, unless it is longer than that. */
void          tend_flow_keep     (TendFlow        *self,
                                  TendFlowFunc     lay,
                                  gpointer         data);
/* Air; none at the top of a page. */
void          tend_flow_space    (TendFlow        *self,
                                  double           height);
double        tend_flow_width    (const TendFlow  *self);

/* A column beside others: what is laid in it goes over to further pages, to those of
 * columns laid before, too.  tend_flow_join() then goes on below the lowest. */
TendFlow      tend_flow_column   (const TendFlow  *self,
                                  double           left,
                                  double           width);
void          tend_flow_join     (TendFlow        *self,
                                  const TendFlow  *column);

/* A hairline across the page. */
void          tend_flow_rule     (TendFlow        *self);
/* One paragraph in @tag; NULL or "" is nothing at all. */
void          tend_flow_text     (TendFlow        *self,
                                  const char      *tag,
                                  TendTextStyle    style,
                                  const char      *text,
                                  const TendColor *color);
/* The same for a finished layout (transfer full), @indent from the left.  Goes
 * over to the next page between lines, never leaving one line alone. */
void          tend_flow_layout   (TendFlow        *self,
                                  const char      *tag,
                                  PangoLayout     *layout,
                                  double           indent,
                                  const TendColor *color);

/* Puts text at a place of its own; returns its height.  @right_edge: x is where
 * the text ends. */
double        tend_flow_put      (TendFlow        *self,
                                  const char      *tag,
                                  TendTextStyle    style,
                                  const char      *text,
                                  double           x,
                                  double           y,
                                  double           width,
                                  gboolean         right_edge,
                                  const TendColor *color);

/* The feet of a part of the document: @footer at the left and, with several pages,
 * "Page 1 of 3". */
void          tend_flow_foot     (TendFlow        *self,
                                  int              first_page,
                                  int              n_pages,
                                  const char      *footer);
/* The feet of all pages.
 * Returns: (transfer full): the document */
TendDocument *tend_flow_finish   (TendFlow        *self,
                                  const char      *footer);

G_END_DECLS
