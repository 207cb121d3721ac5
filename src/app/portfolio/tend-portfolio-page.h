/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-page.h"

G_BEGIN_DECLS

/**
 * TendPortfolioPage:
 *
 * The carer's own folder: where they stand with the councils' schemes, their papers and
 * policies, what they learnt, and what goes to and fro with a council.
 */
#define TEND_TYPE_PORTFOLIO_PAGE (tend_portfolio_page_get_type ())
G_DECLARE_FINAL_TYPE (TendPortfolioPage, tend_portfolio_page, TEND, PORTFOLIO_PAGE, TendPage)

GtkWidget *tend_portfolio_page_new  (TendSession       *session);

/**
 * tend_portfolio_page_open:
 * @kind: of a record that the portfolio keeps, or "view"
 * @id: of the record; "" for a new one; for a view its name: "papers"
 */
void       tend_portfolio_page_open (TendPortfolioPage *self,
                                     const char        *kind,
                                     const char        *id);

G_END_DECLS
