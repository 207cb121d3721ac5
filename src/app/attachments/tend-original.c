/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-original.h"

#include "tend-compat.h"
#include "tend-error.h"
#include "tend-page.h"

#include <glib/gi18n-lib.h>

/* Held by the widget that the question is about, and by the thread. */
typedef struct
{
  GtkWidget *parent; /* weak */
  GFile     *file;
  char      *etag;
} Original;

static void
original_clear (gpointer data)
{
  Original *original = data;

  g_clear_weak_pointer (&original->parent);
  g_object_unref (original->file);
  g_free (original->etag);
}

static void
original_unref (gpointer original)
{
  g_rc_box_release_full (original, original_clear);
}

/* A file that was written again has something in it that Tend has not. */
gboolean
tend_original_delete (GFile       *file,
                      const char  *etag,
                      GError     **error)
{
  g_autoptr(GFileInfo) info = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return FALSE;
  if (etag == NULL || g_strcmp0 (etag, g_file_info_get_etag (info)) == 0)
    return g_file_delete (file, NULL, error);

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                       _("The original has changed since, so it was left where it is."));
  return FALSE;
}

static void
delete_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Original *original = data;
  GError *error = NULL;

  if (tend_original_delete (original->file, original->etag, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Original *original = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (error == NULL)
    text = g_strdup (_("The original is deleted."));
  else if (error->domain == TEND_ERROR)
    text = g_strdup (error->message);
  else
    text = g_strdup_printf (_("The original could not be deleted: %s"), error->message);

  if (original->parent != NULL)
    tend_toast (original->parent, text);
  original_unref (original);
}

static void
accepted_cb (gpointer data)
{
  Original *original = data;
  g_autoptr(GTask) task = g_task_new (NULL, NULL, deleted_cb, g_rc_box_acquire (original));

  g_task_set_task_data (task, original, NULL); /* deleted_cb has a reference */
  g_task_run_in_thread (task, delete_thread);
}

void
tend_original_offer (GtkWidget  *parent,
                     GFile      *file,
                     const char *etag)
{
  Original *original = g_rc_box_new0 (Original);

  g_set_weak_pointer (&original->parent, parent);
  original->file = g_object_ref (file);
  original->etag = g_strdup (etag);

  /* The question is about a window, and goes with it. */
  g_object_set_data_full (G_OBJECT (gtk_widget_get_root (parent)), "tend-original", original,
                          original_unref);
  tend_compat_ask (parent, _("The Document Is Kept"),
                   _("The original is still in that folder. Delete it?\n\nTend’s copy has been "
                     "read back and checked. The original is not locked: anyone who uses this "
                     "computer can open it."),
                   _("_Delete"), _("_Keep It"), TRUE, accepted_cb, original);
}
