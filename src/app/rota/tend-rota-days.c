/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rota-days.h"

#include <glib/gi18n-lib.h>

#define N_DAYS 7

typedef struct
{
  GtkToggleButton *button;
  GtkLabel        *name;    /* "Mon" */
  GtkLabel        *number;  /* "23" */
  GtkLabel        *detail;  /* "4 visits" */
} Day;

struct _TendRotaDays
{
  GtkWidget  parent_instance;

  Day        days[N_DAYS];
  TendDate   monday;
  TendDate   today;
  int        gutter;
  gboolean   showing; /* changes are ours */
};

G_DEFINE_FINAL_TYPE (TendRotaDays, tend_rota_days, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tend_rota_days_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TendRotaDays *self = TEND_ROTA_DAYS (widget);
  int most = 0, most_natural = 0;

  for (int i = 0; i < N_DAYS; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (GTK_WIDGET (self->days[i].button), orientation, -1,
                          &child_minimum, &child_natural, NULL, NULL);
      most = MAX (most, child_minimum);
      most_natural = MAX (most_natural, child_natural);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      most = self->gutter + most * N_DAYS;
      most_natural = self->gutter + most_natural * N_DAYS;
    }

  *minimum = most;
  *natural = most_natural;
}

static void
tend_rota_days_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TendRotaDays *self = TEND_ROTA_DAYS (widget);
  double column = (width - self->gutter) / (double) N_DAYS;

  for (int i = 0; i < N_DAYS; i++)
    {
      GtkAllocation place;

      place.x = self->gutter + (int) (column * i);
      place.y = 0;
      place.width = self->gutter + (int) (column * (i + 1)) - place.x;
      place.height = height;
      gtk_widget_size_allocate (GTK_WIDGET (self->days[i].button), &place, -1);
    }
}

/* One stop for Tab; arrows go from day to day. */
static gboolean
tend_rota_days_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  TendRotaDays *self = TEND_ROTA_DAYS (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  int at = -1;

  for (int i = 0; i < N_DAYS; i++)
    if (inside == GTK_WIDGET (self->days[i].button))
      at = i;

  if (at < 0)
    {
      for (int i = 0; i < N_DAYS; i++)
        if (at < 0 || gtk_toggle_button_get_active (self->days[i].button) ||
            (self->monday + i == self->today && self->gutter > 0))
          at = i;
    }
  else if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    at += direction == GTK_DIR_LEFT ? -1 : 1;
  else
    return FALSE;

  return at < 0 || at >= N_DAYS || gtk_widget_grab_focus (GTK_WIDGET (self->days[at].button));
}

static void
toggled_cb (TendRotaDays    *self,
            GtkToggleButton *button)
{
  if (self->showing)
    return;

  for (int i = 0; i < N_DAYS; i++)
    if (self->days[i].button == button)
      g_signal_emit (self, signals[CHOSEN], 0, self->monday + i);
}

static void
tend_rota_days_dispose (GObject *object)
{
  TendRotaDays *self = TEND_ROTA_DAYS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tend_rota_days_parent_class)->dispose (object);
}

static void
tend_rota_days_class_init (TendRotaDaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_rota_days_dispose;
  widget_class->measure = tend_rota_days_measure;
  widget_class->size_allocate = tend_rota_days_size_allocate;
  widget_class->focus = tend_rota_days_focus;

  signals[CHOSEN] = g_signal_new ("chosen", TEND_TYPE_ROTA_DAYS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "rotadays");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
make_day (TendRotaDays *self,
          Day          *day)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  day->name = add_label (line, "day-name");
  day->number = add_label (line, "day-number");
  gtk_box_append (GTK_BOX (box), line);
  day->detail = add_label (box, "day-detail");
  gtk_label_set_ellipsize (day->detail, PANGO_ELLIPSIZE_END);

  day->button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_child (GTK_BUTTON (day->button), box);
  gtk_widget_add_css_class (GTK_WIDGET (day->button), "flat");
  gtk_widget_set_parent (GTK_WIDGET (day->button), GTK_WIDGET (self));
  g_signal_connect_swapped (day->button, "toggled", G_CALLBACK (toggled_cb), self);
}

static void
tend_rota_days_init (TendRotaDays *self)
{
  for (int i = 0; i < N_DAYS; i++)
    make_day (self, &self->days[i]);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days"), -1);
}

GtkWidget *
tend_rota_days_new (void)
{
  return g_object_new (TEND_TYPE_ROTA_DAYS, NULL);
}

static void
show_day (TendRotaDays *self,
          int           index,
          gboolean      today,
          const char   *detail,
          TendDate      chosen)
{
  Day *day = &self->days[index];
  TendDate date = self->monday + index;
  g_autofree char *full = tend_date_format (date, TEND_DATE_FULL);
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;
  g_autofree char *tip = NULL;
  int month_day;

  tend_date_get (date, NULL, NULL, &month_day);
  number = g_strdup_printf ("%d", month_day);
  gtk_label_set_label (day->name, tend_weekday_short_name (tend_date_weekday (date)));
  gtk_label_set_label (day->number, number);
  gtk_label_set_label (day->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (day->detail), chosen == TEND_DATE_NONE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_parent (GTK_WIDGET (day->name))),
                                  chosen == TEND_DATE_NONE ? GTK_ORIENTATION_HORIZONTAL
                                                           : GTK_ORIENTATION_VERTICAL);

  if (today)
    gtk_widget_add_css_class (GTK_WIDGET (day->button), "today");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (day->button), "today");

  label = g_strjoin (", ", full, detail != NULL && *detail != '\0' ? detail : _("no visits"),
                     today ? _("today") : NULL, NULL);
  tip = chosen == date ? g_strdup (_("Show the whole week"))
                       : g_strdup_printf (_("Show only %s"), full);
  gtk_widget_set_tooltip_text (GTK_WIDGET (day->button), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (day->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_toggle_button_set_active (day->button, chosen == date);
}

void
tend_rota_days_show (TendRotaDays       *self,
                     TendDate            monday,
                     TendDate            today,
                     const char * const *details,
                     TendDate            chosen,
                     int                 gutter)
{
  g_return_if_fail (TEND_IS_ROTA_DAYS (self));

  self->monday = monday;
  self->today = today;
  self->gutter = chosen == TEND_DATE_NONE ? gutter : 0;

  self->showing = TRUE;
  for (int i = 0; i < N_DAYS; i++)
    show_day (self, i, monday + i == today, details[i], chosen);
  self->showing = FALSE;

  gtk_widget_queue_resize (GTK_WIDGET (self));
}
