/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-files.h"
#include "tend-keyring.h"
#include "tend-recovery.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The file is made before the vault, so that no vault is without its key. */
static int
create_key_file (const char  *path,
                 GError     **error)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  g_autofree char *name = g_filename_display_name (path);

  if (fd < 0 && errno == EEXIST)
    g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                 _("“%s” is there already, and is not written over."), name);
  else if (fd < 0)
    tend_files_set_error (path, errno, error);

  return fd;
}

static gboolean
write_key (int          fd,
           const char  *path,
           const char  *recovery_key,
           GError     **error)
{
  if (tend_files_write_all (fd, recovery_key, strlen (recovery_key)) &&
      tend_files_write_all (fd, "\n", 1) && fsync (fd) == 0)
    return TRUE;

  tend_files_set_error (path, errno, error);
  return FALSE;
}

static void
answer (TendCli    *cli,
        const char *dir,
        const char *key_path,
        gboolean    in_keyring)
{
  g_autofree char *place = g_filename_display_name (dir);
  g_autofree char *key_name = g_filename_display_name (key_path);

  if (cli->json)
    {
      g_autoptr(TendWriter) writer = tend_writer_new ();

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "vault", place);
      tend_writer_text (writer, "recovery_key_file", key_name);
      tend_writer_bool (writer, "in_keyring", in_keyring);
      tend_writer_end (writer);
      tend_cli_print_json (writer);
      return;
    }

  tend_cli_print (_("There is a new vault in “%s”.\n"), place);
  tend_cli_print (_("Its recovery key is in “%s”: keep it away from this computer.\n"), key_name);
  if (in_keyring)
    tend_cli_print (_("Your login keyring opens it from now on.\n"));
}

/* Without the keyring there is still the recovery key. */
static gboolean
store_key (const char *dir,
           TendKey    *key)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = tend_vault_read_id (dir, &error);

  if (id != NULL && tend_keyring_store (id, key, &error))
    return TRUE;

  tend_cli_warn (error->message);
  return FALSE;
}

static gboolean
make (TendCli     *cli,
      const char  *key_path,
      int          fd,
      gboolean     no_keyring,
      GError     **error)
{
  g_autofree char *dir = tend_cli_dir (cli);
  char *passphrase = NULL;
  char *recovery_key = NULL;
  g_autoptr(TendKey) key = NULL;
  g_autoptr(TendVault) vault = NULL;
  gboolean ok;

  if (cli->passphrase_file != NULL)
    {
      passphrase = tend_cli_read_secret (cli->passphrase_file, error);
      if (passphrase == NULL)
        return FALSE;
    }

  vault = tend_vault_create (dir, passphrase, &recovery_key, &key, error);
  tend_cli_forget (passphrase);
  if (vault == NULL)
    return FALSE;

  ok = write_key (fd, key_path, recovery_key, error);
  tend_recovery_free (recovery_key);
  if (ok)
    answer (cli, dir, key_path, !no_keyring && store_key (dir, key));
  else
    tend_vault_abandon (vault);

  return ok;
}

gboolean
tend_cli_new (TendCli  *cli,
              GError  **error)
{
  gboolean no_keyring = FALSE;
  g_autofree char *key_path = NULL;
  const GOptionEntry options[] = {
    { "recovery-key-out", 0, 0, G_OPTION_ARG_FILENAME, &key_path,
      N_("Write the recovery key to this new file"), "FILE" },
    { "no-keyring", 0, 0, G_OPTION_ARG_NONE, &no_keyring,
      N_("Leave the login keyring alone"), NULL },
    G_OPTION_ENTRY_NULL
  };
  int fd;
  gboolean ok;

  if (!tend_cli_parse (cli, options, 0, error) ||
      !tend_cli_need (key_path, "--recovery-key-out", error))
    return FALSE;
  if (cli->recovery_key_file != NULL)
    return tend_cli_usage (error, _("A new vault gets a new recovery key:"
                                    " leave --recovery-key-file out."));

  fd = create_key_file (key_path, error);
  if (fd < 0)
    return FALSE;

  ok = make (cli, key_path, fd, no_keyring, error);
  close (fd);
  if (!ok)
    g_unlink (key_path);

  return ok;
}
