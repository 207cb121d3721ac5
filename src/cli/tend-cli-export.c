/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-clients.h"
#include "tend-export.h"

#include <glib/gi18n-lib.h>

/* An export is the user's act, and what it holds is said before it is written. */
static void
announce (TendRecord *client,
          const char *path,
          gboolean    history)
{
  g_autofree char *file = g_filename_display_name (path);
  g_autofree char *name = client != NULL ? tend_client_name (client) : NULL;

  if (name != NULL)
    tend_cli_print (_("Writing everything about %s to “%s”.\n"), name, file);
  else
    tend_cli_print (_("Writing everything, about everybody, to “%s”.\n"), file);
  if (history)
    tend_cli_print (_("It has the history of every change, too.\n"));
  tend_cli_print (_("This copy is not locked: whoever has the file can read it.\n"));
}

gboolean
tend_cli_export (TendCli  *cli,
                 GError  **error)
{
  g_autofree char *reference = NULL;
  gboolean history = FALSE;
  const GOptionEntry options[] = {
    { "client", 0, 0, G_OPTION_ARG_FILENAME, &reference, N_("Only what is about this client"),
      "ID" },
    { "history", 0, 0, G_OPTION_ARG_NONE, &history, N_("With every change that was ever made"),
      NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendRecord) client = NULL;

  if (!tend_cli_parse (cli, options, 1, error))
    return FALSE;

  vault = tend_cli_open_about (cli, reference, &client, error);
  if (vault == NULL)
    return FALSE;

  if (!cli->json)
    announce (client, cli->words[1], history);

  if (!tend_export_file (vault, cli->words[1], client != NULL ? tend_record_get_id (client) : NULL,
                         history, error))
    return FALSE;

  if (cli->json)
    {
      g_autoptr(TendWriter) writer = tend_writer_new ();
      g_autofree char *file = g_filename_display_name (cli->words[1]);

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "file", file);
      tend_writer_end (writer);
      tend_cli_print_json (writer);
    }

  return TRUE;
}
