/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-draw.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The palette of the desktop's mood: light or dark, high contrast or not. */
const TendPalette *tend_widget_palette    (void);

/**
 * tend_widget_draw_style:
 * @style: (out caller-allocates): valid until @widget's font changes
 *
 * How a chart is drawn inside @widget: the desktop's colours, and the widget's
 * own font at its own size, so that large text is large in charts too.
 */
void               tend_widget_draw_style (GtkWidget     *widget,
                                           TendDrawStyle *style);

/* Calls gtk_widget_queue_draw() on @widget whenever tend_widget_palette() changes. */
void               tend_widget_follow_palette (GtkWidget *widget);

G_END_DECLS
