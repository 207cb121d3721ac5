/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-portfolio-private.h"

G_BEGIN_DECLS

/* The pages of a portfolio on their way into a PDF. */
typedef struct
{
  TendPortfolioPlan     *plan;        /* these are set before */
  TendVault             *vault;
  GCancellable          *cancellable;
  TendPortfolioProgress  progress;
  gpointer               user_data;
  gboolean               copies;      /* somebody reads the scans once more, to copy them */
  GPtrArray             *documents;   /* of each part the GPtrArray of its pages; NULL: out */
  int                    n_pages;     /* how many there will be */
  gint64                 total;       /* bytes to read, and read */
  gint64                 done;
  gint64                 most;        /* bytes of scans to draw, 0 for all; of others it is said
                                         that they come, and how many pages they have */
  gint64                 drawn;
} TendPortfolioBinder;

void     tend_portfolio_binder_init    (TendPortfolioBinder      *self);
void     tend_portfolio_binder_clear   (TendPortfolioBinder      *self);
/* Makes the pages and looks at the scans, and counts them: the plan then knows on which page each
 * part and scan is.  Names each that cannot be put in. */
gboolean tend_portfolio_binder_prepare (TendPortfolioBinder      *self,
                                        GError                  **error);
/* All of it as one PDF; what went wrong in @write is for the caller to say. */
gboolean tend_portfolio_binder_write   (TendPortfolioBinder      *self,
                                        cairo_write_func_t        write,
                                        gpointer                  data,
                                        GError                  **error);
/* So many bytes more of scans have been read. */
void     tend_portfolio_binder_report  (TendPortfolioBinder      *self,
                                        gint64                    bytes);

G_END_DECLS
