/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-sheet.h"
#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendMarPanel:
 *
 * All about one square of the chart: what is due, what was written and struck through, and
 * the form to write it.  It is the chart's side panel, and a window where there is no room
 * for one beside it.
 *
 * Signals: "changed" (draft): it is another than before; "dropped"; "signed" (entry);
 * "closed": it is to go away.
 */
#define TEND_TYPE_MAR_PANEL (tend_mar_panel_get_type ())
G_DECLARE_FINAL_TYPE (TendMarPanel, tend_mar_panel, TEND, MAR_PANEL, AdwBin)

GtkWidget *tend_mar_panel_new       (TendSession   *session);
/* A dose that was due; @draft is edited in place, and made where there is none. */
void       tend_mar_panel_show_dose (TendMarPanel  *self,
                                     TendMarSheet  *sheet,
                                     TendMarLine   *line,
                                     TendMarSlot   *slot,
                                     TendRecord    *draft);
/* The doses of a day that were not due; @others as in tend_mar_square_get_others(). */
void       tend_mar_panel_show_day  (TendMarPanel  *self,
                                     TendMarSheet  *sheet,
                                     TendMarLine   *line,
                                     TendDate       date,
                                     GPtrArray     *others);
/* "Give or note a dose" of one as needed.  @code: (nullable): "NR" for offered */
void       tend_mar_panel_show_prn  (TendMarPanel  *self,
                                     TendMarSheet  *sheet,
                                     TendMarLine   *line,
                                     const char    *code);
/* Moves the focus to the form, else to what can be done. */
void       tend_mar_panel_begin     (TendMarPanel  *self);
/* Signs what is in the form, showing first what is missing. */
void       tend_mar_panel_sign      (TendMarPanel  *self);

/**
 * tend_mar_window_present:
 *
 * A window with a panel of its own, over @parent's; it closes once the dose is signed or
 * dropped.  (transfer none)
 */
TendMarPanel *tend_mar_window_present (GtkWidget     *parent,
                                       TendSession   *session);

G_END_DECLS
