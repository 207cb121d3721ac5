/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-risk-matrix.h"

#include <glib/gi18n-lib.h>

#include "tend-text.h"

#define N       TEND_RISK_LARGEST
#define LEFT    74.0 /* the names of the likelihoods */
#define BOTTOM  34.0 /* the names of the severities, and of both sides */
#define GAP      2.0
#define RADIUS   6.4
#define STEP    15.0

const char *
tend_risk_likelihood_text (int level)
{
  const char *texts[] = { "", _("Rare"), _("Unlikely"), _("Possible"), _("Likely"),
                          _("Almost certain") };

  return level >= 1 && level <= N ? texts[level] : "";
}

const char *
tend_risk_severity_text (int level)
{
  const char *texts[] = { "", _("Insignificant"), _("Minor"), _("Moderate"), _("Major"),
                          _("Catastrophic") };

  return level >= 1 && level <= N ? texts[level] : "";
}

static int
band_index (const TendRiskMatrix *matrix,
            int                   score)
{
  int found = -1;

  for (gsize i = 0; i < matrix->n_bands; i++)
    if (score >= matrix->bands[i].from)
      found = i;
  return found;
}

/* From calm to alarming, however many bands there are; the words say the same. */
static const TendColor *
wash_of (const TendRiskMatrix *matrix,
         int                   band,
         const TendPalette    *palette)
{
  static const int washes[] = { 4, 1, 5, 6 };
  gsize step = 0;

  if (band < 0)
    return &palette->band;
  if (matrix->n_bands > 1)
    step = (gsize) band * (G_N_ELEMENTS (washes) - 1) / (matrix->n_bands - 1);
  return &palette->washes[washes[step]];
}

static void
draw_label (cairo_t             *cr,
            const TendDrawStyle *style,
            const char          *text,
            double               scale,
            double               x,
            double               y,
            double               width,
            double               align, /* 0 left, 0.5 middle, 1 right */
            PangoWeight          weight,
            const TendColor     *color)
{
  PangoLayout *layout = tend_draw_layout (style, text, scale, weight);
  double free = MAX (width - tend_text_width (layout), 0);

  tend_draw_text (cr, layout, x + free * align, y - tend_text_height (layout) / 2, width, color);
}

static void
draw_mark (cairo_t             *cr,
           const TendDrawStyle *style,
           int                  number,
           gboolean             after,
           double               x,
           double               y)
{
  const TendPalette *palette = style->palette;
  g_autofree char *text = g_strdup_printf ("%d", number);
  PangoLayout *layout = tend_draw_layout (style, text, 0.85, PANGO_WEIGHT_BOLD);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, RADIUS, 0, 2 * G_PI);
  tend_cairo_set_color (cr, after ? &palette->ink : &palette->paper);
  cairo_fill_preserve (cr);
  tend_cairo_set_color (cr, &palette->ink);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  tend_draw_text (cr, layout, x - tend_text_width (layout) / 2,
                  y - tend_text_height (layout) / 2, -1, after ? &palette->paper : &palette->ink);
}

/* The marks of one field in rows; what finds no room is said by a sign. */
static void
draw_marks (cairo_t              *cr,
            const TendDrawStyle  *style,
            const TendRiskMatrix *matrix,
            int                   likelihood,
            int                   severity,
            double                x,
            double                y,
            double                width,
            double                height)
{
  int columns = MAX ((int) ((width - 8) / STEP), 1);
  int rows = MAX ((int) ((height - 18) / STEP), 1);
  int place = 0;

  for (gsize i = 0; i < 2 * matrix->n_marks; i++)
    {
      const TendRiskMark *mark = &matrix->marks[i / 2];
      gboolean after = i % 2;
      double cx = x + 6 + RADIUS + place % columns * STEP;
      double cy = y + 17 + RADIUS + place / columns * STEP;

      if ((after ? mark->likelihood_after : mark->likelihood_before) != likelihood
          || (after ? mark->severity_after : mark->severity_before) != severity)
        continue;
      if (place == columns * rows)
        {
          draw_label (cr, style, "…", 1, x + width - 16, y + height - 6, 12, 1,
                      PANGO_WEIGHT_BOLD, &style->palette->ink);
          return;
        }
      draw_mark (cr, style, mark->number, after, cx, cy);
      place++;
    }
}

static void
draw_field (cairo_t              *cr,
            const TendDrawStyle  *style,
            const TendRiskMatrix *matrix,
            int                   likelihood,
            int                   severity,
            double                x,
            double                y,
            double                width,
            double                height)
{
  const TendPalette *palette = style->palette;
  int score = tend_risk_score (likelihood, severity);
  int band = band_index (matrix, score);
  g_autofree char *number = g_strdup_printf ("%d", score);

  tend_cairo_set_color (cr, wash_of (matrix, band, palette));
  tend_draw_rounded (cr, x, y, width, height, 3);
  cairo_fill (cr);
  draw_label (cr, style, number, 0.85, x + 5, y + 8, 20, 0, PANGO_WEIGHT_SEMIBOLD, &palette->ink);
  if (band >= 0)
    draw_label (cr, style, matrix->bands[band].name, 0.85, x + 26, y + 8, width - 31, 1,
                PANGO_WEIGHT_NORMAL, &palette->ink);
  draw_marks (cr, style, matrix, likelihood, severity, x, y, width, height);
}

void
tend_risk_matrix_draw (cairo_t              *cr,
                       double                width,
                       double                height,
                       const TendRiskMatrix *matrix,
                       const TendDrawStyle  *style)
{
  const TendPalette *palette = style->palette;
  double field_width = (width - LEFT) / N;
  double field_height = (height - BOTTOM) / N;

  for (int likelihood = 1; likelihood <= N; likelihood++)
    {
      double y = (N - likelihood) * field_height;
      g_autofree char *name = g_strdup_printf ("%s %d", tend_risk_likelihood_text (likelihood),
                                               likelihood);

      draw_label (cr, style, name, 0.9, 0, y + field_height / 2, LEFT - 8, 1,
                  PANGO_WEIGHT_NORMAL, &palette->soft_ink);
      for (int severity = 1; severity <= N; severity++)
        draw_field (cr, style, matrix, likelihood, severity, LEFT + (severity - 1) * field_width,
                    y, field_width - GAP, field_height - GAP);
    }
  for (int severity = 1; severity <= N; severity++)
    {
      g_autofree char *name = g_strdup_printf ("%d %s", severity,
                                               tend_risk_severity_text (severity));

      draw_label (cr, style, name, 0.9, LEFT + (severity - 1) * field_width, height - BOTTOM + 10,
                  field_width - GAP, 0.5, PANGO_WEIGHT_NORMAL, &palette->soft_ink);
    }
  draw_label (cr, style, _("Likelihood ↑"), 0.9, 0, height - 7, LEFT - 8, 1,
              PANGO_WEIGHT_SEMIBOLD, &palette->soft_ink);
  draw_label (cr, style, _("Severity →"), 0.9, LEFT, height - 7, width - LEFT - GAP, 0.5,
              PANGO_WEIGHT_SEMIBOLD, &palette->soft_ink);
}
