/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-repeat-rows.h"

#include "tend-recurrence.h"

#include <glib/gi18n-lib.h>

#define MOST_WEEKS 52
#define N_NEXT     3  /* days that are told */

struct _TendRepeatRows
{
  GObject          parent_instance;

  TendRecord      *pattern;
  GtkToggleButton *days[7];
  GtkSpinButton   *weeks;
  GtkWidget       *days_row;
  GtkWidget       *weeks_row;
  GtkWidget       *words_row;
  TendDate         from;     /* told from here on, or TEND_DATE_NONE */
  gboolean         touched;  /* a weekday was chosen by hand */
  gboolean         showing;  /* changes are ours */
};

G_DEFINE_FINAL_TYPE (TendRepeatRows, tend_repeat_rows, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TendDate
first_day (TendRepeatRows *self)
{
  return tend_record_get_int (self->pattern, "starts_on");
}

/* Some rules from elsewhere say more than weeks and days: they are kept. */
static gboolean
is_weekly (TendRepeatRows *self,
           int            *interval,
           guint          *days)
{
  const char *rrule = tend_record_get_text (self->pattern, "rrule");

  return rrule != NULL && first_day (self) != TEND_DATE_NONE &&
         tend_recurrence_parse_weekly (rrule, first_day (self), interval, days);
}

char *
tend_repeat_rows_describe (TendRepeatRows *self)
{
  const char *rrule = tend_record_get_text (self->pattern, "rrule");

  if (rrule == NULL || first_day (self) == TEND_DATE_NONE)
    return g_strdup ("");

  return tend_recurrence_describe (rrule, first_day (self));
}

/* "Next: Mon 1 Jun, Thu 4 Jun, Mon 8 Jun" */
static char *
describe_next (TendRepeatRows *self)
{
  const char *rrule = tend_record_get_text (self->pattern, "rrule");
  TendDate from = MAX (first_day (self), self->from);
  g_autoptr(GArray) days = NULL;
  g_autoptr(GString) text = NULL;

  if (rrule == NULL || first_day (self) == TEND_DATE_NONE)
    return g_strdup (_("Write the first day above."));

  days = tend_recurrence_expand (rrule, first_day (self),
                                 tend_record_get_int (self->pattern, "ends_on"),
                                 from, from + MOST_WEEKS * 7 * N_NEXT);
  if (days->len == 0)
    return g_strdup (_("There is no such day before the last day."));

  text = g_string_new (_("First days: "));
  for (guint i = 0; i < days->len && i < N_NEXT; i++)
    {
      g_autofree char *day = tend_date_format (g_array_index (days, TendDate, i), TEND_DATE_DAY);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", day);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_words (TendRepeatRows *self)
{
  g_autofree char *words = tend_repeat_rows_describe (self);
  g_autofree char *next = describe_next (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->words_row), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->words_row), next);
}

static void
write_rule (TendRepeatRows *self)
{
  g_autofree char *rule = NULL;
  guint days = 0;

  for (int i = 0; i < 7; i++)
    if (gtk_toggle_button_get_active (self->days[i]))
      days |= 1u << (TEND_MONDAY + i);

  if (days == 0 && first_day (self) != TEND_DATE_NONE)
    days = 1u << tend_date_weekday (first_day (self));

  rule = tend_recurrence_weekly (gtk_spin_button_get_value_as_int (self->weeks), days);
  tend_record_set_text (self->pattern, "rrule", rule);
  show_words (self);
}

static void
edited_cb (TendRepeatRows *self)
{
  if (self->showing)
    return;

  self->touched = TRUE;
  write_rule (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_rule (TendRepeatRows *self)
{
  int interval = 1;
  guint days = 0;
  gboolean weekly = is_weekly (self, &interval, &days);

  self->showing = TRUE;
  gtk_spin_button_set_value (self->weeks, interval);
  for (int i = 0; i < 7; i++)
    gtk_toggle_button_set_active (self->days[i], (days & (1u << (TEND_MONDAY + i))) != 0);
  self->showing = FALSE;

  gtk_widget_set_visible (self->days_row, weekly || !tend_record_is_set (self->pattern, "rrule"));
  gtk_widget_set_visible (self->weeks_row, gtk_widget_get_visible (self->days_row));
  show_words (self);
}

void
tend_repeat_rows_set_from (TendRepeatRows *self,
                           TendDate        from)
{
  g_return_if_fail (TEND_IS_REPEAT_ROWS (self));

  self->from = from;
  show_words (self);
}

void
tend_repeat_rows_update (TendRepeatRows *self)
{
  int interval;
  guint days;

  g_return_if_fail (TEND_IS_REPEAT_ROWS (self));

  /* Until somebody chooses, it repeats on the weekday of its first day. */
  if (!self->touched && first_day (self) != TEND_DATE_NONE &&
      !tend_record_is_stored (self->pattern))
    {
      g_autofree char *rule =
        tend_recurrence_weekly (gtk_spin_button_get_value_as_int (self->weeks),
                                1u << tend_date_weekday (first_day (self)));

      tend_record_set_text (self->pattern, "rrule", rule);
      show_rule (self);
    }
  else if (is_weekly (self, &interval, &days))
    {
      show_words (self);
    }
}

static void
tend_repeat_rows_finalize (GObject *object)
{
  g_clear_object (&TEND_REPEAT_ROWS (object)->pattern);

  G_OBJECT_CLASS (tend_repeat_rows_parent_class)->finalize (object);
}

static void
tend_repeat_rows_class_init (TendRepeatRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_repeat_rows_finalize;

  signals[CHANGED] = g_signal_new ("changed", TEND_TYPE_REPEAT_ROWS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_repeat_rows_init (TendRepeatRows *self)
{
}

static GtkWidget *
make_days_row (TendRepeatRows *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (int i = 0; i < 7; i++)
    {
      g_autofree char *letter = g_utf8_substring (tend_weekday_short_name (TEND_MONDAY + i), 0, 2);
      GtkWidget *button = gtk_toggle_button_new_with_label (letter);

      gtk_widget_add_css_class (button, "circular");
      gtk_widget_add_css_class (button, "weekday");
      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, tend_weekday_name (TEND_MONDAY + i));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      tend_weekday_name (TEND_MONDAY + i), -1);
      g_signal_connect_object (button, "toggled", G_CALLBACK (edited_cb), self,
                               G_CONNECT_SWAPPED);
      self->days[i] = GTK_TOGGLE_BUTTON (button);
      gtk_box_append (GTK_BOX (box), button);
    }

  gtk_widget_add_css_class (box, "weekdays");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
make_weeks_row (TendRepeatRows *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (1, MOST_WEEKS, 1);

  self->weeks = GTK_SPIN_BUTTON (spin);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Every how many weeks"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("1 is every week, 2 every other week"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

TendRepeatRows *
tend_repeat_rows_new (TendRecord *pattern)
{
  TendRepeatRows *self = g_object_new (TEND_TYPE_REPEAT_ROWS, NULL);

  self->pattern = g_object_ref (pattern);
  return self;
}

void
tend_repeat_rows_add_to (TendRepeatRows *self,
                         AdwExpanderRow *expander)
{
  g_return_if_fail (TEND_IS_REPEAT_ROWS (self));

  self->showing = TRUE;
  self->days_row = make_days_row (self);
  self->weeks_row = make_weeks_row (self);
  self->words_row = adw_action_row_new ();
  self->showing = FALSE;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->words_row), FALSE);
  adw_expander_row_add_row (expander, self->days_row);
  adw_expander_row_add_row (expander, self->weeks_row);
  adw_expander_row_add_row (expander, self->words_row);

  show_rule (self);
  tend_repeat_rows_update (self);
}
