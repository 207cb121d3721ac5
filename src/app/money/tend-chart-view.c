/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-chart-view.h"

#include "tend-widget-style.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* In sizes of the font. */
#define LINES_HIGH   17
#define LEAST_WIDTH  16
#define USUAL_WIDTH  44

struct _TendChartView
{
  GtkWidget         parent_instance;

  TendChart         chart;    /* of what is owned below */
  GStrv             keys;
  GStrv             names;
  char            **series_names;
  TendChartSeries  *series;
  char             *label;

  int               current;  /* the key that is marked, or -1 */
  GtkWidget        *tip;      /* a label over the chart that says its figures */
};

G_DEFINE_FINAL_TYPE (TendChartView, tend_chart_view, GTK_TYPE_WIDGET)

enum { CURRENT_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
clear_chart (TendChartView *self)
{
  for (gsize i = 0; i < self->chart.n_series; i++)
    g_free ((gpointer) self->series[i].values);

  g_clear_pointer (&self->series, g_free);
  g_clear_pointer (&self->series_names, g_strfreev);
  g_clear_pointer (&self->keys, g_strfreev);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->label, g_free);
  self->chart = (TendChart) { 0 };
}

/* Copies @n strings; a NULL stands for nothing. */
static GStrv
copy_words (const char *const *words,
            gsize              n)
{
  GStrv copy = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    copy[i] = g_strdup (words[i] != NULL ? words[i] : "");

  return copy;
}

static void
copy_chart (TendChartView     *self,
            const TendChart   *chart,
            const char *const *names)
{
  self->series = g_new0 (TendChartSeries, chart->n_series + 1);
  self->series_names = g_new0 (char *, chart->n_series + 1);
  for (gsize i = 0; i < chart->n_series; i++)
    {
      self->series_names[i] = g_strdup (chart->series[i].name);
      self->series[i].name = self->series_names[i];
      self->series[i].values = g_memdup2 (chart->series[i].values,
                                          chart->n_keys * sizeof (gint64));
    }

  self->keys = copy_words (chart->keys, chart->n_keys);
  self->names = copy_words (names != NULL ? names : chart->keys, chart->n_keys);
  self->chart = *chart;
  self->chart.keys = (const char *const *) self->keys;
  self->chart.series = self->series;
}

char *
tend_chart_view_describe (TendChartView *self,
                          int            key)
{
  GString *text;

  g_return_val_if_fail (TEND_IS_CHART_VIEW (self), NULL);
  g_return_val_if_fail (key >= 0 && (gsize) key < self->chart.n_keys, NULL);

  text = g_string_new (self->names[key]);
  for (gsize i = 0; i < self->chart.n_series; i++)
    {
      g_autofree char *value = tend_chart_format (self->series[i].values[key], self->chart.unit);

      g_string_append_printf (text, "%s %s %s", i == 0 ? ":" : ",", self->series[i].name, value);
    }

  return g_string_free (text, FALSE);
}

/* The same for the eye: one line for each series. */
static char *
tip_markup (TendChartView *self)
{
  g_autofree char *name = g_markup_escape_text (self->names[self->current], -1);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "<b>%s</b>", name);
  for (gsize i = 0; i < self->chart.n_series; i++)
    {
      g_autofree char *value = tend_chart_format (self->series[i].values[self->current],
                                                  self->chart.unit);
      g_autofree char *line = g_markup_printf_escaped ("\n%s  %s", self->series[i].name, value);

      /* Of a tall stack only what is there. */
      if (self->chart.kind != TEND_CHART_STACKED || self->series[i].values[self->current] != 0)
        g_string_append (text, line);
    }

  return g_string_free (text, FALSE);
}

static void
update_current (TendChartView *self)
{
  gboolean shown = self->current >= 0;
  g_autofree char *description =
    shown ? tend_chart_view_describe (self, self->current)
          : g_strdup (_("The arrow keys go from one to the next. The table below has every "
                        "figure."));

  if (shown)
    {
      g_autofree char *markup = tip_markup (self);

      gtk_label_set_markup (GTK_LABEL (self->tip), markup);
    }
  gtk_widget_set_child_visible (self->tip, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Input. */

static void
motion_cb (TendChartView *self,
           double         x,
           double         y)
{
  TendDrawStyle style;
  int key;

  tend_widget_draw_style (GTK_WIDGET (self), &style);
  key = tend_chart_key_at (gtk_widget_get_width (GTK_WIDGET (self)),
                           gtk_widget_get_height (GTK_WIDGET (self)), &self->chart, &style, x, y);
  tend_chart_view_set_current (self, key);
}

static void
leave_cb (TendChartView *self)
{
  tend_chart_view_set_current (self, -1);
}

static gboolean
key_pressed_cb (TendChartView   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean lying = self->chart.kind == TEND_CHART_BARS;
  gboolean turned = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int last = (int) self->chart.n_keys - 1;
  int step = 0;

  if (last < 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step = lying ? 0 : turned ? -1 : 1;
      break;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step = lying ? 0 : turned ? 1 : -1;
      break;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step = lying ? 1 : 0;
      break;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step = lying ? -1 : 0;
      break;

    case GDK_KEY_Home:
      tend_chart_view_set_current (self, 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_End:
      tend_chart_view_set_current (self, last);
      return GDK_EVENT_STOP;

    default:
      break;
    }

  /* At either end of a lying chart the arrows go on to what is above or below. */
  if (step == 0 || (lying && (self->current + step < 0 || self->current + step > last)))
    return GDK_EVENT_PROPAGATE;

  tend_chart_view_set_current (self, CLAMP (self->current + step, 0, last));
  return GDK_EVENT_STOP;
}

static void
pressed_cb (TendChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Drawing. */

static void
draw_mark (TendChartView       *self,
           cairo_t             *cr,
           const TendDrawStyle *style)
{
  TendChartArea area;
  TendColor wash = style->palette->accent;

  tend_chart_key_area (gtk_widget_get_width (GTK_WIDGET (self)),
                       gtk_widget_get_height (GTK_WIDGET (self)), &self->chart, style,
                       self->current, &area);
  wash.alpha = 0.14;
  tend_draw_rounded (cr, area.x, area.y, area.width, area.height, 4);
  tend_cairo_set_color (cr, &wash);
  cairo_fill (cr);
}

static void
tend_chart_view_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TendChartView *self = TEND_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  TendDrawStyle style;
  cairo_t *cr;

  if (self->chart.n_keys == 0 || width <= 0 || height <= 0)
    return;

  tend_widget_draw_style (widget, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (self->current >= 0)
    draw_mark (self, cr, &style);
  tend_chart_draw (cr, width, height, &self->chart, &style);
  cairo_destroy (cr);

  gtk_widget_snapshot_child (widget, self->tip, snapshot);
}

/* The legend of a lying chart takes more lines where there is less room. */
static GtkSizeRequestMode
tend_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tend_chart_view_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  TendChartView *self = TEND_CHART_VIEW (widget);
  TendDrawStyle style;

  tend_widget_draw_style (widget, &style);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (style.font_size * LEAST_WIDTH);
      *natural = (int) (style.font_size * USUAL_WIDTH);
    }
  else if (self->chart.kind == TEND_CHART_BARS)
    *minimum = *natural = (int) tend_chart_bars_height (&self->chart, &style,
                                                            for_size < 0 ? G_MAXINT : for_size);
  else
    *minimum = *natural = (int) (style.font_size * LINES_HIGH);
}

/* The tip lies beside the key it speaks of, on the side with more room. */
static void
tend_chart_view_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TendChartView *self = TEND_CHART_VIEW (widget);
  GtkRequisition size;
  TendDrawStyle style;
  TendChartArea area;
  graphene_point_t at;
  double x, y;

  if (self->current < 0 || self->chart.n_keys == 0)
    return;

  tend_widget_draw_style (widget, &style);
  tend_chart_key_area (width, height, &self->chart, &style, self->current, &area);
  gtk_widget_get_preferred_size (self->tip, NULL, &size);
  size.width = MIN (size.width, MAX (width, 1));
  gtk_widget_measure (self->tip, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height,
                      NULL, NULL);

  if (self->chart.kind == TEND_CHART_BARS)
    {
      x = width - size.width;
      y = area.y + area.height / 2 < height / 2.0 ? area.y + area.height : area.y - size.height;
    }
  else
    {
      x = area.x + area.width / 2 < width / 2.0 ? area.x + area.width : area.x - size.width;
      y = area.y;
    }

  graphene_point_init (&at, CLAMP (x, 0, MAX (width - size.width, 0)),
                       CLAMP (y, 0, MAX (height - size.height, 0)));
  gtk_widget_allocate (self->tip, size.width, size.height, -1,
                       gsk_transform_translate (NULL, &at));
}

/* Colours and the size of the font belong to the style. */
static void
tend_chart_view_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tend_chart_view_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
tend_chart_view_dispose (GObject *object)
{
  TendChartView *self = TEND_CHART_VIEW (object);

  g_clear_pointer (&self->tip, gtk_widget_unparent);
  clear_chart (self);

  G_OBJECT_CLASS (tend_chart_view_parent_class)->dispose (object);
}

static void
tend_chart_view_class_init (TendChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_chart_view_dispose;
  widget_class->snapshot = tend_chart_view_snapshot;
  widget_class->get_request_mode = tend_chart_view_get_request_mode;
  widget_class->measure = tend_chart_view_measure;
  widget_class->size_allocate = tend_chart_view_size_allocate;
  widget_class->css_changed = tend_chart_view_css_changed;

  signals[CURRENT_CHANGED] = g_signal_new ("current-changed", TEND_TYPE_CHART_VIEW,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tend_chart_view_init (TendChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->current = -1;
  self->tip = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->tip), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->tip), 0);
  gtk_widget_add_css_class (self->tip, "chart-tip");
  gtk_widget_add_css_class (self->tip, "numeric");
  gtk_widget_set_can_target (self->tip, FALSE);
  gtk_widget_set_parent (self->tip, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->tip, FALSE);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  tend_widget_follow_palette (GTK_WIDGET (self));
}

GtkWidget *
tend_chart_view_new (void)
{
  return g_object_new (TEND_TYPE_CHART_VIEW, NULL);
}

void
tend_chart_view_set_chart (TendChartView     *self,
                           const TendChart   *chart,
                           const char *const *names,
                           const char        *label)
{
  g_return_if_fail (TEND_IS_CHART_VIEW (self));
  g_return_if_fail (chart != NULL && chart->n_series <= TEND_PALETTE_N_SERIES);

  clear_chart (self);
  copy_chart (self, chart, names);
  self->label = g_strdup (label);
  self->current = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  update_current (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const TendChart *
tend_chart_view_get_chart (TendChartView *self)
{
  g_return_val_if_fail (TEND_IS_CHART_VIEW (self), NULL);

  return self->keys != NULL ? &self->chart : NULL;
}

int
tend_chart_view_get_current (TendChartView *self)
{
  g_return_val_if_fail (TEND_IS_CHART_VIEW (self), -1);

  return self->current;
}

void
tend_chart_view_set_current (TendChartView *self,
                             int            key)
{
  g_return_if_fail (TEND_IS_CHART_VIEW (self));
  g_return_if_fail (key < (int) self->chart.n_keys);

  if (self->current == MAX (key, -1))
    return;

  self->current = MAX (key, -1);
  update_current (self);
  g_signal_emit (self, signals[CURRENT_CHANGED], 0);
}
