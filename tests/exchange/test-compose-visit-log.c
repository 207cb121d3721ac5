/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The visit log: what nobody wrote up, and what stands together on a page. */

#include "records-test.h"

#include "tend-compose-care.h"

#include <string.h>

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", NULL);
  add_record (fixture, &tend_client_kind, "rose", "given_name", "Rose", NULL);
}

static void
add_visit (Fixture    *fixture,
           const char *date,
           const char *status,
           const char *note)
{
  g_autofree char *start = g_strconcat (date, "T08:00", NULL);
  g_autofree char *end = g_strconcat (date, "T08:30", NULL);

  add_record (fixture, &tend_visit_kind, date, "client", "rose", "planned_start", start,
              "planned_end", end, "status", status, note != NULL ? "note" : NULL, note, NULL);
}

static TendInstant
moment (const char *text)
{
  TendInstant instant = TEND_INSTANT_NONE;

  g_assert_true (tend_time_parse_iso (text, &instant, NULL));
  return instant;
}

static TendDocument *
compose (Fixture    *fixture,
         const char *from,
         const char *to,
         const char *now)
{
  const TendCareRequest request = { TEND_CARE_VISIT_LOG, .client = "rose", .on = day (to),
                                    .from = day (from), .to = day (to), .now = moment (now) };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendCareValues) values = tend_compose_care_load (fixture->vault, &request, &error);
  TendDocument *document;

  g_assert_no_error (error);
  document = tend_compose_care_document (values, &error);
  g_assert_no_error (error);
  return document;
}

static int
count (const char *text,
       const char *part)
{
  g_auto(GStrv) between = g_strsplit (text, part, -1);

  return g_strv_length (between) - 1;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not on the page:\n%s", part, text);
}

/* What was planned, is over and has nothing written is told as such: the 6th at eight, and two
 * days of what repeats; its third day is not over yet. */
static void
test_unwritten (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  add_visit (fixture, "2026-11-03", "missed", NULL);
  add_visit (fixture, "2026-11-04", "done", "Sang along");
  add_visit (fixture, "2026-11-06", "planned", NULL);
  add_record (fixture, &tend_pattern_kind, "p", "client", "rose", "rrule", "FREQ=DAILY",
              "starts_on", "2026-11-05", "starts_at", "12:15", "minutes", "30", NULL);

  document = compose (fixture, "2026-11-01", "2026-11-08", "2026-11-07T12:44");
  text = tend_document_dup_page_text (document, 0);
  g_assert_cmpint (count (text, "NOTHING WRITTEN"), ==, 3);
  g_assert_cmpint (count (text, "Planned 12:15–12:45"), ==, 2);
  /* The one that was made, the one that was not, and the one that nobody knows of. */
  g_assert_cmpint (count (text, "Planned 08:00–08:30"), ==, 3);
  assert_has (text, "Visits made\n1");
  assert_has (text, "Visits with nothing written\n3");
  assert_has (text, "Visits not made\n1");
  /* There is nothing to have written of a visit that was not made. */
  g_assert_cmpint (count (text, "when is not written"), ==, 1);
}

/* Of a visit the first line and the last, and the name below it, are on one page, wherever
 * that ends. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TendDocument) document = NULL;
  int seen = 0;

  for (int i = 1; i <= 31; i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-10-%02d", i);
      g_autoptr(GString) note = g_string_new (NULL);

      for (int j = 0; j <= i % 6; j++)
        g_string_append (note, j == 0 ? "It began." : "\nThen this.");
      add_visit (fixture, date, "done", note->str);
    }

  document = compose (fixture, "2026-10-01", "2026-10-31", "2026-11-07T12:00");
  for (int page = 0; page < tend_document_get_n_pages (document); page++)
    {
      g_autofree char *text = tend_document_dup_page_text (document, page);

      g_assert_cmpint (count (text, "It began."), ==, count (text, "Written by Christine Marsh"));
      g_assert_cmpint (count (text, "It began."), ==, count (text, "day "));
      seen += count (text, "It began.");
    }
  g_assert_cmpint (tend_document_get_n_pages (document), >=, 3);
  g_assert_cmpint (seen, ==, 31);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/compose-visit-log/unwritten", Fixture, NULL, set_up, test_unwritten,
              fixture_tear_down);
  g_test_add ("/exchange/compose-visit-log/kept", Fixture, NULL, set_up, test_kept,
              fixture_tear_down);
  return g_test_run ();
}
