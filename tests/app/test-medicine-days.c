/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-days.h"

#include "tend-kinds.h"

static TendRecord *
make_medicine (const char *pattern,
               int         days_on,
               int         days_off)
{
  TendRecord *medication = tend_record_new (&tend_medication_kind);

  tend_record_set_int (medication, "starts_on", tend_date_parse_iso ("2026-11-24"));
  tend_record_set_text (medication, "pattern", pattern);
  if (days_on > 0)
    tend_record_set_int (medication, "days_on", days_on);
  if (days_off > 0)
    tend_record_set_int (medication, "days_off", days_off);
  return medication;
}

/* What each rule is read as, and that writing it gives the same rule again. */
static void
test_there_and_back (void)
{
  static const struct
  {
    const char *pattern;
    int         days_on, days_off;
    const char *way;
    const char *field;   /* (nullable): and what it says */
    const char *value;
  } cases[] = {
    { NULL, 0, 0, "daily", NULL, NULL },
    { "FREQ=DAILY;INTERVAL=2", 0, 0, "alternate", NULL, NULL },
    { "FREQ=DAILY;INTERVAL=3", 0, 0, "every_days", "days", "3" },
    { "FREQ=WEEKLY;BYDAY=MO,TH", 0, 0, "weekdays", "weekdays", "MO\nTH" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", 0, 0, "every_weeks", "weeks", "2" },
    { "FREQ=MONTHLY;BYMONTHDAY=15", 0, 0, "month_day", "month_day", "15" },
    { "FREQ=HOURLY;INTERVAL=72", 0, 0, "hours", "hours", "72" },
    { NULL, 21, 7, "cycle", "days_on", "21" },
    /* None of the choices says these, so they stay as they are. */
    { "FREQ=MONTHLY;BYMONTHDAY=31", 0, 0, "rule", "rule", "FREQ=MONTHLY;BYMONTHDAY=31" },
    { "FREQ=MONTHLY;BYDAY=1MO", 0, 0, "rule", NULL, NULL },
    { "FREQ=DAILY;INTERVAL=2;COUNT=5", 0, 0, "rule", NULL, NULL },
    { "FREQ=WEEKLY;BYDAY=MO", 21, 7, "rule", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) before = make_medicine (cases[i].pattern, cases[i].days_on,
                                                    cases[i].days_off);
      g_autoptr(TendRecord) after = tend_record_copy (before);
      g_autoptr(TendRecord) days = tend_record_new (&tend_medicine_days_kind);
      g_autoptr(TendFaults) faults = NULL;

      tend_medicine_days_read (days, before);
      g_assert_cmpstr (tend_record_get_text (days, "way"), ==, cases[i].way);
      if (cases[i].field != NULL)
        {
          g_autofree char *value =
            tend_record_format (days, tend_kind_field (&tend_medicine_days_kind, cases[i].field));

          g_assert_cmpstr (value, ==, cases[i].value);
        }
      faults = tend_record_validate (days);
      g_assert_cmpuint (tend_faults_count (faults), ==, 0);

      tend_medicine_days_write (days, after);
      g_assert_true (tend_record_equal (before, after));
    }
}

/* "Every day" as some programs write it. */
static void
test_plain_daily (void)
{
  g_autoptr(TendRecord) medication = make_medicine ("FREQ=DAILY", 0, 0);
  g_autoptr(TendRecord) days = tend_record_new (&tend_medicine_days_kind);

  tend_medicine_days_read (days, medication);
  g_assert_cmpstr (tend_record_get_text (days, "way"), ==, "daily");
}

/* One choice takes the place of another, and leaves nothing of it. */
static void
test_change (void)
{
  g_autoptr(TendRecord) medication = make_medicine (NULL, 21, 7);
  g_autoptr(TendRecord) days = tend_record_new (&tend_medicine_days_kind);

  tend_medicine_days_read (days, medication);
  tend_record_set_text (days, "way", "weekdays");

  /* Until a day of the week is chosen all stays as it was. */
  tend_medicine_days_write (days, medication);
  g_assert_cmpint (tend_record_get_int (medication, "days_on"), ==, 21);
  tend_record_set_text (days, "weekdays", "FR");
  tend_medicine_days_write (days, medication);
  g_assert_cmpstr (tend_record_get_text (medication, "pattern"), ==, "FREQ=WEEKLY;BYDAY=FR");
  g_assert_false (tend_record_is_set (medication, "days_on"));
  g_assert_false (tend_record_is_set (medication, "days_off"));
}

/* What a choice asks for and has not got is said beside it; so is a number that is none. */
static void
test_faults (void)
{
  static const struct
  {
    const char *way, *field;
    gint64      value;
    const char *at;
  } cases[] = {
    { "every_days", NULL, 0, "days" }, { "every_days", "days", 1, "days" },
    { "weekdays", NULL, 0, "weekdays" }, { "every_weeks", NULL, 0, "weeks" },
    { "month_day", "month_day", 29, "month_day" }, { "hours", NULL, 0, "hours" },
    { "cycle", "days_on", 21, "days_off" }, { "rule", NULL, 0, "way" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) days = tend_record_new (&tend_medicine_days_kind);
      g_autoptr(TendFaults) faults = NULL;

      tend_record_set_text (days, "way", cases[i].way);
      if (cases[i].field != NULL)
        tend_record_set_int (days, cases[i].field, cases[i].value);
      faults = tend_record_validate (days);
      g_assert_cmpuint (tend_faults_count (faults), >, 0);
      g_assert_cmpstr (tend_faults_get (faults, 0)->field, ==, cases[i].at);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/medicine-days/there-and-back", test_there_and_back);
  g_test_add_func ("/medicine-days/plain-daily", test_plain_daily);
  g_test_add_func ("/medicine-days/change", test_change);
  g_test_add_func ("/medicine-days/faults", test_faults);

  return g_test_run ();
}
