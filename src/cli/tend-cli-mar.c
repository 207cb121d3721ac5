/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-compose-mar.h"
#include "tend-kinds.h"
#include "tend-mar.h"
#include "tend-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What fits on a chart in four weeks, and in a year. */
#define MOST_DAYS 366

static void
write_quantity (TendWriter *writer,
                const char *key,
                gint64      quantity)
{
  g_autofree char *text = tend_quantity_format (quantity);

  tend_writer_text (writer, key, text);
}

static void
write_entry (TendWriter *writer,
             TendRecord *entry)
{
  tend_writer_text (writer, "entry", tend_record_get_id (entry));
  tend_writer_text (writer, "outcome", tend_record_get_text (entry, "outcome"));
  if (tend_record_is_set (entry, "quantity"))
    write_quantity (writer, "quantity", tend_record_get_int (entry, "quantity"));
  if (tend_record_is_set (entry, "given_at"))
    tend_writer_instant (writer, "given_at", tend_record_get_int (entry, "given_at"));
  if (tend_record_is_set (entry, "reason"))
    tend_writer_text (writer, "reason", tend_record_get_text (entry, "reason"));
}

static void
write_slot (TendWriter        *writer,
            const TendMarSlot *slot)
{
  tend_writer_map (writer, NULL);
  if (slot->due_at != TEND_INSTANT_NONE)
    tend_writer_instant (writer, "due_at", slot->due_at);
  tend_writer_text (writer, "by", slot->by);
  tend_writer_text (writer, "state", tend_slot_state_name (slot->state));
  if (slot->dose > 0)
    write_quantity (writer, "dose", slot->dose);
  if (slot->entry != NULL)
    write_entry (writer, slot->entry);
  if (slot->struck != NULL)
    {
      tend_writer_array (writer, "struck");
      for (guint i = 0; i < slot->struck->len; i++)
        {
          tend_writer_map (writer, NULL);
          write_entry (writer, slot->struck->pdata[i]);
          tend_writer_end (writer);
        }
      tend_writer_end (writer);
    }
  tend_writer_end (writer);
}

static void
write_stock (TendWriter      *writer,
             const TendStock *stock)
{
  tend_writer_map (writer, "stock");
  if (stock->known)
    {
      write_quantity (writer, "expected", stock->expected);
      write_quantity (writer, "left", stock->left);
    }
  if (stock->has_count)
    {
      write_quantity (writer, "counted", stock->counted);
      tend_writer_date (writer, "counted_on", stock->counted_on);
      write_quantity (writer, "discrepancy", stock->discrepancy);
    }
  if (stock->days_left >= 0)
    tend_writer_int (writer, "days_left", stock->days_left);
  tend_writer_end (writer);
}

static void
write_slots (TendWriter *writer,
             const char *key,
             GPtrArray  *slots)
{
  tend_writer_array (writer, key);
  for (guint i = 0; i < slots->len; i++)
    write_slot (writer, slots->pdata[i]);
  tend_writer_end (writer);
}

static void
print_json (const TendMarChart *chart)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_writer_text (writer, "client", chart->client);
  tend_writer_date (writer, "from", chart->from);
  tend_writer_date (writer, "to", chart->to);
  tend_writer_int (writer, "version", chart->version);
  tend_writer_array (writer, "medicines");
  for (guint i = 0; i < chart->lines->len; i++)
    {
      const TendMarLine *line = chart->lines->pdata[i];

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "medication", tend_record_get_id (line->medicine->record));
      write_slots (writer, "slots", line->slots);
      write_slots (writer, "others", line->others);
      write_stock (writer, &line->stock);
      tend_writer_end (writer);
    }
  tend_writer_end (writer);

  tend_writer_map (writer, "totals");
  tend_writer_int (writer, "due", chart->n_due);
  tend_writer_int (writer, "recorded", chart->n_recorded);
  tend_writer_int (writer, "given", chart->n_given);
  tend_writer_int (writer, "gaps", chart->n_gaps);
  tend_writer_end (writer);
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static guint
count_states (const TendMarLine *line,
              gboolean           gaps)
{
  guint n = 0;

  for (guint i = 0; i < line->slots->len; i++)
    {
      const TendMarSlot *slot = line->slots->pdata[i];

      if (gaps)
        n += slot->state == TEND_SLOT_GAP;
      else
        n += slot->entry != NULL;
    }

  return n;
}

static void
print_table (const TendMarChart *chart)
{
  const char *heads[] =
    { _("Medicine"), _("When"), _(">Written"), _(">Gaps"), _(">Left"), NULL };
  TendCliTable *table = tend_cli_table_new (heads);

  for (guint i = 0; i < chart->lines->len; i++)
    {
      const TendMarLine *line = chart->lines->pdata[i];
      g_autofree char *title = tend_medicine_title (line->medicine->record);
      g_autofree char *when = tend_medicine_when (line->medicine);
      g_autofree char *written =
        g_strdup_printf ("%u", count_states (line, FALSE) + line->others->len);
      g_autofree char *gaps = g_strdup_printf ("%u", count_states (line, TRUE));
      g_autofree char *left = line->stock.known ? tend_quantity_format (line->stock.left) : NULL;

      tend_cli_table_add (table, title, when, written, gaps, left);
    }
  tend_cli_table_print (table, _("No medicines in these days."));
  tend_cli_print (_("Due %u, written %u, given %u, gaps %u.\n"), chart->n_due, chart->n_recorded,
                  chart->n_given, chart->n_gaps);
}

typedef struct
{
  char     *client;
  char     *from_text;
  int       days;
  char     *pdf;
  gboolean  blank;
} ChartOptions;

static gboolean
write_pdf (TendVault             *vault,
           const TendMarRequest  *request,
           const char            *path,
           GError               **error)
{
  g_autoptr(TendMarValues) values = tend_compose_mar_load (vault, request, error);
  g_autoptr(TendDocument) document = NULL;

  if (values == NULL)
    return FALSE;

  document = tend_compose_mar_document (values);
  return tend_document_write_pdf (document, path, error);
}

static gboolean
run_chart (TendCli             *cli,
           const ChartOptions  *options,
           GError             **error)
{
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(TendMarChart) chart = NULL;
  TendDate from;

  if (!tend_cli_need (options->client, "--client", error) ||
      !tend_cli_need (options->from_text, "--from", error) ||
      !tend_cli_parse_date (options->from_text, "--from", &from, error))
    return FALSE;
  if (options->days < 1 || options->days > MOST_DAYS)
    return tend_cli_usage (error, _("--days takes a number from 1 to %d."), MOST_DAYS);
  if (options->blank && options->pdf == NULL)
    return tend_cli_usage (error, _("--blank goes with --pdf: it is a chart to print."));

  vault = tend_cli_open_about (cli, options->client, &client, error);
  if (vault == NULL)
    return FALSE;

  if (options->pdf != NULL)
    {
      const TendMarRequest request = {
        tend_record_get_id (client), from, options->days, tend_time_now (cli->on), options->blank,
      };

      return write_pdf (vault, &request, options->pdf, error);
    }

  chart = tend_mar_chart_load (vault, tend_record_get_id (client), from, options->days,
                               tend_time_now (cli->on), error);
  if (chart == NULL)
    return FALSE;

  if (cli->json)
    print_json (chart);
  else
    print_table (chart);

  return TRUE;
}

static gboolean
chart (TendCli  *cli,
       GError  **error)
{
  ChartOptions mar = { .days = TEND_MAR_CYCLE_DAYS };
  const GOptionEntry options[] = {
    { "client", 0, 0, G_OPTION_ARG_FILENAME, &mar.client, N_("Whose chart"), "ID" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &mar.from_text, N_("The first day"), "DATE" },
    { "days", 0, 0, G_OPTION_ARG_INT, &mar.days, N_("How many days: 28 if not given"), "N" },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &mar.pdf, N_("Print the chart to this file"), "FILE" },
    { "blank", 0, 0, G_OPTION_ARG_NONE, &mar.blank,
      N_("Print it to be filled in by hand, without what was written"), NULL },
    G_OPTION_ENTRY_NULL
  };
  gboolean ok = tend_cli_parse (cli, options, 0, error) && run_chart (cli, &mar, error);

  g_free (mar.client);
  g_free (mar.from_text);
  g_free (mar.pdf);
  return ok;
}

static const char *
reason_name (TendPrnReason reason)
{
  switch (reason)
    {
    case TEND_PRN_TOO_SOON:
      return "too_soon";
    case TEND_PRN_TOO_MUCH:
      return "too_much";
    case TEND_PRN_NEVER:
      return "never";
    case TEND_PRN_NO_LIMIT_REACHED:
    default:
      return "no_limit_reached";
    }
}

static void
answer_ask (TendCli             *cli,
            const TendPrnAnswer *answer,
            TendRecord          *medication)
{
  g_autofree char *text = tend_prn_answer_text (answer, medication);
  g_autoptr(TendWriter) writer = tend_writer_new ();

  if (!cli->json)
    {
      tend_cli_print ("%s\n", text);
      return;
    }

  tend_writer_map (writer, NULL);
  tend_writer_bool (writer, "held_back", answer->reason != TEND_PRN_NO_LIMIT_REACHED);
  if (answer->earliest_at != TEND_INSTANT_NONE)
    tend_writer_instant (writer, "earliest_at", answer->earliest_at);
  tend_writer_text (writer, "limit", reason_name (answer->reason));
  tend_writer_text (writer, "reason", text);
  write_quantity (writer, "in_24h", answer->in_24h);
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static gboolean
ask (TendCli  *cli,
     GError  **error)
{
  g_autofree char *id = NULL;
  g_autofree char *at_text = NULL;
  g_autofree char *quantity_text = NULL;
  const GOptionEntry options[] = {
    { "medication", 0, 0, G_OPTION_ARG_FILENAME, &id, N_("Of which medicine"), "ID" },
    { "at", 0, 0, G_OPTION_ARG_FILENAME, &at_text, N_("When"), "TIME" },
    { "quantity", 0, 0, G_OPTION_ARG_FILENAME, &quantity_text, N_("How much"), "N" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendRecord) medication = NULL;
  TendInstant at;
  gint64 quantity;
  TendPrnAnswer answer;

  if (!tend_cli_parse (cli, options, 1, error) || !tend_cli_need (id, "--medication", error) ||
      !tend_cli_need (at_text, "--at", error) ||
      !tend_cli_need (quantity_text, "--quantity", error) ||
      !tend_time_parse_iso (at_text, &at, error) ||
      !tend_quantity_parse (quantity_text, &quantity, error))
    return FALSE;
  if (quantity == 0)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           _("A dose of nothing is no dose: --quantity takes how much."));
      return FALSE;
    }

  vault = tend_cli_open (cli, TEND_VAULT_READ_ONLY, error);
  medication = vault != NULL ? tend_record_load (vault, &tend_medication_kind, id, error) : NULL;
  if (medication == NULL || !tend_medicine_ask (vault, medication, at, quantity, &answer, error))
    return FALSE;

  answer_ask (cli, &answer, medication);
  return TRUE;
}

gboolean
tend_cli_mar (TendCli  *cli,
              GError  **error)
{
  for (guint i = 1; cli->words[i] != NULL; i++)
    if (strcmp (cli->words[i], "ask") == 0)
      return ask (cli, error);

  return chart (cli, error);
}
