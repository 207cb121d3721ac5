/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* One type scale for every page.  Figures are tabular, so that right-aligned
 * money stands with its decimal points below each other.
 */
typedef enum
{
  TEND_TEXT_TITLE,    /* the name of the document       */
  TEND_TEXT_PART,     /* a part of a long document      */
  TEND_TEXT_HEADING,  /* a section                      */
  TEND_TEXT_STRONG,   /* a fact that must be seen       */
  TEND_TEXT_BODY,     /* sentences, with open lines     */
  TEND_TEXT_CELL,     /* tables and addresses           */
  TEND_TEXT_SMALL,    /* footers, notes                 */
  TEND_TEXT_LABEL,    /* the name of a fact, above it   */
  TEND_TEXT_AMOUNT,   /* the one sum of a page          */
  TEND_TEXT_KEY,      /* letters to be copied by hand   */
  TEND_TEXT_LARGE,    /* sheets that clients fill in    */
} TendTextStyle;

/* (transfer full): a context in which a unit is a point and nothing is rounded to
 * pixels, so that lines break alike on every surface. */
PangoContext *tend_text_context_new  (const char    *language);

/* Large print: sentences of 18 points and all else in proportion, but for what stands at the
 * foot of a page.  Before anything is laid out. */
void          tend_text_context_set_large (PangoContext *context,
                                           gboolean      large);
gboolean      tend_text_context_is_large  (PangoContext *context);

/**
 * tend_text_layout:
 * @width: to wrap at, in points; below 0: one line for each line of @text
 *
 * Returns: (transfer full): @text in @style, starting at the left even when it
 *   is written from right to left
 */
PangoLayout  *tend_text_layout       (PangoContext  *context,
                                      TendTextStyle  style,
                                      const char    *text,
                                      double         width);
/* (transfer full): a copy of the attributes that @style puts on all its text. */
PangoAttrList *tend_text_attributes  (TendTextStyle  style);

/* By its first letter that is not isolated. */
gboolean      tend_text_is_right_to_left (const char *text);
/* (transfer full): @text with each line that has letters written from right to left
 * within isolates (U+2068, U+2069): it keeps its own order, and what stands beside it
 * in a sentence or a list keeps its place. */
char         *tend_text_isolate      (const char    *text);

double        tend_text_width        (PangoLayout   *layout);
double        tend_text_height       (PangoLayout   *layout);
double        tend_text_baseline     (PangoLayout   *layout);

/* (transfer full): a length of time for a column: "30 min", "1 h 00 min". */
char         *tend_text_minutes      (gint64         minutes);
/* (transfer full): "18–31 August 2025", "30 August – 12 September 2025"; one day
 * is that day, and one without an end is "from 2 June 2026". */
char         *tend_text_period       (int            from,
                                      int            to);

G_END_DECLS
