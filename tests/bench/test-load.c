/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That the heavy load is what it says, at a hundredth of its size. */

#include "load.h"

#include "tend-files.h"
#include "tend-invoices.h"
#include "tend-today.h"

/* A Tuesday; 36 days before it is a Monday. */
#define TODAY tend_date_new (2026, 11, 24)

static void
test_small (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("tend-load-XXXXXX", &error);
  g_autofree char *place = g_build_filename (dir, "vault", NULL);
  g_autofree char *client = load_unbilled (1);
  g_autoptr(TendVault) vault = tend_vault_create (place, NULL, NULL, NULL, &error);
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(TendToday) today = NULL;
  g_autoptr(TendInvoice) draft = NULL;
  LoadCounts counts;

  g_assert_no_error (error);
  g_assert_true (load_fill (vault, TODAY, 1, &counts, &error));
  g_assert_no_error (error);

  /* Five weeks of 140 and a Monday of 24, less what nobody has recorded yet. */
  g_assert_cmpuint (counts.n_clients, ==, LOAD_SLOTS);
  g_assert_cmpuint (counts.n_visits, <=, 724);
  g_assert_cmpuint (counts.n_visits, >=, 724 - 36);
  g_assert_cmpuint (counts.n_trips, ==, 360);
  /* Every week and client but the first's, and the long ones. */
  g_assert_cmpuint (counts.n_invoices, ==, 5 * (LOAD_SLOTS - 1) + LOAD_LONG_INVOICES);

  faults = tend_invoices_check_sums (vault, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);

  today = tend_today_load (vault, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (today->visits->len, ==, 2 * LOAD_SLOTS);

  /* Sixty or so, of which a few were cancelled. */
  draft = tend_invoice_preview (vault, client, TODAY - LOAD_UNBILLED_DAYS, TODAY, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (draft->lines->len, >, 50);
  g_assert_cmpuint (draft->lines->len, <=, 62);

  g_assert_finalize_object (g_steal_pointer (&vault));
  tend_files_remove_tree (dir);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/load/small", test_small);

  return g_test_run ();
}
