/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

gboolean
tend_cli_usage (GError     **error,
                const char  *format,
                ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
check_common (TendCli  *cli,
              GError  **error)
{
  if (cli->recovery_key_file != NULL && cli->passphrase_file != NULL)
    return tend_cli_usage (error, _("Give a recovery key or a passphrase, not both."));
  if (cli->on_text != NULL && !tend_cli_parse_date (cli->on_text, "--on", &cli->on, error))
    return FALSE;

  return TRUE;
}

static gboolean
check_words (TendCli  *cli,
             guint     n_words,
             GError  **error)
{
  guint n = g_strv_length (cli->words) - 1; /* the first is the program's name */
  g_autofree char *shown = NULL;

  if (n == n_words)
    return TRUE;

  if (n < n_words)
    return tend_cli_usage (error, _("Something is missing: the command is “tend-cli %s %s”."),
                           cli->command->name, cli->command->arguments);

  shown = tend_error_quote (cli->words[n_words + 1]);
  return tend_cli_usage (error, _("“%s” is more than “%s” takes."), shown, cli->command->name);
}

/* GLib's own words for a wrong option, as one sentence. */
static gboolean
parse_words (GOptionContext  *context,
             char          ***words,
             GError         **error)
{
  g_autoptr(GError) failure = NULL;
  const char *stop;

  if (g_option_context_parse_strv (context, words, &failure))
    return TRUE;

  stop = g_str_has_suffix (failure->message, ".") ? "" : ".";
  return tend_cli_usage (error, "%s%s", failure->message, stop);
}

gboolean
tend_cli_parse (TendCli             *cli,
                const GOptionEntry  *options,
                guint                n_words,
                GError             **error)
{
  const GOptionEntry common[] = {
    { "vault", 0, 0, G_OPTION_ARG_FILENAME, &cli->dir, N_("Where the records are"), "DIR" },
    { "recovery-key-file", 0, 0, G_OPTION_ARG_FILENAME, &cli->recovery_key_file,
      N_("Open with the recovery key in this file"), "FILE" },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &cli->passphrase_file,
      N_("Open with the passphrase in this file"), "FILE" },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &cli->on_text, N_("Take this day for today"), "DATE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Answer with one JSON object"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *shown = g_strconcat (cli->command->name, " ", cli->command->arguments, NULL);
  g_autoptr(GOptionContext) context = g_option_context_new (shown);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, cli->command->summary);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);

  return parse_words (context, &cli->words, error) && check_common (cli, error) &&
         check_words (cli, n_words, error);
}

gboolean
tend_cli_need (const char  *value,
               const char  *option,
               GError     **error)
{
  return value != NULL || tend_cli_usage (error, _("%s is needed."), option);
}

gboolean
tend_cli_parse_date (const char  *value,
                     const char  *option,
                     TendDate    *date,
                     GError     **error)
{
  g_autofree char *shown = tend_error_quote (value);

  *date = tend_date_parse_iso (value);

  return *date != TEND_DATE_NONE ||
         tend_cli_usage (error, _("%s takes a date such as 2026-06-02, not “%s”."), option, shown);
}

gboolean
tend_cli_parse_period (const char  *from_text,
                       const char  *to_text,
                       TendDate    *from,
                       TendDate    *to,
                       GError     **error)
{
  if (!tend_cli_need (from_text, "--from", error) || !tend_cli_need (to_text, "--to", error) ||
      !tend_cli_parse_date (from_text, "--from", from, error) ||
      !tend_cli_parse_date (to_text, "--to", to, error))
    return FALSE;

  return *from <= *to || tend_cli_usage (error, _("--to is before --from."));
}

gboolean
tend_cli_parse_tax_year (TendCli     *cli,
                         const char  *text,
                         TendDate    *start,
                         GError     **error)
{
  g_autofree char *shown = text != NULL ? tend_error_quote (text) : NULL;

  *start = text != NULL ? tend_tax_year_parse (text) : tend_tax_year_start (tend_cli_today (cli));

  return *start != TEND_DATE_NONE ||
         tend_cli_usage (error, _("--tax-year takes a tax year such as 2026-27, not “%s”."), shown);
}

TendDate
tend_cli_today (TendCli *cli)
{
  return tend_date_today (cli->on);
}

gboolean
tend_cli_check_apart (const char  *file,
                      const char  *pdf,
                      GError     **error)
{
  g_autofree char *first = g_canonicalize_filename (file, NULL);
  g_autofree char *second = pdf != NULL ? g_canonicalize_filename (pdf, NULL) : NULL;
  g_autofree char *shown = tend_error_quote (file);
  GStatBuf one, other;

  if (second == NULL ||
      (strcmp (first, second) != 0 &&
       (g_stat (first, &one) != 0 || g_stat (second, &other) != 0 ||
        one.st_dev != other.st_dev || one.st_ino != other.st_ino || !S_ISREG (one.st_mode))))
    return TRUE;

  return tend_cli_usage (error, _("Both copies would be written to “%s”: give the one to read a"
                                  " name of its own."), shown);
}
