/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-bank-secret.h"

#include <string.h>

#define FEWEST_DIGITS 13
#define MOST_DIGITS 19

/* How far from the word the four digits may stand: "PIN for the card is 1234". */
#define NEAR 24

/* Whether the last digit checks the others (Luhn, ISO/IEC 7812-1). */
static gboolean
check_digit_is_right (const char *digits,
                      guint       n)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    {
      guint digit = digits[n - 1 - i] - '0';

      if (i % 2 == 1)
        digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
      sum += digit;
    }

  return sum % 10 == 0;
}

/* A run of digits with single spaces or hyphens in it. */
static gboolean
starts_card_number (const char *text)
{
  char digits[MOST_DIGITS];
  guint n = 0;

  for (; g_ascii_isdigit (*text); text++)
    {
      if (n == MOST_DIGITS)
        return FALSE;
      digits[n++] = *text;
      if ((text[1] == ' ' || text[1] == '-') && g_ascii_isdigit (text[2]))
        text++;
    }

  /* Zeros alone pass the check, and are a place kept free. */
  return n >= FEWEST_DIGITS && digits[0] != '0' && check_digit_is_right (digits, n);
}

/* Where a run like the above ends. */
static const char *
skip_digits (const char *text)
{
  while (g_ascii_isdigit (*text))
    text += (text[1] == ' ' || text[1] == '-') && g_ascii_isdigit (text[2]) ? 2 : 1;

  return text;
}

static gboolean
is_word_character (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/* Whether @at, in the text from @start, is "PIN" or "PINs" as a word of its own. */
static gboolean
is_pin (const char *start,
        const char *at)
{
  if (g_ascii_strncasecmp (at, "pin", 3) != 0 || (at > start && is_word_character (at[-1])))
    return FALSE;

  at += 3;
  return !is_word_character (g_ascii_tolower (*at) == 's' ? at[1] : *at);
}

static gboolean
has_four_digits (const char *start,
                 const char *end)
{
  guint n = 0;

  for (const char *c = start; c <= end; c++)
    {
      if (c < end && g_ascii_isdigit (*c))
        n++;
      else if (n == 4)
        return TRUE;
      else
        n = 0;
    }

  return FALSE;
}

/* A run of digits that the edge of what is near would cut is taken whole. */
static gboolean
is_near_four_digits (const char *text,
                     const char *pin)
{
  const char *start = pin - text > NEAR ? pin - NEAR : text;
  const char *end = pin + MIN (strlen (pin), NEAR + 3);

  while (start > text && g_ascii_isdigit (start[-1]))
    start--;
  while (g_ascii_isdigit (*end))
    end++;

  return has_four_digits (start, end);
}

TendBankSecret
tend_bank_secret_find (const char *text)
{
  TendBankSecret found = TEND_BANK_SECRET_NONE;

  if (text == NULL)
    return found;

  for (const char *c = text; *c != '\0';)
    {
      if (g_ascii_isdigit (*c))
        {
          if (starts_card_number (c))
            return TEND_BANK_SECRET_CARD;
          c = skip_digits (c);
          continue;
        }
      if (is_pin (text, c) && is_near_four_digits (text, c))
        found = TEND_BANK_SECRET_PIN;
      c++;
    }

  return found;
}
