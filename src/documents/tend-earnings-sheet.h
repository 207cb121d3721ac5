/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-chart.h"
#include "tend-date.h"
#include "tend-document.h"

G_BEGIN_DECLS

typedef struct
{
  const char *key;            /* in full, for the table: "Week of 24 November 2026" */
  const char *short_key;      /* for the chart: "24 Nov"; NULL: the key */
  gint64      worked_pence;
  gint64      invoiced_pence;
  gint64      received_pence;
  gint64      minutes;
} TendEarningsLine;

typedef struct
{
  const char             *provider;
  const char             *by;       /* heading of the first column: "Week", "Client" */
  TendDate                from;
  TendDate                to;
  TendChartKind           kind;     /* of the chart of money: COLUMNS, or BARS for clients */
  const TendEarningsLine *rows;     /* for BARS the largest first */
  gsize                   n_rows;
  const char             *language;
} TendEarningsSheet;

/* A chart of money, a chart of hours, and the table of both.  Totals are sums. */
TendDocument *tend_document_new_earnings (const TendEarningsSheet *sheet);

G_END_DECLS
