/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tend-error.h"

static gboolean
set_error (const char  *path,
           int          code,
           GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("“%s” could not be written: there is no such folder."), name);
      break;

    case EISDIR:
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("“%s” is a folder. Please give the name of a file."), name);
      break;

    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("You do not have permission to write “%s”."), name);
      break;

    case ENOSPC:
    case EDQUOT:
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("There is no room left to write “%s”. Please free some space and try "
                     "again."),
                   name);
      break;

    default:
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED, _("“%s” could not be written: %s."), name,
                   g_strerror (code));
    }

  return FALSE;
}

static gboolean
write_all (int         fd,
           const char *data,
           gsize       length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno != EINTR)
        return FALSE;

      data += MAX (n, 0);
      length -= MAX (n, 0);
    }

  return TRUE;
}

static gboolean
write_to_device (const char  *path,
                 const char  *data,
                 gsize        length,
                 GError     **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean ok = fd >= 0 && write_all (fd, data, length);
  int code = errno;

  if (fd >= 0)
    close (fd);

  return ok || set_error (path, code, error);
}

/* Under another name first, so that a file that is there is replaced whole or not
 * at all.
 */
static gboolean
write_to_file (const char  *path,
               const char  *data,
               gsize        length,
               GError     **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  gboolean ok = fd >= 0 && write_all (fd, data, length) && fsync (fd) == 0;
  int code = errno;

  if (fd >= 0 && close (fd) != 0 && ok)
    {
      ok = FALSE;
      code = errno;
    }
  if (ok && g_rename (temporary, path) != 0)
    {
      ok = FALSE;
      code = errno;
    }
  if (fd >= 0 && !ok)
    g_unlink (temporary);

  return ok || set_error (path, code, error);
}

/* (transfer full): the folder that @path is in, without symbolic links; the nearest
 * above it where that is still to be made.
 */
static char *
real_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  char *real = realpath (folder, NULL);

  if (real != NULL || strcmp (folder, path) == 0)
    return real;

  return real_folder (folder);
}

/* A vault is known by its files: who writes a page has none at hand. */
static gboolean
is_vault (const char *folder)
{
  g_autofree char *database = g_build_filename (folder, "vault.db", NULL);
  g_autofree char *keys = g_build_filename (folder, "vault.keys", NULL);

  return g_file_test (database, G_FILE_TEST_EXISTS) && g_file_test (keys, G_FILE_TEST_EXISTS);
}

gboolean
tend_output_check_place (const char  *path,
                         GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder = real_folder (path);

  while (folder != NULL && !is_vault (folder))
    {
      char *above = g_path_get_dirname (folder);

      if (strcmp (above, folder) == 0)
        g_clear_pointer (&above, g_free);
      g_free (folder);
      folder = above;
    }

  if (folder == NULL)
    return TRUE;

  g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
               _("“%s” is in the folder of the records, where Tend alone writes. Please choose "
                 "another place."),
               name);
  return FALSE;
}

/* What is there and is no file; or stands for what a process has open (/dev/stdout),
 * which is only a link, but must not be replaced.
 */
static gboolean
is_device (const char *path)
{
  g_autofree char *folder = real_folder (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;

  return !g_file_test (path, G_FILE_TEST_IS_REGULAR) || g_strcmp0 (folder, "/dev") == 0 ||
         (folder != NULL && g_str_has_prefix (folder, "/proc/"));
}

gboolean
tend_output_write (const char  *path,
                   GBytes      *bytes,
                   GError     **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return set_error (path, EISDIR, error);
  if (!tend_output_check_place (path, error))
    return FALSE;
  if (is_device (path))
    return write_to_device (path, data, length, error);

  return write_to_file (path, data, length, error);
}

cairo_status_t
tend_output_append (void                *array,
                    const unsigned char *data,
                    unsigned int         length)
{
  g_byte_array_append (array, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
tend_output_check (cairo_status_t   status,
                   GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED, _("The page could not be drawn: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

GBytes *
tend_output_png (cairo_surface_t  *surface,
                 GError          **error)
{
  g_autoptr(GByteArray) png = g_byte_array_new ();

  if (!tend_output_check (cairo_surface_write_to_png_stream (surface, tend_output_append, png),
                          error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}
