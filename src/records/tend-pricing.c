/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-pricing.h"

#include "tend-figures.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <string.h>

static GHashTable *
load_agreements (TendVault  *vault,
                 GError    **error)
{
  GHashTable *agreements;
  g_autoptr(GPtrArray) all =
    tend_records_select (vault, &tend_agreement_kind, error,
                         "ORDER BY starts_on DESC, version DESC, id DESC", NULL);

  if (all == NULL)
    return NULL;

  agreements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < all->len; i++)
    {
      const char *client = tend_record_get_text (all->pdata[i], "client");
      GPtrArray *own = g_hash_table_lookup (agreements, client);

      if (own == NULL)
        {
          own = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (agreements, g_strdup (client), own);
        }

      g_ptr_array_add (own, g_object_ref (all->pdata[i]));
    }

  return agreements;
}

TendPricing *
tend_pricing_new (TendVault  *vault,
                  GError    **error)
{
  g_autoptr(TendPricing) self = g_new0 (TendPricing, 1);

  self->rates = tend_figures_rates (vault, error);
  if (self->rates == NULL)
    return NULL;

  self->holidays = tend_figures_bank_holidays (vault, error);
  if (self->holidays == NULL)
    return NULL;

  self->agreements = load_agreements (vault, error);
  return self->agreements != NULL ? g_steal_pointer (&self) : NULL;
}

void
tend_pricing_free (TendPricing *self)
{
  g_clear_pointer (&self->rates, g_array_unref);
  g_clear_pointer (&self->holidays, g_array_unref);
  g_clear_pointer (&self->agreements, g_hash_table_unref);
  g_free (self);
}

TendRecord *
tend_pricing_agreement (TendPricing *self,
                        const char  *client,
                        TendDate     date)
{
  GPtrArray *own = g_hash_table_lookup (self->agreements, client);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      gint64 ends_on = tend_record_get_int (own->pdata[i], "ends_on");

      if (tend_record_get_int (own->pdata[i], "starts_on") <= date &&
          (ends_on == TEND_DATE_NONE || ends_on >= date))
        return own->pdata[i];
    }

  return NULL;
}

int
tend_pricing_percent (TendPricing     *self,
                      const TendVisit *visit,
                      gboolean         expected)
{
  TendRecord *agreement;

  if (strcmp (visit->billing, "none") == 0)
    return 0;
  if (visit->status == TEND_VISIT_DONE || (expected && visit->status == TEND_VISIT_PLANNED))
    return 100;
  if (visit->status != TEND_VISIT_CANCELLED || visit->cancelled_at == TEND_INSTANT_NONE)
    return 0;

  agreement = tend_pricing_agreement (self, visit->client, tend_time_date (visit->planned_start));
  if (agreement == NULL ||
      visit->planned_start - visit->cancelled_at >=
      tend_record_get_int (agreement, "cancellation_hours") * 3600)
    return 0;

  return tend_record_get_int (agreement, "cancellation_percent");
}

void
tend_pricing_span (TendPricing     *self,
                   const TendVisit *visit,
                   TendInstant     *start,
                   TendInstant     *end)
{
  TendRecord *agreement =
    tend_pricing_agreement (self, visit->client, tend_time_date (visit->planned_start));
  gboolean actual = agreement != NULL && visit->status == TEND_VISIT_DONE &&
                    g_strcmp0 (tend_record_get_text (agreement, "bill_minutes"), "actual") == 0;

  *start = actual ? tend_visit_start (visit) : visit->planned_start;
  *end = actual ? tend_visit_end (visit) : visit->planned_end;
}

static TendBillable
billable (TendPricing     *self,
          const TendVisit *visit,
          int              percent)
{
  TendBillable charged = {
    .id = visit->id,
    .client = visit->client,
    .service = visit->service,
    .billing = strcmp (visit->billing, "shared") == 0 ? TEND_BILLING_SHARED : TEND_BILLING_FULL,
    .percent = percent,
  };

  tend_pricing_span (self, visit, &charged.start, &charged.end);
  return charged;
}

static void
add_sharers (TendPricing        *self,
             const TendBillable *own,
             GPtrArray          *visits,
             gboolean            expected,
             GArray             *sharers)
{
  for (guint i = 0; i < visits->len; i++)
    {
      const TendVisit *other = visits->pdata[i];
      int percent;
      TendBillable candidate;

      if (strcmp (other->billing, "shared") != 0)
        continue;

      percent = tend_pricing_percent (self, other, expected);
      if (percent == 0)
        continue;

      candidate = billable (self, other, percent);
      if (candidate.start < own->end && own->start < candidate.end)
        g_array_append_val (sharers, candidate);
    }
}

GArray *
tend_pricing_charges (TendPricing      *self,
                      const TendVisit  *visit,
                      GPtrArray        *visits,
                      gboolean          expected,
                      GError          **error)
{
  g_autoptr(GArray) sharers = g_array_new (FALSE, FALSE, sizeof (TendBillable));
  int percent = tend_pricing_percent (self, visit, expected);
  TendBillable own;

  if (percent == 0)
    return g_array_new (FALSE, FALSE, sizeof (TendCharge));

  own = billable (self, visit, percent);
  if (own.billing == TEND_BILLING_SHARED)
    add_sharers (self, &own, visits, expected, sharers);

  return tend_billing_charge (&own,
                              (const TendBillable *) sharers->data, sharers->len,
                              (const TendRate *) self->rates->data, self->rates->len,
                              (const TendDate *) self->holidays->data, self->holidays->len,
                              error);
}

gint64
tend_pricing_mile (TendPricing *self,
                   const char  *client,
                   TendDate     date)
{
  const TendRate *rate =
    tend_rates_find ((const TendRate *) self->rates->data, self->rates->len,
                     (const TendDate *) self->holidays->data, self->holidays->len,
                     client, NULL, TRUE, date, 12 * 60);

  return rate != NULL ? rate->amount_pence : -1;
}
