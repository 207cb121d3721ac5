/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets that are a heading, a figure and a table: statement, earnings, mileage
 * log, rota and recovery sheet. */

#include "pdf-reader.h"
#include "tend-account-sheet.h"
#include "tend-earnings-sheet.h"
#include "tend-mileage-sheet.h"
#include "tend-recovery-sheet.h"
#include "tend-register-sheet.h"
#include "tend-rota-sheet.h"

#include <string.h>

static void
test_account (void)
{
  /* Scenario S01: an invoice of £263.00, of which £150.00 is paid. */
  const TendAccountLine lines[] = {
    { tend_date_new (2025, 8, 31), "Invoice", "2025-014", 26300, 26300 },
    { tend_date_new (2025, 9, 5), "Payment", "Bank transfer", -15000, 11300 },
  };
  TendAccountSheet sheet = {
    .seller = { .name = "Siân Prŷs" }, .payer = { .name = "Rose O’Neill" },
    .to = tend_date_new (2025, 9, 20), .lines = lines, .n_lines = 2,
    .closing_pence = 11300, .overdue_pence = 11300, .payment_details = "Sort code 00-00-00",
  };
  g_autoptr(TendDocument) document = tend_document_new_account (&sheet);
  g_autofree char *text = pdf_read_text (document);
  g_autoptr(TendDocument) credit = NULL;
  g_autofree char *credit_text = NULL;

  assert_has (text, "£263.00");
  assert_has (text, "−£150.00");
  assert_has (text, "Of this, £113.00 is past its date.");
  assert_has (text, "Sort code 00-00-00");
  g_assert_null (strstr (text, "Brought forward"));
  assert_pages_tidy (document);

  sheet.closing_pence = -500;
  sheet.overdue_pence = 0;
  sheet.from = tend_date_new (2025, 8, 1);
  sheet.opening_pence = 1200;
  credit = tend_document_new_account (&sheet);
  credit_text = pdf_read_text (credit);
  assert_has (credit_text, "Brought forward");
  assert_has (credit_text, "£12.00");
  assert_has (credit_text, "Held for you");
  assert_has (credit_text, "£5.00");
  g_assert_null (strstr (credit_text, "Sort code"));
}

static void
test_earnings (void)
{
  TendEarningsLine rows[52];
  char keys[52][32];
  TendEarningsSheet sheet = {
    .provider = "Siân Prŷs", .by = "Week", .from = tend_date_new (2026, 4, 6),
    .to = tend_date_new (2027, 4, 5), .rows = rows, .n_rows = G_N_ELEMENTS (rows),
  };
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_snprintf (keys[i], sizeof keys[i], "Week-%02d-", (int) i);
      rows[i] = (TendEarningsLine) { keys[i], "w", 10001, 20002, 30003, 61 };
    }
  document = tend_document_new_earnings (&sheet);
  text = pdf_read_text (document);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (count_text (text, keys[i]), ==, 1);
  /* 52 times each */
  assert_has (text, "£5,200.52");
  assert_has (text, "£10,401.04");
  assert_has (text, "£15,601.56");
  assert_has (text, "52 h 52 min");
  assert_has (text, "Worked");
  assert_pages_tidy (document);
}

static void
test_earnings_by_client (void)
{
  TendEarningsLine rows[40];
  char keys[40][64];
  TendEarningsSheet sheet = {
    .provider = "Siân Prŷs", .by = "Client", .from = tend_date_new (2026, 4, 6),
    .to = tend_date_new (2027, 4, 5), .kind = TEND_CHART_BARS, .rows = rows,
    .n_rows = G_N_ELEMENTS (rows),
  };
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(TendDocument) empty = NULL;
  g_autofree char *text = NULL;
  g_autofree char *nothing = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_snprintf (keys[i], sizeof keys[i], "Client-%02d- with a surname of uncommon length",
                  (int) i);
      rows[i] = (TendEarningsLine) { keys[i], NULL, 100000 - i * 1000, 0, 0, 600 };
    }
  document = tend_document_new_earnings (&sheet);
  text = pdf_read_text (document);
  /* In the table; the charts put those after the 19th together. */
  assert_has (text, "Client-39-");
  g_assert_cmpint (count_text (text, "Client-18-"), ==, 3);
  g_assert_cmpint (count_text (text, "Client-19-"), ==, 1);
  g_assert_cmpint (count_text (text, "All others"), ==, 2);
  assert_pages_tidy (document);

  sheet.n_rows = 0;
  empty = tend_document_new_earnings (&sheet);
  nothing = pdf_read_text (empty);
  assert_has (nothing, "No visits, invoices or payments yet.");
}

static void
test_mileage (void)
{
  TendMileageTrip trips[90];
  const TendMileageClaimLine claims[] = { { "Cars and vans, 45p", 100000, 450000 },
                                          { "Cars and vans above 10,000 miles, 25p", 270, 675 } };
  TendMileageSheet sheet = {
    .provider = "Siân Prŷs", .from = tend_date_new (2025, 4, 6), .to = tend_date_new (2026, 4, 5),
    .trips = trips, .n_trips = G_N_ELEMENTS (trips), .claims = claims, .n_claims = 2,
    .claim_pence = 450675,
  };
  char names[90][32];
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (trips); i++)
    {
      g_snprintf (names[i], sizeof names[i], "Place-%02d-", (int) i);
      trips[i] = (TendMileageTrip) {
        .date = tend_date_new (2025, 4, 6) + i, .from = "Home", .to = names[i],
        .purpose = "Between clients", .vehicle = "Skoda", .miles_tenths = 74,
        .business = i != 5, .charged_pence = i == 7 ? 333 : 0,
      };
    }
  document = tend_document_new_mileage (&sheet);
  text = pdf_read_text (document);
  for (gsize i = 0; i < G_N_ELEMENTS (trips); i++)
    g_assert_cmpint (count_text (text, names[i]), ==, 1);
  assert_has (text, "£4,506.75"); /* scenario S03 */
  assert_has (text, "658.6");     /* 89 x 7.4 */
  g_assert_cmpint (count_text (text, "£3.33"), ==, 3); /* trip, month, all */
  g_assert_cmpint (count_text (text, "Skoda"), ==, 1); /* one vehicle needs no column */
  assert_has (text, "April 2025");
  assert_has (text, "July 2025");
  assert_pages_tidy (document);
}

static void
test_rota (void)
{
  const TendDate monday = tend_date_new (2026, 6, 1);
  TendRotaVisit visits[60];
  char names[60][32];
  const TendRotaTimeOff off[] = { { monday + 6, monday + 9, "Holiday" } };
  TendRotaSheet sheet = {
    .provider = "Siân Prŷs", .week = monday, .visits = visits, .n_visits = G_N_ELEMENTS (visits),
    .time_off = off, .n_time_off = 1, .minutes = 1800,
  };
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;
  double width, height;

  for (gsize i = 0; i < G_N_ELEMENTS (visits); i++)
    {
      g_snprintf (names[i], sizeof names[i], "N%02dx", (int) i);
      visits[i] = (TendRotaVisit) {
        .client = names[i], .service = "Care", .state = i % 4, .color = i,
        .start = tend_time_resolve (monday + i % 7, 480 + (i / 7) * 70),
      };
      visits[i].end = visits[i].start + 1800;
    }
  document = tend_document_new_rota (&sheet);
  tend_document_get_page_size (document, &width, &height);
  g_assert_cmpfloat (width, >, height);
  text = pdf_read_text (document);
  /* Once in the chart, once in the table. */
  for (gsize i = 0; i < G_N_ELEMENTS (visits); i++)
    g_assert_cmpint (count_text (text, names[i]), ==, 2);
  g_assert_cmpint (count_text (text, "Holiday"), ==, 2);
  assert_has (text, "60 visits · 30 h 00 min");
  assert_has (text, "Missed");
  g_assert_null (strstr (text, "£"));
  first = pdf_read_tags (document);
  assert_has (first, "Figure");
  assert_pages_tidy (document);
}

/* Each day off in the week has its row, with visits on it or none. */
static void
test_rota_time_off (void)
{
  const TendDate monday = tend_date_new (2026, 6, 1);
  const TendRotaTimeOff off[] = { { monday - 3, monday, "Sick" },
                                  { monday + 1, monday + 2, "Training" },
                                  { monday + 2, monday + 9, NULL },
                                  { monday + 7, monday + 8, "Holiday" } };
  TendRotaSheet sheet = { .provider = "S", .week = monday, .time_off = off,
                          .n_time_off = G_N_ELEMENTS (off) };
  g_autoptr(TendDocument) document = tend_document_new_rota (&sheet);
  g_autofree char *text = pdf_read_text (document);
  g_autofree char *tags = pdf_read_tags (document);

  g_assert_cmpint (tend_document_get_n_pages (document), ==, 2);
  g_assert_cmpint (count_text (text, "All day"), ==, 1 + 2 + 5);
  g_assert_cmpint (count_text (text, "Training"), ==, 2 + 2);
  assert_has (text, "Monday 1 June 2026");
  assert_has (text, "Sunday 7 June 2026");
  g_assert_null (strstr (text, "8 June"));
  g_assert_null (strstr (text, "Total"));
  assert_has (tags, "Table");
  assert_pages_tidy (document);

  /* Nothing on either page where there is nothing. */
  sheet.n_time_off = 0;
  g_clear_pointer (&document, tend_document_unref);
  document = tend_document_new_rota (&sheet);
  g_assert_cmpint (tend_document_get_n_pages (document), ==, 1);
}

/* What is in the document lives on when the values are gone. */
static void
test_rota_keeps_its_own (void)
{
  const TendDate monday = tend_date_new (2026, 6, 1);
  char *name = g_strdup ("Rose");
  TendRotaVisit visit = { .client = name, .start = tend_time_resolve (monday, 600) };
  TendRotaSheet sheet = { .provider = "S", .week = monday, .visits = &visit, .n_visits = 1,
                          .minutes = 30 };
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  visit.end = visit.start + 1800;
  document = tend_document_new_rota (&sheet);
  memset (name, 'X', 4);
  g_free (name);
  text = pdf_read_text (document);
  g_assert_cmpint (count_text (text, "Rose"), ==, 2);
}

static void
test_recovery (void)
{
  const char *const groups[] = { "K7MPX", "3QHTR", "WD5NA", "9CVJE", "F2LYB", "8RSGU", "HHJ4K",
                                 NULL };
  const TendRecoverySheet sheet = { groups, "Siân Prŷs", tend_date_new (2026, 11, 21), NULL };
  g_autoptr(TendDocument) document = tend_document_new_recovery (&sheet);
  g_autofree char *text = tend_document_dup_page_text (document, 0);
  g_autofree char *pdf = pdf_read_text (document);

  g_assert_cmpint (tend_document_get_n_pages (document), ==, 1);
  for (int i = 0; groups[i]; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%d\n%s\n", i + 1, groups[i]);

      assert_has (text, numbered);
      g_assert_cmpint (count_text (pdf, groups[i]), ==, 1);
    }
  assert_has (text, "21 November 2026");
  /* design.md, section 4 */
  assert_has (text, "Keep this away from the laptop. Without this computer, and without this "
                    "sheet or your passphrase, nobody can open your records.");
  assert_pages_tidy (document);
}

/* A heading never stands alone at the foot of a page, however much is above it. */
static void
test_register (void)
{
  const char *const columns[] = { "Person", "Says" };
  const char *const safe[] = { "Last-R.H.", "a\nb\nc\nd\ne\nf\ng" };
  const guint most = 30;
  g_autoptr(GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < most * 2; i++)
    g_ptr_array_add (cells, (gpointer) (i % 2 == 0 ? "R.H." : "yes"));
  for (guint n = 10; n < most; n++)
    {
      TendRegisterTable tables[] = {
        { "Agreed", columns, 2, NULL, n }, { "Safe-heading", columns, 2, safe, 1 },
      };
      const TendRegisterSheet sheet = {
        .title = "People", .carer = "Siân Prŷs", .intro = "All.", .tables = tables, .n_tables = 2,
      };
      g_autoptr(TendDocument) document = NULL;
      g_autoptr(GPtrArray) words = NULL;
      int heading = -1;

      tables[0].cells = (const char *const *) cells->pdata;
      document = tend_document_new_register (&sheet);
      words = pdf_read_words (document);
      for (guint i = 0; i < words->len; i++)
        {
          const PdfWord *word = words->pdata[i];

          if (strcmp (word->text, "Safe-heading") == 0)
            heading = word->page;
          if (strcmp (word->text, "Last-R.H.") == 0)
            g_assert_cmpint (word->page, ==, heading);
        }
      g_assert_cmpint (heading, >=, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/account", test_account);
  g_test_add_func ("/sheets/earnings", test_earnings);
  g_test_add_func ("/sheets/earnings-by-client", test_earnings_by_client);
  g_test_add_func ("/sheets/mileage", test_mileage);
  g_test_add_func ("/sheets/rota", test_rota);
  g_test_add_func ("/sheets/rota-time-off", test_rota_time_off);
  g_test_add_func ("/sheets/rota-keeps", test_rota_keeps_its_own);
  g_test_add_func ("/sheets/recovery", test_recovery);
  g_test_add_func ("/sheets/register", test_register);
  return g_test_run ();
}
