/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-sheet.h"
#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendMarHistory:
 *
 * What was written of a dose: the entry in force, what was added to it, and what it took the
 * place of, struck through, with the reason; and the scan it was copied from.
 *
 * Signal: "correct" (entry): it is to be corrected.
 */
#define TEND_TYPE_MAR_HISTORY (tend_mar_history_get_type ())
G_DECLARE_FINAL_TYPE (TendMarHistory, tend_mar_history, TEND, MAR_HISTORY, AdwBin)

/* @slot: has an entry; it and @line belong to @sheet, which is kept */
GtkWidget *tend_mar_history_new (TendSession  *session,
                                 TendMarSheet *sheet,
                                 TendMarLine  *line,
                                 TendMarSlot  *slot);
/* Moves the focus to what can be done. */
void       tend_mar_history_begin (TendMarHistory *self);

G_END_DECLS
