/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-snapshot-private.h"

#include "tend-error.h"
#include "tend-files.h"

#include <glib/gstdio.h>

#define PAGES_PER_STEP 500

/* Adds the attachments that are not in @dir yet. */
static gboolean
pin_blobs (TendVault   *vault,
           const char  *dir,
           GError     **error)
{
  g_autofree char *from_dir = g_build_filename (vault->dir, TEND_DIR_BLOBS, NULL);
  g_autofree char *to_dir = g_build_filename (dir, TEND_DIR_BLOBS, NULL);
  g_auto(GStrv) names = tend_files_list (from_dir);

  if (!tend_files_make_dir (to_dir, error))
    return FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *from = g_build_filename (from_dir, names[i], NULL);
      g_autofree char *to = g_build_filename (to_dir, names[i], NULL);
      g_autoptr(GError) local_error = NULL;

      if (names[i][0] == '.' || g_file_test (to, G_FILE_TEST_EXISTS) ||
          tend_files_link_or_copy (from, to, &local_error))
        continue;

      /* Removed between the listing and here: then no record names it. */
      if (g_error_matches (local_error, TEND_ERROR, TEND_ERROR_NOT_FOUND))
        continue;

      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return tend_files_sync_dir (to_dir, error);
}

static gboolean
run_backup (sqlite3_backup    *backup,
            sqlite3           *to,
            TendProgressFunc   progress,
            gpointer           progress_data,
            GCancellable      *cancellable,
            GError           **error)
{
  int result;

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      result = sqlite3_backup_step (backup, PAGES_PER_STEP);
      if (progress != NULL && sqlite3_backup_pagecount (backup) > 0)
        progress (1.0 - (double) sqlite3_backup_remaining (backup) /
                        sqlite3_backup_pagecount (backup), progress_data);
    }
  while (result == SQLITE_OK);

  if (result == SQLITE_DONE)
    return TRUE;

  /* The connection learns of it only when the backup is finished. */
  tend_connection_set_code (to, result, error);
  return FALSE;
}

/* The source stays in one read transaction: otherwise every commit of another
 * process makes the copy begin again, and a busy one for ever.
 */
static gboolean
copy_pages (TendVault         *vault,
            sqlite3           *to,
            TendProgressFunc   progress,
            gpointer           progress_data,
            GCancellable      *cancellable,
            GError           **error)
{
  sqlite3_backup *backup;
  gboolean ok;

  if (!tend_connection_exec (vault->db, "BEGIN; SELECT count (*) FROM sqlite_schema", error))
    return FALSE;

  backup = sqlite3_backup_init (to, "main", vault->db, "main");
  if (backup == NULL)
    {
      tend_connection_set_error (to, error);
      ok = FALSE;
    }
  else
    {
      ok = run_backup (backup, to, progress, progress_data, cancellable, error);
      ok = sqlite3_backup_finish (backup) == SQLITE_OK && ok;
    }

  tend_connection_exec (vault->db, "ROLLBACK", NULL);

  return ok;
}

/* One file, without a -wal beside it. */
static gboolean
copy_db (TendVault         *vault,
         const char        *path,
         TendProgressFunc   progress,
         gpointer           progress_data,
         GCancellable      *cancellable,
         GError           **error)
{
  sqlite3 *to = tend_connection_open (path, vault->key, TEND_CONNECTION_COPY, error);
  gboolean ok;

  if (to == NULL)
    return FALSE;

  ok = copy_pages (vault, to, progress, progress_data, cancellable, error) &&
       tend_connection_exec (to, "PRAGMA journal_mode = DELETE", error);
  sqlite3_close_v2 (to);

  return ok && tend_files_sync (path, error);
}

/* Opened as it will be when it is needed, not through what has just written it. */
static gboolean
check_copy (TendVault   *vault,
            const char  *dir,
            GError     **error)
{
  g_autoptr(TendVault) copy = NULL;
  TendChainEnd end;

  copy = tend_vault_open_plain (dir, vault->key, TEND_VAULT_READ_ONLY, error);
  if (copy == NULL ||
      !tend_connection_check (copy->db, error) ||
      !tend_chain_read_end (copy, 0, &end, error))
    return FALSE;

  return end.length == 0 || tend_head_replace (dir, vault->key, &end, error);
}

gboolean
tend_snapshot_build (TendVault         *vault,
                     const char        *dir,
                     TendProgressFunc   progress,
                     gpointer           progress_data,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_DB, NULL);
  g_autofree char *lock = g_build_filename (dir, TEND_FILE_LOCK, NULL);

  g_return_val_if_fail (vault->depth == 0, FALSE);

  /* The attachments first and again after the pages, so that whatever the copy
   * names is pinned, also what came or went meanwhile.
   */
  if (!pin_blobs (vault, dir, error) ||
      !copy_db (vault, path, progress, progress_data, cancellable, error) ||
      !pin_blobs (vault, dir, error) ||
      !check_copy (vault, dir, error))
    return FALSE;

  g_unlink (lock);

  return tend_files_sync_dir (dir, error);
}
