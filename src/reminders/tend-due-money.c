/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-private.h"

#include "tend-clients.h"
#include "tend-invoices.h"
#include "tend-money.h"
#include "tend-tax-dates.h"

#include <glib/gi18n-lib.h>

/* How long a backup is recent enough. */
#define BACKUP_DAYS 28
/* Tend does not hear of what is sent to HMRC: it asks for four weeks. */
#define TAX_DAYS    28
#define TAX_AHEAD   90

static gboolean
add_unbilled (TendDueQuery  *query,
              GError       **error)
{
  g_autoptr(GPtrArray) unbilled = tend_invoices_unbilled (query->vault, query->on, error);

  for (guint i = 0; unbilled != NULL && i < unbilled->len; i++)
    {
      TendUnbilled *entry = unbilled->pdata[i];
      g_autoptr(TendRecord) agreement = tend_client_agreement (query->vault, entry->client,
                                                               query->on, NULL);
      TendDate due = entry->from + tend_agreement_billing_days (agreement);
      g_autofree char *amount = entry->amount_pence >= 0
                                ? tend_money_format (entry->amount_pence)
                                : g_strdup (_("a visit has no price yet"));

      _tend_due_add (query, "unbilled", NULL, g_strconcat ("client/", entry->client, NULL),
                     entry->client, due,
                     g_strdup_printf (_("Make %s’s invoice"), entry->client_name),
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u visit, %s",
                                                   "%u visits, %s", entry->n_visits),
                                      entry->n_visits, amount));
    }

  return unbilled != NULL;
}

static gboolean
add_owed (TendDueQuery  *query,
          GError       **error)
{
  g_autoptr(TendOwed) owed = tend_invoices_owed (query->vault, NULL, query->on, error);

  for (guint i = 0; owed != NULL && i < owed->rows->len; i++)
    {
      const TendInvoiceRow *row = owed->rows->pdata[i];
      g_autofree char *amount = tend_money_format (row->owed_pence);
      int days = row->days_overdue;

      if (row->due_on == TEND_DATE_NONE || days <= 0)
        continue;

      _tend_due_add (query, "invoice", NULL, g_strconcat ("invoice/", row->id, NULL), row->client,
                     row->due_on, g_strdup_printf (_("Ask about invoice %s"), row->number),
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s, %d day late",
                                                   "%s: %s, %d days late", days),
                                      row->client_name, amount, days));
    }

  return owed != NULL;
}

static gboolean
add_tax (TendDueQuery  *query,
         GError       **error)
{
  static const char * const kinds[] = {
    [TEND_TAX_RETURN] = "tax_return", [TEND_TAX_PAYMENT] = "tax_payment",
    [TEND_TAX_REGISTER] = "tax_register", [TEND_TAX_UPDATE] = "tax_update",
  };
  g_autoptr(GArray) dates = tend_tax_dates_between (query->vault, query->on - TAX_DAYS,
                                                    query->on + TAX_AHEAD, error);

  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      const TendTaxDate *date = &g_array_index (dates, TendTaxDate, i);
      g_autofree char *day = tend_date_format_iso (date->due);

      _tend_due_add (query, kinds[date->kind], NULL, g_strconcat ("tax/", day, NULL), NULL,
                     date->due, NULL, NULL);
    }

  return dates != NULL;
}

/* Four weeks after the last one, or after the first client came. */
static gboolean
add_backup (TendDueQuery  *query,
            GError       **error)
{
  g_autofree char *last = tend_setting_get (query->vault, "backed_up_on");
  TendDate due = last != NULL ? tend_date_parse_iso (last) : TEND_DATE_NONE;
  g_autoptr(GPtrArray) clients = tend_clients_list (query->vault, NULL, error);

  if (clients == NULL || clients->len == 0)
    return clients != NULL;

  if (due != TEND_DATE_NONE)
    due += BACKUP_DAYS;
  else
    for (guint i = 0; i < clients->len; i++)
      {
        TendDate came = tend_record_get_int (clients->pdata[i], "started_on");

        if (came != TEND_DATE_NONE && (due == TEND_DATE_NONE || came < due))
          due = came;
      }

  /* A day that stays the same for a while, so that it is not a new matter each day. */
  if (due == TEND_DATE_NONE)
    due = tend_date_week_start (query->on);
  _tend_due_add (query, "back_up", NULL, g_strdup ("backup/file"), NULL, due, NULL,
                 g_strdup (_("One file on a memory stick, in case this computer is lost.")));
  return TRUE;
}

gboolean
_tend_due_add_money (TendDueQuery  *query,
                     GError       **error)
{
  return add_unbilled (query, error) && add_owed (query, error) && add_tax (query, error) &&
         add_backup (query, error);
}
