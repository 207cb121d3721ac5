/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-risk-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-risk-matrix.h"
#include "tend-table.h"

#define FIGURE_HEIGHT 270.0
#define FONT_SIZE       8.5
#define LEAST_RISK    140.0 /* of one risk, before a page ends within it */

/* The figure outlives the sheet it was made from. */
typedef struct
{
  TendRiskMatrix  matrix;
  TendRiskMark   *marks;
  TendRiskBand   *bands;
  GStringChunk   *names;
} Figure;

static void
figure_free (gpointer pointer)
{
  Figure *figure = pointer;

  g_free (figure->marks);
  g_free (figure->bands);
  g_string_chunk_free (figure->names);
  g_free (figure);
}

static void
figure_draw (cairo_t  *cr,
             double    width,
             double    height,
             gpointer  pointer)
{
  const Figure *figure = pointer;
  PangoContext *context = tend_text_context_new (NULL);
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_PRINT), context, FONT_SIZE };

  tend_risk_matrix_draw (cr, width, height, &figure->matrix, &style);
  g_object_unref (context);
}

static void
lay_matrix (TendFlow            *flow,
            const TendRiskSheet *sheet)
{
  Figure *figure = g_new0 (Figure, 1);

  figure->names = g_string_chunk_new (128);
  figure->bands = g_new (TendRiskBand, sheet->n_bands + 1);
  for (gsize i = 0; i < sheet->n_bands; i++)
    figure->bands[i] = (TendRiskBand) {
      sheet->bands[i].from, g_string_chunk_insert (figure->names, sheet->bands[i].name)
    };
  figure->marks = g_new (TendRiskMark, sheet->n_lines + 1);
  for (gsize i = 0; i < sheet->n_lines; i++)
    figure->marks[i] = (TendRiskMark) {
      (int) i + 1, sheet->lines[i].likelihood_before, sheet->lines[i].severity_before,
      sheet->lines[i].likelihood_after, sheet->lines[i].severity_after
    };
  figure->matrix = (TendRiskMatrix) { figure->bands, sheet->n_bands, figure->marks,
                                      sheet->n_lines };

  tend_flow_need (flow, FIGURE_HEIGHT + 30);
  tend_page_begin (flow->page, "Figure");
  tend_page_figure (flow->page, flow->left, flow->y, tend_flow_width (flow), FIGURE_HEIGHT,
                    figure_draw, figure, figure_free);
  tend_page_end (flow->page);
  flow->y += FIGURE_HEIGHT + 6;
  tend_flow_text (flow, "P", TEND_TEXT_SMALL,
                  _("A number in a ring is the risk as it is now; on a dark disc, with what else "
                    "is agreed. The table says the same."), &flow->palette->soft_ink);
  flow->y += 10;
}

/* (transfer full): "3 × 4 = 12, High"; NULL when it is not scored. */
static char *
score_text (const TendRiskSheet *sheet,
            int                  likelihood,
            int                  severity)
{
  int score = tend_risk_score (likelihood, severity);
  const char *name = NULL;

  for (gsize i = 0; i < sheet->n_bands; i++)
    if (score >= sheet->bands[i].from)
      name = sheet->bands[i].name;
  if (score == 0)
    return NULL;
  return name ? g_strdup_printf ("%d × %d = %d, %s", likelihood, severity, score, name)
              : g_strdup_printf ("%d × %d = %d", likelihood, severity, score);
}

static void
lay_table (TendFlow            *flow,
           const TendRiskSheet *sheet)
{
  const TendColumn columns[] = {
    { _("No."), TEND_COLUMN_FIGURES }, { _("What could do harm"), TEND_COLUMN_FLEX },
    { _("Now"), TEND_COLUMN_TEXT }, { _("With what is agreed"), TEND_COLUMN_TEXT },
    { _("Review on"), TEND_COLUMN_TEXT },
  };
  g_autoptr(TendTable) table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));

  for (gsize i = 0; i < sheet->n_lines; i++)
    {
      const TendRiskLine *line = &sheet->lines[i];
      g_autofree char *number = g_strdup_printf ("%d", (int) i + 1);
      g_autofree char *before = score_text (sheet, line->likelihood_before,
                                            line->severity_before);
      g_autofree char *after = score_text (sheet, line->likelihood_after, line->severity_after);
      g_autofree char *review = tend_date_format (line->review_on, TEND_DATE_SHORT);
      const char *cells[] = { number, line->hazard, before, after,
                              line->closed_on ? _("Closed") : review };

      tend_table_add (table, TEND_ROW_BODY, cells);
    }
  tend_table_lay (table);
}

/* (transfer full): "Possible and major: 12, High" in full words. */
static char *
level_text (const TendRiskSheet *sheet,
            int                  likelihood,
            int                  severity)
{
  g_autofree char *score = score_text (sheet, likelihood, severity);

  if (score == NULL)
    return NULL;
  /* Translators: "Likelihood possible, severity major: 3 × 4 = 12, High" */
  return g_strdup_printf (_("Likelihood: %s. Severity: %s. %s"),
                          tend_risk_likelihood_text (likelihood),
                          tend_risk_severity_text (severity), score);
}

/* (transfer full): when it was looked at, and will be again. */
static char *
dates_text (const TendRiskLine *line)
{
  g_autofree char *assessed = tend_date_format (line->assessed_on, TEND_DATE_LONG);
  g_autofree char *review = tend_date_format (line->review_on, TEND_DATE_LONG);
  g_autofree char *closed = tend_date_format (line->closed_on, TEND_DATE_LONG);

  if (*closed)
    return g_strdup_printf (_("Assessed on %s. No longer a risk since %s."), assessed, closed);
  return *review ? g_strdup_printf (_("Assessed on %s. Review on %s."), assessed, review)
                 : g_strdup_printf (_("Assessed on %s."), assessed);
}

static void
lay_risk (TendFlow            *flow,
          const TendRiskSheet *sheet,
          gsize                index)
{
  const TendRiskLine *line = &sheet->lines[index];
  g_autofree char *heading = g_strdup_printf ("%d  %s", (int) index + 1, line->hazard);
  g_autofree char *before = level_text (sheet, line->likelihood_before, line->severity_before);
  g_autofree char *after = level_text (sheet, line->likelihood_after, line->severity_after);
  g_autofree char *dates = dates_text (line);

  tend_flow_need (flow, LEAST_RISK);
  tend_heading_lay (flow, heading);
  tend_field_lay (flow, _("Who, and how"), line->who);
  tend_field_lay (flow, _("In place already"), line->controls);
  tend_field_lay (flow, _("The risk now"), before);
  tend_field_lay (flow, _("What else is agreed"), line->further);
  tend_field_lay (flow, _("The risk then"), after);
  tend_field_lay (flow, _("Who sees to it"), line->owner);
  tend_field_lay (flow, _("Dates"), dates);
}

TendDocument *
tend_document_new_risks (const TendRiskSheet *sheet)
{
  g_autofree char *on = NULL;
  g_autofree char *says = NULL;
  const char *title;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  title = _("Risk assessment");
  on = tend_date_format (sheet->on, TEND_DATE_LONG);
  says = g_strdup_printf (_("As it stood on %s"), on);
  tend_care_begin (&flow, &sheet->head, title);
  tend_care_head_lay (&flow, &sheet->head, title);
  tend_care_person_lay (&flow, &sheet->head);
  tend_flow_text (&flow, "P", TEND_TEXT_STRONG, says, &flow.palette->ink);
  flow.y += 8;
  lay_matrix (&flow, sheet);
  lay_table (&flow, sheet);
  for (gsize i = 0; i < sheet->n_lines; i++)
    lay_risk (&flow, sheet, i);
  tend_care_signed_lay (&flow, &sheet->head, sheet->head.name);
  return tend_care_finish (&flow, &sheet->head, title);
}
