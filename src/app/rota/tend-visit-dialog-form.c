/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is on the visit record, and what of it is wanted for each outcome. */

#include "tend-visit-dialog-private.h"

#include "tend-mar-visit.h"
#include "tend-visit-record.h"

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
build_tasks (TendVisitDialog *self)
{
  self->tasks = TEND_TASK_LIST (tend_task_list_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->tasks), TRUE);
  gtk_box_append (self->tasks_box, GTK_WIDGET (self->tasks));
  g_signal_connect_object (self->tasks, "changed", G_CALLBACK (_tend_visit_dialog_changed), self,
                           G_CONNECT_SWAPPED);
}

/* The doses that fall in it, whatever the outcome: they are written on their own chart. */
static void
build_medicines (TendVisitDialog *self)
{
  TendRecord *visit = self->sheet->visit;
  GtkWidget *before = GTK_WIDGET (self->tasks_box);
  GtkWidget *group = tend_mar_visit_new (self->session, tend_record_get_text (visit, "client"),
                                         tend_record_get_int (visit, "planned_start"),
                                         tend_record_get_int (visit, "planned_end"));

  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (before)), group, before);
}

void
_tend_visit_dialog_build (TendVisitDialog *self)
{
  static const char * const charge[] = { "billing", NULL };

  self->loading = TRUE;
  self->form = tend_form_new (self->session, self->sheet->visit);
  _tend_visit_dialog_build_times (self);
  adw_preferences_group_add (self->reason_group, tend_form_row (self->form, "cancel_reason"));
  self->cancelled_row = tend_form_row (self->form, "cancelled_at");
  adw_preferences_group_add (self->reason_group, self->cancelled_row);
  build_tasks (self);
  build_medicines (self);
  _tend_visit_dialog_build_care (self);
  _tend_visit_dialog_build_trip (self);
  tend_form_add (self->form, self->charge_group, charge);
  adw_preferences_group_add (self->correction_group,
                             tend_form_row (self->form, "correction_reason"));
  if (self->sheet->closed || self->sheet->addenda->len > 0)
    _tend_visit_dialog_build_closed (self);
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

/* Only what the outcome asks for is on view; of a closed record what is not part of it. */
static void
show_groups (TendVisitDialog *self)
{
  gboolean open = !self->sheet->closed;
  gboolean done = _tend_visit_dialog_is (self, TEND_VISIT_DONE);
  gboolean planned = _tend_visit_dialog_is (self, TEND_VISIT_PLANNED);
  gboolean missed = _tend_visit_dialog_is (self, TEND_VISIT_MISSED);
  gboolean off = !done && !planned;

  gtk_widget_set_visible (GTK_WIDGET (self->times_group), open && done);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_group), open && planned);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_group), open && off);
  gtk_widget_set_visible (GTK_WIDGET (self->tasks_box), open && (done || planned));
  gtk_widget_set_visible (GTK_WIDGET (self->how_group), open && done);
  gtk_widget_set_visible (GTK_WIDGET (self->note_group), open);
  gtk_widget_set_visible (GTK_WIDGET (self->more_group), open && done);
  gtk_widget_set_visible (GTK_WIDGET (self->miles_group), done || self->sheet->has_trip);
  gtk_widget_set_visible (GTK_WIDGET (self->concern_group), open && (done || off));
  gtk_widget_set_visible (GTK_WIDGET (self->charge_group), !missed);
  gtk_widget_set_visible (self->cancelled_row, off && !missed);
  tend_task_list_set_done (self->tasks, done);
  describe_notice (self);

  gtk_widget_set_visible (GTK_WIDGET (self->billed_label),
                          self->sheet->billed && open);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_box), open);
  gtk_widget_set_sensitive (GTK_WIDGET (self->outcome_box), !self->sheet->billed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->times_group), !self->sheet->billed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->charge_group), !self->sheet->billed);
}

/* Whether it is said otherwise when the visit was, which wants a reason. */
static gboolean
is_correction (TendVisitDialog *self)
{
  g_autoptr(TendRecord) after = NULL;

  if (self->sheet->closed)
    return FALSE;

  after = tend_record_copy (self->sheet->visit);
  tend_record_set_text (after, "status", _tend_visit_dialog_outcome (self));
  _tend_visit_dialog_gather_times (self, after);
  return tend_visit_is_correction (self->sheet->visit_before, after,
                                   tend_session_get_now (self->session));
}

void
_tend_visit_dialog_update (TendVisitDialog *self)
{
  gboolean corrected = tend_record_is_set (self->sheet->visit_before, "correction_reason");

  gtk_widget_set_visible (GTK_WIDGET (self->correction_group),
                          !self->sheet->closed && (corrected || is_correction (self)));
  _tend_visit_dialog_update_money (self);
}

/* What cannot be read in rows that the outcome does not ask for is not missed. */
static gboolean
is_wanted (TendVisitDialog *self,
           const char      *field)
{
  if (g_str_equal (field, "cancelled_at"))
    return _tend_visit_dialog_is (self, TEND_VISIT_CANCELLED);

  return !g_str_has_prefix (field, "money_") || _tend_visit_dialog_is (self, TEND_VISIT_DONE);
}

void
_tend_visit_dialog_note_typed (TendVisitDialog *self)
{
  g_autoptr(GStrvBuilder) typed = g_strv_builder_new ();
  g_auto(GStrv) unreadable = tend_form_dup_unreadable (self->form);

  for (gsize i = 0; unreadable[i] != NULL; i += 2)
    if (is_wanted (self, unreadable[i]))
      g_strv_builder_add_many (typed, unreadable[i], unreadable[i + 1], NULL);
  _tend_visit_dialog_add_typed_times (self, typed);

  g_strfreev (self->sheet->typed);
  self->sheet->typed = g_strv_builder_end (typed);
  g_strfreev (self->sheet->trip_typed);
  self->sheet->trip_typed = tend_form_dup_unreadable (self->trip_form);
}

static void
type_again (TendVisitDialog *self)
{
  const char *const *typed = (const char *const *) self->sheet->typed;
  const char *const *trip_typed = (const char *const *) self->sheet->trip_typed;

  if (typed != NULL)
    {
      tend_form_type (self->form, typed);
      _tend_visit_dialog_type_times (self, typed);
    }
  if (trip_typed != NULL)
    tend_form_type (self->trip_form, trip_typed);
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
  _tend_visit_dialog_show_care (self);
  tend_task_list_set_tasks (self->tasks, self->sheet->tasks);
  _tend_visit_dialog_show_trip (self);
  show_groups (self);
  type_again (self);
  _tend_visit_dialog_update (self);
  self->loading = FALSE;
}

/* From what is on view to the sheet */

void
_tend_visit_dialog_gather (TendVisitDialog *self)
{
  TendRecord *visit = self->sheet->visit;
  gboolean cancelled = _tend_visit_dialog_is (self, TEND_VISIT_CANCELLED);

  _tend_visit_dialog_note_typed (self);
  if (self->sheet->closed)
    return;

  tend_record_set_text (visit, "status", _tend_visit_dialog_outcome (self));
  _tend_visit_dialog_gather_times (self, visit);
  if (!cancelled && !_tend_visit_dialog_is (self, TEND_VISIT_MISSED))
    tend_record_clear (visit, "cancel_reason");
  if (!cancelled)
    tend_record_clear (visit, "cancelled_at");
}

const char *
_tend_visit_dialog_ask_why (void)
{
  return _("Say in a few words why this is corrected. What was written first stays on view.");
}

/* A correction says why; without one there is nothing to say. */
static gboolean
check_reason (TendVisitDialog *self)
{
  TendVisitSheet *sheet = self->sheet;

  tend_form_set_fault (self->form, "correction_reason", NULL);
  if (!is_correction (self))
    {
      tend_record_set_text (sheet->visit, "correction_reason",
                            tend_record_get_text (sheet->visit_before, "correction_reason"));
      return TRUE;
    }
  if (tend_record_is_set (sheet->visit, "correction_reason"))
    return TRUE;

  tend_form_set_fault (self->form, "correction_reason", _tend_visit_dialog_ask_why ());
  return FALSE;
}

/* The first fault may lie in what is folded. */
static void
unfold_faults (TendVisitDialog *self)
{
  g_auto(GStrv) unreadable = tend_form_dup_unreadable (self->form);

  for (gsize i = 0; unreadable[i] != NULL; i += 2)
    if (g_str_has_prefix (unreadable[i], "money_"))
      adw_expander_row_set_expanded (self->money_row, TRUE);
}

gboolean
_tend_visit_dialog_collect (TendVisitDialog *self)
{
  g_autoptr(TendFaults) faults = NULL;
  gboolean open = !self->sheet->closed;

  if (open && (!_tend_visit_dialog_check_times (self) || !check_reason (self)))
    return FALSE;

  tend_task_list_finish (self->tasks);
  _tend_visit_dialog_gather (self);
  if (open && !_tend_visit_dialog_is (self, TEND_VISIT_DONE))
    _tend_visit_dialog_clear_care (self);
  unfold_faults (self);
  if (!tend_form_check (self->form))
    {
      faults = tend_record_validate (self->sheet->visit);
      if (tend_faults_count (faults) > 0)
        _tend_visit_dialog_show_fault (self, tend_faults_get (faults, 0)->message);
      return FALSE;
    }

  return !self->sheet->has_trip || tend_form_check (self->trip_form);
}
