/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "vault-test.h"

#include "tend-blob.h"
#include "tend-snapshot.h"
#include "tend-verify.h"

#include <glib/gstdio.h>
#include <string.h>

#define PAGE 4096

static void
fill (VaultFixture *fixture,
      guint         n)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strnfill (900, 'x');
  g_autofree char *values = g_strdup_printf ("{\"text\":\"%s\"}", text);

  for (guint i = 0; i < n; i++)
    g_assert_true (vault_write (fixture->vault, "note", values, &error));
  g_assert_no_error (error);
}

static char *
store (VaultFixture *fixture,
       const char   *text)
{
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr(GError) error = NULL;
  char *name = tend_blob_store (fixture->vault, input, NULL, NULL, &error);

  g_assert_no_error (error);

  return name;
}

static void
assert_faults (VaultFixture *fixture,
               const char   *expected)
{
  g_autofree char *faults = vault_faults (fixture, fixture->dir);

  g_assert_cmpstr (faults, ==, expected);
}

/* A vault in use, with all it can have in it, has no faults. */
static void
test_sound (VaultFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autofree char *one = NULL, *two = NULL;

  assert_faults (fixture, "");
  fill (fixture, 50);
  one = store (fixture, "one");
  two = store (fixture, "");
  g_assert_true (tend_snapshot_take (fixture->vault, "daily", &error));
  g_assert_true (tend_blob_remove (fixture->vault, one, &error));
  fill (fixture, 1);

  faults = tend_vault_verify (fixture->vault, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  assert_faults (fixture, "");
  vault_close (fixture);
  assert_faults (fixture, "");
}

/* One bit in any page, used or free, in its content, its nonce or its MAC. */
static void
test_pages (VaultFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *db = vault_path (fixture, "vault.db");
  goffset n_pages;

  fill (fixture, 20);
  vault_close (fixture);
  vault_raw_exec (fixture, "CREATE TABLE gone AS SELECT hex (randomblob (20000));"
                           "DROP TABLE gone; PRAGMA wal_checkpoint (TRUNCATE)");
  assert_faults (fixture, "");
  n_pages = file_size (db) / PAGE;
  g_assert_cmpint (n_pages, >, 20);

  for (goffset page = 0; page < n_pages; page++)
    {
      const goffset places[] = { g_test_rand_int_range (0, PAGE - 80), PAGE - 80, PAGE - 1 };

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        {
          g_autofree char *faults = NULL;

          flip_byte (db, page * PAGE + places[i]);
          faults = vault_faults (fixture, fixture->dir);
          if (page > 0 && strcmp (faults, "does not open\n") != 0)
            g_assert_nonnull (strstr (faults, "pages vault.db\n"));
          else
            g_assert_cmpstr (faults, ==, "does not open\n");
          flip_byte (db, page * PAGE + places[i]);
        }
    }

  assert_faults (fixture, "");
}

static void
test_cut (VaultFixture  *fixture,
          gconstpointer  data)
{
  g_autofree char *db = vault_path (fixture, "vault.db");
  g_autofree char *whole = NULL;
  gsize length;

  fill (fixture, 20);
  vault_close (fixture);
  g_assert_true (g_file_get_contents (db, &whole, &length, NULL));

  for (gsize at = 0; at < length; at += 3 * PAGE + 1000)
    {
      g_autofree char *faults = NULL;

      g_assert_true (g_file_set_contents (db, whole, at, NULL));
      faults = vault_faults (fixture, fixture->dir);
      g_assert_cmpstr (faults, !=, "");
    }
}

/* What is done to the history by someone who has the key and drops the triggers. */
typedef struct
{
  const char *test;
  const char *sql;
  const char *faults;
} Tampering;

static const Tampering tamperings[] = {
  { "removed", "DROP TRIGGER history_delete; DELETE FROM history_payload WHERE sequence = 3;"
               "DELETE FROM history WHERE sequence = 3", "chain history/4\n" },
  { "removed-first", "DROP TRIGGER history_delete; DELETE FROM history_payload WHERE sequence = 1;"
                     "DELETE FROM history WHERE sequence = 1", "chain history/2\n" },
  { "removed-last", "DROP TRIGGER history_delete; DELETE FROM history_payload WHERE sequence = 5;"
                    "DELETE FROM history WHERE sequence = 5", "head vault.head\n" },
  { "reason", "DROP TRIGGER history_update; UPDATE history SET reason = 'x' WHERE sequence = 2",
    "chain history/2\n" },
  { "who", "DROP TRIGGER history_update; UPDATE history SET who = 'x' WHERE sequence = 2",
    "chain history/2\n" },
  { "when", "DROP TRIGGER history_update; UPDATE history SET at = at + 1 WHERE sequence = 2",
    "chain history/2\n" },
  { "record", "DROP TRIGGER history_update; UPDATE history SET id = 'x' WHERE sequence = 2",
    "chain history/2\n" },
  { "shifted", "DROP TRIGGER history_update; UPDATE history SET kind = 'not', id = 'enote'"
               " WHERE sequence = 2", "chain history/2\n" },
  { "hash", "DROP TRIGGER history_update; UPDATE history SET hash = zeroblob (32)"
            " WHERE sequence = 2", "chain history/2\nchain history/3\n" },
  { "values", "UPDATE history_payload SET \"values\" = '{}' WHERE sequence = 2",
    "chain history/2\n" },
  { "salt", "UPDATE history_payload SET salt = zeroblob (16) WHERE sequence = 2",
    "chain history/2\n" },
  { "values-removed", "DELETE FROM history_payload WHERE sequence = 2", "chain history/2\n" },
  { "values-added", "INSERT INTO history_payload VALUES (6, NULL, zeroblob (16), '{}')",
    "chain history/6\n" },
  { "reference", "PRAGMA foreign_keys = OFF;"
                 "INSERT INTO history_payload VALUES (99, NULL, zeroblob (16), '{}')",
    "foreign_key history_payload/99\n" },
};

static gboolean
bare_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  return tend_history_append (vault, "note", "bare", "remove", NULL, NULL, error);
}

static void
test_tampered (VaultFixture  *fixture,
               gconstpointer  data)
{
  const Tampering *tampering = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = NULL;
  gboolean with_bare = strstr (tampering->sql, "(6,") != NULL;

  fill (fixture, 5);
  if (with_bare)
    g_assert_true (tend_vault_transact (fixture->vault, bare_cb, NULL, &error));
  vault_close (fixture);
  assert_faults (fixture, "");

  sql = g_strdup_printf ("DROP TRIGGER history_payload_update; DROP TRIGGER history_payload_delete;"
                         "DROP TRIGGER history_payload_erased; %s;"
                         "PRAGMA wal_checkpoint (TRUNCATE)", tampering->sql);
  vault_raw_exec (fixture, sql);
  assert_faults (fixture, tampering->faults);
}

static gboolean
erase_cb (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  return tend_history_append (vault, "client", "c1", "add", NULL, "{\"name\":\"Ann\"}", error) &&
         tend_vault_exec (vault,
                          "INSERT INTO erasure (client, at, note) VALUES ('c1', 1, 'note');"
                          "DELETE FROM history_payload WHERE client = 'c1';"
                          "UPDATE erasure SET open = NULL", error);
}

/* What was erased as it should be is no fault. */
static void
test_erased (VaultFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *left = NULL;

  fill (fixture, 2);
  g_assert_true (tend_vault_transact (fixture->vault, erase_cb, NULL, &error));
  g_assert_no_error (error);
  left = vault_dump (fixture->vault, "SELECT sequence FROM history_payload");
  g_assert_cmpstr (left, ==, "1\n2\n");
  assert_faults (fixture, "");
}

static void
test_blobs (VaultFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *name = store (fixture, "the first");
  g_autofree char *other = store (fixture, "the second");
  g_autofree char *path = g_build_filename (fixture->dir, "blobs", name, NULL);
  g_autofree char *expected = g_strdup_printf ("blob blobs/%s\n", name);
  g_autofree char *stray = g_build_filename (fixture->dir, "blobs", ".new-stray", NULL);

  flip_byte (path, 40);
  assert_faults (fixture, expected);
  flip_byte (path, 40);
  assert_faults (fixture, "");

  g_unlink (path);
  assert_faults (fixture, expected);
  g_free (store (fixture, "the first"));
  assert_faults (fixture, "");

  /* A file that no row names is no loss. */
  g_assert_true (g_file_set_contents (stray, "x", 1, NULL));
  assert_faults (fixture, "");
}

/* Faults of several kinds are all told. */
static void
test_several (VaultFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *name = NULL, *path = NULL, *expected = NULL;
  g_autofree char *head = vault_path (fixture, "vault.head");
  g_autofree char *keys = vault_path (fixture, "vault.keys");

  fill (fixture, 3);
  name = store (fixture, "x");
  path = g_build_filename (fixture->dir, "blobs", name, NULL);
  vault_close (fixture);
  vault_raw_exec (fixture, "DROP TRIGGER history_update; UPDATE history SET reason = 'x'"
                           " WHERE sequence = 1; PRAGMA wal_checkpoint (TRUNCATE)");
  flip_byte (head, 70);
  flip_byte (keys, file_size (keys) - 3);
  g_unlink (path);

  expected = g_strdup_printf ("keys vault.keys\nchain history/1\nhead vault.head\nblob blobs/%s\n",
                              name);
  assert_faults (fixture, expected);
}

static void
test_cancelled (VaultFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (tend_vault_verify (fixture->vault, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_vault_test ("/vault/verify/sound", test_sound);
  add_vault_test ("/vault/verify/pages", test_pages);
  add_vault_test ("/vault/verify/cut", test_cut);
  add_vault_test ("/vault/verify/erased", test_erased);
  add_vault_test ("/vault/verify/blobs", test_blobs);
  add_vault_test ("/vault/verify/several", test_several);
  add_vault_test ("/vault/verify/cancelled", test_cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      g_autofree char *path = g_strconcat ("/vault/verify/tampered/", tamperings[i].test, NULL);

      g_test_add (path, VaultFixture, &tamperings[i], vault_fixture_set_up, test_tampered,
                  vault_fixture_tear_down);
    }

  return g_test_run ();
}
