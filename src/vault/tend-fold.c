/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-vault-private.h"

/* tend_fold(text) is what search compares: "SIAN" and "Siân" fold to "sian",
 * "O’Neill" to "o'neill".  SQLite's own lower() knows ASCII alone.
 */

static char *
fold_ascii (const char *text)
{
  return g_ascii_strdown (text, -1);
}

static char *
fold_unicode (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_sized_new (strlen (apart));

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK)
        continue;

      /* The apostrophes that word processors put in names. */
      if (c == 0x2018 || c == 0x2019 || c == 0x02bc)
        c = '\'';

      g_string_append_unichar (plain, c);
    }

  return g_string_free (plain, FALSE);
}

static void
fold_cb (sqlite3_context  *context,
         int               n_values,
         sqlite3_value   **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);
  char *folded;

  if (text == NULL)
    {
      sqlite3_result_null (context);
      return;
    }

  folded = g_str_is_ascii (text) ? fold_ascii (text) : fold_unicode (text);
  sqlite3_result_text (context, folded, -1, g_free);
}

int
tend_fold_register (sqlite3 *db)
{
  return sqlite3_create_function_v2 (db, "tend_fold", 1,
                                     SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                     NULL, fold_cb, NULL, NULL, NULL);
}
