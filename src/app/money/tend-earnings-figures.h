/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-chart.h"
#include "tend-earnings.h"

G_BEGIN_DECLS

/**
 * TendEarningsFigures:
 *
 * Earnings of a period as a chart and a table both show them: the chart's series
 * are the table's first columns.  Plain values, never changed once made; may be
 * held in several threads.
 */
typedef struct
{
  TendEarningsBy     by;
  TendChartKind      kind;
  TendChartUnit      unit;
  char              *title;      /* "Money by month" */
  char              *heading;    /* of the first column: "Month" */
  GStrv              keys;       /* short, for the chart */
  GStrv              names;      /* in full */
  gsize              n_rows;
  GStrv              columns;    /* "Worked", … */
  gsize              n_columns;
  gsize              n_series;   /* how many of them the chart shows */
  gint64           **values;     /* [column][row] */
  gint64            *totals;     /* of each column: the sum of its rows */
} TendEarningsFigures;

typedef enum { TEND_SHOW_MONEY, TEND_SHOW_HOURS } TendEarningsShow;

/**
 * tend_earnings_figures_load:
 *
 * Money: worked, invoiced and received.  Hours: those of visits done; by week and
 * month also by kind of service, stacked.  In a thread that has the vault open.
 */
TendEarningsFigures *tend_earnings_figures_load  (TendVault                  *vault,
                                                  TendDate                    from,
                                                  TendDate                    to,
                                                  TendEarningsBy              by,
                                                  TendEarningsShow            show,
                                                  GError                    **error);
TendEarningsFigures *tend_earnings_figures_ref   (TendEarningsFigures        *self);
void                 tend_earnings_figures_unref (TendEarningsFigures        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TendEarningsFigures, tend_earnings_figures_unref)

/* The chart of them, borrowed.  @series: (out): room for TEND_PALETTE_N_SERIES */
TendChart            tend_earnings_figures_chart (const TendEarningsFigures  *self,
                                                  TendChartSeries            *series);
/* (transfer full): one value as it is written: "£1,250.00", "12 h 30 min" */
char                *tend_earnings_figures_text  (const TendEarningsFigures  *self,
                                                  gint64                      value);
gboolean             tend_earnings_figures_empty (const TendEarningsFigures  *self);

G_END_DECLS
