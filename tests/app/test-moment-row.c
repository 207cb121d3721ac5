/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-moment-row.h"

#define EXIT_SKIPPED 77 /* what meson takes for "skipped" */

static TendInstant
at (const char *text)
{
  TendInstant instant;

  if (text == NULL)
    return TEND_INSTANT_NONE;
  g_assert_true (tend_time_parse_iso (text, &instant, NULL));
  return instant;
}

/* What is typed on a day, after a moment, and the instant it stands for. */
static const struct
{
  const char *date;
  const char *after;
  const char *typed;
  const char *expected; /* NULL: it is refused, or empty */
} cases[] = {
  { "2026-06-01", NULL, "8", "2026-06-01T08:00" },
  { "2026-06-01", NULL, " 8.30pm ", "2026-06-01T20:30" },
  { "2026-06-01", NULL, "", NULL },
  { "2026-06-01", NULL, "half past", NULL },
  { "2026-06-01", "2026-06-01T08:00", "8:30", "2026-06-01T08:30" },
  { "2026-06-01", "2026-06-01T22:00", "7", "2026-06-02T07:00" },
  /* A whole day is meant; a little less is a slip. */
  { "2026-06-01", "2026-06-01T08:00", "8:00", "2026-06-02T08:00" },
  { "2026-06-01", "2026-06-01T09:00", "8:30", NULL },
  { "2026-06-01", "2026-06-01T16:00", "8:00", "2026-06-02T08:00" },
  { "2026-06-01", "2026-06-01T16:00", "8:01", NULL },
  /* The clocks go forward on 29 March and back on 25 October. */
  { "2026-03-29", NULL, "0:59", "2026-03-29T00:59" },
  { "2026-03-29", NULL, "1:00", NULL },
  { "2026-03-29", NULL, "1:59", NULL },
  { "2026-03-29", NULL, "2:00", "2026-03-29T02:00" },
  { "2026-03-28", "2026-03-28T23:00", "1:30", NULL },
  { "2026-10-25", NULL, "1:30", "2026-10-25T00:30Z" },
  { "2026-10-25", "2026-10-25T00:45Z", "1:30", "2026-10-25T01:30Z" },
  { "2026-10-24", "2026-10-24T22:00", "7", "2026-10-25T07:00" },
};

static void
test_typing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = g_object_ref_sink (tend_moment_row_new ("Started"));
      TendMomentRow *self = TEND_MOMENT_ROW (row);

      g_test_message ("%s after %s: %s", cases[i].date, cases[i].after, cases[i].typed);
      tend_moment_row_set_date (self, tend_date_parse_iso (cases[i].date));
      tend_moment_row_set_after (self, at (cases[i].after));
      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].typed);
      g_assert_cmpint (tend_moment_row_get_value (self), ==, at (cases[i].expected));

      /* What is refused keeps the form from being saved; what is empty only if needed. */
      g_assert_cmpint (tend_moment_row_check (self, TRUE), ==, cases[i].expected != NULL);
      g_object_unref (row);
    }
}

static void
test_value (void)
{
  GtkWidget *row = g_object_ref_sink (tend_moment_row_new ("Started"));
  TendMomentRow *self = TEND_MOMENT_ROW (row);

  /* The second of the two half past ones is kept. */
  tend_moment_row_set_date (self, tend_date_parse_iso ("2026-10-25"));
  tend_moment_row_set_value (self, at ("2026-10-25T01:30Z"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "01:30");
  g_assert_cmpint (tend_moment_row_get_value (self), ==, at ("2026-10-25T01:30Z"));

  /* Another day keeps the time of day. */
  tend_moment_row_set_value (self, at ("2026-10-25T09:15"));
  tend_moment_row_set_date (self, tend_date_parse_iso ("2026-10-27"));
  g_assert_cmpint (tend_moment_row_get_value (self), ==, at ("2026-10-27T09:15"));

  tend_moment_row_set_value (self, TEND_INSTANT_NONE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
  g_assert_true (tend_moment_row_check (self, FALSE));
  g_object_unref (row);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    return EXIT_SKIPPED;
  adw_init ();

  g_test_add_func ("/app/moment-row/typing", test_typing);
  g_test_add_func ("/app/moment-row/value", test_value);

  return g_test_run ();
}
