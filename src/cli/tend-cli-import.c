/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-demo.h"
#include "tend-import.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

static void
show_progress (double   fraction,
               gpointer shown)
{
  int percent = (int) (fraction * 100);

  if (percent == *(int *) shown)
    return;

  *(int *) shown = percent;
  fprintf (stderr, "\r%3d %%", percent);
}

static void
print_faults_json (const TendImportReport *report)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_writer_array (writer, "faults");
  for (guint i = 0; i < report->faults->len; i++)
    {
      const TendImportFault *fault = report->faults->pdata[i];

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "path", fault->path);
      tend_writer_text (writer, "message", fault->message);
      tend_writer_end (writer);
    }
  tend_writer_end (writer);
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

/* All but the first, which is the error's own message. */
static void
warn_faults (const TendImportReport *report)
{
  for (guint i = 1; i < report->faults->len; i++)
    {
      const TendImportFault *fault = report->faults->pdata[i];
      g_autofree char *line = g_strdup_printf ("%s: %s", fault->path, fault->message);

      tend_cli_warn (line);
    }
}

static void
answer (TendCli                *cli,
        const TendImportReport *report,
        gboolean                dry_run)
{
  if (cli->json)
    {
      g_autoptr(TendWriter) writer = tend_writer_new ();

      tend_writer_map (writer, NULL);
      tend_writer_bool (writer, "dry_run", dry_run);
      tend_writer_int (writer, "added", report->n_added);
      tend_writer_int (writer, "present", report->n_present);
      tend_writer_end (writer);
      tend_cli_print_json (writer);
      return;
    }

  tend_cli_print (dry_run ? ngettext ("%u record would be added.\n", "%u records would be added.\n",
                                      report->n_added)
                          : ngettext ("%u record was added.\n", "%u records were added.\n",
                                      report->n_added),
                  report->n_added);
  if (report->n_present > 0)
    tend_cli_print (ngettext ("%u was there already.\n", "%u were there already.\n",
                              report->n_present),
                    report->n_present);
}

/* The day after which nothing can have been: --on, else today.  Without --on no earlier than
 * the sample's day: a clock before it has stopped, and its owner's records are sound.
 */
static TendDate
latest_day (TendCli *cli)
{
  return cli->on != TEND_DATE_NONE ? cli->on : MAX (tend_cli_today (cli), tend_demo_today ());
}

gboolean
tend_cli_import (TendCli  *cli,
                 GError  **error)
{
  int shown = -1;
  TendImportOptions import = { .progress_data = &shown };
  const GOptionEntry options[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &import.dry_run, N_("Check the file, and change nothing"),
      NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendImportReport) report = NULL;
  g_autoptr(GError) failure = NULL;

  if (!tend_cli_parse (cli, options, 1, error))
    return FALSE;

  vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  if (vault == NULL)
    return FALSE;

  import.today = latest_day (cli);
  import.progress = isatty (STDERR_FILENO) ? show_progress : NULL;
  tend_import_file (vault, cli->words[1], &import, &report, &failure);
  if (shown >= 0)
    fprintf (stderr, "\r     \r");

  if (failure == NULL)
    {
      answer (cli, report, import.dry_run);
      return TRUE;
    }

  cli->answered = cli->json && report->faults->len > 0;
  if (cli->answered)
    print_faults_json (report);

  /* The first is told first, though by the one who reports errors. */
  if (!cli->json && report->faults->len > 1)
    {
      tend_cli_warn (failure->message);
      warn_faults (report);
      g_clear_pointer (&failure->message, g_free);
      failure->message = g_strdup_printf (ngettext ("Nothing was imported: the file has %u fault.",
                                                    "Nothing was imported: the file has %u faults.",
                                                    report->faults->len), report->faults->len);
    }

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
