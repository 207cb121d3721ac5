/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rates.h"

#define CLOCK(hour, minute) ((hour) * 60 + (minute))

static TendDate
iso (const char *text)
{
  return tend_date_parse_iso (text);
}

/* A rate by the hour, for all days, until a field says otherwise. */
#define BAND(name, from, to, ...) { .id = name, .starts_at = from, .ends_at = to, __VA_ARGS__ }
#define RATE(name, ...) BAND (name, TEND_CLOCK_NONE, TEND_CLOCK_NONE, __VA_ARGS__)

/* Each line beats all the lines below it where both apply. */
static const TendRate card[] = {
  RATE ("own-both", .client = "ann", .service = "care"),
  RATE ("own", .client = "ann"),
  RATE ("service", .service = "care"),
  BAND ("christmas-night", CLOCK (22, 0), CLOCK (7, 0),
        .applies = TEND_APPLIES_FIXED_DATE, .fixed_month = 12, .fixed_day = 25),
  RATE ("christmas", .applies = TEND_APPLIES_FIXED_DATE, .fixed_month = 12, .fixed_day = 25),
  RATE ("holiday", .applies = TEND_APPLIES_BANK_HOLIDAY),
  BAND ("saturday-night", CLOCK (22, 0), CLOCK (7, 0), .applies = TEND_APPLIES_SATURDAY),
  RATE ("saturday", .applies = TEND_APPLIES_SATURDAY),
  RATE ("sunday", .applies = TEND_APPLIES_SUNDAY),
  BAND ("night", CLOCK (22, 0), CLOCK (7, 0)),
  BAND ("evening", CLOCK (18, 0), CLOCK (22, 0), .applies = TEND_APPLIES_WEEKDAY),
  RATE ("weekday", .applies = TEND_APPLIES_WEEKDAY),
  RATE ("plain"),
};

static TendDate holidays[3];

static const char *
find (const TendRate *rates,
      gsize           n_rates,
      const char     *client,
      const char     *service,
      const char     *date,
      TendClock       clock)
{
  const TendRate *rate = tend_rates_find (rates, n_rates, holidays, G_N_ELEMENTS (holidays),
                                          client, service, FALSE, iso (date), clock);

  return rate != NULL ? rate->id : NULL;
}

static void
test_order (void)
{
  static const struct { const char *client, *service, *date; int hour; const char *id; } cases[] = {
    { "ann", "care", "2026-12-25", 23, "own-both" },
    { "ann", "shopping", "2026-12-25", 23, "own" },
    { "ann", NULL, "2026-12-25", 23, "own" },
    { "bob", "care", "2026-12-25", 23, "service" },
    { "bob", "shopping", "2026-12-25", 23, "christmas-night" },
    { "bob", "shopping", "2026-12-25", 12, "christmas" },
    { "bob", "shopping", "2027-12-25", 12, "christmas" },   /* a Saturday, and no bank holiday */
    { "bob", "shopping", "2026-12-28", 12, "holiday" },
    { "bob", "shopping", "2026-12-28", 23, "holiday" },     /* a holiday beats a night */
    { "bob", "shopping", "2026-06-06", 23, "saturday-night" },
    { "bob", "shopping", "2026-06-06", 3, "saturday-night" },
    { "bob", "shopping", "2026-06-06", 12, "saturday" },
    { "bob", "shopping", "2026-06-07", 3, "sunday" },       /* a Sunday beats a night */
    { "bob", "shopping", "2026-06-08", 3, "night" },
    { "bob", "shopping", "2026-06-08", 23, "night" },
    { "bob", "shopping", "2026-06-08", 7, "weekday" },
    { "bob", "shopping", "2026-06-08", 17, "weekday" },
    { "bob", "shopping", "2026-06-08", 18, "evening" },
    { "bob", "shopping", "2026-06-08", 21, "evening" },
    { "bob", "shopping", "2026-06-08", 22, "night" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (find (card, G_N_ELEMENTS (card), cases[i].client, cases[i].service,
                           cases[i].date, CLOCK (cases[i].hour, 0)), ==, cases[i].id);

  /* The order of the lines does not matter. */
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TendRate reversed[G_N_ELEMENTS (card)];

      for (gsize j = 0; j < G_N_ELEMENTS (card); j++)
        reversed[j] = card[G_N_ELEMENTS (card) - 1 - j];

      g_assert_cmpstr (find (reversed, G_N_ELEMENTS (reversed), cases[i].client, cases[i].service,
                             cases[i].date, CLOCK (cases[i].hour, 0)), ==, cases[i].id);
    }
}

static void
test_bands (void)
{
  const TendRate rates[] = {
    BAND ("night", CLOCK (22, 0), CLOCK (7, 0)),
    BAND ("day", CLOCK (8, 0), CLOCK (20, 0)),
  };
  const TendRate all_day[] = { BAND ("all", CLOCK (8, 0), CLOCK (8, 0)) };
  static const struct { int hour, minute; const char *id; } cases[] = {
    { 0, 0, "night" }, { 6, 59, "night" }, { 7, 0, NULL }, { 7, 59, NULL }, { 8, 0, "day" },
    { 19, 59, "day" }, { 20, 0, NULL }, { 21, 59, NULL }, { 22, 0, "night" }, { 23, 59, "night" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TendClock clock = CLOCK (cases[i].hour, cases[i].minute);

      g_assert_cmpstr (find (rates, 2, NULL, NULL, "2026-06-08", clock), ==, cases[i].id);
      g_assert_cmpstr (find (all_day, 1, NULL, NULL, "2026-06-08", clock), ==, "all");
    }

  /* Something without a time of day is in no band. */
  g_assert_null (find (rates, 2, NULL, NULL, "2026-06-08", TEND_CLOCK_NONE));
}

static void
test_dates (void)
{
  const TendRate rates[] = {
    RATE ("old", .valid_to = iso ("2026-06-09")),
    RATE ("new", .valid_from = iso ("2026-06-10"), .valid_to = iso ("2026-06-20")),
    RATE ("later", .valid_from = iso ("2026-06-15")),
  };
  static const struct { const char *date, *id; } cases[] = {
    { "2000-01-01", "old" }, { "2026-06-09", "old" }, { "2026-06-10", "new" },
    { "2026-06-14", "new" }, { "2026-06-15", "later" }, { "2026-06-20", "later" },
    { "2026-06-21", "later" }, { "2100-01-01", "later" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (find (rates, 3, NULL, NULL, cases[i].date, 0), ==, cases[i].id);

  g_assert_null (find (&rates[1], 1, NULL, NULL, "2026-06-09", 0));
  g_assert_null (find (&rates[1], 1, NULL, NULL, "2026-06-21", 0));
}

static void
test_ties (void)
{
  const TendRate rates[] = { RATE ("b"), RATE ("a"), RATE ("c") };
  const TendRate someone_elses[] = { RATE ("a", .client = "ann"), RATE ("b", .service = "care") };

  g_assert_cmpstr (find (rates, 3, NULL, NULL, "2026-06-08", 0), ==, "a");
  g_assert_null (find (someone_elses, 2, "bob", "shopping", "2026-06-08", 0));
  g_assert_null (find (someone_elses, 2, NULL, NULL, "2026-06-08", 0));
  g_assert_null (find (NULL, 0, "bob", "care", "2026-06-08", 0));
}

static void
test_miles (void)
{
  const TendRate rates[] = {
    RATE ("hour"),
    RATE ("mile", .unit = TEND_UNIT_MILE, .amount_pence = 45),
    RATE ("ann-mile", .client = "ann", .unit = TEND_UNIT_MILE, .amount_pence = 40),
  };
  TendDate date = iso ("2026-06-08");

  g_assert_cmpstr (tend_rates_find (rates, 3, NULL, 0, "bob", NULL, TRUE, date,
                                    TEND_CLOCK_NONE)->id,
                   ==, "mile");
  g_assert_cmpstr (tend_rates_find (rates, 3, NULL, 0, "ann", NULL, TRUE, date,
                                    TEND_CLOCK_NONE)->id,
                   ==, "ann-mile");
  g_assert_cmpstr (tend_rates_find (rates, 3, NULL, 0, "ann", NULL, FALSE, date, 0)->id, ==,
                   "hour");
  g_assert_null (tend_rates_find (rates, 1, NULL, 0, "ann", NULL, TRUE, date, TEND_CLOCK_NONE));
}

static void
test_holidays (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (holidays); i++)
    {
      g_assert_true (tend_holidays_contain (holidays, G_N_ELEMENTS (holidays), holidays[i]));
      g_assert_false (tend_holidays_contain (holidays, G_N_ELEMENTS (holidays), holidays[i] - 1));
      g_assert_false (tend_holidays_contain (holidays, G_N_ELEMENTS (holidays), holidays[i] + 2));
    }
  g_assert_false (tend_holidays_contain (NULL, 0, holidays[0]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  holidays[0] = iso ("2026-08-31");
  holidays[1] = iso ("2026-12-25");
  holidays[2] = iso ("2026-12-28");

  g_test_add_func ("/core/rates/order", test_order);
  g_test_add_func ("/core/rates/bands", test_bands);
  g_test_add_func ("/core/rates/dates", test_dates);
  g_test_add_func ("/core/rates/ties", test_ties);
  g_test_add_func ("/core/rates/miles", test_miles);
  g_test_add_func ("/core/rates/holidays", test_holidays);

  return g_test_run ();
}
