/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-clients.h"
#include "tend-snapshot.h"

#include <glib/gi18n-lib.h>

gboolean
tend_cli_backup (TendCli  *cli,
                 GError  **error)
{
  g_autoptr(TendVault) vault = NULL;
  g_autofree char *file = NULL;
  g_autofree char *today = tend_date_format_iso (tend_cli_today (cli));

  if (!tend_cli_parse (cli, NULL, 1, error))
    return FALSE;

  vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  if (vault == NULL || !tend_backup_write (vault, cli->words[1], NULL, NULL, NULL, error))
    return FALSE;

  /* For the reminder of the next one; the backup is good whether or not it is kept. */
  tend_setting_set (vault, "backed_up_on", today, NULL);

  file = g_filename_display_name (cli->words[1]);
  if (cli->json)
    {
      g_autoptr(TendWriter) writer = tend_writer_new ();

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "file", file);
      tend_writer_end (writer);
      tend_cli_print_json (writer);
    }
  else
    {
      tend_cli_print (_("Everything is in “%s”; your recovery key or passphrase opens it.\n"),
                      file);
    }

  return TRUE;
}
