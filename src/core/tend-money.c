/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-money.h"

#include "tend-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More digits than this before the point is a slip of the finger, and keeps
 * every product with minutes, miles and percents far from overflowing. */
#define MAX_WHOLE_DIGITS 10

#define MINUS_SIGN "\xe2\x88\x92"
#define POUND_SIGN "\xc2\xa3"

gint64
tend_money_divide (gint64 numerator,
                   gint64 denominator)
{
  gint64 quotient, remainder;

  g_return_val_if_fail (denominator > 0, 0);

  quotient = numerator / denominator;
  remainder = ABS (numerator % denominator);

  /* Not "2 * remainder", which could overflow. */
  if (remainder >= denominator - remainder)
    quotient += numerator < 0 ? -1 : 1;

  return quotient;
}

gint64
tend_money_for_minutes (gint64 minutes,
                        gint64 rate_pence)
{
  return tend_money_divide (minutes * rate_pence, 60);
}

gint64
tend_money_for_miles (gint64 tenths,
                      gint64 rate_pence)
{
  return tend_money_divide (tenths * rate_pence, 10);
}

/* Three digits between commas, as people read it. */
static void
append_grouped (GString *text,
                guint64  whole)
{
  char digits[24];
  gsize length = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, whole);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
}

static guint64
magnitude (gint64 value)
{
  return value < 0 ? - (guint64) value : (guint64) value;
}

char *
tend_money_format (gint64 pence)
{
  GString *text = g_string_new (pence < 0 ? MINUS_SIGN POUND_SIGN : POUND_SIGN);

  append_grouped (text, magnitude (pence) / 100);
  g_string_append_printf (text, ".%02d", (int) (magnitude (pence) % 100));

  return g_string_free (text, FALSE);
}

char *
tend_money_format_plain (gint64 pence)
{
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02d", pence < 0 ? "-" : "",
                          magnitude (pence) / 100, (int) (magnitude (pence) % 100));
}

static gboolean
skip (const char **p,
      const char  *what)
{
  if (!g_str_has_prefix (*p, what))
    return FALSE;

  *p += strlen (what);
  return TRUE;
}

/* Digits with or without commas; with them, each but the first group has three. */
static gboolean
read_whole (const char **p,
            gint64      *whole,
            int         *n_digits)
{
  int in_group = 0;
  gboolean grouped = FALSE;

  for (*whole = 0, *n_digits = 0; g_ascii_isdigit (**p) || **p == ','; (*p)++)
    {
      if (**p == ',')
        {
          if (in_group == 0 || in_group > 3 || (grouped && in_group != 3))
            return FALSE;
          grouped = TRUE;
          in_group = 0;
          continue;
        }

      if (++*n_digits > MAX_WHOLE_DIGITS)
        return FALSE;
      *whole = *whole * 10 + (**p - '0');
      in_group++;
    }

  return !grouped || in_group == 3;
}

/* A number with up to @places decimals, as that many places of a whole number.
 * Zeros past the last place change nothing and are let through @extra deep. */
static gboolean
read_decimal (const char *p,
              int         places,
              int         extra,
              gint64     *value)
{
  int n_whole, n_decimals = 0;

  if (!read_whole (&p, value, &n_whole))
    return FALSE;

  if (skip (&p, "."))
    {
      for (; g_ascii_isdigit (*p); p++, n_decimals++)
        {
          if (n_decimals < places)
            *value = *value * 10 + (*p - '0');
          else if (*p != '0' || n_decimals >= places + extra)
            return FALSE;
        }
      if (n_decimals == 0)
        return FALSE;
    }

  for (int i = n_decimals; i < places; i++)
    *value *= 10;

  return *p == '\0' && n_whole + n_decimals > 0;
}

gboolean
tend_money_parse (const char  *text,
                  gint64      *pence,
                  GError     **error)
{
  g_autofree char *stripped = NULL;
  const char *p;
  gboolean negative;

  g_return_val_if_fail (text != NULL && pence != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  p = stripped;
  negative = skip (&p, "-") || skip (&p, MINUS_SIGN);
  skip (&p, POUND_SIGN);

  if (!read_decimal (p, 2, 0, pence))
    {
      g_autofree char *quote = tend_error_quote (text);

      *pence = 0;
      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("“%s” is not an amount of money. "
                     "Write pounds and pence, such as 20 or 20.50."), quote);
      return FALSE;
    }

  if (negative)
    *pence = - *pence;

  return TRUE;
}

char *
tend_tenths_format (gint64 tenths)
{
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%d", tenths < 0 ? "-" : "",
                          magnitude (tenths) / 10, (int) (magnitude (tenths) % 10));
}

char *
tend_number_format (gint64 number)
{
  GString *text = g_string_new (number < 0 ? MINUS_SIGN : "");

  append_grouped (text, magnitude (number));
  return g_string_free (text, FALSE);
}

char *
tend_tenths_format_long (gint64 tenths)
{
  GString *text = g_string_new (tenths < 0 ? MINUS_SIGN : "");

  append_grouped (text, magnitude (tenths) / 10);
  g_string_append_printf (text, ".%d", (int) (magnitude (tenths) % 10));
  return g_string_free (text, FALSE);
}

gboolean
tend_tenths_parse (const char  *text,
                   gint64      *tenths,
                   GError     **error)
{
  g_autofree char *stripped = NULL;
  const char *p;
  gboolean negative;

  g_return_val_if_fail (text != NULL && tenths != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  p = stripped;
  negative = skip (&p, "-") || skip (&p, MINUS_SIGN);

  if (!read_decimal (p, 1, 1, tenths))
    {
      g_autofree char *quote = tend_error_quote (text);

      *tenths = 0;
      g_set_error (error, TEND_ERROR, TEND_ERROR_INVALID,
                   _("“%s” is not a distance. Write miles and tenths, such as 7 or 7.4."), quote);
      return FALSE;
    }

  if (negative)
    *tenths = - *tenths;

  return TRUE;
}
