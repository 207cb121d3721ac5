/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pdf-reader.h"
#include "tend-contract-sheet.h"
#include "tend-error.h"
#include "tend-template.h"

#include <string.h>

static const char *const services[] = { "Personal care", "Shopping", NULL };
static const char *const rates[] = { "Weekdays\t£20.00 an hour", "Sundays\t£22.00 an hour", NULL };

static TendContractSheet
make_sheet (void)
{
  return (TendContractSheet) {
    .provider = { "Siân Prŷs", "Prŷs Care", "4 Mill Lane\nStafford", "07700 900123",
                  "s@example.org" },
    .client_name = "Rose O’Neill",
    .client_address = "12 Church Street\nStafford",
    .made_on = tend_date_new (2026, 11, 20),
    .starts_on = tend_date_new (2026, 11, 23),
    .services = services,
    .rates = rates,
    .billing = "every two weeks",
    .payment_days = 14,
    .notice_days = 10,
  };
}

/* Words over line breaks count as one stretch. */
static char *
read_all (TendDocument *document)
{
  g_autofree char *text = pdf_read_text (document);
  g_auto(GStrv) words = g_strsplit_set (text, " \n\f", -1);
  GString *all = g_string_new (NULL);

  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf (all, "%s ", *word);
  return g_string_free (all, FALSE);
}

static char *
read_contract (const TendContractSheet *sheet)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDocument) document = tend_document_new_contract (sheet, NULL, &error);

  g_assert_no_error (error);
  assert_pages_tidy (document);
  return read_all (document);
}

/* What goes from right to left keeps to itself: the address follows the name. */
static void
test_right_to_left (void)
{
  TendContractSheet sheet = make_sheet ();
  g_autofree char *text = NULL;

  sheet.provider.name = "אסתר כהן";
  sheet.provider.trading_as = NULL;
  sheet.client_name = "أحمد سعيد";
  sheet.client_address = "שכונה 7\n12 Church Street\nStafford";
  text = read_contract (&sheet);
  assert_has (text, ", 12 Church Street, Stafford Me ");
  assert_has (text, ", 4 Mill Lane, Stafford Phone ");
}

/* The clauses that domain.md 1.1 (ST10, ST11) and 4.4 ask for. */
static void
test_clauses (void)
{
  const char *const must[] = {
    "Rose O’Neill, 12 Church Street, Stafford", "Siân Prŷs, trading as Prŷs Care",
    "Monday 23 November 2026", "Personal care", "Weekdays £20.00 an hour",
    "every two weeks", "within 14 days", "10 days’ notice", "at least 14 days before",
    "Hospital.", "Illness.", "If you die", "No notice is charged", "Plan B",
    "I do not arrange cover", "complaint", "safeguarding", "gifts", "insured", "private",
    "You are in charge of your support", "Signatures",
  };
  const TendContractSheet sheet = make_sheet ();
  g_autofree char *text = read_contract (&sheet);

  for (gsize i = 0; i < G_N_ELEMENTS (must); i++)
    assert_has (text, must[i]);
  g_assert_null (strstr (text, "{{"));
  g_assert_null (strstr (text, "**"));
}

static void
test_mileage (void)
{
  TendContractSheet sheet = make_sheet ();
  g_autofree char *without = read_contract (&sheet);
  g_autofree char *with = NULL;

  g_assert_null (strstr (without, "for each mile"));
  assert_has (without, "I do not charge for travel");
  sheet.mileage_pence = 45;
  with = read_contract (&sheet);
  assert_has (with, "£0.45 for each mile");
  g_assert_null (strstr (with, "I do not charge for travel:"));
}

static void
test_made_at_home (void)
{
  TendContractSheet sheet = make_sheet ();
  g_autofree char *without = read_contract (&sheet);
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *with = NULL;
  g_autofree char *last = NULL;

  g_assert_null (strstr (without, "Cancellation form"));
  sheet.made_at_home = TRUE;
  document = tend_document_new_contract (&sheet, NULL, NULL);
  with = read_all (document);
  assert_has (with, "14 days to cancel it");
  assert_has (with, "only if you ask me to");
  /* The form has a page of its own. */
  last = tend_document_dup_page_text (document, tend_document_get_n_pages (document) - 1);
  g_assert_true (g_str_has_prefix (last, "Cancellation form\n"));
  g_assert_nonnull (strstr (last, "20 November 2026"));
}

static void
test_representative (void)
{
  TendContractSheet sheet = make_sheet ();
  g_autofree char *text = NULL;

  sheet.representative = "David O’Neill";
  sheet.representative_role = "her attorney";
  sheet.plan_b = "David\t07700 900456\nMrs Khan\t07700 900789";
  text = read_contract (&sheet);
  assert_has (text, "David O’Neill (her attorney)");
  assert_has (text, "David O’Neill may speak and sign for you");
  assert_has (text, "Mrs Khan 07700 900789");
}

static void
test_awkward_names (void)
{
  TendContractSheet sheet = make_sheet ();
  g_autofree char *text = NULL;

  sheet.client_name = "# *Rose* _O’Neill_ {{x}} <b>";
  sheet.provider.name = "دוד 🌷";
  text = read_contract (&sheet);
  assert_has (text, "# *Rose* _O’Neill_ {{x}} <b>, 12 Church Street");
}

static void
test_own_wording (void)
{
  const TendContractSheet sheet = make_sheet ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDocument) good = NULL;
  g_autoptr(TendDocument) bad = NULL;
  g_autofree char *text = NULL;

  good = tend_document_new_contract (&sheet, "Hello {{client.name}}", &error);
  g_assert_no_error (error);
  text = read_all (good);
  assert_has (text, "Hello Rose O’Neill");
  bad = tend_document_new_contract (&sheet, "Hello {{client.nmae}}", &error);
  g_assert_null (bad);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "client.nmae"));
}

/* What the editor offers, and what is filled in, is the same list. */
static void
test_placeholders (void)
{
  const TendContractSheet sheet = make_sheet ();
  g_autoptr(GHashTable) values = tend_contract_values (&sheet);
  gsize n;
  const TendPlaceholder *places = tend_contract_placeholders (&n);

  g_assert_cmpuint (n, ==, g_hash_table_size (values));
  for (gsize i = 0; i < n; i++)
    g_assert_true (g_hash_table_contains (values, places[i].name));
}

/* With every value there and with none, every part of the wording can be filled. */
static void
test_every_part (void)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *wording = tend_template_load ("contract", NULL);
  gsize n;
  const TendPlaceholder *places = tend_contract_placeholders (&n);

  for (int filled = 0; filled < 2; filled++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;

      for (gsize i = 0; i < n; i++)
        g_hash_table_insert (values, (gpointer) places[i].name,
                             (gpointer) (filled ? "one\ntwo" : ""));
      text = tend_template_fill (wording, values, &error);
      g_assert_no_error (error);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contract-sheet/clauses", test_clauses);
  g_test_add_func ("/contract-sheet/right-to-left", test_right_to_left);
  g_test_add_func ("/contract-sheet/mileage", test_mileage);
  g_test_add_func ("/contract-sheet/home", test_made_at_home);
  g_test_add_func ("/contract-sheet/representative", test_representative);
  g_test_add_func ("/contract-sheet/awkward", test_awkward_names);
  g_test_add_func ("/contract-sheet/own-wording", test_own_wording);
  g_test_add_func ("/contract-sheet/placeholders", test_placeholders);
  g_test_add_func ("/contract-sheet/every-part", test_every_part);
  return g_test_run ();
}
