/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-settings-private.h"

#include "tend-remind.h"

#include <glib/gi18n-lib.h>

/* The switch shows what the desktop knows. */
typedef struct
{
  GtkSwitch *toggle;
  gboolean   showing; /* nobody has pressed it */
} Reminders;

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
  gboolean on = tend_remind_finish (result, &error);

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

  tend_remind_finish (result, &error);
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  _tend_settings_toast (self, error->message);
  tend_remind_ask_async (self->cancellable, asked_cb, self);
}

static void
switched_cb (TendSettings *self)
{
  Reminders *reminders = g_object_get_data (G_OBJECT (self), "reminders");

  if (!reminders->showing)
    tend_remind_set_async (gtk_switch_get_active (reminders->toggle), self->cancellable, set_cb,
                           self);
}

void
_tend_settings_add_reminders (TendSettings *self)
{
  GtkWidget *group, *row;
  Reminders *reminders;

  if (tend_session_is_sample (self->session) ||
      !tend_remind_fits (tend_session_get_dir (self->session)))
    return;

  reminders = g_new0 (Reminders, 1);
  g_object_set_data_full (G_OBJECT (self), "reminders", reminders, g_free);
  row = tend_remind_row_new (&reminders->toggle);
  gtk_widget_set_sensitive (GTK_WIDGET (reminders->toggle), FALSE); /* until it is known */
  g_signal_connect_object (reminders->toggle, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Reminders"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (self->general_page, ADW_PREFERENCES_GROUP (group));

  tend_remind_ask_async (self->cancellable, asked_cb, self);
}
