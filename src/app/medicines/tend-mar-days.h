/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-mar-grid.h"

G_BEGIN_DECLS

/**
 * TendMarDays:
 *
 * The days above the columns of a grid, which stay on view while it scrolls; today, which
 * goes on at midnight with the grid's sheet, is marked by its weight and a bar.  Each square
 * says its day itself.
 */
#define TEND_TYPE_MAR_DAYS (tend_mar_days_get_type ())
G_DECLARE_FINAL_TYPE (TendMarDays, tend_mar_days, TEND, MAR_DAYS, GtkWidget)

/* @grid: to outlive it */
GtkWidget *tend_mar_days_new (TendMarGrid *grid);

G_END_DECLS
