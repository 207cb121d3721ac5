/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-payment-edit.h"

#include "app-test.h"

#include "tend-invoices.h"
#include "tend-kinds.h"
#include "tend-payments.h"

/* Each test runs in the worker of a session, where the vault is. */

#define TODAY tend_date_parse_iso ("2026-06-30")

/* One visit of £20.00 on an invoice of its own; its id. */
static char *
add_invoice (TendVault  *vault,
             const char *date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) visit = tend_record_new (&tend_visit_kind);
  g_autoptr(TendInvoice) invoice = NULL;
  TendDate day = tend_date_parse_iso (date);

  tend_record_set_text (visit, "client", "ann");
  tend_record_set_text (visit, "status", "done");
  tend_record_set_int (visit, "planned_start", tend_time_resolve (day, 10 * 60));
  tend_record_set_int (visit, "planned_end", tend_time_resolve (day, 11 * 60));
  tend_record_save (vault, visit, NULL, &error);
  g_assert_no_error (error);
  invoice = tend_invoice_issue (vault, "ann", day, day, day, &error);
  g_assert_no_error (error);

  return g_strdup (tend_record_get_id (invoice->record));
}

static void
add_payment (TendVault  *vault,
             const char *id,
             const char *invoice,
             gint64      pence)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) payment = tend_record_new (&tend_payment_kind);

  tend_record_set_id (payment, id);
  tend_record_set_text (payment, "client", "ann");
  tend_record_set_text (payment, "invoice", invoice);
  tend_record_set_int (payment, "received_on", TODAY);
  tend_record_set_int (payment, "amount_pence", pence);
  tend_record_save (vault, payment, NULL, &error);
  g_assert_no_error (error);
}

static void
add_client (TendVault *vault)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) client = tend_record_new (&tend_client_kind);
  g_autoptr(TendRecord) rate = tend_record_new (&tend_rate_kind);

  tend_record_set_id (client, "ann");
  tend_record_set_text (client, "given_name", "Ann");
  tend_record_save (vault, client, NULL, &error);
  tend_record_set_int (rate, "amount_pence", 2000);
  tend_record_save (vault, rate, NULL, &error);
  g_assert_no_error (error);
}

/* What is owed, and what is held. */
static void
assert_account (TendVault *vault,
                gint64     owed_pence,
                gint64     credit_pence)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendOwed) owed = tend_invoices_owed (vault, "ann", TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpint (owed->total_pence, ==, owed_pence);
  g_assert_cmpint (owed->credit_pence, ==, credit_pence);
}

static void
assert_use (TendVault  *vault,
            const char *source,
            const char *invoice,
            gint64      expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendUndo) undo = NULL;
  gint64 used;

  undo = tend_payment_edit_use (vault, source, invoice, TODAY, &used, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undo);
  g_assert_cmpint (used, ==, expected);
}

/* £30.00 held pays one invoice and half of the next; then there is nothing left. */
static gpointer
use (TendVault  *vault,
     gpointer    data,
     GError    **error)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gint64 used;

  add_client (vault);
  first = add_invoice (vault, "2026-06-01");
  second = add_invoice (vault, "2026-06-08");
  add_payment (vault, "held", NULL, 3000);
  assert_account (vault, 4000, 3000);

  assert_use (vault, NULL, first, 2000);
  assert_account (vault, 2000, 1000);
  assert_use (vault, NULL, second, 1000);
  assert_account (vault, 1000, 0);

  g_assert_null (tend_payment_edit_use (vault, NULL, second, TODAY, &used, &failure));
  g_assert_error (failure, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_cmpint (used, ==, 0);
  return NULL;
}

/* What was paid twice for one invoice pays another; the one pointed at goes first. */
static gpointer
use_overpaid (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  g_autoptr(TendRecord) payment = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  add_client (vault);
  first = add_invoice (vault, "2026-06-01");
  second = add_invoice (vault, "2026-06-08");
  add_payment (vault, "once", first, 2000);
  add_payment (vault, "twice", first, 2000);
  add_payment (vault, "held", NULL, 5000);
  assert_account (vault, 2000, 7000);

  assert_use (vault, first, second, 2000);
  assert_account (vault, 0, 5000);
  payment = tend_record_load (vault, &tend_payment_kind, "twice", NULL);
  g_assert_cmpstr (tend_record_get_text (payment, "invoice"), ==, second);
  g_clear_object (&payment);
  payment = tend_record_load (vault, &tend_payment_kind, "held", NULL);
  g_assert_cmpint (tend_record_get_int (payment, "amount_pence"), ==, 5000);
  return NULL;
}

/* Each of them can be taken back. */
static gpointer
undone (TendVault  *vault,
        gpointer    data,
        GError    **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendUndo) used_undo = NULL;
  g_autoptr(TendUndo) removed = NULL;
  g_autoptr(GPtrArray) held = NULL;
  g_autofree char *invoice = NULL;
  gint64 used;

  add_client (vault);
  invoice = add_invoice (vault, "2026-06-01");
  add_payment (vault, "held", NULL, 3000);

  used_undo = tend_payment_edit_use (vault, NULL, invoice, TODAY, &used, &failure);
  assert_account (vault, 0, 1000);
  g_assert_true (tend_undo_run (used_undo, vault, &failure));
  g_assert_no_error (failure);
  assert_account (vault, 2000, 3000);
  held = tend_payments_held (vault, "ann", TODAY, &failure);
  g_assert_cmpuint (held->len, ==, 1);

  removed = tend_payment_edit_remove (vault, "held", &failure);
  assert_account (vault, 2000, 0);
  g_assert_true (tend_undo_run (removed, vault, &failure));
  g_assert_no_error (failure);
  assert_account (vault, 2000, 3000);
  return NULL;
}

static void
test_use (AppFixture    *fixture,
          gconstpointer  data)
{
  app_change (fixture, use, NULL);
}

static void
test_use_overpaid (AppFixture    *fixture,
                   gconstpointer  data)
{
  app_change (fixture, use_overpaid, NULL);
}

static void
test_undone (AppFixture    *fixture,
             gconstpointer  data)
{
  app_change (fixture, undone, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  app_add_test ("/app/payment-edit/use", test_use);
  app_add_test ("/app/payment-edit/use-overpaid", test_use_overpaid);
  app_add_test ("/app/payment-edit/undone", test_undone);

  return g_test_run ();
}
