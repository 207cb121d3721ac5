/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-record-words.h"

#include "tend-field-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of a long text, in characters. */
#define MOST_SHOWN 90

static char *
list_word (TendRecord      *record,
           const TendField *field)
{
  const char *text = tend_record_get_text (record, field->name);
  g_auto(GStrv) words = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; words[i] != NULL && field->choices != NULL; i++)
    {
      char *label = g_strdup (tend_field_choice_label (field, words[i]));

      g_free (words[i]);
      words[i] = label;
    }

  return g_strjoinv (", ", words);
}

static char *
labelled (TendRecord      *record,
          const TendField *field)
{
  g_autofree char *value = tend_field_text_format (record, field);

  return g_strdup_printf ("%s %s", _(field->label), value);
}

char *
tend_record_word (TendRecord      *record,
                  const TendField *field,
                  GHashTable      *names)
{
  const char *name;

  if (!tend_record_is_set (record, field->name))
    return g_strdup ("");

  switch (field->type)
    {
    case TEND_FIELD_REFERENCE:
      name = names != NULL
               ? g_hash_table_lookup (names, tend_record_get_text (record, field->name)) : NULL;
      return g_strdup (name != NULL ? name : "");

    case TEND_FIELD_LIST:
      return list_word (record, field);

    case TEND_FIELD_BOOLEAN:
      return g_strdup (tend_record_get_int (record, field->name) != 0 ? _(field->label) : "");

    case TEND_FIELD_DATE:
    case TEND_FIELD_INTEGER:
    case TEND_FIELD_PENCE:
    case TEND_FIELD_QUANTITY:
      return labelled (record, field);

    default:
      return tend_field_text_format (record, field);
    }
}

/* Its first line, and of that the beginning. */
static char *
cut_short (char *text)
{
  gboolean cut = FALSE;
  char *end = strchr (text, '\n');

  if (end != NULL)
    {
      *end = '\0';
      cut = TRUE;
    }
  if (g_utf8_strlen (text, -1) > MOST_SHOWN)
    {
      *g_utf8_offset_to_pointer (text, MOST_SHOWN) = '\0';
      cut = TRUE;
    }
  if (!cut)
    return text;

  end = g_strconcat (g_strchomp (text), "…", NULL);
  g_free (text);
  return end;
}

char *
tend_record_words (TendRecord        *record,
                   const char *const *fields,
                   const char        *separator,
                   GHashTable        *names)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const TendField *field = tend_kind_field (tend_record_get_kind (record), fields[i]);
      g_autofree char *word = cut_short (tend_record_word (record, field, names));

      if (*word != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? separator : "", word);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
