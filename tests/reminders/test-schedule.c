/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The switch for reminders: systemd's timer where there is one, else an entry in autostart.
 * A systemctl of the test's own stands for systemd. */

#include "tend-schedule.h"

#include <glib/gstdio.h>

typedef struct
{
  char *dir;
  char *state;  /* the file that the stand-in keeps "enabled" or "disabled" in */
  char *entry;
} Fixture;

static void
write_program (Fixture    *fixture,
               const char *name,
               const char *text)
{
  g_autofree char *path = g_build_filename (fixture->dir, "bin", name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_chmod (path, 0755);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *bin = NULL;

  /* Once for all tests: GLib looks at the folders once. */
  fixture->dir = g_strdup (g_getenv ("TEND_TEST_SCHEDULE"));
  fixture->state = g_build_filename (fixture->dir, "state", NULL);
  fixture->entry = g_build_filename (fixture->dir, "config", "autostart",
                                     "org.tendcare.Tend.Reminders.desktop", NULL);
  bin = g_build_filename (fixture->dir, "bin", NULL);
  g_mkdir_with_parents (bin, 0700);
  write_program (fixture, "tend-cli", "#!/bin/sh\n");
  g_unlink (fixture->entry);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->dir);
  g_free (fixture->state);
  g_free (fixture->entry);
}

static void
assert_set (gboolean on)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tend_schedule_set (on, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tend_schedule_is_on (), ==, on);
}

static void
test_timer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *script =
    g_strdup_printf ("#!/bin/sh\n"
                     "state='%s'\n"
                     "case \"$*\" in\n"
                     "  '--user is-enabled tend-reminders.timer') cat \"$state\" ;;\n"
                     "  '--user --quiet --now enable tend-reminders.timer') word=enabled ;;\n"
                     "  '--user --quiet --now disable tend-reminders.timer') word=disabled ;;\n"
                     "  *) exit 1 ;;\n"
                     "esac\n"
                     "test -z \"$word\" || echo $word > \"$state\"\n", fixture->state);

  write_program (fixture, "systemctl", script);
  g_assert_true (g_file_set_contents (fixture->state, "disabled\n", -1, NULL));
  g_assert_false (tend_schedule_is_on ());
  assert_set (TRUE);
  g_assert_false (g_file_test (fixture->entry, G_FILE_TEST_EXISTS));
  assert_set (FALSE);
}

/* No systemd of this user's, or a Tend whose timer is not installed. */
static void
test_autostart (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *command = g_build_filename (fixture->dir, "bin", "tend-cli", NULL);
  g_autofree char *expected = g_strdup_printf ("\"%s\" due --notify --stay", command);
  g_autofree char *line = NULL;
  g_autoptr(GKeyFile) entry = g_key_file_new ();
  g_autoptr(GError) error = NULL;

  write_program (fixture, "systemctl", "#!/bin/sh\necho 'Failed to connect to bus' >&2\nexit 1\n");
  g_assert_false (tend_schedule_is_on ());
  assert_set (TRUE);

  g_key_file_load_from_file (entry, fixture->entry, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  line = g_key_file_get_string (entry, "Desktop Entry", "Exec", NULL);
  g_assert_cmpstr (line, ==, expected);
  assert_set (FALSE);
  assert_set (FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *dir = g_dir_make_tmp ("tend-schedule-XXXXXX", NULL);
  g_autofree char *path = g_strdup_printf ("%s/bin:%s", dir, g_getenv ("PATH"));
  g_autofree char *config = g_build_filename (dir, "config", NULL);
  g_autofree char *sweep = g_strdup_printf ("rm -r '%s'", dir);
  int status;

  g_setenv ("TEND_TEST_SCHEDULE", dir, TRUE);
  g_setenv ("PATH", path, TRUE);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/reminders/schedule/timer", Fixture, NULL, set_up, test_timer, tear_down);
  g_test_add ("/reminders/schedule/autostart", Fixture, NULL, set_up, test_autostart, tear_down);

  status = g_test_run ();
  g_assert_true (g_spawn_command_line_sync (sweep, NULL, NULL, NULL, NULL));
  return status;
}
