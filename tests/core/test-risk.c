/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-risk.h"

/* The scores that two levels from 1 to 5 can make (domain.md, section 3). */
static void
test_score (void)
{
  static const int possible[] = { 1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25 };
  gboolean seen[26] = { FALSE };
  guint n = 0;

  for (int likelihood = 1; likelihood <= 5; likelihood++)
    for (int severity = 1; severity <= 5; severity++)
      seen[tend_risk_score (likelihood, severity)] = TRUE;

  for (int score = 0; score <= 25; score++)
    if (seen[score])
      g_assert_cmpint (score, ==, possible[n++]);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (possible));

  g_assert_cmpint (tend_risk_score (0, 5), ==, 0);
  g_assert_cmpint (tend_risk_score (5, 6), ==, 0);
}

static void
test_band (void)
{
  static const TendRiskBand some[] = { { 1, "low" }, { 4, "moderate" }, { 8, "high" },
                                       { 15, "extreme" } };
  static const struct { int score; const char *band; } cases[] = {
    { 1, "low" }, { 3, "low" }, { 4, "moderate" }, { 6, "moderate" }, { 8, "high" },
    { 12, "high" }, { 15, "extreme" }, { 25, "extreme" },
  };
  g_autoptr(GArray) bands = g_array_new (FALSE, FALSE, sizeof (TendRiskBand));

  g_assert_null (tend_risk_band (bands, 5));
  g_array_append_vals (bands, some, G_N_ELEMENTS (some));
  g_assert_null (tend_risk_band (bands, 0));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (tend_risk_band (bands, cases[i].score)->name, ==, cases[i].band);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/risk/score", test_score);
  g_test_add_func ("/core/risk/band", test_band);

  return g_test_run ();
}
