/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A return as it was sent: its figures are read from what was kept of them on that day, not
 * worked out again.
 */

#include "tend-compose-return-private.h"

#include "tend-scheme.h"

#include <glib/gi18n-lib.h>
#include <yajl/yajl_tree.h>

static const char *const rows[] = {
  "average_hours_per_week", "capacity_hours_per_week", "people", "self_funders", "personal_care",
  "home_support"
};

static yajl_val
find (yajl_val    tree,
      const char *key)
{
  const char *path[] = { key, NULL };

  return yajl_tree_get (tree, path, yajl_t_any);
}

/* As it was written; NULL where it was not known. */
static const char *
number_of (TendReturnValues *self,
           yajl_val          value)
{
  return YAJL_IS_NUMBER (value) ? tend_compose_keep (self->texts, YAJL_GET_NUMBER (value)) : NULL;
}

static gint64
integer_of (yajl_val    tree,
            const char *key)
{
  yajl_val value = find (tree, key);

  return YAJL_IS_INTEGER (value) ? YAJL_GET_INTEGER (value) : 0;
}

/* What an hour's figure was worked out from; the other rows mean what they always mean. */
static const char *
meaning_of (TendReturnValues *self,
            yajl_val          tree,
            const char       *key)
{
  yajl_val in_all = find (tree, "capacity_hours_per_quarter");
  g_autofree char *delivered = tend_minutes_format_hours (integer_of (tree, "delivered_minutes"));

  if (g_str_equal (key, "average_hours_per_week"))
    return tend_compose_take (self->texts,
                              g_strdup_printf (_("%s hours, divided by %d days, times 7."),
                                               delivered, (int) integer_of (tree, "days")));
  if (g_str_equal (key, "capacity_hours_per_week") && YAJL_IS_NUMBER (in_all))
    return tend_compose_take (self->texts, g_strdup_printf (_("%s for the whole quarter."),
                                                            YAJL_GET_NUMBER (in_all)));
  if (g_str_equal (key, "people"))
    return _tend_return_people_meaning (self);

  return NULL;
}

static void
read_figures (TendReturnValues *self,
              yajl_val          tree)
{
  yajl_val bands = find (tree, "age_bands");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    _tend_return_add (self->rows, rows[i], number_of (self, find (tree, rows[i])),
                      meaning_of (self, tree, rows[i]));
  for (gsize i = 0; YAJL_IS_OBJECT (bands) && i < YAJL_GET_OBJECT (bands)->len; i++)
    _tend_return_add (self->bands,
                      tend_compose_keep (self->texts, YAJL_GET_OBJECT (bands)->keys[i]),
                      number_of (self, YAJL_GET_OBJECT (bands)->values[i]), NULL);
  self->n_left_out = integer_of (tree, "left_out");
  self->n_of_others = integer_of (tree, "under_other_schemes");
  self->counts_nobody = integer_of (tree, "people") == 0;
}

static TendDate
date_of (yajl_val    tree,
         const char *key)
{
  yajl_val value = find (tree, key);

  return YAJL_IS_STRING (value) ? tend_date_parse_iso (YAJL_GET_STRING (value)) : TEND_DATE_NONE;
}

/* The quarter, with nobody in it. */
static TendReturn *
empty_return (TendRecord *record,
              yajl_val    tree)
{
  TendReturn *figures = g_new0 (TendReturn, 1);

  figures->quarter = tend_quarter_parse (tend_record_get_text (record, "quarter"));
  figures->literal = g_strcmp0 (tend_record_get_text (record, "quarter_ends"), "literal") == 0;
  figures->from = date_of (tree, "from");
  figures->to = date_of (tree, "to");
  figures->people = g_ptr_array_new ();
  figures->left_out = g_ptr_array_new ();
  figures->of_others = g_ptr_array_new ();
  return figures;
}

TendReturnValues *
tend_compose_return_load_sent (TendVault   *vault,
                               TendRecord  *record,
                               GError     **error)
{
  const char *text = tend_record_get_text (record, "figures");
  yajl_val tree = text != NULL ? yajl_tree_parse (text, NULL, 0) : NULL;
  g_autoptr(GPtrArray) schemes = NULL;
  g_autoptr(TendReturnValues) self = NULL;

  if (!YAJL_IS_OBJECT (tree))
    {
      yajl_tree_free (tree);
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_NOT_FOUND,
                           _("The figures of this return were not kept with it. Those of its "
                             "quarter, as they are now, can be printed instead."));
      return NULL;
    }

  self = _tend_return_values_new (tend_record_get_text (record, "scheme"));
  self->figures = empty_return (record, tree);
  read_figures (self, tree);
  yajl_tree_free (tree);

  schemes = tend_schemes_load (vault, error);
  if (schemes == NULL ||
      !_tend_return_read_scheme (self, schemes, self->figures->quarter, error) ||
      !tend_compose_provider (vault, self->texts, &self->sheet.provider, error))
    return NULL;

  _tend_return_fill_sheet (self);
  return g_steal_pointer (&self);
}
