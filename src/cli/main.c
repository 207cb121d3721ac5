/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-harden.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is before the command: whether an option takes the next word as its value. */
static gboolean
takes_value (const char *word)
{
  static const char * const options[] =
    { "--vault", "--recovery-key-file", "--passphrase-file", "--on", NULL };

  return g_strv_contains (options, word);
}

/* The place of the command in @words, or -1. */
static int
find_command (char **words)
{
  for (int i = 1; words[i] != NULL; i++)
    {
      if (words[i][0] != '-')
        return i;
      if (takes_value (words[i]) && words[i + 1] != NULL)
        i++;
    }

  return -1;
}

static const TendCommand *
lookup_command (const char *name)
{
  for (const TendCommand *command = tend_cli_commands (); command->name != NULL; command++)
    if (strcmp (command->name, name) == 0)
      return command;

  return NULL;
}

static void
print_help (void)
{
  tend_cli_print ("%s\n  tend-cli [--vault DIR] [--recovery-key-file FILE | --passphrase-file FILE]"
                  " COMMAND…\n\n%s\n", _("Usage:"), _("Commands:"));

  for (const TendCommand *command = tend_cli_commands (); command->name != NULL; command++)
    tend_cli_print ("  %-10s %s\n", command->name, _(command->summary));

  tend_cli_print ("\n%s\n", _("“tend-cli COMMAND --help” tells more of one."));
}

static int
status_of (const GError *error)
{
  if (error->domain != TEND_ERROR)
    return 1;

  switch ((TendError) error->code)
    {
    case TEND_ERROR_USAGE:
      return 2;

    case TEND_ERROR_INVALID:
      return 3;

    case TEND_ERROR_LOCKED:
      return 4;

    case TEND_ERROR_DAMAGED:
      return 5;

    case TEND_ERROR_FAILED:
    case TEND_ERROR_NOT_FOUND:
    case TEND_ERROR_STOPPED:
    case TEND_ERROR_HELD:
    case TEND_ERROR_BUSY:
    default:
      return 1;
    }
}

static gboolean
run (TendCli  *cli,
     char    **words,
     GError  **error)
{
  int place = find_command (words);
  g_autoptr(GStrvBuilder) rest = g_strv_builder_new ();

  if (place < 0)
    return tend_cli_usage (error, _("Say what to do: “tend-cli --help” lists the commands."));

  cli->command = lookup_command (words[place]);
  if (cli->command == NULL)
    {
      g_autofree char *shown = tend_error_quote (words[place]);

      return tend_cli_usage (error, _("There is no command “%s”: “tend-cli --help” lists them."),
                             shown);
    }

  /* Options may stand before the command or after it. */
  for (int i = 0; words[i] != NULL; i++)
    if (i != place)
      g_strv_builder_add (rest, words[i]);
  cli->words = g_strv_builder_end (rest);

  return cli->command->run (cli, error);
}

/* What is wrong with the input, for the program that asks with --json. */
static void
print_fault (const GError *error)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_writer_array (writer, "faults");
  tend_writer_map (writer, NULL);
  tend_writer_text (writer, "path", "$");
  tend_writer_text (writer, "message", error->message);
  tend_writer_end (writer);
  tend_writer_end (writer);
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static void
cli_clear (TendCli *cli)
{
  g_strfreev (cli->words);
  g_free (cli->dir);
  g_free (cli->recovery_key_file);
  g_free (cli->passphrase_file);
  g_free (cli->on_text);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  TendCli cli = { NULL };
  int status;

  tend_vault_harden_process ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TEND_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (find_command (argv) < 0 && (g_strv_contains ((const char * const *) argv, "--help") ||
                                  g_strv_contains ((const char * const *) argv, "-h")))
    {
      print_help ();
    }
  else if (find_command (argv) < 0 && g_strv_contains ((const char * const *) argv, "--version"))
    {
      tend_cli_print ("tend-cli %s\n", TEND_VERSION);
    }
  else if (!run (&cli, argv, &error))
    {
      cli.status = status_of (error);
      if (cli.status == 3 && cli.json && !cli.answered)
        print_fault (error);
      tend_cli_warn (error->message);
    }

  /* A full disk or a closed pipe: what was asked for has not arrived. */
  if ((fflush (stdout) != 0 || ferror (stdout)) && cli.status == EXIT_SUCCESS)
    {
      tend_cli_warn (_("The answer could not be written."));
      cli.status = EXIT_FAILURE;
    }

  status = cli.status;
  cli_clear (&cli);
  return status;
}
