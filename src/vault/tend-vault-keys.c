/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-vault-private.h"

#include "tend-error.h"
#include "tend-files.h"
#include "tend-keys.h"
#include "tend-recovery.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

/* What the vault does with vault.keys. */

static TendKeys *
load (const char  *dir,
      char       **from,
      GError     **error)
{
  g_autoptr(GError) local_error = NULL;
  TendKeys *keys = tend_keys_load_best (dir, from, &local_error);

  if (keys != NULL)
    return keys;

  if (!g_error_matches (local_error, TEND_ERROR, TEND_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  else if (tend_vault_exists (dir))
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_DAMAGED,
                           _("The file vault.keys is missing. Please restore a backup."));
    }
  else
    {
      g_autofree char *name = g_filename_display_name (dir);

      g_set_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND, _("There are no records in “%s”."),
                   name);
    }

  return NULL;
}

/* A damaged file may be why nothing fits: then it is not the user who slipped. */
static gboolean
blame_damage (TendKeys  *keys,
              GError   **error)
{
  if (tend_keys_is_sound (keys))
    return FALSE;

  g_clear_error (error);
  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_DAMAGED,
                       _("The file vault.keys is damaged. Please restore a backup."));
  return TRUE;
}

gboolean
tend_vault_check_key (const char      *dir,
                      TendKey         *key,
                      TendVaultFlags   flags,
                      GError         **error)
{
  g_autofree char *own = g_build_filename (dir, TEND_FILE_KEYS, NULL);
  g_autofree char *from = NULL;
  g_autoptr(TendKeys) keys = load (dir, &from, error);

  if (keys == NULL)
    return FALSE;

  if (!tend_keys_match (keys, key))
    {
      if (!blame_damage (keys, error))
        g_set_error_literal (error, TEND_ERROR, TEND_ERROR_LOCKED,
                             _("This is not the key of these records."));
      return FALSE;
    }

  /* Sound keys from a snapshot, and the right ones: the lost file comes back. */
  if (strcmp (own, from) != 0 && !(flags & TEND_VAULT_READ_ONLY))
    return tend_keys_save (keys, own, error);

  return TRUE;
}

static TendKey *
unwrap (const char    *dir,
        TendSlotKind   kind,
        const char    *secret,
        GError       **error)
{
  g_autoptr(TendKeys) keys = load (dir, NULL, error);
  g_autoptr(TendKey) key = NULL;

  if (keys == NULL)
    return NULL;

  key = tend_keys_unwrap (keys, kind, secret, error);
  if (key == NULL)
    blame_damage (keys, error);

  return g_steal_pointer (&key);
}

TendKey *
tend_vault_key_from_recovery (const char  *dir,
                              const char  *typed,
                              GError     **error)
{
  TendKey *key;
  char *plain;

  g_return_val_if_fail (dir != NULL && typed != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  plain = tend_recovery_normalise (typed, error);
  if (plain == NULL)
    return NULL;

  key = unwrap (dir, TEND_SLOT_RECOVERY, plain, error);
  tend_recovery_free (plain);

  return key;
}

TendKey *
tend_vault_key_from_passphrase (const char  *dir,
                                const char  *passphrase,
                                GError     **error)
{
  g_return_val_if_fail (dir != NULL && passphrase != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return unwrap (dir, TEND_SLOT_PASSPHRASE, passphrase, error);
}

gboolean
tend_vault_has_passphrase (const char *dir)
{
  g_autoptr(TendKeys) keys = NULL;

  g_return_val_if_fail (dir != NULL, FALSE);

  keys = tend_keys_load_best (dir, NULL, NULL);

  return keys != NULL && tend_keys_has (keys, TEND_SLOT_PASSPHRASE);
}

char *
tend_vault_read_id (const char  *dir,
                    GError     **error)
{
  g_autoptr(TendKeys) keys = NULL;

  g_return_val_if_fail (dir != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  keys = load (dir, NULL, error);

  return keys != NULL ? g_strdup (tend_keys_get_id (keys)) : NULL;
}

gboolean
tend_vault_check_passphrase (const char  *passphrase,
                             GError     **error)
{
  if (passphrase[0] != '\0' && g_utf8_validate (passphrase, -1, NULL))
    return TRUE;

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                       _("A passphrase cannot be empty. Please type a few words."));
  return FALSE;
}

/* Reads, changes and writes the keys under the folder's lock, so that a snapshot
 * that is being finished cannot keep the ones before.  @secret NULL removes.
 */
static gboolean
change_slot (TendVault     *self,
             TendSlotKind   kind,
             const char    *secret,
             GError       **error)
{
  g_autoptr(TendKeys) keys = NULL;
  gboolean ok = FALSE;
  int lock;

  if (self->flags & TEND_VAULT_READ_ONLY)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("These records can only be read here, not changed."));
      return FALSE;
    }

  lock = tend_files_lock_dir (self->dir, error);
  if (lock < 0)
    return FALSE;

  keys = load (self->dir, NULL, error);
  if (keys != NULL && secret == NULL)
    {
      tend_keys_remove (keys, kind);
      ok = TRUE;
    }
  else if (keys != NULL)
    {
      ok = tend_keys_wrap (keys, kind, secret, self->key, error);
    }

  ok = ok && tend_keys_save_everywhere (keys, self->dir, error);
  tend_files_unlock (&lock);

  return ok;
}

gboolean
tend_vault_set_passphrase (TendVault   *self,
                           const char  *passphrase,
                           GError     **error)
{
  g_return_val_if_fail (TEND_IS_VAULT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  tend_vault_assert_thread (self);

  if (passphrase != NULL && !tend_vault_check_passphrase (passphrase, error))
    return FALSE;

  return change_slot (self, TEND_SLOT_PASSPHRASE, passphrase, error);
}

gboolean
tend_vault_renew_recovery (TendVault  *self,
                           char      **recovery_key,
                           GError    **error)
{
  char *sheet, *plain;
  gboolean ok;

  g_return_val_if_fail (TEND_IS_VAULT (self), FALSE);
  g_return_val_if_fail (recovery_key != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  tend_vault_assert_thread (self);

  sheet = tend_recovery_generate ();
  plain = tend_recovery_normalise (sheet, NULL);
  ok = change_slot (self, TEND_SLOT_RECOVERY, plain, error);
  tend_recovery_free (plain);

  if (ok)
    *recovery_key = g_steal_pointer (&sheet);
  tend_recovery_free (sheet);

  return ok;
}
