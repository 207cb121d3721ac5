/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-recovery.h"

#include "tend-error.h"

#include <string.h>

#define GROUP_LENGTH 5

/* All that may stand in a typed key: what keys are made of and what they are not. */
static const char typed_alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

static const char left_out[] = "0O1IL2Z5S8BUV";

/* The test's own copy of a key in plain form: groups without dashes. */
static char *
plain_of (const char *key)
{
  GString *plain = g_string_new (NULL);

  for (; *key != '\0'; key++)
    {
      if (*key != '-')
        g_string_append_c (plain, *key);
    }

  return g_string_free (plain, FALSE);
}

static void
assert_reads (const char *typed,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  char *plain = tend_recovery_normalise (typed, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plain, ==, expected);
  tend_recovery_free (plain);
}

static void
assert_says (const char *typed,
             const char *part)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (tend_recovery_normalise (typed, &error));
  g_assert_error (error, TEND_ERROR, TEND_ERROR_LOCKED);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

static void
test_generate (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean used[128] = { FALSE };
  guint n_used = 0;

  for (int round = 0; round < 300; round++)
    {
      char *key = tend_recovery_generate ();
      g_auto(GStrv) groups = g_strsplit (key, "-", -1);
      g_autofree char *plain = plain_of (key);

      g_assert_cmpuint (g_strv_length (groups), ==, tend_recovery_n_groups ());
      for (guint i = 0; groups[i] != NULL; i++)
        {
          g_autofree char *group = tend_recovery_group (key, i);

          g_assert_cmpuint (strlen (groups[i]), ==, GROUP_LENGTH);
          g_assert_cmpstr (group, ==, groups[i]);
        }
      for (const char *c = plain; *c != '\0'; c++)
        {
          g_assert_null (strchr (left_out, *c));
          n_used += !used[(guint) *c];
          used[(guint) *c] = TRUE;
        }

      assert_reads (key, plain);
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&plain)));
      tend_recovery_free (key);
    }

  /* 4 random characters of 23 in each group: 28 x log2 (23) = 126.6 bits. */
  g_assert_cmpuint (n_used, ==, 36 - strlen (left_out));
  g_assert_cmpuint (tend_recovery_n_groups () * (GROUP_LENGTH - 1), ==, 28);
}

static void
test_ways_to_type (void)
{
  char *key = tend_recovery_generate ();
  g_autofree char *plain = plain_of (key);
  g_autofree char *lower = g_ascii_strdown (key, -1);
  g_autofree char *lower_plain = g_ascii_strdown (plain, -1);
  g_auto(GStrv) groups = g_strsplit (key, "-", -1);
  static const char *const separators[] = { " ", "  ", "\n", "\t", " - ", "–", "—", "\u00a0", ".",
                                            "\u2011", "\u2212" };

  assert_reads (lower, plain);
  assert_reads (plain, plain);
  assert_reads (lower_plain, plain);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      g_autofree char *typed = g_strjoinv (separators[i], groups);
      g_autofree char *padded = g_strconcat (" \n", typed, "\r\n", NULL);

      assert_reads (typed, plain);
      assert_reads (padded, plain);
    }

  tend_recovery_free (key);
}

/* Every single wrong character is named as a slip of its own group. */
static void
test_substitutions (void)
{
  char *key = tend_recovery_generate ();
  g_autofree char *plain = plain_of (key);
  gsize length = strlen (plain);

  for (gsize i = 0; i < length; i++)
    {
      char right = plain[i];
      g_autofree char *expected = g_strdup_printf ("Group %u,", (guint) i / GROUP_LENGTH + 1);

      for (const char *c = typed_alphabet; *c != '\0'; c++)
        {
          if (*c == right)
            continue;

          plain[i] = *c;
          assert_says (plain, expected);
        }
      plain[i] = right;
    }

  assert_reads (plain, plain);
  tend_recovery_free (key);
}

/* Two neighbours that changed places: in one group, or over its edge (then the
 * first of the two groups is named).
 */
static void
test_transpositions (void)
{
  for (int round = 0; round < 200; round++)
    {
      char *key = tend_recovery_generate ();
      g_autofree char *plain = plain_of (key);
      gsize length = strlen (plain);

      for (gsize i = 0; i + 1 < length; i++)
        {
          g_autofree char *typed = g_strdup (plain);
          g_autofree char *expected = g_strdup_printf ("Group %u,", (guint) i / GROUP_LENGTH + 1);

          if (plain[i] == plain[i + 1])
            continue;

          typed[i] = plain[i + 1];
          typed[i + 1] = plain[i];
          assert_says (typed, expected);
        }

      tend_recovery_free (key);
    }
}

/* Not only neighbours: any two in a group, and any two whole groups. */
static void
test_other_exchanges (void)
{
  char *key = tend_recovery_generate ();
  g_autofree char *plain = plain_of (key);
  guint n_groups = tend_recovery_n_groups ();

  for (guint group = 0; group < n_groups; group++)
    {
      for (guint a = 0; a < GROUP_LENGTH; a++)
        for (guint b = a + 1; b < GROUP_LENGTH; b++)
          {
            g_autofree char *typed = g_strdup (plain);
            g_autofree char *expected = g_strdup_printf ("Group %u,", group + 1);
            guint at = group * GROUP_LENGTH;

            if (plain[at + a] == plain[at + b])
              continue;
            typed[at + a] = plain[at + b];
            typed[at + b] = plain[at + a];
            assert_says (typed, expected);
          }

      for (guint other = group + 1; other < n_groups; other++)
        {
          g_autofree char *typed = g_strdup (plain);
          g_autofree char *expected = g_strdup_printf ("Group %u,", group + 1);

          memcpy (typed + group * GROUP_LENGTH, plain + other * GROUP_LENGTH, GROUP_LENGTH);
          memcpy (typed + other * GROUP_LENGTH, plain + group * GROUP_LENGTH, GROUP_LENGTH);
          if (strcmp (typed, plain) != 0)
            assert_says (typed, expected);
        }
    }

  tend_recovery_free (key);
}

static void
test_lengths (void)
{
  char *key = tend_recovery_generate ();
  g_autofree char *plain = plain_of (key);
  g_autofree char *longer = g_strconcat (plain, "3", NULL);
  g_autofree char *doubled = g_strconcat (plain, "34", NULL);
  g_autofree char *group_3 = g_strndup (plain + 2 * GROUP_LENGTH, GROUP_LENGTH);
  g_autofree char *wrong = g_strdup (plain);
  g_autofree char *quoted = NULL;

  assert_says ("", "Please type the recovery key");
  assert_says (" - ", "Please type the recovery key");
  assert_says (longer, "There is 1 character more");
  assert_says (doubled, "There are 2 characters more");
  assert_says ("\xff\xfe", "not a recovery key");
  assert_says ("päßwörd", "Group 1,");

  plain[34] = '\0';
  assert_says (plain, "1 character is still missing");
  plain[30] = '\0';
  assert_says (plain, "5 characters are still missing");
  plain[1] = '\0';
  assert_says (plain, "34 characters are still missing");

  /* The group is shown as it was typed. */
  wrong[2 * GROUP_LENGTH] = 'O';
  group_3[0] = 'O';
  quoted = g_strdup_printf ("Group 3, “%s”, has a slip in it.", group_3);
  assert_says (wrong, quoted);

  tend_recovery_free (key);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vault/recovery/generate", test_generate);
  g_test_add_func ("/vault/recovery/ways-to-type", test_ways_to_type);
  g_test_add_func ("/vault/recovery/substitutions", test_substitutions);
  g_test_add_func ("/vault/recovery/transpositions", test_transpositions);
  g_test_add_func ("/vault/recovery/other-exchanges", test_other_exchanges);
  g_test_add_func ("/vault/recovery/lengths", test_lengths);

  return g_test_run ();
}
