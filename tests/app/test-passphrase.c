/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-passphrase.h"

static const struct
{
  const char             *text;
  TendPassphraseStrength  strength;
} cases[] = {
  { "", TEND_PASSPHRASE_NONE },
  { "a", TEND_PASSPHRASE_SHORT },
  { "sevench", TEND_PASSPHRASE_SHORT },

  /* Seven letters with accents are more than seven bytes, and still seven. */
  { "ŵŷŵŷŵŷŵ", TEND_PASSPHRASE_SHORT },
  { "password", TEND_PASSPHRASE_WEAK },

  /* Long, and yet nothing to guess. */
  { "aaaaaaaaaaaaaaaaaaaaaaaa", TEND_PASSPHRASE_WEAK },
  { "12345678901234567890", TEND_PASSPHRASE_WEAK },
  { "abababababababababababab", TEND_PASSPHRASE_WEAK },

  { "correct horse", TEND_PASSPHRASE_FAIR },
  { "correct horse battery staple", TEND_PASSPHRASE_STRONG },
  { "kettle Tuesday gorse lamp", TEND_PASSPHRASE_STRONG },
};

static void
test_judge (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (tend_passphrase_judge (cases[i].text), ==, cases[i].strength);
    }
}

/* More typing never makes it weaker. */
static void
test_grows (void)
{
  const char *text = "kettle Tuesday gorse lamp 1234 aaaa";
  TendPassphraseStrength last = TEND_PASSPHRASE_NONE;

  for (guint i = 0; i <= g_utf8_strlen (text, -1); i++)
    {
      g_autofree char *part = g_utf8_substring (text, 0, i);
      TendPassphraseStrength now = tend_passphrase_judge (part);

      g_assert_cmpint (now, >=, last);
      g_assert_nonnull (tend_passphrase_hint (now));
      last = now;
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/passphrase/judge", test_judge);
  g_test_add_func ("/passphrase/grows", test_grows);

  return g_test_run ();
}
