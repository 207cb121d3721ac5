/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mileage.h"

#include "tend-error.h"
#include "tend-money.h"

#include <string.h>

static TendMileageRate rates[6];

static void
fill_rates (void)
{
  TendDate old = tend_date_new (2011, 4, 6);
  TendDate recent = tend_date_new (2026, 4, 6);

  rates[0] = (TendMileageRate) { "car", old, 45, 25, 100000 };
  rates[1] = (TendMileageRate) { "van", old, 45, 25, 100000 };
  rates[2] = (TendMileageRate) { "motorcycle", old, 24, 24, 0 };
  rates[3] = (TendMileageRate) { "car", recent, 55, 25, 100000 };
  rates[4] = (TendMileageRate) { "van", recent, 55, 25, 100000 };
  rates[5] = (TendMileageRate) { "bicycle", recent, 20, 20, 0 };
}

static gint64
claim (const TendMileageTotal *totals,
       gsize                   n_totals,
       int                     year)
{
  g_autoptr(GError) error = NULL;
  gint64 pence = -1;

  g_assert_true (tend_mileage_claim (totals, n_totals, rates, G_N_ELEMENTS (rates),
                                     tend_date_new (year, 4, 6), &pence, &error));
  g_assert_no_error (error);

  return pence;
}

/* Scenario S03. */
static void
test_crossing (void)
{
  gint64 rounded = tend_money_for_miles (99856, 45) + tend_money_for_miles (102, 45) +
                   tend_money_for_miles (42, 45) + tend_money_for_miles (45, 25) +
                   tend_money_for_miles (225, 25);

  g_assert_cmpint (claim (&(TendMileageTotal) { "car", 115000 }, 1, 2025), ==, 487500);
  g_assert_cmpint (99856 + 102 + 87 + 225, ==, 100270);
  g_assert_cmpint (claim (&(TendMileageTotal) { "car", 100270 }, 1, 2025), ==, 450675);

  /* A sum of rounded trips is not the allowance, by this much. */
  g_assert_cmpint (rounded - 450675, ==, 1);
}

static void
test_limit (void)
{
  g_assert_cmpint (claim (NULL, 0, 2025), ==, 0);
  g_assert_cmpint (claim (&(TendMileageTotal) { "car", 0 }, 1, 2025), ==, 0);
  g_assert_cmpint (claim (&(TendMileageTotal) { "car", 1 }, 1, 2025), ==, 5);
  g_assert_cmpint (claim (&(TendMileageTotal) { "car", 100000 }, 1, 2025), ==, 450000);
  g_assert_cmpint (claim (&(TendMileageTotal) { "car", 100001 }, 1, 2025), ==, 450003);
  g_assert_cmpint (claim (&(TendMileageTotal) { "motorcycle", 115000 }, 1, 2025), ==, 276000);
}

/* One limit for all cars and vans of the trade. */
static void
test_pool (void)
{
  const TendMileageTotal shared[] = {
    { "car", 60000 }, { "motorcycle", 1000 }, { "van", 40000 }, { "car", 10000 },
  };

  /* 11,000 miles: 10,000 at 45p, 1,000 at 25p, and 100 at 24p. */
  g_assert_cmpint (claim (shared, G_N_ELEMENTS (shared), 2025), ==, 450000 + 25000 + 2400);
}

static void
test_years (void)
{
  g_autoptr(GError) error = NULL;
  gint64 pence = -1;

  g_assert_cmpint (claim (&(TendMileageTotal) { "car", 110000 }, 1, 2026), ==, 550000 + 25000);
  g_assert_cmpint (claim (&(TendMileageTotal) { "bicycle", 105 }, 1, 2026), ==, 210);

  g_assert_false (tend_mileage_claim (&(TendMileageTotal) { "bicycle", 105 }, 1,
                                      rates, G_N_ELEMENTS (rates),
                                      tend_date_new (2025, 4, 6), &pence, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "bicycle"));
  g_assert_nonnull (strstr (error->message, "6 April 2025"));
  g_assert_cmpint (pence, ==, 0);
}

static void
test_rate_on (void)
{
  gsize n = G_N_ELEMENTS (rates);

  g_assert_null (tend_mileage_rate_on (rates, n, "car", tend_date_new (2011, 4, 5)));
  g_assert_true (tend_mileage_rate_on (rates, n, "car", tend_date_new (2011, 4, 6)) == &rates[0]);
  g_assert_true (tend_mileage_rate_on (rates, n, "car", tend_date_new (2026, 4, 5)) == &rates[0]);
  g_assert_true (tend_mileage_rate_on (rates, n, "car", tend_date_new (2026, 4, 6)) == &rates[3]);
  g_assert_null (tend_mileage_rate_on (rates, n, "sledge", tend_date_new (2026, 4, 6)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fill_rates ();

  g_test_add_func ("/core/mileage/crossing", test_crossing);
  g_test_add_func ("/core/mileage/limit", test_limit);
  g_test_add_func ("/core/mileage/pool", test_pool);
  g_test_add_func ("/core/mileage/years", test_years);
  g_test_add_func ("/core/mileage/rate-on", test_rate_on);

  return g_test_run ();
}
