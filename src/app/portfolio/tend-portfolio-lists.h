/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-portfolio-parts.h"
#include "tend-portfolio-section.h"

G_BEGIN_DECLS

/* What one view of the portfolio keeps in lists, asked for at once. */
typedef struct
{
  TendPortfolioView  view;
  GHashTable        *records; /* kind → GPtrArray of TendRecord, the newest first */
} TendPortfolioAnswer;

/* In the worker. @view: of the sections to load; NULL: only what they are told against */
TendPortfolioAnswer *tend_portfolio_answer_load (TendVault   *vault,
                                                 const char  *view,
                                                 TendDate     today,
                                                 TendInstant  now,
                                                 GError     **error);
void                 tend_portfolio_answer_free (TendPortfolioAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendPortfolioAnswer, tend_portfolio_answer_free)

/* What a view asks with. */
typedef struct
{
  TendDate    today;
  TendInstant now;
} TendPortfolioAsk;

TendPortfolioAsk    *tend_portfolio_ask_new     (TendPage    *page);

/**
 * TendPortfolioLists:
 *
 * The lists of one view, each with its button to add to it.
 */
typedef struct _TendPortfolioLists TendPortfolioLists;

/* @page: which they are on, and which outlives them */
TendPortfolioLists  *tend_portfolio_lists_new   (TendPage    *page,
                                                 GtkBox      *column,
                                                 const char  *view);
void                 tend_portfolio_lists_free  (TendPortfolioLists  *self);
/* @answer: (transfer full) */
void                 tend_portfolio_lists_show  (TendPortfolioLists  *self,
                                                 TendPortfolioAnswer *answer);
/* (nullable): what is shown; NULL until there is an answer */
TendPortfolioAnswer *tend_portfolio_lists_get   (TendPortfolioLists  *self);

/* The clock has gone on: what is told against it is told anew. */
void                 tend_portfolio_lists_tick  (TendPortfolioLists   *self,
                                                 TendInstant           now);

G_END_DECLS
