/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Long reading that must not keep the window's worker: a backup, a portfolio. */

#include "tend-session.h"

typedef struct
{
  char            *dir;
  TendKey         *key;
  TendSessionFunc  func;
  gpointer         data;
  GDestroyNotify   free_data;
  GDestroyNotify   free_result;
} Apart;

static void
apart_free (gpointer data)
{
  Apart *apart = data;

  if (apart->free_data != NULL)
    apart->free_data (apart->data);
  g_clear_pointer (&apart->key, tend_key_unref);
  g_free (apart->dir);
  g_free (apart);
}

static void
read_apart (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Apart *apart = data;
  GError *error = NULL;
  g_autoptr(TendVault) vault = tend_vault_open (apart->dir, apart->key, TEND_VAULT_READ_ONLY,
                                                &error);
  gpointer answer = vault != NULL ? apart->func (vault, apart->data, &error) : NULL;

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, apart->free_result);
}

static gpointer
ref_key (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  return tend_key_ref (tend_vault_get_key (vault));
}

static void
key_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(GTask) task = data;
  Apart *apart = g_task_get_task_data (task);
  GError *error = NULL;

  apart->key = tend_session_finish (TEND_SESSION (source), result, &error);
  if (apart->key != NULL)
    g_task_run_in_thread (task, read_apart);
  else
    g_task_return_error (task, error); /* locked meanwhile, or stopped */
}

void
tend_session_query_apart (TendSession         *self,
                          TendSessionFunc      func,
                          gpointer             data,
                          GDestroyNotify       free_data,
                          GDestroyNotify       free_result,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  Apart *apart;

  g_return_if_fail (TEND_IS_SESSION (self));
  g_return_if_fail (func != NULL);

  apart = g_new0 (Apart, 1);
  apart->dir = g_strdup (tend_session_get_dir (self));
  apart->func = func;
  apart->data = data;
  apart->free_data = free_data;
  apart->free_result = free_result;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tend_session_query_apart);
  g_task_set_check_cancellable (task, FALSE); /* what was finished all the same is the answer */
  g_task_set_task_data (task, apart, apart_free);
  tend_session_query (self, ref_key, NULL, NULL, (GDestroyNotify) tend_key_unref, cancellable,
                      key_cb, task);
}
