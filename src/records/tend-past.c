/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-past.h"

#include <yajl/yajl_tree.h>

/* The interchange text of a value; a list has one word on each line. */
static char *
value_text (yajl_val value)
{
  g_autoptr(GString) words = NULL;

  if (YAJL_IS_STRING (value))
    return g_strdup (YAJL_GET_STRING (value));
  if (YAJL_IS_NUMBER (value))
    return g_strdup (YAJL_GET_NUMBER (value));
  if (YAJL_IS_TRUE (value))
    return g_strdup ("true");
  if (YAJL_IS_FALSE (value))
    return g_strdup ("false");
  if (!YAJL_IS_ARRAY (value))
    return g_strdup ("");

  words = g_string_new (NULL);
  for (size_t i = 0; i < YAJL_GET_ARRAY (value)->len; i++)
    if (YAJL_IS_STRING (YAJL_GET_ARRAY (value)->values[i]))
      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "",
                              YAJL_GET_STRING (YAJL_GET_ARRAY (value)->values[i]));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

TendRecord *
tend_past_record (const char *kind,
                  const char *values)
{
  const TendKind *found = tend_kind_by_name (kind);
  yajl_val tree = values != NULL ? yajl_tree_parse (values, NULL, 0) : NULL;
  TendRecord *record;

  if (found == NULL || tree == NULL)
    {
      yajl_tree_free (tree);
      return NULL;
    }

  record = tend_record_new (found);
  for (const TendField *field = found->fields; field->name != NULL; field++)
    {
      const char *path[] = { field->name, NULL };
      yajl_val value = yajl_tree_get (tree, path, yajl_t_any);
      g_autofree char *text = value != NULL ? value_text (value) : g_strdup ("");

      tend_record_clear (record, field->name);
      tend_record_parse (record, field, text, NULL);
    }

  yajl_tree_free (tree);
  return record;
}
