/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-widget-style.h"

#include <adwaita.h>

const TendPalette *
tend_widget_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return tend_palette_get (dark ? TEND_PALETTE_DARK_CONTRAST : TEND_PALETTE_LIGHT_CONTRAST);

  return tend_palette_get (dark ? TEND_PALETTE_DARK : TEND_PALETTE_LIGHT);
}

/* The size of the widget's font in pixels, the unit of its cairo_t. */
static double
font_pixels (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * (resolution > 0 ? resolution : 96) / 72;
}

void
tend_widget_draw_style (GtkWidget     *widget,
                        TendDrawStyle *style)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  style->palette = tend_widget_palette ();
  style->context = gtk_widget_get_pango_context (widget);
  style->font_size = font_pixels (style->context);
}

void
tend_widget_follow_palette (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
}
