/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the printed MAR chart share. */

#pragma once

#include "tend-flow.h"
#include "tend-mar-chart-sheet.h"

G_BEGIN_DECLS

/* One chart while it is laid out. */
typedef struct
{
  const TendMarChartSheet *sheet;
  const TendMarCycle      *cycle;
  TendFlow                *flow;
  double                   page_top;        /* of the paper, above the head */
  gboolean                 long_allergies;  /* too long for the head: told in full below it */
} TendMarPages;

/* The person, the days and the allergies, above the flow's top on each page. */
void  tend_mar_head_begin      (TendMarPages          *self);
/* The key to codes, squares and initials, which ends at the bottom of each page. */
void  tend_mar_key_reserve     (TendMarPages          *self);
void  tend_mar_key_lay         (TendMarPages          *self,
                                int                    first_page);

/* Labels that run on into their texts, one after the other in one paragraph. */
void  tend_mar_facts_lay       (TendFlow              *flow,
                                const TendMarFact     *facts,
                                gsize                  n_facts);
/* The medicine and its squares. */
void  tend_mar_block_lay       (TendMarPages          *self,
                                const TendMarMedicine *medicine);
/* The same with lines to write a medicine of that part on, and what goes below it. */
void  tend_mar_spare_lay       (TendMarPages          *self,
                                TendMarPart            part);

#define TEND_MAR_CHART_DAYS 28   /* as many squares as a row is wide */
#define TEND_MAR_HEAD_HIGH  20.0 /* of the days above the squares */
#define TEND_MAR_ROW_HIGH   22.0 /* at least */

void  tend_mar_days_lay        (TendFlow              *flow,
                                const TendMarCycle    *cycle);
double tend_mar_row_height     (TendFlow              *flow,
                                const TendMarCycle    *cycle,
                                const TendMarTime     *time);
/* A time of day and its squares; the flow ends below them. */
void  tend_mar_row_lay         (TendFlow              *flow,
                                const TendMarCycle    *cycle,
                                const TendMarTime     *time,
                                double                 high);

/* What is written of a medicine as needed or for the skin, below its block. */
void  tend_mar_doses_lay       (TendMarPages          *self,
                                const TendMarMedicine *medicine);
void  tend_mar_places_lay      (TendMarPages          *self,
                                const TendMarMedicine *medicine);
/* How much room that takes, so that it is kept with its block. */
double tend_mar_places_height  (const TendMarPages    *self,
                                const TendMarMedicine *medicine);
/* Lines to write the same on by hand, and the least room for them under a line of their own. */
#define TEND_MAR_FORM_LEAST 118.0
void  tend_mar_dose_form_lay   (TendMarPages          *self);
void  tend_mar_place_form_lay  (TendMarPages          *self,
                                const char            *name);
/* The back pages. */
void  tend_mar_stock_lay       (TendMarPages          *self);
void  tend_mar_corrections_lay (TendMarPages          *self);
void  tend_mar_notes_lay       (TendMarPages          *self);

/* A table to write in: what stands in the first column; without that only as many rows as
 * the page has room for. */
typedef struct
{
  const char *title;
  double      share; /* of the width */
} TendMarFormColumn;

void  tend_mar_form_lay        (TendFlow                *flow,
                                const TendMarFormColumn *columns,
                                gsize                    n_columns,
                                const char *const       *first,
                                gsize                    n_rows);

G_END_DECLS
