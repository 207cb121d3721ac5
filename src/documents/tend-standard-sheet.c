/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-standard-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-flow.h"

#define HEAD_HEIGHT  22.0
#define ID_WIDTH     36.0
#define ASKS_WIDTH  166.0
#define STATE_WIDTH 154.0
#define PAGE_WIDTH   26.0
#define GAP          10.0
#define ROW_PAD       5.0

typedef struct
{
  double left;
  double width;
} Column;

typedef enum { COLUMN_ID, COLUMN_ASKS, COLUMN_STATE, COLUMN_PLACE, N_COLUMNS } ColumnId;

static void
find_columns (const TendFlow *flow,
              Column         *columns)
{
  const double widths[] = { ID_WIDTH, ASKS_WIDTH, STATE_WIDTH };
  double left = flow->left;

  for (int i = 0; i < COLUMN_PLACE; i++)
    {
      columns[i] = (Column) { left, widths[i] };
      left += widths[i] + GAP;
    }
  columns[COLUMN_PLACE] = (Column) { left, flow->right - left - PAGE_WIDTH };
}

/* Above the rows of each page. */
static void
lay_head (TendFlow *flow)
{
  const char *const titles[] = { _("Line"), _("What is asked"), _("How it stands"),
                                 _("Where it is shown, page") };
  double y = flow->top - HEAD_HEIGHT;
  Column columns[N_COLUMNS];

  find_columns (flow, columns);
  tend_page_begin (flow->page, "TR");
  for (int i = 0; i < N_COLUMNS; i++)
    tend_flow_put (flow, "TH", TEND_TEXT_LABEL, titles[i], columns[i].left, y,
                   columns[i].width + (i == COLUMN_PLACE ? PAGE_WIDTH : 0), FALSE,
                   &flow->palette->soft_ink);
  tend_page_end (flow->page);
  tend_page_rule (flow->page, flow->left, flow->top - 6, flow->right, flow->top - 6, 0.8,
                  &flow->palette->ink);
}

static double
text_height (const TendFlow *flow,
             TendTextStyle   style,
             const char     *text,
             double          width)
{
  g_autoptr(PangoLayout) layout = NULL;

  if (text == NULL || *text == '\0')
    return 0;

  layout = tend_text_layout (flow->context, style, text, width);
  return tend_text_height (layout);
}

static double
places_height (const TendFlow        *flow,
               const TendStandardRow *row,
               double                 width)
{
  double height = 0;

  for (gsize i = 0; i < row->n_places; i++)
    height += text_height (flow, TEND_TEXT_CELL, row->places[i].title, width);

  return height;
}

/* A row is not broken: it is ticked as a whole. */
static double
row_height (const TendFlow        *flow,
            const TendStandardRow *row,
            const Column          *columns)
{
  double state = text_height (flow, TEND_TEXT_STRONG, row->state, columns[COLUMN_STATE].width) +
                 text_height (flow, TEND_TEXT_CELL, row->says, columns[COLUMN_STATE].width);
  double asks = text_height (flow, TEND_TEXT_CELL, row->asks, columns[COLUMN_ASKS].width);

  return MAX (MAX (state, asks), places_height (flow, row, columns[COLUMN_PLACE].width));
}

static void
lay_places (TendFlow              *flow,
            const TendStandardRow *row,
            const Column          *column,
            GArray                *links)
{
  int page = tend_document_get_n_pages (flow->document) - 1;
  double y = flow->y;

  for (gsize i = 0; i < row->n_places; i++)
    {
      const TendStandardPlace *place = &row->places[i];
      g_autofree char *number = g_strdup_printf ("%d", place->page);
      TendBookLink link = { page, column->left, y, column->width + PAGE_WIDTH, 0, place->page };

      link.height = tend_flow_put (flow, "P", TEND_TEXT_CELL, place->title, column->left, y,
                                   column->width, FALSE, &flow->palette->ink);
      if (place->page > 0)
        tend_flow_put (flow, "Reference", TEND_TEXT_CELL, number, flow->right, y, PAGE_WIDTH, TRUE,
                       &flow->palette->ink);
      y += link.height;
      if (place->page > 0)
        g_array_append_val (links, link);
    }
}

static void
lay_row (TendFlow              *flow,
         const TendStandardRow *row,
         const Column          *columns,
         double                 height,
         GArray                *links)
{
  const TendPalette *palette = flow->palette;
  const Column *state = &columns[COLUMN_STATE];
  double below;

  tend_page_begin (flow->page, "TR");
  tend_flow_put (flow, "TH", TEND_TEXT_CELL, row->id, columns[COLUMN_ID].left, flow->y, ID_WIDTH,
                 FALSE, &palette->soft_ink);
  tend_flow_put (flow, "TD", TEND_TEXT_CELL, row->asks, columns[COLUMN_ASKS].left, flow->y,
                 ASKS_WIDTH, FALSE, &palette->ink);
  tend_page_begin (flow->page, "TD");
  below = tend_flow_put (flow, "P", TEND_TEXT_STRONG, row->state, state->left, flow->y,
                         state->width, FALSE, row->fault ? &palette->accent : &palette->ink);
  tend_flow_put (flow, "P", TEND_TEXT_CELL, row->says, state->left, flow->y + below, state->width,
                 FALSE, &palette->soft_ink);
  tend_page_end (flow->page);
  tend_page_begin (flow->page, "TD");
  lay_places (flow, row, &columns[COLUMN_PLACE], links);
  tend_page_end (flow->page);
  tend_page_end (flow->page);

  flow->y += height + ROW_PAD;
  tend_flow_rule (flow);
  flow->y += ROW_PAD;
}

static void
lay_rows (TendFlow                *flow,
          const TendStandardSheet *sheet,
          GArray                  *links)
{
  Column columns[N_COLUMNS];
  double top = flow->top;

  find_columns (flow, columns);
  flow->y += HEAD_HEIGHT;
  flow->top = flow->y;
  tend_page_begin (flow->page, "Table");
  lay_head (flow);
  flow->top = top + HEAD_HEIGHT;
  for (gsize i = 0; i < sheet->n_rows; i++)
    {
      double height = row_height (flow, &sheet->rows[i], columns);

      if (flow->y + height + ROW_PAD > flow->bottom && flow->y > flow->top)
        {
          tend_page_end (flow->page);
          tend_flow_new_page (flow);
          tend_page_begin (flow->page, "Table");
          lay_head (flow);
        }
      lay_row (flow, &sheet->rows[i], columns, height, links);
    }
  tend_page_end (flow->page);
}

TendDocument *
tend_document_new_standard (const TendStandardSheet  *sheet,
                            GArray                  **links)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (TendBookLink));
  g_autofree char *footer = NULL;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->title != NULL && sheet->carer != NULL, NULL);

  footer = g_strdup_printf ("%s · %s", sheet->title, sheet->carer);
  tend_flow_init (&flow, sheet->title, sheet->carer, sheet->language, FALSE);
  tend_flow_text (&flow, "H1", TEND_TEXT_TITLE, sheet->title, &flow.palette->accent);
  flow.y += 8;
  tend_flow_text (&flow, "P", TEND_TEXT_BODY, sheet->intro, &flow.palette->ink);
  flow.y += 12;
  lay_rows (&flow, sheet, found);

  if (links != NULL)
    *links = g_steal_pointer (&found);
  for (int i = 0; i < tend_document_get_n_pages (flow.document); i++)
    tend_flow_foot (&flow, i, 1, footer);
  return flow.document;
}
