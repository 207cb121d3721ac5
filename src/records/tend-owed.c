/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is owed, what has happened on an account, and what is not billed yet. */

#include "tend-invoices.h"

#include "tend-clients.h"
#include "tend-invoices-private.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

void
tend_owed_free (TendOwed *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/* Payments that are for no invoice, on @today. */
static gint64
unallocated (TendVault  *vault,
             const char *client,
             TendDate    today)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT coalesce(sum(amount_pence), 0) FROM payments"
                        " WHERE invoice IS NULL AND received_on <= :today"
                        " AND (:client IS NULL OR client = :client)",
                        NULL);

  if (statement == NULL)
    return 0;

  tend_statement_bind_date (statement, ":today", today);
  tend_statement_bind_text (statement, ":client", client);
  return tend_statement_step (statement, NULL) == TEND_STEP_ROW
         ? tend_statement_get_int (statement, 0)
         : 0;
}

static guint
age_of (gint64 days_overdue)
{
  return days_overdue <= 0 ? 0 : MIN ((days_overdue + 29) / 30, 4);
}

TendOwed *
tend_invoices_owed (TendVault   *vault,
                    const char  *client,
                    TendDate     today,
                    GError     **error)
{
  g_autoptr(GPtrArray) all = tend_invoice_open_rows (vault, client, today, "i.due_on, i.number",
                                                     error);
  TendOwed *owed;

  if (all == NULL)
    return NULL;

  owed = g_new0 (TendOwed, 1);
  owed->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_invoice_row_free);
  owed->credit_pence = unallocated (vault, client, today);

  for (guint i = 0; i < all->len; i++)
    {
      TendInvoiceRow *row = all->pdata[i];

      if (row->owed_pence < 0)
        owed->credit_pence -= row->owed_pence; /* paid too much, or paid and then credited */
      if (row->owed_pence <= 0)
        continue;

      owed->total_pence += row->owed_pence;
      owed->ages[age_of (row->days_overdue)] += row->owed_pence;
      g_ptr_array_add (owed->rows, row);
      all->pdata[i] = NULL;
    }

  /* Those moved out are NULL by now. */
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    g_clear_pointer ((TendInvoiceRow **) &all->pdata[i], tend_invoice_row_free);

  return owed;
}

static void
statement_line_free (gpointer data)
{
  TendStatementLine *line = data;

  g_free (line->kind);
  g_free (line->number);
  g_free (line);
}

/* A payment for an invoice is on the account of that invoice, whoever made it, as
 * it is in what is owed.
 */
GPtrArray *
tend_invoices_statement (TendVault   *vault,
                         const char  *client,
                         TendDate     today,
                         GError     **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (statement_line_free);
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT i.issued_on AS date,"
                        " iif(i.credits IS NULL, 'invoice', 'credit_note'), i.number,"
                        " (SELECT coalesce(sum(amount_pence), 0) FROM invoice_lines"
                        "  WHERE invoice = i.id),"
                        " 0 AS payment, i.id AS id"
                        " FROM invoices AS i WHERE i.client = :client AND i.issued_on <= :today"
                        " UNION ALL"
                        " SELECT received_on, 'payment', NULL, -amount_pence, 1, id"
                        " FROM payments"
                        " WHERE client = :client AND invoice IS NULL AND received_on <= :today"
                        " UNION ALL"
                        " SELECT p.received_on, 'payment', i.number, -p.amount_pence, 1, p.id"
                        " FROM invoices AS i JOIN payments AS p ON p.invoice = i.id"
                        " WHERE i.client = :client AND p.received_on <= :today"
                        " ORDER BY date, payment, id",
                        error);
  gint64 balance = 0;
  TendStep step;

  if (statement == NULL)
    return NULL;

  tend_statement_bind_text (statement, ":client", client);
  tend_statement_bind_date (statement, ":today", today);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendStatementLine *line = g_new0 (TendStatementLine, 1);

      line->date = tend_statement_get_date (statement, 0);
      line->kind = g_strdup (tend_statement_get_text (statement, 1));
      line->number = g_strdup (tend_statement_get_text (statement, 2));
      line->amount_pence = tend_statement_get_int (statement, 3);
      line->balance_pence = balance += line->amount_pence;
      g_ptr_array_add (lines, line);
    }

  return step == TEND_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

void
tend_unbilled_free (TendUnbilled *self)
{
  g_free (self->client);
  g_free (self->client_name);
  g_free (self);
}

/* That no invoice bills it; %s is a column of invoice_lines. */
#define NOT_BILLED \
  " AND NOT EXISTS (SELECT 1 FROM invoice_lines AS l JOIN invoices AS i ON i.id = l.invoice" \
  " WHERE l.%s = x.id AND" TEND_LINE_STANDS ")"

/* Clients with something of the last thirteen months that no invoice names; what
 * is older was given up, or billed before Tend.
 */
static GPtrArray *
clients_with_unbilled (TendVault  *vault,
                       TendDate    today,
                       GError    **error)
{
  g_autoptr(GPtrArray) clients = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *visits = g_strdup_printf (NOT_BILLED, "visit");
  g_autofree char *trips = g_strdup_printf (NOT_BILLED, "trip");
  g_autofree char *charges = g_strdup_printf (NOT_BILLED, "charge");
  g_autofree char *sql =
    g_strconcat ("SELECT client, min(day), max(day) FROM ("
                 "SELECT x.client AS client, date(x.planned_start, 'unixepoch') AS day"
                 " FROM visits AS x"
                 " WHERE x.status = 'done' AND coalesce(x.billing, 'full') <> 'none'"
                 " AND x.planned_start >= :start AND x.planned_start < :end", visits,
                 " UNION ALL SELECT x.client, x.date FROM trips AS x"
                 " WHERE x.chargeable = 1 AND x.date BETWEEN :since AND :today", trips,
                 " UNION ALL SELECT x.client, x.date FROM charges AS x"
                 " WHERE x.date BETWEEN :since AND :today", charges,
                 ") GROUP BY client", NULL);
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);
  TendStep step;

  if (statement == NULL)
    return NULL;

  tend_statement_bind_int (statement, ":start", tend_time_resolve (today - 400, 0));
  tend_statement_bind_int (statement, ":end", tend_time_resolve (today + 1, 0));
  tend_statement_bind_date (statement, ":since", today - 400);
  tend_statement_bind_date (statement, ":today", today);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_ptr_array_add (clients, g_strdup_printf ("%s %s %s", tend_statement_get_text (statement, 1),
                                               tend_statement_get_text (statement, 2),
                                               tend_statement_get_text (statement, 0)));

  return step == TEND_STEP_DONE ? g_steal_pointer (&clients) : NULL;
}

static TendUnbilled *
unbilled_of (TendVault   *vault,
             const char  *entry,
             TendDate     today,
             GError     **error)
{
  g_auto(GStrv) words = g_strsplit (entry, " ", 3);
  TendDate from = tend_date_parse_iso (words[0]);
  g_autoptr(TendRecord) client = tend_record_load (vault, &tend_client_kind, words[2], error);
  g_autoptr(TendInvoice) draft = NULL;
  g_autoptr(GHashTable) visits = NULL;
  TendUnbilled *unbilled;

  if (client == NULL)
    return NULL;

  /* A day of margin: the stored instants are UTC, the days local. */
  draft = tend_invoice_preview (vault, words[2], from - 1, today, today, NULL);
  unbilled = g_new0 (TendUnbilled, 1);
  unbilled->client = g_strdup (words[2]);
  unbilled->client_name = tend_client_name (client);
  unbilled->from = from;
  unbilled->to = MIN (today, tend_date_parse_iso (words[1]));
  unbilled->amount_pence = draft != NULL ? draft->total_pence : -1;

  visits = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; draft != NULL && i < draft->lines->len; i++)
    {
      const char *visit = tend_record_get_text (draft->lines->pdata[i], "visit");

      if (visit != NULL)
        g_hash_table_add (visits, (gpointer) visit);
    }
  unbilled->n_visits = g_hash_table_size (visits);

  if (draft != NULL && draft->lines->len > 0)
    {
      unbilled->from = tend_record_get_int (draft->lines->pdata[0], "date");
      unbilled->to = tend_record_get_int (draft->lines->pdata[draft->lines->len - 1], "date");
    }

  return unbilled;
}

GPtrArray *
tend_invoices_unbilled (TendVault   *vault,
                        TendDate     today,
                        GError     **error)
{
  g_autoptr(GPtrArray) unbilled =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tend_unbilled_free);
  g_autoptr(GPtrArray) clients = clients_with_unbilled (vault, today, error);

  if (clients == NULL)
    return NULL;

  for (guint i = 0; i < clients->len; i++)
    {
      TendUnbilled *entry = unbilled_of (vault, clients->pdata[i], today, error);

      if (entry == NULL)
        return NULL;

      if (entry->amount_pence == 0 && entry->n_visits == 0)
        tend_unbilled_free (entry);
      else
        g_ptr_array_add (unbilled, entry);
    }

  return g_steal_pointer (&unbilled);
}

GPtrArray *
tend_invoices_check_sums (TendVault  *vault,
                          GError    **error)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT i.number FROM invoices AS i WHERE i.total_pence IS NOT NULL"
                        " AND i.total_pence <> (SELECT coalesce(sum(amount_pence), 0)"
                        " FROM invoice_lines WHERE invoice = i.id) ORDER BY i.number",
                        error);
  TendStep step;

  if (statement == NULL)
    return NULL;

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_ptr_array_add (faults,
                     g_strdup_printf (_("The lines of invoice %s do not add up to its total."),
                                      tend_statement_get_text (statement, 0)));

  return step == TEND_STEP_DONE ? g_steal_pointer (&faults) : NULL;
}
