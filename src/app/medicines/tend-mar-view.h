/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-sheet.h"
#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendMarView:
 *
 * One person's MAR chart: allergies and GP, what is to be done, the days, the grid, and a
 * panel beside it for the square in focus.  A letter drafts, Enter signs and goes to the next
 * dose to be written, Escape drops the draft; the pointer opens the panel.
 *
 * Signals: "show-day" (int): a day of another cycle is wanted; "show-dose" (char *): a dose
 * of one, by tend_mar_dose_key().
 */
#define TEND_TYPE_MAR_VIEW (tend_mar_view_get_type ())
G_DECLARE_FINAL_TYPE (TendMarView, tend_mar_view, TEND, MAR_VIEW, AdwBin)

GtkWidget *tend_mar_view_new         (TendSession   *session);
void       tend_mar_view_set_sheet   (TendMarView   *self,
                                      TendMarSheet  *sheet);
/* @key: (nullable): as tend_mar_dose_key() makes it; NULL for where one would begin */
void       tend_mar_view_focus       (TendMarView   *self,
                                      const char    *key);
/* Goes to the days before (-1) or after (1). */
void       tend_mar_view_turn        (TendMarView   *self,
                                      int            step);
/* "Give or note a dose" of a medicine as needed.  @code: (nullable): "NR" for offered */
void       tend_mar_view_give        (TendMarView   *self,
                                      const char    *medication,
                                      const char    *code);

G_END_DECLS
