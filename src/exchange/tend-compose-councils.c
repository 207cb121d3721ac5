/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-private.h"

#include "tend-clients.h"
#include "tend-scheme.h"

#include <string.h>

/* Whether the profile says so; a carer in no scheme is under the rules of most. */
static gboolean
has_word (const TendScheme *scheme,
          const char       *key,
          const char       *word)
{
  g_autofree char *value = tend_scheme_get_text (scheme, key);

  return g_strcmp0 (value, word) == 0;
}

static gboolean
is_named (GString    *lines,
          const char *name)
{
  g_autofree char *all = g_utf8_casefold (lines->str, -1);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return strstr (all, folded) != NULL;
}

static void
add_line (GString    *lines,
          const char *text)
{
  g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
}

/* Whom the carer named themselves comes first, and is not named again. */
static void
add_concern (GString          *lines,
             const TendScheme *scheme)
{
  g_autofree char *council = tend_scheme_get_text (scheme, "council");
  g_autofree char *hears = tend_scheme_get_text (scheme, "hears");
  g_autofree char *line = NULL;

  if (council == NULL || is_named (lines, council))
    return;

  line = hears != NULL ? g_strdup_printf ("%s\t%s", council, hears) : g_strdup (council);
  add_line (lines, line);
}

/* What a profile asks in a sentence of its own, where it does. */
static void
add_sentence (GString          *lines,
              const TendScheme *scheme,
              const char       *key)
{
  g_autofree char *sentence = tend_scheme_get_text (scheme, key);

  if (sentence != NULL)
    add_line (lines, sentence);
}

static void
add_scheme (TendCouncils     *councils,
            const TendScheme *scheme,
            GString          *names,
            GString          *concerns)
{
  add_line (names, tend_scheme_get_name (scheme));
  add_concern (concerns, scheme);
  councils->wales |= has_word (scheme, "country", "wales");
  councils->england |= !has_word (scheme, "country", "wales");
  councils->cover_agreed |= has_word (scheme, "cover", "agreed");
  councils->cover_chosen |= !has_word (scheme, "cover", "agreed");
}

/* (element-type TendScheme) (transfer container) */
static GPtrArray *
find_schemes (GPtrArray  *all,
              GPtrArray  *own,
              TendRecord *client,
              const char *id)
{
  GPtrArray *found = g_ptr_array_new ();
  const TendScheme *scheme = id != NULL ? tend_schemes_find (all, id) : NULL;

  if (client == NULL || scheme == NULL)
    for (guint i = 0; i < own->len; i++)
      if (client == NULL || tend_schemes_concern (own, own->pdata[i], client))
        g_ptr_array_add (found, own->pdata[i]);
  if (scheme != NULL && tend_schemes_find (found, id) == NULL)
    g_ptr_array_add (found, (gpointer) scheme);
  if (found->len == 0)
    g_ptr_array_extend (found, own, NULL, NULL);

  return found;
}

gboolean
tend_compose_councils (TendVault     *vault,
                       TendRecord    *client,
                       const char    *scheme,
                       GStringChunk  *texts,
                       TendCouncils  *councils,
                       GError       **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_autoptr(GPtrArray) own = provider != NULL ? tend_schemes_of_carer (vault, error) : NULL;
  g_autoptr(GPtrArray) all = own != NULL ? tend_schemes_load (vault, error) : NULL;
  g_autoptr(GPtrArray) concerned = NULL;
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GString) concerns = g_string_new (NULL);
  g_autoptr(GString) formal = g_string_new (NULL);
  g_autoptr(GString) keeping = g_string_new (NULL);

  if (all == NULL)
    return FALSE;

  *councils = (TendCouncils) { 0 };
  g_string_append (concerns, tend_record_is_set (provider, "complaints_to")
                               ? tend_record_get_text (provider, "complaints_to") : "");
  concerned = find_schemes (all, own, client, scheme);
  for (guint i = 0; i < concerned->len; i++)
    {
      add_scheme (councils, concerned->pdata[i], names, concerns);
      add_sentence (formal, concerned->pdata[i], "formal");
      add_sentence (keeping, concerned->pdata[i], "keeping");
    }

  councils->england |= !councils->wales;
  councils->cover_chosen |= !councils->cover_agreed;
  councils->schemes = tend_compose_keep (texts, names->str);
  councils->concerns = tend_compose_keep (texts, concerns->str);
  councils->formal = tend_compose_keep (texts, formal->str);
  councils->keeping = tend_compose_keep (texts, keeping->str);
  return TRUE;
}
