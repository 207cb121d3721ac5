/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-payment-dialog.h"

#include "tend-form.h"
#include "tend-kinds.h"
#include "tend-payment-edit.h"
#include "tend-undo-toast.h"

#include <glib/gi18n-lib.h>

/* One payment on its way from the form to the toast. */
typedef struct
{
  GtkWidget   *parent; /* weak */
  GtkWindow   *dialog; /* weak */
  TendSession *session;
  char        *id;
  gboolean     stored;
  TendUndo    *undo;   /* made by the worker, taken by the toast */
} Payment;

static Payment *
payment_new (GtkWidget   *parent,
             TendSession *session,
             TendRecord  *record)
{
  Payment *payment = g_rc_box_new0 (Payment);

  g_set_weak_pointer (&payment->parent, parent);
  payment->session = g_object_ref (session);
  payment->id = g_strdup (tend_record_get_id (record));
  payment->stored = tend_record_is_stored (record);
  return payment;
}

static void
payment_clear (gpointer data)
{
  Payment *payment = data;

  g_clear_weak_pointer (&payment->parent);
  g_clear_weak_pointer (&payment->dialog);
  g_clear_object (&payment->session);
  g_clear_pointer (&payment->undo, tend_undo_free);
  g_free (payment->id);
}

static void
payment_unref (gpointer data)
{
  g_rc_box_release_full (data, payment_clear);
}

static void
say (Payment    *payment,
     const char *text)
{
  if (payment->parent != NULL)
    tend_undo_toast (payment->parent, payment->session, text, g_steal_pointer (&payment->undo));
}

/* Removing. */

static gpointer
remove_payment (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  return tend_payment_edit_remove (vault, data, error);
}

static void
removed_cb (GObject      *session,
            GAsyncResult *result,
            gpointer      data)
{
  Payment *payment = data;
  g_autoptr(GError) error = NULL;

  payment->undo = tend_session_finish (TEND_SESSION (session), result, &error);
  say (payment, payment->undo != NULL ? _("Payment removed.") : error->message);
  payment_unref (payment);
}

static void
remove_clicked_cb (Payment *payment)
{
  tend_session_change (payment->session, remove_payment, g_strdup (payment->id), g_free,
                       (GDestroyNotify) tend_undo_free, removed_cb, g_rc_box_acquire (payment));
  if (payment->dialog != NULL)
    gtk_window_close (payment->dialog);
}

static void
prepare (TendForm  *form,
         GtkWindow *dialog,
         gpointer   data)
{
  Payment *payment = data;
  GtkWidget *group = gtk_widget_get_ancestor (tend_form_find_row (form, "note"),
                                              ADW_TYPE_PREFERENCES_GROUP);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Remove Payment"));

  g_set_weak_pointer (&payment->dialog, dialog);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 24);
  gtk_widget_set_visible (button, payment->stored);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), payment);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
}

/* Saving. */

static TendRecord *
save (TendVault   *vault,
      TendRecord  *record,
      gpointer     data,
      GError     **error)
{
  Payment *payment = data;

  g_clear_pointer (&payment->undo, tend_undo_free);
  payment->undo = tend_payment_edit_save (vault, record, error);
  return payment->undo != NULL ? g_object_ref (record) : NULL;
}

static void
saved_cb (TendRecord *record,
          gpointer    data)
{
  Payment *payment = data;

  say (payment, payment->stored ? _("Payment changed.") : _("Payment recorded."));
}

void
tend_payment_dialog_present (GtkWidget   *parent,
                             TendSession *session,
                             TendRecord  *record)
{
  static const char * const fields[] = {
    "received_on", "amount_pence", "method", "", "receipt_number", "note", NULL
  };
  static const char * const with_client[] = {
    "client", "", "received_on", "amount_pence", "method", "", "receipt_number", "note", NULL
  };
  Payment *payment = payment_new (parent, session, record);
  gboolean open = !tend_record_is_set (record, "client");
  TendRecordDialogOptions options = {
    .title = payment->stored ? _("Payment") : _("Money Received"),
    .text = tend_record_is_set (record, "invoice")
            ? NULL : _("Money that is for no invoice yet is held for the client. It can be used "
                       "for an invoice later."),
    .fields = open ? with_client : fields,
    .prepare = prepare,
    .save = save,
    .save_data = payment,
    .keeps_drafts = TRUE,
    .on_saved = saved_cb,
    .user_data = payment,
    .free_user_data = payment_unref,
  };

  tend_record_dialog_present_full (parent, session, record, &options);
}

static gpointer
record_payment (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  return tend_payment_edit_save (vault, data, error);
}

static void
recorded_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      data)
{
  Payment *payment = data;
  g_autoptr(GError) error = NULL;

  payment->undo = tend_session_finish (TEND_SESSION (session), result, &error);
  say (payment, payment->undo != NULL ? _("Payment recorded.") : error->message);
  payment_unref (payment);
}

void
tend_payment_record (GtkWidget   *parent,
                     TendSession *session,
                     TendRecord  *record)
{
  tend_session_change (session, record_payment, tend_record_copy (record), g_object_unref,
                       (GDestroyNotify) tend_undo_free, recorded_cb,
                       payment_new (parent, session, record));
}
