/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-json.h"

#include <string.h>

#define STRING(gen, text) yajl_gen_string (gen, (const unsigned char *) (text), strlen (text))

static void
write_list (yajl_gen    gen,
            const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, "\n", -1);

  yajl_gen_array_open (gen);
  for (guint i = 0; words[i] != NULL; i++)
    STRING (gen, words[i]);
  yajl_gen_array_close (gen);
}

static void
write_value (yajl_gen         gen,
             TendRecord      *record,
             const TendField *field)
{
  if (field->type == TEND_FIELD_LIST)
    {
      write_list (gen, tend_record_get_text (record, field->name));
    }
  else if (field->type == TEND_FIELD_BOOLEAN)
    {
      yajl_gen_bool (gen, tend_record_get_int (record, field->name) != 0);
    }
  else if (field->type >= TEND_FIELD_INTEGER && field->type != TEND_FIELD_QUANTITY)
    {
      yajl_gen_integer (gen, tend_record_get_int (record, field->name));
    }
  else
    {
      g_autofree char *text = tend_record_format (record, field);

      STRING (gen, text);
    }
}

void
tend_record_write_json (TendRecord *record,
                        yajl_gen    gen,
                        gboolean    internal)
{
  const TendKind *kind = tend_record_get_kind (record);

  if (!kind->single)
    {
      STRING (gen, "id");
      STRING (gen, tend_record_get_id (record));
    }

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    {
      gboolean is_set = tend_record_is_set (record, field->name);

      /* A default that was cleared is said, or reading it again would bring it back. */
      if ((!is_set && (internal || field->standard == NULL)) ||
          (!internal && (field->flags & TEND_FIELD_INTERNAL)))
        continue;

      STRING (gen, field->name);
      if (is_set)
        write_value (gen, record, field);
      else
        yajl_gen_null (gen);
    }
}

char *
tend_record_to_json (TendRecord *self)
{
  yajl_gen gen = yajl_gen_alloc (NULL);
  const unsigned char *text;
  size_t length;
  char *json;

  yajl_gen_map_open (gen);
  tend_record_write_json (self, gen, TRUE);
  yajl_gen_map_close (gen);

  yajl_gen_get_buf (gen, &text, &length);
  json = g_strndup ((const char *) text, length);
  yajl_gen_free (gen);

  return json;
}
