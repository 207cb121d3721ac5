/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-compose-return.h"
#include "tend-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char        *scheme;
  char        *quarter_text;
  char        *csv;
  char        *pdf;
  char        *text;
  char        *sent_text;
  char        *how;
  gboolean     people;
  TendQuarter  quarter;
  TendDate     sent_on;
} ReturnOptions;

static void
write_people (TendWriter *writer,
              const char *key,
              GPtrArray  *people)
{
  tend_writer_array (writer, key);
  for (guint i = 0; i < people->len; i++)
    {
      const TendReturnPerson *person = people->pdata[i];

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "client", person->client);
      tend_writer_int (writer, "visits", person->visits);
      tend_writer_int (writer, "minutes", person->minutes);
      if (person->age >= 0)
        tend_writer_int (writer, "age", person->age);
      else
        tend_writer_null (writer, "age");
      tend_writer_bool (writer, "self_funder", person->self_funder);
      tend_writer_bool (writer, "personal_care", person->personal_care);
      tend_writer_bool (writer, "home_support", person->home_support);
      tend_writer_end (writer);
    }
  tend_writer_end (writer);
}

static void
print_json (const TendReturnValues *values,
            gboolean                people,
            TendRecord             *sent)
{
  const TendReturn *figures = tend_compose_return_figures (values);
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_compose_return_write (values, writer);
  tend_writer_date (writer, "sent_on",
                    sent != NULL ? tend_record_get_int (sent, "sent_on") : TEND_DATE_NONE);
  if (people)
    {
      write_people (writer, "people_behind", figures->people);
      write_people (writer, "people_left_out", figures->left_out);
      write_people (writer, "people_under_other_schemes", figures->of_others);
    }
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static void
add_people (TendCliTable *table,
            GPtrArray    *people,
            const char   *remark)
{
  for (guint i = 0; i < people->len; i++)
    {
      const TendReturnPerson *person = people->pdata[i];
      g_autofree char *time = tend_minutes_format (person->minutes);
      g_autofree char *age = person->age >= 0 ? g_strdup_printf ("%d", person->age) : NULL;

      tend_cli_table_add (table, person->name, time, age,
                          person->self_funder ? _("yes") : "",
                          person->personal_care ? _("yes") : "",
                          person->home_support ? _("yes") : "",
                          remark);
    }
}

/* The one place that names anybody, and only when it is asked for. */
static void
print_people (const TendReturnValues *values)
{
  const TendReturn *figures = tend_compose_return_figures (values);
  const char *heads[] = { _("Client"), _(">Time"), _(">Age"), _("Pays privately"),
                          _("Personal care"), _("Home support"), "", NULL };
  TendCliTable *table = tend_cli_table_new (heads);

  add_people (table, figures->people, "");
  add_people (table, figures->left_out, _("not counted: lives elsewhere"));
  add_people (table, figures->of_others, _("not counted: under another scheme"));
  tend_cli_print ("\n");
  tend_cli_table_print (table, _("There were no visits in this quarter."));
}

static void
print_text (const TendReturnValues *values,
            const ReturnOptions    *options,
            TendRecord             *sent)
{
  g_autofree char *text = tend_compose_return_text (values);

  tend_cli_print ("%s", text);
  if (sent != NULL)
    {
      g_autofree char *day = tend_date_format (tend_record_get_int (sent, "sent_on"),
                                               TEND_DATE_LONG);

      tend_cli_print (_("Sent on %s."), day);
      tend_cli_print ("\n");
    }
  if (options->people)
    print_people (values);
}

static gboolean
write_files (const TendReturnValues  *values,
             const ReturnOptions     *options,
             GError                 **error)
{
  g_autofree char *text = tend_compose_return_text (values);
  g_autoptr(GBytes) plain = g_bytes_new (text, strlen (text));
  g_autoptr(GBytes) csv = tend_compose_return_csv (values);
  g_autoptr(TendDocument) document =
    options->pdf != NULL ? tend_compose_return_document (values) : NULL;

  return (options->csv == NULL || tend_output_write (options->csv, csv, error)) &&
         (options->text == NULL || tend_output_write (options->text, plain, error)) &&
         (options->pdf == NULL || tend_document_write_pdf (document, options->pdf, error));
}

static gboolean
keep_sent (TendVault               *vault,
           const TendReturnValues  *values,
           const ReturnOptions     *options,
           GError                 **error)
{
  g_autoptr(TendRecord) record = NULL;

  if (options->sent_on == TEND_DATE_NONE)
    return TRUE;

  record = tend_compose_return_sent (values, options->sent_on, options->how);
  return tend_record_save (vault, record, NULL, error);
}

static gboolean
run (TendCli              *cli,
     const ReturnOptions  *options,
     GError              **error)
{
  g_autoptr(TendVault) vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  g_autoptr(TendReturnValues) values = NULL;
  g_autoptr(TendRecord) sent = NULL;
  g_autoptr(GError) failure = NULL;

  if (vault != NULL)
    values = tend_compose_return_load (vault, options->scheme, options->quarter, error);
  if (values == NULL || !write_files (values, options, error) ||
      !keep_sent (vault, values, options, error))
    return FALSE;

  if (options->scheme != NULL)
    sent = tend_return_sent (vault, options->scheme, options->quarter, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (cli->json)
    print_json (values, options->people, sent);
  else if (options->csv == NULL && options->pdf == NULL && options->text == NULL)
    print_text (values, options, sent);

  return TRUE;
}

static gboolean
check_options (TendCli        *cli,
               ReturnOptions  *options,
               GError        **error)
{
  g_autofree char *shown = options->quarter_text != NULL
                           ? tend_error_quote (options->quarter_text) : NULL;

  /* What is asked for is most often the quarter that is over. */
  options->quarter = options->quarter_text != NULL
                     ? tend_quarter_parse (options->quarter_text)
                     : tend_quarter_of (tend_cli_today (cli)) - 1;
  if (options->quarter == TEND_QUARTER_NONE)
    return tend_cli_usage (error, _("--quarter takes a quarter such as 2026-Q1, which is April to "
                                    "June 2026, not “%s”."), shown);

  if (options->sent_text == NULL)
    return options->how == NULL || tend_cli_need (NULL, "--sent", error);

  if (!tend_cli_need (options->scheme, "--scheme", error) ||
      !tend_cli_parse_date (options->sent_text, "--sent", &options->sent_on, error))
    return FALSE;

  return options->sent_on <= tend_cli_today (cli) ||
         tend_cli_usage (error,
                         _("--sent takes the day on which it was sent: %s is still to come."),
                         options->sent_text);
}

gboolean
tend_cli_return (TendCli  *cli,
                 GError  **error)
{
  ReturnOptions values = { NULL };
  const GOptionEntry options[] = {
    { "scheme", 0, 0, G_OPTION_ARG_FILENAME, &values.scheme,
      N_("Whose return; the figures of everybody if left out"), "ID" },
    { "quarter", 0, 0, G_OPTION_ARG_FILENAME, &values.quarter_text,
      N_("The quarter, such as 2026-Q1 for April to June 2026; the last one if left out"),
      "QUARTER" },
    { "csv", 0, 0, G_OPTION_ARG_FILENAME, &values.csv, N_("Write the figures for a spreadsheet"),
      "FILE" },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &values.pdf, N_("Write the return as PDF"), "FILE" },
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &values.text, N_("Write lines to paste elsewhere"),
      "FILE" },
    { "people", 0, 0, G_OPTION_ARG_NONE, &values.people,
      N_("Show who is behind the figures; for your eyes only"), NULL },
    { "sent", 0, 0, G_OPTION_ARG_FILENAME, &values.sent_text,
      N_("Keep that it was sent on this day, with its figures"), "DATE" },
    { "how", 0, 0, G_OPTION_ARG_STRING, &values.how, N_("To whom it was sent, and how"), "TEXT" },
    G_OPTION_ENTRY_NULL
  };
  gboolean ok = tend_cli_parse (cli, options, 0, error) && check_options (cli, &values, error) &&
                run (cli, &values, error);

  g_free (values.scheme);
  g_free (values.quarter_text);
  g_free (values.csv);
  g_free (values.pdf);
  g_free (values.text);
  g_free (values.sent_text);
  g_free (values.how);
  return ok;
}
