/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-chart-view.h"

#include <adwaita.h>

#define EXIT_SKIPPED 77 /* what meson takes for "skipped" */

static const char * const keys[] = { "Apr", "May", "Jun" };
static const char * const names[] = { "April 2026", "May 2026", "June 2026" };

static TendChartView *
make_view (TendChartKind kind)
{
  gint64 worked[] = { 236589, 0, -5 };
  gint64 received[] = { 100, 200, 300 };
  const TendChartSeries series[] = { { "Worked", worked }, { "Received", received } };
  const TendChart chart = { kind, TEND_CHART_PENCE, keys, 3, series,
                            kind == TEND_CHART_BARS ? 1 : 2 };
  TendChartView *view = g_object_ref_sink (TEND_CHART_VIEW (tend_chart_view_new ()));

  tend_chart_view_set_chart (view, &chart, names, "Money by month");

  /* The view has copies: what was handed over may change. */
  worked[0] = received[0] = 1;
  return view;
}

static void
assert_said (TendChartView *view,
             int            key,
             const char    *expected)
{
  g_autofree char *text = tend_chart_view_describe (view, key);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_describe (void)
{
  TendChartView *view = make_view (TEND_CHART_COLUMNS);

  assert_said (view, 0, "April 2026: Worked £2,365.89, Received £1.00");
  assert_said (view, 1, "May 2026: Worked £0.00, Received £2.00");
  assert_said (view, 2, "June 2026: Worked −£0.05, Received £3.00");
  g_assert_finalize_object (view);

  view = make_view (TEND_CHART_BARS);
  assert_said (view, 0, "April 2026: Worked £2,365.89");
  g_assert_finalize_object (view);
}

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_current (void)
{
  TendChartView *view = make_view (TEND_CHART_COLUMNS);
  int count = 0;

  g_signal_connect_swapped (view, "current-changed", G_CALLBACK (count_cb), &count);
  g_assert_cmpint (tend_chart_view_get_current (view), ==, -1);
  tend_chart_view_set_current (view, 2);
  tend_chart_view_set_current (view, 2);
  g_assert_cmpint (tend_chart_view_get_current (view), ==, 2);
  g_assert_cmpint (count, ==, 1);
  tend_chart_view_set_current (view, -1);
  g_assert_cmpint (count, ==, 2);
  g_assert_finalize_object (view);
}

/* No values at all, and a new chart while a key is marked. */
static void
test_empty (void)
{
  TendChartView *view = make_view (TEND_CHART_COLUMNS);
  const TendChart none = { .kind = TEND_CHART_COLUMNS, .unit = TEND_CHART_MINUTES };
  int natural;

  tend_chart_view_set_current (view, 1);
  tend_chart_view_set_chart (view, &none, NULL, "Nothing");
  g_assert_cmpint (tend_chart_view_get_current (view), ==, -1);
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 300, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, 100);
  g_assert_finalize_object (view);
}

/* A lying chart has room for each of its bars. */
static void
test_height (void)
{
  TendChartView *view = make_view (TEND_CHART_BARS);
  int natural;

  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_VERTICAL, 300, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, >=, 3 * 20);
  g_assert_cmpint (natural, <, 200);
  g_assert_finalize_object (view);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    return EXIT_SKIPPED;

  adw_init ();

  g_test_add_func ("/app/chart-view/describe", test_describe);
  g_test_add_func ("/app/chart-view/current", test_current);
  g_test_add_func ("/app/chart-view/empty", test_empty);
  g_test_add_func ("/app/chart-view/height", test_height);

  return g_test_run ();
}
