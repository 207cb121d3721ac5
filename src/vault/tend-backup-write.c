/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-backup-private.h"

#include "tend-error.h"
#include "tend-files.h"
#include "tend-keys.h"
#include "tend-snapshot-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE (128 * 1024)

/* How much of the bar each part has: copying the database, writing the file,
 * and reading it back.
 */
#define PART_COPY  0.3
#define PART_WRITE 0.5

typedef struct
{
  const char       *path;       /* the backup's final name, for messages */
  const char       *staging;
  struct archive   *archive;
  TendManifest      manifest;
  gint64            total;      /* bytes to write, and written */
  gint64            done;
  TendProgressFunc  progress;
  gpointer          progress_data;
  GCancellable     *cancellable;
} Backup;

static gboolean
set_archive_error (Backup  *backup,
                   GError **error)
{
  int code = archive_errno (backup->archive);

  tend_files_set_error (backup->path, code > 0 ? code : EIO, error);

  return FALSE;
}

static void
report (Backup *backup,
        double  fraction)
{
  if (backup->progress != NULL)
    backup->progress (fraction, backup->progress_data);
}

static void
copied_cb (double   fraction,
           gpointer data)
{
  report (data, fraction * PART_COPY);
}

static gboolean
begin_entry (Backup      *backup,
             const char  *name,
             gint64       size,
             GError     **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int result;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_size (entry, size);
  result = archive_write_header (backup->archive, entry);
  archive_entry_free (entry);

  return result == ARCHIVE_OK || set_archive_error (backup, error);
}

static gboolean
add_text (Backup      *backup,
          const char  *name,
          const char  *text,
          GError     **error)
{
  gsize length = strlen (text);

  if (!begin_entry (backup, name, length, error))
    return FALSE;

  return archive_write_data (backup->archive, text, length) == (gssize) length ||
         set_archive_error (backup, error);
}

static gboolean
add_bytes (Backup                    *backup,
           int                        fd,
           gint64                     size,
           crypto_generichash_state  *sum,
           GError                   **error)
{
  g_autofree char *buffer = g_malloc (BUFFER_SIZE);

  while (size > 0)
    {
      gssize got = read (fd, buffer, MIN (size, BUFFER_SIZE));

      if (g_cancellable_set_error_if_cancelled (backup->cancellable, error))
        return FALSE;
      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        {
          tend_files_set_error (backup->staging, got < 0 ? errno : EIO, error);
          return FALSE;
        }

      crypto_generichash_update (sum, (const guint8 *) buffer, got);
      if (archive_write_data (backup->archive, buffer, got) != got)
        return set_archive_error (backup, error);

      size -= got;
      backup->done += got;
      report (backup, PART_COPY + PART_WRITE * backup->done / MAX (backup->total, 1));
    }

  return TRUE;
}

static gboolean
add_file (Backup      *backup,
          const char  *name,
          GError     **error)
{
  g_autofree char *path = g_build_filename (backup->staging, name, NULL);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  crypto_generichash_state state;
  guint8 sum[TEND_SUM_BYTES];
  struct stat info;
  gboolean ok;

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      tend_files_set_error (path, errno, error);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }

  crypto_generichash_init (&state, NULL, 0, sizeof sum);
  ok = begin_entry (backup, name, info.st_size, error) &&
       add_bytes (backup, fd, info.st_size, &state, error);
  close (fd);

  crypto_generichash_final (&state, sum, sizeof sum);
  tend_manifest_add (&backup->manifest, name, info.st_size, sum);

  return ok;
}

/* (transfer full): the names in the staging folder, in the order they are written. */
static GPtrArray *
list_files (Backup *backup)
{
  static const char *const names[] = { TEND_FILE_KEYS, TEND_FILE_DB, TEND_FILE_HEAD };
  g_autofree char *blobs_dir = g_build_filename (backup->staging, TEND_DIR_BLOBS, NULL);
  g_auto(GStrv) blobs = tend_files_list (blobs_dir);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (backup->staging, names[i], NULL);

      /* A vault without a history has no head yet. */
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (files, g_strdup (names[i]));
    }
  for (guint i = 0; blobs[i] != NULL; i++)
    g_ptr_array_add (files, g_build_filename (TEND_DIR_BLOBS, blobs[i], NULL));

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_build_filename (backup->staging, files->pdata[i], NULL);
      GStatBuf info;

      if (g_stat (path, &info) == 0)
        backup->total += info.st_size;
    }

  return files;
}

static gboolean
write_entries (Backup      *backup,
               const char  *vault_id,
               GError     **error)
{
  g_autoptr(GPtrArray) files = list_files (backup);
  g_autofree char *version = g_strdup_printf ("%d\n", TEND_BACKUP_VERSION);
  g_autofree char *manifest = NULL;

  if (!add_text (backup, TEND_BACKUP_MARK, version, error))
    return FALSE;

  for (guint i = 0; i < files->len; i++)
    {
      if (!add_file (backup, files->pdata[i], error))
        return FALSE;
    }

  manifest = tend_manifest_format (&backup->manifest, vault_id);

  return add_text (backup, TEND_BACKUP_MANIFEST, manifest, error);
}

static gboolean
write_archive (Backup      *backup,
               int          fd,
               const char  *vault_id,
               GError     **error)
{
  gboolean ok;

  tend_manifest_init (&backup->manifest);
  backup->archive = archive_write_new ();
  archive_write_set_format_pax_restricted (backup->archive);
  archive_write_add_filter_none (backup->archive);

  ok = archive_write_open_fd (backup->archive, fd) == ARCHIVE_OK ||
       set_archive_error (backup, error);
  ok = ok && write_entries (backup, vault_id, error);
  ok = ok && (archive_write_close (backup->archive) == ARCHIVE_OK ||
              set_archive_error (backup, error));

  archive_write_free (backup->archive);
  tend_manifest_clear (&backup->manifest);

  if (ok && fsync (fd) != 0)
    {
      tend_files_set_error (backup->path, errno, error);
      ok = FALSE;
    }

  return ok;
}

/* Read back before it gets its name: a backup that cannot be read is none. */
static gboolean
write_file (Backup      *backup,
            const char  *vault_id,
            GError     **error)
{
  g_autofree char *temporary = g_strconcat (backup->path, ".XXXXXX", NULL);
  g_autofree char *dir = g_path_get_dirname (backup->path);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  gboolean ok;

  if (fd < 0)
    {
      tend_files_set_error (backup->path, errno, error);
      return FALSE;
    }

  ok = write_archive (backup, fd, vault_id, error);
  ok = close (fd) == 0 && ok;
  ok = ok && tend_backup_read (temporary, NULL, backup->cancellable, error);

  if (ok && g_rename (temporary, backup->path) != 0)
    {
      tend_files_set_error (backup->path, errno, error);
      ok = FALSE;
    }
  if (!ok)
    {
      g_unlink (temporary);
      return FALSE;
    }

  return tend_files_sync_dir (dir, error);
}

static gboolean
copy_keys (TendVault   *vault,
           const char  *staging,
           char       **vault_id,
           GError     **error)
{
  g_autofree char *path = g_build_filename (staging, TEND_FILE_KEYS, NULL);
  g_autoptr(TendKeys) keys = tend_keys_load_best (vault->dir, NULL, error);

  if (keys == NULL)
    return FALSE;

  *vault_id = g_strdup (tend_keys_get_id (keys));

  return tend_keys_save (keys, path, error);
}

static gboolean
lies_in (const char *path,
         const char *folder)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *real = realpath (dir, NULL);
  g_autofree char *real_folder = realpath (folder, NULL);
  gsize length = real_folder != NULL ? strlen (real_folder) : 0;

  return real != NULL && length > 0 && strncmp (real, real_folder, length) == 0 &&
         (real[length] == '\0' || real[length] == '/');
}

/* The backup takes the place of what has its name: never of the vault itself, and
 * never of a device, which root could replace.
 */
static gboolean
check_target (TendVault   *vault,
              const char  *path,
              GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                 _("“%s” is not a file. Please give the name of a file for the backup."), name);
  else if (lies_in (path, vault->dir))
    g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                 _("“%s” is in the folder of the records. A backup belongs in another place, best "
                   "on a memory stick."), name);
  else
    return TRUE;

  return FALSE;
}

gboolean
tend_backup_write (TendVault            *vault,
                   const char           *path,
                   void                (*progress) (double, gpointer),
                   gpointer              progress_data,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_autofree char *staging = NULL;
  g_autofree char *vault_id = NULL;
  Backup backup = { .path = path, .progress = progress, .progress_data = progress_data,
                    .cancellable = cancellable };
  gboolean ok;
  int lock;

  g_return_val_if_fail (TEND_IS_VAULT (vault), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  tend_vault_assert_thread (vault);

  if (!check_target (vault, path, error))
    return FALSE;

  backup.staging = staging = tend_snapshot_stage (vault, &lock, error);
  if (staging == NULL)
    return FALSE;

  ok = tend_snapshot_build (vault, staging, copied_cb, &backup, cancellable, error) &&
       copy_keys (vault, staging, &vault_id, error) &&
       write_file (&backup, vault_id, error);
  tend_files_remove_tree (staging);
  tend_files_unlock (&lock);

  if (ok)
    report (&backup, 1.0);

  return ok;
}
