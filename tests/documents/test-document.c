/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "pdf-reader.h"
#include "tend-error.h"
#include "tend-pdf-writer.h"
#include "tend-text-sheet.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static TendDocument *
make (int n_paragraphs)
{
  g_autoptr(GString) markdown = g_string_new ("# First heading\n\n");
  TendTextSheet sheet = { .title = "A title of Ŵyn’s", .author = "Siân Prŷs" };

  for (int i = 0; i < n_paragraphs; i++)
    g_string_append_printf (markdown, "Paragraph%d goes over the line, for it is a long one and "
                            "says what was said before it once again.\n\n", i);
  sheet.markdown = markdown->str;
  return tend_document_new_text (&sheet);
}

static void
test_metadata (void)
{
  const struct { const char *name; const char *value; } expected[] = {
    { "Title", "A title of Ŵyn’s" }, { "Author", "Siân Prŷs" }, { "Creator", "Tend" },
    { "Tagged", "yes" }, { "Encrypted", "no" }, { "Page size", "595.276 x 841.89 pts (A4)" },
  };
  g_autoptr(TendDocument) document = make (1);

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *value = pdf_read_info (document, expected[i].name);

      g_assert_cmpstr (value, ==, expected[i].value);
    }
  g_assert_cmpstr (tend_document_get_title (document), ==, "A title of Ŵyn’s");
  g_assert_cmpstr (tend_document_get_author (document), ==, "Siân Prŷs");
}

static void
test_tags (void)
{
  g_autoptr(TendDocument) document = make (90);
  g_autofree char *tags = pdf_read_tags (document);
  g_autofree char *text = pdf_read_text (document);

  g_assert_cmpint (tend_document_get_n_pages (document), >, 2);
  g_assert_cmpint (count_text (tags, "Document"), ==, 1);
  g_assert_cmpint (count_text (tags, "H1 (block)"), ==, 1);
  for (int i = 0; i < 90; i++)
    {
      g_autofree char *word = g_strdup_printf ("Paragraph%d ", i);

      g_assert_cmpint (count_text (text, word), ==, 1);
      g_assert_cmpint (count_text (tags, word), ==, 1);
    }
  assert_pages_tidy (document);
}

static void
test_outline (void)
{
  g_autoptr(TendDocument) document = make (1);
  g_autofree char *outline = pdf_read_outline (document);

  g_assert_nonnull (outline);
  g_assert_cmpint (count_text (outline, "<item page=\"1\">"), ==, 1);
}

static void
test_file (void)
{
  g_autoptr(TendDocument) document = make (1);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tend-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *missing = g_build_filename (folder, "no", "a.pdf", NULL);
  g_autoptr(GDir) dir = NULL;
  GStatBuf info;

  g_file_set_contents (path, "before", -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  g_assert_true (tend_document_write_pdf (document, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, >, 1000);

  g_assert_false (tend_document_write_pdf (document, missing, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, missing));
  g_clear_error (&error);

  /* Nothing is left beside it. */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "a.pdf");
  g_assert_null (g_dir_read_name (dir));

  g_unlink (path);
  g_rmdir (folder);
}

/* A pipe is written to, and stays a pipe. */
static void
test_pipe (void)
{
  g_autoptr(TendDocument) document = make (1);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tend-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "pipe", NULL);
  char start[5];
  GStatBuf info;
  int fd;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  fd = open (path, O_RDWR | O_NONBLOCK);
  g_assert_cmpint (fd, >=, 0);
  g_assert_true (tend_document_write_pdf (document, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read (fd, start, sizeof start), ==, sizeof start);
  g_assert_cmpmem (start, sizeof start, "%PDF-", 5);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_true (S_ISFIFO (info.st_mode));
  close (fd);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_stream (void)
{
  g_autoptr(TendDocument) document = make (1);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data;

  g_assert_true (tend_document_write_pdf_to_stream (document, stream, NULL, &error));
  g_assert_no_error (error);
  data = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream));
  size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_assert_nonnull (g_strstr_len (data + size - 16, 16, "%%EOF"));
}

static guint
count_ink (cairo_surface_t *surface)
{
  const guchar *row = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++, row += stride)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += row[x * 4] < 128;
  return n;
}

static void
test_png (void)
{
  g_autoptr(TendDocument) document = make (3);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tend-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.png", NULL);
  cairo_surface_t *surface;
  GStatBuf info;

  g_assert_true (tend_document_write_png (document, 0, 2, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1191); /* 595.276 x 2, rounded up */
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 1684);
  g_assert_cmpuint (count_ink (surface), >, 1000);
  cairo_surface_destroy (surface);
  g_unlink (path);
  g_rmdir (folder);
}

/* A page drawn twice is the same page, and the first drawing leaves nothing behind. */
static void
test_draws_again (void)
{
  g_autoptr(TendDocument) document = make (5);
  guint ink[2];

  for (int i = 0; i < 2; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
      cairo_t *cr = cairo_create (surface);
      double x, y;

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_new_path (cr);
      tend_document_draw_page (document, cr, 0);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      x = y = 10;
      cairo_user_to_device (cr, &x, &y);
      g_assert_cmpfloat (x, ==, 10);
      ink[i] = count_ink (surface);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (ink[0], ==, ink[1]);
}

static void
test_page_text (void)
{
  g_autoptr(TendDocument) document = make (2);
  g_autofree char *text = tend_document_dup_page_text (document, 0);

  g_assert_true (g_str_has_prefix (text, "First heading\nParagraph0 goes"));
}

#define N_PARAGRAPHS 40
#define N_HANDED_OVER 12

static gpointer
make_elsewhere (gpointer queue)
{
  for (int i = 0; i < N_HANDED_OVER; i++)
    {
      g_autoptr(TendDocument) document = make (N_PARAGRAPHS);

      tend_document_hand_over (document);
      g_assert_true (pango_context_get_font_map (tend_document_get_context (document)) !=
                     pango_cairo_font_map_get_default ());
      g_async_queue_push (queue, g_steal_pointer (&document));
    }
  return NULL;
}

static void
assert_same_words (GPtrArray *words,
                   GPtrArray *others)
{
  g_assert_cmpuint (words->len, ==, others->len);
  for (guint i = 0; i < words->len; i++)
    {
      const PdfWord *word = words->pdata[i];
      const PdfWord *other = others->pdata[i];

      g_assert_cmpstr (word->text, ==, other->text);
      g_assert_cmpfloat (word->x1, ==, other->x1);
      g_assert_cmpfloat (word->y2, ==, other->y2);
    }
}

/* What was laid out in another thread, which goes on with the next meanwhile and then ends, is
 * drawn here as if it had been made here. */
static void
test_handed_over (void)
{
  g_autoptr(GAsyncQueue) queue = g_async_queue_new ();
  g_autoptr(GThread) thread = g_thread_new ("layout", make_elsewhere, queue);
  g_autoptr(TendDocument) own = make (N_PARAGRAPHS);
  g_autoptr(GPtrArray) own_words = pdf_read_words (own);
  g_autoptr(TendDocument) last = NULL;
  g_autoptr(GPtrArray) last_words = NULL;

  for (int i = 0; i < N_HANDED_OVER; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) pdf = NULL;

      g_clear_pointer (&last, tend_document_unref);
      last = g_async_queue_pop (queue);
      pdf = tend_document_dup_pdf (last, &error);
      g_assert_no_error (error);
    }
  g_thread_join (g_steal_pointer (&thread));

  last_words = pdf_read_words (last);
  assert_same_words (last_words, own_words);
}

/* A page at a time, and then no more. */
static void
test_writer (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendDocument) document = make (90);
  g_autoptr(TendPdfWriter) writer = tend_pdf_writer_new (document);
  g_autoptr(GBytes) pdf = NULL;

  for (int i = 0; i < tend_document_get_n_pages (document); i++)
    g_assert_true (tend_pdf_writer_step (writer));
  g_assert_false (tend_pdf_writer_step (writer));
  pdf = tend_pdf_writer_finish (writer, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/metadata", test_metadata);
  g_test_add_func ("/document/tags", test_tags);
  g_test_add_func ("/document/outline", test_outline);
  g_test_add_func ("/document/file", test_file);
  g_test_add_func ("/document/pipe", test_pipe);
  g_test_add_func ("/document/stream", test_stream);
  g_test_add_func ("/document/png", test_png);
  g_test_add_func ("/document/again", test_draws_again);
  g_test_add_func ("/document/page-text", test_page_text);
  g_test_add_func ("/document/handed-over", test_handed_over);
  g_test_add_func ("/document/writer", test_writer);
  return g_test_run ();
}
