/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-error.h"

static void
test_quote (void)
{
  static const struct { const char *text, *quote; } cases[] = {
    { "", "" },
    { " 2 June ", "2 June" },
    { "ŵŷ", "ŵŷ" },
    { "a\xff", "a\xef\xbf\xbd" },
    { "1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890" },
    { "12345678901234567890123456789012345678901", "1234567890123456789012345678901234567890…" },
    { "ŵ234567890123456789012345678901234567890ŵ", "ŵ234567890123456789012345678901234567890…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quote = tend_error_quote (cases[i].text);

      g_assert_cmpstr (quote, ==, cases[i].quote);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/error/quote", test_quote);

  return g_test_run ();
}
