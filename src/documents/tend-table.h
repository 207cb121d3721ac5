/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-flow.h"

G_BEGIN_DECLS

/**
 * TendTable:
 *
 * Columns as wide as what they hold, the flexible ones sharing the rest, each at least as
 * wide as its longest word while there is room; rows that wrap long text, go over pages with
 * their heads repeated, and keep together with what belongs to them: a group's name with its
 * first row, sums with the last.
 */
typedef struct _TendTable TendTable;

typedef enum
{
  TEND_COLUMN_TEXT    = 0,
  TEND_COLUMN_FIGURES = 1 << 0, /* set at the right, never wrapped; formatted with as
                                 * many decimals in every row, so that points align */
  TEND_COLUMN_FLEX    = 1 << 1, /* takes what is left */
  TEND_COLUMN_JOINED  = 1 << 2, /* close to the column before: a unit after its figure */
  TEND_COLUMN_SOFT    = 1 << 3, /* lesser text */
} TendColumnFlags;

typedef struct
{
  const char      *title; /* "" for none */
  TendColumnFlags  flags;
} TendColumn;

typedef enum
{
  TEND_ROW_BODY,
  TEND_ROW_GROUP,    /* one cell across; said again after a page break */
  TEND_ROW_UNDER,    /* one cell across, which belongs to the row before it */
  TEND_ROW_SUBTOTAL, /* a cell for each column */
  TEND_ROW_TOTAL,    /* two cells: a label and a sum under the last column */
  TEND_ROW_FINAL,    /* the same, the one that matters */
} TendRowKind;

TendTable *tend_table_new  (TendFlow          *flow,
                            const TendColumn  *columns,
                            guint              n_columns);
/* @cells: as many as @kind says; NULL for an empty one.  A column in which no
 * BODY row has anything is left out. */
void       tend_table_add  (TendTable         *self,
                            TendRowKind        kind,
                            const char *const *cells);
/* How much room it takes to begin: its heads and the rows that stay with them.  After this no
 * row is added. */
double     tend_table_start (TendTable         *self);
/* Sets the table from the flow's place on. */
void       tend_table_lay  (TendTable         *self);
/* Where a row was set, as they were added: the page of the document, from 0, and how high. */
void       tend_table_get_place (const TendTable *self,
                                 guint            index,
                                 int             *page,
                                 double          *top,
                                 double          *height);
void       tend_table_free (TendTable         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendTable, tend_table_free)

G_END_DECLS
