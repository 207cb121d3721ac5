/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on the visit record, and what of it is wanted for each outcome. */

#include "tend-visit-dialog-private.h"

#include "tend-journeys.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-pattern-dialog.h"

#include <glib/gi18n-lib.h>

#define LONGEST_OPEN (16 * 60) /* minutes in which "now" is taken for the finish */

void
_tend_visit_dialog_show_fault (TendVisitDialog *self,
                               const char      *message)
{
  gtk_label_set_label (self->fault_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), message != NULL);
}

const char *
_tend_visit_dialog_outcome (TendVisitDialog *self)
{
  if (gtk_toggle_button_get_active (self->done_button))
    return tend_visit_status_name (TEND_VISIT_DONE);
  if (gtk_toggle_button_get_active (self->cancelled_button))
    return tend_visit_status_name (TEND_VISIT_CANCELLED);
  if (gtk_toggle_button_get_active (self->missed_button))
    return tend_visit_status_name (TEND_VISIT_MISSED);

  return tend_visit_status_name (TEND_VISIT_PLANNED);
}

static gboolean
is_outcome (TendVisitDialog *self,
            TendVisitStatus  status)
{
  return g_str_equal (_tend_visit_dialog_outcome (self), tend_visit_status_name (status));
}

/* Times */

static TendMomentRow *
add_moment (TendVisitDialog     *self,
            AdwPreferencesGroup *group,
            const char          *title)
{
  GtkWidget *row = tend_moment_row_new (title);

  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "moment-changed", G_CALLBACK (_tend_visit_dialog_changed), self,
                           G_CONNECT_SWAPPED);
  return TEND_MOMENT_ROW (row);
}

static void
planned_start_cb (TendVisitDialog *self)
{
  tend_moment_row_set_after (self->planned_end, tend_moment_row_get_value (self->planned_start));
}

static void
actual_start_cb (TendVisitDialog *self)
{
  tend_moment_row_set_after (self->actual_end, tend_moment_row_get_value (self->actual_start));
}

static void
day_cb (TendVisitDialog *self)
{
  TendDate date = tend_record_get_int (self->day, "date");

  if (date == TEND_DATE_NONE || self->loading)
    return;

  tend_moment_row_set_after (self->planned_end, TEND_INSTANT_NONE);
  tend_moment_row_set_date (self->planned_start, date);
  tend_moment_row_set_date (self->planned_end, date);
  planned_start_cb (self);
  _tend_visit_dialog_changed (self);
}

/* A pair of rows for a span, on the day on which it starts. */
static void
show_span (TendMomentRow *start_row,
           TendMomentRow *end_row,
           TendInstant    start,
           TendInstant    end)
{
  TendDate date = tend_time_date (start);

  tend_moment_row_set_after (end_row, TEND_INSTANT_NONE);
  tend_moment_row_set_date (start_row, date);
  tend_moment_row_set_date (end_row, date);
  tend_moment_row_set_value (start_row, start);
  tend_moment_row_set_after (end_row, start);
  tend_moment_row_set_value (end_row, end);
}

/* When it ended, before anyone has said: now for one that was started, else as
 * it was planned. */
static TendInstant
guess_end (TendVisitDialog *self,
           TendInstant      start)
{
  TendRecord *visit = self->sheet->visit;
  TendInstant now = tend_session_get_now (self->session);
  TendInstant planned_end = tend_record_get_int (visit, "planned_end");

  now -= now % 60;
  if (tend_record_is_set (visit, "actual_start") && now > start &&
      tend_time_minutes (start, now) < LONGEST_OPEN)
    return now;

  return planned_end > start ? planned_end
                             : start + planned_end - tend_record_get_int (visit, "planned_start");
}

static void
show_times (TendVisitDialog *self)
{
  TendRecord *visit = self->sheet->visit;
  TendInstant planned_start = tend_record_get_int (visit, "planned_start");
  TendInstant planned_end = tend_record_get_int (visit, "planned_end");
  TendInstant start = tend_record_get_int (visit, "actual_start");
  TendInstant end = tend_record_get_int (visit, "actual_end");
  g_autofree char *span = tend_time_format_span (planned_start, planned_end);
  g_autofree char *length = tend_minutes_format (tend_time_minutes (planned_start, planned_end));
  g_autofree char *text = g_strdup_printf (_("Planned %s, %s"), span, length);

  adw_preferences_group_set_description (self->times_group, text);

  if (start == TEND_INSTANT_NONE)
    start = planned_start;
  if (end == TEND_INSTANT_NONE)
    end = guess_end (self, start);
  show_span (self->actual_start, self->actual_end, start, end);

  tend_record_set_int (self->day, "date", tend_time_date (planned_start));
  tend_form_show (self->day_form, "date");
  show_span (self->planned_start, self->planned_end, planned_start, planned_end);
}

static void
repeats_cb (TendVisitDialog *self)
{
  GtkWidget *owner = self->owner;
  g_autoptr(TendSession) session = g_object_ref (self->session);
  g_autofree char *id = g_strdup (self->id);

  gtk_window_close (GTK_WINDOW (self));
  if (owner != NULL)
    tend_pattern_dialog_present (owner, session, id);
}

static void
build_plan (TendVisitDialog *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Repeating Visit…"));

  self->day = tend_record_new (&tend_trip_kind);
  self->day_form = tend_form_new (self->session, self->day);
  adw_preferences_group_add (self->plan_group, tend_form_row (self->day_form, "date"));
  g_signal_connect_object (self->day_form, "changed", G_CALLBACK (day_cb), self,
                           G_CONNECT_SWAPPED);

  self->planned_start = add_moment (self, self->plan_group, _("Starts"));
  self->planned_end = add_moment (self, self->plan_group, _("Finishes"));
  g_signal_connect_object (self->planned_start, "moment-changed", G_CALLBACK (planned_start_cb),
                           self, G_CONNECT_SWAPPED);

  adw_preferences_group_set_title (self->plan_group, _("Plan"));
  adw_preferences_group_set_description (self->plan_group, self->sheet->repeats);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, self->sheet->repeats != NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (repeats_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->plan_group, button);
}

static void
build_times (TendVisitDialog *self)
{
  self->actual_start = add_moment (self, self->times_group, _("Started"));
  self->actual_end = add_moment (self, self->times_group, _("Finished"));
  g_signal_connect_object (self->actual_start, "moment-changed", G_CALLBACK (actual_start_cb),
                           self, G_CONNECT_SWAPPED);
}

/* The journey */

static char *
describe_trip (TendRecord *trip)
{
  const char *from = tend_record_get_text (trip, "from");
  const char *to = tend_record_get_text (trip, "to");
  gint64 tenths = tend_record_get_int (trip, "miles_tenths");
  g_autofree char *miles = tend_tenths_format (tenths);

  if (tenths <= 0)
    return g_strdup (_("Log the miles you drove for it"));
  if (from == NULL || to == NULL)
    return g_strdup_printf (_("%s miles"), miles);

  /* Translators: a journey: from, to, miles */
  return g_strdup_printf (_("%s to %s, %s miles"), from, to, miles);
}

static void
show_trip (TendVisitDialog *self)
{
  g_autofree char *text = describe_trip (self->sheet->trip);

  adw_expander_row_set_subtitle (self->miles_row, text);
}

typedef struct
{
  char *from;
  char *to;
} Places;

static void
places_free (gpointer data)
{
  Places *places = data;

  g_free (places->from);
  g_free (places->to);
  g_free (places);
}

static gpointer
find_miles (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Places *places = data;
  gint64 *tenths = g_new (gint64, 1);

  *tenths = tend_trips_last_miles (vault, places->from, places->to);
  return tenths;
}

static void
miles_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(TendVisitDialog) self = data;
  g_autofree gint64 *tenths = tend_session_finish (TEND_SESSION (source), result, NULL);

  if (self->sheet == NULL || tenths == NULL || *tenths <= 0 ||
      tend_record_is_set (self->sheet->trip, "miles_tenths"))
    return;

  tend_record_set_int (self->sheet->trip, "miles_tenths", *tenths);
  tend_form_show (self->trip_form, "miles_tenths");
}

/* Two places that have been driven between before fill in the miles. */
static void
trip_changed_cb (TendVisitDialog *self)
{
  TendRecord *trip = self->sheet != NULL ? self->sheet->trip : NULL;
  Places *places;

  if (trip == NULL || self->loading)
    return;

  show_trip (self);
  _tend_visit_dialog_changed (self);
  if (tend_record_is_set (trip, "miles_tenths") || !tend_record_is_set (trip, "from") ||
      !tend_record_is_set (trip, "to"))
    return;

  places = g_new0 (Places, 1);
  places->from = g_strdup (tend_record_get_text (trip, "from"));
  places->to = g_strdup (tend_record_get_text (trip, "to"));
  tend_session_query (self->session, find_miles, places, places_free, g_free, NULL,
                      miles_found_cb, g_object_ref (self));
}

static void
miles_switched_cb (TendVisitDialog *self)
{
  if (self->loading)
    return;

  self->sheet->has_trip = adw_expander_row_get_enable_expansion (self->miles_row);
  _tend_visit_dialog_changed (self);
}

static void
build_trip (TendVisitDialog *self)
{
  static const char * const fields[] = { "from", "to", "miles_tenths", "kind", "chargeable" };

  self->miles_row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->miles_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->miles_row), _("Journey"));
  adw_expander_row_set_icon_name (self->miles_row, "tend-mileage-symbolic");
  adw_expander_row_set_show_enable_switch (self->miles_row, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->miles_row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Journey"), -1);

  self->trip_form = tend_form_new (self->session, self->sheet->trip);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    adw_expander_row_add_row (self->miles_row, tend_form_row (self->trip_form, fields[i]));

  adw_preferences_group_add (self->miles_group, GTK_WIDGET (self->miles_row));
  g_signal_connect_object (self->trip_form, "changed", G_CALLBACK (trip_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->miles_row, "notify::enable-expansion",
                           G_CALLBACK (miles_switched_cb), self, G_CONNECT_SWAPPED);
}

/* The rest */

static void
build_chips (TendVisitDialog *self)
{
  static const char * const fields[] = { "mood", "appetite" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->chips[i] = TEND_CHIPS (tend_chips_new (self->sheet->visit, fields[i]));
      adw_preferences_group_add (self->how_group, GTK_WIDGET (self->chips[i]));
      g_signal_connect_object (self->chips[i], "changed", G_CALLBACK (_tend_visit_dialog_changed),
                               self, G_CONNECT_SWAPPED);
    }
}

static void
build_concern (TendVisitDialog *self)
{
  self->concern_row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->concern_row),
                                 _("Something concerned me"));
  adw_expander_row_set_subtitle (self->concern_row,
                                 _("What you saw or heard, in plain words, and whom you told"));
  adw_expander_row_add_row (self->concern_row, tend_form_row (self->form, "concern"));
  adw_preferences_group_add (self->concern_group, GTK_WIDGET (self->concern_row));
}

static void
build_tasks (TendVisitDialog *self)
{
  self->tasks = TEND_TASK_LIST (tend_task_list_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->tasks), TRUE);
  gtk_box_append (self->tasks_box, GTK_WIDGET (self->tasks));
  g_signal_connect_object (self->tasks, "changed", G_CALLBACK (_tend_visit_dialog_changed), self,
                           G_CONNECT_SWAPPED);
}

void
_tend_visit_dialog_build (TendVisitDialog *self)
{
  static const char * const note[] = { "note", NULL };
  static const char * const charge[] = { "billing", NULL };

  self->loading = TRUE;
  self->form = tend_form_new (self->session, self->sheet->visit);
  build_times (self);
  build_plan (self);
  adw_preferences_group_add (self->reason_group, tend_form_row (self->form, "cancel_reason"));
  self->cancelled_row = tend_form_row (self->form, "cancelled_at");
  adw_preferences_group_add (self->reason_group, self->cancelled_row);
  build_tasks (self);
  build_chips (self);
  tend_form_add (self->form, self->note_group, note);
  build_trip (self);
  build_concern (self);
  tend_form_add (self->form, self->charge_group, charge);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (_tend_visit_dialog_changed), self,
                           G_CONNECT_SWAPPED);
  self->loading = FALSE;
}

static void
choose_outcome (TendVisitDialog *self)
{
  const char *status = tend_record_get_text (self->sheet->visit, "status");
  GtkToggleButton *button = self->planned_button;

  if (g_strcmp0 (status, "done") == 0)
    button = self->done_button;
  else if (g_strcmp0 (status, "cancelled") == 0)
    button = self->cancelled_button;
  else if (g_strcmp0 (status, "missed") == 0)
    button = self->missed_button;

  gtk_toggle_button_set_active (button, TRUE);
}

/* What the agreement says of a cancellation, for whoever chooses what to charge. */
static void
describe_notice (TendVisitDialog *self)
{
  TendRecord *agreement = self->sheet->agreement;
  gint64 hours = agreement != NULL ? tend_record_get_int (agreement, "cancellation_hours") : 0;
  gint64 percent = agreement != NULL ? tend_record_get_int (agreement, "cancellation_percent") : 0;
  g_autofree char *text = NULL;

  if (hours > 0 && percent > 0 && is_outcome (self, TEND_VISIT_CANCELLED))
    text = g_strdup_printf (_("Agreed: %d %% is charged with less than %d hours’ notice."),
                            (int) percent, (int) hours);

  adw_preferences_group_set_description (self->reason_group, text);
}

/* Only what the outcome asks for is on view. */
static void
show_groups (TendVisitDialog *self)
{
  gboolean done = is_outcome (self, TEND_VISIT_DONE);
  gboolean planned = is_outcome (self, TEND_VISIT_PLANNED);
  gboolean off = !done && !planned;

  gtk_widget_set_visible (GTK_WIDGET (self->times_group), done);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_group), planned);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_group), off);
  gtk_widget_set_visible (GTK_WIDGET (self->tasks_box), done || planned);
  gtk_widget_set_visible (GTK_WIDGET (self->how_group), done);
  gtk_widget_set_visible (GTK_WIDGET (self->miles_group), done || self->sheet->has_trip);
  gtk_widget_set_visible (GTK_WIDGET (self->concern_group), done || off);
  gtk_widget_set_visible (GTK_WIDGET (self->charge_group), !is_outcome (self, TEND_VISIT_MISSED));
  gtk_widget_set_visible (self->cancelled_row, is_outcome (self, TEND_VISIT_CANCELLED));
  tend_task_list_set_done (self->tasks, done);
  describe_notice (self);

  gtk_widget_set_visible (GTK_WIDGET (self->billed_label), self->sheet->billed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->outcome_box), !self->sheet->billed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->times_group), !self->sheet->billed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->charge_group), !self->sheet->billed);
}

void
_tend_visit_dialog_show (TendVisitDialog *self)
{
  static const char * const fields[] = { "cancel_reason", "cancelled_at", "note", "concern",
                                         "billing" };
  static const char * const trip_fields[] = { "from", "to", "miles_tenths", "kind", "chargeable" };
  TendRecord *visit = self->sheet->visit;

  self->loading = TRUE;
  choose_outcome (self);

  if (is_outcome (self, TEND_VISIT_CANCELLED) && !tend_record_is_set (visit, "cancelled_at"))
    {
      TendInstant now = tend_session_get_now (self->session);

      tend_record_set_int (visit, "cancelled_at", now - now % 60);
    }

  show_times (self);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    tend_form_show (self->form, fields[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (trip_fields); i++)
    tend_form_show (self->trip_form, trip_fields[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (self->chips); i++)
    tend_chips_show (self->chips[i]);

  tend_task_list_set_tasks (self->tasks, self->sheet->tasks);
  adw_expander_row_set_enable_expansion (self->miles_row, self->sheet->has_trip);
  adw_expander_row_set_expanded (self->miles_row, self->sheet->has_trip);
  adw_expander_row_set_expanded (self->concern_row, tend_record_is_set (visit, "concern"));
  show_trip (self);
  show_groups (self);
  self->loading = FALSE;
}

/* From what is on view to the sheet */

static void
set_instant (TendRecord    *record,
             const char    *field,
             TendMomentRow *row)
{
  TendInstant value = tend_moment_row_get_value (row);

  if (value != TEND_INSTANT_NONE)
    tend_record_set_int (record, field, value);
}

void
_tend_visit_dialog_gather (TendVisitDialog *self)
{
  TendRecord *visit = self->sheet->visit;
  gboolean off = is_outcome (self, TEND_VISIT_CANCELLED) || is_outcome (self, TEND_VISIT_MISSED);

  tend_record_set_text (visit, "status", _tend_visit_dialog_outcome (self));
  if (is_outcome (self, TEND_VISIT_DONE))
    {
      set_instant (visit, "actual_start", self->actual_start);
      set_instant (visit, "actual_end", self->actual_end);
    }
  else if (is_outcome (self, TEND_VISIT_PLANNED))
    {
      set_instant (visit, "planned_start", self->planned_start);
      set_instant (visit, "planned_end", self->planned_end);
      tend_record_clear (visit, "actual_end");
    }

  if (off)
    {
      tend_record_clear (visit, "actual_start");
      tend_record_clear (visit, "actual_end");
    }
  else
    {
      tend_record_clear (visit, "cancel_reason");
    }
  if (!is_outcome (self, TEND_VISIT_CANCELLED))
    tend_record_clear (visit, "cancelled_at");
}

static gboolean
check_day (TendVisitDialog *self)
{
  if (tend_record_is_set (self->day, "date"))
    return TRUE;

  tend_form_set_fault (self->day_form, "date", _("Write the day, like 2 June."));
  return FALSE;
}

static gboolean
check_moments (TendVisitDialog *self)
{
  if (is_outcome (self, TEND_VISIT_DONE))
    return tend_moment_row_check (self->actual_start, TRUE) &&
           tend_moment_row_check (self->actual_end, TRUE);
  if (is_outcome (self, TEND_VISIT_PLANNED))
    return check_day (self) && tend_moment_row_check (self->planned_start, TRUE) &&
           tend_moment_row_check (self->planned_end, TRUE);

  return TRUE;
}

/* What can only be said of a visit that took place. */
static void
clear_care (TendVisitSheet *sheet)
{
  tend_record_clear (sheet->visit, "mood");
  tend_record_clear (sheet->visit, "appetite");
  for (guint i = 0; i < sheet->tasks->len; i++)
    {
      tend_record_set_int (sheet->tasks->pdata[i], "done", FALSE);
      tend_record_clear (sheet->tasks->pdata[i], "reason");
    }
}

gboolean
_tend_visit_dialog_collect (TendVisitDialog *self)
{
  g_autoptr(TendFaults) faults = NULL;

  if (!check_moments (self))
    return FALSE;

  tend_task_list_finish (self->tasks);
  _tend_visit_dialog_gather (self);
  if (!is_outcome (self, TEND_VISIT_DONE))
    clear_care (self->sheet);
  if (!tend_form_check (self->form))
    {
      faults = tend_record_validate (self->sheet->visit);
      if (tend_faults_count (faults) > 0)
        _tend_visit_dialog_show_fault (self, tend_faults_get (faults, 0)->message);
      return FALSE;
    }

  return !self->sheet->has_trip || tend_form_check (self->trip_form);
}
