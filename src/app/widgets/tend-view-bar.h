/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows @bar at the foot as long as @squeezer, in the header, has no room for more than
 * the title: an AdwWindowTitle beside the switcher.  AdwViewSwitcherTitle says so while
 * sizes are given out, and GTK warns about what changes then.
 */
void tend_view_bar_follow (AdwViewSwitcherBar *bar,
                           GtkWidget          *squeezer);

G_END_DECLS
