/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Planning: a visit, once or repeating, and changes of one that repeats. */

#include "tend-pattern-dialog.h"

#include "tend-entry-row.h"
#include "tend-form.h"
#include "tend-kinds.h"
#include "tend-pattern-edit.h"
#include "tend-question.h"
#include "tend-repeat-rows.h"
#include "tend-undo-toast.h"
#include "tend-visit-edit.h"
#include "tend-visit-plan.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>

#define TEND_TYPE_PATTERN_DIALOG (tend_pattern_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendPatternDialog, tend_pattern_dialog, TEND, PATTERN_DIALOG, AdwWindow)

struct _TendPatternDialog
{
  AdwWindow            parent_instance;

  TendSession         *session;
  GtkWidget           *owner;     /* weak */
  TendRecord          *pattern;   /* what is planned, also when it is one visit */
  TendRecord          *from;      /* a record with the day from which changes count */
  TendForm            *form;
  TendForm            *from_form;
  TendRepeatRows      *repeat;
  char                *client;    /* whose usual service has been asked for */
  char                *guess;     /* that service */
  gboolean             saving;
  gboolean             faulted;   /* the time does not exist on that day */
  TendPlannedFunc      on_planned;
  gpointer             user_data;

  GtkButton           *save_button;
  GtkLabel            *fault_label;
  AdwPreferencesGroup *from_group;
  AdwPreferencesGroup *who_group;
  AdwPreferencesGroup *when_group;
  AdwPreferencesGroup *repeat_group;
  AdwPreferencesGroup *more_group;
  AdwExpanderRow      *repeat_row;
  GtkWidget           *client_row;
  GtkWidget           *day_row;
  GtkLabel            *finish_label;
};

G_DEFINE_FINAL_TYPE (TendPatternDialog, tend_pattern_dialog, ADW_TYPE_WINDOW)

static gboolean
is_repeating (TendPatternDialog *self)
{
  return adw_expander_row_get_enable_expansion (self->repeat_row);
}

static void
show_fault (TendPatternDialog *self,
            const char        *message)
{
  gtk_label_set_label (self->fault_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), message != NULL);
}

/* "until 08:30", "until 07:00 on Tue 2 Jun" beside the length. */
static void
show_finish (TendPatternDialog *self)
{
  TendClock clock = tend_record_get_int (self->pattern, "starts_at");
  gint64 minutes = tend_record_get_int (self->pattern, "minutes");
  TendDate date = tend_record_get_int (self->pattern, "starts_on");
  g_autofree char *text = NULL;

  if (clock != TEND_CLOCK_NONE && minutes > 0)
    {
      gint64 finish = clock + minutes;
      g_autofree char *time = tend_clock_format (finish % 1440);
      g_autofree char *day = date != TEND_DATE_NONE && finish >= 1440
                             ? tend_date_format (date + finish / 1440, TEND_DATE_DAY) : NULL;

      text = day != NULL ? g_strdup_printf (_("until %s on %s"), time, day)
                         : g_strdup_printf (_("until %s"), time);
    }

  gtk_label_set_label (self->finish_label, text != NULL ? text : "");
}

/* One visit has a day, one that repeats a first day. */
static void
show_day_title (TendPatternDialog *self)
{
  const char *title = is_repeating (self) ? _("First day") : _("Day");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->day_row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate
                                                  (GTK_EDITABLE (self->day_row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static gpointer
load_service (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  char *service = tend_visit_usual_service (vault, data);

  return service != NULL ? service : g_strdup ("");
}

/* Whether the carer has chosen one. */
static gboolean
has_service (TendPatternDialog *self)
{
  const char *service = tend_record_get_text (self->pattern, "service");

  return service != NULL && g_strcmp0 (service, self->guess) != 0;
}

static void
service_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(TendPatternDialog) self = data;
  g_autofree char *service = tend_session_finish (TEND_SESSION (source), result, NULL);

  if (self->session == NULL || service == NULL || has_service (self))
    return;

  g_free (self->guess);
  self->guess = *service != '\0' ? g_steal_pointer (&service) : NULL;
  tend_record_set_text (self->pattern, "service", self->guess);
  tend_form_show (self->form, "service");
}

static void
guess_service (TendPatternDialog *self)
{
  const char *client = tend_record_get_text (self->pattern, "client");

  if (client == NULL || g_strcmp0 (client, self->client) == 0 || has_service (self))
    return;

  g_free (self->client);
  self->client = g_strdup (client);
  tend_session_query (self->session, load_service, g_strdup (client), g_free, g_free, NULL,
                      service_cb, g_object_ref (self));
}

static void
changed_cb (TendPatternDialog *self)
{
  /* A time that did not exist may exist on another day. */
  if (self->faulted)
    {
      self->faulted = FALSE;
      tend_form_set_fault (self->form, "starts_at", NULL);
    }

  show_fault (self, NULL);
  show_finish (self);
  guess_service (self);
  tend_repeat_rows_update (self->repeat);
}

static void
repeat_cb (TendPatternDialog *self)
{
  g_autofree char *words = NULL;

  if (self->repeat == NULL)
    return;

  words = tend_repeat_rows_describe (self->repeat);

  adw_expander_row_set_subtitle (self->repeat_row, is_repeating (self) ? words : "");
  show_day_title (self);
}

/* Saving */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(TendPatternDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *subject = NULL;
  TendUndo *undo = tend_session_finish (TEND_SESSION (source), result, &error);

  self->saving = FALSE;
  if (self->session == NULL)
    {
      g_clear_pointer (&undo, tend_undo_free);
      return;
    }
  if (undo == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
      show_fault (self, error->message);
      return;
    }

  subject = g_strdup (tend_undo_get_subject (undo));
  if (self->owner != NULL)
    tend_undo_toast (self->owner, self->session,
                     self->from != NULL ? _("Repeating visit changed.")
                     : is_repeating (self) ? _("Repeating visit planned.") : _("Visit planned."),
                     undo);
  else
    tend_undo_free (undo);

  if (self->on_planned != NULL && subject != NULL)
    self->on_planned (subject, self->user_data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gpointer
save_plan (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  return tend_visit_plan_save (vault, data, error);
}

static void
save (TendPatternDialog *self,
      gboolean           second)
{
  TendVisitPlan *plan = g_new0 (TendVisitPlan, 1);

  plan->pattern = tend_record_copy (self->pattern);
  plan->repeats = is_repeating (self);
  plan->second = second;
  if (self->from != NULL)
    plan->from = tend_record_get_int (self->from, "date");

  self->saving = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
  tend_session_change (self->session, save_plan, plan, (GDestroyNotify) tend_visit_plan_free,
                       (GDestroyNotify) tend_undo_free, saved_cb, g_object_ref (self));
}

static void
twice_cb (const char *id,
          const char *reason,
          gpointer    user_data)
{
  g_autoptr(TendPatternDialog) self = user_data;

  if (id != NULL && self->session != NULL)
    save (self, g_str_equal (id, "second"));
}

/* One visit is at one moment: a local time that is none, or two, is not enough. */
static gboolean
check_moment (TendPatternDialog *self)
{
  TendDate date = tend_record_get_int (self->pattern, "starts_on");
  TendClock clock = tend_record_get_int (self->pattern, "starts_at");
  TendInstant first, second;

  switch (tend_time_from_local (date, clock, &first, &second))
    {
    case TEND_LOCAL_MISSING:
      {
        g_autofree char *day = tend_date_format (date, TEND_DATE_LONG);
        g_autofree char *time = tend_clock_format (clock);
        g_autofree char *text =
          g_strdup_printf (_("There is no %s on %s: the clocks go forward in that hour."),
                           time, day);

        tend_form_set_fault (self->form, "starts_at", text);
        self->faulted = TRUE;
        return FALSE;
      }

    case TEND_LOCAL_TWICE:
      tend_question_twice (GTK_WIDGET (self), date, clock, twice_cb, g_object_ref (self));
      return FALSE;

    case TEND_LOCAL_UNIQUE:
    default:
      return TRUE;
    }
}

static void
save_cb (TendPatternDialog *self)
{
  g_autoptr(TendFaults) faults = NULL;

  if (self->form == NULL || self->saving)
    return;

  if (!tend_form_check (self->form))
    {
      faults = tend_record_validate (self->pattern);
      if (tend_faults_count (faults) > 0 && !is_repeating (self))
        show_fault (self, tend_faults_get (faults, 0)->message);
      return;
    }

  if (self->from != NULL && !tend_record_is_set (self->from, "date"))
    {
      tend_form_set_fault (self->from_form, "date", _("Write the day, like 2 June."));
      return;
    }

  if (is_repeating (self) || check_moment (self))
    save (self, FALSE);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save_cb (TEND_PATTERN_DIALOG (widget));
}

static void
tend_pattern_dialog_dispose (GObject *object)
{
  TendPatternDialog *self = TEND_PATTERN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_PATTERN_DIALOG);
  g_clear_object (&self->form);
  g_clear_object (&self->from_form);
  g_clear_object (&self->repeat);
  g_clear_object (&self->pattern);
  g_clear_object (&self->from);
  g_clear_object (&self->session);
  g_clear_pointer (&self->client, g_free);
  g_clear_pointer (&self->guess, g_free);
  g_clear_weak_pointer (&self->owner);

  G_OBJECT_CLASS (tend_pattern_dialog_parent_class)->dispose (object);
}

static void
tend_pattern_dialog_class_init (TendPatternDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_pattern_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-pattern-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendPatternDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TendPatternDialog, fault_label);
  gtk_widget_class_bind_template_child (widget_class, TendPatternDialog, from_group);
  gtk_widget_class_bind_template_child (widget_class, TendPatternDialog, who_group);
  gtk_widget_class_bind_template_child (widget_class, TendPatternDialog, when_group);
  gtk_widget_class_bind_template_child (widget_class, TendPatternDialog, repeat_group);
  gtk_widget_class_bind_template_child (widget_class, TendPatternDialog, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, TendPatternDialog, more_group);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, repeat_cb);

  gtk_widget_class_install_action (widget_class, "plan.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK,
                                       "plan.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_pattern_dialog_init (TendPatternDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
build (TendPatternDialog *self)
{
  static const char * const more[] = { "tasks", "billing", NULL };
  GtkWidget *length_row;

  self->form = tend_form_new (self->session, self->pattern);
  self->repeat = tend_repeat_rows_new (self->pattern);
  self->client_row = tend_form_row (self->form, "client");
  adw_preferences_group_add (self->who_group, self->client_row);
  adw_preferences_group_add (self->who_group, tend_form_row (self->form, "service"));

  self->day_row = tend_form_row (self->form, "starts_on");
  adw_preferences_group_add (self->when_group, self->day_row);
  adw_preferences_group_add (self->when_group, tend_form_row (self->form, "starts_at"));
  length_row = tend_form_row (self->form, "minutes");
  self->finish_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->finish_label), "dim-label");
  tend_entry_row_add_suffix (TEND_ENTRY_ROW (length_row), GTK_WIDGET (self->finish_label));
  adw_preferences_group_add (self->when_group, length_row);
  tend_repeat_rows_add_to (self->repeat, self->repeat_row);
  adw_expander_row_add_row (self->repeat_row, tend_form_row (self->form, "ends_on"));
  tend_form_add (self->form, self->more_group, more);

  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->repeat, "changed", G_CALLBACK (repeat_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
  show_day_title (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), TRUE);
}

static TendPatternDialog *
dialog_new (GtkWidget   *parent,
            TendSession *session,
            const char  *title)
{
  TendPatternDialog *self = g_object_new (TEND_TYPE_PATTERN_DIALOG, "title", title,
                                          "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->owner, parent);
  return self;
}

/* A list cannot have the focus before there is something to choose. */
static void
listed_cb (TendPatternDialog *self)
{
  g_signal_handlers_disconnect_by_func (self->client_row, listed_cb, self);
  gtk_widget_grab_focus (self->client_row);
}

void
tend_visit_new_present (GtkWidget       *parent,
                        TendSession     *session,
                        const char      *client,
                        TendDate         date,
                        TendClock        clock,
                        TendPlannedFunc  on_planned,
                        gpointer         user_data)
{
  TendPatternDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_SESSION (session));

  self = dialog_new (parent, session, _("New Visit"));
  self->on_planned = on_planned;
  self->user_data = user_data;
  self->pattern = tend_record_new (&tend_pattern_kind);
  tend_record_set_text (self->pattern, "client", client);
  tend_record_set_int (self->pattern, "starts_on",
                       date != TEND_DATE_NONE ? date : tend_session_get_today (session));
  if (clock != TEND_CLOCK_NONE)
    tend_record_set_int (self->pattern, "starts_at", clock);
  tend_record_set_int (self->pattern, "minutes", 30);

  build (self);
  gtk_window_present (GTK_WINDOW (self));
  if (client == NULL)
    g_signal_connect_object (self->client_row, "notify::model", G_CALLBACK (listed_cb), self,
                             G_CONNECT_SWAPPED);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->when_group), GTK_DIR_TAB_FORWARD);
}

/* Changing one that repeats */

static void
from_cb (TendPatternDialog *self)
{
  tend_repeat_rows_set_from (self->repeat, tend_record_get_int (self->from, "date"));
}

static gpointer
load_pattern (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  return tend_visit_plan_load (vault, data, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendPatternDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendVisitPlan) plan = tend_session_finish (TEND_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (plan == NULL)
    {
      if (self->owner != NULL)
        tend_undo_toast (self->owner, self->session, error->message, NULL);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  self->pattern = g_object_ref (plan->pattern);
  self->from = tend_record_new (&tend_trip_kind);
  tend_record_set_int (self->from, "date", plan->from);
  build (self);

  self->from_form = tend_form_new (self->session, self->from);
  adw_preferences_group_add (self->from_group, tend_form_row (self->from_form, "date"));
  g_signal_connect_object (self->from_form, "changed", G_CALLBACK (from_cb), self,
                           G_CONNECT_SWAPPED);
  from_cb (self);
  gtk_widget_set_visible (self->day_row, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->from_group), TRUE);
  adw_expander_row_set_show_enable_switch (self->repeat_row, FALSE);
  adw_expander_row_set_enable_expansion (self->repeat_row, TRUE);
  adw_expander_row_set_expanded (self->repeat_row, TRUE);
  repeat_cb (self);
  gtk_widget_child_focus (GTK_WIDGET (self->when_group), GTK_DIR_TAB_FORWARD);
}

void
tend_pattern_dialog_present (GtkWidget   *parent,
                             TendSession *session,
                             const char  *id)
{
  TendPatternDialog *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_SESSION (session));
  g_return_if_fail (id != NULL);

  self = dialog_new (parent, session, _("Repeating Visit"));
  tend_session_query (session, load_pattern, g_strdup (id), g_free,
                      (GDestroyNotify) tend_visit_plan_free, NULL, loaded_cb,
                      g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
