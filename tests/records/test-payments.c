/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-payments.h"

#include "records-test.h"
#include "tend-invoices.h"

#define TODAY day ("2026-06-30")

/* One visit of £20.00 for each of two weeks, each on an invoice of its own. */
static char *
add_invoice (Fixture    *fixture,
             const char *date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) invoice = NULL;
  g_autofree char *start = g_strconcat (date, "T10:00", NULL);
  g_autofree char *end = g_strconcat (date, "T11:00", NULL);

  add_record (fixture, &tend_visit_kind, NULL, "client", "ann", "status", "done",
              "planned_start", start, "planned_end", end, NULL);
  invoice = tend_invoice_issue (fixture->vault, "ann", day (date), day (date), day (date), &error);
  g_assert_no_error (error);

  return g_strdup (tend_record_get_id (invoice->record));
}

static void
add_client (Fixture *fixture)
{
  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", NULL);
  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", NULL);
  add_record (fixture, &tend_rate_kind, "r", "amount_pence", "2000", NULL);
}

/* Each as "client, payment or number of the invoice, pence", and that the sum is the credit. */
static void
assert_held (Fixture    *fixture,
             const char *client,
             const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) held = tend_payments_held (fixture->vault, client, TODAY, &error);
  g_autoptr(TendOwed) owed = tend_invoices_owed (fixture->vault, client, TODAY, &error);
  g_autoptr(GString) text = g_string_new (NULL);
  gint64 sum = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < held->len; i++)
    {
      const TendHeld *entry = held->pdata[i];

      g_string_append_printf (text, "%s %s %d ", entry->client_name,
                              entry->payment != NULL ? "payment" : entry->number,
                              (int) entry->pence);
      sum += entry->pence;
    }

  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpint (sum, ==, owed->credit_pence);
}

static void
test_held (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *invoice = NULL;

  add_client (fixture);
  invoice = add_invoice (fixture, "2026-06-01");
  assert_held (fixture, NULL, "");

  add_record (fixture, &tend_payment_kind, "exact", "client", "ann", "invoice", invoice,
              "received_on", "2026-06-10", "amount_pence", "2000", NULL);
  assert_held (fixture, NULL, "");

  add_record (fixture, &tend_payment_kind, "twice", "client", "ann", "invoice", invoice,
              "received_on", "2026-06-11", "amount_pence", "2000", NULL);
  add_record (fixture, &tend_payment_kind, "early", "client", "bob",
              "received_on", "2026-06-30", "amount_pence", "500", NULL);
  add_record (fixture, &tend_payment_kind, "tomorrow", "client", "bob",
              "received_on", "2026-07-01", "amount_pence", "700", NULL);
  assert_held (fixture, NULL, "Bob payment 500 Ann 0001 2000 ");
  assert_held (fixture, "ann", "Ann 0001 2000 ");
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *none = NULL;
  g_autoptr(TendRecord) record = NULL;

  add_client (fixture);
  first = add_invoice (fixture, "2026-06-01");
  second = add_invoice (fixture, "2026-06-08");
  add_record (fixture, &tend_payment_kind, "p", "client", "ann", "method", "cash",
              "received_on", "2026-06-10", "amount_pence", "5000", NULL);

  /* £20.00 of £50.00; the rest is a payment like it. */
  rest = tend_payment_move (fixture->vault, "p", first, 2000, &error);
  g_assert_no_error (error);
  g_assert_nonnull (rest);
  record = tend_record_load (fixture->vault, &tend_payment_kind, rest, &error);
  g_assert_cmpint (tend_record_get_int (record, "amount_pence"), ==, 3000);
  g_assert_cmpint (tend_record_get_int (record, "received_on"), ==, day ("2026-06-10"));
  g_assert_cmpstr (tend_record_get_text (record, "method"), ==, "cash");
  g_assert_null (tend_record_get_text (record, "invoice"));

  /* The whole of it leaves nothing. */
  none = tend_payment_move (fixture->vault, rest, second, 3000, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  assert_held (fixture, NULL, "Ann 0002 1000 ");

  /* And back: what was over is held again. */
  none = tend_payment_move (fixture->vault, rest, NULL, 1000, &error);
  g_assert_no_error (error);
  g_assert_nonnull (none);
  g_free (g_steal_pointer (&none));
  assert_held (fixture, NULL, "Ann payment 1000 ");

  none = tend_payment_move (fixture->vault, "p", second, 2001, &error);
  g_assert_null (none);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/records/payments/held", test_held);
  add_fixture_test ("/records/payments/move", test_move);

  return g_test_run ();
}
