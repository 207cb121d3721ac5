/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-policies.h"

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define YEARS_TO_REVIEW 1

/* Less than 0 where @first is the older version. */
static int
compare_versions (TendRecord *first,
                  TendRecord *second)
{
  static const char *const fields[] = { "starts_on", "version" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gint64 one = tend_record_get_int (first, fields[i]);
      gint64 other = tend_record_get_int (second, fields[i]);

      if (one != other)
        return one < other ? -1 : 1;
    }

  return strcmp (tend_record_get_id (first), tend_record_get_id (second));
}

static gboolean
has_begun (TendRecord *policy,
           TendDate    on)
{
  return tend_record_get_int (policy, "starts_on") <= on;
}

/* There is one policy of each kind, but what a carer calls by a name of their own is told apart
 * by it. */
static gboolean
is_same_policy (TendRecord *first,
                TendRecord *second)
{
  const char *kind = tend_record_get_text (first, "kind");

  return g_strcmp0 (kind, tend_record_get_text (second, "kind")) == 0 &&
         (g_strcmp0 (kind, "other") != 0 ||
          g_strcmp0 (tend_record_get_text (first, "title"),
                     tend_record_get_text (second, "title")) == 0);
}

gboolean
tend_policy_is_in_force (TendRecord *policy,
                         GPtrArray  *all,
                         TendDate    on)
{
  if (!has_begun (policy, on))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (is_same_policy (all->pdata[i], policy) && has_begun (all->pdata[i], on) &&
        compare_versions (all->pdata[i], policy) > 0)
      return FALSE;

  return TRUE;
}

TendRecord *
tend_policies_find (GPtrArray  *all,
                    const char *kind,
                    TendDate    on)
{
  TendRecord *found = NULL;

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (tend_record_get_text (all->pdata[i], "kind"), kind) == 0 &&
        has_begun (all->pdata[i], on) &&
        (found == NULL || compare_versions (all->pdata[i], found) > 0))
      found = all->pdata[i];

  return found;
}

TendRecord *
tend_policy_on (TendVault   *vault,
                const char  *kind,
                TendDate     on,
                GError     **error)
{
  g_autoptr(GPtrArray) all = tend_record_load_all (vault, &tend_policy_kind, error);
  TendRecord *found = all != NULL ? tend_policies_find (all, kind, on) : NULL;

  return found != NULL ? g_object_ref (found) : NULL;
}

GPtrArray *
tend_policies_on (TendVault  *vault,
                  TendDate    on,
                  GError    **error)
{
  const TendField *kinds = tend_kind_field (&tend_policy_kind, "kind");
  g_autoptr(GPtrArray) all = tend_record_load_all (vault, &tend_policy_kind, error);
  GPtrArray *policies;

  if (all == NULL)
    return NULL;

  policies = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; kinds->choices[i].value != NULL; i++)
    {
      TendRecord *policy = tend_policies_find (all, kinds->choices[i].value, on);

      if (policy != NULL)
        g_ptr_array_add (policies, g_object_ref (policy));
    }

  return policies;
}

TendRecord *
tend_policy_draft (TendVault   *vault,
                   const char  *kind,
                   TendDate     on,
                   GError     **error)
{
  g_autoptr(GPtrArray) all = tend_record_load_all (vault, &tend_policy_kind, error);
  TendRecord *last, *draft;

  if (all == NULL)
    return NULL;

  /* A version that begins later is one before all the same. */
  last = tend_policies_find (all, kind, G_MAXINT);
  draft = tend_record_new (&tend_policy_kind);
  tend_record_set_text (draft, "kind", kind);
  tend_record_set_int (draft, "starts_on", on);
  tend_record_set_int (draft, "reviewed_on", on);
  tend_record_set_int (draft, "review_on", tend_date_add_years (on, YEARS_TO_REVIEW));
  if (last != NULL)
    {
      tend_record_set_int (draft, "version", tend_record_get_int (last, "version") + 1);
      tend_record_set_text (draft, "title", tend_record_get_text (last, "title"));
      tend_record_set_text (draft, "text", tend_record_get_text (last, "text"));
    }

  return draft;
}

char *
tend_policy_title (TendRecord *policy)
{
  const char *title = tend_record_get_text (policy, "title");

  return g_strdup (title != NULL
                   ? title
                   : tend_field_choice_label (tend_kind_field (&tend_policy_kind, "kind"),
                                              tend_record_get_text (policy, "kind")));
}
