/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-billing.h"

#include "tend-error.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>

#define MINUTE 60
#define HOUR   (60 * MINUTE)

/* The visit in hand and all that its price depends on. */
typedef struct
{
  const TendBillable *visit;
  const TendBillable *others;
  gsize               n_others;
  const TendRate     *rates;
  gsize               n_rates;
  const TendDate     *holidays;
  gsize               n_holidays;
} Bill;

/* A stretch of time with one rate, charged among the same visits throughout. */
typedef struct
{
  TendInstant     start;
  TendInstant     end;
  const TendRate *rate;
  GPtrArray      *sharers; /* ids in order, the visit's own among them */
} Stretch;

static void
stretch_clear (Stretch *stretch)
{
  g_clear_pointer (&stretch->sharers, g_ptr_array_unref);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static gboolean
is_sharer (const Bill         *bill,
           const TendBillable *other)
{
  return bill->visit->billing == TEND_BILLING_SHARED &&
         other->billing == TEND_BILLING_SHARED &&
         g_strcmp0 (other->id, bill->visit->id) != 0;
}

/* The visits among which the time from @start to @end is charged. */
static GPtrArray *
find_sharers (const Bill  *bill,
              TendInstant  start,
              TendInstant  end)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (char *) bill->visit->id);

  for (gsize i = 0; i < bill->n_others; i++)
    {
      const TendBillable *other = &bill->others[i];

      if (is_sharer (bill, other) && other->start < end && other->end > start)
        g_ptr_array_add (ids, (char *) other->id);
    }

  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

static gboolean
same_sharers (const GPtrArray *a,
              const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (g_strcmp0 (a->pdata[i], b->pdata[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_flat (const TendRate *rate)
{
  return rate->unit != TEND_UNIT_HOUR;
}

static const TendRate *
rate_at (const Bill   *bill,
         TendInstant   instant,
         GError      **error)
{
  const TendBillable *visit = bill->visit;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  const TendRate *rate;
  TendDate date;
  TendClock clock;

  tend_time_to_local (instant, &date, &clock);
  rate = tend_rates_find (bill->rates, bill->n_rates, bill->holidays, bill->n_holidays,
                          visit->client, visit->service, FALSE, date, clock);
  if (rate != NULL)
    return rate;

  day = tend_date_format (date, TEND_DATE_FULL);
  time = tend_clock_format (clock);
  g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
               _("There is no rate for %s at %s. Add one to the rate card."), day, time);

  return NULL;
}

static void
cut_at (TendInstant *end,
        TendInstant  start,
        TendInstant  at)
{
  if (at > start && at < *end)
    *end = at;
}

/* How far the rate and the sharers at @start surely hold.
 *
 * Every stretch is cut at whole hours of UTC.  Clocks change and local days
 * begin only there, so within a stretch the local clock runs evenly and the
 * edge of a band is a plain sum away.  What was cut without need is merged again.
 */
static TendInstant
find_cut (const Bill  *bill,
          TendInstant  start)
{
  TendInstant end = bill->visit->end;
  TendClock clock = tend_time_clock (start);
  gint64 into_hour = ((start % HOUR) + HOUR) % HOUR;

  cut_at (&end, start, start - into_hour + HOUR);

  for (gsize i = 0; i < bill->n_rates; i++)
    {
      cut_at (&end, start, start + (bill->rates[i].starts_at - clock) * MINUTE);
      cut_at (&end, start, start + (bill->rates[i].ends_at - clock) * MINUTE);
    }

  for (gsize i = 0; i < bill->n_others; i++)
    {
      if (is_sharer (bill, &bill->others[i]))
        {
          cut_at (&end, start, bill->others[i].start);
          cut_at (&end, start, bill->others[i].end);
        }
    }

  return end;
}

/* Whether the visit goes on at the same price.  A flat price holds until the next
 * hourly one: a night does not become two when midnight passes or someone comes
 * to share it. */
static gboolean
continues (const Stretch *last,
           const Stretch *next)
{
  if (is_flat (last->rate) || is_flat (next->rate))
    return is_flat (last->rate) && is_flat (next->rate);

  return last->rate->amount_pence == next->rate->amount_pence &&
         same_sharers (last->sharers, next->sharers);
}

/* Takes @next into @last; a flat price is shared with all who are there during it. */
static void
merge (const Bill *bill,
       Stretch    *last,
       Stretch    *next)
{
  last->end = next->end;
  stretch_clear (next);

  if (is_flat (last->rate))
    {
      stretch_clear (last);
      last->sharers = find_sharers (bill, last->start, last->end);
    }
}

static gboolean
find_stretches (const Bill  *bill,
                GArray      *stretches,
                GError     **error)
{
  TendInstant start = bill->visit->start;

  while (start < bill->visit->end)
    {
      Stretch *last = stretches->len > 0
                      ? &g_array_index (stretches, Stretch, stretches->len - 1) : NULL;
      Stretch next = { start, find_cut (bill, start), NULL, NULL };

      next.rate = rate_at (bill, start, error);
      if (next.rate == NULL)
        return FALSE;

      /* A flat price at the start is the price of the whole visit. */
      if (last == NULL && is_flat (next.rate))
        next.end = bill->visit->end;
      next.sharers = find_sharers (bill, next.start, next.end);

      start = next.end;
      if (last != NULL && continues (last, &next))
        merge (bill, last, &next);
      else
        g_array_append_val (stretches, next);
    }

  return TRUE;
}

/* This visit's part: an equal share, and a penny more for each of the first ids
 * until the odd pennies are spent. */
static gint64
share_of (gint64           whole,
          const GPtrArray *sharers,
          const char      *id)
{
  guint place = 0;

  while (place < sharers->len && g_strcmp0 (sharers->pdata[place], id) < 0)
    place++;

  return whole / sharers->len + (place < whole % sharers->len);
}

static TendCharge
price (const Bill    *bill,
       const Stretch *stretch)
{
  const TendRate *rate = stretch->rate;
  gint64 minutes = tend_time_minutes (stretch->start, stretch->end);
  gint64 percents = rate->amount_pence * bill->visit->percent;
  gint64 whole = is_flat (rate) ? tend_money_divide (percents, 100)
                                : tend_money_divide (minutes * percents, 60 * 100);

  return (TendCharge) {
    .visit = bill->visit->id,
    .date = tend_time_date (stretch->start),
    .start = stretch->start,
    .end = stretch->end,
    .minutes = minutes,
    .unit = rate->unit,
    .rate_pence = rate->amount_pence,
    .shared_by = stretch->sharers->len,
    .percent = bill->visit->percent,
    .amount_pence = share_of (whole, stretch->sharers, bill->visit->id),
  };
}

GArray *
tend_billing_charge (const TendBillable  *visit,
                     const TendBillable  *others,
                     gsize                n_others,
                     const TendRate      *rates,
                     gsize                n_rates,
                     const TendDate      *holidays,
                     gsize                n_holidays,
                     GError             **error)
{
  Bill bill = { visit, others, n_others, rates, n_rates, holidays, n_holidays };
  g_autoptr(GArray) stretches = NULL;
  g_autoptr(GArray) charges = NULL;

  g_return_val_if_fail (visit != NULL && visit->id != NULL, NULL);
  g_return_val_if_fail (visit->start != TEND_INSTANT_NONE && visit->end != TEND_INSTANT_NONE, NULL);
  g_return_val_if_fail (others != NULL || n_others == 0, NULL);
  g_return_val_if_fail (rates != NULL || n_rates == 0, NULL);

  charges = g_array_new (FALSE, FALSE, sizeof (TendCharge));
  if (visit->billing == TEND_BILLING_NONE || visit->percent == 0)
    return g_steal_pointer (&charges);

  if (visit->end < visit->start)
    {
      g_autofree char *day = tend_date_format (tend_time_date (visit->start), TEND_DATE_FULL);

      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("The visit on %s ends before it starts. Check its times."), day);
      return NULL;
    }

  stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_array_set_clear_func (stretches, (GDestroyNotify) stretch_clear);
  if (!find_stretches (&bill, stretches, error))
    return NULL;

  for (guint i = 0; i < stretches->len; i++)
    {
      TendCharge charge = price (&bill, &g_array_index (stretches, Stretch, i));

      g_array_append_val (charges, charge);
    }

  return g_steal_pointer (&charges);
}

gint64
tend_billing_total (GArray *charges)
{
  gint64 total = 0;

  g_return_val_if_fail (charges != NULL, 0);

  for (guint i = 0; i < charges->len; i++)
    total += g_array_index (charges, TendCharge, i).amount_pence;

  return total;
}
