/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "vault-test.h"

#include "tend-error.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static gboolean
append (TendVault   *vault,
        const char  *id,
        GError     **error)
{
  return tend_history_append (vault, "note", id, "add", NULL, "{}", error);
}

static gboolean
write_then_fail_cb (TendVault  *vault,
                    gpointer    data,
                    GError    **error)
{
  g_assert_true (tend_vault_in_transaction (vault));
  g_assert_true (append (vault, "lost", error));
  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID, "no");

  return FALSE;
}

static void
test_rollback (VaultFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (tend_vault_in_transaction (fixture->vault));
  g_assert_false (tend_vault_transact (fixture->vault, write_then_fail_cb, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_assert_false (tend_vault_in_transaction (fixture->vault));
  g_assert_cmpuint (vault_count (fixture->vault), ==, 0);
}

/* An inner part that fails takes back its own writes alone. */
static gboolean
nest_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  gboolean *keep = data;
  g_autoptr(GError) inner_error = NULL;

  g_assert_true (append (vault, "before", error));
  g_assert_false (tend_vault_transact (vault, write_then_fail_cb, NULL, &inner_error));
  g_assert_error (inner_error, TEND_ERROR, TEND_ERROR_INVALID);
  g_assert_true (tend_vault_in_transaction (vault));
  g_assert_true (vault_write (vault, "inside", "{}", error));
  g_assert_true (append (vault, "after", error));

  if (!*keep)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED, "not kept");

  return *keep;
}

static void
test_nested (VaultFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *ids = NULL;
  gboolean keep = FALSE;

  g_assert_false (tend_vault_transact (fixture->vault, nest_cb, &keep, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpuint (vault_count (fixture->vault), ==, 0);

  keep = TRUE;
  g_assert_true (tend_vault_transact (fixture->vault, nest_cb, &keep, &error));
  g_assert_no_error (error);
  ids = vault_dump (fixture->vault, "SELECT sequence, id FROM history ORDER BY sequence");
  g_assert_cmpstr (ids, ==, "1|before\n2|inside\n3|after\n");
}

typedef struct
{
  TendVault *other;
  guint      seen;
} Consistent;

static gboolean
consistent_cb (TendVault  *vault,
               gpointer    data,
               GError    **error)
{
  Consistent *self = data;

  g_assert_cmpuint (vault_count (vault), ==, 1);
  g_assert_true (vault_write (self->other, "n2", "{}", error));
  self->seen = vault_count (vault);

  return TRUE;
}

/* A view over several queries does not see what is committed meanwhile. */
static void
test_read (VaultFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVault) reader = NULL;
  Consistent consistent = { .other = fixture->vault };
  gint64 version;

  g_assert_true (vault_write (fixture->vault, "n1", "{}", &error));
  reader = tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_READ_ONLY, &error);
  g_assert_no_error (error);
  version = tend_vault_data_version (reader);

  g_assert_true (tend_vault_read (reader, consistent_cb, &consistent, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (consistent.seen, ==, 1);
  g_assert_cmpuint (vault_count (reader), ==, 2);
  g_assert_cmpint (tend_vault_data_version (reader), !=, version);

  /* One's own writes do not count as another's. */
  version = tend_vault_data_version (fixture->vault);
  g_assert_true (vault_write (fixture->vault, "n3", "{}", &error));
  g_assert_cmpint (tend_vault_data_version (fixture->vault), ==, version);
}

static gboolean
bump_version_cb (TendVault  *vault,
                 gpointer    data,
                 GError    **error)
{
  return tend_vault_exec (vault, "PRAGMA user_version = 9999", error);
}

/* Another, newer program has migrated the file under an open window. */
static void
test_migrated_meanwhile (VaultFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVault) other = tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_READ_WRITE,
                                                &error);

  g_assert_no_error (error);
  g_assert_true (tend_vault_transact (other, bump_version_cb, NULL, &error));
  g_assert_no_error (error);

  g_assert_false (vault_write (fixture->vault, "n1", "{}", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_cmpuint (vault_count (fixture->vault), ==, 0);
}

/* --- Children: each opens the vault by itself, as another program would. --- */

static void
child_write_many (VaultFixture *fixture,
                  const char   *name,
                  guint         n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVault) vault = tend_vault_open (fixture->dir, fixture->key,
                                                TEND_VAULT_SNAPSHOT_LATER, &error);

  if (vault == NULL)
    _exit (2);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", name, i);

      if (!vault_write (vault, id, "{}", &error))
        _exit (3);
    }
  g_clear_object (&vault);
  _exit (0);
}

static void
wait_for (pid_t pid,
          int   expected)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, expected);
}

/* Two programs write to one vault at the same time: nothing is lost, nothing is
 * doubled, and the chain and the head hold.
 */
static void
test_two_processes (VaultFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *counts = NULL;
  pid_t pids[2];

  vault_close (fixture);
  for (guint i = 0; i < 2; i++)
    {
      pids[i] = fork ();
      g_assert_cmpint (pids[i], >=, 0);
      if (pids[i] == 0)
        child_write_many (fixture, i == 0 ? "tend" : "cli", 150);
    }
  for (guint i = 0; i < 2; i++)
    wait_for (pids[i], 0);

  vault_open (fixture);
  counts = vault_dump (fixture->vault,
                       "SELECT count (*), count (DISTINCT id), max (sequence) FROM history");
  g_assert_cmpstr (counts, ==, "300|300|300\n");
}

/* Waiting is bounded: the one who cannot write says BUSY. */
static void
hold_lock (VaultFixture *fixture,
           int           ready)
{
  sqlite3 *db = vault_raw (fixture);

  if (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK ||
      write (ready, "x", 1) != 1)
    _exit (2);
  pause ();
  _exit (0);
}

static void
test_busy (VaultFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  int pipe_fds[2];
  pid_t pid;
  char byte;

  vault_close (fixture);
  g_assert_cmpint (pipe (pipe_fds), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    hold_lock (fixture, pipe_fds[1]);
  g_assert_cmpint (read (pipe_fds[0], &byte, 1), ==, 1);

  vault_open (fixture);
  g_assert_false (vault_write (fixture->vault, "n1", "{}", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_BUSY);
  g_clear_error (&error);

  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  g_assert_true (vault_write (fixture->vault, "n1", "{}", &error));
  g_assert_no_error (error);
  close (pipe_fds[0]);
  close (pipe_fds[1]);
}

/* Writes without end; says on the pipe how far it has come, after each commit. */
static void
child_until_killed (VaultFixture *fixture,
                    int           round,
                    int           told)
{
  g_autoptr(GError) error = NULL;
  TendVault *vault = tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_SNAPSHOT_LATER,
                                      &error);
  g_autofree char *values = g_strnfill (3000, 'x');

  if (vault == NULL)
    {
      g_printerr ("%s\n", error->message);
      _exit (2);
    }

  for (guint i = 0; ; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d-%u", round, i);
      g_autofree char *json = g_strdup_printf ("{\"text\":\"%s\"}", values);

      if (!vault_write (vault, id, json, &error) || write (told, "x", 1) != 1)
        _exit (3);
    }
}

static guint
kill_one (VaultFixture *fixture,
          int           round)
{
  int pipe_fds[2];
  guint n_told = 0;
  char bytes[256];
  gssize got;
  pid_t pid;
  int status;

  g_assert_cmpint (pipe (pipe_fds), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    child_until_killed (fixture, round, pipe_fds[1]);
  close (pipe_fds[1]);

  /* At least one commit, then a moment that is never the same. */
  g_assert_cmpint (read (pipe_fds[0], bytes, 1), ==, 1);
  n_told++;
  g_usleep (g_test_rand_int_range (0, 40000));
  kill (pid, SIGKILL);
  while ((got = read (pipe_fds[0], bytes, sizeof bytes)) > 0)
    n_told += got;
  close (pipe_fds[0]);

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));

  return n_told;
}

/* Killed in the middle of its writing, again and again: whatever was told as
 * saved is there, at most one more (committed and not told), and the vault opens
 * as if nothing had happened.
 */
static void
test_killed (VaultFixture  *fixture,
             gconstpointer  data)
{
  int n_rounds = g_getenv ("TEND_TEST_LONG") != NULL ? 300 : 30;
  guint n_before = 0;

  vault_close (fixture);
  for (int round = 0; round < n_rounds; round++)
    {
      guint n_told = kill_one (fixture, round);
      guint n_now;

      vault_open (fixture);
      n_now = vault_count (fixture->vault);
      g_assert_cmpuint (n_now, >=, n_before + n_told);
      g_assert_cmpuint (n_now, <=, n_before + n_told + 1);
      n_before = n_now;
      vault_close (fixture);
    }

  vault_open (fixture);
}

/* --- No room: a limit on the size of files stands for a full disk. --- */

static void
child_fill_disk (VaultFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *values = g_strnfill (20000, 'x');
  g_autofree char *json = g_strdup_printf ("{\"text\":\"%s\"}", values);
  TendVault *vault;
  struct rlimit limit;
  guint n_kept = 0;

  signal (SIGXFSZ, SIG_IGN);
  vault = tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_SNAPSHOT_LATER, &error);
  if (vault == NULL || !vault_write (vault, "first", "{}", &error))
    _exit (2);

  limit.rlim_cur = limit.rlim_max = 600 * 1024;
  setrlimit (RLIMIT_FSIZE, &limit);
  while (n_kept < 1000 && vault_write (vault, "more", json, &error))
    n_kept++;

  if (n_kept == 1000 || n_kept == 0 || error->code != TEND_ERROR_FAILED)
    _exit (3);

  /* It said so, and it is still of use for reading. */
  if (vault_count (vault) != n_kept + 1)
    _exit (4);
  g_object_unref (vault);
  _exit (0);
}

static void
test_full_disk (VaultFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  guint n_kept;
  pid_t pid;

  vault_close (fixture);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    child_fill_disk (fixture);
  wait_for (pid, 0);

  vault_open (fixture);
  n_kept = vault_count (fixture->vault);
  g_assert_cmpuint (n_kept, >, 1);
  g_assert_true (vault_write (fixture->vault, "later", "{}", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (vault_count (fixture->vault), ==, n_kept + 1);
}

static gboolean
overlook_cb (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  if (!append (vault, "lost", error) || !tend_vault_exec (vault, "ROLLBACK", error))
    return FALSE;

  /* As after a rollback by SQLite itself that went unnoticed. */
  g_assert_false (tend_vault_in_transaction (vault));
  g_assert_false (tend_vault_exec (vault, "INSERT INTO meta VALUES ('a', 'b')", NULL));

  return TRUE;
}

static void
test_lost_transaction (VaultFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (tend_vault_transact (fixture->vault, overlook_cb, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_cmpuint (vault_count (fixture->vault), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_vault_test ("/vault/transaction/rollback", test_rollback);
  add_vault_test ("/vault/transaction/nested", test_nested);
  add_vault_test ("/vault/transaction/read", test_read);
  add_vault_test ("/vault/transaction/migrated-meanwhile", test_migrated_meanwhile);
  add_vault_test ("/vault/transaction/lost-transaction", test_lost_transaction);
  add_vault_test ("/vault/transaction/two-processes", test_two_processes);
  add_vault_test ("/vault/transaction/busy", test_busy);
  add_vault_test ("/vault/transaction/killed", test_killed);
  add_vault_test ("/vault/transaction/full-disk", test_full_disk);

  return g_test_run ();
}
