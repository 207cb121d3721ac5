/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-draw.h"

G_BEGIN_DECLS

/* A body from four sides, with numbered marks.  A place is given in thousandths of
 * the drawing of its side, from its left and from its top; a figure's left is the left of
 * the page, so that a mark on the front of the left arm stands at the right.  Letters beside
 * the figures say which is the person's right and left.
 */

typedef enum
{
  TEND_BODY_FRONT,
  TEND_BODY_BACK,
  TEND_BODY_LEFT,
  TEND_BODY_RIGHT,
  TEND_BODY_N_SIDES
} TendBodySide;

typedef struct
{
  TendBodySide side;
  int          x; /* 0 to 1000 */
  int          y;
  int          number;
} TendBodyMark;

/* How high a drawing of this width is. */
double      tend_body_map_height   (double               width);
/* Draws all four sides, their names and the marks into a field of this size.  Marks
 * that are close move their numbers aside, and a line leads to the place. */
void        tend_body_map_draw     (cairo_t             *cr,
                                    double               width,
                                    double               height,
                                    const TendBodyMark  *marks,
                                    gsize                n_marks,
                                    const TendDrawStyle *style);

/**
 * tend_body_map_find:
 * @x, @y: a point of that field
 * @mark: (out): the side and the thousandths, kept within the drawing; its number is 0
 *
 * Returns: FALSE when the point is beside all four drawings
 */
gboolean    tend_body_map_find     (double               width,
                                    double               height,
                                    double               x,
                                    double               y,
                                    TendBodyMark        *mark);
/* The reverse: where a mark's place is in the field. */
void        tend_body_map_place    (double               width,
                                    double               height,
                                    const TendBodyMark  *mark,
                                    double              *x,
                                    double              *y);
/* Whether the place is on the body and not beside it. */
gboolean    tend_body_map_is_on_body (const TendBodyMark *mark);

/* "Left side", translated. */
const char *tend_body_side_label   (TendBodySide         side);

G_END_DECLS
