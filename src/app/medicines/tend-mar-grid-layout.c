/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the rows and columns of the chart lie, and what lies under its squares. */

#include "tend-mar-grid-private.h"

#include "tend-mar-cell.h"

#include <math.h>

/* Of the font's size. */
#define WIDE_FROM  40.0  /* from there on what a line is stands beside its times */
#define HEAD       11.5  /* the column of what the lines are */
#define TIMES       5.2  /* the column of times */
#define LEAST_WIDE  1.9  /* of a day */
#define ROW         2.5
#define BEFORE      0.5  /* above each line */

void
tend_mar_grid_find_layout (TendMarGrid   *self,
                           int            width,
                           TendMarLayout *layout)
{
  static const int days[] = { 28, 14, 7, 3, 1 };
  TendDrawStyle style;

  tend_widget_draw_style (GTK_WIDGET (self), &style);
  layout->wide = width >= style.font_size * WIDE_FROM;
  layout->head = layout->wide ? ceil (style.font_size * HEAD) : 0;
  layout->times = ceil (style.font_size * TIMES);
  layout->row = ceil (style.font_size * ROW);
  layout->before = ceil (style.font_size * BEFORE);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      layout->n_days = days[i];
      layout->column = (width - layout->head - layout->times) / (double) days[i];
      if (layout->column >= style.font_size * LEAST_WIDE)
        break;
    }
}

/* Three days have to be seen together. */
int
tend_mar_grid_least_width (TendMarGrid *self)
{
  TendDrawStyle style;

  tend_widget_draw_style (GTK_WIDGET (self), &style);
  return ceil (style.font_size * (TIMES + LEAST_WIDE * 3));
}

int
tend_mar_grid_head_height (TendMarGrid         *self,
                           guint                head,
                           const TendMarLayout *layout,
                           int                  width)
{
  int height;

  gtk_widget_measure (self->heads->pdata[head], GTK_ORIENTATION_VERTICAL,
                      layout->wide ? layout->head : width, NULL, &height, NULL, NULL);
  return height;
}

static guint
n_rows_of (TendMarGrid *self,
           guint        first)
{
  guint n = 0;

  while (first + n < self->rows->len &&
         ((TendMarRow *) self->rows->pdata[first + n])->head ==
         ((TendMarRow *) self->rows->pdata[first])->head)
    n++;

  return n;
}

int
tend_mar_grid_lay_out (TendMarGrid         *self,
                       const TendMarLayout *layout,
                       int                  width)
{
  int y = 0;

  for (guint i = 0; i < self->rows->len; i += n_rows_of (self, i))
    {
      TendMarRow *first = self->rows->pdata[i];
      int n = n_rows_of (self, i);
      int head = tend_mar_grid_head_height (self, first->head, layout, width);
      int row_height = layout->row;

      y += layout->before;
      if (!layout->wide)
        y += head;
      else
        row_height = MAX (row_height, (head + n - 1) / n);

      for (int j = 0; j < n; j++)
        {
          TendMarRow *row = self->rows->pdata[i + j];

          row->y = y;
          row->height = row_height;
          y += row_height;
        }
    }

  return y;
}

/* What is no dose: a dash, or the hatching of days outside the line's. */
static void
draw_empty (TendMarGrid         *self,
            cairo_t             *cr,
            TendMarRow          *row,
            const TendDrawStyle *style,
            double               start,
            double               column)
{
  for (int i = 0; i < self->n_days; i++)
    {
      int day = self->first + i;
      double x = start + round (column * i);
      TendMarCell cell = { .state = TEND_MAR_CELL_NOT_DUE };

      if (row->squares[day] != NULL)
        continue;

      if (tend_mar_row_is_outside (self, row, day))
        cell.state = TEND_MAR_CELL_OUTSIDE;
      else if (row->others[day] != NULL)
        cell.state = TEND_MAR_CELL_DUE;
      cell.today = self->sheet->chart->from + day == self->sheet->today;
      cairo_save (cr);
      cairo_translate (cr, x, row->y);
      tend_mar_cell_draw (cr, &cell, start + round (column * (i + 1)) - x, row->height, style);
      cairo_restore (cr);
    }
}

void
tend_mar_grid_draw_paper (TendMarGrid *self,
                          cairo_t     *cr,
                          int          width)
{
  TendDrawStyle style;
  TendMarLayout layout;
  double column;

  tend_widget_draw_style (GTK_WIDGET (self), &style);
  tend_mar_grid_find_layout (self, width, &layout);
  column = layout.column * layout.n_days / self->n_days;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TendMarRow *row = self->rows->pdata[i];
      gboolean begins = i == 0 ||
                        ((TendMarRow *) self->rows->pdata[i - 1])->head != row->head;

      if (begins)
        {
          tend_cairo_set_color (cr, &style.palette->soft_ink);
          cairo_rectangle (cr, layout.head + layout.times, row->y - 1, width, 1);
          cairo_fill (cr);
        }
      draw_empty (self, cr, row, &style, layout.head + layout.times, column);
    }
}
