/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-csv.h"

#include <string.h>

static gboolean
is_number (const char *cell)
{
  char *end;

  g_ascii_strtod (cell, &end);
  return end != cell && *end == '\0';
}

static void
add_cell (GString    *text,
          const char *cell)
{
  gboolean formula = *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL && !is_number (cell);

  if (!formula && strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }

  g_string_append (text, formula ? "\"'" : "\"");
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append_c (text, '"');
}

void
tend_csv_add (GString *text,
              ...)
{
  const char *cell;
  gboolean first = TRUE;
  va_list cells;

  va_start (cells, text);
  while ((cell = va_arg (cells, const char *)) != NULL)
    {
      if (!first)
        g_string_append_c (text, ',');
      add_cell (text, cell);
      first = FALSE;
    }
  va_end (cells);

  g_string_append (text, "\r\n");
}
