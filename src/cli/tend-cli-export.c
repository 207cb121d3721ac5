/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-clients.h"
#include "tend-compose-everything.h"
#include "tend-export.h"

#include <glib/gi18n-lib.h>

/* An export is the user's act, and what it holds is said before it is written. */
static void
announce (TendRecord      *client,
          const char      *path,
          TendSelectGroup  groups,
          gboolean         history)
{
  g_autofree char *file = g_filename_display_name (path);
  g_autofree char *name = client != NULL ? tend_client_name (client) : NULL;

  if (name != NULL)
    tend_cli_print (_("Writing everything about %s to “%s”.\n"), name, file);
  else
    tend_cli_print (_("Writing everything, about everybody, to “%s”.\n"), file);
  if (name != NULL && !(groups & TEND_SELECT_SAFEGUARDING))
    tend_cli_print (_("Safeguarding entries are left out.\n"));
  if (name != NULL && !(groups & TEND_SELECT_OTHERS))
    tend_cli_print (_("What others said, and how to reach them, is left out.\n"));
  if (name != NULL)
    tend_cli_print (_("Codes and keys are left out.\n"));
  if (history)
    tend_cli_print (_("It has the history of every change, too.\n"));
  tend_cli_print (_("This copy is not locked: whoever has the file can read it.\n"));
}

/* The readable copy, of one person alone. */
static gboolean
write_pdf (TendCli          *cli,
           TendVault        *vault,
           TendRecord       *client,
           TendSelectGroup   groups,
           const char       *pdf,
           GError          **error)
{
  g_autoptr(TendDocument) document =
    tend_compose_everything (vault, tend_record_get_id (client), groups, tend_cli_today (cli),
                             NULL, error);

  return document != NULL && tend_document_write_pdf (document, pdf, error);
}

gboolean
tend_cli_export (TendCli  *cli,
                 GError  **error)
{
  g_autofree char *reference = NULL;
  gboolean history = FALSE;
  gboolean safeguarding = FALSE;
  gboolean others = FALSE;
  g_autofree char *pdf = NULL;
  const GOptionEntry options[] = {
    { "client", 0, 0, G_OPTION_ARG_FILENAME, &reference, N_("Only what is about this client"),
      "ID" },
    { "with-safeguarding", 0, 0, G_OPTION_ARG_NONE, &safeguarding,
      N_("With safeguarding entries: could giving this harm someone?"), NULL },
    { "with-others", 0, 0, G_OPTION_ARG_NONE, &others,
      N_("With what others said, and how to reach them"), NULL },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &pdf, N_("Write one to read as well, to this file"),
      "FILE" },
    { "history", 0, 0, G_OPTION_ARG_NONE, &history, N_("With every change that was ever made"),
      NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendRecord) client = NULL;
  TendSelectGroup groups = 0;

  if (!tend_cli_parse (cli, options, 1, error))
    return FALSE;

  /* A copy of all is whole, and too long to read. */
  if ((safeguarding || others || pdf != NULL) && !tend_cli_need (reference, "--client", error))
    return FALSE;
  if (!tend_cli_check_apart (cli->words[1], pdf, error))
    return FALSE;
  groups = (safeguarding ? TEND_SELECT_SAFEGUARDING : 0) | (others ? TEND_SELECT_OTHERS : 0);

  vault = tend_cli_open_about (cli, reference, &client, error);
  if (vault == NULL)
    return FALSE;

  if (!cli->json)
    announce (client, cli->words[1], groups, history);

  if (!tend_export_file (vault, cli->words[1], client != NULL ? tend_record_get_id (client) : NULL,
                         groups, history, error) ||
      (pdf != NULL && !write_pdf (cli, vault, client, groups, pdf, error)))
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
