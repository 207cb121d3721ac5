/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Starting with the desktop from inside a sandbox, which can write no unit and no entry in
 * autostart: its portal does it, and may ask the owner first
 * (org.freedesktop.portal.Background, RequestBackground).  What it agreed to cannot be asked
 * for again, so it is kept.  Synchronous: not on the interface thread. */

/* Whether this program is in a sandbox of Flatpak. */
gboolean tend_background_is_wanted (void);
gboolean tend_background_is_on     (void);
/* @command: (array zero-terminated=1): what is started at log-in */
gboolean tend_background_set       (gboolean            on,
                                    const char *const  *command,
                                    GError            **error);

G_END_DECLS
