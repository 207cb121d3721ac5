/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-money-page.h"

#include "tend-earnings-view.h"
#include "tend-invoice-dialog.h"
#include "tend-invoices.h"
#include "tend-money.h"
#include "tend-new-invoice.h"

#include <glib/gi18n-lib.h>

struct _TendMoneyPage
{
  TendPage              parent_instance;

  TendDate              year;        /* the 6 April of the tax year listed */
  GPtrArray            *rows;        /* what the groups hold, to be taken out again */

  AdwHeaderBar         *header;
  GtkStack             *stack;
  GtkFlowBox           *figures;
  AdwPreferencesGroup  *unbilled_group;
  AdwPreferencesGroup  *owed_group;
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
  GPtrArray *issued;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->owed, tend_owed_free);
  g_clear_pointer (&answer->unbilled, g_ptr_array_unref);
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

  answer->issued = tend_invoices_list (vault, NULL, answer->year, tend_tax_year_end (answer->year),
                                       answer->today, error);
  return answer->issued != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
add_figure (TendMoneyPage *self,
            const char    *title,
            gint64         pence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *amount = tend_money_format (pence);
  GtkWidget *value = gtk_label_new (amount);
  GtkWidget *name = gtk_label_new (title);
  g_autofree char *sentence = g_strdup_printf ("%s: %s", title, amount);

  gtk_widget_add_css_class (value, "title-2");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "figure");
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), name);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_flow_box_insert (self->figures, child, -1);
}

static void
show_figures (TendMoneyPage *self,
              const Answer  *answer)
{
  gint64 overdue = answer->owed->total_pence - answer->owed->ages[0];
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_flow_box_remove (self->figures, child);

  add_figure (self, _("Owed to you"), answer->owed->total_pence);
  add_figure (self, _("Overdue"), overdue);
  add_figure (self, _("Held as credit"), answer->owed->credit_pence);
}

static AdwActionRow *
add_row (TendMoneyPage       *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         const char          *amount)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (amount);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);

  return ADW_ACTION_ROW (row);
}

static void
open_row_cb (TendMoneyPage *self,
             AdwActionRow  *row)
{
  tend_money_page_open_invoice (self, g_object_get_data (G_OBJECT (row), "invoice"));
}

static void
add_invoice_row (TendMoneyPage        *self,
                 AdwPreferencesGroup  *group,
                 const TendInvoiceRow *invoice,
                 gint64                pence,
                 const char           *subtitle)
{
  g_autofree char *title = g_strdup_printf ("%s  ·  %s", invoice->number, invoice->client_name);
  g_autofree char *amount = tend_money_format (pence);
  AdwActionRow *row = add_row (self, group, title, subtitle, amount);

  if (invoice->days_overdue > 0)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overdue"), -1);
      gtk_widget_add_css_class (mark, "warning");
      adw_action_row_add_prefix (row, mark);
    }

  g_object_set_data_full (G_OBJECT (row), "invoice", g_strdup (invoice->id), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_row_cb), self, G_CONNECT_SWAPPED);
}

static char *
describe_owed (const TendInvoiceRow *invoice)
{
  g_autofree char *due = tend_date_format (invoice->due_on, TEND_DATE_SHORT);
  int days = invoice->days_overdue;

  if (days > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late, was due %s", "%d days late, was due %s", days),
                            days, due);

  return g_strdup_printf (_("Due %s"), due);
}

static void
show_owed (TendMoneyPage *self,
           const Answer  *answer)
{
  for (guint i = 0; i < answer->owed->rows->len; i++)
    {
      TendInvoiceRow *invoice = answer->owed->rows->pdata[i];
      g_autofree char *subtitle = describe_owed (invoice);

      add_invoice_row (self, self->owed_group, invoice, invoice->owed_pence, subtitle);
    }

  adw_preferences_group_set_description (self->owed_group,
                                         answer->owed->rows->len == 0 ? _("Everything is paid.") : NULL);
}

static void
preview_row_cb (TendMoneyPage *self,
                AdwActionRow  *row)
{
  const char *client = g_object_get_data (G_OBJECT (row), "client");
  TendDate from = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "from"));

  tend_new_invoice_preview (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)), client, from,
                            tend_session_get_today (tend_page_get_session (TEND_PAGE (self))));
}

static void
show_unbilled (TendMoneyPage *self,
               const Answer  *answer)
{
  for (guint i = 0; i < answer->unbilled->len; i++)
    {
      TendUnbilled *entry = answer->unbilled->pdata[i];
      g_autofree char *from = tend_date_format (entry->from, TEND_DATE_SHORT);
      g_autofree char *to = tend_date_format (entry->to, TEND_DATE_SHORT);
      g_autofree char *subtitle =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u visit, %s to %s", "%u visits, %s to %s", entry->n_visits),
                         entry->n_visits, from, to);
      g_autofree char *amount = entry->amount_pence >= 0 ? tend_money_format (entry->amount_pence)
                                                         : g_strdup (_("No price yet"));
      AdwActionRow *row = add_row (self, self->unbilled_group, entry->client_name, subtitle, amount);

      adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "client", g_strdup (entry->client), g_free);
      g_object_set_data (G_OBJECT (row), "from", GINT_TO_POINTER (entry->from));
      g_signal_connect_object (row, "activated", G_CALLBACK (preview_row_cb), self, G_CONNECT_SWAPPED);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->unbilled_group), answer->unbilled->len > 0);
}

static void
show_issued (TendMoneyPage *self,
             const Answer  *answer)
{
  g_autofree char *year = tend_tax_year_format (answer->year);
  g_autofree char *title = g_strdup_printf (_("Issued in %s"), year);

  for (guint i = 0; i < answer->issued->len; i++)
    {
      TendInvoiceRow *invoice = answer->issued->pdata[i];
      g_autofree char *issued = tend_date_format (invoice->issued_on, TEND_DATE_SHORT);
      g_autofree char *subtitle = NULL;
      const char *state = invoice->credits != NULL ? _("credit note")
                          : invoice->owed_pence <= 0 ? _("settled")
                          : invoice->owed_pence < invoice->total_pence ? _("part paid") : _("not paid");

      subtitle = g_strdup_printf ("%s, %s", issued, state);
      add_invoice_row (self, self->year_group, invoice, invoice->total_pence, subtitle);
    }

  adw_preferences_group_set_title (self->year_group, title);
  adw_preferences_group_set_description (self->year_group,
                                         answer->issued->len == 0 ? _("No invoices in this tax year.") : NULL);
  gtk_widget_set_sensitive (self->later_button, answer->year < tend_tax_year_start (answer->today));
}

static void
clear_rows (TendMoneyPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }

  g_ptr_array_set_size (self->rows, 0);
}

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

  clear_rows (self);
  show_figures (self, answer);
  show_unbilled (self, answer);
  show_owed (self, answer);
  show_issued (self, answer);

  /* A year without invoices is not an empty page once there is any. */
  empty = answer->unbilled->len + answer->owed->rows->len + answer->issued->len == 0 &&
          answer->year == tend_tax_year_start (answer->today);
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
  TendSession *session;

  G_OBJECT_CLASS (tend_money_page_parent_class)->constructed (object);

  session = tend_page_get_session (TEND_PAGE (self));
  self->year = tend_tax_year_start (tend_session_get_today (session));
  adw_bin_set_child (self->earnings_bin, tend_earnings_view_new (session));
}

static void
tend_money_page_dispose (GObject *object)
{
  TendMoneyPage *self = TEND_MONEY_PAGE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TEND_TYPE_MONEY_PAGE);

  G_OBJECT_CLASS (tend_money_page_parent_class)->dispose (object);
}

static void
tend_money_page_class_init (TendMoneyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tend_money_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = tend_money_page_dispose;
  TEND_PAGE_CLASS (klass)->reload = tend_money_page_reload;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/tendcare/Tend/ui/tend-money-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, header);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, figures);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, unbilled_group);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, owed_group);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, year_group);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, later_button);
  gtk_widget_class_bind_template_child (widget_class, TendMoneyPage, earnings_bin);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
}

static void
tend_money_page_init (TendMoneyPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  tend_page_set_header (TEND_PAGE (self), self->header);
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

  tend_invoice_dialog_present (GTK_WIDGET (self), tend_page_get_session (TEND_PAGE (self)), number);
}
