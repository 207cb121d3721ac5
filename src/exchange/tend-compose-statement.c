/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-private.h"

#include "tend-account-sheet.h"
#include "tend-clients.h"

#include <glib/gi18n-lib.h>

struct _TendStatementValues
{
  GStringChunk     *texts;
  TendAccountSheet  sheet;
  GArray           *lines; /* TendAccountLine */
};

void
tend_statement_values_free (TendStatementValues *self)
{
  g_string_chunk_free (self->texts);
  g_array_unref (self->lines);
  g_free (self);
}

static const char *
kind_label (const char *kind)
{
  if (g_str_equal (kind, "payment"))
    return _("Payment");

  return g_str_equal (kind, "credit_note") ? _("Credit note") : _("Invoice");
}

static gboolean
read_lines (TendStatementValues  *self,
            TendVault            *vault,
            const char           *client,
            TendDate              today,
            GError              **error)
{
  g_autoptr(GPtrArray) lines = tend_invoices_statement (vault, client, today, error);

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const TendStatementLine *row = lines->pdata[i];
      TendAccountLine line = {
        .date = row->date,
        .kind = kind_label (row->kind),
        .number = tend_compose_keep (self->texts, row->number),
        .amount_pence = row->amount_pence,
        .balance_pence = row->balance_pence,
      };

      g_array_append_val (self->lines, line);
      self->sheet.closing_pence = row->balance_pence;
    }

  return TRUE;
}

static gboolean
read_parties (TendStatementValues  *self,
              TendVault            *vault,
              TendRecord           *client,
              GError              **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) payer = tend_client_payer (vault, tend_record_get_id (client), &failure);
  g_autoptr(TendRecord) provider = NULL;
  g_autofree char *name = tend_client_name (client);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (payer != NULL)
    {
      tend_compose_party (payer, tend_record_get_text (payer, "name"), self->texts,
                          &self->sheet.payer);
      self->sheet.client = tend_compose_keep (self->texts, name);
    }
  else
    {
      g_autofree char *own_name = tend_client_bill_name (client);

      tend_compose_party (client, own_name, self->texts, &self->sheet.payer);
    }

  provider = tend_provider_load (vault, error);
  if (provider == NULL)
    return FALSE;

  self->sheet.payment_details =
    tend_compose_keep (self->texts, tend_record_get_text (provider, "payment_details"));

  return tend_compose_provider (vault, self->texts, &self->sheet.seller, error);
}

TendStatementValues *
tend_compose_statement_load (TendVault   *vault,
                             const char  *client_id,
                             TendDate     today,
                             GError     **error)
{
  g_autoptr(TendRecord) client =
    tend_record_load (vault, tend_kind_by_name ("client"), client_id, error);
  g_autoptr(TendOwed) owed = NULL;
  g_autoptr(TendStatementValues) self = NULL;

  if (client == NULL)
    return NULL;

  owed = tend_invoices_owed (vault, client_id, today, error);
  if (owed == NULL)
    return NULL;

  self = g_new0 (TendStatementValues, 1);
  self->texts = g_string_chunk_new (4096);
  self->lines = g_array_new (FALSE, FALSE, sizeof (TendAccountLine));

  if (!read_parties (self, vault, client, error) ||
      !read_lines (self, vault, client_id, today, error))
    return NULL;

  self->sheet.to = today;
  self->sheet.overdue_pence = owed->total_pence - owed->ages[0];
  self->sheet.lines = (const TendAccountLine *) self->lines->data;
  self->sheet.n_lines = self->lines->len;
  self->sheet.language = tend_compose_language ();

  return g_steal_pointer (&self);
}

TendDocument *
tend_compose_statement_document (const TendStatementValues *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  return tend_document_new_account (&values->sheet);
}
