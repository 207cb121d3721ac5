/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-sample.h"

#include "tend-demo.h"
#include "tend-files.h"

#define PREFIX "tend-demo-"

/* Whoever is alive holds the lock of their folder. */
static void
remove_leftovers (const char *runtime)
{
  g_auto(GStrv) names = tend_files_list (runtime);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (runtime, names[i], NULL);
      int lock = g_str_has_prefix (names[i], PREFIX) ? tend_files_try_lock_dir (path) : -1;

      if (lock >= 0)
        tend_files_remove_tree (path);
      tend_files_unlock (&lock);
    }
}

char *
tend_sample_make_dir (int     *lock,
                      GError **error)
{
  const char *runtime = g_get_user_runtime_dir ();
  g_autofree char *folder = g_build_filename (runtime, PREFIX "XXXXXX", NULL);
  int outer;

  /* Nobody else removes the folder before it is locked. */
  *lock = -1;
  outer = tend_files_lock_dir (runtime, error);
  if (outer < 0)
    return NULL;

  remove_leftovers (runtime);
  if (g_mkdtemp_full (folder, 0700) == NULL)
    tend_files_set_error (folder, errno, error);
  else
    *lock = tend_files_lock_dir (folder, error);
  tend_files_unlock (&outer);

  /* Not the folder itself: the vault takes the lock of its own. */
  return *lock >= 0 ? g_build_filename (folder, "vault", NULL) : NULL;
}

void
tend_sample_remove_dir (const char *dir,
                        int        *lock)
{
  g_autofree char *folder = NULL;

  g_return_if_fail (dir != NULL);

  folder = g_path_get_dirname (dir);
  tend_files_remove_tree (folder);
  tend_files_unlock (lock);
}

static gpointer
make_sample (TendVault  *none,
             gpointer    data,
             GError    **error)
{
  g_autoptr(TendVault) vault = NULL;

  vault = tend_vault_create (data, NULL, NULL, NULL, error);

  if (vault == NULL)
    return NULL;

  tend_vault_set_actor (vault, "Tend");
  if (!tend_demo_load (vault, TEND_DEMO_SAMPLE, error))
    return NULL;

  return g_steal_pointer (&vault);
}

void
tend_sample_open_async (const char          *dir,
                        TendDate             today,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (dir != NULL);

  if (today == TEND_DATE_NONE)
    today = tend_demo_today ();

  tend_session_start_async (dir, TRUE, today, make_sample, g_strdup (dir), g_free,
                            callback, user_data);
}
