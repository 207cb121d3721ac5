/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-payments.h"

#include "tend-clients.h"
#include "tend-invoices-private.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>

void
tend_held_free (TendHeld *self)
{
  g_free (self->payment);
  g_free (self->invoice);
  g_free (self->number);
  g_free (self->client);
  g_free (self->client_name);
  g_free (self);
}

static gboolean
add_payments (TendVault   *vault,
              const char  *client,
              TendDate     today,
              GPtrArray   *held,
              GError     **error)
{
  g_autofree char *last = tend_date_format_iso (today);
  g_autoptr(GPtrArray) payments =
    tend_records_select (vault, &tend_payment_kind, error,
                         "WHERE invoice IS NULL AND received_on <= :today"
                         " AND (:client IS NULL OR client = :client) ORDER BY received_on, id",
                         ":today", last, ":client", client, NULL);

  for (guint i = 0; payments != NULL && i < payments->len; i++)
    {
      TendRecord *payment = payments->pdata[i];
      g_autoptr(TendRecord) payer =
        tend_record_load (vault, &tend_client_kind, tend_record_get_text (payment, "client"),
                          error);
      TendHeld *entry;

      if (payer == NULL)
        return FALSE;

      entry = g_new0 (TendHeld, 1);
      entry->payment = g_strdup (tend_record_get_id (payment));
      entry->client = g_strdup (tend_record_get_id (payer));
      entry->client_name = tend_client_name (payer);
      entry->date = tend_record_get_int (payment, "received_on");
      entry->pence = tend_record_get_int (payment, "amount_pence");
      g_ptr_array_add (held, entry);
    }

  return payments != NULL;
}

static gboolean
add_overpaid (TendVault   *vault,
              const char  *client,
              TendDate     today,
              GPtrArray   *held,
              GError     **error)
{
  g_autoptr(GPtrArray) rows = tend_invoice_open_rows (vault, client, today,
                                                      "i.issued_on, i.number", error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      TendInvoiceRow *row = rows->pdata[i];
      TendHeld *entry;

      if (row->owed_pence >= 0)
        continue;

      entry = g_new0 (TendHeld, 1);
      entry->invoice = g_strdup (row->id);
      entry->number = g_strdup (row->number);
      entry->client = g_strdup (row->client);
      entry->client_name = g_strdup (row->client_name);
      entry->date = row->issued_on;
      entry->pence = -row->owed_pence;
      g_ptr_array_add (held, entry);
    }

  return rows != NULL;
}

GPtrArray *
tend_payments_held (TendVault   *vault,
                    const char  *client,
                    TendDate     today,
                    GError     **error)
{
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_held_free);

  if (!add_payments (vault, client, today, held, error) ||
      !add_overpaid (vault, client, today, held, error))
    return NULL;

  return g_steal_pointer (&held);
}

/* Another payment of the same day and kind, for what is left. */
static char *
save_rest (TendVault   *vault,
           TendRecord  *payment,
           gint64       pence,
           GError     **error)
{
  static const char * const same[] = { "client", "invoice", "method", "receipt_number", "note" };
  g_autoptr(TendRecord) rest = tend_record_new (&tend_payment_kind);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    tend_record_set_text (rest, same[i], tend_record_get_text (payment, same[i]));
  tend_record_set_int (rest, "received_on", tend_record_get_int (payment, "received_on"));
  tend_record_set_int (rest, "amount_pence", pence);

  return tend_record_save (vault, rest, _("The rest of a payment"), error)
         ? g_strdup (tend_record_get_id (rest)) : NULL;
}

char *
tend_payment_move (TendVault   *vault,
                   const char  *payment,
                   const char  *invoice,
                   gint64       pence,
                   GError     **error)
{
  g_autoptr(TendRecord) record = tend_record_load (vault, &tend_payment_kind, payment, error);
  g_autofree char *rest = NULL;
  gint64 left;

  if (record == NULL)
    return NULL;

  left = tend_record_get_int (record, "amount_pence") - pence;
  if (pence <= 0 || left < 0)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_STOPPED,
                           _("A payment can only be used up to its amount."));
      return NULL;
    }

  if (left > 0)
    {
      rest = save_rest (vault, record, left, error);
      if (rest == NULL)
        return NULL;
    }

  tend_record_set_int (record, "amount_pence", pence);
  tend_record_set_text (record, "invoice", invoice);
  return tend_record_save (vault, record, _("Used for an invoice, or held"), error)
         ? g_steal_pointer (&rest) : NULL;
}
