/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-invoice-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-letterhead.h"
#include "tend-money.h"
#include "tend-table.h"

enum { DATE, DESCRIPTION, TIME, MILES, RATE, UNIT, AMOUNT, N_COLUMNS };

typedef struct
{
  gint64 minutes;
  gint64 tenths;
  gint64 pence;
} Sum;

static gint64
sum_amounts (const TendInvoiceAmount *amounts,
             gsize                    n)
{
  gint64 sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += amounts[i].amount_pence;
  return sum;
}

static gint64
total_of (const TendInvoiceSheet *sheet)
{
  gint64 total = 0;

  for (gsize i = 0; i < sheet->n_lines; i++)
    total += sheet->lines[i].amount_pence;
  return total;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const TendInvoiceLine *lines = data;
  guint ia = *(const guint *) a;
  guint ib = *(const guint *) b;

  if (lines[ia].date != lines[ib].date)
    return lines[ia].date < lines[ib].date ? -1 : 1;
  return ia < ib ? -1 : ia > ib;
}

static GArray *
order_lines (const TendInvoiceSheet *sheet)
{
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), sheet->n_lines);

  for (guint i = 0; i < sheet->n_lines; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_lines, (gpointer) sheet->lines);
  return order;
}

static const char *
unit_text (TendUnit unit)
{
  switch (unit)
    {
    case TEND_UNIT_HOUR:
      return _("an hour");
    case TEND_UNIT_VISIT:
      return _("a visit");
    case TEND_UNIT_NIGHT:
      return _("a night");
    case TEND_UNIT_MILE:
      return _("a mile");
    default:
      return "";
    }
}

static void
add_line (TendTable             *table,
          const TendInvoiceLine *line)
{
  g_autofree char *date = tend_date_format (line->date, TEND_DATE_DAY);
  g_autofree char *time = line->minutes ? tend_text_minutes (line->minutes) : NULL;
  g_autofree char *miles = line->miles_tenths ? tend_tenths_format (line->miles_tenths) : NULL;
  g_autofree char *rate = line->rate_pence ? tend_money_format (line->rate_pence) : NULL;
  g_autofree char *amount = tend_money_format (line->amount_pence);
  const char *cells[N_COLUMNS] = {
    [DATE] = date, [DESCRIPTION] = line->description, [TIME] = time, [MILES] = miles,
    [RATE] = rate, [UNIT] = rate ? unit_text (line->unit) : NULL, [AMOUNT] = amount,
  };

  tend_table_add (table, TEND_ROW_BODY, cells);
}

static void
add_week (TendTable *table,
          TendDate   date)
{
  g_autofree char *monday = tend_date_format (tend_date_week_start (date), TEND_DATE_LONG);
  /* Translators: %s is the Monday, "18 August 2025" */
  g_autofree char *text = g_strdup_printf (_("Week of %s"), monday);
  const char *cells[] = { text };

  tend_table_add (table, TEND_ROW_GROUP, cells);
}

static void
add_week_total (TendTable *table,
                const Sum *sum)
{
  g_autofree char *time = sum->minutes ? tend_text_minutes (sum->minutes) : NULL;
  g_autofree char *miles = sum->tenths ? tend_tenths_format (sum->tenths) : NULL;
  g_autofree char *amount = tend_money_format (sum->pence);
  const char *cells[N_COLUMNS] = {
    [DESCRIPTION] = _("Week’s total"), [TIME] = time, [MILES] = miles, [AMOUNT] = amount,
  };

  tend_table_add (table, TEND_ROW_SUBTOTAL, cells);
}

static void
add_sum (TendTable   *table,
         TendRowKind  kind,
         const char  *label,
         gint64       pence)
{
  g_autofree char *amount = tend_money_format (pence);
  const char *cells[] = { label, amount };

  tend_table_add (table, kind, cells);
}

static void
add_amounts (TendTable               *table,
             const TendInvoiceAmount *amounts,
             gsize                    n,
             gint64                   sign)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *date = tend_date_format (amounts[i].date, TEND_DATE_LONG);
      g_autofree char *label = *date ? g_strdup_printf ("%s, %s", amounts[i].label, date)
                                     : g_strdup (amounts[i].label);

      add_sum (table, TEND_ROW_TOTAL, label, sign * amounts[i].amount_pence);
    }
}

static void
add_totals (TendTable              *table,
            const TendInvoiceSheet *sheet)
{
  gint64 total = total_of (sheet);
  gint64 balance = total - sum_amounts (sheet->payments, sheet->n_payments);
  const char *label = sheet->credits ? _("Total credited")
                      : sheet->number == NULL ? _("Total so far") : _("Total to pay");

  if (sheet->n_parts + sheet->n_payments == 0)
    {
      add_sum (table, TEND_ROW_FINAL, label, total);
      return;
    }
  add_sum (table, TEND_ROW_TOTAL, _("Total"), total);
  add_amounts (table, sheet->parts, sheet->n_parts, 1);
  add_amounts (table, sheet->payments, sheet->n_payments, -1);
  if (balance < 0 && total >= 0)
    add_sum (table, TEND_ROW_FINAL, _("Paid too much"), -balance);
  else
    add_sum (table, TEND_ROW_FINAL, sheet->n_payments ? _("Left to pay") : label, balance);
}

static void
lay_lines (TendFlow               *flow,
           const TendInvoiceSheet *sheet)
{
  const TendColumn columns[N_COLUMNS] = {
    [DATE] = { _("Date"), TEND_COLUMN_TEXT },
    [DESCRIPTION] = { _("Description"), TEND_COLUMN_FLEX },
    [TIME] = { _("Time"), TEND_COLUMN_FIGURES },
    [MILES] = { _("Miles"), TEND_COLUMN_FIGURES },
    [RATE] = { _("Rate"), TEND_COLUMN_FIGURES },
    [UNIT] = { "", TEND_COLUMN_JOINED | TEND_COLUMN_SOFT },
    [AMOUNT] = { _("Amount"), TEND_COLUMN_FIGURES },
  };
  g_autoptr(TendTable) table = tend_table_new (flow, columns, N_COLUMNS);
  g_autoptr(GArray) order = order_lines (sheet);
  TendDate week = TEND_DATE_NONE;
  guint n_weeks = 0;
  Sum sum = { 0 };

  for (guint i = 0; i < order->len; i++)
    {
      const TendInvoiceLine *line = &sheet->lines[g_array_index (order, guint, i)];

      if (tend_date_week_start (line->date) != week)
        {
          if (n_weeks++ > 0)
            add_week_total (table, &sum);
          week = tend_date_week_start (line->date);
          sum = (Sum) { 0 };
          add_week (table, line->date);
        }
      add_line (table, line);
      sum.minutes += line->minutes;
      sum.tenths += line->miles_tenths;
      sum.pence += line->amount_pence;
    }
  /* The only week's total is the total. */
  if (n_weeks > 1)
    add_week_total (table, &sum);
  add_totals (table, sheet);
  tend_table_lay (table);
}

static void
lay_facts (TendFlow               *flow,
           const TendInvoiceSheet *sheet)
{
  g_autofree char *issued = tend_date_format (sheet->issued_on, TEND_DATE_LONG);
  g_autofree char *due = tend_date_format (sheet->due_on, TEND_DATE_LONG);
  g_autofree char *period = sheet->from || sheet->to ? tend_text_period (sheet->from, sheet->to)
                                                     : NULL;
  const TendFact facts[] = {
    { sheet->credits ? _("Credit to") : _("Invoice to"), sheet->payer.name,
      sheet->payer.address, 0 },
    { _("Care for"), sheet->client, NULL, 1 },
    { _("Care given"), period, NULL, 1 },
    { _("Your reference"), sheet->reference, NULL, 1 },
    { sheet->credits ? _("Date of credit note") : _("Invoice date"), issued, NULL, 2 },
    { _("Pay by"), sheet->credits || sheet->is_void ? NULL : due, NULL, 2 },
    { _("Lowers invoice"), sheet->credits, NULL, 2 },
  };

  tend_facts_lay (flow, facts, G_N_ELEMENTS (facts));
}

static gint64
balance_of (const TendInvoiceSheet *sheet)
{
  return total_of (sheet) - sum_amounts (sheet->payments, sheet->n_payments);
}

/* (transfer full): NULL when nothing is to be paid. */
static char *
how_to_pay (const TendInvoiceSheet *sheet)
{
  if (sheet->payment_details == NULL || *sheet->payment_details == '\0' ||
      balance_of (sheet) <= 0 || sheet->credits || sheet->is_void)
    return NULL;

  return sheet->number ? g_strdup_printf (_("%s\nPlease give the number %s with your payment."),
                                          sheet->payment_details, sheet->number)
                       : g_strdup (sheet->payment_details);
}

/* A sort code and an account stand beside the sum; a letter about it stands below. */
static gboolean
is_short (const char *text)
{
  guint n_lines = 1;

  for (const char *c = text; *c != '\0'; c++)
    n_lines += *c == '\n';

  return n_lines <= 6 && g_utf8_strlen (text, -1) <= 240;
}

static char *
please_pay (const TendInvoiceSheet *sheet)
{
  g_autofree char *due = tend_date_format (sheet->due_on, TEND_DATE_FULL);
  g_autofree char *by = *due ? g_strdup_printf (_("Please pay by %s."), due) : NULL;
  g_autofree char *how = how_to_pay (sheet);

  if (how == NULL || !is_short (how))
    return g_steal_pointer (&by);
  return by != NULL ? g_strconcat (by, "\n", how, NULL) : g_steal_pointer (&how);
}

/* The block that says at a glance what is to be paid, and when. */
static void
lay_sum (TendFlow               *flow,
         const TendInvoiceSheet *sheet)
{
  gint64 balance = balance_of (sheet);
  g_autofree char *sum = tend_money_format (total_of (sheet));
  g_autofree char *rest = tend_money_format (balance);
  g_autofree char *please = please_pay (sheet);

  if (sheet->number == NULL)
    tend_sum_block_lay (flow, _("Draft, not issued"), sum,
                        _("This is not an invoice yet: it has no number,\n"
                          "and nothing is to be paid on it."), TRUE);
  else if (sheet->is_void)
    tend_sum_block_lay (flow, _("Void"), _("Nothing to pay"),
                        _("This invoice was withdrawn. Its number is not used again."), TRUE);
  else if (sheet->credits)
    {
      g_autofree char *says = g_strdup_printf (_("This lowers what is owed on invoice %s."),
                                               sheet->credits);

      tend_sum_block_lay (flow, _("Credit"), sum, says, TRUE);
    }
  else if (balance <= 0 && sheet->n_payments > 0)
    tend_sum_block_lay (flow, _("Paid in full"), _("Nothing to pay"),
                        balance < 0 ? _("Thank you. What was paid too much is held for you.")
                                    : _("Thank you."), TRUE);
  else
    tend_sum_block_lay (flow, sheet->n_payments ? _("Left to pay") : _("To pay"), rest, please,
                        FALSE);
}

static void
lay_payment (TendFlow               *flow,
             const TendInvoiceSheet *sheet)
{
  g_autofree char *how = how_to_pay (sheet);

  if (how != NULL && (sheet->number == NULL || !is_short (how)))
    tend_section_lay (flow, _("How to pay"), how);
}

TendDocument *
tend_document_new_invoice (const TendInvoiceSheet *sheet)
{
  g_autofree char *title = NULL;
  g_autofree char *footer = NULL;
  const char *word;
  const char *seller;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->seller.name != NULL, NULL);
  g_return_val_if_fail (sheet->payer.name != NULL, NULL);

  word = sheet->credits ? _("Credit note") : _("Invoice");
  seller = tend_party_get_title (&sheet->seller);
  if (sheet->number)
    title = g_strdup_printf ("%s %s", word, sheet->number);
  else
    title = g_strdup_printf (_("%s, draft"), word);
  footer = g_strdup_printf ("%s · %s", title, seller);

  tend_flow_init (&flow, title, seller, sheet->language, FALSE);
  tend_letterhead_lay (&flow, &sheet->seller, word, sheet->number);
  lay_facts (&flow, sheet);
  lay_sum (&flow, sheet);
  lay_lines (&flow, sheet);
  lay_payment (&flow, sheet);
  tend_section_lay (&flow, _("Note"), sheet->note);
  return tend_flow_finish (&flow, footer);
}
