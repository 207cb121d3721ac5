/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-blob-private.h"

#include "tend-error.h"
#include "tend-guarded.h"
#include "tend-vault-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* TendBlobStream:
 *
 * The plain bytes of one attachment, decrypted block by block.  It does not need
 * the vault once it is open, and may be read in any one thread.  Nothing is
 * handed out that was not authenticated; at the end the whole is compared with
 * the name, so that a file in another's place is noticed too.
 */

#define TEND_TYPE_BLOB_STREAM (tend_blob_stream_get_type ())
G_DECLARE_FINAL_TYPE (TendBlobStream, tend_blob_stream, TEND, BLOB_STREAM, GInputStream)

typedef struct
{
  crypto_secretstream_xchacha20poly1305_state cipher;
  crypto_generichash_state hash;
} BlobState;

struct _TendBlobStream
{
  GInputStream  parent_instance;

  int           file;
  TendKey      *key;
  char         *name;
  BlobState    *state;     /* guarded; NULL until the header is read */
  guint8       *block;     /* plain bytes of the current block */
  gsize         length;
  gsize         at;
  gboolean      is_last;
};

G_DEFINE_FINAL_TYPE (TendBlobStream, tend_blob_stream, G_TYPE_INPUT_STREAM)

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_DAMAGED,
                       _("This attachment is damaged. Please restore it from a snapshot or a "
                         "backup."));
  return FALSE;
}

/* Reads until @length bytes or the end of the file. */
static gssize
read_full (int     file,
           guint8 *bytes,
           gsize   length)
{
  gsize total = 0;

  while (total < length)
    {
      gssize got = read (file, bytes + total, length - total);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return -1;
      if (got == 0)
        break;

      total += got;
    }

  return total;
}

static gboolean
read_header (TendBlobStream  *self,
             GError         **error)
{
  guint8 header[TEND_BLOB_MAGIC_LENGTH + crypto_secretstream_xchacha20poly1305_HEADERBYTES];
  g_autoptr(TendKey) cipher_key = tend_key_derive (self->key, TEND_SUBKEY_BLOB);

  if (read_full (self->file, header, sizeof header) != (gssize) sizeof header ||
      memcmp (header, TEND_BLOB_MAGIC, TEND_BLOB_MAGIC_LENGTH) != 0)
    return set_damaged (error);

  self->state = tend_guarded_alloc (sizeof *self->state);
  self->block = tend_guarded_alloc (TEND_BLOB_BLOCK_PLAIN);

  tend_blob_hash_init (&self->state->hash, self->key);
  if (crypto_secretstream_xchacha20poly1305_init_pull (&self->state->cipher,
                                                       header + TEND_BLOB_MAGIC_LENGTH,
                                                       tend_key_peek (cipher_key)) != 0)
    return set_damaged (error);

  return TRUE;
}

static gboolean
check_end (TendBlobStream  *self,
           GError         **error)
{
  g_autofree char *name = tend_blob_hash_name (&self->state->hash);
  guint8 more;

  if (read_full (self->file, &more, 1) != 0 || strcmp (name, self->name) != 0)
    return set_damaged (error);

  return TRUE;
}

static gboolean
read_block (TendBlobStream  *self,
            GError         **error)
{
  g_autofree guint8 *sealed = g_malloc (TEND_BLOB_BLOCK_FILE);
  gssize got = read_full (self->file, sealed, TEND_BLOB_BLOCK_FILE);
  unsigned long long length = 0;
  guint8 tag = 0;

  if (got < 0)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("The attachment could not be read: %s."), g_strerror (errno));
      return FALSE;
    }

  /* The end of the file before the last block. */
  if (got < (gssize) crypto_secretstream_xchacha20poly1305_ABYTES ||
      crypto_secretstream_xchacha20poly1305_pull (&self->state->cipher, self->block, &length, &tag,
                                                  sealed, got, NULL, 0) != 0)
    return set_damaged (error);

  crypto_generichash_update (&self->state->hash, self->block, length);
  self->length = length;
  self->at = 0;
  self->is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;

  if (self->is_last)
    return check_end (self, error);
  if (length != TEND_BLOB_BLOCK_PLAIN)
    return set_damaged (error);

  return TRUE;
}

static gssize
tend_blob_stream_read (GInputStream  *stream,
                       void          *buffer,
                       gsize          count,
                       GCancellable  *cancellable,
                       GError       **error)
{
  TendBlobStream *self = TEND_BLOB_STREAM (stream);
  gsize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  if (self->state == NULL && !read_header (self, error))
    return -1;

  while (self->at == self->length && !self->is_last)
    {
      if (!read_block (self, error))
        {
          self->length = self->at = 0;
          return -1;
        }
    }

  n = MIN (count, self->length - self->at);
  if (n > 0)
    memcpy (buffer, self->block + self->at, n);
  self->at += n;

  return n;
}

static void
tend_blob_stream_finalize (GObject *object)
{
  TendBlobStream *self = TEND_BLOB_STREAM (object);

  close (self->file);
  sodium_free (self->state);
  sodium_free (self->block);
  g_clear_pointer (&self->key, tend_key_unref);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (tend_blob_stream_parent_class)->finalize (object);
}

static void
tend_blob_stream_class_init (TendBlobStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_blob_stream_finalize;
  G_INPUT_STREAM_CLASS (klass)->read_fn = tend_blob_stream_read;
}

static void
tend_blob_stream_init (TendBlobStream *self)
{
  self->file = -1;
}

GInputStream *
tend_blob_stream_new (int         file,
                      TendKey    *key,
                      const char *name)
{
  TendBlobStream *self = g_object_new (TEND_TYPE_BLOB_STREAM, NULL);

  self->file = file;
  self->key = tend_key_ref (key);
  self->name = g_strdup (name);

  return G_INPUT_STREAM (self);
}
