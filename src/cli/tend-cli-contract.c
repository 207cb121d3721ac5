/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-compose.h"

#include <glib/gi18n-lib.h>

gboolean
tend_cli_contract (TendCli  *cli,
                   GError  **error)
{
  g_autofree char *reference = NULL;
  g_autofree char *pdf = NULL;
  const GOptionEntry options[] = {
    { "client", 0, 0, G_OPTION_ARG_FILENAME, &reference, N_("With whom"), "ID" },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &pdf, N_("Write it to this file"), "FILE" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(TendContractValues) values = NULL;
  g_autoptr(TendDocument) document = NULL;

  if (!tend_cli_parse (cli, options, 0, error) || !tend_cli_need (reference, "--client", error) ||
      !tend_cli_need (pdf, "--pdf", error))
    return FALSE;

  vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  client = vault != NULL ? tend_cli_client (vault, reference, error) : NULL;
  if (client == NULL)
    return FALSE;

  values =
    tend_compose_contract_load (vault, tend_record_get_id (client), tend_cli_today (cli), error);
  document = values != NULL ? tend_compose_contract_document (values, error) : NULL;

  return document != NULL && tend_document_write_pdf (document, pdf, error);
}
