/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words whose translation must fit the code that reads them back. */

#include "tend-date.h"

#include <libintl.h>
#include <locale.h>

static void
assert_read (const char *text,
             TendDate    expected)
{
  g_autoptr(GError) error = NULL;
  TendDate date = TEND_DATE_NONE;

  g_assert_true (tend_date_parse (text, tend_date_parse_iso ("2026-11-24"), &date, &error));
  g_assert_no_error (error);
  g_assert_cmpint (date, ==, expected);
}

/* Every form in which a date is shown can be typed. */
static void
test_dates (void)
{
  TendDate first = tend_date_parse_iso ("2026-09-01");

  for (TendDate date = first; date < first + 150; date++)
    for (TendDateStyle style = TEND_DATE_SHORT; style <= TEND_DATE_DAY; style++)
      {
        g_autofree char *text = tend_date_format (date, style);

        assert_read (text, date);
      }
}

static void
test_typed (void)
{
  TendDate june = tend_date_parse_iso ("2026-06-02"); /* a Tuesday */

  assert_read ("Dydd Mawrth 2 Mehefin 2026", june);
  assert_read ("mawrth 2 mehefin 2026", june);
  assert_read ("2 Mawrth 2026", tend_date_parse_iso ("2026-03-02"));
  assert_read ("Tuesday 2 June 2026", june);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_setenv ("LANGUAGE", "cy", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, TEND_TEST_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_assert_cmpstr (tend_weekday_name (TEND_TUESDAY), ==, "Dydd Mawrth");

  g_test_add_func ("/welsh/dates", test_dates);
  g_test_add_func ("/welsh/typed", test_typed);

  return g_test_run ();
}
