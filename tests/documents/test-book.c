/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other programs see of documents and scans that were bound into one. */

#define _GNU_SOURCE /* memmem() */

#include "tend-book.h"
#include "tend-error.h"
#include "tend-foreign.h"
#include "tend-output.h"
#include "tend-text-sheet.h"

#include <cairo-pdf.h>
#include <string.h>

/* A JPEG of 16 by 24 dots. */
static const guint8 jpeg[] = {
  0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01,
  0x00, 0x01, 0x00, 0x00, 0xff, 0xdb, 0x00, 0x43, 0x00, 0x10, 0x0b, 0x0c, 0x0e, 0x0c, 0x0a, 0x10,
  0x0e, 0x0d, 0x0e, 0x12, 0x11, 0x10, 0x13, 0x18, 0x28, 0x1a, 0x18, 0x16, 0x16, 0x18, 0x31, 0x23,
  0x25, 0x1d, 0x28, 0x3a, 0x33, 0x3d, 0x3c, 0x39, 0x33, 0x38, 0x37, 0x40, 0x48, 0x5c, 0x4e, 0x40,
  0x44, 0x57, 0x45, 0x37, 0x38, 0x50, 0x6d, 0x51, 0x57, 0x5f, 0x62, 0x67, 0x68, 0x67, 0x3e, 0x4d,
  0x71, 0x79, 0x70, 0x64, 0x78, 0x5c, 0x65, 0x67, 0x63, 0xff, 0xdb, 0x00, 0x43, 0x01, 0x11, 0x12,
  0x12, 0x18, 0x15, 0x18, 0x2f, 0x1a, 0x1a, 0x2f, 0x63, 0x42, 0x38, 0x42, 0x63, 0x63, 0x63, 0x63,
  0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63,
  0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63,
  0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0x63, 0xff, 0xc0,
  0x00, 0x11, 0x08, 0x00, 0x18, 0x00, 0x10, 0x03, 0x01, 0x22, 0x00, 0x02, 0x11, 0x01, 0x03, 0x11,
  0x01, 0xff, 0xc4, 0x00, 0x15, 0x00, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
  0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x05, 0xff, 0xc4, 0x00, 0x14, 0x10, 0x01, 0x00, 0x00,
  0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xff, 0xc4,
  0x00, 0x16, 0x01, 0x01, 0x01, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
  0x00, 0x00, 0x00, 0x00, 0x05, 0x06, 0xff, 0xc4, 0x00, 0x14, 0x11, 0x01, 0x00, 0x00, 0x00, 0x00,
  0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xff, 0xda, 0x00, 0x0c,
  0x03, 0x01, 0x00, 0x02, 0x11, 0x03, 0x11, 0x00, 0x3f, 0x00, 0x8a, 0x02, 0x5b, 0x78, 0x00, 0x0f,
  0xff, 0xd9,
};

/* The same with where its top is, as a camera writes it (EXIF, table 5). */
static GBytes *
turned (int orientation)
{
  const guint8 exif[] = {
    0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
    0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
  };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, jpeg, 2);
  g_byte_array_append (bytes, exif, sizeof exif);
  g_byte_array_append (bytes, jpeg + 2, sizeof jpeg - 2);
  return g_byte_array_free_to_bytes (bytes);
}

static TendEnclosure *
enclose (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  TendEnclosure *enclosure = tend_enclosure_new (bytes, TEND_MEDIA_JPEG, NULL, &error);

  g_assert_no_error (error);
  return enclosure;
}

static TendDocument *
sheet (const char *markdown)
{
  const TendTextSheet text = { .title = "Sheet", .markdown = markdown };

  return tend_document_new_text (&text);
}

/* A contents page that leads to a sheet and a scan. */
static GBytes *
make_book (void)
{
  const TendBookLink links[] = { { 0, 50, 60, 200, 20, 2 }, { 0, 50, 90, 200, 20, 4 } };
  g_autoptr(TendDocument) contents = sheet ("# Contents");
  g_autoptr(TendDocument) policy = sheet ("# Policy\n\nFirst\n\n<!-- new page -->\n\nSecond");
  g_autoptr(GBytes) bytes = turned (6);
  g_autoptr(TendEnclosure) scan = enclose (bytes);
  g_autoptr(GError) error = NULL;
  GByteArray *pdf = g_byte_array_new ();
  TendBook *book = tend_book_new (tend_output_append, pdf, "Folder", "Carer", NULL, 4);

  tend_book_begin_part (book, "Contents");
  tend_book_add_document (book, contents, links, G_N_ELEMENTS (links));
  tend_book_begin_part (book, "Policy");
  tend_book_add_document (book, policy, NULL, 0);
  tend_book_begin_part (book, "Scan");
  tend_book_begin_piece (book, "First aid");
  tend_book_add_enclosure (book, scan, 0, "First aid");
  g_assert_true (tend_book_finish (book, &error));
  g_assert_no_error (error);
  return g_byte_array_free_to_bytes (pdf);
}

static char *
page_text (PopplerDocument *document,
           int              index)
{
  PopplerPage *page = poppler_document_get_page (document, index);
  char *text = poppler_page_get_text (page);

  g_object_unref (page);
  return text;
}

static int
page_of (PopplerDocument *document,
         PopplerAction   *action)
{
  PopplerDest *dest = action->goto_dest.dest;
  int page;

  g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
  if (dest->type != POPPLER_DEST_NAMED)
    return dest->page_num;

  dest = poppler_document_find_dest (document, dest->named_dest);
  g_assert_nonnull (dest);
  page = dest->page_num;
  poppler_dest_free (dest);
  return page;
}

static void
test_pages (void)
{
  g_autoptr(GBytes) pdf = make_book ();
  g_autoptr(GError) error = NULL;
  PopplerDocument *document = tend_foreign_pdf (pdf, &error);
  PopplerPage *last;
  double width, height;

  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 4);
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *text = page_text (document, i);
      g_autofree char *number = g_strdup_printf ("Folder, page %d of 4", i + 1);

      g_assert_nonnull (strstr (text, number));
      g_assert_true ((strstr (text, "Second") != NULL) == (i == 2));
      g_assert_true ((strstr (text, "First aid") != NULL) == (i == 3));
    }

  /* The picture lies on its side, and so does its page. */
  last = poppler_document_get_page (document, 3);
  poppler_page_get_size (last, &width, &height);
  g_assert_cmpfloat (width, >, height);
  g_object_unref (last);
  g_object_unref (document);
}

static void
assert_entry (PopplerDocument  *document,
              PopplerIndexIter *iter,
              const char       *title,
              int               page)
{
  PopplerAction *action = poppler_index_iter_get_action (iter);

  g_assert_cmpstr (action->any.title, ==, title);
  g_assert_cmpint (page_of (document, action), ==, page);
  poppler_action_free (action);
}

static void
test_jumps (void)
{
  g_autoptr(GBytes) pdf = make_book ();
  PopplerDocument *document = tend_foreign_pdf (pdf, NULL);
  PopplerPage *first = poppler_document_get_page (document, 0);
  GList *links = poppler_page_get_link_mapping (first);
  PopplerIndexIter *iter = poppler_index_iter_new (document);
  static const struct { const char *title; int page; } parts[] = {
    { "Contents", 1 }, { "Policy", 2 }, { "Scan", 4 },
  };

  g_assert_cmpuint (g_list_length (links), ==, 2);
  for (GList *link = links; link != NULL; link = link->next)
    {
      PopplerLinkMapping *mapping = link->data;

      /* The upper one leads to the policy; PDF counts from the foot of the page. */
      g_assert_cmpint (page_of (document, mapping->action), ==, mapping->area.y1 > 750 ? 2 : 4);
    }

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      PopplerIndexIter *pieces = poppler_index_iter_get_child (iter);

      assert_entry (document, iter, parts[i].title, parts[i].page);
      g_assert_true ((pieces != NULL) == (i == 2));
      if (pieces != NULL)
        {
          assert_entry (document, pieces, "First aid", 4);
          g_assert_false (poppler_index_iter_next (pieces));
          poppler_index_iter_free (pieces);
        }
      g_assert_true (poppler_index_iter_next (iter) == (i + 1 < G_N_ELEMENTS (parts)));
    }

  poppler_index_iter_free (iter);
  poppler_page_free_link_mapping (links);
  g_object_unref (first);
  g_object_unref (document);
}

/* Byte for byte, and upright. */
static void
test_photograph (void)
{
  g_autoptr(GBytes) pdf = make_book ();
  g_autoptr(GBytes) bytes = turned (6);

  g_assert_nonnull (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf),
                            g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));

  for (int orientation = 1; orientation <= 8; orientation++)
    {
      g_autoptr(GBytes) one = turned (orientation);
      g_autoptr(TendEnclosure) enclosure = enclose (one);
      double width, height;

      tend_enclosure_get_page_size (enclosure, 0, &width, &height);
      g_assert_cmpfloat (width, ==, orientation < 5 ? 16 : 24);
      g_assert_cmpfloat (height, ==, orientation < 5 ? 24 : 16);
    }
}

static cairo_surface_t *
picture_of (GBytes *pdf)
{
  g_autoptr(GError) error = NULL;
  PopplerDocument *document = tend_foreign_pdf (pdf, &error);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2 * 595, 2 * 842);
  cairo_t *cr = cairo_create (surface);
  PopplerPage *page;

  g_assert_no_error (error);
  page = poppler_document_get_page (document, 0);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  g_object_unref (page);
  g_object_unref (document);
  return surface;
}

/* How many dots are black in one and white in the other. */
static int
count_differences (GBytes *one,
                   GBytes *other)
{
  cairo_surface_t *pictures[] = { picture_of (one), picture_of (other) };
  int stride = cairo_image_surface_get_stride (pictures[0]);
  int count = 0;

  for (int y = 0; y < cairo_image_surface_get_height (pictures[0]); y++)
    for (int x = 0; x < cairo_image_surface_get_width (pictures[0]); x++)
      {
        gsize at = (gsize) y * stride + (gsize) x * 4;

        count += ABS (cairo_image_surface_get_data (pictures[0])[at] -
                      cairo_image_surface_get_data (pictures[1])[at]) > 160;
      }
  cairo_surface_destroy (pictures[0]);
  cairo_surface_destroy (pictures[1]);
  return count;
}

static GBytes *
draw_enclosure (GBytes *pdf)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendEnclosure) enclosure = tend_enclosure_new (pdf, TEND_MEDIA_PDF, NULL, &error);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  g_assert_no_error (error);
  tend_enclosure_get_page_size (enclosure, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (tend_output_append, bytes, width, height);
  cr = cairo_create (surface);
  tend_enclosure_draw_page (enclosure, cr, 0);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* A paper of Tend's own comes back as a scan: every letter stays where it was. */
static void
test_a_pdf_as_it_is (void)
{
  g_autoptr(TendDocument) document =
    sheet ("# Policy\n\nIt is nobody’s, and proves nothing: “quite” the adults’ list.");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) pdf = tend_document_dup_pdf (document, &error);
  g_autoptr(GBytes) bound = draw_enclosure (pdf);

  g_assert_cmpint (count_differences (pdf, bound), <, 20);
}

static void
test_not_written (void)
{
  g_autoptr(GBytes) half = g_bytes_new_static (jpeg, sizeof jpeg / 2);
  g_autoptr(GBytes) none = g_bytes_new_static ("", 0);
  g_autoptr(GError) error = NULL;

  g_assert_null (tend_enclosure_new (half, TEND_MEDIA_JPEG, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (tend_enclosure_new (none, TEND_MEDIA_UNKNOWN, NULL, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/documents/book/pages", test_pages);
  g_test_add_func ("/documents/book/jumps", test_jumps);
  g_test_add_func ("/documents/book/photograph", test_photograph);
  g_test_add_func ("/documents/book/a-pdf-as-it-is", test_a_pdf_as_it_is);
  g_test_add_func ("/documents/book/not-written", test_not_written);

  return g_test_run ();
}
