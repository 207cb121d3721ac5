/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): how the window looks and behaves.  NULL where the
 * schema is not installed, as when the program is run from a build folder: then
 * everything has its default and nothing is remembered. */
GSettings *tend_desktop_settings (void);

G_END_DECLS
