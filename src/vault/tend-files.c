/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-files.h"

#include "tend-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_TIMEOUT_MS 5000
#define LOCK_STEP_MS    2

void
tend_files_set_error (const char  *path,
                      int          saved_errno,
                      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("There is no room left to write “%s”. "
                     "Please free some space and try again."),
                   name);
      break;

    case EFBIG:
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("“%s” is larger than the place it was to be written to allows."), name);
      break;

    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("You do not have permission to use “%s”."), name);
      break;

    case ENOENT:
      g_set_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND, _("“%s” is not there."), name);
      break;

    default:
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED, _("“%s” could not be used: %s."),
                   name, g_strerror (saved_errno));
    }
}

gboolean
tend_files_make_dir (const char  *path,
                     GError     **error)
{
  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;

  tend_files_set_error (path, errno, error);
  return FALSE;
}

gboolean
tend_files_write_all (int         fd,
                      const void *bytes,
                      gsize       length)
{
  const char *at = bytes;

  while (length > 0)
    {
      gssize written = write (fd, at, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;

      at += written;
      length -= written;
    }

  return TRUE;
}

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | flags);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  /* Some file systems (a memory stick's) cannot sync a folder and say EINVAL. */
  if (!ok && fd >= 0 && (flags & O_DIRECTORY) && errno == EINVAL)
    ok = TRUE;
  if (!ok)
    tend_files_set_error (path, errno, error);
  if (fd >= 0)
    close (fd);

  return ok;
}

gboolean
tend_files_sync (const char  *path,
                 GError     **error)
{
  return sync_path (path, 0, error);
}

gboolean
tend_files_sync_dir (const char  *path,
                     GError     **error)
{
  return sync_path (path, O_DIRECTORY, error);
}

gboolean
tend_files_replace (const char  *path,
                    const char  *text,
                    gsize        length,
                    gboolean     sync_dir,
                    GError     **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  g_autofree char *dir = g_path_get_dirname (path);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  gboolean ok;

  if (fd < 0)
    {
      tend_files_set_error (path, errno, error);
      return FALSE;
    }

  ok = tend_files_write_all (fd, text, length) && fsync (fd) == 0;
  ok = close (fd) == 0 && ok;
  ok = ok && g_rename (temporary, path) == 0;
  if (!ok)
    {
      tend_files_set_error (path, errno, error);
      g_unlink (temporary);
      return FALSE;
    }

  return !sync_dir || tend_files_sync_dir (dir, error);
}

static gboolean
copy_bytes (int from,
            int to)
{
  g_autofree char *buffer = g_malloc (128 * 1024);
  gssize got;

  do
    {
      got = read (from, buffer, 128 * 1024);
      if (got > 0 && !tend_files_write_all (to, buffer, got))
        return FALSE;
    }
  while (got > 0 || (got < 0 && errno == EINTR));

  return got == 0 && fsync (to) == 0;
}

gboolean
tend_files_copy (const char  *from,
                 const char  *to,
                 GError     **error)
{
  int in = open (from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  int out;
  gboolean ok;

  if (in < 0)
    {
      tend_files_set_error (from, errno, error);
      return FALSE;
    }

  out = open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  ok = out >= 0 && copy_bytes (in, out);
  if (out >= 0)
    ok = close (out) == 0 && ok;
  if (!ok)
    tend_files_set_error (to, errno, error);
  close (in);

  return ok;
}

gboolean
tend_files_link_or_copy (const char  *from,
                         const char  *to,
                         GError     **error)
{
  if (link (from, to) == 0)
    return TRUE;

  if (errno == ENOENT || errno == EEXIST)
    {
      tend_files_set_error (from, errno, error);
      return FALSE;
    }

  return tend_files_copy (from, to, error);
}

void
tend_files_remove_tree (const char *path)
{
  g_auto(GStrv) names = NULL;
  struct stat info;

  if (lstat (path, &info) != 0)
    return;

  if (!S_ISDIR (info.st_mode))
    {
      g_unlink (path);
      return;
    }

  names = tend_files_list (path);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *child = g_build_filename (path, names[i], NULL);

      tend_files_remove_tree (child);
    }
  g_rmdir (path);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

GStrv
tend_files_list (const char *path)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_steal (names, NULL);
}

int
tend_files_lock (const char  *path,
                 gboolean     exclusive,
                 GError     **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  int locked;

  if (fd < 0)
    {
      tend_files_set_error (path, errno, error);
      return -1;
    }

  do
    locked = flock (fd, (exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB);
  while (locked != 0 && errno == EINTR);

  if (locked != 0)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_BUSY,
                           _("These records are open in Tend. Please close it and try again."));
      close (fd);
      return -1;
    }

  return fd;
}

/* Not for ever: a process that was stopped while it held the lock must not stop
 * this one as well.
 */
int
tend_files_lock_dir (const char  *path,
                     GError     **error)
{
  gint64 end = g_get_monotonic_time () + LOCK_TIMEOUT_MS * 1000;
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    {
      tend_files_set_error (path, errno, error);
      return -1;
    }

  while (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      if ((errno == EWOULDBLOCK || errno == EINTR) && g_get_monotonic_time () < end)
        {
          g_usleep (LOCK_STEP_MS * 1000);
          continue;
        }

      if (errno == EWOULDBLOCK)
        g_set_error_literal (error, TEND_ERROR, TEND_ERROR_BUSY,
                             _("Another program is using these records. "
                               "Please try again in a moment."));
      else
        tend_files_set_error (path, errno, error);
      close (fd);
      return -1;
    }

  return fd;
}

int
tend_files_try_lock_dir (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    tend_files_unlock (&fd);

  return fd;
}

gboolean
tend_files_lock_fd (int fd)
{
  return flock (fd, LOCK_EX | LOCK_NB) == 0;
}

void
tend_files_unlock (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}
