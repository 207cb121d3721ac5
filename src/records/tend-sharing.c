/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-sharing.h"

#include <string.h>

#define SEPARATORS "\n\r\t,;/"

/* What comes before a name and is no part of it, first what can join two of them; a single letter
 * could be an initial. */
static const char *const joints[] = { "and ", "& ", "ac ", "the ", "yr " };

/* In small letters, with one space between words. */
static char *
fold (const char *text)
{
  g_autofree char *small = g_utf8_casefold (text, -1);
  g_autofree char *whole = g_utf8_normalize (small, -1, G_NORMALIZE_ALL_COMPOSE);
  g_auto(GStrv) words = g_strsplit (whole != NULL ? whole : small, " ", -1);
  g_autoptr(GStrvBuilder) kept = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (kept, *word);
  all = g_strv_builder_end (kept);
  return g_strjoinv (" ", all);
}

/* What says for whom it is not, or not yet: who writes so agreed to less than the names in it.
 * "but", "won't", "refused", "excluding", "my GP only", "until I say so". */
static gboolean
has_exception (const char *folded)
{
  static const char *const words[] = {
    "but", "except", "excepting", "excepted", "not", "never", "no", "none", "nobody", "apart",
    "than", "without", "only", "until", "till", "unless", "if", "stop", "stopped", "cannot",
    "dont", "wont", "cant", "doesnt", "shouldnt", "mustnt", "wouldnt", "ond", "heblaw", "eithrio",
    "ddim", "dim", "nid", "neb", "unig", "nes", "oni", "peidio", NULL
  };
  static const char *const stems[] = { "refus", "exclud", "declin", "object", "withdr", "gwrthod" };
  g_auto(GStrv) all = g_strsplit_set (folded, " " SEPARATORS ".()", -1);

  if (strchr (folded, ':') != NULL || strstr (folded, "n't") != NULL ||
      strstr (folded, "n’t") != NULL)
    return TRUE;

  for (char **word = all; *word != NULL; word++)
    {
      if (g_strv_contains (words, *word))
        return TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
        if (g_str_has_prefix (*word, stems[i]))
          return TRUE;
    }

  return FALSE;
}

/* A name without what joins it to the one before, and without a full stop. */
static const char *
strip (char *name)
{
  gboolean again = TRUE;

  g_strstrip (name);
  if (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
        if (g_str_has_prefix (name, joints[i]))
          {
            name += strlen (joints[i]);
            again = TRUE;
          }
    }

  return name;
}

/* Whether a name begins at @at: nothing is before it but what joins it to another. */
static gboolean
begins_at (const char *names,
           const char *at)
{
  g_autofree char *before = g_strndup (names, at - names);
  gsize length = strlen (before);
  gboolean joined = FALSE, again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
        if (g_str_has_suffix (before, joints[i]) &&
            (length == strlen (joints[i]) || before[length - strlen (joints[i]) - 1] == ' '))
          {
            joined = i < 2;
            length -= strlen (joints[i]);
            before[length] = '\0';
            again = TRUE;
          }
    }

  return joined || strspn (before, " ") == length;
}

static gboolean
ends_at (const char *at)
{
  if (*at == '.')
    at++;

  return strspn (at, " ") == strlen (at) || g_str_has_prefix (at, " and ") ||
         g_str_has_prefix (at, " & ");
}

/* “Johnson and Sons” may be one name, or two: it is looked for as it is written. */
static gboolean
is_among (const char *names,
          const char *wanted)
{
  for (const char *at = strstr (names, wanted); at != NULL; at = strstr (at + 1, wanted))
    if (begins_at (names, at) && ends_at (at + strlen (wanted)))
      return TRUE;

  return FALSE;
}

gboolean
tend_sharing_names (const char *with,
                    const char *recipient)
{
  g_autofree char *all = fold (with != NULL ? with : "");
  g_autofree char *folded = NULL;
  g_auto(GStrv) parts = NULL;
  const char *wanted;

  g_return_val_if_fail (recipient != NULL, FALSE);

  folded = fold (recipient);
  wanted = strip (folded);
  if (*wanted == '\0' || has_exception (all))
    return FALSE;

  /* All of it first: a name may have a comma of its own. */
  if (is_among (all, wanted))
    return TRUE;
  parts = g_strsplit_set (all, SEPARATORS, -1);
  for (char **part = parts; *part != NULL; part++)
    if (is_among (*part, wanted))
      return TRUE;

  return FALSE;
}

gboolean
tend_sharing_refuses (const char *with,
                      const char *recipient)
{
  static const char *const everybody[] = {
    "all", "any", "anyone", "anybody", "everyone", "everybody", "else", "others", "pawb", "unrhyw",
    NULL
  };
  g_autofree char *all = fold (with != NULL ? with : "");
  g_autofree char *folded = NULL;
  g_auto(GStrv) words = g_strsplit_set (all, " " SEPARATORS ".()", -1);
  g_auto(GStrv) parts = g_strsplit_set (all, SEPARATORS, -1);
  const char *wanted;

  g_return_val_if_fail (recipient != NULL, TRUE);

  folded = fold (recipient);
  wanted = strip (folded);
  if (*all == '\0' || has_exception (all))
    return TRUE;

  for (char **word = words; *word != NULL; word++)
    if (g_strv_contains (everybody, *word))
      return TRUE;

  for (char **part = parts; *part != NULL; part++)
    {
      const char *named = strip (*part);

      if (*named != '\0' && (strstr (named, wanted) != NULL || strstr (wanted, named) != NULL))
        return TRUE;
    }

  return FALSE;
}
