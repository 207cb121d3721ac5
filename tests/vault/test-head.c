/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "vault-test.h"

#include "tend-vault-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void
write_notes (TendVault *vault,
             guint      n)
{
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (vault_write (vault, "note", "{\"text\":\"x\"}", &error));
      g_assert_no_error (error);
    }
}

static void
assert_open (VaultFixture *fixture,
             TendError     code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_READ_WRITE, &error));
  g_assert_error (error, TEND_ERROR, (int) code);
}

static void
assert_faults (VaultFixture *fixture,
               const char   *expected)
{
  g_autofree char *faults = vault_faults (fixture, fixture->dir);

  g_assert_cmpstr (faults, ==, expected);
}

/* An older database under the head of a newer one: commits are lost. */
static void
test_behind (VaultFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *old = NULL, *old_db = NULL, *db = vault_path (fixture, "vault.db");

  write_notes (fixture->vault, 3);
  vault_close (fixture);
  old = copy_vault (fixture, "old");
  old_db = g_build_filename (old, "vault.db", NULL);
  vault_open (fixture);
  write_notes (fixture->vault, 1);
  vault_close (fixture);
  assert_faults (fixture, "");

  copy_over (old_db, db);
  assert_open (fixture, TEND_ERROR_DAMAGED);
  assert_faults (fixture, "head vault.head\n");
}

/* Of two programs the slower one does not take the head back. */
static void
test_never_back (VaultFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  TendChainEnd longer = { .length = 7 }, shorter = { .length = 6 }, there;

  g_assert_true (tend_head_write (fixture->dir, fixture->key, &longer, &error));
  g_assert_true (tend_head_write (fixture->dir, fixture->key, &shorter, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tend_head_read (fixture->dir, fixture->key, &there), ==, TEND_HEAD_READ);
  g_assert_cmpint (there.length, ==, 7);
}

/* The same length, but another history. */
static void
test_other_history (VaultFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *old = NULL, *old_db = NULL, *db = vault_path (fixture, "vault.db");

  write_notes (fixture->vault, 3);
  vault_close (fixture);
  old = copy_vault (fixture, "old");
  old_db = g_build_filename (old, "vault.db", NULL);
  vault_raw_exec (fixture, "DROP TRIGGER history_update;"
                           "UPDATE history SET hash = zeroblob (32) WHERE sequence = 3;"
                           "PRAGMA wal_checkpoint (TRUNCATE)");

  assert_open (fixture, TEND_ERROR_DAMAGED);
  assert_faults (fixture, "chain history/3\nhead vault.head\n");
  copy_over (old_db, db);
  assert_faults (fixture, "");
}

/* A crash between a commit and its head: all is there, and the head follows. */
static void
test_ahead (VaultFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *old = NULL, *old_head = NULL, *head = vault_path (fixture, "vault.head");
  g_autofree char *before = NULL, *after = NULL;

  write_notes (fixture->vault, 3);
  vault_close (fixture);
  old = copy_vault (fixture, "old");
  old_head = g_build_filename (old, "vault.head", NULL);
  vault_open (fixture);
  write_notes (fixture->vault, 2);
  vault_close (fixture);
  g_assert_true (g_file_get_contents (head, &before, NULL, NULL));

  copy_over (old_head, head);
  assert_faults (fixture, "");
  vault_open (fixture);
  g_assert_cmpuint (vault_count (fixture->vault), ==, 5);
  g_assert_true (g_file_get_contents (head, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  vault_close (fixture);

  /* But what is ahead must hang on what the head knows. */
  copy_over (old_head, head);
  vault_raw_exec (fixture, "DROP TRIGGER history_update;"
                           "UPDATE history SET reason = 'x' WHERE sequence = 5;"
                           "PRAGMA wal_checkpoint (TRUNCATE)");
  assert_open (fixture, TEND_ERROR_DAMAGED);
  assert_faults (fixture, "chain history/5\n");
}

static void
test_missing (VaultFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *head = vault_path (fixture, "vault.head");

  /* A vault without a history has none, and needs none. */
  g_assert_false (g_file_test (head, G_FILE_TEST_EXISTS));
  vault_close (fixture);
  assert_faults (fixture, "");

  vault_open (fixture);
  write_notes (fixture->vault, 1);
  vault_close (fixture);
  g_assert_true (g_file_test (head, G_FILE_TEST_EXISTS));

  g_unlink (head);
  vault_open (fixture);
  vault_close (fixture);
  assert_faults (fixture, "head vault.head\n");

  vault_open (fixture);
  write_notes (fixture->vault, 1);
  vault_close (fixture);
  assert_faults (fixture, "");
}

static void
test_flipped (VaultFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *head = vault_path (fixture, "vault.head");
  goffset size;

  write_notes (fixture->vault, 2);
  vault_close (fixture);
  size = file_size (head);

  for (goffset at = 0; at < size; at++)
    {
      flip_byte (head, at);
      assert_open (fixture, TEND_ERROR_DAMAGED);
      assert_faults (fixture, "head vault.head\n");
      flip_byte (head, at);
    }

  for (goffset length = 0; length < size; length++)
    {
      g_autofree char *whole = NULL;

      g_assert_true (g_file_get_contents (head, &whole, NULL, NULL));
      g_assert_true (g_file_set_contents (head, whole, length, NULL));
      assert_open (fixture, TEND_ERROR_DAMAGED);
      g_assert_true (g_file_set_contents (head, whole, size, NULL));
    }

  assert_faults (fixture, "");
}

/* Leaves a -wal with @n commits behind, as a killed program does. */
static void
leave_wal (VaultFixture *fixture,
           guint         n)
{
  pid_t pid;
  int status;

  vault_close (fixture);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      vault_open (fixture);
      write_notes (fixture->vault, n);
      raise (SIGKILL);
    }

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
}

/* SQLite drops what is behind a damaged place in the -wal and says nothing. */
static void
test_wal (VaultFixture  *fixture,
          gconstpointer  data)
{
  g_autofree char *wal = vault_path (fixture, "vault.db-wal");
  g_autofree char *shm = vault_path (fixture, "vault.db-shm");
  g_autofree char *whole = NULL;
  g_autofree char *original = NULL;
  const double places[] = { 0.0, 0.3, 0.6, 0.97 };
  goffset size, size_now;

  leave_wal (fixture, 10);
  size = file_size (wal);
  g_assert_cmpint (size, >, 10 * 4096);
  original = copy_vault (fixture, "original");

  for (guint i = 0; i < 2 * G_N_ELEMENTS (places); i++)
    {
      goffset at = places[i / 2] * size + 12;
      g_autofree char *name = g_strdup_printf ("case-%u", i);
      g_autofree char *dir = copy_vault (fixture, name);
      g_autofree char *kept = g_steal_pointer (&fixture->dir);

      g_clear_pointer (&wal, g_free);
      g_clear_pointer (&shm, g_free);
      g_clear_pointer (&whole, g_free);
      fixture->dir = g_steal_pointer (&dir);
      wal = vault_path (fixture, "vault.db-wal");
      shm = vault_path (fixture, "vault.db-shm");
      g_unlink (shm); /* as after a restart of the computer */

      if (i % 2 == 0)
        {
          flip_byte (wal, at);
        }
      else
        {
          g_assert_true (g_file_get_contents (wal, &whole, NULL, NULL));
          g_assert_true (g_file_set_contents (wal, whole, at, NULL));
        }

      size_now = file_size (wal);
      assert_faults (fixture, "head vault.head\n");
      assert_open (fixture, TEND_ERROR_DAMAGED);

      /* What could not be read is left for those who can read more. */
      g_assert_cmpint (file_size (wal), ==, size_now);
      g_free (fixture->dir);
      fixture->dir = g_steal_pointer (&kept);
    }

  /* Untouched, all of it is there. */
  vault_open (fixture);
  g_assert_cmpuint (vault_count (fixture->vault), ==, 10);
  vault_close (fixture);
  assert_faults (fixture, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_vault_test ("/vault/head/behind", test_behind);
  add_vault_test ("/vault/head/other-history", test_other_history);
  add_vault_test ("/vault/head/never-back", test_never_back);
  add_vault_test ("/vault/head/ahead", test_ahead);
  add_vault_test ("/vault/head/missing", test_missing);
  add_vault_test ("/vault/head/flipped", test_flipped);
  add_vault_test ("/vault/head/wal", test_wal);

  return g_test_run ();
}
