/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-zip-private.h"

#include "tend-error.h"
#include "tend-files.h"
#include "tend-output.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SUMS "SHA256SUMS"

struct _TendZip
{
  char           *path;
  char           *temporary; /* NULL: nothing to take away */
  int             fd;
  struct archive *archive;
  GChecksum      *whole;     /* of the ZIP file */
  GChecksum      *entry;     /* of the file that is being added; NULL: none */
  char           *name;      /* of that */
  GString        *sums;
  char           *open_name; /* of what is never locked; NULL: there is none */
  char           *open_text;
  guint64         length;    /* of what is written of the ZIP */
  GByteArray     *list;      /* the list at its end, as it is held back; NULL before */
  int             code;      /* what went wrong with the disk */
};

static gboolean
set_error (TendZip  *self,
           GError  **error)
{
  int code = self->code != 0 ? self->code : archive_errno (self->archive);

  tend_files_set_error (self->path, code > 0 ? code : EIO, error);
  return FALSE;
}

static gboolean
write_all (TendZip       *self,
           gconstpointer  bytes,
           gsize          length)
{
  if (!tend_files_write_all (self->fd, bytes, length))
    {
      self->code = errno;
      return FALSE;
    }
  g_checksum_update (self->whole, bytes, length);
  self->length += length;
  return TRUE;
}

static la_ssize_t
write_cb (struct archive *archive,
          void           *data,
          const void     *bytes,
          size_t          length)
{
  TendZip *self = data;

  if (self->list != NULL)
    {
      g_byte_array_append (self->list, bytes, length);
      return length;
    }
  if (!write_all (self, bytes, length))
    {
      archive_set_error (archive, self->code, "%s", g_strerror (self->code));
      return -1;
    }
  return length;
}

/* Names of files are readable in a ZIP that is locked, too. */
static gboolean
lock (TendZip     *self,
      const char  *passphrase,
      GError     **error)
{
  if (passphrase == NULL)
    return TRUE;

  if (*passphrase == '\0')
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("The passphrase is empty. Please give one, or none at all."));
      return FALSE;
    }
  if (archive_write_set_options (self->archive, "zip:encryption=aes256") == ARCHIVE_OK &&
      archive_write_set_passphrase (self->archive, passphrase) == ARCHIVE_OK)
    return TRUE;

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                       _("This computer cannot lock a ZIP file: its libarchive was built without "
                         "encryption."));
  return FALSE;
}

TendZip *
tend_zip_new (const char  *path,
              const char  *passphrase,
              GError     **error)
{
  g_autoptr(TendZip) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!tend_output_check_place (path, error))
    return NULL;

  self = g_new0 (TendZip, 1);
  self->path = g_strdup (path);
  self->whole = g_checksum_new (G_CHECKSUM_SHA256);
  self->sums = g_string_new (NULL);
  self->archive = archive_write_new ();
  self->fd = -1;
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_per_block (self->archive, 0);
  /* What is in a PDF is small already: to press it harder takes time and gains nothing. */
  archive_write_set_options (self->archive, "zip:compression-level=1");
  if (!lock (self, passphrase, error))
    return NULL;

  self->temporary = g_strconcat (path, ".XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      self->code = errno;
      g_clear_pointer (&self->temporary, g_free);
      set_error (self, error);
      return NULL;
    }
  if (archive_write_open (self->archive, self, NULL, write_cb, NULL) != ARCHIVE_OK)
    {
      set_error (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
end_entry (TendZip *self)
{
  if (self->entry != NULL)
    g_string_append_printf (self->sums, "%s  %s\n", g_checksum_get_string (self->entry),
                            self->name);
  g_clear_pointer (&self->entry, g_checksum_free);
  g_clear_pointer (&self->name, g_free);
}

static gboolean
begin (TendZip     *self,
       const char  *name,
       gint64       size,
       GError     **error)
{
  struct archive_entry *entry = archive_entry_new ();
  gboolean ok;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  archive_entry_set_mtime (entry, time (NULL), 0);
  if (size >= 0)
    archive_entry_set_size (entry, size);
  /* Scans are as small as they get already. */
  if (size >= 0)
    archive_write_zip_set_compression_store (self->archive);
  else
    archive_write_zip_set_compression_deflate (self->archive);
  ok = archive_write_header (self->archive, entry) == ARCHIVE_OK;
  archive_entry_free (entry);

  return ok || set_error (self, error);
}

gboolean
tend_zip_begin (TendZip     *self,
                const char  *name,
                gint64       size,
                GError     **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  end_entry (self);
  self->entry = g_checksum_new (G_CHECKSUM_SHA256);
  self->name = g_strdup (name);
  return begin (self, name, size, error);
}

gboolean
tend_zip_add (TendZip        *self,
              gconstpointer   bytes,
              gsize           length,
              GError        **error)
{
  g_return_val_if_fail (self != NULL && self->entry != NULL, FALSE);

  g_checksum_update (self->entry, bytes, length);
  return archive_write_data (self->archive, bytes, length) == (gssize) length ||
         set_error (self, error);
}

void
tend_zip_set_open (TendZip    *self,
                   const char *name,
                   const char *text)
{
  g_autofree char *sum = NULL;

  g_return_if_fail (self != NULL && self->open_name == NULL && name != NULL && text != NULL);

  self->open_name = g_strdup (name);
  self->open_text = g_strdup (text);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_string_append_printf (self->sums, "%s  %s\n", sum, name);
}

/* libarchive locks every file or none.  So the list of files that it ends with is held back, and
 * the one that stays open goes in between.
 */
static gboolean
close_archive (TendZip *self)
{
  g_autoptr(GByteArray) end = NULL;

  if (archive_write_finish_entry (self->archive) != ARCHIVE_OK)
    return FALSE;
  if (self->open_name == NULL)
    return archive_write_close (self->archive) == ARCHIVE_OK;

  self->list = g_byte_array_new ();
  if (archive_write_close (self->archive) != ARCHIVE_OK)
    return FALSE;

  end = tend_zip_end_with (self->open_name, self->open_text, self->length, self->list);
  return end != NULL && write_all (self, end->data, end->len);
}

gboolean
tend_zip_close (TendZip  *self,
                GError  **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  end_entry (self);
  if (!begin (self, SUMS, self->sums->len, error))
    return FALSE;
  if (archive_write_data (self->archive, self->sums->str, self->sums->len)
        != (gssize) self->sums->len ||
      !close_archive (self))
    return set_error (self, error);

  if (fsync (self->fd) != 0)
    {
      self->code = errno;
      return set_error (self, error);
    }
  return TRUE;
}

const char *
tend_zip_get_sum (TendZip *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_checksum_get_string (self->whole);
}

gboolean
tend_zip_keep (TendZip  *self,
               GError  **error)
{
  g_return_val_if_fail (self != NULL && self->temporary != NULL, FALSE);

  if (g_rename (self->temporary, self->path) != 0)
    {
      self->code = errno;
      return set_error (self, error);
    }
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

void
tend_zip_free (TendZip *self)
{
  /* Before the archive is freed, which writes what it still holds: nobody is to see that. */
  if (self->temporary != NULL && self->fd >= 0)
    g_unlink (self->temporary);
  archive_write_free (self->archive);
  if (self->fd >= 0)
    close (self->fd);
  g_checksum_free (self->whole);
  g_clear_pointer (&self->entry, g_checksum_free);
  g_string_free (self->sums, TRUE);
  g_clear_pointer (&self->list, g_byte_array_unref);
  g_free (self->open_name);
  g_free (self->open_text);
  g_free (self->name);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
