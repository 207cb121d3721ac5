/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A look at a portfolio before it is written: the same pages, in memory. */

#include "tend-portfolio-binder-private.h"

#include "tend-output.h"

/* The scans of an ordinary folder; a look may not take more, whatever is kept. */
#define MOST (48 * 1024 * 1024)

GBytes *
tend_portfolio_preview (TendVault          *vault,
                        TendPortfolioPlan  *plan,
                        gint64              most,
                        GCancellable       *cancellable,
                        GError            **error)
{
  g_autoptr(GByteArray) pdf = NULL;
  TendPortfolioBinder binder = {
    .plan = plan, .vault = vault, .cancellable = cancellable, .most = most > 0 ? most : MOST,
  };
  gboolean ok;

  g_return_val_if_fail (plan != NULL, NULL);

  pdf = g_byte_array_new ();
  tend_portfolio_binder_init (&binder);
  ok = tend_portfolio_binder_prepare (&binder, error) &&
       tend_portfolio_binder_write (&binder, tend_output_append, pdf, error);
  tend_portfolio_binder_clear (&binder);

  return ok ? g_byte_array_free_to_bytes (g_steal_pointer (&pdf)) : NULL;
}
