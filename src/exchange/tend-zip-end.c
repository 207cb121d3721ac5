/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-zip-private.h"

#include <string.h>

#define LOCAL   0x04034b50
#define LISTED  0x02014b50
#define END     0x06054b50
#define END64   0x06064b50
#define PLACE64 0x07064b50

#define END_SIZE     22
#define END64_SIZE   56
#define PLACE64_SIZE 20

#define ALL_32 0xffffffffu
#define ALL_16 0xffffu
#define NEEDS_64 45 /* the version that reads numbers this large */
#define NEEDS    20

static void
put (GByteArray *bytes,
     guint64     number,
     guint       size)
{
  for (guint i = 0; i < size; i++)
    {
      guint8 byte = number >> (8 * i);

      g_byte_array_append (bytes, &byte, 1);
    }
}

static guint64
get (const guint8 *bytes,
     guint         size)
{
  guint64 number = 0;

  for (guint i = size; i-- > 0;)
    number = number << 8 | bytes[i];

  return number;
}

static void
set (guint8  *bytes,
     guint64  number,
     guint    size)
{
  for (guint i = 0; i < size; i++)
    bytes[i] = number >> (8 * i);
}

/* As every ZIP has it, of what is stored without pressing; the polynomial is that of Ethernet. */
static guint32
crc32_of (const char *text)
{
  guint32 crc = ALL_32;

  for (const guint8 *byte = (const guint8 *) text; *byte != 0; byte++)
    {
      crc ^= *byte;
      for (guint i = 0; i < 8; i++)
        crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0);
    }

  return ~crc;
}

/* What the file itself and its line in the list have in common. */
static void
put_head (GByteArray *bytes,
          const char *name,
          const char *text,
          guint       needs,
          guint       extra)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  put (bytes, needs, 2);
  put (bytes, 0, 2); /* not locked */
  put (bytes, 0, 2); /* stored */
  put (bytes, g_date_time_get_hour (now) << 11 | g_date_time_get_minute (now) << 5
              | g_date_time_get_second (now) / 2, 2);
  put (bytes, (g_date_time_get_year (now) - 1980) << 9 | g_date_time_get_month (now) << 5
              | g_date_time_get_day_of_month (now), 2);
  put (bytes, crc32_of (text), 4);
  put (bytes, strlen (text), 4);
  put (bytes, strlen (text), 4);
  put (bytes, strlen (name), 2);
  put (bytes, extra, 2);
}

static void
put_line (GByteArray *bytes,
          const char *name,
          const char *text,
          guint64     offset)
{
  gboolean large = offset >= ALL_32;

  put (bytes, LISTED, 4);
  put (bytes, 3 << 8 | (large ? NEEDS_64 : NEEDS), 2); /* made on Unix */
  put_head (bytes, name, text, large ? NEEDS_64 : NEEDS, large ? 12 : 0);
  put (bytes, 0, 2);                        /* no comment */
  put (bytes, 0, 2);
  put (bytes, 0, 2);
  put (bytes, (guint64) 0100600 << 16, 4);  /* a file, for whoever has it */
  put (bytes, large ? ALL_32 : offset, 4);
  g_byte_array_append (bytes, (const guint8 *) name, strlen (name));
  if (large)
    {
      put (bytes, 1, 2);
      put (bytes, 8, 2);
      put (bytes, offset, 8);
    }
}

/* How many there are, how long the list is, and where; each twice in a large ZIP. */
static void
mend_end (guint8  *end,
          guint8  *end64,
          guint8  *place64,
          guint64  more,
          guint64  offset)
{
  if (end64 != NULL)
    {
      set (end64 + 24, get (end64 + 24, 8) + 1, 8);
      set (end64 + 32, get (end64 + 32, 8) + 1, 8);
      set (end64 + 40, get (end64 + 40, 8) + more, 8);
      set (end64 + 48, offset, 8);
      set (place64 + 8, offset + get (end64 + 40, 8), 8);
    }
  if (get (end + 8, 2) != ALL_16)
    {
      set (end + 8, get (end + 8, 2) + 1, 2);
      set (end + 10, get (end + 10, 2) + 1, 2);
    }
  if (get (end + 12, 4) != ALL_32)
    set (end + 12, get (end + 12, 4) + more, 4);
  if (get (end + 16, 4) != ALL_32)
    set (end + 16, offset, 4);
}

GByteArray *
tend_zip_end_with (const char *name,
                   const char *text,
                   guint64     offset,
                   GByteArray *list)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GByteArray) line = g_byte_array_new ();
  guint8 *end, *place64 = NULL, *end64 = NULL;
  guint64 begins;

  g_return_val_if_fail (name != NULL && text != NULL && list != NULL, NULL);

  if (list->len < END_SIZE)
    return NULL;
  end = list->data + list->len - END_SIZE;
  if (list->len >= END_SIZE + PLACE64_SIZE + END64_SIZE &&
      get (end - PLACE64_SIZE, 4) == PLACE64)
    {
      place64 = end - PLACE64_SIZE;
      end64 = place64 - END64_SIZE;
    }
  if (get (end, 4) != END || (end64 != NULL && get (end64, 4) != END64))
    return NULL;

  put (bytes, LOCAL, 4);
  put_head (bytes, name, text, NEEDS, 0);
  g_byte_array_append (bytes, (const guint8 *) name, strlen (name));
  g_byte_array_append (bytes, (const guint8 *) text, strlen (text));

  begins = offset + bytes->len;
  /* A list that small numbers do not reach needs the large ones, which are not there. */
  if (end64 == NULL && (begins >= ALL_32 || get (end + 8, 2) == ALL_16 - 1))
    return NULL;

  put_line (line, name, text, offset);
  mend_end (end, end64, place64, line->len, begins);
  g_byte_array_append (bytes, line->data, line->len);
  g_byte_array_append (bytes, list->data, list->len);
  return g_steal_pointer (&bytes);
}
