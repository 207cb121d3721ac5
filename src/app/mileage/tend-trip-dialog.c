/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-trip-dialog.h"

#include "tend-complete.h"
#include "tend-form.h"
#include "tend-journeys.h"
#include "tend-trip-edit.h"
#include "tend-undo-toast.h"

#include <glib/gi18n-lib.h>

/* One journey on its way from the question to the toast. */
typedef struct
{
  GtkWidget     *parent;     /* weak: what it was opened from */
  GtkWindow     *dialog;     /* weak */
  TendSession   *session;
  TendForm      *form;       /* weak */
  char          *id;         /* NULL for a new one */
  TendDate       today;
  TendTripSheet *sheet;
  char          *route;      /* "from\nto" that the miles were last asked for */
  gint64         miles;      /* what was filled in, 0 for nothing */
  gboolean       back;       /* read by the worker when it saves */
  TendUndo      *undo;       /* made by the worker, taken by the toast */
} Trip;

static Trip *
trip_new (GtkWidget   *parent,
          TendSession *session,
          const char  *id)
{
  Trip *trip = g_rc_box_new0 (Trip);

  g_set_weak_pointer (&trip->parent, parent);
  trip->session = g_object_ref (session);
  trip->id = g_strdup (id);
  trip->today = tend_session_get_today (session);
  return trip;
}

static void
trip_clear (gpointer data)
{
  Trip *trip = data;

  g_clear_weak_pointer (&trip->parent);
  g_clear_weak_pointer (&trip->dialog);
  g_clear_weak_pointer (&trip->form);
  g_clear_object (&trip->session);
  g_clear_pointer (&trip->sheet, tend_trip_sheet_free);
  g_clear_pointer (&trip->undo, tend_undo_free);
  g_free (trip->id);
  g_free (trip->route);
}

static void
trip_unref (gpointer data)
{
  g_rc_box_release_full (data, trip_clear);
}

static void
say (Trip       *trip,
     const char *text)
{
  if (trip->parent != NULL)
    tend_undo_toast (trip->parent, trip->session, text, g_steal_pointer (&trip->undo));
}

/* Removing. */

static gpointer
remove_trip (TendVault  *vault,
             gpointer    data,
             GError    **error)
{
  return tend_trip_edit_remove (vault, data, error);
}

static void
removed_cb (GObject      *session,
            GAsyncResult *result,
            gpointer      data)
{
  Trip *trip = data;
  g_autoptr(GError) error = NULL;

  trip->undo = tend_session_finish (TEND_SESSION (session), result, &error);
  say (trip, trip->undo != NULL ? _("Journey removed.") : error->message);
  trip_unref (trip);
}

static void
remove_clicked_cb (Trip *trip)
{
  tend_session_change (trip->session, remove_trip, g_strdup (trip->id), g_free,
                       (GDestroyNotify) tend_undo_free, removed_cb, g_rc_box_acquire (trip));
  if (trip->dialog != NULL)
    gtk_window_close (trip->dialog);
}

/* Miles of the last time. */

static gpointer
ask_miles (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  g_auto(GStrv) places = g_strsplit (data, "\n", 2);

  return GSIZE_TO_POINTER ((gsize) tend_trips_last_miles (vault, places[0], places[1]));
}

static void
miles_answered_cb (GObject      *session,
                   GAsyncResult *result,
                   gpointer      data)
{
  Trip *trip = data;
  gint64 miles = GPOINTER_TO_SIZE (tend_session_finish (TEND_SESSION (session), result, NULL));
  TendRecord *record = trip->form != NULL ? tend_form_get_record (trip->form) : NULL;

  /* What was typed by hand is left alone. */
  if (record != NULL && miles > 0 && tend_record_get_int (record, "miles_tenths") == trip->miles)
    {
      trip->miles = miles;
      tend_record_set_int (record, "miles_tenths", miles);
      tend_form_show (trip->form, "miles_tenths");
    }
  trip_unref (trip);
}

static void
form_changed_cb (TendForm *form,
                 Trip     *trip)
{
  TendRecord *record = tend_form_get_record (form);
  const char *from = tend_record_get_text (record, "from");
  const char *to = tend_record_get_text (record, "to");
  g_autofree char *route = NULL;

  if (from == NULL || to == NULL ||
      tend_record_get_int (record, "miles_tenths") != trip->miles)
    return;

  route = g_strconcat (from, "\n", to, NULL);
  if (g_strcmp0 (route, trip->route) == 0)
    return;

  g_free (trip->route);
  trip->route = g_steal_pointer (&route);
  tend_session_query (trip->session, ask_miles, g_strdup (trip->route), g_free, NULL, NULL,
                      miles_answered_cb, g_rc_box_acquire (trip));
}

/* The window. */

static void
back_cb (GtkSwitch  *toggle,
         GParamSpec *pspec,
         Trip       *trip)
{
  trip->back = gtk_switch_get_active (toggle);
}

static void
add_back_row (TendForm *form,
              Trip     *trip)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  GtkWidget *group = gtk_widget_get_ancestor (tend_form_find_row (form, "miles_tenths"),
                                              ADW_TYPE_PREFERENCES_GROUP);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("And back again"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Logs the way back too, with the same miles"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("And back again"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Logs the way back too, with the same miles"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_signal_connect (toggle, "notify::active", G_CALLBACK (back_cb), trip);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_remove_button (TendForm *form,
                   Trip     *trip)
{
  GtkWidget *group = gtk_widget_get_ancestor (tend_form_find_row (form, "purpose"),
                                              ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Remove Journey"));

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 24);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), trip);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
}

static void
prepare (TendForm  *form,
         GtkWindow *dialog,
         gpointer   data)
{
  static const char * const billed[] = { "date", "miles_tenths", "client", "chargeable" };
  Trip *trip = data;

  g_set_weak_pointer (&trip->dialog, dialog);
  g_set_weak_pointer (&trip->form, form);
  trip->miles = tend_record_get_int (trip->sheet->trip, "miles_tenths");

  tend_complete_attach (TEND_ENTRY_ROW (tend_form_find_row (form, "from")), trip->sheet->places,
                        _("Places you started from or went to before"));
  tend_complete_attach (TEND_ENTRY_ROW (tend_form_find_row (form, "to")), trip->sheet->places,
                        _("Places you started from or went to before"));

  if (trip->id == NULL)
    {
      add_back_row (form, trip);
      g_signal_connect (form, "changed", G_CALLBACK (form_changed_cb), trip);
    }
  else if (trip->sheet->invoice == NULL)
    add_remove_button (form, trip);

  for (guint i = 0; trip->sheet->invoice != NULL && i < G_N_ELEMENTS (billed); i++)
    gtk_widget_set_sensitive (tend_form_find_row (form, billed[i]), FALSE);
}

/* Worker; the dialog keeps the journey until it is answered. */
static TendRecord *
save (TendVault   *vault,
      TendRecord  *record,
      gpointer     data,
      GError     **error)
{
  Trip *trip = data;

  g_clear_pointer (&trip->undo, tend_undo_free);
  trip->undo = tend_trip_edit_save (vault, record, trip->id == NULL && trip->back, error);
  return trip->undo != NULL ? g_object_ref (record) : NULL;
}

static void
saved_cb (TendRecord *record,
          gpointer    data)
{
  Trip *trip = data;

  say (trip, trip->id != NULL ? _("Journey changed.")
             : trip->back ? _("Journey there and back logged.") : _("Journey logged."));
}

static void
present (Trip *trip)
{
  static const char * const fields[] = {
    "date", "kind", "", "from", "to", "miles_tenths", "", "client", "chargeable", "",
    "purpose", "vehicle", NULL
  };
  g_autofree char *text = NULL;
  TendRecordDialogOptions options = {
    .title = trip->id != NULL ? _("Journey") : _("Log a Journey"),
    .fields = fields,
    .client_label = _("Nobody"),
    .prepare = prepare,
    .save = save,
    .save_data = trip,
    .keeps_drafts = TRUE,
    .on_saved = saved_cb,
    .user_data = g_rc_box_acquire (trip),
    .free_user_data = trip_unref,
  };

  if (trip->sheet->invoice != NULL)
    {
      text = g_strdup_printf (_("This journey is on invoice %s, so its day, miles and client stay "
                                "as they are. To correct them, cancel the invoice with a credit "
                                "note first."), trip->sheet->invoice);
      options.text = text;
    }

  tend_record_dialog_present_full (trip->parent, trip->session, trip->sheet->trip, &options);
}

static gpointer
load_sheet (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  const Trip *trip = data;

  return tend_trip_sheet_load (vault, trip->id, trip->today, error);
}

static void
loaded_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  Trip *trip = data;
  g_autoptr(GError) error = NULL;

  trip->sheet = tend_session_finish (TEND_SESSION (session), result, &error);
  if (trip->sheet == NULL)
    say (trip, error->message);
  else if (trip->parent != NULL)
    present (trip);

  trip_unref (trip);
}

void
tend_trip_dialog_present (GtkWidget   *parent,
                          TendSession *session,
                          const char  *id)
{
  Trip *trip;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (TEND_IS_SESSION (session));

  trip = trip_new (parent, session, id);
  tend_session_query (session, load_sheet, trip, NULL, (GDestroyNotify) tend_trip_sheet_free,
                      NULL, loaded_cb, trip);
}
