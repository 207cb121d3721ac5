/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-blob.h"

#include "tend-blob-private.h"
#include "tend-error.h"
#include "tend-files.h"
#include "tend-guarded.h"
#include "tend-vault-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define STAGING_PREFIX ".new-"

struct _TendBlobDraft
{
  gatomicrefcount  ref_count;

  TendKey         *key;
  int              file;
  char            *dir;
  char            *path;   /* of the unfinished file; NULL once it has its name */
  char            *name;   /* once all was read */
  gint64           size;
};

/* One attachment being read and sealed. */
typedef struct
{
  TendBlobDraft    *draft;
  GInputStream     *input;
  gint64            expected; /* bytes, or -1 */
  TendBlobProgress  progress; /* (nullable) */
  gpointer          user_data;
  crypto_secretstream_xchacha20poly1305_state *cipher; /* guarded */
  /* Guarded, and for its alignment: it asks for more than a stack may give. */
  crypto_generichash_state *hash;
} Sealing;

static gboolean
write_bytes (TendBlobDraft  *self,
             const void     *bytes,
             gsize           length,
             GError        **error)
{
  if (tend_files_write_all (self->file, bytes, length))
    return TRUE;

  tend_files_set_error (self->path, errno, error);
  return FALSE;
}

static gboolean
write_header (Sealing  *sealing,
              GError  **error)
{
  TendBlobDraft *self = sealing->draft;
  g_autoptr(TendKey) cipher_key = tend_key_derive (self->key, TEND_SUBKEY_BLOB);
  guint8 header[crypto_secretstream_xchacha20poly1305_HEADERBYTES];

  crypto_secretstream_xchacha20poly1305_init_push (sealing->cipher, header,
                                                   tend_key_peek (cipher_key));

  return write_bytes (self, TEND_BLOB_MAGIC, TEND_BLOB_MAGIC_LENGTH, error) &&
         write_bytes (self, header, sizeof header, error);
}

static gboolean
write_block (Sealing       *sealing,
             const guint8  *plain,
             gsize          length,
             guint8        *sealed,
             GError       **error)
{
  gboolean is_last = length < TEND_BLOB_BLOCK_PLAIN;
  unsigned long long sealed_length;

  crypto_generichash_update (sealing->hash, plain, length);
  crypto_secretstream_xchacha20poly1305_push (sealing->cipher, sealed, &sealed_length,
                                              plain, length, NULL, 0,
                                              is_last
                                              ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                              : 0);
  sealing->draft->size += length;

  return write_bytes (sealing->draft, sealed, sealed_length, error);
}

/* A file that somebody is still writing would be kept half, and one that never ends
 * would fill the disk.
 */
static gboolean
check_length (Sealing   *sealing,
              gboolean   is_end,
              GError   **error)
{
  gint64 size = sealing->draft->size;

  if (sealing->expected < 0 || size == sealing->expected || (size < sealing->expected && !is_end))
    return TRUE;

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                       _("This file changed while it was being read. Wait until it is finished, "
                         "and choose it again."));
  return FALSE;
}

static void
report (Sealing *sealing)
{
  if (sealing->progress != NULL && sealing->expected > 0)
    sealing->progress ((double) sealing->draft->size / sealing->expected, sealing->user_data);
}

static gboolean
write_blocks (Sealing       *sealing,
              GCancellable  *cancellable,
              GError       **error)
{
  guint8 *plain = tend_guarded_alloc (TEND_BLOB_BLOCK_PLAIN);
  g_autofree guint8 *sealed = g_malloc (TEND_BLOB_BLOCK_FILE);
  gboolean ok;
  gsize got;

  do
    {
      ok = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
           g_input_stream_read_all (sealing->input, plain, TEND_BLOB_BLOCK_PLAIN, &got,
                                    cancellable, error) &&
           write_block (sealing, plain, got, sealed, error) &&
           check_length (sealing, got < TEND_BLOB_BLOCK_PLAIN, error);
      report (sealing);
    }
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
open_file (TendBlobDraft  *self,
           GError        **error)
{
  int lock;

  if (!tend_files_make_dir (self->dir, error))
    return FALSE;

  lock = tend_files_lock_dir (self->dir, error);
  if (lock < 0)
    return FALSE;

  clear_unfinished (self->dir);
  self->path = g_build_filename (self->dir, STAGING_PREFIX "XXXXXX", NULL);
  self->file = g_mkstemp_full (self->path, O_RDWR | O_CLOEXEC, 0600);
  if (self->file < 0 || !tend_files_lock_fd (self->file))
    tend_files_set_error (self->dir, errno, error);
  tend_files_unlock (&lock);

  return self->file >= 0;
}

TendBlobDraft *
tend_blob_draft_new (TendVault *vault)
{
  TendBlobDraft *self;

  g_return_val_if_fail (TEND_IS_VAULT (vault), NULL);
  tend_vault_assert_thread (vault);

  self = g_new0 (TendBlobDraft, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->key = tend_key_ref (vault->key);
  self->dir = tend_blob_path (vault, NULL);
  self->file = -1;

  return self;
}

TendBlobDraft *
tend_blob_draft_ref (TendBlobDraft *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
tend_blob_draft_unref (TendBlobDraft *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->path != NULL && self->file >= 0)
    g_unlink (self->path);
  if (self->file >= 0)
    close (self->file);
  tend_key_unref (self->key);
  g_free (self->path);
  g_free (self->name);
  g_free (self->dir);
  g_free (self);
}

static gboolean
sync_file (TendBlobDraft  *self,
           GError        **error)
{
  if (fsync (self->file) == 0)
    return TRUE;

  tend_files_set_error (self->path, errno, error);
  return FALSE;
}

gboolean
tend_blob_draft_write (TendBlobDraft     *self,
                       GInputStream      *input,
                       gint64             expected,
                       TendBlobProgress   progress,
                       gpointer           user_data,
                       GCancellable      *cancellable,
                       GError           **error)
{
  Sealing sealing = { self, input, expected, progress, user_data };
  gboolean ok;

  g_return_val_if_fail (self != NULL && self->file < 0, FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (input), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  sealing.cipher = tend_guarded_alloc (sizeof *sealing.cipher);
  sealing.hash = tend_guarded_alloc (sizeof *sealing.hash);
  tend_blob_hash_init (sealing.hash, self->key);

  ok = open_file (self, error) && write_header (&sealing, error) &&
       write_blocks (&sealing, cancellable, error) && sync_file (self, error);
  if (ok)
    self->name = tend_blob_hash_name (sealing.hash);

  sodium_free (sealing.cipher);
  sodium_free (sealing.hash);

  return ok;
}

gint64
tend_blob_draft_get_size (TendBlobDraft *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->size;
}

GInputStream *
tend_blob_draft_open (TendBlobDraft  *self,
                      GError        **error)
{
  int file;

  g_return_val_if_fail (self != NULL && self->name != NULL && self->path != NULL, NULL);

  file = open (self->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0)
    {
      tend_files_set_error (self->path, errno, error);
      return NULL;
    }

  return tend_blob_stream_new (file, self->key, self->name);
}

static gboolean
insert_row (TendVault      *vault,
            TendBlobDraft  *self,
            GError        **error)
{
  static const char sql[] =
    "INSERT INTO blob (name, size) VALUES (:name, :size) ON CONFLICT (name) DO NOTHING";
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":name", self->name);
  tend_statement_bind_int (statement, ":size", self->size);

  return tend_statement_run (statement, error);
}

/* Renaming over a file of the same name is right too: it has the same content,
 * unless it was damaged, and then this mends it.  A draft that has its name already
 * was kept in a transaction that did not stand.
 */
static gboolean
keep_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  TendBlobDraft *self = data;
  g_autofree char *path = tend_blob_path (vault, self->name);

  if (self->path == NULL ? !g_file_test (path, G_FILE_TEST_EXISTS)
                         : g_rename (self->path, path) != 0)
    {
      tend_files_set_error (path, self->path == NULL ? ENOENT : errno, error);
      return FALSE;
    }
  g_clear_pointer (&self->path, g_free);

  return tend_files_sync_dir (self->dir, error) && insert_row (vault, self, error);
}

char *
tend_blob_draft_keep (TendBlobDraft  *self,
                      TendVault      *vault,
                      GError        **error)
{
  g_return_val_if_fail (self != NULL && self->name != NULL, NULL);
  g_return_val_if_fail (TEND_IS_VAULT (vault), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  tend_vault_assert_thread (vault);

  return tend_vault_transact (vault, keep_cb, self, error) ? g_strdup (self->name) : NULL;
}

char *
tend_blob_store (TendVault     *vault,
                 GInputStream  *input,
                 gint64        *size,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(TendBlobDraft) draft = NULL;
  char *name = NULL;

  g_return_val_if_fail (TEND_IS_VAULT (vault), NULL);
  g_return_val_if_fail (G_IS_INPUT_STREAM (input), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  draft = tend_blob_draft_new (vault);
  if (tend_blob_draft_write (draft, input, -1, NULL, NULL, cancellable, error))
    name = tend_blob_draft_keep (draft, vault, error);

  if (size != NULL)
    *size = draft->size;

  return name;
}
