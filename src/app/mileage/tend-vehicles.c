/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-vehicles.h"

#include "tend-dialog.h"
#include "tend-field-text.h"
#include "tend-form.h"
#include "tend-kinds.h"
#include "tend-rows.h"
#include "tend-undo-toast.h"

#include <glib/gi18n-lib.h>

static const char * const fields[] = { "name", "kind", "registration", NULL };

/* The window, and what belongs to it. */
typedef struct
{
  GtkWindow           *window;   /* owns this */
  TendSession         *session;
  GCancellable        *asking;
  AdwPreferencesGroup *group;
} Vehicles;

static void
vehicles_free (gpointer data)
{
  Vehicles *self = data;

  g_cancellable_cancel (self->asking);
  g_object_unref (self->asking);
  g_object_unref (self->session);
  g_free (self);
}

/* Removing. */

static gpointer
remove_vehicle (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  g_autoptr(TendUndo) undo = tend_undo_new ();
  g_autoptr(TendRecord) vehicle = tend_record_load (vault, &tend_vehicle_kind, data, error);

  if (vehicle == NULL || !tend_undo_note (undo, vault, &tend_vehicle_kind, data, error) ||
      !tend_record_remove (vault, vehicle, NULL, error) || !tend_undo_seal (undo, vault, error))
    return NULL;

  return g_steal_pointer (&undo);
}

static void
removed_cb (GObject      *session,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GtkWidget) group = data;
  g_autoptr(GError) error = NULL;
  TendUndo *undo = tend_session_finish (TEND_SESSION (session), result, &error);

  tend_undo_toast (group, TEND_SESSION (session),
                   undo != NULL ? _("Vehicle removed.")
                   : _("Journeys were made in this vehicle, so it stays in the book."), undo);
}

static void
remove_cb (GtkButton *button,
           Vehicles  *self)
{
  tend_session_change (self->session, remove_vehicle,
                       g_strdup (g_object_get_data (G_OBJECT (button), "vehicle")), g_free,
                       (GDestroyNotify) tend_undo_free, removed_cb, g_object_ref (self->group));
}

/* The list. */

static void
row_activated_cb (GtkWidget *row,
                  Vehicles  *self)
{
  tend_record_dialog_present (GTK_WIDGET (self->window), self->session,
                              g_object_get_data (G_OBJECT (row), "vehicle"), _("Vehicle"), fields,
                              NULL, NULL);
}

static void
add_cb (Vehicles *self)
{
  g_autoptr(TendRecord) vehicle = tend_record_new (&tend_vehicle_kind);

  tend_record_dialog_present (GTK_WIDGET (self->window), self->session, vehicle,
                              _("Add a Vehicle"), fields, NULL, NULL);
}

static void
add_row (Vehicles   *self,
         TendRecord *vehicle)
{
  const char *name = tend_record_get_text (vehicle, "name");
  const char *registration = tend_record_get_text (vehicle, "registration");
  g_autofree char *kind = tend_field_text_show (vehicle, "kind");
  g_autofree char *subtitle = registration != NULL ? g_strdup_printf ("%s, %s", kind, registration)
                                                   : g_strdup (kind);
  g_autofree char *label = g_strdup_printf (_("Remove %s"), name);
  GtkWidget *row = tend_row_link (name, subtitle);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "vehicle", g_strdup (tend_record_get_id (vehicle)),
                          g_free);
  g_object_set_data_full (G_OBJECT (row), "vehicle", g_object_ref (vehicle), g_object_unref);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  tend_rows_add (self->group, row, tend_record_get_id (vehicle));
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  return tend_record_load_all (vault, &tend_vehicle_kind, error);
}

static void
loaded_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  Vehicles *self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) vehicles = tend_session_finish (TEND_SESSION (session), result, &error);

  /* The window has gone, and this with it. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || vehicles == NULL)
    return;

  tend_rows_begin (self->group);
  for (guint i = 0; i < vehicles->len; i++)
    add_row (self, vehicles->pdata[i]);
  if (vehicles->len == 0)
    tend_rows_add (self->group, tend_row_nothing (_("No vehicle yet: journeys count as by car.")),
                   NULL);
  tend_rows_end (self->group);
}

static void
reload (GtkWindow *window)
{
  Vehicles *self = g_object_get_data (G_OBJECT (window), "vehicles");

  tend_session_query (self->session, load, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                      self->asking, loaded_cb, self);
}

static GtkWidget *
content (Vehicles *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *add = tend_head_button (_("_Add…"), _("Add a vehicle"));
  GtkWidget *toasts = adw_toast_overlay_new ();

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Vehicles"));
  adw_preferences_group_set_description (self->group,
    _("What a mile is worth depends on the kind of vehicle. Cars and vans share one limit."));
  adw_preferences_group_set_header_suffix (self->group, add);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);

  gtk_widget_add_css_class (header, "flat");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new ("", NULL));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  tend_dialog_close_on_escape (box);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), box);

  return toasts;
}

void
tend_vehicles_present (GtkWidget   *parent,
                       TendSession *session)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  Vehicles *self = g_new0 (Vehicles, 1);

  self->window = GTK_WINDOW (adw_window_new ());
  self->session = g_object_ref (session);
  self->asking = g_cancellable_new ();
  gtk_window_set_title (self->window, _("Vehicles"));
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_transient_for (self->window, GTK_WINDOW (root));
  gtk_window_set_default_size (self->window, 480, 440);
  tend_dialog_close_on_escape (GTK_WIDGET (self->window));
  g_object_set_data_full (G_OBJECT (self->window), "vehicles", self, vehicles_free);
  adw_window_set_content (ADW_WINDOW (self->window), content (self));
  g_signal_connect_object (session, "changed", G_CALLBACK (reload), self->window,
                           G_CONNECT_SWAPPED);
  reload (self->window);
  tend_dialog_fit (self->window, root);
  gtk_window_present (self->window);
}
