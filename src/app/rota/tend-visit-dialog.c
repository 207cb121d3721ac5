/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-visit-dialog-private.h"

#include "tend-flow-item.h"
#include "tend-undo-toast.h"
#include "tend-write-up.h"

#include <glib/gi18n-lib.h>

/* How long after the last change the draft is written, in milliseconds. */
#define DRAFT_DELAY 1500

G_DEFINE_FINAL_TYPE (TendVisitDialog, tend_visit_dialog, ADW_TYPE_WINDOW)

/* Drafts */

static gpointer
keep_draft (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  tend_visit_sheet_keep_draft (vault, data, error);
  return NULL;
}

/* A draft is no change of the records: written without the "changed" signal. */
static void
write_draft (TendVisitDialog *self)
{
  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  if (self->sheet == NULL || self->saving)
    return;

  _tend_visit_dialog_gather (self);
  tend_session_query (self->session, keep_draft, tend_visit_sheet_copy (self->sheet),
                      (GDestroyNotify) tend_visit_sheet_free, NULL, NULL, NULL, NULL);
}

static gboolean
draft_timeout_cb (gpointer data)
{
  TendVisitDialog *self = data;

  self->draft_timeout = 0;
  write_draft (self);
  return G_SOURCE_REMOVE;
}

void
_tend_visit_dialog_changed (TendVisitDialog *self)
{
  if (self->loading || self->sheet == NULL)
    return;

  _tend_visit_dialog_show_fault (self, NULL);
  _tend_visit_dialog_update (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !self->saving);
  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  self->draft_timeout = g_timeout_add (DRAFT_DELAY, draft_timeout_cb, self);
}

static void
start_over_cb (TendVisitDialog *self)
{
  tend_visit_sheet_reset (self->sheet);
  _tend_visit_dialog_show (self);
  gtk_revealer_set_reveal_child (self->draft_bar, FALSE);
  write_draft (self);
  gtk_widget_child_focus (GTK_WIDGET (self->outcome_box), GTK_DIR_TAB_FORWARD);
}

/* Loading */

typedef struct
{
  char        *id;
  TendInstant  now;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->id);
  g_free (question);
}

static gpointer
load_sheet (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Question *question = data;

  return tend_visit_sheet_load (vault, question->id, question->now, error);
}

static void
show_title (TendVisitDialog *self)
{
  TendRecord *visit = self->sheet->visit;
  TendInstant start = tend_record_get_int (visit, "planned_start");
  g_autofree char *day = tend_date_format (tend_time_date (start), TEND_DATE_DAY);
  g_autofree char *span = tend_time_format_span (start, tend_record_get_int (visit, "planned_end"));
  g_autofree char *subtitle = g_strdup_printf ("%s, %s", day, span);

  /* Inside the window alone: the desktop shows its title to whoever looks over a shoulder. */
  adw_window_title_set_title (self->title, self->sheet->client_name);
  adw_window_title_set_subtitle (self->title, subtitle);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendVisitDialog) self = data;
  g_autoptr(GError) error = NULL;
  TendVisitSheet *sheet = tend_session_finish (TEND_SESSION (source), result, &error);

  if (self->session == NULL)
    {
      g_clear_pointer (&sheet, tend_visit_sheet_free);
      return;
    }

  if (sheet == NULL)
    {
      if (self->owner != NULL)
        tend_undo_toast (self->owner, self->session, error->message, NULL);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  self->sheet = sheet;
  show_title (self);
  _tend_visit_dialog_build (self);
  _tend_visit_dialog_show (self);
  gtk_revealer_set_reveal_child (self->draft_bar, sheet->from_draft);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !sheet->closed || sheet->from_draft);
  if (sheet->closed)
    gtk_button_set_label (self->close_button, _("_Close"));
  gtk_stack_set_visible_child_name (self->stack, "form");
  if (sheet->closed)
    _tend_visit_dialog_begin_closed (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->done_button));
}

/* Saving */

static gpointer
save_sheet (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  return tend_visit_sheet_save (vault, data, error);
}

static const char *
saved_text (TendVisitDialog *self)
{
  const char *outcome = _tend_visit_dialog_outcome (self);

  if (self->sheet->closed)
    return _("Saved.");
  if (g_str_equal (outcome, "done"))
    return _("Visit recorded.");
  if (g_str_equal (outcome, "cancelled"))
    return _("Visit cancelled.");
  if (g_str_equal (outcome, "missed"))
    return _("Recorded as not happened.");

  return _("Visit planned.");
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(TendVisitDialog) self = data;
  g_autoptr(GError) error = NULL;
  TendUndo *undo = tend_session_finish (TEND_SESSION (source), result, &error);

  self->saving = FALSE;
  if (undo == NULL && self->session != NULL)
    {
      self->writing_up = FALSE;
      gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
      _tend_visit_dialog_show_fault (self, error->message);
      return;
    }

  if (self->session == NULL || self->owner == NULL)
    g_clear_pointer (&undo, tend_undo_free);
  else
    tend_undo_toast (self->owner, self->session, saved_text (self), undo);

  if (self->writing_up && self->session != NULL && self->owner != NULL)
    tend_write_up_present (self->owner, self->session, tend_record_get_id (self->sheet->visit));

  g_clear_pointer (&self->sheet, tend_visit_sheet_free);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_cb (TendVisitDialog *self)
{
  if (self->sheet == NULL || self->saving || !_tend_visit_dialog_collect (self))
    {
      self->writing_up = FALSE;
      return;
    }

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  self->saving = TRUE;
  self->sheet->now = tend_session_get_now (self->session);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  tend_session_change (self->session, save_sheet, tend_visit_sheet_copy (self->sheet),
                       (GDestroyNotify) tend_visit_sheet_free, (GDestroyNotify) tend_undo_free,
                       saved_cb, g_object_ref (self));
}

void
_tend_visit_dialog_write_up (TendVisitDialog *self)
{
  if (self->saving)
    return;

  self->writing_up = !self->sheet->closed;
  if (self->writing_up)
    save_cb (self);
  else
    tend_write_up_present (GTK_WIDGET (self), self->session,
                           tend_record_get_id (self->sheet->visit));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save_cb (TEND_VISIT_DIALOG (widget));
}

static gboolean
tend_visit_dialog_close_request (GtkWindow *window)
{
  TendVisitDialog *self = TEND_VISIT_DIALOG (window);

  write_draft (self);

  return GTK_WINDOW_CLASS (tend_visit_dialog_parent_class)->close_request (window);
}

static void
tend_visit_dialog_dispose (GObject *object)
{
  TendVisitDialog *self = TEND_VISIT_DIALOG (object);

  g_clear_handle_id (&self->draft_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_VISIT_DIALOG);
  g_clear_object (&self->form);
  g_clear_object (&self->trip_form);
  g_clear_object (&self->day_form);
  g_clear_object (&self->day);
  g_clear_pointer (&self->sheet, tend_visit_sheet_free);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->owner);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (tend_visit_dialog_parent_class)->dispose (object);
}

static void
outcome_cb (TendVisitDialog *self,
            GtkToggleButton *button)
{
  if (self->loading || self->sheet == NULL || !gtk_toggle_button_get_active (button))
    return;

  _tend_visit_dialog_note_typed (self);
  tend_record_set_text (self->sheet->visit, "status", _tend_visit_dialog_outcome (self));
  _tend_visit_dialog_show (self);
  _tend_visit_dialog_changed (self);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, fault_label);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, outcome_box);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, done_button);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, cancelled_button);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, missed_button);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, planned_button);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, billed_label);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, plan_group);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, times_group);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, reason_group);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, correction_group);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, how_group);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, note_group);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, more_group);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, miles_group);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, concern_group);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, charge_group);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, tasks_box);
  gtk_widget_class_bind_template_child (widget_class, TendVisitDialog, closed_box);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_over_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_cb);
}

static void
tend_visit_dialog_class_init (TendVisitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_visit_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = tend_visit_dialog_close_request;

  g_type_ensure (TEND_TYPE_FLOW_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-visit-dialog.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "visit.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "visit.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Caught on the way down: a note would take Ctrl+Enter for a new line. */
static void
add_shortcuts (TendVisitDialog *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut
      (GTK_SHORTCUT_CONTROLLER (controller),
       gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                         gtk_named_action_new ("visit.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
tend_visit_dialog_init (TendVisitDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);
}

void
tend_visit_dialog_present (GtkWidget   *parent,
                           TendSession *session,
                           const char  *id)
{
  TendVisitDialog *self;
  Question *question;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_SESSION (session));
  g_return_if_fail (id != NULL);

  self = g_object_new (TEND_TYPE_VISIT_DIALOG,
                       "transient-for", gtk_widget_get_root (parent), NULL);
  self->session = g_object_ref (session);
  self->id = g_strdup (id);
  g_set_weak_pointer (&self->owner, parent);

  question = g_new0 (Question, 1);
  question->id = g_strdup (id);
  question->now = tend_session_get_now (session);
  tend_session_query (session, load_sheet, question, question_free,
                      (GDestroyNotify) tend_visit_sheet_free, NULL, loaded_cb,
                      g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
