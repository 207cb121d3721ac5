/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-snapshot.h"

#include "tend-vault-private.h"

G_BEGIN_DECLS

#define TEND_STAGING_PREFIX ".new-"

typedef void (*TendProgressFunc) (double   fraction,
                                  gpointer data);

/* (transfer full): a new folder in snapshots/, removed by a later call if this
 * process dies; @lock is to be unlocked when done with it. */
char     *tend_snapshot_stage  (TendVault         *vault,
                                int               *lock,
                                GError           **error);
/**
 * tend_snapshot_build:
 * @dir: an empty folder
 *
 * Puts a checked copy of the database, its head and the attachments in @dir;
 * all but the keys.
 */
gboolean  tend_snapshot_build  (TendVault         *vault,
                                const char        *dir,
                                TendProgressFunc   progress,
                                gpointer           progress_data,
                                GCancellable      *cancellable,
                                GError           **error);
/* Removes the snapshots that are too many in the vault at @dir. */
void      tend_snapshot_rotate (const char        *dir);

G_END_DECLS
