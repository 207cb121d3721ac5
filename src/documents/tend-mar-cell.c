/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-cell.h"

#include "tend-text.h"

#include <string.h>

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

/* Words that are too wide for the cell stand one below the other. */
static PangoLayout *
make_small (const TendDrawStyle *style,
            const char          *text,
            double               scale,
            double               room)
{
  PangoLayout *layout = make_line (style, text, scale, PANGO_WEIGHT_NORMAL);
  g_autofree char *lines = NULL;

  if (layout == NULL || (tend_text_width (layout) <= room && strchr (text, '\n') == NULL))
    return layout;

  lines = g_strdelimit (g_strdup (text), " ", '\n');
  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_text (layout, lines, -1);
  return layout;
}

/* How large the initials or the code are made, and what stands below them. */
typedef struct
{
  double first;
  double small;
} Scales;

/* The number that is to be given is what whoever signs reads first. */
static gboolean
is_to_give (const TendMarCell *cell)
{
  return cell->state == TEND_MAR_CELL_DUE || cell->state == TEND_MAR_CELL_GAP;
}

static void
make_lines (Lines               *lines,
            const TendMarCell   *cell,
            const TendDrawStyle *style,
            double               room,
            Scales               scales)
{
  double main_scale = cell->state == TEND_MAR_CELL_OTHERS ? scales.first * SMALL : scales.first;

  lines->struck = make_line (style, cell->struck, scales.first * SMALL, PANGO_WEIGHT_NORMAL);
  lines->text = make_line (style, cell->text, main_scale,
                           cell->state == TEND_MAR_CELL_WRITTEN ? PANGO_WEIGHT_SEMIBOLD
                                                                : PANGO_WEIGHT_NORMAL);
  lines->quantity = make_small (style, cell->quantity,
                                scales.small * (is_to_give (cell) ? 1 : SMALL), room);
  lines->late = make_small (style, cell->late, scales.small * SMALL, room);
  lines->ring = cell->is_code && lines->text != NULL ? scales.first * style->font_size * INSET
                                                     : 0;
  lines->gap = scales.first * style->font_size * 0.25;
}

static void
clear_lines (Lines *lines)
{
  g_clear_object (&lines->struck);
  g_clear_object (&lines->text);
  g_clear_object (&lines->quantity);
  g_clear_object (&lines->late);
}

static double
whole_height (const Lines *lines)
{
  return first_height (lines) + height_of (lines->quantity) + height_of (lines->late);
}

/* How much smaller each has to be to fit into @room; at most 1. */
static Scales
fit_width (const Lines *lines,
           double       room)
{
  double first = first_width (lines);
  double small = MAX (width_of (lines->quantity), width_of (lines->late));

  return (Scales) { MAX (first > room ? room / first : 1, SMALLEST),
                    MAX (small > room ? room / small : 1, SMALLEST) };
}

/* The lines as they fit into @room across. */
static Scales
fit_lines (Lines               *lines,
           const TendMarCell   *cell,
           const TendDrawStyle *style,
           double               room)
{
  Scales scales = { 1, 1 };

  make_lines (lines, cell, style, room, scales);
  lines->stacked = lines->struck && lines->text && first_width (lines) > room;
  scales = fit_width (lines, room);
  if (scales.first < 1 || scales.small < 1)
    {
      clear_lines (lines);
      make_lines (lines, cell, style, room, scales);
    }

  return scales;
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
  gboolean soft = cell->state != TEND_MAR_CELL_WRITTEN && !is_to_give (cell);
  const TendColor *ink = soft ? &style->palette->soft_ink : &style->palette->ink;
  Lines lines = { 0 };
  Scales scales = fit_lines (&lines, cell, style, room);
  double high = whole_height (&lines);
  double y;

  if (high > most)
    {
      scales.first = MAX (scales.first * most / high, SMALLEST);
      scales.small = MAX (scales.small * most / high, SMALLEST);
      clear_lines (&lines);
      make_lines (&lines, cell, style, room, scales);
    }

  y = (height - whole_height (&lines)) / 2;
  y = draw_first (cr, &lines, style, ink, width, MAX (y, 0));
  y = draw_small (cr, &lines.quantity, ink, width, y);
  draw_small (cr, &lines.late, ink, width, y);
  clear_lines (&lines);
}

double
tend_mar_cell_height (const TendMarCell   *cell,
                      double               width,
                      const TendDrawStyle *style)
{
  Lines lines = { 0 };
  double height;

  fit_lines (&lines, cell, style, width - 2 * style->font_size * INSET);
  height = whole_height (&lines) + style->font_size * INSET;
  clear_lines (&lines);

  return height;
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
