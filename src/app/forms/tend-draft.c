/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-draft.h"

/* The text form of a dictionary of field names and interchange values.  What cannot
 * be read is kept as it was typed, by the field's name behind a mark.
 */
#define DRAFT_TYPE G_VARIANT_TYPE ("a{ss}")
#define AS_TYPED   '?'

/* Of lines, one such dictionary each, with the line's id. */
#define LINES_TYPE G_VARIANT_TYPE ("aa{ss}")
#define ID         "id"

char *
tend_draft_key (TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  const char *whose = NULL;

  if (tend_record_is_stored (record))
    return g_strdup_printf ("draft/%s/%s", kind->name, tend_record_get_id (record));

  if (kind->parent != NULL)
    whose = tend_record_get_text (record, kind->parent);
  else if (tend_kind_field (kind, "client") != NULL)
    whose = tend_record_get_text (record, "client");

  return g_strdup_printf ("draft/%s/new%s%s", kind->name,
                          whose != NULL ? "-" : "", whose != NULL ? whose : "");
}

/* Writes the pairs down; returns the fields in them. */
static GHashTable *
add_typed (GVariantBuilder   *builder,
           const char *const *typed)
{
  GHashTable *fields = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; typed != NULL && typed[i] != NULL; i += 2)
    {
      g_autofree char *key = g_strdup_printf ("%c%s", AS_TYPED, typed[i]);

      g_variant_builder_add (builder, "{ss}", key, typed[i + 1]);
      g_hash_table_add (fields, (gpointer) typed[i]);
    }

  return fields;
}

char *
tend_draft_make (TendRecord        *original,
                 TendRecord        *record,
                 const char *const *typed)
{
  GVariantBuilder builder;
  g_autoptr(GHashTable) unreadable = NULL;
  g_autoptr(GVariant) draft = NULL;

  g_variant_builder_init (&builder, DRAFT_TYPE);
  unreadable = add_typed (&builder, typed);
  for (const TendField *field = tend_record_get_kind (record)->fields; field->name != NULL; field++)
    {
      g_autofree char *before = tend_record_format (original, field);
      g_autofree char *after = tend_record_format (record, field);

      if (!g_hash_table_contains (unreadable, field->name) && !g_str_equal (before, after))
        g_variant_builder_add (&builder, "{ss}", field->name, after);
    }

  draft = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_n_children (draft) > 0 ? g_variant_print (draft, FALSE) : NULL;
}

GStrv
tend_draft_dup_typed (const char *draft)
{
  g_autoptr(GVariant) values = g_variant_parse (DRAFT_TYPE, draft, NULL, NULL, NULL);
  g_autoptr(GStrvBuilder) typed = g_strv_builder_new ();
  const char *name, *text;
  GVariantIter iter;

  if (values != NULL)
    {
      g_variant_iter_init (&iter, values);
      while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
        if (*name == AS_TYPED)
          g_strv_builder_add_many (typed, name + 1, text, NULL);
    }

  return g_strv_builder_end (typed);
}

static gboolean
set_field (TendRecord      *record,
           const TendField *field,
           const char      *text)
{
  g_autofree char *before = tend_record_format (record, field);

  return !g_str_equal (before, text) && tend_record_parse (record, field, text, NULL);
}

gboolean
tend_draft_apply (const char *draft,
                  TendRecord *record)
{
  g_autoptr(GVariant) values = g_variant_parse (DRAFT_TYPE, draft, NULL, NULL, NULL);
  const char *name, *text;
  gboolean changed = FALSE;
  GVariantIter iter;

  if (values == NULL)
    return FALSE;

  g_variant_iter_init (&iter, values);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &text))
    {
      const TendField *field = tend_kind_field (tend_record_get_kind (record), name);

      if (field != NULL && set_field (record, field, text))
        changed = TRUE;
    }

  return changed;
}

static void
add_line (GVariantBuilder *builder,
          TendRecord      *line)
{
  g_variant_builder_open (builder, DRAFT_TYPE);
  g_variant_builder_add (builder, "{ss}", ID, tend_record_get_id (line));
  for (const TendField *field = tend_record_get_kind (line)->fields; field->name != NULL; field++)
    {
      g_autofree char *text = tend_record_format (line, field);

      if (!(field->flags & TEND_FIELD_INTERNAL) && *text != '\0')
        g_variant_builder_add (builder, "{ss}", field->name, text);
    }
  g_variant_builder_close (builder);
}

char *
tend_draft_make_lines (GPtrArray *before,
                       GPtrArray *lines)
{
  gboolean same = before->len == lines->len;
  g_autoptr(GVariant) draft = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, LINES_TYPE);
  for (guint i = 0; i < lines->len; i++)
    {
      same = same && tend_record_equal (before->pdata[i], lines->pdata[i]);
      add_line (&builder, lines->pdata[i]);
    }

  draft = g_variant_ref_sink (g_variant_builder_end (&builder));
  return same ? NULL : g_variant_print (draft, FALSE);
}

static TendRecord *
new_line (const TendKind *kind,
          TendRecord     *parent,
          const char     *id)
{
  TendRecord *line = tend_record_new (kind);

  tend_record_set_id (line, id);
  if (parent != NULL)
    tend_record_set_text (line, kind->parent, tend_record_get_id (parent));
  return line;
}

/* The line of @values: what is not in them was not set. */
static TendRecord *
parse_line (GVariant       *values,
            const TendKind *kind,
            TendRecord     *parent,
            GPtrArray      *before)
{
  TendRecord *line = NULL;
  const char *id;

  if (!g_variant_lookup (values, ID, "&s", &id))
    return NULL;

  for (guint i = 0; i < before->len && line == NULL; i++)
    if (g_str_equal (tend_record_get_id (before->pdata[i]), id))
      line = tend_record_copy (before->pdata[i]);
  if (line == NULL)
    line = new_line (kind, parent, id);

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    {
      const char *text = "";

      g_variant_lookup (values, field->name, "&s", &text);
      if (!(field->flags & TEND_FIELD_INTERNAL))
        set_field (line, field, text);
    }

  return line;
}

GPtrArray *
tend_draft_parse_lines (const char     *text,
                        const TendKind *kind,
                        TendRecord     *parent,
                        GPtrArray      *before)
{
  g_autoptr(GVariant) draft = g_variant_parse (LINES_TYPE, text, NULL, NULL, NULL);
  GPtrArray *lines;

  if (draft == NULL)
    return NULL;

  lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; i < g_variant_n_children (draft); i++)
    {
      g_autoptr(GVariant) values = g_variant_get_child_value (draft, i);
      TendRecord *line = parse_line (values, kind, parent, before);

      if (line != NULL)
        g_ptr_array_add (lines, line);
    }

  return lines;
}

void
tend_draft_reset (TendRecord *record,
                  TendRecord *other)
{
  g_return_if_fail (tend_record_get_kind (record) == tend_record_get_kind (other));

  for (const TendField *field = tend_record_get_kind (record)->fields; field->name != NULL; field++)
    {
      g_autofree char *text = tend_record_format (other, field);

      set_field (record, field, text);
    }
}
