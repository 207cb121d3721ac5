/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-harden.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of ours alone, whoever may have made it before. */
static gboolean
make_own_dir (const char *path)
{
  struct stat info;

  g_mkdir (path, 0700);

  return lstat (path, &info) == 0 && S_ISDIR (info.st_mode) && info.st_uid == geteuid () &&
         g_chmod (path, 0700) == 0;
}

gboolean
tend_vault_harden_process (void)
{
  const struct rlimit none = { 0, 0 };
  const char *runtime_dir = g_getenv ("XDG_RUNTIME_DIR");
  g_autofree char *path = NULL;

  setrlimit (RLIMIT_CORE, &none);

  /* Without a login session (a scheduled backup) /dev/shm is in memory too. */
  if (runtime_dir != NULL && g_path_is_absolute (runtime_dir))
    path = g_build_filename (runtime_dir, "tend", NULL);
  else
    path = g_strdup_printf ("/dev/shm/tend-%u", (guint) geteuid ());

  return make_own_dir (path) && g_setenv ("TMPDIR", path, TRUE);
}
