/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-draw.h"

G_BEGIN_DECLS

/* One cell of the MAR chart: a time on a day.  It is drawn the same on paper and in a
 * window, and says what it says without any colour.
 */

typedef enum
{
  TEND_MAR_CELL_NOT_DUE, /* no dose at that time on that day: a dash */
  TEND_MAR_CELL_OUTSIDE, /* before the first day or after the last: hatched */
  TEND_MAR_CELL_DUE,     /* still to be written: empty */
  TEND_MAR_CELL_GAP,     /* its time has passed and nothing is written: a heavy box, in it at
                          * most how much was due */
  TEND_MAR_CELL_OTHERS,  /* somebody else's to see to, and nothing is written: who, in text */
  TEND_MAR_CELL_WRITTEN, /* what became of it */
  TEND_MAR_CELL_DRAFT,   /* the same, not signed yet: a dashed box */
} TendMarCellState;

/* All text is borrowed for the call; NULL and "" both mean "none". */
typedef struct
{
  TendMarCellState  state;
  const char       *text;     /* initials, or a code of the legend */
  gboolean          is_code;  /* a ring round @text: initials may be the letters of a code */
  const char       *struck;   /* what was corrected, through-lined beside @text */
  const char       *quantity; /* where it varies or is not the usual dose, and what else stands
                               * below; of a dose nobody wrote down, that of the day */
  const char       *late;     /* the true time, with a marked corner */
  gboolean          today;    /* of the column that is today: a line at either side */
} TendMarCell;

/**
 * tend_mar_cell_draw:
 * @style: its font size is that of @text; what is too wide or too high is made smaller
 *
 * Draws into 0,0 to @width,@height, with a hairline at the right and below.
 */
void  tend_mar_cell_draw  (cairo_t             *cr,
                           const TendMarCell   *cell,
                           double               width,
                           double               height,
                           const TendDrawStyle *style);

/* How high a cell of @width has to be for all of its text to keep its size. */
double tend_mar_cell_height (const TendMarCell  *cell,
                           double               width,
                           const TendDrawStyle *style);

G_END_DECLS
