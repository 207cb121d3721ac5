/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-book.h"
#include "tend-invoice-sheet.h"

G_BEGIN_DECLS

/* The pages that are made for a portfolio itself.  Text is borrowed for the call; NULL and
 * "" both mean "none".
 */

/* One thing that is asked for, or put in. */
typedef struct
{
  const char *title;   /* "DBS certificate" */
  const char *state;   /* "In order" */
  gboolean    fault;   /* something is to be done: it must be seen */
  gboolean    missing; /* there is nothing of it */
  const char *says;    /* what there is; lines */
  gboolean    is_in;   /* else it is only said here */
  int         page;    /* where that begins, from 1; 0: that is not known yet */
  const int  *pages;   /* the same of the first lines of what it says */
  gsize       n_pages;
} TendPortfolioLine;

typedef struct
{
  TendParty                carer;
  const char              *purpose;  /* "For the council" */
  const char              *scheme;   /* the scheme's name */
  const char              *given_to;
  TendDate                 made_on;
  const char              *clients;  /* what is said of clients, a sentence */
  const TendPortfolioLine *lines;
  gsize                    n_lines;
  gboolean                 folders;  /* scans are beside it, in folders */
  const char              *language;
} TendPortfolioSheet;

/**
 * tend_document_new_portfolio:
 * @links: (out) (optional) (element-type TendBookLink) (transfer full): where the contents
 *   lead to
 *
 * The cover, the contents, and how to open and check what was given.
 */
TendDocument *tend_document_new_portfolio      (const TendPortfolioSheet  *sheet,
                                                GArray                   **links);

#define TEND_PORTFOLIO_COLUMNS 6

/* The front page of a part: what there is, as a table, and what was said, in full. */
typedef struct
{
  const char *cells[TEND_PORTFOLIO_COLUMNS];
  const char *more;    /* below it, across */
  int         page;    /* that this leads to; 0: none, or it is not known yet */
} TendPortfolioRow;

typedef struct
{
  const char *label;
  const char *text;
} TendPortfolioField;

typedef struct
{
  const char               *title;
  const char               *carer;
  const char               *state;
  gboolean                  fault;
  const char               *says;
  const char *const        *columns;  /* TEND_PORTFOLIO_COLUMNS heads */
  const TendPortfolioRow   *rows;
  gsize                     n_rows;
  const TendPortfolioField *fields;
  gsize                     n_fields;
  const char               *language;
} TendPortfolioPart;

/* @links as above: to what the rows name. */
TendDocument *tend_document_new_portfolio_part (const TendPortfolioPart   *part,
                                                GArray                   **links);

/* The file in a locked ZIP that says what each of the others is. */
#define TEND_PORTFOLIO_LIST "what-each-file-is.txt"

/**
 * tend_portfolio_sheet_help:
 * @list: (nullable): what each file in the folders is, in lines; a locked one is only told where
 *   to find that; NULL: there are no folders
 *
 * Returns: (transfer full): how to open and check it as plain text, for a file beside it
 */
char         *tend_portfolio_sheet_help        (gboolean                   locked,
                                                const char                *list);

G_END_DECLS
