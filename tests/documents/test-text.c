/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-date.h"
#include "tend-text.h"

static void
test_minutes (void)
{
  const struct { gint64 minutes; const char *text; } cases[] = {
    { 0, "0 min" }, { 59, "59 min" }, { 60, "1 h 00 min" }, { 90, "1 h 30 min" },
    { 605, "10 h 05 min" }, { -15, "−15 min" }, { -90, "−1 h 30 min" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tend_text_minutes (cases[i].minutes);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_period (void)
{
  const TendDate a = tend_date_new (2025, 8, 18);
  const struct { TendDate from; TendDate to; const char *text; } cases[] = {
    { a, tend_date_new (2025, 8, 31), "18–31 August 2025" },
    { a, tend_date_new (2025, 9, 1), "18 August – 1 September 2025" },
    { a, tend_date_new (2026, 8, 18), "18 August 2025 – 18 August 2026" },
    { a, a, "18 August 2025" },
    { TEND_DATE_NONE, a, "18 August 2025" },
    { a, TEND_DATE_NONE, "from 18 August 2025" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tend_text_period (cases[i].from, cases[i].to);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_direction (void)
{
  g_assert_true (tend_text_is_right_to_left ("דוד"));
  g_assert_true (tend_text_is_right_to_left ("12. سلام"));
  g_assert_false (tend_text_is_right_to_left ("Ŵyn דוד"));
  g_assert_false (tend_text_is_right_to_left ("🌷"));
  g_assert_false (tend_text_is_right_to_left (""));
  g_assert_false (tend_text_is_right_to_left ("⁨דוד⁩"));
  g_assert_false (tend_text_is_right_to_left ("⁨דוד⁩, Flat 3"));
}

static void
test_isolate (void)
{
  const struct { const char *text; const char *isolated; } cases[] = {
    { "", "" }, { "Siân\n4 Mill Lane", "Siân\n4 Mill Lane" }, { "דוד", "⁨דוד⁩" },
    { "Dave לוי\n\n4 Mill Lane\nשכונה 7", "⁨Dave לוי⁩\n\n4 Mill Lane\n⁨שכונה 7⁩" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *isolated = tend_text_isolate (cases[i].text);

      g_assert_cmpstr (isolated, ==, cases[i].isolated);
    }
}

/* Every line starts at the left, whichever way it goes, and the signs take no room. */
static void
test_mixed_lines (void)
{
  PangoContext *context = tend_text_context_new (NULL);
  PangoLayout *layout = tend_text_layout (context, TEND_TEXT_CELL, "דוד לוי\n4 Mill Lane\nשכונה 7",
                                          300);
  PangoLayout *bare = tend_text_layout (context, TEND_TEXT_CELL, NULL, -1);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle line;
  int n_lines = 0;

  do
    {
      pango_layout_iter_get_line_extents (iter, NULL, &line);
      g_assert_cmpint (line.x, ==, 0);
      n_lines++;
    }
  while (pango_layout_iter_next_line (iter));
  g_assert_cmpint (n_lines, ==, 3);

  pango_layout_set_text (bare, "שכונה 7", -1);
  g_assert_cmpfloat_with_epsilon (tend_text_width (bare), line.width / (double) PANGO_SCALE, 0.01);

  pango_layout_iter_free (iter);
  g_object_unref (bare);
  g_object_unref (layout);
  g_object_unref (context);
}

/* Figures are all equally wide, in every style that columns use. */
static void
test_tabular (void)
{
  PangoContext *context = tend_text_context_new (NULL);
  const TendTextStyle styles[] = { TEND_TEXT_CELL, TEND_TEXT_STRONG, TEND_TEXT_HEADING };

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      double width = 0;

      for (int digit = 0; digit < 10; digit++)
        {
          char text[] = { '0' + digit, '0' + digit, '0' + digit, '0' + digit, '\0' };
          PangoLayout *layout = tend_text_layout (context, styles[i], text, -1);

          if (digit > 0)
            g_assert_cmpfloat_with_epsilon (tend_text_width (layout), width, 0.1);
          width = tend_text_width (layout);
          g_object_unref (layout);
        }
    }
  g_object_unref (context);
}

/* What is read on a sheet for a client is as plain in large print as else, and no giant. */
static void
test_large (void)
{
  static const TendTextStyle styles[] = { TEND_TEXT_STRONG, TEND_TEXT_BODY, TEND_TEXT_CELL,
                                          TEND_TEXT_LARGE };
  PangoContext *context = tend_text_context_new (NULL);

  tend_text_context_set_large (context, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      PangoLayout *layout = tend_text_layout (context, styles[i], "A drink", -1);
      const PangoFontDescription *font = pango_layout_get_font_description (layout);

      g_assert_cmpint (pango_font_description_get_size (font), >=, 18 * PANGO_SCALE);
      g_assert_cmpint (pango_font_description_get_size (font), <, 20 * PANGO_SCALE);
      g_assert_cmpint (pango_font_description_get_weight (font), ==,
                       styles[i] == TEND_TEXT_STRONG ? PANGO_WEIGHT_SEMIBOLD
                                                     : PANGO_WEIGHT_NORMAL);
      g_object_unref (layout);
    }
  g_object_unref (context);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/minutes", test_minutes);
  g_test_add_func ("/text/period", test_period);
  g_test_add_func ("/text/direction", test_direction);
  g_test_add_func ("/text/isolate", test_isolate);
  g_test_add_func ("/text/mixed-lines", test_mixed_lines);
  g_test_add_func ("/text/tabular", test_tabular);
  g_test_add_func ("/text/large", test_large);
  return g_test_run ();
}
