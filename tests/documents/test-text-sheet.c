/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pdf-reader.h"
#include "tend-text-sheet.h"

#include <string.h>

static TendDocument *
render (const char *markdown,
        gboolean    numbered)
{
  const TendTextSheet sheet = { .title = "Test", .markdown = markdown, .numbered = numbered };

  return tend_document_new_text (&sheet);
}

static char *
read_first_page (const char *markdown)
{
  g_autoptr(TendDocument) document = render (markdown, FALSE);

  return tend_document_dup_page_text (document, 0);
}

static void
test_blocks (void)
{
  g_autofree char *text = read_first_page ("# One\n\nTwo *three* **four** `five`\nsix  \nseven\n\n"
                                           "- eight\n- nine\n\n> ten\n\n---\n\n"
                                           "[link](https://example.org/x)\n\n<!-- hidden -->\n");

  g_assert_cmpstr (text, ==, "One\nTwo three four five six\xe2\x80\xa8seven\n•\neight\n•\nnine\n"
                             "ten\nlink (https://example.org/x)\nTest\n");
}

static void
test_numbered_headings (void)
{
  g_autoptr(TendDocument) document = render ("# A\n\n## B\n\nb\n\n## C\n\nc\n\n# D\n\n## E\n",
                                             TRUE);
  g_autofree char *text = tend_document_dup_page_text (document, 0);

  g_assert_cmpstr (text, ==, "A\n1  B\nb\n2  C\nc\nD\n3  E\nTest\n");
}

static void
test_ordered_list (void)
{
  g_autofree char *text = read_first_page ("3. a\n4. b\n   - c\n");

  g_assert_cmpstr (text, ==, "3.\na\n4.\nb\n•\nc\nTest\n");
}

static void
test_labels (void)
{
  g_autoptr(TendDocument) document = render ("- **Weekday**: £20\n- **Bank holiday**: £30\n",
                                             FALSE);
  g_autoptr(GPtrArray) words = pdf_read_words (document);
  double edge = 0;
  int n = 0;

  /* The texts of all items begin at one place. */
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = g_ptr_array_index (words, i);

      g_assert_null (strchr (word->text, ':'));
      if (!g_str_has_prefix (word->text, "£"))
        continue;
      if (n++ > 0)
        g_assert_cmpfloat_with_epsilon (word->x1, edge, 0.1);
      edge = word->x1;
    }
  g_assert_cmpint (n, ==, 2);
}

static void
test_lines_to_write_on (void)
{
  g_autofree char *text = read_first_page ("- **Signature** (of both): ______\n- **Date**: ___\n");

  g_assert_cmpstr (text, ==, "Signature (of both)\nDate\nTest\n");
}

static void
test_new_page (void)
{
  g_autoptr(TendDocument) document = render ("a\n\n<!-- new page -->\n\nb\n", FALSE);
  g_autofree char *second = NULL;

  g_assert_cmpint (tend_document_get_n_pages (document), ==, 2);
  second = tend_document_dup_page_text (document, 1);
  g_assert_true (g_str_has_prefix (second, "b\n"));
}

/* A form is never torn: its lines all stand on one page with its heading. */
static void
test_form_stays_whole (void)
{
  for (int n = 20; n < 45; n++)
    {
      g_autoptr(GString) markdown = g_string_new (NULL);
      g_autoptr(TendDocument) document = NULL;
      g_autofree char *last = NULL;

      for (int i = 0; i < n; i++)
        g_string_append (markdown, "Filler.\n\n");
      g_string_append (markdown, "# Sign here\n\nBoth of us.\n\n"
                       "- **Alpha**: ____\n- **Beta**: ____\n- **Gamma**: ____\n");
      document = render (markdown->str, FALSE);
      last = tend_document_dup_page_text (document, tend_document_get_n_pages (document) - 1);
      g_assert_nonnull (strstr (last, "Sign here"));
      g_assert_nonnull (strstr (last, "Alpha"));
      g_assert_nonnull (strstr (last, "Gamma"));
    }
}

static void
test_long_and_odd (void)
{
  g_autoptr(GString) markdown = g_string_new ("- **");
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < 30; i++)
    g_string_append (markdown, "label ");
  g_string_append (markdown, "end**: ");
  for (int i = 0; i < 900; i++)
    g_string_append (markdown, "word ");
  g_string_append (markdown, "\n\n");
  for (int i = 0; i < 50000; i++)
    g_string_append_c (markdown, '>');
  g_string_append (markdown, " deep\n\nשלום\n\n🌷\n");
  document = render (markdown->str, FALSE);
  text = pdf_read_text (document);
  g_assert_cmpint (count_text (text, "word"), ==, 900);
  g_assert_cmpint (tend_document_get_n_pages (document), >, 1);
  assert_pages_tidy (document);
}

static void
test_nothing (void)
{
  g_autoptr(TendDocument) document = render ("", FALSE);

  g_assert_cmpint (tend_document_get_n_pages (document), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-sheet/blocks", test_blocks);
  g_test_add_func ("/text-sheet/numbers", test_numbered_headings);
  g_test_add_func ("/text-sheet/ordered", test_ordered_list);
  g_test_add_func ("/text-sheet/labels", test_labels);
  g_test_add_func ("/text-sheet/write-on", test_lines_to_write_on);
  g_test_add_func ("/text-sheet/new-page", test_new_page);
  g_test_add_func ("/text-sheet/form", test_form_stays_whole);
  g_test_add_func ("/text-sheet/long", test_long_and_odd);
  g_test_add_func ("/text-sheet/nothing", test_nothing);
  return g_test_run ();
}
