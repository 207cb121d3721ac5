/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-medicines.h"

#include <string.h>

typedef struct
{
  const char *fields[12];   /* of the medicine, in turns with their values */
  const char *times[4];     /* "08:00 me", "20:00 family 2" */
  const char *text;
} Case;

static const Case cases[] = {
  { { "dose", "1-2 tablets", "as_needed", "true", "max_in_24h", "8",
      "min_interval_minutes", "240", NULL }, { NULL },
    "1 to 2 tablets when needed, at most 8 in 24 hours, 4 hours apart. "
    "From 24 Nov 2026, until it is ended." },
  { { "dose", "5 ml", "as_needed", "true", "max_in_24h", "20", "min_interval_minutes", "90",
      NULL }, { NULL },
    "5 ml when needed, at most 20 in 24 hours, 1 h 30 min apart. "
    "From 24 Nov 2026, until it is ended." },
  { { "dose", "Take ONE daily", NULL }, { "08:00 me", NULL },
    "1 daily. Once a day: 08:00. From 24 Nov 2026, until it is ended." },
  { { "dose", "1 tablet", "ends_on", "2026-11-30", NULL }, { "08:00 me", "20:00 family", NULL },
    "1 tablet. Twice a day: 08:00, 20:00 (Family). "
    "From 24 Nov 2026, the last day is 30 Nov 2026." },
  { { "dose", "1 tablet", NULL }, { "08:00 me", "22:00 me 2", NULL },
    "1 tablet. Twice a day: 08:00, 22:00 × 2. From 24 Nov 2026, until it is ended." },
  { { "dose", "1 patch", "pattern", "FREQ=HOURLY;INTERVAL=72", NULL }, { "09:00 me", NULL },
    "1 patch. Every 72 hours, the first at 09:00. From 24 Nov 2026, until it is ended." },
  /* The family's weekend is no second dose of the day. */
  { { "dose", "1 tablet", NULL }, { "12:30 me - MO,TU,WE,TH,FR", "12:30 family - SA,SU", NULL },
    "1 tablet. Once a day: 12:30 Mon–Fri, 12:30 Sat, Sun (Family). "
    "From 24 Nov 2026, until it is ended." },
  { { "dose", "1 tablet", NULL }, { "08:00 me", "20:00 me 2 SU", NULL },
    "1 tablet. Up to 2 times a day: 08:00, 20:00 Sun × 2. From 24 Nov 2026, until it is ended." },
  { { "dose", "1 tablet", NULL }, { "08:00 me - MO,TH", NULL },
    "1 tablet. Every week on Monday and Thursday: 08:00 Mon, Thu. "
    "From 24 Nov 2026, until it is ended." },
  { { "dose", "1 tablet", "days_on", "21", "days_off", "7", NULL }, { "08:00 me", NULL },
    "1 tablet. Once a day, 21 days with, 7 without: 08:00. From 24 Nov 2026, until it is ended." },
  { { "dose", "1 tablet", NULL }, { NULL },
    "1 tablet. No time is set yet, so nothing falls due. From 24 Nov 2026, until it is ended." },
  { { "dose", "as directed", NULL }, { "08:00 me", NULL },
    "as directed. Once a day: 08:00. From 24 Nov 2026, until it is ended." },
};

/* "20:00 family 2 SA,SU": a time of day, whose it is, how much where that is not the usual, or
 * "-", and the days of the week. */
static TendRecord *
make_time (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  TendRecord *time =
    make_record (&tend_medication_time_kind, NULL, "at", words[0], "by", words[1], NULL);

  if (words[2] != NULL && strcmp (words[2], "-") != 0)
    g_assert_true (tend_record_parse (time, tend_kind_field (&tend_medication_time_kind,
                                                             "quantity"), words[2], NULL));
  if (words[2] != NULL && words[3] != NULL)
    tend_record_set_text (time, "weekdays", g_strdelimit (words[3], ",", '\n'));
  return time;
}

static void
test_understood (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendRecord) record =
        make_record (&tend_medication_kind, NULL, "client", "ann", "name", "Senna",
                     "starts_on", "2026-11-24", NULL);
      g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(TendMedicine) medicine = NULL;
      g_autofree char *text = NULL;

      for (guint j = 0; cases[i].fields[j] != NULL; j += 2)
        g_assert_true (tend_record_parse (record, tend_kind_field (&tend_medication_kind,
                                                                   cases[i].fields[j]),
                                          cases[i].fields[j + 1], NULL));
      for (guint j = 0; cases[i].times[j] != NULL; j++)
        g_ptr_array_add (lines, make_time (cases[i].times[j]));

      medicine = tend_medicine_new (record, lines);
      text = tend_medicine_understood (medicine);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* The limits of one as needed that are not written are asked for. */
static void
test_limits (void)
{
  g_autoptr(TendRecord) record =
    make_record (&tend_medication_kind, NULL, "client", "ann", "name", "Paracetamol",
                 "dose", "2 tablets", "as_needed", "true", "starts_on", "2026-11-24", NULL);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(TendMedicine) medicine = tend_medicine_new (record, none);
  g_autofree char *text = tend_medicine_understood (medicine);

  g_assert_true (g_str_has_prefix (text, "2 tablets when needed. Where the label gives"));
}

/* No first day is no reason to fall over. */
static void
test_half_typed (void)
{
  g_autoptr(TendRecord) record = tend_record_new (&tend_medication_kind);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(TendMedicine) medicine = tend_medicine_new (record, none);
  g_autofree char *text = tend_medicine_understood (medicine);

  g_assert_cmpstr (text, ==, "Write the first day.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/medicine-words/understood", test_understood);
  g_test_add_func ("/medicine-words/limits", test_limits);
  g_test_add_func ("/medicine-words/half-typed", test_half_typed);

  return g_test_run ();
}
