/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charges of random visits on random cards, against a plain model and each other. */

#include "billing.h"

#include "tend-money.h"

/* A card of rates by the hour with random bands; it always has an answer. */
static gsize
random_card (TendRate *rates,
             TendDate  around)
{
  static const char *ids[] = { "a", "b", "c", "d", "e", "f" };
  gsize n = g_test_rand_int_range (1, G_N_ELEMENTS (ids) + 1);

  for (gsize i = 0; i < n; i++)
    {
      rates[i] = (TendRate) RATE (ids[i], g_test_rand_int_range (15, 25) * 100 + (int) i % 2);
      if (i == 0)
        continue;

      rates[i].applies = g_test_rand_int_range (TEND_APPLIES_ANY, TEND_APPLIES_FIXED_DATE);
      if (g_test_rand_bit ())
        {
          rates[i].starts_at = g_test_rand_int_range (0, 24 * 60);
          rates[i].ends_at = g_test_rand_int_range (0, 24 * 60);
        }
      if (g_test_rand_int_range (0, 4) == 0)
        rates[i].valid_from = around + g_test_rand_int_range (-1, 3);
    }

  return n;
}

static TendBillable
random_visit (const char *id,
              TendDate    around)
{
  TendBillable one = { .id = id, .client = "ann", .percent = 100 };

  one.start = tend_time_resolve (around, g_test_rand_int_range (0, 24 * 60));
  one.end = one.start + g_test_rand_int_range (1, g_test_rand_bit () ? 90 : 1500) * MINUTE;
  if (g_test_rand_bit ())
    one.billing = TEND_BILLING_SHARED;

  return one;
}

/* Any day, often one near to a change of the clocks. */
static TendDate
random_day (void)
{
  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      return tend_date_new (2026, 3, 28) + g_test_rand_int_range (0, 2);
    case 1:
      return tend_date_new (2026, 10, 24) + g_test_rand_int_range (0, 2);
    default:
      return tend_date_new (2026, 1, 1) + g_test_rand_int_range (0, 365);
    }
}

/* The visits with which @one shares the minute from @start, as a bit for each. */
static guint
minute_sharers (const TendBillable *visits,
                gsize               n_visits,
                gsize               one,
                TendInstant         start)
{
  guint bits = 1u << one;

  for (gsize i = 0; i < n_visits; i++)
    {
      if (visits[one].billing == TEND_BILLING_SHARED && visits[i].billing == TEND_BILLING_SHARED &&
          visits[i].start <= start && visits[i].end > start)
        bits |= 1u << i;
    }

  return bits;
}

/* The slow plain model: each minute for itself, and like ones counted together. */
static char *
model_dump (const TendBillable *visits,
            gsize               n_visits,
            gsize               one,
            const TendRate     *rates,
            gsize               n_rates,
            TendDate            holiday)
{
  g_autoptr(GArray) charges = g_array_new (FALSE, FALSE, sizeof (TendCharge));
  guint last_sharers = 0;

  for (TendInstant start = visits[one].start; start < visits[one].end; start += MINUTE)
    {
      TendDate date = tend_time_date (start);
      const TendRate *rate = tend_rates_find (rates, n_rates, &holiday, 1, "ann", NULL, FALSE,
                                              date, tend_time_clock (start));
      guint sharers = minute_sharers (visits, n_visits, one, start);
      TendCharge *last = charges->len > 0
                         ? &g_array_index (charges, TendCharge, charges->len - 1) : NULL;
      TendCharge next = {
        .date = date, .start = start, .end = start + MINUTE, .minutes = 1, .percent = 100,
        .rate_pence = rate->amount_pence, .shared_by = __builtin_popcount (sharers),
      };

      if (last != NULL && last->rate_pence == next.rate_pence && sharers == last_sharers)
        {
          last->end = next.end;
          last->minutes++;
        }
      else
        {
          /* For the share of the odd pence: the sharers whose ids are before. */
          next.amount_pence = __builtin_popcount (sharers & ((1u << one) - 1));
          g_array_append_val (charges, next);
        }
      last_sharers = sharers;
    }

  for (guint i = 0; i < charges->len; i++)
    {
      TendCharge *charge = &g_array_index (charges, TendCharge, i);
      gint64 whole = (charge->minutes * charge->rate_pence * 2 + 60) / 120;
      gint64 before = charge->amount_pence;

      charge->amount_pence = whole / charge->shared_by + (before < whole % charge->shared_by);
    }

  return dump (charges);
}

static void
test_model (void)
{
  static const char *ids[] = { "1", "2", "3" };

  for (int i = 0; i < (g_test_slow () ? 10000 : 1000); i++)
    {
      TendRate rates[8];
      TendBillable visits[3];
      TendDate day = random_day ();
      TendDate holiday = day + g_test_rand_int_range (0, 3);
      gsize n_rates = random_card (rates, day);
      gint64 minutes = 0;

      for (gsize j = 0; j < G_N_ELEMENTS (visits); j++)
        visits[j] = random_visit (ids[j], day);

      for (gsize j = 0; j < G_N_ELEMENTS (visits); j++)
        {
          g_autoptr(GArray) charges = tend_billing_charge (&visits[j], visits,
                                                           G_N_ELEMENTS (visits),
                                                           rates, n_rates, &holiday, 1, NULL);
          g_autofree char *actual = dump (charges);
          g_autofree char *expected = model_dump (visits, G_N_ELEMENTS (visits), j,
                                                  rates, n_rates, holiday);

          g_assert_cmpstr (actual, ==, expected);

          minutes = 0;
          for (guint k = 0; k < charges->len; k++)
            minutes += g_array_index (charges, TendCharge, k).minutes;
          g_assert_cmpint (minutes, ==, tend_time_minutes (visits[j].start, visits[j].end));

          if (n_rates == 1 && visits[j].billing == TEND_BILLING_FULL)
            g_assert_cmpint (tend_billing_total (charges), ==,
                             tend_money_for_minutes (minutes, rates[0].amount_pence));
        }
    }
}

/* What is shared among visits at the same time is to the penny what one of them
 * would cost alone. */
static void
test_shared_whole (void)
{
  static const char *ids[] = { "10", "9", "b", "a", "B" };

  for (int i = 0; i < 1000; i++)
    {
      TendRate rates[8];
      TendBillable visits[G_N_ELEMENTS (ids)];
      TendDate day = random_day ();
      gsize n_rates = random_card (rates, day);
      gsize n_visits = g_test_rand_int_range (1, G_N_ELEMENTS (ids) + 1);
      g_autoptr(GArray) alone = NULL;
      gint64 sum = 0;

      visits[0] = random_visit (ids[0], day);
      visits[0].billing = TEND_BILLING_SHARED;
      if (g_test_rand_int_range (0, 4) == 0)
        rates[0].unit = TEND_UNIT_VISIT;

      for (gsize j = 1; j < n_visits; j++)
        {
          visits[j] = visits[0];
          visits[j].id = ids[j];
        }

      for (gsize j = 0; j < n_visits; j++)
        {
          g_autoptr(GArray) charges = tend_billing_charge (&visits[j], visits, n_visits,
                                                           rates, n_rates, NULL, 0, NULL);

          sum += tend_billing_total (charges);
        }

      alone = tend_billing_charge (&visits[0], NULL, 0, rates, n_rates, NULL, 0, NULL);
      g_assert_cmpint (sum, ==, tend_billing_total (alone));
    }
}

/* Where shared visits only overlap, each shared stretch adds up. */
static void
test_shared_stretches (void)
{
  static const char *ids[] = { "1", "2", "3", "4" };

  for (int i = 0; i < 500; i++)
    {
      TendRate rates[8];
      TendBillable visits[G_N_ELEMENTS (ids)];
      g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (TendCharge));
      TendDate day = random_day ();
      gsize n_rates = random_card (rates, day);

      for (gsize j = 0; j < G_N_ELEMENTS (visits); j++)
        {
          visits[j] = random_visit (ids[j], day);
          visits[j].billing = TEND_BILLING_SHARED;
        }

      for (gsize j = 0; j < G_N_ELEMENTS (visits); j++)
        {
          g_autoptr(GArray) charges = tend_billing_charge (&visits[j], visits,
                                                           G_N_ELEMENTS (visits),
                                                           rates, n_rates, NULL, 0, NULL);

          g_array_append_vals (all, charges->data, charges->len);
        }

      for (guint j = 0; j < all->len; j++)
        {
          TendCharge *one = &g_array_index (all, TendCharge, j);
          gint64 sum = 0;
          int n = 0;

          for (guint k = 0; k < all->len; k++)
            {
              TendCharge *other = &g_array_index (all, TendCharge, k);

              if (one->shared_by > 1 && other->start == one->start && other->end == one->end)
                {
                  sum += other->amount_pence;
                  n++;
                }
            }

          if (one->shared_by > 1)
            {
              g_assert_cmpint (n, ==, one->shared_by);
              g_assert_cmpint (sum, ==, tend_money_for_minutes (one->minutes, one->rate_pence));
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/billing-model/minutes", test_model);
  g_test_add_func ("/core/billing-model/shared-whole", test_shared_whole);
  g_test_add_func ("/core/billing-model/shared-stretches", test_shared_stretches);

  return g_test_run ();
}
