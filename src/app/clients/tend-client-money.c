/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-client-money.h"

#include "tend-compose.h"
#include "tend-document-dialog.h"
#include "tend-invoices.h"
#include "tend-money.h"
#include "tend-new-invoice.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

struct _TendClientMoney
{
  TendClientTab        parent_instance;

  TendDate             to;       /* the last day of the year on view */

  AdwPreferencesGroup *account;
  AdwPreferencesGroup *invoices;
};

G_DEFINE_FINAL_TYPE (TendClientMoney, tend_client_money, TEND_TYPE_CLIENT_TAB)

typedef struct
{
  TendOwed  *owed;
  GPtrArray *invoices; /* TendInvoiceRow */
} Account;

static void
account_free (gpointer data)
{
  Account *account = data;

  g_clear_pointer (&account->owed, tend_owed_free);
  g_clear_pointer (&account->invoices, g_ptr_array_unref);
  g_free (account);
}

static gpointer
load (TendVault  *vault,
      gpointer    data,
      GError    **error)
{
  TendClientAsk *ask = data;
  Account *account = g_new0 (Account, 1);

  account->owed = tend_invoices_owed (vault, ask->client, ask->today, error);
  if (account->owed != NULL)
    account->invoices =
      tend_invoices_list (vault, ask->client, ask->from, ask->to, ask->today, error);

  if (account->invoices == NULL)
    g_clear_pointer (&account, account_free);
  return account;
}

static gpointer
load_statement (TendVault  *vault,
                gpointer    data,
                GError    **error)
{
  TendClientAsk *ask = data;

  return tend_compose_statement_load (vault, ask->client, ask->today, error);
}

static void
statement_cb (TendPage     *page,
              gpointer      answer,
              const GError *error)
{
  g_autoptr(TendStatementValues) values = answer;
  g_autoptr(TendDocument) document = NULL;

  if (values == NULL)
    return;

  document = tend_compose_statement_document (values);
  tend_document_dialog_present (GTK_WIDGET (page), document, _("Statement"),
                                _("a name and address, and every invoice and payment"),
                                NULL, NULL, NULL);
}

static void
open_statement_cb (TendClientMoney *self)
{
  tend_client_tab_ask (TEND_CLIENT_TAB (self), load_statement,
                       (GDestroyNotify) tend_statement_values_free, statement_cb, 0, 0, 0);
}

static void
show_account (TendClientMoney *self,
              const TendOwed  *owed)
{
  g_autofree char *amount = tend_money_format (owed->total_pence);
  GtkWidget *statement =
    tend_row_link (_("Statement"), _("Every invoice and payment, with what is owed"));
  GtkWidget *row;

  tend_rows_begin (self->account);
  row = tend_row_value (_("Owed now"), amount);
  gtk_widget_add_css_class (row, "numeric");
  tend_rows_add (self->account, row, "owed");
  if (owed->credit_pence > 0)
    {
      g_autofree char *credit = tend_money_format (owed->credit_pence);

      tend_rows_add (self->account, tend_row_value (_("Paid in advance"), credit), "credit");
    }
  g_signal_connect_object (statement, "activated", G_CALLBACK (open_statement_cb), self,
                           G_CONNECT_SWAPPED);
  tend_rows_add (self->account, statement, "statement");
  tend_rows_end (self->account);
}

static void
open_invoice_cb (GtkWidget *row)
{
  gtk_widget_activate_action (row, "win.open", "(ss)", "invoice", gtk_widget_get_name (row));
}

/* How an invoice stands, in words. */
static char *
state_of (const TendInvoiceRow *invoice)
{
  g_autofree char *owed = tend_money_format (invoice->owed_pence);

  if (invoice->credits != NULL)
    return g_strdup (_("Credit note"));
  if (invoice->owed_pence == 0)
    return g_strdup (_("Settled"));
  if (invoice->days_overdue > 0)
    return g_strdup_printf (ngettext ("%s owed, %d day overdue", "%s owed, %d days overdue",
                                      (gulong) invoice->days_overdue),
                            owed, (int) invoice->days_overdue);

  return g_strdup_printf (_("%s owed"), owed);
}

static GtkWidget *
invoice_row (const TendInvoiceRow *invoice)
{
  g_autofree char *day = tend_date_format (invoice->issued_on, TEND_DATE_SHORT);
  g_autofree char *total = tend_money_format (invoice->total_pence);
  g_autofree char *state = state_of (invoice);
  g_autofree char *detail = g_strdup_printf ("%s · %s", day, state);
  GtkWidget *row = tend_row_link (invoice->number, detail);

  tend_row_add_note (row, total, "numeric");
  gtk_widget_add_css_class (row, "numeric");
  g_signal_connect (row, "activated", G_CALLBACK (open_invoice_cb), NULL);

  return row;
}

static void
show_invoices (TendClientMoney *self,
               GPtrArray       *invoices)
{
  g_autofree char *first =
    tend_date_format (tend_date_add_years (self->to, -1) + 1, TEND_DATE_SHORT);
  g_autofree char *last = tend_date_format (self->to, TEND_DATE_SHORT);
  g_autofree char *period = g_strdup_printf (_("%s to %s"), first, last);

  adw_preferences_group_set_description (self->invoices, period);
  tend_rows_begin (self->invoices);
  for (guint i = 0; i < invoices->len; i++)
    {
      const TendInvoiceRow *invoice = g_ptr_array_index (invoices, i);

      tend_rows_add (self->invoices, invoice_row (invoice), invoice->number);
    }
  if (invoices->len == 0)
    tend_rows_add (self->invoices, tend_row_nothing (_("No invoices in this year.")), NULL);
  tend_rows_end (self->invoices);
}

static void
loaded_cb (TendPage     *page,
           gpointer      answer,
           const GError *error)
{
  TendClientMoney *self = TEND_CLIENT_MONEY (page);
  Account *account = answer;

  if (account == NULL)
    return;

  show_account (self, account->owed);
  show_invoices (self, account->invoices);
  account_free (account);
}

static void
tend_client_money_reload (TendPage *page)
{
  TendClientMoney *self = TEND_CLIENT_MONEY (page);

  if (self->to == TEND_DATE_NONE)
    self->to = tend_session_get_today (tend_page_get_session (page));

  tend_client_tab_ask (TEND_CLIENT_TAB (self), load, account_free, loaded_cb,
                       tend_date_add_years (self->to, -1) + 1, self->to, 0);
}

static void
earlier_cb (TendClientMoney *self)
{
  self->to = tend_date_add_years (self->to, -1);
  tend_page_reload (TEND_PAGE (self));
}

static void
later_cb (TendClientMoney *self)
{
  self->to = tend_date_add_years (self->to, 1);
  tend_page_reload (TEND_PAGE (self));
}

static void
new_invoice_cb (TendClientMoney *self)
{
  tend_new_invoice_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)),
                            tend_client_tab_get_client (TEND_CLIENT_TAB (self)));
}

static void
tend_client_money_reset (TendClientTab *tab)
{
  TEND_CLIENT_MONEY (tab)->to = TEND_DATE_NONE;
}

static void
tend_client_money_class_init (TendClientMoneyClass *klass)
{
  TEND_PAGE_CLASS (klass)->reload = tend_client_money_reload;
  TEND_CLIENT_TAB_CLASS (klass)->reset = tend_client_money_reset;
}

static void
tend_client_money_init (TendClientMoney *self)
{
  TendClientTab *tab = TEND_CLIENT_TAB (self);
  GtkWidget *make = tend_head_button (_("_Make an Invoice…"), _("Make an invoice"));
  GtkWidget *turn = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *earlier = tend_head_button (_("_Earlier"), _("Earlier invoices"));
  GtkWidget *later = tend_head_button (_("La_ter"), _("Later invoices"));

  gtk_box_append (GTK_BOX (turn), earlier);
  gtk_box_append (GTK_BOX (turn), later);
  gtk_widget_set_valign (turn, GTK_ALIGN_CENTER);
  self->account = tend_client_tab_add_group (tab, _("Account"), make);
  self->invoices = tend_client_tab_add_group (tab, _("Invoices"), turn);

  g_signal_connect_object (make, "clicked", G_CALLBACK (new_invoice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (earlier, "clicked", G_CALLBACK (earlier_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (later, "clicked", G_CALLBACK (later_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tend_client_money_new (TendSession *session)
{
  return g_object_new (TEND_TYPE_CLIENT_MONEY, "session", session, NULL);
}
