/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file says became of doses.  The chart is append-only (domain.md 2.2): nothing that
 * comes in takes the box of what is written there, and nothing was signed before its time.
 */

#include "tend-import-private.h"

#include "tend-kinds.h"
#include "tend-mar.h"

#include <glib/gi18n-lib.h>

/* An entry of a dose that was due, which the vault does not have. */
typedef struct
{
  const char  *id;
  const char  *medication;
  TendInstant  due_at;
  TendInstant  written_at;
  guint        index;
} Entry;

struct _TendImportDoses
{
  GStringChunk *texts;
  GHashTable   *medicines;  /* of the file, and those of the vault that were asked for: id to
                               TendMedicine */
  GHashTable   *struck;     /* ids that an entry of the file corrects */
  GArray       *entries;
};

TendImportDoses *
tend_import_doses_new (void)
{
  TendImportDoses *self = g_new0 (TendImportDoses, 1);

  self->texts = g_string_chunk_new (4096);
  self->medicines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) tend_medicine_free);
  self->struck = g_hash_table_new (g_str_hash, g_str_equal);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  return self;
}

void
tend_import_doses_free (TendImportDoses *self)
{
  g_array_unref (self->entries);
  g_hash_table_unref (self->struck);
  g_hash_table_unref (self->medicines);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static void
add_medicine (TendImportDoses   *self,
              const TendReading *reading)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  g_hash_table_insert (self->medicines, g_strdup (tend_record_get_id (reading->record)),
                       tend_medicine_new (reading->record,
                                          reading->nested != NULL ? reading->nested : none));
}

static const char *
keep (TendImportDoses *self,
      const char      *text)
{
  return g_string_chunk_insert_const (self->texts, text);
}

void
tend_import_doses_add (TendImportDoses   *self,
                       const TendReading *reading)
{
  TendRecord *record = reading->record;
  Entry entry = { .index = reading->index };

  if (tend_record_get_kind (record) == &tend_medication_kind)
    add_medicine (self, reading);
  if (tend_record_get_kind (record) != &tend_mar_entry_kind)
    return;

  if (tend_record_is_set (record, "supersedes"))
    g_hash_table_add (self->struck,
                      (gpointer) keep (self, tend_record_get_text (record, "supersedes")));
  if (!tend_record_is_set (record, "due_at"))
    return;

  entry.id = keep (self, tend_record_get_id (record));
  entry.medication = keep (self, tend_record_get_text (record, "medication"));
  entry.due_at = tend_record_get_int (record, "due_at");
  entry.written_at = tend_record_get_int (record, "written_at");
  g_array_append_val (self->entries, entry);
}

/* (nullable): where there is none, which is a fault of its own. */
static TendMedicine *
find_medicine (TendImportDoses *self,
               TendVault       *vault,
               const char      *id)
{
  TendMedicine *medicine = g_hash_table_lookup (self->medicines, id);
  g_autoptr(TendRecord) record = NULL;

  if (medicine != NULL)
    return medicine;

  record = tend_record_load (vault, &tend_medication_kind, id, NULL);
  if (record != NULL)
    medicine = tend_medicine_load (vault, record, NULL);
  if (medicine != NULL)
    g_hash_table_insert (self->medicines, g_strdup (id), medicine);

  return medicine;
}

static void
add_fault (TendImportReport *report,
           const Entry      *entry,
           const char       *field,
           const char       *message)
{
  g_autofree char *path =
    g_strdup_printf ("%s[%u].%s", tend_mar_entry_kind.table, entry->index, field);

  tend_import_report_add (report, path, message);
}

static void
check_window (TendMedicine     *medicine,
              const Entry      *entry,
              TendImportReport *report)
{
  TendInstant opens_at = tend_mar_opens_at (medicine->record, entry->due_at);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *message = NULL;

  if (entry->written_at == TEND_INSTANT_NONE || entry->written_at >= opens_at)
    return;

  day = tend_date_format (tend_time_date (opens_at), TEND_DATE_DAY);
  clock = tend_clock_format (tend_time_clock (opens_at));
  message = g_strdup_printf (_("Nothing is signed before its time: this dose could be written "
                               "down from %s on %s."), clock, day);
  add_fault (report, entry, "written_at", message);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;
  int medicines = g_strcmp0 (first->medication, second->medication);

  if (medicines != 0)
    return medicines;
  if (first->due_at != second->due_at)
    return first->due_at < second->due_at ? -1 : 1;

  return (first->index > second->index) - (first->index < second->index);
}

/* One dose: what is written of it, and how much of that there may be. */
typedef struct
{
  guint       n_free;  /* how many more entries it may have */
  const char *last;    /* the id of the latest that it has; NULL */
} Box;

/* What the vault has of the dose, less what the file corrects. */
static void
open_box (TendImportDoses *self,
          TendVault       *vault,
          TendMedicine    *medicine,
          const Entry     *entry,
          Box             *box)
{
  g_autoptr(GPtrArray) written =
    tend_mar_entries_at (vault, entry->medication, entry->due_at, NULL);

  *box = (Box) { tend_mar_count_due (medicine, entry->due_at), NULL };
  for (guint i = 0; written != NULL && i < written->len; i++)
    {
      const char *id = tend_record_get_id (written->pdata[i]);

      if (g_hash_table_contains (self->struck, id))
        continue;
      box->n_free -= box->n_free > 0;
      box->last = keep (self, id);
    }
}

static void
put_in_box (Box              *box,
            const Entry      *entry,
            TendImportReport *report)
{
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (box->n_free > 0)
    {
      box->n_free--;
      box->last = entry->id;
      return;
    }

  shown = tend_error_quote (box->last);
  message = g_strdup_printf (_("This dose is written down already, by the entry “%s”. If that is "
                               "wrong, name it in supersedes and say why in correction_reason."),
                             shown);
  add_fault (report, entry, "due_at", message);
}

void
tend_import_doses_check (TendImportDoses  *self,
                         TendVault        *vault,
                         TendImportReport *report)
{
  const Entry *before = NULL;
  Box box = { 0, NULL };

  g_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      TendMedicine *medicine = find_medicine (self, vault, entry->medication);

      if (medicine == NULL)
        continue;

      check_window (medicine, entry, report);
      if (before == NULL || before->medication != entry->medication ||
          before->due_at != entry->due_at)
        open_box (self, vault, medicine, entry, &box);
      before = entry;
      /* A correction takes the place of what it corrects, and what is corrected has none. */
      if (!g_hash_table_contains (self->struck, entry->id))
        put_in_box (&box, entry, report);
    }
}
