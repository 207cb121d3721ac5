/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-cell.h"
#include "tend-text.h"

#define SCALE   4
#define WIDTH  24
#define HEIGHT 28
#define MARGIN  6
#define WIDE   ((WIDTH + 2 * MARGIN) * SCALE)
#define HIGH   ((HEIGHT + 2 * MARGIN) * SCALE)

static PangoContext *context;

/* The cell with a margin round it, in greys as a copier sees it. */
static cairo_surface_t *
draw (const TendMarCell *cell,
      TendPaletteKind    palette)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDE, HIGH);
  const TendDrawStyle style = { tend_palette_get (palette), context, 8 };
  cairo_t *cr = cairo_create (surface);

  tend_cairo_set_color (cr, &style.palette->paper);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  cairo_translate (cr, MARGIN, MARGIN);
  tend_mar_cell_draw (cr, cell, WIDTH, HEIGHT, &style);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* 0 is black, 255 white. */
static int
grey (cairo_surface_t *surface,
      int              x,
      int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + y * cairo_image_surface_get_stride (surface);
  guint32 pixel = ((const guint32 *) row)[x];

  return ((pixel >> 16 & 0xff) * 54 + (pixel >> 8 & 0xff) * 183 + (pixel & 0xff) * 19) / 256;
}

static gboolean
is_dark (cairo_surface_t *surface,
         double           x,
         double           y)
{
  return grey (surface, (int) ((x + MARGIN) * SCALE), (int) ((y + MARGIN) * SCALE)) < 128;
}

static int
count_dark (cairo_surface_t *surface)
{
  int n = 0;

  for (int y = 0; y < HIGH; y++)
    for (int x = 0; x < WIDE; x++)
      n += grey (surface, x, y) < 128;
  return n;
}

static int
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b)
{
  int n = 0;

  for (int y = 0; y < HIGH; y++)
    for (int x = 0; x < WIDE; x++)
      n += ABS (grey (a, x, y) - grey (b, x, y)) > 64;
  return n;
}

/* Whatever else it is, no cell looks like another one in black and white. */
static void
test_all_differ (void)
{
  const TendMarCell cells[] = {
    { .state = TEND_MAR_CELL_NOT_DUE },
    { .state = TEND_MAR_CELL_OUTSIDE },
    { .state = TEND_MAR_CELL_DUE },
    { .state = TEND_MAR_CELL_GAP },
    { .state = TEND_MAR_CELL_OTHERS, .text = "family" },
    { .state = TEND_MAR_CELL_WRITTEN, .text = "S" },
    { .state = TEND_MAR_CELL_WRITTEN, .text = "S", .is_code = TRUE },
    { .state = TEND_MAR_CELL_WRITTEN, .text = "S", .quantity = "0.5" },
    { .state = TEND_MAR_CELL_WRITTEN, .text = "S", .late = "09:40" },
    { .state = TEND_MAR_CELL_WRITTEN, .text = "S", .struck = "R" },
    { .state = TEND_MAR_CELL_DRAFT, .text = "S" },
    { .state = TEND_MAR_CELL_DUE, .today = TRUE },
  };

  for (TendPaletteKind palette = TEND_PALETTE_PRINT; palette <= TEND_PALETTE_LIGHT; palette++)
    for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
      for (guint j = 0; j < i; j++)
        {
          cairo_surface_t *one = draw (&cells[i], palette);
          cairo_surface_t *other = draw (&cells[j], palette);

          /* A dash of three points by half a point is the least. */
          g_assert_cmpint (count_differences (one, other), >=, 40);
          cairo_surface_destroy (one);
          cairo_surface_destroy (other);
        }
}

static void
test_gap (void)
{
  cairo_surface_t *gap = draw (&(TendMarCell) { .state = TEND_MAR_CELL_GAP },
                               TEND_PALETTE_PRINT);
  cairo_surface_t *due = draw (&(TendMarCell) { .state = TEND_MAR_CELL_DUE },
                               TEND_PALETTE_PRINT);

  /* Closed on four sides, empty within. */
  g_assert_true (is_dark (gap, WIDTH / 2.0, 2.2));
  g_assert_true (is_dark (gap, WIDTH / 2.0, HEIGHT - 2.2));
  g_assert_true (is_dark (gap, 2.2, HEIGHT / 2.0));
  g_assert_true (is_dark (gap, WIDTH - 2.2, HEIGHT / 2.0));
  for (int x = 5; x < WIDTH - 5; x++)
    for (int y = 5; y < HEIGHT - 5; y++)
      g_assert_false (is_dark (gap, x, y));
  g_assert_cmpint (count_dark (gap), >, 4 * count_dark (due));
  cairo_surface_destroy (gap);
  cairo_surface_destroy (due);
}

/* The blackest point of what is to be given is as black as initials; another's to give is soft. */
static void
test_to_give (void)
{
  const TendMarCell cells[] = {
    { .state = TEND_MAR_CELL_WRITTEN, .text = "HH" }, { .state = TEND_MAR_CELL_DUE,
                                                        .quantity = "4" },
    { .state = TEND_MAR_CELL_OTHERS, .text = "HH" },
  };
  int darkest[G_N_ELEMENTS (cells)] = { 255, 255, 255 };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      cairo_surface_t *surface = draw (&cells[i], TEND_PALETTE_PRINT);

      for (int y = (MARGIN + 2) * SCALE; y < (MARGIN + HEIGHT - 2) * SCALE; y++)
        for (int x = (MARGIN + 2) * SCALE; x < (MARGIN + WIDTH - 2) * SCALE; x++)
          darkest[i] = MIN (darkest[i], grey (surface, x, y));
      cairo_surface_destroy (surface);
    }
  g_assert_cmpint (darkest[1], ==, darkest[0]);
  g_assert_cmpint (darkest[2], >, darkest[0]);
}

/* A line through what was corrected, longer than the letters; these stay to be read. */
static void
test_struck (void)
{
  cairo_surface_t *struck =
    draw (&(TendMarCell) { .state = TEND_MAR_CELL_WRITTEN, .struck = "JB", .text = "R" },
          TEND_PALETTE_PRINT);
  int longest = 0;

  for (int y = MARGIN * SCALE; y < (MARGIN + HEIGHT - 1) * SCALE; y++)
    {
      int run = 0;

      for (int x = MARGIN * SCALE; x < (MARGIN + WIDTH / 2) * SCALE; x++)
        {
          run = grey (struck, x, y) < 128 ? run + 1 : 0;
          longest = MAX (longest, run);
        }
    }
  g_assert_cmpint (longest, >=, 6 * SCALE);
  cairo_surface_destroy (struck);
}

/* However much there is to say, it stays in its cell. */
static void
test_stays_inside (void)
{
  cairo_surface_t *full =
    draw (&(TendMarCell) { .state = TEND_MAR_CELL_WRITTEN, .struck = "Wilhelmina R JB",
                           .text = "MWMWMW", .is_code = TRUE, .quantity = "1234567.125",
                           .late = "4 June 09:40", .today = TRUE }, TEND_PALETTE_PRINT);

  for (int y = 0; y < HIGH; y++)
    for (int x = 0; x < WIDE; x++)
      if (x < MARGIN * SCALE || x >= (MARGIN + WIDTH) * SCALE || y < MARGIN * SCALE ||
          y >= (MARGIN + HEIGHT) * SCALE)
        g_assert_cmpint (grey (full, x, y), ==, 255);
  cairo_surface_destroy (full);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  context = tend_text_context_new (NULL);

  g_test_add_func ("/mar-cell/all-differ", test_all_differ);
  g_test_add_func ("/mar-cell/gap", test_gap);
  g_test_add_func ("/mar-cell/to-give", test_to_give);
  g_test_add_func ("/mar-cell/struck", test_struck);
  g_test_add_func ("/mar-cell/stays-inside", test_stays_inside);

  status = g_test_run ();
  g_object_unref (context);
  return status;
}
