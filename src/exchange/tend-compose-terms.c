/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is agreed alike with everybody. */

#include "tend-compose-contract-private.h"

#include <string.h>

static gboolean
holds_on (TendRecord *agreement,
          TendDate    on)
{
  TendDate last = tend_record_get_int (agreement, "ends_on");

  return tend_record_get_int (agreement, "starts_on") <= on &&
         (last == TEND_DATE_NONE || last >= on);
}

/* Whether @field is the same in all of them; it is copied then. */
static gboolean
is_common (GPtrArray  *agreements,
           const char *field,
           TendRecord *agreement)
{
  const TendField *known = tend_kind_field (tend_record_get_kind (agreement), field);
  TendRecord *first;
  g_autofree char *value = NULL;

  if (agreements->len == 0)
    return TRUE;

  first = agreements->pdata[0];
  value = tend_record_format (first, known);
  for (guint i = 1; i < agreements->len; i++)
    {
      g_autofree char *other = tend_record_format (agreements->pdata[i], known);

      if (g_strcmp0 (value, other) != 0)
        return FALSE;
    }

  if (tend_record_is_set (first, field) && known->type == TEND_FIELD_CHOICE)
    tend_record_set_text (agreement, field, tend_record_get_text (first, field));
  else if (tend_record_is_set (first, field))
    tend_record_set_int (agreement, field, tend_record_get_int (first, field));
  return TRUE;
}

gboolean
tend_compose_terms (TendVault   *vault,
                    TendDate     on,
                    TendRecord  *agreement,
                    TendTerms   *terms,
                    GError     **error)
{
  g_autoptr(GPtrArray) agreements =
    tend_record_load_all (vault, tend_record_get_kind (agreement), error);

  if (agreements == NULL)
    return FALSE;

  for (guint i = agreements->len; i-- > 0;)
    if (!holds_on (agreements->pdata[i], on))
      g_ptr_array_remove_index (agreements, i);

  is_common (agreements, "payment_days", agreement);
  is_common (agreements, "notice_days", agreement);
  terms->billing_differs = !is_common (agreements, "billing", agreement);
  terms->cancellation_differs = !is_common (agreements, "cancellation_hours", agreement);
  terms->cancellation_differs |= !is_common (agreements, "cancellation_percent", agreement);
  terms->mileage_differs = !is_common (agreements, "mileage_charge", agreement);
  if (terms->mileage_differs)
    tend_record_set_int (agreement, "mileage_charge", TRUE);
  return TRUE;
}
