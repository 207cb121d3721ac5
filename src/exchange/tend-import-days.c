/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids of visits that are those of a repeating visit's days.  Until a day has a visit of
 * its own its id is "PATTERN@DATE" (tend-visits.h): another visit by that id would hide
 * the day, or be taken for it.
 */

#include "tend-import-private.h"

#include "tend-kinds.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>

/* A visit or a repeating visit, and its place in the file. */
typedef struct
{
  char  *id;
  char  *pattern; /* that the id names; NULL for a repeating visit */
  guint  index;
} Entry;

struct _TendImportDays
{
  GHashTable *patterns; /* ids of the file */
  GArray     *entries;
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_free (entry->pattern);
}

TendImportDays *
tend_import_days_new (void)
{
  TendImportDays *self = g_new0 (TendImportDays, 1);

  self->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);

  return self;
}

void
tend_import_days_free (TendImportDays *self)
{
  g_hash_table_unref (self->patterns);
  g_array_unref (self->entries);
  g_free (self);
}

/* A visit whose id is that of the very day it says it is for. */
static gboolean
is_own (TendRecord *visit,
        const char *pattern,
        TendDate    date)
{
  return g_strcmp0 (tend_record_get_text (visit, "pattern"), pattern) == 0 &&
         tend_record_get_int (visit, "pattern_date") == date;
}

void
tend_import_days_add (TendImportDays    *self,
                      const TendReading *reading)
{
  const TendKind *kind = tend_record_get_kind (reading->record);
  const char *id = tend_record_get_id (reading->record);
  g_autofree char *pattern = NULL;
  TendDate date;
  Entry entry = { NULL, NULL, reading->index };

  if (kind == &tend_pattern_kind)
    g_hash_table_add (self->patterns, g_strdup (id));
  else if (kind != &tend_visit_kind || !tend_visit_parse_id (id, &pattern, &date) ||
           is_own (reading->record, pattern, date))
    return;

  entry.id = g_strdup (id);
  entry.pattern = g_steal_pointer (&pattern);
  g_array_append_val (self->entries, entry);
}

static gboolean
is_pattern (TendImportDays *self,
            TendVault      *vault,
            const char     *id)
{
  g_autoptr(TendRecord) stored = NULL;

  if (g_hash_table_contains (self->patterns, id))
    return TRUE;

  stored = tend_record_load (vault, &tend_pattern_kind, id, NULL);
  return stored != NULL;
}

static char *
fault_of (TendImportDays *self,
          TendVault      *vault,
          const Entry    *entry)
{
  g_autofree char *posing = NULL;
  g_autofree char *shown = NULL;

  if (entry->pattern != NULL)
    {
      shown = tend_error_quote (entry->pattern);
      return !is_pattern (self, vault, entry->pattern) ? NULL :
             g_strdup_printf (_("This is the id of a day of the repeating visit “%s”. Say that it "
                                "is this day in pattern and pattern_date, or use another id."),
                              shown);
    }

  posing = tend_visit_posing_as (vault, entry->id);
  shown = posing != NULL ? tend_error_quote (posing) : NULL;
  return posing == NULL ? NULL :
         g_strdup_printf (_("The vault has a visit with the id “%s”, which would be that of a day "
                            "of this repeating visit. Please use another id."), shown);
}

void
tend_import_days_check (TendImportDays   *self,
                        TendVault        *vault,
                        TendImportReport *report)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      const TendKind *kind = entry->pattern != NULL ? &tend_visit_kind : &tend_pattern_kind;
      g_autofree char *message = fault_of (self, vault, entry);
      g_autofree char *path = g_strdup_printf ("%s[%u].id", kind->table, entry->index);

      if (message != NULL)
        tend_import_report_add (report, path, message);
    }
}
