/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What can go into a portfolio, and how much of it whom it is for gets to see.  Nobody is
 * handed more than they need: somebody who may become a client is told of the DBS
 * certificate, its level and its date, and is shown neither a scan nor where the carer lives;
 * a scan may also tell where the carer or a referee lives.
 */

typedef enum
{
  TEND_PORTFOLIO_NEW_CLIENT,
  TEND_PORTFOLIO_COUNCIL,
  TEND_PORTFOLIO_INSPECTION,
  TEND_PORTFOLIO_INSURER,
  TEND_PORTFOLIO_N_PURPOSES
} TendPortfolioPurpose;

typedef enum
{
  TEND_PORTFOLIO_OUT,
  TEND_PORTFOLIO_LINE,   /* said in the contents */
  TEND_PORTFOLIO_PAGES,  /* with what is written of it, not with its scans */
  TEND_PORTFOLIO_WHOLE,  /* with its pages, scans and files */
} TendPortfolioExtent;

/* Where something comes from (tend-portfolio-private.h). */
typedef struct _TendPortfolioFrom TendPortfolioFrom;

#define TEND_PORTFOLIO_KINDS 5

typedef struct
{
  const char              *id;       /* "dbs": a folder of the ZIP, a word of the command line */
  const char              *title;    /* N_() */
  const TendPortfolioFrom *from;
  const char              *kinds[TEND_PORTFOLIO_KINDS]; /* of credentials; the field's name */
  TendPortfolioExtent      most;     /* what ticking it can give */
  TendPortfolioExtent      extents[TEND_PORTFOLIO_N_PURPOSES];
} TendPortfolioEntry;

/* In the order of the portfolio; ended by { NULL }. */
const TendPortfolioEntry *tend_portfolio_entries      (void);
const TendPortfolioEntry *tend_portfolio_entry        (const char           *id);

/* "new_client", as the record and the command line have it. */
const char               *tend_portfolio_purpose_name (TendPortfolioPurpose  purpose);
gboolean                  tend_portfolio_purpose_parse (const char           *name,
                                                       TendPortfolioPurpose *purpose);

/* The items by which a portfolio says where the carer lives, and their tax reference. */
#define TEND_PORTFOLIO_ADDRESS "address"
#define TEND_PORTFOLIO_UTR     "utr"

G_END_DECLS
