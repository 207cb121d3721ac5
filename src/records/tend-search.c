/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-search.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-record-private.h"
#include "tend-search-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In microseconds: nobody notices it while typing. */
#define PREPARING 20000

void
tend_found_free (TendFound *self)
{
  g_free (self->kind);
  g_free (self->id);
  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

/* Every word as the beginning of one: `"ros"* "hart"*`.  Whatever else was typed
 * is no operator of FTS5, for it stands between quotes.
 */
static char *
match_expression (const char *text)
{
  g_auto(GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);
  GString *expression = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (expression, "%s\"%s\"*", i > 0 ? " " : "", words[i]);

  return g_string_free (expression, FALSE);
}

/* The first line that has something to say, cut to a length that fits a row. */
static char *
excerpt (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", 2);
  g_autofree char *cut = NULL;

  if (lines[0] == NULL || g_utf8_strlen (lines[0], -1) <= 80)
    return g_strdup (lines[0] != NULL ? lines[0] : "");

  cut = g_utf8_substring (lines[0], 0, 79);
  return g_strconcat (cut, "…", NULL);
}

/* What others call a record: its own name, or that of the person it is about. */
static char *
name_of_record (TendVault  *vault,
                TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  g_autoptr(TendRecord) client = NULL;

  if (kind == &tend_client_kind)
    return tend_client_name (record);
  if (tend_kind_field (kind, "name") != NULL)
    return g_strdup (tend_record_get_text (record, "name"));
  if (tend_kind_field (kind, "client") != NULL && tend_record_is_set (record, "client"))
    client = tend_record_load (vault, &tend_client_kind, tend_record_get_text (record, "client"),
                               NULL);

  return client != NULL ? tend_client_name (client) : NULL;
}

static char *
name_of (TendVault  *vault,
         const char *kind,
         const char *id)
{
  const TendKind *found = tend_kind_by_name (kind);
  g_autoptr(TendRecord) record = found != NULL ? tend_record_load (vault, found, id, NULL) : NULL;

  return record != NULL ? name_of_record (vault, record) : NULL;
}

/* What is put into a phrase for a field; NULL when there is nothing, or nothing to show. */
static char *
field_words (TendVault  *vault,
             TendRecord *record,
             const char *name)
{
  const TendField *field = tend_kind_field (tend_record_get_kind (record), name);

  if (!tend_record_is_set (record, name) ||
      (field->flags & (TEND_FIELD_SENSITIVE | TEND_FIELD_KEY | TEND_FIELD_SAFEGUARDING)))
    return NULL;

  switch (field->type)
    {
    case TEND_FIELD_REFERENCE:
      return name_of (vault, field->refers_to, tend_record_get_text (record, name));

    case TEND_FIELD_CHOICE:
      return g_strdup (tend_field_choice_label (field, tend_record_get_text (record, name)));

    case TEND_FIELD_DATE:
      return tend_date_format (tend_record_get_int (record, name), TEND_DATE_SHORT);

    case TEND_FIELD_INSTANT:
      return tend_date_format (tend_time_date (tend_record_get_int (record, name)),
                               TEND_DATE_SHORT);

    case TEND_FIELD_TEXT:
      if (strcmp (name, "subject") == 0)
        return name_of (vault, tend_record_get_text (record, "subject_kind"),
                        tend_record_get_text (record, name));
      return excerpt (tend_record_get_text (record, name));

    case TEND_FIELD_NOTE:
      return excerpt (tend_record_get_text (record, name));

    default:
      return tend_record_format (record, field);
    }
}

/* The first of two phrases that can be filled in, or NULL. */
static char *
phrase (TendVault             *vault,
        TendRecord            *record,
        const TendFoundPhrase *phrases)
{
  for (guint i = 0; i < 2 && phrases[i].words != NULL; i++)
    {
      const char * const *fields = phrases[i].fields;
      g_autofree char *first = field_words (vault, record, fields[0]);
      g_autofree char *second = fields[1] != NULL ? field_words (vault, record, fields[1]) : NULL;

      if (first != NULL && (second != NULL || fields[1] == NULL))
        return g_strdup_printf (_(phrases[i].words), first, second);
    }

  return NULL;
}

static TendFound *
describe (TendVault  *vault,
          TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  const TendFoundRule *rule = tend_found_rule (kind);
  TendFound *found = g_new0 (TendFound, 1);

  found->kind = g_strdup (kind->name);
  found->id = g_strdup (tend_record_get_id (record));
  found->title = phrase (vault, record, rule->title);
  if (found->title == NULL)
    found->title = name_of_record (vault, record);
  if (found->title == NULL)
    found->title = g_strdup (_(kind->label));
  found->detail = phrase (vault, record, rule->detail);
  if (found->detail == NULL)
    found->detail = g_strdup ("");

  return found;
}

/* The record that is told of for an entry: of a line the one that it lies in.  NULL when it
 * is told of already. */
static TendRecord *
load_found (TendVault  *vault,
            const char *name,
            const char *id,
            GHashTable *told)
{
  const TendKind *kind = tend_kind_by_name (name);
  g_autoptr(TendRecord) record = kind != NULL ? tend_record_load (vault, kind, id, NULL) : NULL;

  while (record != NULL && kind->parent != NULL)
    {
      g_autofree char *parent = g_strdup (tend_record_get_text (record, kind->parent));

      kind = tend_kind_by_name (tend_kind_field (kind, kind->parent)->refers_to);
      g_object_unref (record);
      record = tend_record_load (vault, kind, parent, NULL);
    }

  if (record == NULL ||
      !g_hash_table_add (told, g_strdup_printf ("%s/%s", kind->name, tend_record_get_id (record))))
    return NULL;

  return g_steal_pointer (&record);
}

GPtrArray *
tend_search (TendVault   *vault,
             const char  *text,
             int          limit,
             GError     **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_found_free);
  g_autoptr(GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *expression = match_expression (text);
  g_autoptr(TendStatement) statement = NULL;
  TendStep step = TEND_STEP_DONE;
  gboolean ready;

  if (*expression == '\0')
    return g_steal_pointer (&found);

  /* Of most vaults that is all; and where it cannot be done, the search goes on as before. */
  tend_search_prepare (vault, PREPARING, &ready, NULL);

  /* Entries are numbered so that the largest come first (tend-search-index.c). */
  statement = tend_statement_new (vault,
                                  "SELECT e.kind, e.id FROM search AS s"
                                  " JOIN search_entries AS e ON e.entry = s.rowid"
                                  " WHERE s.search MATCH :text ORDER BY s.rowid DESC", error);
  if (statement == NULL)
    return NULL;

  tend_statement_bind_text (statement, ":text", expression);

  while (found->len < (guint) limit &&
         (step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      g_autoptr(TendRecord) record = load_found (vault, tend_statement_get_text (statement, 0),
                                                 tend_statement_get_text (statement, 1), told);

      if (record != NULL)
        g_ptr_array_add (found, describe (vault, record));
    }

  return step != TEND_STEP_ERROR ? g_steal_pointer (&found) : NULL;
}
