/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-attachments.h"
#include "tend-clients.h"
#include "tend-history.h"
#include "tend-invoices.h"
#include "tend-retention.h"
#include "tend-snapshot.h"
#include "tend-statement.h"
#include "tend-verify.h"

#include <string.h>

/* Ann's care ended on 24 June 2026; she was seen last on the 30th. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_set_up (fixture, data);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", "status", "ended",
              "ended_on", "2026-06-24", NULL);
  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", NULL);
  add_record (fixture, &tend_visit_kind, "v1", "client", "ann", "planned_start",
              "2026-06-30T08:00", "planned_end", "2026-06-30T08:30", "status", "done", "billing",
              "none", "note", "Quite well", NULL);
  add_record (fixture, &tend_visit_task_kind, "t1", "visit", "v1", "title", "Wash", NULL);
  add_record (fixture, &tend_visit_kind, "w1", "client", "bob", "planned_start",
              "2026-06-30T09:00", "planned_end", "2026-06-30T09:30", "status", "done", NULL);
}

static const TendKept *
find (GPtrArray  *list,
      const char *client)
{
  for (guint i = 0; i < list->len; i++)
    if (strcmp (((TendKept *) list->pdata[i])->client, client) == 0)
      return list->pdata[i];

  return NULL;
}

/* "care 2034-06-30", or "" when no clock runs. */
static void
assert_kept (Fixture    *fixture,
             const char *client,
             const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = tend_kept_list (fixture->vault, day ("2026-07-01"), &error);
  const TendKept *kept;
  g_autofree char *until = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  kept = find (list, client);
  until = kept != NULL ? tend_date_format_iso (kept->until) : NULL;
  text = kept != NULL ? g_strdup_printf ("%s %s", kept->keeping.id, until) : g_strdup ("");
  g_assert_cmpstr (text, ==, expected);
}

static void
test_clock (Fixture       *fixture,
            gconstpointer  data)
{
  assert_kept (fixture, "ann", "care 2034-06-30");
  assert_kept (fixture, "bob", "");

  /* Someone who died, and whose care nobody ended; someone who only ever asked. */
  add_record (fixture, &tend_client_kind, "cat", "given_name", "Cat", "died_on", "2026-06-15",
              NULL);
  add_record (fixture, &tend_visit_kind, "c1", "client", "cat", "planned_start",
              "2026-06-14T08:00", "planned_end", "2026-06-14T08:30", "status", "done", NULL);
  add_record (fixture, &tend_client_kind, "dan", "given_name", "Dan", "status", "ended",
              "ended_on", "2026-06-15", NULL);
  assert_kept (fixture, "cat", "care 2034-06-15");
  assert_kept (fixture, "dan", "enquiry 2028-06-15");

  /* Care before there was Tend is care. */
  add_record (fixture, &tend_client_kind, "eva", "given_name", "Eva", "status", "ended",
              "started_on", "2020-03-01", "ended_on", "2026-06-15", NULL);
  assert_kept (fixture, "eva", "care 2034-06-15");
}

/* Three years for all, then twenty for Ann; but money is kept for the tax return. */
static void
test_own_periods (Fixture       *fixture,
                  gconstpointer  data)
{
  add_record (fixture, &tend_retention_period_kind, "a", "keeping", "care", "years", "3",
              "decided_on", "2026-01-01", "reason", "No contract with a council", NULL);
  assert_kept (fixture, "ann", "claims 2032-06-30");
  add_record (fixture, &tend_retention_period_kind, "b", "keeping", "claims", "years", "3",
              "decided_on", "2026-01-01", "reason", "Advice", NULL);
  assert_kept (fixture, "ann", "care 2029-06-30");
  add_record (fixture, &tend_payment_kind, "p", "client", "ann", "received_on", "2026-07-20",
              "amount_pence", "2000", NULL);
  assert_kept (fixture, "ann", "tax 2033-01-31");
  add_record (fixture, &tend_retention_period_kind, "0", "client", "ann", "keeping", "care",
              "years", "20", "decided_on", "2025-01-01", "reason", "She was under age", NULL);
  assert_kept (fixture, "ann", "care 2046-06-30");
}

/* A scheme's rule holds for those who belong to it. */
static void
test_scheme (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) without = tend_keepings (fixture->vault, NULL, &error);
  g_autoptr(GArray) with = NULL;

  g_assert_no_error (error);
  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine", "schemes",
              "staffordshire\ncambridgeshire", NULL);
  with = tend_keepings (fixture->vault, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (with->len, ==, without->len + 1);
}

static gboolean
destroy (Fixture     *fixture,
         const char  *client,
         const char  *on,
         GError     **error)
{
  g_autoptr(TendRecord) note = make_record (&tend_destruction_kind, NULL, "reason",
                                            "Nothing in it is needed any more", NULL);

  return tend_client_destroy (fixture->vault, client, note, day (on), error);
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendStatement) statement = tend_statement_new (fixture->vault, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (tend_statement_step (statement, &error), ==, TEND_STEP_ROW);
  return tend_statement_get_int (statement, 0);
}

static void
assert_stopped (Fixture    *fixture,
                const char *client,
                const char *on,
                const char *word)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (destroy (fixture, client, on, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_STOPPED);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM destructions"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM clients"), ==, 2);
}

/* Neither what is in use, nor on the last day, nor while it is held. */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) hold = NULL;

  assert_stopped (fixture, "bob", "2060-01-01", "still in use");
  assert_stopped (fixture, "ann", "2034-06-30", "30 June 2034");

  add_record (fixture, &tend_legal_hold_kind, "h", "client", "ann", "placed_on", "2034-06-01",
              "reason", "Her family’s solicitor wrote", NULL);
  assert_stopped (fixture, "ann", "2034-07-01", "legal hold");
  hold = tend_record_load (fixture->vault, &tend_legal_hold_kind, "h", &error);
  tend_record_set_int (hold, "lifted_on", day ("2034-07-02"));
  tend_record_set_text (hold, "lifted_why", "It was settled");
  g_assert_true (tend_record_save (fixture->vault, hold, NULL, &error));
  assert_stopped (fixture, "ann", "2034-07-01", "legal hold");
  g_assert_true (destroy (fixture, "ann", "2034-07-02", &error));
  g_assert_no_error (error);
}

static void
add_document (Fixture    *fixture,
              const char *kind_name,
              const char *id,
              const char *name,
              const char *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record =
    tend_record_load (fixture->vault, tend_kind_by_name (kind_name), id, &error);
  g_autoptr(TendRecord) attachment = make_record (&tend_attachment_kind, NULL, "name", name, NULL);
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_data (bytes, -1, NULL);

  g_assert_true (tend_attachment_add (fixture->vault, record, attachment, input, NULL, &error));
  g_assert_no_error (error);
}

/* With a dose and what is said of it, which nothing but an erasure removes. */
static void
add_medicine (Fixture    *fixture,
              const char *client)
{
  g_autofree char *medicine = g_strdup_printf ("%s-m", client);
  g_autofree char *dose = g_strdup_printf ("%s-d", client);

  add_record (fixture, &tend_medication_kind, medicine, "client", client, "name", "Ramipril",
              "starts_on", "2026-06-01", NULL);
  add_record (fixture, &tend_medication_time_kind, medicine, "medication", medicine,
              "at", "08:00", NULL);
  add_record (fixture, &tend_mar_entry_kind, dose, "medication", medicine,
              "given_at", "2026-06-01T08:00", "outcome", "taken", "note", client, NULL);
  add_record (fixture, &tend_mar_note_kind, dose, "mar_entry", dose,
              "written_at", "2026-06-01T09:00", "text", client, NULL);
  add_record (fixture, &tend_stock_kind, dose, "medication", medicine, "date", "2026-06-01",
              "kind", "counted", "quantity", "20", "note", client, NULL);
}

static void
fill (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) invoice = NULL;

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine", "first_invoice_number",
              "M119", NULL);
  add_record (fixture, &tend_charge_kind, "park", "client", "ann", "date", "2026-06-30", "kind",
              "parking", "amount_pence", "1000", NULL);
  invoice = tend_invoice_issue (fixture->vault, "ann", day ("2026-06-01"), day ("2026-06-30"),
                                day ("2026-06-30"), &error);
  g_assert_no_error (error);
  add_record (fixture, &tend_payment_kind, "p1", "client", "ann", "invoice",
              tend_record_get_id (invoice->record), "received_on", "2026-07-10", "amount_pence",
              "1000", NULL);
  add_record (fixture, &tend_care_plan_kind, "plan", "client", "ann", "status", "agreed",
              "agreed_on", "2026-01-10", "agreed_by", "Ann", NULL);
  add_record (fixture, &tend_incident_kind, "fall", "visit", "v1", "kind", "accident",
              "happened_at", "2026-06-30T08:10", "facts", "Ann slipped", NULL);
  add_record (fixture, &tend_data_breach_kind, "breach", "what", "The notebook lay on the bus",
              "aware_at", "2026-06-30T09:10", "incident", "fall", NULL);
  add_record (fixture, &tend_incident_report_kind, "told", "incident", "fall", "role", "gp",
              "told_at", "2026-06-30T09:00", "name", "Dr Ann Lee", NULL);
  add_record (fixture, &tend_visit_addendum_kind, "a1", "visit", "v1", "written_at",
              "2026-07-02T08:00", "text", "Ann rang", NULL);
  add_medicine (fixture, "ann");
  add_medicine (fixture, "bob");
  add_document (fixture, "client", "ann", "ann.pdf", "%PDF of Ann");
  add_document (fixture, "visit", "v1", "receipt.jpg", "the same");
  add_document (fixture, "client", "bob", "bob.jpg", "the same");
  g_assert_true (tend_setting_set (fixture->vault, "draft/visit/v1", "{\"note\":\"Ann\"}", &error));
  g_assert_true (tend_setting_set (fixture->vault, "draft/risk/x", "{\"client\":\"ann\"}", &error));
  g_assert_true (tend_setting_set (fixture->vault, "draft/visit/w1", "{\"note\":\"Bo\"}", &error));
}

static void
assert_verified (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = tend_vault_verify (fixture->vault, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* All of one person goes, with what history held of them; the note and the figures stay, and
 * nothing of anybody else is touched. */
static void
test_destroy (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notes = NULL;
  g_autofree char *json = NULL;
  gint64 rows;

  fill (fixture);
  rows = count (fixture, "SELECT count(*) FROM history");
  g_assert_true (destroy (fixture, "ann", "2034-07-11", &error));
  g_assert_no_error (error);

  g_assert_cmpint (count (fixture, "SELECT count(*) FROM clients"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visits"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit_tasks"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM visit_addenda"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM care_plans"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM incidents"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM data_breaches WHERE incident IS NULL"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM medications"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM medication_times"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM mar_entries"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM mar_notes"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM stock"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM invoices"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM payments"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM attachments"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM blob"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM settings WHERE key LIKE 'draft/%'"),
                   ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM search WHERE text MATCH 'well'"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM history"), >, rows);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM history_payload"
                          " WHERE client = 'ann' OR \"values\" LIKE '%\"ann\"%'"
                          " OR \"values\" LIKE '%Ann %'"), ==, 0);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM erasure WHERE open IS NOT NULL"), ==, 0);

  g_assert_cmpint (count (fixture, "SELECT total_pence FROM destroyed_invoices"
                          " WHERE number = 'M119' AND issued_on = '2026-06-30'"), ==, 1000);
  notes = tend_record_load_all (fixture->vault, &tend_destruction_kind, &error);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpint (tend_record_get_int (notes->pdata[0], "kept_until"), ==, day ("2034-06-30"));
  g_assert_cmpint (tend_record_get_int (notes->pdata[0], "n_documents"), ==, 2);
  json = tend_record_to_json (notes->pdata[0]);
  g_assert_null (strstr (json, "Ann"));
  assert_verified (fixture);
}

/* A number that was given stays given. */
static void
test_numbers (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) invoice = NULL;

  fill (fixture);
  g_assert_true (destroy (fixture, "ann", "2034-07-11", &error));

  add_record (fixture, &tend_charge_kind, "x", "client", "bob", "date", "2034-07-01", "kind",
              "parking", "amount_pence", "300", NULL);
  invoice = tend_invoice_issue (fixture->vault, "bob", day ("2034-07-01"), day ("2034-07-11"),
                                day ("2034-07-11"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM invoices WHERE number = 'M120'"), ==, 1);
}

static guint
n_snapshots (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->dir, "vault", "snapshots", NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_snapshots (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (tend_snapshot_take (fixture->vault, "migration", &error));
  g_assert_true (tend_snapshot_take (fixture->vault, "migration", &error));
  g_assert_cmpuint (n_snapshots (fixture), ==, 2);
  g_assert_true (tend_snapshot_renew (fixture->vault, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_snapshots (fixture), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, fixture_tear_down)
  add ("/records/retention/clock", test_clock);
  add ("/records/retention/own-periods", test_own_periods);
  add ("/records/retention/scheme", test_scheme);
  add ("/records/retention/stopped", test_stopped);
  add ("/records/retention/destroy", test_destroy);
  add ("/records/retention/numbers", test_numbers);
  add ("/records/retention/snapshots", test_snapshots);
#undef add

  return g_test_run ();
}
