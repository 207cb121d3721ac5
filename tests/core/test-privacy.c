/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-privacy.h"

/* Bank holidays of domain.md, section 6, that the cases below meet. */
static const char * const holiday_days[] = {
  "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25",
  "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-12-27", "2027-12-28",
  "2028-01-03",
};

static TendDate
day (const char *text)
{
  return text != NULL ? tend_date_parse_iso (text) : TEND_DATE_NONE;
}

static TendInstant
moment (const char *text)
{
  TendInstant instant = TEND_INSTANT_NONE;

  g_assert_true (tend_time_parse_iso (text, &instant, NULL));
  return instant;
}

static const TendDate *
holidays (void)
{
  static TendDate dates[G_N_ELEMENTS (holiday_days)];

  for (guint i = 0; i < G_N_ELEMENTS (holiday_days); i++)
    dates[i] = day (holiday_days[i]);

  return dates;
}

static void
assert_day (TendDate    date,
            const char *expected)
{
  g_autofree char *text = tend_date_format_iso (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_working_day (void)
{
  static const struct { const char *from, *to; } cases[] = {
    { "2026-06-05", "2026-06-05" }, /* a Friday */
    { "2026-06-06", "2026-06-08" }, { "2026-06-07", "2026-06-08" },
    { "2026-04-02", "2026-04-02" }, /* Good Friday to Easter Monday */
    { "2026-04-03", "2026-04-07" }, { "2026-04-06", "2026-04-07" },
    { "2026-12-24", "2026-12-24" }, /* Boxing Day is a Saturday: Monday is the holiday */
    { "2026-12-25", "2026-12-29" }, { "2026-12-28", "2026-12-29" },
    { "2027-12-25", "2027-12-29" }, /* both days moved */
    { "2028-01-01", "2028-01-04" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_day (tend_working_day (day (cases[i].from), holidays (), G_N_ELEMENTS (holiday_days)),
                cases[i].to);
  assert_day (tend_working_day (day ("2026-04-03"), NULL, 0), "2026-04-03");
}

static void
test_answer (void)
{
  static const struct { const char *received; gboolean extended; const char *due; } cases[] = {
    { "2026-06-10", FALSE, "2026-07-10" },
    { "2026-01-28", FALSE, "2026-03-02" }, /* 28 February is a Saturday */
    { "2026-01-29", FALSE, "2026-03-02" }, /* no such date: its last day, and that Saturday */
    { "2026-01-31", FALSE, "2026-03-02" },
    { "2028-01-31", FALSE, "2028-02-29" },
    { "2026-05-31", FALSE, "2026-06-30" },
    { "2026-06-04", FALSE, "2026-07-06" }, /* a Saturday */
    { "2026-06-05", FALSE, "2026-07-06" }, /* a Sunday */
    { "2026-06-06", FALSE, "2026-07-06" }, /* that Monday itself */
    { "2026-03-03", FALSE, "2026-04-07" }, /* Good Friday */
    { "2026-07-31", FALSE, "2026-09-01" }, /* the summer bank holiday */
    { "2026-11-25", FALSE, "2026-12-29" }, /* Christmas, the weekend and the day for the 26th */
    { "2026-06-10", TRUE, "2026-09-10" },
    { "2026-11-30", TRUE, "2027-03-01" },  /* 28 February 2027 is a Sunday */
    { "2026-12-31", TRUE, "2027-03-31" },  /* three months, not one and then two */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_day (tend_answer_due (day (cases[i].received), cases[i].extended, NULL, 0, holidays (),
                                 G_N_ELEMENTS (holiday_days)), cases[i].due);
}

/* Received on Wednesday 10 June 2026: without a pause the answer is due on Friday 10 July. */
static void
test_answer_paused (void)
{
  static const struct { const char *from[2], *to[2]; const char *due; } cases[] = {
    { { "2026-06-10", NULL }, { "2026-06-10", NULL }, "2026-07-10" }, /* the same day */
    { { "2026-06-12", NULL }, { "2026-06-15", NULL }, "2026-07-13" }, /* three days */
    { { "2026-06-12", NULL }, { "2026-06-13", NULL }, "2026-07-13" }, /* one: a Saturday */
    { { "2026-06-12", NULL }, { NULL, NULL }, "" },                   /* still waiting */
    { { "2026-06-10", "2026-06-16" }, { "2026-06-14", "2026-06-18" }, "2026-07-16" }, /* 4 + 2 */
    { { "2026-06-10", "2026-06-12" }, { "2026-06-16", "2026-06-18" }, "2026-07-20" }, /* 8 in one */
    { { "2026-06-10", "2026-06-16" }, { "2026-06-14", NULL }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TendPause pauses[2];

      for (guint j = 0; j < 2; j++)
        pauses[j] = (TendPause) { day (cases[i].from[j]), day (cases[i].to[j]) };
      assert_day (tend_answer_due (day ("2026-06-10"), FALSE, pauses, 2, holidays (),
                                   G_N_ELEMENTS (holiday_days)), cases[i].due);
    }
}

static void
test_breach (void)
{
  static const struct { const char *aware, *due; } cases[] = {
    { "2026-06-06T14:00", "2026-06-09T14:00" }, /* Saturday to Tuesday: weekends count */
    { "2026-12-24T18:30", "2026-12-27T18:30" }, /* and so do bank holidays */
    { "2026-03-27T14:00", "2026-03-30T15:00" }, /* an hour is missing on the 29th */
    { "2026-10-23T14:00", "2026-10-26T13:00" }, /* and comes twice on 25 October */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *due = tend_time_format_iso (tend_breach_due (moment (cases[i].aware)));

      g_assert_cmpstr (due, ==, cases[i].due);
    }
}

static void
test_breach_left (void)
{
  static const struct { const char *now, *text; } cases[] = {
    { "2026-06-06T14:00", "72 hours left until Tuesday 14:00" },
    { "2026-06-06T14:01", "72 hours left until Tuesday 14:00" },
    { "2026-06-06T15:00", "71 hours left until Tuesday 14:00" },
    { "2026-06-09T13:00", "1 hour left until Tuesday 14:00" },
    { "2026-06-09T14:00", "0 hours left until Tuesday 14:00" },
    { "2026-06-09T14:01", "It was due by Tuesday 9 June 2026 14:00" },
    { "2026-06-09T15:00", "1 hour over: it was due by Tuesday 9 June 2026 14:00" },
    { "2026-06-10T14:00", "24 hours over: it was due by Tuesday 9 June 2026 14:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tend_breach_left (moment ("2026-06-06T14:00"),
                                                moment (cases[i].now));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static const TendKeeping care = { "care", "Care record", "", TEND_KEPT_AFTER_CARE, 8, FALSE };
static const TendKeeping tax = { "tax", "Money", "", TEND_KEPT_AFTER_TAX, 5, FALSE };
static const TendKeeping enquiry = { "enquiry", "Enquiry", "", TEND_KEPT_AFTER_ENQUIRY, 2, FALSE };

static void
test_keeping (void)
{
  const TendKeepingFacts goes_on = { .last_seen = day ("2026-06-15"),
                                     .last_money = day ("2026-06-30") };
  const TendKeepingFacts ended = { day ("2026-06-15"), day ("2026-06-15"), day ("2026-07-20"),
                                   TEND_DATE_NONE, FALSE };
  const TendKeepingFacts seen_later = { .ended = day ("2024-02-29"),
                                        .last_seen = day ("2024-03-04") };
  const TendKeepingFacts leap = { .ended = day ("2024-02-29") };
  const TendKeepingFacts asked = { .last_word = day ("2026-06-15"), .enquiry = TRUE };

  assert_day (tend_keeping_until (&care, &goes_on), "");
  assert_day (tend_keeping_until (&tax, &goes_on), "");
  assert_day (tend_keeping_until (&care, &ended), "2034-06-15");
  assert_day (tend_keeping_until (&enquiry, &ended), "");
  assert_day (tend_keeping_until (&care, &seen_later), "2032-03-04");
  assert_day (tend_keeping_until (&care, &leap), "2032-02-29");
  assert_day (tend_keeping_until (&tax, &leap), "");
  assert_day (tend_keeping_until (&enquiry, &asked), "2028-06-15");
  assert_day (tend_keeping_until (&care, &asked), "");
}

/* The tax of 5 April 2027 is due on 31 January 2028, that of the day after a year later. */
static void
test_keeping_tax (void)
{
  TendKeepingFacts facts = { .ended = day ("2027-01-01") };

  facts.last_money = day ("2027-04-05");
  assert_day (tend_keeping_until (&tax, &facts), "2033-01-31");
  facts.last_money = day ("2027-04-06");
  assert_day (tend_keeping_until (&tax, &facts), "2034-01-31");
}

static void
test_keeping_longest (void)
{
  const TendKeeping short_care = { "care", "Care record", "", TEND_KEPT_AFTER_CARE, 3, FALSE };
  const TendKeeping some[] = { care, tax, enquiry };
  const TendKeeping shorter[] = { short_care, tax, enquiry };
  TendKeepingFacts facts = { .ended = day ("2026-06-15"), .last_money = day ("2026-07-20") };

  g_assert_cmpstr (tend_keeping_longest (some, 3, &facts)->id, ==, "care");
  g_assert_cmpstr (tend_keeping_longest (shorter, 3, &facts)->id, ==, "tax");
  g_assert_null (tend_keeping_longest (some, 0, &facts));

  facts.ended = TEND_DATE_NONE;
  g_assert_null (tend_keeping_longest (some, 3, &facts));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/privacy/working-day", test_working_day);
  g_test_add_func ("/core/privacy/answer", test_answer);
  g_test_add_func ("/core/privacy/answer-paused", test_answer_paused);
  g_test_add_func ("/core/privacy/breach", test_breach);
  g_test_add_func ("/core/privacy/breach-left", test_breach_left);
  g_test_add_func ("/core/privacy/keeping", test_keeping);
  g_test_add_func ("/core/privacy/keeping-tax", test_keeping_tax);
  g_test_add_func ("/core/privacy/keeping-longest", test_keeping_longest);

  return g_test_run ();
}
