/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How large a window shows its pages: the same steps, actions and keys in each that has some. */

/* Gives the class the actions "zoom.in", "zoom.out" and "zoom.fit", and their usual keys. */
void    tend_zoom_install (GtkWidgetClass              *widget_class,
                           GtkWidgetActionActivateFunc  activate);

/* Where an action leads from @now, in pixels for a point; 0 is "fit". */
double  tend_zoom_step    (const char                  *action,
                           double                       now);

G_END_DECLS
