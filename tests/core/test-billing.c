/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "billing.h"

#include "tend-error.h"
#include "tend-money.h"
#include "tend-recurrence.h"

static const TendRate plain[] = { RATE ("plain", 2000) };

static TendInstant
at (const char *text)
{
  g_autoptr(GError) error = NULL;
  TendInstant instant;

  g_assert_true (tend_time_parse_iso (text, &instant, &error));
  g_assert_no_error (error);

  return instant;
}

static TendBillable
visit (const char *id,
       const char *start,
       const char *end)
{
  return (TendBillable) {
    .id = id, .client = "ann", .service = "care", .start = at (start), .end = at (end),
    .percent = 100,
  };
}

static void
assert_charges (const TendBillable *one,
                const TendBillable *others,
                gsize               n_others,
                const TendRate     *rates,
                gsize               n_rates,
                const char         *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) charges = NULL;
  g_autofree char *text = NULL;

  charges = tend_billing_charge (one, others, n_others, rates, n_rates, NULL, 0, &error);
  g_assert_no_error (error);
  text = dump (charges);
  g_assert_cmpstr (text, ==, expected);
}

/* Scenario S02, as lines of an invoice. */
static void
test_rounding (void)
{
  static const struct { int minutes, rate, pence; } cases[] = {
    { 20, 2000, 667 }, { 15, 1650, 413 }, { 30, 1659, 830 }, { 25, 1750, 729 }, { 35, 2100, 1225 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TendRate rates[] = { RATE ("a", cases[i].rate) };
      TendBillable one = visit ("v", "2026-06-02T08:00", "2026-06-02T09:00");
      g_autoptr(GArray) charges = NULL;

      one.end = one.start + cases[i].minutes * MINUTE;
      charges = tend_billing_charge (&one, NULL, 0, rates, 1, NULL, 0, NULL);
      g_assert_cmpuint (charges->len, ==, 1);
      g_assert_cmpint (tend_billing_total (charges), ==, cases[i].pence);
    }
}

/* Scenario S01: the visits, counted from their patterns, and their lines. */
static void
test_fortnight (void)
{
  const TendRate rates[] = {
    RATE ("weekday", 2000, .applies = TEND_APPLIES_WEEKDAY),
    RATE ("saturday", 2200, .applies = TEND_APPLIES_SATURDAY),
    RATE ("sunday", 2200, .applies = TEND_APPLIES_SUNDAY),
    RATE ("holiday", 3000, .applies = TEND_APPLIES_BANK_HOLIDAY),
  };
  static const struct { const char *rrule; int clock; } patterns[] = {
    { "FREQ=DAILY", CLOCK (8, 0) }, { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", CLOCK (17, 0) },
  };
  TendDate holiday = tend_date_new (2025, 8, 25);
  TendDate from = tend_date_new (2025, 8, 18), to = tend_date_new (2025, 8, 31);
  int n_visits = 0, n_1000 = 0, n_1100 = 0, n_1500 = 0;
  gint64 minutes = 0, total = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr(GArray) days = tend_recurrence_expand (patterns[i].rrule, from, to, from, to);

      for (guint j = 0; j < days->len; j++)
        {
          TendBillable one = { .id = "v", .client = "ann", .percent = 100 };
          g_autoptr(GArray) charges = NULL;
          TendCharge *charge;

          one.start = tend_time_resolve (g_array_index (days, TendDate, j), patterns[i].clock);
          one.end = one.start + 30 * MINUTE;
          charges = tend_billing_charge (&one, NULL, 0, rates, G_N_ELEMENTS (rates), &holiday, 1,
                                         NULL);
          g_assert_cmpuint (charges->len, ==, 1);
          charge = &g_array_index (charges, TendCharge, 0);

          n_visits++;
          n_1000 += charge->amount_pence == 1000;
          n_1100 += charge->amount_pence == 1100;
          n_1500 += charge->amount_pence == 1500;
          minutes += charge->minutes;
          total += tend_billing_total (charges);
        }
    }

  g_assert_cmpint (n_visits, ==, 24);
  g_assert_cmpint (minutes, ==, 720);
  g_assert_cmpint (n_1000, ==, 18);
  g_assert_cmpint (n_1100, ==, 4);
  g_assert_cmpint (n_1500, ==, 2);
  g_assert_cmpint (total, ==, 18000 + 4400 + 3000);

  g_assert_cmpint (tend_money_for_miles (74, 45), ==, 333);
  g_assert_cmpint (tend_money_for_miles (126, 45), ==, 567);
  g_assert_cmpint (total + 333 + 567, ==, 26300);
  g_assert_cmpint (total + 333 + 567 - 15000, ==, 11300);
}

/* Scenario S12: one line a night, whatever the clocks do. */
static void
test_clock_nights (void)
{
  const TendRate rates[] = {
    RATE ("day", 2000), BAND ("night", CLOCK (22, 0), CLOCK (7, 0), 1800),
  };
  TendBillable one;

  one = visit ("v", "2026-03-28T22:00", "2026-03-29T07:00");
  assert_charges (&one, NULL, 0, rates, 2, "2026-03-28 22:00–07:00 480min 1800/h = 14400\n");

  one = visit ("v", "2026-10-24T22:00", "2026-10-25T07:00");
  assert_charges (&one, NULL, 0, rates, 2, "2026-10-24 22:00–07:00 600min 1800/h = 18000\n");

  one = visit ("v", "2026-03-28T21:00", "2026-03-29T08:00");
  assert_charges (&one, NULL, 0, rates, 2,
                  "2026-03-28 21:00–22:00 60min 2000/h = 2000\n"
                  "2026-03-28 22:00–07:00 480min 1800/h = 14400\n"
                  "2026-03-29 07:00–08:00 60min 2000/h = 2000\n");
}

/* The edge of a band within the hour that comes twice, and the one that is
 * skipped: the rate is that of the clock on the wall. */
static void
test_edge_in_change (void)
{
  const TendRate rates[] = {
    BAND ("early", CLOCK (0, 0), CLOCK (1, 30), 1000),
    BAND ("late", CLOCK (1, 30), CLOCK (0, 0), 3000),
  };
  TendBillable one;

  one = visit ("v", "2026-10-25T00:30", "2026-10-25T03:00");
  assert_charges (&one, NULL, 0, rates, 2,
                  "2026-10-25 00:30–01:30 (first) 60min 1000/h = 1000\n"
                  "2026-10-25 01:30 (first)–01:00 (second) 30min 3000/h = 1500\n"
                  "2026-10-25 01:00 (second)–01:30 (second) 30min 1000/h = 500\n"
                  "2026-10-25 01:30 (second)–03:00 90min 3000/h = 4500\n");

  one = visit ("v", "2026-03-29T00:30", "2026-03-29T03:00");
  assert_charges (&one, NULL, 0, rates, 2,
                  "2026-03-29 00:30–02:00 30min 1000/h = 500\n"
                  "2026-03-29 02:00–03:00 60min 3000/h = 3000\n");
}

static void
test_segments (void)
{
  const TendRate rates[] = {
    RATE ("weekday", 2000, .applies = TEND_APPLIES_WEEKDAY),
    RATE ("saturday", 2400, .applies = TEND_APPLIES_SATURDAY),
    RATE ("sunday", 2400, .applies = TEND_APPLIES_SUNDAY),
    BAND ("evening", CLOCK (18, 15), CLOCK (22, 0), 2200, .applies = TEND_APPLIES_WEEKDAY),
    BAND ("siesta", CLOCK (13, 0), CLOCK (14, 0), 2000),
  };
  TendBillable one;

  /* The edge of a band. */
  one = visit ("v", "2026-06-02T18:00", "2026-06-02T18:45");
  assert_charges (&one, NULL, 0, rates, 5,
                  "2026-06-02 18:00–18:15 15min 2000/h = 500\n"
                  "2026-06-02 18:15–18:45 30min 2200/h = 1100\n");

  /* From Friday into Saturday. */
  one = visit ("v", "2026-06-05T23:00", "2026-06-06T01:00");
  assert_charges (&one, NULL, 0, rates, 5,
                  "2026-06-05 23:00–00:00 60min 2000/h = 2000\n"
                  "2026-06-06 00:00–01:00 60min 2400/h = 2400\n");

  /* Another rate at the same price is no new line, nor is midnight. */
  one = visit ("v", "2026-06-02T12:00", "2026-06-02T15:00");
  assert_charges (&one, NULL, 0, rates, 5, "2026-06-02 12:00–15:00 180min 2000/h = 6000\n");
  one = visit ("v", "2026-06-06T23:00", "2026-06-07T01:00");
  assert_charges (&one, NULL, 0, rates, 5, "2026-06-06 23:00–01:00 120min 2400/h = 4800\n");
}

/* A price that rises on Wednesday, during a night. */
static void
test_new_rate (void)
{
  const TendRate rates[] = {
    RATE ("old", 2000, .valid_to = tend_date_new (2026, 6, 9)),
    RATE ("new", 2150, .valid_from = tend_date_new (2026, 6, 10)),
  };
  TendBillable one;

  one = visit ("v", "2026-06-09T08:00", "2026-06-09T08:30");
  assert_charges (&one, NULL, 0, rates, 2, "2026-06-09 08:00–08:30 30min 2000/h = 1000\n");
  one = visit ("v", "2026-06-10T08:00", "2026-06-10T08:30");
  assert_charges (&one, NULL, 0, rates, 2, "2026-06-10 08:00–08:30 30min 2150/h = 1075\n");
  one = visit ("v", "2026-06-09T23:30", "2026-06-10T00:30");
  assert_charges (&one, NULL, 0, rates, 2,
                  "2026-06-09 23:30–00:00 30min 2000/h = 1000\n"
                  "2026-06-10 00:00–00:30 30min 2150/h = 1075\n");
}

/* Scenario S16: each hour of care before the death is charged, nothing after. */
static void
test_cancelled (void)
{
  TendBillable one = visit ("v", "2026-06-11T09:00", "2026-06-11T10:00");
  gint64 total = 0;

  for (int day = 0; day < 5; day++)
    {
      g_autoptr(GArray) charges = tend_billing_charge (&one, NULL, 0, plain, 1, NULL, 0, NULL);

      total += tend_billing_total (charges);
      one.start += 24 * 60 * MINUTE;
      one.end += 24 * 60 * MINUTE;
    }
  g_assert_cmpint (total, ==, 10000);

  one.billing = TEND_BILLING_NONE;
  assert_charges (&one, NULL, 0, plain, 1, "");
  assert_charges (&one, NULL, 0, NULL, 0, "");

  one = visit ("v", "2026-06-11T09:00", "2026-06-11T09:45");
  one.percent = 50;
  assert_charges (&one, NULL, 0, plain, 1, "2026-06-11 09:00–09:45 45min 2000/h 50% = 750\n");

  /* 20 min at £20.00 is 666.67 whole and 333.33 half: rounded once, not twice. */
  one = visit ("v", "2026-06-11T09:00", "2026-06-11T09:20");
  one.percent = 50;
  assert_charges (&one, NULL, 0, plain, 1, "2026-06-11 09:00–09:20 20min 2000/h 50% = 333\n");
  one.percent = 0;
  assert_charges (&one, NULL, 0, plain, 1, "");
}

static void
test_flat (void)
{
  const TendRate sleep_in[] = {
    RATE ("day", 2000), BAND ("night", CLOCK (22, 0), CLOCK (7, 0), 8472, .unit = TEND_UNIT_NIGHT),
  };
  const TendRate by_visit[] = { RATE ("visit", 1250, .unit = TEND_UNIT_VISIT) };
  TendBillable one;

  one = visit ("v", "2026-06-02T08:00", "2026-06-02T08:20");
  assert_charges (&one, NULL, 0, by_visit, 1, "2026-06-02 08:00–08:20 20min 1250/visit = 1250\n");
  one.percent = 50;
  assert_charges (&one, NULL, 0, by_visit, 1,
                  "2026-06-02 08:00–08:20 20min 1250/visit 50% = 625\n");

  /* Begun in the night it is a night, to its end after breakfast. */
  one = visit ("v", "2026-06-02T22:00", "2026-06-03T08:00");
  assert_charges (&one, NULL, 0, sleep_in, 2, "2026-06-02 22:00–08:00 600min 8472/night = 8472\n");

  /* An hour before it is an hour, and the night is still one, past midnight. */
  one = visit ("v", "2026-06-02T21:00", "2026-06-03T08:00");
  assert_charges (&one, NULL, 0, sleep_in, 2,
                  "2026-06-02 21:00–22:00 60min 2000/h = 2000\n"
                  "2026-06-02 22:00–07:00 540min 8472/night = 8472\n"
                  "2026-06-03 07:00–08:00 60min 2000/h = 2000\n");
}

static void
test_shared (void)
{
  TendBillable both[] = {
    visit ("a", "2026-06-02T08:00", "2026-06-02T08:20"),
    visit ("b", "2026-06-02T08:00", "2026-06-02T08:20"),
  };

  both[0].billing = both[1].billing = TEND_BILLING_SHARED;
  both[1].client = "bob";

  /* £6.67 in two: the odd penny to the first id, whichever way round. */
  assert_charges (&both[0], both, 2, plain, 1, "2026-06-02 08:00–08:20 20min 2000/h by 2 = 334\n");
  assert_charges (&both[1], both, 2, plain, 1, "2026-06-02 08:00–08:20 20min 2000/h by 2 = 333\n");
  assert_charges (&both[0], &both[1], 1, plain, 1,
                  "2026-06-02 08:00–08:20 20min 2000/h by 2 = 334\n");
  assert_charges (&both[0], NULL, 0, plain, 1, "2026-06-02 08:00–08:20 20min 2000/h = 667\n");

  /* Only shared visits share, and only while they overlap. */
  both[1].billing = TEND_BILLING_FULL;
  assert_charges (&both[0], both, 2, plain, 1, "2026-06-02 08:00–08:20 20min 2000/h = 667\n");
  assert_charges (&both[1], both, 2, plain, 1, "2026-06-02 08:00–08:20 20min 2000/h = 667\n");

  both[1] = visit ("b", "2026-06-02T08:10", "2026-06-02T08:40");
  both[1].billing = TEND_BILLING_SHARED;
  assert_charges (&both[0], both, 2, plain, 1,
                  "2026-06-02 08:00–08:10 10min 2000/h = 333\n"
                  "2026-06-02 08:10–08:20 10min 2000/h by 2 = 167\n");
  assert_charges (&both[1], both, 2, plain, 1,
                  "2026-06-02 08:10–08:20 10min 2000/h by 2 = 166\n"
                  "2026-06-02 08:20–08:40 20min 2000/h = 667\n");

  both[1] = visit ("b", "2026-06-02T08:20", "2026-06-02T08:40");
  both[1].billing = TEND_BILLING_SHARED;
  assert_charges (&both[0], both, 2, plain, 1, "2026-06-02 08:00–08:20 20min 2000/h = 667\n");
}

static void
test_shared_flat (void)
{
  const TendRate rates[] = {
    RATE ("day", 2000), BAND ("night", CLOCK (22, 0), CLOCK (7, 0), 8473, .unit = TEND_UNIT_NIGHT),
  };
  TendBillable both[] = {
    visit ("a", "2026-06-02T22:00", "2026-06-03T07:00"),
    visit ("b", "2026-06-02T23:00", "2026-06-03T07:00"),
  };

  both[0].billing = both[1].billing = TEND_BILLING_SHARED;
  assert_charges (&both[0], both, 2, rates, 2,
                  "2026-06-02 22:00–07:00 540min 8473/night by 2 = 4237\n");
  assert_charges (&both[1], both, 2, rates, 2,
                  "2026-06-02 23:00–07:00 480min 8473/night by 2 = 4236\n");

  /* A night begun by the hour is one night, though the other comes late to it. */
  both[0].start -= 60 * MINUTE;
  assert_charges (&both[0], both, 2, rates, 2,
                  "2026-06-02 21:00–22:00 60min 2000/h = 2000\n"
                  "2026-06-02 22:00–07:00 540min 8473/night by 2 = 4237\n");
}

static void
test_no_rate (void)
{
  const TendRate rates[] = {
    RATE ("weekday", 2000, .applies = TEND_APPLIES_WEEKDAY),
    RATE ("mile", 45, .unit = TEND_UNIT_MILE),
  };
  TendBillable one = visit ("v", "2026-06-05T23:00", "2026-06-06T01:00");
  g_autoptr(GError) error = NULL;

  g_assert_null (tend_billing_charge (&one, NULL, 0, rates, 2, NULL, 0, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==,
                   "There is no rate for Saturday 6 June 2026 at 00:00. Add one to the rate card.");
  g_clear_error (&error);

  one.end = one.start - 60 * MINUTE;
  g_assert_null (tend_billing_charge (&one, NULL, 0, rates, 2, NULL, 0, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_clear_error (&error);

  one.end = one.start;
  assert_charges (&one, NULL, 0, rates, 2, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/billing/rounding", test_rounding);
  g_test_add_func ("/core/billing/fortnight", test_fortnight);
  g_test_add_func ("/core/billing/clock-nights", test_clock_nights);
  g_test_add_func ("/core/billing/edge-in-change", test_edge_in_change);
  g_test_add_func ("/core/billing/segments", test_segments);
  g_test_add_func ("/core/billing/new-rate", test_new_rate);
  g_test_add_func ("/core/billing/cancelled", test_cancelled);
  g_test_add_func ("/core/billing/flat", test_flat);
  g_test_add_func ("/core/billing/shared", test_shared);
  g_test_add_func ("/core/billing/shared-flat", test_shared_flat);
  g_test_add_func ("/core/billing/no-rate", test_no_rate);

  return g_test_run ();
}
