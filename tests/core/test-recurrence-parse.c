/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-recurrence.h"

#include "tend-error.h"

#include <string.h>

static void
test_good (void)
{
  static const char *good[] = {
    "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "freq=weekly;byday=mo",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "BYDAY=MO;FREQ=WEEKLY", "FREQ=DAILY;COUNT=10",
    "FREQ=DAILY;UNTIL=20261231", "FREQ=DAILY;UNTIL=20261231T235959Z",
    "FREQ=DAILY;UNTIL=20261231T080000", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=+2TU",
    "FREQ=MONTHLY;BYMONTHDAY=1,15,-1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=2", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU",
    "FREQ=DAILY;BYMONTH=12", "FREQ=WEEKLY;WKST=SU", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    "FREQ=YEARLY;BYYEARDAY=100",
    /* Never, were it begun in January. */
    "FREQ=MONTHLY;INTERVAL=12;BYMONTH=6",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", good[i]);
      g_assert_true (tend_recurrence_check (good[i], &error));
      g_assert_no_error (error);
    }
}

static void
test_bad (void)
{
  static const char *bad[] = {
    "", ";", "FREQ", "FREQ=", "WEEKLY", "BYDAY=MO", "FREQ=HOURLY", "FREQ=SECONDLY",
    "FREQ=FORTNIGHTLY", "RRULE:FREQ=DAILY", "FREQ=DAILY;", "FREQ=DAILY;;COUNT=1",
    "FREQ=DAILY;FREQ=DAILY", "FREQ=DAILY;COUNT=1;COUNT=2", "FREQ=DAILY;COUNT=1;UNTIL=20261231",
    "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;COUNT=100001",
    "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=1001", "FREQ=DAILY;INTERVAL=two",
    "FREQ=DAILY;INTERVAL=2x", "FREQ=DAILY;BYHOUR=8", "FREQ=DAILY;BYMINUTE=30",
    "FREQ=DAILY;UNTIL=2026", "FREQ=DAILY;UNTIL=20261301", "FREQ=DAILY;UNTIL=2026-12-31",
    "FREQ=DAILY;UNTIL=tomorrow", "FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYDAY=MO,",
    "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=Monday", "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=DAILY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=0MO", "FREQ=MONTHLY;BYDAY=54MO",
    "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYMONTHDAY=-32",
    "FREQ=WEEKLY;BYMONTHDAY=1", "FREQ=YEARLY;BYMONTH=13", "FREQ=MONTHLY;BYYEARDAY=1",
    "FREQ=MONTHLY;BYWEEKNO=1", "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1", "FREQ=WEEKLY;WKST=XX",
    "FREQ=WEEKLY;RSCALE=HEBREW", "FREQ=WEEKLY;SKIP=OMIT", "FREQ=WEEKLY;X-ODD=1",
    "FREQ=WEEKLY BYDAY=MO", "FREQ=WEEKLY\n;BYDAY=MO", "\xff", "FREQ=\xff",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("bad %u", (guint) i);
      g_assert_false (tend_recurrence_check (bad[i], &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_names_the_fault (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (tend_recurrence_check ("FREQ=WEEKLY;BYDAY=MO,XX;COUNT=3", &error));
  g_assert_nonnull (strstr (error->message, "“BYDAY=MO,XX”"));
}

static void
test_huge (void)
{
  g_autofree char *list = g_strnfill (1000000, ',');
  g_autofree char *rrule = g_strconcat ("FREQ=WEEKLY;BYDAY=MO", list, "TU", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (tend_recurrence_check (rrule, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_assert_cmpint (strlen (error->message), <, 500);
}

/* Whatever the text, the answer comes, and a rule found good can be followed. */
static void
test_rubbish (void)
{
  static const char *scraps[] = {
    "FREQ=", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", ";", "=", ",", "BYDAY=", "MO", "-1", "SU",
    "31", "BYMONTHDAY=", "BYMONTH=", "INTERVAL=", "COUNT=", "UNTIL=", "20261231", "Z",
    "BYSETPOS=", "BYWEEKNO=", "BYYEARDAY=", "WKST=", "0", "999999999999", "1", "2", "12",
  };
  int n_good = 0;

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new ("FREQ=");
      g_autoptr(GArray) days = NULL;

      g_string_append (text, scraps[g_test_rand_int_range (1, 5)]);
      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        {
          g_string_append_c (text, ';');
          for (int m = g_test_rand_int_range (1, 4); m > 0; m--)
            g_string_append (text, scraps[g_test_rand_int_range (0, G_N_ELEMENTS (scraps))]);
        }

      if (!tend_recurrence_check (text->str, NULL))
        continue;

      n_good++;
      days = tend_recurrence_expand (text->str, tend_date_new (2016, 2, 29), TEND_DATE_NONE,
                                     tend_date_new (2026, 1, 1), tend_date_new (2026, 1, 31));
      g_assert_cmpint (days->len, <=, 31);
    }

  g_assert_cmpint (n_good, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/recurrence-parse/good", test_good);
  g_test_add_func ("/core/recurrence-parse/bad", test_bad);
  g_test_add_func ("/core/recurrence-parse/names-the-fault", test_names_the_fault);
  g_test_add_func ("/core/recurrence-parse/huge", test_huge);
  g_test_add_func ("/core/recurrence-parse/rubbish", test_rubbish);

  return g_test_run ();
}
