/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-draw.h"

#include <math.h>

#include "tend-text.h"

PangoLayout *
tend_draw_layout (const TendDrawStyle *style,
                  const char          *text,
                  double               scale,
                  PangoWeight          weight)
{
  PangoContext *context = style->context ? g_object_ref (style->context)
                                         : tend_text_context_new (NULL);
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font
    = pango_font_description_copy (pango_context_get_font_description (context));
  PangoAttrList *attributes = tend_text_attributes (TEND_TEXT_CELL);

  g_object_unref (context);
  pango_layout_set_text (layout, text ? text : "", -1);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_font_description_set_absolute_size (font, style->font_size * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

void
tend_draw_text (cairo_t         *cr,
                PangoLayout     *layout,
                double           x,
                double           y,
                double           width,
                const TendColor *color)
{
  /* Setting a width shapes the text anew, so only where it is needed. */
  if (width >= 0 && tend_text_width (layout) > width)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      /* Text starts at the left, whichever way it is written. */
      if (tend_text_is_right_to_left (pango_layout_get_text (layout)))
        pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
    }
  tend_cairo_set_color (cr, color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

void
tend_draw_rounded (cairo_t *cr,
                   double   x,
                   double   y,
                   double   width,
                   double   height,
                   double   radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
tend_draw_hatch (cairo_t         *cr,
                 double           gap,
                 double           thickness,
                 const TendColor *color)
{
  double x1, y1, x2, y2;

  cairo_save (cr);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_clip (cr);
  tend_cairo_set_color (cr, color);
  cairo_set_line_width (cr, thickness);
  /* Lines through whole multiples of the gap, so that neighbours join. */
  for (double c = floor ((x1 + y1) / gap) * gap; c <= x2 + y2; c += gap)
    {
      cairo_move_to (cr, c - y1, y1);
      cairo_line_to (cr, c - y2, y2);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}
