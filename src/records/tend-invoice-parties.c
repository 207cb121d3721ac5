/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who an invoice is from and to, as the words that stay on it. */

#include "tend-invoices-private.h"

#include "tend-clients.h"

/* Name, address and how to reach somebody, a line each, without empty ones. */
static char *
join_lines (const char * const *lines,
            guint               n_lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    if (lines[i] != NULL && *lines[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", lines[i]);

  return g_string_free (text, FALSE);
}

static void
set_lines (TendRecord         *invoice,
           const char         *field,
           const char * const *lines,
           guint               n_lines)
{
  g_autofree char *text = join_lines (lines, n_lines);

  tend_record_set_text (invoice, field, text);
}

static void
set_seller (TendRecord *provider,
            TendRecord *invoice)
{
  g_autofree char *address = tend_record_full_address (provider);
  const char *lines[] = {
    tend_record_get_text (provider, "own_name"),
    tend_record_get_text (provider, "trading_name"),
    address,
    tend_record_get_text (provider, "phone"),
    tend_record_get_text (provider, "email"),
  };

  set_lines (invoice, "seller", lines, G_N_ELEMENTS (lines));
  tend_record_set_text (invoice, "payment_details",
                        tend_record_get_text (provider, "payment_details"));
}

/* @payer: (nullable): the client pays */
static void
set_bill_to (TendRecord *client,
             TendRecord *payer,
             TendRecord *invoice)
{
  g_autofree char *name = tend_client_name (client);
  g_autofree char *own_name = tend_client_bill_name (client);
  g_autofree char *address = tend_record_full_address (payer != NULL ? payer : client);
  const char *lines[] = {
    payer != NULL ? tend_record_get_text (payer, "name") : own_name,
    payer != NULL ? tend_record_get_text (payer, "organisation") : NULL,
    address,
  };

  set_lines (invoice, "bill_to", lines, G_N_ELEMENTS (lines));
  if (payer != NULL)
    {
      tend_record_set_text (invoice, "payer", tend_record_get_id (payer));
      tend_record_set_text (invoice, "care_for", name);
    }
}

gboolean
tend_invoice_set_parties (TendVault   *vault,
                          TendRecord  *client,
                          TendRecord  *invoice,
                          GError     **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_autoptr(TendRecord) payer = NULL;

  if (provider == NULL)
    return FALSE;

  payer = tend_client_payer (vault, tend_record_get_id (client), NULL);
  set_seller (provider, invoice);
  set_bill_to (client, payer, invoice);

  return TRUE;
}
