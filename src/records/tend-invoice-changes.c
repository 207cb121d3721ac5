/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Issuing an invoice and correcting one: where a number is given. */

#include "tend-invoices.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_NUMBER "0001"

/* The digits at the end of a number: "2026/017" is "2026/" and 17. */
static const char *
trailing_digits (const char *number)
{
  const char *digits = number + strlen (number);

  while (digits > number && g_ascii_isdigit (digits[-1]))
    digits--;

  return digits;
}

/* The next in the same series, with as many digits: "A099" is followed by "A100". */
static char *
number_after (const char *number)
{
  const char *digits = trailing_digits (number);
  gsize width = strlen (digits);
  guint64 value;

  if (width == 0 || !g_ascii_string_to_unsigned (digits, 10, 0, G_MAXUINT64 - 1, &value, NULL))
    return g_strdup_printf ("%s-2", number);

  return g_strdup_printf ("%.*s%0*" G_GUINT64_FORMAT, (int) (digits - number), number, (int) width,
                          value + 1);
}

static gboolean
number_is_taken (TendVault  *vault,
                 const char *number)
{
  g_autoptr(TendRecord) invoice =
    tend_records_select_one (vault, &tend_invoice_kind, NULL, "WHERE number = :number", ":number",
                             number, NULL);
  g_autoptr(TendRecord) destroyed =
    tend_records_select_one (vault, &tend_destroyed_invoice_kind, NULL, "WHERE number = :number",
                             ":number", number, NULL);

  return invoice != NULL || destroyed != NULL;
}

/* Numbers follow the one issued last, without a gap; one in use is never given again. */
static char *
next_number (TendVault  *vault,
             GError    **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_autoptr(TendRecord) last = NULL;
  const char *first;
  char *number;

  if (provider == NULL)
    return NULL;

  last = tend_records_select_one (vault, &tend_invoice_kind, NULL,
                                  "ORDER BY issued_on DESC, length(number) DESC, number DESC"
                                  " LIMIT 1", NULL);
  first = tend_record_get_text (provider, "first_invoice_number");
  number = last != NULL ? number_after (tend_record_get_text (last, "number"))
                        : g_strdup (first != NULL ? first : FIRST_NUMBER);

  while (number_is_taken (vault, number))
    {
      char *after = number_after (number);

      g_free (number);
      number = after;
    }

  return number;
}

/* The lines go first: nothing can be added to an invoice that is there. */
static gboolean
save_invoice (TendVault    *vault,
              TendInvoice  *invoice,
              const char   *reason,
              GError      **error)
{
  g_autofree char *number = next_number (vault, error);

  if (number == NULL)
    return FALSE;

  tend_record_set_text (invoice->record, "number", number);

  for (guint i = 0; i < invoice->lines->len; i++)
    if (!tend_record_save (vault, invoice->lines->pdata[i], reason, error))
      return FALSE;

  return tend_record_save (vault, invoice->record, reason, error);
}

typedef struct
{
  const char  *client;
  const char  *number;
  const char  *reason;
  TendDate     from;
  TendDate     to;
  TendDate     today;
  TendInvoice *invoice;
} Issue;

static gboolean
issue_cb (TendVault  *vault,
          gpointer    data,
          GError    **error)
{
  Issue *issue = data;

  issue->invoice = tend_invoice_preview (vault, issue->client, issue->from, issue->to, issue->today,
                                         error);
  if (issue->invoice == NULL)
    return FALSE;

  if (issue->invoice->lines->len == 0)
    {
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("There is nothing to charge in these days: no visit is recorded "
                             "as done that is not on an invoice already."));
      return FALSE;
    }

  return save_invoice (vault, issue->invoice, NULL, error);
}

TendInvoice *
tend_invoice_issue (TendVault   *vault,
                    const char  *client,
                    TendDate     from,
                    TendDate     to,
                    TendDate     today,
                    GError     **error)
{
  Issue issue = { .client = client, .from = from, .to = to, .today = today };

  if (tend_vault_transact (vault, issue_cb, &issue, error))
    return issue.invoice;

  g_clear_pointer (&issue.invoice, tend_invoice_free);
  return NULL;
}

/* The same lines with the signs turned round. */
static TendInvoice *
reverse_invoice (TendInvoice *original,
                 const char  *reason,
                 TendDate     today)
{
  static const char * const same[] = {
    "client", "payer", "seller", "bill_to", "care_for", "purchase_order", "payment_details"
  };
  TendInvoice *credit = g_new0 (TendInvoice, 1);

  credit->record = tend_record_new (&tend_invoice_kind);
  credit->lines = g_ptr_array_new_with_free_func (g_object_unref);
  credit->payments = g_ptr_array_new_with_free_func (g_object_unref);
  credit->remarks = g_ptr_array_new_with_free_func (g_free);
  credit->credits_number = g_strdup (tend_record_get_text (original->record, "number"));
  credit->total_pence = -original->total_pence;

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    tend_record_set_text (credit->record, same[i],
                          tend_record_get_text (original->record, same[i]));
  tend_record_set_text (credit->record, "credits", tend_record_get_id (original->record));
  tend_record_set_text (credit->record, "note", reason);
  tend_record_set_int (credit->record, "issued_on", today);
  tend_record_set_int (credit->record, "due_on", today);
  tend_record_set_int (credit->record, "total_pence", credit->total_pence);

  for (guint i = 0; i < original->lines->len; i++)
    {
      g_autoptr(TendRecord) line = tend_record_copy (original->lines->pdata[i]);
      g_autofree char *id = tend_record_new_id ();

      tend_record_set_id (line, id);
      tend_record_set_stored (line, FALSE);
      tend_record_set_text (line, "invoice", tend_record_get_id (credit->record));
      tend_record_set_int (line, "amount_pence", -tend_record_get_int (line, "amount_pence"));
      g_ptr_array_add (credit->lines, g_steal_pointer (&line));
    }

  return credit;
}

static gboolean
credit_cb (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Issue *issue = data;
  g_autoptr(TendInvoice) original = tend_invoice_load (vault, issue->number, error);

  if (original == NULL)
    return FALSE;

  if (tend_record_is_set (original->record, "credits"))
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("%s is a credit note itself."), issue->number);
      return FALSE;
    }

  if (original->credited_pence != 0)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_FAILED,
                   _("Invoice %s has a credit note already."), issue->number);
      return FALSE;
    }

  issue->invoice = reverse_invoice (original, issue->reason, issue->today);
  return save_invoice (vault, issue->invoice, issue->reason, error);
}

TendInvoice *
tend_invoice_credit (TendVault   *vault,
                     const char  *number,
                     const char  *reason,
                     TendDate     today,
                     GError     **error)
{
  Issue issue = { .number = number, .reason = reason, .today = today };

  if (tend_vault_transact (vault, credit_cb, &issue, error))
    return issue.invoice;

  g_clear_pointer (&issue.invoice, tend_invoice_free);
  return NULL;
}
