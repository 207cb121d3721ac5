/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "vault-test.h"

#include "tend-blob.h"
#include "tend-snapshot.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define BLOCK 65536

/* (transfer full): @size bytes that are never the same for another @seed. */
static GBytes *
make_bytes (gsize   size,
            guint32 seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  guint8 *bytes = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    bytes[i] = g_rand_int (random);

  return g_bytes_new_take (bytes, size);
}

static char *
store (TendVault *vault,
       GBytes    *bytes)
{
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GError) error = NULL;
  gint64 size = -1;
  char *name = tend_blob_store (vault, input, &size, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (size, ==, g_bytes_get_size (bytes));
  g_assert_cmpuint (strlen (name), ==, 64);

  return name;
}

/* (transfer full) (nullable): all bytes; reads in steps that fit no block. */
static GBytes *
load (TendVault   *vault,
      const char  *name,
      GError     **error)
{
  g_autoptr(GInputStream) stream = tend_blob_open (vault, name, error);
  g_autoptr(GByteArray) all = g_byte_array_new ();
  guint8 bytes[777];
  gssize got = -1;

  while (stream != NULL &&
         (got = g_input_stream_read (stream, bytes, sizeof bytes, NULL, error)) > 0)
    g_byte_array_append (all, bytes, got);

  return got == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&all)) : NULL;
}

static char *
blob_path (VaultFixture *fixture,
           const char   *name)
{
  return g_build_filename (fixture->dir, "blobs", name, NULL);
}

static guint
count_files (VaultFixture *fixture)
{
  g_autofree char *path = vault_path (fixture, "blobs");
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
assert_damaged (VaultFixture *fixture,
                const char   *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = load (fixture->vault, name, &error);

  g_assert_null (bytes);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_DAMAGED);
}

static void
test_round_trip (VaultFixture  *fixture,
                 gconstpointer  data)
{
  static const gsize sizes[] = { 0, 1, 100, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 300000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GBytes) bytes = make_bytes (sizes[i], i);
      g_autofree char *name = store (fixture->vault, bytes);
      g_autofree char *again = store (fixture->vault, bytes);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) loaded = load (fixture->vault, name, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, loaded));
      g_assert_cmpstr (name, ==, again);
    }

  /* The same content is there once. */
  g_assert_cmpuint (count_files (fixture), ==, G_N_ELEMENTS (sizes));
}

/* A name says nothing to who has not the key: another vault names it otherwise. */
static void
test_keyed_names (VaultFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *dir = g_build_filename (fixture->top, "other", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVault) other = tend_vault_create (dir, NULL, NULL, NULL, &error);
  g_autoptr(GBytes) bytes = g_bytes_new_static ("a certificate", 13);
  g_autofree char *here = store (fixture->vault, bytes);
  g_autofree char *there = store (other, bytes);
  g_autofree char *path = blob_path (fixture, here);
  g_autofree char *text = NULL;
  GStatBuf info;
  gsize length;

  g_assert_cmpstr (here, !=, there);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_null (g_strstr_len (text, length, "certificate"));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_not_found (VaultFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *well_formed = g_strnfill (64, 'a');
  const char *const names[] = { "", "../vault.keys", "/etc/passwd", well_formed };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (tend_blob_open (fixture->vault, names[i], &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
    }
}

static void
test_flipped (VaultFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(GBytes) small = make_bytes (50, 1);
  g_autoptr(GBytes) large = make_bytes (2 * BLOCK + 10, 2);
  g_autofree char *small_name = store (fixture->vault, small);
  g_autofree char *large_name = store (fixture->vault, large);
  g_autofree char *small_path = blob_path (fixture, small_name);
  g_autofree char *large_path = blob_path (fixture, large_name);

  for (goffset at = 0; at < file_size (small_path); at++)
    {
      flip_byte (small_path, at);
      assert_damaged (fixture, small_name);
      flip_byte (small_path, at);
    }

  for (goffset at = 0; at < file_size (large_path); at += 4321)
    {
      flip_byte (large_path, at);
      assert_damaged (fixture, large_name);
      flip_byte (large_path, at);
    }
}

/* Cut anywhere, also just between two blocks, or with something put behind. */
static void
test_cut (VaultFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr(GBytes) bytes = make_bytes (2 * BLOCK + 10, 1);
  g_autofree char *name = store (fixture->vault, bytes);
  g_autofree char *path = blob_path (fixture, name);
  g_autofree char *whole = NULL;
  const gsize block = BLOCK + 17, header = 8 + 24;
  const gsize lengths[] = { 0, 7, 8, header - 1, header, header + 1, header + block - 1,
                            header + block, header + block + 1, header + 2 * block };
  gsize length;

  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  g_assert_cmpuint (length, ==, header + 2 * block + 10 + 17);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_assert_true (g_file_set_contents (path, whole, lengths[i], NULL));
      assert_damaged (fixture, name);
    }

  whole = g_realloc (whole, length + 1);
  whole[length] = 'x';
  g_assert_true (g_file_set_contents (path, whole, length + 1, NULL));
  assert_damaged (fixture, name);

  /* Storing it once more mends it. */
  g_free (store (fixture->vault, bytes));
  g_assert_cmpint (file_size (path), ==, length);
}

/* A sound file in another's place. */
static void
test_exchanged (VaultFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GBytes) one = make_bytes (1000, 1);
  g_autoptr(GBytes) two = make_bytes (1000, 2);
  g_autofree char *name_one = store (fixture->vault, one);
  g_autofree char *name_two = store (fixture->vault, two);
  g_autofree char *path_one = blob_path (fixture, name_one);
  g_autofree char *path_two = blob_path (fixture, name_two);

  copy_over (path_two, path_one);
  assert_damaged (fixture, name_one);
}

typedef struct
{
  GBytes   *bytes;
  char     *name;
  gboolean  remove_first;
  gboolean  keep;
} Work;

static gboolean
work_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  Work *work = data;

  if (work->remove_first)
    g_assert_true (tend_blob_remove (vault, work->name, error));
  if (work->bytes != NULL)
    {
      g_free (work->name);
      work->name = store (vault, work->bytes);
    }

  if (!work->keep)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID, "no");

  return work->keep;
}

static void
test_transaction (VaultFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make_bytes (10, 1);
  g_autofree char *rows = NULL;
  g_autofree char *path = NULL;
  Work work = { .bytes = bytes };

  /* Taken back: no row; the file goes with the next sweep. */
  g_assert_false (tend_vault_transact (fixture->vault, work_cb, &work, NULL));
  rows = vault_dump (fixture->vault, "SELECT name FROM blob");
  g_assert_cmpstr (rows, ==, "");

  work.keep = TRUE;
  g_assert_true (tend_vault_transact (fixture->vault, work_cb, &work, &error));
  g_assert_no_error (error);
  path = blob_path (fixture, work.name);

  /* A removal that is taken back leaves the file. */
  work = (Work) { .name = work.name, .remove_first = TRUE };
  g_assert_false (tend_vault_transact (fixture->vault, work_cb, &work, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  /* Removed and stored again in one go. */
  work = (Work) { .name = work.name, .bytes = bytes, .remove_first = TRUE, .keep = TRUE };
  g_assert_true (tend_vault_transact (fixture->vault, work_cb, &work, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_true (tend_blob_remove (fixture->vault, work.name, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (fixture), ==, 0);
  g_free (work.name);
}

/* What a record does not name any more, a snapshot may still need. */
static void
test_pinned (VaultFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make_bytes (100000, 1);
  g_autoptr(GBytes) loaded = NULL;
  g_autofree char *name = store (fixture->vault, bytes);
  g_autofree char *snapshots = vault_path (fixture, "snapshots");
  g_autofree char *path = NULL;
  g_autoptr(GDir) dir = NULL;
  g_autoptr(TendVault) snapshot = NULL;

  g_assert_true (tend_snapshot_take (fixture->vault, "daily", &error));
  g_assert_no_error (error);
  g_assert_true (tend_blob_remove (fixture->vault, name, &error));
  g_assert_cmpuint (count_files (fixture), ==, 0);

  dir = g_dir_open (snapshots, 0, NULL);
  path = g_build_filename (snapshots, g_dir_read_name (dir), NULL);
  snapshot = tend_vault_open (path, fixture->key, TEND_VAULT_READ_ONLY, &error);
  g_assert_no_error (error);
  loaded = load (snapshot, name, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, loaded));
}

static void
test_cancelled (VaultFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make_bytes (10, 1);
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (tend_blob_store (fixture->vault, input, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

static TendBlobDraft *
write_draft (TendVault  *vault,
             GBytes     *bytes,
             gint64      expected,
             GError    **error)
{
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(TendBlobDraft) draft = tend_blob_draft_new (vault);

  return tend_blob_draft_write (draft, input, expected, NULL, NULL, NULL, error)
         ? g_steal_pointer (&draft) : NULL;
}

/* In any thread: read back before it is kept, and nothing there when it is not. */
static void
test_draft (VaultFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make_bytes (BLOCK + 10, 1);
  g_autoptr(GBytes) loaded = NULL;
  g_autoptr(GInputStream) stream = NULL;
  TendBlobDraft *draft = write_draft (fixture->vault, bytes, BLOCK + 10, &error);
  g_autofree guint8 *read = g_malloc (BLOCK + 10);
  g_autofree char *name = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (tend_blob_draft_get_size (draft), ==, BLOCK + 10);
  stream = tend_blob_draft_open (draft, &error);
  g_assert_true (g_input_stream_read_all (stream, read, BLOCK + 10, NULL, NULL, &error));
  g_assert_cmpmem (read, BLOCK + 10, g_bytes_get_data (bytes, NULL), BLOCK + 10);

  tend_blob_draft_unref (draft);
  g_assert_cmpuint (count_files (fixture), ==, 0);

  draft = write_draft (fixture->vault, bytes, -1, &error);
  name = tend_blob_draft_keep (draft, fixture->vault, &error);
  again = tend_blob_draft_keep (draft, fixture->vault, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, again);
  tend_blob_draft_unref (draft);
  loaded = load (fixture->vault, name, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, loaded));
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* A file that grows or shrinks while it is read. */
static void
test_changing (VaultFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr(GBytes) bytes = make_bytes (3 * BLOCK, 1);
  const gint64 expected[] = { 0, 3 * BLOCK - 1, 3 * BLOCK + 1, 10 * BLOCK };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (write_draft (fixture->vault, bytes, expected[i], &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
      g_assert_cmpuint (count_files (fixture), ==, 0);
    }
}

/* Where the disk takes no more: a sentence, and nothing half. */
static void
test_no_room (VaultFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = make_bytes (20 * BLOCK, 1);
  struct rlimit before, limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 10 * BLOCK;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_null (write_draft (fixture->vault, bytes, 20 * BLOCK, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

/* What a crash left is cleared away by the next storing. */
static void
test_left_over (VaultFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GBytes) bytes = make_bytes (10, 1);
  g_autofree char *left = blob_path (fixture, ".new-abcdef");
  g_autofree char *name = NULL;

  g_assert_true (g_file_set_contents (left, "half", -1, NULL));
  name = store (fixture->vault, bytes);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_vault_test ("/vault/blob/round-trip", test_round_trip);
  add_vault_test ("/vault/blob/keyed-names", test_keyed_names);
  add_vault_test ("/vault/blob/not-found", test_not_found);
  add_vault_test ("/vault/blob/flipped", test_flipped);
  add_vault_test ("/vault/blob/cut", test_cut);
  add_vault_test ("/vault/blob/exchanged", test_exchanged);
  add_vault_test ("/vault/blob/transaction", test_transaction);
  add_vault_test ("/vault/blob/pinned", test_pinned);
  add_vault_test ("/vault/blob/cancelled", test_cancelled);
  add_vault_test ("/vault/blob/draft", test_draft);
  add_vault_test ("/vault/blob/changing", test_changing);
  add_vault_test ("/vault/blob/no-room", test_no_room);
  add_vault_test ("/vault/blob/left-over", test_left_over);

  return g_test_run ();
}
