/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has been told: each step of each matter once, whatever the clock says. */

#include "records-test.h"

#include "tend-digest.h"

#define FIRST 739000 /* some day */
#define MATTERS 6

static TendDueItem *
make_item (const char *id,
           TendDate    due,
           gboolean    own)
{
  TendDueItem *item = g_new0 (TendDueItem, 1);

  item->id = g_strdup (id);
  item->kind = "mot";
  item->due_on = due;
  item->own = own;
  return item;
}

/* As if another process had read it. */
static void
pass_on (TendDigest **digest)
{
  g_autofree char *text = tend_digest_to_text (*digest);
  g_autofree char *again = NULL;

  tend_digest_free (*digest);
  *digest = tend_digest_parse (text);
  again = tend_digest_to_text (*digest);
  g_assert_cmpstr (again, ==, text);
}

/* A year and a half of runs on odd days, with a clock that jumps: every step that is reached
 * on a day when somebody looks is told then, unless it has been. */
static void
test_once (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (20261122);

  for (guint run = 0; run < 60; run++)
    {
      g_autoptr(TendDigest) digest = tend_digest_parse ("");
      g_autoptr(GPtrArray) items =
        g_ptr_array_new_with_free_func ((GDestroyNotify) tend_due_item_free);
      g_autoptr(GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      TendDate on = FIRST;

      for (guint i = 0; i < MATTERS; i++)
        {
          g_autofree char *id = g_strdup_printf ("m%u", i);

          g_ptr_array_add (items, make_item (id, FIRST + g_rand_int_range (random, -20, 400),
                                             TRUE));
        }

      for (guint turn = 0; turn < 150; turn++)
        {
          g_autoptr(GPtrArray) tells = NULL;
          guint expected = 0;

          on += g_rand_int_range (random, 0, 9);
          if (g_rand_int_range (random, 0, 40) == 0)
            on += g_rand_boolean (random) ? 365 : -365;

          /* Locked every other time. */
          if (turn % 2 == 0)
            tend_digest_refresh (digest, items, TRUE, on);
          tells = tend_digest_to_tell (digest, on);

          for (guint i = 0; i < MATTERS; i++)
            {
              const TendDueItem *item = items->pdata[i];
              char *key;
              int step;

              if (!tend_due_step (item->due_on - on, 90, &step))
                continue;
              key = g_strdup_printf ("%s %d", item->id, step);
              expected += g_hash_table_add (told, key);
            }
          g_assert_cmpuint (tells->len, ==, expected);

          tend_digest_mark (digest, tells);
          pass_on (&digest);
        }
    }
}

static guint
tell (TendDigest *digest,
      TendDate    on)
{
  g_autoptr(GPtrArray) tells = tend_digest_to_tell (digest, on);

  tend_digest_mark (digest, tells);
  return tells->len;
}

/* What was put off is told again on the day, though the step is an old one; and only once. */
static void
test_put_off (void)
{
  g_autoptr(TendDigest) digest = tend_digest_parse ("");
  g_autoptr(GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tend_due_item_free);
  TendDueItem *item = make_item ("m", FIRST + 30, TRUE);

  g_ptr_array_add (items, item);
  tend_digest_refresh (digest, items, TRUE, FIRST);
  g_assert_cmpuint (tell (digest, FIRST), ==, 1);

  item->until = FIRST + 5;
  tend_digest_refresh (digest, items, TRUE, FIRST);
  pass_on (&digest);
  g_assert_cmpuint (tell (digest, FIRST + 4), ==, 0);
  g_assert_cmpuint (tell (digest, FIRST + 5), ==, 1);
  pass_on (&digest);
  g_assert_cmpuint (tell (digest, FIRST + 5), ==, 0);
  g_assert_cmpuint (tell (digest, FIRST + 6), ==, 0);
  g_assert_cmpuint (tell (digest, FIRST + 16), ==, 1);
}

/* What is gone is not told, and what was told of it is remembered if it is back. */
static void
test_gone (void)
{
  g_autoptr(TendDigest) digest = tend_digest_parse ("");
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tend_due_item_free);
  g_autofree char *left = NULL;

  g_ptr_array_add (items, make_item ("m", FIRST + 30, TRUE));
  g_ptr_array_add (items, make_item ("person", FIRST + 30, FALSE));
  tend_digest_refresh (digest, items, TRUE, FIRST);
  g_assert_cmpuint (tell (digest, FIRST), ==, 1);

  tend_digest_refresh (digest, none, TRUE, FIRST);
  pass_on (&digest);
  g_assert_cmpuint (tell (digest, FIRST + 16), ==, 0);
  tend_digest_refresh (digest, items, TRUE, FIRST + 3);
  g_assert_cmpuint (tell (digest, FIRST + 3), ==, 0);

  /* Three years on it may be forgotten. */
  tend_digest_refresh (digest, none, TRUE, FIRST + 30 + 3 * 366);
  left = tend_digest_to_text (digest);
  g_assert_cmpstr (left, ==, "tend-due 1\n");
}

/* What a disk or a newer Tend may have made of the file. */
static void
test_odd_text (void)
{
  static const char * const texts[] = {
    "", "\n", "tend-due 2\nm mot 2026-06-20 due\n", "nonsense", "tend-due 1\nm mot\n",
    "tend-due 1\nm unheard-of 2026-06-20 due\n", "tend-due 1\nm mot 2026-02-30 due\n",
    "tend-due 1\n\xff\xfe mot\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(TendDigest) digest = tend_digest_parse (texts[i]);
      g_autofree char *text = tend_digest_to_text (digest);

      g_assert_cmpstr (text, ==, "tend-due 1\n");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminders/digest/once", test_once);
  g_test_add_func ("/reminders/digest/put-off", test_put_off);
  g_test_add_func ("/reminders/digest/gone", test_gone);
  g_test_add_func ("/reminders/digest/odd-text", test_odd_text);

  return g_test_run ();
}
