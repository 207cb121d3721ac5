/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-check.h"

#include <glib/gi18n-lib.h>

static void
print_json (GPtrArray *findings,
            TendDate   on)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_writer_date (writer, "on", on);
  tend_writer_array (writer, "findings");

  for (guint i = 0; i < findings->len; i++)
    {
      const TendFinding *finding = findings->pdata[i];
      g_autofree char *subject = tend_finding_subject (finding);

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "rule", finding->rule);
      tend_writer_text (writer, "scheme", finding->scheme);
      tend_writer_text (writer, "severity", tend_severity_name (finding->severity));
      tend_writer_text (writer, "subject", subject);
      tend_writer_text (writer, "message", finding->message);
      if (finding->override != NULL)
        tend_writer_text (writer, "override", finding->override);
      tend_writer_end (writer);
    }

  tend_writer_end (writer);
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

/* "Not met" once above those that are. */
static void
print_text (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const TendFinding *finding = findings->pdata[i];
      const TendFinding *before = i > 0 ? findings->pdata[i - 1] : NULL;

      if (before == NULL || before->severity != finding->severity)
        tend_cli_print ("%s%s\n", before != NULL ? "\n" : "",
                        tend_severity_title (finding->severity));

      tend_cli_print ("  %s  %s\n", finding->rule, finding->message);
      if (finding->override != NULL)
        tend_cli_print (_("        You went on because: %s\n"), finding->override);
    }

  if (findings->len == 0)
    tend_cli_print ("%s\n", _("Nothing is missing by what is recorded here."));
}

gboolean
tend_cli_check (TendCli  *cli,
                GError  **error)
{
  g_autofree char *scheme = NULL;
  const GOptionEntry options[] = {
    { "scheme", 0, 0, G_OPTION_ARG_FILENAME, &scheme,
      N_("One council’s scheme, also one you are not in"), "ID" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(GPtrArray) findings = NULL;
  TendDate on;

  if (!tend_cli_parse (cli, options, 0, error))
    return FALSE;

  vault = tend_cli_open (cli, TEND_VAULT_READ_ONLY, error);
  on = tend_cli_today (cli);
  findings = vault != NULL ? tend_check (vault, scheme, on, error) : NULL;
  if (findings == NULL)
    return FALSE;

  if (cli->json)
    print_json (findings, on);
  else
    print_text (findings);
  return TRUE;
}
