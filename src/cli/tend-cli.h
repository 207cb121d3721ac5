/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"
#include "tend-writer.h"

G_BEGIN_DECLS

/* tend-cli: one file for each command, tend-cli-<command>.c, and one line for it
 * in the table of tend-cli-commands.c.  What a command needs is below.
 */

typedef struct _TendCli TendCli;

/* Returns: whether it was done; the error's code becomes the exit status. */
typedef gboolean (*TendCliFunc) (TendCli  *cli,
                                 GError  **error);

typedef struct
{
  const char  *name;
  const char  *arguments;   /* "FILE.json", shown by --help */
  const char  *summary;     /* N_() */
  TendCliFunc  run;
} TendCommand;

struct _TendCli
{
  const TendCommand  *command;
  GStrv               words;             /* what follows the command */

  /* Options that every command takes. */
  char               *dir;               /* --vault, or NULL */
  char               *recovery_key_file;
  char               *passphrase_file;
  char               *on_text;
  gboolean            json;

  TendDate            on;                /* --on, or TEND_DATE_NONE */
  int                 status;            /* the exit status where it is not the error's */
  gboolean            answered;          /* --json has been answered although it failed */
};

/* Every command. (array ended by { NULL }) */
const TendCommand *tend_cli_commands     (void);

/* Options */

/**
 * tend_cli_parse:
 * @options: (nullable): the command's own, ended by G_OPTION_ENTRY_NULL; texts as
 *   G_OPTION_ARG_FILENAME, since the locale's encoding may be too small for a name
 * @n_words: how many words the command takes besides; they are left in cli->words
 *
 * TEND_ERROR_USAGE for what makes no sense.  --help prints and ends the program.
 */
gboolean    tend_cli_parse        (TendCli             *cli,
                                   const GOptionEntry  *options,
                                   guint                n_words,
                                   GError             **error);
gboolean    tend_cli_usage        (GError             **error,
                                   const char          *format,
                                   ...) G_GNUC_PRINTF (2, 3);
/* An option's value that must be there. */
gboolean    tend_cli_need         (const char          *value,
                                   const char          *option,
                                   GError             **error);
/* Of one file and its copy to read, which may be NULL: by whatever names, the second must not
 * be written over the first. */
gboolean    tend_cli_check_apart  (const char          *file,
                                   const char          *pdf,
                                   GError             **error);
gboolean    tend_cli_parse_date   (const char          *value,
                                   const char          *option,
                                   TendDate            *date,
                                   GError             **error);
/* --from and --to, both needed, in order. */
gboolean    tend_cli_parse_period (const char          *from_text,
                                   const char          *to_text,
                                   TendDate            *from,
                                   TendDate            *to,
                                   GError             **error);
/* @text or, where that is NULL, the tax year of today; its 6 April. */
gboolean    tend_cli_parse_tax_year (TendCli           *cli,
                                   const char          *text,
                                   TendDate            *start,
                                   GError             **error);
TendDate    tend_cli_today        (TendCli             *cli);

/* The vault */

/* (transfer full): --vault, or the usual place. */
char       *tend_cli_dir          (TendCli             *cli);
/* (transfer full): opens with what was given, else with the keyring's key; never
 * prompts.  TEND_ERROR_LOCKED says what is missing. */
TendVault  *tend_cli_open         (TendCli             *cli,
                                   TendVaultFlags       flags,
                                   GError             **error);
/* (transfer full): the text of a key or passphrase file without its line break;
 * tend_cli_forget() it. */
char       *tend_cli_read_secret  (const char          *path,
                                   GError             **error);
void        tend_cli_forget       (char                *secret);
/* By --client's id or reference, which must be there. */
TendRecord *tend_cli_client       (TendVault           *vault,
                                   const char          *reference,
                                   GError             **error);
/* Opens the vault for what may be about one client: *@client stays as it is when
 * @reference is NULL. */
TendVault  *tend_cli_open_about   (TendCli             *cli,
                                   const char          *reference,
                                   TendRecord         **client,
                                   GError             **error);

/* Answers */

/* Prints to standard output, in UTF-8 whatever the locale. */
void        tend_cli_print        (const char          *format,
                                   ...) G_GNUC_PRINTF (1, 2);
/* One sentence on standard error. */
void        tend_cli_warn         (const char          *message);
void        tend_cli_print_bytes  (GBytes              *bytes);
/* Prints what @writer holds. */
void        tend_cli_print_json   (TendWriter          *writer);

/* A table of aligned columns. */
typedef struct _TendCliTable TendCliTable;

/* @heads: ended by NULL; one that begins with ">" is set at the right */
TendCliTable *tend_cli_table_new   (const char * const *heads);
/* As many cells as there are heads; NULL is an empty one. */
void          tend_cli_table_add   (TendCliTable       *self,
                                    ...);
/* A line before the row that comes next. */
void          tend_cli_table_rule  (TendCliTable       *self);
/* Prints and frees it; @none: what to say of an empty one. */
void          tend_cli_table_print (TendCliTable       *self,
                                    const char         *none);

/* The commands */

gboolean tend_cli_backup    (TendCli *cli, GError **error);
gboolean tend_cli_contract  (TendCli *cli, GError **error);
gboolean tend_cli_demo      (TendCli *cli, GError **error);
gboolean tend_cli_document  (TendCli *cli, GError **error);
gboolean tend_cli_due       (TendCli *cli, GError **error);
gboolean tend_cli_earnings  (TendCli *cli, GError **error);
gboolean tend_cli_export    (TendCli *cli, GError **error);
gboolean tend_cli_history   (TendCli *cli, GError **error);
gboolean tend_cli_import    (TendCli *cli, GError **error);
gboolean tend_cli_invoice   (TendCli *cli, GError **error);
gboolean tend_cli_mar       (TendCli *cli, GError **error);
gboolean tend_cli_mileage   (TendCli *cli, GError **error);
gboolean tend_cli_new       (TendCli *cli, GError **error);
gboolean tend_cli_check     (TendCli *cli, GError **error);
gboolean tend_cli_owed      (TendCli *cli, GError **error);
gboolean tend_cli_portfolio (TendCli *cli, GError **error);
gboolean tend_cli_restore   (TendCli *cli, GError **error);
gboolean tend_cli_return    (TendCli *cli, GError **error);
gboolean tend_cli_rota      (TendCli *cli, GError **error);
gboolean tend_cli_schema    (TendCli *cli, GError **error);
gboolean tend_cli_statement (TendCli *cli, GError **error);
gboolean tend_cli_verify    (TendCli *cli, GError **error);

G_END_DECLS
