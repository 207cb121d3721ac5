/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-notifier.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* How often the one that stays looks whether there is something new to tell. */
#define ROUND (60 * 60) /* seconds */

/* What the process that keeps the notices says once they are on view, and how many. */
#define SHOWN "shown "

typedef struct
{
  gboolean notify;
  gboolean hold;  /* the process that keeps the notices */
  gboolean stay;  /* for a desktop without timers: as long as the session */
} Given;

/* Answers */

static void
write_items (TendWriter *writer,
             GPtrArray  *items)
{
  tend_writer_array (writer, "items");
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const TendDueItem *item = items->pdata[i];

      tend_writer_map (writer, NULL);
      tend_writer_text (writer, "id", item->id);
      tend_writer_text (writer, "kind", item->kind);
      tend_writer_text (writer, "scheme", item->scheme);
      tend_writer_text (writer, "subject", item->subject);
      tend_writer_text (writer, "client", item->client);
      tend_writer_date (writer, "due_on", item->due_on);
      tend_writer_int (writer, "days", item->days);
      tend_writer_int (writer, "step", item->step);
      tend_writer_end (writer);
    }
  tend_writer_end (writer);
}

/* @n_notices: how many were shown, or -1 when nobody asked for any */
static void
print_json (TendDate    on,
            GPtrArray  *items,
            gboolean    locked,
            int         n_notices)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_writer_date (writer, "on", on);
  write_items (writer, items);
  if (n_notices >= 0)
    {
      tend_writer_int (writer, "notices", n_notices);
      tend_writer_bool (writer, "locked", locked);
    }
  tend_writer_end (writer);
  tend_cli_print_json (writer);
}

static void
print_items (GPtrArray *items)
{
  const char *heads[] = { _("Due"), _(">Days left"), _("What"), "", NULL };
  TendCliTable *table = tend_cli_table_new (heads);

  for (guint i = 0; i < items->len; i++)
    {
      const TendDueItem *item = items->pdata[i];
      g_autofree char *day = tend_date_format (item->due_on, TEND_DATE_SHORT);
      g_autofree char *days = g_strdup_printf ("%d", item->days);

      tend_cli_table_add (table, day, days, item->title, item->detail);
    }
  tend_cli_table_print (table, _("Nothing is due."));
}

/* The process that keeps the notices */

static char *
own_program (void)
{
  return g_file_read_link ("/proc/self/exe", NULL);
}

/* The window's program lies beside this one, or where programs are. */
static char *
window_program (void)
{
  g_autofree char *own = own_program ();
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;
  g_autofree char *beside = folder != NULL ? g_build_filename (folder, "tend", NULL) : NULL;

  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE) &&
      !g_file_test (beside, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&beside);

  return g_find_program_in_path ("tend");
}

static void
open_cb (const char *matter,
         const char *token,
         gpointer    data)
{
  TendCli *cli = data;
  g_autofree char *program = window_program ();
  const char *words[6] = { program, "--open", matter };
  g_auto(GStrv) environment = g_get_environ ();

  if (program == NULL)
    return;
  if (cli->dir != NULL)
    {
      words[3] = "--vault";
      words[4] = cli->dir;
    }
  if (token != NULL)
    {
      environment = g_environ_setenv (environment, "XDG_ACTIVATION_TOKEN", token, TRUE);
      environment = g_environ_setenv (environment, "DESKTOP_STARTUP_ID", token, TRUE);
    }

  g_spawn_async (NULL, (char **) words, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL);
}

static char *
read_all (int fd)
{
  g_autoptr(GString) text = g_string_new (NULL);
  char part[4096];
  gssize n;

  while ((n = read (fd, part, sizeof part)) > 0)
    g_string_append_len (text, part, n);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Lets go of the terminal and of whoever waits for the answer. */
static void
let_go (void)
{
  int nothing = open ("/dev/null", O_RDWR | O_CLOEXEC);

  for (int fd = STDIN_FILENO; nothing >= 0 && fd <= STDERR_FILENO; fd++)
    dup2 (nothing, fd);
  if (nothing > STDERR_FILENO)
    close (nothing);
}

static gboolean
hold (TendCli  *cli,
      GError  **error)
{
  g_autofree char *text = read_all (STDIN_FILENO);
  g_autoptr(GPtrArray) notices = tend_notices_parse (text);
  g_autoptr(TendNotifier) notifier = tend_notifier_new (open_cb, cli);
  guint n;

  if (notices == NULL)
    return tend_cli_usage (error, _("There are no notices to show."));
  n = tend_notifier_show (notifier, notices, error);
  if (n == 0)
    return FALSE;

  setsid ();
  tend_cli_print (SHOWN "%u\n", n);
  fflush (stdout);
  let_go ();
  tend_notifier_wait (notifier);
  return TRUE;
}

/* Telling */

/* The first line of @stream, "" for none. */
static char *
first_line (GInputStream *stream)
{
  g_autoptr(GDataInputStream) lines = g_data_input_stream_new (stream);
  char *line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, NULL);

  return line != NULL ? line : g_strdup ("");
}

/* Hands the notices to a process of their own, and waits until they are on view; how many were
 * shown, 0 with @error. */
static guint
show (TendCli    *cli,
      GPtrArray  *notices,
      GError    **error)
{
  g_autofree char *program = own_program ();
  g_autofree char *text = tend_notices_to_text (notices);
  g_autofree char *said = NULL;
  g_autofree char *complaint = NULL;
  g_autoptr(GSubprocess) process = NULL;
  GOutputStream *input;
  const char *words[] = { program, "due", "--hold", cli->dir != NULL ? "--vault" : NULL,
                          cli->dir, NULL };

  process = g_subprocess_newv (words, G_SUBPROCESS_FLAGS_STDIN_PIPE |
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               error);
  if (process == NULL)
    return 0;

  input = g_subprocess_get_stdin_pipe (process);
  if (!g_output_stream_write_all (input, text, strlen (text), NULL, NULL, error) ||
      !g_output_stream_close (input, NULL, error))
    return 0;

  said = first_line (g_subprocess_get_stdout_pipe (process));
  if (g_str_has_prefix (said, SHOWN))
    return atoi (said + strlen (SHOWN));

  complaint = first_line (g_subprocess_get_stderr_pipe (process));
  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                       g_str_has_prefix (complaint, "tend-cli: ")
                       ? complaint + strlen ("tend-cli: ") : complaint);
  return 0;
}

static gboolean
tell (TendCli    *cli,
      TendVault  *vault,
      guint      *n_shown,
      GError    **error)
{
  g_autofree char *dir = tend_cli_dir (cli);
  g_autoptr(TendTelling) telling = tend_telling_begin (vault, dir, tend_cli_today (cli), error);
  GPtrArray *notices;

  if (telling == NULL)
    return FALSE;

  notices = tend_telling_get_notices (telling);
  if (notices->len == 0)
    return TRUE;

  *n_shown = show (cli, notices, error);
  if (*n_shown == notices->len)
    return TRUE;

  return tend_telling_take_back (telling, *n_shown, *n_shown > 0 ? error : NULL) && *n_shown > 0;
}

/* Names are for the screen of who asks: what runs by itself may be logged. */
static gboolean
tell_and_say (TendCli    *cli,
              GError    **error)
{
  TendDate on = tend_cli_today (cli);
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendVault) vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, &failure);
  g_autoptr(GPtrArray) items = NULL;
  g_autofree char *dir = tend_cli_dir (cli);
  gboolean asked = cli->recovery_key_file != NULL || cli->passphrase_file != NULL;
  guint n = 0;

  /* Locked: what the digest beside the records knows. */
  if (vault == NULL && (asked || !tend_vault_exists (dir) ||
                        !g_error_matches (failure, TEND_ERROR, TEND_ERROR_LOCKED)))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (!tell (cli, vault, &n, error))
    return FALSE;

  if (cli->json)
    {
      items = vault != NULL ? tend_due_items (vault, on, error) : NULL;
      if (vault != NULL && items == NULL)
        return FALSE;
      print_json (on, items, vault == NULL, n);
    }
  return TRUE;
}

static gboolean
round_cb (gpointer data)
{
  TendCli *cli = data;
  g_autoptr(GError) error = NULL;

  if (!tell_and_say (cli, &error))
    tend_cli_warn (error->message);
  return G_SOURCE_CONTINUE;
}

/* Ends with the session's bus, as everything does that has asked for it. */
static gboolean
stay (TendCli  *cli,
      GError  **error)
{
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autoptr(GMainLoop) loop = NULL;

  if (bus == NULL)
    return FALSE;

  round_cb (cli);
  loop = g_main_loop_new (NULL, FALSE);
  g_timeout_add_seconds (ROUND, round_cb, cli);
  g_main_loop_run (loop);
  return TRUE;
}

static gboolean
list (TendCli  *cli,
      GError  **error)
{
  TendDate on = tend_cli_today (cli);
  g_autoptr(TendVault) vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);
  g_autoptr(GPtrArray) items = NULL;

  /* Another day than today is only looked at. */
  if (vault != NULL)
    items = on == tend_date_today (TEND_DATE_NONE) ? tend_telling_refresh (vault, on, error)
                                                   : tend_due_items (vault, on, error);
  if (items == NULL)
    return FALSE;

  if (cli->json)
    print_json (on, items, FALSE, -1);
  else
    print_items (items);
  return TRUE;
}

gboolean
tend_cli_due (TendCli  *cli,
              GError  **error)
{
  Given given = { FALSE };
  const GOptionEntry options[] = {
    { "notify", 0, 0, G_OPTION_ARG_NONE, &given.notify,
      N_("Tell the desktop what has not been told yet; names nobody"), NULL },
    { "stay", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &given.stay, NULL, NULL },
    { "hold", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &given.hold, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!tend_cli_parse (cli, options, 0, error))
    return FALSE;

  if (given.hold)
    return hold (cli, error);
  if (given.notify && given.stay)
    return stay (cli, error);

  return given.notify ? tell_and_say (cli, error) : list (cli, error);
}
