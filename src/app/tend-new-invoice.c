/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-new-invoice.h"

#include "tend-compat.h"
#include "tend-compose.h"
#include "tend-document-dialog.h"
#include "tend-form.h"
#include "tend-invoice-dialog.h"
#include "tend-invoices.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-page.h"

#include <glib/gi18n-lib.h>

/* One invoice on its way: handed from question to preview to issue. */
typedef struct
{
  GtkWidget         *parent;   /* weak */
  GtkWidget         *dialog;   /* weak: the preview */
  TendSession       *session;
  char              *client;
  TendDate           from;
  TendDate           to;
  TendDate           today;
  char              *warning;  /* what is left out, and that it is final */
  char              *number;   /* once it is issued */
  TendInvoiceValues *values;
} Job;

static Job *
job_new (GtkWidget   *parent,
         TendSession *session,
         const char  *client,
         TendDate     from,
         TendDate     to)
{
  Job *job = g_rc_box_new0 (Job);

  g_set_weak_pointer (&job->parent, parent);
  job->session = g_object_ref (session);
  job->client = g_strdup (client);
  job->from = from;
  job->to = to;
  job->today = tend_session_get_today (session);

  return job;
}

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_clear_weak_pointer (&job->parent);
  g_clear_weak_pointer (&job->dialog);
  g_clear_object (&job->session);
  g_clear_pointer (&job->values, tend_invoice_values_free);
  g_free (job->client);
  g_free (job->warning);
  g_free (job->number);
}

static void
job_unref (gpointer data)
{
  g_rc_box_release_full (data, job_clear);
}

static void
issued_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (session), result, &error);

  if (job->parent != NULL && error != NULL)
    {
      tend_toast (job->parent, error->message);
    }
  else if (job->parent != NULL)
    {
      g_autofree char *message = g_strdup_printf (_("Invoice %s is issued."), job->number);

      if (job->dialog != NULL)
        gtk_window_destroy (GTK_WINDOW (job->dialog));
      tend_toast (job->parent, message);
      tend_invoice_dialog_present (job->parent, job->session, job->number);
    }

  job_unref (job);
}

/* Worker: the number is written before the callback runs, and read after it. */
static gpointer
issue (TendVault  *vault,
       gpointer    data,
       GError    **error)
{
  Job *job = data;
  g_autoptr(TendInvoice) invoice =
    tend_invoice_issue (vault, job->client, job->from, job->to, job->today, error);

  if (invoice != NULL)
    job->number = g_strdup (tend_record_get_text (invoice->record, "number"));

  return NULL;
}

static void
confirmed_cb (gpointer data)
{
  Job *job = data;

  tend_session_change (job->session, issue, job, NULL, NULL, issued_cb, g_rc_box_acquire (job));
}

static void
issue_clicked_cb (GtkWindow *dialog,
                  gpointer   data)
{
  Job *job = data;

  g_set_weak_pointer (&job->dialog, GTK_WIDGET (dialog));
  tend_compat_confirm (GTK_WIDGET (dialog), _("Issue This Invoice?"), job->warning,
                       _("_Issue Invoice"), FALSE, confirmed_cb, job);
}

static char *
warning_for (const TendInvoice *invoice)
{
  g_autofree char *total = tend_money_format (invoice->total_pence);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _("It gets the next number and then stays as it is: a slip is put right with a credit note. "
                                  "The total is %s."), total);
  for (guint i = 0; i < invoice->remarks->len; i++)
    g_string_append_printf (text, "\n\n%s", (char *) invoice->remarks->pdata[i]);

  return g_string_free (text, FALSE);
}

static gpointer
load_draft (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  Job *job = data;
  g_autoptr(TendInvoice) invoice =
    tend_invoice_preview (vault, job->client, job->from, job->to, job->today, error);

  if (invoice == NULL)
    return NULL;

  if (invoice->lines->len == 0)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("There is nothing to charge in these days: no visit is recorded as done "
                             "that is not on an invoice already."));
      return NULL;
    }

  job->warning = warning_for (invoice);
  job->values = tend_compose_invoice_values (vault, invoice, error);
  return NULL;
}

static void
loaded_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (session), result, &error);

  if (job->parent != NULL && error != NULL)
    {
      tend_toast (job->parent, error->message);
    }
  else if (job->parent != NULL)
    {
      g_autoptr(TendDocument) document = tend_compose_invoice_document (job->values);
      GtkWindow *dialog =
        tend_document_dialog_present (job->parent, document, _("Draft invoice"),
                                      _("a name, an address and the visits charged"),
                                      _("_Issue Invoice…"), issue_clicked_cb, job);

      /* The preview keeps the job for as long as it is open. */
      g_object_set_data_full (G_OBJECT (dialog), "job", g_rc_box_acquire (job), job_unref);
    }

  job_unref (job);
}

void
tend_new_invoice_preview (GtkWidget   *parent,
                          TendSession *session,
                          const char  *client,
                          TendDate     from,
                          TendDate     to)
{
  Job *job = job_new (parent, session, client, from, to);

  tend_session_query (session, load_draft, job, NULL, NULL, NULL, loaded_cb, job);
}

/* The window that asks for whom and for which days. */
typedef struct
{
  GtkWidget   *parent; /* weak */
  GtkWindow   *window;
  TendSession *session;
  TendForm    *form;
} Chooser;

static void
chooser_free (gpointer data)
{
  Chooser *chooser = data;

  g_clear_weak_pointer (&chooser->parent);
  g_object_unref (chooser->form);
  g_object_unref (chooser->session);
  g_free (chooser);
}

static void
preview_clicked_cb (Chooser *chooser)
{
  TendRecord *record = tend_form_get_record (chooser->form);
  const char *client = tend_record_get_text (record, "client");
  TendDate from = tend_record_get_int (record, "period_from");
  TendDate to = tend_record_get_int (record, "period_to");

  if (client == NULL)
    tend_form_set_fault (chooser->form, "client", _("Choose whose visits to charge for."));
  else if (from == TEND_DATE_NONE)
    tend_form_set_fault (chooser->form, "period_from", _("Say from which day."));
  else if (to == TEND_DATE_NONE || to < from)
    tend_form_set_fault (chooser->form, "period_to", _("Say to which day; not before the first."));
  else if (chooser->parent != NULL)
    {
      tend_new_invoice_preview (chooser->parent, chooser->session, client, from, to);
      gtk_window_destroy (chooser->window);
    }
}

static GtkWidget *
chooser_content (Chooser *chooser)
{
  static const char * const fields[] = { "client", "period_from", "period_to", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *preview = gtk_button_new_with_mnemonic (_("_Preview"));
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), preview);
  gtk_widget_add_css_class (preview, "suggested-action");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), chooser->window);
  g_signal_connect_swapped (preview, "clicked", G_CALLBACK (preview_clicked_cb), chooser);
  gtk_window_set_default_widget (chooser->window, preview);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
    _("Everything recorded as done in these days that is not on an invoice yet."));
  tend_form_add (chooser->form, ADW_PREFERENCES_GROUP (group), fields);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);

  return box;
}

static gboolean
close_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

void
tend_new_invoice_present (GtkWidget   *parent,
                          TendSession *session,
                          const char  *client)
{
  g_autoptr(TendRecord) record = tend_record_new (&tend_invoice_kind);
  TendDate today = tend_session_get_today (session);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  Chooser *chooser = g_new0 (Chooser, 1);

  /* Four weeks up to yesterday are what most people bill. */
  tend_record_set_text (record, "client", client);
  tend_record_set_int (record, "period_from", today - 28);
  tend_record_set_int (record, "period_to", today - 1);

  g_set_weak_pointer (&chooser->parent, parent);
  chooser->session = g_object_ref (session);
  chooser->form = tend_form_new (session, record);
  chooser->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_title (chooser->window, _("New Invoice"));
  gtk_window_set_modal (chooser->window, TRUE);
  gtk_window_set_transient_for (chooser->window, GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_default_size (chooser->window, 460, 420);
  adw_window_set_content (ADW_WINDOW (chooser->window), chooser_content (chooser));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (chooser->window), shortcuts);
  g_object_set_data_full (G_OBJECT (chooser->window), "chooser", chooser, chooser_free);
  gtk_window_present (chooser->window);
}
