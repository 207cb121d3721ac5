/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-vault-private.h"

#include "tend-error.h"
#include "tend-files.h"
#include "tend-keys.h"
#include "tend-recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* Making a vault.
 *
 * From its beginning until something is recorded in it, or it is closed, or
 * opened again, the folder holds vault.new, locked by its maker.  A crash before
 * that leaves what nobody may have a key to and what holds nothing: it is no
 * vault, and the next creation clears it away.  The mark is off the disk before
 * anybody is told that something was recorded, so what has it holds nothing that
 * was promised; and where there is a head, an attachment or a snapshot, nothing
 * is cleared whatever the mark says.
 */

static gboolean
holds_something (const char *dir)
{
  static const char *const folders[] = { TEND_DIR_BLOBS, TEND_DIR_SNAPSHOTS };
  g_autofree char *head = g_build_filename (dir, TEND_FILE_HEAD, NULL);

  if (g_file_test (head, G_FILE_TEST_EXISTS))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (dir, folders[i], NULL);
      g_auto(GStrv) inside = tend_files_list (path);

      /* What begins with a dot is itself unfinished. */
      for (guint k = 0; inside[k] != NULL; k++)
        {
          if (inside[k][0] != '.')
            return TRUE;
        }
    }

  return FALSE;
}

gboolean
tend_vault_is_unfinished (const char *dir)
{
  g_autofree char *mark = g_build_filename (dir, TEND_FILE_NEW, NULL);
  g_autofree char *keys = g_build_filename (dir, TEND_FILE_KEYS, NULL);
  int lock;

  if (!g_file_test (mark, G_FILE_TEST_EXISTS) || holds_something (dir))
    return FALSE;

  /* Complete, and its maker is alive: that is a vault. */
  lock = tend_files_lock (mark, TRUE, NULL);
  if (lock < 0)
    return !g_file_test (keys, G_FILE_TEST_EXISTS);
  tend_files_unlock (&lock);

  return TRUE;
}

static gboolean
has_files (const char *dir)
{
  static const char *const names[] = { TEND_FILE_DB, TEND_FILE_KEYS };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (dir, names[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

gboolean
tend_vault_exists (const char *dir)
{
  g_return_val_if_fail (dir != NULL, FALSE);

  return holds_something (dir) || (has_files (dir) && !tend_vault_is_unfinished (dir));
}

gboolean
tend_vault_claim (TendVault  *self,
                  GError    **error)
{
  g_autofree char *mark = g_build_filename (self->dir, TEND_FILE_NEW, NULL);

  if (g_unlink (mark) != 0 && errno != ENOENT)
    {
      tend_files_set_error (mark, errno, error);
      return FALSE;
    }
  tend_files_unlock (&self->mark_fd);

  return tend_files_sync_dir (self->dir, error);
}

/* To be called with the mark locked. */
static void
clear_unfinished (const char *dir)
{
  static const char *const names[] = {
    TEND_FILE_KEYS, TEND_FILE_DB, TEND_FILE_DB "-wal", TEND_FILE_DB "-shm",
    TEND_FILE_DB "-journal",
  };

  if (holds_something (dir))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (dir, names[i], NULL);

      g_unlink (path);
    }
}

static void
set_exists_error (const char  *dir,
                  GError     **error)
{
  g_autofree char *name = g_filename_display_name (dir);

  g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
               _("There are already records in “%s”, or what is left of some. "
                 "Nothing was changed."),
               name);
}

/* Our own mark, or one that a crash left; -1 when its maker is alive or has just
 * finished.
 * @is_new: (out): nobody had begun here
 */
static int
open_mark (const char  *path,
           gboolean    *is_new,
           GError     **error)
{
  int mark = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  struct stat info;

  *is_new = mark >= 0;
  if (mark < 0 && errno != EEXIST)
    {
      tend_files_set_error (path, errno, error);
      return -1;
    }

  if (mark < 0)
    mark = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (mark >= 0 &&
      (!tend_files_lock_fd (mark) || fstat (mark, &info) != 0 || info.st_nlink == 0))
    tend_files_unlock (&mark);

  if (mark < 0)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_BUSY,
                         _("Another program is setting up records in the same place."));

  return mark;
}

/* Takes the lock that says "a vault is being made here". */
static int
start (const char  *dir,
       GError     **error)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_NEW, NULL);
  gboolean is_new;
  int mark;

  if (tend_vault_exists (dir))
    {
      set_exists_error (dir, error);
      return -1;
    }
  if (!tend_files_make_dir (dir, error))
    return -1;

  mark = open_mark (path, &is_new, error);
  if (mark < 0)
    return -1;

  /* Another process may have made and finished one since the first look. */
  if (holds_something (dir) || (is_new && has_files (dir)))
    {
      set_exists_error (dir, error);
      g_unlink (path);
      tend_files_unlock (&mark);
      return -1;
    }

  clear_unfinished (dir);

  return mark;
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

/* What was begun goes again, the mark last. */
static void
give_up (const char *dir,
         int        *lock)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_NEW, NULL);

  clear_unfinished (dir);
  g_unlink (path);
  tend_files_unlock (lock);
}

void
tend_vault_abandon (TendVault *self)
{
  g_return_if_fail (TEND_IS_VAULT (self));
  g_return_if_fail (self->mark_fd >= 0);
  tend_vault_assert_thread (self);

  tend_vault_close (self);
  give_up (self->dir, &self->mark_fd);
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

  g_return_val_if_fail (dir != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (passphrase != NULL && !tend_vault_check_passphrase (passphrase, error))
    return NULL;

  lock = start (dir, error);
  if (lock < 0)
    return NULL;

  data_key = tend_key_new_random ();
  sheet = tend_recovery_generate ();
  if (make_all (dir, data_key, sheet, passphrase, error))
    vault = tend_vault_open_new (dir, data_key, error);

  if (vault != NULL)
    vault->mark_fd = lock;
  else
    give_up (dir, &lock);

  if (vault != NULL && recovery_key != NULL)
    *recovery_key = g_steal_pointer (&sheet);
  if (vault != NULL && key != NULL)
    *key = g_steal_pointer (&data_key);
  tend_recovery_free (sheet);

  return g_steal_pointer (&vault);
}
