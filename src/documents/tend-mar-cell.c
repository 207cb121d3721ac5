/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-cell.h"

#include "tend-text.h"

/* Of the style's font size. */
#define SMALL     0.72  /* quantity, time, and what is struck through */
#define SMALLEST  0.60  /* as small as text that does not fit is made */
#define INSET     0.18
#define HAIRLINE  0.05
#define STROKE    0.11
#define STRIKE    0.07  /* thin enough to read what lies under it */
#define HEAVY     0.20

/* The text of a cell: each is NULL where there is none. */
typedef struct
{
  PangoLayout *struck;
  PangoLayout *text;
  PangoLayout *quantity;
  PangoLayout *late;
  double       ring;     /* between the text of a code and the ring round it; 0 for initials */
  double       gap;      /* between what is struck and what stands beside it */
  gboolean     stacked;  /* there is no room beside it: it stands below */
} Lines;

static PangoLayout *
make_line (const TendDrawStyle *style,
           const char          *text,
           double               scale,
           PangoWeight          weight)
{
  return text != NULL && *text != '\0' ? tend_draw_layout (style, text, scale, weight) : NULL;
}

static double
width_of (PangoLayout *layout)
{
  return layout != NULL ? tend_text_width (layout) : 0;
}

static double
height_of (PangoLayout *layout)
{
  return layout != NULL ? tend_text_height (layout) : 0;
}

static double
first_width (const Lines *lines)
{
  double text = width_of (lines->text) + 2 * lines->ring;

  if (lines->stacked)
    return MAX (width_of (lines->struck), text);
  return width_of (lines->struck) + (lines->struck && lines->text ? lines->gap : 0) + text;
}

static double
first_height (const Lines *lines)
{
  double text = height_of (lines->text) + lines->ring;

  return lines->stacked ? height_of (lines->struck) + text
                        : MAX (height_of (lines->struck), text);
}

static void
make_lines (Lines               *lines,
            const TendMarCell   *cell,
            const TendDrawStyle *style,
            double               scale)
{
  double main_scale = cell->state == TEND_MAR_CELL_OTHERS ? scale * SMALL : scale;

  lines->struck = make_line (style, cell->struck, scale * SMALL, PANGO_WEIGHT_NORMAL);
  lines->text = make_line (style, cell->text, main_scale,
                           cell->state == TEND_MAR_CELL_WRITTEN ? PANGO_WEIGHT_SEMIBOLD
                                                                : PANGO_WEIGHT_NORMAL);
  lines->quantity = make_line (style, cell->quantity, scale * SMALL, PANGO_WEIGHT_NORMAL);
  lines->late = make_line (style, cell->late, scale * SMALL, PANGO_WEIGHT_NORMAL);
  lines->ring = cell->is_code && lines->text != NULL ? scale * style->font_size * INSET : 0;
  lines->gap = scale * style->font_size * 0.25;
}

static void
clear_lines (Lines *lines)
{
  g_clear_object (&lines->struck);
  g_clear_object (&lines->text);
  g_clear_object (&lines->quantity);
  g_clear_object (&lines->late);
}

/* How much smaller all of it has to be to fit; at most 1. */
static double
find_scale (const Lines *lines,
            double       width,
            double       height)
{
  double wide = MAX (first_width (lines), MAX (width_of (lines->quantity),
                                               width_of (lines->late)));
  double high = first_height (lines) + height_of (lines->quantity) + height_of (lines->late);
  double scale = 1;

  if (wide > width)
    scale = width / wide;
  if (high > height)
    scale = MIN (scale, height / high);

  return MAX (scale, SMALLEST);
}

static void
draw_ring (cairo_t             *cr,
           const TendDrawStyle *style,
           double               x,
           double               y,
           double               width,
           double               height)
{
  tend_draw_rounded (cr, x, y, width, height, height / 2);
  tend_cairo_set_color (cr, &style->palette->ink);
  cairo_set_line_width (cr, style->font_size * STROKE * 0.8);
  cairo_stroke (cr);
}

/* Draws with its middle line at @y, as far as @room goes; returns how wide it is. */
static double
draw_struck (cairo_t             *cr,
             Lines               *lines,
             const TendDrawStyle *style,
             const TendColor     *ink,
             double               x,
             double               y,
             double               room)
{
  double wide = MIN (width_of (lines->struck), room);
  double tall = height_of (lines->struck);

  tend_draw_text (cr, g_steal_pointer (&lines->struck), x, y - tall / 2, room, ink);
  tend_cairo_set_color (cr, ink);
  cairo_set_line_width (cr, style->font_size * STRIKE);
  cairo_move_to (cr, x - lines->gap / 2, y);
  cairo_line_to (cr, x + wide + lines->gap / 2, y);
  cairo_stroke (cr);
  return wide;
}

static void
draw_main (cairo_t             *cr,
           Lines               *lines,
           const TendDrawStyle *style,
           const TendColor     *ink,
           double               x,
           double               y,
           double               room)
{
  double tall = height_of (lines->text);
  double wide = MIN (width_of (lines->text), MAX (room, 1));

  if (lines->ring > 0)
    draw_ring (cr, style, x, y - tall / 2, wide + 2 * lines->ring, tall);
  tend_draw_text (cr, g_steal_pointer (&lines->text), x + lines->ring, y - tall / 2, wide, ink);
}

/* What is struck through and what stands in its place, in the middle of @width; returns
 * where they end. */
static double
draw_first (cairo_t             *cr,
            Lines               *lines,
            const TendDrawStyle *style,
            const TendColor     *ink,
            double               width,
            double               y)
{
  double inset = style->font_size * INSET;
  double bottom = y + first_height (lines);
  double x = MAX ((width - first_width (lines)) / 2, inset);

  if (lines->stacked)
    {
      double tall = height_of (lines->struck);

      draw_struck (cr, lines, style, ink, MAX ((width - width_of (lines->struck)) / 2, inset),
                   y + tall / 2, width - 2 * inset);
      x = MAX ((width - width_of (lines->text)) / 2 - lines->ring, inset);
      draw_main (cr, lines, style, ink, x, (y + tall + bottom) / 2, width - x);
      return bottom;
    }
  if (lines->struck != NULL)
    x += draw_struck (cr, lines, style, ink, x, (y + bottom) / 2, width - x) + lines->gap;
  if (lines->text != NULL)
    draw_main (cr, lines, style, ink, x, (y + bottom) / 2, width - x);
  return bottom;
}

static double
draw_small (cairo_t          *cr,
            PangoLayout     **layout,
            const TendColor  *ink,
            double            width,
            double            y)
{
  double high = height_of (*layout);
  double x = MAX ((width - width_of (*layout)) / 2, 0);

  if (*layout != NULL)
    tend_draw_text (cr, g_steal_pointer (layout), x, y, width, ink);

  return y + high;
}

static void
draw_text (cairo_t             *cr,
           const TendMarCell   *cell,
           double               width,
           double               height,
           const TendDrawStyle *style)
{
  double room = width - 2 * style->font_size * INSET;
  double most = height - style->font_size * INSET;
  gboolean soft = cell->state != TEND_MAR_CELL_WRITTEN && cell->state != TEND_MAR_CELL_GAP;
  const TendColor *ink = soft ? &style->palette->soft_ink : &style->palette->ink;
  Lines lines = { 0 };
  double scale, y;

  make_lines (&lines, cell, style, 1);
  lines.stacked = lines.struck && lines.text && first_width (&lines) > room;
  scale = find_scale (&lines, room, most);
  if (scale < 1)
    {
      clear_lines (&lines);
      make_lines (&lines, cell, style, scale);
    }

  y = (height - first_height (&lines) - height_of (lines.quantity) - height_of (lines.late)) / 2;
  y = draw_first (cr, &lines, style, ink, width, MAX (y, 0));
  y = draw_small (cr, &lines.quantity, ink, width, y);
  draw_small (cr, &lines.late, ink, width, y);
  clear_lines (&lines);
}

static void
draw_box (cairo_t             *cr,
          double               width,
          double               height,
          double               thickness,
          double               inset,
          const TendColor     *color)
{
  tend_cairo_set_color (cr, color);
  cairo_set_line_width (cr, thickness);
  cairo_rectangle (cr, inset, inset, width - 2 * inset, height - 2 * inset);
  cairo_stroke (cr);
}

/* What lies under the text. */
static void
draw_ground (cairo_t             *cr,
             const TendMarCell   *cell,
             double               width,
             double               height,
             const TendDrawStyle *style)
{
  const TendPalette *palette = style->palette;
  double size = style->font_size;
  double dashes[] = { size * 0.25, size * 0.2 };

  switch (cell->state)
    {
    case TEND_MAR_CELL_NOT_DUE:
      tend_cairo_set_color (cr, &palette->soft_ink);
      cairo_set_line_width (cr, size * HAIRLINE * 1.5);
      cairo_move_to (cr, width / 2 - size * 0.3, height / 2);
      cairo_line_to (cr, width / 2 + size * 0.3, height / 2);
      cairo_stroke (cr);
      break;

    case TEND_MAR_CELL_OUTSIDE:
      cairo_rectangle (cr, 0, 0, width, height);
      tend_draw_hatch (cr, size * 0.5, size * HAIRLINE, &palette->soft_ink);
      break;

    case TEND_MAR_CELL_GAP:
      draw_box (cr, width, height, size * HEAVY, size * 0.28, &palette->ink);
      break;

    case TEND_MAR_CELL_DRAFT:
      cairo_save (cr);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      draw_box (cr, width, height, size * STROKE, size * 0.14, &palette->accent);
      cairo_restore (cr);
      break;

    case TEND_MAR_CELL_DUE:
    case TEND_MAR_CELL_OTHERS:
    case TEND_MAR_CELL_WRITTEN:
    default:
      break;
    }
}

/* The upper left corner, filled. */
static void
draw_corner (cairo_t             *cr,
             const TendDrawStyle *style)
{
  double side = style->font_size * 0.42;

  tend_cairo_set_color (cr, &style->palette->ink);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, side, 0);
  cairo_line_to (cr, 0, side);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_edges (cairo_t             *cr,
            gboolean             today,
            double               width,
            double               height,
            const TendDrawStyle *style)
{
  double hairline = style->font_size * HAIRLINE;
  double line = style->font_size * STROKE;

  tend_cairo_set_color (cr, &style->palette->soft_ink);
  cairo_set_line_width (cr, hairline);
  cairo_move_to (cr, width - hairline / 2, 0);
  cairo_line_to (cr, width - hairline / 2, height - hairline / 2);
  cairo_line_to (cr, 0, height - hairline / 2);
  cairo_stroke (cr);
  if (!today)
    return;

  tend_cairo_set_color (cr, &style->palette->accent);
  cairo_set_line_width (cr, line);
  cairo_move_to (cr, line / 2, 0);
  cairo_line_to (cr, line / 2, height);
  cairo_move_to (cr, width - line / 2, 0);
  cairo_line_to (cr, width - line / 2, height);
  cairo_stroke (cr);
}

void
tend_mar_cell_draw (cairo_t             *cr,
                    const TendMarCell   *cell,
                    double               width,
                    double               height,
                    const TendDrawStyle *style)
{
  g_return_if_fail (cr != NULL && cell != NULL && style != NULL && style->palette != NULL);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  draw_ground (cr, cell, width, height, style);
  draw_text (cr, cell, width, height, style);
  if (cell->late != NULL && *cell->late != '\0')
    draw_corner (cr, style);
  draw_edges (cr, cell->today, width, height, style);
  cairo_restore (cr);
}
