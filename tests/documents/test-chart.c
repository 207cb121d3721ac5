/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-chart.h"

#include <glib/gstdio.h>

static const struct
{
  gint64        lowest;
  gint64        highest;
  TendChartUnit unit;
  int           max_steps;
  gint64        from; /* the answer */
  gint64        to;
  gint64        step;
} axes[] = {
  { 0, 0, TEND_CHART_PENCE, 5, 0, 100, 100 },
  { 0, 1, TEND_CHART_PENCE, 5, 0, 100, 100 },
  { 0, 500, TEND_CHART_PENCE, 5, 0, 500, 100 },
  { 0, 501, TEND_CHART_PENCE, 5, 0, 600, 200 },
  { 0, 123456, TEND_CHART_PENCE, 5, 0, 150000, 50000 },
  { 0, 100000, TEND_CHART_PENCE, 4, 0, 100000, 50000 },
  { -3000, 9000, TEND_CHART_PENCE, 7, -4000, 10000, 2000 },
  { -3000, 9000, TEND_CHART_PENCE, 6, -5000, 10000, 5000 },
  { -500, 0, TEND_CHART_PENCE, 5, -500, 0, 100 },
  { 0, 30, TEND_CHART_MINUTES, 4, 0, 30, 15 },
  { 0, 600, TEND_CHART_MINUTES, 5, 0, 600, 120 },
  { 0, 1830, TEND_CHART_MINUTES, 4, 0, 2160, 720 },
  { 0, 76382, TEND_CHART_MINUTES, 5, 0, 90000, 30000 },
  { 0, 995, TEND_CHART_TENTHS, 5, 0, 1000, 200 },
};

static void
test_axis (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      TendAxis axis = tend_axis_new (axes[i].lowest, axes[i].highest, axes[i].unit,
                                     axes[i].max_steps);

      g_assert_cmpint (axis.lowest, ==, axes[i].from);
      g_assert_cmpint (axis.highest, ==, axes[i].to);
      g_assert_cmpint (axis.step, ==, axes[i].step);
    }
}

static void
test_axis_always (void)
{
  for (int round = 0; round < 5000; round++)
    {
      gint64 highest =
        g_test_rand_int () * (G_GINT64_CONSTANT (1) << g_test_rand_int_range (0, 20));
      gint64 lowest = g_test_rand_int () * (G_GINT64_CONSTANT (1) << g_test_rand_int_range (0, 20));
      int max_steps = g_test_rand_int_range (2, 9);
      TendChartUnit unit = g_test_rand_int_range (0, 3);
      TendAxis axis = tend_axis_new (MIN (lowest, highest), MAX (lowest, highest), unit, max_steps);

      g_assert_cmpint (axis.step, >, 0);
      g_assert_cmpint (axis.lowest % axis.step, ==, 0);
      g_assert_cmpint (axis.highest % axis.step, ==, 0);
      g_assert_cmpint (axis.lowest, <=, MIN (MIN (lowest, highest), 0));
      g_assert_cmpint (axis.highest, >=, MAX (MAX (lowest, highest), 0));
      g_assert_cmpint ((axis.highest - axis.lowest) / axis.step, <=, max_steps);
      g_assert_cmpint (axis.highest, >, axis.lowest);
    }
}

static void
test_words (void)
{
  const TendAxis pounds = { 0, 200000, 50000 };
  const TendAxis hours = { 0, 600, 120 };
  const TendAxis quarters = { 0, 60, 15 };
  g_autofree char *a = tend_axis_format (&pounds, 150000, TEND_CHART_PENCE);
  g_autofree char *b = tend_axis_format (&hours, 600, TEND_CHART_MINUTES);
  g_autofree char *c = tend_axis_format (&quarters, 45, TEND_CHART_MINUTES);
  g_autofree char *d = tend_chart_format (123450, TEND_CHART_PENCE);
  g_autofree char *e = tend_chart_format (750, TEND_CHART_MINUTES);
  g_autofree char *f = tend_chart_format (74, TEND_CHART_TENTHS);

  g_assert_cmpstr (a, ==, "£1,500");
  g_assert_cmpstr (b, ==, "10 h");
  g_assert_cmpstr (c, ==, "45 min");
  g_assert_cmpstr (d, ==, "£1,234.50");
  g_assert_cmpstr (e, ==, "12 h 30 min");
  g_assert_cmpstr (f, ==, "7.4 miles");
}

static const gint64 money[] = { 40000, 52000, 0, 61000 };
static const char *const keys[] = { "Sep", "Oct", "Nov", "Dec" };
static const TendChartSeries series[] = { { "Worked", money }, { "Received", money } };

static TendChart
make_chart (TendChartKind kind,
            gsize         n_series)
{
  return (TendChart) { kind, TEND_CHART_PENCE, keys, 4, series, n_series };
}

static void
test_key_at (void)
{
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_LIGHT), NULL, 12 };
  TendChart chart = make_chart (TEND_CHART_COLUMNS, 1);

  /* Columns fill the width right of the marks; lying bars fill the height. */
  g_assert_cmpint (tend_chart_key_at (400, 300, &chart, &style, 399, 150), ==, 3);
  g_assert_cmpint (tend_chart_key_at (400, 300, &chart, &style, 90, 150), ==, 0);
  g_assert_cmpint (tend_chart_key_at (400, 300, &chart, &style, 1, 150), ==, -1);
  g_assert_cmpint (tend_chart_key_at (400, 300, &chart, &style, 401, 150), ==, -1);
  g_assert_cmpint (tend_chart_key_at (400, 300, &chart, &style, 200, 299), ==, -1);
  chart = make_chart (TEND_CHART_BARS, 1);
  for (int k = 0; k < 4; k++)
    g_assert_cmpint (tend_chart_key_at (400, 300, &chart, &style, 5, 75 * k + 37), ==, k);
  g_assert_cmpint (tend_chart_key_at (400, 300, &chart, &style, 5, 300), ==, -1);
  chart.n_keys = 0;
  g_assert_cmpint (tend_chart_key_at (400, 300, &chart, &style, 5, 10), ==, -1);
}

/* The middle of a key's area is under that key, in every kind of chart. */
static void
test_key_area (void)
{
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_LIGHT), NULL, 12 };
  static const TendChartKind kinds[] = { TEND_CHART_COLUMNS, TEND_CHART_STACKED, TEND_CHART_BARS };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      TendChart chart = make_chart (kinds[i], kinds[i] == TEND_CHART_BARS ? 1 : 2);

      for (int key = 0; key < 4; key++)
        {
          TendChartArea area;

          tend_chart_key_area (400, 300, &chart, &style, key, &area);
          g_assert_cmpint (tend_chart_key_at (400, 300, &chart, &style, area.x + area.width / 2,
                                              area.y + area.height / 2), ==, key);
          g_assert_cmpfloat (area.x + area.width, <=, 400.01);
          g_assert_cmpfloat (area.y + area.height, <=, 300.01);
        }
    }
}

/* Whether the pixel is anything but paper. */
static gboolean
inked (cairo_surface_t *surface,
       int              x,
       int              y)
{
  const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface)
                                          + y * cairo_image_surface_get_stride (surface));

  return (row[x] & 0xffffff) != 0xffffff;
}

static void
test_bars_are_as_long_as_their_values (void)
{
  static const gint64 values[] = { 10000, 5000, 2500 };
  static const TendChartSeries one = { "Worked", values };
  const TendChart chart = { TEND_CHART_BARS, TEND_CHART_PENCE, keys, 3, &one, 1 };
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_LIGHT), NULL, 12 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 500, 300);
  cairo_t *cr = cairo_create (surface);
  int length[3] = { 0 };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  tend_chart_draw (cr, 500, 300, &chart, &style);
  cairo_surface_flush (surface);
  /* The bars' upper edges stand clear of the words beside them. */
  for (int k = 0; k < 3; k++)
    for (int x = 0; x < 500; x++)
      length[k] += inked (surface, x, 100 * k + 50 - 8);
  g_assert_cmpint (length[2], >, 20);
  g_assert_cmpint (ABS (length[0] - 2 * length[1]), <=, 4);
  g_assert_cmpint (ABS (length[1] - 2 * length[2]), <=, 4);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Names that do not fit beside each other stand below each other, and push the bars down. */
static void
test_legend_wraps (void)
{
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_LIGHT), NULL, 12 };
  const TendChart chart = make_chart (TEND_CHART_COLUMNS, 2);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
  cairo_t *cr = cairo_create (surface);
  TendChartArea narrow, wide;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  tend_chart_draw (cr, 110, 300, &chart, &style);
  cairo_surface_flush (surface);
  for (int y = 0; y < 300; y++)
    for (int x = 111; x < 400; x++)
      g_assert_false (inked (surface, x, y));

  tend_chart_key_area (110, 300, &chart, &style, 0, &narrow);
  tend_chart_key_area (400, 300, &chart, &style, 0, &wide);
  g_assert_cmpfloat (narrow.y, >=, wide.y + style.font_size);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_png (void)
{
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_DARK), NULL, 12 };
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tend-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.png", NULL);

  for (TendChartKind kind = TEND_CHART_COLUMNS; kind <= TEND_CHART_BARS; kind++)
    {
      const TendChart chart = make_chart (kind, 2);
      cairo_surface_t *surface;

      g_assert_true (tend_chart_write_png (&chart, &style, 480, 270, 2, path, &error));
      g_assert_no_error (error);
      surface = cairo_image_surface_create_from_png (path);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 960);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 540);
      cairo_surface_destroy (surface);
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* Nothing to show, hardly any room, and numbers beyond reason: drawn without a fault. */
static void
test_edges (void)
{
  static const gint64 wild[] = { G_MAXINT64 / 4, -5, 0, G_MININT64 / 4 };
  static const TendChartSeries far = { "Wild", wild };
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_LIGHT), NULL, 12 };
  const TendChart charts[] = {
    { TEND_CHART_COLUMNS, TEND_CHART_PENCE, NULL, 0, NULL, 0 },
    { TEND_CHART_BARS, TEND_CHART_MINUTES, NULL, 0, NULL, 0 },
    { TEND_CHART_COLUMNS, TEND_CHART_PENCE, keys, 4, &far, 1 },
    { TEND_CHART_BARS, TEND_CHART_TENTHS, keys, 4, &far, 1 },
  };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);
  cairo_t *cr = cairo_create (surface);

  for (gsize i = 0; i < G_N_ELEMENTS (charts); i++)
    for (int size = 1; size <= 200; size += 199)
      {
        tend_chart_draw (cr, size, size, &charts[i], &style);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/axis", test_axis);
  g_test_add_func ("/chart/axis-always", test_axis_always);
  g_test_add_func ("/chart/words", test_words);
  g_test_add_func ("/chart/key-at", test_key_at);
  g_test_add_func ("/chart/key-area", test_key_area);
  g_test_add_func ("/chart/lengths", test_bars_are_as_long_as_their_values);
  g_test_add_func ("/chart/legend-wraps", test_legend_wraps);
  g_test_add_func ("/chart/png", test_png);
  g_test_add_func ("/chart/edges", test_edges);
  return g_test_run ();
}
