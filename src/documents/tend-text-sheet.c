/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-text-sheet.h"

#include <string.h>

#include "tend-blocks.h"
#include "tend-markdown.h"

#define MAX_DEPTH      12
#define INDENT         16.0
#define LABEL_SHARE    0.36 /* of the width, at most */
#define LABEL_GAP      14.0
#define LINES_BELOW    36.0 /* of what follows a heading */
#define WRITING_HEIGHT 27.0 /* for a line to write on */

typedef struct
{
  TendFlow flow;
  gboolean numbered;
  int      number;     /* of the last numbered heading */
  int      n_titles;
} Writer;

static void lay_blocks (Writer     *self,
                        cmark_node *parent,
                        int         depth);

static double
label_width (Writer     *self,
             cmark_node *list)
{
  double widest = 0;

  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item))
    {
      TendWords label, text;
      PangoLayout *layout;

      tend_markdown_split_item (item, &label, &text);
      layout = tend_words_layout (&label, self->flow.context, TEND_TEXT_STRONG, -1);
      widest = MAX (widest, tend_text_width (layout));
      g_object_unref (layout);
      tend_words_clear (&label);
      tend_words_clear (&text);
    }
  return MIN (widest, tend_flow_width (&self->flow) * LABEL_SHARE) + 1;
}

/* The height a labelled list takes, where it is a form: forms stay on one page. */
static double
form_height (cmark_node *list)
{
  double height = 0;
  gboolean form = FALSE;

  if (list == NULL || cmark_node_get_type (list) != CMARK_NODE_LIST
      || !tend_markdown_is_labelled (list))
    return 0;
  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item))
    {
      TendWords label, text;

      tend_markdown_split_item (item, &label, &text);
      form |= tend_markdown_is_blank_line (text.text->str);
      height += WRITING_HEIGHT + 4;
      tend_words_clear (&label);
      tend_words_clear (&text);
    }
  return form ? height : 0;
}

static void
lay_labelled_item (Writer     *self,
                   cmark_node *item,
                   double      column)
{
  TendFlow *flow = &self->flow;
  double start = column + LABEL_GAP;
  TendWords label, text;
  PangoLayout *left, *right = NULL;
  gboolean to_write;
  double height;

  tend_markdown_split_item (item, &label, &text);
  to_write = tend_markdown_is_blank_line (text.text->str);
  left = tend_words_layout (&label, flow->context, TEND_TEXT_STRONG, column);
  if (!to_write)
    right = tend_words_layout (&text, flow->context, TEND_TEXT_BODY,
                               tend_flow_width (flow) - start);
  tend_words_clear (&label);
  tend_words_clear (&text);

  height = tend_text_height (left);
  if (right)
    height = MAX (height, MIN (tend_text_height (right), (flow->bottom - flow->top) / 2));
  else
    height = MAX (height + 8, WRITING_HEIGHT);
  tend_flow_need (flow, height + 4);

  tend_page_begin (flow->page, "LI");
  tend_page_begin (flow->page, "Lbl");
  /* Labels stand on the line to write on, or level with the text's first line. */
  tend_page_lines (flow->page, left, 0, G_MAXINT, flow->left,
                   to_write ? flow->y + height - tend_text_height (left) - 1
                            : flow->y + MAX (tend_text_baseline (right)
                                             - tend_text_baseline (left), 0),
                   &flow->palette->ink);
  tend_page_end (flow->page);
  if (to_write)
    tend_page_rule (flow->page, flow->left + start, flow->y + height, flow->right,
                    flow->y + height, 0.7, &flow->palette->soft_ink);
  tend_page_end (flow->page);

  if (right)
    {
      double top = flow->y;
      TendPage *page = flow->page;

      tend_flow_layout (flow, "LBody", right, start, &flow->palette->ink);
      if (page == flow->page)
        flow->y = MAX (flow->y, top + height);
    }
  else
    flow->y += height;
  flow->y += 4;
  g_object_unref (left);
}

static void
lay_labelled_list (Writer     *self,
                   cmark_node *list)
{
  double column = label_width (self, list);
  double form = form_height (list);

  if (form > 0)
    {
      /* The lines of one form after another begin at the same place. */
      column = tend_flow_width (&self->flow) * LABEL_SHARE;
      tend_flow_need (&self->flow, MIN (form, (self->flow.bottom - self->flow.top) * 0.8));
    }
  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item))
    lay_labelled_item (self, item, column);
}

static void
lay_list (Writer     *self,
          cmark_node *list,
          int         depth)
{
  TendFlow *flow = &self->flow;
  gboolean ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  int number = cmark_node_get_list_start (list);

  if (tend_markdown_is_labelled (list))
    {
      lay_labelled_list (self, list);
      return;
    }
  for (cmark_node *item = cmark_node_first_child (list); item; item = cmark_node_next (item))
    {
      g_autofree char *sign = ordered ? g_strdup_printf ("%d.", number++) : g_strdup ("•");

      tend_flow_need (flow, 30);
      tend_flow_put (flow, "Lbl", TEND_TEXT_BODY, sign, flow->left + (ordered ? 0 : 3), flow->y,
                     -1, FALSE, &flow->palette->accent);
      flow->left += INDENT + (ordered ? 4 : 0);
      lay_blocks (self, item, depth + 1);
      flow->left -= INDENT + (ordered ? 4 : 0);
      if (!cmark_node_get_list_tight (list))
        flow->y += 3;
    }
}

static void
lay_heading (Writer     *self,
             cmark_node *node)
{
  static const TendTextStyle styles[] = { TEND_TEXT_PART, TEND_TEXT_HEADING, TEND_TEXT_STRONG };
  static const double above[] = { 26, 17, 10 };
  static const char *const tags[] = { "H1", "H2", "H3" };
  TendFlow *flow = &self->flow;
  int level = CLAMP (cmark_node_get_heading_level (node), 1, 3) - 1;
  TendTextStyle style = styles[level];
  PangoLayout *layout;
  TendWords words;
  double next = 0;

  tend_words_init (&words, cmark_node_first_child (node));
  if (level == 0 && self->n_titles++ == 0)
    style = TEND_TEXT_TITLE;
  if (level == 1 && self->numbered)
    {
      char *number = g_strdup_printf ("%d  ", ++self->number);

      g_string_prepend (words.text, number);
      g_free (number);
    }
  /* A heading stays with what it is about: a form whole, other things two lines. */
  for (cmark_node *n = cmark_node_next (node); n; n = cmark_node_next (n))
    {
      next += form_height (n) > 0 ? form_height (n)
              : tend_text_context_is_large (flow->context) ? 2 * LINES_BELOW : LINES_BELOW;
      if (cmark_node_get_type (n) == CMARK_NODE_HEADING || level > 0
          || next > (flow->bottom - flow->top) * 0.6)
        break;
    }
  tend_flow_space (flow, above[level]);
  layout = tend_words_layout (&words, flow->context, style, tend_flow_width (flow));
  tend_flow_need (flow, tend_text_height (layout) + 5 + MIN (next, 300));
  if (level <= 1)
    tend_page_mark (flow->page, words.text->str, flow->y);
  tend_flow_layout (flow, tags[level], layout, 0, &flow->palette->accent);
  flow->y += style == TEND_TEXT_TITLE ? 12 : 5;
  tend_words_clear (&words);
}

static void
lay_paragraph (Writer     *self,
               cmark_node *node)
{
  TendFlow *flow = &self->flow;
  TendWords words;

  tend_words_init (&words, cmark_node_first_child (node));
  if (words.text->len > 0)
    tend_flow_layout (flow, "P", tend_words_layout (&words, flow->context, TEND_TEXT_BODY,
                                                    tend_flow_width (flow)),
                      0, &flow->palette->ink);
  tend_words_clear (&words);
}

static void
lay_block (Writer     *self,
           cmark_node *node,
           int         depth)
{
  TendFlow *flow = &self->flow;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_HEADING:
      lay_heading (self, node);
      break;
    case CMARK_NODE_PARAGRAPH:
      lay_paragraph (self, node);
      break;
    case CMARK_NODE_LIST:
      lay_list (self, node, depth);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      flow->left += INDENT;
      lay_blocks (self, node, depth + 1);
      flow->left -= INDENT;
      break;
    case CMARK_NODE_CODE_BLOCK:
      tend_flow_text (flow, "Code", TEND_TEXT_CELL, cmark_node_get_literal (node),
                      &flow->palette->ink);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      tend_flow_space (flow, 6);
      tend_flow_rule (flow);
      flow->y += 6;
      break;
    case CMARK_NODE_HTML_BLOCK:
      if (strstr (cmark_node_get_literal (node), "<!-- new page -->") && flow->y > flow->top)
        tend_flow_new_page (flow);
      break;
    default:
      break;
    }
}

static void
lay_blocks (Writer     *self,
            cmark_node *parent,
            int         depth)
{
  if (depth > MAX_DEPTH)
    return;
  for (cmark_node *node = cmark_node_first_child (parent); node; node = cmark_node_next (node))
    {
      lay_block (self, node, depth);
      if (cmark_node_next (node) && cmark_node_get_type (node) != CMARK_NODE_HEADING)
        tend_flow_space (&self->flow, depth == 0 ? 7 : 3);
    }
  if (depth > 0)
    self->flow.y += 2;
}

void
tend_text_sheet_lay (TendFlow            *flow,
                     const TendTextSheet *sheet)
{
  Writer self = { .flow = *flow, .numbered = sheet->numbered };
  cmark_node *root = cmark_parse_document (sheet->markdown, strlen (sheet->markdown),
                                           CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);

  lay_blocks (&self, root, 0);
  cmark_node_free (root);
  *flow = self.flow;
}

TendDocument *
tend_document_new_text (const TendTextSheet *sheet)
{
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->title != NULL && sheet->markdown != NULL, NULL);

  tend_flow_init (&flow, sheet->title, sheet->author, sheet->language, FALSE);
  tend_text_context_set_large (flow.context, sheet->large);
  if (sheet->signed_on != TEND_DATE_NONE)
    tend_held_lay (&flow, sheet->signed_by, sheet->signed_on, sheet->changed);
  tend_text_sheet_lay (&flow, sheet);
  return tend_flow_finish (&flow, sheet->footer ? sheet->footer : sheet->title);
}
