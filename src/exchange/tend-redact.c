/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-redact-private.h"

#include "tend-redact.h"

#include <string.h>

#define LEAST_ADDRESS 3 /* letters of a line, so that the number of a house alone is none */
#define LEAST_LETTERS 3 /* of a name, so that it is one with an s, too */

typedef struct
{
  char     *name;    /* folded */
  char     *instead; /* NULL: it stays as it is */
  gboolean  proper;  /* only with a capital, or after "Mrs" */
} Pair;

struct _TendRedaction
{
  GArray   *pairs;  /* Pair, the longest name first */
  gboolean  titles; /* whoever has one is named */
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
  TendRedaction *self = g_new0 (TendRedaction, 1);

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

/* Folding */

static const char *
next_cluster (const char *text)
{
  text = g_utf8_next_char (text);
  while (*text != '\0' && g_unichar_ismark (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* A letter with its accents, as it is compared: in small letters, and one apostrophe is as good
 * as another. */
static void
fold_cluster (GString    *folded,
              const char *text,
              gsize       length)
{
  gunichar c = g_utf8_get_char (text);
  g_autofree char *small = NULL;
  g_autofree char *whole = NULL;

  if (length == 1)
    g_string_append_c (folded, g_ascii_isspace (c) ? ' ' : g_ascii_tolower (c));
  else if (c == 0x2018 || c == 0x2019 || c == 0x201b || c == 0x2032 || c == 0x02bc || c == 0x00b4)
    g_string_append_c (folded, '\'');
  else if (c >= 0x2010 && c <= 0x2013)
    g_string_append_c (folded, '-');
  else if (g_unichar_type (c) != G_UNICODE_FORMAT)
    {
      small = g_utf8_casefold (text, length);
      whole = g_utf8_normalize (small, -1, G_NORMALIZE_ALL_COMPOSE);
      g_string_append (folded, whole != NULL ? whole : small);
    }
}

/* (transfer full): @places (nullable): where in @text each of its bytes comes from, and of its
 * end. */
static char *
fold (const char *text,
      GArray     *places)
{
  GString *folded = g_string_new (NULL);
  const char *at = text;
  gsize place = 0;

  while (*at != '\0')
    {
      const char *next = next_cluster (at);
      gsize before = folded->len;

      place = at - text;
      fold_cluster (folded, at, next - at);
      /* A name may be on two lines. */
      if (before > 0 && folded->str[before - 1] == ' ' && strcmp (folded->str + before, " ") == 0)
        g_string_truncate (folded, before);
      for (gsize i = before; places != NULL && i < folded->len; i++)
        g_array_append_val (places, place);
      at = next;
    }

  place = at - text;
  if (places != NULL)
    g_array_append_val (places, place);
  return g_string_free (folded, FALSE);
}

/* Pairs */

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
  g_autofree char *folded = fold (name, NULL);
  Pair pair = { .name = g_strdup (g_strstrip (folded)), .instead = g_strdup (instead) };

  pair.proper = tend_redact_is_common (pair.name);
  /* The first that has a name keeps it: the person before their family. */
  for (guint i = 0; i < self->pairs->len; i++)
    if (strcmp (g_array_index (self->pairs, Pair, i).name, pair.name) == 0)
      {
        clear_pair (&pair);
        return;
      }
  g_array_append_val (self->pairs, pair);
}

/* (transfer full): with one letter for each that has an accent, as many write it. */
static char *
without_accents (const char *word)
{
  g_autofree char *parts = g_utf8_normalize (word, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_new (NULL);

  for (const char *at = parts; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));
  return g_string_free (plain, FALSE);
}

/* A name or a word of it, also as others may write it: Oneill, Sean. */
static void
add_word (TendRedaction *self,
          const char    *word,
          const char    *instead)
{
  g_autofree char *folded = fold (word, NULL);
  g_autofree char *plain = without_accents (folded);
  g_auto(GStrv) parts = g_strsplit (folded, "'", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  if (g_utf8_strlen (folded, -1) == 1)
    return;

  add_pair (self, folded, instead);
  add_pair (self, joined, instead);
  if (*plain != '\0')
    add_pair (self, plain, instead);
}

/* The halves of Anne-Marie. */
static void
add_parts (TendRedaction *self,
           const char    *word)
{
  g_autofree char *folded = fold (word, NULL);
  g_auto(GStrv) parts = g_strsplit (folded, "-", -1);

  for (char **part = parts; parts[1] != NULL && *part != NULL; part++)
    if (g_utf8_strlen (*part, -1) > 1 && !tend_redact_is_joint (*part) &&
        !tend_redact_is_little (*part))
      {
        g_autofree char *own = tend_redact_name (*part);

        add_word (self, *part, own);
      }
}

/* "The alarm centre", whom one rings as well: no word of it is a name. */
static gboolean
is_a_thing (const char *name)
{
  const char *words[] = { "The ", "the ", "Y ", "y ", "Yr ", "yr " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (name, words[i]))
      {
        for (const char *at = name + strlen (words[i]); *at != '\0'; at = g_utf8_next_char (at))
          if (g_unichar_isupper (g_utf8_get_char (at)))
            return FALSE;
        return TRUE;
      }

  return FALSE;
}

void
tend_redaction_add (TendRedaction *self,
                    const char    *name)
{
  gboolean titled;
  g_autoptr(GPtrArray) words = tend_redact_words (name, &titled);
  g_autofree char *initials = tend_redact_name (name);
  g_autoptr(GString) joined = g_string_new (NULL);

  if (words->len == 0 || is_a_thing (name))
    return;

  add_word (self, name, initials);
  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *own = tend_redact_name (words->pdata[i]);

      /* Of “Dr Amin” the surname is the first. */
      add_word (self, words->pdata[i], i == 0 && !titled ? initials : own);
      add_parts (self, words->pdata[i]);
      g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", (char *) words->pdata[i]);
    }
  if (words->len > 1 && !titled)
    add_word (self, joined->str, initials);
  g_array_sort (self->pairs, compare_pairs);
}

void
tend_redaction_keep (TendRedaction *self,
                     const char    *name)
{
  if (*name == '\0')
    return;

  add_pair (self, name, NULL);
  g_array_sort (self->pairs, compare_pairs);
}

void
tend_redaction_add_titles (TendRedaction *self)
{
  self->titles = TRUE;
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

/* "mrs rose", where a rose alone is none. */
static gboolean
follows_title (const char *folded,
               gsize       at)
{
  static const char *const titles[] = { "mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.", "dr.",
                                        NULL };
  gsize end = at > 0 && folded[at - 1] == ' ' ? at - 1 : 0;
  gsize start = end;
  g_autofree char *word = NULL;

  while (start > 0 && folded[start - 1] != ' ')
    start--;
  word = g_strndup (folded + start, end - start);
  return g_strv_contains (titles, word);
}

/* Whether a name ends here, were it with an s: "Dorothys tablets".  Nor is Don in "don't". */
static gboolean
is_end (const char *after,
        gsize       length)
{
  const char *s = g_str_has_prefix (after, "es") ? after + 2 : after + (*after == 's');

  if (g_str_has_prefix (after, "'t"))
    return FALSE;
  return !is_inside_word (g_utf8_get_char (after)) ||
         (length >= LEAST_LETTERS && s > after && !is_inside_word (g_utf8_get_char (s)));
}

/* Whether the word before @after is the month of a date: "May 2026" is nobody's name. */
static gboolean
is_month (const char *word,
          const char *after)
{
  static const char *const months[] = { "april", "may", "june", "august", "ebrill", "mai",
                                        "mehefin", "awst", NULL };

  return g_strv_contains (months, word) && *after == ' ' &&
         strspn (after + 1, "0123456789") == 4 &&
         !is_inside_word (g_utf8_get_char (after + 5));
}

typedef struct
{
  const char *text;
  const char *folded;
  gsize      *places; /* of each byte folded, in the text */
} Running;

static const Pair *
find_at (TendRedaction *self,
         const Running *running,
         gsize          at)
{
  const char *text = running->text + running->places[at];
  gboolean proper = !g_unichar_islower (g_utf8_get_char (text)) ||
                    follows_title (running->folded, at);

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);
      gsize length = strlen (pair->name);

      if ((proper || !pair->proper) &&
          strncmp (running->folded + at, pair->name, length) == 0 &&
          is_end (running->folded + at + length, length) &&
          !is_month (pair->name, running->folded + at + length) &&
          running->places[at + length] != running->places[at + length - 1])
        return pair;
    }
  return NULL;
}

static char *
hide_known (TendRedaction *self,
            const char    *text)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *folded = fold (text, places);
  const Running running = { text, folded, (gsize *) places->data };
  GString *result = g_string_new_len (text, running.places[0]);
  gboolean inside = FALSE;
  gsize at = 0;

  while (folded[at] != '\0')
    {
      const Pair *pair = inside ? NULL : find_at (self, &running, at);
      gsize next = pair != NULL ? at + strlen (pair->name) : at + 1;

      while (running.places[next] == running.places[next - 1])
        next++;
      if (pair != NULL && pair->instead != NULL)
        {
          g_string_append (result, pair->instead);
          /* The point of the initials ends the sentence, too. */
          if (folded[next] == '.' && result->str[result->len - 1] == '.')
            next++;
        }
      else
        g_string_append_len (result, text + running.places[at],
                             running.places[next] - running.places[at]);
      inside = pair == NULL && is_inside_word (g_utf8_get_char (folded + at));
      at = next;
    }
  return g_string_free (result, FALSE);
}

char *
tend_redaction_run (TendRedaction *self,
                    const char    *text)
{
  g_autofree char *known = hide_known (self, text);

  return self->titles ? tend_redact_titled (known) : g_steal_pointer (&known);
}
