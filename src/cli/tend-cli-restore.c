/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-snapshot.h"

#include <glib/gi18n-lib.h>

/* A key that was given is tried on the backup first, so that nothing is moved for
 * a backup that it does not open.
 */
static gboolean
rehearse (TendCli     *cli,
          const char  *dir,
          GError     **error)
{
  char *recovery_key = NULL;
  char *passphrase = NULL;
  gboolean ok = TRUE;

  if (cli->recovery_key_file != NULL)
    ok = (recovery_key = tend_cli_read_secret (cli->recovery_key_file, error)) != NULL;
  else if (cli->passphrase_file != NULL)
    ok = (passphrase = tend_cli_read_secret (cli->passphrase_file, error)) != NULL;

  if (recovery_key != NULL || passphrase != NULL)
    ok = tend_backup_rehearse (cli->words[1], dir, recovery_key, passphrase, NULL, error);

  tend_cli_forget (recovery_key);
  tend_cli_forget (passphrase);
  return ok;
}

gboolean
tend_cli_restore (TendCli  *cli,
                  GError  **error)
{
  g_autofree char *dir = NULL;
  g_autofree char *moved_aside = NULL;
  g_autofree char *place = NULL;
  g_autofree char *aside = NULL;

  if (!tend_cli_parse (cli, NULL, 1, error))
    return FALSE;

  dir = tend_cli_dir (cli);
  if (!rehearse (cli, dir, error) ||
      !tend_backup_restore (cli->words[1], dir, &moved_aside, NULL, error))
    return FALSE;

  place = g_filename_display_name (dir);
  aside = moved_aside != NULL ? g_filename_display_name (moved_aside) : NULL;
  if (cli->json)
    {
      g_autoptr(TendWriter) writer = tend_writer_new ();

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "vault", place);
      tend_writer_text (writer, "moved_aside", aside);
      tend_writer_end (writer);
      tend_cli_print_json (writer);
      return TRUE;
    }

  tend_cli_print (_("The backup is now the vault in “%s”.\n"), place);
  if (aside != NULL)
    tend_cli_print (_("What was there before is in “%s”.\n"), aside);
  return TRUE;
}
