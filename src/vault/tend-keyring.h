/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-key.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The data key in the login keyring (Secret Service, or its portal).  The
 * calls may wait for a prompt: run them in a thread, never cancel one while its
 * prompt may be open (recipes E 5.4): go on without it and ignore a late answer.
 */

typedef enum
{
  TEND_KEYRING_FOUND,
  TEND_KEYRING_NO_KEY,   /* unlocked, but nothing there for this vault */
  TEND_KEYRING_LOCKED,   /* locked, and it stayed so: refused, dismissed or no way to ask */
  TEND_KEYRING_MISSING,  /* no Secret Service on this session */
  TEND_KEYRING_FAILED,   /* there is one and it failed; the error says how */
} TendKeyringState;

/* @key: (out) (nullable): set for FOUND only.  @message: (out) (nullable)
 * (optional): plain words for the others. */
TendKeyringState tend_keyring_lookup (const char  *vault_id,
                                      TendKey    **key,
                                      char       **message);
/* The same, but LOCKED at once where unlocking would open a prompt: for tend-cli,
 * which may run where nobody sits. */
TendKeyringState tend_keyring_lookup_unprompted (const char  *vault_id,
                                                 TendKey    **key,
                                                 char       **message);
/* Stores or replaces this vault's entry. */
gboolean         tend_keyring_store  (const char  *vault_id,
                                      TendKey     *key,
                                      GError     **error);
gboolean         tend_keyring_clear  (const char  *vault_id,
                                      GError     **error);

G_END_DECLS
