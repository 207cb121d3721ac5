/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */

#include "tend-media.h"

#include <string.h>

/* ISO/IEC 10918-1, table B.1: the frame headers of Huffman coding with one pass. */
#define JPEG_BASELINE 0xc0
#define JPEG_EXTENDED 0xc1

static const struct { const char *type, *name, *ending; } media[] = {
  [TEND_MEDIA_UNKNOWN] = { "application/octet-stream", "", "" },
  [TEND_MEDIA_PDF] = { "application/pdf", "PDF", ".pdf" },
  [TEND_MEDIA_JPEG] = { "image/jpeg", "JPEG", ".jpg" },
  [TEND_MEDIA_PNG] = { "image/png", "PNG", ".png" },
  [TEND_MEDIA_HEIC] = { "image/heif", "HEIC", ".heic" },
};

static gboolean
begins (gconstpointer  bytes,
        gsize          length,
        const char    *with,
        gsize          n)
{
  return length >= n && memcmp (bytes, with, n) == 0;
}

/* ISO/IEC 23008-12: a box "ftyp" first, of a brand for still pictures. */
static gboolean
is_heic (const char *bytes,
         gsize       length)
{
  static const char *const brands[] = { "heic", "heix", "heim", "heis", "mif1", "msf1" };

  if (length < 12 || memcmp (bytes + 4, "ftyp", 4) != 0)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (brands); i++)
    if (memcmp (bytes + 8, brands[i], 4) == 0)
      return TRUE;

  return FALSE;
}

TendMedia
tend_media_guess (gconstpointer bytes,
                  gsize         length)
{
  if (begins (bytes, length, "\xff\xd8\xff", 3))
    return TEND_MEDIA_JPEG;
  if (begins (bytes, length, "\x89PNG\r\n\x1a\n", 8))
    return TEND_MEDIA_PNG;
  if (is_heic (bytes, length))
    return TEND_MEDIA_HEIC;

  /* Some scanners write a line or two before it; readers allow for 1024 bytes. */
  if (length > 0 && memmem (bytes, MIN (length, TEND_MEDIA_HEAD), "%PDF-", 5) != NULL)
    return TEND_MEDIA_PDF;

  return TEND_MEDIA_UNKNOWN;
}

const char *
tend_media_type (TendMedia self)
{
  return media[self].type;
}

TendMedia
tend_media_from_type (const char *type)
{
  for (guint i = TEND_MEDIA_PDF; type != NULL && i < G_N_ELEMENTS (media); i++)
    if (strcmp (media[i].type, type) == 0)
      return i;

  return TEND_MEDIA_UNKNOWN;
}

const char *
tend_media_name (TendMedia self)
{
  return media[self].name;
}

const char *
tend_media_ending (TendMedia self)
{
  return media[self].ending;
}

/* 0xc0 to 0xcf begin a frame, but for tables (c4, cc) and what is kept free (c8). */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

gboolean
tend_media_is_progressive (const guint8 *head,
                           gsize         length)
{
  gsize at = 2;

  while (at + 4 <= length && head[at] == 0xff)
    {
      guint8 marker = head[at + 1];

      if (marker == 0xff)
        at++; /* filling */
      else if (is_frame (marker))
        return marker != JPEG_BASELINE && marker != JPEG_EXTENDED;
      else
        at += 2 + (head[at + 2] << 8 | head[at + 3]);
    }

  /* Not found: as bad as it can be. */
  return TRUE;
}
