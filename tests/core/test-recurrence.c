/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-recurrence.h"

#include <time.h>

static TendDate
iso (const char *text)
{
  return tend_date_parse_iso (text);
}

/* One line of days, so that a failure shows the whole answer. */
static char *
dump (GArray *days)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *day = tend_date_format_iso (g_array_index (days, TendDate, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", day);
    }

  return g_string_free (text, FALSE);
}

static void
test_table (void)
{
  static const struct { const char *rrule, *starts, *ends, *from, *to, *days; } cases[] = {
    /* DTSTART counts only where the rule falls on it. */
    { "FREQ=WEEKLY;BYDAY=MO,TH", "2026-06-02", "", "2026-06-01", "2026-06-15",
      "2026-06-04 2026-06-08 2026-06-11 2026-06-15" },
    { "FREQ=WEEKLY;BYDAY=TU", "2026-06-02", "", "2026-06-01", "2026-06-10",
      "2026-06-02 2026-06-09" },
    { "FREQ=WEEKLY", "2026-06-02", "", "2026-06-01", "2026-06-16",
      "2026-06-02 2026-06-09 2026-06-16" },
    /* Weeks begin on Monday: in every second week from Wednesday 3 June the
     * Monday after the start is in a week left out. */
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2026-06-03", "", "2026-06-01", "2026-07-01",
      "2026-06-03 2026-06-15 2026-06-17 2026-06-29 2026-07-01" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "1997-08-05", "", "1997-08-01", "1997-08-31",
      "1997-08-05 1997-08-10 1997-08-19 1997-08-24" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "1997-08-05", "", "1997-08-01", "1997-08-31",
      "1997-08-05 1997-08-17 1997-08-19 1997-08-31" },
    { "FREQ=DAILY;INTERVAL=3", "2026-02-27", "", "2026-02-27", "2026-03-08",
      "2026-02-27 2026-03-02 2026-03-05 2026-03-08" },
    { "FREQ=MONTHLY", "2026-01-31", "", "2026-01-01", "2026-06-30",
      "2026-01-31 2026-03-31 2026-05-31" },
    { "FREQ=MONTHLY;BYDAY=-1FR", "2026-01-01", "", "2026-01-01", "2026-03-31",
      "2026-01-30 2026-02-27 2026-03-27" },
    { "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-01", "", "2026-02-01", "2026-04-30",
      "2026-02-28 2026-03-31 2026-04-30" },
    { "FREQ=YEARLY", "2024-02-29", "", "2024-01-01", "2032-12-31",
      "2024-02-29 2028-02-29 2032-02-29" },
    /* Ends: a count, a day, a moment, and the pattern's own. */
    { "FREQ=DAILY;COUNT=3", "2026-06-02", "", "2026-06-03", "2026-06-30", "2026-06-03 2026-06-04" },
    { "FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-06-02", "", "2026-01-01", "2027-01-01",
      "2026-06-08 2026-06-15" },
    { "FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2016-06-02", "", "2026-01-01", "2027-01-01", "" },
    { "FREQ=DAILY;UNTIL=20260603", "2026-06-02", "", "2026-06-01", "2026-06-30",
      "2026-06-02 2026-06-03" },
    { "FREQ=DAILY;UNTIL=20260603T225900Z", "2026-06-02", "", "2026-06-01", "2026-06-30",
      "2026-06-02 2026-06-03" },
    { "FREQ=DAILY;UNTIL=20260603T230000Z", "2026-06-02", "", "2026-06-01", "2026-06-30",
      "2026-06-02 2026-06-03 2026-06-04" },
    { "FREQ=DAILY", "2026-06-02", "2026-06-03", "2026-06-01", "2026-06-30",
      "2026-06-02 2026-06-03" },
    { "FREQ=DAILY;UNTIL=20260604", "2026-06-02", "2026-06-03", "2026-06-01", "2026-06-30",
      "2026-06-02 2026-06-03" },
    /* Edges of the window. */
    { "FREQ=DAILY", "2016-06-02", "", "2026-06-05", "2026-06-05", "2026-06-05" },
    { "FREQ=DAILY", "2026-06-06", "", "2026-06-05", "2026-06-05", "" },
    { "FREQ=DAILY", "2026-06-01", "", "2026-06-05", "2026-06-04", "" },
    { "FREQ=DAILY", "2026-06-01", "2026-06-04", "2026-06-05", "2026-06-30", "" },
    { "freq=daily", "2026-06-01", "", "2026-06-05", "2026-06-05", "2026-06-05" },
    { "nonsense", "2026-06-01", "", "2026-06-01", "2026-06-30", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) days = tend_recurrence_expand (cases[i].rrule, iso (cases[i].starts),
                                                       iso (cases[i].ends),
                                                       iso (cases[i].from), iso (cases[i].to));
      g_autofree char *text = dump (days);

      g_test_message ("%s from %s", cases[i].rrule, cases[i].starts);
      g_assert_cmpstr (text, ==, cases[i].days);
    }
}

/* The slow plain model: a rule is asked of each day whether it falls on it. */
typedef struct
{
  char  freq;       /* 'D', 'W', 'M', 'Y' */
  int   interval;
  guint days;       /* bits of weekdays; 0: none named */
  int   position;   /* of the weekday in the month; 0: each */
  guint month_days; /* bits 1 to 31; 0: none named; bit 0: the last of the month */
  guint months;     /* bits 1 to 12; 0: none named */
} Model;

static int
month_length (int year,
              int month)
{
  return g_date_get_days_in_month (month, year);
}

static gboolean
is_nth_weekday (int position,
                int year,
                int month,
                int day)
{
  return position == 0 ||
         (position > 0 ? (day - 1) / 7 + 1 == position
                       : (month_length (year, month) - day) / 7 + 1 == -position);
}

static gboolean
falls_on (const Model *model,
          TendDate     start,
          TendDate     date)
{
  int year, month, day, start_year, start_month, start_day;
  gboolean names_day = model->days != 0 || model->month_days != 0;

  tend_date_get (date, &year, &month, &day);
  tend_date_get (start, &start_year, &start_month, &start_day);

  if (date < start)
    return FALSE;
  if (model->freq == 'D' && (date - start) % model->interval != 0)
    return FALSE;
  if (model->freq == 'W' &&
      (tend_date_week_start (date) - tend_date_week_start (start)) / 7 % model->interval != 0)
    return FALSE;
  if (model->freq == 'M' && ((year - start_year) * 12 + month - start_month) % model->interval != 0)
    return FALSE;
  if (model->freq == 'Y' && (year - start_year) % model->interval != 0)
    return FALSE;

  if (model->months != 0 && (model->months & (1u << month)) == 0)
    return FALSE;
  if (model->days != 0 &&
      ((model->days & (1u << tend_date_weekday (date))) == 0 ||
       !is_nth_weekday (model->position, year, month, day)))
    return FALSE;
  if (model->month_days != 0 && (model->month_days & (1u << day)) == 0 &&
      !((model->month_days & 1) && day == month_length (year, month)))
    return FALSE;

  if (model->freq == 'W' && !names_day)
    return tend_date_weekday (date) == tend_date_weekday (start);
  if (model->freq == 'M' && !names_day)
    return day == start_day;
  if (model->freq == 'Y' && !names_day)
    return day == start_day && (model->months != 0 || month == start_month);

  return TRUE;
}

static void
append_list (GString    *text,
             const char *part,
             int         first,
             int         last,
             guint       bits,
             int         position)
{
  static const char *names[] = { "", "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  char before = '=';

  if (bits == 0)
    return;

  g_string_append_printf (text, ";%s", part);
  for (int i = first; i <= last; i++)
    {
      if ((bits & (1u << i)) == 0)
        continue;

      g_string_append_c (text, before);
      before = ',';
      if (g_str_equal (part, "BYDAY") && position != 0)
        g_string_append_printf (text, "%d%s", position, names[i]);
      else if (g_str_equal (part, "BYDAY"))
        g_string_append (text, names[i]);
      else
        g_string_append_printf (text, "%d", i == 0 ? -1 : i);
    }
}

static char *
model_rule (const Model *model)
{
  GString *text = g_string_new (model->freq == 'D' ? "FREQ=DAILY" :
                                model->freq == 'W' ? "FREQ=WEEKLY" :
                                model->freq == 'M' ? "FREQ=MONTHLY" : "FREQ=YEARLY");

  if (model->interval > 1)
    g_string_append_printf (text, ";INTERVAL=%d", model->interval);
  append_list (text, "BYMONTH", 1, 12, model->months, 0);
  append_list (text, "BYMONTHDAY", 0, 31, model->month_days, 0);
  append_list (text, "BYDAY", 1, 7, model->days, model->position);

  return g_string_free (text, FALSE);
}

static Model
random_model (void)
{
  static const char freqs[] = "DDWWWWWWMMMMMY";
  Model model = {
    .freq = freqs[g_test_rand_int_range (0, G_N_ELEMENTS (freqs) - 1)],
    .interval = g_test_rand_int_range (1, 6),
  };

  if (g_test_rand_int_range (0, 3) > 0 && model.freq != 'Y')
    model.days = g_test_rand_int_range (1, 128) << 1;
  if (model.freq == 'M' && model.days != 0)
    model.position = g_test_rand_int_range (-2, 6);
  if (model.freq == 'M' && model.days == 0 && g_test_rand_bit ())
    model.month_days = 1u << g_test_rand_int_range (0, 32) | 1u << g_test_rand_int_range (0, 32);
  if (g_test_rand_int_range (0, 6) == 0)
    model.months = (guint) g_test_rand_int_range (1, 4096) << 1;

  return model;
}

static GArray *
model_expand (const Model *model,
              TendDate     start,
              int          count,
              TendDate     from,
              TendDate     to)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (TendDate));

  for (TendDate date = start; date <= to; date++)
    {
      if (!falls_on (model, start, date))
        continue;
      if (date >= from)
        g_array_append_val (days, date);
      if (count > 0 && --count == 0)
        break;
    }

  return days;
}

static void
test_model (void)
{
  for (int i = 0; i < (g_test_slow () ? 40000 : 4000); i++)
    {
      Model model = random_model ();
      g_autofree char *plain = model_rule (&model);
      g_autofree char *rrule = NULL;
      g_autofree char *actual_text = NULL;
      g_autofree char *expected_text = NULL;
      g_autoptr(GArray) actual = NULL;
      g_autoptr(GArray) expected = NULL;
      TendDate start = iso ("2014-01-01") + g_test_rand_int_range (0, 1500);
      TendDate from = start + g_test_rand_int_range (-30, 4000);
      TendDate to = from + g_test_rand_int_range (0, 100);
      int count = g_test_rand_int_range (0, 5) == 0 ? g_test_rand_int_range (1, 500) : 0;

      rrule = count > 0 ? g_strdup_printf ("%s;COUNT=%d", plain, count) : g_strdup (plain);
      actual = tend_recurrence_expand (rrule, start, TEND_DATE_NONE, from, to);
      expected = model_expand (&model, start, count, from, to);
      actual_text = dump (actual);
      expected_text = dump (expected);

      if (g_strcmp0 (actual_text, expected_text) != 0)
        {
          g_autofree char *start_text = tend_date_format_iso (start);
          g_autofree char *from_text = tend_date_format_iso (from);

          g_test_message ("%s starting %s seen from %s", rrule, start_text, from_text);
        }
      g_assert_cmpstr (actual_text, ==, expected_text);
    }
}

/* Processor time, which other programs on the machine do not lengthen. */
static double
time_expand (const char *rrule,
             TendDate    starts_on,
             TendDate    monday)
{
  clock_t started = clock ();

  for (int n = 0; n < 300; n++)
    {
      g_autoptr(GArray) days = tend_recurrence_expand (rrule, starts_on, TEND_DATE_NONE,
                                                       monday, monday + 6);
    }

  return (double) (clock () - started) / CLOCKS_PER_SEC;
}

/* A rule of long ago costs little more than one of last week: were it followed
 * through all the sixty years between, this would take a hundred times as long. */
static void
test_long_ago (void)
{
  static const char *rules[] = {
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
    "FREQ=MONTHLY;BYDAY=1MO",
  };
  TendDate monday = iso ("2026-11-23");

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      double recent = time_expand (rules[i], monday - 7, monday);
      double old = time_expand (rules[i], monday - 365 * 60, monday);

      g_test_message ("%s: %.1f us recent, %.1f us old", rules[i], recent / 300 * 1e6,
                      old / 300 * 1e6);
      g_assert_cmpfloat (old, <, recent * 20 + 0.02);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/recurrence/table", test_table);
  g_test_add_func ("/core/recurrence/model", test_model);
  g_test_add_func ("/core/recurrence/long-ago", test_long_ago);

  return g_test_run ();
}
