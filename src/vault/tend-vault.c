/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-vault-private.h"

#include "tend-error.h"
#include "tend-files.h"
#include "tend-keys.h"
#include "tend-snapshot.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_FINAL_TYPE (TendVault, tend_vault, G_TYPE_OBJECT)

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

void
tend_vault_close (TendVault *self)
{
  g_hash_table_remove_all (self->statements);
  g_clear_pointer (&self->db, sqlite3_close_v2);
  tend_files_unlock (&self->lock_fd);
}

static void
tend_vault_dispose (GObject *object)
{
  TendVault *self = TEND_VAULT (object);
  g_autoptr(GError) error = NULL;

  if (self->db != NULL)
    {
      if (self->head_is_old && !tend_head_update (self, &error))
        g_message ("vault.head is to be written again: %s", error->message);
      if (self->mark_fd >= 0)
        tend_vault_claim (self, NULL);
      if (self->is_sound)
        tend_vault_checkpoint (self);
    }
  tend_vault_close (self);

  G_OBJECT_CLASS (tend_vault_parent_class)->dispose (object);
}

static void
tend_vault_finalize (GObject *object)
{
  TendVault *self = TEND_VAULT (object);

  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->key, tend_key_unref);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->dir, g_free);

  G_OBJECT_CLASS (tend_vault_parent_class)->finalize (object);
}

static void
tend_vault_class_init (TendVaultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tend_vault_dispose;
  object_class->finalize = tend_vault_finalize;
}

static void
tend_vault_init (TendVault *self)
{
  self->thread = g_thread_self ();
  self->actor = g_strdup ("Tend");
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            finalize_statement);
  self->lock_fd = -1;
  self->mark_fd = -1;
}

char *
tend_vault_default_dir (void)
{
  const char *given = g_getenv ("TEND_DATA_DIR");

  if (given != NULL && given[0] != '\0')
    return g_canonicalize_filename (given, NULL);

  return g_build_filename (g_get_user_data_dir (), "tend", NULL);
}

/* An empty file would pass for a new database. */
static gboolean
check_db_file (const char  *path,
               GError     **error)
{
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_size > 0)
    return TRUE;

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_DAMAGED,
                       _("The file vault.db is missing or empty. "
                         "Please restore a snapshot or a backup."));
  return FALSE;
}

/* Files that were copied here may have come with other modes.  By name, never
 * by opening (see tend-files.h).
 */
static void
make_private (const char *dir,
              const char *db)
{
  GStatBuf info;

  if (g_stat (dir, &info) == 0 && (info.st_mode & 077) != 0)
    g_chmod (dir, 0700);
  if (g_stat (db, &info) == 0 && (info.st_mode & 077) != 0)
    g_chmod (db, 0600);
}

/* Not the lock's error: what it names means nothing to people. */
static void
set_read_only_error (const char  *dir,
                     GError     **error)
{
  g_autofree char *name = g_filename_display_name (dir);

  g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
               _("The records in “%s” can only be read there: Tend may not write to that folder. "
                 "Please copy the folder to a place of your own and open the copy."),
               name);
}

TendVault *
tend_vault_open_plain (const char      *dir,
                       TendKey         *key,
                       TendVaultFlags   flags,
                       GError         **error)
{
  gboolean read_only = (flags & TEND_VAULT_READ_ONLY) != 0;
  g_autoptr(TendVault) self = g_object_new (TEND_TYPE_VAULT, NULL);
  g_autofree char *path = g_build_filename (dir, TEND_FILE_DB, NULL);
  g_autofree char *lock = g_build_filename (dir, TEND_FILE_LOCK, NULL);

  self->dir = g_canonicalize_filename (dir, NULL);
  self->key = tend_key_ref (key);
  self->flags = flags;

  if (!check_db_file (path, error))
    return NULL;

  /* Shared: says "in use" to a restore.  A medium that cannot be written has
   * nothing to restore to.
   */
  if (!read_only && access (dir, W_OK) != 0)
    {
      set_read_only_error (dir, error);
      return NULL;
    }
  self->lock_fd = tend_files_lock (lock, FALSE, read_only ? NULL : error);
  if (self->lock_fd < 0 && !read_only)
    return NULL;

  if (!read_only)
    make_private (dir, path);

  self->db = tend_connection_open (path, key,
                                   read_only ? TEND_CONNECTION_READ : TEND_CONNECTION_WRITE,
                                   error);
  if (self->db == NULL)
    return NULL;

  /* Closing would move the -wal into the database and throw away what SQLite
   * did not understand of it: not before it is known that nothing is missing.
   */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);

  return g_steal_pointer (&self);
}

static gboolean
check_head (TendVault  *self,
            GError    **error)
{
  if (!tend_head_check (self, error))
    return FALSE;

  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  self->is_sound = TRUE;

  return TRUE;
}

/* A day without its snapshot is no reason to keep anybody from the records. */
static void
take_due_snapshot (TendVault *self)
{
  g_autoptr(GError) error = NULL;

  if (!tend_snapshot_due (self) || tend_snapshot_take (self, "daily", &error))
    return;

  g_message ("no snapshot was taken: %s", error->message);
}

static TendVault *
open_checked (const char      *dir,
              TendKey         *key,
              TendVaultFlags   flags,
              GError         **error)
{
  g_autoptr(TendVault) self = tend_vault_open_plain (dir, key, flags, error);
  g_autoptr(GArray) migrations = NULL;

  if (self == NULL)
    return NULL;

  if (!(flags & TEND_VAULT_READ_ONLY) && !check_head (self, error))
    return NULL;

  migrations = tend_migrations_load ();
  if (!tend_migrate_vault (self, migrations, error))
    return NULL;

  return g_steal_pointer (&self);
}

TendVault *
tend_vault_open_new (const char  *dir,
                     TendKey     *key,
                     GError     **error)
{
  return open_checked (dir, key, TEND_VAULT_SNAPSHOT_LATER, error);
}

TendVault *
tend_vault_open (const char      *dir,
                 TendKey         *key,
                 TendVaultFlags   flags,
                 GError         **error)
{
  g_autoptr(TendVault) self = NULL;

  g_return_val_if_fail (dir != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!tend_vault_check_key (dir, key, flags, error))
    return NULL;

  self = open_checked (dir, key, flags, error);
  if (self == NULL)
    return NULL;

  /* Whoever has a key that opens it has made it a vault. */
  if (!(flags & TEND_VAULT_READ_ONLY) && !tend_vault_claim (self, error))
    return NULL;

  if (!(flags & (TEND_VAULT_READ_ONLY | TEND_VAULT_SNAPSHOT_LATER)))
    take_due_snapshot (self);

  return g_steal_pointer (&self);
}

const char *
tend_vault_get_dir (TendVault *self)
{
  g_return_val_if_fail (TEND_IS_VAULT (self), NULL);

  return self->dir;
}

gboolean
tend_vault_is_new (TendVault *self)
{
  g_return_val_if_fail (TEND_IS_VAULT (self), FALSE);

  return self->mark_fd >= 0;
}

TendKey *
tend_vault_get_key (TendVault *self)
{
  g_return_val_if_fail (TEND_IS_VAULT (self), NULL);

  return self->key;
}

void
tend_vault_set_actor (TendVault  *self,
                      const char *actor)
{
  g_return_if_fail (TEND_IS_VAULT (self));
  g_return_if_fail (actor != NULL);
  tend_vault_assert_thread (self);

  g_free (self->actor);
  self->actor = g_strdup (actor);
}
