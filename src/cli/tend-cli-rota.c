/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-compose.h"
#include "tend-ics.h"
#include "tend-money.h"
#include "tend-output.h"
#include "tend-week.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *week;
  char *pdf;
  char *png;
  char *ics;
} RotaOptions;

static void
write_visit (TendWriter      *writer,
             const TendVisit *visit)
{
  tend_writer_map (writer, NULL);
  tend_writer_text (writer, "id", visit->id);
  tend_writer_text (writer, "client", visit->client);
  tend_writer_text (writer, "service", visit->service);
  tend_writer_instant (writer, "planned_start", visit->planned_start);
  tend_writer_instant (writer, "planned_end", visit->planned_end);
  tend_writer_instant (writer, "actual_start", visit->actual_start);
  tend_writer_instant (writer, "actual_end", visit->actual_end);
  tend_writer_text (writer, "status", tend_visit_status_name (visit->status));
  tend_writer_int (writer, "minutes",
                   tend_time_minutes (tend_visit_start (visit), tend_visit_end (visit)));
  tend_writer_text (writer, "pattern", visit->pattern);
  tend_writer_text (writer, "billing", visit->billing);
  tend_writer_end (writer);
}

static void
write_clash (TendWriter      *writer,
             const TendWeek  *week,
             const TendClash *clash)
{
  const TendVisit *first = week->visits->pdata[clash->first];
  const TendVisit *second = week->visits->pdata[clash->second];

  tend_writer_map (writer, NULL);
  tend_writer_array (writer, "visits");
  tend_writer_text (writer, NULL, first->id);
  if (second != first)
    tend_writer_text (writer, NULL, second->id);
  tend_writer_end (writer);
  tend_writer_text (writer, "kind", tend_clash_kind_name (clash->kind));
  tend_writer_int (writer, "minutes", clash->minutes);
  tend_writer_end (writer);
}

static void
print_json (const TendWeek *week)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();
  g_autofree char *name = tend_date_format_week (week->monday);

  tend_writer_map (writer, NULL);
  tend_writer_text (writer, "week", name);

  tend_writer_array (writer, "visits");
  for (guint i = 0; i < week->visits->len; i++)
    write_visit (writer, week->visits->pdata[i]);
  tend_writer_end (writer);

  tend_writer_array (writer, "clashes");
  for (guint i = 0; i < week->clashes->len; i++)
    write_clash (writer, week, &g_array_index (week->clashes, TendClash, i));
  tend_writer_end (writer);

  tend_writer_map (writer, "totals");
  tend_writer_int (writer, "minutes", week->minutes);
  tend_writer_int (writer, "income_pence", week->income_pence);
  tend_writer_int (writer, "miles_tenths", week->miles_tenths);
  tend_writer_int (writer, "unpriced", week->unpriced);
  tend_writer_end (writer);

  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static void
print_table (const TendWeek *week)
{
  const char *heads[] = { _("Day"), _("Time"), _("Client"), _("Service"), _("Status"), NULL };
  TendCliTable *table = tend_cli_table_new (heads);
  g_autofree char *hours = tend_minutes_format (week->minutes);
  g_autofree char *income = tend_money_format (week->income_pence);
  g_autofree char *miles = tend_tenths_format (week->miles_tenths);
  const TendField *status = tend_kind_field (tend_kind_by_name ("visit"), "status");

  for (guint i = 0; i < week->visits->len; i++)
    {
      const TendVisit *visit = week->visits->pdata[i];
      g_autofree char *day =
        tend_date_format (tend_time_date (tend_visit_start (visit)), TEND_DATE_DAY);
      g_autofree char *span =
        tend_time_format_span (tend_visit_start (visit), tend_visit_end (visit));

      tend_cli_table_add (table, day, span, visit->client_name, visit->service_name,
                          tend_field_choice_label (status, tend_visit_status_name (visit->status)));
    }
  tend_cli_table_print (table, _("There are no visits in this week."));

  for (guint i = 0; i < week->clashes->len; i++)
    {
      g_autofree char *clash =
        tend_clash_describe (week, &g_array_index (week->clashes, TendClash, i));

      tend_cli_print ("%s\n", clash);
    }
  for (guint i = 0; i < week->time_off->len; i++)
    {
      TendRecord *record = week->time_off->pdata[i];
      g_autofree char *from =
        tend_date_format (tend_record_get_int (record, "starts_on"), TEND_DATE_DAY);
      g_autofree char *to =
        tend_date_format (tend_record_get_int (record, "ends_on"), TEND_DATE_DAY);

      tend_cli_print (_("Time off: %s to %s\n"), from, to);
    }

  tend_cli_print (_("%s, %s, %s miles\n"), hours, income, miles);
}

static gboolean
write_ics (TendCli         *cli,
           const TendWeek  *week,
           const char      *path,
           GError         **error)
{
  char *text = tend_ics_week (week, tend_time_now (cli->on));
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return tend_output_write (path, bytes, error);
}

static gboolean
write_pages (TendVault           *vault,
             TendDate             monday,
             const RotaOptions   *options,
             GError             **error)
{
  g_autoptr(TendRotaValues) values = tend_compose_rota_load (vault, monday, TRUE, error);
  g_autoptr(TendDocument) document = values != NULL ? tend_compose_rota_document (values) : NULL;

  return document != NULL &&
         (options->pdf == NULL || tend_document_write_pdf (document, options->pdf, error)) &&
         (options->png == NULL || tend_document_write_png (document, 0, 2, options->png, error));
}

static gboolean
run (TendCli            *cli,
     const RotaOptions  *options,
     TendDate            monday,
     GError            **error)
{
  g_autoptr(TendVault) vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  g_autoptr(TendWeek) week = vault != NULL ? tend_week_load (vault, monday, 7, error) : NULL;
  gboolean to_file = options->pdf != NULL || options->png != NULL || options->ics != NULL;

  if (week == NULL || (options->ics != NULL && !write_ics (cli, week, options->ics, error)) ||
      ((options->pdf != NULL || options->png != NULL) &&
       !write_pages (vault, monday, options, error)))
    return FALSE;

  if (cli->json)
    print_json (week);
  else if (!to_file)
    print_table (week);

  return TRUE;
}

gboolean
tend_cli_rota (TendCli  *cli,
               GError  **error)
{
  RotaOptions rota = { NULL };
  const GOptionEntry options[] = {
    { "week", 0, 0, G_OPTION_ARG_FILENAME, &rota.week,
      N_("The week, such as 2026-W48; this one if left out"), "WEEK" },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &rota.pdf, N_("Write it as PDF"), "FILE" },
    { "png", 0, 0, G_OPTION_ARG_FILENAME, &rota.png, N_("Write the chart as a picture"), "FILE" },
    { "ics", 0, 0, G_OPTION_ARG_FILENAME, &rota.ics, N_("Write it for another calendar"), "FILE" },
    G_OPTION_ENTRY_NULL
  };
  TendDate monday = TEND_DATE_NONE;
  gboolean ok = tend_cli_parse (cli, options, 0, error);

  if (ok)
    monday = rota.week != NULL
             ? tend_date_parse_week (rota.week)
             : tend_date_week_start (tend_cli_today (cli));
  if (ok && monday == TEND_DATE_NONE)
    {
      g_autofree char *shown = tend_error_quote (rota.week);

      ok = tend_cli_usage (error, _("--week takes a week such as 2026-W48, not “%s”."), shown);
    }

  ok = ok && run (cli, &rota, monday, error);
  g_free (rota.week);
  g_free (rota.pdf);
  g_free (rota.png);
  g_free (rota.ics);
  return ok;
}
