/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-money-page.h"

#include "tend-earnings-view.h"
#include "tend-invoice-dialog.h"
#include "tend-invoices.h"
#include "tend-kinds.h"
#include "tend-ledger.h"
#include "tend-money.h"
#include "tend-new-invoice.h"
#include "tend-payment-dialog.h"
#include "tend-payments.h"
#include "tend-rows.h"
#include "tend-text.h"
#include "tend-view-bar.h"

#include <glib/gi18n-lib.h>

struct _TendMoneyPage
{
  TendPage              parent_instance;

  TendDate              year;        /* the 6 April of the tax year listed */

  AdwHeaderBar         *header;
  GtkWidget            *squeezer;      /* touched through its properties only */
  AdwViewSwitcherBar   *bar;
  GtkStack             *stack;
  GtkFlowBox           *figures;
  AdwPreferencesGroup  *unbilled_group;
  AdwPreferencesGroup  *owed_group;
  AdwPreferencesGroup  *held_group;
  AdwPreferencesGroup  *year_group;
  GtkWidget            *later_button;
  AdwBin               *earnings_bin;
};

G_DEFINE_FINAL_TYPE (TendMoneyPage, tend_money_page, TEND_TYPE_PAGE)

/* Everything the page shows, from one question. */
typedef struct
{
  TendDate   today;
  TendDate   year;
  TendOwed  *owed;
  GPtrArray *unbilled;
  GPtrArray *held;
  GPtrArray *issued;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->owed, tend_owed_free);
  g_clear_pointer (&answer->unbilled, g_ptr_array_unref);
  g_clear_pointer (&answer->held, g_ptr_array_unref);
  g_clear_pointer (&answer->issued, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
ask (TendVault  *vault,
     gpointer    data,
     GError    **error)
{
  const TendDate *days = data;
  g_autoptr(Answer) answer = g_new0 (Answer, 1);

  answer->today = days[0];
  answer->year = days[1];
  answer->owed = tend_invoices_owed (vault, NULL, answer->today, error);
  if (answer->owed == NULL)
    return NULL;

  answer->unbilled = tend_invoices_unbilled (vault, answer->today, error);
  if (answer->unbilled == NULL)
    return NULL;

  answer->held = tend_payments_held (vault, NULL, answer->today, error);
  if (answer->held == NULL)
    return NULL;

  answer->issued = tend_invoices_list (vault, NULL, answer->year, tend_tax_year_end (answer->year),
                                       answer->today, error);
  return answer->issued != NULL ? g_steal_pointer (&answer) : NULL;
}

static TendSession *
session_of (TendMoneyPage *self)
{
  return tend_page_get_session (TEND_PAGE (self));
}

static void
show_figures (TendMoneyPage *self,
              const Answer  *answer)
{
  g_autofree char *owed = tend_money_format (answer->owed->total_pence);
  g_autofree char *overdue = tend_money_format (answer->owed->total_pence - answer->owed->ages[0]);
  g_autofree char *held = tend_money_format (answer->owed->credit_pence);

  tend_ledger_clear (self->figures);
  tend_ledger_add_card (self->figures, _("Owed to you"), owed);
  tend_ledger_add_card (self->figures, _("Overdue"), overdue);
  tend_ledger_add_card (self->figures, _("Held as credit"), held);
}

/* Invoices. */

static void
open_row_cb (TendMoneyPage *self,
             GtkWidget     *row)
{
  tend_money_page_open_invoice (self, gtk_widget_get_name (row));
}

static void
add_invoice_row (TendMoneyPage        *self,
                 AdwPreferencesGroup  *group,
                 const TendInvoiceRow *invoice,
                 gint64                pence,
                 const char           *subtitle,
                 const char           *state)
{
  g_autofree char *title = g_strdup_printf ("%s · %s", invoice->number, invoice->client_name);
  g_autofree char *amount = tend_money_format (pence);
  GtkWidget *row = tend_ledger_row (title, subtitle, amount, state);

  if (invoice->days_overdue > 0)
    tend_ledger_row_mark (row, "dialog-warning-symbolic", "warning", _("Overdue"));
  g_signal_connect_object (row, "activated", G_CALLBACK (open_row_cb), self, G_CONNECT_SWAPPED);
  tend_rows_add (group, row, invoice->id);
}

static char *
describe_owed (const TendInvoiceRow *invoice)
{
  g_autofree char *due = tend_date_format (invoice->due_on, TEND_DATE_SHORT);
  int days = (int) invoice->days_overdue;

  if (days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late, was due %s",
                                         "%d days late, was due %s", days), days, due);

  return g_strdup_printf (_("Due %s"), due);
}

static void
show_owed (TendMoneyPage *self,
           const Answer  *answer)
{
  tend_rows_begin (self->owed_group);
  for (guint i = 0; i < answer->owed->rows->len; i++)
    {
      TendInvoiceRow *invoice = answer->owed->rows->pdata[i];
      g_autofree char *subtitle = describe_owed (invoice);
      g_autofree char *total = tend_money_format (invoice->total_pence);
      g_autofree char *state = invoice->owed_pence < invoice->total_pence
                               ? g_strdup_printf (_("left of %s"), total) : NULL;

      add_invoice_row (self, self->owed_group, invoice, invoice->owed_pence, subtitle, state);
    }

  if (answer->owed->rows->len == 0)
    tend_rows_add (self->owed_group, tend_row_nothing (_("Everything is paid.")), NULL);
  tend_rows_end (self->owed_group);
}

static const char *
state_of (const TendInvoiceRow *invoice)
{
  if (invoice->credits != NULL)
    return _("credit note");
  if (invoice->owed_pence <= 0)
    return _("settled");

  return invoice->owed_pence < invoice->total_pence ? _("part paid") : _("not paid");
}

static void
show_issued (TendMoneyPage *self,
             const Answer  *answer)
{
  g_autofree char *year = tend_tax_year_format (answer->year);
  g_autofree char *title = g_strdup_printf (_("Issued in %s"), year);

  tend_rows_begin (self->year_group);
  for (guint i = 0; i < answer->issued->len; i++)
    {
      TendInvoiceRow *invoice = answer->issued->pdata[i];
      g_autofree char *issued = tend_date_format (invoice->issued_on, TEND_DATE_SHORT);

      add_invoice_row (self, self->year_group, invoice, invoice->total_pence, issued,
                       state_of (invoice));
    }

  if (answer->issued->len == 0)
    tend_rows_add (self->year_group, tend_row_nothing (_("No invoices in this tax year.")), NULL);
  tend_rows_end (self->year_group);
  adw_preferences_group_set_title (self->year_group, title);
  gtk_widget_set_sensitive (self->later_button, answer->year < tend_tax_year_start (answer->today));
}

/* What can be invoiced. */

static void
preview_row_cb (TendMoneyPage *self,
                GtkWidget     *row)
{
  TendDate from = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "from"));

  tend_new_invoice_preview (GTK_WIDGET (self), session_of (self), gtk_widget_get_name (row), from,
                            tend_session_get_today (session_of (self)));
}

static char *
describe_unbilled (const TendUnbilled *entry)
{
  g_autofree char *period = tend_text_period (entry->from, entry->to);

  if (entry->n_visits == 0)
    return g_steal_pointer (&period);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u visit, %s", "%u visits, %s",
                                       entry->n_visits), entry->n_visits, period);
}

static void
show_unbilled (TendMoneyPage *self,
               const Answer  *answer)
{
  tend_rows_begin (self->unbilled_group);
  for (guint i = 0; i < answer->unbilled->len; i++)
    {
      TendUnbilled *entry = answer->unbilled->pdata[i];
      g_autofree char *subtitle = describe_unbilled (entry);
      g_autofree char *amount = entry->amount_pence >= 0 ? tend_money_format (entry->amount_pence)
                                                         : g_strdup (_("No price yet"));
      GtkWidget *row = tend_ledger_row (entry->client_name, subtitle, amount, NULL);

      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data (G_OBJECT (row), "from", GINT_TO_POINTER (entry->from));
      g_signal_connect_object (row, "activated", G_CALLBACK (preview_row_cb), self,
                               G_CONNECT_SWAPPED);
      tend_rows_add (self->unbilled_group, row, entry->client);
    }

  tend_rows_end (self->unbilled_group);
  gtk_widget_set_visible (GTK_WIDGET (self->unbilled_group), answer->unbilled->len > 0);
}

/* Money that is held. */

typedef struct
{
  char *client;
  char *payment;
  char *invoice;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->client);
  g_free (source->payment);
  g_free (source->invoice);
  g_free (source);
}

static void
use_clicked_cb (TendMoneyPage *self,
                GtkButton     *button)
{
  const Source *source = g_object_get_data (G_OBJECT (button), "source");

  tend_payment_use (GTK_WIDGET (self), session_of (self), source->client,
                    source->payment != NULL ? source->payment : source->invoice, NULL);
}

static gpointer
load_payment (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  return tend_record_load (vault, &tend_payment_kind, data, error);
}

static void
payment_loaded_cb (GObject      *session,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr(TendMoneyPage) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TendRecord) payment = tend_session_finish (TEND_SESSION (session), result, &error);

  if (payment == NULL)
    tend_toast (GTK_WIDGET (self), error->message);
  else
    tend_payment_dialog_present (GTK_WIDGET (self), TEND_SESSION (session), payment);
}

static void
held_activated_cb (TendMoneyPage *self,
                   GtkWidget     *row)
{
  const Source *source = g_object_get_data (G_OBJECT (row), "source");

  if (source->payment == NULL)
    tend_money_page_open_invoice (self, source->invoice);
  else
    tend_session_query (session_of (self), load_payment, g_strdup (source->payment), g_free,
                        g_object_unref, NULL, payment_loaded_cb, g_object_ref (self));
}

static void
set_source (GtkWidget      *widget,
            const TendHeld *held)
{
  Source *source = g_new0 (Source, 1);

  source->client = g_strdup (held->client);
  source->payment = g_strdup (held->payment);
  source->invoice = g_strdup (held->invoice);
  g_object_set_data_full (G_OBJECT (widget), "source", source, source_free);
}

static void
add_held_row (TendMoneyPage  *self,
              const TendHeld *held)
{
  g_autofree char *day = tend_date_format (held->date, TEND_DATE_SHORT);
  g_autofree char *amount = tend_money_format (held->pence);
  g_autofree char *subtitle = held->payment != NULL
                              ? g_strdup_printf (_("Received %s"), day)
                              : g_strdup_printf (_("More than invoice %s comes to"), held->number);
  g_autofree char *name = g_strdup_printf (_("Use %s of %s for an invoice"), amount,
                                           held->client_name);
  GtkWidget *row = tend_ledger_row (held->client_name, subtitle, amount, NULL);
  GtkWidget *button = tend_head_button (_("_Use…"), name);

  gtk_widget_set_tooltip_text (button, _("Use for an invoice"));
  gtk_widget_set_sensitive (button, held->pence > 0);
  set_source (row, held);
  set_source (button, held);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (use_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "activated", G_CALLBACK (held_activated_cb), self,
                           G_CONNECT_SWAPPED);
  tend_rows_add (self->held_group, row, held->payment != NULL ? held->payment : held->invoice);
}

static void
show_held (TendMoneyPage *self,
           const Answer  *answer)
{
  tend_rows_begin (self->held_group);
  for (guint i = 0; i < answer->held->len; i++)
    add_held_row (self, answer->held->pdata[i]);
  if (answer->held->len == 0)
    tend_rows_add (self->held_group, tend_row_nothing (_("Nothing is held.")), NULL);
  tend_rows_end (self->held_group);
}

static void
received_cb (TendMoneyPage *self)
{
  g_autoptr(TendRecord) payment = tend_record_new (&tend_payment_kind);

  tend_record_set_int (payment, "received_on", tend_session_get_today (session_of (self)));
  tend_payment_dialog_present (GTK_WIDGET (self), session_of (self), payment);
}

/* All of it. */

static void
answered (TendPage     *page,
          gpointer      data,
          const GError *error)
{
  TendMoneyPage *self = TEND_MONEY_PAGE (page);
  g_autoptr(Answer) answer = data;
  gboolean empty;

  if (answer == NULL)
    return;

  show_figures (self, answer);
  show_unbilled (self, answer);
  show_owed (self, answer);
  show_held (self, answer);
  show_issued (self, answer);

  /* A year without invoices is not an empty page once there is any. */
  empty = answer->unbilled->len + answer->owed->rows->len + answer->issued->len +
          answer->held->len == 0 &&
          answer->year == tend_tax_year_start (answer->today) &&
          !g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list");
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
}

static void
tend_money_page_reload (TendPage *page)
{
  TendMoneyPage *self = TEND_MONEY_PAGE (page);
  TendDate days[2] = { tend_session_get_today (tend_page_get_session (page)), self->year };

  tend_page_query (page, ask, g_memdup2 (days, sizeof days), g_free, answer_free, answered);
}

static void
earlier_cb (TendMoneyPage *self)
{
  self->year = tend_tax_year_start (self->year - 1);
  tend_page_reload (TEND_PAGE (self));
}

static void
later_cb (TendMoneyPage *self)
{
  self->year = tend_tax_year_end (self->year) + 1;
  tend_page_reload (TEND_PAGE (self));
}

static void
tend_money_page_constructed (GObject *object)
{
  TendMoneyPage *self = TEND_MONEY_PAGE (object);

  G_OBJECT_CLASS (tend_money_page_parent_class)->constructed (object);

  self->year = tend_tax_year_start (tend_session_get_today (session_of (self)));
  adw_bin_set_child (self->earnings_bin, tend_earnings_view_new (session_of (self)));
}

static void
tend_money_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TEND_TYPE_MONEY_PAGE);

  G_OBJECT_CLASS (tend_money_page_parent_class)->dispose (object);
}

static void
tend_money_page_class_init (TendMoneyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tend_money_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = tend_money_page_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_money_page_reload;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tendcare/Tend/ui/tend-money-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, header);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, squeezer);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, figures);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, unbilled_group);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, owed_group);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, held_group);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, year_group);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, later_button);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, earnings_bin);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, received_cb);

}

static void
tend_money_page_init (TendMoneyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_page_set_header (TEND_PAGE (self), self->header);
  tend_view_bar_follow (self->bar, self->squeezer);
}

GtkWidget *
tend_money_page_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_MONEY_PAGE, "session", session, NULL);
}

void
tend_money_page_open_invoice (TendMoneyPage *self,
                              const char    *number)
{
  g_return_if_fail (TEND_IS_MONEY_PAGE (self));

  tend_invoice_dialog_present (GTK_WIDGET (self), session_of (self), number);
}
