/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-clients.h"
#include "tend-invoices.h"
#include "tend-statement.h"
#include "tend-visits.h"

#include <string.h>

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh", "address",
              "2 Mill Lane", NULL);
  add_record (fixture, &tend_client_kind, "a", "given_name", "Ann", "family_name", "Lee", NULL);
  add_record (fixture, &tend_client_kind, "b", "given_name", "Bob", NULL);
}

static void
add_rate (Fixture    *fixture,
          const char *id,
          const char *applies,
          const char *unit,
          const char *pence)
{
  add_record (fixture, &tend_rate_kind, id, "applies", applies, "unit", unit, "amount_pence", pence,
              NULL);
}

static void
add_done (Fixture    *fixture,
          const char *id,
          const char *client,
          const char *start,
          const char *end,
          const char *billing)
{
  add_record (fixture, &tend_visit_kind, id, "client", client, "status", "done",
              "planned_start", start, "planned_end", end, "billing", billing, NULL);
}

static gint64
preview_total (Fixture    *fixture,
               const char *client,
               const char *from,
               const char *to)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) draft =
    tend_invoice_preview (fixture->vault, client, day (from), day (to), day (to), &error);

  g_assert_no_error (error);
  return draft->total_pence;
}

/* The fortnight of scenario S01. */
static void
add_fortnight (Fixture *fixture)
{
  add_rate (fixture, "weekday", "weekday", "hour", "2000");
  add_rate (fixture, "sat", "saturday", "hour", "2200");
  add_rate (fixture, "sun", "sunday", "hour", "2200");
  add_rate (fixture, "bank", "bank_holiday", "hour", "3000");
  add_rate (fixture, "mile", "any", "mile", "45");

  for (TendDate date = day ("2025-08-18"); date <= day ("2025-08-31"); date++)
    {
      g_autofree char *iso = tend_date_format_iso (date);
      g_autofree char *morning = g_strdup_printf ("m%s", iso);
      g_autofree char *start = g_strdup_printf ("%sT08:00", iso);
      g_autofree char *end = g_strdup_printf ("%sT08:30", iso);

      add_done (fixture, morning, "a", start, end, "full");
      if (tend_date_weekday (date) <= TEND_FRIDAY)
        {
          g_autofree char *tea = g_strdup_printf ("t%s", iso);
          g_autofree char *from = g_strdup_printf ("%sT17:00", iso);
          g_autofree char *to = g_strdup_printf ("%sT17:30", iso);

          add_done (fixture, tea, "a", from, to, "full");
        }
    }

  add_record (fixture, &tend_trip_kind, "t1", "date", "2025-08-20", "kind", "with_client", "client",
              "a",
              "chargeable", "true", "miles_tenths", "74", NULL);
  add_record (fixture, &tend_trip_kind, "t2", "date", "2025-08-28", "kind", "with_client", "client",
              "a",
              "chargeable", "true", "miles_tenths", "126", NULL);
}

static void
test_fortnight (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) invoice = NULL;
  g_autoptr(TendOwed) owed = NULL;
  g_autoptr(GPtrArray) statement = NULL;
  TendInvoiceRow *row;

  add_fortnight (fixture);
  invoice = tend_invoice_issue (fixture->vault, "a", day ("2025-08-18"), day ("2025-08-31"),
                                day ("2025-08-31"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (invoice->lines->len, ==, 26);
  g_assert_cmpint (invoice->total_pence, ==, 26300);
  g_assert_cmpstr (tend_record_get_text (invoice->record, "number"), ==, "0001");
  g_assert_cmpint (tend_record_get_int (invoice->record, "due_on"), ==, day ("2025-09-14"));

  add_record (fixture, &tend_payment_kind, "p", "client", "a", "invoice",
              tend_record_get_id (invoice->record),
              "received_on", "2025-09-05", "amount_pence", "15000", NULL);

  owed = tend_invoices_owed (fixture->vault, NULL, day ("2025-09-20"), &error);
  g_assert_cmpuint (owed->rows->len, ==, 1);
  row = owed->rows->pdata[0];
  g_assert_cmpint (row->owed_pence, ==, 11300);
  g_assert_cmpint (row->days_overdue, ==, 6);
  g_assert_cmpint (owed->ages[1], ==, 11300);

  statement = tend_invoices_statement (fixture->vault, "a", day ("2025-09-20"), &error);
  g_assert_cmpuint (statement->len, ==, 2);
  g_assert_cmpint (((TendStatementLine *) statement->pdata[1])->balance_pence, ==, 11300);
}

/* As at any day, whatever has happened since; each side of the due day. */
static void
test_owed_on (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { const char *on; gint64 owed; int age; } cases[] = {
    { "2025-08-30", 0, 0 },     { "2025-08-31", 26300, 0 }, { "2025-09-04", 26300, 0 },
    { "2025-09-05", 11300, 0 }, { "2025-09-14", 11300, 0 }, { "2025-09-15", 11300, 1 },
    { "2025-10-14", 11300, 1 }, { "2025-10-15", 11300, 2 }, { "2025-11-13", 11300, 2 },
    { "2025-11-14", 11300, 3 }, { "2025-12-13", 11300, 3 }, { "2025-12-14", 11300, 4 },
  };

  test_fortnight (fixture, data);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TendOwed) owed = tend_invoices_owed (fixture->vault, "a", day (cases[i].on),
                                                     &error);

      g_assert_cmpint (owed->total_pence, ==, cases[i].owed);
      g_assert_cmpint (owed->ages[cases[i].age], ==, cases[i].owed);
    }
}

/* Nothing is billed twice; what a credit note takes back can be billed again,
 * under a number that follows without a gap.
 */
static void
test_credit (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) none = NULL;
  g_autoptr(TendInvoice) credit = NULL;
  g_autoptr(TendInvoice) twice = NULL;
  g_autoptr(TendInvoice) again = NULL;
  g_autoptr(TendOwed) owed = NULL;

  test_fortnight (fixture, data);

  none = tend_invoice_issue (fixture->vault, "a", day ("2025-08-01"), day ("2025-08-31"),
                             day ("2025-09-01"), &error);
  g_assert_null (none);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (tend_visit_is_billed (fixture->vault, "m2025-08-18"));

  credit = tend_invoice_credit (fixture->vault, "0001", "Wrong rate", day ("2025-09-21"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (credit->total_pence, ==, -26300);
  g_assert_cmpstr (tend_record_get_text (credit->record, "number"), ==, "0002");
  g_assert_false (tend_visit_is_billed (fixture->vault, "m2025-08-18"));

  twice = tend_invoice_credit (fixture->vault, "0001", "Again", day ("2025-09-21"), &error);
  g_assert_null (twice);
  g_clear_error (&error);

  again = tend_invoice_issue (fixture->vault, "a", day ("2025-08-18"), day ("2025-08-31"),
                              day ("2025-09-22"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tend_record_get_text (again->record, "number"), ==, "0003");

  /* The £150.00 paid for the first is held as credit. */
  owed = tend_invoices_owed (fixture->vault, "a", day ("2025-09-22"), &error);
  g_assert_cmpint (owed->total_pence, ==, 26300);
  g_assert_cmpint (owed->credit_pence, ==, 15000);
}

typedef struct
{
  TendRecord *line;
  TendRecord *invoice;
} OldInvoice;

static gboolean
save_old_cb (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  OldInvoice *old = data;

  return tend_record_save (vault, old->line, NULL, error) &&
         tend_record_save (vault, old->invoice, NULL, error);
}

/* An invoice of £10.00 with a line for the record @id in @field, or for nothing. */
static void
add_old_invoice (Fixture    *fixture,
                 const char *client,
                 const char *field,
                 const char *id,
                 const char *date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) line =
    make_record (&tend_invoice_line_kind, "line", "invoice", "old", "date", date, "description",
                 "From another program", "amount_pence", "1000", field, id, NULL);
  g_autoptr(TendRecord) invoice =
    make_record (&tend_invoice_kind, "old", "number", "OLD", "client", client, "issued_on", date,
                 "due_on", date, NULL);
  OldInvoice old = { line, invoice };

  tend_vault_transact (fixture->vault, save_old_cb, &old, &error);
  g_assert_no_error (error);
}

/* However wide the days are that are asked for, whatever the day of the line that
 * billed it, and whoever the bill went to.
 */
static void
test_billed_once (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const spans[][2] = {
    { "2026-06-01", "2026-06-01" }, { "1850-01-01", "9999-12-31" }, { "0001-01-01", "9999-12-31" },
    { "2026-06-01", "9999-12-20" },
  };

  add_rate (fixture, "r", "any", "hour", "2000");
  add_done (fixture, "v", "a", "2026-06-01T10:00", "2026-06-01T10:30", "full");
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    g_assert_cmpint (preview_total (fixture, "a", spans[i][0], spans[i][1]), ==, 1000);

  add_old_invoice (fixture, "b", "visit", "v", "2026-07-31");
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    g_assert_cmpint (preview_total (fixture, "a", spans[i][0], spans[i][1]), ==, 0);
}

/* An id is unique in its kind only: a visit that is billed says nothing of a
 * journey and of a charge with the same.
 */
static void
test_ids_of_their_kind (Fixture       *fixture,
                        gconstpointer  data)
{
  add_rate (fixture, "r", "any", "hour", "2000");
  add_rate (fixture, "m", "any", "mile", "45");
  add_done (fixture, "1", "a", "2026-06-01T10:00", "2026-06-01T10:30", "full");
  add_record (fixture, &tend_trip_kind, "1", "client", "a", "date", "2026-06-01", "kind",
              "with_client", "miles_tenths", "100", "chargeable", "true", NULL);
  add_record (fixture, &tend_charge_kind, "1", "client", "a", "date", "2026-06-01", "kind",
              "parking", "amount_pence", "250", NULL);
  g_assert_cmpint (preview_total (fixture, "a", "2026-06-01", "2026-06-01"), ==, 1000 + 450 + 250);

  add_old_invoice (fixture, "a", "visit", "1", "2026-06-01");
  g_assert_cmpint (preview_total (fixture, "a", "2026-06-01", "2026-06-01"), ==, 450 + 250);
}

/* The account and what is owed agree where another client's money has come in. */
static void
test_paid_by_another (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct { const char *client; gint64 balance; } cases[] =
    { { "a", 400 }, { "b", 0 } };

  add_old_invoice (fixture, "a", NULL, NULL, "2026-06-01");
  add_record (fixture, &tend_payment_kind, NULL, "client", "b", "invoice", "old", "received_on",
              "2026-06-02", "amount_pence", "600", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) account =
        tend_invoices_statement (fixture->vault, cases[i].client, day ("2026-06-30"), &error);
      g_autoptr(TendOwed) owed =
        tend_invoices_owed (fixture->vault, cases[i].client, day ("2026-06-30"), &error);
      gint64 balance = account->len == 0
                       ? 0
                       : ((TendStatementLine *) account->pdata[account->len - 1])->balance_pence;

      g_assert_no_error (error);
      g_assert_cmpint (balance, ==, cases[i].balance);
      g_assert_cmpint (owed->total_pence - owed->credit_pence, ==, cases[i].balance);
    }
}

/* Frozen by the database itself, not by good manners. */
static void
test_frozen (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) visit = NULL;

  test_fortnight (fixture, data);
  assert_sql_refused (fixture, "UPDATE invoices SET due_on = '2030-01-01'",
                      "An issued invoice cannot be");
  assert_sql_refused (fixture, "DELETE FROM invoices",
                      "An issued invoice cannot be");
  assert_sql_refused (fixture, "UPDATE invoice_lines SET amount_pence = 1",
                      "An issued invoice cannot be");
  assert_sql_refused (fixture, "DELETE FROM invoice_lines",
                      "An issued invoice cannot be");
  assert_sql_refused (fixture, "INSERT INTO invoice_lines SELECT 'x', invoice, position, date, "
                           "description, minutes,"
                           " miles_tenths, unit, rate_pence, amount_pence, visit, trip, charge"
                           " FROM invoice_lines LIMIT 1",
                      "An issued invoice cannot be");
  assert_sql_refused (fixture, "INSERT OR REPLACE INTO invoices SELECT * FROM invoices LIMIT 1",
                      "An issued invoice cannot be");

  /* A billed visit's times stay, its note may grow. */
  visit = tend_record_load (fixture->vault, &tend_visit_kind, "m2025-08-18", &error);
  tend_record_set_text (visit, "note", "Slept well.");
  g_assert_true (tend_visit_save (fixture->vault, visit, NULL, NULL, &error));
  g_assert_no_error (error);
  tend_record_set_int (visit, "planned_end", tend_record_get_int (visit, "planned_end") + 60);
  g_assert_false (tend_visit_save (fixture->vault, visit, NULL, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
}

/* A series of one's own is continued. */
static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const expected[] = { "CM-099", "CM-100", "CM-101" };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) provider = tend_provider_load (fixture->vault, &error);

  tend_record_set_text (provider, "first_invoice_number", "CM-099");
  g_assert_true (tend_record_save (fixture->vault, provider, NULL, &error));
  add_rate (fixture, "r", "any", "hour", "2000");

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *id = g_strdup_printf ("v%u", i);
      g_autofree char *start = g_strdup_printf ("2026-06-0%uT08:00", i + 1);
      g_autofree char *end = g_strdup_printf ("2026-06-0%uT09:00", i + 1);
      g_autoptr(TendInvoice) invoice = NULL;

      add_done (fixture, id, "a", start, end, "full");
      invoice = tend_invoice_issue (fixture->vault, "a", day ("2026-06-01"), day ("2026-06-30"),
                                    day ("2026-06-30"), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (tend_record_get_text (invoice->record, "number"), ==, expected[i]);
    }
}

/* Scenario S16: billed up to the day of the death, and nothing after it. */
static void
test_death (Fixture       *fixture,
            gconstpointer  data)
{
  add_rate (fixture, "r", "any", "hour", "2000");
  for (int i = 11; i <= 24; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%d", i);
      g_autofree char *start = g_strdup_printf ("2026-06-%dT10:00", i);
      g_autofree char *end = g_strdup_printf ("2026-06-%dT11:00", i);

      add_done (fixture, id, "a", start, end, "full");
    }
  add_record (fixture, &tend_charge_kind, "c", "client", "a", "date", "2026-06-16", "kind",
              "retainer",
              "amount_pence", "5000", NULL);
  record_death (fixture, "a", "2026-06-15", NULL);

  g_assert_cmpint (preview_total (fixture, "a", "2026-06-11", "2026-06-24"), ==, 10000);
  g_assert_cmpint (preview_total (fixture, "a", "2026-06-16", "2026-06-24"), ==, 0);
}

/* One hour for two people at once, 15 minutes at £16.50 = £4.13: 207 and 206. */
static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  add_rate (fixture, "r", "any", "hour", "1650");
  add_done (fixture, "v1", "a", "2026-06-01T10:00", "2026-06-01T10:15", "shared");
  add_done (fixture, "v2", "b", "2026-06-01T10:00", "2026-06-01T10:15", "shared");

  g_assert_cmpint (preview_total (fixture, "a", "2026-06-01", "2026-06-01"), ==, 207);
  g_assert_cmpint (preview_total (fixture, "b", "2026-06-01", "2026-06-01"), ==, 206);
}

/* Planned minutes unless the agreement says actual; a late cancellation by its
 * terms; miles only where it mentions them.
 */
static void
test_agreement (Fixture       *fixture,
                gconstpointer  data)
{
  add_rate (fixture, "r", "any", "hour", "2000");
  add_rate (fixture, "m", "any", "mile", "45");
  add_record (fixture, &tend_visit_kind, "v", "client", "a", "status", "done",
              "planned_start", "2026-06-01T10:00", "planned_end", "2026-06-01T11:00",
              "actual_start", "2026-06-01T10:00", "actual_end", "2026-06-01T11:30", NULL);
  add_record (fixture, &tend_visit_kind, "late", "client", "a", "status", "cancelled",
              "planned_start", "2026-06-02T10:00", "planned_end", "2026-06-02T11:00",
              "cancelled_at", "2026-06-01T10:01", NULL);
  add_record (fixture, &tend_visit_kind, "early", "client", "a", "status", "cancelled",
              "planned_start", "2026-06-03T10:00", "planned_end", "2026-06-03T11:00",
              "cancelled_at", "2026-06-02T10:00", NULL);
  add_record (fixture, &tend_trip_kind, "t", "date", "2026-06-01", "kind", "with_client", "client",
              "a",
              "chargeable", "true", "miles_tenths", "100", NULL);
  g_assert_cmpint (preview_total (fixture, "a", "2026-06-01", "2026-06-03"), ==, 2000 + 450);

  add_record (fixture, &tend_agreement_kind, "g", "client", "a", "starts_on", "2026-06-01",
              "bill_minutes", "actual",
              "cancellation_hours", "24", "cancellation_percent", "50", NULL);
  g_assert_cmpint (preview_total (fixture, "a", "2026-06-01", "2026-06-03"), ==, 3000 + 1000);
}

static void
test_no_rate (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) draft = NULL;

  add_done (fixture, "v", "a", "2026-06-01T10:00", "2026-06-01T10:15", "full");
  draft = tend_invoice_preview (fixture->vault, "a", day ("2026-06-01"), day ("2026-06-01"),
                                day ("2026-06-01"), &error);
  g_assert_null (draft);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
}

/* Who pays is not who is cared for. */
static void
test_payer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) draft = NULL;

  add_rate (fixture, "r", "any", "hour", "2000");
  add_done (fixture, "v", "a", "2026-06-01T10:00", "2026-06-01T10:15", "full");
  add_record (fixture, &tend_person_kind, "son", "client", "a", "name", "Peter Lee", "relation",
              "payer",
              "address", "9 High Street", "postcode", "ST1 1AA", NULL);

  draft = tend_invoice_preview (fixture->vault, "a", day ("2026-06-01"), day ("2026-06-01"),
                                day ("2026-06-01"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tend_record_get_text (draft->record, "bill_to"), ==,
                   "Peter Lee\n9 High Street\nST1 1AA");
  g_assert_cmpstr (tend_record_get_text (draft->record, "care_for"), ==, "Ann Lee");
  g_assert_cmpstr (tend_record_get_text (draft->record, "seller"), ==,
                   "Christine Marsh\n2 Mill Lane");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  add_test ("/records/invoices/fortnight", test_fortnight);
  add_test ("/records/invoices/owed-on", test_owed_on);
  add_test ("/records/invoices/credit", test_credit);
  add_test ("/records/invoices/billed-once", test_billed_once);
  add_test ("/records/invoices/ids-of-their-kind", test_ids_of_their_kind);
  add_test ("/records/invoices/paid-by-another", test_paid_by_another);
  add_test ("/records/invoices/frozen", test_frozen);
  add_test ("/records/invoices/numbers", test_numbers);
  add_test ("/records/invoices/death", test_death);
  add_test ("/records/invoices/shared", test_shared);
  add_test ("/records/invoices/agreement", test_agreement);
  add_test ("/records/invoices/no-rate", test_no_rate);
  add_test ("/records/invoices/payer", test_payer);
#undef add_test

  return g_test_run ();
}
