/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-money.h"

#include "tend-error.h"

/* Scenario S02, with the charges that other ways of rounding get wrong. */
static void
test_minutes (void)
{
  static const struct { gint64 minutes, rate, pence; } cases[] = {
    { 20, 2000, 667 },
    { 15, 1650, 413 },   /* 412.5: to even would be 412 */
    { 30, 1659, 830 },   /* 829.5: in binary fractions 829 */
    { 25, 1750, 729 },
    { 35, 2100, 1225 },
    { -15, 1650, -413 },
    { 0, 2000, 0 },
    { 1, 29, 0 },        /* 0.483 */
    { 1, 30, 1 },        /* 0.5 */
    { -1, 30, -1 },
    { -1, 29, 0 },
    { 480, 1800, 14400 },
    { 600, 1800, 18000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tend_money_for_minutes (cases[i].minutes, cases[i].rate), ==, cases[i].pence);

  g_assert_cmpint (3 * tend_money_for_minutes (20, 2000), ==, 2001);
}

static void
test_miles (void)
{
  static const struct { gint64 tenths, rate, pence; } cases[] = {
    { 74, 45, 333 },
    { 126, 45, 567 },
    { 102, 45, 459 },
    { 225, 25, 563 },    /* 562.5 */
    { 1, 45, 5 },        /* 4.5 */
    { -1, 45, -5 },
    { 99856, 45, 449352 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tend_money_for_miles (cases[i].tenths, cases[i].rate), ==, cases[i].pence);
}

static void
test_divide (void)
{
  static const struct { gint64 numerator, denominator, quotient; } cases[] = {
    { 7, 2, 4 }, { -7, 2, -4 }, { 6, 4, 2 }, { 5, 4, 1 }, { -5, 4, -1 }, { 0, 3, 0 },
    { 1, 3, 0 }, { 2, 3, 1 }, { -1, 3, 0 }, { -2, 3, -1 },
    { G_MAXINT64, G_MAXINT64, 1 },
    { G_MAXINT64 - 1, G_MAXINT64, 1 },
    { G_MAXINT64 / 2, G_MAXINT64, 0 },
    { G_MAXINT64 / 2 + 1, G_MAXINT64, 1 },
    { G_MININT64, 1, G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tend_money_divide (cases[i].numerator, cases[i].denominator), ==,
                     cases[i].quotient);
}

static void
test_format (void)
{
  static const struct { gint64 pence; const char *text, *plain; } cases[] = {
    { 0, "£0.00", "0.00" },
    { 5, "£0.05", "0.05" },
    { 99, "£0.99", "0.99" },
    { 100, "£1.00", "1.00" },
    { 99999, "£999.99", "999.99" },
    { 100000, "£1,000.00", "1000.00" },
    { 123450, "£1,234.50", "1234.50" },
    { 123456789, "£1,234,567.89", "1234567.89" },
    { -300, "−£3.00", "-3.00" },
    { -5, "−£0.05", "-0.05" },
    { G_MININT64, "−£92,233,720,368,547,758.08", "-92233720368547758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tend_money_format (cases[i].pence);
      g_autofree char *plain = tend_money_format_plain (cases[i].pence);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_parse (void)
{
  static const struct { const char *text; gint64 pence; } good[] = {
    { "20", 2000 }, { "20.5", 2050 }, { "20.50", 2050 }, { "£1,234.50", 123450 }, { "-3", -300 },
    { "−£3.00", -300 }, { "-£3", -300 }, { " 7 ", 700 }, { ".45", 45 },
    { "1,234,567", 123456700 }, { "1234567", 123456700 }, { "0", 0 }, { "0.01", 1 },
    { "9999999999.99", 999999999999 },
  };
  static const char *bad[] = {
    "", " ", "£", "-", ".", "20.", "20.505", "20.500", "1,23", "12,34.00", ",123", "1,2345",
    "1,,234", "1234,567", "20p", "twenty", "1e3", "0x10", "--3", "£-3", "3-", "20.5.1", "20 5",
    "99999999999", "99999999999999999999999", "1,234,", "\xff",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 pence = 12345;

      g_assert_true (tend_money_parse (good[i].text, &pence, &error));
      g_assert_no_error (error);
      g_assert_cmpint (pence, ==, good[i].pence);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 pence = 12345;

      g_test_message ("bad %u", (guint) i);
      g_assert_false (tend_money_parse (bad[i], &pence, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (pence, ==, 0);
    }
}

static void
test_tenths (void)
{
  static const struct { const char *text; gint64 tenths; const char *back; } good[] = {
    { "7.4", 74, "7.4" }, { "7", 70, "7.0" }, { "7.40", 74, "7.4" }, { "0.1", 1, "0.1" },
    { "1,000.5", 10005, "1000.5" }, { "-2.5", -25, "-2.5" }, { "-0.5", -5, "-0.5" },
  };
  static const struct { const char *text; gint64 tenths; } grouped[] = {
    { "0.0", 0 }, { "999.9", 9999 }, { "4,774.2", 47742 }, { "1,000,000.0", 10000000 },
  };
  static const char *bad[] = { "", "7.45", "7.400", "7.", "miles", "7,4", "£7" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *back = NULL;
      gint64 tenths = 12345;

      g_assert_true (tend_tenths_parse (good[i].text, &tenths, &error));
      g_assert_no_error (error);
      g_assert_cmpint (tenths, ==, good[i].tenths);
      back = tend_tenths_format (tenths);
      g_assert_cmpstr (back, ==, good[i].back);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (grouped); i++)
    {
      g_autofree char *got = tend_tenths_format_long (grouped[i].tenths);
      g_autofree char *whole = tend_number_format (grouped[i].tenths / 10);

      g_assert_cmpstr (got, ==, grouped[i].text);
      g_assert_true (g_str_has_prefix (got, whole));
      g_assert_cmpuint (strlen (got), ==, strlen (whole) + 2);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 tenths = 12345;

      g_assert_false (tend_tenths_parse (bad[i], &tenths, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
    }
}

/* What is written is read back as it was. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 10000; i++)
    {
      gint64 pence = g_test_rand_int_range (G_MININT32, G_MAXINT32);
      g_autofree char *text = tend_money_format (pence);
      g_autofree char *plain = tend_money_format_plain (pence);
      gint64 back = 0;

      g_assert_true (tend_money_parse (text, &back, NULL));
      g_assert_cmpint (back, ==, pence);
      g_assert_true (tend_money_parse (plain, &back, NULL));
      g_assert_cmpint (back, ==, pence);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/money/minutes", test_minutes);
  g_test_add_func ("/core/money/miles", test_miles);
  g_test_add_func ("/core/money/divide", test_divide);
  g_test_add_func ("/core/money/format", test_format);
  g_test_add_func ("/core/money/parse", test_parse);
  g_test_add_func ("/core/money/tenths", test_tenths);
  g_test_add_func ("/core/money/round-trip", test_round_trip);

  return g_test_run ();
}
