/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be said of a file's text without parsing it. */

#include "tend-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
tend_reader_place (const char *text,
                   gsize       offset,
                   const char *format)
{
  guint line = 1;
  const char *start = text;
  const char *stop = text + offset;

  for (const char *c = text; (c = memchr (c, '\n', stop - c)) != NULL; start = ++c)
    line++;

  return g_strdup_printf (format, line, (guint) g_utf8_strlen (start, stop - start) + 1);
}

/* The number in "\uXXXX", or -1. */
static int
read_escape (const char *text)
{
  int number = 0;

  if (text[0] != '\\' || text[1] != 'u')
    return -1;

  for (int i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return -1;
      number = number * 16 + digit;
    }

  return number;
}

/* yajl takes half a surrogate pair, which is no character, for a "?". */
static const char *
find_half_character (const char *text)
{
  for (const char *c = text; (c = strchr (c, '\\')) != NULL;)
    {
      int number = read_escape (c);

      if (number >= 0xd800 && number <= 0xdbff)
        {
          int second = read_escape (c + 6);

          if (second < 0xdc00 || second > 0xdfff)
            return c;
          c += 12;
        }
      else if (number >= 0xdc00 && number <= 0xdfff)
        {
          return c;
        }
      else
        {
          c += c[1] != '\0' ? 2 : 1;
        }
    }

  return NULL;
}

gboolean
tend_reader_check_text (const char       *text,
                        gsize             length,
                        TendImportReport *report)
{
  const char *end;
  g_autofree char *message = NULL;

  if (strspn (text, " \t\r\n") == length)
    message = g_strdup (_("The file is empty."));
  else if (!g_utf8_validate_len (text, length, &end))
    message = tend_reader_place (text, end - text,
                                 _("The file is not readable text:"
                                   " at line %u, column %u it is not UTF-8."));
  else if ((end = find_half_character (text)) != NULL)
    message = tend_reader_place (text, end - text,
                                 _("At line %u, column %u the file has half a character"
                                   " (one “\\u” of two)."));

  if (message != NULL)
    tend_import_report_add (report, TEND_IMPORT_WHOLE_FILE, message);

  return message == NULL;
}
