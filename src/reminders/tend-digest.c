/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-digest.h"

#include "tend-due-private.h"

#include <stdlib.h>
#include <string.h>

/* One line: "ID KIND DUE STATE TOLD…".  STATE is "due", "gone" or the day until which it is
 * put off.  TOLD are steps, and days until which it had been put off when it was told. */
#define HEAD "tend-due 1"

/* How long what was told of a matter that is gone is remembered. */
#define GONE_YEARS 3

typedef struct
{
  const char *kind;
  TendDate    due_on;
  TendDate    until;
  gboolean    gone;
  GArray     *told;   /* of int: days are far above any step */
} Entry;

struct _TendDigest
{
  GHashTable *entries; /* id → Entry */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_array_unref (entry->told);
  g_free (entry);
}

static Entry *
entry_new (TendDigest *self,
           const char *id)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->told = g_array_new (FALSE, FALSE, sizeof (int));
  g_hash_table_replace (self->entries, g_strdup (id), entry);
  return entry;
}

static gboolean
has_told (const Entry *entry,
          int          what)
{
  for (guint i = 0; i < entry->told->len; i++)
    if (g_array_index (entry->told, int, i) == what)
      return TRUE;

  return FALSE;
}

static void
parse_line (TendDigest *self,
            const char *line)
{
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  TendDate due;
  Entry *entry;

  if (g_strv_length (words) < 4 || _tend_due_rule (words[1]) == NULL ||
      (due = tend_date_parse_iso (words[2])) == TEND_DATE_NONE)
    return;

  entry = entry_new (self, words[0]);
  entry->kind = g_intern_string (words[1]);
  entry->due_on = due;
  entry->gone = g_str_equal (words[3], "gone");
  entry->until = tend_date_parse_iso (words[3]);
  for (guint i = 4; words[i] != NULL; i++)
    {
      TendDate day = tend_date_parse_iso (words[i]);
      int step = day != TEND_DATE_NONE ? day : atoi (words[i]);

      g_array_append_val (entry->told, step);
    }
}

TendDigest *
tend_digest_parse (const char *text)
{
  TendDigest *self = g_new0 (TendDigest, 1);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  if (g_strcmp0 (lines[0], HEAD) == 0)
    for (guint i = 1; lines[i] != NULL; i++)
      parse_line (self, lines[i]);

  return self;
}

void
tend_digest_free (TendDigest *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

static void
append_entry (GString     *text,
              const char  *id,
              const Entry *entry)
{
  g_autofree char *due = tend_date_format_iso (entry->due_on);
  g_autofree char *until = tend_date_format_iso (entry->until);

  g_string_append_printf (text, "%s %s %s %s", id, entry->kind, due,
                          entry->gone ? "gone" : entry->until != TEND_DATE_NONE ? until : "due");
  for (guint i = 0; i < entry->told->len; i++)
    {
      int told = g_array_index (entry->told, int, i);
      g_autofree char *day = told > TEND_DATE_EPOCH ? tend_date_format_iso (told)
                                                    : g_strdup_printf ("%d", told);

      g_string_append_printf (text, " %s", day);
    }
  g_string_append_c (text, '\n');
}

char *
tend_digest_to_text (TendDigest *self)
{
  g_autoptr(GList) ids = g_list_sort (g_hash_table_get_keys (self->entries),
                                      (GCompareFunc) strcmp);
  GString *text = g_string_new (HEAD "\n");

  for (GList *l = ids; l != NULL; l = l->next)
    append_entry (text, l->data, g_hash_table_lookup (self->entries, l->data));

  return g_string_free (text, FALSE);
}

/* Whether a matter that is gone may be forgotten. */
static gboolean
is_forgotten (gpointer key,
              gpointer value,
              gpointer on)
{
  const Entry *entry = value;

  return entry->gone && (entry->told->len == 0 ||
                         tend_date_add_years (entry->due_on, GONE_YEARS) < GPOINTER_TO_INT (on));
}

void
tend_digest_refresh (TendDigest *self,
                     GPtrArray  *items,
                     gboolean    own,
                     TendDate    on)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((Entry *) value)->gone = TRUE;

  for (guint i = 0; i < items->len; i++)
    {
      const TendDueItem *item = items->pdata[i];
      Entry *entry;

      if (item->own != own)
        continue;

      entry = g_hash_table_lookup (self->entries, item->id);
      if (entry == NULL)
        entry = entry_new (self, item->id);
      entry->kind = item->kind;
      entry->due_on = item->due_on;
      entry->until = item->until;
      entry->gone = FALSE;
    }

  g_hash_table_foreach_remove (self->entries, is_forgotten, GINT_TO_POINTER (on));
}

static void
tell_free (gpointer data)
{
  TendTell *tell = data;

  g_free (tell->id);
  g_free (tell);
}

static int
compare_tells (gconstpointer a,
               gconstpointer b)
{
  const TendTell *first = *(TendTell **) a;
  const TendTell *second = *(TendTell **) b;

  return first->due_on != second->due_on ? first->due_on - second->due_on
                                         : strcmp (first->id, second->id);
}

GPtrArray *
tend_digest_to_tell (TendDigest *self,
                     TendDate    on)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (tell_free);
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const Entry *entry = value;
      int days = entry->due_on - on;
      int step;
      TendTell *tell;

      if (entry->gone || entry->until > on ||
          !tend_due_step (days, _tend_due_rule (entry->kind)->lead, &step) ||
          (has_told (entry, step) &&
           (entry->until == TEND_DATE_NONE || has_told (entry, entry->until))))
        continue;

      tell = g_new0 (TendTell, 1);
      *tell = (TendTell) { g_strdup (id), entry->kind, entry->due_on, entry->until, days, step };
      g_ptr_array_add (list, tell);
    }

  g_ptr_array_sort (list, compare_tells);
  return list;
}

void
tend_digest_mark (TendDigest *self,
                  GPtrArray  *told)
{
  for (guint i = 0; i < told->len; i++)
    {
      const TendTell *tell = told->pdata[i];
      Entry *entry = g_hash_table_lookup (self->entries, tell->id);

      if (entry == NULL)
        continue;
      if (!has_told (entry, tell->step))
        g_array_append_val (entry->told, tell->step);
      if (tell->until != TEND_DATE_NONE && !has_told (entry, tell->until))
        g_array_append_val (entry->told, tell->until);
    }
}
