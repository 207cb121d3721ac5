/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-training-chart.h"

#define WIDTH  400
#define HEIGHT 200

static const char *const columns[] = { "Staffordshire", "Worcestershire" };
static const char *const rows[] = { "First aid", "Safeguarding adults", "Food hygiene" };

/* The colours in one cell, as a picture: the column's middle fifth of a row. */
static guint32
look (const TendTrainingCell *cells,
      gsize                   row,
      gsize                   column)
{
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_PRINT), NULL, 10 };
  const TendTrainingChart chart = { columns, 2, rows, 3, cells };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const guint8 *data;
  guint32 sum = 0;
  int stride, left, top;

  tend_training_chart_draw (cr, WIDTH, HEIGHT, &chart, &style);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  /* From the right, where every column has the same width and the names do not reach. */
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  left = WIDTH - (2 - (int) column) * 112 + 40;
  top = 24 + (int) row * 21 + 4;
  for (int y = top; y < top + 13; y++)
    for (int x = left; x < left + 32; x++)
      sum = sum * 31 + *(const guint32 *) (data + y * stride + x * 4);

  cairo_surface_destroy (surface);
  return sum;
}

/* Each state is drawn differently, and alike in every row; what is not asked is bare paper. */
static void
test_cells (void)
{
  const TendTrainingCell cells[] = {
    TEND_TRAINING_IN_DATE, TEND_TRAINING_MISSING,
    TEND_TRAINING_MISSING, TEND_TRAINING_NOT_ASKED,
    TEND_TRAINING_SOON, TEND_TRAINING_IN_DATE,
  };
  guint32 in_date = look (cells, 0, 0), soon = look (cells, 2, 0), missing = look (cells, 1, 0);

  g_assert_cmpuint (in_date, !=, missing);
  g_assert_cmpuint (in_date, !=, soon);
  g_assert_cmpuint (soon, !=, missing);
  g_assert_cmpuint (look (cells, 1, 1), ==, 0);
  g_assert_cmpuint (look (cells, 0, 1), !=, 0);
}

static void
test_height (void)
{
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_PRINT), NULL, 10 };
  const TendTrainingChart chart = { columns, 2, rows, 3, NULL };

  /* A head of 2.4 lines and three rows of 2.1. */
  g_assert_cmpfloat_with_epsilon (tend_training_chart_height (&chart, &style), 87, 0.001);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/training-chart/cells", test_cells);
  g_test_add_func ("/training-chart/height", test_height);

  return g_test_run ();
}
