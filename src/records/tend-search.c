/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-search.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

static char *
name_of (TendVault  *vault,
         const char *client)
{
  g_autoptr(TendRecord) record =
    client != NULL ? tend_record_load (vault, &tend_client_kind, client, NULL) : NULL;

  return record != NULL ? tend_client_name (record) : g_strdup ("");
}

static void
describe_visit (TendVault  *vault,
                TendRecord *record,
                TendFound  *found)
{
  const char *note = tend_record_get_text (record, "note");
  g_autofree char *client = name_of (vault, tend_record_get_text (record, "client"));
  g_autofree char *day =
    tend_date_format (tend_time_date (tend_record_get_int (record, "planned_start")),
                      TEND_DATE_SHORT);

  found->title = g_strdup_printf (_("%s, visit on %s"), client, day);
  found->detail = excerpt (note != NULL ? note : tend_record_get_text (record, "concern"));
}

static void
describe_trip (TendRecord *record,
               TendFound  *found)
{
  const char *from = tend_record_get_text (record, "from");
  const char *to = tend_record_get_text (record, "to");
  const char *purpose = tend_record_get_text (record, "purpose");
  g_autofree char *day = tend_date_format (tend_record_get_int (record, "date"), TEND_DATE_SHORT);

  found->title = from != NULL && to != NULL ? g_strdup_printf (_("%s to %s"), from, to)
                                            : g_strdup (_("Journey"));
  found->detail = purpose != NULL ? g_strdup_printf ("%s, %s", day, purpose) : g_strdup (day);
}

/* What a result says of itself, by its kind; others by their first field. */
static void
describe (TendVault  *vault,
          TendRecord *record,
          TendFound  *found)
{
  const TendKind *kind = tend_record_get_kind (record);

  if (kind == &tend_client_kind)
    {
      g_autofree char *address = tend_record_full_address (record);

      found->title = tend_client_name (record);
      found->detail = excerpt (address);
    }
  else if (kind == &tend_visit_kind)
    describe_visit (vault, record, found);
  else if (kind == &tend_trip_kind)
    describe_trip (record, found);
  else if (kind == &tend_invoice_kind)
    {
      found->title = g_strdup_printf (_("Invoice %s"), tend_record_get_text (record, "number"));
      found->detail = name_of (vault, tend_record_get_text (record, "client"));
    }
  else if (kind == &tend_person_kind)
    {
      const TendField *field = tend_kind_field (kind, "relation");
      const char *value = tend_record_get_text (record, "relation");
      const char *relation = tend_field_choice_label (field, value);
      g_autofree char *client = name_of (vault, tend_record_get_text (record, "client"));

      found->title = g_strdup (tend_record_get_text (record, "name"));
      found->detail = g_strdup_printf ("%s, %s", client, relation);
    }
  else
    {
      found->title = g_strdup (tend_record_get_text (record, "name"));
      found->detail = g_strdup (_(kind->label));
    }
}

GPtrArray *
tend_search (TendVault   *vault,
             const char  *text,
             int          limit,
             GError     **error)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_found_free);
  g_autofree char *expression = match_expression (text);
  g_autoptr(TendStatement) statement = NULL;
  TendStep step;

  if (*expression == '\0')
    return g_steal_pointer (&found);

  /* Entries are numbered so that the largest come first (tend-store.c). */
  statement = tend_statement_new (vault,
                                  "SELECT e.kind, e.id FROM search AS s"
                                  " JOIN search_entries AS e ON e.entry = s.rowid"
                                  " WHERE s.search MATCH :text ORDER BY s.rowid DESC LIMIT :limit",
                                  error);
  if (statement == NULL)
    return NULL;

  tend_statement_bind_text (statement, ":text", expression);
  tend_statement_bind_int (statement, ":limit", limit);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      const TendKind *kind = tend_kind_by_name (tend_statement_get_text (statement, 0));
      const char *id = tend_statement_get_text (statement, 1);
      g_autoptr(TendRecord) record = kind != NULL ? tend_record_load (vault, kind, id, NULL) : NULL;
      TendFound *entry;

      if (record == NULL)
        continue;

      entry = g_new0 (TendFound, 1);
      entry->kind = g_strdup (kind->name);
      entry->id = g_strdup (id);
      describe (vault, record, entry);
      g_ptr_array_add (found, entry);
    }

  return step == TEND_STEP_DONE ? g_steal_pointer (&found) : NULL;
}
