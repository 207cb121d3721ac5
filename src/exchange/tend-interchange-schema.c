/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-interchange-schema.h"

#include "tend-import.h"
#include "tend-record.h"
#include "tend-writer.h"

/* How a type of field looks in JSON. */
typedef struct
{
  TendFieldType  type;
  const char    *json;        /* the JSON type */
  const char    *format;      /* or NULL */
  const char    *pattern;     /* or NULL */
  const char    *description; /* or NULL; %s: the kind a reference is to */
} TypeWords;

#define CLOCK "([01][0-9]|2[0-3]):[0-5][0-9]"
#define DATE "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

static const TypeWords type_words[] = {
  { TEND_FIELD_TEXT, "string", NULL, "^[^\\r\\n]*$", NULL },
  { TEND_FIELD_NOTE, "string", NULL, NULL, "May have several lines." },
  { TEND_FIELD_LIST, "array", NULL, NULL, NULL },
  { TEND_FIELD_CHOICE, "string", NULL, NULL, NULL },
  { TEND_FIELD_REFERENCE, "string", NULL, NULL, "The id of a %s." },
  { TEND_FIELD_DATE, "string", "date", "^" DATE "$", "A date, YYYY-MM-DD." },
  { TEND_FIELD_CLOCK, "string", NULL, "^" CLOCK "$", "A time of day, HH:MM." },
  { TEND_FIELD_DAY, "string", NULL, "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    "A day of every year, MM-DD." },
  { TEND_FIELD_INSTANT, "string", NULL, "^" DATE "T" CLOCK "Z?$",
    "Local time in the United Kingdom, YYYY-MM-DDTHH:MM; in the hour that happens twice when the"
    " clocks go back, UTC with Z at the end." },
  { TEND_FIELD_INTEGER, "integer", NULL, NULL, NULL },
  { TEND_FIELD_PENCE, "integer", NULL, NULL, "In pence." },
  { TEND_FIELD_TENTHS, "integer", NULL, NULL, "In tenths of a mile." },
  { TEND_FIELD_MINUTES, "integer", NULL, NULL, "In minutes." },
  { TEND_FIELD_QUANTITY, "string", NULL, "^[0-9]{1,6}([.][0-9]{1,3})?$",
    "A decimal number: 2 or 1.5; of a medicine in its own units." },
  { TEND_FIELD_BOOLEAN, "boolean", NULL, NULL, NULL },
};

static const TypeWords *
words_of (TendFieldType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_words); i++)
    if (type_words[i].type == type)
      return &type_words[i];

  g_assert_not_reached ();
}

static void
write_type (TendWriter      *writer,
            const TendField *field,
            const TypeWords *words)
{
  /* null stands for "not set", also where there is a default. */
  if (field->flags & TEND_FIELD_REQUIRED)
    {
      tend_writer_text (writer, "type", words->json);
      return;
    }

  tend_writer_array (writer, "type");
  tend_writer_text (writer, NULL, words->json);
  tend_writer_text (writer, NULL, "null");
  tend_writer_end (writer);
}

static void
write_choices (TendWriter      *writer,
               const TendField *field,
               gboolean         or_null)
{
  tend_writer_array (writer, "enum");
  for (const TendChoice *choice = field->choices; choice->value != NULL; choice++)
    tend_writer_text (writer, NULL, choice->value);
  if (or_null)
    tend_writer_null (writer, NULL);
  tend_writer_end (writer);
}

static void
write_default (TendWriter      *writer,
               const TendField *field)
{
  if (field->type == TEND_FIELD_BOOLEAN)
    tend_writer_bool (writer, "default", g_str_equal (field->standard, "true"));
  else if (field->type >= TEND_FIELD_INTEGER && field->type != TEND_FIELD_QUANTITY)
    tend_writer_int (writer, "default", g_ascii_strtoll (field->standard, NULL, 10));
  else
    tend_writer_text (writer, "default", field->standard);
}

static void
write_field (TendWriter      *writer,
             const TendField *field)
{
  const TypeWords *words = words_of (field->type);

  tend_writer_map (writer, field->name);
  tend_writer_text (writer, "title", field->label);

  if (words->description != NULL)
    {
      g_autofree char *description =
        g_strdup_printf (words->description, field->refers_to != NULL ? field->refers_to : "");

      tend_writer_text (writer, "description", description);
    }

  write_type (writer, field, words);

  if (words->format != NULL)
    tend_writer_text (writer, "format", words->format);
  if (words->pattern != NULL)
    tend_writer_text (writer, "pattern", words->pattern);
  if (field->type == TEND_FIELD_CHOICE)
    write_choices (writer, field, !(field->flags & TEND_FIELD_REQUIRED));
  if (field->type == TEND_FIELD_LIST)
    {
      tend_writer_map (writer, "items");
      tend_writer_text (writer, "type", "string");
      tend_writer_text (writer, "pattern", "^[^\\r\\n]+$");
      if (field->choices != NULL)
        write_choices (writer, field, FALSE);
      tend_writer_end (writer);
    }
  if (field->minimum != 0 || field->maximum != 0)
    {
      tend_writer_int (writer, "minimum", field->minimum);
      tend_writer_int (writer, "maximum", field->maximum);
    }
  if (field->standard != NULL)
    write_default (writer, field);

  tend_writer_end (writer);
}

static void
write_id (TendWriter     *writer,
          const TendKind *kind)
{
  tend_writer_map (writer, "id");
  tend_writer_text (writer, "description",
                    kind->parent != NULL
                    ? "Unique in its kind; made from what it lies in when left out."
                    : "Unique in its kind; kept as given.");
  tend_writer_text (writer, "type", "string");
  tend_writer_int (writer, "minLength", 1);
  tend_writer_int (writer, "maxLength", TEND_IMPORT_LONGEST_ID);
  tend_writer_end (writer);
}

static void
write_reference (TendWriter     *writer,
                 const char     *key,
                 const TendKind *kind)
{
  g_autofree char *reference = g_strdup_printf ("#/$defs/%s", kind->name);

  tend_writer_map (writer, key);
  tend_writer_text (writer, "$ref", reference);
  tend_writer_end (writer);
}

static void
write_array (TendWriter     *writer,
             const char     *key,
             const TendKind *kind)
{
  tend_writer_map (writer, key);
  tend_writer_text (writer, "type", "array");
  write_reference (writer, "items", kind);
  tend_writer_end (writer);
}

static void
write_required (TendWriter     *writer,
                const TendKind *kind)
{
  tend_writer_array (writer, "required");
  if (!kind->single && kind->parent == NULL)
    tend_writer_text (writer, NULL, "id");
  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if ((field->flags & TEND_FIELD_REQUIRED) && !(field->flags & TEND_FIELD_INTERNAL) &&
        field->standard == NULL)
      tend_writer_text (writer, NULL, field->name);
  tend_writer_end (writer);
}

static void
write_kind (TendWriter     *writer,
            const TendKind *kind)
{
  const TendKind *nested;

  tend_writer_map (writer, kind->name);
  tend_writer_text (writer, "title", kind->label);
  tend_writer_text (writer, "type", "object");
  tend_writer_bool (writer, "additionalProperties", FALSE);
  write_required (writer, kind);

  tend_writer_map (writer, "properties");
  if (!kind->single)
    write_id (writer, kind);
  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if (!(field->flags & TEND_FIELD_INTERNAL))
      write_field (writer, field);
  for (guint i = 0; (nested = tend_kind_nested (kind, i)) != NULL; i++)
    write_array (writer, nested->nested_as, nested);
  tend_writer_end (writer);

  tend_writer_end (writer);
}

static void
write_file (TendWriter *writer)
{
  tend_writer_array (writer, "required");
  tend_writer_text (writer, NULL, "format");
  tend_writer_text (writer, NULL, "version");
  tend_writer_end (writer);

  tend_writer_map (writer, "properties");
  tend_writer_map (writer, "format");
  tend_writer_text (writer, "const", "tend");
  tend_writer_end (writer);
  tend_writer_map (writer, "version");
  tend_writer_int (writer, "const", 1);
  tend_writer_end (writer);

  for (const TendKind * const *kind = tend_kinds (); *kind != NULL; kind++)
    {
      if ((*kind)->single)
        write_reference (writer, (*kind)->table, *kind);
      else if ((*kind)->parent == NULL)
        write_array (writer, (*kind)->table, *kind);
    }
  tend_writer_end (writer);
}

GBytes *
tend_interchange_schema (void)
{
  g_autoptr(TendWriter) writer = tend_writer_new ();

  tend_writer_map (writer, NULL);
  tend_writer_text (writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
  tend_writer_text (writer, "title", "Tend’s interchange file");
  tend_writer_text (writer, "description",
                    "UTF-8, under 100 MB, nested at most 16 deep, no key twice in an object."
                    "  null is the same as leaving a field out, and clears its default."
                    "  Attachments lie beside the file in FILE.attachments/, named by their ids.");
  tend_writer_text (writer, "type", "object");
  tend_writer_bool (writer, "additionalProperties", FALSE);
  write_file (writer);

  tend_writer_map (writer, "$defs");
  for (const TendKind * const *kind = tend_kinds (); *kind != NULL; kind++)
    write_kind (writer, *kind);
  tend_writer_end (writer);

  tend_writer_end (writer);
  return tend_writer_finish (writer);
}
