/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-undo.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TendKind *kind;
  char           *id;
  TendRecord     *before; /* NULL: there was none */
  TendRecord     *after;  /* NULL: there is none */
  GPtrArray      *nested_before;
  GPtrArray      *nested_after;
} Note;

struct _TendUndo
{
  GPtrArray *notes; /* Note, in the order they were noted */
  char      *subject;
};

static void
note_free (gpointer data)
{
  Note *note = data;

  g_free (note->id);
  g_clear_object (&note->before);
  g_clear_object (&note->after);
  g_clear_pointer (&note->nested_before, g_ptr_array_unref);
  g_clear_pointer (&note->nested_after, g_ptr_array_unref);
  g_free (note);
}

TendUndo *
tend_undo_new (void)
{
  TendUndo *self = g_new0 (TendUndo, 1);

  self->notes = g_ptr_array_new_with_free_func (note_free);
  return self;
}

void
tend_undo_free (TendUndo *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->notes);
  g_free (self->subject);
  g_free (self);
}

/* The record as the vault has it now, NULL without an error when it has none. */
static gboolean
load (TendVault       *vault,
      const Note      *note,
      TendRecord     **record,
      GPtrArray      **nested,
      GError         **error)
{
  g_autoptr(GError) failure = NULL;

  *nested = NULL;
  *record = tend_record_load (vault, note->kind, note->id, &failure);

  if (*record == NULL)
    {
      if (g_error_matches (failure, TEND_ERROR, TEND_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  *nested = tend_record_load_all_nested (vault, *record, error);
  return *nested != NULL;
}

static gboolean
is_same (TendRecord *a,
         TendRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return tend_record_equal (a, b);
}

static gboolean
is_same_list (GPtrArray *a,
              GPtrArray *b)
{
  guint n_a = a != NULL ? a->len : 0;
  guint n_b = b != NULL ? b->len : 0;

  if (n_a != n_b)
    return FALSE;

  for (guint i = 0; i < n_a; i++)
    if (!tend_record_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

static Note *
add_note (TendUndo       *self,
          const TendKind *kind,
          const char     *id)
{
  Note *note = g_new0 (Note, 1);

  note->kind = kind;
  note->id = g_strdup (id);
  g_ptr_array_add (self->notes, note);
  return note;
}

void
tend_undo_note_new (TendUndo       *self,
                    const TendKind *kind,
                    const char     *id)
{
  g_return_if_fail (self != NULL && kind != NULL && id != NULL);

  add_note (self, kind, id);
}

gboolean
tend_undo_note (TendUndo        *self,
                TendVault       *vault,
                const TendKind  *kind,
                const char      *id,
                GError         **error)
{
  Note *note;

  g_return_val_if_fail (self != NULL && kind != NULL && id != NULL, FALSE);

  for (guint i = 0; i < self->notes->len; i++)
    {
      const Note *other = self->notes->pdata[i];

      if (other->kind == kind && g_str_equal (other->id, id))
        return TRUE;
    }

  note = add_note (self, kind, id);
  return load (vault, note, &note->before, &note->nested_before, error);
}

gboolean
tend_undo_seal (TendUndo   *self,
                TendVault  *vault,
                GError    **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->notes->len; i++)
    {
      Note *note = self->notes->pdata[i];

      if (!load (vault, note, &note->after, &note->nested_after, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_as_left (Note       *note,
            TendVault  *vault,
            GError    **error)
{
  g_autoptr(TendRecord) now = NULL;
  g_autoptr(GPtrArray) nested = NULL;

  if (!load (vault, note, &now, &nested, error))
    return FALSE;

  if (is_same (now, note->after) && is_same_list (nested, note->nested_after))
    return TRUE;

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                       _("This has been changed again since, so it was left as it is."));
  return FALSE;
}

/* A record with the same id and values that the vault does not know yet. */
static TendRecord *
fresh_copy (TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  TendRecord *copy = tend_record_new (kind);

  tend_record_set_id (copy, tend_record_get_id (record));
  for (const TendField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *text = tend_record_format (record, field);

      tend_record_parse (copy, field, text, NULL);
    }

  return copy;
}

static gboolean
remove_all (GPtrArray  *records,
            TendVault  *vault,
            GError    **error)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!tend_record_remove (vault, records->pdata[i], _("Undone"), error))
      return FALSE;

  return TRUE;
}

static gboolean
put_back (TendRecord  *before,
          gboolean     exists,
          TendVault   *vault,
          GError     **error)
{
  g_autoptr(TendRecord) record = exists ? tend_record_copy (before) : fresh_copy (before);

  return tend_record_save (vault, record, _("Undone"), error);
}

static gboolean
undo_note (Note       *note,
           TendVault  *vault,
           GError    **error)
{
  if (!is_same_list (note->nested_before, note->nested_after) &&
      !remove_all (note->nested_after, vault, error))
    return FALSE;

  if (note->before == NULL)
    return note->after == NULL || tend_record_remove (vault, note->after, _("Undone"), error);

  if (!put_back (note->before, note->after != NULL, vault, error))
    return FALSE;

  for (guint i = 0; note->nested_before != NULL && i < note->nested_before->len; i++)
    if (!is_same_list (note->nested_before, note->nested_after) &&
        !put_back (note->nested_before->pdata[i], FALSE, vault, error))
      return FALSE;

  return TRUE;
}

gboolean
tend_undo_run (TendUndo   *self,
               TendVault  *vault,
               GError    **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->notes->len; i++)
    if (!is_as_left (self->notes->pdata[i], vault, error))
      return FALSE;

  /* The last that was noted may refer to those before it. */
  for (guint i = self->notes->len; i > 0; i--)
    if (!undo_note (self->notes->pdata[i - 1], vault, error))
      return FALSE;

  return TRUE;
}

void
tend_undo_set_subject (TendUndo   *self,
                       const char *id)
{
  g_return_if_fail (self != NULL);

  g_free (self->subject);
  self->subject = g_strdup (id);
}

const char *
tend_undo_get_subject (TendUndo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->subject;
}
