/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-table.h"

G_BEGIN_DECLS

typedef struct
{
  TendRowKind   kind;
  char         *text;     /* of a GROUP, to say it again */
  double        above;    /* padding */
  double        below;
  double        height;   /* of its text */
  double        baseline; /* of its first line, from the top of its text */
  int           page;     /* where it was set */
  double        top;
  PangoLayout  *cells[];  /* one for each column, NULL where empty; GROUP, UNDER: the first;
                           * TOTAL and FINAL: the first and the last */
} TendRow;

typedef struct
{
  const char      *title;
  TendColumnFlags  flags;
  gboolean         used;
  double           natural; /* the widest cell on one line */
  double           least;   /* the longest word */
  double           x;
  double           width;
} TendTableColumn;

/* How far a row UNDER another stands in. */
#define TEND_TABLE_UNDER_INDENT 12.0

struct _TendTable
{
  TendFlow        *flow;
  GPtrArray       *rows;
  guint            n_columns;
  gboolean         measured;
  double           label_right; /* where the labels of totals end */
  TendTableColumn  columns[];
};

/* (transfer full): the head of column @c, wrapped at @width. */
PangoLayout *tend_table_head_layout (const TendTable *self,
                                     guint            c,
                                     double           width);
void         tend_table_measure     (TendTable       *self);

G_END_DECLS
