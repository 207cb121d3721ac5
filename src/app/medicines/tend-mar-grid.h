/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-square.h"

G_BEGIN_DECLS

/**
 * TendMarGrid:
 *
 * The chart of one cycle: medicines and their times down, days across.  It shows as many days
 * as there is room for: 28, 14, 7, 3 or 1.  Each dose is a TendMarSquare; arrows go from one
 * to the next, Page Up and Page Down from one to be written to the next.
 *
 * What is drafted is held here and drawn dashed; nothing is written by it.
 *
 * Signals: "letter" (guint): a key with a letter, or the space, on the square in focus;
 * "enter": Enter on it, or its own action; "pressed": the pointer; "drop": Escape;
 * "beyond" (int): an arrow leads to that day of another cycle; "arranged": other days are
 * on view, or the columns are of another width.
 */
#define TEND_TYPE_MAR_GRID (tend_mar_grid_get_type ())
G_DECLARE_FINAL_TYPE (TendMarGrid, tend_mar_grid, TEND, MAR_GRID, GtkWidget)

GtkWidget     *tend_mar_grid_new         (void);
/* Keeps the focus on the same dose, and the drafts of those that are still to be written. */
void           tend_mar_grid_set_sheet   (TendMarGrid   *self,
                                          TendMarSheet  *sheet);
/* @draft: (nullable): NULL drops it */
void           tend_mar_grid_set_draft   (TendMarGrid   *self,
                                          TendMarLine   *line,
                                          TendMarSlot   *slot,
                                          TendRecord    *draft);
TendRecord    *tend_mar_grid_get_draft   (TendMarGrid   *self,
                                          TendMarLine   *line,
                                          TendMarSlot   *slot);
guint          tend_mar_grid_n_drafts    (TendMarGrid   *self);
/* (element-type TendRecord) (transfer full): all of them. */
GPtrArray     *tend_mar_grid_dup_drafts  (TendMarGrid   *self);

/* NULL when the focus is elsewhere. */
TendMarSquare *tend_mar_grid_get_focus_square (TendMarGrid *self);
/* The square that had it last; NULL for none. */
TendMarSquare *tend_mar_grid_get_last    (TendMarGrid   *self);
/* By tend_mar_dose_key(); whether it is on this chart. */
gboolean       tend_mar_grid_focus_dose  (TendMarGrid   *self,
                                          const char    *key);
/* The next to be written after the square in focus, on the days on view; whether there is
 * one. */
gboolean       tend_mar_grid_focus_next  (TendMarGrid   *self,
                                          int            step);
/* Where one would begin: the first to be written today, else the oldest gap, else today. */
void           tend_mar_grid_focus_first (TendMarGrid   *self);

/* The days on view, and where their columns lie in @width; the first begins at *@x. */
TendDate       tend_mar_grid_get_days    (TendMarGrid   *self,
                                          int           *n_days,
                                          double        *x,
                                          double        *column);
/* Of the sheet: a newer one, which comes each minute, may be of the next day. */
TendDate       tend_mar_grid_get_today   (TendMarGrid   *self);
/* Shows the days before (-1) or after (1) those on view; FALSE when they are in another
 * cycle. */
gboolean       tend_mar_grid_turn        (TendMarGrid   *self,
                                          int            step);
void           tend_mar_grid_show_day    (TendMarGrid   *self,
                                          TendDate       date);

G_END_DECLS
