/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-key.h"

G_BEGIN_DECLS

/* The file vault.keys: the vault's id, a check of the data key, and the data key
 * wrapped under what the user has.  Private to src/vault.
 */

typedef enum
{
  TEND_SLOT_RECOVERY,
  TEND_SLOT_PASSPHRASE,
  TEND_N_SLOTS,
} TendSlotKind;

typedef struct _TendKeys TendKeys;

/* With a new id and no slots. */
TendKeys   *tend_keys_new      (TendKey       *key);
void        tend_keys_free     (TendKeys      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendKeys, tend_keys_free)

/**
 * tend_keys_load:
 *
 * Reads the file.  An altered byte makes it not sound (tend_keys_is_sound()),
 * and what can still be read is there; %NULL with DAMAGED when nothing can,
 * with NOT_FOUND when there is no file.
 */
TendKeys   *tend_keys_load     (const char    *path,
                                GError       **error);
/**
 * tend_keys_load_best:
 *
 * The keys of the vault in @dir; when they are missing or not sound, the copy in
 * the newest snapshot that has a sound one.
 * @from: (out) (optional): the file they came from
 */
TendKeys   *tend_keys_load_best (const char    *dir,
                                char         **from,
                                GError       **error);
gboolean    tend_keys_save     (TendKeys      *self,
                                const char    *path,
                                GError       **error);
/* Saves them in @dir and in all its snapshots, so that what was replaced opens nothing. */
gboolean    tend_keys_save_everywhere (TendKeys *self,
                                const char    *dir,
                                GError       **error);

gboolean    tend_keys_is_sound (TendKeys      *self);
const char *tend_keys_get_id   (TendKeys      *self);
/* Whether @key is the data key. */
gboolean    tend_keys_match    (TendKeys      *self,
                                TendKey       *key);

gboolean    tend_keys_has      (TendKeys      *self,
                                TendSlotKind   kind);
/* Wraps @key under @secret (Argon2id: slow). */
gboolean    tend_keys_wrap     (TendKeys      *self,
                                TendSlotKind   kind,
                                const char    *secret,
                                TendKey       *key,
                                GError       **error);
void        tend_keys_remove   (TendKeys      *self,
                                TendSlotKind   kind);
/* (transfer full) (nullable): the data key; %NULL with LOCKED when @secret does not open it. */
TendKey    *tend_keys_unwrap   (TendKeys      *self,
                                TendSlotKind   kind,
                                const char    *secret,
                                GError       **error);

G_END_DECLS
