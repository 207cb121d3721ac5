/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-invoices.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *key;
  const char *label;
} ages[] = {
  { "current", N_("Not due yet") }, { "d1_30", N_("1 to 30 days late") },
  { "d31_60", N_("31 to 60 days late") }, { "d61_90", N_("61 to 90 days late") },
  { "over_90", N_("More than 90 days late") },
};

static void
print_json (const TendOwed *owed,
            TendDate        today)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_writer_date (writer, "on", today);

  tend_writer_array (writer, "rows");
  for (guint i = 0; i < owed->rows->len; i++)
    {
      const TendInvoiceRow *row = owed->rows->pdata[i];

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "client", row->client);
      tend_writer_text (writer, "number", row->number);
      tend_writer_date (writer, "issued_on", row->issued_on);
      tend_writer_date (writer, "due_on", row->due_on);
      tend_writer_int (writer, "owed_pence", row->owed_pence);
      tend_writer_int (writer, "days_overdue", row->days_overdue);
      tend_writer_end (writer);
    }
  tend_writer_end (writer);
  tend_writer_int (writer, "total_pence", owed->total_pence);

  tend_writer_map (writer, "ages");
  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    tend_writer_int (writer, ages[i].key, owed->ages[i]);
  tend_writer_end (writer);
  tend_writer_int (writer, "credit_pence", owed->credit_pence);

  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static void
print_rows (const TendOwed *owed)
{
  const char *heads[] =
    { _("Number"), _("Client"), _("Issued"), _("Due"), _(">Days late"), _(">Owed"), NULL };
  TendCliTable *table = tend_cli_table_new (heads);
  g_autofree char *total = tend_money_format (owed->total_pence);

  for (guint i = 0; i < owed->rows->len; i++)
    {
      const TendInvoiceRow *row = owed->rows->pdata[i];
      g_autofree char *issued_on = tend_date_format (row->issued_on, TEND_DATE_SHORT);
      g_autofree char *due_on = tend_date_format (row->due_on, TEND_DATE_SHORT);
      g_autofree char *days = row->days_overdue > 0
                              ? g_strdup_printf ("%d", (int) row->days_overdue) : NULL;
      g_autofree char *amount = tend_money_format (row->owed_pence);

      tend_cli_table_add (table, row->number, row->client_name, issued_on, due_on, days, amount);
    }

  if (owed->rows->len > 0)
    {
      tend_cli_table_rule (table);
      tend_cli_table_add (table, _("Total"), NULL, NULL, NULL, NULL, total);
    }
  tend_cli_table_print (table, _("Nothing is owed."));
}

static void
print_ages (const TendOwed *owed)
{
  const char *heads[] = { _("How late"), _(">Owed"), NULL };
  TendCliTable *table;
  g_autofree char *credit = tend_money_format (owed->credit_pence);

  if (owed->rows->len > 0)
    {
      tend_cli_print ("\n");
      table = tend_cli_table_new (heads);
      for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
        {
          g_autofree char *amount = tend_money_format (owed->ages[i]);

          tend_cli_table_add (table, _(ages[i].label), amount);
        }
      tend_cli_table_print (table, "");
    }

  if (owed->credit_pence != 0)
    tend_cli_print (_("Received, and not yet used for an invoice: %s\n"), credit);
}

gboolean
tend_cli_owed (TendCli  *cli,
               GError  **error)
{
  g_autofree char *reference = NULL;
  const GOptionEntry options[] = {
    { "client", 0, 0, G_OPTION_ARG_FILENAME, &reference, N_("Only what this client owes"), "ID" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(TendOwed) owed = NULL;

  if (!tend_cli_parse (cli, options, 0, error))
    return FALSE;

  vault = tend_cli_open_about (cli, reference, &client, error);
  if (vault == NULL)
    return FALSE;

  owed = tend_invoices_owed (vault, client != NULL ? tend_record_get_id (client) : NULL,
                             tend_cli_today (cli), error);
  if (owed == NULL)
    return FALSE;

  if (cli->json)
    {
      print_json (owed, tend_cli_today (cli));
    }
  else
    {
      print_rows (owed);
      print_ages (owed);
    }

  return TRUE;
}
