/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * tend_original_offer:
 * @etag: (nullable): as the file was when it was read
 *
 * After a document was taken in: asks whether the file outside is to be deleted.  One that
 * has changed since is left alone.
 */
void tend_original_offer (GtkWidget  *parent,
                          GFile      *file,
                          const char *etag);

G_END_DECLS
