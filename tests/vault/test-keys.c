/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "vault-test.h"

#include "tend-recovery.h"
#include "tend-snapshot.h"

#include <glib/gstdio.h>
#include <string.h>

static void
assert_same_key (TendKey *one,
                 TendKey *two)
{
  g_assert_nonnull (one);
  g_assert_cmpmem (tend_key_peek (one), TEND_KEY_BYTES, tend_key_peek (two), TEND_KEY_BYTES);
}

static void
assert_recovery (VaultFixture *fixture,
                 const char   *dir,
                 const char   *typed)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendKey) key = tend_vault_key_from_recovery (dir, typed, &error);

  g_assert_no_error (error);
  assert_same_key (key, fixture->key);
}

static void
assert_recovery_fails (const char *dir,
                       const char *typed,
                       TendError   code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tend_vault_key_from_recovery (dir, typed, &error));
  g_assert_error (error, TEND_ERROR, (int) code);
}

static void
assert_passphrase (VaultFixture *fixture,
                   const char   *passphrase)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendKey) key = tend_vault_key_from_passphrase (fixture->dir, passphrase, &error);

  g_assert_no_error (error);
  assert_same_key (key, fixture->key);
}

static void
assert_passphrase_fails (VaultFixture *fixture,
                         const char   *passphrase)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tend_vault_key_from_passphrase (fixture->dir, passphrase, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_LOCKED);
}

static void
test_recovery (VaultFixture  *fixture,
               gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->top, "nowhere", NULL);
  g_autofree char *lower = g_ascii_strdown (fixture->recovery, -1);
  char *other = tend_recovery_generate ();

  assert_recovery (fixture, fixture->dir, fixture->recovery);
  assert_recovery (fixture, fixture->dir, lower);
  assert_recovery_fails (fixture->dir, other, TEND_ERROR_LOCKED);
  assert_recovery_fails (fixture->dir, "", TEND_ERROR_LOCKED);
  assert_recovery_fails (nowhere, fixture->recovery, TEND_ERROR_NOT_FOUND);
  tend_recovery_free (other);
}

static void
test_passphrase (VaultFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (tend_vault_has_passphrase (fixture->dir));
  assert_passphrase_fails (fixture, "four words in a row");

  g_assert_true (tend_vault_set_passphrase (fixture->vault, "pum gair dŵr", &error));
  g_assert_no_error (error);
  g_assert_true (tend_vault_has_passphrase (fixture->dir));
  assert_passphrase (fixture, "pum gair dŵr");
  assert_passphrase (fixture, "pum gair dw\xcc\x82r"); /* typed as w and an accent */
  assert_passphrase_fails (fixture, "pum gair dwr");
  assert_passphrase_fails (fixture, "");
  assert_recovery (fixture, fixture->dir, fixture->recovery);

  g_assert_true (tend_vault_set_passphrase (fixture->vault, "another one", &error));
  assert_passphrase (fixture, "another one");
  assert_passphrase_fails (fixture, "pum gair dŵr");

  g_assert_false (tend_vault_set_passphrase (fixture->vault, "", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (tend_vault_set_passphrase (fixture->vault, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (tend_vault_has_passphrase (fixture->dir));
  assert_passphrase_fails (fixture, "another one");
}

static char *
snapshot_dir (VaultFixture *fixture)
{
  g_autofree char *snapshots = vault_path (fixture, "snapshots");
  g_autoptr(GDir) dir = g_dir_open (snapshots, 0, NULL);

  return g_build_filename (snapshots, g_dir_read_name (dir), NULL);
}

/* The old sheet must not open the records by way of a snapshot either. */
static void
test_renew (VaultFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *snapshot = NULL;
  char *renewed = NULL;

  g_assert_true (tend_vault_set_passphrase (fixture->vault, "stays", &error));
  g_assert_true (tend_snapshot_take (fixture->vault, "daily", &error));
  g_assert_no_error (error);
  snapshot = snapshot_dir (fixture);
  assert_recovery (fixture, snapshot, fixture->recovery);

  g_assert_true (tend_vault_renew_recovery (fixture->vault, &renewed, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (renewed, !=, fixture->recovery);
  assert_recovery (fixture, fixture->dir, renewed);
  assert_recovery (fixture, snapshot, renewed);
  assert_recovery_fails (fixture->dir, fixture->recovery, TEND_ERROR_LOCKED);
  assert_recovery_fails (snapshot, fixture->recovery, TEND_ERROR_LOCKED);
  assert_passphrase (fixture, "stays");
  tend_recovery_free (renewed);

  vault_close (fixture);
  vault_open (fixture);
}

static void
test_read_only (VaultFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVault) reader = tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_READ_ONLY,
                                                 &error);

  g_assert_false (tend_vault_set_passphrase (reader, "x", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_false (tend_vault_has_passphrase (fixture->dir));
}

/* What Argon2id is asked for: libsodium's interactive and moderate. */
static void
test_costs (VaultFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *path = vault_path (fixture, "vault.keys");

  g_assert_true (tend_vault_set_passphrase (fixture->vault, "some words", &error));
  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_key_file_get_int64 (file, "recovery", "ops", NULL), ==, 2);
  g_assert_cmpint (g_key_file_get_int64 (file, "recovery", "memory", NULL), ==, 64 << 20);
  g_assert_cmpint (g_key_file_get_int64 (file, "passphrase", "ops", NULL), ==, 3);
  g_assert_cmpint (g_key_file_get_int64 (file, "passphrase", "memory", NULL), ==, 256 << 20);
}

/* Any altered byte is found by verify, and is never taken for the user's slip. */
static void
test_flipped (VaultFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *path = vault_path (fixture, "vault.keys");
  int step = g_getenv ("TEND_TEST_LONG") != NULL ? 1 : 3;
  goffset size;

  vault_close (fixture);
  size = file_size (path);
  for (goffset at = 0; at < size; at += step)
    {
      g_autofree char *faults = NULL;

      flip_byte (path, at);
      faults = vault_faults (fixture, fixture->dir);
      if (strcmp (faults, "does not open\n") != 0)
        g_assert_cmpstr (faults, ==, "keys vault.keys\n");
      flip_byte (path, at);
    }

  /* Each part of the recovery slot, the slow way: the last three lines are the
   * box, its empty line and the sum.
   */
  for (goffset at = size - 280; at < size; at += 35)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TendKey) key = NULL;

      flip_byte (path, at);
      key = tend_vault_key_from_recovery (fixture->dir, fixture->recovery, &error);
      if (key == NULL)
        g_assert_error (error, TEND_ERROR, TEND_ERROR_DAMAGED);
      flip_byte (path, at);
    }
}

/* A lost or damaged vault.keys comes back from a snapshot. */
static void
test_comes_back (VaultFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = vault_path (fixture, "vault.keys");
  g_autofree char *before = NULL, *after = NULL, *id = NULL;

  g_assert_true (tend_snapshot_take (fixture->vault, "daily", &error));
  g_assert_no_error (error);
  vault_close (fixture);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));

  for (int round = 0; round < 2; round++)
    {
      if (round == 0)
        g_unlink (path);
      else
        flip_byte (path, 20);

      id = tend_vault_read_id (fixture->dir, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (before, id));
      g_clear_pointer (&id, g_free);
      assert_recovery (fixture, fixture->dir, fixture->recovery);

      vault_open (fixture);
      g_clear_pointer (&after, g_free);
      g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
      g_assert_cmpstr (after, ==, before);
      vault_close (fixture);
    }
}

static void
test_missing (VaultFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *path = vault_path (fixture, "vault.keys");
  g_autoptr(GError) error = NULL;

  vault_close (fixture);
  g_unlink (path);
  assert_recovery_fails (fixture->dir, fixture->recovery, TEND_ERROR_DAMAGED);
  g_assert_null (tend_vault_open (fixture->dir, fixture->key, TEND_VAULT_READ_WRITE, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_DAMAGED);
  g_assert_true (tend_vault_exists (fixture->dir));
}

static void
test_create_with_passphrase (void)
{
  VaultFixture fixture = { 0 };
  g_autoptr(GError) error = NULL;

  fixture.top = g_dir_make_tmp ("tend-test-XXXXXX", NULL);
  fixture.dir = g_build_filename (fixture.top, "vault", NULL);

  g_assert_null (tend_vault_create (fixture.dir, "", NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (tend_vault_exists (fixture.dir));

  fixture.vault = tend_vault_create (fixture.dir, "some words", NULL, &fixture.key, &error);
  g_assert_no_error (error);
  assert_passphrase (&fixture, "some words");
  vault_fixture_tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_vault_test ("/vault/keys/recovery", test_recovery);
  add_vault_test ("/vault/keys/passphrase", test_passphrase);
  add_vault_test ("/vault/keys/renew", test_renew);
  add_vault_test ("/vault/keys/read-only", test_read_only);
  add_vault_test ("/vault/keys/costs", test_costs);
  add_vault_test ("/vault/keys/flipped", test_flipped);
  add_vault_test ("/vault/keys/comes-back", test_comes_back);
  add_vault_test ("/vault/keys/missing", test_missing);
  g_test_add_func ("/vault/keys/create-with-passphrase", test_create_with_passphrase);

  return g_test_run ();
}
