/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A look at the whole of a portfolio, as it would be saved. */

#include "tend-bundle-job.h"

#include "tend-scan-dialog.h"

#include <glib/gi18n-lib.h>

/* One that is being made, with a connection and a thread of its own. */
typedef struct
{
  GtkWindow      *window;  /* weak */
  TendSession    *session;
  TendBundleWish *wish;
  GCancellable   *cancellable;
  TendKey        *key;
} Look;

static void
look_free (Look *look)
{
  g_clear_weak_pointer (&look->window);
  g_object_unref (look->session);
  tend_bundle_wish_free (look->wish);
  g_object_unref (look->cancellable);
  g_clear_pointer (&look->key, tend_key_unref);
  g_free (look);
}

static void
make_pages (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;
  g_autoptr(TendVault) vault = tend_vault_open (tend_session_get_dir (look->session), look->key,
                                                TEND_VAULT_READ_ONLY, &error);
  g_autoptr(TendPortfolioPlan) plan =
    vault != NULL ? tend_bundle_wish_plan (look->wish, vault, &error) : NULL;
  GBytes *pdf = plan != NULL ? tend_portfolio_preview (vault, plan, 0, cancellable, &error) : NULL;

  if (pdf != NULL)
    g_task_return_pointer (task, pdf, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Look *look = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = g_task_propagate_pointer (G_TASK (result), &error);

  if (look->window != NULL)
    tend_scan_dialog_show_made (look->window, pdf, pdf == NULL ? error->message : NULL);
  look_free (look);
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
  Look *look = data;
  g_autoptr(GTask) task = NULL;

  look->key = tend_session_finish (TEND_SESSION (source), result, NULL);
  if (look->key == NULL || look->window == NULL)
    {
      look_free (look); /* locked meanwhile, or closed */
      return;
    }

  /* The look is this thread's, and stays until the answer. */
  task = g_task_new (NULL, look->cancellable, made_cb, look);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, look, NULL);
  g_task_run_in_thread (task, make_pages);
}

void
tend_bundle_preview (GtkWidget            *parent,
                     TendSession          *session,
                     const TendBundleWish *wish)
{
  Look *look = g_new0 (Look, 1);
  GtkWindow *window;

  look->cancellable = g_cancellable_new ();
  look->session = g_object_ref (session);
  look->wish = tend_bundle_wish_copy (wish);
  window = tend_scan_dialog_present_made (parent, _("The Whole Portfolio"), look->cancellable);
  g_set_weak_pointer (&look->window, window);
  tend_session_query (session, ref_key, NULL, NULL, (GDestroyNotify) tend_key_unref, NULL, key_cb,
                      look);
}
