/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Issued invoices, whole and in lists. */

#include "tend-invoices.h"

#include "tend-clients.h"
#include "tend-invoices-private.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

/* The earliest day there can be: an invoice on no day before it. */
#define EVER tend_date_new (1900, 1, 1)

void
tend_invoice_free (TendInvoice *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_free (self->credits_number);
  g_free (self);
}

void
tend_invoice_row_free (TendInvoiceRow *self)
{
  g_free (self->id);
  g_free (self->number);
  g_free (self->client);
  g_free (self->client_name);
  g_free (self->credits);
  g_free (self);
}

/* What credit notes have taken off an invoice: negative pence. */
static gint64
credited (TendVault  *vault,
          const char *invoice)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT coalesce(sum(l.amount_pence), 0) FROM invoices AS c"
                        " JOIN invoice_lines AS l ON l.invoice = c.id WHERE c.credits = :invoice",
                        NULL);

  if (statement == NULL)
    return 0;

  tend_statement_bind_text (statement, ":invoice", invoice);
  return tend_statement_step (statement, NULL) == TEND_STEP_ROW
         ? tend_statement_get_int (statement, 0)
         : 0;
}

TendInvoice *
tend_invoice_load (TendVault   *vault,
                   const char  *number,
                   GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendInvoice) self = g_new0 (TendInvoice, 1);
  const char *id, *credits;

  self->record = tend_records_select_one (vault, &tend_invoice_kind, &failure,
                                          "WHERE number = :number OR id = :number"
                                          " ORDER BY number <> :number LIMIT 1",
                                          ":number", number, NULL);
  if (self->record == NULL)
    {
      g_autofree char *shown = tend_error_quote (number);

      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND, _("There is no invoice “%s”."),
                     shown);
      return NULL;
    }

  id = tend_record_get_id (self->record);
  credits = tend_record_get_text (self->record, "credits");
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->lines = tend_record_load_nested (vault, self->record, &tend_invoice_line_kind, error);
  if (self->lines == NULL)
    return NULL;

  self->payments = tend_records_select (vault, &tend_payment_kind, error,
                                        "WHERE invoice = :invoice ORDER BY received_on, id",
                                        ":invoice", id, NULL);
  if (self->payments == NULL)
    return NULL;

  for (guint i = 0; i < self->lines->len; i++)
    self->total_pence += tend_record_get_int (self->lines->pdata[i], "amount_pence");
  for (guint i = 0; i < self->payments->len; i++)
    self->paid_pence += tend_record_get_int (self->payments->pdata[i], "amount_pence");
  self->credited_pence = -credited (vault, id);

  if (credits != NULL)
    {
      g_autoptr(TendRecord) original = tend_record_load (vault, &tend_invoice_kind, credits, NULL);

      if (original != NULL)
        self->credits_number = g_strdup (tend_record_get_text (original, "number"));
    }

  return g_steal_pointer (&self);
}

/* Sums over the indexes alone: over ten years there are 70,000 lines. */
#define TOTAL "(SELECT coalesce(sum(amount_pence), 0) FROM invoice_lines WHERE invoice = i.id)"
#define SETTLED \
  "(SELECT coalesce(sum(amount_pence), 0) FROM payments" \
  "  WHERE invoice = i.id AND received_on <= :today)" \
  " - (SELECT coalesce(sum(l.amount_pence), 0) FROM invoices AS n" \
  "    JOIN invoice_lines AS l ON l.invoice = n.id" \
  "    WHERE n.credits = i.id AND n.issued_on <= :today)"

static GPtrArray *
select_rows (TendVault   *vault,
             const char  *client,
             TendDate     from,
             TendDate     to,
             TendDate     today,
             const char  *and,
             const char  *order,
             GError     **error)
{
  g_autoptr(GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tend_invoice_row_free);
  g_autofree char *sql =
    g_strdup_printf ("SELECT i.id, i.number, i.client,"
                     " trim(coalesce(c.preferred_name, c.given_name) || ' '"
                     "      || coalesce(c.family_name, '')),"
                     " i.issued_on, i.due_on, i.credits, " TOTAL ", " SETTLED
                     " FROM invoices AS i JOIN clients AS c ON c.id = i.client"
                     " WHERE (:client IS NULL OR i.client = :client)"
                     " AND i.issued_on BETWEEN :from AND :to %s ORDER BY %s", and, order);
  g_autoptr(TendStatement) statement = tend_statement_new (vault, sql, error);
  TendStep step;

  if (statement == NULL)
    return NULL;

  tend_statement_bind_text (statement, ":client", client);
  tend_statement_bind_date (statement, ":from", from);
  tend_statement_bind_date (statement, ":to", to);
  tend_statement_bind_date (statement, ":today", today);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendInvoiceRow *row = g_new0 (TendInvoiceRow, 1);

      row->id = g_strdup (tend_statement_get_text (statement, 0));
      row->number = g_strdup (tend_statement_get_text (statement, 1));
      row->client = g_strdup (tend_statement_get_text (statement, 2));
      row->client_name = g_strdup (tend_statement_get_text (statement, 3));
      row->issued_on = tend_statement_get_date (statement, 4);
      row->due_on = tend_statement_get_date (statement, 5);
      row->credits = g_strdup (tend_statement_get_text (statement, 6));
      row->total_pence = tend_statement_get_int (statement, 7);
      if (row->credits == NULL)
        row->owed_pence = row->total_pence - tend_statement_get_int (statement, 8);
      row->days_overdue = row->owed_pence > 0 ? MAX (0, today - row->due_on) : 0;
      g_ptr_array_add (rows, row);
    }

  return step == TEND_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
tend_invoice_rows (TendVault   *vault,
                   const char  *client,
                   TendDate     from,
                   TendDate     to,
                   TendDate     today,
                   const char  *order,
                   GError     **error)
{
  return select_rows (vault, client, from, to, today, "", order, error);
}

GPtrArray *
tend_invoice_open_rows (TendVault   *vault,
                        const char  *client,
                        TendDate     today,
                        const char  *order,
                        GError     **error)
{
  return select_rows (vault, client, EVER, today, today,
                      "AND i.credits IS NULL AND " TOTAL " <> " SETTLED, order, error);
}

GPtrArray *
tend_invoices_list (TendVault   *vault,
                    const char  *client,
                    TendDate     from,
                    TendDate     to,
                    TendDate     today,
                    GError     **error)
{
  return tend_invoice_rows (vault, client, from, to, today, "i.issued_on DESC, i.number DESC",
                            error);
}
