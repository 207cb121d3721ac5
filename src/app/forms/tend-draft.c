/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-draft.h"

/* The text form of a dictionary of field names and interchange values.  What cannot
 * be read is kept as it was typed, by the field's name behind a mark.
 */
#define DRAFT_TYPE G_VARIANT_TYPE ("a{ss}")
#define AS_TYPED   '?'

char *
tend_draft_key (TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  const char *client = NULL;

  if (tend_record_is_stored (record))
    return g_strdup_printf ("draft/%s/%s", kind->name, tend_record_get_id (record));

  if (tend_kind_field (kind, "client") != NULL)
    client = tend_record_get_text (record, "client");

  return g_strdup_printf ("draft/%s/new%s%s", kind->name,
                          client != NULL ? "-" : "", client != NULL ? client : "");
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
