/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-chart-private.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-letterhead.h"

/* Narrower than of a letter: four weeks of squares have to be wide enough to sign in. */
#define MARGIN_SIDE   42.0
#define MARGIN_TOP    34.0
#define MARGIN_BOTTOM 54.0

/* Room on the blank chart for what is begun while it is in use: of each part. */
static const int spare_blocks[TEND_MAR_N_PARTS] = { 2, 1, 1 };

static const char *const part_names[TEND_MAR_N_PARTS] = {
  [TEND_MAR_REGULAR] = N_("At set times"),
  [TEND_MAR_AS_NEEDED] = N_("As needed (PRN)"),
  [TEND_MAR_SKIN] = N_("Creams and patches"),
};

/* A page of its own, unless this is the first thing on the chart. */
static void
begin_part (TendMarPages *self,
            gboolean     *begun)
{
  if (*begun)
    tend_flow_new_page (self->flow);
  *begun = TRUE;
}

static void
lay_medicine (TendMarPages          *self,
              const TendMarMedicine *medicine)
{
  tend_mar_block_lay (self, medicine);
  if (medicine->as_needed)
    tend_mar_doses_lay (self, medicine);
  tend_mar_places_lay (self, medicine);
}

static gboolean
has_part (TendMarPages *self,
          TendMarPart   part)
{
  for (gsize i = 0; i < self->cycle->n_medicines; i++)
    if (self->cycle->medicines[i].part == part)
      return TRUE;

  return self->sheet->blank;
}

static void
lay_part (TendMarPages *self,
          TendMarPart   part,
          gboolean     *begun)
{
  if (!has_part (self, part))
    return;

  begin_part (self, begun);
  if (part != TEND_MAR_REGULAR)
    tend_heading_lay (self->flow, _(part_names[part]));
  for (gsize i = 0; i < self->cycle->n_medicines; i++)
    if (self->cycle->medicines[i].part == part)
      lay_medicine (self, &self->cycle->medicines[i]);
  for (int i = 0; self->sheet->blank && i < spare_blocks[part]; i++)
    tend_mar_spare_lay (self, part);
}

static gboolean
has_back (const TendMarPages *self)
{
  if (self->sheet->blank)
    return TRUE;
  for (gsize i = 0; i < self->cycle->n_medicines; i++)
    {
      const TendMarMedicine *medicine = &self->cycle->medicines[i];

      if (medicine->n_corrections > 0 || medicine->stock.expected != NULL)
        return TRUE;
      for (gsize j = 0; j < medicine->n_doses; j++)
        if (medicine->doses[j].noted)
          return TRUE;
    }
  return FALSE;
}

static char *
foot_text (const TendMarPages *self,
           int                 n_pages)
{
  g_autofree char *title = tend_care_footer (&self->sheet->head, _("Medicine record (MAR)"));
  g_autofree char *days = tend_text_period (self->cycle->from, self->cycle->to);

  /* That there is no second page is to be seen, too. */
  if (n_pages == 1)
    return g_strdup_printf (_("%s · %s · chart %d, page 1 of 1"), title, days,
                            self->cycle->version);
  /* Translators: "Medicine record · Rose Hartley · Marsh Care · 1–28 June 2026 · chart 2" */
  return g_strdup_printf (_("%s · %s · chart %d"), title, days, self->cycle->version);
}

/* All pages of one chart; the flow stands on its first. */
static void
lay_cycle (TendMarPages *self)
{
  TendFlow *flow = self->flow;
  int first_page = tend_document_get_n_pages (flow->document) - 1;
  double bottom = flow->bottom;
  gboolean begun = FALSE;
  g_autofree char *foot = NULL;
  int n_pages;

  tend_mar_key_reserve (self);
  tend_mar_head_begin (self);
  for (TendMarPart part = 0; part < TEND_MAR_N_PARTS; part++)
    lay_part (self, part, &begun);
  if (!begun)
    tend_flow_text (flow, "P", TEND_TEXT_BODY, _("No medicines in these days."),
                    &flow->palette->ink);
  if (has_back (self))
    {
      begin_part (self, &begun);
      tend_mar_notes_lay (self);
      tend_mar_corrections_lay (self);
      tend_mar_stock_lay (self);
    }
  tend_mar_key_lay (self, first_page);
  flow->bottom = bottom;
  n_pages = tend_document_get_n_pages (flow->document) - first_page;
  foot = foot_text (self, n_pages);
  tend_flow_foot (flow, first_page, n_pages, foot);
}

TendDocument *
tend_document_new_mar_chart (const TendMarChartSheet *sheet)
{
  g_autofree char *title = NULL;
  TendFlow flow;
  double width, height;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);
  g_return_val_if_fail (sheet->n_cycles > 0, NULL);

  title = g_strdup_printf (_("Medicine record (MAR): %s"), sheet->head.name);
  tend_flow_init (&flow, title, tend_party_get_title (&sheet->head.carer), sheet->head.language,
                  TRUE);
  tend_document_get_page_size (flow.document, &width, &height);
  flow.left = MARGIN_SIDE;
  flow.right = width - MARGIN_SIDE;
  flow.bottom = height - MARGIN_BOTTOM;
  for (gsize i = 0; i < sheet->n_cycles; i++)
    {
      TendMarPages pages = { sheet, &sheet->cycles[i], &flow, MARGIN_TOP, FALSE };

      if (i > 0)
        {
          flow.head = NULL;
          tend_flow_new_page (&flow);
        }
      lay_cycle (&pages);
    }
  return g_steal_pointer (&flow.document);
}
