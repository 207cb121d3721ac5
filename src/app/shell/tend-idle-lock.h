/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendIdleLock:
 *
 * Notices when nobody has used any window of the program for so many minutes, or
 * when the desktop's own lock comes on: signal "lock".  And when Ctrl+L is pressed in
 * a window over the main one: signal "asked".
 */
#define TEND_TYPE_IDLE_LOCK (tend_idle_lock_get_type ())
G_DECLARE_FINAL_TYPE (TendIdleLock, tend_idle_lock, TEND, IDLE_LOCK, GObject)

/* @settings: (nullable): with the key "lock-after-minutes"; 0 is never */
TendIdleLock *tend_idle_lock_new (GtkApplication *application,
                                  GSettings      *settings);

G_END_DECLS
