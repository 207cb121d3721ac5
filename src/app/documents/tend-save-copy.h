/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Runs in a thread of its own: writes the file at @path. */
typedef gboolean (*TendSaveFunc) (const char  *path,
                                  gpointer     data,
                                  GError     **error);

/* A TendSaveFunc with GBytes as its data. */
gboolean tend_save_bytes (const char  *path,
                          gpointer     bytes,
                          GError     **error);

/**
 * tend_save_copy:
 * @title: of the file chooser: "Save Picture"
 * @file_name: suggested
 * @contains: what is in it: "your earnings"
 * @data: (transfer full): freed with @free_data in the interface thread
 *
 * Writes something outside Tend: says what it contains and that the copy is not
 * locked, asks where, writes it and says that it is done.
 */
void     tend_save_copy  (GtkWidget      *parent,
                          const char     *title,
                          const char     *file_name,
                          const char     *contains,
                          TendSaveFunc    func,
                          gpointer        data,
                          GDestroyNotify  free_data);

G_END_DECLS
