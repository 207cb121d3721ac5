/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-settings-private.h"

#include "tend-backup.h"
#include "tend-restore.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

static void
scheme_cb (AdwComboRow *row,
           GParamSpec  *pspec,
           GSettings   *settings)
{
  g_settings_set_enum (settings, "colour-scheme", adw_combo_row_get_selected (row));
}

static void
add_look (TendSettings *self)
{
  /* In the order of the setting's values. */
  const char *const names[] = { _("As the desktop"), _("Light"), _("Dark"), NULL };
  g_autoptr(GtkStringList) labels = gtk_string_list_new (names);
  GtkWidget *group;
  GtkWidget *row;

  if (self->desktop == NULL)
    return;

  row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Light or dark"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              g_settings_get_enum (self->desktop, "colour-scheme"));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (scheme_cb), self->desktop, 0);

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Appearance"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (self->general_page, ADW_PREFERENCES_GROUP (group));
}

static void
back_up_cb (TendSettings *self)
{
  tend_backup_present (GTK_WIDGET (self), self->session);
}

/* Restoring shuts the vault and with it this window: the main window goes on. */

static void
restore_backup_cb (TendSettings *self)
{
  tend_restore_backup (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                       self->opening);
}

static void
restore_snapshot_cb (TendSettings *self)
{
  tend_restore_snapshot (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                         self->opening);
}

static void
add_link (TendSettings *self,
          GtkWidget    *group,
          const char   *title,
          const char   *subtitle,
          GCallback     callback)
{
  GtkWidget *row = tend_row_link (title, subtitle);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
}

static void
add_data (TendSettings *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Your Records"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             tend_row_value (_("Where they are, locked"),
                                             tend_session_get_dir (self->session)));
  add_link (self, group, _("Back up…"), _("One locked file, for a memory stick"),
            G_CALLBACK (back_up_cb));

  if (!tend_session_is_sample (self->session))
    {
      add_link (self, group, _("Bring back an earlier day…"),
                _("From the copies that Tend keeps of each day"),
                G_CALLBACK (restore_snapshot_cb));
      add_link (self, group, _("Bring records from a backup…"),
                _("What is here now is kept in a folder beside"),
                G_CALLBACK (restore_backup_cb));
    }

  adw_preferences_page_add (self->general_page, ADW_PREFERENCES_GROUP (group));
}

void
_tend_settings_add_general (TendSettings *self)
{
  add_look (self);
  _tend_settings_add_reminders (self);
  add_data (self);
}
