/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mar-days.h"

#include "tend-widget-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of the font's size. */
#define HEIGHT    2.7
#define BAR       0.18
#define SMALL     0.8
#define WHOLE_DAY 3.2  /* a column from there on has room for "Mon", else for "M" */

struct _TendMarDays
{
  GtkWidget    parent_instance;

  TendMarGrid *grid;
};

G_DEFINE_FINAL_TYPE (TendMarDays, tend_mar_days, GTK_TYPE_WIDGET)

static void
draw_line (cairo_t             *cr,
           const TendDrawStyle *style,
           const char          *text,
           double               scale,
           gboolean             bold,
           double               x,
           double               y,
           double               width)
{
  PangoLayout *layout = tend_draw_layout (style, text, scale,
                                          bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  int wide;

  pango_layout_get_pixel_size (layout, &wide, NULL);
  tend_draw_text (cr, layout, x + MAX ((width - wide) / 2, 0), y, width, &style->palette->ink);
}

static void
draw_day (TendMarDays         *self,
          cairo_t             *cr,
          const TendDrawStyle *style,
          TendDate             date,
          double               x,
          double               width)
{
  const char *name = tend_weekday_short_name (tend_date_weekday (date));
  g_autofree char *letter = g_utf8_substring (name, 0, 1);
  g_autofree char *number = NULL;
  gboolean today = date == tend_mar_grid_get_today (self->grid);
  int day;

  tend_date_get (date, NULL, NULL, &day);
  number = g_strdup_printf ("%d", day);
  draw_line (cr, style, width > style->font_size * WHOLE_DAY ? name : letter, SMALL, today, x, 0,
             width);
  draw_line (cr, style, number, 1, today, x, style->font_size, width);
  if (!today)
    return;

  tend_cairo_set_color (cr, &style->palette->accent);
  cairo_rectangle (cr, x, style->font_size * (HEIGHT - BAR), width, style->font_size * BAR);
  cairo_fill (cr);
}

static void
tend_mar_days_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TendMarDays *self = TEND_MAR_DAYS (widget);
  double x, column;
  int n_days;
  TendDate first = tend_mar_grid_get_days (self->grid, &n_days, &x, &column);
  TendDrawStyle style;
  cairo_t *cr;

  if (first == TEND_DATE_NONE)
    return;

  tend_widget_draw_style (widget, &style);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                       gtk_widget_get_height (widget)));
  for (int i = 0; i < n_days; i++)
    draw_day (self, cr, &style, first + i, x + round (column * i), column);
  cairo_destroy (cr);
}

static void
tend_mar_days_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TendDrawStyle style;

  tend_widget_draw_style (widget, &style);
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL
                        ? (int) ceil (style.font_size * HEIGHT) : 1;
}

static void
tend_mar_days_class_init (TendMarDaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tend_mar_days_snapshot;
  widget_class->measure = tend_mar_days_measure;
  gtk_widget_class_set_css_name (widget_class, "mardays");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tend_mar_days_init (TendMarDays *self)
{
  tend_widget_follow_palette (GTK_WIDGET (self));
}

/* The days on view, to be heard. */
static void
arranged_cb (TendMarDays *self)
{
  double x, column;
  int n_days;
  TendDate first = tend_mar_grid_get_days (self->grid, &n_days, &x, &column);
  g_autofree char *from = tend_date_format (first, TEND_DATE_LONG);
  g_autofree char *to = tend_date_format (first + n_days - 1, TEND_DATE_LONG);
  TendDate today = tend_mar_grid_get_today (self->grid);
  g_autofree char *day = tend_date_format (today, TEND_DATE_LONG);
  g_autofree char *text =
    today >= first && today < first + n_days
      /* Translators: the days of a chart, and which of them it is */
      ? g_strdup_printf (_("%s to %s; today is %s"), from, to, day)
      : g_strdup_printf (_("%s to %s"), from, to);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
tend_mar_days_new (TendMarGrid *grid)
{
  TendMarDays *self = g_object_new (TEND_TYPE_MAR_DAYS, NULL);

  self->grid = grid;
  g_signal_connect_object (grid, "arranged", G_CALLBACK (arranged_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
