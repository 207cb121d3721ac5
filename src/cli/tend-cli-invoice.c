/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-compose.h"
#include "tend-hold.h"
#include "tend-invoices.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Before this there was no invoice. */
#define EARLIEST tend_date_new (1900, 1, 1)

static void
write_line (TendWriter *writer,
            TendRecord *line)
{
  tend_writer_map (writer, NULL);
  tend_writer_date (writer, "date", tend_record_get_int (line, "date"));
  tend_writer_text (writer, "description", tend_record_get_text (line, "description"));
  tend_writer_int (writer, "minutes", tend_record_get_int (line, "minutes"));
  tend_writer_int (writer, "miles_tenths", tend_record_get_int (line, "miles_tenths"));
  tend_writer_int (writer, "rate_pence", tend_record_get_int (line, "rate_pence"));
  tend_writer_int (writer, "amount_pence", tend_record_get_int (line, "amount_pence"));
  tend_writer_text (writer, "unit", tend_record_get_text (line, "unit"));
  tend_writer_text (writer, "visit", tend_record_get_text (line, "visit"));
  tend_writer_text (writer, "trip", tend_record_get_text (line, "trip"));
  tend_writer_text (writer, "charge", tend_record_get_text (line, "charge"));
  tend_writer_end (writer);
}

static void
print_json (const TendInvoice *invoice)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();
  const char *number = tend_record_get_text (invoice->record, "number");

  tend_writer_map (writer, NULL);
  if (number != NULL)
    tend_writer_text (writer, "number", number);
  tend_writer_text (writer, "client", tend_record_get_text (invoice->record, "client"));
  tend_writer_array (writer, "lines");
  for (guint i = 0; i < invoice->lines->len; i++)
    write_line (writer, invoice->lines->pdata[i]);
  tend_writer_end (writer);
  tend_writer_int (writer, "total_pence", invoice->total_pence);
  tend_writer_date (writer, "issued_on", tend_record_get_int (invoice->record, "issued_on"));
  tend_writer_date (writer, "due_on", tend_record_get_int (invoice->record, "due_on"));
  tend_writer_array (writer, "remarks");
  for (guint i = 0; i < invoice->remarks->len; i++)
    tend_writer_text (writer, NULL, invoice->remarks->pdata[i]);
  tend_writer_end (writer);
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static void
print_table (const TendInvoice *invoice)
{
  const char *heads[] = { _("Date"), _("Description"), ">", _(">Rate"), _(">Amount"), NULL };
  TendCliTable *table = tend_cli_table_new (heads);
  const char *number = tend_record_get_text (invoice->record, "number");
  g_autofree char *due =
    tend_date_format (tend_record_get_int (invoice->record, "due_on"), TEND_DATE_LONG);
  g_autofree char *total = tend_money_format (invoice->total_pence);

  if (number != NULL)
    tend_cli_print (_("Invoice %s\n"), number);

  for (guint i = 0; i < invoice->lines->len; i++)
    {
      TendRecord *line = invoice->lines->pdata[i];
      gint64 minutes = tend_record_get_int (line, "minutes");
      gint64 tenths = tend_record_get_int (line, "miles_tenths");
      g_autofree char *date = tend_date_format (tend_record_get_int (line, "date"), TEND_DATE_DAY);
      g_autofree char *amount = tend_money_format (tend_record_get_int (line, "amount_pence"));
      g_autofree char *rate = tend_record_is_set (line, "rate_pence")
                              ? tend_money_format (tend_record_get_int (line, "rate_pence")) : NULL;
      g_autofree char *miles = tenths != 0 ? tend_tenths_format (tenths) : NULL;
      g_autofree char *quantity = minutes != 0 ? tend_minutes_format (minutes)
                                  : miles != NULL ? g_strdup_printf (_("%s miles"), miles) : NULL;

      tend_cli_table_add (table, date, tend_record_get_text (line, "description"), quantity, rate,
                          amount);
    }

  if (invoice->lines->len > 0)
    {
      tend_cli_table_rule (table);
      tend_cli_table_add (table, "", _("Total"), NULL, NULL, total);
    }
  tend_cli_table_print (table, _("There is nothing to charge in these days."));
  if (invoice->lines->len > 0)
    tend_cli_print (_("Due on %s\n"), due);
  for (guint i = 0; i < invoice->remarks->len; i++)
    tend_cli_print ("%s\n", (const char *) invoice->remarks->pdata[i]);
}

static gboolean
make (TendCli   *cli,
      gboolean   issue,
      GError   **error)
{
  g_autofree char *reference = NULL;
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry options[] = {
    { "client", 0, 0, G_OPTION_ARG_FILENAME, &reference, N_("Whose visits"), "ID" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from_text, N_("The first day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to_text, N_("The last day"), "DATE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason,
      N_("Why to go on where a rule holds it back; it is kept"), "TEXT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(TendInvoice) invoice = NULL;
  TendDate from, to;

  if (!tend_cli_parse (cli, options, 1, error) || !tend_cli_need (reference, "--client", error) ||
      !tend_cli_parse_period (from_text, to_text, &from, &to, error))
    return FALSE;

  vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  client = vault != NULL ? tend_cli_client (vault, reference, error) : NULL;
  if (client == NULL)
    return FALSE;

  invoice = issue
            ? tend_hold_issue (vault, tend_record_get_id (client), from, to, reason,
                               tend_cli_today (cli), NULL, error)
            : tend_invoice_preview (vault, tend_record_get_id (client), from, to,
                                    tend_cli_today (cli), error);
  if (invoice == NULL)
    return FALSE;

  if (cli->json)
    print_json (invoice);
  else
    print_table (invoice);

  return TRUE;
}

static gboolean
preview (TendCli  *cli,
         GError  **error)
{
  return make (cli, FALSE, error);
}

static gboolean
issue (TendCli  *cli,
       GError  **error)
{
  return make (cli, TRUE, error);
}

static gboolean
write_pdf (TendCli  *cli,
           GError  **error)
{
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendInvoiceValues) values = NULL;
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *number = NULL;

  if (!tend_cli_parse (cli, NULL, 3, error))
    return FALSE;

  vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  if (vault == NULL)
    return FALSE;

  number = g_utf8_make_valid (cli->words[2], -1);
  values = tend_compose_invoice_load (vault, number, error);
  if (values == NULL)
    return FALSE;

  document = tend_compose_invoice_document (values);
  return tend_document_write_pdf (document, cli->words[3], error);
}

static void
print_list_json (GPtrArray *rows)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_writer_array (writer, "rows");
  for (guint i = 0; i < rows->len; i++)
    {
      const TendInvoiceRow *row = rows->pdata[i];

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "id", row->id);
      tend_writer_text (writer, "number", row->number);
      tend_writer_text (writer, "client", row->client);
      tend_writer_date (writer, "issued_on", row->issued_on);
      tend_writer_date (writer, "due_on", row->due_on);
      tend_writer_int (writer, "total_pence", row->total_pence);
      tend_writer_int (writer, "owed_pence", row->owed_pence);
      tend_writer_int (writer, "days_overdue", row->days_overdue);
      tend_writer_text (writer, "credits", row->credits);
      tend_writer_end (writer);
    }
  tend_writer_end (writer);
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static void
print_list (GPtrArray *rows)
{
  const char *heads[] =
    { _("Number"), _("Client"), _("Issued"), _("Due"), _(">Total"), _(">Owed"), NULL };
  TendCliTable *table = tend_cli_table_new (heads);

  for (guint i = 0; i < rows->len; i++)
    {
      const TendInvoiceRow *row = rows->pdata[i];
      g_autofree char *issued_on = tend_date_format (row->issued_on, TEND_DATE_SHORT);
      g_autofree char *due_on = tend_date_format (row->due_on, TEND_DATE_SHORT);
      g_autofree char *total = tend_money_format (row->total_pence);
      g_autofree char *owed = tend_money_format (row->owed_pence);

      tend_cli_table_add (table, row->number, row->client_name, issued_on, due_on, total, owed);
    }

  tend_cli_table_print (table, _("No invoice has been issued yet."));
}

static gboolean
list (TendCli  *cli,
      GError  **error)
{
  g_autofree char *reference = NULL;
  const GOptionEntry options[] = {
    { "client", 0, 0, G_OPTION_ARG_FILENAME, &reference, N_("Only this client’s"), "ID" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  TendDate today;

  if (!tend_cli_parse (cli, options, 1, error))
    return FALSE;

  vault = tend_cli_open_about (cli, reference, &client, error);
  if (vault == NULL)
    return FALSE;

  today = tend_cli_today (cli);
  rows = tend_invoices_list (vault, client != NULL ? tend_record_get_id (client) : NULL,
                             EARLIEST, today, today, error);
  if (rows == NULL)
    return FALSE;

  if (cli->json)
    print_list_json (rows);
  else
    print_list (rows);

  return TRUE;
}

/* The word after "invoice", wherever the options stand. */
gboolean
tend_cli_invoice (TendCli  *cli,
                  GError  **error)
{
  static const struct { const char *name; TendCliFunc run; } acts[] = {
    { "preview", preview }, { "issue", issue }, { "pdf", write_pdf }, { "list", list },
  };

  for (guint i = 1; cli->words[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (acts); j++)
      if (strcmp (cli->words[i], acts[j].name) == 0)
        return acts[j].run (cli, error);

  return tend_cli_parse (cli, NULL, 1, error) &&
         tend_cli_usage (error, _("“invoice” is followed by preview, issue, pdf or list."));
}
