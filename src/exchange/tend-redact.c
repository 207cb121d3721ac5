/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-redact.h"

#include <string.h>

#define LEAST_ADDRESS 3 /* letters of a line, so that the number of a house alone is none */

typedef struct
{
  char *name;
  char *instead;
} Pair;

struct _TendRedaction
{
  GArray *pairs; /* Pair, the longest name first */
};

static void
clear_pair (gpointer data)
{
  Pair *pair = data;

  g_free (pair->name);
  g_free (pair->instead);
}

TendRedaction *
tend_redaction_new (void)
{
  TendRedaction *self = g_new (TendRedaction, 1);

  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_array_set_clear_func (self->pairs, clear_pair);
  return self;
}

void
tend_redaction_free (TendRedaction *self)
{
  g_array_unref (self->pairs);
  g_free (self);
}

static gboolean
is_title (const char *word)
{
  static const char * const titles[] = {
    "Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Sir", "Lady", "Revd", "Rev",
    "Nurse", "Sister", "Canon", "Father", NULL
  };

  return g_strv_contains (titles, word);
}

/* Words that begin a description and no name. */
static gboolean
is_article (const char *word)
{
  static const char * const articles[] = { "The", "A", "An", "At", "My", "Our", NULL };

  return g_strv_contains (articles, word);
}

/* A capital, or a letter of a script that has none; “NHS” is no name. */
static gboolean
is_name (const char *word)
{
  gunichar first = g_utf8_get_char (word);
  gunichar second = *word != '\0' ? g_utf8_get_char (g_utf8_next_char (word)) : 0;

  return g_unichar_isalpha (first) && !g_unichar_islower (first) && !g_unichar_isupper (second) &&
         !is_title (word) && !is_article (word);
}

/* An office that anybody can ring, in English and Welsh. */
static gboolean
is_office (const char *name)
{
  static const char * const offices[] = { "safeguarding", "council", "police", "ambulance",
                                          "diogelu", "cyngor", "heddlu", "ambiwlans", NULL };
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_auto(GStrv) words = g_strsplit_set (folded, " ,;\n\t", -1);

  for (char **word = words; *word != NULL; word++)
    if (g_strv_contains (offices, *word))
      return TRUE;
  return FALSE;
}

static char **
split (const char *name)
{
  return g_strsplit_set (name, " ,;\n\t", -1);
}

char *
tend_redact_name (const char *name)
{
  g_auto(GStrv) words = split (name);
  GString *initials = g_string_new (NULL);
  gboolean any = FALSE;

  if (is_office (name))
    {
      g_string_assign (initials, name);
      return g_string_free (initials, FALSE);
    }

  for (char **word = words; *word != NULL; word++)
    if (!any && is_title (*word))
      {
        g_string_append_printf (initials, "%s ", *word);
      }
    else if (is_name (*word))
      {
        g_string_append_unichar (initials, g_utf8_get_char (*word));
        g_string_append_c (initials, '.');
        any = TRUE;
      }

  if (!any)
    g_string_assign (initials, name);
  return g_string_free (initials, FALSE);
}

static gint
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  gsize left = strlen (((const Pair *) a)->name);
  gsize right = strlen (((const Pair *) b)->name);

  return left > right ? -1 : left < right;
}

static void
add_pair (TendRedaction *self,
          const char    *name,
          const char    *instead)
{
  Pair pair = { g_strdup (name), g_strdup (instead) };

  /* The first that has a name keeps it: the person before their family. */
  for (guint i = 0; i < self->pairs->len; i++)
    if (strcmp (g_array_index (self->pairs, Pair, i).name, name) == 0)
      {
        clear_pair (&pair);
        return;
      }
  g_array_append_val (self->pairs, pair);
}

void
tend_redaction_add (TendRedaction *self,
                    const char    *name)
{
  g_auto(GStrv) words = split (name);
  g_autofree char *initials = tend_redact_name (name);
  gboolean first = TRUE;

  if (strcmp (initials, name) == 0)
    return;
  add_pair (self, name, initials);
  for (char **word = words; *word != NULL; word++)
    if (is_name (*word) && g_utf8_strlen (*word, -1) > 1)
      {
        g_autofree char *own = tend_redact_name (*word);
        /* Of “Dr Amin” the surname is the first. */
        gboolean titled = is_title (words[0]);

        add_pair (self, *word, first && !titled ? initials : own);
        first = FALSE;
      }
  g_array_sort (self->pairs, compare_pairs);
}

void
tend_redaction_keep (TendRedaction *self,
                     const char    *name)
{
  if (*name == '\0')
    return;

  add_pair (self, name, name);
  g_array_sort (self->pairs, compare_pairs);
}

void
tend_redaction_add_address (TendRedaction *self,
                            const char    *address)
{
  g_auto(GStrv) lines = g_strsplit_set (address, "\n,", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      const char *whole = g_strstrip (*line);
      const char *street = whole + strspn (whole, "0123456789");

      /* "14a Station Terrace" is known without its number, too. */
      if (street != whole && strchr (street, ' ') != NULL)
        street = strchr (street, ' ') + 1;
      if (g_utf8_strlen (whole, -1) >= LEAST_ADDRESS)
        add_pair (self, whole, "…");
      if (street != whole && g_utf8_strlen (street, -1) >= LEAST_ADDRESS)
        add_pair (self, street, "…");
    }
  g_array_sort (self->pairs, compare_pairs);
}

static gboolean
is_inside_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static const Pair *
find_at (TendRedaction *self,
         const char    *text)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);
      gsize length = strlen (pair->name);

      if (strncmp (text, pair->name, length) == 0 &&
          !is_inside_word (g_utf8_get_char (text + length)))
        return pair;
    }
  return NULL;
}

/* Whether the word before @after is the month of a date: "May 2026" is nobody's name. */
static gboolean
is_month (const char *word,
          const char *after)
{
  static const char * const months[] = { "April", "May", "June", "August", "Ebrill", "Mai",
                                         "Mehefin", "Awst", NULL };

  return g_strv_contains (months, word) && *after == ' ' &&
         strspn (after + 1, "0123456789") == 4 &&
         !is_inside_word (g_utf8_get_char (after + 5));
}

char *
tend_redaction_run (TendRedaction *self,
                    const char    *text)
{
  GString *result = g_string_new (NULL);
  gboolean inside = FALSE;

  while (*text != '\0')
    {
      const Pair *pair = inside ? NULL : find_at (self, text);

      if (pair != NULL && !is_month (pair->name, text + strlen (pair->name)))
        {
          g_string_append (result, pair->instead);
          text += strlen (pair->name);
          /* The point of the initials ends the sentence, too. */
          if (*text == '.' && result->str[result->len - 1] == '.')
            text++;
          inside = FALSE;
          continue;
        }
      inside = is_inside_word (g_utf8_get_char (text));
      g_string_append_unichar (result, g_utf8_get_char (text));
      text = g_utf8_next_char (text);
    }
  return g_string_free (result, FALSE);
}
