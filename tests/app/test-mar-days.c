/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-days.h"

#define EXIT_SKIPPED 77 /* what meson takes for "skipped" */

static TendDate
date (const char *text)
{
  return tend_date_parse_iso (text);
}

/* The chart of the cycle from 2 to 29 November 2026 as it is read on a day. */
static TendMarSheet *
read_on (const char *today)
{
  TendMarSheet *sheet = g_atomic_rc_box_new0 (TendMarSheet);

  sheet->chart = g_new0 (TendMarChart, 1);
  sheet->chart->client = g_strdup ("c1");
  sheet->chart->from = date ("2026-11-02");
  sheet->chart->to = date ("2026-11-29");
  sheet->chart->lines = g_ptr_array_new ();
  sheet->prompts = g_ptr_array_new ();
  sheet->today = date (today);
  sheet->now = tend_time_resolve (sheet->today, 0);
  return sheet;
}

static void
show (GtkWidget  *grid,
      const char *today)
{
  g_autoptr(TendMarSheet) sheet = read_on (today);

  tend_mar_grid_set_sheet (TEND_MAR_GRID (grid), sheet);
}

#define assert_spoken(widget, expected)                                                  \
  G_STMT_START                                                                           \
    {                                                                                    \
      g_autofree char *wrong =                                                           \
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),                     \
                                            GTK_ACCESSIBLE_PROPERTY_LABEL, expected);    \
                                                                                         \
      g_assert_cmpstr (wrong, ==, NULL);                                                 \
    }                                                                                    \
  G_STMT_END

/* The window stays open over midnight: the page reads the chart again each minute. */
static void
test_midnight (void)
{
  GtkWidget *grid = g_object_ref_sink (tend_mar_grid_new ());
  GtkWidget *days = g_object_ref_sink (tend_mar_days_new (TEND_MAR_GRID (grid)));

  show (grid, "2026-11-24");
  assert_spoken (days, "2 November 2026 to 29 November 2026; today is 24 November 2026");
  show (grid, "2026-11-25");
  assert_spoken (days, "2 November 2026 to 29 November 2026; today is 25 November 2026");
  show (grid, "2026-11-30");
  assert_spoken (days, "2 November 2026 to 29 November 2026");

  g_object_unref (days);
  g_object_unref (grid);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return EXIT_SKIPPED;

  g_test_add_func ("/app/mar-days/midnight", test_midnight);

  return g_test_run ();
}
