/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "records-test.h"

#include "tend-earnings.h"
#include "tend-figures.h"
#include "tend-invoices.h"
#include "tend-journeys.h"
#include "tend-search.h"
#include "tend-care-due.h"
#include "tend-today.h"

#include <string.h>

static void
add_trip (Fixture    *fixture,
          const char *date,
          const char *tenths,
          const char *kind,
          const char *vehicle)
{
  add_record (fixture, &tend_trip_kind, NULL, "date", date, "miles_tenths", tenths, "kind", kind,
              "vehicle", vehicle, NULL);
}

static void
assert_claim (Fixture    *fixture,
              const char *tax_year,
              gint64      tenths,
              gint64      pence)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendMileageYear) year =
    tend_mileage_year_load (fixture->vault, tend_tax_year_parse (tax_year), &error);

  g_assert_no_error (error);
  g_assert_cmpint (year->miles_tenths, ==, tenths);
  g_assert_cmpint (year->claim_pence, ==, pence);
}

/* Scenario S03, and that cars and vans share the limit. */
static void
test_mileage (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) provider = make_record (&tend_provider_kind, NULL, "own_name", "Christine",
                                                NULL);

  add_record (fixture, &tend_vehicle_kind, "car", "name", "Fiesta", "kind", "car", NULL);
  add_record (fixture, &tend_vehicle_kind, "van", "name", "Transit", "kind", "van", NULL);
  add_record (fixture, &tend_vehicle_kind, "bike", "name", "Bicycle", "kind", "bicycle", NULL);

  add_trip (fixture, "2025-04-06", "99856", "between_clients", "van");
  add_trip (fixture, "2026-03-03", "102", "training", "car");
  add_trip (fixture, "2026-03-04", "87", "with_client", "car");
  add_trip (fixture, "2026-03-05", "225", "errand", "");
  assert_claim (fixture, "2025-26", 100270, 450675);

  /* Neither of these counts; the day after the year's end does in the next. */
  add_trip (fixture, "2026-03-05", "500", "private", "car");
  add_trip (fixture, "2026-03-05", "500", "home_to_client", "car");
  add_trip (fixture, "2026-04-06", "100", "training", "car");
  assert_claim (fixture, "2025-26", 100270, 450675);
  assert_claim (fixture, "2026-27", 100, 550);

  tend_record_set_int (provider, "home_journeys_are_business", TRUE);
  g_assert_true (tend_record_save (fixture->vault, provider, NULL, &error));
  assert_claim (fixture, "2025-26", 100770, 451925);

  add_trip (fixture, "2026-04-05", "100", "training", "bike");
  assert_claim (fixture, "2025-26", 100870, 452125);

  /* The carer's own figure replaces that of the same kind and day. */
  add_record (fixture, &tend_mileage_rate_kind, "own", "kind", "car", "from", "2026-04-06",
              "pence_first", "45",
              "pence_after", "25", "limit_tenths", "100000", NULL);
  assert_claim (fixture, "2026-27", 100, 450);
}

static void
test_bank_holidays (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct { const char *date; gboolean holiday; } cases[] = {
    { "2026-12-26", FALSE }, { "2026-12-28", TRUE }, { "2027-12-25", FALSE },
    { "2027-12-27", TRUE }, { "2027-12-28", TRUE }, { "2028-01-01", FALSE },
    { "2028-01-03", TRUE }, { "2025-08-25", TRUE }, { "2026-04-03", TRUE },
    { "2026-04-05", FALSE }, { "2022-06-02", TRUE }, { "2022-05-30", FALSE },
    { "2027-06-15", TRUE }, /* added by the carer */
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) holidays = NULL;

  add_record (fixture, &tend_bank_holiday_kind, "h", "date", "2027-06-15", "name", "A royal day",
              NULL);
  holidays = tend_figures_bank_holidays (fixture->vault, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tend_holidays_contain ((TendDate *) holidays->data, holidays->len,
                                            day (cases[i].date)), ==,
                     cases[i].holiday);
}

static void
add_year (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendInvoice) invoice = NULL;

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine", NULL);
  add_record (fixture, &tend_client_kind, "ann", "given_name", "Ann", "family_name", "O’Neill",
              NULL);
  add_record (fixture, &tend_client_kind, "bob", "given_name", "Bob", "funding", "council", NULL);
  add_record (fixture, &tend_service_kind, "care", "name", "Personal care", "kind", "personal_care",
              NULL);
  add_record (fixture, &tend_rate_kind, "r", "amount_pence", "2000", NULL);
  add_record (fixture, &tend_visit_kind, "v1", "client", "ann", "service", "care", "status", "done",
              "planned_start", "2026-05-29T10:00", "planned_end", "2026-05-29T11:00",
              "note", "Siân the district nurse called; knee sore.", NULL);
  add_record (fixture, &tend_visit_kind, "v2", "client", "bob", "status", "done",
              "planned_start", "2026-06-09T10:00", "planned_end", "2026-06-09T10:30", NULL);
  add_record (fixture, &tend_visit_kind, "v3", "client", "bob",
              "planned_start", "2026-06-10T10:00", "planned_end", "2026-06-10T10:30", NULL);

  invoice = tend_invoice_issue (fixture->vault, "ann", day ("2026-05-01"), day ("2026-05-31"),
                                day ("2026-06-01"), &error);
  g_assert_no_error (error);
  add_record (fixture, &tend_payment_kind, "p", "client", "ann", "invoice",
              tend_record_get_id (invoice->record),
              "received_on", "2026-06-12", "amount_pence", "1500", NULL);
}

static void
assert_earnings (Fixture        *fixture,
                 TendEarningsBy  by,
                 const char     *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendEarnings) earnings =
    tend_earnings_load (fixture->vault, day ("2026-05-25"), day ("2026-06-21"), by, &error);
  g_autoptr(GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < earnings->rows->len; i++)
    {
      TendEarningsRow *row = earnings->rows->pdata[i];

      g_string_append_printf (text, "%s %d/%d/%d/%d ", row->key,
                              (int) row->worked_pence, (int) row->invoiced_pence,
                              (int) row->received_pence, (int) row->minutes);
    }

  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpint (earnings->total.worked_pence, ==, 3000);
  g_assert_cmpint (earnings->total.invoiced_pence, ==, 2000);
  g_assert_cmpint (earnings->total.received_pence, ==, 1500);
  g_assert_cmpint (earnings->total.minutes, ==, 90);
}

static void
test_earnings (Fixture       *fixture,
               gconstpointer  data)
{
  add_year (fixture);
  assert_earnings (fixture, TEND_EARNINGS_WEEK,
                   "2026-W22 2000/0/0/60 2026-W23 0/2000/0/0 2026-W24 1000/0/1500/30 2026-W25 "
                   "0/0/0/0 ");
  assert_earnings (fixture, TEND_EARNINGS_MONTH, "2026-05 2000/0/0/60 2026-06 1000/2000/1500/30 ");
  assert_earnings (fixture, TEND_EARNINGS_CLIENT, "ann 2000/2000/1500/60 bob 1000/0/0/30 ");
  assert_earnings (fixture, TEND_EARNINGS_SERVICE, "care 2000/2000/1500/60 none 1000/0/0/30 ");
  assert_earnings (fixture, TEND_EARNINGS_KIND,
                   "personal_care 2000/2000/1500/60 none 1000/0/0/30 ");
  assert_earnings (fixture, TEND_EARNINGS_FUNDING, "self 2000/2000/1500/60 council 1000/0/0/30 ");
}

static void
assert_found (Fixture    *fixture,
              const char *text,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = tend_search (fixture->vault, text, 10, &error);
  g_autoptr(GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s ", ((TendFound *) found->pdata[i])->id);

  g_assert_cmpstr (ids->str, ==, expected);
}

/* By the beginnings of words, without regard to case, accents and odd signs. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) visit = NULL;

  add_year (fixture);
  assert_found (fixture, "onei", "ann "); /* O’Neill, as it is typed in a hurry */
  assert_found (fixture, "neill", "ann ");
  assert_found (fixture, "sian KNE", "v1 ");
  assert_found (fixture, "siân", "v1 ");
  assert_found (fixture, "nee", "");
  assert_found (fixture, "", "");
  assert_found (fixture, "\" OR ( * NEAR", "");
  assert_found (fixture, "bo", "bob ");

  visit = tend_record_load (fixture->vault, &tend_visit_kind, "v1", &error);
  tend_record_clear (visit, "note");
  g_assert_true (tend_record_save (fixture->vault, visit, NULL, &error));
  assert_found (fixture, "sian", "");
}

static void
assert_steps (Fixture    *fixture,
              const char *date,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendToday) today = tend_today_load (fixture->vault, day (date), &error);
  g_autoptr(GString) steps = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < today->next_steps->len; i++)
    {
      TendNextStep *step = today->next_steps->pdata[i];

      g_string_append_printf (steps, "%d:%s ", step->kind,
                              step->subject != NULL ? step->subject : "");
    }

  g_assert_cmpstr (steps->str, ==, expected);
}

static void
test_today (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *first = g_strdup_printf ("%d: ", TEND_NEXT_ADD_CLIENT);
  g_autofree char *later = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendToday) today = NULL;
  g_autoptr(TendInvoice) invoice = NULL;

  assert_steps (fixture, "2026-06-10", first);
  add_year (fixture);
  assert_steps (fixture, "2026-06-10", "");

  /* Five days on the planned visit is unrecorded, and Ann's last £5.00 are due on the 15th. */
  later = g_strdup_printf ("%d:v3 ", TEND_NEXT_RECORD_VISITS);
  assert_steps (fixture, "2026-06-15", later);

  today = tend_today_load (fixture->vault, day ("2026-06-16"), &error);
  g_assert_cmpuint (today->overdue->len, ==, 1);
  g_assert_cmpuint (today->unrecorded->len, ==, 1);
  g_assert_cmpuint (today->visits->len, ==, 0);
  g_assert_cmpint (((TendInvoiceRow *) today->overdue->pdata[0])->owed_pence, ==, 500);
}

/* Reviews and follow-ups, the longest due first, one for each kind, person and day; they go
 * once they are done (tests/reminders has the rest). */
static void
test_care_due (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) due = NULL;
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;

  add_year (fixture);
  add_record (fixture, &tend_risk_kind, "r1", "client", "ann", "hazard", "Rugs", "assessed_on",
              "2026-01-01", "review_on", "2026-06-10", NULL);
  add_record (fixture, &tend_risk_kind, "r2", "client", "ann", "hazard", "Steps", "assessed_on",
              "2026-01-01", "review_on", "2026-06-08", NULL);
  add_record (fixture, &tend_risk_kind, "r3", "client", "ann", "hazard", "Bath", "assessed_on",
              "2026-01-01", "review_on", "2026-06-11", NULL);
  add_record (fixture, &tend_risk_kind, "r5", "client", "ann", "hazard", "Stairs", "assessed_on",
              "2026-01-01", "review_on", "2026-06-08", NULL);
  add_record (fixture, &tend_risk_kind, "r4", "client", "ann", "hazard", "Gas", "assessed_on",
              "2026-01-01", "review_on", "2026-02-01", "closed_on", "2026-02-01", NULL);
  add_record (fixture, &tend_incident_kind, "done", "client", "ann", "kind", "accident",
              "happened_at", "2026-05-01T09:00", "facts", "A fall.", "follow_up_on", "2026-05-09",
              "followed_up_on", "2026-05-09", NULL);

  due = tend_care_due_list (fixture->vault, day ("2026-06-10"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (due->len, ==, 2);
  title = tend_care_due_title (due->pdata[0]);
  detail = tend_care_due_detail (due->pdata[0]);
  g_assert_cmpstr (title, ==, "Review the risks: Ann O’Neill");
  g_assert_cmpstr (detail, ==, "2 of them, for 8 June 2026.");
  g_assert_cmpstr (((TendCareDue *) due->pdata[1])->id, ==, "r1");
}

static void
test_unbilled (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) unbilled = NULL;
  TendUnbilled *entry;

  add_year (fixture);
  unbilled = tend_invoices_unbilled (fixture->vault, day ("2026-06-21"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (unbilled->len, ==, 1);
  entry = unbilled->pdata[0];
  g_assert_cmpstr (entry->client, ==, "bob");
  g_assert_cmpint (entry->from, ==, day ("2026-06-09"));
  g_assert_cmpuint (entry->n_visits, ==, 1);
  g_assert_cmpint (entry->amount_pence, ==, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_fixture_test ("/records/questions/mileage", test_mileage);
  add_fixture_test ("/records/questions/bank-holidays", test_bank_holidays);
  add_fixture_test ("/records/questions/earnings", test_earnings);
  add_fixture_test ("/records/questions/search", test_search);
  add_fixture_test ("/records/questions/today", test_today);
  add_fixture_test ("/records/questions/care-due", test_care_due);
  add_fixture_test ("/records/questions/unbilled", test_unbilled);

  return g_test_run ();
}
