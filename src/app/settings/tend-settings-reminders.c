/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-settings-private.h"

#include "tend-schedule.h"

#include <glib/gi18n-lib.h>

/* The switch shows what the desktop knows; asking and setting it run in the worker, since
 * systemd may take its time. */
typedef struct
{
  GtkSwitch *toggle;
  gboolean   showing; /* nobody has pressed it */
} Reminders;

static gpointer
ask_schedule (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  return GINT_TO_POINTER (tend_schedule_is_on ());
}

static gpointer
set_schedule (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  gboolean on = GPOINTER_TO_INT (data);

  return tend_schedule_set (on, error) ? NULL : GINT_TO_POINTER (on);
}

static void
show_state (TendSettings *self,
            gboolean      on)
{
  Reminders *reminders = g_object_get_data (G_OBJECT (self), "reminders");

  reminders->showing = TRUE;
  gtk_switch_set_active (reminders->toggle, on);
  gtk_widget_set_sensitive (GTK_WIDGET (reminders->toggle), TRUE);
  reminders->showing = FALSE;
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(GError) error = NULL;
  gboolean on = GPOINTER_TO_INT (tend_session_finish (TEND_SESSION (object), result, &error));

  /* Cancelled: the window has gone. */
  if (error == NULL)
    show_state (data, on);
}

static void
set_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      data)
{
  TendSettings *self = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (object), result, &error);
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  _tend_settings_toast (self, error->message);
  tend_session_query (self->session, ask_schedule, NULL, NULL, NULL, self->cancellable, asked_cb,
                      self);
}

static void
switched_cb (TendSettings *self)
{
  Reminders *reminders = g_object_get_data (G_OBJECT (self), "reminders");

  if (!reminders->showing)
    tend_session_query (self->session, set_schedule,
                        GINT_TO_POINTER (gtk_switch_get_active (reminders->toggle)), NULL, NULL,
                        self->cancellable, set_cb, self);
}

static void
row_cb (Reminders *reminders)
{
  gtk_switch_set_active (reminders->toggle, !gtk_switch_get_active (reminders->toggle));
}

/* What is asked by itself is what is in the usual place. */
static gboolean
is_usual (TendSession *session)
{
  g_autofree char *usual = tend_vault_default_dir ();

  return !tend_session_is_sample (session) &&
         g_strcmp0 (tend_session_get_dir (session), usual) == 0;
}

void
_tend_settings_add_reminders (TendSettings *self)
{
  const char *title = _("Remind me when Tend is closed");
  const char *detail = _("Each day and when you log in; the notices name nobody");
  GtkWidget *group, *row;
  Reminders *reminders;

  if (!is_usual (self->session) || !tend_schedule_is_possible ())
    return;

  reminders = g_new0 (Reminders, 1);
  reminders->toggle = GTK_SWITCH (gtk_switch_new ());
  g_object_set_data_full (G_OBJECT (self), "reminders", reminders, g_free);

  /* Not the row's activatable widget, which would be named twice and stop the Tab key twice. */
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_valign (GTK_WIDGET (reminders->toggle), GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (GTK_WIDGET (reminders->toggle), FALSE); /* until it is known */
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (reminders->toggle));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reminders->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (row_cb), reminders);
  g_signal_connect_object (reminders->toggle, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Reminders"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (self->general_page, ADW_PREFERENCES_GROUP (group));

  tend_session_query (self->session, ask_schedule, NULL, NULL, NULL, self->cancellable, asked_cb,
                      self);
}
