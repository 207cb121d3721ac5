/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-page.h"

#include "tend-draw.h"

typedef enum { MARK_BEGIN, MARK_END, MARK_LINES, MARK_FILL, MARK_RULE, MARK_FIGURE } MarkKind;

typedef struct
{
  MarkKind  kind;
  double    x;
  double    y;
  double    width;  /* of a rule: to where */
  double    height;
  double    size;   /* radius or thickness */
  TendColor color;
  union
  {
    const char *tag; /* a literal */
    struct
    {
      PangoLayout *layout;
      int          first;
      int          count;
    } lines;
    struct
    {
      TendFigureFunc draw;
      gpointer       data;
      GDestroyNotify destroy;
    } figure;
  };
} Mark;

typedef struct
{
  char   *heading;
  double  y;
} Heading;

struct _TendPage
{
  GArray *marks;
  GArray *headings;
  int     depth; /* of open tags */
};

static void
clear_mark (gpointer data)
{
  Mark *mark = data;

  if (mark->kind == MARK_LINES)
    g_object_unref (mark->lines.layout);
  else if (mark->kind == MARK_FIGURE && mark->figure.destroy)
    mark->figure.destroy (mark->figure.data);
}

static void
clear_heading (gpointer data)
{
  g_free (((Heading *) data)->heading);
}

TendPage *
tend_page_new (void)
{
  TendPage *self = g_new0 (TendPage, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->headings = g_array_new (FALSE, FALSE, sizeof (Heading));
  g_array_set_clear_func (self->headings, clear_heading);
  return self;
}

void
tend_page_free (TendPage *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->headings);
  g_free (self);
}

void
tend_page_begin (TendPage   *self,
                 const char *tag)
{
  Mark mark = { .kind = MARK_BEGIN, .tag = tag };

  self->depth++;
  g_array_append_val (self->marks, mark);
}

void
tend_page_end (TendPage *self)
{
  Mark mark = { .kind = MARK_END };
  int open = 0;

  g_assert (self->depth > 0);
  /* A mark of the end names its beginning, as cairo wants it. */
  for (guint i = self->marks->len; i-- > 0;)
    {
      const Mark *before = &g_array_index (self->marks, Mark, i);

      if (before->kind == MARK_END)
        open++;
      else if (before->kind == MARK_BEGIN && open-- == 0)
        {
          mark.tag = before->tag;
          break;
        }
    }
  self->depth--;
  g_array_append_val (self->marks, mark);
}

void
tend_page_lines (TendPage        *self,
                 PangoLayout     *layout,
                 int              first_line,
                 int              n_lines,
                 double           x,
                 double           y,
                 const TendColor *color)
{
  Mark mark = { .kind = MARK_LINES, .x = x, .y = y, .color = *color };

  mark.lines.layout = g_object_ref (layout);
  mark.lines.first = first_line;
  mark.lines.count = n_lines;
  g_array_append_val (self->marks, mark);
}

void
tend_page_text (TendPage        *self,
                PangoLayout     *layout,
                double           x,
                double           y,
                const TendColor *color)
{
  tend_page_lines (self, layout, 0, G_MAXINT, x, y, color);
  g_object_unref (layout);
}

void
tend_page_fill (TendPage        *self,
                double           x,
                double           y,
                double           width,
                double           height,
                double           radius,
                const TendColor *color)
{
  Mark mark = { .kind = MARK_FILL, .x = x, .y = y, .width = width, .height = height,
                .size = radius, .color = *color };

  g_array_append_val (self->marks, mark);
}

void
tend_page_rule (TendPage        *self,
                double           x1,
                double           y1,
                double           x2,
                double           y2,
                double           thickness,
                const TendColor *color)
{
  Mark mark = { .kind = MARK_RULE, .x = x1, .y = y1, .width = x2, .height = y2,
                .size = thickness, .color = *color };

  g_array_append_val (self->marks, mark);
}

void
tend_page_figure (TendPage       *self,
                  double          x,
                  double          y,
                  double          width,
                  double          height,
                  TendFigureFunc  draw,
                  gpointer        data,
                  GDestroyNotify  destroy)
{
  Mark mark = { .kind = MARK_FIGURE, .x = x, .y = y, .width = width, .height = height };

  mark.figure.draw = draw;
  mark.figure.data = data;
  mark.figure.destroy = destroy;
  g_array_append_val (self->marks, mark);
}

void
tend_page_mark (TendPage   *self,
                const char *heading,
                double      y)
{
  Heading entry = { g_strdup (heading), y };

  g_array_append_val (self->headings, entry);
}

guint
tend_page_get_n_marks (TendPage *self)
{
  return self->headings->len;
}

const char *
tend_page_get_mark (TendPage *self,
                    guint     index,
                    double   *y)
{
  const Heading *entry = &g_array_index (self->headings, Heading, index);

  *y = entry->y;
  return entry->heading;
}

static void
draw_lines (cairo_t    *cr,
            const Mark *mark)
{
  PangoLayoutIter *iter = pango_layout_get_iter (mark->lines.layout);
  double top = 0;
  int index = 0;

  tend_cairo_set_color (cr, &mark->color);
  do
    {
      PangoRectangle logical;
      int y0;

      if (index < mark->lines.first)
        continue;
      if (index - mark->lines.first >= mark->lines.count)
        break;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      pango_layout_iter_get_line_yrange (iter, &y0, NULL);
      if (index == mark->lines.first && index > 0)
        top = y0 / (double) PANGO_SCALE;
      cairo_move_to (cr, mark->x + logical.x / (double) PANGO_SCALE,
                     mark->y - top
                     + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (index++, pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_fill (cairo_t    *cr,
           const Mark *mark)
{
  tend_cairo_set_color (cr, &mark->color);
  tend_draw_rounded (cr, mark->x, mark->y, mark->width, mark->height, mark->size);
  cairo_fill (cr);
}

static void
draw_rule (cairo_t    *cr,
           const Mark *mark)
{
  tend_cairo_set_color (cr, &mark->color);
  cairo_set_line_width (cr, mark->size);
  cairo_move_to (cr, mark->x, mark->y);
  cairo_line_to (cr, mark->width, mark->height);
  cairo_stroke (cr);
}

static void
draw_figure (cairo_t    *cr,
             const Mark *mark)
{
  cairo_save (cr);
  cairo_translate (cr, mark->x, mark->y);
  mark->figure.draw (cr, mark->width, mark->height, mark->figure.data);
  cairo_restore (cr);
}

void
tend_page_draw (TendPage *self,
                cairo_t  *cr)
{
  g_assert (self->depth == 0);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      switch (mark->kind)
        {
        case MARK_BEGIN:
          cairo_tag_begin (cr, mark->tag, NULL);
          break;
        case MARK_END:
          cairo_tag_end (cr, mark->tag);
          break;
        case MARK_LINES:
          draw_lines (cr, mark);
          break;
        case MARK_FILL:
          draw_fill (cr, mark);
          break;
        case MARK_RULE:
          draw_rule (cr, mark);
          break;
        case MARK_FIGURE:
          draw_figure (cr, mark);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

char *
tend_page_dup_text (TendPage *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);
      const char *all;
      PangoLayoutLine *first, *last;
      int n_lines;

      if (mark->kind != MARK_LINES)
        continue;
      all = pango_layout_get_text (mark->lines.layout);
      n_lines = pango_layout_get_line_count (mark->lines.layout);
      first = pango_layout_get_line_readonly (mark->lines.layout, mark->lines.first);
      last = pango_layout_get_line_readonly (mark->lines.layout,
                                             mark->lines.count >= n_lines - mark->lines.first
                                             ? n_lines - 1
                                             : mark->lines.first + mark->lines.count - 1);
      g_string_append_len (text, all + first->start_index,
                           last->start_index + last->length - first->start_index);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
