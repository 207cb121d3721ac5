/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-earnings-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-money.h"
#include "tend-table.h"

#define FONT_SIZE     8.5
#define MONEY_HEIGHT  190.0
#define HOURS_HEIGHT  130.0
#define MOST_BARS     20     /* the rest are one bar together */

enum { WORKED, INVOICED, RECEIVED, MINUTES, N_VALUES };

/* The values of the charts, which outlive the sheet. */
typedef struct
{
  char          **keys;
  gint64         *values[N_VALUES];
  gsize           n_keys;
  TendChartKind   kind;
} Data;

typedef struct
{
  Data     *data;
  gboolean  hours; /* which of the two charts */
} Figure;

static void
data_clear (gpointer pointer)
{
  Data *data = pointer;

  g_strfreev (data->keys);
  for (int i = 0; i < N_VALUES; i++)
    g_free (data->values[i]);
}

static void
figure_free (gpointer pointer)
{
  Figure *figure = pointer;

  g_rc_box_release_full (figure->data, data_clear);
  g_free (figure);
}

static Data *
data_new (const TendEarningsSheet *sheet)
{
  Data *data = g_rc_box_new0 (Data);
  gboolean others = sheet->kind == TEND_CHART_BARS && sheet->n_rows > MOST_BARS;
  gsize n = others ? MOST_BARS : sheet->n_rows;

  data->kind = sheet->kind;
  data->n_keys = n;
  data->keys = g_new0 (char *, n + 1);
  for (int i = 0; i < N_VALUES; i++)
    data->values[i] = g_new0 (gint64, n + 1);
  for (gsize i = 0; i < sheet->n_rows; i++)
    {
      const TendEarningsLine *row = &sheet->rows[i];
      gsize k = MIN (i, n - 1);

      if (data->keys[k] == NULL)
        data->keys[k] = g_strdup (others && k == n - 1 ? _("All others")
                                  : row->short_key ? row->short_key : row->key);
      data->values[WORKED][k] += row->worked_pence;
      data->values[INVOICED][k] += row->invoiced_pence;
      data->values[RECEIVED][k] += row->received_pence;
      data->values[MINUTES][k] += row->minutes;
    }
  return data;
}

static void
figure_draw (cairo_t  *cr,
             double    width,
             double    height,
             gpointer  pointer)
{
  const Figure *figure = pointer;
  const Data *data = figure->data;
  PangoContext *context = tend_text_context_new (NULL);
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_PRINT), context, FONT_SIZE };
  const TendChartSeries money[] = {
    { _("Worked"), data->values[WORKED] },
    { _("Invoiced"), data->values[INVOICED] },
    { _("Received"), data->values[RECEIVED] },
  };
  const TendChartSeries hours = { _("Hours"), data->values[MINUTES] };
  const TendChart chart = {
    .kind = data->kind,
    .unit = figure->hours ? TEND_CHART_MINUTES : TEND_CHART_PENCE,
    .keys = (const char *const *) data->keys,
    .n_keys = data->n_keys,
    .series = figure->hours ? &hours : money,
    .n_series = figure->hours || data->kind == TEND_CHART_BARS ? 1 : G_N_ELEMENTS (money),
  };

  tend_chart_draw (cr, width, height, &chart, &style);
  g_object_unref (context);
}

static void
lay_figure (TendFlow   *flow,
            Data       *data,
            gboolean    hours,
            const char *heading)
{
  Figure *figure = g_new0 (Figure, 1);
  double height = hours ? HOURS_HEIGHT : MONEY_HEIGHT;

  figure->data = g_rc_box_acquire (data);
  figure->hours = hours;
  if (data->kind == TEND_CHART_BARS)
    height = data->n_keys * FONT_SIZE * 2.1;
  tend_flow_space (flow, 16);
  tend_flow_need (flow, height + 40);
  tend_flow_text (flow, "H2", TEND_TEXT_HEADING, heading, &flow->palette->accent);
  flow->y += 8;
  tend_page_begin (flow->page, "Figure");
  tend_page_figure (flow->page, flow->left, flow->y, tend_flow_width (flow), height, figure_draw,
                    figure, figure_free);
  tend_page_end (flow->page);
  flow->y += height + 6;
}

static void
add_row (TendTable              *table,
         TendRowKind             kind,
         const TendEarningsLine *row)
{
  g_autofree char *worked = tend_money_format (row->worked_pence);
  g_autofree char *invoiced = tend_money_format (row->invoiced_pence);
  g_autofree char *received = tend_money_format (row->received_pence);
  g_autofree char *time = tend_text_minutes (row->minutes);
  const char *cells[] = { row->key, time, worked, invoiced, received };

  tend_table_add (table, kind, cells);
}

static void
lay_table (TendFlow                *flow,
           const TendEarningsSheet *sheet)
{
  const TendColumn columns[] = {
    { sheet->by, TEND_COLUMN_FLEX },
    { _("Time"), TEND_COLUMN_FIGURES },
    { _("Worked"), TEND_COLUMN_FIGURES },
    { _("Invoiced"), TEND_COLUMN_FIGURES },
    { _("Received"), TEND_COLUMN_FIGURES },
  };
  g_autoptr(TendTable) table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));
  TendEarningsLine total = { .key = _("Total") };

  for (gsize i = 0; i < sheet->n_rows; i++)
    {
      const TendEarningsLine *row = &sheet->rows[i];

      add_row (table, TEND_ROW_BODY, row);
      total.worked_pence += row->worked_pence;
      total.invoiced_pence += row->invoiced_pence;
      total.received_pence += row->received_pence;
      total.minutes += row->minutes;
    }
  add_row (table, TEND_ROW_SUBTOTAL, &total);
  tend_flow_space (flow, 22);
  tend_table_lay (table);
}

TendDocument *
tend_document_new_earnings (const TendEarningsSheet *sheet)
{
  g_autofree char *period = NULL;
  g_autofree char *title = NULL;
  TendFlow flow;
  Data *data;

  g_return_val_if_fail (sheet != NULL && sheet->by != NULL, NULL);

  period = tend_text_period (sheet->from, sheet->to);
  title = g_strdup_printf (_("Earnings, %s"), period);
  tend_flow_init (&flow, title, sheet->provider, sheet->language, FALSE);
  tend_flow_text (&flow, "H1", TEND_TEXT_TITLE, _("Earnings"), &flow.palette->accent);
  flow.y += 2;
  tend_flow_text (&flow, "P", TEND_TEXT_STRONG, period, &flow.palette->ink);
  tend_flow_text (&flow, "P", TEND_TEXT_CELL, sheet->provider, &flow.palette->soft_ink);
  if (sheet->n_rows == 0)
    {
      tend_flow_space (&flow, 16);
      tend_flow_text (&flow, "P", TEND_TEXT_BODY, _("No visits, invoices or payments yet."),
                      &flow.palette->ink);
      return tend_flow_finish (&flow, title);
    }

  data = data_new (sheet);
  lay_figure (&flow, data, FALSE, sheet->kind == TEND_CHART_BARS ? _("Money for work done")
                                                                 : _("Money"));
  lay_figure (&flow, data, TRUE, _("Hours of work"));
  g_rc_box_release_full (data, data_clear);
  lay_table (&flow, sheet);
  return tend_flow_finish (&flow, title);
}
