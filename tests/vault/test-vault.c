/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */

#include "vault-test.h"

#include "tend-recovery.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static guint
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_mode & 0777;
}

static void
test_create (VaultFixture  *fixture,
             gconstpointer  data)
{
  static const char *const files[] = { "vault.db", "vault.db-wal", "vault.db-shm", "vault.keys",
                                       "vault.head" };
  static const char *const dirs[] = { "", "blobs", "snapshots" };
  g_autoptr(GError) error = NULL;
  g_autofree char *id = tend_vault_read_id (fixture->dir, &error);
  g_autofree char *stored_id = NULL;
  g_autofree char *started = vault_path (fixture, "vault.new");

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (id), ==, 32);
  stored_id = vault_dump (fixture->vault, "SELECT value FROM meta WHERE name = 'vault_id'");
  g_strchomp (stored_id);
  g_assert_cmpstr (stored_id, ==, id);

  g_assert_true (vault_write (fixture->vault, "n1", "{}", &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = vault_path (fixture, files[i]);

      g_test_message ("%s", files[i]);
      g_assert_cmpint (mode_of (path), ==, 0600);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dirs); i++)
    {
      g_autofree char *path = vault_path (fixture, dirs[i]);

      g_assert_cmpint (mode_of (path), ==, 0700);
    }
  g_assert_false (g_file_test (started, G_FILE_TEST_EXISTS));
}

/* Every connection has what design.md, section 4 asks for. */
static void
test_settings (VaultFixture  *fixture,
               gconstpointer  data)
{
  static const struct { const char *pragma, *value; } settings[] = {
    { "PRAGMA synchronous", "2\n" },
    { "PRAGMA secure_delete", "1\n" },
    { "PRAGMA foreign_keys", "1\n" },
    { "PRAGMA recursive_triggers", "1\n" },
    { "PRAGMA temp_store", "2\n" },
    { "PRAGMA busy_timeout", "5000\n" },
    { "PRAGMA cipher_log_level", "NONE\n" },
    { "PRAGMA cipher_page_size", "4096\n" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVault) second = tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_READ_ONLY,
                                                 &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = vault_dump (fixture->vault, settings[i].pragma);
      g_autofree char *other = vault_dump (second, settings[i].pragma);

      g_test_message ("%s", settings[i].pragma);
      g_assert_cmpstr (value, ==, settings[i].value);
      g_assert_cmpstr (other, ==, settings[i].value);
    }
}

static void
assert_no_text (const char *path,
                const char *text)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *bytes = NULL;
  const char *name;
  gsize length;

  if (dir == NULL)
    {
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_null (memmem (bytes, length, text, strlen (text)));
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      assert_no_text (child, text);
    }
}

static void
test_nothing_in_plain (VaultFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (vault_write (fixture->vault, "gwen-of-aberdaron", "{\"name\":\"Gwenllian\"}",
                              &error));
  vault_close (fixture);
  vault_open (fixture); /* takes the day's snapshot */
  vault_close (fixture);

  assert_no_text (fixture->dir, "gwen-of-aberdaron");
  assert_no_text (fixture->dir, "Gwenllian");
  assert_no_text (fixture->dir, "CREATE TABLE");
}

static void
test_reopen (VaultFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *wal = vault_path (fixture, "vault.db-wal");

  g_assert_true (vault_write (fixture->vault, "n1", "{}", &error));
  vault_close (fixture);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));

  vault_open (fixture);
  g_assert_cmpuint (vault_count (fixture->vault), ==, 1);
}

static void
test_create_refuses (VaultFixture  *fixture,
                     gconstpointer  data)
{
  static const char *const names[] = { "vault.db", "vault.keys", "vault.head", "snapshots/x",
                                       "blobs/x" };
  g_autoptr(GError) error = NULL;

  g_assert_null (tend_vault_create (fixture->dir, NULL, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_clear_error (&error);

  /* What is left of a vault is not written over either. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *dir = g_strdup_printf ("%s/rest-%u", fixture->top, i);
      g_autofree char *path = g_build_filename (dir, names[i], NULL);
      g_autofree char *parent = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
      g_assert_false (tend_vault_exists (dir));
      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
      g_assert_true (tend_vault_exists (dir));

      g_assert_null (tend_vault_create (dir, NULL, NULL, NULL, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
      g_clear_error (&error);
    }
}

/* As a crash at several moments leaves it: none of it looks like a vault. */
static void
test_create_after_crash (VaultFixture  *fixture,
                         gconstpointer  data)
{
  static const char *const files[] = { "vault.new", "vault.db", "vault.db-wal", "vault.keys",
                                       "vault.lock" };

  for (guint n = 1; n <= G_N_ELEMENTS (files); n++)
    {
      g_autofree char *dir = g_strdup_printf ("%s/crash-%u", fixture->top, n);
      g_autofree char *started = g_build_filename (dir, "vault.new", NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(TendVault) vault = NULL;

      g_assert_cmpint (g_mkdir (dir, 0700), ==, 0);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *path = g_build_filename (dir, files[i], NULL);

          g_assert_true (g_file_set_contents (path, "half of it", -1, NULL));
        }
      g_assert_false (tend_vault_exists (dir));

      vault = tend_vault_create (dir, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (tend_vault_exists (dir));
      g_assert_true (g_file_test (started, G_FILE_TEST_EXISTS));
      g_assert_true (vault_write (vault, "n1", "{}", &error));
      g_assert_no_error (error);
      g_assert_false (g_file_test (started, G_FILE_TEST_EXISTS));
      g_assert_true (tend_vault_exists (dir));
    }
}

/* The mark alone never makes a vault that holds something look unfinished. */
static void
test_mark_is_no_licence (VaultFixture  *fixture,
                         gconstpointer  data)
{
  g_autofree char *started = vault_path (fixture, "vault.new");
  g_autoptr(GError) error = NULL;

  g_assert_true (vault_write (fixture->vault, "n1", "{}", &error));
  vault_close (fixture);
  g_assert_true (g_file_set_contents (started, "", 0, NULL));
  g_assert_true (tend_vault_exists (fixture->dir));
  g_assert_null (tend_vault_create (fixture->dir, NULL, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);

  vault_open (fixture);
  g_assert_cmpuint (vault_count (fixture->vault), ==, 1);
  g_assert_false (g_file_test (started, G_FILE_TEST_EXISTS));
}

/* Closed without a word in it, or opened with its key by another: it stays. */
static void
test_claimed (VaultFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *started = vault_path (fixture, "vault.new");
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVault) other = NULL;

  g_assert_true (g_file_test (started, G_FILE_TEST_EXISTS));
  g_assert_null (tend_vault_create (fixture->dir, NULL, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_clear_error (&error);

  other = tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (started, G_FILE_TEST_EXISTS));
  g_clear_object (&other);
  other = tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_SNAPSHOT_LATER, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (started, G_FILE_TEST_EXISTS));
  g_clear_object (&other);

  vault_close (fixture);
  vault_open (fixture);
}

/* Killed at any moment of its making, and whatever was handed out by then. */
static void
test_create_killed (VaultFixture  *fixture,
                    gconstpointer  data)
{
  int n_rounds = g_getenv ("TEND_TEST_LONG") != NULL ? 100 : 12;
  g_autofree char *dir = g_build_filename (fixture->top, "killed", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVault) vault = NULL;

  for (int round = 0; round < n_rounds; round++)
    {
      pid_t pid = fork ();

      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        {
          if (tend_vault_create (dir, NULL, NULL, NULL, NULL) == NULL)
            _exit (1);
          pause ();
        }

      g_usleep (g_test_rand_int_range (0, 200000));
      kill (pid, SIGKILL);
      g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
      g_assert_false (tend_vault_exists (dir));
    }

  vault = tend_vault_create (dir, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
fail_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID, "no");

  return tend_history_append (vault, "note", "n1", "add", NULL, "{}", NULL) && FALSE;
}

/* When the keys could be given to nobody, nothing stays of it. */
static void
test_abandoned (VaultFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *db = vault_path (fixture, "vault.db");
  g_autofree char *keys = vault_path (fixture, "vault.keys");

  /* Also after a first transaction that failed. */
  g_assert_false (tend_vault_transact (fixture->vault, fail_cb, NULL, NULL));
  tend_vault_abandon (fixture->vault);
  vault_close (fixture);
  g_assert_false (tend_vault_exists (fixture->dir));
  g_assert_false (g_file_test (db, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (keys, G_FILE_TEST_EXISTS));
}

/* Two programs that set up in one place: the second is told so. */
static void
test_create_twice (VaultFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *dir = g_build_filename (fixture->top, "second", NULL);
  g_autofree char *started = g_build_filename (dir, "vault.new", NULL);
  g_autoptr(GError) error = NULL;
  int lock;

  g_assert_cmpint (g_mkdir (dir, 0700), ==, 0);
  lock = open (started, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  g_assert_cmpint (flock (lock, LOCK_EX), ==, 0);
  g_assert_null (tend_vault_create (dir, NULL, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_BUSY);
  close (lock);
}

static void
assert_open_fails (const char *dir,
                   TendKey    *key,
                   TendError   code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tend_vault_open (dir, key, TEND_VAULT_READ_WRITE, &error));
  g_assert_error (error, TEND_ERROR, (int) code);
}

static void
test_open_fails (VaultFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr(TendKey) other = tend_key_new_random ();
  g_autofree char *nowhere = g_build_filename (fixture->top, "nowhere", NULL);
  g_autofree char *db = vault_path (fixture, "vault.db");
  g_autofree char *empty = NULL, *gone = NULL, *first_page = NULL;

  vault_close (fixture);
  assert_open_fails (fixture->dir, other, TEND_ERROR_LOCKED);
  assert_open_fails (nowhere, other, TEND_ERROR_NOT_FOUND);
  g_assert_false (tend_vault_exists (nowhere));

  empty = copy_vault (fixture, "empty");
  g_free (db);
  db = g_build_filename (empty, "vault.db", NULL);
  g_assert_true (g_file_set_contents (db, "", 0, NULL));
  assert_open_fails (empty, fixture->key, TEND_ERROR_DAMAGED);
  g_assert_cmpint (file_size (db), ==, 0);

  gone = copy_vault (fixture, "gone");
  g_free (db);
  db = g_build_filename (gone, "vault.db", NULL);
  g_unlink (db);
  assert_open_fails (gone, fixture->key, TEND_ERROR_DAMAGED);
  g_assert_false (g_file_test (db, G_FILE_TEST_EXISTS));

  /* The right key and a damaged first page: not the user's slip. */
  first_page = copy_vault (fixture, "first-page");
  g_free (db);
  db = g_build_filename (first_page, "vault.db", NULL);
  flip_byte (db, 100);
  assert_open_fails (first_page, fixture->key, TEND_ERROR_DAMAGED);
}

static void
test_newer (VaultFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *db = vault_path (fixture, "vault.db");
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before, length_after;

  vault_close (fixture);
  vault_raw_exec (fixture, "PRAGMA user_version = 9999; PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_true (g_file_get_contents (db, &before, &length_before, NULL));

  assert_open_fails (fixture->dir, fixture->key, TEND_ERROR_FAILED);
  g_assert_true (g_file_get_contents (db, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_default_dir (void)
{
  g_autofree char *given = NULL;
  g_autofree char *otherwise = NULL;
  g_autofree char *expected = g_build_filename (g_get_user_data_dir (), "tend", NULL);

  g_setenv ("TEND_DATA_DIR", "/somewhere/else", TRUE);
  given = tend_vault_default_dir ();
  g_assert_cmpstr (given, ==, "/somewhere/else");

  g_unsetenv ("TEND_DATA_DIR");
  otherwise = tend_vault_default_dir ();
  g_assert_cmpstr (otherwise, ==, expected);
}

/* Modes that came from elsewhere are mended on opening. */
static void
test_modes_mended (VaultFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *db = vault_path (fixture, "vault.db");

  vault_close (fixture);
  g_assert_cmpint (g_chmod (fixture->dir, 0755), ==, 0);
  g_assert_cmpint (g_chmod (db, 0644), ==, 0);
  vault_open (fixture);
  g_assert_cmpint (mode_of (fixture->dir), ==, 0700);
  g_assert_cmpint (mode_of (db), ==, 0600);
}

/* A second connection in another thread sees what the first has committed. */
typedef struct
{
  const char *dir;
  TendKey    *key;
  guint       count;
  gboolean    may_write;
} Reader;

static gpointer
read_thread (gpointer data)
{
  Reader *reader = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVault) vault = tend_vault_open (reader->dir, reader->key, TEND_VAULT_READ_ONLY,
                                                &error);

  g_assert_no_error (error);
  reader->count = vault_count (vault);
  reader->may_write = vault_write (vault, "from-reader", "{}", NULL);

  return NULL;
}

static void
test_second_connection (VaultFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  Reader reader = { .dir = tend_vault_get_dir (fixture->vault),
                    .key = tend_vault_get_key (fixture->vault), .may_write = TRUE };

  g_assert_true (vault_write (fixture->vault, "n1", "{}", &error));
  g_assert_true (vault_write (fixture->vault, "n2", "{}", &error));
  g_thread_join (g_thread_new ("reader", read_thread, &reader));

  g_assert_cmpuint (reader.count, ==, 2);
  g_assert_false (reader.may_write);
  g_assert_true (vault_write (fixture->vault, "n3", "{}", &error));
  g_assert_cmpuint (vault_count (fixture->vault), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_vault_test ("/vault/vault/create", test_create);
  add_vault_test ("/vault/vault/settings", test_settings);
  add_vault_test ("/vault/vault/nothing-in-plain", test_nothing_in_plain);
  add_vault_test ("/vault/vault/reopen", test_reopen);
  add_vault_test ("/vault/vault/create-refuses", test_create_refuses);
  add_vault_test ("/vault/vault/create-after-crash", test_create_after_crash);
  add_vault_test ("/vault/vault/mark-is-no-licence", test_mark_is_no_licence);
  add_vault_test ("/vault/vault/claimed", test_claimed);
  add_vault_test ("/vault/vault/abandoned", test_abandoned);
  add_vault_test ("/vault/vault/create-killed", test_create_killed);
  add_vault_test ("/vault/vault/create-twice", test_create_twice);
  add_vault_test ("/vault/vault/open-fails", test_open_fails);
  add_vault_test ("/vault/vault/newer", test_newer);
  add_vault_test ("/vault/vault/modes-mended", test_modes_mended);
  add_vault_test ("/vault/vault/second-connection", test_second_connection);
  g_test_add_func ("/vault/vault/default-dir", test_default_dir);

  return g_test_run ();
}
