/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever is named with a title, known or not, is a doctor or a nurse to others: "Dr K.". */

#include "tend-redact-private.h"

#include <string.h>

#define LONGEST_TITLE 9 /* bytes */
#define LONGEST_SHORT 5 /* "Revd.", "Mrs." */

static gboolean
is_inside_word (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* A capital, or a letter of a script that has none; “NHS” is no name. */
static gboolean
is_name (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  gunichar second = *text != '\0' ? g_utf8_get_char (g_utf8_next_char (text)) : 0;

  return g_unichar_isalpha (first) && !g_unichar_islower (first) && !g_unichar_isupper (second);
}

/* Within a name: "O’Brien-Lee". */
static gboolean
is_between (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return (c == '-' || c == '\'' || c == 0x2019) &&
         g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (text)));
}

static const char *
end_of_name (const char *text)
{
  while (*text != '\0' &&
         (is_inside_word (text) || is_between (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* How many bytes the title of a name at @text has, with the space after it; 0: no name is there,
 * or only the initials of one. */
static gsize
title_length (const char *text)
{
  const char *space = strchr (text, ' ');
  g_autofree char *title = space != NULL && space - text <= LONGEST_TITLE
                           ? g_strndup (text, space - text) : NULL;

  /* "A nurse", and "Nurse." at the end of a sentence. */
  if (title == NULL || !g_ascii_isupper (*title) ||
      (g_str_has_suffix (title, ".") && space - text > LONGEST_SHORT))
    return 0;

  return tend_redact_is_title (title) && is_name (space + 1) &&
         end_of_name (space + 1) > g_utf8_next_char (space + 1) ? space + 1 - text : 0;
}

char *
tend_redact_titled (const char *text)
{
  GString *result = g_string_new (NULL);
  gboolean inside = FALSE;

  while (*text != '\0')
    {
      gsize length = inside ? 0 : title_length (text);

      if (length == 0)
        {
          inside = is_inside_word (text);
          g_string_append_unichar (result, g_utf8_get_char (text));
          text = g_utf8_next_char (text);
          continue;
        }
      g_string_append_len (result, text, length);
      for (text += length; is_name (text); text += *text == ' ' && is_name (text + 1))
        {
          g_string_append_unichar (result, g_utf8_get_char (text));
          g_string_append_c (result, '.');
          text = end_of_name (text);
        }
      /* The point of the initials ends the sentence, too. */
      text += *text == '.';
    }
  return g_string_free (result, FALSE);
}
