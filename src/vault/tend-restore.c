/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* renameat2() */

#include "tend-backup-private.h"

#include "tend-error.h"
#include "tend-files.h"
#include "tend-keys.h"
#include "tend-vault-private.h"
#include "tend-verify.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define STAGING_INFIX ".restoring-"
#define ASIDE_INFIX   ".before-restore-"

/* A snapshot is a vault already: its files are copied as they are. */
static gboolean
copy_snapshot (const char    *from,
               const char    *to,
               GCancellable  *cancellable,
               GError       **error)
{
  static const char *const folders[] = { "", TEND_DIR_BLOBS };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *from_dir = g_build_filename (from, folders[i], NULL);
      g_autofree char *to_dir = g_build_filename (to, folders[i], NULL);
      g_auto(GStrv) names = tend_files_list (from_dir);

      if (!tend_files_make_dir (to_dir, error))
        return FALSE;

      for (guint k = 0; names[k] != NULL; k++)
        {
          g_autofree char *source = g_build_filename (from_dir, names[k], NULL);
          g_autofree char *target = g_build_filename (to_dir, names[k], NULL);

          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (g_file_test (source, G_FILE_TEST_IS_REGULAR) &&
              !tend_files_copy (source, target, error))
            return FALSE;
        }

      if (!tend_files_sync_dir (to_dir, error))
        return FALSE;
    }

  return TRUE;
}

/* Everything that can be known without the key. */
static gboolean
check_parts (const char  *dir,
             GError     **error)
{
  g_autofree char *keys_path = g_build_filename (dir, TEND_FILE_KEYS, NULL);
  g_autofree char *db_path = g_build_filename (dir, TEND_FILE_DB, NULL);
  g_autoptr(TendKeys) keys = tend_keys_load (keys_path, NULL);
  GStatBuf info;

  if (keys != NULL && tend_keys_is_sound (keys) &&
      g_stat (db_path, &info) == 0 && info.st_size > 0)
    return TRUE;

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_DAMAGED,
                       _("This copy is damaged: its keys or its records are missing. "
                         "Please use another one."));
  return FALSE;
}

static gboolean
fill (const char    *path,
      const char    *to,
      GCancellable  *cancellable,
      GError       **error)
{
  gboolean ok;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    ok = copy_snapshot (path, to, cancellable, error);
  else
    ok = tend_backup_read (path, to, cancellable, error);

  return ok && check_parts (to, error);
}

/* What a restore left that was cut short. */
static void
clear_unfinished (const char *dir)
{
  g_autofree char *parent = g_path_get_dirname (dir);
  g_autofree char *base = g_path_get_basename (dir);
  g_autofree char *prefix = g_strconcat (base, STAGING_INFIX, NULL);
  g_auto(GStrv) names = tend_files_list (parent);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (parent, names[i], NULL);
      int lock;

      if (!g_str_has_prefix (names[i], prefix))
        continue;

      lock = tend_files_try_lock_dir (path);
      if (lock >= 0)
        tend_files_remove_tree (path);
      tend_files_unlock (&lock);
    }
}

/* (transfer full) (nullable): a new locked folder beside @dir. */
static char *
make_staging (const char  *dir,
              int         *lock,
              GError     **error)
{
  g_autofree char *staging = g_strconcat (dir, STAGING_INFIX "XXXXXX", NULL);
  g_autofree char *parent = g_path_get_dirname (dir);
  int outer;

  *lock = -1;
  if (!tend_files_make_dir (parent, error) ||
      (outer = tend_files_lock_dir (parent, error)) < 0)
    return NULL;

  clear_unfinished (dir);
  if (g_mkdtemp_full (staging, 0700) != NULL)
    *lock = tend_files_lock_dir (staging, error);
  else
    tend_files_set_error (parent, errno, error);
  tend_files_unlock (&outer);

  return *lock >= 0 ? g_steal_pointer (&staging) : NULL;
}

/* (transfer full): a name beside @dir that is not taken. */
static char *
aside_path (const char *dir)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  char *path = g_strconcat (dir, ASIDE_INFIX, stamp, NULL);

  for (int i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_free (path);
      path = g_strdup_printf ("%s" ASIDE_INFIX "%s-%d", dir, stamp, i);
    }

  return path;
}

/* In one step where the file system can exchange two names: then there is a
 * vault at @dir at every moment.
 */
static gboolean
exchange (const char *staging,
          const char *dir,
          const char *aside)
{
  if (renameat2 (AT_FDCWD, staging, AT_FDCWD, dir, RENAME_EXCHANGE) == 0)
    {
      if (g_rename (staging, aside) == 0)
        return TRUE;

      renameat2 (AT_FDCWD, staging, AT_FDCWD, dir, RENAME_EXCHANGE);
      return FALSE;
    }

  if (g_rename (dir, aside) != 0)
    return FALSE;

  if (g_rename (staging, dir) == 0)
    return TRUE;

  g_rename (aside, dir);
  return FALSE;
}

static gboolean
put_in_place (const char  *staging,
              const char  *dir,
              char       **moved_aside,
              GError     **error)
{
  g_autofree char *parent = g_path_get_dirname (dir);
  g_autofree char *aside = NULL;
  gboolean ok;

  /* Over a folder that is not there, or empty, it is one rename. */
  ok = g_rename (staging, dir) == 0;
  if (!ok && (errno == ENOTEMPTY || errno == EEXIST))
    {
      aside = aside_path (dir);
      ok = exchange (staging, dir, aside);
    }

  if (!ok)
    {
      tend_files_set_error (dir, errno, error);
      return FALSE;
    }

  if (moved_aside != NULL)
    *moved_aside = g_steal_pointer (&aside);

  return tend_files_sync_dir (parent, error);
}

/* @lock: (out): held so that nobody opens the vault in place meanwhile */
static gboolean
lock_in_place (const char  *dir,
               int         *lock,
               GError     **error)
{
  g_autofree char *path = g_build_filename (dir, TEND_FILE_LOCK, NULL);

  *lock = -1;
  if (!tend_vault_exists (dir))
    return TRUE;

  *lock = tend_files_lock (path, TRUE, error);

  return *lock >= 0;
}

gboolean
tend_backup_restore (const char    *path,
                     const char    *dir,
                     char         **moved_aside,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autofree char *canonical = NULL;
  g_autofree char *staging = NULL;
  char *target = NULL;
  int in_use, lock;
  gboolean ok = FALSE;

  g_return_val_if_fail (path != NULL && dir != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (moved_aside != NULL)
    *moved_aside = NULL;

  /* Through a symbolic link: what it points at is exchanged, not the link. */
  canonical = g_canonicalize_filename (dir, NULL);
  target = realpath (canonical, NULL);

  if (!lock_in_place (canonical, &in_use, error))
    {
      free (target);
      return FALSE;
    }

  staging = make_staging (target != NULL ? target : canonical, &lock, error);
  if (staging != NULL)
    {
      ok = fill (path, staging, cancellable, error) &&
           put_in_place (staging, target != NULL ? target : canonical, moved_aside, error);
      if (!ok)
        tend_files_remove_tree (staging);
    }

  tend_files_unlock (&lock);
  tend_files_unlock (&in_use);
  free (target);

  return ok;
}

static gboolean
rehearse_in (const char    *dir,
             const char    *recovery_key,
             const char    *passphrase,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(TendKey) key = NULL;
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  key = recovery_key != NULL
        ? tend_vault_key_from_recovery (dir, recovery_key, error)
        : tend_vault_key_from_passphrase (dir, passphrase, error);
  if (key == NULL)
    return FALSE;

  vault = tend_vault_open (dir, key, TEND_VAULT_READ_ONLY, error);
  if (vault == NULL)
    return FALSE;

  faults = tend_vault_verify (vault, cancellable, error);
  if (faults == NULL)
    return FALSE;

  if (faults->len > 0)
    {
      const TendFault *fault = g_ptr_array_index (faults, 0);

      g_set_error (error, TEND_ERROR, TEND_ERROR_DAMAGED,
                   _("The backup opens, but it is damaged: %s"), fault->message);
      return FALSE;
    }

  return TRUE;
}

gboolean
tend_backup_rehearse (const char    *path,
                      const char    *dir,
                      const char    *recovery_key,
                      const char    *passphrase,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *staging = NULL;
  gboolean ok;
  int lock;

  g_return_val_if_fail (path != NULL && dir != NULL, FALSE);
  g_return_val_if_fail ((recovery_key == NULL) != (passphrase == NULL), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  staging = make_staging (dir, &lock, error);
  if (staging == NULL)
    return FALSE;

  ok = fill (path, staging, cancellable, error) &&
       rehearse_in (staging, recovery_key, passphrase, cancellable, error);
  tend_files_remove_tree (staging);
  tend_files_unlock (&lock);

  return ok;
}
