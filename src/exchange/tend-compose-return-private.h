/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-compose-private.h"
#include "tend-compose-return.h"

G_BEGIN_DECLS

/* A figure in every form it is given in: paper and text have its label, JSON and CSV its key. */
typedef struct
{
  const char *key;
  const char *label;
  const char *number;  /* as JSON; %NULL: not known */
  const char *meaning;
} TendReturnFigure;

struct _TendReturnValues
{
  GStringChunk    *texts;
  TendReturn      *figures;
  char            *scheme;
  GArray          *rows;    /* TendReturnFigure */
  GArray          *bands;   /* TendReturnFigure */
  GArray          *lines;   /* TendReturnLine */
  guint            n_left_out;
  guint            n_of_others;
  gboolean         counts_nobody;
  TendReturnSheet  sheet;
};

/* @scheme: (nullable) */
TendReturnValues *_tend_return_values_new (const char        *scheme);
/* What the council's profile says of its return; @schemes: all of them */
gboolean          _tend_return_read_scheme (TendReturnValues  *self,
                                           GPtrArray         *schemes,
                                           TendQuarter        quarter,
                                           GError           **error);
/* A row of the return, or a band of ages: @key says its label.  @number: kept by the caller's
 * texts; @meaning: (nullable): NULL for what it always means */
void              _tend_return_add        (GArray            *rows,
                                           const char        *key,
                                           const char        *number,
                                           const char        *meaning);
/* Who the people of the return are: (nullable) NULL for what it always means. */
const char       *_tend_return_people_meaning (TendReturnValues *self);
/* The sheet, once the figures are there. */
void              _tend_return_fill_sheet (TendReturnValues  *self);

G_END_DECLS
