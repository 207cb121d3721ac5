/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-backup.h"

#include "tend-clients.h"
#include "tend-compat.h"
#include "tend-progress.h"
#include "tend-snapshot.h"

#include <glib/gi18n-lib.h>

/* The backup has a connection and a thread of its own, so that the window's
 * worker answers meanwhile.
 */
typedef struct
{
  GtkWidget    *parent;
  TendSession  *session;
  char         *path;
  TendKey      *key;
  TendProgress *progress;
} Backup;

static void
backup_free (gpointer data)
{
  Backup *backup = data;

  g_clear_object (&backup->parent);
  g_clear_object (&backup->session);
  g_clear_object (&backup->progress);
  g_clear_pointer (&backup->key, tend_key_unref);
  g_free (backup->path);
  g_free (backup);
}

static gpointer
note_day (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  tend_setting_set (vault, "backed_up_on", data, error);

  return NULL;
}

static void
run_backup (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Backup *backup = data;
  g_autoptr(TendVault) vault = NULL;
  GError *error = NULL;

  vault = tend_vault_open (tend_session_get_dir (backup->session), backup->key,
                           TEND_VAULT_READ_ONLY, &error);

  if (vault != NULL &&
      tend_backup_write (vault, backup->path, tend_progress_report, backup->progress,
                         cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  Backup *backup = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      tend_progress_finish (backup->progress, _("No Backup Was Made"),
                            stopped ? _("You stopped it.") : error->message);
      return;
    }

  tend_session_change (backup->session, note_day,
                       tend_date_format_iso (tend_session_get_today (backup->session)), g_free,
                       NULL, NULL, NULL);
  text = g_strdup_printf (_("It is in “%s” and has been read back and checked. It is locked: "
                            "your recovery key or passphrase opens it on any computer. "
                            "Keep it away from the laptop."), backup->path);
  tend_progress_finish (backup->progress, _("Backed Up"), text);
}

static gpointer
ref_key (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  return tend_key_ref (tend_vault_get_key (vault));
}

static void
key_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  Backup *backup = data;
  g_autoptr(GTask) task = NULL;

  backup->key = tend_session_finish (TEND_SESSION (object), result, NULL);

  if (backup->key == NULL)
    {
      backup_free (backup); /* locked meanwhile */
      return;
    }

  backup->progress =
    g_object_ref (tend_progress_present (backup->parent, _("Backing Up"),
                                         _("You can stop this at any time; nothing is lost.")));
  task = g_task_new (NULL, tend_progress_get_cancellable (backup->progress), written_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, backup, backup_free);
  g_task_run_in_thread (task, run_backup);
}

static void
chosen (GFile    *file,
        gpointer  user_data)
{
  Backup *backup = user_data;

  backup->path = g_file_get_path (file);

  if (backup->path == NULL)
    backup_free (backup);
  else
    tend_session_query (backup->session, ref_key, NULL, NULL, (GDestroyNotify) tend_key_unref,
                        NULL, key_cb, backup);
}

void
tend_backup_present (GtkWidget   *parent,
                     TendSession *session)
{
  Backup *backup;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_SESSION (session));

  backup = g_new0 (Backup, 1);
  backup->parent = g_object_ref (parent);
  backup->session = g_object_ref (session);

  day = tend_date_format_iso (tend_session_get_today (session));
  name = g_strdup_printf ("tend-%s.tend-backup", day);
  tend_compat_save_file (parent, _("Back Up Your Records"), name, chosen, backup,
                         NULL);
}
