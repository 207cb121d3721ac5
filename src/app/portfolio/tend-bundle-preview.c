/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A look at the whole of a portfolio, as it would be saved. */

#include "tend-bundle-job.h"

#include "tend-scan-dialog.h"

#include <glib/gi18n-lib.h>

/* One that is being made. */
typedef struct
{
  GtkWindow      *window; /* weak */
  TendBundleWish *wish;
  GCancellable   *cancellable;
} Look;

static void
look_free (Look *look)
{
  g_clear_weak_pointer (&look->window);
  tend_bundle_wish_free (look->wish);
  g_object_unref (look->cancellable);
  g_free (look);
}

static gpointer
make_pages (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Look *look = data;
  g_autoptr(TendPortfolioPlan) plan = tend_bundle_wish_plan (look->wish, vault, error);

  return plan != NULL ? tend_portfolio_preview (vault, plan, 0, look->cancellable, error) : NULL;
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Look *look = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = tend_session_finish (TEND_SESSION (source), result, &error);

  if (look->window != NULL)
    tend_scan_dialog_show_made (look->window, pdf, pdf == NULL ? error->message : NULL);
  look_free (look);
}

void
tend_bundle_preview (GtkWidget            *parent,
                     TendSession          *session,
                     const TendBundleWish *wish)
{
  Look *look = g_new0 (Look, 1);
  GtkWindow *window;

  look->cancellable = g_cancellable_new ();
  look->wish = tend_bundle_wish_copy (wish);
  window = tend_scan_dialog_present_made (parent, _("The Whole Portfolio"), look->cancellable);
  g_set_weak_pointer (&look->window, window);
  /* The look stays until the answer. */
  tend_session_query_apart (session, make_pages, look, NULL, (GDestroyNotify) g_bytes_unref,
                            look->cancellable, made_cb, look);
}
