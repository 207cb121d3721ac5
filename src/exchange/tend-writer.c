/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-writer.h"

#include <string.h>
#include <yajl/yajl_parse.h>

struct _TendWriter
{
  yajl_gen    gen;
  GByteArray *levels; /* 'm' or 'a' for each map or array that is open */
  gboolean    begun;  /* the last of them is not written yet: it may stay empty */
};

TendWriter *
tend_writer_new (void)
{
  TendWriter *self = g_new0 (TendWriter, 1);

  self->gen = yajl_gen_alloc (NULL);
  self->levels = g_byte_array_new ();
  yajl_gen_config (self->gen, yajl_gen_beautify, 1);
  yajl_gen_config (self->gen, yajl_gen_indent_string, "  ");

  return self;
}

void
tend_writer_free (TendWriter *self)
{
  yajl_gen_free (self->gen);
  g_byte_array_unref (self->levels);
  g_free (self);
}

/* yajl spreads an empty map or array over three lines; so it is told of one only
 * when something comes into it.
 */
static void
write_begun (TendWriter *self)
{
  if (!self->begun)
    return;

  self->begun = FALSE;
  if (self->levels->data[self->levels->len - 1] == 'm')
    yajl_gen_map_open (self->gen);
  else
    yajl_gen_array_open (self->gen);
}

static void
write_text (TendWriter *self,
            const char *text)
{
  yajl_gen_string (self->gen, (const unsigned char *) text, strlen (text));
}

static void
write_key (TendWriter *self,
           const char *key)
{
  write_begun (self);
  if (key != NULL)
    write_text (self, key);
}

void
tend_writer_map (TendWriter *self,
                 const char *key)
{
  write_key (self, key);
  g_byte_array_append (self->levels, (const guint8 *) "m", 1);
  self->begun = TRUE;
}

void
tend_writer_array (TendWriter *self,
                   const char *key)
{
  write_key (self, key);
  g_byte_array_append (self->levels, (const guint8 *) "a", 1);
  self->begun = TRUE;
}

void
tend_writer_end (TendWriter *self)
{
  guint last = self->levels->len - 1;

  g_return_if_fail (self->levels->len > 0);

  if (self->begun)
    yajl_gen_number (self->gen, self->levels->data[last] == 'm' ? "{}" : "[]", 2);
  else if (self->levels->data[last] == 'm')
    yajl_gen_map_close (self->gen);
  else
    yajl_gen_array_close (self->gen);

  self->begun = FALSE;
  g_byte_array_set_size (self->levels, last);
}

void
tend_writer_text (TendWriter *self,
                  const char *key,
                  const char *text)
{
  if (text == NULL)
    {
      tend_writer_null (self, key);
      return;
    }

  write_key (self, key);
  write_text (self, text);
}

void
tend_writer_int (TendWriter *self,
                 const char *key,
                 gint64      number)
{
  write_key (self, key);
  yajl_gen_integer (self->gen, number);
}

void
tend_writer_bool (TendWriter *self,
                  const char *key,
                  gboolean    value)
{
  write_key (self, key);
  yajl_gen_bool (self->gen, value != FALSE);
}

void
tend_writer_null (TendWriter *self,
                  const char *key)
{
  write_key (self, key);
  yajl_gen_null (self->gen);
}

void
tend_writer_date (TendWriter *self,
                  const char *key,
                  TendDate    date)
{
  g_autofree char *text = tend_date_format_iso (date);

  tend_writer_text (self, key, date != TEND_DATE_NONE ? text : NULL);
}

void
tend_writer_instant (TendWriter  *self,
                     const char  *key,
                     TendInstant  instant)
{
  g_autofree char *text = instant != TEND_INSTANT_NONE ? tend_time_format_iso (instant) : NULL;

  tend_writer_text (self, key, text);
}

/* Each event of the parser is said again to the generator. */

static int
null_cb (void *gen)
{
  return yajl_gen_null (gen) == yajl_gen_status_ok;
}

static int
boolean_cb (void *gen,
            int   value)
{
  return yajl_gen_bool (gen, value) == yajl_gen_status_ok;
}

static int
number_cb (void       *gen,
           const char *text,
           size_t      length)
{
  return yajl_gen_number (gen, text, length) == yajl_gen_status_ok;
}

static int
string_cb (void                *gen,
           const unsigned char *text,
           size_t               length)
{
  return yajl_gen_string (gen, text, length) == yajl_gen_status_ok;
}

static int
start_map_cb (void *gen)
{
  return yajl_gen_map_open (gen) == yajl_gen_status_ok;
}

static int
end_map_cb (void *gen)
{
  return yajl_gen_map_close (gen) == yajl_gen_status_ok;
}

static int
start_array_cb (void *gen)
{
  return yajl_gen_array_open (gen) == yajl_gen_status_ok;
}

static int
end_array_cb (void *gen)
{
  return yajl_gen_array_close (gen) == yajl_gen_status_ok;
}

gboolean
tend_writer_json (TendWriter *self,
                  const char *key,
                  const char *json)
{
  static const yajl_callbacks callbacks = {
    .yajl_null = null_cb,
    .yajl_boolean = boolean_cb,
    .yajl_number = number_cb,
    .yajl_string = string_cb,
    .yajl_start_map = start_map_cb,
    .yajl_map_key = string_cb,
    .yajl_end_map = end_map_cb,
    .yajl_start_array = start_array_cb,
    .yajl_end_array = end_array_cb,
  };
  yajl_handle parser = yajl_alloc (&callbacks, NULL, self->gen);
  gboolean sound;

  write_key (self, key);
  sound = yajl_parse (parser, (const unsigned char *) json, strlen (json)) == yajl_status_ok &&
          yajl_complete_parse (parser) == yajl_status_ok;
  yajl_free (parser);

  return sound;
}

yajl_gen
tend_writer_get_gen (TendWriter *self)
{
  write_begun (self);
  return self->gen;
}

GBytes *
tend_writer_finish (TendWriter *self)
{
  const unsigned char *text;
  size_t length;

  g_return_val_if_fail (self->levels->len == 0, NULL);

  yajl_gen_get_buf (self->gen, &text, &length);

  return g_bytes_new (text, length);
}
