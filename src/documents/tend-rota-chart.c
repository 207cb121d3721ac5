/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rota-chart.h"

#include <glib/gi18n-lib.h>

#define SMALL 0.85

static double
column_x (const TendRotaGrid *grid,
          double              width,
          int                 day)
{
  return grid->gutter + (width - grid->gutter) / grid->n_days * day;
}

static double
clock_y (const TendRotaGrid *grid,
         double              height,
         double              minutes)
{
  return grid->header + (height - grid->header) * (minutes - grid->from_hour * 60)
                        / ((grid->to_hour - grid->from_hour) * 60);
}

static void
draw_line (cairo_t         *cr,
           double           x1,
           double           y1,
           double           x2,
           double           y2,
           double           thickness,
           const TendColor *color)
{
  tend_cairo_set_color (cr, color);
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

static void
draw_hours (cairo_t             *cr,
            double               width,
            double               height,
            const TendRotaGrid  *grid,
            const TendDrawStyle *style)
{
  double hour_height = (height - grid->header) / (grid->to_hour - grid->from_hour);
  int every = hour_height < style->font_size * 1.5 ? 2 : 1;

  for (int hour = grid->from_hour; hour <= grid->to_hour; hour++)
    {
      double y = clock_y (grid, height, hour * 60);
      g_autofree char *text = tend_clock_format (hour % 24 * 60);
      PangoLayout *layout;
      int text_width, text_height;

      draw_line (cr, grid->gutter, y, width, y, 0.5, &style->palette->rule);
      if (hour == grid->to_hour || (hour - grid->from_hour) % every != 0)
        continue;
      layout = tend_draw_layout (style, text, SMALL, PANGO_WEIGHT_NORMAL);
      pango_layout_get_pixel_size (layout, &text_width, &text_height);
      tend_draw_text (cr, layout, MAX (grid->gutter - text_width - 6, 0), y - text_height / 2.0, -1,
                      &style->palette->soft_ink);
    }
}

static const char *
time_off_label (const TendRotaGrid *grid,
                TendDate            date)
{
  for (gsize i = 0; i < grid->n_time_off; i++)
    if (date >= grid->time_off[i].starts_on && date <= grid->time_off[i].ends_on)
      return grid->time_off[i].label;
  return NULL;
}

/* The name, and why one is off: below it where the header has room, else beside it. */
static void
draw_day_name (cairo_t             *cr,
               double               x,
               double               room,
               const TendRotaGrid  *grid,
               const TendDrawStyle *style,
               const char          *name,
               const char          *off,
               gboolean             today)
{
  const TendPalette *palette = style->palette;
  PangoLayout *first = tend_draw_layout (style, name, 1, today ? PANGO_WEIGHT_BOLD
                                                              : PANGO_WEIGHT_SEMIBOLD);
  int width, height;
  double y;

  pango_layout_get_pixel_size (first, &width, &height);
  y = (grid->header - height * 2) / 2;
  if (off == NULL || y < 0)
    y = (grid->header - height) / 2.0;
  tend_draw_text (cr, first, x, y, room, today ? &palette->accent : &palette->ink);
  if (off == NULL)
    return;
  first = tend_draw_layout (style, off, SMALL, PANGO_WEIGHT_NORMAL);
  if (grid->header >= height * 2)
    tend_draw_text (cr, first, x, y + height, room, &palette->soft_ink);
  else
    tend_draw_text (cr, first, x + width + 6, y + height * (1 - SMALL), MAX (room - width - 6, 1),
                    &palette->soft_ink);
}

static void
draw_day (cairo_t             *cr,
          double               width,
          double               height,
          const TendRotaGrid  *grid,
          const TendDrawStyle *style,
          int                  day)
{
  const TendPalette *palette = style->palette;
  TendDate date = grid->first_day + day;
  gboolean today = date == grid->today;
  double x = column_x (grid, width, day);
  double column = column_x (grid, width, day + 1) - x;
  g_autofree char *name = tend_date_format (date, TEND_DATE_DAY);
  const char *off = time_off_label (grid, date);

  if (tend_date_weekday (date) >= TEND_SATURDAY)
    {
      cairo_rectangle (cr, x, grid->header, column, height - grid->header);
      tend_cairo_set_color (cr, &palette->band);
      cairo_fill (cr);
    }
  /* A window may name the days in widgets of its own. */
  if (grid->header >= style->font_size)
    draw_day_name (cr, x + 5, column - 8, grid, style, name, off, today);
  if (today)
    {
      cairo_rectangle (cr, x, grid->header - 2.5, column, 2.5);
      tend_cairo_set_color (cr, &palette->accent);
      cairo_fill (cr);
    }
}

static void
draw_time_off (cairo_t               *cr,
               double                 width,
               double                 height,
               const TendRotaGrid    *grid,
               const TendDrawStyle   *style,
               const TendRotaTimeOff *off)
{
  int first = MAX (off->starts_on - grid->first_day, 0);
  int last = MIN (off->ends_on - grid->first_day, grid->n_days - 1);
  double x = column_x (grid, width, first);
  double to = column_x (grid, width, last + 1);

  if (first > last)
    return;
  cairo_rectangle (cr, x, grid->header, to - x, height - grid->header);
  tend_draw_hatch (cr, 7, 0.8, &style->palette->rule);
}

static void
draw_now (cairo_t             *cr,
          double               width,
          double               height,
          const TendRotaGrid  *grid,
          const TendDrawStyle *style)
{
  TendDate date = tend_time_date (grid->now);
  TendClock clock = tend_time_clock (grid->now);
  int day = date - grid->first_day;
  double y = clock_y (grid, height, clock);
  double x = column_x (grid, width, day);

  if (day < 0 || day >= grid->n_days || y < grid->header || y > height)
    return;
  draw_line (cr, x, y, column_x (grid, width, day + 1), y, 1.5, &style->palette->warning);
  cairo_arc (cr, x, y, 3.5, 0, 2 * G_PI);
  cairo_fill (cr);
}

void
tend_rota_draw_grid (cairo_t             *cr,
                     double               width,
                     double               height,
                     const TendRotaGrid  *grid,
                     const TendDrawStyle *style)
{
  g_return_if_fail (cr != NULL && grid != NULL && style != NULL);
  g_return_if_fail (grid->to_hour > grid->from_hour && grid->n_days > 0);

  cairo_save (cr);
  for (int day = 0; day < grid->n_days; day++)
    draw_day (cr, width, height, grid, style, day);
  draw_hours (cr, width, height, grid, style);
  for (int day = 0; day <= grid->n_days; day++)
    {
      double x = column_x (grid, width, day);

      draw_line (cr, x, grid->header, x, height, 0.8, &style->palette->rule);
    }
  for (gsize i = 0; i < grid->n_time_off; i++)
    draw_time_off (cr, width, height, grid, style, &grid->time_off[i]);
  if (grid->now != TEND_INSTANT_NONE)
    draw_now (cr, width, height, grid, style);
  cairo_restore (cr);
}

static const char *
state_name (TendRotaState state)
{
  switch (state)
    {
    case TEND_ROTA_DONE:
      return _("done");
    case TEND_ROTA_CANCELLED:
      return _("cancelled");
    case TEND_ROTA_MISSED:
      return _("missed");
    case TEND_ROTA_PLANNED:
    default:
      return _("planned");
    }
}

char *
tend_rota_visit_label (const TendRotaVisit *visit)
{
  g_autofree char *date = NULL;
  g_autofree char *span = NULL;
  GString *label;

  g_return_val_if_fail (visit != NULL, NULL);

  date = tend_date_format (tend_time_date (visit->start), TEND_DATE_FULL);
  span = tend_time_format_span (visit->start, visit->end);
  label = g_string_new (date);
  g_string_append_printf (label, ", %s, %s", span, visit->client);
  if (visit->service && *visit->service)
    g_string_append_printf (label, ", %s", visit->service);
  g_string_append_printf (label, ", %s", state_name (visit->state));
  if (visit->clash)
    g_string_append_printf (label, ", %s", _("at the same time as another visit"));
  return g_string_free (label, FALSE);
}
