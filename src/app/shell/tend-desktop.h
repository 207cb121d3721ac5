/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): how the window looks and behaves.  NULL where the
 * schema is not installed, as when the program is run from a build folder: then
 * everything has its default and nothing is remembered. */
GSettings *tend_desktop_settings            (void);

/* From now on no file that is saved or opened goes into the desktop's list of recent
 * files, which other programs show.  To be called once, after GTK has started. */
void       tend_desktop_leave_recent_alone  (void);

G_END_DECLS
