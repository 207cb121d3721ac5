/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-quantity.h"

#include "tend-error.h"

#include <string.h>

static void
test_parse (void)
{
  static const struct { const char *text; gint64 quantity; } cases[] = {
    { "0", 0 }, { "2", 2000 }, { "1.5", 1500 }, { "0.125", 125 }, { "1.50", 1500 },
    { "999999", 999999000 }, { "999999.999", 999999999 },
  };
  static const char * const wrong[] = {
    "", "-1", "1,5", "1,000", ".5", "1.", "1.2345", "1000000", "1e3", " 1", "1 ", "one", "½",
    "1.5.5", "٣",
  };
  gint64 quantity;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (tend_quantity_parse (cases[i].text, &quantity, &error));
      g_assert_no_error (error);
      g_assert_cmpint (quantity, ==, cases[i].quantity);
    }

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (tend_quantity_parse (wrong[i], &quantity, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
    }
}

/* "1,5" is one and a half to some, fifteen hundred to others: it is named. */
static void
test_comma (void)
{
  g_autoptr(GError) error = NULL;
  gint64 quantity;

  g_assert_false (tend_quantity_parse_typed ("1,5", &quantity, &error));
  g_assert_nonnull (strstr (error->message, "comma"));
}

static void
test_typed (void)
{
  static const struct { const char *text; gint64 quantity; } cases[] = {
    { "½", 500 }, { "1½", 1500 }, { "1 1/2", 1500 }, { "1/4", 250 }, { "¾", 750 }, { "2", 2000 },
    { "2.5", 2500 },
  };
  static const char * const wrong[] = { "1/3", "½½", "1.5½", "½ 1" };
  gint64 quantity;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (tend_quantity_parse_typed (cases[i].text, &quantity, NULL));
      g_assert_cmpint (quantity, ==, cases[i].quantity);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (tend_quantity_parse_typed (wrong[i], &quantity, NULL));
}

static void
test_format (void)
{
  static const struct { gint64 quantity; const char *text; } cases[] = {
    { 0, "0" }, { 500, "0.5" }, { 1000, "1" }, { 1250, "1.25" }, { 10000, "10" },
    { -1000, "-1" }, { -1500, "-1.5" }, { 1001, "1.001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tend_quantity_format (cases[i].quantity);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_dose_text (void)
{
  static const struct
  {
    const char *text;
    gint64      least, most;
    const char *unit;
  } cases[] = {
    { "1 tablet", 1000, 1000, "tablet" }, { "1-2 tablets", 1000, 2000, "tablets" },
    { "1–2 tablets", 1000, 2000, "tablets" }, { "1 to 2 puffs", 1000, 2000, "puffs" },
    { "one or two tablets", 1000, 2000, "tablets" }, { "Take ONE daily", 1000, 1000, "daily" },
    { "½ tablet", 500, 500, "tablet" }, { "half a tablet", 500, 500, "a" },
    { "1½ tablets", 1500, 1500, "tablets" }, { "5 ml", 5000, 5000, "ml" },
    { "2.5ml twice a day", 2500, 2500, "ml" }, { "Apply 1 patch", 1000, 1000, "patch" },
    { "2", 2000, 2000, NULL }, { "0 tablets", 0, 0, "tablets" },
    /* The second number is no more than the first: it says something else. */
    { "2 tablets, 1 hour before food", 2000, 2000, "tablets" },
  };
  static const char * const without[] = { NULL, "", "as directed", "see yellow book", "Ozone" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(TendDoseText) dose = { 0 };

      g_assert_true (tend_dose_text_read (cases[i].text, &dose));
      g_assert_cmpint (dose.least, ==, cases[i].least);
      g_assert_cmpint (dose.most, ==, cases[i].most);
      g_assert_cmpstr (dose.unit, ==, cases[i].unit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    {
      g_auto(TendDoseText) dose = { 0 };

      g_assert_false (tend_dose_text_read (without[i], &dose));
    }
}

static void
test_strength (void)
{
  static const struct { const char *text; gint64 micrograms; } cases[] = {
    { "500 mg", 500000 }, { "500mg", 500000 }, { "1 g", 1000000 }, { "1.5 mg", 1500 },
    { "50 micrograms", 50 }, { "250 mg/5 ml", 50000 }, { "250mg / 5ml", 50000 },
    { "5 mg/ml", 5000 },
    /* Two ingredients, a rate, a per cent: not to be reckoned with. */
    { "30/500", 0 }, { "8 mg/500 mg", 0 }, { "5 micrograms/hour", 0 }, { "1%", 0 }, { "", 0 },
    { NULL, 0 }, { "strong", 0 }, { "250 mg/0 ml", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tend_strength_micrograms (cases[i].text), ==, cases[i].micrograms);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/quantity/parse", test_parse);
  g_test_add_func ("/core/quantity/comma", test_comma);
  g_test_add_func ("/core/quantity/typed", test_typed);
  g_test_add_func ("/core/quantity/format", test_format);
  g_test_add_func ("/core/quantity/dose-text", test_dose_text);
  g_test_add_func ("/core/quantity/strength", test_strength);

  return g_test_run ();
}
