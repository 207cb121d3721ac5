/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-media.h"

#include <string.h>

static void
test_guess (void)
{
  static const struct { const char *bytes; gsize length; TendMedia media; } cases[] = {
    { "%PDF-1.7\n", 9, TEND_MEDIA_PDF },
    { "Scanned\r\n%PDF-1.4\n", 18, TEND_MEDIA_PDF },
    { "%PDF", 4, TEND_MEDIA_UNKNOWN },
    { "\xff\xd8\xff\xe0", 4, TEND_MEDIA_JPEG },
    { "\xff\xd8", 2, TEND_MEDIA_UNKNOWN },
    { "\x89PNG\r\n\x1a\n", 8, TEND_MEDIA_PNG },
    { "\x89PNG\n\x1a\n\n", 8, TEND_MEDIA_UNKNOWN },
    { "\0\0\0\x18" "ftypheic", 12, TEND_MEDIA_HEIC },
    { "\0\0\0\x18" "ftypmif1", 12, TEND_MEDIA_HEIC },
    { "\0\0\0\x18" "ftypisom", 12, TEND_MEDIA_UNKNOWN },
    { "\0\0\0\x18" "ftyphei", 11, TEND_MEDIA_UNKNOWN },
    { "Dear all", 8, TEND_MEDIA_UNKNOWN },
    { "<svg xmlns=", 11, TEND_MEDIA_UNKNOWN },
    { "", 0, TEND_MEDIA_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tend_media_guess (cases[i].bytes, cases[i].length), ==, cases[i].media);
}

/* A PDF's beginning counts up to 1024 bytes from the first, and no further. */
static void
test_edge (void)
{
  char bytes[1100];

  memset (bytes, ' ', sizeof bytes);
  memcpy (bytes + 1024 - 5, "%PDF-", 5);
  g_assert_cmpint (tend_media_guess (bytes, sizeof bytes), ==, TEND_MEDIA_PDF);
  memset (bytes, ' ', sizeof bytes);
  memcpy (bytes + 1024 - 4, "%PDF-", 5);
  g_assert_cmpint (tend_media_guess (bytes, sizeof bytes), ==, TEND_MEDIA_UNKNOWN);
}

static void
test_names (void)
{
  for (TendMedia media = TEND_MEDIA_PDF; media <= TEND_MEDIA_HEIC; media++)
    g_assert_cmpint (tend_media_from_type (tend_media_type (media)), ==, media);

  g_assert_cmpint (tend_media_from_type ("text/html"), ==, TEND_MEDIA_UNKNOWN);
  g_assert_cmpint (tend_media_from_type (NULL), ==, TEND_MEDIA_UNKNOWN);
  g_assert_cmpstr (tend_media_name (TEND_MEDIA_JPEG), ==, "JPEG");
  g_assert_cmpstr (tend_media_ending (TEND_MEDIA_JPEG), ==, ".jpg");
}

/* The same whether it comes at once or byte by byte. */
static TendMediaWalk
walk (TendMedia     media,
      const char   *bytes,
      gsize         length)
{
  TendMediaWalk whole, single;

  tend_media_walk_begin (&whole, media);
  tend_media_walk_begin (&single, media);
  tend_media_walk (&whole, (const guint8 *) bytes, length);
  for (gsize i = 0; i < length; i++)
    tend_media_walk (&single, (const guint8 *) bytes + i, 1);

  g_assert_cmpint (whole.is_ended, ==, single.is_ended);
  g_assert_cmpint (whole.is_progressive, ==, single.is_progressive);
  return whole;
}

#define SOI     "\xff\xd8"
/* With what is an end and a frame elsewhere. */
#define EXIF    "\xff\xe1\x00\x06\xff\xd9\xff\xc2"
#define TABLE   "\xff\xc4\x00\x02"
#define SOF(n)  "\xff" n "\x00\x04\x08\x00"
#define SOS     "\xff\xda\x00\x03\x01"
#define DOTS    "\x12\xff\x00\xff\xd3\x34"
#define EOI     "\xff\xd9"

static void
test_jpeg (void)
{
#define CASE(text, progressive, ended) { text, sizeof text - 1, progressive, ended }
  static const struct { const char *bytes; gsize length; gboolean progressive, ended; } cases[] = {
    CASE (SOI SOF ("\xc0") TABLE SOS DOTS EOI, FALSE, TRUE),
    CASE (SOI EXIF SOF ("\xc0") TABLE SOS DOTS EOI, FALSE, TRUE),
    CASE (SOI EXIF SOF ("\xc1") SOS DOTS EOI "a film behind it", FALSE, TRUE),
    CASE (SOI SOF ("\xc2") SOS DOTS TABLE SOS DOTS EOI, TRUE, TRUE),
    CASE (SOI "\xff\xff" SOF ("\xc2") SOS DOTS "\xff" EOI, TRUE, TRUE),
    CASE (SOI EXIF SOF ("\xc0") TABLE SOS DOTS, FALSE, FALSE),
    CASE (SOI EXIF SOF ("\xc0") TABLE SOS DOTS "\xff", FALSE, FALSE),
    CASE (SOI SOF ("\xc2") SOS DOTS TABLE SOS DOTS, TRUE, FALSE),
    CASE (SOI EXIF, FALSE, FALSE),
    CASE (SOI "\xff\xe1\xff\xff" EOI, FALSE, FALSE),
    CASE ("", FALSE, FALSE),
  };
#undef CASE

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TendMediaWalk told = walk (TEND_MEDIA_JPEG, cases[i].bytes, cases[i].length);

      g_assert_cmpint (told.is_progressive, ==, cases[i].progressive);
      g_assert_cmpint (told.is_ended, ==, cases[i].ended);
    }
}

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define IDAT      "\0\0\0\x04" "IDAT" "IEND" "\1\2\3\4"
#define IEND      "\0\0\0\0" "IEND" "\xae\x42\x60\x82"

static void
test_png (void)
{
#define CASE(text, ended) { text, sizeof text - 1, ended }
  static const struct { const char *bytes; gsize length; gboolean ended; } cases[] = {
    CASE (SIGNATURE IDAT IEND, TRUE),
    CASE (SIGNATURE IDAT IDAT IEND "more", TRUE),
    CASE (SIGNATURE IDAT, FALSE),
    CASE (SIGNATURE IDAT "\0\0\0\0" "IEN", FALSE),
    CASE (SIGNATURE "\xff\xff\xff\xff" "IDAT" IEND, FALSE),
    CASE ("", FALSE),
  };
#undef CASE

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (walk (TEND_MEDIA_PNG, cases[i].bytes, cases[i].length).is_ended, ==,
                     cases[i].ended);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/media/guess", test_guess);
  g_test_add_func ("/core/media/edge", test_edge);
  g_test_add_func ("/core/media/names", test_names);
  g_test_add_func ("/core/media/jpeg", test_jpeg);
  g_test_add_func ("/core/media/png", test_png);

  return g_test_run ();
}
