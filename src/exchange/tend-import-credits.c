/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What credit notes are for: an invoice of the same client, not a credit note. */

#include "tend-import-private.h"

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>

struct _TendImportCredits
{
  GHashTable *invoices; /* of the file: id to TendRecord */
  GArray     *notes;    /* Note */
};

typedef struct
{
  TendRecord *record;
  guint       index;
} Note;

TendImportCredits *
tend_import_credits_new (void)
{
  TendImportCredits *self = g_new0 (TendImportCredits, 1);

  self->invoices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->notes = g_array_new (FALSE, FALSE, sizeof (Note));

  return self;
}

void
tend_import_credits_free (TendImportCredits *self)
{
  g_array_unref (self->notes);
  g_hash_table_unref (self->invoices);
  g_free (self);
}

void
tend_import_credits_add (TendImportCredits *self,
                         const TendReading *reading)
{
  Note note = { reading->record, reading->index };
  const char *id = tend_record_get_id (note.record);

  /* An id given twice is a fault of its own. */
  if (tend_record_get_kind (note.record) != &tend_invoice_kind ||
      g_hash_table_contains (self->invoices, id))
    return;

  g_hash_table_insert (self->invoices, g_strdup (id), g_object_ref (note.record));
  if (tend_record_is_set (note.record, "credits"))
    g_array_append_val (self->notes, note);
}

/* (transfer full): NULL where there is none, which is a fault of its own. */
static TendRecord *
load_invoice (TendImportCredits *self,
              TendVault         *vault,
              const char        *id)
{
  TendRecord *own = g_hash_table_lookup (self->invoices, id);

  return own != NULL ? g_object_ref (own)
                     : tend_record_load (vault, &tend_invoice_kind, id, NULL);
}

static const char *
fault_of (TendRecord *note,
          TendRecord *invoice)
{
  if (tend_record_is_set (invoice, "credits"))
    return _("This is a credit note itself; a credit note corrects an invoice.");
  if (g_strcmp0 (tend_record_get_text (note, "client"),
                 tend_record_get_text (invoice, "client")) != 0)
    return _("This invoice is for another client than the credit note.");

  return NULL;
}

void
tend_import_credits_check (TendImportCredits *self,
                           TendVault         *vault,
                           TendImportReport  *report)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      const Note *note = &g_array_index (self->notes, Note, i);
      g_autoptr(TendRecord) invoice =
        load_invoice (self, vault, tend_record_get_text (note->record, "credits"));
      const char *message = invoice != NULL ? fault_of (note->record, invoice) : NULL;
      g_autofree char *path = g_strdup_printf ("%s[%u].credits", tend_invoice_kind.table,
                                               note->index);

      if (message != NULL)
        tend_import_report_add (report, path, message);
    }
}
