/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-blob.h"

#include "tend-blob-private.h"
#include "tend-files.h"
#include "tend-guarded.h"
#include "tend-vault-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define STAGING_PREFIX ".new-"

/* Where one attachment is on its way into the vault. */
typedef struct
{
  GInputStream *input;
  int           file;
  char         *dir;
  char         *path;   /* of the unfinished file; NULL once it has its name */
  char         *name;   /* once all was read */
  gint64        size;
  crypto_secretstream_xchacha20poly1305_state *cipher; /* guarded */
  /* Guarded, and for its alignment: it asks for more than a stack may give. */
  crypto_generichash_state *hash;
} Store;

static gboolean
write_bytes (Store       *store,
             const void  *bytes,
             gsize        length,
             GError     **error)
{
  if (tend_files_write_all (store->file, bytes, length))
    return TRUE;

  tend_files_set_error (store->path, errno, error);
  return FALSE;
}

static gboolean
write_header (Store    *store,
              TendKey  *key,
              GError  **error)
{
  g_autoptr(TendKey) cipher_key = tend_key_derive (key, TEND_SUBKEY_BLOB);
  guint8 header[crypto_secretstream_xchacha20poly1305_HEADERBYTES];

  crypto_secretstream_xchacha20poly1305_init_push (store->cipher, header,
                                                   tend_key_peek (cipher_key));

  return write_bytes (store, TEND_BLOB_MAGIC, TEND_BLOB_MAGIC_LENGTH, error) &&
         write_bytes (store, header, sizeof header, error);
}

static gboolean
write_block (Store        *store,
             const guint8 *plain,
             gsize         length,
             guint8       *sealed,
             GError      **error)
{
  gboolean is_last = length < TEND_BLOB_BLOCK_PLAIN;
  unsigned long long sealed_length;

  crypto_generichash_update (store->hash, plain, length);
  crypto_secretstream_xchacha20poly1305_push (store->cipher, sealed, &sealed_length, plain, length,
                                              NULL, 0,
                                              is_last
                                              ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                              : 0);
  store->size += length;

  return write_bytes (store, sealed, sealed_length, error);
}

static gboolean
write_blocks (Store         *store,
              GCancellable  *cancellable,
              GError       **error)
{
  guint8 *plain = tend_guarded_alloc (TEND_BLOB_BLOCK_PLAIN);
  g_autofree guint8 *sealed = g_malloc (TEND_BLOB_BLOCK_FILE);
  gboolean ok;
  gsize got;

  do
    ok = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         g_input_stream_read_all (store->input, plain, TEND_BLOB_BLOCK_PLAIN, &got, cancellable,
                                  error) &&
         write_block (store, plain, got, sealed, error);
  while (ok && got == TEND_BLOB_BLOCK_PLAIN);

  sodium_free (plain);

  return ok;
}

/* A crash while storing leaves a file without a name; it is of no use to anyone
 * once no process holds it locked.
 */
static void
clear_unfinished (const char *dir)
{
  g_auto(GStrv) names = tend_files_list (dir);

  for (guint i = 0; names[i] != NULL && names[i][0] == '.'; i++)
    {
      g_autofree char *path = g_build_filename (dir, names[i], NULL);
      int lock;

      if (!g_str_has_prefix (names[i], STAGING_PREFIX))
        continue;

      lock = tend_files_lock (path, TRUE, NULL);
      if (lock >= 0)
        g_unlink (path);
      tend_files_unlock (&lock);
    }
}

/* The folder is locked so that nobody clears the file away before it is. */
static gboolean
store_open (Store   *store,
            GError **error)
{
  int lock;

  if (!tend_files_make_dir (store->dir, error))
    return FALSE;

  lock = tend_files_lock_dir (store->dir, error);
  if (lock < 0)
    return FALSE;

  clear_unfinished (store->dir);
  store->path = g_build_filename (store->dir, STAGING_PREFIX "XXXXXX", NULL);
  store->file = g_mkstemp_full (store->path, O_RDWR | O_CLOEXEC, 0600);
  if (store->file < 0 || !tend_files_lock_fd (store->file))
    tend_files_set_error (store->dir, errno, error);
  tend_files_unlock (&lock);

  return store->file >= 0;
}

static gboolean
insert_row (TendVault  *vault,
            Store      *store,
            GError    **error)
{
  static const char sql[] =
    "INSERT INTO blob (name, size) VALUES (:name, :size) ON CONFLICT (name) DO NOTHING";
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":name", store->name);
  tend_statement_bind_int (statement, ":size", store->size);

  return tend_statement_run (statement, error);
}

/* Renaming over a file of the same name is right too: it has the same content,
 * unless it was damaged, and then this mends it.
 */
static gboolean
finish_cb (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Store *store = data;
  g_autofree char *path = tend_blob_path (vault, store->name);

  if (g_rename (store->path, path) != 0)
    {
      tend_files_set_error (path, errno, error);
      return FALSE;
    }
  g_clear_pointer (&store->path, g_free);

  return tend_files_sync_dir (store->dir, error) && insert_row (vault, store, error);
}

static gboolean
store_finish (Store      *store,
              TendVault  *vault,
              GError    **error)
{
  store->name = tend_blob_hash_name (store->hash);

  if (fsync (store->file) != 0)
    {
      tend_files_set_error (store->path, errno, error);
      return FALSE;
    }

  return tend_vault_transact (vault, finish_cb, store, error);
}

static void
store_clear (Store *store)
{
  if (store->path != NULL && store->file >= 0)
    g_unlink (store->path);
  if (store->file >= 0)
    close (store->file);
  sodium_free (store->cipher);
  sodium_free (store->hash);
  g_free (store->path);
  g_free (store->name);
  g_free (store->dir);
}

char *
tend_blob_store (TendVault     *vault,
                 GInputStream  *input,
                 gint64        *size,
                 GCancellable  *cancellable,
                 GError       **error)
{
  Store store = { .input = input, .file = -1 };
  char *name = NULL;

  g_return_val_if_fail (TEND_IS_VAULT (vault), NULL);
  g_return_val_if_fail (G_IS_INPUT_STREAM (input), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  tend_vault_assert_thread (vault);

  store.dir = tend_blob_path (vault, NULL);
  store.cipher = tend_guarded_alloc (sizeof *store.cipher);
  store.hash = tend_guarded_alloc (sizeof *store.hash);
  tend_blob_hash_init (store.hash, vault->key);

  if (store_open (&store, error) &&
      write_header (&store, vault->key, error) &&
      write_blocks (&store, cancellable, error) &&
      store_finish (&store, vault, error))
    name = g_steal_pointer (&store.name);

  if (size != NULL)
    *size = store.size;
  store_clear (&store);

  return name;
}
