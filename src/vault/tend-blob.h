/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-vault.h"

G_BEGIN_DECLS

/* Attachments: each one a secretstream file in blobs/, named by a keyed hash of
 * its content, so that the same scan is stored once and names tell nothing.
 * The vault knows which ones there should be, and verify misses one that is not.
 */

/* Streams @input into the vault.  Returns: (transfer full): its name; @size gets the bytes read. */
char         *tend_blob_store  (TendVault     *vault,
                                GInputStream  *input,
                                gint64        *size,
                                GCancellable  *cancellable,
                                GError       **error);
/* A stream of the plain bytes; reading fails with TEND_ERROR_DAMAGED where a
 * block was altered or the end is missing. */
GInputStream *tend_blob_open   (TendVault     *vault,
                                const char    *name,
                                GError       **error);
/* Removes a blob that no record names any more: when the transaction it is called
 * in (or its own) stands.  Snapshots keep theirs. */
gboolean      tend_blob_remove (TendVault     *vault,
                                const char    *name,
                                GError       **error);

G_END_DECLS
