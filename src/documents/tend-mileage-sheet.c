/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-mileage-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-letterhead.h"
#include "tend-money.h"
#include "tend-table.h"

enum { DATE, FROM, TO, PURPOSE, VEHICLE, BUSINESS, OTHER, CHARGED, N_COLUMNS };

typedef struct
{
  gint64 business;
  gint64 other;
  gint64 charged;
} Sum;

static void
add_to (Sum                   *sum,
        const TendMileageTrip *trip)
{
  *(trip->business ? &sum->business : &sum->other) += trip->miles_tenths;
  sum->charged += trip->charged_pence;
}

/* The vehicle of every trip, or NULL when they differ: then it has a column. */
static const char *
only_vehicle (const TendMileageSheet *sheet)
{
  for (gsize i = 1; i < sheet->n_trips; i++)
    if (g_strcmp0 (sheet->trips[0].vehicle, sheet->trips[i].vehicle) != 0)
      return NULL;
  return sheet->n_trips ? sheet->trips[0].vehicle : NULL;
}

static char *
tenths_or_nothing (gint64 tenths)
{
  return tenths ? tend_tenths_format_long (tenths) : NULL;
}

static void
add_trip (TendTable             *table,
          const TendMileageTrip *trip,
          gboolean               with_vehicle)
{
  g_autofree char *date = tend_date_format (trip->date, TEND_DATE_DAY);
  g_autofree char *miles = tend_tenths_format_long (trip->miles_tenths);
  g_autofree char *charged = trip->charged_pence ? tend_money_format (trip->charged_pence) : NULL;
  const char *cells[N_COLUMNS] = {
    [DATE] = date, [FROM] = trip->from, [TO] = trip->to, [PURPOSE] = trip->purpose,
    [VEHICLE] = with_vehicle ? trip->vehicle : NULL,
    [BUSINESS] = trip->business ? miles : NULL, [OTHER] = trip->business ? NULL : miles,
    [CHARGED] = charged,
  };

  tend_table_add (table, TEND_ROW_BODY, cells);
}

static void
add_sum (TendTable  *table,
         const char *label,
         const Sum  *sum)
{
  g_autofree char *business = tenths_or_nothing (sum->business);
  g_autofree char *other = tenths_or_nothing (sum->other);
  g_autofree char *charged = sum->charged ? tend_money_format (sum->charged) : NULL;
  const char *cells[N_COLUMNS] = {
    [FROM] = label, [BUSINESS] = business, [OTHER] = other, [CHARGED] = charged,
  };

  tend_table_add (table, TEND_ROW_SUBTOTAL, cells);
}

static void
add_month (TendTable *table,
           TendDate   date,
           int       *month_of)
{
  int year, month, day;
  g_autofree char *text = NULL;
  const char *cells[1];

  tend_date_get (date, &year, &month, &day);
  *month_of = year * 12 + month;
  /* Translators: a month and its year, "August 2026" */
  cells[0] = text = g_strdup_printf (_("%s %d"), tend_month_name (month), year);
  tend_table_add (table, TEND_ROW_GROUP, cells);
}

static gboolean
same_month (TendDate date,
            int      month_of)
{
  int year, month, day;

  tend_date_get (date, &year, &month, &day);
  return year * 12 + month == month_of;
}

static void
lay_trips (TendFlow               *flow,
           const TendMileageSheet *sheet,
           const Sum              *total)
{
  const TendColumn columns[N_COLUMNS] = {
    [DATE] = { _("Date"), TEND_COLUMN_TEXT },
    [FROM] = { _("From"), TEND_COLUMN_FLEX },
    [TO] = { _("To"), TEND_COLUMN_FLEX },
    [PURPOSE] = { _("What for"), TEND_COLUMN_FLEX },
    [VEHICLE] = { _("Vehicle"), TEND_COLUMN_TEXT },
    [BUSINESS] = { _("Business miles"), TEND_COLUMN_FIGURES },
    [OTHER] = { _("Other miles"), TEND_COLUMN_FIGURES },
    [CHARGED] = { _("Charged"), TEND_COLUMN_FIGURES },
  };
  g_autoptr(TendTable) table = tend_table_new (flow, columns, N_COLUMNS);
  gboolean with_vehicle = only_vehicle (sheet) == NULL;
  int month_of = 0;
  Sum sum = { 0 };

  for (gsize i = 0; i < sheet->n_trips; i++)
    {
      const TendMileageTrip *trip = &sheet->trips[i];

      if (!same_month (trip->date, month_of))
        {
          if (i > 0)
            add_sum (table, _("Month’s total"), &sum);
          sum = (Sum) { 0 };
          add_month (table, trip->date, &month_of);
        }
      add_trip (table, trip, with_vehicle);
      add_to (&sum, trip);
    }
  add_sum (table, _("Month’s total"), &sum);
  add_sum (table, _("All trips"), total);
  tend_table_lay (table);
}

static void
lay_claims (TendFlow               *flow,
            const TendMileageSheet *sheet)
{
  const TendColumn columns[] = {
    { _("Rate"), TEND_COLUMN_FLEX },
    { _("Miles"), TEND_COLUMN_FIGURES },
    { _("Allowance"), TEND_COLUMN_FIGURES },
  };
  g_autoptr(TendTable) table = NULL;
  g_autofree char *claim = tend_money_format (sheet->claim_pence);
  const char *sums[] = { _("Allowance"), claim };

  if (sheet->n_claims == 0)
    return;
  tend_flow_space (flow, 24);
  tend_flow_need (flow, 90);
  tend_flow_text (flow, "H2", TEND_TEXT_HEADING, _("How the allowance comes about"),
                  &flow->palette->accent);
  flow->y += 6;
  table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < sheet->n_claims; i++)
    {
      g_autofree char *miles = tend_tenths_format_long (sheet->claims[i].miles_tenths);
      g_autofree char *amount = tend_money_format (sheet->claims[i].amount_pence);
      const char *cells[] = { sheet->claims[i].label, miles, amount };

      tend_table_add (table, TEND_ROW_BODY, cells);
    }
  tend_table_add (table, TEND_ROW_FINAL, sums);
  tend_table_lay (table);
}

/* What is to be known before the figure is used. */
static void
lay_notes (TendFlow               *flow,
           const TendMileageSheet *sheet)
{
  tend_flow_space (flow, 14);
  tend_flow_need (flow, 60);
  tend_flow_text (flow, "P", TEND_TEXT_CELL,
                  sheet->home_journeys
                  ? _("Journeys between home and clients are counted as business, because the "
                      "carer was advised so. Keep the advice.")
                  : _("Journeys between home and clients are not counted as business."),
                  &flow->palette->ink);
  if (sheet->unconfirmed == NULL)
    return;
  flow->y += 4;
  tend_flow_text (flow, "P", TEND_TEXT_STRONG, _("Worth checking before the tax return"),
                  &flow->palette->warning);
  tend_flow_text (flow, "P", TEND_TEXT_CELL, sheet->unconfirmed, &flow->palette->ink);
}

TendDocument *
tend_document_new_mileage (const TendMileageSheet *sheet)
{
  g_autofree char *period = NULL;
  g_autofree char *title = NULL;
  g_autofree char *claim = NULL;
  g_autofree char *miles = NULL;
  g_autofree char *says = NULL;
  Sum total = { 0 };
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL, NULL);

  for (gsize i = 0; i < sheet->n_trips; i++)
    add_to (&total, &sheet->trips[i]);
  period = tend_text_period (sheet->from, sheet->to);
  title = g_strdup_printf (_("Mileage log, %s"), period);
  claim = tend_money_format (sheet->claim_pence);
  miles = tend_tenths_format_long (total.business);
  says = g_strdup_printf (_("%s business miles. The allowance is worked out\n"
                            "on the miles of the whole period, not trip by trip."), miles);

  tend_flow_init (&flow, title, sheet->provider, sheet->language, TRUE);
  tend_flow_text (&flow, "H1", TEND_TEXT_TITLE, _("Mileage log"), &flow.palette->accent);
  flow.y += 2;
  tend_flow_text (&flow, "P", TEND_TEXT_STRONG, period, &flow.palette->ink);
  tend_flow_text (&flow, "P", TEND_TEXT_CELL, sheet->provider, &flow.palette->soft_ink);
  tend_flow_text (&flow, "P", TEND_TEXT_CELL, only_vehicle (sheet), &flow.palette->soft_ink);
  tend_flow_space (&flow, 14);
  tend_sum_block_lay (&flow, _("Mileage allowance"), claim, says, FALSE);
  if (sheet->n_trips > 0)
    lay_trips (&flow, sheet, &total);
  lay_claims (&flow, sheet);
  lay_notes (&flow, sheet);
  return tend_flow_finish (&flow, title);
}
