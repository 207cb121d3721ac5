/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-letterhead.h"

#define GUTTER 16.0

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
  double left_width = width - right_width - GUTTER;
  double left_y = flow->y;
  double right_y = flow->y;
  g_autoptr(GString) lines = g_string_new (NULL);

  tend_page_mark (flow->page, title, flow->y);
  right_y += tend_flow_put (flow, "H1", TEND_TEXT_TITLE, title, flow->right, right_y - 5,
                            right_width, TRUE, &palette->accent) - 2;
  right_y += tend_flow_put (flow, "P", TEND_TEXT_STRONG, number, flow->right, right_y,
                            right_width, TRUE, &palette->ink);

  left_y += tend_flow_put (flow, "P", TEND_TEXT_HEADING, tend_party_get_title (seller), flow->left,
                           left_y, left_width, FALSE, &palette->ink) + 3;
  if (tend_party_get_title (seller) != seller->name)
    append_line (lines, seller->name);
  append_line (lines, seller->address);
  append_line (lines, seller->phone);
  append_line (lines, seller->email);
  left_y += tend_flow_put (flow, "P", TEND_TEXT_CELL, lines->str, flow->left, left_y,
                           left_width, FALSE, &palette->soft_ink);

  flow->y = MAX (left_y, right_y) + 14;
  tend_flow_rule (flow);
  flow->y += 14;
}

void
tend_facts_lay (TendFlow       *flow,
                const TendFact *facts,
                gsize           n_facts)
{
  static const double starts[] = { 0.0, 0.40, 0.71, 1.0 };
  const TendPalette *palette = flow->palette;
  double full = tend_flow_width (flow);
  double lowest = flow->y;

  for (int column = 0; column < 3; column++)
    {
      double x = flow->left + starts[column] * full;
      double width = (starts[column + 1] - starts[column]) * full - (column < 2 ? GUTTER : 0);
      double y = flow->y;

      for (gsize i = 0; i < n_facts; i++)
        {
          const TendFact *fact = &facts[i];

          if (fact->column != column || fact->text == NULL || *fact->text == '\0')
            continue;
          y += tend_flow_put (flow, "P", TEND_TEXT_LABEL, fact->label, x, y, width, FALSE,
                              &palette->soft_ink) + 2;
          y += tend_flow_put (flow, "P", TEND_TEXT_STRONG, fact->text, x, y, width, FALSE,
                              &palette->ink) + 1;
          y += tend_flow_put (flow, "P", TEND_TEXT_CELL, fact->more, x, y, width, FALSE,
                              &palette->ink);
          lowest = MAX (lowest, y);
          y += 9;
        }
    }
  flow->y = lowest + 16;
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
