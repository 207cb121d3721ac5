/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tend-search.c looks in: the words of every record that can be found. */

#include "tend-clients.h"
#include "tend-record-private.h"
#include "tend-search-private.h"

#include <glib/gi18n-lib.h>
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

/* A choice is found by what it is called. */
static const char *
searched_value (TendRecord      *record,
                const TendField *field)
{
  const char *text = tend_record_get_text (record, field->name);

  return field->type == TEND_FIELD_CHOICE && text != NULL ? tend_field_choice_label (field, text)
                                                          : text;
}

static gboolean
is_searched (const TendField *field)
{
  return (field->flags & TEND_FIELD_SEARCHED) &&
         !(field->flags & (TEND_FIELD_SENSITIVE | TEND_FIELD_KEY));
}

/* The words of its SEARCHED fields, or NULL for a kind that is not searched. */
static char *
search_text (TendRecord *record)
{
  GString *text = NULL;

  for (const TendField *field = tend_record_get_kind (record)->fields; field->name != NULL; field++)
    if (is_searched (field))
      {
        const char *value = searched_value (record, field);

        if (text == NULL)
          text = g_string_new (NULL);
        if (value != NULL)
          {
            g_string_append_printf (text, "%s\n", value);
            add_without_apostrophes (text, value);
          }
      }

  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

/* Found things are told by the largest number first.  Each rank has numbers of its own. */
static gboolean
add_search_entry (TendVault   *vault,
                  TendRecord  *record,
                  GError     **error)
{
  const TendKind *kind = tend_record_get_kind (record);
  gint64 rank = (gint64) tend_found_rule (kind)->rank << 40;
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

/* @id and @text: (nullable): where @sql has none */
static gboolean
run_search_sql (TendVault       *vault,
                const char      *sql,
                const TendKind  *kind,
                const char      *id,
                const char      *text,
                GError         **error)
{
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":kind", kind->name);
  if (id != NULL)
    tend_statement_bind_text (statement, ":id", id);
  if (text != NULL)
    tend_statement_bind_text (statement, ":text", text);

  return tend_statement_run (statement, error);
}

static gboolean
add_words (TendVault   *vault,
           TendRecord  *record,
           const char  *text,
           GError     **error)
{
  return *text == '\0' ||
         (add_search_entry (vault, record, error) &&
          run_search_sql (vault,
                          "INSERT INTO search (rowid, text) SELECT entry, :text"
                          " FROM search_entries WHERE kind = :kind AND id = :id",
                          tend_record_get_kind (record), tend_record_get_id (record), text,
                          error));
}

gboolean
tend_search_index_update (TendVault   *vault,
                          TendRecord  *record,
                          gboolean     removed,
                          GError     **error)
{
  const TendKind *kind = tend_record_get_kind (record);
  const char *id = tend_record_get_id (record);
  g_autofree char *text = search_text (record);

  if (text == NULL)
    return TRUE;

  if (tend_record_is_stored (record) &&
      !(run_search_sql (vault,
                        "DELETE FROM search WHERE rowid ="
                        " (SELECT entry FROM search_entries WHERE kind = :kind AND id = :id)",
                        kind, id, NULL, error) &&
        run_search_sql (vault, "DELETE FROM search_entries WHERE kind = :kind AND id = :id",
                        kind, id, NULL, error)))
    return FALSE;

  return removed || add_words (vault, record, text, error);
}

/* Looking through what was kept before. */

/* Of the index itself: another way of writing the words down is another number. */
#define SETTING "search-index"
#define VERSION "1\n"

/* Before the kind that is half done; behind its line is the id of the last record. */
#define HALF    "> "

/* Records in one transaction: about a hundredth of a second. */
#define BATCH 100

/* "visit: 0 note concern\n", a choice with what it is called in the language of the day;
 * NULL for a kind that is not searched. */
static char *
describe_kind (const TendKind *kind)
{
  GString *fields = g_string_new (NULL);
  char *line = NULL;

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if (is_searched (field))
      {
        g_string_append_printf (fields, " %s", field->name);
        for (const TendChoice *choice = field->choices;
             choice != NULL && choice->value != NULL;
             choice++)
          g_string_append_printf (fields, "/%s", _(choice->label));
      }

  if (fields->len > 0)
    line = g_strdup_printf ("%s: %d%s\n", kind->name, tend_found_rule (kind)->rank, fields->str);

  g_string_free (fields, TRUE);
  return line;
}

static char *
describe_index (void)
{
  GString *lines = g_string_new (VERSION);

  for (const TendKind * const *kind = tend_kinds (); *kind != NULL; kind++)
    {
      g_autofree char *line = describe_kind (*kind);

      if (line != NULL)
        g_string_append (lines, line);
    }

  return g_string_free (lines, FALSE);
}

/* How far an index has come. */
typedef struct
{
  GString        *done;  /* what has been looked through, as describe_index() has it */
  char           *half;  /* (nullable): the line of the kind that is half done, and the id */

  const TendKind *kind;  /* that is looked through now */
  char           *line;
  char           *after; /* the id of the last record */
  gboolean        more;
} Progress;

static Progress *
progress_load (TendVault *vault)
{
  Progress *self = g_new0 (Progress, 1);
  g_autofree char *setting = tend_setting_get (vault, SETTING);
  char *half;

  if (setting == NULL || !g_str_has_prefix (setting, VERSION))
    {
      self->done = g_string_new (VERSION);
      return self;
    }

  half = strstr (setting, "\n" HALF);
  if (half != NULL)
    {
      self->half = g_strdup (half + strlen ("\n" HALF));
      half[1] = '\0';
    }
  self->done = g_string_new (setting);

  return self;
}

static void
progress_free (Progress *self)
{
  g_string_free (self->done, TRUE);
  g_free (self->half);
  g_free (self->line);
  g_free (self->after);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Progress, progress_free)

/* Returns: whether anything of @kind is left to do */
static gboolean
progress_begin (Progress       *self,
                const TendKind *kind)
{
  g_autofree char *whole = NULL;

  g_clear_pointer (&self->line, g_free);
  g_clear_pointer (&self->after, g_free);
  self->kind = kind;
  self->line = describe_kind (kind);
  if (self->line == NULL)
    return FALSE;

  whole = g_strconcat ("\n", self->line, NULL);
  if (strstr (self->done->str, whole) != NULL)
    return FALSE;

  if (self->half != NULL && g_str_has_prefix (self->half, self->line))
    self->after = g_strdup (self->half + strlen (self->line));
  return TRUE;
}

/* Its words are found until the new ones take their place. */
static gboolean
look_through_some (TendVault  *vault,
                   gpointer    data,
                   GError    **error)
{
  Progress *self = data;
  g_autofree char *setting = NULL;
  g_autoptr(GPtrArray) records =
    tend_records_select (vault, self->kind, error, "WHERE id > :after ORDER BY id LIMIT "
                         G_STRINGIFY (BATCH),
                         ":after", self->after != NULL ? self->after : "", NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!tend_search_index_update (vault, records->pdata[i], FALSE, error))
      return FALSE;
  if (records == NULL)
    return FALSE;

  self->more = records->len == BATCH;
  if (self->more)
    {
      g_free (self->after);
      self->after = g_strdup (tend_record_get_id (records->pdata[BATCH - 1]));
      setting = g_strconcat (self->done->str, HALF, self->line, self->after, NULL);
    }
  else
    {
      g_string_append (self->done, self->line);
      setting = g_strdup (self->done->str);
    }

  return tend_setting_set (vault, SETTING, setting, error);
}

gboolean
tend_search_prepare (TendVault  *vault,
                     gint64      usec,
                     gboolean   *ready,
                     GError    **error)
{
  g_autofree char *wanted = describe_index ();
  g_autoptr(Progress) progress = progress_load (vault);
  gint64 begun = g_get_monotonic_time ();

  *ready = progress->half == NULL && g_str_equal (progress->done->str, wanted);
  if (*ready)
    return TRUE;

  for (const TendKind * const *kind = tend_kinds (); *kind != NULL; kind++)
    for (progress->more = progress_begin (progress, *kind); progress->more;)
      {
        if (!tend_vault_transact (vault, look_through_some, progress, error))
          return FALSE;
        if (usec > 0 && g_get_monotonic_time () - begun >= usec)
          return TRUE;
      }

  *ready = tend_setting_set (vault, SETTING, wanted, error);
  return *ready;
}
