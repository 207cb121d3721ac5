/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-compose.h"
#include "tend-journeys.h"
#include "tend-mileage-csv.h"
#include "tend-money.h"
#include "tend-output.h"

#include <glib/gi18n-lib.h>

static void
print_json (const TendMileageYear *year)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();
  g_autofree char *name = tend_tax_year_format (year->start);

  tend_writer_map (writer, NULL);
  tend_writer_text (writer, "tax_year", name);
  tend_writer_int (writer, "miles_tenths", year->miles_tenths);
  tend_writer_int (writer, "private_tenths", year->private_tenths);
  tend_writer_int (writer, "claim_pence", year->claim_pence);

  tend_writer_array (writer, "rates");
  for (guint i = 0; i < year->rates->len; i++)
    {
      const TendMileageRate *rate = &g_array_index (year->rates, TendMileageRate, i);

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "kind", rate->kind);
      tend_writer_date (writer, "from", rate->from);
      tend_writer_int (writer, "pence_first", rate->pence_first);
      tend_writer_int (writer, "pence_after", rate->pence_after);
      tend_writer_int (writer, "limit_tenths", rate->limit_tenths);
      tend_writer_end (writer);
    }
  tend_writer_end (writer);

  tend_writer_int (writer, "charged_pence", year->charged_pence);
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static void
print_facts (const TendMileageYear *year)
{
  const char *heads[] = { _("Tax year"), ">", NULL };
  g_autofree char *name = tend_tax_year_format (year->start);
  g_autofree char *miles = tend_tenths_format (year->miles_tenths);
  g_autofree char *others = tend_tenths_format (year->private_tenths);
  g_autofree char *claim = tend_money_format (year->claim_pence);
  g_autofree char *charged = tend_money_format (year->charged_pence);
  TendCliTable *table;

  heads[1] = g_strconcat (">", name, NULL);
  table = tend_cli_table_new (heads);
  g_free ((char *) heads[1]);

  tend_cli_table_add (table, _("Business miles"), miles);
  tend_cli_table_add (table, _("Other miles"), others);
  tend_cli_table_add (table, _("Mileage allowance"), claim);
  tend_cli_table_add (table, _("Charged to clients"), charged);
  tend_cli_table_print (table, "");
}

static gboolean
write_csv (TendVault   *vault,
           TendDate     start,
           const char  *path,
           GError     **error)
{
  g_autoptr(GBytes) bytes = tend_mileage_csv (vault, start, error);

  return bytes != NULL && tend_output_write (path, bytes, error);
}

static gboolean
write_pdf (TendVault   *vault,
           TendDate     start,
           TendDate     today,
           const char  *path,
           GError     **error)
{
  g_autoptr(TendMileageValues) values = tend_compose_mileage_load (vault, start, today, error);
  g_autoptr(TendDocument) document = values != NULL ? tend_compose_mileage_document (values) : NULL;

  return document != NULL && tend_document_write_pdf (document, path, error);
}

gboolean
tend_cli_mileage (TendCli  *cli,
                  GError  **error)
{
  g_autofree char *tax_year = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *pdf = NULL;
  const GOptionEntry options[] = {
    { "tax-year", 0, 0, G_OPTION_ARG_FILENAME, &tax_year,
      N_("The tax year, such as 2026-27; this one if left out"), "YEAR" },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &csv, N_("Write the journeys for a spreadsheet"),
      "FILE" },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &pdf, N_("Write the mileage book as PDF"), "FILE" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendMileageYear) year = NULL;
  TendDate start;

  if (!tend_cli_parse (cli, options, 0, error) ||
      !tend_cli_parse_tax_year (cli, tax_year, &start, error))
    return FALSE;

  vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  year = vault != NULL ? tend_mileage_year_load (vault, start, error) : NULL;
  if (year == NULL || (csv != NULL && !write_csv (vault, start, csv, error)) ||
      (pdf != NULL && !write_pdf (vault, start, tend_cli_today (cli), pdf, error)))
    return FALSE;

  if (cli->json)
    print_json (year);
  else if (csv == NULL && pdf == NULL)
    print_facts (year);

  return TRUE;
}
