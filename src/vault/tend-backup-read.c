/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-backup-private.h"

#include "tend-blob-private.h"
#include "tend-error.h"
#include "tend-files.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A backup may come from anywhere: only the names that Tend writes are taken,
 * each once, as plain files, and no more bytes than the file itself has.
 */

#define BLOCK_SIZE   (128 * 1024)
#define MAX_MANIFEST (64 * 1024 * 1024)

typedef struct
{
  struct archive *archive;
  const char     *path;
  const char     *to;
  gint64          left;      /* bytes that entries may still have */
  TendManifest    manifest;
  GCancellable   *cancellable;
} Read;

static gboolean
set_invalid (Read    *read,
             GError **error)
{
  g_autofree char *name = g_filename_display_name (read->path);

  g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID, _("“%s” is not a backup of Tend."), name);
  return FALSE;
}

static gboolean
set_damaged (Read        *read,
             const char  *why,
             GError     **error)
{
  g_autofree char *name = g_filename_display_name (read->path);

  g_set_error (error, TEND_ERROR, TEND_ERROR_DAMAGED,
               _("The backup “%s” is damaged: %s. Please use another one."), name, why);
  return FALSE;
}

static gboolean
is_known_name (const char *name)
{
  static const char *const names[] = { TEND_FILE_KEYS, TEND_FILE_DB, TEND_FILE_HEAD };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (name, names[i]) == 0)
        return TRUE;
    }

  return g_str_has_prefix (name, TEND_DIR_BLOBS "/") &&
         tend_blob_is_name (name + strlen (TEND_DIR_BLOBS "/"));
}

/* A plain file, of a size that the archive can hold. */
static gboolean
entry_is_plain (Read                 *read,
                struct archive_entry *entry)
{
  return archive_entry_filetype (entry) == AE_IFREG &&
         archive_entry_hardlink (entry) == NULL &&
         archive_entry_symlink (entry) == NULL &&
         archive_entry_sparse_count (entry) == 0 &&
         archive_entry_size_is_set (entry) &&
         archive_entry_size (entry) >= 0 &&
         archive_entry_size (entry) <= read->left;
}

/* (transfer full) (nullable): a small entry, as text. */
static char *
read_text (Read                 *read,
           struct archive_entry *entry,
           gint64                limit)
{
  gint64 size = archive_entry_size (entry);
  g_autofree char *text = NULL;

  if (!entry_is_plain (read, entry) || size > limit)
    return NULL;

  text = g_malloc (size + 1);
  if (archive_read_data (read->archive, text, size) != size)
    return NULL;
  text[size] = '\0';

  return strlen (text) == (gsize) size ? g_steal_pointer (&text) : NULL;
}

static gboolean
read_bytes (Read                      *read,
            gint64                     size,
            int                        fd,
            crypto_generichash_state  *sum,
            GError                   **error)
{
  gint64 done = 0;
  const void *block;
  gsize length;
  gint64 at;
  int result;

  while ((result = archive_read_data_block (read->archive, &block, &length, &at)) == ARCHIVE_OK)
    {
      if (g_cancellable_set_error_if_cancelled (read->cancellable, error))
        return FALSE;
      if (at != done || (gint64) length > size - done)
        return set_damaged (read, _("a file in it has gaps"), error);

      crypto_generichash_update (sum, block, length);
      if (fd >= 0 && !tend_files_write_all (fd, block, length))
        {
          tend_files_set_error (read->to, errno, error);
          return FALSE;
        }
      done += length;
    }

  if (result != ARCHIVE_EOF || done != size)
    return set_damaged (read, _("it is cut short"), error);

  return TRUE;
}

static gboolean
read_file (Read                  *read,
           const char            *name,
           struct archive_entry  *entry,
           GError               **error)
{
  gint64 size = archive_entry_size (entry);
  crypto_generichash_state state;
  guint8 sum[TEND_SUM_BYTES];
  gboolean ok;
  int fd = -1;

  if (!entry_is_plain (read, entry))
    return set_damaged (read, _("there is something in it that is no plain file"), error);

  if (read->to != NULL)
    {
      g_autofree char *path = g_build_filename (read->to, name, NULL);

      fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
      if (fd < 0)
        {
          tend_files_set_error (path, errno, error);
          return FALSE;
        }
    }

  crypto_generichash_init (&state, NULL, 0, sizeof sum);
  ok = read_bytes (read, size, fd, &state, error);
  crypto_generichash_final (&state, sum, sizeof sum);

  if (fd >= 0 && ((ok && fsync (fd) != 0) | (close (fd) != 0)) && ok)
    {
      tend_files_set_error (read->to, errno, error);
      return FALSE;
    }

  read->left -= size;
  tend_manifest_add (&read->manifest, name, size, sum);

  return ok;
}

/* The first entry says what the file is, and of which version. */
static gboolean
read_mark (Read    *read,
           GError **error)
{
  struct archive_entry *entry;
  g_autofree char *text = NULL;
  guint64 version;

  if (archive_read_next_header (read->archive, &entry) != ARCHIVE_OK ||
      g_strcmp0 (archive_entry_pathname (entry), TEND_BACKUP_MARK) != 0)
    return set_invalid (read, error);

  text = read_text (read, entry, 20);
  if (text == NULL || !g_str_has_suffix (text, "\n"))
    return set_damaged (read, _("it is cut short"), error);

  g_strchomp (text);
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &version, NULL))
    return set_damaged (read, _("its version is unknown"), error);

  if (version > TEND_BACKUP_VERSION)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("This backup was written by a newer Tend. "
                             "Please install it and try again."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_manifest (Read                  *read,
               struct archive_entry  *entry,
               GError               **error)
{
  g_autofree char *text = read_text (read, entry, MAX_MANIFEST);

  if (text == NULL || !tend_manifest_match (&read->manifest, text) ||
      !tend_manifest_has (&read->manifest, TEND_FILE_KEYS) ||
      !tend_manifest_has (&read->manifest, TEND_FILE_DB))
    return set_damaged (read, _("what is in it is not what was put in"), error);

  if (archive_read_next_header (read->archive, &entry) != ARCHIVE_EOF)
    return set_damaged (read, _("there is something behind its end"), error);

  return TRUE;
}

static gboolean
read_entries (Read    *read,
              GError **error)
{
  struct archive_entry *entry;

  if (!read_mark (read, error))
    return FALSE;

  while (archive_read_next_header (read->archive, &entry) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname (entry);

      if (g_strcmp0 (name, TEND_BACKUP_MANIFEST) == 0)
        return read_manifest (read, entry, error);

      if (name == NULL || !is_known_name (name) || tend_manifest_has (&read->manifest, name))
        return set_damaged (read, _("there is something in it that does not belong there"), error);

      if (!read_file (read, name, entry, error))
        return FALSE;
    }

  return set_damaged (read, _("it is cut short"), error);
}

static gboolean
make_folders (const char  *to,
              GError     **error)
{
  g_autofree char *blobs = g_build_filename (to, TEND_DIR_BLOBS, NULL);
  g_autofree char *snapshots = g_build_filename (to, TEND_DIR_SNAPSHOTS, NULL);

  return tend_files_make_dir (blobs, error) && tend_files_make_dir (snapshots, error);
}

static gboolean
sync_folders (const char  *to,
              GError     **error)
{
  g_autofree char *blobs = g_build_filename (to, TEND_DIR_BLOBS, NULL);

  return tend_files_sync_dir (blobs, error) && tend_files_sync_dir (to, error);
}

gboolean
tend_backup_read (const char    *path,
                  const char    *to,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Read read = { .path = path, .to = to, .cancellable = cancellable };
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  struct stat info;
  gboolean ok;

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      tend_files_set_error (path, errno, error);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }

  tend_manifest_init (&read.manifest);
  read.left = info.st_size;
  read.archive = archive_read_new ();
  archive_read_support_format_tar (read.archive);

  if (!S_ISREG (info.st_mode) ||
      archive_read_open_fd (read.archive, fd, BLOCK_SIZE) != ARCHIVE_OK)
    ok = set_invalid (&read, error);
  else
    ok = (to == NULL || make_folders (to, error)) &&
         read_entries (&read, error) &&
         (to == NULL || sync_folders (to, error));

  archive_read_free (read.archive);
  tend_manifest_clear (&read.manifest);
  close (fd);

  return ok;
}

gboolean
tend_backup_check (const char  *path,
                   GError     **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return tend_backup_read (path, NULL, NULL, error);
}
