/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-risk-view.h"

#include "tend-risk-matrix.h"
#include "tend-risks.h"
#include "tend-widget-style.h"

#include <glib/gi18n-lib.h>

/* The drawing is measured in points of paper, with text of this size. */
#define FONT_SIZE    9.0
#define HEIGHT     230.0
#define LEAST_WIDE 200.0
#define NAMES_WIDE 430.0  /* below this the names of bands have no room in their fields */

struct _TendRiskView
{
  GtkWidget     parent_instance;

  GArray       *bands;
  GArray       *figures;  /* the same bands without their names */
  TendRiskMark  mark;
};

G_DEFINE_FINAL_TYPE (TendRiskView, tend_risk_view, GTK_TYPE_WIDGET)

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

  if (text->len > 0)
    g_string_append_c (text, ' ');
  /* "Now 12, High: Likely, Moderate." */
  g_string_append_printf (text, _("%s %d, %s: %s, %s."), when, score,
                          band != NULL ? band->name : "",
                          tend_risk_likelihood_text (likelihood),
                          tend_risk_severity_text (severity));
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

static void
tend_risk_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TendRiskView *self = TEND_RISK_VIEW (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  TendDrawStyle style;
  TendRiskMatrix matrix = { .marks = &self->mark, .n_marks = 1, .n_bands = self->bands->len };
  GArray *bands;
  double scale;
  cairo_t *cr;

  tend_widget_draw_style (widget, &style);
  scale = style.font_size / FONT_SIZE;
  style.font_size = FONT_SIZE;
  bands = width / scale < NAMES_WIDE ? self->figures : self->bands;
  matrix.bands = (const TendRiskBand *) (gpointer) bands->data;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_scale (cr, scale, scale);
  tend_risk_matrix_draw (cr, width / scale, height / scale, &matrix, &style);
  cairo_destroy (cr);
}

static void
tend_risk_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TendDrawStyle style;
  double scale;

  tend_widget_draw_style (widget, &style);
  scale = style.font_size / FONT_SIZE;
  *minimum = (int) ((orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : LEAST_WIDE) * scale);
  *natural = *minimum;
}

static void
tend_risk_view_finalize (GObject *object)
{
  TendRiskView *self = TEND_RISK_VIEW (object);

  g_array_unref (self->bands);
  g_array_unref (self->figures);

  G_OBJECT_CLASS (tend_risk_view_parent_class)->finalize (object);
}

static void
tend_risk_view_class_init (TendRiskViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tend_risk_view_finalize;
  widget_class->snapshot = tend_risk_view_snapshot;
  widget_class->measure = tend_risk_view_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tend_risk_view_init (TendRiskView *self)
{
  tend_widget_follow_palette (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Matrix of risks"), -1);
}

GtkWidget *
tend_risk_view_new (GArray *bands)
{
  TendRiskView *self = g_object_new (TEND_TYPE_RISK_VIEW, NULL);

  self->bands = g_array_ref (bands);
  self->figures = g_array_copy (bands);
  for (guint i = 0; i < bands->len; i++)
    g_array_index (self->figures, TendRiskBand, i).name = "";

  return GTK_WIDGET (self);
}

void
tend_risk_view_set_risk (TendRiskView *self,
                         TendRecord   *risk)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TEND_IS_RISK_VIEW (self));

  self->mark = (TendRiskMark) {
    1,
    tend_record_get_int (risk, "likelihood_before"), tend_record_get_int (risk, "severity_before"),
    tend_record_get_int (risk, "likelihood_after"), tend_record_get_int (risk, "severity_after"),
  };
  text = tend_risk_describe (risk, self->bands);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
