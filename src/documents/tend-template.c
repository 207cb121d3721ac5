/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-template.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "tend-error.h"
#include "tend-text.h"
#include "tend-templates.h"

#define RESOURCE "/org/tendcare/Tend/templates/"
#define MAX_DEPTH 16

typedef struct
{
  GHashTable *values;
  const char *text;     /* the whole wording */
  const char *at;       /* how far it has been read */
  GString    *out;
  char       *open[MAX_DEPTH];
  gboolean    shown[MAX_DEPTH];
  int         depth;
} Filler;

static int
line_of (const Filler *self,
         const char   *place)
{
  int line = 1;

  for (const char *p = self->text; p < place; p++)
    line += *p == '\n';
  return line;
}

static gboolean
is_shown (const Filler *self)
{
  for (int i = 0; i < self->depth; i++)
    if (!self->shown[i])
      return FALSE;
  return TRUE;
}

static gboolean
is_blank (const char *from,
          const char *to)
{
  for (; from < to; from++)
    if (*from != ' ' && *from != '\t')
      return FALSE;
  return TRUE;
}

static const char *
line_start (const Filler *self,
            const char   *place)
{
  while (place > self->text && place[-1] != '\n')
    place--;
  return place;
}

static const char *
line_end (const char *place)
{
  return place + strcspn (place, "\n");
}

/* Whether @from to @to is only the sign of a list item, "- " or "1. ". */
static gboolean
is_item_sign (const char *from,
              const char *to)
{
  while (from < to && *from == ' ')
    from++;
  if (from < to && strchr ("-*+", *from))
    from++;
  else
    {
      const char *digits = from;

      while (from < to && g_ascii_isdigit (*from))
        from++;
      if (from == digits || from == to || (*from != '.' && *from != ')'))
        return FALSE;
      from++;
    }
  return from < to && is_blank (from, to);
}

/* So that a name never turns into emphasis, a list or a heading. */
static void
append_escaped (GString    *out,
                const char *text,
                gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_ispunct (text[i]))
        g_string_append_c (out, '\\');
      g_string_append_c (out, g_ascii_iscntrl (text[i]) ? ' ' : text[i]);
    }
}

static void
append_item (GString    *out,
             const char *line)
{
  const char *tab = strchr (line, '\t');

  if (tab == NULL || tab == line)
    {
      append_escaped (out, line, strlen (line));
      return;
    }
  g_string_append (out, "**");
  append_escaped (out, line, tab - line);
  g_string_append (out, "**: ");
  append_escaped (out, tab + 1, strlen (tab + 1));
}

static void
append_value (Filler     *self,
              const char *tag,
              const char *tag_end,
              const char *value)
{
  const char *start = line_start (self, tag);
  gboolean ends_line = is_blank (tag_end, line_end (tag_end));
  gboolean item = ends_line && is_item_sign (start, tag);
  gboolean alone = ends_line && is_blank (start, tag);
  g_autofree char *isolated = tend_text_isolate (value);
  g_auto(GStrv) lines = g_strsplit (isolated, "\n", -1);
  gboolean first = TRUE;

  for (char **line = lines; *line; line++)
    {
      g_strstrip (*line);
      if (**line == '\0')
        continue;
      if (!first && item)
        {
          g_string_append_c (self->out, '\n');
          g_string_append_len (self->out, start, tag - start);
        }
      else if (!first)
        g_string_append (self->out, alone ? "\\\n" : ", ");
      if (item)
        append_item (self->out, *line);
      else
        append_escaped (self->out, *line, strlen (*line));
      first = FALSE;
    }
}

static gboolean
look_up (Filler      *self,
         const char  *tag,
         const char  *name,
         const char **value,
         GError     **error)
{
  *value = g_hash_table_lookup (self->values, name);
  if (*value != NULL)
    return TRUE;
  g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
               _("Line %d of the wording has “{{%s}}”, which Tend cannot fill in. "
                 "Please check its spelling."), line_of (self, tag), name);
  return FALSE;
}

static gboolean
open_section (Filler      *self,
              const char  *tag,
              const char  *name,
              gboolean     inverted,
              GError     **error)
{
  const char *value;

  if (!look_up (self, tag, name, &value, error))
    return FALSE;
  if (self->depth == MAX_DEPTH)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("Line %d of the wording has too many parts within parts."),
                   line_of (self, tag));
      return FALSE;
    }
  self->open[self->depth] = g_strdup (name);
  self->shown[self->depth] = (*value != '\0') != inverted;
  self->depth++;
  return TRUE;
}

static gboolean
close_section (Filler      *self,
               const char  *tag,
               const char  *name,
               GError     **error)
{
  if (self->depth == 0 || strcmp (self->open[self->depth - 1], name) != 0)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("Line %d of the wording ends a part with “{{/%s}}” that does not "
                     "begin before it."), line_of (self, tag), name);
      return FALSE;
    }
  self->depth--;
  g_free (self->open[self->depth]);
  return TRUE;
}

/* A section's sign alone on a line takes the line with it. */
static void
skip_line_of_its_own (Filler     *self,
                      const char *tag)
{
  const char *start = line_start (self, tag);
  const char *end = line_end (self->at);

  if (!is_blank (start, tag) || !is_blank (self->at, end))
    return;
  if (is_shown (self))
    g_string_truncate (self->out, self->out->len - (tag - start));
  self->at = *end ? end + 1 : end;
}

static gboolean
fill_tag (Filler      *self,
          GError     **error)
{
  const char *tag = self->at;
  const char *end = strstr (tag, "}}");
  g_autofree char *name = NULL;
  const char *value;
  char sign = tag[2];

  if (end == NULL || line_end (tag) < end)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("Line %d of the wording has “{{” without “}}” after it."),
                   line_of (self, tag));
      return FALSE;
    }
  self->at = end + 2;
  name = g_strstrip (g_strndup (tag + 2, end - tag - 2));
  if (sign == '#' || sign == '^' || sign == '/')
    {
      char *inner = g_strdup (g_strstrip (name + 1));

      g_free (name);
      name = inner;
      skip_line_of_its_own (self, tag);
      return sign == '/' ? close_section (self, tag, name, error)
                         : open_section (self, tag, name, sign == '^', error);
    }

  if (!look_up (self, tag, name, &value, error))
    return FALSE;
  if (is_shown (self))
    append_value (self, tag, self->at, value);
  return TRUE;
}

static gboolean
fill (Filler  *self,
      GError **error)
{
  while (*self->at)
    {
      if (g_str_has_prefix (self->at, "{{"))
        {
          if (!fill_tag (self, error))
            return FALSE;
          continue;
        }
      /* Comments are notes to whoever edits the wording. */
      if (g_str_has_prefix (self->at, "<!--"))
        {
          const char *end = strstr (self->at, "-->");

          end = end ? end + 3 : self->at + strlen (self->at);
          if (is_shown (self))
            g_string_append_len (self->out, self->at, end - self->at);
          self->at = end;
          continue;
        }
      if (is_shown (self))
        g_string_append_c (self->out, *self->at);
      self->at++;
    }
  if (self->depth == 0)
    return TRUE;
  g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
               _("The wording begins a part with “{{#%s}}” that does not end. "
                 "Please add “{{/%s}}”."), self->open[self->depth - 1],
               self->open[self->depth - 1]);
  return FALSE;
}

GHashTable *
tend_template_values (const TendPlaceholder *places,
                      const char *const     *texts,
                      gsize                  n)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (gsize i = 0; i < n; i++)
    g_hash_table_insert (values, (gpointer) places[i].name,
                         g_strdup (texts[i] != NULL ? texts[i] : ""));

  return values;
}

char *
tend_template_fill (const char  *markdown,
                    GHashTable  *values,
                    GError     **error)
{
  Filler self = { .values = values, .text = markdown, .at = markdown };
  gboolean done;

  g_return_val_if_fail (markdown != NULL && values != NULL, NULL);

  self.out = g_string_sized_new (strlen (markdown) * 2);
  done = fill (&self, error);
  while (self.depth > 0)
    g_free (self.open[--self.depth]);
  return g_string_free (self.out, !done);
}

char *
tend_template_load (const char  *name,
                    GError     **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  path = g_strdup_printf (RESOURCE "%s.md", name);
  bytes = g_resource_lookup_data (tend_templates_get_resource (), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND, _("There is no wording called “%s”."),
                   name);
      return NULL;
    }
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
tend_template_fill_own (const char  *name,
                        const char  *wording,
                        GHashTable  *values,
                        GError     **error)
{
  g_autofree char *own = NULL;

  g_return_val_if_fail (name != NULL && values != NULL, NULL);

  if (wording == NULL)
    wording = own = tend_template_load (name, error);

  return wording != NULL ? tend_template_fill (wording, values, error) : NULL;
}
