/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-palette.h"

static void
test_contrast (void)
{
  const TendColor black = { 0, 0, 0, 1 };
  const TendColor white = { 1, 1, 1, 1 };
  const TendColor grey = { 0x77 / 255.0, 0x77 / 255.0, 0x77 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (tend_color_contrast (&black, &white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (tend_color_contrast (&white, &black), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (tend_color_contrast (&white, &white), 1, 0.001);
  /* The well-known grey that just misses 4.5 on white. */
  g_assert_cmpfloat_with_epsilon (tend_color_contrast (&grey, &white), 4.48, 0.005);
}

static void
test_promises (void)
{
  for (int kind = TEND_PALETTE_PRINT; kind <= TEND_PALETTE_DARK_CONTRAST; kind++)
    {
      const TendPalette *p = tend_palette_get (kind);

      g_assert_cmpfloat (tend_color_contrast (&p->ink, &p->paper), >=, 7);
      g_assert_cmpfloat (tend_color_contrast (&p->ink, &p->band), >=, 7);
      g_assert_cmpfloat (tend_color_contrast (&p->soft_ink, &p->paper), >=, 4.5);
      g_assert_cmpfloat (tend_color_contrast (&p->soft_ink, &p->band), >=, 4.5);
      g_assert_cmpfloat (tend_color_contrast (&p->accent, &p->paper), >=, 4.5);
      g_assert_cmpfloat (tend_color_contrast (&p->accent, &p->washes[0]), >=, 4.5);
      g_assert_cmpfloat (tend_color_contrast (&p->on_accent, &p->accent), >=, 4.5);
      g_assert_cmpfloat (tend_color_contrast (&p->warning, &p->paper), >=, 4.5);
      for (int i = 0; i < TEND_PALETTE_N_SERIES; i++)
        {
          g_assert_cmpfloat (tend_color_contrast (&p->series[i], &p->paper), >=, 3);
          g_assert_cmpfloat (tend_color_contrast (&p->series[i], &p->washes[i]), >=, 3);
          g_assert_cmpfloat (tend_color_contrast (&p->ink, &p->washes[i]), >=, 7);
          g_assert_cmpfloat (tend_color_contrast (&p->soft_ink, &p->washes[i]), >=, 4.5);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/promises", test_promises);
  return g_test_run ();
}
