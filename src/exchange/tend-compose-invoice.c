/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-private.h"

#include "tend-clients.h"
#include "tend-invoice-sheet.h"
#include "tend-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TendInvoiceValues
{
  GStringChunk     *texts;
  TendInvoiceSheet  sheet;    /* its text is in texts, its arrays are these: */
  GArray           *lines;    /* TendInvoiceLine */
  GArray           *parts;    /* TendInvoiceAmount */
  GArray           *payments; /* the same */
};

void
tend_invoice_values_free (TendInvoiceValues *self)
{
  g_string_chunk_free (self->texts);
  g_array_unref (self->lines);
  g_array_unref (self->parts);
  g_array_unref (self->payments);
  g_free (self);
}

/* An issued invoice keeps who it is from and to as lines, the name first. */
static void
read_party (const char   *text,
            const char   *trading_as,
            GStringChunk *texts,
            TendParty    *party)
{
  g_auto(GStrv) parts = g_strsplit (text, "\n", 2);
  const char *rest = parts[1] != NULL ? parts[1] : "";

  memset (party, 0, sizeof *party);
  party->name = g_string_chunk_insert (texts, parts[0]);

  /* The business name stands second; it goes to the head of the letter. */
  if (trading_as != NULL && g_str_has_prefix (rest, trading_as) &&
      (rest[strlen (trading_as)] == '\n' || rest[strlen (trading_as)] == '\0'))
    {
      party->trading_as = tend_compose_keep (texts, trading_as);
      rest += strlen (trading_as);
      rest += *rest == '\n';
    }

  party->address = tend_compose_keep (texts, rest);
}

static gboolean
read_parties (TendInvoiceValues  *self,
              TendVault          *vault,
              TendRecord         *record,
              GError            **error)
{
  const char *seller = tend_record_get_text (record, "seller");
  const char *bill_to = tend_record_get_text (record, "bill_to");
  g_autoptr(TendRecord) client = NULL;
  g_autofree char *name = NULL;

  if (!tend_compose_provider (vault, self->texts, &self->sheet.seller, error))
    return FALSE;
  if (seller != NULL)
    read_party (seller, self->sheet.seller.trading_as, self->texts, &self->sheet.seller);

  self->sheet.client = tend_compose_keep (self->texts, tend_record_get_text (record, "care_for"));
  if (bill_to != NULL)
    {
      read_party (bill_to, NULL, self->texts, &self->sheet.payer);
      return TRUE;
    }

  client = tend_record_load (vault, tend_kind_by_name ("client"),
                             tend_record_get_text (record, "client"), error);
  if (client == NULL)
    return FALSE;

  name = tend_client_name (client);
  tend_compose_party (client, name, self->texts, &self->sheet.payer);
  return TRUE;
}

static TendUnit
read_unit (TendRecord *line)
{
  static const char * const units[] = { "hour", "visit", "night", "mile" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_strcmp0 (tend_record_get_text (line, "unit"), units[i]) == 0)
      return i;

  return tend_record_get_int (line, "miles_tenths") != 0 ? TEND_UNIT_MILE : TEND_UNIT_HOUR;
}

static void
read_lines (TendInvoiceValues *self,
            const TendInvoice *invoice)
{
  for (guint i = 0; i < invoice->lines->len; i++)
    {
      TendRecord *record = invoice->lines->pdata[i];
      TendInvoiceLine line = {
        .date = tend_record_get_int (record, "date"),
        .description =
          tend_compose_keep (self->texts, tend_record_get_text (record, "description")),
        .minutes = tend_record_get_int (record, "minutes"),
        .miles_tenths = tend_record_get_int (record, "miles_tenths"),
        .rate_pence = tend_record_get_int (record, "rate_pence"),
        .unit = read_unit (record),
        .amount_pence = tend_record_get_int (record, "amount_pence"),
      };

      g_array_append_val (self->lines, line);
    }
}

static void
read_payments (TendInvoiceValues *self,
               const TendInvoice *invoice)
{
  for (guint i = 0; invoice->payments != NULL && i < invoice->payments->len; i++)
    {
      TendRecord *record = invoice->payments->pdata[i];
      TendInvoiceAmount payment = {
        .date = tend_record_get_int (record, "received_on"),
        .label = tend_compose_keep (self->texts, tend_compose_choice (record, "method")),
        .amount_pence = tend_record_get_int (record, "amount_pence"),
      };

      if (payment.label == NULL)
        payment.label = _("Payment");
      g_array_append_val (self->payments, payment);
    }

  if (invoice->credited_pence != 0)
    {
      TendInvoiceAmount credit = { TEND_DATE_NONE, _("Credit note"), invoice->credited_pence };

      g_array_append_val (self->payments, credit);
    }
}

/* A direct payment is one sum, hours x the council's rate; the top-up is what the
 * total is above it (design.md section 5, scenario S10).
 */
static gboolean
read_parts (TendInvoiceValues  *self,
            TendVault          *vault,
            const TendInvoice  *invoice,
            GError            **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) agreement =
    tend_client_agreement (vault, tend_record_get_text (invoice->record, "client"),
                           tend_record_get_int (invoice->record, "period_to"), &failure);
  gint64 rate, minutes = 0;
  TendInvoiceAmount parts[2] = { { TEND_DATE_NONE, _("From the direct payment"), 0 },
                                 { TEND_DATE_NONE, _("Top-up"), 0 } };

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  for (guint i = 0; i < invoice->lines->len; i++)
    minutes += tend_record_get_int (invoice->lines->pdata[i], "minutes");

  rate = agreement != NULL ? tend_record_get_int (agreement, "direct_payment_rate_pence") : 0;
  parts[0].amount_pence = tend_money_for_minutes (minutes, rate);
  parts[1].amount_pence = invoice->total_pence - parts[0].amount_pence;
  if (parts[0].amount_pence > 0 && parts[1].amount_pence > 0)
    g_array_append_vals (self->parts, parts, G_N_ELEMENTS (parts));

  return TRUE;
}

TendInvoiceValues *
tend_compose_invoice_values (TendVault          *vault,
                             const TendInvoice  *invoice,
                             GError            **error)
{
  g_autoptr(TendInvoiceValues) self = g_new0 (TendInvoiceValues, 1);
  TendRecord *record = invoice->record;
  TendInvoiceSheet *sheet = &self->sheet;

  self->texts = g_string_chunk_new (4096);
  self->lines = g_array_new (FALSE, FALSE, sizeof (TendInvoiceLine));
  self->parts = g_array_new (FALSE, FALSE, sizeof (TendInvoiceAmount));
  self->payments = g_array_new (FALSE, FALSE, sizeof (TendInvoiceAmount));

  if (!read_parties (self, vault, record, error) || !read_parts (self, vault, invoice, error))
    return NULL;

  read_lines (self, invoice);
  read_payments (self, invoice);

  sheet->number = tend_compose_keep (self->texts, tend_record_get_text (record, "number"));
  sheet->credits = tend_compose_keep (self->texts, invoice->credits_number);
  sheet->issued_on = tend_record_get_int (record, "issued_on");
  sheet->due_on = tend_record_get_int (record, "due_on");
  sheet->from = tend_record_get_int (record, "period_from");
  sheet->to = tend_record_get_int (record, "period_to");
  sheet->reference =
    tend_compose_keep (self->texts, tend_record_get_text (record, "purchase_order"));
  sheet->payment_details =
    tend_compose_keep (self->texts, tend_record_get_text (record, "payment_details"));
  sheet->note = tend_compose_keep (self->texts, tend_record_get_text (record, "note"));
  sheet->language = tend_compose_language ();
  sheet->lines = (const TendInvoiceLine *) self->lines->data;
  sheet->n_lines = self->lines->len;
  sheet->parts = (const TendInvoiceAmount *) self->parts->data;
  sheet->n_parts = self->parts->len;
  sheet->payments = (const TendInvoiceAmount *) self->payments->data;
  sheet->n_payments = self->payments->len;

  return g_steal_pointer (&self);
}

TendInvoiceValues *
tend_compose_invoice_load (TendVault   *vault,
                           const char  *number,
                           GError     **error)
{
  g_autoptr(TendInvoice) invoice = tend_invoice_load (vault, number, error);

  return invoice != NULL ? tend_compose_invoice_values (vault, invoice, error) : NULL;
}

TendInvoiceValues *
tend_compose_invoice_load_draft (TendVault   *vault,
                                 const char  *client,
                                 TendDate     from,
                                 TendDate     to,
                                 TendDate     today,
                                 GError     **error)
{
  g_autoptr(TendInvoice) invoice = tend_invoice_preview (vault, client, from, to, today, error);

  return invoice != NULL ? tend_compose_invoice_values (vault, invoice, error) : NULL;
}

TendDocument *
tend_compose_invoice_document (const TendInvoiceValues *values)
{
  g_return_val_if_fail (values != NULL, NULL);

  return tend_document_new_invoice (&values->sheet);
}
