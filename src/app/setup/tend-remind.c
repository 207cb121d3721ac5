/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-remind.h"

#include "tend-compat.h"
#include "tend-page.h"
#include "tend-schedule.h"
#include "tend-vault.h"

#include <glib/gi18n-lib.h>

gboolean
tend_remind_fits (const char *dir)
{
  g_autofree char *usual = tend_vault_default_dir ();

  return g_strcmp0 (dir, usual) == 0;
}

static void
row_cb (GtkSwitch *toggle)
{
  gtk_widget_grab_focus (GTK_WIDGET (toggle));
  gtk_switch_set_active (toggle, !gtk_switch_get_active (toggle));
}

/* Not the row's activatable widget, which would be named twice and stop the Tab key twice. */
GtkWidget *
tend_remind_row_new (GtkSwitch **toggle)
{
  const char *title = _("Remind me, even when Tend is closed");
  const char *detail = _("A notice says what kind of thing is due, and when; it never gives a "
                         "person’s name, address or health.");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *widget = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_cb), widget, G_CONNECT_SWAPPED);
  *toggle = GTK_SWITCH (widget);

  return row;
}

static void
ask (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  g_task_return_boolean (task, tend_schedule_is_on ());
}

static void
set (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean on = GPOINTER_TO_INT (data);

  if (tend_schedule_set (on, &error))
    g_task_return_boolean (task, on);
  else
    g_task_return_error (task, error);
}

void
tend_remind_ask_async (GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_run_in_thread (task, ask);
}

void
tend_remind_set_async (gboolean             on,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, GINT_TO_POINTER (on), NULL);
  g_task_run_in_thread (task, set);
}

gboolean
tend_remind_finish (GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Offering it */

static void
accepted_set_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr(GtkWidget) parent = data;
  g_autoptr(GError) error = NULL;

  tend_remind_finish (result, &error);
  if (error != NULL)
    tend_toast (parent, error->message);
}

static void
accepted_cb (gpointer data)
{
  tend_remind_set_async (TRUE, NULL, accepted_set_cb, g_object_ref (data));
}

static void
offer_asked_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr(GtkWidget) parent = data;

  if (!tend_remind_finish (result, NULL) && gtk_widget_get_root (parent) != NULL)
    tend_compat_ask (parent, _("Be Reminded on This Computer?"),
                     _("Reminders belong to a computer and do not come with a backup: here they "
                       "are off. A notice says what kind of thing is due, and when; it never "
                       "gives a person’s name, address or health."),
                     _("_Remind Me"), _("_Not Now"), FALSE, accepted_cb, parent);
}

void
tend_remind_offer (GtkWidget *parent)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  tend_remind_ask_async (NULL, offer_asked_cb, g_object_ref (parent));
}
