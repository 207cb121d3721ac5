/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "tend-error.h"

static gboolean
write_to_device (const char  *path,
                 const char  *data,
                 gsize        length,
                 GError     **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gsize done = 0;

  while (fd >= 0 && done < length)
    {
      gssize n = write (fd, data + done, length - done);

      if (n < 0 && errno != EINTR)
        break;
      done += MAX (n, 0);
    }
  if (fd < 0 || done < length)
    g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED, _("“%s” could not be written: %s."),
                 path, g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return fd >= 0 && done == length;
}

gboolean
tend_output_write (const char  *path,
                   GBytes      *bytes,
                   GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autofree char *name = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR)
      && !g_file_test (path, G_FILE_TEST_IS_DIR))
    return write_to_device (path, data, length, error);

  if (g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                &local_error))
    return TRUE;

  name = g_filename_display_name (path);
  g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED, _("“%s” could not be written: %s."),
               name, local_error->message);
  return FALSE;
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
