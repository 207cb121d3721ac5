/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A window over @parent's, to read or choose in: a page of groups below its title, closed
 * by Escape.  To be filled and presented. */
GtkWindow *tend_care_window_new (GtkWidget           *parent,
                                 const char          *title,
                                 AdwPreferencesPage **page);

G_END_DECLS
