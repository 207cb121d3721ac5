/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-moment-row.h"

#include <glib/gi18n-lib.h>

struct _TendMomentRow
{
  TendEntryRow   parent_instance;

  TendDate       date;
  TendInstant    after;
  TendInstant    value;
  gboolean       second;  /* of a time that comes twice */
  char          *fault;   /* of what was typed */
  gboolean       showing; /* changes are ours */

  GtkLabel      *day_label;
  GtkWidget     *twice_box;
  GtkToggleButton *first_button;
  GtkToggleButton *second_button;
  GtkLabel      *fault_label;
};

/* A finish this long after the start, on the next day, is a slip of the pen; a
 * whole day is meant. */
#define SLIP_FROM (16 * 60)
#define SLIP_TO   (24 * 60 - 1)

G_DEFINE_FINAL_TYPE (TendMomentRow, tend_moment_row, TEND_TYPE_ENTRY_ROW)

enum
{
  MOMENT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
tend_moment_row_set_fault (TendMomentRow *self,
                           const char    *message)
{
  g_return_if_fail (TEND_IS_MOMENT_ROW (self));

  gtk_label_set_label (self->fault_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), message != NULL);
  tend_entry_row_describe (TEND_ENTRY_ROW (self), message, message != NULL);
}

/* The instants of the time typed, on the first day on which it is after what it
 * comes after. */
static TendLocalKind
find_instants (TendMomentRow *self,
               TendClock      clock,
               TendDate      *date,
               TendInstant   *first,
               TendInstant   *second)
{
  TendLocalKind kind;

  *date = self->date;
  if (self->after != TEND_INSTANT_NONE)
    *date = MAX (*date, tend_time_date (self->after));

  kind = tend_time_from_local (*date, clock, first, second);
  if (self->after == TEND_INSTANT_NONE || *second > self->after)
    return kind;

  *date += 1;
  return tend_time_from_local (*date, clock, first, second);
}

static char *
missing_message (TendDate  date,
                 TendClock clock)
{
  g_autofree char *day = tend_date_format (date, TEND_DATE_LONG);
  g_autofree char *time = tend_clock_format (clock);

  return g_strdup_printf (_("There is no %s on %s: the clocks go forward in that hour."),
                          time, day);
}

static void
show_day (TendMomentRow *self,
          TendDate       date)
{
  g_autofree char *text = date != self->date ? tend_date_format (date, TEND_DATE_DAY)
                                             : g_strdup ("");

  gtk_label_set_label (self->day_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->day_label), *text != '\0');
}

static gboolean
is_slip (TendMomentRow *self,
         TendInstant    instant)
{
  gint64 minutes = self->after != TEND_INSTANT_NONE ? tend_time_minutes (self->after, instant) : 0;

  return minutes > SLIP_FROM && minutes <= SLIP_TO;
}

/* From what is typed to an instant, and what is to be said about it. */
static void
read_text (TendMomentRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr(GError) error = NULL;
  TendLocalKind kind = TEND_LOCAL_UNIQUE;
  TendInstant first, second;
  TendDate date = self->date;
  TendClock clock;

  g_clear_pointer (&self->fault, g_free);
  self->value = TEND_INSTANT_NONE;

  if (*stripped == '\0')
    ;
  else if (!tend_clock_parse (stripped, &clock, &error))
    self->fault = g_strdup (error->message);
  else
    {
      kind = find_instants (self, clock, &date, &first, &second);
      if (kind == TEND_LOCAL_MISSING)
        self->fault = missing_message (date, clock);
      else if (is_slip (self, first))
        self->fault = g_strdup (_("The visit finishes before it starts: check the two times."));
      else
        self->value = self->second || first <= self->after ? second : first;
    }

  gtk_widget_set_visible (self->twice_box, kind == TEND_LOCAL_TWICE);
  show_day (self, date);
}

static void
changed_cb (TendMomentRow *self)
{
  if (self->showing)
    return;

  read_text (self);
  if (self->fault == NULL)
    tend_moment_row_set_fault (self, NULL);
  g_signal_emit (self, signals[MOMENT_CHANGED], 0);
}

static void
show_value (TendMomentRow *self)
{
  g_autofree char *text = tend_clock_format (self->value != TEND_INSTANT_NONE
                                             ? tend_time_clock (self->value) : TEND_CLOCK_NONE);

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  self->showing = FALSE;
}

static void
left_cb (TendMomentRow *self)
{
  tend_moment_row_set_fault (self, self->fault);
  if (self->value != TEND_INSTANT_NONE)
    show_value (self);
}

static void
second_toggled_cb (TendMomentRow *self)
{
  if (self->showing)
    return;

  self->second = gtk_toggle_button_get_active (self->second_button);
  read_text (self);
  g_signal_emit (self, signals[MOMENT_CHANGED], 0);
}

static void
tend_moment_row_finalize (GObject *object)
{
  TendMomentRow *self = TEND_MOMENT_ROW (object);

  g_free (self->fault);

  G_OBJECT_CLASS (tend_moment_row_parent_class)->finalize (object);
}

static void
add_twice_box (TendMomentRow *self)
{
  self->twice_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->first_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("First")));
  self->second_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Second")));

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->first_button), _("Before the clocks go back"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->second_button),
                               _("After the clocks have gone back"));
  gtk_toggle_button_set_group (self->second_button, self->first_button);
  gtk_toggle_button_set_active (self->first_button, TRUE);
  g_signal_connect_swapped (self->second_button, "toggled", G_CALLBACK (second_toggled_cb), self);

  gtk_box_append (GTK_BOX (self->twice_box), GTK_WIDGET (self->first_button));
  gtk_box_append (GTK_BOX (self->twice_box), GTK_WIDGET (self->second_button));
  gtk_widget_add_css_class (self->twice_box, "linked");
  gtk_widget_set_valign (self->twice_box, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->twice_box, FALSE);
  tend_entry_row_add_suffix (TEND_ENTRY_ROW (self), self->twice_box);
}

/* Puts a place for the fault under what the row holds; style.css knows the classes. */
static void
add_fault_label (TendMomentRow *self)
{
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr(GtkWidget) content = g_object_ref (gtk_list_box_row_get_child (row));

  self->fault_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->fault_label, TRUE);
  gtk_label_set_xalign (self->fault_label, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault_label), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->fault_label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->fault_label), "fault");

  gtk_list_box_row_set_child (row, NULL);
  gtk_widget_add_css_class (box, "field");
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fault_label));
  gtk_list_box_row_set_child (row, box);
}

static void
tend_moment_row_constructed (GObject *object)
{
  TendMomentRow *self = TEND_MOMENT_ROW (object);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  G_OBJECT_CLASS (tend_moment_row_parent_class)->constructed (object);

  self->day_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->day_label), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->day_label), FALSE);
  tend_entry_row_add_suffix (TEND_ENTRY_ROW (self), GTK_WIDGET (self->day_label));
  add_twice_box (self);
  add_fault_label (self);

  gtk_text_set_activates_default (tend_entry_row_get_text (TEND_ENTRY_ROW (self)), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (tend_entry_row_get_entry (TEND_ENTRY_ROW (self)), focus);
}

static void
tend_moment_row_class_init (TendMomentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = tend_moment_row_constructed;
  G_OBJECT_CLASS (klass)->finalize = tend_moment_row_finalize;

  signals[MOMENT_CHANGED] =
    g_signal_new ("moment-changed", TEND_TYPE_MOMENT_ROW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_moment_row_init (TendMomentRow *self)
{
  self->after = TEND_INSTANT_NONE;
  self->value = TEND_INSTANT_NONE;
}

GtkWidget *
tend_moment_row_new (const char *title)
{
  return g_object_new (TEND_TYPE_MOMENT_ROW, "title", title, NULL);
}

void
tend_moment_row_set_date (TendMomentRow *self,
                          TendDate       date)
{
  g_return_if_fail (TEND_IS_MOMENT_ROW (self));

  if (self->date == date)
    return;

  self->date = date;
  read_text (self);
  tend_moment_row_set_fault (self, self->fault);
}

void
tend_moment_row_set_after (TendMomentRow *self,
                           TendInstant    after)
{
  g_return_if_fail (TEND_IS_MOMENT_ROW (self));

  if (self->after == after)
    return;

  self->after = after;
  read_text (self);
}

void
tend_moment_row_set_value (TendMomentRow *self,
                           TendInstant    value)
{
  TendInstant first, second;
  TendDate date;
  TendClock clock;

  g_return_if_fail (TEND_IS_MOMENT_ROW (self));

  g_clear_pointer (&self->fault, g_free);
  tend_moment_row_set_fault (self, NULL);
  self->value = value;
  self->second = FALSE;

  if (value != TEND_INSTANT_NONE)
    {
      tend_time_to_local (value, &date, &clock);
      self->second = tend_time_from_local (date, clock, &first, &second) == TEND_LOCAL_TWICE &&
                     value >= second;
    }

  self->showing = TRUE;
  gtk_toggle_button_set_active (self->second ? self->second_button : self->first_button, TRUE);
  self->showing = FALSE;
  show_value (self);
  read_text (self);
}

TendInstant
tend_moment_row_get_value (TendMomentRow *self)
{
  g_return_val_if_fail (TEND_IS_MOMENT_ROW (self), TEND_INSTANT_NONE);

  return self->value;
}

gboolean
tend_moment_row_check (TendMomentRow *self,
                       gboolean       required)
{
  g_return_val_if_fail (TEND_IS_MOMENT_ROW (self), FALSE);

  if (self->fault == NULL && self->value == TEND_INSTANT_NONE && required)
    self->fault = g_strdup (_("Write the time, like 9:30 or 21:30."));

  tend_moment_row_set_fault (self, self->fault);
  if (self->fault != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));

  return self->fault == NULL;
}
