/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cmark.h>

#include "tend-text.h"

G_BEGIN_DECLS

/* The words of a CommonMark block, and how each stretch of them looks. */

typedef struct
{
  GString       *text;
  PangoAttrList *attributes;
} TendWords;

/* The inline content from @node to its last sibling. */
void         tend_words_init   (TendWords     *self,
                                cmark_node    *node);
void         tend_words_clear  (TendWords     *self);
/* (transfer full): set in @style and wrapped at @width. */
PangoLayout *tend_words_layout (TendWords     *self,
                                PangoContext  *context,
                                TendTextStyle  style,
                                double         width);

/**
 * tend_markdown_split_item:
 *
 * Whether a list item reads "**Label**: text".
 * @label, @text: (out) (transfer full): cleared with tend_words_clear()
 */
gboolean     tend_markdown_split_item (cmark_node *item,
                                       TendWords  *label,
                                       TendWords  *text);
/* Whether all items of a list are such. */
gboolean     tend_markdown_is_labelled (cmark_node *list);
/* Whether text is only underscores: a line to write on. */
gboolean     tend_markdown_is_blank_line (const char *text);

G_END_DECLS
