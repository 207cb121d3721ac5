/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Guarded memory for secrets: locked, out of core dumps, wiped when freed.  The
 * program stops where there is none, as GLib does for ordinary memory.  Free it
 * with sodium_free().
 */
gpointer tend_guarded_alloc (gsize size);

/* Makes libsodium ready; tend_guarded_alloc() does it too. */
void     tend_guarded_init  (void);

G_END_DECLS
