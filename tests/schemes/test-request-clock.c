/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-kinds.h"
#include "tend-request-clock.h"

static TendInstant
instant (const char *text)
{
  g_autoptr(GError) error = NULL;
  TendInstant when;

  g_assert_true (tend_time_parse_iso (text, &when, &error));
  g_assert_no_error (error);
  return when;
}

static void
assert_due (GPtrArray  *schemes,
            const char *scheme,
            const char *urgent,
            const char *expected)
{
  g_autoptr(TendRecord) request =
    make_record (&tend_service_request_kind, NULL, "received_at", "2026-06-10T18:00",
                 "urgent", urgent, scheme != NULL ? "scheme" : NULL, scheme, NULL);

  g_assert_cmpint (tend_service_request_due (schemes, request), ==, instant (expected));
}

/* CA24: eight hours by the clock, three when it is urgent; and as corrected. */
static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) schemes = NULL;
  g_autoptr(GPtrArray) corrected = NULL;

  schemes = tend_schemes_load (fixture->vault, &error);
  g_assert_no_error (error);
  assert_due (schemes, "cambridgeshire", "false", "2026-06-11T02:00");
  assert_due (schemes, "cambridgeshire", "true", "2026-06-10T21:00");
  assert_due (schemes, NULL, "false", "2026-06-11T02:00");
  assert_due (schemes, "staffordshire", "true", "2026-06-10T21:00");

  add_record (fixture, &tend_scheme_figure_kind, "a", "scheme", "cambridgeshire", "figure",
              "response_minutes", "value", "600", "valid_from", "2026-06-10", "source",
              "Their letter", NULL);
  corrected = tend_schemes_load (fixture->vault, &error);
  g_assert_no_error (error);
  assert_due (corrected, "cambridgeshire", "false", "2026-06-11T04:00");
}

static void
assert_left (const char *due,
             const char *now,
             gint64      seconds,
             const char *expected)
{
  g_autofree char *text = tend_service_request_left (instant (due), instant (now) + seconds);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_left (void)
{
  assert_left ("2026-06-10T16:20", "2026-06-10T14:15", 0, "Answer by 16:20, 2 h 5 min left");
  assert_left ("2026-06-10T16:20", "2026-06-10T14:15", 1, "Answer by 16:20, 2 h 4 min left");
  assert_left ("2026-06-10T16:20", "2026-06-10T16:19", 30,
               "Answer by 16:20, less than a minute left");
  assert_left ("2026-06-11T02:00", "2026-06-10T18:30", 0,
               "Answer by Thu 11 Jun, 02:00, 7 h 30 min left");
  assert_left ("2026-06-10T16:20", "2026-06-10T16:55", 0,
               "Was to be answered by 16:20, 35 min ago");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/schemes/request-clock/due", test_due);
  g_test_add_func ("/schemes/request-clock/left", test_left);

  return g_test_run ();
}
