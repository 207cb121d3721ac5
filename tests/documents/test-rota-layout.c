/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rota-chart.h"

#include <math.h>

#define EPSILON 1e-9

static TendDate
monday (void)
{
  return tend_date_new (2026, 6, 1);
}

static TendRotaGrid
make_grid (int from,
           int to)
{
  return (TendRotaGrid) { .first_day = monday (), .n_days = 7, .from_hour = from, .to_hour = to,
                          .now = TEND_INSTANT_NONE };
}

static TendRotaVisit
visit (TendDate date,
       int      start,
       int      minutes)
{
  TendInstant from = tend_time_resolve (date, start);

  return (TendRotaVisit) { .client = "Rose", .start = from, .end = from + minutes * 60 };
}

static void
test_place (void)
{
  const TendRotaVisit visits[] = { visit (monday () + 2, 9 * 60, 90) };
  const TendRotaGrid grid = make_grid (8, 18);
  g_autoptr(GArray) parts = tend_rota_layout (visits, 1, &grid, 0);
  const TendRotaPart *part = &g_array_index (parts, TendRotaPart, 0);
  cairo_rectangle_t rect;

  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpint (part->day, ==, 2);
  g_assert_cmpfloat_with_epsilon (part->y, 0.1, EPSILON);       /* an hour of ten */
  g_assert_cmpfloat_with_epsilon (part->height, 0.15, EPSILON); /* an hour and a half */
  g_assert_cmpfloat_with_epsilon (part->x, 0, EPSILON);
  g_assert_cmpfloat_with_epsilon (part->width, 1, EPSILON);
  g_assert_false (part->from_before);
  g_assert_false (part->goes_on);

  tend_rota_part_rect (&grid, 700, 1000, part, &rect);
  g_assert_cmpfloat (rect.x, >, 200);
  g_assert_cmpfloat (rect.x + rect.width, <, 300);
  g_assert_cmpfloat_with_epsilon (rect.y, 100, 2);
  g_assert_cmpfloat_with_epsilon (rect.y + rect.height, 250, 2);
}

static void
test_midnight (void)
{
  const TendRotaVisit visits[] = {
    visit (monday (), 22 * 60, 9 * 60),      /* to 07:00 on Tuesday */
    visit (monday () + 2, 22 * 60, 2 * 60),  /* ends with the day */
    visit (monday () - 1, 23 * 60, 120),     /* the Sunday before, to 01:00 */
    visit (monday () + 6, 23 * 60, 120),     /* goes on into the next week */
  };
  const TendRotaGrid grid = make_grid (0, 24);
  g_autoptr(GArray) parts = tend_rota_layout (visits, G_N_ELEMENTS (visits), &grid, 0);
  const struct { gsize visit; int day; double y; double height; gboolean before; gboolean on; }
  expected[] = {
    { 2, 0, 0, 1 / 24.0, TRUE, FALSE },
    { 0, 0, 22 / 24.0, 2 / 24.0, FALSE, TRUE },
    { 0, 1, 0, 7 / 24.0, TRUE, FALSE },
    { 1, 2, 22 / 24.0, 2 / 24.0, FALSE, FALSE },
    { 3, 6, 23 / 24.0, 1 / 24.0, FALSE, TRUE },
  };

  g_assert_cmpuint (parts->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TendRotaPart *part = &g_array_index (parts, TendRotaPart, i);

      g_assert_cmpuint (part->visit, ==, expected[i].visit);
      g_assert_cmpint (part->day, ==, expected[i].day);
      g_assert_cmpfloat_with_epsilon (part->y, expected[i].y, EPSILON);
      g_assert_cmpfloat_with_epsilon (part->height, expected[i].height, EPSILON);
      g_assert_cmpint (part->from_before, ==, expected[i].before);
      g_assert_cmpint (part->goes_on, ==, expected[i].on);
    }
}

/* The waking nights of scenario S12 are drawn by the clock on the wall, and a visit in
 * the hour that happens twice still has its height. */
static void
test_clock_changes (void)
{
  TendRotaGrid grid = make_grid (0, 24);
  TendRotaVisit visits[1];
  g_autoptr(GArray) spring = NULL;
  g_autoptr(GArray) twice = NULL;
  TendInstant first, second;

  grid.first_day = tend_date_new (2026, 3, 23);
  visits[0] = visit (tend_date_new (2026, 3, 28), 22 * 60, 480); /* to 07:00 */
  spring = tend_rota_layout (visits, 1, &grid, 0);
  g_assert_cmpuint (spring->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (spring, TendRotaPart, 1).height, 7 / 24.0,
                                  EPSILON);

  grid.first_day = tend_date_new (2026, 10, 19);
  tend_time_from_local (tend_date_new (2026, 10, 25), 90, &first, &second);
  g_assert_cmpint (second - first, ==, 3600);
  visits[0].start = first;
  visits[0].end = second; /* 01:30 to 01:30 */
  twice = tend_rota_layout (visits, 1, &grid, 0);
  g_assert_cmpuint (twice->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (twice, TendRotaPart, 0).height, 1 / 24.0, EPSILON);
}

static void
test_lanes (void)
{
  const TendRotaVisit visits[] = {
    visit (monday (), 540, 60),  /* 09:00–10:00 */
    visit (monday (), 570, 60),  /* 09:30–10:30: beside it */
    visit (monday (), 600, 60),  /* 10:00–11:00: below the first, beside the second */
    visit (monday (), 660, 60),  /* 11:00–12:00: alone */
  };
  const TendRotaGrid grid = make_grid (8, 18);
  g_autoptr(GArray) parts = tend_rota_layout (visits, G_N_ELEMENTS (visits), &grid, 0);
  const int lanes[] = { 0, 1, 0, 0 };
  const int n_lanes[] = { 2, 2, 2, 1 };

  g_assert_cmpuint (parts->len, ==, 4);
  for (guint i = 0; i < parts->len; i++)
    {
      const TendRotaPart *part = &g_array_index (parts, TendRotaPart, i);

      g_assert_cmpint (part->lane, ==, lanes[i]);
      g_assert_cmpint (part->n_lanes, ==, n_lanes[i]);
      g_assert_cmpfloat_with_epsilon (part->width, 1.0 / n_lanes[i], EPSILON);
      g_assert_cmpfloat_with_epsilon (part->x, lanes[i] / (double) n_lanes[i], EPSILON);
    }
}

static void
test_short_visits (void)
{
  const TendRotaVisit visits[] = {
    visit (monday (), 540, 10), visit (monday (), 550, 10), visit (monday () + 1, 17 * 60 + 55, 5),
    visit (monday () + 2, 600, 0),
  };
  const TendRotaGrid grid = make_grid (8, 18);
  g_autoptr(GArray) parts = tend_rota_layout (visits, G_N_ELEMENTS (visits), &grid, 30);

  g_assert_cmpuint (parts->len, ==, 4);
  for (guint i = 0; i < parts->len; i++)
    {
      const TendRotaPart *part = &g_array_index (parts, TendRotaPart, i);

      g_assert_cmpfloat_with_epsilon (part->height, 0.05, EPSILON);
      g_assert_cmpfloat (part->y + part->height, <=, 1 + EPSILON);
    }
  /* Shown for half an hour each, the first two would cover each other. */
  g_assert_cmpint (g_array_index (parts, TendRotaPart, 1).lane, ==, 1);
}

static void
test_outside (void)
{
  const TendRotaVisit visits[] = {
    visit (monday () - 7, 600, 60), visit (monday () + 7, 600, 60), visit (monday (), 60, 60),
    visit (monday (), 20 * 60, 60), visit (monday (), 7 * 60, 120), visit (monday (), 17 * 60, 120),
  };
  const TendRotaGrid grid = make_grid (8, 18);
  g_autoptr(GArray) parts = tend_rota_layout (visits, G_N_ELEMENTS (visits), &grid, 0);

  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpuint (g_array_index (parts, TendRotaPart, 0).visit, ==, 4);
  g_assert_true (g_array_index (parts, TendRotaPart, 0).from_before);
  g_assert_cmpfloat_with_epsilon (g_array_index (parts, TendRotaPart, 0).height, 0.1, EPSILON);
  g_assert_cmpuint (g_array_index (parts, TendRotaPart, 1).visit, ==, 5);
  g_assert_true (g_array_index (parts, TendRotaPart, 1).goes_on);
}

static void
test_hours (void)
{
  const TendRotaVisit early[] = { visit (monday (), 6 * 60 + 45, 30) };
  const TendRotaVisit late[] = { visit (monday (), 18 * 60, 31), visit (monday () + 9, 0, 60) };
  const TendRotaVisit night[] = { visit (monday (), 22 * 60, 540) };
  int from, to;

  tend_rota_hours (NULL, 0, monday (), 7, &from, &to);
  g_assert_cmpint (from, ==, 8);
  g_assert_cmpint (to, ==, 18);
  tend_rota_hours (early, 1, monday (), 7, &from, &to);
  g_assert_cmpint (from, ==, 6);
  g_assert_cmpint (to, ==, 18);
  tend_rota_hours (late, 2, monday (), 7, &from, &to);
  g_assert_cmpint (from, ==, 8);
  g_assert_cmpint (to, ==, 19);
  tend_rota_hours (night, 1, monday (), 7, &from, &to);
  g_assert_cmpint (from, ==, 0);
  g_assert_cmpint (to, ==, 24);
}

static void
test_at (void)
{
  TendRotaGrid grid = make_grid (8, 18);
  TendDate date;
  TendClock clock;

  grid.gutter = 50;
  grid.header = 20;
  g_assert_true (tend_rota_at (&grid, 750, 1020, 50, 20, &date, &clock));
  g_assert_cmpint (date, ==, monday ());
  g_assert_cmpint (clock, ==, 8 * 60);
  g_assert_true (tend_rota_at (&grid, 750, 1020, 749, 1019, &date, &clock));
  g_assert_cmpint (date, ==, monday () + 6);
  g_assert_cmpint (clock, ==, 17 * 60 + 59);
  g_assert_true (tend_rota_at (&grid, 750, 1020, 250, 170, &date, &clock));
  g_assert_cmpint (date, ==, monday () + 2);
  g_assert_cmpint (clock, ==, 9 * 60 + 30);
  g_assert_false (tend_rota_at (&grid, 750, 1020, 49, 100, &date, &clock));
  g_assert_false (tend_rota_at (&grid, 750, 1020, 100, 19, &date, &clock));
  g_assert_false (tend_rota_at (&grid, 750, 1020, 750, 100, &date, &clock));
}

static gboolean
overlap (const TendRotaPart *a,
         const TendRotaPart *b)
{
  return a->day == b->day && a->y < b->y + b->height - EPSILON && b->y < a->y + a->height - EPSILON
         && a->x < b->x + b->width - EPSILON && b->x < a->x + a->width - EPSILON;
}

/* Against the plain rule: no two blocks overlap, all lie in their day, none is lost,
 * and a day never has more lanes than visits at one moment. */
static void
test_random (void)
{
  GRand *rand = g_rand_new_with_seed (g_test_rand_int ());
  const TendRotaGrid grid = make_grid (0, 24);

  for (int round = 0; round < 200; round++)
    {
      TendRotaVisit visits[24];
      g_autoptr(GArray) parts = NULL;
      gboolean seen[24] = { FALSE };

      for (gsize i = 0; i < G_N_ELEMENTS (visits); i++)
        visits[i] = visit (monday () + g_rand_int_range (rand, 0, 2),
                           g_rand_int_range (rand, 0, 1440), g_rand_int_range (rand, 1, 300));
      parts = tend_rota_layout (visits, G_N_ELEMENTS (visits), &grid, 0);
      for (guint i = 0; i < parts->len; i++)
        {
          const TendRotaPart *part = &g_array_index (parts, TendRotaPart, i);
          int deepest = 0;

          seen[part->visit] = TRUE;
          g_assert_cmpfloat (part->x, >=, 0);
          g_assert_cmpfloat (part->x + part->width, <=, 1 + EPSILON);
          g_assert_cmpfloat (part->y, >=, 0);
          g_assert_cmpfloat (part->y + part->height, <=, 1 + EPSILON);
          for (guint j = 0; j < parts->len; j++)
            {
              const TendRotaPart *other = &g_array_index (parts, TendRotaPart, j);
              int depth = 0;

              if (i != j)
                g_assert_false (overlap (part, other));
              for (guint k = 0; k < parts->len; k++)
                {
                  const TendRotaPart *third = &g_array_index (parts, TendRotaPart, k);

                  depth += third->day == part->day && other->day == part->day
                           && third->y <= other->y + EPSILON
                           && other->y < third->y + third->height - EPSILON;
                }
              deepest = MAX (deepest, depth);
            }
          g_assert_cmpint (part->n_lanes, <=, deepest);
        }
      for (gsize i = 0; i < G_N_ELEMENTS (seen); i++)
        g_assert_true (seen[i]);
    }
  g_rand_free (rand);
}

static void
test_label (void)
{
  TendRotaVisit one = visit (tend_date_new (2026, 6, 2), 480, 30);
  g_autofree char *plain = NULL;
  g_autofree char *full = NULL;

  one.client = "Rose Hartley";
  plain = tend_rota_visit_label (&one);
  g_assert_cmpstr (plain, ==, "Tuesday 2 June 2026, 08:00–08:30, Rose Hartley, planned");
  one.service = "Personal care";
  one.state = TEND_ROTA_DONE;
  one.clash = TRUE;
  full = tend_rota_visit_label (&one);
  g_assert_cmpstr (full, ==, "Tuesday 2 June 2026, 08:00–08:30, Rose Hartley, Personal care, done, "
                             "at the same time as another visit");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rota-layout/place", test_place);
  g_test_add_func ("/rota-layout/midnight", test_midnight);
  g_test_add_func ("/rota-layout/clock-changes", test_clock_changes);
  g_test_add_func ("/rota-layout/lanes", test_lanes);
  g_test_add_func ("/rota-layout/short", test_short_visits);
  g_test_add_func ("/rota-layout/outside", test_outside);
  g_test_add_func ("/rota-layout/hours", test_hours);
  g_test_add_func ("/rota-layout/at", test_at);
  g_test_add_func ("/rota-layout/random", test_random);
  g_test_add_func ("/rota-layout/label", test_label);
  return g_test_run ();
}
