/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-clients.h"
#include "tend-files.h"
#include "tend-keyring.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* Longer than any key or passphrase. */
#define LONGEST_SECRET 4096

char *
tend_cli_dir (TendCli *cli)
{
  return cli->dir != NULL ? g_canonicalize_filename (cli->dir, NULL) : tend_vault_default_dir ();
}

void
tend_cli_forget (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, LONGEST_SECRET);
  g_free (secret);
}

/* Not through GLib's readers, whose buffers would keep a copy. */
char *
tend_cli_read_secret (const char  *path,
                      GError     **error)
{
  char *secret = g_malloc0 (LONGEST_SECRET);
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gssize length = 0, n = 1;

  while (fd >= 0 && n > 0 && length < LONGEST_SECRET - 1)
    {
      n = read (fd, secret + length, LONGEST_SECRET - 1 - length);
      length += MAX (n, 0);
    }

  if (fd < 0 || n < 0)
    {
      g_autoptr(GError) failure = NULL;

      /* The vault cannot be opened with what was given. */
      tend_files_set_error (path, errno, &failure);
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_LOCKED, failure->message);
      g_clear_pointer (&secret, tend_cli_forget);
    }
  if (fd >= 0)
    close (fd);

  if (secret != NULL)
    secret[strcspn (secret, "\r\n")] = '\0';

  return secret;
}

static TendKey *
key_from_file (TendCli     *cli,
               const char  *dir,
               GError     **error)
{
  gboolean recovery = cli->recovery_key_file != NULL;
  char *secret =
    tend_cli_read_secret (recovery ? cli->recovery_key_file : cli->passphrase_file, error);
  TendKey *key;

  if (secret == NULL)
    return NULL;

  key = recovery ? tend_vault_key_from_recovery (dir, secret, error)
                 : tend_vault_key_from_passphrase (dir, secret, error);
  tend_cli_forget (secret);

  return key;
}

static TendKey *
key_from_keyring (const char  *dir,
                  GError     **error)
{
  g_autofree char *id = tend_vault_read_id (dir, error);
  g_autofree char *message = NULL;
  TendKey *key = NULL;

  if (id == NULL)
    return NULL;

  if (tend_keyring_lookup_unprompted (id, &key, &message) != TEND_KEYRING_FOUND)
    g_set_error (error, TEND_ERROR, TEND_ERROR_LOCKED,
                 _("%s Give --recovery-key-file or --passphrase-file."), message);

  return key;
}

TendVault *
tend_cli_open (TendCli         *cli,
               TendVaultFlags   flags,
               GError         **error)
{
  g_autofree char *dir = tend_cli_dir (cli);
  g_autofree char *shown = g_filename_display_name (dir);
  g_autoptr(TendKey) key = NULL;
  TendVault *vault;

  if (!tend_vault_exists (dir))
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_LOCKED,
                   _("There is no vault in “%s”: “tend-cli new” makes one."), shown);
      return NULL;
    }

  if (cli->recovery_key_file != NULL || cli->passphrase_file != NULL)
    key = key_from_file (cli, dir, error);
  else
    key = key_from_keyring (dir, error);

  vault = key != NULL ? tend_vault_open (dir, key, flags, error) : NULL;
  if (vault != NULL)
    tend_vault_set_actor (vault, "tend-cli");

  return vault;
}

TendRecord *
tend_cli_client (TendVault   *vault,
                 const char  *reference,
                 GError     **error)
{
  g_autofree char *valid = NULL;

  if (!tend_cli_need (reference, "--client", error))
    return NULL;

  valid = g_utf8_make_valid (reference, -1);
  return tend_client_find (vault, valid, error);
}

TendVault *
tend_cli_open_about (TendCli     *cli,
                     const char  *reference,
                     TendRecord **client,
                     GError     **error)
{
  g_autoptr(TendVault) vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);

  if (vault == NULL || reference == NULL)
    return g_steal_pointer (&vault);

  *client = tend_cli_client (vault, reference, error);
  return *client != NULL ? g_steal_pointer (&vault) : NULL;
}
