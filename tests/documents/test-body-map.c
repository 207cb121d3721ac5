/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-body-map.h"

#include <math.h>

#define WIDTH 480.0

static gboolean
is_on (TendBodySide side,
       int          x,
       int          y)
{
  const TendBodyMark mark = { side, x, y, 1 };

  return tend_body_map_is_on_body (&mark);
}

/* Every place comes back from the point where it is drawn. */
static void
test_there_and_back (void)
{
  const double heights[] = { tend_body_map_height (WIDTH), 180 };

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    for (TendBodySide side = 0; side < TEND_BODY_N_SIDES; side++)
      for (int at = 0; at <= 1000; at += 125)
        {
          const TendBodyMark mark = { side, at, 1000 - at, 7 };
          TendBodyMark found = { 0 };
          double x, y;

          tend_body_map_place (WIDTH, heights[i], &mark, &x, &y);
          g_assert_cmpfloat (y, <=, heights[i]);
          g_assert_true (tend_body_map_find (WIDTH, heights[i], x, y, &found));
          g_assert_cmpint (found.side, ==, side);
          g_assert_cmpint (found.x, ==, at);
          g_assert_cmpint (found.y, ==, 1000 - at);
          g_assert_cmpint (found.number, ==, 0);
        }
}

static void
test_beside (void)
{
  TendBodyMark found;

  g_assert_false (tend_body_map_find (WIDTH, 200, -5, 20, &found));
  g_assert_false (tend_body_map_find (WIDTH, 200, WIDTH + 5, 20, &found));
  /* Between two figures, which are narrow where the field is low. */
  g_assert_false (tend_body_map_find (WIDTH, 100, WIDTH / 4, 20, &found));
  /* The names of the sides. */
  g_assert_false (tend_body_map_find (WIDTH, 200, WIDTH / 8, 198, &found));
}

static void
test_on_body (void)
{
  for (TendBodySide side = 0; side < TEND_BODY_N_SIDES; side++)
    {
      g_assert_true (is_on (side, 500, 70));   /* head */
      g_assert_true (is_on (side, 500, 350));  /* trunk */
      g_assert_false (is_on (side, 0, 0));
      g_assert_false (is_on (side, 1000, 1000));
      g_assert_false (is_on (side, 20, 500));
      g_assert_false (is_on (side, 500, 995)); /* below the feet */
    }

  /* Both wrists, and the air between arm and trunk, and between the legs. */
  g_assert_true (is_on (TEND_BODY_FRONT, 830, 500));
  g_assert_true (is_on (TEND_BODY_BACK, 170, 500));
  g_assert_false (is_on (TEND_BODY_FRONT, 730, 450));
  g_assert_false (is_on (TEND_BODY_FRONT, 500, 700));
  /* The feet point where the person looks. */
  g_assert_true (is_on (TEND_BODY_LEFT, 330, 975));
  g_assert_false (is_on (TEND_BODY_LEFT, 670, 975));
  g_assert_true (is_on (TEND_BODY_RIGHT, 670, 975));
  g_assert_false (is_on (TEND_BODY_RIGHT, 330, 975));
}

/* Front and back are the same on either side of the middle. */
static void
test_symmetry (void)
{
  for (int y = 0; y <= 1000; y += 20)
    for (int x = 0; x <= 500; x += 10)
      g_assert_cmpint (is_on (TEND_BODY_FRONT, x, y), ==, is_on (TEND_BODY_FRONT, 1000 - x, y));
}

static guint
count_ink (const TendBodyMark *marks,
           gsize               n_marks)
{
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_LIGHT), NULL, 9 };
  double height = tend_body_map_height (WIDTH);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_A8, (int) WIDTH, (int) ceil (height));
  cairo_t *cr = cairo_create (surface);
  const guchar *data;
  guint ink = 0;

  tend_body_map_draw (cr, WIDTH, height, marks, n_marks, &style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      ink += data[y * cairo_image_surface_get_stride (surface) + x] > 127;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink;
}

/* Marks in the air add their discs; at one place each still has a disc of its own. */
static void
test_marks (void)
{
  TendBodyMark marks[12];
  guint disc = count_ink (&(TendBodyMark) { TEND_BODY_FRONT, 30, 150, 1 }, 1)
               - count_ink (NULL, 0);
  guint all;

  g_assert_cmpuint (disc, >, 100);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    marks[i] = (TendBodyMark) { TEND_BODY_RIGHT, 700, 250, i + 1 };
  all = count_ink (marks, G_N_ELEMENTS (marks)) - count_ink (NULL, 0);
  g_assert_cmpuint (all, >, 6 * disc);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/body-map/there-and-back", test_there_and_back);
  g_test_add_func ("/documents/body-map/beside", test_beside);
  g_test_add_func ("/documents/body-map/on-body", test_on_body);
  g_test_add_func ("/documents/body-map/symmetry", test_symmetry);
  g_test_add_func ("/documents/body-map/marks", test_marks);
  return g_test_run ();
}
