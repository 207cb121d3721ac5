/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* After a document was taken in: asks whether the file outside is to be deleted, and does
 * as tend_original_delete(). */
void     tend_original_offer  (GtkWidget   *parent,
                               GFile       *file,
                               const char  *etag);
/**
 * tend_original_delete:
 * @etag: (nullable): as the file was when it was read
 *
 * Not in the interface thread.  TEND_ERROR_STOPPED for one that has changed since: it is
 * left alone.
 */
gboolean tend_original_delete (GFile       *file,
                               const char  *etag,
                               GError     **error);

G_END_DECLS
