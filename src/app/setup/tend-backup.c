/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-backup.h"

#include "tend-clients.h"
#include "tend-compat.h"
#include "tend-progress.h"
#include "tend-snapshot.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget    *parent; /* weak */
  TendSession  *session;
  char         *path;
  TendProgress *progress;
} Backup;

static void
backup_clear (gpointer data)
{
  Backup *backup = data;

  g_clear_weak_pointer (&backup->parent);
  g_clear_object (&backup->session);
  g_clear_object (&backup->progress);
  g_free (backup->path);
}

static void
backup_release (gpointer data)
{
  g_rc_box_release_full (data, backup_clear);
}

static gpointer
note_day (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  tend_setting_set (vault, "backed_up_on", data, error);

  return NULL;
}

static gpointer
write_backup (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  Backup *backup = data;

  tend_backup_write (vault, backup->path, tend_progress_report, backup->progress,
                     tend_progress_get_cancellable (backup->progress), error);

  return NULL;
}

static void
tell_result (Backup       *backup,
             const GError *error)
{
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      tend_progress_finish (backup->progress, _("No Backup Was Made"),
                            stopped ? _("You stopped it.") : error->message);
      return;
    }

  text = g_strdup_printf (_("It is in “%s” and has been read back and checked. It is locked: "
                            "your recovery key or passphrase opens it on any computer. "
                            "Keep it away from the laptop."), backup->path);
  tend_progress_finish (backup->progress, _("Backed Up"), text);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Backup *backup = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (backup->session, result, &error);
  if (error == NULL)
    tend_session_change (backup->session, note_day,
                         tend_date_format_iso (tend_session_get_today (backup->session)), g_free,
                         NULL, NULL, NULL);
  tell_result (backup, error);
  backup_release (backup);
}

static void
chosen_cb (const char *path,
           gpointer    data)
{
  Backup *backup = data;

  if (backup->parent == NULL)
    return;

  backup->path = g_strdup (path);
  backup->progress =
    g_object_ref (tend_progress_present (backup->parent, _("Backing Up"),
                                         _("You can stop this at any time; nothing is lost.")));
  tend_session_query_apart (backup->session, write_backup, g_rc_box_acquire (backup), NULL, NULL,
                            tend_progress_get_cancellable (backup->progress), written_cb, backup);
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

  backup = g_rc_box_new0 (Backup);
  g_set_weak_pointer (&backup->parent, parent);
  backup->session = g_object_ref (session);

  day = tend_date_format_iso (tend_session_get_today (session));
  name = g_strdup_printf ("tend-%s.tend-backup", day);
  tend_compat_save_file (parent, _("Back Up Your Records"), name, chosen_cb, backup,
                         backup_release);
}
