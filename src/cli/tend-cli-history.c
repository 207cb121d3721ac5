/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-cli.h"

#include "tend-export.h"

#include <glib/gi18n-lib.h>

#define PAGE 500

/* Newest first, a page at a time; @func is given each entry. */
typedef void (*EntryFunc) (const TendHistoryEntry *entry,
                           gpointer                data);

static gboolean
for_each_entry (TendVault   *vault,
                const char  *kind,
                const char  *id,
                EntryFunc    func,
                gpointer     data,
                GError     **error)
{
  gint64 before = 0;
  guint n;

  do
    {
      g_autoptr(GPtrArray) page = tend_history_list (vault, kind, id, before, PAGE, error);

      if (page == NULL)
        return FALSE;

      n = page->len;
      for (guint i = 0; i < n; i++)
        func (page->pdata[i], data);
      if (n > 0)
        before = ((TendHistoryEntry *) page->pdata[n - 1])->sequence;
    }
  while (n == PAGE);

  return TRUE;
}

static void
write_entry (const TendHistoryEntry *entry,
             gpointer                writer)
{
  tend_export_history_entry (writer, entry, entry->values);
}

static void
add_entry (const TendHistoryEntry *entry,
           gpointer                table)
{
  TendDate date;
  TendClock clock;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *at = NULL;
  g_autofree char *record = g_strdup_printf ("%s/%s", entry->kind, entry->id);

  tend_time_to_local (entry->at, &date, &clock);
  day = tend_date_format (date, TEND_DATE_SHORT);
  time = tend_clock_format (clock);
  at = g_strdup_printf ("%s %s", day, time);

  tend_cli_table_add (table, at, entry->who, entry->action, record, entry->reason);
}

static gboolean
print_history (TendCli     *cli,
               TendVault   *vault,
               const char  *kind,
               const char  *id,
               GError     **error)
{
  const char *heads[] = { _("When"), _("Who"), _("What"), _("Record"), _("Why"), NULL };
  g_autoptr(TendWriter) writer = NULL;
  TendCliTable *table;

  if (cli->json)
    {
      writer = tend_writer_new ();
      tend_writer_map (writer, NULL);
      tend_writer_array (writer, "entries");
      if (!for_each_entry (vault, kind, id, write_entry, writer, error))
        return FALSE;
      tend_writer_end (writer);
      tend_writer_end (writer);
      tend_cli_print_json (writer);
      return TRUE;
    }

  table = tend_cli_table_new (heads);
  if (!for_each_entry (vault, kind, id, add_entry, table, error))
    return FALSE;

  tend_cli_table_print (table, _("Nothing has been changed yet."));
  return TRUE;
}

gboolean
tend_cli_history (TendCli  *cli,
                  GError  **error)
{
  g_autofree char *record = NULL;
  const GOptionEntry options[] = {
    { "record", 0, 0, G_OPTION_ARG_FILENAME, &record, N_("Only this record’s, such as client/rose"),
      "KIND/ID" },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) parts = NULL;
  g_autoptr(TendVault) vault = NULL;

  if (!tend_cli_parse (cli, options, 0, error))
    return FALSE;

  if (record != NULL)
    {
      parts = g_strsplit (record, "/", 2);
      if (tend_kind_by_name (parts[0]) == NULL || parts[1] == NULL || *parts[1] == '\0')
        {
          g_autofree char *shown = tend_error_quote (record);

          return tend_cli_usage (error, _("--record takes a kind and an id such as client/rose,"
                                          " not “%s”."), shown);
        }
    }

  vault = tend_cli_open (cli, TEND_VAULT_READ_WRITE, error);

  return vault != NULL &&
         print_history (cli, vault, parts != NULL ? parts[0] : NULL,
                        parts != NULL ? parts[1] : NULL, error);
}
