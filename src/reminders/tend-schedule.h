/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the desktop asks each day, and at log-in, what is due (tend-cli due --notify): by
 * the user's timer of systemd (data/tend-reminders.timer), and where there is none by an entry
 * in autostart, which the desktop's portal makes for a sandbox.  All of it is the user's own
 * and changes nothing for others.  Synchronous: not on the interface thread. */

#define TEND_SCHEDULE_TIMER "tend-reminders.timer"

gboolean tend_schedule_is_on (void);
gboolean tend_schedule_set   (gboolean   on,
                              GError   **error);

G_END_DECLS
