/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-price-list.h"

TendPriceList *
tend_price_list_load (TendVault  *vault,
                      GError    **error)
{
  g_autoptr(TendPriceList) self = g_new0 (TendPriceList, 1);

  self->services = tend_record_load_all (vault, tend_kind_by_name ("service"), error);
  if (self->services != NULL)
    self->rates = tend_record_load_all (vault, tend_kind_by_name ("rate"), error);

  return self->rates != NULL ? g_steal_pointer (&self) : NULL;
}

void
tend_price_list_free (TendPriceList *self)
{
  g_clear_pointer (&self->services, g_ptr_array_unref);
  g_clear_pointer (&self->rates, g_ptr_array_unref);
  g_free (self);
}

gboolean
tend_rate_is_past (TendRecord *rate,
                   TendDate    today)
{
  gint64 last = tend_record_get_int (rate, "valid_to");

  return last != TEND_DATE_NONE && last < today;
}

/* Not for a Saturday, a bank holiday or the like, and not for miles. */
static gboolean
is_plain (TendRecord *rate)
{
  const char *applies = tend_record_get_text (rate, "applies");

  return (g_strcmp0 (applies, "any") == 0 || g_strcmp0 (applies, "weekday") == 0) &&
         g_strcmp0 (tend_record_get_text (rate, "unit"), "mile") != 0;
}

TendRecord *
tend_price_list_usual (TendPriceList *self,
                       const char    *service,
                       TendDate       today)
{
  for (guint i = 0; i < self->rates->len; i++)
    {
      TendRecord *rate = g_ptr_array_index (self->rates, i);
      const char *of = tend_record_get_text (rate, "service");

      if (!tend_record_is_set (rate, "client") && (of == NULL || g_str_equal (of, service)) &&
          is_plain (rate) && !tend_rate_is_past (rate, today))
        return rate;
    }

  return NULL;
}
