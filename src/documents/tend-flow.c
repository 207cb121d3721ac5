/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-flow.h"

#include <glib/gi18n-lib.h>

#define MARGIN_SIDE   54.0
#define MARGIN_TOP    52.0
#define MARGIN_BOTTOM 66.0 /* the foot stands within it */
#define FOOT          44.0

void
tend_flow_init (TendFlow   *self,
                const char *title,
                const char *author,
                const char *language,
                gboolean    landscape)
{
  double width, height;

  self->document = tend_document_new (title, author, language, landscape);
  self->context = tend_document_get_context (self->document);
  self->palette = tend_palette_get (TEND_PALETTE_PRINT);
  tend_document_get_page_size (self->document, &width, &height);
  self->head = NULL;
  self->signed_on = TEND_DATE_NONE;
  self->left = MARGIN_SIDE;
  self->right = width - MARGIN_SIDE;
  self->top = MARGIN_TOP;
  self->bottom = height - MARGIN_BOTTOM;
  tend_flow_new_page (self);
}

static int
page_index (const TendFlow *self)
{
  int index = tend_document_get_n_pages (self->document) - 1;

  while (index >= 0 && tend_document_get_page (self->document, index) != self->page)
    index--;
  return index;
}

void
tend_flow_new_page (TendFlow *self)
{
  int next = page_index (self) + 1;
  gboolean begun = next >= tend_document_get_n_pages (self->document);

  self->page = begun ? tend_document_add_page (self->document)
                     : tend_document_get_page (self->document, next);
  if (begun && self->head)
    self->head (self, self->head_data);
  self->y = self->top;
}

TendFlow
tend_flow_column (const TendFlow *self,
                  double          left,
                  double          width)
{
  TendFlow column = *self;

  column.left = left;
  column.right = left + width;
  return column;
}

void
tend_flow_join (TendFlow       *self,
                const TendFlow *column)
{
  int page = page_index (self);
  int other = page_index (column);

  if (other < page || (other == page && column->y <= self->y))
    return;
  self->page = column->page;
  self->y = column->y;
}

void
tend_flow_need (TendFlow *self,
                double    height)
{
  if (self->y > self->top && self->y + height > self->bottom)
    tend_flow_new_page (self);
}

void
tend_flow_keep (TendFlow     *self,
                TendFlowFunc  lay,
                gpointer      data)
{
  TendFlow trial = *self;

  /* On a page without an end, which nobody sees. */
  trial.page = tend_page_new ();
  trial.top = -1;
  trial.y = 0;
  trial.bottom = G_MAXDOUBLE;
  lay (&trial, data);
  tend_page_free (trial.page);
  tend_flow_need (self, MIN (trial.y, self->bottom - self->top));
  lay (self, data);
}

void
tend_flow_space (TendFlow *self,
                 double    height)
{
  if (self->y > self->top)
    self->y += height;
}

double
tend_flow_width (const TendFlow *self)
{
  return self->right - self->left;
}

void
tend_flow_rule (TendFlow *self)
{
  tend_page_rule (self->page, self->left, self->y, self->right, self->y, 0.6,
                  &self->palette->rule);
}

void
tend_flow_text (TendFlow        *self,
                const char      *tag,
                TendTextStyle    style,
                const char      *text,
                const TendColor *color)
{
  PangoLayout *layout;

  if (text == NULL || *text == '\0')
    return;
  layout = tend_text_layout (self->context, style, text, tend_flow_width (self));
  tend_flow_layout (self, tag, layout, 0, color);
}

/* How many of @n_lines, from @first on, fit in @room; their height in @height. */
static int
count_lines (PangoLayout *layout,
             int          first,
             double       room,
             double      *height)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int index = 0;
  int count = 0;
  int top = 0;

  *height = 0;
  do
    {
      int y0, y1;

      if (index < first)
        continue;
      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (index == first)
        top = index == 0 ? 0 : y0;
      if ((y1 - top) / (double) PANGO_SCALE > room)
        break;
      *height = (y1 - top) / (double) PANGO_SCALE;
      count++;
    }
  while (index++, pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return count;
}

void
tend_flow_layout (TendFlow        *self,
                  const char      *tag,
                  PangoLayout     *layout,
                  double           indent,
                  const TendColor *color)
{
  int n_lines = pango_layout_get_line_count (layout);
  int first = 0;

  while (first < n_lines)
    {
      int left = n_lines - first;
      double height;
      int count = count_lines (layout, first, self->bottom - self->y, &height);

      if (count < left && self->y > self->top)
        {
          /* At least two lines on either side of a break. */
          if (left - count == 1)
            count--;
          if (count < 2)
            {
              tend_flow_new_page (self);
              continue;
            }
          count = MAX (count, 2);
          count_lines (layout, first, self->bottom - self->y, &height);
        }
      count = MAX (count, 1);

      tend_page_begin (self->page, tag);
      tend_page_lines (self->page, layout, first, count, self->left + indent, self->y, color);
      tend_page_end (self->page);
      self->y += height;
      first += count;
      if (first < n_lines)
        tend_flow_new_page (self);
    }
  g_object_unref (layout);
}

double
tend_flow_put (TendFlow        *self,
               const char      *tag,
               TendTextStyle    style,
               const char      *text,
               double           x,
               double           y,
               double           width,
               gboolean         right_edge,
               const TendColor *color)
{
  PangoLayout *layout;
  double height;

  if (text == NULL || *text == '\0')
    return 0;

  layout = tend_text_layout (self->context, style, text, width);
  if (right_edge)
    {
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      x -= width;
    }
  height = tend_text_height (layout);
  tend_page_begin (self->page, tag);
  tend_page_text (self->page, layout, x, y, color);
  tend_page_end (self->page);
  return height;
}

void
tend_flow_foot (TendFlow   *self,
                int         first_page,
                int         n_pages,
                const char *footer)
{
  double y = self->bottom + MARGIN_BOTTOM - FOOT;
  double number_width = 0;

  for (int i = 0; i < n_pages; i++)
    {
      TendPage *page = tend_document_get_page (self->document, first_page + i);
      PangoLayout *layout;

      if (n_pages > 1)
        {
          /* Translators: at the foot of a page */
          g_autofree char *number = g_strdup_printf (_("Page %d of %d"), i + 1, n_pages);

          layout = tend_text_layout (self->context, TEND_TEXT_SMALL, number, -1);
          number_width = tend_text_width (layout);
          tend_page_text (page, layout, self->right - number_width, y, &self->palette->soft_ink);
        }
      if (footer && *footer)
        {
          layout = tend_text_layout (self->context, TEND_TEXT_SMALL, footer,
                                     tend_flow_width (self) - number_width - 24);
          pango_layout_set_height (layout, tend_text_context_is_large (self->context) ? -2 : -1);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
          tend_page_text (page, layout, self->left, y, &self->palette->soft_ink);
        }
    }
}

TendDocument *
tend_flow_finish (TendFlow   *self,
                  const char *footer)
{
  tend_flow_foot (self, 0, tend_document_get_n_pages (self->document), footer);
  return g_steal_pointer (&self->document);
}
