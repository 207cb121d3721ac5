/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-zoom.h"

/* From what fits, which lies between two steps, to the next one; and no further than the last. */
static void
test_steps (void)
{
  static const struct { const char *action; double now, next; } steps[] = {
    { "zoom.in", 1.2, 4.0 / 3.0 },
    { "zoom.in", 4.0 / 3.0, 1.75 },
    { "zoom.in", 2.5, 3.5 },
    { "zoom.in", 3.5, 3.5 },
    { "zoom.in", 5, 5 },
    { "zoom.out", 1.2, 1 },
    { "zoom.out", 1, 0.7 },
    { "zoom.out", 0.35, 0.35 },
    { "zoom.out", 0.2, 0.2 },
    { "zoom.fit", 1.75, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpfloat (tend_zoom_step (steps[i].action, steps[i].now), ==, steps[i].next);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zoom/steps", test_steps);

  return g_test_run ();
}
