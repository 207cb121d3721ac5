/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files as the vault needs them: private, whole or not at all, and on the disk
 * when a function says so.
 *
 * Nothing in the program may open and close vault.db or its -wal and -shm other
 * than through SQLite: closing any descriptor of a file drops the process's
 * POSIX locks on it, and with them SQLite's.
 */

#define TEND_FILE_DB     "vault.db"
#define TEND_FILE_KEYS   "vault.keys"
#define TEND_FILE_HEAD   "vault.head"
#define TEND_FILE_LOCK   "vault.lock"
#define TEND_FILE_NEW    "vault.new"  /* while a vault is being made */
#define TEND_DIR_BLOBS   "blobs"
#define TEND_DIR_SNAPSHOTS "snapshots"

/* Sets @error from errno: a full disk, no permission and the rest in plain words. */
void      tend_files_set_error     (const char    *path,
                                    int            saved_errno,
                                    GError       **error);
gboolean  tend_files_make_dir      (const char    *path,
                                    GError       **error);
/* Writes beside @path with mode 0600, syncs, renames over it; with @sync_dir the
 * new name is on the disk as well before this returns. */
gboolean  tend_files_replace       (const char    *path,
                                    const char    *text,
                                    gsize          length,
                                    gboolean       sync_dir,
                                    GError       **error);
gboolean  tend_files_sync          (const char    *path,
                                    GError       **error);
gboolean  tend_files_sync_dir      (const char    *path,
                                    GError       **error);
/* A second name for the same file, or a copy where the disk knows no hard links. */
gboolean  tend_files_link_or_copy  (const char    *from,
                                    const char    *to,
                                    GError       **error);
gboolean  tend_files_copy          (const char    *from,
                                    const char    *to,
                                    GError       **error);
/* Removes a folder and what is in it; symbolic links are not followed. */
void      tend_files_remove_tree   (const char    *path);
/* (transfer full): the names in a folder, sorted; empty when it is not there. */
GStrv     tend_files_list          (const char    *path);
/* Locks @path (flock), making the file when missing.  -1 with BUSY when another holds it. */
int       tend_files_lock          (const char    *path,
                                    gboolean       exclusive,
                                    GError       **error);
/* Waits up to five seconds for the lock that guards small changes in a folder.
 * A process that holds it and asks again waits for itself. */
int       tend_files_lock_dir      (const char    *path,
                                    GError       **error);
/* The same without waiting; -1 when another holds it. */
int       tend_files_try_lock_dir  (const char    *path);
/* Locks an open file; FALSE when another holds it. */
gboolean  tend_files_lock_fd       (int            fd);
void      tend_files_unlock        (int           *fd);
/* Writes all @length bytes. */
gboolean  tend_files_write_all     (int            fd,
                                    const void    *bytes,
                                    gsize          length);

G_END_DECLS
