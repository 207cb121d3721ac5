/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What waits until it is put right or a reason is kept: an agreement (FL01). */

#include "records-test.h"

#include "tend-clients.h"
#include "tend-hold.h"

#define TODAY "2026-06-10"

static void
add_client (Fixture    *fixture,
            const char *id,
            const char *status,
            const char *service,
            const char *starts_on)
{
  add_record (fixture, &tend_client_kind, id, "given_name", id, "status", status, NULL);
  add_record (fixture, &tend_agreement_kind, id, "client", id, "service", service, "starts_on",
              starts_on, NULL);
}

static void
add_four (Fixture *fixture)
{
  static const char *const ids[] = { "a", "b", "c", "d" };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) provider = tend_provider_load (fixture->vault, &error);

  tend_record_set_text (provider, "own_name", "Sian");
  tend_record_set_text (provider, "schemes", "flintshire");
  g_assert_true (tend_record_save (fixture->vault, provider, NULL, &error));

  add_record (fixture, &tend_service_kind, "care", "name", "Care", "kind", "personal_care", NULL);
  add_record (fixture, &tend_service_kind, "home", "name", "Home", "kind", "support", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    add_client (fixture, ids[i], "active", "care", "2026-01-05");
}

/* Whether FL01 holds an agreement with @client back. */
static gboolean
is_held (Fixture    *fixture,
         const char *client)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) held = tend_hold_findings (fixture->vault, TEND_ACT_AGREEMENT, client,
                                                  day (TODAY), day (TODAY), day (TODAY),
                                                  &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < held->len; i++)
    found |= g_str_equal (((TendFinding *) held->pdata[i])->rule, "FL01");

  return found;
}

static void
test_the_fifth (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  add_four (fixture);
  g_assert_false (is_held (fixture, "d"));

  add_client (fixture, "support", "active", "home", TODAY);
  g_assert_false (is_held (fixture, "support"));
  add_client (fixture, "fifth", "enquiry", "care", "2026-12-15");
  g_assert_true (is_held (fixture, "fifth"));
  g_assert_false (is_held (fixture, "support"));

  /* With a reason it goes on. */
  g_assert_false (tend_hold (fixture->vault, TEND_ACT_AGREEMENT, "fifth", day (TODAY),
                             day (TODAY), NULL, day (TODAY), NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_HELD);
  add_record (fixture, &tend_override_kind, "why", "rule", "FL01", "scheme", "flintshire",
              "client", "fifth", "subject", "client/fifth", "reason", "One leaves in November",
              "decided_on", TODAY, NULL);
  g_assert_false (is_held (fixture, "fifth"));
}

/* One of the four leaves on the day that the fifth begins, or on the day before. */
static void
test_a_place_becomes_free (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) leaving = NULL;

  add_four (fixture);
  add_client (fixture, "fifth", "enquiry", "care", "2026-12-15");
  leaving = tend_record_load (fixture->vault, &tend_agreement_kind, "d", &error);
  tend_record_set_int (leaving, "ends_on", day ("2026-12-15"));
  g_assert_true (tend_record_save (fixture->vault, leaving, NULL, &error));
  g_assert_true (is_held (fixture, "fifth"));

  tend_record_set_int (leaving, "ends_on", day ("2026-12-14"));
  g_assert_true (tend_record_save (fixture->vault, leaving, NULL, &error));
  g_assert_false (is_held (fixture, "fifth"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/schemes/hold/the-fifth", test_the_fifth);
  add_fixture_test ("/schemes/hold/a-place-becomes-free", test_a_place_becomes_free);

  return g_test_run ();
}
