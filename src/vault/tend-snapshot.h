/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-vault.h"

G_BEGIN_DECLS

/* Snapshots in snapshots/, backups to one file, and restoring either. */

/* Before every migration and once on each day of use; checked after writing; rotated (7 days, 8 weeks). */
gboolean tend_snapshot_take    (TendVault            *vault,
                                const char           *reason,
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
 *
 * Reads and checks the whole backup into a new directory beside @dir, then
 * moves a vault in place aside (its new path in @moved_aside) and the restored
 * one in.  What is there is never destroyed.  TEND_ERROR_INVALID when the file
 * is not a backup, TEND_ERROR_DAMAGED when it is a damaged one.
 */
gboolean tend_backup_restore   (const char           *path,
                                const char           *dir,
                                char                **moved_aside,
                                GCancellable         *cancellable,
                                GError              **error);
/* Whether @typed (recovery key) or @passphrase opens the backup at @path: for a rehearsal. */
gboolean tend_backup_check     (const char           *path,
                                GError              **error);

G_END_DECLS
