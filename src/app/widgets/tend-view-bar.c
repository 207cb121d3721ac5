/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-view-bar.h"

typedef struct
{
  AdwViewSwitcherBar *bar;
  GtkWidget          *squeezer;
} Pair;

static void
show_bar (gpointer data)
{
  g_autofree Pair *pair = data;
  g_autoptr(AdwViewSwitcherBar) bar = pair->bar;
  g_autoptr(GtkWidget) squeezer = pair->squeezer;
  g_autoptr(GtkWidget) shown = NULL;

  g_object_get (squeezer, "visible-child", &shown, NULL);
  adw_view_switcher_bar_set_reveal (bar, ADW_IS_WINDOW_TITLE (shown));
}

/* Not at once: this is said while sizes are given out. */
static void
squeezed_cb (AdwViewSwitcherBar *bar,
             GParamSpec         *pspec,
             GtkWidget          *squeezer)
{
  Pair *pair = g_new (Pair, 1);

  *pair = (Pair) { g_object_ref (bar), g_object_ref (squeezer) };
  g_idle_add_once (show_bar, pair);
}

void
tend_view_bar_follow (AdwViewSwitcherBar *bar,
                      GtkWidget          *squeezer)
{
  g_return_if_fail (ADW_IS_VIEW_SWITCHER_BAR (bar));
  g_return_if_fail (GTK_IS_WIDGET (squeezer));

  g_signal_connect_object (squeezer, "notify::visible-child", G_CALLBACK (squeezed_cb), bar,
                           G_CONNECT_SWAPPED);
}
