/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is due: the ladder, each source on both sides of its edge, and what the carer answers. */

#include "records-test.h"

#include "tend-clients.h"
#include "tend-due.h"
#include "tend-invoices.h"

/* The ladder, told slowly: every step there is, from the first to the last. */
static gboolean
slow_step (int  days,
           int  lead,
           int *step)
{
  gboolean reached = FALSE;

  for (int at = 90; at >= -1000; at--)
    {
      gboolean is_step = at == 90 || at == 60 || at == 30 || at == 14 || at == 7 || at == 1 ||
                         at == 0 || (at < 0 && -at % 7 == 0);

      if (is_step && days <= at)
        {
          reached = TRUE;
          *step = at;
        }
    }

  return reached && days <= lead;
}

static void
test_ladder (void)
{
  static const int leads[] = { 90, 60, 30, 14, 7, 5, 1, 0, -1 };

  for (gsize i = 0; i < G_N_ELEMENTS (leads); i++)
    for (int days = 400; days >= -800; days--)
      {
        int expected = 0, step = 0;
        gboolean reached = slow_step (days, leads[i], &expected);

        g_assert_cmpint (tend_due_step (days, leads[i], &step), ==, reached);
        if (reached)
          g_assert_cmpint (step, ==, expected);
      }
}

/* "kind subject days step" of each, a line each. */
static char *
list (Fixture    *fixture,
      const char *on)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = tend_due_items (fixture->vault, day (on), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      const TendDueItem *item = items->pdata[i];

      if (!g_str_equal (item->kind, "back_up"))
        g_string_append_printf (text, "%s %s %d %d\n", item->kind, item->subject, item->days,
                                item->step);
    }

  return g_string_free (text, FALSE);
}

static void
assert_list (Fixture    *fixture,
             const char *on,
             const char *expected)
{
  g_autofree char *text = list (fixture, on);

  g_assert_cmpstr (text, ==, expected);
}

static void
add_provider (Fixture    *fixture,
              const char *schemes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) provider = tend_provider_load (fixture->vault, &error);

  tend_record_set_text (provider, "own_name", "Christine");
  tend_record_set_text (provider, "schemes", schemes);
  g_assert_true (tend_record_save (fixture->vault, provider, NULL, &error));
}

/* An insurance is spoken of from 90 days before its last day; a new one takes its place. */
static void
test_credential (Fixture       *fixture,
                 gconstpointer  data)
{
  add_record (fixture, &tend_credential_kind, "old", "kind", "public_liability", "expires_on",
              "2026-06-30", NULL);

  assert_list (fixture, "2026-03-31", ""); /* 91 days */
  assert_list (fixture, "2026-04-01", "public_liability credential/old 90 90\n");
  assert_list (fixture, "2026-05-30", "public_liability credential/old 31 60\n");
  assert_list (fixture, "2026-06-29", "public_liability credential/old 1 1\n");
  assert_list (fixture, "2026-06-30", "public_liability credential/old 0 0\n");
  assert_list (fixture, "2026-07-01", "public_liability credential/old -1 0\n");
  assert_list (fixture, "2026-07-14", "public_liability credential/old -14 -14\n");

  add_record (fixture, &tend_credential_kind, "new", "kind", "public_liability", "replaces", "old",
              "issued_on", "2026-07-01", "expires_on", "2027-06-30", NULL);
  assert_list (fixture, "2026-07-14", "");

  /* So does a longer one that does not say which; of courses only one of the same name. */
  add_record (fixture, &tend_credential_kind, "longer", "kind", "public_liability", "issued_on",
              "2027-06-01", "expires_on", "2028-06-30", NULL);
  assert_list (fixture, "2027-06-30", "");
  add_record (fixture, &tend_credential_kind, "aid", "kind", "training", "title", "First aid",
              "expires_on", "2026-07-14", NULL);
  add_record (fixture, &tend_credential_kind, "food", "kind", "training", "title", "Food",
              "expires_on", "2029-07-14", NULL);
  assert_list (fixture, "2026-07-14", "training credential/aid 0 0\n");
}

static void
assert_detail (Fixture    *fixture,
               const char *on,
               const char *subject,
               const char *detail)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = tend_due_items (fixture->vault, day (on), &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      const TendDueItem *item = items->pdata[i];

      if (!g_str_equal (item->subject, subject))
        continue;
      g_assert_cmpstr (item->detail, ==, detail);
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
}

/* Days between one policy and the next are said as long as something can be done about them. */
static void
test_gap (Fixture       *fixture,
          gconstpointer  data)
{
  add_provider (fixture, "cambridgeshire");
  add_record (fixture, &tend_credential_kind, "old", "kind", "public_liability", "issued_on",
              "2025-07-01", "expires_on", "2026-06-30", "cover_pence", "500000000", NULL);
  add_record (fixture, &tend_credential_kind, "new", "kind", "public_liability", "issued_on",
              "2026-07-06", "expires_on", "2027-07-05", "cover_pence", "500000000", NULL);

  assert_detail (fixture, "2026-06-30", "credential/old",
                 "For Cambridgeshire Care Micro-Enterprises the last good day is 30 June 2026. "
                 "The next one begins on 6 July 2026, and between them none is in force: ask "
                 "your insurer to close the gap.");
  assert_detail (fixture, "2026-07-05", "credential/old",
                 "For Cambridgeshire Care Micro-Enterprises the last good day was 30 June 2026. "
                 "The next one begins on 6 July 2026, and between them none is in force: ask "
                 "your insurer to close the gap.");
  assert_detail (fixture, "2027-07-05", "credential/new",
                 "For Cambridgeshire Care Micro-Enterprises the last good day is 5 July 2027.");

  add_record (fixture, &tend_credential_kind, "between", "kind", "public_liability", "issued_on",
              "2026-07-01", "expires_on", "2026-07-05", "cover_pence", "500000000", NULL);
  assert_list (fixture, "2026-06-30", "quarterly_return quarterly_return/2026-Q1 5 7\n");
}

/* S05: a DBS certificate of 15 March 2024 is good to that day of 2026 for Cambridgeshire and
 * of 2027 for Staffordshire, each with a clock of its own. */
static void
test_two_schemes (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = NULL;
  const TendDueItem *item;

  add_provider (fixture, "cambridgeshire\nstaffordshire");
  add_record (fixture, &tend_credential_kind, "d", "kind", "dbs", "issued_on", "2024-03-15", NULL);

  assert_list (fixture, "2026-02-01", "dbs credential/d 42 60\n");
  assert_list (fixture, "2026-03-01", "dbs credential/d 14 14\n");
  assert_list (fixture, "2026-11-21", "dbs credential/d -251 -245\n");
  assert_list (fixture, "2027-02-01", "dbs credential/d -323 -322\ndbs credential/d 42 60\n");

  items = tend_due_items (fixture->vault, day ("2027-02-01"), &error);
  item = items->pdata[0];
  g_assert_cmpstr (item->scheme, ==, "cambridgeshire");
  item = items->pdata[1];
  g_assert_cmpstr (item->scheme, ==, "staffordshire");
  g_assert_cmpint (item->due_on, ==, day ("2027-03-15"));
}

/* The subscription has a clock of its own; a new certificate can join for 30 days. */
static void
test_update_service (Fixture       *fixture,
                     gconstpointer  data)
{
  add_record (fixture, &tend_credential_kind, "dbs", "kind", "dbs", "issued_on", "2026-05-01",
              NULL);
  assert_list (fixture, "2026-05-01", "update_service_join credential/dbs 30 30\n");
  assert_list (fixture, "2026-05-31", "update_service_join credential/dbs 0 0\n");
  assert_list (fixture, "2026-06-01", "");

  add_record (fixture, &tend_credential_kind, "paid", "kind", "dbs", "issued_on", "2026-05-01",
              "update_service_until", "2027-05-01", NULL);
  assert_list (fixture, "2027-04-01", "update_service credential/paid 30 30\n");
}

/* A year after they were signed, or last looked at (ST27). */
static void
test_standards (Fixture       *fixture,
                gconstpointer  data)
{
  add_record (fixture, &tend_credential_kind, "s", "kind", "standards", "scheme", "staffordshire",
              "issued_on", "2025-01-10", "checked_on", "2026-01-10", NULL);
  assert_list (fixture, "2026-10-11", "");
  assert_list (fixture, "2026-10-12", "standards_check credential/s 90 90\n");
}

/* Only the version in force is read through again. */
static void
test_policy (Fixture       *fixture,
             gconstpointer  data)
{
  add_record (fixture, &tend_policy_kind, "p1", "kind", "complaints", "version", "1", "starts_on",
              "2025-01-01", "review_on", "2026-01-01", NULL);
  assert_list (fixture, "2026-01-08", "policy policy/p1 -7 -7\n");
  add_record (fixture, &tend_policy_kind, "p2", "kind", "complaints", "version", "2", "starts_on",
              "2026-01-05", "review_on", "2027-01-05", NULL);
  assert_list (fixture, "2026-01-08", "");
}

static void
add_work (Fixture *fixture)
{
  add_record (fixture, &tend_service_kind, "care", "name", "Care", "kind", "support", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", "family_name", "O’Neill",
              "status", "active", "started_on", "2026-01-01", NULL);
  add_record (fixture, &tend_rate_kind, "r", "service", "care", "unit", "hour", "amount_pence",
              "2000", "valid_from", "2026-01-01", NULL);
}

/* The fifth of the month after the quarter (CA23); the one before only where there was work,
 * and neither once it was sent. */
static void
test_return (Fixture       *fixture,
             gconstpointer  data)
{
  add_provider (fixture, "cambridgeshire");
  add_work (fixture);

  assert_list (fixture, "2026-06-04", ""); /* 31 days */
  assert_list (fixture, "2026-06-05", "quarterly_return quarterly_return/2026-Q1 30 30\n");
  assert_list (fixture, "2026-07-06", "");

  add_record (fixture, &tend_visit_kind, "v", "client", "ann", "service", "care", "planned_start",
              "2026-06-30T09:00", "planned_end", "2026-06-30T10:00", "status", "done", "billing",
              "none", NULL);
  assert_list (fixture, "2026-07-05", "quarterly_return quarterly_return/2026-Q1 0 0\n");
  assert_list (fixture, "2026-07-12", "quarterly_return quarterly_return/2026-Q1 -7 -7\n");

  /* Nor is it forgotten with the next quarter, which had no work: 15 weeks. */
  assert_list (fixture, "2026-10-18", "quarterly_return quarterly_return/2026-Q1 -105 -105\n");

  /* Nor is it asked of whoever joined after the quarter. */
  add_record (fixture, &tend_credential_kind, "joined", "kind", "declaration", "scheme",
              "cambridgeshire", "issued_on", "2026-07-01", NULL);
  assert_list (fixture, "2026-07-12", "");

  add_record (fixture, &tend_quarterly_return_kind, "sent", "scheme", "cambridgeshire", "quarter",
              "2026-Q1", "sent_on", "2026-07-03", NULL);
  assert_list (fixture, "2026-07-12", "");
  /* January to March is the fourth quarter of the year before. */
  assert_list (fixture, "2027-03-20", "quarterly_return quarterly_return/2026-Q4 16 30\n");
}

/* Until everybody has been asked in the quarter. */
static void
test_feedback (Fixture       *fixture,
               gconstpointer  data)
{
  add_provider (fixture, "staffordshire");
  add_work (fixture);

  assert_list (fixture, "2026-05-30", "");
  assert_list (fixture, "2026-05-31", "feedback_request feedback_request/2026-Q1 30 30\n");
  add_record (fixture, &tend_feedback_request_kind, "q", "client", "ann", "asked_on", "2026-06-01",
              NULL);
  assert_list (fixture, "2026-06-20", "");
  assert_list (fixture, "2026-09-30", "feedback_request feedback_request/2026-Q2 0 0\n");
}

/* Two weeks before it begins (ST13, S16: off from 17 August is told by the 3rd). */
static void
test_time_off (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) time_off = NULL;

  add_record (fixture, &tend_time_off_kind, "t", "starts_on", "2026-08-17", "ends_on",
              "2026-08-30", "kind", "holiday", NULL);
  add_record (fixture, &tend_time_off_kind, "ill", "starts_on", "2026-08-17", "ends_on",
              "2026-08-18", "kind", "sick", NULL);
  assert_list (fixture, "2026-08-03", "time_off_told time_off/t 0 0\n");
  assert_list (fixture, "2026-08-17", "time_off_told time_off/t -14 -14\n");
  assert_list (fixture, "2026-08-18", "");

  time_off = tend_record_load (fixture->vault, &tend_time_off_kind, "t", &error);
  tend_record_set_int (time_off, "told", day ("2026-08-03"));
  g_assert_true (tend_record_save (fixture->vault, time_off, NULL, &error));
  assert_list (fixture, "2026-08-03", "");
}

/* Eight hours by the clock, three when it is urgent (CA24): late in the evening the next day. */
static void
test_service_request (Fixture       *fixture,
                      gconstpointer  data)
{
  add_record (fixture, &tend_service_request_kind, "a", "received_at", "2026-06-10T18:00", NULL);
  add_record (fixture, &tend_service_request_kind, "u", "received_at", "2026-06-10T18:00",
              "urgent", "true", NULL);
  add_record (fixture, &tend_service_request_kind, "done", "received_at", "2026-06-10T18:00",
              "answered_at", "2026-06-10T19:00", NULL);
  assert_list (fixture, "2026-06-10", "service_request service_request/u 0 0\n"
               "service_request service_request/a 1 1\n");
}

/* Reviews and follow-ups, one for each kind, person and day; they end with the care, what
 * happened does not. */
static void
test_care (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) client = NULL;

  add_work (fixture);
  add_record (fixture, &tend_risk_kind, "r1", "client", "ann", "hazard", "Rugs", "assessed_on",
              "2026-01-01", "review_on", "2026-06-10", NULL);
  add_record (fixture, &tend_risk_kind, "r2", "client", "ann", "hazard", "Steps", "assessed_on",
              "2026-01-01", "review_on", "2026-06-10", NULL);
  add_record (fixture, &tend_risk_kind, "r3", "client", "ann", "hazard", "Bath", "assessed_on",
              "2026-01-01", "review_on", "2026-06-11", NULL);
  add_record (fixture, &tend_incident_kind, "i", "client", "ann", "kind", "accident", "happened_at",
              "2026-06-01T09:00", "facts", "A fall.", "follow_up_on", "2026-06-09", NULL);
  add_record (fixture, &tend_feedback_kind, "what", "client", "ann", "kind", "complaint",
              "received_on", "2026-06-02", "words", "The gate.", NULL);

  assert_list (fixture, "2026-03-11", "incident incident/i 90 90\n");
  assert_list (fixture, "2026-06-10", "feedback feedback/what -8 -7\nincident incident/i -1 0\n"
               "risk risk/r1 0 0\nrisk risk/r3 1 1\n");

  client = tend_record_load (fixture->vault, &tend_client_kind, "ann", &error);
  tend_record_set_text (client, "status", "ended");
  tend_record_set_int (client, "ended_on", day ("2026-06-10"));
  g_assert_true (tend_record_save (fixture->vault, client, NULL, &error));
  assert_list (fixture, "2026-06-10", "feedback feedback/what -8 -7\nincident incident/i -1 0\n");
}

/* What the law sets a day for: 72 hours, one month, 30 days; it goes once it is done. */
static void
test_privacy (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) breach = NULL;
  g_autoptr(TendRecord) request = NULL;
  g_autoptr(TendRecord) complaint = NULL;

  add_work (fixture);
  add_record (fixture, &tend_data_breach_kind, "b", "what", "A letter went to the wrong house",
              "aware_at", "2026-06-09T08:00", NULL);
  add_record (fixture, &tend_information_request_kind, "r", "received_on", "2026-06-09",
              "asked_by", "Ann", NULL);
  add_record (fixture, &tend_feedback_kind, "f", "client", "ann", "kind", "complaint",
              "received_on", "2026-06-09", "words", "You told my sister", "about_data", "true",
              NULL);
  assert_list (fixture, "2026-06-10", "data_breach data_breach/b 2 7\n"
               "data_complaint feedback/f 29 30\n"
               "information_request information_request/r 29 30\n");

  breach = tend_record_load (fixture->vault, &tend_data_breach_kind, "b", &error);
  tend_record_set_text (breach, "risk", "unlikely");
  tend_record_set_text (breach, "risk_why", "It came back unopened");
  g_assert_true (tend_record_save (fixture->vault, breach, NULL, &error));
  request = tend_record_load (fixture->vault, &tend_information_request_kind, "r", &error);
  tend_record_set_int (request, "answered_on", day ("2026-06-10"));
  tend_record_set_text (request, "outcome", "withdrawn");
  g_assert_true (tend_record_save (fixture->vault, request, NULL, &error));
  complaint = tend_record_load (fixture->vault, &tend_feedback_kind, "f", &error);
  tend_record_set_int (complaint, "acknowledged_on", day ("2026-06-10"));
  g_assert_true (tend_record_save (fixture->vault, complaint, NULL, &error));
  assert_list (fixture, "2026-06-10", "");
}

/* Visits are to be invoiced once the period of the agreement is full; an invoice is asked
 * about from the day after it was due. */
static void
test_money (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) invoice = NULL;
  g_autofree char *expected = NULL;

  add_work (fixture);
  add_record (fixture, &tend_agreement_kind, "a", "client", "ann", "service", "care", "starts_on",
              "2026-01-01", "signed_on", "2026-01-01", "billing", "week", NULL);
  add_record (fixture, &tend_visit_kind, "v", "client", "ann", "service", "care", "planned_start",
              "2026-06-01T09:00", "planned_end", "2026-06-01T10:00", "status", "done", NULL);
  assert_list (fixture, "2026-06-07", "");
  assert_list (fixture, "2026-06-08", "unbilled client/ann 0 0\n");
  assert_list (fixture, "2026-06-15", "unbilled client/ann -7 -7\n");

  invoice = tend_invoice_issue (fixture->vault, "ann", day ("2026-06-01"), day ("2026-06-07"),
                                day ("2026-06-08"), &error);
  g_assert_no_error (error);
  expected = g_strdup_printf ("invoice invoice/%s -1 0\n", tend_record_get_id (invoice->record));
  assert_list (fixture, "2026-06-22", ""); /* 14 days to pay */
  assert_list (fixture, "2026-06-23", expected);
}

/* Both sides of the limit: £50,000.00 of turnover in 2024-25 is not in, a penny more is
 * (domain.md 4.3, S18). */
static void
test_tax (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) provider = NULL;

  add_work (fixture);
  add_record (fixture, &tend_payment_kind, "p", "client", "ann", "received_on", "2024-05-01",
              "amount_pence", "5000000", "method", "bank_transfer", NULL);

  /* Register by 5 October after the first year, until there is a tax reference. */
  assert_list (fixture, "2025-10-04", "tax_register tax/2025-10-05 1 1\n");
  assert_list (fixture, "2025-11-01", "tax_register tax/2025-10-05 -27 -21\n");
  provider = tend_provider_load (fixture->vault, &error);
  tend_record_set_text (provider, "own_name", "Christine");
  tend_record_set_text (provider, "utr", "1234567890");
  g_assert_true (tend_record_save (fixture->vault, provider, NULL, &error));

  /* 31 January 2026 is of 2024-25, the first year; the second half of a bill comes after it. */
  assert_list (fixture, "2025-11-01", "");
  assert_list (fixture, "2025-11-02", "tax_return tax/2026-01-31 90 90\n");
  assert_list (fixture, "2026-02-28", "tax_return tax/2026-01-31 -28 -28\n");
  assert_list (fixture, "2026-03-01", "");
  assert_list (fixture, "2026-07-31", "tax_payment tax/2026-07-31 0 0\n");
  add_record (fixture, &tend_payment_kind, "penny", "client", "ann", "received_on", "2025-04-05",
              "amount_pence", "1", "method", "bank_transfer", NULL);
  assert_list (fixture, "2026-07-31", "tax_payment tax/2026-07-31 0 0\n"
               "tax_update tax/2026-08-07 7 7\n");
}

static void
answer (Fixture      *fixture,
        const char   *on,
        TendDueState  state,
        const char   *until,
        const char   *reason)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = tend_due_items (fixture->vault, day (on), &error);
  g_autoptr(TendRecord) record = NULL;

  g_assert_cmpuint (items->len, ==, 1);
  record = tend_due_answer (items->pdata[0], state, until != NULL ? day (until) : TEND_DATE_NONE,
                            reason, day (on));
  tend_record_save (fixture->vault, record, NULL, &error);
  g_assert_no_error (error);
}

/* Later hides it until that day, the other answers for good; another day is another matter. */
static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  const char *due = "mot credential/m 10 14\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record = NULL;

  add_record (fixture, &tend_credential_kind, "m", "kind", "mot", "expires_on", "2026-06-20", NULL);
  assert_list (fixture, "2026-06-10", due);

  answer (fixture, "2026-06-10", TEND_DUE_SNOOZED, "2026-06-12", NULL);
  assert_list (fixture, "2026-06-11", "");
  assert_list (fixture, "2026-06-12", "mot credential/m 8 14\n");

  answer (fixture, "2026-06-12", TEND_DUE_DONE, NULL, NULL);
  assert_list (fixture, "2026-06-12", "");
  assert_list (fixture, "2026-07-12", "");

  record = tend_record_load (fixture->vault, &tend_credential_kind, "m", &error);
  tend_record_set_int (record, "expires_on", day ("2026-06-21"));
  g_assert_true (tend_record_save (fixture->vault, record, NULL, &error));
  assert_list (fixture, "2026-06-12", "mot credential/m 9 14\n");

  answer (fixture, "2026-06-12", TEND_DUE_NOT_APPLICABLE, NULL, "The car is sold.");
  assert_list (fixture, "2026-06-12", "");
}

/* Without a reason it is no answer. */
static void
test_reason (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(TendRecord) record = NULL;

  add_record (fixture, &tend_credential_kind, "m", "kind", "mot", "expires_on", "2026-06-20", NULL);
  items = tend_due_items (fixture->vault, day ("2026-06-20"), &error);
  record = tend_due_answer (items->pdata[0], TEND_DUE_NOT_APPLICABLE, TEND_DATE_NONE, NULL,
                            day ("2026-06-20"));
  g_assert_false (tend_record_save (fixture->vault, record, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminders/due/ladder", test_ladder);
  add_fixture_test ("/reminders/due/credential", test_credential);
  add_fixture_test ("/reminders/due/gap", test_gap);
  add_fixture_test ("/reminders/due/two-schemes", test_two_schemes);
  add_fixture_test ("/reminders/due/update-service", test_update_service);
  add_fixture_test ("/reminders/due/standards", test_standards);
  add_fixture_test ("/reminders/due/policy", test_policy);
  add_fixture_test ("/reminders/due/return", test_return);
  add_fixture_test ("/reminders/due/feedback", test_feedback);
  add_fixture_test ("/reminders/due/time-off", test_time_off);
  add_fixture_test ("/reminders/due/service-request", test_service_request);
  add_fixture_test ("/reminders/due/care", test_care);
  add_fixture_test ("/reminders/due/privacy", test_privacy);
  add_fixture_test ("/reminders/due/money", test_money);
  add_fixture_test ("/reminders/due/tax", test_tax);
  add_fixture_test ("/reminders/due/answers", test_answers);
  add_fixture_test ("/reminders/due/reason", test_reason);

  return g_test_run ();
}
