/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-entry-row.h"
#include "tend-time.h"

G_BEGIN_DECLS

/**
 * TendMomentRow:
 *
 * A row for a time of day on a given day: "8", "830", "8.30pm".  It stands for an
 * instant: a time that the clocks skip is refused, one that comes twice gets a
 * choice of first or second, and one at or before the moment it comes after is
 * taken to be on the next day, which it then says.
 *
 * Signal: "moment-changed".
 */
#define TEND_TYPE_MOMENT_ROW (tend_moment_row_get_type ())
G_DECLARE_FINAL_TYPE (TendMomentRow, tend_moment_row, TEND, MOMENT_ROW, TendEntryRow)

GtkWidget   *tend_moment_row_new       (const char    *title);
/* The day that a time is on; keeps the time of day. */
void         tend_moment_row_set_date  (TendMomentRow *self,
                                        TendDate       date);
/* What it comes after; TEND_INSTANT_NONE for nothing. */
void         tend_moment_row_set_after (TendMomentRow *self,
                                        TendInstant    after);
/* TEND_INSTANT_NONE empties it. */
void         tend_moment_row_set_value (TendMomentRow *self,
                                        TendInstant    value);
/* TEND_INSTANT_NONE when it is empty or cannot be read. */
TendInstant  tend_moment_row_get_value (TendMomentRow *self);
/* Shows what is wrong, and moves the focus there; whether nothing is. */
gboolean     tend_moment_row_check     (TendMomentRow *self,
                                        gboolean       required);
/* Shows @message beside it; %NULL: nothing is wrong. */
void         tend_moment_row_set_fault (TendMomentRow *self,
                                        const char    *message);

G_END_DECLS
