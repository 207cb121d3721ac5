/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-chart.h"

#include <math.h>

#include "tend-output.h"

#define SMALL    0.88
#define MAX_BAR  34.0 /* wider looks like a block, not a bar */
#define TEXT_GAP 6.0
#define BAR_ROW  2.1  /* height of a lying bar's row, in sizes of the font */

/* The field of the bars, in the chart's units. */
typedef struct
{
  double   left;
  double   top;
  double   width;
  double   height;
  double   band;   /* room of one key along the axis of keys */
  TendAxis axis;
} Field;

static void
text_size (const TendDrawStyle *style,
           const char          *text,
           double               scale,
           double              *width,
           double              *height)
{
  PangoLayout *layout = tend_draw_layout (style, text, scale, PANGO_WEIGHT_NORMAL);
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  g_object_unref (layout);
  if (width)
    *width = w;
  if (height)
    *height = h;
}

static void
find_range (const TendChart *chart,
            gint64          *lowest,
            gint64          *highest)
{
  *lowest = *highest = 0;
  for (gsize k = 0; k < chart->n_keys; k++)
    {
      gint64 sum = 0;

      for (gsize s = 0; s < chart->n_series; s++)
        {
          gint64 value = chart->series[s].values[k];

          sum += MAX (value, 0);
          if (chart->kind != TEND_CHART_STACKED)
            {
              *lowest = MIN (*lowest, value);
              *highest = MAX (*highest, value);
            }
        }
      if (chart->kind == TEND_CHART_STACKED)
        *highest = MAX (*highest, sum);
    }
}

/* One name of the legend with its sample, in sizes of the font. */
#define LEGEND_SAMPLE 1.3
#define LEGEND_SPACE  1.6
#define LEGEND_LINE   1.7

typedef void (*LegendFunc) (double   x,
                            double   y,
                            gsize    series,
                            gpointer data);

/* Calls @func with the place of each name, in as many lines as @width makes them.
 * Gives the height of the lines.
 */
static double
lay_out_legend (const TendChart     *chart,
                const TendDrawStyle *style,
                double               width,
                LegendFunc           func,
                gpointer             data)
{
  double size = style->font_size;
  double x = 0, y = 0;

  if (chart->n_series < 2)
    return 0;

  for (gsize s = 0; s < chart->n_series; s++)
    {
      double name;

      text_size (style, chart->series[s].name, 1, &name, NULL);
      name += size * LEGEND_SAMPLE + TEXT_GAP;
      if (x > 0 && x + name > width)
        {
          x = 0;
          y += size * LEGEND_LINE;
        }
      if (func != NULL)
        func (x, y, s, data);
      x += name + size * LEGEND_SPACE;
    }

  return y + size * 2.2;
}

static double
legend_height (const TendChart     *chart,
               const TendDrawStyle *style,
               double               width)
{
  return lay_out_legend (chart, style, width, NULL, NULL);
}

static double
widest_key (const TendChart     *chart,
            const TendDrawStyle *style)
{
  double widest = 0;

  for (gsize k = 0; k < chart->n_keys; k++)
    {
      double width;

      text_size (style, chart->keys[k], 1, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

static void
field_init (Field               *self,
            double               width,
            double               height,
            const TendChart     *chart,
            const TendDrawStyle *style)
{
  gint64 lowest, highest;
  double line, widest = 0;

  find_range (chart, &lowest, &highest);
  text_size (style, "0", 1, NULL, &line);
  self->top = legend_height (chart, style, width);

  if (chart->kind == TEND_CHART_BARS)
    {
      self->left = MIN (widest_key (chart, style), width * 0.35) + TEXT_GAP;
      self->axis = tend_axis_new (lowest, highest, chart->unit, 5);
      text_size (style, "£100,000.00", 1, &widest, NULL);
      self->width = MAX (width - self->left - widest - TEXT_GAP, 1);
      self->height = MAX (height - self->top, 1);
      self->band = self->height / MAX (chart->n_keys, 1);
      return;
    }

  self->top += line / 2;
  self->height = MAX (height - self->top - line - TEXT_GAP, 1);
  self->axis = tend_axis_new (lowest, highest, chart->unit,
                              CLAMP ((int) (self->height / (line * 2.4)), 2, 8));
  for (gint64 v = self->axis.lowest; v <= self->axis.highest; v += self->axis.step)
    {
      g_autofree char *text = tend_axis_format (&self->axis, v, chart->unit);
      double w;

      text_size (style, text, SMALL, &w, NULL);
      widest = MAX (widest, w);
    }
  self->left = widest + TEXT_GAP;
  self->width = MAX (width - self->left, 1);
  self->band = self->width / MAX (chart->n_keys, 1);
}

static double
value_y (const Field *field,
         gint64       value)
{
  return field->top + field->height * (field->axis.highest - value)
                      / (double) (field->axis.highest - field->axis.lowest);
}

/* Each series has a fill of its own: full, hatched, outlined, and so on round. */
static void
fill_bar (cairo_t             *cr,
          double               x,
          double               y,
          double               width,
          double               height,
          gsize                series,
          const TendDrawStyle *style)
{
  const TendColor *color = &style->palette->series[series % TEND_PALETTE_N_SERIES];
  const TendColor *wash = &style->palette->washes[series % TEND_PALETTE_N_SERIES];
  double thickness = style->font_size / 9;

  if (width <= 0 || height <= 0)
    return;
  cairo_rectangle (cr, x, y, width, height);
  tend_cairo_set_color (cr, series % 3 == 0 ? color : wash);
  cairo_fill (cr);
  if (series % 3 == 0)
    return;
  if (series % 3 == 1)
    {
      cairo_rectangle (cr, x, y, width, height);
      tend_draw_hatch (cr, thickness * 4, thickness, color);
    }
  if (width > 2 * thickness && height > 2 * thickness)
    {
      cairo_rectangle (cr, x + thickness / 2, y + thickness / 2, width - thickness,
                       height - thickness);
      tend_cairo_set_color (cr, color);
      cairo_set_line_width (cr, thickness);
      cairo_stroke (cr);
    }
}

typedef struct
{
  cairo_t             *cr;
  const TendChart     *chart;
  const TendDrawStyle *style;
} Legend;

static void
draw_name (double   x,
           double   y,
           gsize    series,
           gpointer data)
{
  const Legend *self = data;
  double size = self->style->font_size;
  const char *name = self->chart->series[series].name;
  double height;

  text_size (self->style, name, 1, NULL, &height);
  fill_bar (self->cr, x, y + (height - size) / 2, size * LEGEND_SAMPLE, size, series, self->style);
  tend_draw_text (self->cr, tend_draw_layout (self->style, name, 1, PANGO_WEIGHT_NORMAL),
                  x + size * LEGEND_SAMPLE + TEXT_GAP, y, -1, &self->style->palette->ink);
}

static void
draw_marks (cairo_t             *cr,
            const Field         *field,
            const TendChart     *chart,
            const TendDrawStyle *style)
{
  for (gint64 v = field->axis.lowest; v <= field->axis.highest; v += field->axis.step)
    {
      g_autofree char *text = tend_axis_format (&field->axis, v, chart->unit);
      double y = value_y (field, v);
      double width, height;

      tend_cairo_set_color (cr, v == 0 ? &style->palette->soft_ink : &style->palette->rule);
      cairo_set_line_width (cr, v == 0 ? 1 : 0.6);
      cairo_move_to (cr, field->left, y);
      cairo_line_to (cr, field->left + field->width, y);
      cairo_stroke (cr);
      text_size (style, text, SMALL, &width, &height);
      tend_draw_text (cr, tend_draw_layout (style, text, SMALL, PANGO_WEIGHT_NORMAL),
                      field->left - TEXT_GAP - width, y - height / 2, -1,
                      &style->palette->soft_ink);
    }
}

/* Names below the columns: as many as do not touch each other, the last among them. */
static void
draw_column_names (cairo_t             *cr,
                   const Field         *field,
                   const TendChart     *chart,
                   const TendDrawStyle *style)
{
  double widest = widest_key (chart, style) * SMALL + TEXT_GAP;
  gsize every = MAX ((gsize) ceil (widest / field->band), 1);

  for (gsize k = 0; k < chart->n_keys; k++)
    {
      double width;

      if ((chart->n_keys - 1 - k) % every != 0)
        continue;
      text_size (style, chart->keys[k], SMALL, &width, NULL);
      width = MIN (width, field->band * every - 2);
      tend_draw_text (cr, tend_draw_layout (style, chart->keys[k], SMALL, PANGO_WEIGHT_NORMAL),
                      CLAMP (field->left + field->band * (k + 0.5) - width / 2, 0,
                             MAX (field->left + field->width - width, 0)),
                      field->top + field->height + TEXT_GAP / 2, width + 1,
                      &style->palette->soft_ink);
    }
}

static void
draw_columns (cairo_t             *cr,
              const Field         *field,
              const TendChart     *chart,
              const TendDrawStyle *style)
{
  gboolean stacked = chart->kind == TEND_CHART_STACKED;
  gsize abreast = stacked ? 1 : MAX (chart->n_series, 1);
  double bar = MIN (field->band * 0.78 / abreast, MAX_BAR * style->font_size / 9);

  for (gsize k = 0; k < chart->n_keys; k++)
    {
      double x = field->left + field->band * (k + 0.5) - bar * abreast / 2;
      gint64 below = 0;

      for (gsize s = 0; s < chart->n_series; s++)
        {
          gint64 value = stacked ? MAX (chart->series[s].values[k], 0)
                                 : chart->series[s].values[k];
          double from = value_y (field, below);
          double to = value_y (field, below + value);

          fill_bar (cr, x + (stacked ? 0 : bar * s), MIN (from, to),
                    abreast > 1 ? bar * 0.92 : bar, fabs (to - from), s, style);
          below += stacked ? value : 0;
        }
    }
}

static void
draw_lying (cairo_t             *cr,
            const Field         *field,
            const TendChart     *chart,
            const TendDrawStyle *style)
{
  double span = field->axis.highest - field->axis.lowest;
  double zero = field->left + field->width * -field->axis.lowest / span;

  for (gsize k = 0; k < chart->n_keys && chart->n_series > 0; k++)
    {
      gint64 value = chart->series[0].values[k];
      g_autofree char *text = tend_chart_format (value, chart->unit);
      double y = field->top + field->band * k;
      double bar = MIN (field->band * 0.7, style->font_size * 1.5);
      double length = field->width * ABS (value) / span;
      double height;

      text_size (style, text, 1, NULL, &height);
      tend_draw_text (cr, tend_draw_layout (style, chart->keys[k], 1, PANGO_WEIGHT_NORMAL), 0,
                      y + (field->band - height) / 2, field->left - TEXT_GAP,
                      &style->palette->ink);
      fill_bar (cr, value < 0 ? zero - length : zero, y + (field->band - bar) / 2, length, bar, 0,
                style);
      tend_draw_text (cr, tend_draw_layout (style, text, 1, PANGO_WEIGHT_NORMAL),
                      (value < 0 ? zero : zero + length) + TEXT_GAP,
                      y + (field->band - height) / 2, -1, &style->palette->soft_ink);
    }
  tend_cairo_set_color (cr, &style->palette->soft_ink);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, zero, field->top);
  cairo_line_to (cr, zero, field->top + field->height);
  cairo_stroke (cr);
}

void
tend_chart_draw (cairo_t             *cr,
                 double               width,
                 double               height,
                 const TendChart     *chart,
                 const TendDrawStyle *style)
{
  Legend legend = { cr, chart, style };
  Field field;

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
  g_return_if_fail (chart->n_series <= TEND_PALETTE_N_SERIES);

  cairo_save (cr);
  field_init (&field, width, height, chart, style);
  lay_out_legend (chart, style, width, draw_name, &legend);
  if (chart->kind == TEND_CHART_BARS)
    draw_lying (cr, &field, chart, style);
  else
    {
      draw_marks (cr, &field, chart, style);
      draw_columns (cr, &field, chart, style);
      draw_column_names (cr, &field, chart, style);
    }
  cairo_restore (cr);
}

int
tend_chart_key_at (double               width,
                   double               height,
                   const TendChart     *chart,
                   const TendDrawStyle *style,
                   double               x,
                   double               y)
{
  Field field;
  int key;

  g_return_val_if_fail (chart != NULL && style != NULL, -1);

  field_init (&field, width, height, chart, style);
  if (y < field.top || y >= field.top + field.height || x >= width)
    return -1;
  if (chart->kind == TEND_CHART_BARS)
    key = (int) ((y - field.top) / field.band);
  else if (x < field.left)
    return -1;
  else
    key = (int) ((x - field.left) / field.band);
  return key >= 0 && (gsize) key < chart->n_keys ? key : -1;
}

void
tend_chart_key_area (double               width,
                     double               height,
                     const TendChart     *chart,
                     const TendDrawStyle *style,
                     int                  key,
                     TendChartArea       *area)
{
  Field field;

  g_return_if_fail (chart != NULL && style != NULL && area != NULL);
  g_return_if_fail (key >= 0 && (gsize) key < chart->n_keys);

  field_init (&field, width, height, chart, style);
  if (chart->kind == TEND_CHART_BARS)
    *area = (TendChartArea) { 0, field.top + field.band * key, width, field.band };
  else
    *area = (TendChartArea) { field.left + field.band * key, field.top, field.band, field.height };
}

double
tend_chart_bars_height (const TendChart     *chart,
                        const TendDrawStyle *style,
                        double               width)
{
  g_return_val_if_fail (chart != NULL && style != NULL, 0);

  return legend_height (chart, style, width) + MAX (chart->n_keys, 1) * style->font_size * BAR_ROW;
}

gboolean
tend_chart_write_png (const TendChart     *chart,
                      const TendDrawStyle *style,
                      int                  width,
                      int                  height,
                      double               scale,
                      const char          *path,
                      GError             **error)
{
  double margin = style->font_size * 1.5;
  cairo_surface_t *surface;
  g_autoptr(GBytes) png = NULL;
  cairo_t *cr;

  g_return_val_if_fail (chart != NULL && path != NULL, FALSE);
  g_return_val_if_fail (width > 0 && height > 0 && scale > 0, FALSE);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * scale),
                                        (int) ceil (height * scale));
  cr = cairo_create (surface);
  tend_cairo_set_color (cr, &style->palette->paper);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, margin, margin);
  tend_chart_draw (cr, width - 2 * margin, height - 2 * margin, chart, style);
  if (tend_output_check (cairo_status (cr), error))
    png = tend_output_png (surface, error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return png != NULL && tend_output_write (path, png, error);
}
