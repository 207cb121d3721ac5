/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-letterhead.h"

#define GUTTER 16.0
/* A label, and two lines of what it names. */
#define FACT_HEIGHT 36.0

const char *
tend_party_get_title (const TendParty *party)
{
  return party->trading_as && *party->trading_as ? party->trading_as : party->name;
}

static void
append_line (GString    *lines,
             const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

void
tend_letterhead_lay (TendFlow        *flow,
                     const TendParty *seller,
                     const char      *title,
                     const char      *number)
{
  const TendPalette *palette = flow->palette;
  double width = tend_flow_width (flow);
  double right_width = width * 0.40;
  TendFlow left = tend_flow_column (flow, flow->left, width - right_width - GUTTER);
  g_autoptr(GString) lines = g_string_new (NULL);

  tend_page_mark (flow->page, title, flow->y);
  flow->y += tend_flow_put (flow, "H1", TEND_TEXT_TITLE, title, flow->right, flow->y - 5,
                            right_width, TRUE, &palette->accent) - 2;
  flow->y += tend_flow_put (flow, "P", TEND_TEXT_STRONG, number, flow->right, flow->y,
                            right_width, TRUE, &palette->ink);

  tend_flow_text (&left, "P", TEND_TEXT_HEADING, tend_party_get_title (seller), &palette->ink);
  tend_flow_space (&left, 3);
  if (tend_party_get_title (seller) != seller->name)
    append_line (lines, seller->name);
  append_line (lines, seller->address);
  append_line (lines, seller->phone);
  append_line (lines, seller->email);
  tend_flow_text (&left, "P", TEND_TEXT_CELL, lines->str, &palette->soft_ink);

  tend_flow_join (flow, &left);
  flow->y += 14;
  tend_flow_rule (flow);
  flow->y += 14;
}

static void
lay_fact (TendFlow       *column,
          const TendFact *fact)
{
  const TendPalette *palette = column->palette;

  tend_flow_need (column, FACT_HEIGHT);
  tend_flow_text (column, "P", TEND_TEXT_LABEL, fact->label, &palette->soft_ink);
  column->y += 2;
  tend_flow_text (column, "P", TEND_TEXT_STRONG, fact->text, &palette->ink);
  column->y += 1;
  tend_flow_text (column, "P", TEND_TEXT_CELL, fact->more, &palette->ink);
}

void
tend_facts_lay (TendFlow       *flow,
                const TendFact *facts,
                gsize           n_facts)
{
  static const double usual[] = { 0.0, 0.40, 0.71, 1.0 };
  static const double wide[] = { 0.0, 0.52, 0.52, 1.0 };
  gboolean large = tend_text_context_is_large (flow->context);
  const double *starts = large ? wide : usual;
  TendFlow column;
  const TendFlow start = *flow;
  double full = tend_flow_width (flow);

  for (int i = 0; i < 3; i++)
    {
      double end = large && i == 1 ? 1.0 : starts[i + 1];
      double width = (end - starts[i]) * full - (end < 1.0 ? GUTTER : 0);

      /* In large print the last goes on below the one before. */
      if (!large || i < 2)
        column = tend_flow_column (&start, start.left + starts[i] * full, width);
      for (gsize j = 0; j < n_facts; j++)
        {
          if (facts[j].column != i || facts[j].text == NULL || *facts[j].text == '\0')
            continue;
          lay_fact (&column, &facts[j]);
          tend_flow_join (flow, &column);
          column.y += 9;
        }
    }
  flow->y += 16;
}

void
tend_sum_block_lay (TendFlow   *flow,
                    const char *label,
                    const char *sum,
                    const char *says,
                    gboolean    quiet)
{
  const TendPalette *palette = flow->palette;
  const TendColor *ink = quiet ? &palette->ink : &palette->accent;
  double full = tend_flow_width (flow);
  double inset = 14;
  double left_width = full * 0.40;
  double right_width = full - left_width - 2 * inset - GUTTER;
  PangoLayout *left[2], *right;
  double left_height, height;

  left[0] = tend_text_layout (flow->context, TEND_TEXT_STRONG, label, left_width);
  left[1] = tend_text_layout (flow->context, TEND_TEXT_AMOUNT, sum, left_width);
  right = tend_text_layout (flow->context, TEND_TEXT_CELL, says, right_width);
  pango_layout_set_line_spacing (right, 1.15f);
  pango_layout_set_alignment (right, PANGO_ALIGN_RIGHT);

  left_height = tend_text_height (left[0]) + 1 + tend_text_height (left[1]);
  height = MAX (left_height, tend_text_height (right)) + 2 * 11;
  tend_flow_need (flow, height);
  tend_page_fill (flow->page, flow->left, flow->y, full, height, 6,
                  quiet ? &palette->band : &palette->washes[0]);

  tend_page_begin (flow->page, "P");
  tend_page_text (flow->page, left[0], flow->left + inset, flow->y + (height - left_height) / 2,
                  ink);
  tend_page_text (flow->page, left[1], flow->left + inset,
                  flow->y + (height + left_height) / 2 - tend_text_height (left[1]), ink);
  tend_page_end (flow->page);
  tend_page_begin (flow->page, "P");
  tend_page_text (flow->page, right, flow->right - inset - right_width,
                  flow->y + (height - tend_text_height (right)) / 2, &palette->ink);
  tend_page_end (flow->page);
  flow->y += height + 20;
}

void
tend_section_lay (TendFlow   *flow,
                  const char *heading,
                  const char *text)
{
  PangoLayout *head, *body;

  if (text == NULL || *text == '\0')
    return;
  head = tend_text_layout (flow->context, TEND_TEXT_STRONG, heading, tend_flow_width (flow));
  body = tend_text_layout (flow->context, TEND_TEXT_CELL, text, tend_flow_width (flow));
  pango_layout_set_line_spacing (body, 1.12f);

  tend_flow_space (flow, 18);
  tend_flow_need (flow, tend_text_height (head) + 4
                        + MIN (tend_text_height (body), (flow->bottom - flow->top) / 3));
  tend_flow_layout (flow, "H2", head, 0, &flow->palette->accent);
  flow->y += 4;
  tend_flow_layout (flow, "P", body, 0, &flow->palette->ink);
}
