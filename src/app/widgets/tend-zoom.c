/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-zoom.h"

#define IN  "zoom.in"
#define OUT "zoom.out"
#define FIT "zoom.fit"

/* Pixels for a point, from small to large. */
static const double steps[] = { 0.35, 0.7, 1.0, 4.0 / 3.0, 1.75, 2.5, 3.5 };

void
tend_zoom_install (GtkWidgetClass              *widget_class,
                   GtkWidgetActionActivateFunc  activate)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_plus, IN },
    { GDK_KEY_equal, IN },
    { GDK_KEY_KP_Add, IN },
    { GDK_KEY_minus, OUT },
    { GDK_KEY_KP_Subtract, OUT },
    { GDK_KEY_0, FIT },
  };

  gtk_widget_class_install_action (widget_class, IN, NULL, activate);
  gtk_widget_class_install_action (widget_class, OUT, NULL, activate);
  gtk_widget_class_install_action (widget_class, FIT, NULL, activate);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
}

double
tend_zoom_step (const char *action,
                double      now)
{
  double next = now;

  if (g_str_equal (action, FIT))
    return 0;

  if (g_str_equal (action, IN))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (steps) && next <= now + 0.01; i++)
        next = steps[i];
      return MAX (next, now);
    }

  for (gsize i = G_N_ELEMENTS (steps); i > 0 && next >= now - 0.01; i--)
    next = steps[i - 1];

  return MIN (next, now);
}
