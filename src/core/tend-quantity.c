/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quantities of medicine, and how the words of a dose are read. */

#include "tend-quantity.h"

#include "tend-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_WHOLE_DIGITS 6
#define MAX_DECIMALS 3

static const char * const number_words[] = {
  "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
};

/* Reads digits and at most three decimals; FALSE where there are none, or more. */
static gboolean
read_number (const char **p,
             gint64      *quantity)
{
  const char *c = *p;
  int n_whole = 0, n_decimals = 0;

  for (*quantity = 0; g_ascii_isdigit (*c); c++, n_whole++)
    if (n_whole < MAX_WHOLE_DIGITS)
      *quantity = *quantity * 10 + (*c - '0');

  if (*c == '.' && g_ascii_isdigit (c[1]))
    for (c++; g_ascii_isdigit (*c); c++, n_decimals++)
      if (n_decimals < MAX_DECIMALS)
        *quantity = *quantity * 10 + (*c - '0');

  for (int i = n_decimals; i < MAX_DECIMALS; i++)
    *quantity *= 10;

  *p = c;
  return n_whole > 0 && n_whole <= MAX_WHOLE_DIGITS && n_decimals <= MAX_DECIMALS;
}

gboolean
tend_quantity_parse (const char  *text,
                     gint64      *quantity,
                     GError     **error)
{
  const char *p = text;
  g_autofree char *shown = NULL;

  if (read_number (&p, quantity) && *p == '\0')
    return TRUE;

  shown = tend_error_quote (text);
  if (strchr (text, ',') != NULL)
    g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                 _("“%s” has a comma: write a quantity with a point, such as 1.5."), shown);
  else
    g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                 _("“%s” is not a quantity such as 2 or 1.5."), shown);
  return FALSE;
}

/* "½" and its like at @p, in thousandths. */
static gboolean
read_fraction (const char **p,
               gint64      *quantity)
{
  static const struct { const char *text; gint64 quantity; } fractions[] = {
    { "½", 500 }, { "¼", 250 }, { "¾", 750 }, { "1/2", 500 }, { "1/4", 250 }, { "3/4", 750 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    if (g_str_has_prefix (*p, fractions[i].text))
      {
        *p += strlen (fractions[i].text);
        *quantity = fractions[i].quantity;
        return TRUE;
      }

  return FALSE;
}

/* "1½", "1 1/2", "½", "1.5". */
static gboolean
read_typed (const char **p,
            gint64      *quantity)
{
  gint64 part = 0;
  const char *after;

  if (read_fraction (p, quantity))
    return TRUE;
  if (!read_number (p, quantity))
    return FALSE;

  after = *p;
  while (*after == ' ')
    after++;
  if (*quantity % TEND_QUANTITY_UNIT == 0 && read_fraction (&after, &part))
    {
      *quantity += part;
      *p = after;
    }

  return TRUE;
}

gboolean
tend_quantity_parse_typed (const char  *text,
                           gint64      *quantity,
                           GError     **error)
{
  const char *p = text;

  if (read_typed (&p, quantity) && *p == '\0')
    return TRUE;

  return tend_quantity_parse (text, quantity, error);
}

char *
tend_quantity_format (gint64 quantity)
{
  guint64 size = quantity < 0 ? - (guint64) quantity : (guint64) quantity;
  char *text = g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%03d", quantity < 0 ? "-" : "",
                                size / TEND_QUANTITY_UNIT, (int) (size % TEND_QUANTITY_UNIT));
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  text[length] = '\0';

  return text;
}

void
tend_dose_text_clear (TendDoseText *self)
{
  g_clear_pointer (&self->unit, g_free);
}

/* A number in words at @p, as a whole word; "half" too. */
static gboolean
read_word (const char **p,
           gint64      *quantity)
{
  gsize length = 0;

  while (g_ascii_isalpha ((*p)[length]))
    length++;

  for (guint i = 1; i < G_N_ELEMENTS (number_words); i++)
    if (length == strlen (number_words[i]) &&
        g_ascii_strncasecmp (*p, number_words[i], length) == 0)
      {
        *p += length;
        *quantity = i * TEND_QUANTITY_UNIT;
        return TRUE;
      }

  if (length != 4 || g_ascii_strncasecmp (*p, "half", 4) != 0)
    return FALSE;

  *p += length;
  *quantity = TEND_QUANTITY_UNIT / 2;
  return TRUE;
}

static gboolean
read_amount (const char **p,
             gint64      *quantity)
{
  return read_word (p, quantity) || read_typed (p, quantity);
}

static void
skip_spaces (const char **p)
{
  while (**p == ' ')
    (*p)++;
}

/* What joins the two numbers of a range. */
static gboolean
skip_joint (const char **p)
{
  static const char * const joints[] = { "-", "–", "—", "to ", "or " };

  skip_spaces (p);
  for (guint i = 0; i < G_N_ELEMENTS (joints); i++)
    if (g_ascii_strncasecmp (*p, joints[i], strlen (joints[i])) == 0)
      {
        *p += strlen (joints[i]);
        skip_spaces (p);
        return TRUE;
      }

  return FALSE;
}

static char *
read_unit (const char *p)
{
  gsize length;

  skip_spaces (&p);
  length = strcspn (p, " ,;.(/0123456789");

  return length > 0 ? g_strndup (p, length) : NULL;
}

gboolean
tend_dose_text_read (const char   *text,
                     TendDoseText *dose)
{
  const char *p = text != NULL ? text : "";
  const char *after;
  gboolean found = FALSE;
  gint64 most;

  *dose = (TendDoseText) { 0 };

  /* To the first number: each word is tried from its beginning. */
  for (; *p != '\0' && !found; p += found ? 0 : g_utf8_next_char (p) - p)
    found = (p == text || !g_ascii_isalnum (p[-1])) && read_amount (&p, &dose->least);

  if (!found)
    return FALSE;

  dose->most = dose->least;
  after = p;
  if (skip_joint (&after) && read_amount (&after, &most) && most >= dose->least)
    {
      dose->most = most;
      p = after;
    }
  dose->unit = read_unit (p);

  return TRUE;
}

gint64
tend_strength_micrograms (const char *text)
{
  static const struct { const char *name; gint64 micrograms; } masses[] = {
    { "microgram", 1 }, { "mcg", 1 }, { "mg", 1000 }, { "g", 1000000 },
  };
  const char *p = text != NULL ? text : "";
  gint64 amount, volume = TEND_QUANTITY_UNIT;

  if (!read_number (&p, &amount))
    return 0;

  skip_spaces (&p);
  for (guint i = 0; i < G_N_ELEMENTS (masses); i++)
    {
      gsize length = strlen (masses[i].name);

      if (g_ascii_strncasecmp (p, masses[i].name, length) != 0)
        continue;

      p += length;
      while (*p == 's' || *p == ' ')
        p++;
      if (*p == '/')
        {
          p++;
          skip_spaces (&p);
          if (g_ascii_isdigit (*p) && !read_number (&p, &volume))
            return 0;
          skip_spaces (&p);
          if (g_ascii_strncasecmp (p, "ml", 2) != 0 || volume == 0)
            return 0;
          p += 2;
        }

      return *p == '\0' ? amount * masses[i].micrograms / volume : 0;
    }

  return 0;
}
