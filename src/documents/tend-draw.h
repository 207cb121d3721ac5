/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "tend-palette.h"

G_BEGIN_DECLS

/**
 * TendDrawStyle:
 *
 * How a chart or a visit is drawn.  In a window hand over the widget's own
 * PangoContext, so that text follows the desktop's font, scale and direction.
 */
typedef struct
{
  const TendPalette *palette;
  PangoContext      *context;   /* (nullable): NULL: the documents' own */
  double             font_size; /* of ordinary text, in the units of the cairo_t */
} TendDrawStyle;

/* The strokes that charts share. */

/* (transfer full): one line of text, @scale times the style's size. */
PangoLayout *tend_draw_layout  (const TendDrawStyle *style,
                                const char          *text,
                                double               scale,
                                PangoWeight          weight);
/* Draws @layout (transfer full) with its top left corner at a point, cut short
 * with an ellipsis at @width where that is not negative. */
void         tend_draw_text    (cairo_t             *cr,
                                PangoLayout         *layout,
                                double               x,
                                double               y,
                                double               width,
                                const TendColor     *color);
/* A closed path with rounded corners. */
void         tend_draw_rounded (cairo_t             *cr,
                                double               x,
                                double               y,
                                double               width,
                                double               height,
                                double               radius);
/* Slanting lines @gap apart within the current path, which is used up. */
void         tend_draw_hatch   (cairo_t             *cr,
                                double               gap,
                                double               thickness,
                                const TendColor     *color);

G_END_DECLS
