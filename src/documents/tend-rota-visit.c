/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One visit of the rota as a block.  What has happened to it is told by its fill,
 * its border and a mark, never by colour alone. */

#include "tend-rota-chart.h"

#define RADIUS 3.5
#define BAR    3.5 /* no narrower than the radius */
#define INSET  3.0
/* What "08:00–08:30" beside a name is wider than in any typeface, with its gap. */
#define LEAST_TIME_EMS 4.0

static const TendColor *
main_color (const TendRotaVisit *visit,
            const TendPalette   *palette)
{
  if (visit->state == TEND_ROTA_CANCELLED)
    return &palette->soft_ink;
  if (visit->state == TEND_ROTA_MISSED)
    return &palette->warning;
  return &palette->series[ABS (visit->color % TEND_PALETTE_N_SERIES)];
}

/* The outline, with open ends where the visit goes on elsewhere. */
static void
outline (cairo_t            *cr,
         double              width,
         double              height,
         const TendRotaPart *part,
         double              inset)
{
  double top = part && part->from_before ? -RADIUS : inset;
  double bottom = part && part->goes_on ? height + RADIUS : height - inset;

  tend_draw_rounded (cr, inset, top, width - 2 * inset, bottom - top, RADIUS);
}

/* The bar of colour along the left edge, with the outline's corners. */
static void
draw_bar (cairo_t            *cr,
          double              height,
          const TendRotaPart *part,
          const TendColor    *color)
{
  double top = part && part->from_before ? -RADIUS : 0;
  double bottom = part && part->goes_on ? height + RADIUS : height;
  double r = MIN (RADIUS, (bottom - top) / 2);

  cairo_move_to (cr, BAR, bottom);
  cairo_arc (cr, r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, r, top + r, r, G_PI, 1.5 * G_PI);
  cairo_line_to (cr, BAR, top);
  cairo_close_path (cr);
  tend_cairo_set_color (cr, color);
  cairo_fill (cr);
}

static void
draw_body (cairo_t             *cr,
           double               width,
           double               height,
           const TendRotaVisit *visit,
           const TendRotaPart  *part,
           TendRotaDrawFlags    flags,
           const TendDrawStyle *style)
{
  const TendPalette *palette = style->palette;
  const TendColor *color = main_color (visit, palette);
  const TendColor *fill = &palette->paper;
  const double dashes[] = { 3, 2.2 };

  if (visit->state == TEND_ROTA_DONE)
    fill = &palette->washes[ABS (visit->color % TEND_PALETTE_N_SERIES)];
  else if (flags & TEND_ROTA_DRAW_HOVER)
    fill = &palette->band;

  outline (cr, width, height, part, 0.5);
  tend_cairo_set_color (cr, fill);
  cairo_fill_preserve (cr);
  tend_cairo_set_color (cr, visit->clash ? &palette->warning : color);
  cairo_set_line_width (cr, visit->clash || flags & TEND_ROTA_DRAW_HOVER ? 1.6 : 0.9);
  if (visit->state == TEND_ROTA_CANCELLED || visit->state == TEND_ROTA_MISSED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  if (visit->state == TEND_ROTA_PLANNED || visit->state == TEND_ROTA_DONE)
    draw_bar (cr, height, part, color);
}

/* A tick, or an exclamation mark, in a square of @size; drawn, so that no font is
 * asked for it. */
static void
draw_mark (cairo_t             *cr,
           double               x,
           double               y,
           double               size,
           const TendRotaVisit *visit,
           const TendPalette   *palette)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, size * 0.17);
  if (visit->state == TEND_ROTA_DONE && !visit->clash)
    {
      tend_cairo_set_color (cr, main_color (visit, palette));
      cairo_move_to (cr, x + size * 0.12, y + size * 0.55);
      cairo_line_to (cr, x + size * 0.40, y + size * 0.82);
      cairo_line_to (cr, x + size * 0.90, y + size * 0.22);
      cairo_stroke (cr);
      return;
    }
  tend_cairo_set_color (cr, &palette->warning);
  cairo_move_to (cr, x + size / 2, y + size * 0.12);
  cairo_line_to (cr, x + size / 2, y + size * 0.58);
  cairo_stroke (cr);
  cairo_arc (cr, x + size / 2, y + size * 0.86, size * 0.10, 0, 2 * G_PI);
  cairo_fill (cr);
}

static gboolean
has_mark (const TendRotaVisit *visit)
{
  return visit->clash || visit->state == TEND_ROTA_DONE || visit->state == TEND_ROTA_MISSED;
}

static PangoLayout *
word_layout (const TendRotaVisit *visit,
             const TendDrawStyle *style,
             const char          *word,
             gboolean             first)
{
  PangoLayout *layout = tend_draw_layout (style, word, first ? 1 : 0.88,
                                          first ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);

  if (first && visit->state == TEND_ROTA_CANCELLED)
    {
      PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

/* The size of the mark in the first line; 0 where there is none: in a narrow lane the
 * name comes first. */
static double
mark_size (double               width,
           const TendRotaVisit *visit,
           const TendDrawStyle *style)
{
  return has_mark (visit) && width > BAR + INSET + 4.5 * style->font_size ? style->font_size : 0;
}

static double
first_line_room (double               width,
                 const TendRotaVisit *visit,
                 const TendDrawStyle *style)
{
  double size = mark_size (width, visit, style);

  return MAX (width - BAR - INSET - (size > 0 ? size + 5 : 2), 1);
}

/* Whether the time has no place for certain, neither beside @name nor below it: then
 * it need not be shaped, which takes longer than all else in a full week. */
static gboolean
is_without_time (double               width,
                 double               height,
                 const TendRotaVisit *visit,
                 const TendDrawStyle *style,
                 PangoLayout         *name)
{
  int name_width, name_height;

  pango_layout_get_pixel_size (name, &name_width, &name_height);

  return height < 1.7 * name_height &&
         name_width + LEAST_TIME_EMS * style->font_size > first_line_room (width, visit, style);
}

/* The client, with the mark and, in a block of one line, the time beside it.
 * @name: (transfer full)
 * @time: (transfer full) (nullable): set to NULL once it is drawn
 * Returns where the next line goes. */
static double
draw_first_line (cairo_t              *cr,
                 double                width,
                 double                height,
                 const TendRotaVisit  *visit,
                 const TendDrawStyle  *style,
                 PangoLayout          *name,
                 PangoLayout         **time)
{
  double x = BAR + INSET;
  double size = mark_size (width, visit, style);
  double room = first_line_room (width, visit, style);
  double y = 1.5;
  int name_width, name_height, time_width = 0, time_height = 0;

  pango_layout_get_pixel_size (name, &name_width, &name_height);
  if (*time != NULL)
    pango_layout_get_pixel_size (*time, &time_width, &time_height);
  /* A block lower than a line keeps its line in the middle. */
  if (height < name_height + 3)
    y = (height - name_height) / 2;
  if (size > 0)
    draw_mark (cr, width - size - 3, y + (name_height - size) / 2, size, visit, style->palette);
  tend_draw_text (cr, name, x, y, room, visit->state == TEND_ROTA_CANCELLED
                                        ? &style->palette->soft_ink : &style->palette->ink);
  if (*time != NULL && y + name_height + time_height > height - 0.5)
    {
      if (name_width + 6 + time_width <= room)
        tend_draw_text (cr, g_object_ref (*time), x + name_width + 6,
                        y + name_height - time_height - 0.5, -1, &style->palette->soft_ink);
      g_clear_object (time);
    }
  return y + name_height;
}

/* As many of client, time and service as there is height for. */
static void
draw_words (cairo_t             *cr,
            double               width,
            double               height,
            const TendRotaVisit *visit,
            const TendDrawStyle *style)
{
  g_autofree char *span = NULL;
  double x = BAR + INSET;
  double room = MAX (width - x - 2, 1);
  PangoLayout *name, *time = NULL;
  double y;
  int line_height = 0;

  if (visit->client == NULL || *visit->client == '\0')
    {
      /* A sample in a key: only what tells the state. */
      if (has_mark (visit))
        draw_mark (cr, (width - style->font_size) / 2, (height - style->font_size) / 2,
                   style->font_size, visit, style->palette);
      return;
    }
  name = word_layout (visit, style, visit->client, TRUE);
  if (!is_without_time (width, height, visit, style, name))
    {
      span = tend_time_format_span (visit->start, visit->end);
      time = word_layout (visit, style, span, FALSE);
      pango_layout_get_pixel_size (time, NULL, &line_height);
    }
  y = draw_first_line (cr, width, height, visit, style, name, &time);
  if (time == NULL)
    return;
  tend_draw_text (cr, time, x, y, room, &style->palette->soft_ink);
  y += line_height;
  if (visit->service && *visit->service && y + line_height <= height - 0.5)
    tend_draw_text (cr, word_layout (visit, style, visit->service, FALSE), x, y, room,
                    &style->palette->soft_ink);
}

void
tend_rota_draw_visit (cairo_t             *cr,
                      double               width,
                      double               height,
                      const TendRotaVisit *visit,
                      const TendRotaPart  *part,
                      TendRotaDrawFlags    flags,
                      const TendDrawStyle *style)
{
  g_return_if_fail (cr != NULL && visit != NULL && style != NULL);

  cairo_save (cr);
  if (flags & TEND_ROTA_DRAW_GHOST)
    cairo_push_group (cr);
  cairo_save (cr);
  /* Open ends are drawn by going over the edge. */
  if (part && (part->from_before || part->goes_on))
    {
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_clip (cr);
    }
  draw_body (cr, width, height, visit, part, flags, style);
  cairo_restore (cr);
  draw_words (cr, width, height, visit, style);

  if (flags & TEND_ROTA_DRAW_SELECTED)
    {
      tend_draw_rounded (cr, 1, 1, width - 2, height - 2, RADIUS);
      tend_cairo_set_color (cr, &style->palette->accent);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  if (flags & TEND_ROTA_DRAW_GHOST)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, 0.55);
    }
  cairo_restore (cr);
}
