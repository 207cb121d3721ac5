/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-compose.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>

static gint64
balance_of (GPtrArray *lines)
{
  return lines->len > 0 ? ((TendStatementLine *) lines->pdata[lines->len - 1])->balance_pence : 0;
}

static void
print_json (GPtrArray  *lines,
            TendRecord *client)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_writer_text (writer, "client", tend_record_get_id (client));

  tend_writer_array (writer, "lines");
  for (guint i = 0; i < lines->len; i++)
    {
      const TendStatementLine *line = lines->pdata[i];

      tend_writer_map (writer, NULL);
      tend_writer_date (writer, "date", line->date);
      tend_writer_text (writer, "kind", line->kind);
      tend_writer_text (writer, "number", line->number);
      tend_writer_int (writer, "amount_pence", line->amount_pence);
      tend_writer_int (writer, "balance_pence", line->balance_pence);
      tend_writer_end (writer);
    }
  tend_writer_end (writer);

  tend_writer_int (writer, "balance_pence", balance_of (lines));
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static const char *
kind_label (const char *kind)
{
  if (g_str_equal (kind, "payment"))
    return _("Payment");

  return g_str_equal (kind, "credit_note") ? _("Credit note") : _("Invoice");
}

static void
print_table (GPtrArray *lines)
{
  const char *heads[] = { _("Date"), _("What"), _("Number"), _(">Amount"), _(">Balance"), NULL };
  TendCliTable *table = tend_cli_table_new (heads);
  g_autofree char *balance = tend_money_format (balance_of (lines));

  for (guint i = 0; i < lines->len; i++)
    {
      const TendStatementLine *line = lines->pdata[i];
      g_autofree char *date = tend_date_format (line->date, TEND_DATE_SHORT);
      g_autofree char *amount = tend_money_format (line->amount_pence);
      g_autofree char *after = tend_money_format (line->balance_pence);

      tend_cli_table_add (table, date, kind_label (line->kind), line->number, amount, after);
    }

  tend_cli_table_print (table, _("Nothing has been invoiced or paid."));
  if (lines->len > 0)
    tend_cli_print (_("Balance: %s\n"), balance);
}

static gboolean
write_pdf (TendVault   *vault,
           TendRecord  *client,
           TendDate     today,
           const char  *path,
           GError     **error)
{
  g_autoptr(TendStatementValues) values =
    tend_compose_statement_load (vault, tend_record_get_id (client), today, error);
  g_autoptr(TendDocument) document = NULL;

  if (values != NULL)
    document = tend_compose_statement_document (values);

  return document != NULL && tend_document_write_pdf (document, path, error);
}

gboolean
tend_cli_statement (TendCli  *cli,
                    GError  **error)
{
  g_autofree char *reference = NULL;
  g_autofree char *pdf = NULL;
  const GOptionEntry options[] = {
    { "client", 0, 0, G_OPTION_ARG_FILENAME, &reference, N_("Whose account"), "ID" },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &pdf, N_("Write it as PDF"), "FILE" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  TendDate today;

  if (!tend_cli_parse (cli, options, 0, error) || !tend_cli_need (reference, "--client", error))
    return FALSE;

  vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  client = vault != NULL ? tend_cli_client (vault, reference, error) : NULL;
  if (client == NULL)
    return FALSE;

  today = tend_cli_today (cli);
  if (pdf != NULL && !write_pdf (vault, client, today, pdf, error))
    return FALSE;
  if (pdf != NULL && !cli->json)
    return TRUE;

  lines = tend_invoices_statement (vault, tend_record_get_id (client), today, error);
  if (lines == NULL)
    return FALSE;

  if (cli->json)
    print_json (lines, client);
  else
    print_table (lines);

  return TRUE;
}
