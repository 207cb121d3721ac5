/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-restore.h"

#include "tend-compat.h"
#include "tend-files.h"
#include "tend-progress.h"
#include "tend-remind.h"
#include "tend-snapshot.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  char         *path;
  char         *dir;
  TendSession  *session;  /* nullable: the vault in place, being shut */
  TendProgress *progress;
  char         *moved_aside;
} Restore;

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_free (restore->path);
  g_free (restore->dir);
  g_clear_object (&restore->session);
  g_object_unref (restore->progress);
  g_free (restore->moved_aside);
  g_free (restore);
}

static void
run_restore (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Restore *restore = data;
  GError *error = NULL;

  if (restore->session != NULL)
    tend_session_close_wait (restore->session);

  if (tend_backup_restore (restore->path, restore->dir, &restore->moved_aside,
                           cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Once what came of it has been read. */
static gboolean
close_request_cb (GtkWindow *progress)
{
  GtkWindow *parent = gtk_window_get_transient_for (progress);

  if (parent != NULL)
    tend_remind_offer (GTK_WIDGET (parent));
  return GDK_EVENT_PROPAGATE;
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  TendOpening *opening = TEND_OPENING (object);
  Restore *restore = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      tend_progress_finish (restore->progress, _("Nothing Was Changed"),
                            stopped ? _("You stopped it.") : error->message);
      tend_opening_restart (opening);
      return;
    }

  if (restore->moved_aside != NULL)
    text = g_strdup_printf (_("What was there before has been kept in “%s”."),
                            restore->moved_aside);
  else
    text = g_strdup (_("Now open them with your recovery key or passphrase."));

  tend_progress_finish (restore->progress, _("Your Records Are in Place"), text);
  if (tend_remind_fits (restore->dir))
    g_signal_connect (restore->progress, "close-request", G_CALLBACK (close_request_cb), NULL);
  tend_opening_restart (opening);
}

typedef struct
{
  GtkWidget   *parent;
  TendOpening *opening;
  char        *path;
} Start;

static void
start_free (gpointer data)
{
  Start *start = data;

  g_object_unref (start->opening);
  g_free (start->path);
  g_free (start);
}

static void
run (GtkWidget   *parent,
     TendOpening *opening,
     const char  *path)
{
  Restore *restore = g_new0 (Restore, 1);
  g_autoptr(GTask) task = NULL;

  restore->session = tend_opening_shut (opening);
  restore->path = g_strdup (path);
  restore->dir = g_strdup (tend_opening_get_dir (opening));
  restore->progress = g_object_ref (tend_progress_present (parent, _("Bringing in Your Records"),
                                                           _("Every part is checked first.")));

  task = g_task_new (opening, tend_progress_get_cancellable (restore->progress),
                     restored_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, restore, restore_free);
  g_task_run_in_thread (task, run_restore);
}

static void
run_accepted (gpointer user_data)
{
  Start *start = user_data;

  run (start->parent, start->opening, start->path);
}

/* Where records are in use, their place is not taken without a word. */
static void
start (GtkWidget   *parent,
       TendOpening *opening,
       const char  *path)
{
  Start *start;

  if (tend_opening_get_session (opening) == NULL)
    {
      run (parent, opening, path);
      return;
    }

  start = g_new0 (Start, 1);
  start->parent = parent; /* which owns this */
  start->opening = g_object_ref (opening);
  start->path = g_strdup (path);
  g_object_set_data_full (G_OBJECT (parent), "restore", start, start_free);
  tend_compat_confirm (parent, _("Put Other Records in Place of These?"),
                       _("The records of now are kept in a folder beside, and can be brought "
                         "back in the same way."),
                       _("_Put in Place"), TRUE, run_accepted, start);
}

typedef struct
{
  GtkWidget   *parent;
  TendOpening *opening;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->parent);
  g_object_unref (asked->opening);
  g_free (asked);
}

static void
backup_chosen (const char *path,
               gpointer    user_data)
{
  Asked *asked = user_data;

  start (asked->parent, asked->opening, path);
}

void
tend_restore_backup (GtkWidget   *parent,
                     TendOpening *opening)
{
  Asked *asked;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_OPENING (opening));

  asked = g_new0 (Asked, 1);
  asked->parent = g_object_ref (parent);
  asked->opening = g_object_ref (opening);
  tend_compat_open_file (parent, _("Choose a Backup"), "*.tend-backup", backup_chosen, asked,
                         asked_free);
}

/* Snapshots: "2026-11-21T081500Z-daily" is told as "Saturday 21 November 2026, 08:15". */

static char *
describe_snapshot (const char *name)
{
  g_autoptr(GDateTime) utc = NULL;
  g_autofree char *day = NULL;
  int year, month, date, hour, minute;
  TendInstant instant;
  TendClock clock;

  if (sscanf (name, "%4d-%2d-%2dT%2d%2d", &year, &month, &date, &hour, &minute) != 5)
    return NULL;

  utc = g_date_time_new_utc (year, month, date, hour, minute, 0);
  if (utc == NULL)
    return NULL;

  instant = g_date_time_to_unix (utc);
  clock = tend_time_clock (instant);
  day = tend_date_format (tend_time_date (instant), TEND_DATE_FULL);

  /* TRANSLATORS: a day and the time on it: "Saturday 21 November 2026, 08:15" */
  return g_strdup_printf (_("%s, %02d:%02d"), day, clock / 60, clock % 60);
}

static void
snapshot_activated_cb (AdwActionRow *row,
                       TendOpening  *opening)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (row)));
  g_autofree char *path = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (window));

  gtk_window_close (window);
  start (parent, opening, path);
}

static GtkWidget *
snapshot_row (TendOpening *opening,
              const char  *folder,
              const char  *name)
{
  g_autofree char *title = describe_snapshot (name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GtkWidget *row;

  if (title == NULL)
    return NULL;

  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_name (row, path);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (snapshot_activated_cb), opening, 0);

  return row;
}

static GtkWidget *
snapshot_window (GtkWidget *parent,
                 GtkWidget *page)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  gtk_widget_add_css_class (header, "flat");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  gtk_widget_set_vexpand (page, TRUE);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _("Bring Back an Earlier Day"));
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 480);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (parent)));

  return window;
}

void
tend_restore_snapshot (GtkWidget   *parent,
                       TendOpening *opening)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *folder = NULL;
  g_auto(GStrv) names = NULL;
  guint shown = 0;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_OPENING (opening));

  folder = g_build_filename (tend_opening_get_dir (opening), TEND_DIR_SNAPSHOTS, NULL);
  names = tend_files_list (folder);

  for (guint i = g_strv_length (names); i > 0; i--)
    {
      GtkWidget *row = snapshot_row (opening, folder, names[i - 1]);

      if (row == NULL)
        continue;

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      shown++;
    }

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), shown > 0
    ? _("Tend keeps a copy of each day it was used on. The records of now are kept as well, "
        "in a folder beside.")
    : _("There is no copy of an earlier day here."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_window_present (GTK_WINDOW (snapshot_window (parent, page)));
}
