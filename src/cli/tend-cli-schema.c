/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-interchange-schema.h"

gboolean
tend_cli_schema (TendCli  *cli,
                 GError  **error)
{
  g_autoptr(GBytes) schema = NULL;

  if (!tend_cli_parse (cli, NULL, 0, error))
    return FALSE;

  schema = tend_interchange_schema ();
  tend_cli_print_bytes (schema);
  return TRUE;
}
