/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TendChartView:
 *
 * A chart in the desktop's colours and font.  The pointer, or the arrow keys,
 * Home and End while it has the focus, choose a key: it is marked, and what it
 * stands for is said in figures.  The chart is one picture to a screen reader,
 * described by the key that is chosen; beside it belongs a table.
 *
 * Signal: "current-changed".
 */
#define TEND_TYPE_CHART_VIEW (tend_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TendChartView, tend_chart_view, TEND, CHART_VIEW, GtkWidget)

GtkWidget       *tend_chart_view_new         (void);
/**
 * tend_chart_view_set_chart:
 * @chart: copied
 * @names: (nullable) (array length=chart->n_keys): the keys in full; %NULL: as drawn
 * @label: what the picture shows: "Money by month"
 */
void             tend_chart_view_set_chart   (TendChartView       *self,
                                              const TendChart     *chart,
                                              const char *const   *names,
                                              const char          *label);
/* What it draws; borrowed, for saving a picture of it.  NULL before there is any. */
const TendChart *tend_chart_view_get_chart   (TendChartView       *self);
/* The key that is marked, or -1. */
int              tend_chart_view_get_current (TendChartView       *self);
void             tend_chart_view_set_current (TendChartView       *self,
                                              int                  key);
/* (transfer full): "November 2026: Worked £1,250.00, Received £900.00" */
char            *tend_chart_view_describe    (TendChartView       *self,
                                              int                  key);

G_END_DECLS
