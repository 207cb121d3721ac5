/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TendRepeatRows:
 *
 * How a visit repeats: every so many weeks, on which weekdays; told in words with
 * the next days it falls on.  Writes the `rrule` of the record it is given.
 *
 * Signal: "changed".
 */
#define TEND_TYPE_REPEAT_ROWS (tend_repeat_rows_get_type ())
G_DECLARE_FINAL_TYPE (TendRepeatRows, tend_repeat_rows, TEND, REPEAT_ROWS, GObject)

/* @pattern: edited in place */
TendRepeatRows *tend_repeat_rows_new    (TendRecord      *pattern);
/* Appends its rows to an expander. */
void            tend_repeat_rows_add_to (TendRepeatRows  *self,
                                         AdwExpanderRow  *expander);
/* The days that are told begin here instead of with the first day. */
void            tend_repeat_rows_set_from (TendRepeatRows *self,
                                           TendDate        from);
/* To be called when the first or last day has changed. */
void            tend_repeat_rows_update (TendRepeatRows  *self);
/* "Every 2 weeks on Monday", for a title. */
char           *tend_repeat_rows_describe (TendRepeatRows *self);

G_END_DECLS
