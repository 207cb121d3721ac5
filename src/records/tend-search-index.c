/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tend-search.c looks in: the words of every record that can be found. */

#include "tend-record-private.h"

#include <string.h>

/* "O’Neill" is two words to the index; whoever types "oneill" means the same. */
static void
add_without_apostrophes (GString    *text,
                         const char *value)
{
  g_auto(GStrv) words = g_strsplit_set (value, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      GString *word = g_string_new (words[i]);

      if (g_string_replace (word, "’", "", 0) + g_string_replace (word, "'", "", 0) > 0)
        g_string_append_printf (text, "%s\n", word->str);
      g_string_free (word, TRUE);
    }
}

/* The words of its SEARCHED fields, or NULL for a kind that is not searched. */
static char *
search_text (TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  GString *text = NULL;

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    if (kind->fields[i].flags & TEND_FIELD_SEARCHED)
      {
        if (text == NULL)
          text = g_string_new (NULL);
        if (tend_record_value (record, i)->text != NULL)
          {
            g_string_append_printf (text, "%s\n", tend_record_value (record, i)->text);
            add_without_apostrophes (text, tend_record_value (record, i)->text);
          }
      }

  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

/* Found things are told by the largest number first: of the kinds with few records
 * every one, then of the others the newest.  Each rank has numbers of its own.
 */
static gint64
search_rank (const TendKind *kind)
{
  static const struct { const char *kind; gint64 rank; } ranks[] = {
    { "client", 3 }, { "person", 2 }, { "service", 1 }, { "vehicle", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (strcmp (kind->name, ranks[i].kind) == 0)
      return ranks[i].rank << 40;

  return 0;
}

static gboolean
add_search_entry (TendVault   *vault,
                  TendRecord  *record,
                  GError     **error)
{
  const TendKind *kind = tend_record_get_kind (record);
  gint64 rank = search_rank (kind);
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "INSERT INTO search_entries (entry, kind, id)"
                        " SELECT coalesce(max(entry), :rank) + 1, :kind, :id FROM search_entries"
                        " WHERE entry > :rank AND entry < :next", error);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_int (statement, ":rank", rank);
  tend_statement_bind_int (statement, ":next", rank + (G_GINT64_CONSTANT (1) << 40));
  tend_statement_bind_text (statement, ":kind", kind->name);
  tend_statement_bind_text (statement, ":id", tend_record_get_id (record));

  return tend_statement_run (statement, error);
}

static gboolean
run_search_sql (TendVault    *vault,
                const char   *sql,
                TendRecord   *record,
                const char   *text,
                GError      **error)
{
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":kind", tend_record_get_kind (record)->name);
  tend_statement_bind_text (statement, ":id", tend_record_get_id (record));
  if (text != NULL)
    tend_statement_bind_text (statement, ":text", text);

  return tend_statement_run (statement, error);
}

gboolean
tend_search_index_update (TendVault   *vault,
                          TendRecord  *record,
                          gboolean     removed,
                          GError     **error)
{
  g_autofree char *text = search_text (record);

  if (text == NULL)
    return TRUE;

  if (tend_record_is_stored (record) &&
      !(run_search_sql (vault,
                        "DELETE FROM search WHERE rowid ="
                        " (SELECT entry FROM search_entries WHERE kind = :kind AND id = :id)",
                        record, NULL, error) &&
        run_search_sql (vault, "DELETE FROM search_entries WHERE kind = :kind AND id = :id",
                        record, NULL, error)))
    return FALSE;

  if (removed || *text == '\0')
    return TRUE;

  return add_search_entry (vault, record, error) &&
         run_search_sql (vault,
                         "INSERT INTO search (rowid, text) SELECT entry, :text"
                         " FROM search_entries WHERE kind = :kind AND id = :id",
                         record, text, error);
}
