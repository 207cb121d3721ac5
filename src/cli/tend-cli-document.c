/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-compose-care.h"
#include "tend-compose-policy.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

/* The carer's own papers, beside those about somebody. */
static void
add_policies (GString *names)
{
  const TendField *kinds = tend_kind_field (&tend_policy_kind, "kind");

  for (const TendChoice *choice = kinds->choices; choice->value != NULL; choice++)
    {
      g_autofree char *name = tend_policy_template (choice->value);

      if (tend_policy_kind_parse (name) != NULL)
        g_string_append_printf (names, ", %s", name);
    }
}

static gboolean
parse_paper (const char     *word,
             TendCarePaper  *paper,
             GError        **error)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *shown = NULL;

  if (tend_care_paper_parse (word, paper))
    return TRUE;

  for (guint i = 0; i < TEND_CARE_N_PAPERS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", tend_care_paper_name (i));
  add_policies (names);
  shown = tend_error_quote (word);
  return tend_cli_usage (error, _("There is no document “%s”. These can be printed: %s."), shown,
                         names->str);
}

/* Only an incident may be about nobody, and then it is named itself. */
static gboolean
check_client (const TendCareRequest  *request,
              const char             *reference,
              GError                **error)
{
  if (request->paper == TEND_CARE_INCIDENT && request->record != NULL)
    return TRUE;

  return tend_cli_need (reference, "--client", error);
}

static gboolean
write_document (TendCli          *cli,
                TendCareRequest  *request,
                const char       *reference,
                const char       *pdf,
                GError          **error)
{
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(TendVault) vault = tend_cli_open_about (cli, reference, &client, error);
  g_autoptr(TendCareValues) values = NULL;
  g_autoptr(TendDocument) document = NULL;

  if (vault == NULL)
    return FALSE;

  request->client = client != NULL ? tend_record_get_id (client) : NULL;
  values = tend_compose_care_load (vault, request, error);
  document = values != NULL ? tend_compose_care_document (values, error) : NULL;

  return document != NULL && tend_document_write_pdf (document, pdf, error);
}

static gboolean
write_policy (TendCli     *cli,
              const char  *kind,
              const char  *record,
              const char  *pdf,
              GError     **error)
{
  g_autoptr(TendVault) vault = NULL;
  g_autoptr(TendRecord) policy = NULL;
  g_autoptr(TendPolicyValues) values = NULL;
  g_autoptr(TendDocument) document = NULL;

  if (!tend_cli_need (pdf, "--pdf", error))
    return FALSE;

  vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  if (vault != NULL && record != NULL)
    {
      policy = tend_record_load (vault, &tend_policy_kind, record, error);
      if (policy != NULL)
        values = tend_compose_policy_values (vault, policy, NULL, tend_cli_today (cli), error);
    }
  else if (vault != NULL)
    values = tend_compose_policy_load (vault, kind, tend_cli_today (cli), error);

  document = values != NULL ? tend_compose_policy_document (values, error) : NULL;
  return document != NULL && tend_document_write_pdf (document, pdf, error);
}

gboolean
tend_cli_document (TendCli  *cli,
                   GError  **error)
{
  g_autofree char *reference = NULL;
  g_autofree char *record = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *pdf = NULL;
  TendCareRequest request = { 0 };
  gboolean large = FALSE;
  const GOptionEntry options[] = {
    { "client", 0, 0, G_OPTION_ARG_FILENAME, &reference, N_("About whom"), "ID" },
    { "record", 0, 0, G_OPTION_ARG_FILENAME, &record,
      N_("Which plan, About me, incident or policy: not the newest"), "ID" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_("First day of a visit log"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_("Last day of a visit log"), "DATE" },
    { "large", 0, 0, G_OPTION_ARG_NONE, &large, N_("In large print"), NULL },
    { "redacted", 0, 0, G_OPTION_ARG_NONE, &request.redacted,
      N_("Initials instead of names, and no addresses or numbers"), NULL },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &pdf, N_("Write it to this file"), "FILE" },
    G_OPTION_ENTRY_NULL
  };

  if (!tend_cli_parse (cli, options, 1, error))
    return FALSE;
  if (tend_policy_kind_parse (cli->words[1]) != NULL)
    return write_policy (cli, tend_policy_kind_parse (cli->words[1]), record, pdf, error);
  if (!parse_paper (cli->words[1], &request.paper, error))
    return FALSE;

  request.record = record;
  request.print = large ? TEND_PRINT_LARGE : TEND_PRINT_AS_ASKED;
  request.on = tend_cli_today (cli);
  request.now = tend_time_now (cli->on);
  if (!check_client (&request, reference, error) || !tend_cli_need (pdf, "--pdf", error))
    return FALSE;
  if (request.paper == TEND_CARE_VISIT_LOG &&
      !tend_cli_parse_period (from, to, &request.from, &request.to, error))
    return FALSE;

  return write_document (cli, &request, reference, pdf, error);
}
