/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-new-invoice.h"

#include "tend-compat.h"
#include "tend-compose.h"
#include "tend-document-dialog.h"
#include "tend-form.h"
#include "tend-held.h"
#include "tend-hold.h"
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

/* Worker. */
static gboolean
issue (TendVault   *vault,
       gpointer     data,
       const char  *reason,
       GPtrArray  **held,
       GError     **error)
{
  Job *job = data;
  g_autoptr(TendInvoice) invoice =
    tend_hold_issue (vault, job->client, job->from, job->to, reason, job->today, held, error);

  if (invoice != NULL)
    job->number = g_strdup (tend_record_get_text (invoice->record, "number"));

  return invoice != NULL;
}

static void
issued_cb (const GError *error,
           gpointer      data)
{
  Job *job = data;
  g_autofree char *message = NULL;

  if (job->parent == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (error != NULL)
    {
      tend_toast (job->dialog != NULL ? job->dialog : job->parent, error->message);
      return;
    }

  message = g_strdup_printf (_("Invoice %s is issued."), job->number);
  if (job->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (job->dialog));
  tend_toast (job->parent, message);
  tend_invoice_dialog_present (job->parent, job->session, job->number);
}

static void
confirmed_cb (gpointer data)
{
  Job *job = data;

  tend_held_change (job->dialog != NULL ? job->dialog : job->parent, job->session, issue,
                    issued_cb, g_rc_box_acquire (job), job_unref);
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

  g_string_append_printf (text, _("It gets the next number and then stays as it is: a slip is put "
                                  "right with a credit note. The total is %s."), total);
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
                           _("There is nothing to charge in these days: no visit is recorded "
                             "as done that is not on an invoice already."));
      return NULL;
    }

  g_free (job->warning);
  g_clear_pointer (&job->values, tend_invoice_values_free);
  job->warning = warning_for (invoice);
  job->values = tend_compose_invoice_values (vault, invoice, error);
  return NULL;
}

static void
show_preview (Job *job)
{
  g_autoptr(TendDocument) document = NULL;
  GtkWindow *dialog;

  if (job->parent == NULL)
    return;

  document = tend_compose_invoice_document (job->values);
  dialog = tend_document_dialog_present (job->parent, document, _("Draft invoice"),
                                         _("a name, an address and the visits charged"),
                                         _("_Issue Invoice…"), issue_clicked_cb, job);

  /* The preview keeps the job for as long as it is open. */
  g_object_set_data_full (G_OBJECT (dialog), "job", g_rc_box_acquire (job), job_unref);
}

static void
loaded_cb (GObject      *session,
           GAsyncResult *result,
           gpointer      data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;

  tend_session_finish (TEND_SESSION (session), result, &error);
  if (error == NULL)
    show_preview (job);
  else if (job->parent != NULL)
    tend_toast (job->parent, error->message);

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

/* Asking for whom and for which days. */

typedef struct
{
  Job       *job;
  TendForm  *form;     /* weak */
  GPtrArray *unbilled; /* TendUnbilled, once they are known */
  char      *client;   /* whose days were filled in last */
} Chooser;

static void
chooser_clear (gpointer data)
{
  Chooser *chooser = data;

  job_unref (chooser->job);
  g_clear_weak_pointer (&chooser->form);
  g_clear_pointer (&chooser->unbilled, g_ptr_array_unref);
  g_free (chooser->client);
}

static void
chooser_unref (gpointer data)
{
  g_rc_box_release_full (data, chooser_clear);
}

/* With a client come the days that are not billed yet. */
static void
fill_days (Chooser *chooser)
{
  TendRecord *record = chooser->form != NULL ? tend_form_get_record (chooser->form) : NULL;
  const char *client = record != NULL ? tend_record_get_text (record, "client") : NULL;

  if (client == NULL || chooser->unbilled == NULL || g_strcmp0 (client, chooser->client) == 0)
    return;

  g_free (chooser->client);
  chooser->client = g_strdup (client);
  for (guint i = 0; i < chooser->unbilled->len; i++)
    {
      const TendUnbilled *entry = chooser->unbilled->pdata[i];

      if (g_strcmp0 (entry->client, client) != 0)
        continue;

      tend_record_set_int (record, "period_from", entry->from);
      tend_record_set_int (record, "period_to", entry->to);
      tend_form_show (chooser->form, "period_from");
      tend_form_show (chooser->form, "period_to");
    }
}

static gpointer
ask_unbilled (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  return tend_invoices_unbilled (vault, ((Job *) data)->today, error);
}

static void
unbilled_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      data)
{
  Chooser *chooser = data;

  chooser->unbilled = tend_session_finish (TEND_SESSION (session), result, NULL);
  fill_days (chooser);
  chooser_unref (chooser);
}

static void
form_changed_cb (TendForm *form,
                 Chooser  *chooser)
{
  fill_days (chooser);
}

static void
prepare (TendForm  *form,
         GtkWindow *dialog,
         gpointer   data)
{
  Chooser *chooser = data;

  g_set_weak_pointer (&chooser->form, form);
  g_signal_connect (form, "changed", G_CALLBACK (form_changed_cb), chooser);
  tend_session_query (chooser->job->session, ask_unbilled, chooser->job, NULL,
                      (GDestroyNotify) g_ptr_array_unref, NULL, unbilled_cb,
                      g_rc_box_acquire (chooser));
}

/* Worker: nothing is saved; what it would be is loaded for the preview. */
static TendRecord *
choose (TendVault   *vault,
        TendRecord  *record,
        gpointer     data,
        GError     **error)
{
  Job *job = ((Chooser *) data)->job;
  g_autoptr(GError) failure = NULL;

  g_free (job->client);
  job->client = g_strdup (tend_record_get_text (record, "client"));
  job->from = tend_record_get_int (record, "period_from");
  job->to = tend_record_get_int (record, "period_to");

  if (job->from == TEND_DATE_NONE || job->to == TEND_DATE_NONE)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_INVALID,
                           _("Say from which day to which day to charge."));
      return NULL;
    }

  load_draft (vault, job, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_object_ref (record);
}

static void
chosen_cb (TendRecord *record,
           gpointer    data)
{
  show_preview (((Chooser *) data)->job);
}

void
tend_new_invoice_present (GtkWidget   *parent,
                          TendSession *session,
                          const char  *client)
{
  static const char * const fields[] = { "client", "period_from", "period_to", NULL };
  g_autoptr(TendRecord) record = tend_record_new (&tend_invoice_kind);
  TendDate today = tend_session_get_today (session);
  Chooser *chooser = g_rc_box_new0 (Chooser);
  TendRecordDialogOptions options = {
    .title = _("New Invoice"),
    .text = _("Everything recorded as done in these days that is not on an invoice yet."),
    .accept = _("_Preview"),
    .fields = fields,
    .prepare = prepare,
    .save = choose,
    .save_data = chooser,
    .on_saved = chosen_cb,
    .user_data = chooser,
    .free_user_data = chooser_unref,
  };

  /* Only what is asked for matters; the rest makes the form a whole one.  Four weeks
   * up to yesterday are what most people bill. */
  tend_record_set_text (record, "number", "-");
  tend_record_set_int (record, "issued_on", today);
  tend_record_set_int (record, "due_on", today);
  tend_record_set_text (record, "client", client);
  tend_record_set_int (record, "period_from", today - 28);
  tend_record_set_int (record, "period_to", today - 1);

  chooser->job = job_new (parent, session, client, TEND_DATE_NONE, TEND_DATE_NONE);
  tend_record_dialog_present_full (parent, session, record, &options);
}
