/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-schedule.h"

#include "tend-background.h"
#include "tend-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define ENTRY TEND_APP_ID ".Reminders.desktop"

/* What systemctl says of the timer, "" where there is no systemd of this user's or no such
 * timer. */
static char *
ask_timer (const char *verb)
{
  g_autoptr(GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
                      "systemctl", "--user", verb, TEND_SCHEDULE_TIMER, NULL);
  char *said = NULL;

  if (process == NULL ||
      !g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, NULL) || said == NULL)
    return g_strdup ("");

  return g_strstrip (said);
}

static gboolean
has_timer (gboolean *on)
{
  g_autofree char *said = ask_timer ("is-enabled");

  *on = strcmp (said, "enabled") == 0;
  return *on || strcmp (said, "disabled") == 0;
}

static gboolean
set_timer (gboolean   on,
           GError   **error)
{
  g_autoptr(GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, error, "systemctl", "--user", "--quiet",
                      "--now", on ? "enable" : "disable", TEND_SCHEDULE_TIMER, NULL);

  return process != NULL && g_subprocess_wait_check (process, NULL, error);
}

static char *
entry_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", ENTRY, NULL);
}

/* The command lies beside this program, or where programs are. */
static char *
find_command (void)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, "tend-cli", NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);

  return g_find_program_in_path ("tend-cli");
}

static gboolean
write_entry (GError **error)
{
  g_autoptr(GKeyFile) entry = g_key_file_new ();
  g_autofree char *command = find_command ();
  g_autofree char *path = entry_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *line = NULL;

  if (command == NULL)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_NOT_FOUND,
                           _("The program “tend-cli”, which reminds you, is not installed."));
      return FALSE;
    }

  line = g_strdup_printf ("\"%s\" due --notify --stay", command);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, "Type", "Application");
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, "Name", _("Tend’s Reminders"));
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, "Exec", line);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, "Icon", TEND_APP_ID);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, "NoDisplay", TRUE);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (entry, path, error);
}

static gboolean
remove_entry (GError **error)
{
  g_autofree char *path = entry_path ();

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED, _("“%s” could not be removed: %s"), path,
               g_strerror (errno));
  return FALSE;
}

gboolean
tend_schedule_is_on (void)
{
  g_autofree char *path = entry_path ();
  gboolean on;

  if (tend_background_is_wanted ())
    return tend_background_is_on ();

  return (has_timer (&on) && on) || g_file_test (path, G_FILE_TEST_EXISTS);
}

/* One of the two at most: both would ask twice. */
gboolean
tend_schedule_set (gboolean   on,
                   GError   **error)
{
  const char *const command[] = { "tend-cli", "due", "--notify", "--stay", NULL };
  gboolean enabled;
  gboolean timer;

  if (tend_background_is_wanted ())
    return tend_background_set (on, command, error);

  timer = has_timer (&enabled);
  if (timer && enabled != on && !set_timer (on, error))
    return FALSE;

  return on && !timer ? write_entry (error) : remove_entry (error);
}
