/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A medicine on the MAR chart: what is to be given, and a square for each dose. */

#include "tend-mar-chart-private.h"

#include <glib/gi18n-lib.h>

#define FACT_SIZE     7.4
#define NAME_SIZE    12.5
#define TAG_INSET     4.0
#define TAG_GAP       6.0
#define BLOCK_GAP     8.0
#define SPARE_TIMES   3
#define SPARE_DOSES   2
#define SPARE_LINE   19.0

/* Facts */

static void
append_part (GString       *text,
             PangoAttrList *attributes,
             const char    *part,
             PangoWeight    weight)
{
  PangoAttribute *attribute = pango_attr_weight_new (weight);
  g_autofree char *apart = tend_text_isolate (part);

  attribute->start_index = text->len;
  g_string_append (text, apart);
  attribute->end_index = text->len;
  pango_attr_list_insert (attributes, attribute);
}

void
tend_mar_facts_lay (TendFlow          *flow,
                    const TendMarFact *facts,
                    gsize              n_facts)
{
  g_autoptr(GString) text = g_string_new (NULL);
  PangoAttrList *attributes = tend_text_attributes (TEND_TEXT_SMALL);
  PangoLayout *layout;

  for (gsize i = 0; i < n_facts; i++)
    {
      if (facts[i].text == NULL || *facts[i].text == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, "   ");
      append_part (text, attributes, facts[i].label, PANGO_WEIGHT_BOLD);
      g_string_append (text, " ");
      append_part (text, attributes, facts[i].text, PANGO_WEIGHT_NORMAL);
    }
  if (text->len > 0)
    {
      layout = tend_text_layout (flow->context, TEND_TEXT_SMALL, "", tend_flow_width (flow));
      pango_layout_set_text (layout, text->str, -1);
      pango_attr_list_insert (attributes,
                              pango_attr_size_new_absolute ((int) (FACT_SIZE * PANGO_SCALE)));
      pango_layout_set_attributes (layout, attributes);
      tend_flow_layout (flow, "P", layout, 0, &flow->palette->ink);
    }
  pango_attr_list_unref (attributes);
}

/* Title */

/* A word in a frame, that ends at @right; returns where it begins. */
static double
lay_tag (TendFlow   *flow,
         const char *text,
         double      right)
{
  const TendColor *ink = &flow->palette->ink;
  PangoLayout *layout = tend_text_layout (flow->context, TEND_TEXT_LABEL, text, -1);
  double width = tend_text_width (layout) + 2 * TAG_INSET;
  double height = tend_text_height (layout) + 3;
  double left = right - width;

  tend_page_fill (flow->page, left, flow->y, width, height, 2, ink);
  tend_page_begin (flow->page, "Span");
  tend_page_text (flow->page, layout, left + TAG_INSET, flow->y + 1.5, &flow->palette->paper);
  tend_page_end (flow->page);
  return left - TAG_GAP;
}

static double
lay_tags (TendFlow              *flow,
          const TendMarMedicine *medicine)
{
  double right = flow->right;

  if (medicine->single_checked)
    right = lay_tag (flow, _("SINGLE-CHECKED"), right);
  if (medicine->time_critical)
    {
      /* Translators: minutes before or after the time written */
      g_autofree char *text = g_strdup_printf (_("TIME-CRITICAL ± %d min"), medicine->window);

      right = lay_tag (flow, text, right);
    }
  if (medicine->controlled)
    right = lay_tag (flow, _("CONTROLLED DRUG"), right);
  return right;
}

static char *
dose_text (const TendMarMedicine *medicine)
{
  const char *dose = medicine->dose && *medicine->dose ? medicine->dose : _("DOSE NOT WRITTEN");
  const char *route = medicine->route && *medicine->route ? medicine->route
                                                          : _("HOW IT IS TAKEN NOT WRITTEN");
  const char *when = medicine->when ? medicine->when : "";

  return g_strdup_printf ("%s · %s%s%s", dose, route, *when ? " · " : "", when);
}

/* The name in large letters, and behind it what is to be taken. */
static PangoLayout *
title_layout (TendFlow   *flow,
              const char *name,
              const char *dose,
              double      width)
{
  PangoLayout *layout = tend_text_layout (flow->context, TEND_TEXT_STRONG, "", width);
  PangoAttrList *attributes = tend_text_attributes (TEND_TEXT_STRONG);
  PangoAttribute *size = pango_attr_size_new_absolute ((int) (NAME_SIZE * PANGO_SCALE));
  g_autoptr(GString) text = g_string_new (NULL);

  guint end;

  append_part (text, attributes, name, PANGO_WEIGHT_SEMIBOLD);
  size->start_index = 0;
  size->end_index = end = text->len;
  pango_attr_list_insert (attributes, size);
  g_string_append (text, "   ");
  append_part (text, attributes, dose, PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_text (layout, text->str, -1);
  pango_layout_set_attributes (layout, attributes);
  /* A dose that is torn over two lines is read wrong: it has one of its own then. */
  if (pango_layout_get_line_count (layout) > 1)
    {
      text->str[end] = '\n';
      g_string_erase (text, end + 1, 2);
      pango_attr_list_update (attributes, end + 1, 2, 0);
      pango_layout_set_text (layout, text->str, -1);
      pango_layout_set_attributes (layout, attributes);
    }
  pango_attr_list_unref (attributes);
  return layout;
}

static void
lay_title (TendFlow              *flow,
           const TendMarMedicine *medicine,
           gboolean               again)
{
  g_autofree char *dose = dose_text (medicine);
  g_autofree char *number = medicine->number > 0
                            ? g_strdup_printf ("%d.\302\240", medicine->number) : g_strdup ("");
  g_autofree char *whole = g_strconcat (number, medicine->name, NULL);
  g_autofree char *name = again ? g_strdup_printf (_("%s (continued)"), whole)
                                : g_strdup (whole);
  TendFlow text;

  tend_page_rule (flow->page, flow->left, flow->y, flow->right, flow->y, 1.2,
                  &flow->palette->ink);
  flow->y += 4;
  if (!again)
    tend_page_mark (flow->page, medicine->name, flow->y);
  text = tend_flow_column (flow, flow->left, lay_tags (flow, medicine) - flow->left);
  tend_flow_layout (&text, "H3", title_layout (&text, name, dose, tend_flow_width (&text)), 0,
                    &flow->palette->ink);
  tend_flow_join (flow, &text);
  flow->y += 1;
}

/* Rows */

/* A row with its days above it, which are said again with the medicine's name on each page. */
static void
lay_one_row (TendMarPages          *self,
             TendFlow              *flow,
             const TendMarMedicine *medicine,
             const TendMarTime     *time)
{
  double high = tend_mar_row_height (flow, self->cycle, time);

  if (flow->y + high > flow->bottom)
    {
      tend_page_end (flow->page);
      tend_flow_new_page (flow);
      lay_title (flow, medicine, TRUE);
      tend_page_begin (flow->page, "Table");
      tend_mar_days_lay (flow, self->cycle);
    }
  tend_mar_row_lay (flow, self->cycle, time, high);
}

/* A patch is looked for each day that it may be on (domain.md 2.2). */
static void
lay_patch_check (TendMarPages          *self,
                 TendFlow              *flow,
                 const TendMarMedicine *medicine)
{
  TendMarCell cells[TEND_MAR_CHART_DAYS] = { 0 };
  TendMarTime check = { _("Daily"), _("is it on? initials"), cells };
  gboolean any = FALSE;

  for (int i = 0; i <= self->cycle->to - self->cycle->from; i++)
    if (medicine->looks != NULL && medicine->looks[i].state == TEND_MAR_CELL_WRITTEN)
      {
        cells[i] = medicine->looks[i];
        any = TRUE;
      }
    else
      cells[i].state = medicine->times[0].cells[i].state == TEND_MAR_CELL_OUTSIDE
                       ? TEND_MAR_CELL_OUTSIDE : TEND_MAR_CELL_DUE;
  if (!any && !self->sheet->blank)
    check.more = _("is it on? nothing written");
  lay_one_row (self, flow, medicine, &check);
}

static void
lay_rows (TendMarPages          *self,
          TendFlow              *flow,
          const TendMarMedicine *medicine)
{
  tend_flow_need (flow, TEND_MAR_HEAD_HIGH + 3 +
                        tend_mar_row_height (flow, self->cycle, &medicine->times[0]));
  tend_page_begin (flow->page, "Table");
  tend_mar_days_lay (flow, self->cycle);
  for (gsize i = 0; i < medicine->n_times; i++)
    lay_one_row (self, flow, medicine, &medicine->times[i]);
  if (medicine->patch)
    lay_patch_check (self, flow, medicine);
  tend_page_end (flow->page);
}

/* Each on a line of its own. */
static void
lay_apart (TendFlow          *flow,
           const TendMarFact *facts,
           gsize              n_facts)
{
  for (gsize i = 0; i < n_facts; i++)
    {
      flow->y += 1.5;
      tend_mar_facts_lay (flow, &facts[i], 1);
    }
}

static void
lay_limits (TendFlow              *flow,
            const TendMarMedicine *medicine)
{
  for (gsize i = 0; i < medicine->n_limits; i++)
    {
      const TendMarFact limit = {
        medicine->limits[i].label,
        medicine->limits[i].text && *medicine->limits[i].text ? medicine->limits[i].text
                                                              : _("NOT WRITTEN"),
      };

      lay_apart (flow, &limit, 1);
    }
}

/* Labels with room to write behind each. */
static void
lay_write_in (TendFlow          *flow,
              const char *const *labels,
              guint              n_labels)
{
  double part = tend_flow_width (flow) / n_labels;

  flow->y += SPARE_LINE;
  for (guint i = 0; i < n_labels; i++)
    {
      PangoLayout *layout =
        tend_text_layout (flow->context, TEND_TEXT_LABEL, labels[i], -1);
      double left = flow->left + i * part;
      double line = left + tend_text_width (layout) + 4;

      tend_page_begin (flow->page, "Lbl");
      tend_page_text (flow->page, layout, left, flow->y - tend_text_height (layout),
                      &flow->palette->ink);
      tend_page_end (flow->page);
      tend_page_rule (flow->page, line, flow->y, left + part - 8, flow->y, 0.5,
                      &flow->palette->soft_ink);
    }
}

/* Lines to write the next doses by day on. */
static void
lay_next_doses (TendFlow *flow)
{
  const char *const next[] = { _("From"), _("How much"), _("Told by, and when"), _("Written by"),
                               _("Next test on") };

  for (int i = 0; i < SPARE_DOSES; i++)
    lay_write_in (flow, next, G_N_ELEMENTS (next));
}

static void
lay_block (TendMarPages          *self,
           TendFlow              *flow,
           const TendMarMedicine *medicine)
{
  lay_title (flow, medicine, FALSE);
  tend_mar_facts_lay (flow, medicine->facts, medicine->n_facts);
  lay_apart (flow, medicine->by_day, medicine->n_by_day);
  if (self->sheet->blank && medicine->n_by_day > 0)
    lay_next_doses (flow);
  if (medicine->as_needed)
    lay_limits (flow, medicine);
  flow->y += 3;
  if (medicine->n_times > 0)
    lay_rows (self, flow, medicine);
}

static double
measure_block (TendMarPages          *self,
               const TendMarMedicine *medicine)
{
  TendFlow trial = *self->flow;
  double height;

  trial.head = NULL;
  trial.page = tend_page_new ();
  trial.y = 0;
  trial.bottom = G_MAXDOUBLE;
  lay_block (self, &trial, medicine);
  height = trial.y;
  tend_page_free (trial.page);
  return height;
}

void
tend_mar_block_lay (TendMarPages          *self,
                    const TendMarMedicine *medicine)
{
  TendFlow *flow = self->flow;
  double page = flow->bottom - flow->top;
  double block = measure_block (self, medicine);
  double whole = block + tend_mar_places_height (self, medicine);

  tend_flow_space (flow, BLOCK_GAP);
  tend_flow_need (flow, MIN (whole <= page ? whole : block, page));
  lay_block (self, flow, medicine);
}

static void
lay_spare_squares (TendMarPages *self,
                   TendMarPart   part)
{
  TendFlow *flow = self->flow;
  TendMarCell cells[TEND_MAR_CHART_DAYS] = { 0 };
  const TendMarTime time = { "", "", cells };
  const TendMarTime check = { _("Daily"), _("patch: is it on?"), cells };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i].state = TEND_MAR_CELL_DUE;
  flow->y += 4;
  tend_page_begin (flow->page, "Table");
  tend_mar_days_lay (flow, self->cycle);
  for (guint i = 0; i < SPARE_TIMES; i++)
    tend_mar_row_lay (flow, self->cycle, &time, TEND_MAR_ROW_HIGH);
  if (part == TEND_MAR_SKIN)
    tend_mar_row_lay (flow, self->cycle, &check,
                      tend_mar_row_height (flow, self->cycle, &check));
  tend_page_end (flow->page);
}

void
tend_mar_spare_lay (TendMarPages *self,
                    TendMarPart   part)
{
  TendFlow *flow = self->flow;
  const char *const what[] = { _("Medicine, strength, form"), _("Dose and route"), _("For") };
  const char *const who[] = { _("Starts"), _("Stops"), _("Prescribed by"), _("Copied from"),
                              _("Written by"), _("Checked by") };
  const char *const needed[] = { _("Signs that it is needed"), _("Try first"),
                                 _("Least time between two doses"), _("Most in 24 hours") };
  const char *const skin[] = { _("Where on the body"), _("Same place again after"),
                               _("Trained by") };

  tend_flow_space (flow, BLOCK_GAP);
  tend_flow_need (flow, 3 * SPARE_LINE + TEND_MAR_HEAD_HIGH + SPARE_TIMES * TEND_MAR_ROW_HIGH + 8);
  tend_page_rule (flow->page, flow->left, flow->y, flow->right, flow->y, 1.2,
                  &flow->palette->ink);
  lay_write_in (flow, what, G_N_ELEMENTS (what));
  lay_write_in (flow, who, G_N_ELEMENTS (who));
  if (part == TEND_MAR_AS_NEEDED)
    {
      lay_write_in (flow, needed, G_N_ELEMENTS (needed));
      tend_mar_dose_form_lay (self);
      return;
    }

  if (part == TEND_MAR_SKIN)
    lay_write_in (flow, skin, G_N_ELEMENTS (skin));
  lay_spare_squares (self, part);
  if (part == TEND_MAR_SKIN)
    tend_mar_place_form_lay (self, NULL);
}
