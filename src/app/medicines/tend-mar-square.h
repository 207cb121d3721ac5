/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-sheet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendMarSquare:
 *
 * A cell of the MAR chart as a focusable widget: one dose that was due, or a day's doses as
 * needed.  It is drawn with the code that prints it and spoken as one sentence.  What lies
 * in it belongs to the sheet that its grid holds.
 * Its action "square.open" emits "activate".
 */
#define TEND_TYPE_MAR_SQUARE (tend_mar_square_get_type ())
G_DECLARE_FINAL_TYPE (TendMarSquare, tend_mar_square, TEND, MAR_SQUARE, GtkWidget)

GtkWidget    *tend_mar_square_new        (void);

/* A dose that was due; @draft is nullable. */
void          tend_mar_square_show_dose  (TendMarSquare *self,
                                          TendMarLine   *line,
                                          TendMarSlot   *slot,
                                          TendRecord    *draft,
                                          TendDate       today,
                                          TendInstant    now);
/* @others: (element-type TendMarSlot): those of one day that were not due; maybe none */
void          tend_mar_square_show_day   (TendMarSquare *self,
                                          TendMarLine   *line,
                                          GPtrArray     *others,
                                          TendDate       date,
                                          TendDate       today);

TendMarLine  *tend_mar_square_get_line   (TendMarSquare *self);
/* NULL for a day's doses as needed. */
TendMarSlot  *tend_mar_square_get_slot   (TendMarSquare *self);
/* NULL for a dose that was due. */
GPtrArray    *tend_mar_square_get_others (TendMarSquare *self);
TendDate      tend_mar_square_get_date   (TendMarSquare *self);

G_END_DECLS
