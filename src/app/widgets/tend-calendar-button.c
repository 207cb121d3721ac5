/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-calendar-button.h"

#include <glib/gi18n-lib.h>

struct _TendCalendarButton
{
  AdwBin            parent_instance;

  GtkMenuButton    *button;
  GtkCalendar      *calendar;
  TendDate          today;
  TendCalendarFunc  current;
  GObject          *data;      /* weak */
  int               month;     /* that was on view, to tell a day from a turn of the page */
  gboolean          by_key;
  gboolean          opening;
};

G_DEFINE_FINAL_TYPE (TendCalendarButton, tend_calendar_button, ADW_TYPE_BIN)

enum { CHOSEN, SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

static TendDate
shown_date (TendCalendarButton *self)
{
  g_autoptr(GDateTime) shown = gtk_calendar_get_date (self->calendar);

  return tend_date_new (g_date_time_get_year (shown), g_date_time_get_month (shown),
                        g_date_time_get_day_of_month (shown));
}

static int
month_of (TendDate date)
{
  int year, month, day;

  tend_date_get (date, &year, &month, &day);
  return year * 12 + month;
}

static void
show_date (TendCalendarButton *self,
           TendDate            date)
{
  g_autoptr(GDateTime) shown = NULL;
  int year, month, day;

  tend_date_get (date, &year, &month, &day);
  shown = g_date_time_new_local (year, month, day, 12, 0, 0);

  self->opening = TRUE;
  gtk_calendar_select_day (self->calendar, shown);
  self->month = month_of (date);
  self->opening = FALSE;
}

static void
settle (TendCalendarButton *self,
        TendDate            date)
{
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[SETTLED], 0, date);
}

/* A click on a day closes the calendar; arrow keys walk over days, and turning
 * a page keeps it open. */
static void
day_selected_cb (TendCalendarButton *self)
{
  TendDate date = shown_date (self);
  gboolean turned = month_of (date) != self->month;

  if (self->opening)
    return;

  self->month = month_of (date);
  g_signal_emit (self, signals[CHOSEN], 0, date);
  if (!self->by_key && !turned)
    settle (self, date);
}

static gboolean
key_pressed_cb (TendCalendarButton *self,
                guint               keyval)
{
  self->by_key = TRUE;
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[CHOSEN], 0, shown_date (self));
  settle (self, shown_date (self));
  return GDK_EVENT_STOP;
}

static void
pressed_cb (TendCalendarButton *self)
{
  self->by_key = FALSE;
}

static void
today_cb (TendCalendarButton *self)
{
  show_date (self, self->today);
  g_signal_emit (self, signals[CHOSEN], 0, self->today);
  settle (self, self->today);
}

static void
opened_cb (TendCalendarButton *self)
{
  TendDate date = self->data != NULL ? self->current (self->data) : TEND_DATE_NONE;

  show_date (self, date != TEND_DATE_NONE ? date : self->today);
  self->by_key = TRUE;
}

static void
tend_calendar_button_dispose (GObject *object)
{
  TendCalendarButton *self = TEND_CALENDAR_BUTTON (object);

  g_clear_weak_pointer (&self->data);

  G_OBJECT_CLASS (tend_calendar_button_parent_class)->dispose (object);
}

static void
tend_calendar_button_class_init (TendCalendarButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tend_calendar_button_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", TEND_TYPE_CALENDAR_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SETTLED] = g_signal_new ("settled", TEND_TYPE_CALENDAR_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
watch_input (TendCalendarButton *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (click));
}

static void
tend_calendar_button_init (TendCalendarButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *today = gtk_button_new_with_mnemonic (_("_Today"));

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _("Choose from a calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose from a calendar"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_menu_button_set_popover (self->button, popover);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), today);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  watch_input (self);

  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "clicked", G_CALLBACK (today_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tend_calendar_button_new (TendDate          today,
                          TendCalendarFunc  current,
                          gpointer          data)
{
  TendCalendarButton *self = g_object_new (TEND_TYPE_CALENDAR_BUTTON, NULL);

  self->today = today;
  self->current = current;
  g_set_weak_pointer (&self->data, G_OBJECT (data));

  return GTK_WIDGET (self);
}

void
tend_calendar_button_name (GtkWidget  *button,
                           const char *what)
{
  TendCalendarButton *self = TEND_CALENDAR_BUTTON (button);
  g_autofree char *name = g_strdup_printf ("%s: %s", _("Choose from a calendar"), what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
