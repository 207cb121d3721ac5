/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-vault-private.h"

#include "tend-error.h"
#include "tend-files.h"
#include "tend-keys.h"
#include "tend-recovery.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* Making a vault.
 *
 * While it is made the folder holds vault.new, locked.  vault.keys comes last,
 * whole: before it nobody can have had a key, so what a crash leaves without it
 * holds nothing, and the next creation clears it away.  With vault.keys there
 * the vault is complete, and is never cleared away whatever else is there.
 */

static void
clear_unfinished (const char *dir)
{
  static const char *const names[] = {
    TEND_FILE_DB, TEND_FILE_DB "-wal", TEND_FILE_DB "-shm", TEND_FILE_DB "-journal",
  };
  g_autofree char *keys = g_build_filename (dir, TEND_FILE_KEYS, NULL);

  if (g_file_test (keys, G_FILE_TEST_EXISTS))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (dir, names[i], NULL);

      g_unlink (path);
    }
}

static gboolean
refuse_existing (const char  *dir,
                 GError     **error)
{
  g_autofree char *name = NULL;

  if (!tend_vault_exists (dir))
    return FALSE;

  name = g_filename_display_name (dir);
  g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
               _("There are already records in “%s”, or what is left of some. "
                 "Nothing was changed."),
               name);
  return TRUE;
}

/* Takes the lock that says "a vault is being made here". */
static int
start (const char  *dir,
       GError     **error)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_NEW, NULL);
  struct stat info;
  int lock;

  if (refuse_existing (dir, error) || !tend_files_make_dir (dir, error))
    return -1;

  lock = tend_files_lock (path, TRUE, error);
  if (lock < 0)
    return -1;

  /* Another process may have finished while this one opened the file. */
  if (fstat (lock, &info) != 0 || info.st_nlink == 0 || refuse_existing (dir, NULL))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_BUSY,
                           _("Another program is setting up records in the same place."));
      tend_files_unlock (&lock);
      return -1;
    }

  clear_unfinished (dir);

  return lock;
}

static gboolean
fill_meta (sqlite3     *db,
           const char  *id,
           GError     **error)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("INSERT INTO meta (name, value)"
                         " VALUES ('vault_id', '%s'), ('created_at', '%" G_GINT64_FORMAT "')",
                         id, g_get_real_time () / G_USEC_PER_SEC);

  return tend_connection_exec (db, sql, error);
}

static gboolean
make_db (const char  *dir,
         TendKey     *key,
         const char  *id,
         GError     **error)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_DB, NULL);
  g_autoptr(GArray) migrations = tend_migrations_load ();
  sqlite3 *db = tend_connection_open (path, key, TEND_CONNECTION_CREATE, error);
  gboolean ok;

  if (db == NULL)
    return FALSE;

  ok = tend_migrate_connection (db, migrations, error) && fill_meta (db, id, error);
  ok = sqlite3_close_v2 (db) == SQLITE_OK && ok;

  return ok;
}

static gboolean
make_folders (const char  *dir,
              GError     **error)
{
  g_autofree char *blobs = g_build_filename (dir, TEND_DIR_BLOBS, NULL);
  g_autofree char *snapshots = g_build_filename (dir, TEND_DIR_SNAPSHOTS, NULL);

  return tend_files_make_dir (blobs, error) && tend_files_make_dir (snapshots, error);
}

static gboolean
make_all (const char  *dir,
          TendKey     *key,
          const char  *recovery_key,
          const char  *passphrase,
          GError     **error)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_KEYS, NULL);
  g_autoptr(TendKeys) keys = tend_keys_new (key);
  char *plain = tend_recovery_normalise (recovery_key, NULL);
  gboolean ok;

  ok = tend_keys_wrap (keys, TEND_SLOT_RECOVERY, plain, key, error) &&
       (passphrase == NULL ||
        tend_keys_wrap (keys, TEND_SLOT_PASSPHRASE, passphrase, key, error)) &&
       make_folders (dir, error) &&
       make_db (dir, key, tend_keys_get_id (keys), error) &&
       tend_files_sync_dir (dir, error) &&
       tend_keys_save (keys, path, error);
  tend_recovery_free (plain);

  return ok;
}

/* Removes the mark, and after a failure what was begun. */
static void
finish (const char *dir,
        int        *lock)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_NEW, NULL);

  clear_unfinished (dir);
  g_unlink (path);
  tend_files_sync_dir (dir, NULL);
  tend_files_unlock (lock);
}

TendVault *
tend_vault_create (const char  *dir,
                   const char  *passphrase,
                   char       **recovery_key,
                   TendKey    **key,
                   GError     **error)
{
  g_autoptr(TendKey) data_key = NULL;
  g_autoptr(TendVault) vault = NULL;
  char *sheet;
  int lock;
  gboolean ok;

  g_return_val_if_fail (dir != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (passphrase != NULL && !tend_vault_check_passphrase (passphrase, error))
    return NULL;

  lock = start (dir, error);
  if (lock < 0)
    return NULL;

  data_key = tend_key_new_random ();
  sheet = tend_recovery_generate ();
  ok = make_all (dir, data_key, sheet, passphrase, error);
  finish (dir, &lock);

  if (ok)
    vault = tend_vault_open (dir, data_key, TEND_VAULT_SNAPSHOT_LATER, error);

  if (vault != NULL && recovery_key != NULL)
    *recovery_key = g_steal_pointer (&sheet);
  if (vault != NULL && key != NULL)
    *key = g_steal_pointer (&data_key);
  tend_recovery_free (sheet);

  return g_steal_pointer (&vault);
}
