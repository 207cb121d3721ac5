/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The squares of the MAR chart on paper: a row for each time of day, the days above. */

#include "tend-mar-chart-private.h"

#include <glib/gi18n-lib.h>

#define DAYS       TEND_MAR_CHART_DAYS
#define TIME_WIDTH 64.0
#define CELL_SIZE   9.0   /* of the font in a square */

/* Squares */

typedef struct
{
  TendMarCell   cell;
  PangoContext *context;
} Square;

static void
square_free (gpointer data)
{
  Square *self = data;

  g_free ((char *) self->cell.text);
  g_free ((char *) self->cell.struck);
  g_free ((char *) self->cell.quantity);
  g_free ((char *) self->cell.late);
  g_object_unref (self->context);
  g_free (self);
}

static Square *
square_new (const TendMarCell *cell,
            PangoContext      *context)
{
  Square *self = g_new0 (Square, 1);

  self->cell = *cell;
  self->cell.text = g_strdup (cell->text);
  self->cell.struck = g_strdup (cell->struck);
  self->cell.quantity = g_strdup (cell->quantity);
  self->cell.late = g_strdup (cell->late);
  self->cell.today = FALSE;
  self->context = g_object_ref (context);
  return self;
}

static void
draw_square_cb (cairo_t  *cr,
                double    width,
                double    height,
                gpointer  data)
{
  const Square *self = data;
  const TendDrawStyle style =
    { tend_palette_get (TEND_PALETTE_PRINT), self->context, CELL_SIZE };

  tend_mar_cell_draw (cr, &self->cell, width, height, &style);
}

static double
cell_width (const TendFlow *flow)
{
  return (tend_flow_width (flow) - TIME_WIDTH) / DAYS;
}

static int
count_days (const TendMarCycle *cycle)
{
  return MIN (cycle->to - cycle->from + 1, DAYS);
}

/* Each week is set apart from the next. */
static void
lay_week_lines (TendFlow *flow,
                int       n_days,
                double    height)
{
  double wide = cell_width (flow);

  for (int i = 0; i <= n_days; i++)
    if (i % 7 == 0 || i == n_days)
      {
        double x = flow->left + TIME_WIDTH + i * wide;

        tend_page_rule (flow->page, x, flow->y, x, flow->y + height, 0.9, &flow->palette->ink);
      }
}

static void
lay_day (TendFlow           *flow,
         const TendMarCycle *cycle,
         int                 index)
{
  TendDate date = cycle->from + index;
  double wide = cell_width (flow);
  double left = flow->left + TIME_WIDTH + index * wide;
  g_autofree char *number = NULL;
  int year, month, day;
  const char *const lines[] = { tend_weekday_short_name (tend_date_weekday (date)), NULL };
  PangoLayout *layout;
  g_autofree char *text = NULL;

  tend_date_get (date, &year, &month, &day);
  number = day == 1 || index == 0
           /* Translators: a day and the number of its month, as narrow as it can be: "1/6" */
           ? g_strdup_printf (_("%d/%d"), day, month) : g_strdup_printf ("%d", day);
  text = g_strdup_printf ("%s\n%s", lines[0], number);
  layout = tend_text_layout (flow->context, TEND_TEXT_LABEL, text, wide);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  tend_page_begin (flow->page, "TH");
  tend_page_text (flow->page, layout, left, flow->y, &flow->palette->ink);
  tend_page_end (flow->page);
}

void
tend_mar_days_lay (TendFlow           *flow,
                   const TendMarCycle *cycle)
{
  int n_days = count_days (cycle);

  tend_page_begin (flow->page, "TR");
  for (int i = 0; i < n_days; i++)
    lay_day (flow, cycle, i);
  tend_page_end (flow->page);
  flow->y += TEND_MAR_HEAD_HIGH;
  tend_page_rule (flow->page, flow->left, flow->y,
                  flow->left + TIME_WIDTH + n_days * cell_width (flow), flow->y, 0.9,
                  &flow->palette->ink);
}

static PangoLayout *
more_layout (TendFlow          *flow,
             const TendMarTime *time)
{
  return tend_text_layout (flow->context, TEND_TEXT_SMALL, time->more, TIME_WIDTH - 4);
}

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* High enough for the smallest of its words to keep its size. */
double
tend_mar_row_height (TendFlow           *flow,
                     const TendMarCycle *cycle,
                     const TendMarTime  *time)
{
  const TendDrawStyle style =
    { tend_palette_get (TEND_PALETTE_PRINT), flow->context, CELL_SIZE };
  g_autoptr(PangoLayout) more = more_layout (flow, time);
  g_autoptr(PangoLayout) clock =
    tend_text_layout (flow->context, TEND_TEXT_STRONG, time->time, TIME_WIDTH);
  double height = MAX (TEND_MAR_ROW_HIGH,
                       tend_text_height (clock) + 3 +
                       (is_text (time->more) ? tend_text_height (more) : 0));

  for (int i = 0; i < count_days (cycle); i++)
    {
      const TendMarCell *cell = &time->cells[i];

      if (is_text (cell->quantity) || is_text (cell->late) || is_text (cell->struck))
        height = MAX (height, tend_mar_cell_height (cell, cell_width (flow), &style));
    }

  return height;
}

void
tend_mar_row_lay (TendFlow           *flow,
                  const TendMarCycle *cycle,
                  const TendMarTime  *time,
                  double              high)
{
  int n_days = count_days (cycle);
  double wide = cell_width (flow);
  double y = flow->y + 1;

  tend_page_begin (flow->page, "TR");
  tend_page_begin (flow->page, "TH");
  y += tend_flow_put (flow, "P", TEND_TEXT_STRONG, time->time, flow->left, y, TIME_WIDTH - 4,
                      FALSE, &flow->palette->ink);
  tend_flow_put (flow, "P", TEND_TEXT_SMALL, time->more, flow->left, y, TIME_WIDTH - 4, FALSE,
                 &flow->palette->ink);
  tend_page_end (flow->page);
  for (int i = 0; i < n_days; i++)
    {
      tend_page_begin (flow->page, "TD");
      tend_page_figure (flow->page, flow->left + TIME_WIDTH + i * wide, flow->y, wide, high,
                        draw_square_cb, square_new (&time->cells[i], flow->context),
                        square_free);
      tend_page_end (flow->page);
    }
  tend_page_end (flow->page);
  lay_week_lines (flow, n_days, high);
  flow->y += high;
  tend_page_rule (flow->page, flow->left, flow->y, flow->left + TIME_WIDTH + n_days * wide,
                  flow->y, 0.5, &flow->palette->ink);
}
