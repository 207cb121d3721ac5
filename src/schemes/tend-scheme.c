/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-scheme.h"

#include "tend-check-private.h"
#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-schemes-data.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "/org/tendcare/Tend/schemes/"

struct _TendScheme
{
  char      *id;
  char      *name;
  GKeyFile  *file;
  GPtrArray *figures;  /* NamedFigure, in the order of the file, corrections last */
  GPtrArray *rules;    /* TendRule */
};

typedef struct
{
  char             *name;
  TendSchemeFigure  figure;
} NamedFigure;

static void
named_figure_free (NamedFigure *self)
{
  g_free (self->name);
  g_free (self->figure.unit);
  g_free (self->figure.source);
  g_free (self);
}

static void
rule_free (TendRule *self)
{
  g_free (self->id);
  g_free (self->part);
  g_free (self->group);
  g_free (self->check);
  g_free (self);
}

void
tend_scheme_free (TendScheme *self)
{
  g_free (self->id);
  g_free (self->name);
  g_clear_pointer (&self->file, g_key_file_unref);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->rules);
  g_free (self);
}

/* Reading a profile */

static gboolean
bad (TendScheme  *self,
     const char  *group,
     const char  *what,
     GError     **error)
{
  g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID, "%s.ini: [%s] %s", self->id, group, what);
  return FALSE;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* "[figure NAME]" or "[figure NAME 2025-04-01]", from that day. */
static gboolean
read_figure (TendScheme  *self,
             const char  *group,
             GStrv        words,
             GError     **error)
{
  g_autoptr(GError) failure = NULL;
  NamedFigure *named = g_new0 (NamedFigure, 1);
  g_autofree char *to = g_key_file_get_string (self->file, group, "to", NULL);

  g_ptr_array_add (self->figures, named);
  named->name = g_strdup (words[1]);
  named->figure.value = g_key_file_get_int64 (self->file, group, "value", &failure);
  named->figure.unit = g_key_file_get_locale_string (self->file, group, "unit", NULL, NULL);
  named->figure.source = g_key_file_get_locale_string (self->file, group, "source", NULL, NULL);

  if (failure != NULL || named->figure.value < 0)
    return bad (self, group, "has no value, a whole number", error);
  if (is_empty (named->figure.unit) || is_empty (named->figure.source))
    return bad (self, group, "does not say its unit and its source", error);
  if (words[2] != NULL && (named->figure.from = tend_date_parse_iso (words[2])) == TEND_DATE_NONE)
    return bad (self, group, "begins on no day", error);
  if (to != NULL && ((named->figure.to = tend_date_parse_iso (to)) == TEND_DATE_NONE ||
                     named->figure.to < named->figure.from))
    return bad (self, group, "ends on no day, or before it begins", error);

  return TRUE;
}

/* "[rule ID]" or "[rule ID PART]". */
static gboolean
read_rule (TendScheme  *self,
           const char  *group,
           GStrv        words,
           GError     **error)
{
  TendRule *rule = g_new0 (TendRule, 1);
  g_autofree char *fault = NULL;

  g_ptr_array_add (self->rules, rule);
  rule->scheme = self;
  rule->id = g_strdup (words[1]);
  rule->part = g_strdup (words[2]);
  rule->group = g_strdup (group);
  rule->check = g_key_file_get_string (self->file, group, "check", NULL);

  fault = tend_rule_find_fault (rule, self->file);
  return fault == NULL || bad (self, group, fault, error);
}

static gboolean
read_group (TendScheme  *self,
            const char  *group,
            GError     **error)
{
  static const char *const others[] = { "scheme", "portfolio", "return", NULL };
  g_auto(GStrv) words = g_strsplit (group, " ", 3);
  gboolean is_rule = strcmp (words[0], "rule") == 0;

  if (g_strv_contains (others, group))
    return TRUE;
  if (!is_rule && strcmp (words[0], "figure") != 0)
    return bad (self, group, "is no group of a profile", error);
  if (words[1] == NULL)
    return bad (self, group, "has no name", error);

  return is_rule ? read_rule (self, group, words, error) : read_figure (self, group, words, error);
}

/* A rule may stand before the figure that it names. */
static gboolean
has_figures (TendScheme  *self,
             GError     **error)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const TendRule *rule = self->rules->pdata[i];
      g_auto(GStrv) names = tend_rule_get_figures (rule, self->file);

      for (guint j = 0; names[j] != NULL; j++)
        if (tend_scheme_last_figure (self, names[j], G_MAXINT) == NULL)
          {
            g_autofree char *what = g_strdup_printf ("names a figure “%s” that is not there",
                                                     names[j]);

            return bad (self, rule->group, what, error);
          }
    }

  return TRUE;
}

TendScheme *
tend_scheme_parse (const char  *id,
                   const char  *text,
                   gsize        length,
                   GError     **error)
{
  g_autoptr(TendScheme) self = g_new0 (TendScheme, 1);
  g_autoptr(GError) failure = NULL;
  g_auto(GStrv) groups = NULL;

  self->id = g_strdup (id);
  self->file = g_key_file_new ();
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) named_figure_free);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_free);

  if (!g_key_file_load_from_data (self->file, text, length, G_KEY_FILE_KEEP_TRANSLATIONS, &failure))
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID, "%s.ini: %s", id, failure->message);
      return NULL;
    }

  self->name = g_key_file_get_locale_string (self->file, "scheme", "name", NULL, NULL);
  if (is_empty (self->name))
    {
      bad (self, "scheme", "has no name", error);
      return NULL;
    }

  groups = g_key_file_get_groups (self->file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!read_group (self, groups[i], error))
      return NULL;

  return has_figures (self, error) ? g_steal_pointer (&self) : NULL;
}

/* The carer's corrections */

static void
correct_figure (TendScheme *self,
                TendRecord *correction)
{
  const char *name = tend_record_get_text (correction, "figure");
  const TendSchemeFigure *last = tend_scheme_last_figure (self, name, G_MAXINT);
  NamedFigure *named = g_new0 (NamedFigure, 1);

  named->name = g_strdup (name);
  named->figure.value = tend_record_get_int (correction, "value");
  named->figure.from = tend_record_get_int (correction, "valid_from");
  named->figure.to = tend_record_get_int (correction, "valid_to");
  named->figure.unit = g_strdup (last != NULL ? last->unit : "");
  named->figure.source = g_strdup (tend_record_get_text (correction, "source"));
  named->figure.corrected = TRUE;
  named->figure.entered_on = tend_record_get_int (correction, "entered_on");
  g_ptr_array_add (self->figures, named);
}

static gboolean
correct_figures (GPtrArray  *schemes,
                 TendVault  *vault,
                 GError    **error)
{
  g_autoptr(GPtrArray) corrections = tend_record_load_all (vault, &tend_scheme_figure_kind, error);

  for (guint i = 0; corrections != NULL && i < corrections->len; i++)
    {
      TendRecord *correction = corrections->pdata[i];
      const char *id = tend_record_get_text (correction, "scheme");

      for (guint j = 0; j < schemes->len; j++)
        {
          TendScheme *scheme = schemes->pdata[j];

          if (strcmp (scheme->id, id) == 0)
            correct_figure (scheme, correction);
        }
    }

  return corrections != NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp ((*(TendScheme **) a)->id, (*(TendScheme **) b)->id);
}

GPtrArray *
tend_schemes_load (TendVault  *vault,
                   GError    **error)
{
  g_autoptr(GPtrArray) schemes =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tend_scheme_free);
  GResource *resource = tend_schemes_get_resource ();
  g_auto(GStrv) names = g_resource_enumerate_children (resource, FOLDER, 0, error);

  if (names == NULL)
    return NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autofree char *id = g_strndup (names[i], strcspn (names[i], "."));
      g_autoptr(GBytes) bytes = g_resource_lookup_data (resource, path, 0, error);
      TendScheme *scheme = NULL;

      if (bytes != NULL)
        scheme = tend_scheme_parse (id, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                    error);
      if (scheme == NULL)
        return NULL;
      g_ptr_array_add (schemes, scheme);
    }

  g_ptr_array_sort (schemes, compare_ids);
  if (vault != NULL && !correct_figures (schemes, vault, error))
    return NULL;

  return g_steal_pointer (&schemes);
}

GPtrArray *
tend_schemes_of_carer (TendVault  *vault,
                       GError    **error)
{
  g_autoptr(GPtrArray) schemes = tend_schemes_load (vault, error);
  g_autoptr(TendRecord) provider = schemes != NULL ? tend_provider_load (vault, error) : NULL;
  g_auto(GStrv) ids = NULL;

  if (provider == NULL)
    return NULL;

  ids = tend_record_get_list (provider, "schemes");
  for (guint i = schemes->len; i-- > 0;)
    if (!g_strv_contains ((const char *const *) ids, ((TendScheme *) schemes->pdata[i])->id))
      g_ptr_array_remove_index (schemes, i);

  return g_steal_pointer (&schemes);
}

const TendScheme *
tend_schemes_find (GPtrArray  *schemes,
                   const char *id)
{
  for (guint i = 0; i < schemes->len; i++)
    if (g_strcmp0 (((TendScheme *) schemes->pdata[i])->id, id) == 0)
      return schemes->pdata[i];

  return NULL;
}

/* What it says */

const char *
tend_scheme_get_id (const TendScheme *self)
{
  return self->id;
}

const char *
tend_scheme_get_name (const TendScheme *self)
{
  return self->name;
}

char *
tend_scheme_get_text (const TendScheme *self,
                      const char       *key)
{
  char *text = g_key_file_get_locale_string (self->file, "scheme", key, NULL, NULL);

  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

GStrv
tend_scheme_get_list (const TendScheme *self,
                      const char       *group,
                      const char       *key)
{
  GStrv list = g_key_file_get_string_list (self->file, group, key, NULL, NULL);

  return list != NULL ? list : g_new0 (char *, 1);
}

static gboolean
is_over (const TendSchemeFigure *figure,
         TendDate                on)
{
  return figure->to != TEND_DATE_NONE && figure->to < on;
}

/* A correction comes last, and takes the place of what begins on the same day. */
static const TendSchemeFigure *
find_figure (const TendScheme *self,
             const char       *name,
             TendDate          on,
             gboolean          in_force)
{
  const TendSchemeFigure *last = NULL;

  for (guint i = 0; i < self->figures->len; i++)
    {
      const NamedFigure *named = self->figures->pdata[i];

      if (strcmp (named->name, name) == 0 && named->figure.from <= on &&
          !(in_force && is_over (&named->figure, on)) &&
          (last == NULL || named->figure.from >= last->from))
        last = &named->figure;
    }

  return last;
}

const TendSchemeFigure *
tend_scheme_figure (const TendScheme *self,
                    const char       *name,
                    TendDate          on)
{
  return find_figure (self, name, on, TRUE);
}

const TendSchemeFigure *
tend_scheme_last_figure (const TendScheme *self,
                         const char       *name,
                         TendDate          on)
{
  return find_figure (self, name, on, FALSE);
}

GPtrArray *
tend_scheme_figure_names (const TendScheme *self)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < self->figures->len; i++)
    {
      NamedFigure *named = self->figures->pdata[i];

      if (!g_ptr_array_find_with_equal_func (names, named->name, g_str_equal, NULL))
        g_ptr_array_add (names, named->name);
    }

  return names;
}

GPtrArray *
tend_scheme_get_rules (const TendScheme *self)
{
  return self->rules;
}

char *
tend_rule_get_text (const TendRule *self,
                    const char     *key)
{
  return g_key_file_get_locale_string (self->scheme->file, self->group, key, NULL, NULL);
}

gboolean
tend_rule_get_flag (const TendRule *self,
                    const char     *key)
{
  return g_key_file_get_boolean (self->scheme->file, self->group, key, NULL);
}

/* Whose */

/* "ST" is every "ST13"; "DE6" is not "DE65". */
static gboolean
is_in_area (const char *postcode,
            const char *area)
{
  gsize length = strlen (area);

  if (g_ascii_strncasecmp (postcode, area, length) != 0)
    return FALSE;

  return g_ascii_isdigit (area[length - 1]) ? !g_ascii_isdigit (postcode[length])
                                            : g_ascii_isdigit (postcode[length]);
}

/* The outward part alone: "DE6 1AB" and "DE61AB" are both DE6. */
static char *
outward_code (const char *postcode)
{
  g_autoptr(GString) letters = g_string_new (NULL);

  for (; *postcode != '\0'; postcode++)
    if (g_ascii_isalnum (*postcode))
      g_string_append_c (letters, *postcode);

  if (letters->len > 4)
    g_string_truncate (letters, letters->len - 3);

  return g_string_free (g_steal_pointer (&letters), FALSE);
}

gboolean
tend_scheme_has_postcode (const TendScheme *self,
                          const char       *postcode)
{
  g_autofree char *code = postcode != NULL ? outward_code (postcode) : NULL;
  g_auto(GStrv) areas = tend_scheme_get_list (self, "scheme", "postcodes");

  if (code == NULL || *code == '\0' || areas[0] == NULL)
    return TRUE;

  for (guint i = 0; areas[i] != NULL; i++)
    if (is_in_area (code, areas[i]))
      return TRUE;

  return FALSE;
}

gboolean
tend_schemes_concern (GPtrArray        *schemes,
                      const TendScheme *self,
                      TendRecord       *client)
{
  const char *postcode = tend_record_get_text (client, "postcode");
  g_auto(GStrv) named = tend_record_get_list (client, "schemes");

  if (named[0] != NULL)
    return g_strv_contains ((const char *const *) named, self->id);
  if (tend_scheme_has_postcode (self, postcode))
    return TRUE;

  for (guint i = 0; i < schemes->len; i++)
    if (tend_scheme_has_postcode (schemes->pdata[i], postcode))
      return FALSE;

  return TRUE;
}
