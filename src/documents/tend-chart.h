/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-draw.h"

G_BEGIN_DECLS

/* Bar charts of money and hours.  Series differ by fill as well as by colour. */

typedef enum
{
  TEND_CHART_COLUMNS, /* upright, series side by side: weeks, months */
  TEND_CHART_STACKED, /* upright, series on top of each other: hours by kind */
  TEND_CHART_BARS,    /* lying, one series: clients */
} TendChartKind;

typedef enum { TEND_CHART_PENCE, TEND_CHART_MINUTES, TEND_CHART_TENTHS } TendChartUnit;

typedef struct
{
  const char   *name;   /* "Worked" */
  const gint64 *values; /* one for each key; may be negative except when stacked */
} TendChartSeries;

/* Everything is borrowed. */
typedef struct
{
  TendChartKind          kind;
  TendChartUnit          unit;
  const char *const     *keys;    /* n_keys labels, as short as they can be: "24 Nov" */
  gsize                  n_keys;
  const TendChartSeries *series;  /* up to TEND_PALETTE_N_SERIES */
  gsize                  n_series;
} TendChart;

/**
 * TendAxis:
 *
 * Round marks for a range: every step is 1, 2 or 5 (for hours also 3, 6, 12)
 * times a power of ten of the unit, zero is one of them, and there are at most
 * @max_steps + 1 marks.
 */
typedef struct
{
  gint64 lowest;   /* 0 or below */
  gint64 highest;  /* above 0, even for no values */
  gint64 step;
} TendAxis;

TendAxis  tend_axis_new        (gint64               lowest,
                                gint64               highest,
                                TendChartUnit        unit,
                                int                  max_steps);
/* (transfer full): "£1,500" or "12 h" or "40 mi" */
char     *tend_axis_format     (const TendAxis      *axis,
                                gint64               value,
                                TendChartUnit        unit);
/* (transfer full): a value in full: "£1,234.50", "12 h 30 min", "7.4 miles" */
char     *tend_chart_format    (gint64               value,
                                TendChartUnit        unit);

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TendChartArea;

/* The chart with its axes and, for more than one series, its key. */
void      tend_chart_draw      (cairo_t             *cr,
                                double               width,
                                double               height,
                                const TendChart     *chart,
                                const TendDrawStyle *style);
/* The key under a point, or -1; for a tooltip or a click. */
int       tend_chart_key_at    (double               width,
                                double               height,
                                const TendChart     *chart,
                                const TendDrawStyle *style,
                                double               x,
                                double               y);
/* Where a key is drawn: its column's band from top to bottom, or its bar's row. */
void      tend_chart_key_area    (double               width,
                                  double               height,
                                  const TendChart     *chart,
                                  const TendDrawStyle *style,
                                  int                  key,
                                  TendChartArea       *area);
/* The height a lying chart of that width wants, so that no bar is cramped. */
double    tend_chart_bars_height (const TendChart     *chart,
                                  const TendDrawStyle *style,
                                  double               width);
/* A chart on paper of its palette, in pixels, as tend_document_write_png() writes. */
gboolean  tend_chart_write_png (const TendChart     *chart,
                                const TendDrawStyle *style,
                                int                  width,
                                int                  height,
                                double               scale,
                                const char          *path,
                                GError             **error);

G_END_DECLS
