/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */

#include "tend-media.h"

#include <string.h>

/* ISO/IEC 10918-1, table B.1: markers; the first two are those of one pass. */
#define JPEG_BASELINE 0xc0
#define JPEG_EXTENDED 0xc1
#define JPEG_END      0xd9
#define JPEG_DOTS     0xda

static const struct { const char *type, *name, *ending; } kinds[] = {
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
  return kinds[self].type;
}

TendMedia
tend_media_from_type (const char *type)
{
  for (guint i = TEND_MEDIA_PDF; type != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].type, type) == 0)
      return i;

  return TEND_MEDIA_UNKNOWN;
}

const char *
tend_media_name (TendMedia self)
{
  return kinds[self].name;
}

const char *
tend_media_ending (TendMedia self)
{
  return kinds[self].ending;
}

/* JPEG: parts of a marker (0xff and its code), a length and that many bytes, until the
 * coded dots, which go on to the next marker.
 */
enum
{
  BETWEEN,     /* before a marker's 0xff */
  IN_MARKER,   /* behind it */
  IN_LENGTH,
  IN_PART,
  IN_DOTS,
  IN_DOTS_FF,  /* behind a 0xff that may be a marker's or a dot's */
};

/* 0xc0 to 0xcf begin a frame, but for tables (c4, cc) and what is kept free (c8). */
static gboolean
is_frame (guint8 code)
{
  return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
}

/* Markers that have no part: a restart, the beginning, and one for trials. */
static gboolean
is_alone (guint8 code)
{
  return (code >= 0xd0 && code <= 0xd8) || code == 0x01;
}

static void
see_marker (TendMediaWalk *self,
            guint8         code)
{
  if (is_frame (code) && !self->has_frame)
    {
      self->has_frame = TRUE;
      self->is_progressive = code != JPEG_BASELINE && code != JPEG_EXTENDED;
    }

  self->is_ended = code == JPEG_END;
  self->head[0] = code;
  self->n_head = 1;
  self->state = is_alone (code) ? BETWEEN : IN_LENGTH;
}

static void
see_length (TendMediaWalk *self,
            guint8         byte)
{
  self->head[self->n_head++] = byte;
  if (self->n_head < 3)
    return;

  self->skip = self->head[1] << 8 | self->head[2];
  self->skip = self->skip > 2 ? self->skip - 2 : 0;
  self->state = IN_PART;
}

static void
walk_jpeg (TendMediaWalk *self,
           guint8         byte)
{
  switch (self->state)
    {
    case BETWEEN:
      self->state = byte == 0xff ? IN_MARKER : BETWEEN;
      break;

    case IN_MARKER:
      if (byte != 0xff)
        see_marker (self, byte);
      break;

    case IN_LENGTH:
      see_length (self, byte);
      break;

    case IN_DOTS:
      self->state = byte == 0xff ? IN_DOTS_FF : IN_DOTS;
      break;

    case IN_DOTS_FF:
      if (byte == 0 || (byte >= 0xd0 && byte <= 0xd7))
        self->state = IN_DOTS;
      else if (byte != 0xff)
        see_marker (self, byte);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* PNG: eight bytes, then parts of a length, four letters, that many bytes and a sum. */
static void
walk_png (TendMediaWalk *self,
          guint8         byte)
{
  self->head[self->n_head++] = byte;
  if (self->n_head < 8)
    return;

  self->n_head = 0;
  if (self->state == BETWEEN)
    {
      self->state = IN_PART; /* that was the signature */
      return;
    }

  self->skip = 4 + ((guint64) self->head[0] << 24 | self->head[1] << 16 | self->head[2] << 8 |
                    self->head[3]);
  self->is_ended = memcmp (self->head + 4, "IEND", 4) == 0;
}

void
tend_media_walk_begin (TendMediaWalk *self,
                       TendMedia      media)
{
  *self = (TendMediaWalk) { .media = media };
}

/* Steps over as much of a part, or of the dots, as is there. */
static gsize
step_over (TendMediaWalk *self,
           const guint8  *bytes,
           gsize          length)
{
  gsize n = MIN (self->skip, length);
  const guint8 *ff;

  if (self->media == TEND_MEDIA_JPEG && self->state == IN_DOTS)
    {
      ff = memchr (bytes, 0xff, length);
      return ff != NULL ? (gsize) (ff - bytes) : length;
    }

  self->skip -= n;
  if (self->media == TEND_MEDIA_JPEG && self->state == IN_PART && self->skip == 0)
    self->state = self->head[0] == JPEG_DOTS ? IN_DOTS : BETWEEN;

  return n;
}

void
tend_media_walk (TendMediaWalk *self,
                 const guint8  *bytes,
                 gsize          length)
{
  gsize at = 0;

  if (self->media != TEND_MEDIA_JPEG && self->media != TEND_MEDIA_PNG)
    self->is_ended = TRUE;

  while (at < length && !self->is_ended)
    {
      at += step_over (self, bytes + at, length - at);
      if (at == length || self->skip > 0)
        break;

      if (self->media == TEND_MEDIA_JPEG)
        walk_jpeg (self, bytes[at++]);
      else
        walk_png (self, bytes[at++]);
    }
}
