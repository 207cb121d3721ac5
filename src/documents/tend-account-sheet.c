/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-account-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-letterhead.h"
#include "tend-money.h"
#include "tend-table.h"

static void
add_line (TendTable  *table,
          TendDate    day,
          const char *kind,
          const char *number,
          gint64      amount,
          gint64      balance,
          gboolean    has_amount)
{
  g_autofree char *date = tend_date_format (day, TEND_DATE_SHORT);
  g_autofree char *amount_text = has_amount ? tend_money_format (amount) : NULL;
  g_autofree char *balance_text = tend_money_format (balance);
  const char *cells[] = { date, kind, number, amount_text, balance_text };

  tend_table_add (table, TEND_ROW_BODY, cells);
}

static void
lay_lines (TendFlow               *flow,
           const TendAccountSheet *sheet)
{
  const TendColumn columns[] = {
    { _("Date"), TEND_COLUMN_TEXT },
    { _("What"), TEND_COLUMN_FLEX },
    { _("Number"), TEND_COLUMN_FLEX },
    { _("Amount"), TEND_COLUMN_FIGURES },
    { _("Balance"), TEND_COLUMN_FIGURES },
  };
  g_autoptr(TendTable) table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));
  g_autofree char *closing = tend_money_format (ABS (sheet->closing_pence));
  const char *sums[] = { sheet->closing_pence < 0 ? _("Held for you") : _("Left to pay"),
                         closing };

  if (sheet->from != TEND_DATE_NONE)
    add_line (table, sheet->from, _("Brought forward"), NULL, 0, sheet->opening_pence, FALSE);
  for (gsize i = 0; i < sheet->n_lines; i++)
    add_line (table, sheet->lines[i].date, sheet->lines[i].kind, sheet->lines[i].number,
              sheet->lines[i].amount_pence, sheet->lines[i].balance_pence, TRUE);
  tend_table_add (table, TEND_ROW_FINAL, sums);
  tend_table_lay (table);
}

static void
lay_sum (TendFlow               *flow,
         const TendAccountSheet *sheet)
{
  g_autofree char *closing = tend_money_format (ABS (sheet->closing_pence));
  g_autofree char *overdue = tend_money_format (sheet->overdue_pence);
  g_autofree char *says = NULL;

  if (sheet->closing_pence < 0)
    tend_sum_block_lay (flow, _("Held for you"), closing,
                        _("This is taken off your next invoice."), TRUE);
  else if (sheet->closing_pence == 0)
    tend_sum_block_lay (flow, _("Left to pay"), _("Nothing to pay"), _("Thank you."), TRUE);
  else
    {
      if (sheet->overdue_pence > 0)
        says = g_strdup_printf (_("Of this, %s is past its date."), overdue);
      tend_sum_block_lay (flow, _("Left to pay"), closing, says, FALSE);
    }
}

TendDocument *
tend_document_new_account (const TendAccountSheet *sheet)
{
  g_autofree char *period = NULL;
  g_autofree char *to = NULL;
  g_autofree char *title = NULL;
  g_autofree char *footer = NULL;
  const char *seller;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->seller.name != NULL, NULL);
  g_return_val_if_fail (sheet->payer.name != NULL, NULL);

  to = tend_date_format (sheet->to, TEND_DATE_LONG);
  if (sheet->from != TEND_DATE_NONE)
    period = tend_text_period (sheet->from, sheet->to);
  seller = tend_party_get_title (&sheet->seller);
  title = g_strdup_printf (_("Statement for %s, %s"), sheet->payer.name, to);
  footer = g_strdup_printf ("%s · %s", title, seller);

  tend_flow_init (&flow, title, seller, sheet->language, FALSE);
  tend_letterhead_lay (&flow, &sheet->seller, _("Statement"), NULL);
  {
    const TendFact facts[] = {
      { _("Statement for"), sheet->payer.name, sheet->payer.address, 0 },
      { _("Care for"), sheet->client, NULL, 1 },
      { _("Date"), to, NULL, 2 },
      { _("Period"), period, NULL, 2 },
    };

    tend_facts_lay (&flow, facts, G_N_ELEMENTS (facts));
  }
  lay_sum (&flow, sheet);
  lay_lines (&flow, sheet);
  if (sheet->closing_pence > 0)
    tend_section_lay (&flow, _("How to pay"), sheet->payment_details);
  return tend_flow_finish (&flow, footer);
}
