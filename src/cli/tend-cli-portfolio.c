/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-clients.h"
#include "tend-portfolio.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>

typedef struct
{
  char   *scheme;
  char   *purpose;
  char   *given_to;
  char   *clients;
  char   *passphrase_file;
  char   *pdf;
  char  **only;
  char  **with;
  char  **without;
} Options;

/* Ctrl+C, or a terminal that closes, must leave no half of a file behind. */
static volatile sig_atomic_t interrupted;

static void
interrupt (int number)
{
  interrupted = 1;
}

static void
progress_cb (double   fraction,
             gpointer cancellable)
{
  if (interrupted)
    g_cancellable_cancel (cancellable);
}

static void
options_clear (Options *self)
{
  g_free (self->scheme);
  g_free (self->purpose);
  g_free (self->given_to);
  g_free (self->clients);
  g_free (self->passphrase_file);
  g_free (self->pdf);
  g_strfreev (self->only);
  g_strfreev (self->with);
  g_strfreev (self->without);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_words (const Options         *options,
             TendPortfolioRequest  *request,
             GError               **error)
{
  if (options->purpose != NULL &&
      !tend_portfolio_purpose_parse (options->purpose, &request->purpose))
    {
      g_autofree char *shown = tend_error_quote (options->purpose);

      return tend_cli_usage (error, _("“%s” is no purpose: give new_client, council, inspection "
                                      "or insurer to --purpose."), shown);
    }
  if (options->clients != NULL &&
      !tend_portfolio_clients_parse (options->clients, &request->clients))
    {
      g_autofree char *shown = tend_error_quote (options->clients);

      return tend_cli_usage (error, _("“%s” is not left_out, redacted or included: give one of "
                                      "these to --clients."), shown);
    }

  return TRUE;
}

/* (transfer full): the scheme that was asked for, else the carer's first. */
static char *
first_scheme (TendVault *vault)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, NULL);
  const char *schemes = provider != NULL ? tend_record_get_text (provider, "schemes") : NULL;

  return schemes != NULL ? g_strndup (schemes, strcspn (schemes, "\n")) : NULL;
}

/* (transfer full): ids of the clients named, ended by NULL. */
static char **
find_clients (TendVault   *vault,
              char       **references,
              GError     **error)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; references[i] != NULL; i++)
    {
      g_autoptr(TendRecord) client = tend_cli_client (vault, references[i], error);

      if (client == NULL)
        return NULL;
      g_strv_builder_add (ids, tend_record_get_id (client));
    }

  return g_strv_builder_end (ids);
}

/* What it holds is said before it is written. */
static void
announce (TendPortfolioPlan         *plan,
          const TendPortfolioTarget *target)
{
  g_autofree char *file = g_filename_display_name (target->zip);
  static const char *const extents[] = {
    NULL, N_("only said"), N_("without scans"), N_("whole")
  };
  const char *heads[] = { _("Part"), _("State"), _("How much"), NULL };
  TendCliTable *table = tend_cli_table_new (heads);

  tend_cli_print (_("Writing a portfolio to “%s”:\n"), file);
  for (guint i = 0; i < tend_portfolio_plan_get_n_items (plan); i++)
    {
      const TendPortfolioItem *item = tend_portfolio_plan_get_item (plan, i);

      if (item->extent != TEND_PORTFOLIO_OUT && (item->says != NULL || item->lacks != NULL))
        tend_cli_table_add (table, item->title, tend_portfolio_state_label (item->state),
                            _(extents[item->extent]));
    }
  tend_cli_table_print (table, _("Nothing is in it."));
  tend_cli_print ("%s\n", target->passphrase != NULL
                            ? _("It is locked with the passphrase: tell that another way.")
                            : _("This copy is not locked: whoever has the file can read it."));
  if (target->pdf != NULL && target->passphrase != NULL)
    tend_cli_print ("%s\n", _("The PDF beside it is not locked."));
}

static void
print_json (TendPortfolioPlan *plan,
            TendRecord        *record,
            const char        *path)
{
  static const char *const extents[] = { "out", "line", "pages", "whole" };
  static const char *const states[] = { "nothing", "in_order", "due", "no_copy", "expired",
                                         "missing" };
  g_autoptr(TendWriter) writer = tend_writer_new ();
  g_autofree char *file = g_filename_display_name (path);

  tend_writer_map (writer, NULL);
  tend_writer_text (writer, "file", file);
  tend_writer_text (writer, "portfolio", tend_record_get_id (record));
  tend_writer_text (writer, "scheme", tend_record_get_text (record, "scheme"));
  tend_writer_text (writer, "purpose", tend_record_get_text (record, "purpose"));
  tend_writer_text (writer, "clients", tend_record_get_text (record, "clients"));
  tend_writer_date (writer, "made_on", tend_record_get_int (record, "made_on"));
  tend_writer_text (writer, "given_to", tend_record_get_text (record, "given_to"));
  tend_writer_bool (writer, "locked", tend_record_get_int (record, "locked"));
  tend_writer_text (writer, "sha256", tend_record_get_text (record, "sha256"));
  tend_writer_array (writer, "items");
  for (guint i = 0; i < tend_portfolio_plan_get_n_items (plan); i++)
    {
      const TendPortfolioItem *item = tend_portfolio_plan_get_item (plan, i);

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "item", item->id);
      tend_writer_text (writer, "title", item->title);
      tend_writer_text (writer, "state", states[item->state]);
      tend_writer_text (writer, "extent", extents[item->extent]);
      tend_writer_int (writer, "files", item->n_files);
      tend_writer_end (writer);
    }
  tend_writer_end (writer);
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static gboolean
write_portfolio (TendCli                    *cli,
                 TendVault                  *vault,
                 const TendPortfolioRequest *request,
                 const char                 *pdf,
                 const char                 *passphrase,
                 GError                    **error)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  const TendPortfolioTarget target = {
    .zip = cli->words[1], .pdf = pdf, .passphrase = passphrase, .progress = progress_cb,
    .user_data = cancellable,
  };
  g_autoptr(TendPortfolioPlan) plan = tend_portfolio_plan (vault, request, error);
  g_autoptr(TendRecord) record = NULL;

  if (plan == NULL)
    return FALSE;

  if (!cli->json && tend_portfolio_plan_get_refusal (plan) == NULL)
    announce (plan, &target);
  signal (SIGINT, interrupt);
  signal (SIGTERM, interrupt);
  signal (SIGHUP, interrupt);
  record = tend_portfolio_write (vault, plan, &target, cancellable, error);
  if (record != NULL && cli->json)
    print_json (plan, record, target.zip);

  return record != NULL;
}

/* Whose it is, and what it is locked with. */
static gboolean
run (TendCli               *cli,
     const Options         *options,
     TendPortfolioRequest  *request,
     GError               **error)
{
  g_autoptr(TendVault) vault = tend_cli_open (cli, 0, error);
  g_autofree char *first = NULL;
  g_auto(GStrv) only = NULL;
  char *passphrase = NULL;
  gboolean done;

  if (vault == NULL)
    return FALSE;

  request->scheme = options->scheme != NULL ? options->scheme : (first = first_scheme (vault));
  if (request->scheme == NULL && request->purpose == TEND_PORTFOLIO_COUNCIL)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("You are in no council scheme yet: name one with --scheme, or say "
                             "with --purpose for whom the portfolio is."));
      return FALSE;
    }
  if (options->only != NULL && (only = find_clients (vault, options->only, error)) == NULL)
    return FALSE;
  request->only = (const char *const *) only;

  if (options->passphrase_file != NULL &&
      (passphrase = tend_cli_read_secret (options->passphrase_file, error)) == NULL)
    return FALSE;
  done = write_portfolio (cli, vault, request, options->pdf, passphrase, error);
  g_clear_pointer (&passphrase, tend_cli_forget);
  return done;
}

gboolean
tend_cli_portfolio (TendCli  *cli,
                    GError  **error)
{
  g_auto(Options) options = { 0 };
  TendPortfolioRequest request = { .purpose = TEND_PORTFOLIO_COUNCIL };
  const GOptionEntry entries[] = {
    { "scheme", 0, 0, G_OPTION_ARG_FILENAME, &options.scheme, N_("Of which council scheme"),
      "ID" },
    { "purpose", 0, 0, G_OPTION_ARG_FILENAME, &options.purpose,
      N_("Whom it is for: new_client, council, inspection or insurer"), "WHOM" },
    { "given-to", 0, 0, G_OPTION_ARG_FILENAME, &options.given_to, N_("Their name"), "NAME" },
    { "clients", 0, 0, G_OPTION_ARG_FILENAME, &options.clients,
      N_("Records of clients: left_out, redacted or included"), "HOW" },
    { "client", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.only,
      N_("Of this client alone; may be given again"), "ID" },
    { "with", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.with,
      N_("With all of this part; may be given again"), "PART" },
    { "without", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.without,
      N_("Without this part; may be given again"), "PART" },
    { "zip-passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options.passphrase_file,
      N_("Lock it with the passphrase in this file"), "FILE" },
    { "pdf", 0, 0, G_OPTION_ARG_FILENAME, &options.pdf, N_("Write the PDF beside it, to this file"),
      "FILE" },
    G_OPTION_ENTRY_NULL
  };

  if (!tend_cli_parse (cli, entries, 1, error) || !parse_words (&options, &request, error) ||
      !tend_cli_check_apart (cli->words[1], options.pdf, error))
    return FALSE;

  request.on = tend_cli_today (cli);
  request.given_to = options.given_to;
  request.with = (const char *const *) options.with;
  request.without = (const char *const *) options.without;
  return run (cli, &options, &request, error);
}
