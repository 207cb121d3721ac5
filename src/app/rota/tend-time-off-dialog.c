/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-time-off-dialog.h"

#include "tend-form.h"
#include "tend-kinds.h"
#include "tend-rows.h"
#include "tend-undo-toast.h"

#include <glib/gi18n-lib.h>

#define TEND_TYPE_TIME_OFF_DIALOG (tend_time_off_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendTimeOffDialog, tend_time_off_dialog, TEND, TIME_OFF_DIALOG, AdwWindow)

struct _TendTimeOffDialog
{
  AdwWindow            parent_instance;

  TendSession         *session;
  TendDate             date;
  GtkWidget           *owner;   /* weak */

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (TendTimeOffDialog, tend_time_off_dialog, ADW_TYPE_WINDOW)

static const char * const fields[] = { "kind", "starts_on", "ends_on", "", "told", "note", NULL };

/* "1 June 2026 – 14 June 2026, clients told 3 May 2026" */
static char *
describe (TendRecord *record)
{
  TendDate from = tend_record_get_int (record, "starts_on");
  TendDate to = tend_record_get_int (record, "ends_on");
  TendDate told = tend_record_get_int (record, "told");
  g_autofree char *first = tend_date_format (from, TEND_DATE_LONG);
  g_autofree char *last = tend_date_format (to, TEND_DATE_LONG);
  g_autofree char *days = from == to ? g_strdup (first)
  : g_strdup_printf (_("%s – %s"), first, last);
  g_autofree char *said = NULL;

  if (told == TEND_DATE_NONE)
    return g_strdup_printf (_("%s. Clients have not been told yet."), days);

  said = tend_date_format (told, TEND_DATE_LONG);
  return g_strdup_printf (_("%s. Clients were told on %s."), days, said);
}

static void
edit_cb (TendTimeOffDialog *self,
         GtkWidget         *row)
{
  tend_record_dialog_present (GTK_WIDGET (self), self->session,
                              g_object_get_data (G_OBJECT (row), "tend-record"), _("Time Off"),
                              fields, NULL, NULL);
}

static gpointer
remove_record (TendVault  *vault,
               gpointer    data,
               GError    **error)
{
  TendRecord *record = data;
  g_autoptr(TendUndo) undo = tend_undo_new ();

  if (!tend_undo_note (undo, vault, &tend_time_off_kind, tend_record_get_id (record), error) ||
      !tend_record_remove (vault, record, NULL, error) || !tend_undo_seal (undo, vault, error))
    return NULL;

  return g_steal_pointer (&undo);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(TendTimeOffDialog) self = data;
  g_autoptr(GError) error = NULL;
  TendUndo *undo = tend_session_finish (TEND_SESSION (source), result, &error);

  if (self->owner == NULL)
    g_clear_pointer (&undo, tend_undo_free);
  else
    tend_undo_toast (self->owner, TEND_SESSION (source),
                     undo != NULL ? _("Time off removed.") : error->message, undo);
}

static void
remove_cb (TendTimeOffDialog *self,
           GtkWidget         *button)
{
  TendRecord *record = g_object_get_data (G_OBJECT (button), "tend-record");

  tend_session_change (self->session, remove_record, tend_record_copy (record), g_object_unref,
                       (GDestroyNotify) tend_undo_free, removed_cb, g_object_ref (self));
}

static void
add_row (TendTimeOffDialog *self,
         TendRecord        *record)
{
  const TendField *kind = tend_kind_field (&tend_time_off_kind, "kind");
  const char *title = tend_field_choice_label (kind, tend_record_get_text (record, "kind"));
  g_autofree char *subtitle = describe (record);
  g_autofree char *label = g_strdup_printf (_("Remove %s, %s"), title, subtitle);
  GtkWidget *row = tend_row_link (title, subtitle);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "tend-record", g_object_ref (record), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "tend-record", g_object_ref (record),
                          g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  tend_rows_add (self->group, row, tend_record_get_id (record));
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  return tend_record_get_int (*(TendRecord * const *) a, "starts_on")
         - tend_record_get_int (*(TendRecord * const *) b, "starts_on");
}

static gpointer
load_all (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  return tend_record_load_all (vault, &tend_time_off_kind, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendTimeOffDialog) self = data;
  g_autoptr(GPtrArray) records = tend_session_finish (TEND_SESSION (source), result, NULL);
  gboolean any = FALSE;

  if (self->session == NULL || records == NULL)
    return;

  g_ptr_array_sort (records, compare_starts);
  tend_rows_begin (self->group);
  for (guint i = 0; i < records->len; i++)
    if (tend_record_get_int (records->pdata[i], "ends_on") >= self->date)
      {
        add_row (self, records->pdata[i]);
        any = TRUE;
      }
  if (!any)
    tend_rows_add (self->group, tend_row_nothing (_("No time off is planned.")), NULL);
  tend_rows_end (self->group);
}

static void
reload (TendTimeOffDialog *self)
{
  tend_session_query (self->session, load_all, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                      NULL, loaded_cb, g_object_ref (self));
}

static void
add_cb (TendTimeOffDialog *self)
{
  g_autoptr(TendRecord) record = tend_record_new (&tend_time_off_kind);

  tend_record_set_int (record, "starts_on", self->date);
  tend_record_set_int (record, "ends_on", self->date);
  tend_record_dialog_present (GTK_WIDGET (self), self->session, record, _("Time Off"), fields,
                              NULL, NULL);
}

static void
tend_time_off_dialog_dispose (GObject *object)
{
  TendTimeOffDialog *self = TEND_TIME_OFF_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_TIME_OFF_DIALOG);
  g_clear_object (&self->session);
  g_clear_weak_pointer (&self->owner);

  G_OBJECT_CLASS (tend_time_off_dialog_parent_class)->dispose (object);
}

static void
tend_time_off_dialog_class_init (TendTimeOffDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_time_off_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-time-off-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendTimeOffDialog, group);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tend_time_off_dialog_init (TendTimeOffDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tend_time_off_dialog_present (GtkWidget   *parent,
                              TendSession *session,
                              TendDate     date)
{
  TendTimeOffDialog *self = g_object_new (TEND_TYPE_TIME_OFF_DIALOG,
                                          "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->date = date;
  g_set_weak_pointer (&self->owner, parent);
  g_signal_connect_object (session, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
}
