/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-draw.h"

G_BEGIN_DECLS

/* Which courses are in date: a row for each course, a column for each scheme that asks for
 * some.  A cell has a mark of its own shape as well as a colour. */

typedef enum
{
  TEND_TRAINING_NOT_ASKED, /* nothing is drawn */
  TEND_TRAINING_IN_DATE,   /* a tick */
  TEND_TRAINING_SOON,      /* a tick, hatched */
  TEND_TRAINING_MISSING,   /* a cross: out of date as well */
} TendTrainingCell;

/* Everything is borrowed. */
typedef struct
{
  const char *const      *columns; /* n_columns names */
  gsize                   n_columns;
  const char *const      *rows;    /* n_rows names */
  gsize                   n_rows;
  const TendTrainingCell *cells;   /* row after row */
} TendTrainingChart;

double tend_training_chart_height (const TendTrainingChart *chart,
                                   const TendDrawStyle     *style);
void   tend_training_chart_draw   (cairo_t                 *cr,
                                   double                   width,
                                   double                   height,
                                   const TendTrainingChart *chart,
                                   const TendDrawStyle     *style);

G_END_DECLS
