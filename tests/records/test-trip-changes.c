/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-journeys.h"

#include "records-test.h"
#include "tend-invoices.h"

static void
add_billed (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) invoice = NULL;

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_rate_kind, "r", "amount_pence", "45", "unit", "mile", NULL);
  add_record (fixture, &tend_trip_kind, "billed", "client", "ann", "date", "2026-06-01",
              "miles_tenths", "74", "kind", "with_client", "chargeable", "true", NULL);
  add_record (fixture, &tend_trip_kind, "free", "date", "2026-06-02", "miles_tenths", "100",
              "kind", "training", NULL);

  invoice = tend_invoice_issue (fixture->vault, "ann", day ("2026-06-01"), day ("2026-06-30"),
                                day ("2026-06-30"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (invoice->total_pence, ==, 333); /* S01: 7.4 miles at 45p */
}

static void
assert_save (Fixture    *fixture,
             const char *id,
             const char *field,
             gint64      value,
             gboolean    allowed)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) trip = tend_record_load (fixture->vault, &tend_trip_kind, id, &error);

  tend_record_set_int (trip, field, value);
  g_assert_cmpint (tend_trip_save (fixture->vault, trip, &error), ==, allowed);
  if (!allowed)
    g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
}

static void
test_billed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) billed = NULL;
  g_autoptr(TendInvoice) credit = NULL;
  g_autoptr(TendRecord) trip = NULL;

  add_billed (fixture);
  billed = tend_trips_billed (fixture->vault, day ("2026-06-01"), day ("2026-06-30"), &error);
  g_assert_cmpuint (g_hash_table_size (billed), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (billed, "billed"), ==, "0001");

  assert_save (fixture, "free", "miles_tenths", 120, TRUE);
  assert_save (fixture, "billed", "miles_tenths", 75, FALSE);
  assert_save (fixture, "billed", "date", day ("2026-06-03"), FALSE);
  assert_save (fixture, "billed", "chargeable", FALSE, FALSE);

  trip = tend_record_load (fixture->vault, &tend_trip_kind, "billed", &error);
  tend_record_set_text (trip, "purpose", "The dentist");
  g_assert_true (tend_trip_save (fixture->vault, trip, &error));
  g_assert_no_error (error);
  tend_record_set_text (trip, "client", NULL);
  tend_record_set_int (trip, "chargeable", FALSE);
  g_assert_false (tend_trip_save (fixture->vault, trip, &error));
  g_clear_error (&error);

  credit = tend_invoice_credit (fixture->vault, "0001", NULL, day ("2026-07-01"), &error);
  g_assert_no_error (error);
  g_assert_null (tend_trip_invoice (fixture->vault, "billed"));
  assert_save (fixture, "billed", "miles_tenths", 75, TRUE);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) credit = NULL;
  g_autoptr(TendRecord) billed = NULL;
  g_autoptr(TendRecord) free_trip = NULL;

  add_billed (fixture);
  credit = tend_invoice_credit (fixture->vault, "0001", NULL, day ("2026-07-01"), &error);
  billed = tend_record_load (fixture->vault, &tend_trip_kind, "billed", &error);
  free_trip = tend_record_load (fixture->vault, &tend_trip_kind, "free", &error);
  g_assert_no_error (error);

  g_assert_false (tend_trip_remove (fixture->vault, billed, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_clear_error (&error);
  g_assert_true (tend_trip_remove (fixture->vault, free_trip, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/records/trip-changes/billed", test_billed);
  add_fixture_test ("/records/trip-changes/remove", test_remove);

  return g_test_run ();
}
