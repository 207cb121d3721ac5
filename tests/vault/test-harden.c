/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-harden.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Each case has a process of its own: what is set cannot be unset. */

static void
test_runtime_dir (void)
{
  if (g_test_subprocess ())
    {
      char runtime_dir[] = "/tmp/tend-run-XXXXXX";
      g_autofree char *expected = NULL;
      int dumpable = prctl (PR_GET_DUMPABLE); /* newer GLib clears it for a test's child */
      struct rlimit limit;
      GStatBuf info;

      /* Not GLib's, which remembers the temporary folder it first met. */
      g_assert_nonnull (mkdtemp (runtime_dir));
      expected = g_build_filename (runtime_dir, "tend", NULL);
      g_setenv ("XDG_RUNTIME_DIR", runtime_dir, TRUE);
      g_assert_true (tend_vault_harden_process ());
      g_assert_true (tend_vault_harden_process ()); /* it may be there already */

      g_assert_cmpstr (g_getenv ("TMPDIR"), ==, expected);
      g_assert_cmpstr (g_get_tmp_dir (), ==, expected);
      g_assert_cmpint (g_stat (expected, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0700);

      g_assert_cmpint (getrlimit (RLIMIT_CORE, &limit), ==, 0);
      g_assert_cmpint (limit.rlim_cur, ==, 0);
      g_assert_cmpint (limit.rlim_max, ==, 0);
      g_assert_cmpint (prctl (PR_GET_DUMPABLE), ==, dumpable);
      g_rmdir (expected);
      g_rmdir (runtime_dir);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_no_session (void)
{
  if (g_test_subprocess ())
    {
      g_unsetenv ("XDG_RUNTIME_DIR");
      if (tend_vault_harden_process ())
        {
          g_assert_true (g_str_has_prefix (g_getenv ("TMPDIR"), "/dev/shm/tend-"));
          g_rmdir (g_getenv ("TMPDIR"));
        }
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* Somebody else's link in the way is not followed. */
static void
test_link_in_the_way (void)
{
  if (g_test_subprocess ())
    {
      char runtime_dir[] = "/tmp/tend-run-XXXXXX";
      g_autofree char *link = NULL;

      g_assert_nonnull (mkdtemp (runtime_dir));
      link = g_build_filename (runtime_dir, "tend", NULL);
      g_unsetenv ("TMPDIR");
      g_assert_cmpint (symlink ("/var/tmp", link), ==, 0);
      g_setenv ("XDG_RUNTIME_DIR", runtime_dir, TRUE);
      g_assert_false (tend_vault_harden_process ());
      g_assert_null (g_getenv ("TMPDIR"));
      g_unlink (link);
      g_rmdir (runtime_dir);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vault/harden/runtime-dir", test_runtime_dir);
  g_test_add_func ("/vault/harden/no-session", test_no_session);
  g_test_add_func ("/vault/harden/link-in-the-way", test_link_in_the_way);

  return g_test_run ();
}
