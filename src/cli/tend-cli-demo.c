/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-demo.h"

#include <glib/gi18n-lib.h>

gboolean
tend_cli_demo (TendCli  *cli,
               GError  **error)
{
  g_autoptr(TendVault) vault = NULL;
  g_autofree char *today = tend_date_format_iso (tend_demo_today ());

  if (!tend_cli_parse (cli, NULL, 0, error))
    return FALSE;

  vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  if (vault == NULL || !tend_demo_load (vault, TEND_DEMO_SAMPLE, error))
    return FALSE;

  if (cli->json)
    {
      g_autoptr(TendWriter) writer = tend_writer_new ();

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "on", today);
      tend_writer_end (writer);
      tend_cli_print_json (writer);
      return TRUE;
    }

  tend_cli_print (_("The sample year is in the vault.  Its clock stands at --on %s.\n"), today);
  return TRUE;
}
