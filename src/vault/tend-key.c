/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-key.h"

#include "tend-guarded.h"
#include "tend-vault-private.h"

#include <sodium.h>
#include <string.h>

struct _TendKey
{
  gatomicrefcount  ref_count;
  guint8          *bytes; /* guarded, and read-only once set */
};

G_DEFINE_BOXED_TYPE (TendKey, tend_key, tend_key_ref, tend_key_unref)

static TendKey *
tend_key_alloc (void)
{
  TendKey *self = g_new0 (TendKey, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = tend_guarded_alloc (TEND_KEY_BYTES);

  return self;
}

TendKey *
tend_key_new (const guint8 *bytes)
{
  TendKey *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = tend_key_alloc ();
  memcpy (self->bytes, bytes, TEND_KEY_BYTES);
  sodium_mprotect_readonly (self->bytes);

  return self;
}

TendKey *
tend_key_new_random (void)
{
  TendKey *self = tend_key_alloc ();

  randombytes_buf (self->bytes, TEND_KEY_BYTES);
  sodium_mprotect_readonly (self->bytes);

  return self;
}

/* Each purpose has a key of its own, so that no two uses can be played against
 * each other.
 */
TendKey *
tend_key_derive (TendKey    *self,
                 TendSubkey  purpose)
{
  static const char context[crypto_kdf_CONTEXTBYTES + 1] = "tendvalt";
  TendKey *subkey;

  g_assert (self != NULL);
  G_STATIC_ASSERT (TEND_KEY_BYTES == crypto_kdf_KEYBYTES);

  subkey = tend_key_alloc ();
  crypto_kdf_derive_from_key (subkey->bytes, TEND_KEY_BYTES, purpose, context, self->bytes);
  sodium_mprotect_readonly (subkey->bytes);

  return subkey;
}

TendKey *
tend_key_ref (TendKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
tend_key_unref (TendKey *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  sodium_free (self->bytes);
  g_free (self);
}

const guint8 *
tend_key_peek (TendKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}
