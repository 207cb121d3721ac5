/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-risk-matrix.h"

#include "tend-draw.h"
#include "tend-risks.h"
#include "tend-widget-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In sizes of the font. */
#define CELL_HIGH   2.4
#define CELL_WIDE   4.0
#define MARGIN      1.8   /* for the figures and the names of the axes */

struct _TendRiskMatrix
{
  GtkWidget   parent_instance;

  GArray     *bands;
  int         now[2];   /* likelihood and severity; 0: not given */
  int         then[2];
};

G_DEFINE_FINAL_TYPE (TendRiskMatrix, tend_risk_matrix, GTK_TYPE_WIDGET)

static const char *const likelihoods[] = {
  N_("rare"), N_("unlikely"), N_("possible"), N_("likely"), N_("almost certain"),
};
static const char *const severities[] = {
  N_("insignificant"), N_("minor"), N_("moderate"), N_("major"), N_("catastrophic"),
};

static void
describe_one (GString    *text,
              const char *when,
              int         likelihood,
              int         severity,
              GArray     *bands)
{
  int score = tend_risk_score (likelihood, severity);
  const TendRiskBand *band = tend_risk_band (bands, score);

  if (score == 0)
    return;

  g_string_append_printf (text, _("%s%s %d, %s: %s, %s."), text->len > 0 ? " " : "", when, score,
                          band != NULL ? band->name : "", _(likelihoods[likelihood - 1]),
                          _(severities[severity - 1]));
}

char *
tend_risk_describe (TendRecord *risk,
                    GArray     *bands)
{
  g_autoptr(GString) text = g_string_new (NULL);

  describe_one (text, _("Now"), tend_record_get_int (risk, "likelihood_before"),
                tend_record_get_int (risk, "severity_before"), bands);
  describe_one (text, _("Then"), tend_record_get_int (risk, "likelihood_after"),
                tend_record_get_int (risk, "severity_after"), bands);
  if (text->len == 0)
    g_string_append (text, _("Not scored yet: give how likely it is and how bad it would be, "
                             "from 1 to 5."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Which of the bands the score is in, from 0; paler and stronger by that. */
static int
band_index (GArray *bands,
            int     score)
{
  int index = 0;

  for (guint i = 0; i < bands->len; i++)
    if (g_array_index (bands, TendRiskBand, i).from <= score)
      index = i;

  return index;
}

static void
draw_cell (cairo_t             *cr,
           const TendDrawStyle *style,
           int                  score,
           double               strength,
           double               x,
           double               y,
           double               width,
           double               height)
{
  g_autofree char *text = g_strdup_printf ("%d", score);
  PangoLayout *layout = tend_draw_layout (style, text, 1.0, PANGO_WEIGHT_NORMAL);
  TendColor wash = style->palette->warning;
  int text_width, text_height;

  wash.alpha = 0.06 + 0.34 * strength;
  cairo_rectangle (cr, x + 1, y + 1, width - 2, height - 2);
  tend_cairo_set_color (cr, &wash);
  cairo_fill (cr);

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  tend_draw_text (cr, layout, x + (width - text_width) / 2, y + (height - text_height) / 2, -1,
                  &style->palette->ink);
}

/* A frame around a cell: whole for now, broken for then, with its name in the corner. */
static void
draw_mark (cairo_t             *cr,
           const TendDrawStyle *style,
           const char          *name,
           gboolean             broken,
           double               x,
           double               y,
           double               width,
           double               height)
{
  const double dash[] = { 4, 3 };
  PangoLayout *layout = tend_draw_layout (style, name, 0.72, PANGO_WEIGHT_BOLD);
  int text_width, text_height;

  cairo_save (cr);
  tend_draw_rounded (cr, x + 2, y + 2, width - 4, height - 4, 4);
  cairo_set_line_width (cr, 2);
  if (broken)
    cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  tend_cairo_set_color (cr, &style->palette->ink);
  cairo_stroke (cr);
  cairo_restore (cr);

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  tend_draw_text (cr, layout, x + width - text_width - 5,
                  broken ? y + height - text_height - 3 : y + 3, -1, &style->palette->ink);
}

static void
draw_axes (cairo_t             *cr,
           const TendDrawStyle *style,
           double               cell_width,
           double               cell_height,
           double               margin,
           double               height)
{
  for (int i = 1; i <= TEND_RISK_LARGEST; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);

      tend_draw_text (cr, tend_draw_layout (style, number, 0.85, PANGO_WEIGHT_NORMAL),
                      margin / 4, (TEND_RISK_LARGEST - i + 0.5) * cell_height + margin / 3, -1,
                      &style->palette->soft_ink);
      tend_draw_text (cr, tend_draw_layout (style, number, 0.85, PANGO_WEIGHT_NORMAL),
                      margin + (i - 0.55) * cell_width, height - margin * 2, -1,
                      &style->palette->soft_ink);
    }
  tend_draw_text (cr, tend_draw_layout (style, _("Likelihood ↑   Severity →"), 0.85,
                                        PANGO_WEIGHT_NORMAL),
                  margin, height - margin, -1, &style->palette->soft_ink);
}

static void
tend_risk_matrix_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TendRiskMatrix *self = TEND_RISK_MATRIX (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double margin, cell_width, cell_height;
  TendDrawStyle style;
  cairo_t *cr;

  tend_widget_draw_style (widget, &style);
  margin = MARGIN * style.font_size;
  cell_width = (width - margin) / TEND_RISK_LARGEST;
  cell_height = (height - margin * 2) / TEND_RISK_LARGEST;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (int likelihood = 1; likelihood <= TEND_RISK_LARGEST; likelihood++)
    for (int severity = 1; severity <= TEND_RISK_LARGEST; severity++)
      {
        double x = margin + (severity - 1) * cell_width;
        double y = (TEND_RISK_LARGEST - likelihood) * cell_height;
        int score = tend_risk_score (likelihood, severity);

        draw_cell (cr, &style, score,
                   band_index (self->bands, score) / MAX (1.0, self->bands->len - 1.0),
                   x, y, cell_width, cell_height);
        if (self->now[0] == likelihood && self->now[1] == severity)
          draw_mark (cr, &style, _("Now"), FALSE, x, y, cell_width, cell_height);
        if (self->then[0] == likelihood && self->then[1] == severity)
          draw_mark (cr, &style, _("Then"), TRUE, x, y, cell_width, cell_height);
      }
  draw_axes (cr, &style, cell_width, cell_height, margin, height);
  cairo_destroy (cr);
}

static void
tend_risk_matrix_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TendDrawStyle style;
  double cell = orientation == GTK_ORIENTATION_VERTICAL ? CELL_HIGH : CELL_WIDE;
  double margins = orientation == GTK_ORIENTATION_VERTICAL ? MARGIN * 2 : MARGIN;

  tend_widget_draw_style (widget, &style);
  *natural = (int) ceil ((TEND_RISK_LARGEST * cell + margins) * style.font_size);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? *natural : *natural / 2;
}

static void
tend_risk_matrix_finalize (GObject *object)
{
  g_array_unref (TEND_RISK_MATRIX (object)->bands);

  G_OBJECT_CLASS (tend_risk_matrix_parent_class)->finalize (object);
}

static void
tend_risk_matrix_class_init (TendRiskMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tend_risk_matrix_finalize;
  widget_class->snapshot = tend_risk_matrix_snapshot;
  widget_class->measure = tend_risk_matrix_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tend_risk_matrix_init (TendRiskMatrix *self)
{
  tend_widget_follow_palette (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Matrix of risks"), -1);
}

GtkWidget *
tend_risk_matrix_new (GArray *bands)
{
  TendRiskMatrix *self = g_object_new (TEND_TYPE_RISK_MATRIX, NULL);

  self->bands = g_array_ref (bands);
  return GTK_WIDGET (self);
}

void
tend_risk_matrix_set_risk (TendRiskMatrix *self,
                           TendRecord     *risk)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TEND_IS_RISK_MATRIX (self));

  self->now[0] = tend_record_get_int (risk, "likelihood_before");
  self->now[1] = tend_record_get_int (risk, "severity_before");
  self->then[0] = tend_record_get_int (risk, "likelihood_after");
  self->then[1] = tend_record_get_int (risk, "severity_after");

  text = tend_risk_describe (risk, self->bands);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
