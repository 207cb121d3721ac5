/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-earnings-figures.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called with the row that has the focus, or -1. */
typedef void (*TendEarningsRowFunc) (int      row,
                                     gpointer data);

/**
 * tend_earnings_table_fill:
 * @list: emptied first
 * @focused: called with @data, an object, as long as it lives
 *
 * The table of a chart: heads, a row for each key and the totals, the figures in
 * columns.  A row that has the focus says all its figures in one sentence.
 */
void tend_earnings_table_fill (GtkListBox                *list,
                               const TendEarningsFigures *figures,
                               TendEarningsRowFunc        focused,
                               gpointer                   data);

G_END_DECLS
