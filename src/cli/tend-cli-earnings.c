/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-compose.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char           *from_text;
  char           *to_text;
  char           *by_text;
  char           *pdf;
  char           *png;
  TendDate        from;
  TendDate        to;
  TendEarningsBy  by;
} EarningsOptions;

static void
write_row (TendWriter            *writer,
           const char            *key,
           const TendEarningsRow *row)
{
  tend_writer_map (writer, key);
  if (key == NULL)
    {
      tend_writer_text (writer, "key", row->key);
      tend_writer_text (writer, "label", row->label);
    }
  tend_writer_int (writer, "worked_pence", row->worked_pence);
  tend_writer_int (writer, "invoiced_pence", row->invoiced_pence);
  tend_writer_int (writer, "received_pence", row->received_pence);
  tend_writer_int (writer, "minutes", row->minutes);
  tend_writer_end (writer);
}

static void
print_json (const TendEarnings *earnings)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_writer_array (writer, "rows");
  for (guint i = 0; i < earnings->rows->len; i++)
    write_row (writer, NULL, earnings->rows->pdata[i]);
  tend_writer_end (writer);
  write_row (writer, "total", &earnings->total);
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static void
add_row (TendCliTable          *table,
         const char            *label,
         const TendEarningsRow *row)
{
  g_autofree char *time = tend_minutes_format (row->minutes);
  g_autofree char *worked = tend_money_format (row->worked_pence);
  g_autofree char *invoiced = tend_money_format (row->invoiced_pence);
  g_autofree char *received = tend_money_format (row->received_pence);

  tend_cli_table_add (table, label, time, worked, invoiced, received);
}

static void
print_table (const TendEarnings *earnings)
{
  const char *heads[] = { "", _(">Time"), _(">Worked"), _(">Invoiced"), _(">Received"), NULL };
  TendCliTable *table = tend_cli_table_new (heads);

  for (guint i = 0; i < earnings->rows->len; i++)
    {
      const TendEarningsRow *row = earnings->rows->pdata[i];

      add_row (table, row->label, row);
    }

  if (earnings->rows->len > 0)
    {
      tend_cli_table_rule (table);
      add_row (table, _("Total"), &earnings->total);
    }
  tend_cli_table_print (table, _("Nothing was earned in these days."));
}

static gboolean
write_pages (TendVault              *vault,
             const EarningsOptions  *options,
             GError                **error)
{
  g_autoptr(TendEarningsValues) values =
    tend_compose_earnings_load (vault, options->from, options->to, options->by, error);
  g_autoptr(TendDocument) document = NULL;

  if (values != NULL)
    document = tend_compose_earnings_document (values);

  return document != NULL &&
         (options->pdf == NULL || tend_document_write_pdf (document, options->pdf, error)) &&
         (options->png == NULL || tend_document_write_png (document, 0, 2, options->png, error));
}

static gboolean
run (TendCli                *cli,
     const EarningsOptions  *options,
     GError                **error)
{
  g_autoptr(TendVault) vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  g_autoptr(TendEarnings) earnings = NULL;
  gboolean to_file = options->pdf != NULL || options->png != NULL;

  if (vault == NULL || (to_file && !write_pages (vault, options, error)))
    return FALSE;
  if (to_file && !cli->json)
    return TRUE;

  earnings = tend_earnings_load (vault, options->from, options->to, options->by, error);
  if (earnings == NULL)
    return FALSE;

  if (cli->json)
    print_json (earnings);
  else
    print_table (earnings);

  return TRUE;
}

static gboolean
check_options (EarningsOptions  *options,
               GError          **error)
{
  g_autofree char *shown = options->by_text != NULL ? tend_error_quote (options->by_text) : NULL;

  if (!tend_cli_parse_period (options->from_text, options->to_text, &options->from, &options->to,
                              error) ||
      !tend_cli_need (options->by_text, "--by", error))
    return FALSE;

  return tend_earnings_by_parse (options->by_text, &options->by) ||
         tend_cli_usage (error, _("--by takes week, month, client, service, kind or funding, "
                                  "not “%s”."), shown);
}

gboolean
tend_cli_earnings (TendCli  *cli,
                   GError  **error)
{
  EarningsOptions earnings = { NULL };
  const GOptionEntry options[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &earnings.from_text, N_("The first day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &earnings.to_text, N_("The last day"), "DATE" },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &earnings.by_text, N_("What each row is"),
      "week|month|client|service|kind|funding" },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &earnings.pdf, N_("Write charts and table as PDF"),
      "FILE" },
    { "png", 0, 0, G_OPTION_ARG_FILENAME, &earnings.png, N_("Write the charts as a picture"),
      "FILE" },
    G_OPTION_ENTRY_NULL
  };
  gboolean ok = tend_cli_parse (cli, options, 0, error) && check_options (&earnings, error) &&
                run (cli, &earnings, error);

  g_free (earnings.from_text);
  g_free (earnings.to_text);
  g_free (earnings.by_text);
  g_free (earnings.pdf);
  g_free (earnings.png);
  return ok;
}
