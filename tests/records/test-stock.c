/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "mar-test.h"

typedef struct
{
  const char *date;
  const char *kind;
  const char *quantity;
} Move;

/* With them five doses that were given, and one that was dropped on the day after. */
static void
keep_moves (Fixture    *fixture,
            const Move *moves,
            gsize       n_moves)
{
  for (gsize i = 0; i < n_moves; i++)
    add_record (fixture, &tend_stock_kind, NULL, "medication", "ramipril", "date", moves[i].date,
                "kind", moves[i].kind, "quantity", moves[i].quantity, NULL);
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *due_at = g_strdup_printf ("2026-06-0%dT08:00", i);
      g_autoptr(TendRecord) entry = mar_dose (NULL, due_at);

      mar_sign (fixture, entry, due_at);
    }
  add_record (fixture, &tend_mar_entry_kind, "dropped", "medication", "ramipril",
              "due_at", "2026-06-06T08:00", "outcome", "omitted", "reason", "D",
              "quantity", "1", NULL);
}

/* The stock, the plain way: each thing in the order in which it was added up by hand. */
static void
test_stock (Fixture       *fixture,
            gconstpointer  data)
{
  static const Move moves[] = {
    { "2026-06-01", "brought_forward", "6" }, { "2026-06-02", "received", "28" },
    { "2026-06-04", "counted", "30" }, { "2026-06-05", "returned", "4" },
    { "2026-06-05", "destroyed", "1" },
  };
  static const struct
  {
    const char *on;
    gint64      expected, left, discrepancy;
    int         days;
  } cases[] = {
    { "2026-06-01", 5000, 5000, 0, 5 },     /* 6 - 1 */
    { "2026-06-02", 32000, 32000, 0, 32 },  /* 5 + 28 - 1 */
    { "2026-06-03", 31000, 31000, 0, 31 },
    /* 30 by the records, before the count that says the same. */
    { "2026-06-04", 30000, 30000, 0, 30 },
    { "2026-06-05", 24000, 24000, 0, 24 },  /* 30 - 1 - 4 - 1 */
    /* Dropped and destroyed: it has left the box.  The next day's was declined. */
    { "2026-06-07", 23000, 23000, 0, 23 },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record =
    tend_record_load (fixture->vault, &tend_medication_kind, "ramipril", &error);
  g_autoptr(TendMedicine) medicine = tend_medicine_load (fixture->vault, record, &error);

  keep_moves (fixture, moves, G_N_ELEMENTS (moves));
  add_record (fixture, &tend_mar_entry_kind, "declined", "medication", "ramipril",
              "due_at", "2026-06-07T08:00", "outcome", "declined", "reason", "R", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TendStock stock;

      g_assert_true (tend_stock_load (fixture->vault, medicine, day (cases[i].on), &stock,
                                      &error));
      g_assert_no_error (error);
      g_assert_true (stock.known);
      g_assert_cmpint (stock.expected, ==, cases[i].expected);
      g_assert_cmpint (stock.left, ==, cases[i].left);
      g_assert_cmpint (stock.discrepancy, ==, cases[i].discrepancy);
      g_assert_cmpint (stock.days_left, ==, cases[i].days);
    }
}

/* Some days of one stock: what was there, what came and went, and what a count put right. */
static void
test_stock_sum (Fixture       *fixture,
                gconstpointer  data)
{
  static const Move moves[] = {
    { "2026-06-01", "brought_forward", "6" }, { "2026-06-02", "received", "28" },
    { "2026-06-04", "counted", "27" }, { "2026-06-05", "returned", "4" },
    { "2026-06-05", "destroyed", "1" },
  };
  static const struct
  {
    const char   *from, *to;
    TendStockSum  sum;
  } cases[] = {
    { "2026-06-01", "2026-06-01", { 6000, 0, 1000, 0, 0, 0 } },
    /* 5 + 28 - 3 = 30, of which 27 were counted: nothing has followed yet. */
    { "2026-06-02", "2026-06-04", { 5000, 28000, 3000, 0, 0, 0 } },
    /* 6 + 28 - 5 - 4 - 1 = 24, and 3 less by the count. */
    { "2026-06-01", "2026-06-05", { 6000, 28000, 5000, 4000, 1000, -3000 } },
    /* One of the 6th was dropped: nobody was given it. */
    { "2026-06-05", "2026-06-30", { 27000, 0, 1000, 4000, 2000, 0 } },
    { "2026-05-01", "2026-05-28", { 0, 0, 0, 0, 0, 0 } },
    /* What is written on a later day comes on top of nothing before it. */
    { "2026-05-04", "2026-06-01", { 6000, 0, 1000, 0, 0, 0 } },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record =
    tend_record_load (fixture->vault, &tend_medication_kind, "ramipril", &error);
  g_autoptr(TendMedicine) medicine = tend_medicine_load (fixture->vault, record, &error);

  keep_moves (fixture, moves, G_N_ELEMENTS (moves));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TendStockSum *expected = &cases[i].sum;
      TendStockSum sum;

      tend_stock_sum (fixture->vault, medicine, day (cases[i].from), day (cases[i].to), &sum,
                      &error);
      g_assert_no_error (error);
      g_assert_cmpint (sum.brought_forward, ==, expected->brought_forward);
      g_assert_cmpint (sum.received, ==, expected->received);
      g_assert_cmpint (sum.given, ==, expected->given);
      g_assert_cmpint (sum.returned, ==, expected->returned);
      g_assert_cmpint (sum.destroyed, ==, expected->destroyed);
      g_assert_cmpint (sum.put_right, ==, expected->put_right);
    }
}

#define DAYS 60

/* Day by day, in the order the header says: the plain sum. */
static void
test_stock_model (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char * const kinds[] = { "brought_forward", "received", "returned", "destroyed",
                                        "counted" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260613);
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) record =
    tend_record_load (fixture->vault, &tend_medication_kind, "ramipril", &error);
  g_autoptr(TendMedicine) medicine = tend_medicine_load (fixture->vault, record, &error);
  gint64 left = 0, expected = 0;
  gboolean known = FALSE, moved = FALSE;

  for (int i = 0; i < DAYS; i++)
    {
      g_autofree char *date = tend_date_format_iso (day ("2026-06-01") + i);
      g_autofree char *due_at = g_strdup_printf ("%sT08:00", date);
      TendStock stock;

      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        {
          int quantity = g_rand_int_range (rand, 0, 30);
          g_autofree char *text = g_strdup_printf ("%d", quantity);

          /* The dose of the day lies between what came in and what went out. */
          if (j == 2 && g_rand_int_range (rand, 0, 4) > 0)
            {
              add_record (fixture, &tend_mar_entry_kind, NULL, "medication", "ramipril",
                          "due_at", due_at, "outcome", "taken", "quantity", "1", NULL);
              left -= 1000;
              moved = TRUE;
            }
          if (g_rand_int_range (rand, 0, 6) > 0)
            continue;

          add_record (fixture, &tend_stock_kind, NULL, "medication", "ramipril", "date", date,
                      "kind", kinds[j], "quantity", text, NULL);
          if (j == 1)
            left += 1000 * quantity;
          else if (j == 2 || j == 3)
            left -= 1000 * quantity;
          if (j == 0 || j == 4)
            {
              expected = known ? left : 1000 * quantity;
              left = 1000 * quantity;
            }
          if (j == 0)
            expected = left;
          known |= j == 0 || j == 1 || j == 4;
          moved = j != 4;
        }
      if (moved)
        expected = left;

      g_assert_true (tend_stock_load (fixture->vault, medicine, day (date), &stock, &error));
      g_assert_no_error (error);
      g_assert_cmpint (stock.known, ==, known);
      if (known)
        {
          g_assert_cmpint (stock.left, ==, left);
          g_assert_cmpint (stock.expected, ==, expected);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_mar_test ("/records/stock/stock", test_stock);
  add_mar_test ("/records/stock/stock-sum", test_stock_sum);
  add_mar_test ("/records/stock/stock-model", test_stock_model);

  return g_test_run ();
}
