/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-table-private.h"

#define GAP        12.0
#define GAP_JOINED  3.0
#define LEAST_FLEX 24.0  /* a flexible column gets this much, whatever the others want */
#define MOST_LEAST 0.20  /* of the width, for a single word: a longer one is broken */
#define MOST_TEXT   0.30 /* of the width, for a column of text that is not flexible */

static const struct
{
  TendTextStyle style;
  double        above;
  double        below;
} row_styles[] = {
  [TEND_ROW_BODY]     = { TEND_TEXT_CELL,    3.4,  3.4 },
  [TEND_ROW_GROUP]    = { TEND_TEXT_STRONG, 13.0,  4.0 },
  [TEND_ROW_UNDER]    = { TEND_TEXT_CELL,    0.0,  4.4 },
  [TEND_ROW_SUBTOTAL] = { TEND_TEXT_STRONG,  3.8,  3.8 },
  [TEND_ROW_TOTAL]    = { TEND_TEXT_CELL,    5.0,  2.0 },
  [TEND_ROW_FINAL]    = { TEND_TEXT_HEADING, 7.0,  3.0 },
};

static void
free_row (gpointer data,
          guint    n_columns)
{
  TendRow *row = data;

  for (guint i = 0; i < n_columns; i++)
    g_clear_object (&row->cells[i]);
  g_free (row->text);
  g_free (row);
}

TendTable *
tend_table_new (TendFlow         *flow,
                const TendColumn *columns,
                guint             n_columns)
{
  TendTable *self = g_malloc0 (sizeof (TendTable) + n_columns * sizeof (TendTableColumn));

  self->flow = flow;
  self->n_columns = n_columns;
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i].title = columns[i].title;
      self->columns[i].flags = columns[i].flags;
    }
  return self;
}

void
tend_table_free (TendTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    free_row (g_ptr_array_index (self->rows, i), self->n_columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
tend_table_add (TendTable         *self,
                TendRowKind        kind,
                const char *const *cells)
{
  TendRow *row = g_malloc0 (sizeof (TendRow) + self->n_columns * sizeof (PangoLayout *));
  guint n_cells = kind == TEND_ROW_GROUP || kind == TEND_ROW_UNDER ? 1
                  : kind >= TEND_ROW_TOTAL ? 2 : self->n_columns;

  row->kind = kind;
  row->above = row_styles[kind].above;
  row->below = row_styles[kind].below;
  for (guint i = 0; i < n_cells; i++)
    {
      guint column = kind >= TEND_ROW_TOTAL && i == 1 ? self->n_columns - 1 : i;

      if (cells[i] == NULL || *cells[i] == '\0')
        continue;
      row->cells[column] = tend_text_layout (self->flow->context, row_styles[kind].style,
                                             cells[i], -1);
      if (kind == TEND_ROW_BODY)
        self->columns[column].used = TRUE;
    }
  if (kind == TEND_ROW_GROUP)
    row->text = g_strdup (cells[0]);
  g_ptr_array_add (self->rows, row);
}

PangoLayout *
tend_table_head_layout (const TendTable *self,
                        guint            c,
                        double           width)
{
  const TendTableColumn *column = &self->columns[c];
  PangoLayout *layout = tend_text_layout (self->flow->context, TEND_TEXT_LABEL, column->title,
                                          width);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  if (column->flags & TEND_COLUMN_FIGURES)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static void
measure_natural (TendTable *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      TendTableColumn *column = &self->columns[c];
      PangoLayout *head;

      if (!column->used)
        continue;
      /* Heads may wrap, but only between words. */
      head = tend_table_head_layout (self, c, 0);
      column->natural = tend_text_width (head);
      g_object_unref (head);

      for (guint i = 0; i < self->rows->len; i++)
        {
          const TendRow *row = g_ptr_array_index (self->rows, i);

          if (row->cells[c] && row->kind != TEND_ROW_GROUP && row->kind != TEND_ROW_UNDER
              && (row->kind < TEND_ROW_TOTAL || c == self->n_columns - 1))
            column->natural = MAX (column->natural, tend_text_width (row->cells[c]));
        }
    }
}

static gboolean
is_flexible (const TendTableColumn *column)
{
  return column->used && column->flags & TEND_COLUMN_FLEX;
}

static double
longest_word (PangoLayout *layout)
{
  g_autoptr(PangoLayout) narrow = pango_layout_copy (layout);

  pango_layout_set_width (narrow, 0);
  pango_layout_set_wrap (narrow, PANGO_WRAP_WORD);
  return tend_text_width (narrow);
}

static void
measure_least (TendTable *self)
{
  double most = tend_flow_width (self->flow) * MOST_LEAST;

  for (guint c = 0; c < self->n_columns; c++)
    {
      TendTableColumn *column = &self->columns[c];

      column->least = 0;
      for (guint i = 0; column->used && i < self->rows->len; i++)
        {
          const TendRow *row = g_ptr_array_index (self->rows, i);

          if (row->kind == TEND_ROW_BODY && row->cells[c])
            column->least = MAX (column->least, longest_word (row->cells[c]));
        }
      column->least = MIN (MIN (column->least, most), column->natural);
    }
}

/* Columns of text give way, down to their longest word, to flexible ones that would have to
 * break theirs.  Returns how much they gave. */
static double
make_way (TendTable *self,
          double     room)
{
  double wanted = -room;
  double slack = 0;
  double part;

  for (guint c = 0; c < self->n_columns; c++)
    {
      const TendTableColumn *column = &self->columns[c];

      if (is_flexible (column))
        wanted += column->least;
      else if (column->used && !(column->flags & TEND_COLUMN_FIGURES))
        slack += MAX (column->width - column->least, 0);
    }
  if (wanted <= 0 || slack <= 0)
    return 0;

  part = MIN (wanted / slack, 1);
  for (guint c = 0; c < self->n_columns; c++)
    {
      TendTableColumn *column = &self->columns[c];

      if (column->used && !(column->flags & (TEND_COLUMN_FLEX | TEND_COLUMN_FIGURES)))
        column->width -= MAX (column->width - column->least, 0) * part;
    }
  return slack * part;
}

/* Gives the flexible columns that cannot have an equal part without breaking a word as much
 * as that takes.  Returns how many are left. */
static guint
settle_words (TendTable *self,
              double    *room,
              guint      open)
{
  gboolean settled;

  do
    {
      double part = open ? *room / open : 0;

      settled = TRUE;
      for (guint c = 0; c < self->n_columns && settled; c++)
        {
          TendTableColumn *column = &self->columns[c];

          if (is_flexible (column) && column->width <= 0 && column->least > part)
            {
              column->width = MAX (column->least, LEAST_FLEX);
              *room -= column->width;
              open--;
              settled = FALSE;
            }
        }
    }
  while (!settled && open > 0);
  return open;
}

/* Shares @room among the flexible columns: who wants little gets all of it, the
 * others equal parts of the rest; what nobody wants is shared equally. */
static void
share (TendTable *self,
       double     room)
{
  guint open = 0;
  gboolean settled;

  for (guint c = 0; c < self->n_columns; c++)
    if (is_flexible (&self->columns[c]))
      {
        self->columns[c].width = 0;
        open++;
      }
  do
    {
      double part = open ? room / open : 0;

      settled = TRUE;
      for (guint c = 0; c < self->n_columns; c++)
        {
          TendTableColumn *column = &self->columns[c];

          if (is_flexible (column) && column->width <= 0 && column->natural <= part)
            {
              column->width = MAX (column->natural, 1);
              room -= column->width;
              open--;
              settled = FALSE;
            }
        }
    }
  while (!settled && open > 0);
  open = settle_words (self, &room, open);

  for (guint c = 0; c < self->n_columns; c++)
    if (is_flexible (&self->columns[c]) && self->columns[c].width <= 0)
      self->columns[c].width = MAX (room / open, LEAST_FLEX);
}

/* The columns with their places; the flexible ones share what is left over. */
static void
place_columns (TendTable *self)
{
  double full = tend_flow_width (self->flow);
  double room = full;
  double x = self->flow->left;
  double wanted = 0;
  guint n_flex = 0;
  gboolean any = FALSE;

  for (guint c = 0; c < self->n_columns; c++)
    {
      TendTableColumn *column = &self->columns[c];

      if (!column->used)
        continue;
      if (any)
        room -= column->flags & TEND_COLUMN_JOINED ? GAP_JOINED : GAP;
      any = TRUE;
      if (column->flags & TEND_COLUMN_FLEX)
        {
          n_flex++;
          wanted += column->natural;
          continue;
        }
      column->width = column->flags & TEND_COLUMN_FIGURES
                      ? column->natural : MIN (column->natural, full * MOST_TEXT);
      room -= column->width;
    }
  if (wanted > room)
    {
      measure_least (self);
      room += make_way (self, room);
    }
  share (self, room);

  for (guint c = 0; c < self->n_columns; c++)
    if (is_flexible (&self->columns[c]))
      room -= self->columns[c].width;
  for (guint c = 0; c < self->n_columns && room > 0; c++)
    if (is_flexible (&self->columns[c]))
      self->columns[c].width += room / n_flex;

  any = FALSE;
  for (guint c = 0; c < self->n_columns; c++)
    {
      TendTableColumn *column = &self->columns[c];

      if (!column->used)
        continue;
      if (any)
        x += column->flags & TEND_COLUMN_JOINED ? GAP_JOINED : GAP;
      any = TRUE;
      column->x = x;
      x += column->width;
    }
  self->label_right = self->columns[self->n_columns - 1].x - GAP;
}

static double
cell_width (const TendTable *self,
            const TendRow   *row,
            guint            c)
{
  if (row->kind == TEND_ROW_GROUP)
    return tend_flow_width (self->flow);
  if (row->kind == TEND_ROW_UNDER)
    return tend_flow_width (self->flow) - TEND_TABLE_UNDER_INDENT;
  if (row->kind >= TEND_ROW_TOTAL && c == 0)
    return self->label_right - self->flow->left;
  return self->columns[c].width;
}

static void
measure_row (TendTable *self,
             TendRow   *row)
{
  row->baseline = 0;
  for (guint c = 0; c < self->n_columns; c++)
    {
      double width = cell_width (self, row, c);

      if (row->cells[c] == NULL)
        continue;
      if (tend_text_width (row->cells[c]) > width + 0.1
          && !(self->columns[c].flags & TEND_COLUMN_FIGURES && row->kind <= TEND_ROW_SUBTOTAL))
        {
          pango_layout_set_width (row->cells[c], (int) (width * PANGO_SCALE));
          pango_layout_set_wrap (row->cells[c], PANGO_WRAP_WORD_CHAR);
        }
      row->baseline = MAX (row->baseline, tend_text_baseline (row->cells[c]));
    }

  row->height = 0;
  for (guint c = 0; c < self->n_columns; c++)
    if (row->cells[c])
      row->height = MAX (row->height, row->baseline - tend_text_baseline (row->cells[c])
                                      + tend_text_height (row->cells[c]));
}

void
tend_table_measure (TendTable *self)
{
  if (self->measured)
    return;

  self->measured = TRUE;
  measure_natural (self);
  place_columns (self);
  for (guint i = 0; i < self->rows->len; i++)
    measure_row (self, g_ptr_array_index (self->rows, i));
}
