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
/* The same in three steps, for what is large or comes from a slow stick: the draft is
 * made and kept in the vault's thread, and written and read back in any one other, so
 * that the vault answers meanwhile.  One that is dropped without being kept leaves
 * nothing. */
typedef struct _TendBlobDraft TendBlobDraft;
typedef void (*TendBlobProgress) (double fraction, gpointer user_data);

TendBlobDraft *tend_blob_draft_new  (TendVault        *vault);
TendBlobDraft *tend_blob_draft_ref  (TendBlobDraft    *self);
void           tend_blob_draft_unref (TendBlobDraft   *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendBlobDraft, tend_blob_draft_unref)
/**
 * tend_blob_draft_write:
 * @expected: how many bytes there are, or -1; more or fewer are TEND_ERROR_INVALID
 * @progress: (nullable): called in this thread, where @expected is known
 *
 * Once only, also where it failed.
 */
gboolean       tend_blob_draft_write (TendBlobDraft   *self,
                                     GInputStream     *input,
                                     gint64            expected,
                                     TendBlobProgress  progress,
                                     gpointer          user_data,
                                     GCancellable     *cancellable,
                                     GError          **error);
gint64         tend_blob_draft_get_size (TendBlobDraft *self);
/* Reads back what was written and not yet kept; as tend_blob_open(). */
GInputStream  *tend_blob_draft_open (TendBlobDraft    *self,
                                     GError          **error);
/* Returns: (transfer full): its name, as tend_blob_store() does; may be tried again. */
char          *tend_blob_draft_keep (TendBlobDraft    *self,
                                     TendVault        *vault,
                                     GError          **error);

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
