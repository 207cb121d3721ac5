/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pdf-reader.h"
#include "tend-invoice-sheet.h"
#include "tend-money.h"

#include <string.h>

#define LONG_HOUSE "The Old Gamekeeper’s Cottage beyond the Long Meadow by the River under " \
                   "the Hill at the End of the Lane past the Chapel Gate"

typedef struct
{
  TendInvoiceLine  *lines;
  GPtrArray        *texts;
  TendInvoiceSheet  sheet;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  unused)
{
  f->texts = g_ptr_array_new_with_free_func (g_free);
  f->sheet = (TendInvoiceSheet) {
    .number = "2025-014",
    .issued_on = tend_date_new (2025, 8, 31),
    .due_on = tend_date_new (2025, 9, 14),
    .from = tend_date_new (2025, 8, 18),
    .to = tend_date_new (2025, 8, 31),
    .seller = { "Siân Prŷs", "Prŷs Care", "4 Mill Lane\nStafford\nST16 2QP", "07700 900123",
                "sian@example.org" },
    .payer = { "David O’Neill", NULL, "12 Church Street\nStafford\nST17 0AA", NULL, NULL },
    .payment_details = "Sort code 00-00-00, account 12345678",
  };
}

static void
tear_down (Fixture       *f,
           gconstpointer  unused)
{
  g_ptr_array_unref (f->texts);
  g_free (f->lines);
}

/* @n visits of half an hour, each with words of its own, two a day. */
static void
add_visits (Fixture *f,
            int      n)
{
  f->lines = g_new0 (TendInvoiceLine, n);
  for (int i = 0; i < n; i++)
    {
      char *text = g_strdup_printf ("Visit-%03d-", i);

      g_ptr_array_add (f->texts, text);
      f->lines[i] = (TendInvoiceLine) {
        .date = tend_date_new (2025, 8, 18) + i / 2, .description = text, .minutes = 30,
        .rate_pence = 2000, .unit = TEND_UNIT_HOUR, .amount_pence = 1000,
      };
    }
  f->sheet.lines = f->lines;
  f->sheet.n_lines = n;
}

static void
test_says_what_it_must (Fixture       *f,
                        gconstpointer  unused)
{
  /* domain.md 4.4 */
  const char *const must[] = {
    "Invoice", "2025-014", "Siân Prŷs", "Prŷs Care", "4 Mill Lane", "ST16 2QP", "07700 900123",
    "sian@example.org", "David O’Neill", "12 Church Street", "31 August 2025",
    "14 September 2025", "18–31 August 2025", "Visit-000-", "Mon 18 Aug", "30 min", "£20.00",
    "an hour", "£10.00", "Sort code 00-00-00",
  };
  const char *const never[] = { "VAT", "UTR", "DRAFT", "Draft", "Miles", "Page 1", "Care for" };
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  add_visits (f, 4);
  document = tend_document_new_invoice (&f->sheet);
  text = pdf_read_text (document);
  for (gsize i = 0; i < G_N_ELEMENTS (must); i++)
    if (!strstr (text, must[i]))
      g_error ("“%s” is not on the invoice:\n%s", must[i], text);
  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    if (strstr (text, never[i]))
      g_error ("“%s” is on the invoice", never[i]);
  /* The sum of the lines, once in the block and once below them. */
  g_assert_cmpint (count_text (text, "£40.00"), ==, 2);
  /* One week: its total would say the total again. */
  g_assert_cmpint (count_text (text, "Week’s total"), ==, 0);
}

static void
test_every_line_once (Fixture       *f,
                      gconstpointer  data)
{
  int n = GPOINTER_TO_INT (data);
  int n_weeks = (n / 2 + 6) / 7;
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autofree char *total = tend_money_format (n * 1000);
  int n_pages;

  add_visits (f, n);
  document = tend_document_new_invoice (&f->sheet);
  text = pdf_read_text (document);
  for (guint i = 0; i < f->texts->len; i++)
    g_assert_cmpint (count_text (text, g_ptr_array_index (f->texts, i)), ==, 1);
  g_assert_cmpint (count_text (text, total), ==, 2);
  g_assert_cmpint (count_text (text, "Week’s total"), ==, n_weeks);
  g_assert_cmpint (count_text (text, "Week of 18 August 2025\n"), ==, 1);

  /* The heads stand on every page that has lines, and every page is numbered. */
  n_pages = tend_document_get_n_pages (document);
  for (int i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %d of %d", i + 1, n_pages);
      g_autofree char *page = tend_document_dup_page_text (document, i);

      g_assert_cmpint (count_text (text, number), ==, 1);
      if (strstr (page, "Visit-"))
        g_assert_nonnull (strstr (page, "Description"));
    }
  assert_pages_tidy (document);
}

static void
test_page_counts (Fixture       *f,
                  gconstpointer  unused)
{
  /* By hand: a page of A4 holds about 37 rows, the first about 22; two rows more a week. */
  const struct { int lines; int least; int most; } cases[] = {
    { 1, 1, 1 }, { 14, 1, 1 }, { 60, 2, 3 }, { 120, 4, 5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TendDocument) document = NULL;
      g_autofree char *pages = NULL;

      g_clear_pointer (&f->lines, g_free);
      add_visits (f, cases[i].lines);
      document = tend_document_new_invoice (&f->sheet);
      pages = pdf_read_info (document, "Pages");
      g_assert_cmpint (atoi (pages), ==, tend_document_get_n_pages (document));
      g_assert_cmpint (atoi (pages), >=, cases[i].least);
      g_assert_cmpint (atoi (pages), <=, cases[i].most);
    }
}

/* Sums never begin a page: what they add up stands above them. */
static void
test_total_keeps_a_line (Fixture       *f,
                         gconstpointer  unused)
{
  for (int n = 1; n <= 70; n++)
    {
      g_autoptr(TendDocument) document = NULL;

      g_clear_pointer (&f->lines, g_free);
      add_visits (f, n);
      document = tend_document_new_invoice (&f->sheet);
      for (int i = 0; i < tend_document_get_n_pages (document); i++)
        {
          g_autofree char *page = tend_document_dup_page_text (document, i);
          const char *total = strstr (page, "Total to pay");
          const char *line = strstr (page, "Visit-");
          const char *week = strstr (page, "Week’s total");

          if (total)
            g_assert_true (line != NULL && line < total);
          if (week)
            g_assert_true (line != NULL && line < week);
          /* The name of a week never stands alone at the foot. */
          g_assert_null (strstr (page, "2025\nInvoice 2025-014"));
        }
    }
}

/* The right edges of all amounts, which are all that follows the rate's unit. */
static void
test_points_align (Fixture       *f,
                   gconstpointer  unused)
{
  static const gint64 amounts[] = { 5, 1000, 123456, 99, -2050, 1000000 };
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(GPtrArray) words = NULL;
  double edge = 0;
  int n_found = 0;

  add_visits (f, G_N_ELEMENTS (amounts));
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    f->lines[i].amount_pence = amounts[i];
  document = tend_document_new_invoice (&f->sheet);
  words = pdf_read_words (document);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *amount = tend_money_format (amounts[i]);

      for (guint w = 0; w < words->len; w++)
        {
          const PdfWord *word = g_ptr_array_index (words, w);

          if (strcmp (word->text, amount) != 0)
            continue;
          if (n_found++ > 0)
            g_assert_cmpfloat_with_epsilon (word->x2, edge, 0.35);
          edge = word->x2;
        }
    }
  g_assert_cmpint (n_found, ==, G_N_ELEMENTS (amounts));
}

static void
test_columns_only_where_filled (Fixture       *f,
                                gconstpointer  unused)
{
  g_autoptr(TendDocument) flat = NULL;
  g_autoptr(TendDocument) miles = NULL;
  g_autofree char *text = NULL;

  add_visits (f, 2);
  f->lines[1].minutes = 0;
  f->lines[1].miles_tenths = 74;
  f->lines[1].rate_pence = 45;
  f->lines[1].unit = TEND_UNIT_MILE;
  f->lines[1].amount_pence = 333;
  miles = tend_document_new_invoice (&f->sheet);
  text = pdf_read_text (miles);
  g_assert_nonnull (strstr (text, "Miles"));
  g_assert_nonnull (strstr (text, "7.4"));
  g_assert_nonnull (strstr (text, "£0.45"));
  g_assert_nonnull (strstr (text, "£13.33"));

  for (int i = 0; i < 2; i++)
    f->lines[i].minutes = f->lines[i].miles_tenths = f->lines[i].rate_pence = 0;
  flat = tend_document_new_invoice (&f->sheet);
  g_free (text);
  text = pdf_read_text (flat);
  g_assert_null (strstr (text, "Miles"));
  g_assert_null (strstr (text, "Time"));
  g_assert_null (strstr (text, "Rate"));
}

static void
test_paid (Fixture       *f,
           gconstpointer  unused)
{
  const TendInvoiceAmount part[] = { { tend_date_new (2025, 9, 5), "Bank transfer", 1500 } };
  const TendInvoiceAmount full[] = { { tend_date_new (2025, 9, 5), "Bank transfer", 2000 } };
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  add_visits (f, 2);
  f->sheet.payments = part;
  f->sheet.n_payments = 1;
  document = tend_document_new_invoice (&f->sheet);
  text = pdf_read_text (document);
  g_assert_nonnull (strstr (text, "Bank transfer, 5 September 2025"));
  g_assert_nonnull (strstr (text, "−£15.00"));
  g_assert_nonnull (strstr (text, "£20.00"));
  g_assert_cmpint (count_text (text, "£5.00"), ==, 2);
  g_assert_cmpint (count_text (text, "Sort code 00-00-00, account 12345678"), ==, 1);

  f->sheet.payments = full;
  g_clear_pointer (&document, tend_document_unref);
  g_clear_pointer (&text, g_free);
  document = tend_document_new_invoice (&f->sheet);
  text = pdf_read_text (document);
  g_assert_nonnull (strstr (text, "Paid in full"));
  g_assert_nonnull (strstr (text, "£0.00"));
  g_assert_null (strstr (text, "Sort code"));
}

/* A letter about how to pay does not push the lines down the page. */
static void
test_long_details (Fixture       *f,
                   gconstpointer  unused)
{
  g_autoptr(GString) details = g_string_new ("Sort code 00-00-00");
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  add_visits (f, 2);
  for (int i = 0; i < 6; i++)
    g_string_append (details, "\nand a line more");
  f->sheet.payment_details = details->str;
  document = tend_document_new_invoice (&f->sheet);
  text = pdf_read_text (document);
  g_assert_cmpint (count_text (text, "and a line more"), ==, 6);
  g_assert_true (strstr (text, "How to pay") > strstr (text, "Total"));
  g_assert_true (strstr (text, "Sort code") > strstr (text, "How to pay"));
}

static void
test_parts (Fixture       *f,
            gconstpointer  unused)
{
  /* Scenario S10. */
  const TendInvoiceAmount parts[] = {
    { TEND_DATE_NONE, "Direct payment, 24 h at £16.59", 39816 },
    { TEND_DATE_NONE, "Your top-up", 8184 },
  };
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  add_visits (f, 48);
  f->sheet.parts = parts;
  f->sheet.n_parts = G_N_ELEMENTS (parts);
  document = tend_document_new_invoice (&f->sheet);
  text = pdf_read_text (document);
  g_assert_nonnull (strstr (text, "£398.16"));
  g_assert_nonnull (strstr (text, "£81.84"));
  g_assert_cmpint (count_text (text, "£480.00"), ==, 3);
}

static void
test_states (Fixture       *f,
             gconstpointer  unused)
{
  g_autoptr(TendDocument) draft = NULL;
  g_autoptr(TendDocument) withdrawn = NULL;
  g_autoptr(TendDocument) credit = NULL;
  g_autofree char *draft_text = NULL;
  g_autofree char *void_text = NULL;
  g_autofree char *credit_text = NULL;
  g_autofree char *title = NULL;

  add_visits (f, 2);
  f->sheet.is_void = TRUE;
  withdrawn = tend_document_new_invoice (&f->sheet);
  void_text = pdf_read_text (withdrawn);
  g_assert_nonnull (strstr (void_text, "Void"));
  g_assert_null (strstr (void_text, "Pay by"));
  g_assert_null (strstr (void_text, "Sort code"));

  f->sheet.is_void = FALSE;
  f->sheet.credits = "2025-013";
  f->lines[0].amount_pence = f->lines[1].amount_pence = -1000;
  credit = tend_document_new_invoice (&f->sheet);
  credit_text = pdf_read_text (credit);
  g_assert_nonnull (strstr (credit_text, "Credit note"));
  g_assert_nonnull (strstr (credit_text, "2025-013"));
  g_assert_nonnull (strstr (credit_text, "−£20.00"));
  g_assert_null (strstr (credit_text, "Pay by"));
  g_assert_cmpstr (tend_document_get_title (credit), ==, "Credit note 2025-014");

  f->sheet.credits = NULL;
  f->sheet.number = NULL;
  f->sheet.issued_on = TEND_DATE_NONE;
  draft = tend_document_new_invoice (&f->sheet);
  draft_text = pdf_read_text (draft);
  g_assert_nonnull (strstr (draft_text, "Draft, not issued"));
  g_assert_null (strstr (draft_text, "Invoice date"));
  title = pdf_read_info (draft, "Title");
  g_assert_cmpstr (title, ==, "Invoice, draft");
}

static void
test_awkward_words (Fixture       *f,
                    gconstpointer  unused)
{
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(GString) endless = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (int i = 0; i < 600; i++)
    g_string_append (endless, "noteword ");
  add_visits (f, 40);
  f->sheet.payer.name = "The Honourable Mrs Wilhelmina Featherstonehaugh-Cholmondeley O’Neill-Ŵyn";
  f->sheet.payer.address = LONG_HOUSE "\nStafford\nST17 0AA";
  f->sheet.client = "Bo";
  f->sheet.seller.trading_as = LONG_HOUSE;
  f->lines[3].description = "דוד לוי";
  f->lines[5].description = "🌷 Tulips";
  f->lines[7].description = "=SUM(A1:A9)";
  f->lines[8].amount_pence = 123456789;
  f->lines[9].description = endless->str;
  f->sheet.note = endless->str;
  document = tend_document_new_invoice (&f->sheet);
  text = pdf_read_text (document);
  g_assert_nonnull (strstr (text, "Ŵyn"));
  g_assert_nonnull (strstr (text, "Tulips"));
  g_assert_nonnull (strstr (text, "=SUM(A1:A9)"));
  g_assert_nonnull (strstr (text, "£1,234,567.89"));
  g_assert_cmpint (count_text (text, "noteword"), ==, 1200);
  assert_pages_tidy (document);
}

/* Nobody's address is so long, but what is written there is on the page, on the next
 * where one is full, and beside nothing else.
 */
static void
test_endless_addresses (Fixture       *f,
                        gconstpointer  unused)
{
  g_autoptr(TendDocument) document = NULL;
  g_autoptr(GString) seller = g_string_new (NULL);
  g_autoptr(GString) payer = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (int i = 0; i < 30; i++)
    {
      g_string_append_printf (seller, "Sellerline %d " LONG_HOUSE " " LONG_HOUSE "\n", i);
      g_string_append_printf (payer, "Payerline %d " LONG_HOUSE " " LONG_HOUSE "\n", i);
    }
  add_visits (f, 4);
  f->sheet.seller.address = seller->str;
  f->sheet.payer.address = payer->str;
  document = tend_document_new_invoice (&f->sheet);
  text = pdf_read_text (document);
  g_assert_cmpint (count_text (text, "Sellerline"), ==, 30);
  g_assert_cmpint (count_text (text, "Payerline"), ==, 30);
  g_assert_cmpint (count_text (text, "Invoice date"), ==, 1);
  assert_pages_tidy (document);
}

static void
test_order_and_weeks (Fixture       *f,
                      gconstpointer  unused)
{
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  add_visits (f, 4);
  /* Sunday 28 December 2025 and Thursday 1 January 2026 lie in neighbouring ISO weeks. */
  f->lines[0].date = tend_date_new (2026, 1, 1);
  f->lines[1].date = tend_date_new (2025, 12, 28);
  f->lines[2].date = tend_date_new (2025, 12, 29);
  f->lines[3].date = tend_date_new (2025, 12, 28);
  document = tend_document_new_invoice (&f->sheet);
  text = tend_document_dup_page_text (document, 0);
  g_assert_cmpint (count_text (text, "Week of "), ==, 2);
  g_assert_nonnull (strstr (text, "Week of 22 December 2025"));
  g_assert_nonnull (strstr (text, "Week of 29 December 2025"));
  g_assert_true (strstr (text, "Visit-001-") < strstr (text, "Visit-003-"));
  g_assert_true (strstr (text, "Visit-003-") < strstr (text, "Visit-002-"));
  g_assert_true (strstr (text, "Visit-002-") < strstr (text, "Visit-000-"));
  g_assert_cmpint (count_text (text, "£20.00\n"), ==, 6); /* four rates, two weeks */
}

#define ADD(name, data, func) \
  g_test_add ("/invoice-sheet/" name, Fixture, data, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("must", NULL, test_says_what_it_must);
  ADD ("60-lines", GINT_TO_POINTER (60), test_every_line_once);
  ADD ("120-lines", GINT_TO_POINTER (120), test_every_line_once);
  ADD ("pages", NULL, test_page_counts);
  ADD ("keeps", NULL, test_total_keeps_a_line);
  ADD ("points", NULL, test_points_align);
  ADD ("columns", NULL, test_columns_only_where_filled);
  ADD ("paid", NULL, test_paid);
  ADD ("long-details", NULL, test_long_details);
  ADD ("parts", NULL, test_parts);
  ADD ("states", NULL, test_states);
  ADD ("awkward", NULL, test_awkward_words);
  ADD ("endless-addresses", NULL, test_endless_addresses);
  ADD ("order", NULL, test_order_and_weeks);
  return g_test_run ();
}
