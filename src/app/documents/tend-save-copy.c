/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-save-copy.h"

#include "tend-compat.h"
#include "tend-output.h"
#include "tend-page.h"

#include <glib/gi18n-lib.h>

/* Held by the window while a question about it is open, and by the thread. */
typedef struct
{
  GtkWidget      *parent; /* weak */
  char           *title;
  char           *file_name;
  char           *path;
  TendSaveFunc    func;
  gpointer        data;
  GDestroyNotify  free_data;
} Copy;

static void
copy_clear (gpointer data)
{
  Copy *copy = data;

  g_clear_weak_pointer (&copy->parent);
  if (copy->free_data != NULL)
    copy->free_data (copy->data);
  g_free (copy->title);
  g_free (copy->file_name);
  g_free (copy->path);
}

static void
copy_unref (gpointer data)
{
  g_rc_box_release_full (data, copy_clear);
}

static void
write_copy (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const Copy *copy = data;
  GError *error = NULL;

  if (copy->func (copy->path, copy->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Copy *copy = data;
  g_autoptr(GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  if (copy->parent != NULL)
    tend_toast (copy->parent, written ? _("The copy is saved.") : error->message);
  copy_unref (copy);
}

static void
file_chosen_cb (const char *path,
                gpointer    data)
{
  Copy *copy = data;
  g_autoptr(GTask) task = g_task_new (NULL, NULL, written_cb, g_rc_box_acquire (copy));

  copy->path = g_strdup (path);
  g_task_set_task_data (task, copy, NULL); /* written_cb has a reference */
  g_task_run_in_thread (task, write_copy);
}

static void
accepted_cb (gpointer data)
{
  Copy *copy = data;

  if (copy->parent != NULL)
    tend_compat_save_file (copy->parent, copy->title, copy->file_name, file_chosen_cb,
                           g_rc_box_acquire (copy), copy_unref);
}

gboolean
tend_save_bytes (const char  *path,
                 gpointer     bytes,
                 GError     **error)
{
  return tend_output_write (path, bytes, error);
}

void
tend_save_copy (GtkWidget      *parent,
                const char     *title,
                const char     *file_name,
                const char     *contains,
                TendSaveFunc    func,
                gpointer        data,
                GDestroyNotify  free_data)
{
  g_autofree char *body =
    g_strdup_printf (_("It contains %s. The copy is not locked: anyone who can open the file "
                       "can read it."), contains);
  Copy *copy;

  g_return_if_fail (GTK_IS_WIDGET (parent) && func != NULL);

  copy = g_rc_box_new0 (Copy);
  g_set_weak_pointer (&copy->parent, parent);
  copy->title = g_strdup (title);
  copy->file_name = g_strdup (file_name);
  copy->func = func;
  copy->data = data;
  copy->free_data = free_data;

  /* The questions are about a window, and go with it. */
  g_object_set_data_full (G_OBJECT (gtk_widget_get_root (parent)), "tend-copy", copy, copy_unref);
  tend_compat_confirm (parent, _("Save a copy outside Tend?"), body, _("_Choose Where…"), FALSE,
                       accepted_cb, copy);
}
