/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys and values of the interchange file, and the records they become. */

#include "tend-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIELD_BIT(kind, field) (G_GUINT64_CONSTANT (1) << ((field) - (kind)->fields))

/* Finished records */

static void
report_invalid (TendReader *self,
                TendLevel  *level)
{
  g_autoptr(TendFaults) faults = tend_record_validate (level->record);

  for (guint i = 0; i < tend_faults_count (faults); i++)
    {
      const TendRecordFault *fault = tend_faults_get (faults, i);
      const TendField *field =
        fault->field != NULL ? tend_kind_field (level->kind, fault->field) : NULL;

      /* What nesting stands for comes later; what could not be read has been told. */
      if (field != NULL && ((field->flags & TEND_FIELD_INTERNAL) ||
                            (level->bad & FIELD_BIT (level->kind, field))))
        continue;

      g_free (level->key);
      level->key = field != NULL ? g_strdup (field->name) : NULL;
      tend_reader_fault (self, fault->message);
    }

  g_clear_pointer (&level->key, g_free);
}

/* As the vault gives them: kind after kind, each in its order. */
static int
compare_nested (gconstpointer a,
                gconstpointer b)
{
  TendRecord *first = *(TendRecord **) a;
  TendRecord *second = *(TendRecord **) b;
  const TendKind * const *kind = tend_kinds ();

  if (tend_record_get_kind (first) == tend_record_get_kind (second))
    return tend_record_get_int (first, "position") - tend_record_get_int (second, "position");

  while (*kind != tend_record_get_kind (first) && *kind != tend_record_get_kind (second))
    kind++;
  return *kind == tend_record_get_kind (first) ? -1 : 1;
}

/* What lies in a record learns whose it is once that has told its id. */
static void
adopt_nested (TendLevel *level)
{
  const char *id = tend_record_get_id (level->record);

  if (level->nested != NULL)
    g_ptr_array_sort (level->nested, compare_nested);

  for (guint i = 0; level->nested != NULL && i < level->nested->len; i++)
    {
      TendRecord *record = g_ptr_array_index (level->nested, i);

      tend_record_set_text (record, tend_record_get_kind (record)->parent, id);

      if (tend_record_get_id (record) == NULL)
        {
          g_autofree char *made =
            g_strdup_printf ("%s-%" G_GINT64_FORMAT, id,
                             tend_record_get_int (record, "position") + 1);

          tend_record_set_id (record, made);
        }
    }
}

static int
end_nested_record (TendReader *self,
                   TendLevel  *level)
{
  TendLevel *parent = level - 2;

  report_invalid (self, level);

  tend_record_set_int (level->record, "position", (level - 1)->n - 1);
  if (!level->has_id)
    tend_record_set_id (level->record, NULL);
  if (parent->nested == NULL)
    parent->nested = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (parent->nested, g_steal_pointer (&level->record));

  return !tend_import_report_is_full (self->report);
}

int
tend_reader_end_record (TendReader *self,
                        TendLevel  *level)
{
  TendReading reading;

  g_clear_pointer (&level->key, g_free);
  if (level->kind->parent != NULL)
    return end_nested_record (self, level);

  if (!level->has_id && !level->bad_id)
    {
      level->key = g_strdup ("id");
      tend_reader_fault (self,
                         _("An id is needed here: any text that no other record of the kind has."));
    }

  report_invalid (self, level);
  adopt_nested (level);

  reading.record = level->record;
  reading.index = level->kind->single ? 0 : (level - 1)->n - 1;
  reading.nested = level->nested;
  reading.sound = level->n_faults == self->report->faults->len;

  return !tend_import_report_is_full (self->report) &&
         (!level->has_id || self->job->func (&reading, self->job->data, &self->error)) &&
         !tend_import_report_is_full (self->report);
}

/* Values */

static const char *
wanted_text (const TendField *field)
{
  switch (field->type)
    {
    case TEND_FIELD_LIST:
      return _("A list of words in square brackets belongs here.");

    case TEND_FIELD_BOOLEAN:
      return _("Here belongs true or false, without quotation marks.");

    case TEND_FIELD_INTEGER:
    case TEND_FIELD_PENCE:
    case TEND_FIELD_TENTHS:
    case TEND_FIELD_MINUTES:
      return _("A whole number belongs here, without quotation marks.");

    default:
      return _("Text in quotation marks belongs here.");
    }
}

static gboolean
takes (const TendField *field,
       TendValueType    type)
{
  switch (field->type)
    {
    case TEND_FIELD_LIST:
      return FALSE;

    case TEND_FIELD_BOOLEAN:
      return type == TEND_VALUE_BOOLEAN;

    case TEND_FIELD_INTEGER:
    case TEND_FIELD_PENCE:
    case TEND_FIELD_TENTHS:
    case TEND_FIELD_MINUTES:
      return type == TEND_VALUE_NUMBER;

    /* Whole numbers mean the same with and without quotation marks. */
    case TEND_FIELD_QUANTITY:
      return type == TEND_VALUE_TEXT || type == TEND_VALUE_NUMBER;

    default:
      return type == TEND_VALUE_TEXT;
    }
}

static int
bad_field (TendReader *self,
           TendLevel  *level,
           const char *message)
{
  level->bad |= FIELD_BIT (level->kind, level->field);

  return tend_reader_fault (self, message);
}

static int
read_field (TendReader    *self,
            TendLevel     *level,
            TendValueType  type,
            const char    *text)
{
  g_autoptr(GError) error = NULL;

  if (type == TEND_VALUE_NULL)
    tend_record_clear (level->record, level->field->name);
  else if (type == TEND_VALUE_BROKEN)
    return bad_field (self, level, _("The zero character is no text."));
  else if (!takes (level->field, type))
    return bad_field (self, level, wanted_text (level->field));
  else if (!tend_record_parse (level->record, level->field, text, &error))
    return bad_field (self, level, error->message);

  return TRUE;
}

static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text))
      return TRUE;

  return FALSE;
}

static int
read_id (TendReader    *self,
         TendLevel     *level,
         TendValueType  type,
         const char    *text)
{
  level->bad_id = TRUE;
  if (type != TEND_VALUE_TEXT || *text == '\0')
    return tend_reader_fault (self, _("An id is text in quotation marks."));
  if (g_utf8_strlen (text, -1) > TEND_IMPORT_LONGEST_ID || has_control (text))
    return tend_reader_fault (self, _("An id has at most 200 characters, all on one line."));

  tend_record_set_id (level->record, text);
  level->has_id = TRUE;
  level->bad_id = FALSE;
  return TRUE;
}

static int
read_word (TendReader    *self,
           TendLevel     *level,
           TendValueType  type,
           const char    *text)
{
  TendLevel *owner = level - 1;

  if (type != TEND_VALUE_TEXT || *text == '\0' || strpbrk (text, "\r\n") != NULL)
    {
      owner->bad |= FIELD_BIT (owner->kind, owner->field);
      return tend_reader_fault (self, _("A word in quotation marks belongs here."));
    }

  g_string_append_printf (level->words, "%s%s", level->words->len > 0 ? "\n" : "", text);
  return TRUE;
}

static int
read_file_key (TendReader    *self,
               TendLevel     *level,
               TendValueType  type,
               const char    *text)
{
  if (g_str_equal (level->key, "format"))
    {
      self->has_format = TRUE;
      if (type != TEND_VALUE_TEXT || !g_str_equal (text, "tend"))
        return tend_reader_fatal (self,
                                  _("This is not a file of Tend’s: its format would be “tend”."));
      return TRUE;
    }

  if (g_str_equal (level->key, "version"))
    {
      self->has_version = TRUE;
      if (type != TEND_VALUE_NUMBER || !g_str_equal (text, "1"))
        return tend_reader_fatal (self, _("The file has another version than 1,"
                                          " the only one that this Tend can read."));
      return TRUE;
    }

  return tend_reader_fault (self, tend_kind_by_table (level->key)->single
                          ? _("An object in braces belongs here.")
                          : _("A list in square brackets belongs here."));
}

int
tend_reader_misplaced (TendReader *self,
                       TendLevel  *level,
                       const char *message)
{
  if (level->type == TEND_LEVEL_SKIP || level->ignore)
    return TRUE;
  if (level->type == TEND_LEVEL_RECORD && level->field == NULL && g_str_equal (level->key, "id"))
    return read_id (self, level, TEND_VALUE_NULL, "");
  if (level->type == TEND_LEVEL_RECORD && level->field != NULL)
    return bad_field (self, level, wanted_text (level->field));

  return tend_reader_fault (self, message);
}

int
tend_reader_scalar (TendReader    *self,
                    TendValueType  type,
                    const char    *text)
{
  TendLevel *level = tend_reader_top (self);

  if (level == NULL)
    return tend_reader_fatal (self,
                              _("This is not a file of Tend’s: it would begin with a brace."));

  level->n++;
  if (level->ignore)
    return TRUE;

  switch (level->type)
    {
    case TEND_LEVEL_FILE:
      return read_file_key (self, level, type, text);

    case TEND_LEVEL_RECORDS:
      return tend_reader_fault (self, _("An object in braces belongs here."));

    case TEND_LEVEL_RECORD:
      if (level->field != NULL)
        return read_field (self, level, type, text);
      if (g_str_equal (level->key, "id"))
        return read_id (self, level, type, text);
      return type == TEND_VALUE_NULL ||
             tend_reader_fault (self, _("A list in square brackets belongs here."));

    case TEND_LEVEL_WORDS:
      return read_word (self, level, type, text);

    case TEND_LEVEL_SKIP:
    default:
      return TRUE;
    }
}

/* Keys */

const TendKind *
tend_reader_nested_kind (const TendKind *kind,
                         const char     *key)
{
  const TendKind *nested;

  for (guint i = 0; (nested = tend_kind_nested (kind, i)) != NULL; i++)
    if (g_str_equal (nested->nested_as, key))
      return nested;

  return NULL;
}

int
tend_reader_key (TendReader *self,
                 TendLevel  *level)
{
  const TendKind *kind;
  g_autofree char *message = NULL;

  if (!g_hash_table_add (level->keys, g_strdup (level->key)))
    {
      message = g_strdup (_("This is given twice."));
    }
  else if (level->type == TEND_LEVEL_FILE)
    {
      kind = tend_kind_by_table (level->key);
      if (g_str_equal (level->key, "history"))
        message =
          g_strdup (_("A history is for reading; a file that holds one cannot be imported."));
      else if ((kind == NULL || kind->parent != NULL) &&
               !g_str_equal (level->key, "format") && !g_str_equal (level->key, "version"))
        message = g_strdup (_("Tend keeps no records of this name."));
    }
  else
    {
      level->field = tend_kind_field (level->kind, level->key);
      if (level->field != NULL && (level->field->flags & TEND_FIELD_INTERNAL))
        level->field = NULL;

      if (level->field == NULL && (level->kind->single || !g_str_equal (level->key, "id")) &&
          tend_reader_nested_kind (level->kind, level->key) == NULL)
        /* Translators: the kind of a record, such as "Care plan" */
        message = g_strdup_printf (_("There is no field of this name in “%s”."),
                                   _(level->kind->label));
    }

  level->ignore = message != NULL;
  return message == NULL || tend_reader_fault (self, message);
}

