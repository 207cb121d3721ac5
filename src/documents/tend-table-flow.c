/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the rows of a table go: the other half of tend-table.c. */

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-table-private.h"

#define HEAD_BELOW     4.0

static double
row_height (const TendRow *row)
{
  return row->above + row->height + row->below;
}

static double
head_height (TendTable *self)
{
  double height = 0;

  for (guint c = 0; c < self->n_columns; c++)
    if (self->columns[c].used && *self->columns[c].title)
      {
        PangoLayout *layout = tend_table_head_layout (self, c, self->columns[c].width + 0.1);

        height = MAX (height, tend_text_height (layout) + HEAD_BELOW);
        g_object_unref (layout);
      }
  return height;
}

static void
lay_head (TendTable *self)
{
  TendFlow *flow = self->flow;
  double height = head_height (self);

  if (height <= 0)
    return;
  tend_page_begin (flow->page, "TR");
  for (guint c = 0; c < self->n_columns; c++)
    {
      const TendTableColumn *column = &self->columns[c];
      PangoLayout *layout;

      if (!column->used)
        continue;
      layout = tend_table_head_layout (self, c, column->width + 0.1);
      tend_page_begin (flow->page, "TH");
      tend_page_text (flow->page, layout, column->x,
                      flow->y + height - HEAD_BELOW - tend_text_height (layout),
                      &flow->palette->soft_ink);
      tend_page_end (flow->page);
    }
  tend_page_end (flow->page);
  flow->y += height;
  tend_page_rule (flow->page, flow->left, flow->y, flow->right, flow->y, 0.9,
                  &flow->palette->accent);
}

static double
cell_x (const TendTable *self,
        const TendRow   *row,
        guint            c)
{
  const TendTableColumn *column = &self->columns[c];

  if (row->kind == TEND_ROW_GROUP)
    return self->flow->left;
  if (row->kind == TEND_ROW_UNDER)
    return self->flow->left + TEND_TABLE_UNDER_INDENT;
  if (row->kind >= TEND_ROW_TOTAL && c == 0)
    return self->label_right - tend_text_width (row->cells[c]);
  if (column->flags & TEND_COLUMN_FIGURES)
    return column->x + column->width - tend_text_width (row->cells[c]);
  return column->x;
}

static const TendColor *
cell_color (const TendTable *self,
            const TendRow   *row,
            guint            c)
{
  const TendPalette *palette = self->flow->palette;

  if (row->kind == TEND_ROW_GROUP || row->kind == TEND_ROW_FINAL)
    return &palette->accent;
  if (self->columns[c].flags & TEND_COLUMN_SOFT || (row->kind == TEND_ROW_TOTAL && c == 0))
    return &palette->soft_ink;
  return &palette->ink;
}

static void
lay_cells (TendTable *self,
           TendRow   *row)
{
  TendFlow *flow = self->flow;
  double y = flow->y + row->above;

  tend_page_begin (flow->page, "TR");
  for (guint c = 0; c < self->n_columns; c++)
    {
      if (!self->columns[c].used && row->cells[c] == NULL)
        continue;
      if (row->cells[c] == NULL && row->kind != TEND_ROW_BODY && row->kind != TEND_ROW_SUBTOTAL)
        continue;
      tend_page_begin (flow->page, row->kind == TEND_ROW_GROUP ? "TH" : "TD");
      if (row->cells[c] && (self->columns[c].used || row->kind != TEND_ROW_SUBTOTAL))
        tend_page_lines (flow->page, row->cells[c], 0, G_MAXINT, cell_x (self, row, c),
                         y + row->baseline - tend_text_baseline (row->cells[c]),
                         cell_color (self, row, c));
      tend_page_end (flow->page);
    }
  tend_page_end (flow->page);
}

static void
set_place (TendTable *self,
           TendRow   *row)
{
  row->page = tend_document_get_n_pages (self->flow->document) - 1;
  row->top = self->flow->y;
}

/* @next: the row that follows on the same page, or NULL */
static void
lay_row (TendTable     *self,
         TendRow       *row,
         const TendRow *next)
{
  TendFlow *flow = self->flow;

  set_place (self, row);
  if (row->kind == TEND_ROW_SUBTOTAL || row->kind == TEND_ROW_FINAL)
    {
      double x = row->kind == TEND_ROW_FINAL ? cell_x (self, row, 0) : flow->left;

      tend_page_rule (flow->page, x, flow->y + (row->kind == TEND_ROW_FINAL ? 3 : 0),
                      flow->right, flow->y + (row->kind == TEND_ROW_FINAL ? 3 : 0), 0.6,
                      &flow->palette->accent);
    }
  lay_cells (self, row);
  flow->y += row_height (row);
  /* The sums bring a line of their own. */
  if (row->kind <= TEND_ROW_UNDER && (next == NULL || next->kind <= TEND_ROW_GROUP))
    tend_page_rule (flow->page, flow->left, flow->y, flow->right, flow->y, 0.4,
                    &flow->palette->rule);
}

/* Cell @c from *@line on, as far as there is room, down to *@reached; FALSE when it
 * is finished. */
static gboolean
lay_cell_piece (TendTable *self,
                TendRow   *row,
                guint      c,
                int       *line,
                double    *reached)
{
  TendFlow *flow = self->flow;
  int n_lines = pango_layout_get_line_count (row->cells[c]);
  int count = 0;
  double used = 0;

  for (; *line + count < n_lines; count++)
    {
      PangoRectangle extents;
      double height;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (row->cells[c],
                                                                     *line + count),
                                     NULL, &extents);
      height = extents.height / (double) PANGO_SCALE;
      if (count > 0 && flow->y + row->above + used + height > flow->bottom)
        break;
      used += height;
    }
  *reached = MAX (*reached, flow->y + row->above + used + row->below);
  tend_page_begin (flow->page, "TD");
  if (count > 0)
    tend_page_lines (flow->page, row->cells[c], *line, count, cell_x (self, row, c),
                     flow->y + row->above, cell_color (self, row, c));
  tend_page_end (flow->page);
  *line += count;
  return *line < n_lines;
}

static void
begin_page (TendTable     *self,
            const TendRow *group)
{
  TendFlow *flow = self->flow;

  tend_page_end (flow->page);
  tend_flow_new_page (flow);
  tend_page_begin (flow->page, "Table");
  lay_head (self);
  if (group)
    {
      g_autofree char *text = NULL;
      TendRow *again = g_malloc0 (sizeof (TendRow) + self->n_columns * sizeof (PangoLayout *));

      /* Translators: the name of a group of rows, again after a page break */
      text = g_strdup_printf (_("%s (continued)"), group->text);
      *again = *group;
      again->text = NULL;
      again->above = 7;
      again->cells[0] = tend_text_layout (flow->context, TEND_TEXT_STRONG, text,
                                          tend_flow_width (flow));
      again->height = tend_text_height (again->cells[0]);
      lay_row (self, again, NULL);
      g_object_unref (again->cells[0]);
      g_free (again);
    }
}

/* A row that is taller than a page goes over as many as it needs. */
static void
lay_tall_row (TendTable     *self,
              TendRow       *row,
              const TendRow *group)
{
  TendFlow *flow = self->flow;
  g_autofree int *lines = g_new0 (int, self->n_columns);
  gboolean more = TRUE;
  double reached;

  set_place (self, row);
  while (more)
    {
      more = FALSE;
      reached = flow->y;
      tend_page_begin (flow->page, "TR");
      for (guint c = 0; c < self->n_columns; c++)
        if (row->cells[c])
          more |= lay_cell_piece (self, row, c, &lines[c], &reached);
      tend_page_end (flow->page);
      if (more)
        begin_page (self, group);
    }
  flow->y = reached;
}

/* The rows from @first on that stay together: to the next row that may begin a page. */
static guint
count_together (TendTable *self,
                guint      first,
                double    *height)
{
  guint i = first;
  gboolean group = FALSE;

  *height = 0;
  do
    {
      const TendRow *row = g_ptr_array_index (self->rows, i);

      group = row->kind == TEND_ROW_GROUP;
      *height += row_height (row);
      i++;
    }
  while (i < self->rows->len
         && (group
             || ((TendRow *) g_ptr_array_index (self->rows, i))->kind >= TEND_ROW_UNDER));
  return i - first;
}

/* What a row says, below each other, in the order of the columns. */
static void
stack_row (TendTable     *self,
           TendFlow      *flow,
           const TendRow *row)
{
  guint last = self->n_columns - 1;

  if (row->kind == TEND_ROW_GROUP)
    {
      tend_heading_lay (flow, row->text);
      return;
    }
  if (row->kind == TEND_ROW_UNDER)
    {
      if (row->cells[0] != NULL)
        tend_flow_text (flow, "P", TEND_TEXT_CELL, pango_layout_get_text (row->cells[0]),
                        &flow->palette->ink);
      return;
    }
  if (row->kind >= TEND_ROW_TOTAL)
    {
      const char *sum = row->cells[last] != NULL ? pango_layout_get_text (row->cells[last]) : NULL;
      const char *text = row->cells[0] != NULL ? pango_layout_get_text (row->cells[0]) : "";

      tend_flow_text (flow, "P", TEND_TEXT_STRONG, text, &flow->palette->ink);
      tend_flow_text (flow, "P", TEND_TEXT_STRONG, sum, &flow->palette->ink);
      return;
    }

  for (guint c = 0; c < self->n_columns; c++)
    if (row->cells[c] != NULL && self->columns[c].used)
      {
        const char *text = pango_layout_get_text (row->cells[c]);

        /* What comes first names the row. */
        if (c == 0 || *self->columns[c].title == '\0')
          tend_flow_text (flow, "P", TEND_TEXT_STRONG, text, &flow->palette->ink);
        else
          tend_run_in_lay (flow, self->columns[c].title, text);
      }
}

/* The rows from @first on that are one entry: what stands under a row belongs to it. */
typedef struct
{
  TendTable *table;
  guint      first;
  guint      count;
} Entry;

static void
stack_entry (TendFlow *flow,
             gpointer  data)
{
  const Entry *entry = data;

  for (guint i = 0; i < entry->count; i++)
    {
      stack_row (entry->table, flow, g_ptr_array_index (entry->table->rows, entry->first + i));
      flow->y += 6;
    }
}

/* In large print columns would be a few letters wide. */
static void
stack (TendTable *self)
{
  TendFlow *flow = self->flow;
  Entry entry = { self, 0, 0 };

  for (; entry.first < self->rows->len; entry.first += entry.count)
    {
      entry.count = 1;
      while (entry.first + entry.count < self->rows->len &&
             ((TendRow *) g_ptr_array_index (self->rows, entry.first + entry.count))->kind ==
               TEND_ROW_UNDER)
        entry.count++;
      tend_flow_keep (flow, stack_entry, &entry);
      tend_flow_rule (flow);
      flow->y += 8;
    }
}

/* Whether the rows after these @count, up to the end, would stand alone on the next page though
 * these could go with them. */
static gboolean
leaves_last (TendTable *self,
             guint      first,
             guint      count,
             double     height,
             double     full)
{
  double next;

  return first + count < self->rows->len &&
         first + count + count_together (self, first + count, &next) == self->rows->len &&
         self->flow->y + height <= self->flow->bottom &&
         self->flow->y + height + next > self->flow->bottom && height + next <= full;
}

double
tend_table_start (TendTable *self)
{
  double full = self->flow->bottom - self->flow->top - 20;
  double height = 0;

  tend_table_measure (self);
  if (self->rows->len > 0)
    count_together (self, 0, &height);
  return MIN (head_height (self) + height, full);
}

void
tend_table_lay (TendTable *self)
{
  TendFlow *flow = self->flow;
  const TendRow *group = NULL;
  double full, height;
  guint on_page = 0; /* the first row of this page */
  guint i = 0;

  if (self->rows->len == 0)
    return;
  if (tend_text_context_is_large (flow->context))
    {
      stack (self);
      return;
    }
  tend_table_measure (self);
  full = flow->bottom - flow->top - head_height (self) - 20;

  tend_flow_need (flow, tend_table_start (self));
  tend_page_begin (flow->page, "Table");
  lay_head (self);
  while (i < self->rows->len)
    {
      guint count = count_together (self, i, &height);
      gboolean early = i > on_page && leaves_last (self, i, count, height, full);

      if (height > full)
        {
          count = 1;
          height = row_height (g_ptr_array_index (self->rows, i));
        }
      for (guint n = 0; n < count; n++, i++)
        {
          TendRow *row = g_ptr_array_index (self->rows, i);

          if (row->kind == TEND_ROW_GROUP || row->kind >= TEND_ROW_TOTAL)
            group = NULL;
          if (n == 0 && height <= full && (early || flow->y + height > flow->bottom))
            {
              begin_page (self, group);
              on_page = i;
            }
          if (row->kind == TEND_ROW_GROUP)
            group = row;

          if (row_height (row) > full)
            lay_tall_row (self, row, group);
          else
            lay_row (self, row, n + 1 < count ? g_ptr_array_index (self->rows, i + 1) : NULL);
        }
    }
  tend_page_end (flow->page);
}

void
tend_table_get_place (const TendTable *self,
                      guint            index,
                      int             *page,
                      double          *top,
                      double          *height)
{
  const TendRow *row;

  g_return_if_fail (self != NULL && index < self->rows->len);

  row = g_ptr_array_index (self->rows, index);
  *page = row->page;
  *top = row->top;
  *height = row_height (row);
}
