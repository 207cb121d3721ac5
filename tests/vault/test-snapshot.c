/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "vault-test.h"

#include "tend-snapshot-private.h"
#include "tend-verify.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* (transfer full): the names of the snapshots, sorted, in lines. */
static char *
list (VaultFixture *fixture)
{
  g_autofree char *path = vault_path (fixture, "snapshots");
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strconcat (name, "\n", NULL));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("", (char **) names->pdata);
}

static guint
count (VaultFixture *fixture)
{
  g_autofree char *names = list (fixture);
  guint n = 0;

  for (const char *c = names; *c != '\0'; c++)
    n += *c == '\n';

  return n;
}

/* (transfer full): the path of the only snapshot. */
static char *
only_one (VaultFixture *fixture)
{
  g_autofree char *names = list (fixture);

  g_assert_cmpuint (count (fixture), ==, 1);
  g_strchomp (names);

  return g_build_filename (fixture->dir, "snapshots", names, NULL);
}

static void
take (TendVault  *vault,
      const char *reason)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tend_snapshot_take (vault, reason, &error));
  g_assert_no_error (error);
}

static void
test_take (VaultFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVault) snapshot = NULL;
  g_autofree char *path = NULL, *faults = NULL, *names = NULL;
  g_autoptr(GDir) dir = NULL;
  const char *name;
  GString *files = g_string_new (NULL);

  g_assert_true (vault_write (fixture->vault, "n1", "{}", &error));
  g_assert_true (tend_snapshot_due (fixture->vault));
  take (fixture->vault, "daily");
  g_assert_false (tend_snapshot_due (fixture->vault));
  g_assert_true (vault_write (fixture->vault, "n2", "{}", &error));

  path = only_one (fixture);
  g_assert_true (g_str_has_suffix (path, "Z-daily"));
  for (dir = g_dir_open (path, 0, NULL); (name = g_dir_read_name (dir)) != NULL; )
    {
      g_assert_true (strcmp (name, "blobs") == 0 || strcmp (name, "vault.db") == 0 ||
                     strcmp (name, "vault.head") == 0 || strcmp (name, "vault.keys") == 0);
      g_string_append (files, name);
    }
  g_assert_cmpuint (files->len, ==, strlen ("blobs" "vault.db" "vault.head" "vault.keys"));
  g_string_free (files, TRUE);

  faults = vault_faults (fixture, path);
  g_assert_cmpstr (faults, ==, "");
  snapshot = tend_vault_open (path, fixture->key, TEND_VAULT_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vault_count (snapshot), ==, 1);
}

/* On opening: once a day, whoever opens how often; not when it is put off. */
static void
test_on_opening (VaultFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  vault_close (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);

  fixture->vault = tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_SNAPSHOT_LATER, &error);
  g_assert_no_error (error);
  g_assert_true (tend_snapshot_due (fixture->vault));
  vault_close (fixture);
  fixture->vault = tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_READ_ONLY, &error);
  g_assert_no_error (error);
  vault_close (fixture);
  g_assert_cmpuint (count (fixture), ==, 0);

  vault_open (fixture);
  vault_close (fixture);
  vault_open (fixture);
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* No snapshot is no reason not to open. */
static void
test_cannot (VaultFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = vault_path (fixture, "snapshots");

  vault_close (fixture);
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));

  vault_open (fixture);
  g_assert_false (tend_snapshot_take (fixture->vault, "daily", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
}

/* Another program that writes all the time does not keep a snapshot from ending. */
static void
child_write (VaultFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  TendVault *vault = tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_SNAPSHOT_LATER,
                                      &error);
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autofree char *values = g_strdup_printf ("{\"text\":\"%s\"}", text);

  while (vault != NULL && vault_write (vault, "busy", values, &error))
    ;
  _exit (1);
}

static gboolean
grow_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  g_autofree char *text = g_strnfill (3500, 'x');
  g_autofree char *values = g_strdup_printf ("{\"text\":\"%s\"}", text);

  for (int i = 0; i < 4000; i++)
    g_assert_true (tend_history_append (vault, "note", "long", "add", NULL, values, error));

  return TRUE;
}

static void
test_busy_writer (VaultFixture  *fixture,
                  gconstpointer  data)
{
  pid_t pid;

  /* More than one step of the copy, or nobody could come in between. */
  g_assert_true (tend_vault_transact (fixture->vault, grow_cb, NULL, NULL));
  vault_close (fixture);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    child_write (fixture);

  vault_open (fixture); /* takes one */
  for (int i = 0; i < 3; i++)
    take (fixture->vault, "migration");
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);

  g_assert_cmpuint (vault_count (fixture->vault), >, 0);
  g_assert_cmpuint (count (fixture), >=, 3);
}

/* What a crash left is cleared away; what another program is writing is not. */
static void
test_left_over (VaultFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *left = vault_path (fixture, "snapshots/.new-abcdef");
  g_autofree char *file = g_build_filename (left, "vault.db", NULL);
  g_autofree char *staging = NULL, *one = NULL;
  int lock;

  g_assert_cmpint (g_mkdir (left, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "half", -1, NULL));

  staging = tend_snapshot_stage (fixture->vault, &lock, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));

  take (fixture->vault, "daily");
  g_assert_true (g_file_test (staging, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count (fixture), ==, 2);

  close (lock);
  g_clear_pointer (&staging, g_free);
  take (fixture->vault, "migration"); /* and the newest of the day is enough */
  g_assert_cmpuint (count (fixture), ==, 1);
}

/* The names are those of a carer who opens Tend from Monday 5 January to Friday
 * 20 March 2026 on every weekday, with a migration on two of the days.
 */
static const char kept[] =
  "2026-01-30T120000Z-daily\n"      /* the eighth week back, its newest */
  "2026-02-06T120000Z-daily\n"
  "2026-02-13T120000Z-daily\n"
  "2026-02-20T120000Z-daily\n"
  "2026-02-27T120000Z-daily\n"
  "2026-03-06T120000Z-daily\n"
  "2026-03-12T120000Z-daily\n"      /* the seventh day back */
  "2026-03-13T120000Z-daily\n"
  "2026-03-16T120000Z-daily\n"
  "2026-03-17T100000Z-migration\n"  /* the way back, beside the day's newest */
  "2026-03-17T120000Z-daily\n"
  "2026-03-18T120000Z-daily\n"
  "2026-03-19T120000Z-daily\n"
  "2026-03-20T120000Z-daily\n"
  "something-else\n";

static void
make_dir (const char *snapshots,
          const char *name)
{
  g_autofree char *path = g_build_filename (snapshots, name, NULL);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
test_rotate (VaultFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *snapshots = vault_path (fixture, "snapshots");
  g_autofree char *names = NULL, *again = NULL;
  g_autoptr(GDateTime) day = g_date_time_new_utc (2026, 1, 5, 12, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_new_utc (2026, 3, 21, 0, 0, 0);

  while (g_date_time_compare (day, end) < 0)
    {
      g_autofree char *name = g_date_time_format (day, "%Y-%m-%dT%H%M%SZ-daily");
      GDateTime *next = g_date_time_add_days (day, 1);

      if (g_date_time_get_day_of_week (day) <= 5)
        make_dir (snapshots, name);
      g_date_time_unref (day);
      day = next;
    }
  make_dir (snapshots, "2026-03-17T080000Z-daily");
  make_dir (snapshots, "2026-03-17T100000Z-migration");
  make_dir (snapshots, "2026-02-04T100000Z-migration");
  make_dir (snapshots, "something-else");

  tend_snapshot_rotate (fixture->dir);
  names = list (fixture);
  g_assert_cmpstr (names, ==, kept);

  tend_snapshot_rotate (fixture->dir);
  again = list (fixture);
  g_assert_cmpstr (again, ==, kept);
}

int
main (int   argc,
      char *argv[])
{
  /* The days are the user's; where the tests run must not matter. */
  g_setenv ("TZ", "Europe/London", TRUE);
  g_test_init (&argc, &argv, NULL);

  add_vault_test ("/vault/snapshot/take", test_take);
  add_vault_test ("/vault/snapshot/on-opening", test_on_opening);
  add_vault_test ("/vault/snapshot/cannot", test_cannot);
  add_vault_test ("/vault/snapshot/busy-writer", test_busy_writer);
  add_vault_test ("/vault/snapshot/left-over", test_left_over);
  add_vault_test ("/vault/snapshot/rotate", test_rotate);

  return g_test_run ();
}
