/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-error.h"

G_DEFINE_QUARK (tend-error-quark, tend_error)

/* Longer than any date, time or amount, shorter than a line. */
#define MAX_QUOTE 40

char *
tend_error_quote (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *cut = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_strstrip (g_utf8_make_valid (text, -1));
  if (g_utf8_strlen (valid, -1) <= MAX_QUOTE)
    return g_steal_pointer (&valid);

  cut = g_utf8_substring (valid, 0, MAX_QUOTE);

  return g_strconcat (cut, "…", NULL);
}
