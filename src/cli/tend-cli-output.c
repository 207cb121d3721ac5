/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers for people and for programs. */

#include "tend-cli.h"

#include <stdio.h>
#include <string.h>

#define GAP 2

struct _TendCliTable
{
  GPtrArray *heads; /* text; ended by no NULL */
  GPtrArray *rows;  /* GStrv, or NULL for a line */
};

void
tend_cli_print (const char *format,
                ...)
{
  va_list arguments;

  va_start (arguments, format);
  vprintf (format, arguments);
  va_end (arguments);
}

void
tend_cli_warn (const char *message)
{
  fflush (stdout);
  fprintf (stderr, "tend-cli: %s\n", message);
}

void
tend_cli_print_bytes (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  fwrite (text, 1, length, stdout);
}

void
tend_cli_print_json (TendWriter *writer)
{
  g_autoptr(GBytes) bytes = tend_writer_finish (writer);

  tend_cli_print_bytes (bytes);
}

TendCliTable *
tend_cli_table_new (const char * const *heads)
{
  TendCliTable *self = g_new (TendCliTable, 1);

  self->heads = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (; *heads != NULL; heads++)
    g_ptr_array_add (self->heads, g_strdup (*heads));

  return self;
}

void
tend_cli_table_add (TendCliTable *self,
                    ...)
{
  char **row = g_new0 (char *, self->heads->len + 1);
  va_list arguments;

  va_start (arguments, self);
  for (guint i = 0; i < self->heads->len; i++)
    {
      const char *cell = va_arg (arguments, const char *);

      /* A note of several lines would tear the table. */
      row[i] = g_strdelimit (g_strdup (cell != NULL ? cell : ""), "\n\t\r", ' ');
    }
  va_end (arguments);

  g_ptr_array_add (self->rows, row);
}

void
tend_cli_table_rule (TendCliTable *self)
{
  g_ptr_array_add (self->rows, NULL);
}

/* How many places a terminal gives it. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
print_cell (const char *text,
            guint       width,
            gboolean    right,
            gboolean    last)
{
  int fill = width - width_of (text);

  if (right)
    tend_cli_print ("%*s%s", fill, "", text);
  else
    tend_cli_print ("%s%*s", text, last ? 0 : fill, "");

  if (last)
    tend_cli_print ("\n");
  else
    tend_cli_print ("%*s", GAP, "");
}

static const char *
head_text (TendCliTable *self,
           guint         column)
{
  const char *head = self->heads->pdata[column];

  return *head == '>' ? head + 1 : head;
}

static void
print_row (TendCliTable *self,
           const guint  *widths,
           char        **row)
{
  for (guint i = 0; i < self->heads->len; i++)
    print_cell (row != NULL ? row[i] : head_text (self, i), widths[i],
                *(const char *) self->heads->pdata[i] == '>', i + 1 == self->heads->len);
}

static void
print_rule (guint width)
{
  for (guint i = 0; i < width; i++)
    tend_cli_print ("─");
  tend_cli_print ("\n");
}

void
tend_cli_table_print (TendCliTable *self,
                      const char   *none)
{
  guint n = self->heads->len;
  g_autofree guint *widths = g_new (guint, n);
  guint total = GAP * (n - 1);

  for (guint i = 0; i < n; i++)
    {
      widths[i] = width_of (head_text (self, i));
      for (guint j = 0; j < self->rows->len; j++)
        if (self->rows->pdata[j] != NULL)
          widths[i] = MAX (widths[i], width_of (((char **) self->rows->pdata[j])[i]));
      total += widths[i];
    }

  if (self->rows->len == 0)
    {
      tend_cli_print ("%s\n", none);
    }
  else
    {
      print_row (self, widths, NULL);
      print_rule (total);
    }

  for (guint j = 0; j < self->rows->len; j++)
    {
      if (self->rows->pdata[j] == NULL)
        print_rule (total);
      else
        print_row (self, widths, self->rows->pdata[j]);
    }

  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
