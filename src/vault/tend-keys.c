/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-keys.h"

#include "tend-error.h"
#include "tend-guarded.h"
#include "tend-keys-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* What each slot costs to open: the recovery key is as long as a key and needs
 * no help; a passphrase does.
 */
static const struct
{
  guint64 ops;
  gsize   memory;
} costs[TEND_N_SLOTS] = {
  [TEND_SLOT_RECOVERY] = {
    crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE
  },
  [TEND_SLOT_PASSPHRASE] = {
    crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE
  },
};

static void
compute_check (TendKeys *self,
               TendKey  *key,
               guint8   *check)
{
  crypto_generichash (check, TEND_CHECK_BYTES, (const guint8 *) self->id, strlen (self->id),
                      tend_key_peek (key), TEND_KEY_BYTES);
}

TendKeys *
tend_keys_new (TendKey *key)
{
  TendKeys *self = g_new0 (TendKeys, 1);
  guint8 id[TEND_ID_BYTES];

  randombytes_buf (id, sizeof id);
  self->id = g_malloc (TEND_ID_BYTES * 2 + 1);
  sodium_bin2hex (self->id, TEND_ID_BYTES * 2 + 1, id, sizeof id);
  compute_check (self, key, self->check);
  self->is_sound = TRUE;

  return self;
}

void
tend_keys_free (TendKeys *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self);
}

gboolean
tend_keys_is_sound (TendKeys *self)
{
  return self->is_sound;
}

const char *
tend_keys_get_id (TendKeys *self)
{
  return self->id;
}

gboolean
tend_keys_match (TendKeys *self,
                 TendKey  *key)
{
  guint8 check[TEND_CHECK_BYTES];

  compute_check (self, key, check);

  return sodium_memcmp (check, self->check, sizeof check) == 0;
}

gboolean
tend_keys_has (TendKeys     *self,
               TendSlotKind  kind)
{
  return self->slots[kind].is_set;
}

void
tend_keys_remove (TendKeys     *self,
                  TendSlotKind  kind)
{
  sodium_memzero (&self->slots[kind], sizeof self->slots[kind]);
}

/* The same passphrase typed on another keyboard may come as other code points. */
static char *
normalise_secret (const char *secret)
{
  char *normal = g_utf8_normalize (secret, -1, G_NORMALIZE_NFC);

  return normal != NULL ? normal : g_strdup (secret);
}

static TendKey *
stretch (const TendSlot  *slot,
         const char      *secret,
         GError         **error)
{
  char *normal = normalise_secret (secret);
  guint8 *bytes = tend_guarded_alloc (TEND_KEY_BYTES);
  TendKey *wrapping = NULL;

  if (crypto_pwhash (bytes, TEND_KEY_BYTES, normal, strlen (normal), slot->salt,
                     slot->ops, slot->memory, crypto_pwhash_ALG_ARGON2ID13) == 0)
    wrapping = tend_key_new (bytes);
  else
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                         _("There is not enough memory to open the records. "
                           "Please close other programs and try again."));

  sodium_free (bytes);
  sodium_memzero (normal, strlen (normal));
  g_free (normal);

  return wrapping;
}

gboolean
tend_keys_wrap (TendKeys      *self,
                TendSlotKind   kind,
                const char    *secret,
                TendKey       *key,
                GError       **error)
{
  TendSlot slot = { .is_set = TRUE, .ops = costs[kind].ops, .memory = costs[kind].memory };
  g_autoptr(TendKey) wrapping = NULL;

  randombytes_buf (slot.salt, sizeof slot.salt);
  randombytes_buf (slot.nonce, sizeof slot.nonce);

  wrapping = stretch (&slot, secret, error);
  if (wrapping == NULL)
    return FALSE;

  crypto_secretbox_easy (slot.box, tend_key_peek (key), TEND_KEY_BYTES, slot.nonce,
                         tend_key_peek (wrapping));
  self->slots[kind] = slot;

  return TRUE;
}

TendKey *
tend_keys_unwrap (TendKeys      *self,
                  TendSlotKind   kind,
                  const char    *secret,
                  GError       **error)
{
  const TendSlot *slot = &self->slots[kind];
  g_autoptr(TendKey) wrapping = NULL;
  TendKey *key = NULL;
  guint8 *bytes;

  if (!slot->is_set)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_LOCKED,
                           kind == TEND_SLOT_PASSPHRASE
                           ? _("These records have no passphrase. Please use the recovery key.")
                           : _("These records have no recovery key. Please use the passphrase."));
      return NULL;
    }

  wrapping = stretch (slot, secret, error);
  if (wrapping == NULL)
    return NULL;

  bytes = tend_guarded_alloc (TEND_KEY_BYTES);
  if (crypto_secretbox_open_easy (bytes, slot->box, sizeof slot->box, slot->nonce,
                                  tend_key_peek (wrapping)) == 0)
    key = tend_key_new (bytes);
  sodium_free (bytes);

  if (key == NULL)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_LOCKED,
                         kind == TEND_SLOT_PASSPHRASE
                         ? _("This passphrase does not open these records.")
                         : _("This recovery key is well typed, but it belongs to other records or "
                             "has been replaced by a newer one."));

  return key;
}
