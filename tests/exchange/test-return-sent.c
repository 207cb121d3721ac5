/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A return stays as it was sent, whatever is written down afterwards. */

#include "records-test.h"

#include "tend-compose-return.h"
#include "tend-quarter.h"

#include <string.h>

#define SCHEME "cambridgeshire"

static TendReturnValues *
load (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  TendReturnValues *values =
    tend_compose_return_load (fixture->vault, SCHEME, tend_quarter_parse ("2026-Q1"), &error);

  g_assert_no_error (error);
  return values;
}

static void
add_visit (Fixture    *fixture,
           const char *id,
           const char *client,
           const char *start,
           const char *end)
{
  add_record (fixture, &tend_visit_kind, id, "client", client, "planned_start", start,
              "planned_end", end, "status", "done", NULL);
}

/* 13 hours in the 91 days of the quarter are one hour a week. */
static void
fill (Fixture *fixture)
{
  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", "schemes", SCHEME,
              "weekly_capacity_minutes", "2400", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", "postcode", "CB1 1AA",
              "date_of_birth", "1938-03-12", NULL);
  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", "postcode", "CB2 2BB", NULL);
  add_visit (fixture, "one", "ann", "2026-04-07T09:00", "2026-04-07T15:30");
  add_visit (fixture, "two", "ann", "2026-05-07T09:00", "2026-05-07T15:30");
}

static void
test_stays (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendReturnValues) before = NULL;
  g_autoptr(TendReturnValues) after = NULL;
  g_autoptr(TendReturnValues) sent = NULL;
  g_autoptr(TendRecord) record = NULL;
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  g_autofree char *kept = NULL;

  fill (fixture);
  before = load (fixture);
  record = tend_compose_return_sent (before, day ("2026-07-02"), "By email");
  then = tend_compose_return_text (before);
  g_assert_nonnull (strstr (then, "on average: 1\n"));
  g_assert_nonnull (strstr (then, "People supported: 1\n"));
  g_assert_nonnull (strstr (then, "85 and over: 1\n"));

  add_visit (fixture, "three", "bob", "2026-05-08T09:00", "2026-05-08T12:00");
  after = load (fixture);
  now = tend_compose_return_text (after);
  g_assert_nonnull (strstr (now, "People supported: 2\n"));

  sent = tend_compose_return_load_sent (fixture->vault, record, &error);
  g_assert_no_error (error);
  kept = tend_compose_return_text (sent);
  g_assert_cmpstr (kept, ==, then);
  g_assert_cmpint (tend_compose_return_sheet (sent)->due_on, ==, day ("2026-07-05"));
  document = tend_compose_return_document (sent);
  g_assert_cmpint (tend_document_get_n_pages (document), ==, 1);
}

/* One that came from elsewhere, or from a Tend that kept none. */
static void
test_without_figures (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const texts[] = { NULL, "", "not JSON", "[1, 2]" };

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TendRecord) record =
        make_record (&tend_quarterly_return_kind, NULL, "scheme", SCHEME, "quarter", "2026-Q1",
                     "sent_on", "2026-07-02", NULL);

      tend_record_set_text (record, "figures", texts[i]);
      g_assert_null (tend_compose_return_load_sent (fixture->vault, record, &error));
      g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/exchange/return-sent/stays", test_stays);
  add_fixture_test ("/exchange/return-sent/without-figures", test_without_figures);

  return g_test_run ();
}
