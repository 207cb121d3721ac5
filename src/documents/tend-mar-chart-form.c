/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written by hand on the blank MAR chart: tables with empty rows. */

#include "tend-mar-chart-private.h"

#include <glib/gi18n-lib.h>

#define FORM_ROW   22.0
#define FORM_HEAD  14.0
#define FORM_LEAST    4 /* rows, else on the next page */
#define FORM_DOSES   10 /* lines to write on */
#define FORM_PLACES   8

static void
lay_form_head (TendFlow                *flow,
               const TendMarFormColumn *columns,
               gsize                    n_columns)
{
  double left = flow->left;

  tend_page_begin (flow->page, "TR");
  for (gsize i = 0; i < n_columns; i++)
    {
      double width = columns[i].share * tend_flow_width (flow);

      tend_flow_put (flow, "TH", TEND_TEXT_LABEL, columns[i].title, left + 2, flow->y, width - 4,
                     FALSE, &flow->palette->ink);
      left += width;
    }
  tend_page_end (flow->page);
  flow->y += FORM_HEAD;
  tend_page_rule (flow->page, flow->left, flow->y, flow->right, flow->y, 0.9,
                  &flow->palette->ink);
}

static void
lay_form_row (TendFlow                *flow,
              const TendMarFormColumn *columns,
              gsize                    n_columns,
              const char              *first,
              double                   height)
{
  double left = flow->left;

  tend_page_begin (flow->page, "TR");
  tend_flow_put (flow, "TD", TEND_TEXT_CELL, first, flow->left + 2, flow->y + 4,
                 columns[0].share * tend_flow_width (flow) - 6, FALSE, &flow->palette->ink);
  tend_page_end (flow->page);
  for (gsize i = 0; i <= n_columns; i++)
    {
      tend_page_rule (flow->page, left, flow->y, left, flow->y + height, 0.5,
                      &flow->palette->soft_ink);
      if (i < n_columns)
        left += columns[i].share * tend_flow_width (flow);
    }
  flow->y += height;
  tend_page_rule (flow->page, flow->left, flow->y, flow->right, flow->y, 0.5,
                  &flow->palette->soft_ink);
}

void
tend_mar_form_lay (TendFlow                *flow,
                   const TendMarFormColumn *columns,
                   gsize                    n_columns,
                   const char *const       *first,
                   gsize                    n_rows)
{
  tend_flow_need (flow, FORM_HEAD + FORM_LEAST * FORM_ROW);
  /* A row or two alone on the next page are of no use to anybody. */
  if (first == NULL)
    n_rows = MIN (n_rows, (gsize) ((flow->bottom - flow->y - FORM_HEAD) / FORM_ROW));
  tend_page_begin (flow->page, "Table");
  lay_form_head (flow, columns, n_columns);
  for (gsize i = 0; i < n_rows; i++)
    {
      const char *text = first ? first[i] : NULL;
      g_autoptr(PangoLayout) layout =
        tend_text_layout (flow->context, TEND_TEXT_CELL, text ? text : "",
                          columns[0].share * tend_flow_width (flow) - 6);
      double height = MAX (FORM_ROW, tend_text_height (layout) + 8);

      if (flow->y + height > flow->bottom)
        {
          tend_page_end (flow->page);
          tend_flow_new_page (flow);
          tend_page_begin (flow->page, "Table");
          lay_form_head (flow, columns, n_columns);
        }
      lay_form_row (flow, columns, n_columns, text, height);
    }
  tend_page_end (flow->page);
}

void
tend_mar_dose_form_lay (TendMarPages *self)
{
  const TendMarFormColumn form[] = {
    { _("Date"), 0.09 }, { _("Time"), 0.07 }, { _("How much"), 0.1 }, { _("What for"), 0.22 },
    { _("Who asked"), 0.1 }, { _("What it did, and when I looked"), 0.28 },
    { _("Signed"), 0.14 },
  };

  self->flow->y += 3;
  tend_mar_form_lay (self->flow, form, G_N_ELEMENTS (form), NULL, FORM_DOSES);
}

void
tend_mar_place_form_lay (TendMarPages *self,
                         const char   *name)
{
  g_autofree char *head = name != NULL ? g_strdup_printf (_("%s: where each patch is put"), name)
                                       : NULL;
  const TendMarFormColumn form[] = {
    { _("Date and time"), 0.16 }, { _("Where on the body, left or right"), 0.36 },
    { _("Old patch taken off, folded, and returned by"), 0.3 }, { _("Signed"), 0.18 },
  };

  tend_flow_space (self->flow, 6);
  tend_flow_need (self->flow, TEND_MAR_FORM_LEAST);
  tend_flow_text (self->flow, "P", TEND_TEXT_STRONG, head, &self->flow->palette->ink);
  tend_mar_form_lay (self->flow, form, G_N_ELEMENTS (form), NULL, FORM_PLACES);
}
