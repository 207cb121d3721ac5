/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-invoices.h"
#include "tend-verify.h"

#include <glib/gi18n-lib.h>

static void
print_json (GPtrArray *faults)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_writer_bool (writer, "ok", faults->len == 0);
  tend_writer_array (writer, "faults");
  for (guint i = 0; i < faults->len; i++)
    {
      const TendFault *fault = faults->pdata[i];

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "kind", fault->kind);
      tend_writer_text (writer, "place", fault->place);
      tend_writer_text (writer, "message", fault->message);
      tend_writer_end (writer);
    }
  tend_writer_end (writer);
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

/* The vault's own checks, and the sums, which only the records know. */
static GPtrArray *
look (TendVault  *vault,
      GError    **error)
{
  g_autoptr(GPtrArray) faults = tend_vault_verify (vault, NULL, error);
  g_autoptr(GPtrArray) sums = NULL;

  if (faults == NULL)
    return NULL;

  /* Where pages are damaged there is no adding up. */
  sums = tend_invoices_check_sums (vault, faults->len > 0 ? NULL : error);
  if (sums == NULL && faults->len == 0)
    return NULL;

  for (guint i = 0; sums != NULL && i < sums->len; i++)
    g_ptr_array_add (faults, tend_fault_new ("sum", "invoices", sums->pdata[i]));

  return g_steal_pointer (&faults);
}

gboolean
tend_cli_verify (TendCli  *cli,
                 GError  **error)
{
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GError) failure = NULL;

  if (!tend_cli_parse (cli, NULL, 0, error))
    return FALSE;

  /* Looking on: a damaged vault may not open in any other way. */
  vault = tend_cli_open (cli, TEND_VAULT_READ_ONLY, &failure);
  faults = vault != NULL ? look (vault, &failure) : NULL;

  if (faults == NULL && !g_error_matches (failure, TEND_ERROR, TEND_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (faults == NULL)
    {
      faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_fault_free);
      g_ptr_array_add (faults, tend_fault_new ("pages", "vault", failure->message));
    }

  if (cli->json)
    print_json (faults);
  else if (faults->len == 0)
    tend_cli_print (_("Everything is in order.\n"));

  for (guint i = 0; !cli->json && i < faults->len; i++)
    {
      const TendFault *fault = faults->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s: %s", fault->place, fault->message);

      tend_cli_warn (line);
    }

  cli->status = faults->len > 0 ? 5 : 0;
  return TRUE;
}
