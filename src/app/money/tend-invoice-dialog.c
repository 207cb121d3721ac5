/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-invoice-dialog.h"

#include "tend-clients.h"
#include "tend-compose.h"
#include "tend-dialog.h"
#include "tend-document-dialog.h"
#include "tend-field-text.h"
#include "tend-invoices.h"
#include "tend-kinds.h"
#include "tend-ledger.h"
#include "tend-money.h"
#include "tend-payment-dialog.h"
#include "tend-question.h"
#include "tend-rows.h"
#include "tend-undo-toast.h"

#include <glib/gi18n-lib.h>

#define TEND_TYPE_INVOICE_DIALOG (tend_invoice_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TendInvoiceDialog, tend_invoice_dialog, TEND, INVOICE_DIALOG, AdwWindow)

struct _TendInvoiceDialog
{
  AdwWindow             parent_instance;

  TendSession          *session;
  char                 *number;    /* or id, as it was asked for */
  TendInvoice          *invoice;   /* NULL until the answer has come */
  char                 *client_name;
  gint64                credit;    /* pence held for the client */
  TendInvoiceValues    *values;
  gboolean              told;      /* the state is read out with the next answer */

  AdwToastOverlay      *toasts;
  AdwWindowTitle       *title;
  GtkLabel             *amount;
  GtkLabel             *state;
  AdwActionRow         *client_row;
  AdwPreferencesGroup  *payments_group;
  AdwPreferencesGroup  *actions_group;
  GtkWidget            *pay_box;
  GtkButton            *use_button;
};

G_DEFINE_FINAL_TYPE (TendInvoiceDialog, tend_invoice_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  TendInvoice       *invoice;
  TendInvoiceValues *values;
  char              *client_name;
  gint64             credit;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->invoice, tend_invoice_free);
  g_clear_pointer (&answer->values, tend_invoice_values_free);
  g_free (answer->client_name);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

typedef struct
{
  char     *number;
  TendDate  today;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->number);
  g_free (question);
}

static gpointer
ask (TendVault  *vault,
     gpointer    data,
     GError    **error)
{
  const Question *question = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(TendOwed) owed = NULL;
  const char *client_id;

  answer->invoice = tend_invoice_load (vault, question->number, error);
  if (answer->invoice == NULL)
    return NULL;

  client_id = tend_record_get_text (answer->invoice->record, "client");
  client = tend_record_load (vault, &tend_client_kind, client_id, error);
  owed = client != NULL ? tend_invoices_owed (vault, client_id, question->today, error) : NULL;
  if (owed == NULL)
    return NULL;

  answer->client_name = tend_client_name (client);
  answer->credit = owed->credit_pence;
  answer->values = tend_compose_invoice_load (vault, question->number, error);
  return answer->values != NULL ? g_steal_pointer (&answer) : NULL;
}

static gint64
owed (TendInvoiceDialog *self)
{
  return self->invoice->total_pence - self->invoice->paid_pence - self->invoice->credited_pence;
}

static gboolean
is_credit_note (TendInvoiceDialog *self)
{
  return tend_record_is_set (self->invoice->record, "credits");
}

/* One plain sentence on where it stands. */
static char *
describe_state (TendInvoiceDialog *self)
{
  g_autofree char *issued =
    tend_date_format (tend_record_get_int (self->invoice->record, "issued_on"), TEND_DATE_LONG);
  g_autofree char *due =
    tend_date_format (tend_record_get_int (self->invoice->record, "due_on"), TEND_DATE_LONG);
  g_autofree char *rest = tend_money_format (owed (self));

  if (is_credit_note (self))
    return g_strdup_printf (_("Credit note of %s for invoice %s."), issued,
                            self->invoice->credits_number);
  if (self->invoice->credited_pence != 0)
    return g_strdup_printf (_("Issued on %s, and cancelled by a credit note."), issued);
  if (owed (self) <= 0)
    return g_strdup_printf (_("Issued on %s, and paid."), issued);
  if (self->invoice->paid_pence > 0)
    return g_strdup_printf (_("%s still to be paid; due %s."), rest, due);

  return g_strdup_printf (_("Issued on %s; due %s."), issued, due);
}

static void
payment_activated_cb (TendInvoiceDialog *self,
                      GtkWidget         *row)
{
  tend_payment_dialog_present (GTK_WIDGET (self), self->session,
                               g_object_get_data (G_OBJECT (row), "payment"));
}

static void
show_payments (TendInvoiceDialog *self)
{
  tend_rows_begin (self->payments_group);
  for (guint i = 0; i < self->invoice->payments->len; i++)
    {
      TendRecord *payment = self->invoice->payments->pdata[i];
      g_autofree char *day = tend_field_text_show (payment, "received_on");
      g_autofree char *method = tend_field_text_show (payment, "method");
      g_autofree char *amount = tend_field_text_show (payment, "amount_pence");
      GtkWidget *row = tend_ledger_row (day, method, amount, NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "payment", g_object_ref (payment), g_object_unref);
      g_signal_connect_object (row, "activated", G_CALLBACK (payment_activated_cb), self,
                               G_CONNECT_SWAPPED);
      tend_rows_add (self->payments_group, row, tend_record_get_id (payment));
    }

  tend_rows_end (self->payments_group);
  gtk_widget_set_visible (GTK_WIDGET (self->payments_group), self->invoice->payments->len > 0);
}

/* What can be done depends on what is still owed. */
static void
show_actions (TendInvoiceDialog *self)
{
  gboolean open = !is_credit_note (self) && self->invoice->credited_pence == 0;
  gboolean unpaid = open && owed (self) > 0;
  g_autofree char *usable = tend_money_format (MIN (self->credit, owed (self)));
  g_autofree char *label = g_strdup_printf (_("_Use %s Held as Credit"), usable);

  gtk_button_set_label (self->use_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->use_button), unpaid && self->credit > 0);
  gtk_widget_set_visible (self->pay_box, unpaid);
  gtk_widget_set_visible (GTK_WIDGET (self->actions_group), open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invoice.paid", unpaid);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invoice.payment", unpaid);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invoice.use", unpaid && self->credit > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "invoice.credit", open);
}

static void
show (TendInvoiceDialog *self)
{
  const char *number = tend_record_get_text (self->invoice->record, "number");
  g_autofree char *title =
    g_strdup_printf (is_credit_note (self) ? _("Credit Note %s") : _("Invoice %s"), number);
  g_autofree char *total = tend_money_format (self->invoice->total_pence);
  g_autofree char *state = describe_state (self);

  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->amount, total);
  gtk_label_set_label (self->state, state);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->client_row), FALSE);
  adw_action_row_set_subtitle (self->client_row, self->client_name);
  show_payments (self);
  show_actions (self);
}

static void
answered_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(TendInvoiceDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(Answer) answer = tend_session_finish (TEND_SESSION (session), result, &error);

  if (self->session == NULL)
    return; /* closed meanwhile */
  if (answer == NULL)
    {
      gtk_label_set_label (self->state, error->message);
      return;
    }

  g_clear_pointer (&self->invoice, tend_invoice_free);
  g_clear_pointer (&self->values, tend_invoice_values_free);
  g_free (self->client_name);
  self->invoice = g_steal_pointer (&answer->invoice);
  self->values = g_steal_pointer (&answer->values);
  self->client_name = g_steal_pointer (&answer->client_name);
  self->credit = answer->credit;
  show (self);

  /* The button that was pressed may be gone: the outcome has the focus. */
  if (self->told)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->state));
      gtk_label_select_region (self->state, 0, 0);
    }
  self->told = FALSE;
}

static void
reload (TendInvoiceDialog *self)
{
  Question *question = g_new0 (Question, 1);

  question->number = g_strdup (self->number);
  question->today = tend_session_get_today (self->session);
  tend_session_query (self->session, ask, question, question_free, answer_free, NULL,
                      answered_cb, g_object_ref (self));
}

static void
client_cb (TendInvoiceDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *client = NULL;

  if (self->invoice == NULL)
    return;

  client = g_strdup (tend_record_get_text (self->invoice->record, "client"));
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open", "(ss)", "client", client);
}

static void
view_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendInvoiceDialog *self = TEND_INVOICE_DIALOG (widget);
  g_autoptr(TendDocument) document = NULL;
  g_autofree char *file_name = NULL;

  if (self->values == NULL)
    return;

  document = tend_compose_invoice_document (self->values);
  file_name = g_strdup_printf (is_credit_note (self) ? _("Credit note %s") : _("Invoice %s"),
                               tend_record_get_text (self->invoice->record, "number"));
  tend_document_dialog_present (widget, document, file_name,
                                _("a name, an address and the visits charged"), NULL, NULL, NULL);
}

static TendRecord *
new_payment (TendInvoiceDialog *self)
{
  TendRecord *payment = tend_record_new (&tend_payment_kind);

  tend_record_set_text (payment, "client", tend_record_get_text (self->invoice->record, "client"));
  tend_record_set_text (payment, "invoice", tend_record_get_id (self->invoice->record));
  tend_record_set_int (payment, "received_on", tend_session_get_today (self->session));
  tend_record_set_int (payment, "amount_pence", owed (self));

  return payment;
}

static void
paid_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TendInvoiceDialog *self = TEND_INVOICE_DIALOG (widget);
  g_autoptr(TendRecord) payment = new_payment (self);

  self->told = TRUE;
  tend_payment_record (GTK_WIDGET (self->amount), self->session, payment);
}

static void
payment_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TendInvoiceDialog *self = TEND_INVOICE_DIALOG (widget);
  g_autoptr(TendRecord) payment = new_payment (self);

  self->told = TRUE;
  tend_record_clear (payment, "amount_pence");
  tend_payment_dialog_present (GTK_WIDGET (self->amount), self->session, payment);
}

static void
use_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  TendInvoiceDialog *self = TEND_INVOICE_DIALOG (widget);

  self->told = TRUE;
  tend_payment_use (GTK_WIDGET (self->amount), self->session,
                    tend_record_get_text (self->invoice->record, "client"), NULL,
                    tend_record_get_id (self->invoice->record));
}

/* Taking it back. */

typedef struct
{
  char     *number;
  char     *reason;
  TendDate  today;
} Credit;

static void
credit_free (gpointer data)
{
  Credit *credit = data;

  g_free (credit->number);
  g_free (credit->reason);
  g_free (credit);
}

static gpointer
issue_credit (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  const Credit *credit = data;
  g_autoptr(TendInvoice) note =
    tend_invoice_credit (vault, credit->number, credit->reason, credit->today, error);

  return note != NULL ? g_strdup (tend_record_get_text (note->record, "number")) : NULL;
}

static void
credited_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr(TendInvoiceDialog) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *number = tend_session_finish (TEND_SESSION (session), result, &error);
  g_autofree char *message =
    number != NULL
    ? g_strdup_printf (_("Credit note %s is issued; the visits can be charged again."), number)
    : NULL;

  if (self->session != NULL)
    tend_undo_toast (GTK_WIDGET (self->amount), self->session,
                     message != NULL ? message : error->message, NULL);
}

static void
credit_answered_cb (const char *id,
                    const char *reason,
                    gpointer    data)
{
  g_autoptr(TendInvoiceDialog) self = data;
  Credit *credit;

  if (id == NULL || self->session == NULL)
    return;

  self->told = TRUE;
  credit = g_new0 (Credit, 1);
  credit->number = g_strdup (self->number);
  credit->reason = g_strdup (reason);
  credit->today = tend_session_get_today (self->session);
  tend_session_change (self->session, issue_credit, credit, credit_free, g_free, credited_cb,
                       g_object_ref (self));
}

static void
credit_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const TendAnswer answers[] = {
    { "credit", _("Issue a credit note"),
      _("It gets the next number and takes the whole of the invoice back. Both stay on the "
        "account, and the visits can be put on a new invoice.") },
  };

  tend_question_present (widget, _("Cancel This Invoice?"),
                         _("An issued invoice is never changed. What has been paid for it is "
                           "held as credit."),
                         _("Reason, printed on the credit note"), answers,
                         G_N_ELEMENTS (answers), credit_answered_cb, g_object_ref (widget));
}

static void
tend_invoice_dialog_dispose (GObject *object)
{
  TendInvoiceDialog *self = TEND_INVOICE_DIALOG (object);

  g_clear_pointer (&self->invoice, tend_invoice_free);
  g_clear_pointer (&self->values, tend_invoice_values_free);
  g_clear_pointer (&self->client_name, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_INVOICE_DIALOG);

  G_OBJECT_CLASS (tend_invoice_dialog_parent_class)->dispose (object);
}

static void
tend_invoice_dialog_class_init (TendInvoiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tend_invoice_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-invoice-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TendInvoiceDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TendInvoiceDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TendInvoiceDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, TendInvoiceDialog, state);
  gtk_widget_class_bind_template_child (widget_class, TendInvoiceDialog, client_row);
  gtk_widget_class_bind_template_child (widget_class, TendInvoiceDialog, payments_group);
  gtk_widget_class_bind_template_child (widget_class, TendInvoiceDialog, actions_group);
  gtk_widget_class_bind_template_child (widget_class, TendInvoiceDialog, pay_box);
  gtk_widget_class_bind_template_child (widget_class, TendInvoiceDialog, use_button);
  gtk_widget_class_bind_template_callback (widget_class, client_cb);

  gtk_widget_class_install_action (widget_class, "invoice.view", NULL, view_action);
  gtk_widget_class_install_action (widget_class, "invoice.paid", NULL, paid_action);
  gtk_widget_class_install_action (widget_class, "invoice.payment", NULL, payment_action);
  gtk_widget_class_install_action (widget_class, "invoice.use", NULL, use_action);
  gtk_widget_class_install_action (widget_class, "invoice.credit", NULL, credit_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "invoice.view",
                                       NULL);
}

static void
tend_invoice_dialog_init (TendInvoiceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_dialog_close_on_escape (adw_toast_overlay_get_child (self->toasts));
}

void
tend_invoice_dialog_present (GtkWidget   *parent,
                             TendSession *session,
                             const char  *number)
{
  TendInvoiceDialog *self = g_object_new (TEND_TYPE_INVOICE_DIALOG,
                                          "transient-for", gtk_widget_get_root (parent), NULL);

  self->session = g_object_ref (session);
  self->number = g_strdup (number);
  g_signal_connect_object (session, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  tend_dialog_fit (GTK_WINDOW (self), gtk_widget_get_root (parent));
  gtk_window_present (GTK_WINDOW (self));
}
