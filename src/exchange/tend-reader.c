/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The interchange file's shape: one object of arrays of objects.  yajl tells what
 * it meets; a stack of levels knows where that is.  Whatever stands at a place
 * where nothing was expected is skipped as one, so that one slip is one fault.
 */

#include "tend-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#define CHUNK    (64 * 1024)
#define N_CHUNKS 100

/* Places */

char *
tend_reader_path (const TendKind *kind,
                  guint           index)
{
  return kind->single ? g_strdup (kind->table) : g_strdup_printf ("%s[%u]", kind->table, index);
}

char *
tend_reader_nested_path (const TendKind *kind,
                         guint           index,
                         TendRecord     *nested)
{
  g_autofree char *place = tend_reader_path (kind, index);

  return g_strdup_printf ("%s.%s[%" G_GINT64_FORMAT "]", place,
                          tend_record_get_kind (nested)->nested_as,
                          tend_record_get_int (nested, "position"));
}

/* Where the parser is now, down to the last level that has a name. */
static char *
current_path (TendReader *self)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < self->depth && self->levels[i].type != TEND_LEVEL_SKIP; i++)
    {
      const TendLevel *level = &self->levels[i];

      if (level->type == TEND_LEVEL_FILE || level->type == TEND_LEVEL_RECORD)
        {
          if (level->key != NULL)
            g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", level->key);
        }
      else if (level->n > 0)
        {
          g_string_append_printf (path, "[%u]", level->n - 1);
        }
    }

  if (path->len == 0)
    g_string_assign (path, TEND_IMPORT_WHOLE_FILE);

  return g_string_free (path, FALSE);
}

/* Notes a fault here; FALSE, for yajl to stop, when enough have been told. */
int
tend_reader_fault (TendReader *self,
                   const char *message)
{
  g_autofree char *path = current_path (self);

  tend_import_report_add (self->report, path, message);
  return !self->job->broken && !tend_import_report_is_full (self->report);
}

/* A fault that makes all the others pointless. */
int
tend_reader_fatal (TendReader *self,
                   const char *message)
{
  self->job->broken = TRUE;
  g_ptr_array_set_size (self->report->faults, 0);

  return tend_reader_fault (self, message);
}

/* Levels */

static TendLevel *
push (TendReader     *self,
      TendLevelType   type,
      const TendKind *kind)
{
  TendLevel *level = &self->levels[self->depth++];

  memset (level, 0, sizeof *level);
  level->type = type;
  level->kind = kind;
  level->n_faults = self->report->faults->len;

  if (type == TEND_LEVEL_FILE || type == TEND_LEVEL_RECORD)
    level->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return level;
}

static void
pop (TendReader *self)
{
  TendLevel *level = &self->levels[--self->depth];

  g_clear_pointer (&level->keys, g_hash_table_unref);
  g_clear_pointer (&level->key, g_free);
  g_clear_object (&level->record);
  g_clear_pointer (&level->nested, g_ptr_array_unref);
  if (level->words != NULL)
    g_string_free (level->words, TRUE);
}

static void
push_record (TendReader     *self,
             const TendKind *kind)
{
  TendLevel *level = push (self, TEND_LEVEL_RECORD, kind);

  level->record = tend_record_new (kind);
  level->has_id = kind->single;
}

/* Objects and arrays */

static gboolean
enter (TendReader *self)
{
  TendLevel *level = tend_reader_top (self);

  if (self->depth == TEND_IMPORT_DEEPEST)
    return tend_reader_fatal (self, _("From here on the file is nested too deeply:"
                                      " 16 levels are the most."));
  if (level != NULL)
    level->n++;

  return TRUE;
}

static int
start_map_cb (void *data)
{
  TendReader *self = data;
  TendLevel *level = tend_reader_top (self);

  if (!enter (self))
    return FALSE;

  if (level == NULL)
    {
      push (self, TEND_LEVEL_FILE, NULL);
    }
  else if (level->type == TEND_LEVEL_RECORDS)
    {
      push_record (self, level->kind);
    }
  else if (level->type == TEND_LEVEL_FILE && !level->ignore &&
           tend_kind_by_table (level->key) != NULL &&
           tend_kind_by_table (level->key)->single)
    {
      push_record (self, tend_kind_by_table (level->key));
    }
  else
    {
      int go_on = tend_reader_misplaced (self, level, _("No object belongs here."));

      push (self, TEND_LEVEL_SKIP, NULL);
      return go_on;
    }

  return TRUE;
}

static int
start_array_cb (void *data)
{
  TendReader *self = data;
  TendLevel *level = tend_reader_top (self);

  if (level == NULL)
    return tend_reader_fatal (self,
                              _("This is not a file of Tend’s: it would begin with a brace."));
  if (!enter (self))
    return FALSE;

  if (level->type == TEND_LEVEL_FILE && !level->ignore && tend_kind_by_table (level->key) != NULL &&
      !tend_kind_by_table (level->key)->single)
    {
      push (self, TEND_LEVEL_RECORDS, tend_kind_by_table (level->key));
    }
  else if (level->type == TEND_LEVEL_RECORD && !level->ignore && level->field != NULL &&
           level->field->type == TEND_FIELD_LIST)
    {
      push (self, TEND_LEVEL_WORDS, NULL)->words = g_string_new (NULL);
    }
  else if (level->type == TEND_LEVEL_RECORD && !level->ignore && level->field == NULL &&
           !g_str_equal (level->key, "id"))
    {
      push (self, TEND_LEVEL_RECORDS, tend_reader_nested_kind (level->kind, level->key));
    }
  else
    {
      int go_on = tend_reader_misplaced (self, level, _("No list belongs here."));

      push (self, TEND_LEVEL_SKIP, NULL);
      return go_on;
    }

  return TRUE;
}

static int
end_map_cb (void *data)
{
  TendReader *self = data;
  TendLevel *level = tend_reader_top (self);
  int go_on = level->type != TEND_LEVEL_RECORD || tend_reader_end_record (self, level);

  if (go_on)
    pop (self);

  return go_on;
}

static int
end_array_cb (void *data)
{
  TendReader *self = data;
  TendLevel *level = tend_reader_top (self);

  if (level->type == TEND_LEVEL_WORDS)
    tend_record_set_text ((level - 1)->record, (level - 1)->field->name, level->words->str);

  pop (self);
  return TRUE;
}

static int
map_key_cb (void                *data,
            const unsigned char *text,
            size_t               length)
{
  TendReader *self = data;
  TendLevel *level = tend_reader_top (self);

  if (level->type == TEND_LEVEL_SKIP)
    return TRUE;

  g_free (level->key);
  level->key = g_strndup ((const char *) text, length);
  level->field = NULL;

  if (memchr (text, '\0', length) != NULL)
    {
      level->ignore = TRUE;
      return tend_reader_fault (self, _("The zero character is no text."));
    }

  return tend_reader_key (self, level);
}

static int
null_cb (void *data)
{
  return tend_reader_scalar (data, TEND_VALUE_NULL, "");
}

static int
boolean_cb (void *data,
            int   value)
{
  return tend_reader_scalar (data, TEND_VALUE_BOOLEAN, value ? "true" : "false");
}

static int
number_cb (void       *data,
           const char *text,
           size_t      length)
{
  g_autofree char *copy = g_strndup (text, length);

  return tend_reader_scalar (data, TEND_VALUE_NUMBER, copy);
}

static int
string_cb (void                *data,
           const unsigned char *text,
           size_t               length)
{
  TendReader *self = data;
  g_autofree char *copy = NULL;

  if (memchr (text, '\0', length) != NULL)
    return tend_reader_scalar (self, TEND_VALUE_BROKEN, "");

  copy = g_strndup ((const char *) text, length);
  return tend_reader_scalar (self, TEND_VALUE_TEXT, copy);
}

/* The whole text */

static void
report_syntax (TendReader  *self,
               yajl_handle  parser,
               const char  *text,
               gsize        length,
               gsize        offset)
{
  unsigned char *detail = yajl_get_error (parser, 0, NULL, 0);
  const char *format;
  g_autofree char *message = NULL;

  if (strstr ((const char *) detail, "EOF") != NULL)
    {
      format =
        _("The file stops in the middle, at line %u, column %u: perhaps it was not copied whole.");
      offset = length;
    }
  else if (strstr ((const char *) detail, "trailing garbage") != NULL)
    format = _("There is something after the end of the records, at line %u, column %u.");
  else
    format = _("This is not JSON any more: see line %u, column %u.");

  yajl_free_error (parser, detail);
  message = tend_reader_place (text, MIN (offset, length), format);
  tend_reader_fatal (self, message);
}

/* FALSE when it was stopped from outside. */
static gboolean
show_progress (TendReader *self,
               double      fraction)
{
  const TendImportOptions *options = self->job->options;

  if (options == NULL)
    return TRUE;
  if (options->progress != NULL)
    options->progress (self->job->done + fraction * self->job->share, options->progress_data);

  return !g_cancellable_set_error_if_cancelled (options->cancellable, &self->error);
}

static void
parse (TendReader  *self,
       yajl_handle  parser,
       const char  *text,
       gsize        length)
{
  /* Not many of a large file: yajl reads a string without an end from its start again
   * with each.
   */
  const gsize most = MAX (CHUNK, length / N_CHUNKS);
  yajl_status status = yajl_status_ok;
  gsize done = 0;

  while (status == yajl_status_ok && done < length)
    {
      gsize chunk = MIN (most, length - done);

      if (!show_progress (self, (double) done / length))
        return;

      status = yajl_parse (parser, (const unsigned char *) text + done, chunk);
      done += status == yajl_status_ok ? chunk : yajl_get_bytes_consumed (parser);
    }

  if (status == yajl_status_ok)
    status = yajl_complete_parse (parser);
  if (status == yajl_status_error)
    report_syntax (self, parser, text, length, done);
}

gboolean
tend_reader_run (GBytes            *text,
                 TendReaderJob     *job,
                 TendImportReport  *report,
                 GError           **error)
{
  static const yajl_callbacks callbacks = {
    .yajl_null = null_cb,
    .yajl_boolean = boolean_cb,
    .yajl_number = number_cb,
    .yajl_string = string_cb,
    .yajl_start_map = start_map_cb,
    .yajl_map_key = map_key_cb,
    .yajl_end_map = end_map_cb,
    .yajl_start_array = start_array_cb,
    .yajl_end_array = end_array_cb,
  };
  g_autofree TendReader *self = g_new0 (TendReader, 1);
  yajl_handle parser = yajl_alloc (&callbacks, NULL, self);
  gsize length;
  const char *start = g_bytes_get_data (text, &length);

  self->job = job;
  self->report = report;

  /* It has been checked to be UTF-8 as a whole. */
  yajl_config (parser, yajl_dont_validate_strings, 1);
  parse (self, parser, start, length);
  yajl_free (parser);

  if (!self->job->broken && self->error == NULL && !tend_import_report_is_full (report) &&
      !(self->has_format && self->has_version))
    tend_reader_fatal (self, _("This is not a file of Tend’s:"
                               " it would begin with its format and version."));

  while (self->depth > 0)
    pop (self);

  if (self->error != NULL)
    {
      g_propagate_error (error, self->error);
      return FALSE;
    }

  return TRUE;
}
