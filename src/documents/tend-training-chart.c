/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-training-chart.h"

#include "tend-text.h"

#define ROW    2.1   /* times the size of text */
#define HEAD   2.4
#define LABEL  0.44  /* of the width, at most, for the names of courses */
#define INSET  0.25  /* of a row, around a cell */

static double
label_width (const TendTrainingChart *chart,
             const TendDrawStyle     *style,
             double                   width)
{
  double widest = 0;

  for (gsize i = 0; i < chart->n_rows; i++)
    {
      PangoLayout *layout = tend_draw_layout (style, chart->rows[i], 1, PANGO_WEIGHT_NORMAL);

      widest = MAX (widest, tend_text_width (layout));
      g_object_unref (layout);
    }

  return MIN (widest + style->font_size, width * LABEL);
}

static void
draw_tick (cairo_t *cr,
           double   x,
           double   y,
           double   size)
{
  cairo_move_to (cr, x + size * 0.15, y + size * 0.55);
  cairo_line_to (cr, x + size * 0.42, y + size * 0.80);
  cairo_line_to (cr, x + size * 0.88, y + size * 0.22);
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr,
            double   x,
            double   y,
            double   size)
{
  cairo_move_to (cr, x + size * 0.2, y + size * 0.2);
  cairo_line_to (cr, x + size * 0.8, y + size * 0.8);
  cairo_move_to (cr, x + size * 0.8, y + size * 0.2);
  cairo_line_to (cr, x + size * 0.2, y + size * 0.8);
  cairo_stroke (cr);
}

static void
draw_cell (cairo_t             *cr,
           double               x,
           double               y,
           double               width,
           double               height,
           TendTrainingCell     cell,
           const TendDrawStyle *style)
{
  const TendPalette *palette = style->palette;
  gboolean missing = cell == TEND_TRAINING_MISSING;
  double size = style->font_size;

  if (cell == TEND_TRAINING_NOT_ASKED)
    return;

  tend_draw_rounded (cr, x, y, width, height, size * 0.35);
  tend_cairo_set_color (cr, missing ? &palette->washes[5] : &palette->washes[0]);
  cairo_fill (cr);
  if (cell == TEND_TRAINING_SOON)
    {
      tend_draw_rounded (cr, x, y, width, height, size * 0.35);
      tend_draw_hatch (cr, size * 0.5, 1, &palette->soft_ink);
    }

  tend_cairo_set_color (cr, missing ? &palette->warning : &palette->accent);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, size * 0.18);
  (missing ? draw_cross : draw_tick) (cr, x + (width - size) / 2, y + (height - size) / 2, size);
}

static void
draw_heads (cairo_t                 *cr,
            double                   left,
            double                   column,
            const TendTrainingChart *chart,
            const TendDrawStyle     *style)
{
  for (gsize i = 0; i < chart->n_columns; i++)
    {
      PangoLayout *layout = tend_draw_layout (style, chart->columns[i], 0.9,
                                              PANGO_WEIGHT_SEMIBOLD);
      double width = MIN (tend_text_width (layout), column - 4);

      tend_draw_text (cr, layout, left + i * column + (column - width) / 2, style->font_size * 0.4,
                      column - 4, &style->palette->ink);
    }
}

double
tend_training_chart_height (const TendTrainingChart *chart,
                            const TendDrawStyle     *style)
{
  return style->font_size * (HEAD + ROW * chart->n_rows);
}

void
tend_training_chart_draw (cairo_t                 *cr,
                          double                   width,
                          double                   height,
                          const TendTrainingChart *chart,
                          const TendDrawStyle     *style)
{
  const TendPalette *palette = style->palette;
  double left = label_width (chart, style, width);
  double row = style->font_size * ROW;
  double inset = row * INSET / 2;
  double column;

  g_return_if_fail (chart->n_columns > 0);

  column = (width - left) / chart->n_columns;
  draw_heads (cr, left, column, chart, style);
  for (gsize i = 0; i < chart->n_rows; i++)
    {
      double y = style->font_size * HEAD + i * row;

      tend_cairo_set_color (cr, &palette->rule);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, width, y);
      cairo_stroke (cr);
      tend_draw_text (cr, tend_draw_layout (style, chart->rows[i], 1, PANGO_WEIGHT_NORMAL), 0,
                      y + row * 0.2, left - style->font_size * 0.5, &palette->ink);
      for (gsize j = 0; j < chart->n_columns; j++)
        draw_cell (cr, left + j * column + 3, y + inset, column - 6, row - 2 * inset,
                   chart->cells[i * chart->n_columns + j], style);
    }
}
