/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-vault.h"

G_BEGIN_DECLS

/* Snapshots in snapshots/, backups to one file, and restoring either. */

/* Before every migration and once on each day of use; checked after writing;
 * rotated (7 days, 8 weeks).  @reason: "daily" or "migration". */
gboolean tend_snapshot_take    (TendVault            *vault,
                                const char           *reason,
                                GError              **error);
/* Takes one, and once it is whole removes all others: after an erasure, since they hold
 * what was erased. */
gboolean tend_snapshot_renew   (TendVault            *vault,
                                GError              **error);
gboolean tend_snapshot_due     (TendVault            *vault);

/**
 * tend_backup_write:
 *
 * Streams database copy, blobs, vault.keys and a manifest into one
 * .tend-backup file, through a temporary file beside it that is renamed when
 * complete.  Same recovery key or passphrase opens it on any machine.
 * @progress: (nullable): called with 0.0 to 1.0
 */
gboolean tend_backup_write     (TendVault            *vault,
                                const char           *path,
                                void                (*progress) (double, gpointer),
                                gpointer              progress_data,
                                GCancellable         *cancellable,
                                GError              **error);
/**
 * tend_backup_restore:
 * @path: a .tend-backup file, or the folder of a snapshot
 * @dir: the vault's folder; must not be open, by this process or another (BUSY)
 * @moved_aside: (out) (nullable) (optional): where the vault in place is now;
 *   %NULL when there was none
 *
 * Reads and checks the whole backup into a new directory beside @dir, then
 * moves a vault in place aside and the restored one in.  What is there is never
 * destroyed.  TEND_ERROR_INVALID when the file is not a backup,
 * TEND_ERROR_DAMAGED when it is a damaged one.
 */
gboolean tend_backup_restore   (const char           *path,
                                const char           *dir,
                                char                **moved_aside,
                                GCancellable         *cancellable,
                                GError              **error);
/* Reads the whole backup at @path and compares it with its sums; needs no key. */
gboolean tend_backup_check     (const char           *path,
                                GError              **error);
/**
 * tend_backup_rehearse:
 * @dir: a rehearsal folder is made beside this one, and removed again
 * @recovery_key: (nullable): as typed; this or @passphrase
 *
 * A restore that changes nothing: unpacks the backup, opens it with what the
 * user has, and verifies all that is in it.  Slow (Argon2id).
 */
gboolean tend_backup_rehearse  (const char           *path,
                                const char           *dir,
                                const char           *recovery_key,
                                const char           *passphrase,
                                GCancellable         *cancellable,
                                GError              **error);

G_END_DECLS
