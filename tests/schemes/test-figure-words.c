/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-figure-words.h"

static void
test_names (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) schemes = tend_schemes_load (NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < schemes->len; i++)
    {
      g_autoptr(GPtrArray) figures = tend_scheme_figure_names (schemes->pdata[i]);

      for (guint j = 0; j < figures->len; j++)
        {
          g_autofree char *name = tend_figure_name (figures->pdata[j]);
          g_autofree char *bare = g_strdelimit (g_strdup (figures->pdata[j]), "_", ' ');

          /* In words of its own, not in the profile's. */
          g_assert_cmpint (g_ascii_strcasecmp (name, bare), !=, 0);
        }
    }
}

static void
test_unknown (void)
{
  g_autofree char *name = tend_figure_name ("trial_period_months");
  g_autofree char *value = tend_figure_format ("trial_period_months", 6);

  g_assert_cmpstr (name, ==, "Trial period months");
  g_assert_cmpstr (value, ==, "6 months");
}

static void
test_values (void)
{
  static const struct
  {
    const char *figure;
    gint64      value;
    const char *text;
  } values[] = {
    { "rate_notice_pence", 2250, "£22.50 an hour" },
    { "public_liability_pence", 400000000, "£4,000,000.00" },
    { "sleep_in_pence", 8472, "£84.72 for 8 hours" },
    { "response_minutes", 480, "8 h" },
    { "team_minutes", 22500, "375 h a week" },
    { "note_hours", 24, "24 hours" },
    { "time_off_days", 14, "14 days" },
    { "notice_days_least", 1, "1 day" },
    { "leaving_months", 3, "3 months" },
    { "dbs_years", 3, "3 years" },
    { "personal_care_clients", 4, "4 people" },
    { "viable_percent", 25, "25%" },
    { "return_due_day", 5, "Day 5 of the month" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = tend_figure_format (values[i].figure, values[i].value);

      g_assert_cmpstr (text, ==, values[i].text);
    }
}

static void
assert_validity (const char *from,
                 const char *to,
                 const char *expected)
{
  TendSchemeFigure figure = { .from = from != NULL ? day (from) : TEND_DATE_NONE,
                              .to = to != NULL ? day (to) : TEND_DATE_NONE };
  g_autofree char *text = tend_figure_validity (&figure);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_validity (void)
{
  assert_validity ("2025-04-01", "2026-03-31", "From 1 April 2025 to 31 March 2026");
  assert_validity ("2025-04-01", NULL, "From 1 April 2025");
  assert_validity (NULL, "2026-03-31", "Until 31 March 2026");
  assert_validity (NULL, NULL, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schemes/figure-words/names", test_names);
  g_test_add_func ("/schemes/figure-words/unknown", test_unknown);
  g_test_add_func ("/schemes/figure-words/values", test_values);
  g_test_add_func ("/schemes/figure-words/validity", test_validity);

  return g_test_run ();
}
