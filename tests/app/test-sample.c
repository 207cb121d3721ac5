/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-sample.h"

#include "tend-files.h"

static char *
make (int *lock)
{
  g_autoptr(GError) error = NULL;
  char *dir = tend_sample_make_dir (lock, &error);

  g_assert_no_error (error);
  g_assert_cmpint (*lock, >=, 0);
  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);

  return dir;
}

/* What the dead left goes at the next start; the living and others keep theirs. */
static void
test_leftovers (gconstpointer runtime)
{
  g_autofree char *other = g_build_filename (runtime, "other-demo", NULL);
  int living_lock, dead_lock, lock;
  g_autofree char *living = make (&living_lock);
  g_autofree char *dead = make (&dead_lock);
  g_autofree char *dead_folder = g_path_get_dirname (dead);
  g_autofree char *dir = NULL;
  g_auto(GStrv) left = NULL;

  g_assert_cmpint (g_mkdir_with_parents (other, 0700), ==, 0);
  tend_files_unlock (&dead_lock); /* as the end of a process does */

  dir = make (&lock);
  g_assert_false (g_file_test (dead_folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (living, G_FILE_TEST_IS_DIR));
  g_assert_true (g_file_test (dir, G_FILE_TEST_IS_DIR));

  tend_sample_remove_dir (living, &living_lock);
  tend_sample_remove_dir (dir, &lock);
  g_assert_cmpint (lock, ==, -1);
  left = tend_files_list (runtime);
  g_assert_cmpuint (g_strv_length (left), ==, 1);
  g_assert_cmpstr (left[0], ==, "other-demo");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *runtime = g_dir_make_tmp ("tend-sample-XXXXXX", NULL);
  int result;

  g_test_init (&argc, &argv, NULL);
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);

  g_test_add_data_func ("/app/sample/leftovers", runtime, test_leftovers);
  result = g_test_run ();

  tend_files_remove_tree (runtime);
  return result;
}
