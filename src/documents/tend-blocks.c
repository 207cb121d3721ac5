/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-blocks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LABEL_WIDTH 112.0
#define GUTTER       14.0
#define LINE_GAP     22.0 /* between lines to write on */
#define INSET        14.0
#define BAR           4.0
#define FIELD_NEED   30.0

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

void
tend_heading_lay (TendFlow   *flow,
                  const char *heading)
{
  tend_flow_space (flow, 14);
  tend_flow_need (flow, tend_text_context_is_large (flow->context) ? 110 : 64);
  tend_page_mark (flow->page, heading, flow->y);
  tend_flow_text (flow, "H2", TEND_TEXT_HEADING, heading, &flow->palette->accent);
  flow->y += 6;
}

/* In large print there is no room beside a label; what goes with it on one line does, and
 * other text begins on the page of its label. */
static void
lay_below (TendFlow   *flow,
           const char *label,
           const char *text)
{
  g_autofree char *all = g_strdup_printf ("%s  %s", label, text);
  PangoLayout *line = tend_text_layout (flow->context, TEND_TEXT_STRONG, all, -1);
  gboolean fits = pango_layout_get_line_count (line) == 1 &&
                  tend_text_width (line) <= tend_flow_width (flow);
  PangoLayout *layout;

  g_object_unref (line);
  if (fits)
    {
      tend_run_in_lay (flow, label, text);
      flow->y += 3;
      return;
    }

  layout = tend_text_layout (flow->context, TEND_TEXT_CELL, text, tend_flow_width (flow));
  tend_flow_need (flow, 2 * LINE_GAP + MIN (tend_text_height (layout), 2.5 * LINE_GAP));
  tend_flow_text (flow, "Lbl", TEND_TEXT_STRONG, label, &flow->palette->ink);
  pango_layout_set_line_spacing (layout, 1.15f);
  tend_flow_layout (flow, "LBody", layout, 0, &flow->palette->ink);
  flow->y += 10;
}

void
tend_field_lay (TendFlow   *flow,
                const char *label,
                const char *text)
{
  TendFlow left, right;
  PangoLayout *layout;

  if (is_empty (text))
    return;
  if (tend_text_context_is_large (flow->context))
    {
      lay_below (flow, label, text);
      return;
    }

  tend_flow_need (flow, FIELD_NEED);
  left = tend_flow_column (flow, flow->left, LABEL_WIDTH);
  right = tend_flow_column (flow, flow->left + LABEL_WIDTH + GUTTER,
                            tend_flow_width (flow) - LABEL_WIDTH - GUTTER);
  tend_flow_text (&left, "Lbl", TEND_TEXT_STRONG, label, &flow->palette->ink);
  layout = tend_text_layout (flow->context, TEND_TEXT_CELL, text, tend_flow_width (&right));
  pango_layout_set_line_spacing (layout, 1.15f);
  tend_flow_layout (&right, "LBody", layout, 0, &flow->palette->ink);
  tend_flow_join (flow, &left);
  tend_flow_join (flow, &right);
  flow->y += 6;
}

void
tend_run_in_lay (TendFlow   *flow,
                 const char *label,
                 const char *text)
{
  g_autofree char *all = NULL;
  g_autofree char *apart = NULL;
  PangoLayout *layout;
  PangoAttrList *attributes;
  PangoAttribute *bold;
  const char *start;

  if (is_empty (text))
    return;
  apart = tend_text_isolate (text);
  all = g_strdup_printf ("%s  %s", label, apart);
  layout = tend_text_layout (flow->context, TEND_TEXT_CELL, all, tend_flow_width (flow));
  pango_layout_set_line_spacing (layout, 1.12f);

  start = strstr (pango_layout_get_text (layout), label);
  bold = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);
  bold->start_index = start - pango_layout_get_text (layout);
  bold->end_index = bold->start_index + strlen (label);
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  tend_flow_layout (flow, "P", layout, 0, &flow->palette->ink);
  flow->y += 2.5;
}

void
tend_blank_lay (TendFlow   *flow,
                const char *label,
                int         n_lines)
{
  gboolean large = tend_text_context_is_large (flow->context);
  double gap = large ? 1.6 * LINE_GAP : LINE_GAP;
  double left = large ? flow->left : flow->left + LABEL_WIDTH + GUTTER;
  double top;

  tend_flow_need (flow, (n_lines + (large ? 1 : 0)) * gap + 6);
  top = flow->y;
  flow->y += tend_flow_put (flow, "P", TEND_TEXT_STRONG, label, flow->left, top,
                            large ? tend_flow_width (flow) : LABEL_WIDTH, FALSE,
                            &flow->palette->ink);
  if (large)
    top = flow->y + gap / 2;
  for (int i = 0; i < n_lines; i++)
    {
      double y = top + 12 + i * gap;

      tend_page_rule (flow->page, left, y, flow->right, y, 0.6,
                      &flow->palette->soft_ink);
      flow->y = MAX (flow->y, y);
    }
  flow->y += 12;
}

void
tend_answer_lay (TendFlow   *flow,
                 const char *label,
                 const char *text,
                 gboolean    form,
                 int         n_lines)
{
  if (form && is_empty (text))
    tend_blank_lay (flow, label, n_lines);
  else
    tend_field_lay (flow, label, text);
}

void
tend_notice_lay (TendFlow      *flow,
                 TendTextStyle  style,
                 const char    *label,
                 const char    *text,
                 gboolean       urgent)
{
  const TendPalette *palette = flow->palette;
  const TendColor *ink = urgent ? &palette->warning : &palette->accent;
  double full = tend_flow_width (flow);
  PangoLayout *head, *body;
  double head_height, height;

  if (is_empty (text))
    return;
  body = tend_text_layout (flow->context, style, text, full - 2 * INSET - BAR);
  pango_layout_set_line_spacing (body, 1.15f);
  if (tend_text_height (body) > (flow->bottom - flow->top) / 2)
    {
      g_object_unref (body);
      tend_field_lay (flow, label, text);
      return;
    }

  head = is_empty (label) ? NULL
         : tend_text_layout (flow->context, TEND_TEXT_STRONG, label, full - 2 * INSET - BAR);
  head_height = head ? tend_text_height (head) + 2 : 0;
  height = head_height + tend_text_height (body) + 2 * 9;
  tend_flow_need (flow, height);
  tend_page_fill (flow->page, flow->left, flow->y, full, height, 6,
                  urgent ? &palette->washes[5] : &palette->washes[0]);
  tend_page_fill (flow->page, flow->left, flow->y, BAR, height, 2, ink);
  tend_page_begin (flow->page, "P");
  if (head)
    tend_page_text (flow->page, head, flow->left + BAR + INSET, flow->y + 9, ink);
  tend_page_text (flow->page, body, flow->left + BAR + INSET, flow->y + 9 + head_height,
                  &palette->ink);
  tend_page_end (flow->page);
  flow->y += height + 10;
}

char *
tend_signed_text (const char *signed_by,
                  TendDate    signed_on)
{
  g_autofree char *date = tend_date_format (signed_on, TEND_DATE_LONG);

  if (*date == '\0')
    return g_strdup ("");
  return is_empty (signed_by) ? g_strdup_printf (_("Signed on %s."), date)
                              : g_strdup_printf (_("Signed by %s on %s."), signed_by, date);
}

void
tend_held_lay (TendFlow   *flow,
               const char *signed_by,
               TendDate    signed_on,
               const char *changed)
{
  g_autofree char *signature = tend_signed_text (signed_by, signed_on);
  /* Names and numbers may have changed without anybody having said when. */
  g_autofree char *today =
    is_empty (changed)
    ? g_strdup (_("This is how it stands today: the original may differ."))
    /* Translators: "prices, 1 April 2026; visits, 7 September 2026" */
    : g_strdup_printf (_("This is how it stands today, not the text that was signed. Changed "
                         "since then: %s."), changed);
  g_autofree char *text = g_strdup_printf ("%s%s%s %s", signature, *signature ? " " : "",
                                           _("The signed original is held."), today);

  tend_notice_lay (flow, TEND_TEXT_CELL, _("Copy"), text, FALSE);
}

/* By hand, so to speak: slanted, with its feet on the line. */
static void
write_in (TendFlow   *flow,
          const char *text,
          double      x)
{
  PangoLayout *layout = tend_text_layout (flow->context, TEND_TEXT_HEADING, text, -1);
  PangoAttrList *attributes = tend_text_attributes (TEND_TEXT_HEADING);

  pango_attr_list_insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  tend_page_begin (flow->page, "P");
  tend_page_text (flow->page, layout, x, flow->y - tend_text_height (layout), &flow->palette->ink);
  tend_page_end (flow->page);
}

void
tend_signature_lay (TendFlow   *flow,
                    const char *role,
                    const char *name)
{
  const TendColor *ink = &flow->palette->soft_ink;
  double date_left = flow->right - 120;
  double height;

  tend_flow_need (flow, tend_text_context_is_large (flow->context) ? 84 : 62);
  height = tend_flow_put (flow, "P", TEND_TEXT_STRONG, role, flow->left, flow->y,
                          date_left - flow->left - 24, FALSE, &flow->palette->ink);
  tend_flow_put (flow, "P", TEND_TEXT_STRONG, _("Date"), date_left, flow->y, -1, FALSE,
                 &flow->palette->ink);
  flow->y += MAX (height, 12) + 24;
  tend_page_rule (flow->page, flow->left, flow->y, date_left - 24, flow->y, 0.6, ink);
  tend_page_rule (flow->page, date_left, flow->y, flow->right, flow->y, 0.6, ink);
  if (flow->signed_on != TEND_DATE_NONE && name && *name)
    {
      g_autofree char *date = tend_date_format (flow->signed_on, TEND_DATE_SHORT);

      write_in (flow, name, flow->left);
      write_in (flow, date, date_left);
    }
  flow->y += 3;
  flow->y += tend_flow_put (flow, "P", TEND_TEXT_SMALL, name, flow->left, flow->y,
                            date_left - flow->left - 24, FALSE, ink);
  flow->y += 12;
}
