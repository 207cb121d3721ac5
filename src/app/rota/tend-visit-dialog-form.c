/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on the visit record, and what of it is wanted for each outcome. */

#include "tend-visit-dialog-private.h"

#include <glib/gi18n-lib.h>

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

gboolean
_tend_visit_dialog_is (TendVisitDialog *self,
                       TendVisitStatus  status)
{
  return g_str_equal (_tend_visit_dialog_outcome (self), tend_visit_status_name (status));
}

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
  _tend_visit_dialog_build_times (self);
  adw_preferences_group_add (self->reason_group, tend_form_row (self->form, "cancel_reason"));
  self->cancelled_row = tend_form_row (self->form, "cancelled_at");
  adw_preferences_group_add (self->reason_group, self->cancelled_row);
  build_tasks (self);
  build_chips (self);
  tend_form_add (self->form, self->note_group, note);
  _tend_visit_dialog_build_trip (self);
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

  if (hours > 0 && percent > 0 && _tend_visit_dialog_is (self, TEND_VISIT_CANCELLED))
    text = g_strdup_printf (_("Agreed: %d %% is charged with less than %d hours’ notice."),
                            (int) percent, (int) hours);

  adw_preferences_group_set_description (self->reason_group, text);
}

/* Only what the outcome asks for is on view. */
static void
show_groups (TendVisitDialog *self)
{
  gboolean done = _tend_visit_dialog_is (self, TEND_VISIT_DONE);
  gboolean planned = _tend_visit_dialog_is (self, TEND_VISIT_PLANNED);
  gboolean missed = _tend_visit_dialog_is (self, TEND_VISIT_MISSED);
  gboolean off = !done && !planned;

  gtk_widget_set_visible (GTK_WIDGET (self->times_group), done);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_group), planned);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_group), off);
  gtk_widget_set_visible (GTK_WIDGET (self->tasks_box), done || planned);
  gtk_widget_set_visible (GTK_WIDGET (self->how_group), done);
  gtk_widget_set_visible (GTK_WIDGET (self->miles_group), done || self->sheet->has_trip);
  gtk_widget_set_visible (GTK_WIDGET (self->concern_group), done || off);
  gtk_widget_set_visible (GTK_WIDGET (self->charge_group), !missed);
  gtk_widget_set_visible (self->cancelled_row, off && !missed);
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
  TendRecord *visit = self->sheet->visit;

  self->loading = TRUE;
  choose_outcome (self);

  if (_tend_visit_dialog_is (self, TEND_VISIT_CANCELLED) &&
      !tend_record_is_set (visit, "cancelled_at"))
    {
      TendInstant now = tend_session_get_now (self->session);

      tend_record_set_int (visit, "cancelled_at", now - now % 60);
    }

  _tend_visit_dialog_show_times (self);
  tend_form_show_all (self->form);
  for (gsize i = 0; i < G_N_ELEMENTS (self->chips); i++)
    tend_chips_show (self->chips[i]);

  tend_task_list_set_tasks (self->tasks, self->sheet->tasks);
  adw_expander_row_set_expanded (self->concern_row, tend_record_is_set (visit, "concern"));
  _tend_visit_dialog_show_trip (self);
  show_groups (self);
  self->loading = FALSE;
}

/* From what is on view to the sheet */

void
_tend_visit_dialog_gather (TendVisitDialog *self)
{
  TendRecord *visit = self->sheet->visit;
  gboolean cancelled = _tend_visit_dialog_is (self, TEND_VISIT_CANCELLED);

  tend_record_set_text (visit, "status", _tend_visit_dialog_outcome (self));
  _tend_visit_dialog_gather_times (self);
  if (!cancelled && !_tend_visit_dialog_is (self, TEND_VISIT_MISSED))
    tend_record_clear (visit, "cancel_reason");
  if (!cancelled)
    tend_record_clear (visit, "cancelled_at");
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

  if (!_tend_visit_dialog_check_times (self))
    return FALSE;

  tend_task_list_finish (self->tasks);
  _tend_visit_dialog_gather (self);
  if (!_tend_visit_dialog_is (self, TEND_VISIT_DONE))
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
