/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window that shows one group of a recovery key at a time, large, and letter by
 * letter in words, for writing it down or having it read out.
 * @groups: (array zero-terminated=1) */
void tend_recovery_reader_present (GtkWidget         *parent,
                                   const char *const *groups);

G_END_DECLS
