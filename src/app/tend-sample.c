/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-sample.h"

#include "tend-demo.h"
#include "tend-files.h"

char *
tend_sample_make_dir (GError **error)
{
  g_autofree char *template = NULL;

  template = g_build_filename (g_get_user_runtime_dir (), "tend-demo-XXXXXX", NULL);

  if (g_mkdtemp_full (template, 0700) == NULL)
    {
      tend_files_set_error (template, errno, error);
      return NULL;
    }

  return g_steal_pointer (&template);
}

void
tend_sample_remove_dir (const char *dir)
{
  g_return_if_fail (dir != NULL);

  tend_files_remove_tree (dir);
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
