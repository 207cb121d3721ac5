/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */

#include "tend-error.h"
#include "tend-scan.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

static cairo_status_t
append_cb (void                *array,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (array, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* (transfer full): a PDF of @n_pages A5 pages, each with its number. */
static GBytes *
make_pdf (int n_pages)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, array, 420, 595);
  cairo_t *cr = cairo_create (surface);

  for (int i = 1; i <= n_pages; i++)
    {
      g_autofree char *text = g_strdup_printf ("Page %d", i);

      cairo_rectangle (cr, 0, 0, 100, 100);
      cairo_fill (cr);
      cairo_set_font_size (cr, 20);
      cairo_move_to (cr, 150, 150);
      cairo_show_text (cr, text);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (array);
}

/* (transfer full): a picture with a pattern, since an even one is tiny. */
static GBytes *
make_picture (const char *type,
              int         width,
              int         height)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  gsize length = gdk_pixbuf_get_byte_length (pixbuf);
  g_autoptr(GError) error = NULL;
  char *buffer;
  gsize size;

  for (gsize i = 0; i < length; i++)
    pixels[i] = (guint8) (i / 3 * 7);
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, type, &error, NULL);
  g_assert_no_error (error);

  return g_bytes_new_take (buffer, size);
}

static TendScan *
load (GBytes     *bytes,
      TendMedia   media,
      GError    **error)
{
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_bytes (bytes);

  return tend_scan_load (input, media, NULL, error);
}

static void
assert_refused (GBytes     *bytes,
                TendMedia   media,
                const char *why)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TendScan) scan = load (bytes, media, &error);

  g_assert_null (scan);
  g_assert_error (error, TEND_ERROR, TEND_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, why));
}

static void
test_pdf (void)
{
  g_autoptr(GBytes) bytes = make_pdf (3);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendScan) scan = load (bytes, TEND_MEDIA_PDF, &error);
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree char *text = NULL;
  g_autofree guint32 *pixels = g_new (guint32, 840 * 1190);
  double width, height;

  g_assert_no_error (error);
  g_assert_cmpint (tend_scan_get_n_pages (scan), ==, 3);
  tend_scan_get_page_size (scan, 2, &width, &height);
  g_assert_cmpfloat (width, ==, 420);
  g_assert_cmpfloat (height, ==, 595);

  /* Two pixels for a point: black up to 200, white beyond. */
  texture = tend_scan_render (scan, 1, 840, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "Page 2");
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 840);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 1190);
  gdk_texture_download (texture, (guchar *) pixels, 840 * 4);
  g_assert_cmphex (pixels[190 * 840 + 190], ==, 0xff000000);
  g_assert_cmphex (pixels[210 * 840 + 210], ==, 0xffffffff);
}

/* However large it is asked for, a page takes so much room and no more. */
static void
test_large_page (void)
{
  g_autoptr(GBytes) bytes = make_pdf (1);
  g_autoptr(TendScan) scan = load (bytes, TEND_MEDIA_PDF, NULL);
  g_autoptr(GdkTexture) texture = tend_scan_render (scan, 0, 100000, NULL, NULL, NULL);
  double pixels = (double) gdk_texture_get_width (texture) * gdk_texture_get_height (texture);

  g_assert_cmpfloat (pixels, <=, 24e6);
  g_assert_cmpfloat (pixels, >, 23e6);
}

static void
test_cancelled (void)
{
  g_autoptr(GBytes) bytes = make_pdf (1);
  g_autoptr(TendScan) scan = load (bytes, TEND_MEDIA_PDF, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tend_scan_render (scan, 0, 100, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Small ones as they are, large ones with twelve million dots, of the same shape. */
static void
test_pictures (void)
{
  static const struct { const char *type; TendMedia media; int width, height, kept; } cases[] = {
    { "png", TEND_MEDIA_PNG, 40, 20, 40 },
    { "jpeg", TEND_MEDIA_JPEG, 40, 20, 40 },
    { "jpeg", TEND_MEDIA_JPEG, 6000, 4000, 4242 }, /* 4000 x √1.125 */
    { "png", TEND_MEDIA_PNG, 6000, 4000, 4242 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) bytes = make_picture (cases[i].type, cases[i].width, cases[i].height);
      g_autoptr(GError) error = NULL;
      g_autoptr(TendScan) scan = load (bytes, cases[i].media, &error);
      g_autoptr(GdkTexture) texture = NULL;
      double width, height;

      g_assert_no_error (error);
      g_assert_cmpint (tend_scan_get_n_pages (scan), ==, 1);
      tend_scan_get_page_size (scan, 0, &width, &height);
      texture = tend_scan_render (scan, 0, 10, NULL, NULL, &error);
      g_assert_cmpint (gdk_texture_get_width (texture), ==, cases[i].kept);
      g_assert_cmpfloat (width, ==, cases[i].kept * 0.75);
      g_assert_cmpfloat (fabs (width / height * cases[i].height / cases[i].width - 1), <, 0.01);
    }
}

/* One read as another, nothing at all, and every kind cut short. */
static void
test_damaged (void)
{
  static const char *const types[] = { "jpeg", "png" };
  static const TendMedia media[] = { TEND_MEDIA_JPEG, TEND_MEDIA_PNG };
  g_autoptr(GBytes) letter = g_bytes_new_static ("%PDF-1.7\nDear all", 17);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) pdf = make_pdf (1);
  g_autoptr(GBytes) pdf_head = g_bytes_new_from_bytes (pdf, 0, 200);

  assert_refused (letter, TEND_MEDIA_PDF, "This PDF cannot be read");
  assert_refused (pdf_head, TEND_MEDIA_PDF, "This PDF cannot be read");
  for (TendMedia m = TEND_MEDIA_PDF; m <= TEND_MEDIA_PNG; m++)
    assert_refused (nothing, m, "cannot be read");

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(GBytes) whole = make_picture (types[i], 300, 200);
      gsize length = g_bytes_get_size (whole);
      const gsize cuts[] = { 1, 10, 30, length / 4, length / 2, length - 200 };

      assert_refused (pdf, media[i], "This picture cannot be read to its end");
      for (guint j = 0; j < G_N_ELEMENTS (cuts); j++)
        {
          g_autoptr(GBytes) cut = g_bytes_new_from_bytes (whole, 0, cuts[j]);

          assert_refused (cut, media[i], "This picture cannot be read to its end");
        }
    }
}

/* As in the PNG specification, annex D. */
static guint32
crc (const guint8 *bytes,
     gsize         length)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        sum = (sum & 1) != 0 ? 0xedb88320 ^ (sum >> 1) : sum >> 1;
    }

  return ~sum;
}

static void
put_number (guint8  *at,
            guint32  number)
{
  number = GUINT32_TO_BE (number);
  memcpy (at, &number, 4);
}

/* The same file, saying that it has so many dots. */
static GBytes *
enlarge_png (GBytes  *png,
             guint32  width,
             guint32  height)
{
  gsize length = g_bytes_get_size (png);
  guint8 *bytes = g_memdup2 (g_bytes_get_data (png, NULL), length);

  put_number (bytes + 16, width);
  put_number (bytes + 20, height);
  put_number (bytes + 29, crc (bytes + 12, 17));

  return g_bytes_new_take (bytes, length);
}

/* The same; @marker says how it is coded. */
static GBytes *
enlarge_jpeg (GBytes  *jpeg,
              guint8   marker,
              guint16  width,
              guint16  height)
{
  gsize length = g_bytes_get_size (jpeg);
  guint8 *bytes = g_memdup2 (g_bytes_get_data (jpeg, NULL), length);
  guint8 *frame = memmem (bytes, length, "\xff\xc0", 2);

  frame[1] = marker;
  frame[5] = height >> 8;
  frame[6] = height & 0xff;
  frame[7] = width >> 8;
  frame[8] = width & 0xff;

  return g_bytes_new_take (bytes, length);
}

/* 200 million dots: refused where all would have to be held at once. */
static void
test_too_large (void)
{
  g_autoptr(GBytes) png = make_picture ("png", 20, 10);
  g_autoptr(GBytes) jpeg = make_picture ("jpeg", 20, 10);
  g_autoptr(GBytes) large_png = enlarge_png (png, 20000, 10000);
  g_autoptr(GBytes) largest_png = enlarge_png (png, 0x7fffffff, 0x7fffffff);
  g_autoptr(GBytes) progressive = enlarge_jpeg (jpeg, 0xc2, 20000, 10000);
  g_autoptr(GBytes) too_large = enlarge_jpeg (jpeg, 0xc0, 20001, 20000);

  assert_refused (large_png, TEND_MEDIA_PNG, "too many dots");
  assert_refused (largest_png, TEND_MEDIA_PNG, "cannot be read");
  assert_refused (progressive, TEND_MEDIA_JPEG, "too many dots");
  assert_refused (too_large, TEND_MEDIA_JPEG, "too many dots");
}

/* The most memory that this process has had so far, in bytes. */
static gint64
most_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmHWM:");
  return g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10) * 1024;
}

/* 200 million dots as a camera's: taken, and held as twelve.  All would be 600 MB. */
static void
test_large_photograph (void)
{
  g_autoptr(GBytes) jpeg = make_picture ("jpeg", 20, 10);
  g_autoptr(GBytes) large = enlarge_jpeg (jpeg, 0xc0, 20000, 10000);
  gint64 before = most_memory ();
  g_autoptr(GError) error = NULL;
  g_autoptr(TendScan) scan = load (large, TEND_MEDIA_JPEG, &error);
  g_autoptr(GdkTexture) texture = NULL;

  g_assert_no_error (error);
  texture = tend_scan_render (scan, 0, 100, NULL, NULL, NULL);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 4898); /* √(12,000,000 x 2) */
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 2449);
  g_assert_cmpint (most_memory () - before, <, 250 * 1000 * 1000);
}

static void
test_can_show (void)
{
  g_assert_true (tend_scan_can_show (TEND_MEDIA_PDF));
  g_assert_true (tend_scan_can_show (TEND_MEDIA_JPEG));
  g_assert_true (tend_scan_can_show (TEND_MEDIA_PNG));
  g_assert_false (tend_scan_can_show (TEND_MEDIA_UNKNOWN));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/scan/pdf", test_pdf);
  g_test_add_func ("/app/scan/large-page", test_large_page);
  g_test_add_func ("/app/scan/cancelled", test_cancelled);
  g_test_add_func ("/app/scan/pictures", test_pictures);
  g_test_add_func ("/app/scan/damaged", test_damaged);
  g_test_add_func ("/app/scan/too-large", test_too_large);
  g_test_add_func ("/app/scan/large-photograph", test_large_photograph);
  g_test_add_func ("/app/scan/can-show", test_can_show);

  return g_test_run ();
}
