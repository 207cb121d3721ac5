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

/* Segments are stepped over: what looks like a frame inside a thumbnail is none. */
static void
test_progressive (void)
{
  static const struct { const char *head; gsize length; gboolean progressive; } cases[] = {
    { "\xff\xd8" "\xff\xc0\0\x0b", 6, FALSE },
    { "\xff\xd8" "\xff\xc1\0\x0b", 6, FALSE },
    { "\xff\xd8" "\xff\xc2\0\x0b", 6, TRUE },
    { "\xff\xd8" "\xff\xe1\0\x06" "\xff\xc2\0\x0b" "\xff\xc0\0\x0b", 14, FALSE },
    { "\xff\xd8" "\xff\xe1\0\x06" "\xff\xc0\0\x0b" "\xff\xff\xc2\0\x0b", 15, TRUE },
    { "\xff\xd8" "\xff\xc4\0\x02" "\xff\xc0\0\x0b", 10, FALSE },
    { "\xff\xd8" "\xff\xe1\xff\xff", 6, TRUE },
    { "", 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (tend_media_is_progressive ((const guint8 *) cases[i].head, cases[i].length),
                     ==, cases[i].progressive);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/media/guess", test_guess);
  g_test_add_func ("/core/media/edge", test_edge);
  g_test_add_func ("/core/media/names", test_names);
  g_test_add_func ("/core/media/progressive", test_progressive);

  return g_test_run ();
}
