/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From records to the words on the page. */

#include "records-test.h"

#include "tend-compose.h"
#include "tend-ics.h"
#include "tend-week.h"

#include <string.h>

static void
add_people (Fixture *fixture)
{
  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh",
              "trading_name", "Marsh Care", "address", "7 Weaver Close\nLeek", "postcode",
              "ST13 9ZZ",
              "phone", "01632 960147", "payment_details", "Sort code 00-00-00",
              "complaints_to", "The council, 01632 960100", NULL);
  add_record (fixture, &tend_client_kind, "rose", "given_name", "Rosemary", "family_name",
              "Hartley",
              "preferred_name", "Rose", "address", "14 Station Terrace", "reference", "RH", NULL);
  add_record (fixture, &tend_person_kind, "son", "client", "rose", "name", "Alan Hartley",
              "relation", "family", "phone", "01632 960301", NULL);
  add_record (fixture, &tend_person_kind, "ann", "client", "rose", "name", "Ann Lee",
              "relation", "attorney", "organisation", "Lee and Sons", "address", "9 High Street",
              "pays_bills", "true", NULL);
  add_record (fixture, &tend_service_kind, "care", "name", "Personal care", NULL);
  add_record (fixture, &tend_service_kind, "night", "name", "Sleep-in", "kind", "sleep_in", NULL);
}

static void
add_rates (Fixture *fixture)
{
  add_record (fixture, &tend_rate_kind, "1", "applies", "weekday", "amount_pence", "2000", NULL);
  add_record (fixture, &tend_rate_kind, "2", "applies", "weekday", "amount_pence", "2200",
              "starts_at", "18:00", "ends_at", "22:00", NULL);
  add_record (fixture, &tend_rate_kind, "3", "applies", "bank_holiday", "amount_pence", "3000",
              NULL);
  add_record (fixture, &tend_rate_kind, "4", "applies", "any", "amount_pence", "2100", NULL);
  add_record (fixture, &tend_rate_kind, "5", "service", "night", "unit", "night", "amount_pence",
              "8472", NULL);
  add_record (fixture, &tend_rate_kind, "6", "unit", "mile", "amount_pence", "45", NULL);
  add_record (fixture, &tend_rate_kind, "7", "applies", "fixed_date", "fixed_date", "12-25",
              "amount_pence", "4000", "valid_to", "2026-12-31", NULL);
  add_record (fixture, &tend_rate_kind, "8", "applies", "any", "amount_pence", "1500",
              "valid_to", "2026-01-31", NULL);
}

static void
add_agreement (Fixture    *fixture,
               const char *wording)
{
  add_record (fixture, &tend_agreement_kind, "a", "client", "rose", "service", "care",
              "starts_on", "2026-02-01", "billing", "fortnight", "payment_days", "21",
              "mileage_charge", "true", "cancellation_hours", "24", "cancellation_percent", "50",
              "direct_payment_rate_pence", "1659", "wording", wording, NULL);
  add_record (fixture, &tend_pattern_kind, "p", "client", "rose", "service", "care",
              "rrule", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH", "starts_on", "2026-02-02",
              "starts_at", "08:00", "minutes", "45", NULL);
}

static void
add_visit (Fixture    *fixture,
           const char *id,
           const char *start,
           const char *end)
{
  add_record (fixture, &tend_visit_kind, id, "client", "rose", "service", "care",
              "planned_start", start, "planned_end", end, "status", "done", NULL);
}

static char *
words_of (TendDocument *document)
{
  GString *text = g_string_new (NULL);

  g_assert_nonnull (document);
  for (int page = 0; page < tend_document_get_n_pages (document); page++)
    {
      g_autofree char *words = tend_document_dup_page_text (document, page);

      g_string_append_printf (text, "%s\n", words);
    }

  return g_string_free (text, FALSE);
}

#define assert_has(text, part) \
  G_STMT_START { \
    if (strstr (text, part) == NULL) \
      g_error ("“%s” is not on the page:\n%s", part, text); \
  } G_STMT_END
#define assert_lacks(text, part) \
  G_STMT_START { \
    if (strstr (text, part) != NULL) \
      g_error ("“%s” is on the page:\n%s", part, text); \
  } G_STMT_END

/* The people of the contingency plan come first, in its order, and none of them twice. */
static void
test_plan_b (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TendContractValues) before = NULL, after = NULL;
  g_autoptr(GError) error = NULL;

  add_people (fixture);
  add_rates (fixture);
  add_agreement (fixture, "");
  add_record (fixture, &tend_person_kind, "friend", "client", "rose", "name", "Dilys",
              "relation", "friend", "phone", "2", NULL);
  add_record (fixture, &tend_person_kind, "near", "client", "rose", "name", "Bernard",
              "relation", "neighbour", "phone", "3", NULL);
  before = tend_compose_contract_load (fixture->vault, "rose", day ("2026-02-10"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tend_compose_contract_sheet (before)->plan_b, ==,
                   "Dilys\t2\nBernard\t3\nAlan Hartley\t01632 960301");

  add_record (fixture, &tend_contingency_plan_kind, "k", "client", "rose", "updated_on",
              "2026-02-01", "carer_ill", "Ring them.", NULL);
  add_record (fixture, &tend_contingency_contact_kind, "k1", "contingency_plan", "k", "position",
              "0", "person", "son", NULL);
  add_record (fixture, &tend_contingency_contact_kind, "k2", "contingency_plan", "k", "position",
              "1", "person", "friend", NULL);
  add_record (fixture, &tend_contingency_contact_kind, "k3", "contingency_plan", "k", "position",
              "2", "person", "son", NULL);
  after = tend_compose_contract_load (fixture->vault, "rose", day ("2026-02-10"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tend_compose_contract_sheet (after)->plan_b, ==,
                   "Alan Hartley\t01632 960301\nDilys\t2\nBernard\t3");
}

static void
test_contract (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TendContractValues) values = NULL;
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *rates = NULL;
  g_autofree char *text = NULL;
  const TendContractSheet *sheet;

  add_people (fixture);
  add_rates (fixture);
  add_agreement (fixture, "");

  /* Before it begins it is the agreement to come. */
  values = tend_compose_contract_load (fixture->vault, "rose", day ("2026-01-10"), &error);
  g_assert_no_error (error);
  sheet = tend_compose_contract_sheet (values);
  g_assert_cmpstr (sheet->client_name, ==, "Rosemary Hartley");
  g_assert_cmpstr (sheet->representative, ==, "Ann Lee");
  g_assert_cmpstr (sheet->representative_role, ==, "attorney");
  g_assert_cmpstr (sheet->paid_by, ==, "Ann Lee");
  g_assert_cmpstr (sheet->plan_b, ==, "Alan Hartley\t01632 960301");
  g_assert_cmpstr (sheet->billing, ==, "every two weeks");
  g_assert_cmpstr (sheet->times, ==, "Every week on Monday and Thursday\t08:00–08:45");
  g_assert_cmpint (sheet->payment_days, ==, 21);
  g_assert_cmpint (sheet->notice_days, ==, 14);
  g_assert_cmpint (sheet->mileage_pence, ==, 45);
  g_assert_cmpint (sheet->made_on, ==, day ("2026-01-10"));
  g_assert_cmpstr (sheet->services[0], ==, "Personal care");
  g_assert_null (sheet->services[1]);

  /* Only what comes to be used for this care: no night, no price that is over. */
  rates = g_strjoinv ("\n", (char **) sheet->rates);
  g_assert_cmpstr (rates, ==,
                   "Monday to Friday\t£20.00 an hour\n"
                   "Monday to Friday, from 18:00 to 22:00\t£22.00 an hour\n"
                   "Any day\t£21.00 an hour\n"
                   "Bank holiday\t£30.00 an hour\n"
                   "25 December\t£40.00 an hour, until 31 December 2026");

  document = tend_compose_contract_document (values, &error);
  g_assert_no_error (error);
  text = words_of (document);
  assert_has (text, "Rosemary Hartley");
  assert_has (text, "Marsh Care");
  assert_has (text, "at least 24 hours before");
}

/* Printed again, it says from when a price is that was not in what was signed, and when it
 * was printed; prices go by the week, whatever their order in the rate card. */
static void
test_contract_again (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TendContractValues) values = NULL;
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *rates = NULL;
  g_autofree char *text = NULL;
  const TendContractSheet *sheet;

  add_people (fixture);
  add_record (fixture, &tend_agreement_kind, "a", "client", "rose", "service", "care",
              "starts_on", "2025-03-03", "signed_on", "2025-02-26", NULL);
  add_record (fixture, &tend_rate_kind, "1", "applies", "bank_holiday", "amount_pence", "3000",
              NULL);
  add_record (fixture, &tend_rate_kind, "2", "applies", "sunday", "amount_pence", "2400",
              "valid_from", "2026-04-01", NULL);
  add_record (fixture, &tend_rate_kind, "3", "applies", "saturday", "amount_pence", "2200", NULL);
  add_record (fixture, &tend_rate_kind, "4", "applies", "weekday", "amount_pence", "2000",
              "valid_from", "2026-04-01", "valid_to", "2027-03-31", NULL);
  add_record (fixture, &tend_rate_kind, "5", "applies", "weekday", "amount_pence", "2100",
              "valid_from", "2027-04-01", NULL);

  values = tend_compose_contract_load (fixture->vault, "rose", day ("2026-11-24"), &error);
  g_assert_no_error (error);
  sheet = tend_compose_contract_sheet (values);
  g_assert_cmpint (sheet->made_on, ==, day ("2025-02-26"));
  rates = g_strjoinv ("\n", (char **) sheet->rates);
  g_assert_cmpstr (rates, ==,
                   "Monday to Friday\t£20.00 an hour, since 1 April 2026, until 31 March 2027\n"
                   "Monday to Friday\t£21.00 an hour, from 1 April 2027\n"
                   "Saturday\t£22.00 an hour\n"
                   "Sunday\t£24.00 an hour, since 1 April 2026\n"
                   "Bank holiday\t£30.00 an hour");
  document = tend_compose_contract_document (values, &error);
  g_assert_no_error (error);
  text = words_of (document);
  assert_has (text, "Printed on 24 November 2026");
  assert_has (text, "A price can change as it says under");
}

static void
test_contract_wording (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(TendContractValues) values = NULL;
  g_autoptr(TendDocument) own = NULL;
  g_autoptr(TendDocument) other = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  add_people (fixture);
  g_assert_null (tend_compose_contract_load (fixture->vault, "rose", day ("2026-02-10"), &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_clear_error (&error);

  add_agreement (fixture, "# My own words for {{client.name}}");
  values = tend_compose_contract_load (fixture->vault, "rose", day ("2026-02-10"), &error);
  g_assert_no_error (error);
  own = tend_compose_contract_document (values, &error);
  text = words_of (own);
  assert_has (text, "My own words for Rosemary Hartley");

  tend_compose_contract_set_wording (values, "{{clint.name}}");
  g_assert_null (tend_compose_contract_document (values, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);
  tend_compose_contract_set_wording (values, NULL);
  other = tend_compose_contract_document (values, &error);
  g_assert_no_error (error);
}

/* The values outlive the vault and may be used in another thread. */
static gpointer
draw_invoice (gpointer values)
{
  g_autoptr(TendDocument) document = tend_compose_invoice_document (values);

  return words_of (document);
}

static void
test_invoice (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TendInvoiceValues) draft = NULL;
  TendInvoiceValues *values;
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(TendInvoice) invoice = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *draft_text = NULL;
  g_autofree char *text = NULL;

  add_people (fixture);
  add_rates (fixture);
  add_agreement (fixture, "");
  add_visit (fixture, "v", "2026-06-02T08:00", "2026-06-02T09:30"); /* a Tuesday: £30.00 */

  draft =
    tend_compose_invoice_load_draft (fixture->vault, "rose", day ("2026-06-01"), day ("2026-06-14"),
                                           day ("2026-06-15"), &error);
  g_assert_no_error (error);
  document = tend_compose_invoice_document (draft);
  draft_text = words_of (document);
  assert_has (draft_text, "£30.00");

  invoice = tend_invoice_issue (fixture->vault, "rose", day ("2026-06-01"), day ("2026-06-14"),
                                day ("2026-06-15"), &error);
  g_assert_no_error (error);
  add_record (fixture, &tend_payment_kind, "pay", "client", "rose",
              "invoice", tend_record_get_id (invoice->record), "received_on", "2026-06-20",
              "amount_pence", "1000", "method", "cash", NULL);

  values = tend_compose_invoice_load (fixture->vault,
                                      tend_record_get_text (invoice->record, "number"), &error);
  g_assert_no_error (error);
  text = g_thread_join (g_thread_new ("draw", draw_invoice, values));
  tend_invoice_values_free (values);

  assert_has (text, "Marsh Care");
  assert_has (text, "Christine Marsh");
  assert_has (text, "Ann Lee");
  assert_has (text, "9 High Street");
  assert_has (text, "Rose Hartley");
  assert_has (text, "Cash");
  assert_has (text, "£20.00"); /* left to pay */
  assert_has (text, "Sort code 00-00-00");
  /* 90 minutes at £16.59, and what is above it. */
  assert_has (text, "£24.89");
  assert_has (text, "£5.11");

  g_assert_null (tend_compose_invoice_load (fixture->vault, "nothing", &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND);
}

static void
test_statement (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(TendStatementValues) values = NULL;
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(TendInvoice) invoice = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  add_people (fixture);
  add_rates (fixture);
  add_visit (fixture, "v", "2026-06-02T08:00", "2026-06-02T09:30");
  invoice = tend_invoice_issue (fixture->vault, "rose", day ("2026-06-01"), day ("2026-06-14"),
                                day ("2026-06-15"), &error);
  g_assert_no_error (error);

  values = tend_compose_statement_load (fixture->vault, "rose", day ("2026-07-31"), &error);
  g_assert_no_error (error);
  document = tend_compose_statement_document (values);
  text = words_of (document);
  assert_has (text, "Ann Lee");
  assert_has (text, "Lee and Sons");
  assert_has (text, "9 High Street");
  assert_has (text, "£30.00 is past its date");
}

static void
test_rota (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TendRotaValues) values = NULL;
  g_autoptr(TendRotaValues) public = NULL;
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(TendDocument) public_document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *public_text = NULL;

  add_people (fixture);
  add_rates (fixture);
  add_visit (fixture, "v", "2026-06-02T08:00", "2026-06-02T09:30");
  add_visit (fixture, "w", "2026-06-02T09:00", "2026-06-02T10:00");
  add_record (fixture, &tend_time_off_kind, "t", "starts_on", "2026-06-06", "ends_on", "2026-06-07",
              NULL);

  values = tend_compose_rota_load (fixture->vault, day ("2026-06-01"), TRUE, &error);
  g_assert_no_error (error);
  document = tend_compose_rota_document (values);
  text = words_of (document);
  assert_has (text, "Rose Hartley");
  assert_has (text, "£50.00");

  public = tend_compose_rota_load (fixture->vault, day ("2026-06-01"), FALSE, &error);
  public_document = tend_compose_rota_document (public);
  public_text = words_of (public_document);
  g_assert_null (strstr (public_text, "£"));
}

static void
test_earnings (Fixture       *fixture,
               gconstpointer  data)
{
  const TendEarningsBy all[] = { TEND_EARNINGS_WEEK, TEND_EARNINGS_MONTH, TEND_EARNINGS_CLIENT,
                                 TEND_EARNINGS_SERVICE, TEND_EARNINGS_FUNDING };
  const char * const wanted[] =
    { "Week of 1 June 2026", "June 2026", "Rose Hartley", "Personal care",
                                  "Pays privately" };

  add_people (fixture);
  add_rates (fixture);
  add_visit (fixture, "v", "2026-06-02T08:00", "2026-06-02T09:30");

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TendEarningsValues) values =
        tend_compose_earnings_load (fixture->vault, day ("2026-06-01"), day ("2026-07-31"), all[i],
                                    &error);
      g_autoptr(TendDocument) document = NULL;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      document = tend_compose_earnings_document (values);
      text = words_of (document);
      assert_has (text, wanted[i]);
      assert_has (text, "£30.00");
    }
}

static void
test_mileage (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(TendMileageValues) values = NULL;
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  add_people (fixture);
  add_rates (fixture);
  add_agreement (fixture, "");
  add_record (fixture, &tend_vehicle_kind, "van", "name", "The van", "kind", "van", NULL);
  /* Scenario S03: cars and vans together cross 10,000 miles: £4,500.00 and £6.75. */
  add_record (fixture, &tend_trip_kind, "1", "date", "2025-06-01", "kind", "training",
              "miles_tenths", "99856", NULL);
  add_record (fixture, &tend_trip_kind, "2", "date", "2026-03-03", "kind", "errand", "miles_tenths",
              "102", "vehicle", "van", NULL);
  add_record (fixture, &tend_trip_kind, "3", "date", "2026-03-04", "kind", "errand", "miles_tenths",
              "87", NULL);
  add_record (fixture, &tend_trip_kind, "4", "date", "2026-03-05", "kind", "with_client",
              "miles_tenths", "225",
              "client", "rose", "chargeable", "true", "purpose", "to the sea", NULL);

  values = tend_compose_mileage_load (fixture->vault, day ("2025-04-06"), day ("2026-11-24"),
                                      &error);
  g_assert_no_error (error);
  document = tend_compose_mileage_document (values);
  text = words_of (document);
  assert_has (text, "£4,506.75");
  assert_has (text, "£4,500.00");
  assert_has (text, "£6.75");
  assert_has (text, "Out with a client, Rose Hartley: to the sea");
  assert_has (text, "£10.13"); /* 22.5 miles at 45p, half away from zero */
  assert_has (text, "The van");
  assert_has (text, "the first 10,000 miles at 45p");
  assert_has (text, "10,027.0");
  assert_has (text, "5 April 2026");
  assert_has (text, "Journeys between home and clients are not counted as business.");
  assert_lacks (text, "Worth checking");
}

/* Of the year that runs, what has passed, and that its rate may yet change. */
static void
test_mileage_now (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(TendMileageValues) values = NULL;
  g_autoptr(TendMileageValues) ahead = NULL;
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(TendDocument) later = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *later_text = NULL;

  add_record (fixture, &tend_provider_kind, NULL, "own_name", "Christine Marsh",
              "home_journeys_are_business", "true", NULL);
  add_record (fixture, &tend_trip_kind, "1", "date", "2026-06-01", "kind", "home_to_client",
              "miles_tenths", "47742", NULL);
  values = tend_compose_mileage_load (fixture->vault, day ("2026-04-06"), day ("2026-11-24"),
                                      &error);
  g_assert_no_error (error);
  document = tend_compose_mileage_document (values);
  text = words_of (document);
  assert_has (text, "6 April – 24 November 2026");
  assert_lacks (text, "5 April 2027");
  assert_has (text, "4,774.2 business miles");
  assert_has (text, "Journeys between home and clients are counted as business");
  assert_has (text, "Worth checking before the tax return");
  assert_has (text, "the rate of 55p a mile was announced");

  /* A journey that is written down ahead is on it, too. */
  add_record (fixture, &tend_trip_kind, "2", "date", "2026-12-01", "kind", "training",
              "miles_tenths", "10", NULL);
  ahead = tend_compose_mileage_load (fixture->vault, day ("2026-04-06"), day ("2026-11-24"),
                                     &error);
  g_assert_no_error (error);
  later = tend_compose_mileage_document (ahead);
  later_text = words_of (later);
  assert_has (later_text, "6 April – 1 December 2026");
}

static void
test_recovery (void)
{
  g_autoptr(TendDocument) document =
    tend_compose_recovery_document ("9JG7R-6FQ6P-XEAMG-D7GQ3-QAG4T-RY9DC-TMP4H", "Christine Marsh",
                                    day ("2026-06-02"));
  g_autofree char *text = words_of (document);

  assert_has (text, "9JG7R");
  assert_has (text, "TMP4H");
  assert_has (text, "Christine Marsh");
}

static void
test_ics (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(TendWeek) week = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  add_people (fixture);
  add_visit (fixture, "night", "2026-10-24T22:00", "2026-10-25T07:00");
  add_record (fixture, &tend_visit_kind, "off", "client", "rose", "planned_start",
              "2026-10-20T10:00",
              "planned_end", "2026-10-20T11:00", "status", "cancelled", NULL);
  add_record (fixture, &tend_time_off_kind, "t", "starts_on", "2026-10-22", "ends_on", "2026-10-23",
              NULL);

  week = tend_week_load (fixture->vault, day ("2026-10-19"), 7, &error);
  g_assert_no_error (error);
  text = tend_ics_week (week, 1781000000);
  assert_has (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
  /* Ten hours, over the clocks going back. */
  assert_has (text, "SUMMARY:Rose Hartley\\, Personal care\r\n"
                    "DTSTART:20261024T210000Z\r\nDTEND:20261025T070000Z\r\nSTATUS:CONFIRMED\r\n");
  assert_has (text, "DTSTART:20261020T090000Z\r\nDTEND:20261020T100000Z\r\nSTATUS:CANCELLED\r\n");
  assert_has (text,
              "SUMMARY:Holiday\r\nDTSTART;VALUE=DATE:20261022\r\nDTEND;VALUE=DATE:20261024\r\n");
  assert_has (text, "UID:visit-night@tend\r\nDTSTAMP:20260609T101320Z\r\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_fixture_test ("/exchange/compose/contract", test_contract);
  add_fixture_test ("/exchange/compose/plan-b", test_plan_b);
  add_fixture_test ("/exchange/compose/contract-again", test_contract_again);
  add_fixture_test ("/exchange/compose/contract-wording", test_contract_wording);
  add_fixture_test ("/exchange/compose/invoice", test_invoice);
  add_fixture_test ("/exchange/compose/statement", test_statement);
  add_fixture_test ("/exchange/compose/rota", test_rota);
  add_fixture_test ("/exchange/compose/earnings", test_earnings);
  add_fixture_test ("/exchange/compose/mileage", test_mileage);
  add_fixture_test ("/exchange/compose/mileage-now", test_mileage_now);
  g_test_add_func ("/exchange/compose/recovery", test_recovery);
  add_fixture_test ("/exchange/ics", test_ics);

  return g_test_run ();
}
