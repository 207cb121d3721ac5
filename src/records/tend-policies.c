/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-policies.h"

#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

#define YEARS_TO_REVIEW 1
#define NEWEST " ORDER BY starts_on DESC, version DESC, id DESC LIMIT 1"

TendRecord *
tend_policy_on (TendVault   *vault,
                const char  *kind,
                TendDate     on,
                GError     **error)
{
  g_autofree char *day = tend_date_format_iso (on);

  return tend_records_select_one (vault, &tend_policy_kind, error,
                                  "WHERE kind = :kind AND starts_on <= :on" NEWEST,
                                  ":kind", kind, ":on", day, NULL);
}

GPtrArray *
tend_policies_on (TendVault  *vault,
                  TendDate    on,
                  GError    **error)
{
  const TendField *kinds = tend_kind_field (&tend_policy_kind, "kind");
  g_autoptr(GPtrArray) policies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) failure = NULL;

  for (guint i = 0; kinds->choices[i].value != NULL; i++)
    {
      TendRecord *policy = tend_policy_on (vault, kinds->choices[i].value, on, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (policy != NULL)
        g_ptr_array_add (policies, policy);
    }

  return g_steal_pointer (&policies);
}

TendRecord *
tend_policy_draft (TendVault   *vault,
                   const char  *kind,
                   TendDate     on,
                   GError     **error)
{
  g_autoptr(GError) failure = NULL;
  /* A version that begins later is one before all the same. */
  g_autoptr(TendRecord) last = tend_records_select_one (vault, &tend_policy_kind, &failure,
                                                        "WHERE kind = :kind" NEWEST,
                                                        ":kind", kind, NULL);
  g_autoptr(TendRecord) draft = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

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

  return g_steal_pointer (&draft);
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
