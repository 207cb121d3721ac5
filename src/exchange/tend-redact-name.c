/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What in a name is one: it was typed in capitals or in small letters, with a title before it
 * and with more behind it: "dr khan", "Daughter (Sue)", "Meg Lewis, occupational therapist".
 */

#include "tend-redact-private.h"
#include "tend-redact.h"

#include <string.h>

/* What ends a name, so that a description may follow. */
#define BREAK ","

typedef struct
{
  GPtrArray *names;     /* of the words that are names, in their order */
  GString   *titles;    /* what stands before them */
  gboolean   cased;     /* some of them begin with a capital */
  gboolean   broken;    /* a comma or a bracket has been, and a name before it */
  gboolean   described; /* likewise "who", "from" */
  gboolean   office;    /* an office is between these commas */
} Reading;

/* An office that anybody can ring, in English and Welsh. */
static gboolean
is_office (const char *word)
{
  static const char * const offices[] = { "safeguarding", "council", "police", "ambulance",
                                          "diogelu", "cyngor", "heddlu", "ambiwlans", NULL };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_strv_contains (offices, folded);
}

static gboolean
is_break (gunichar c)
{
  return c < 0x80 ? strchr (",;:()[]\n\t", (int) c) != NULL : c == 0x2013 || c == 0x2014;
}

/* An apostrophe is in a name, and so is a hyphen. */
static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019 || c == '-' ||
         c == 0x2010 || c == 0x2011;
}

static void
add_word (GStrvBuilder *words,
          const char   *start,
          const char   *end)
{
  g_autofree char *word = g_strndup (start, end - start);

  if (end > start)
    g_strv_builder_add (words, word);
}

/* "Dr.Amin" is two words, and a full stop belongs to the one before it. */
static GStrv
split (const char *name)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  const char *start = name;
  const char *at = name;

  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (!is_in_word (c))
        {
          add_word (words, start, c == '.' && at > start ? next : at);
          start = next;
        }
      if (is_break (c))
        g_strv_builder_add (words, BREAK);
      at = next;
    }
  add_word (words, start, at);
  return g_strv_builder_end (words);
}

/* (transfer full): without quotation marks, and without a full stop. */
static char *
strip (const char *word)
{
  static const char *const marks[] = { "'", "’", "-", "." };
  g_autofree char *bare = g_strdup (word);
  gboolean again = TRUE;
  char *start = bare;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          if (g_str_has_prefix (start, marks[i]))
            {
              start += strlen (marks[i]);
              again = TRUE;
            }
          if (g_str_has_suffix (start, marks[i]))
            {
              start[strlen (start) - strlen (marks[i])] = '\0';
              again = TRUE;
            }
        }
    }
  return g_strdup (start);
}

/* Also a letter of a script that has no small ones. */
static gboolean
has_capital (const char *word)
{
  gunichar first = g_utf8_get_char (word);

  return g_unichar_isalpha (first) && !g_unichar_islower (first);
}

static gboolean
is_name (const Reading *self,
         const char    *word)
{
  gboolean first = self->names->len == 0;

  if (!g_unichar_isalpha (g_utf8_get_char (word)) || self->office ||
      tend_redact_is_title (word) || tend_redact_is_joint (word))
    return FALSE;
  if (has_capital (word))
    return !first || !tend_redact_is_role (word);

  return !self->described && !(self->broken && self->cased) && !tend_redact_is_role (word) &&
         (first || !tend_redact_is_little (word));
}

/* Whether one of @words is an office, up to the next break. */
static gboolean
has_office (char **words)
{
  for (char **word = words; *word != NULL && strcmp (*word, BREAK) != 0; word++)
    if (is_office (*word))
      return TRUE;

  return FALSE;
}

static void
read_words (Reading  *self,
            char    **words)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->titles = g_string_new (NULL);
  /* What belongs to an office is no name either. */
  if (has_office (words))
    return;

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *bare = strip (*word);

      if (strcmp (*word, BREAK) == 0)
        {
          self->broken = self->names->len > 0;
          self->office = has_office (word + 1);
        }
      else if (is_name (self, bare))
        {
          self->cased |= has_capital (bare);
          g_ptr_array_add (self->names, g_steal_pointer (&bare));
        }
      else if (self->names->len == 0 && tend_redact_is_title (*word))
        g_string_append_printf (self->titles, "%s ", *word);
      else if (tend_redact_is_joint (bare))
        self->described = self->names->len > 0;
    }
}

char *
tend_redact_name (const char *name)
{
  g_auto(GStrv) words = split (name);
  g_autoptr(GPtrArray) names = NULL;
  GString *initials;
  Reading reading = { 0 };

  read_words (&reading, words);
  names = reading.names;
  initials = reading.titles;
  for (guint i = 0; i < names->len; i++)
    {
      g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (names->pdata[i])));
      g_string_append_c (initials, '.');
    }

  if (names->len == 0)
    g_string_assign (initials, name);
  return g_string_free (initials, FALSE);
}

GPtrArray *
tend_redact_words (const char *name,
                   gboolean   *titled)
{
  g_auto(GStrv) words = split (name);
  Reading reading = { 0 };

  read_words (&reading, words);
  *titled = reading.titles->len > 0;
  g_string_free (reading.titles, TRUE);
  return reading.names;
}
