/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * make-vault FOLDER FILE: a new vault, as “tend-cli new” makes it, and its recovery key in
 * the new file.
 *
 * But the key opens it without delay.  The tests open vaults some thousand times, and most
 * of their time went into making each of those slow for whoever guesses at passphrases.
 */

#include "tend-files.h"
#include "tend-keys-private.h"
#include "tend-recovery.h"
#include "tend-vault.h"

#include <string.h>

/* Wraps the data key once more, at the least cost that there is. */
static gboolean
wrap_lightly (const char  *folder,
              const char  *recovery_key,
              TendKey     *key,
              GError     **error)
{
  g_autofree char *path = g_build_filename (folder, TEND_FILE_KEYS, NULL);
  g_autoptr(TendKeys) keys = tend_keys_load (path, error);
  char *secret = keys != NULL ? tend_recovery_normalise (recovery_key, error) : NULL;
  guint8 wrapping[crypto_secretbox_KEYBYTES];
  TendSlot *slot;
  int failed;

  if (secret == NULL)
    return FALSE;

  slot = &keys->slots[TEND_SLOT_RECOVERY];
  slot->ops = crypto_pwhash_OPSLIMIT_MIN;
  slot->memory = crypto_pwhash_MEMLIMIT_MIN;
  failed = crypto_pwhash (wrapping, sizeof wrapping, secret, strlen (secret), slot->salt,
                          slot->ops, slot->memory, crypto_pwhash_ALG_ARGON2ID13);
  g_assert (failed == 0);
  crypto_secretbox_easy (slot->box, tend_key_peek (key), TEND_KEY_BYTES, slot->nonce, wrapping);
  tend_recovery_free (secret);

  return tend_keys_save (keys, path, error);
}

static gboolean
make_vault (const char  *folder,
            const char  *file,
            GError     **error)
{
  char *recovery_key = NULL;
  g_autoptr(TendKey) key = NULL;
  g_autoptr(TendVault) vault = tend_vault_create (folder, NULL, &recovery_key, &key, error);
  g_autofree char *line = NULL;
  gboolean ok;

  if (vault == NULL)
    return FALSE;

  line = g_strconcat (recovery_key, "\n", NULL);
  ok = wrap_lightly (folder, recovery_key, key, error) &&
       g_file_set_contents_full (file, line, -1, G_FILE_SET_CONTENTS_NONE, 0600, error);
  tend_recovery_free (recovery_key);

  return ok;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("make-vault FOLDER FILE\n");
      return 2;
    }
  if (!make_vault (argv[1], argv[2], &error))
    {
      g_printerr ("make-vault: %s\n", error->message);
      return 1;
    }

  return 0;
}
