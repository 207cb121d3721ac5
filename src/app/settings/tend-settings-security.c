/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-settings-private.h"

#include "tend-compat.h"
#include "tend-passphrase-dialog.h"
#include "tend-recovery-dialog.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

/* The passphrase. */

static void
show_passphrase_rows (GtkWidget *remove,
                      GtkWidget *change,
                      gboolean   has)
{
  gtk_widget_set_visible (remove, has);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (change),
                                 has ? _("Change the passphrase") : _("Set a passphrase"));
}

typedef struct
{
  TendSettings *settings;
  GtkWidget    *change;
  GtkWidget    *remove;
} Passphrase;

static void
passphrase_set (gpointer user_data)
{
  Passphrase *passphrase = user_data;

  show_passphrase_rows (passphrase->remove, passphrase->change, TRUE);
  _tend_settings_toast (passphrase->settings, _("The passphrase is set."));
}

static void
change_cb (AdwActionRow *row,
           Passphrase   *passphrase)
{
  tend_passphrase_dialog_present (GTK_WIDGET (row), passphrase->settings->session,
                                  passphrase_set, passphrase);
}

static gpointer
remove_passphrase (TendVault  *vault,
                   gpointer    data,
                   GError    **error)
{
  tend_vault_set_passphrase (vault, NULL, error);

  return NULL;
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(TendSettings) self = data;
  g_autoptr(GError) error = NULL;
  Passphrase *passphrase;

  tend_session_finish (TEND_SESSION (object), result, &error);

  if (self->security_page == NULL)
    return;

  passphrase = g_object_get_data (G_OBJECT (self), "passphrase");
  if (error == NULL)
    show_passphrase_rows (passphrase->remove, passphrase->change, FALSE);

  _tend_settings_toast (self, error != NULL ? error->message : _("The passphrase is removed."));
}

static void
remove_accepted (gpointer user_data)
{
  TendSettings *self = user_data;

  tend_session_query (self->session, remove_passphrase, NULL, NULL, NULL, NULL,
                      removed_cb, g_object_ref (self));
}

static void
remove_cb (TendSettings *self)
{
  tend_compat_confirm (GTK_WIDGET (self), _("Remove the Passphrase?"),
                       _("Your records then open by the keyring of this computer, or with your "
                         "recovery key."),
                       _("_Remove Passphrase"), TRUE, remove_accepted, self);
}

static void
add_passphrase (TendSettings *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  Passphrase *passphrase = g_new0 (Passphrase, 1);

  passphrase->settings = self;
  passphrase->change = tend_row_link ("", _("Opens your records, and unlocks Tend when it has "
                                            "locked itself"));
  passphrase->remove = tend_row_link (_("Remove the passphrase"), NULL);
  show_passphrase_rows (passphrase->remove, passphrase->change,
                        tend_vault_has_passphrase (tend_session_get_dir (self->session)));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Passphrase"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), passphrase->change);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), passphrase->remove);
  adw_preferences_page_add (self->security_page, ADW_PREFERENCES_GROUP (group));

  g_object_set_data_full (G_OBJECT (self), "passphrase", passphrase, g_free);
  g_signal_connect (passphrase->change, "activated", G_CALLBACK (change_cb), passphrase);
  g_signal_connect_object (passphrase->remove, "activated", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The recovery key. */

static void
check_cb (TendSettings *self)
{
  tend_recovery_dialog_present (GTK_WIDGET (self), self->session, FALSE);
}

static void
renew_cb (TendSettings *self)
{
  tend_recovery_dialog_present (GTK_WIDGET (self), self->session, TRUE);
}

static void
add_recovery (TendSettings *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *check = tend_row_link (_("Check my recovery sheet"),
                                    _("Type the key from it, to know that it can be read"));
  GtkWidget *renew = tend_row_link (_("Make a new recovery key"),
                                    _("When the sheet is lost, or somebody else has seen it"));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Recovery key"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), renew);
  adw_preferences_page_add (self->security_page, ADW_PREFERENCES_GROUP (group));
  g_signal_connect_object (check, "activated", G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (renew, "activated", G_CALLBACK (renew_cb), self, G_CONNECT_SWAPPED);
}

/* Locking. */

static const int minutes[] = { 0, 1, 2, 5, 10, 15, 30, 60 };

static void
minutes_cb (AdwComboRow *row,
            GParamSpec  *pspec,
            GSettings   *settings)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected < G_N_ELEMENTS (minutes))
    g_settings_set_int (settings, "lock-after-minutes", minutes[selected]);
}

static void
add_lock (TendSettings *self)
{
  GtkWidget *group;
  GtkWidget *row;
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  int now;
  guint selected = 0;

  if (self->desktop == NULL)
    return;

  now = g_settings_get_int (self->desktop, "lock-after-minutes");

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autofree char *label = NULL;

      label = minutes[i] == 0 ? g_strdup (_("Never"))
        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes", minutes[i]),
                           minutes[i]);
      gtk_string_list_append (labels, label);

      if (minutes[i] <= now)
        selected = i;
    }

  row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Lock after"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("When nobody has used it so long"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (minutes_cb), self->desktop, 0);

  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Locking"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (self->security_page, ADW_PREFERENCES_GROUP (group));
}

void
_tend_settings_add_security (TendSettings *self)
{
  add_lock (self);
  add_passphrase (self);
  add_recovery (self);
}
