/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-recurrence.h"

#define DAY(name) (1u << TEND_ ## name)
#define WEEK 0xfeu

/* A Tuesday. */
static TendDate start;

static void
test_weekly (void)
{
  static const struct { int interval; guint days; const char *rrule; } cases[] = {
    { 2, DAY (MONDAY) | DAY (THURSDAY), "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH" },
    { 1, DAY (SUNDAY), "FREQ=WEEKLY;BYDAY=SU" },
    { 1, WEEK, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU" },
    { 52, DAY (TUESDAY), "FREQ=WEEKLY;INTERVAL=52;BYDAY=TU" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rrule = tend_recurrence_weekly (cases[i].interval, cases[i].days);
      int interval = 0;
      guint days = 0;

      g_assert_cmpstr (rrule, ==, cases[i].rrule);
      g_assert_true (tend_recurrence_check (rrule, NULL));
      g_assert_true (tend_recurrence_parse_weekly (rrule, start, &interval, &days));
      g_assert_cmpint (interval, ==, cases[i].interval);
      g_assert_cmpuint (days, ==, cases[i].days);
    }
}

static void
test_parse_weekly (void)
{
  static const char *others[] = {
    "FREQ=MONTHLY", "FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;UNTIL=20261231",
    "FREQ=WEEKLY;BYMONTH=6", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "FREQ=YEARLY;BYDAY=MO", "nonsense",
  };
  int interval = 0;
  guint days = 0;

  g_assert_true (tend_recurrence_parse_weekly ("FREQ=WEEKLY;INTERVAL=3", start, &interval, &days));
  g_assert_cmpint (interval, ==, 3);
  g_assert_cmpuint (days, ==, DAY (TUESDAY));

  g_assert_true (tend_recurrence_parse_weekly ("FREQ=DAILY", start, &interval, &days));
  g_assert_cmpint (interval, ==, 1);
  g_assert_cmpuint (days, ==, WEEK);

  /* Where every week counts, it is all one on which day a week begins. */
  g_assert_true (tend_recurrence_parse_weekly ("FREQ=WEEKLY;BYDAY=MO;WKST=SU", start, &interval,
                                               &days));
  g_assert_cmpuint (days, ==, DAY (MONDAY));

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (tend_recurrence_parse_weekly (others[i], start, &interval, &days));
}

static void
test_describe (void)
{
  static const struct { const char *rrule, *text; } cases[] = {
    { "FREQ=WEEKLY;BYDAY=MO,TH", "Every week on Monday and Thursday" },
    { "FREQ=WEEKLY;BYDAY=FR,MO,WE", "Every week on Monday, Wednesday and Friday" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "Every 2 weeks on Friday" },
    { "FREQ=WEEKLY", "Every week on Tuesday" },
    { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every week from Monday to Friday" },
    { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "Every day" },
    { "FREQ=DAILY", "Every day" },
    { "FREQ=DAILY;BYDAY=SA,SU", "Every week on Saturday and Sunday" },
    { "FREQ=DAILY;INTERVAL=3", "Every 3 days" },
    { "FREQ=MONTHLY", "Every month on day 2" },
    { "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15", "Every 2 months on day 15" },
    { "FREQ=MONTHLY;BYMONTHDAY=-1", "Every month on the last day" },
    { "FREQ=MONTHLY;BYDAY=1MO", "Every month on the first Monday" },
    { "FREQ=MONTHLY;BYDAY=-1FR", "Every month on the last Friday" },
    { "FREQ=YEARLY", "Every year on 2 June" },
    { "FREQ=DAILY;UNTIL=20261231", "Every day, until 31 December 2026" },
    { "FREQ=WEEKLY;BYDAY=MO;COUNT=10", "Every week on Monday, 10 times" },
    { "FREQ=DAILY;COUNT=1", "Every day, 1 time" },
    { "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2", "By the rule FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2" },
    { "FREQ=MONTHLY;BYDAY=MO", "By the rule FREQ=MONTHLY;BYDAY=MO" },
    { "FREQ=MONTHLY;BYMONTHDAY=1,15", "By the rule FREQ=MONTHLY;BYMONTHDAY=1,15" },
    { "FREQ=MONTHLY;BYMONTHDAY=-2", "By the rule FREQ=MONTHLY;BYMONTHDAY=-2" },
    { "FREQ=DAILY;BYMONTH=6", "By the rule FREQ=DAILY;BYMONTH=6" },
    { "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=2", "By the rule FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=2" },
    { "nonsense", "By the rule nonsense" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tend_recurrence_describe (cases[i].rrule, start);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_weekdays (void)
{
  static const struct { const char *names; guint days; const char *text; } cases[] = {
    { NULL, 0, "" },
    { "SA\nSU", DAY (SATURDAY) | DAY (SUNDAY), "Sat, Sun" },
    { "TH\nMO", DAY (MONDAY) | DAY (THURSDAY), "Mon, Thu" },
    { "MO\nTU\nWE\nTH\nFR", WEEK & ~(DAY (SATURDAY) | DAY (SUNDAY)), "Mon–Fri" },
    { "MO\nWE\nTH\nFR\nSU", WEEK & ~(DAY (TUESDAY) | DAY (SATURDAY)), "Mon, Wed–Fri, Sun" },
    { "MO\nTU\nWE\nTH\nFR\nSA\nSU", WEEK, "Mon–Sun" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tend_weekdays_format (cases[i].days);

      g_assert_cmpuint (tend_weekdays_parse (cases[i].names), ==, cases[i].days);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  start = tend_date_new (2026, 6, 2);

  g_test_add_func ("/core/recurrence-text/weekly", test_weekly);
  g_test_add_func ("/core/recurrence-text/parse-weekly", test_parse_weekly);
  g_test_add_func ("/core/recurrence-text/describe", test_describe);
  g_test_add_func ("/core/recurrence-text/weekdays", test_weekdays);

  return g_test_run ();
}
