/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the heavy load's weeks leave behind: visits, journeys, invoices, payments. */

#include "load-private.h"

#include "tend-money.h"
#include "tend-time.h"

/* Tasks were ticked in the last year only. */
#define TASK_DAYS 364
#define TRIPS_A_DAY 10
#define DAYS_TO_PAY 10

static gboolean
save_tasks (Load        *load,
            const char  *visit,
            GError     **error)
{
  static const char * const titles[] = { "Wash and dress", "Breakfast" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", visit, i);
      g_autoptr(TendRecord) task = load_record (&tend_visit_task_kind, id, NULL);

      tend_record_set_text (task, "visit", visit);
      tend_record_set_int (task, "position", i);
      tend_record_set_text (task, "title", titles[i]);
      tend_record_set_int (task, "done", TRUE);
      if (!load_save (load, task, error))
        return FALSE;
    }

  return TRUE;
}

/* Kept until the invoice of the week is made. */
static void
keep_line (Load       *load,
           int         slot,
           TendRecord *visit,
           TendDate    date)
{
  g_autofree char *id = g_strdup_printf ("%s-line", tend_record_get_id (visit));
  g_autofree char *span = tend_time_format_span (tend_record_get_int (visit, "planned_start"),
                                                 tend_record_get_int (visit, "planned_end"));
  g_autofree char *description = g_strdup_printf ("Personal care, %s", span);
  gint64 rate = load_rate (load, date) + (tend_date_weekday (date) >= TEND_SATURDAY ? 200 : 0);
  TendRecord *line = load_record (&tend_invoice_line_kind, id, NULL);

  tend_record_set_int (line, "date", date);
  tend_record_set_text (line, "description", description);
  tend_record_set_int (line, "minutes", 30);
  tend_record_set_text (line, "unit", "hour");
  tend_record_set_int (line, "rate_pence", rate);
  tend_record_set_int (line, "amount_pence", tend_money_for_minutes (30, rate));
  tend_record_set_text (line, "visit", tend_record_get_id (visit));
  g_ptr_array_add (load->pending[slot], line);
}

static void
set_outcome (Load       *load,
             TendRecord *visit)
{
  static const char * const moods[] = { "bright", "settled", "settled", "quiet", "low" };
  double lot = g_rand_double (load->chance);
  gint64 start = tend_record_get_int (visit, "planned_start");
  g_autofree char *note = NULL;

  if (lot < 0.04)
    {
      tend_record_set_text (visit, "status", lot < 0.01 ? "missed" : "cancelled");
      tend_record_set_text (visit, "cancel_reason", "In hospital");
      return;
    }

  note = load_note (load);
  tend_record_set_text (visit, "status", "done");
  tend_record_set_int (visit, "actual_start", start + 60 * g_rand_int_range (load->chance, 0, 5));
  tend_record_set_int (visit, "actual_end", start + 60 * g_rand_int_range (load->chance, 28, 36));
  tend_record_set_text (visit, "note", note);
  tend_record_set_text (visit, "mood",
                        moods[g_rand_int_range (load->chance, 0, G_N_ELEMENTS (moods))]);
}

static gboolean
save_visit (Load        *load,
            int          slot,
            const char  *round,
            TendDate     date,
            TendClock    clock,
            GError     **error)
{
  g_autofree char *client = load_client_id (load_client_at (load, slot, date));
  g_autofree char *id = g_strdup_printf ("v%06u", load->counts->n_visits);
  g_autofree char *pattern = g_strdup_printf ("%s-%s", client, round);
  g_autoptr(TendRecord) visit = load_record (&tend_visit_kind, id, client);

  /* A few of the last days are still to be written up. */
  if (date >= load->today - 2 && g_rand_double (load->chance) < 0.15)
    return TRUE;

  load->counts->n_visits++;
  tend_record_set_text (visit, "service", "care");
  tend_record_set_text (visit, "pattern", pattern);
  tend_record_set_int (visit, "pattern_date", date);
  tend_record_set_int (visit, "planned_start", tend_time_resolve (date, clock));
  tend_record_set_int (visit, "planned_end", tend_time_resolve (date, clock + 30));
  set_outcome (load, visit);

  if (!load_save (load, visit, error))
    return FALSE;

  if (g_str_equal (tend_record_get_text (visit, "status"), "done") &&
      (slot > 0 || date < load->today - LOAD_UNBILLED_DAYS))
    keep_line (load, slot, visit, date);

  return date < load->today - TASK_DAYS || save_tasks (load, id, error);
}

static gboolean
save_trips (Load      *load,
            TendDate   date,
            GError   **error)
{
  static const char * const places[] = { "Home", "Mill Lane", "Cheddleton", "Rudyard", "Leek" };

  for (int i = 0; i < TRIPS_A_DAY; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%06u", load->counts->n_trips++);
      g_autoptr(TendRecord) trip = load_record (&tend_trip_kind, id, NULL);

      tend_record_set_int (trip, "date", date);
      tend_record_set_text (trip, "kind", "between_clients");
      tend_record_set_text (trip, "from", places[i % G_N_ELEMENTS (places)]);
      tend_record_set_text (trip, "to", places[(i + 1) % G_N_ELEMENTS (places)]);
      tend_record_set_int (trip, "miles_tenths", g_rand_int_range (load->chance, 4, 59));
      tend_record_set_text (trip, "vehicle", "car");
      if (!load_save (load, trip, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_payment (Load        *load,
              TendRecord  *invoice,
              GError     **error)
{
  const char *client = tend_record_get_text (invoice, "client");
  TendDate date = tend_record_get_int (invoice, "issued_on") + DAYS_TO_PAY;
  g_autofree char *id = g_strdup_printf ("p-%s", tend_record_get_id (invoice));
  g_autoptr(TendRecord) payment = load_record (&tend_payment_kind, id, client);

  if (date > load->today || g_rand_double (load->chance) < 0.001)
    return TRUE;

  tend_record_set_text (payment, "invoice", tend_record_get_id (invoice));
  tend_record_set_int (payment, "received_on", date);
  tend_record_set_int (payment, "amount_pence", tend_record_get_int (invoice, "total_pence"));

  return load_save (load, payment, error);
}

/* The lines first: an invoice that is there takes no more of them. */
static gboolean
save_invoice (Load        *load,
              const char  *number,
              const char  *client,
              GPtrArray   *lines,
              TendDate     issued_on,
              GError     **error)
{
  g_autofree char *id = g_strdup_printf ("i-%s", number);
  g_autoptr(TendRecord) invoice = load_record (&tend_invoice_kind, id, client);
  gint64 total = 0;

  load->counts->n_invoices++;
  load->counts->n_lines += lines->len;

  for (guint i = 0; i < lines->len; i++)
    {
      tend_record_set_text (lines->pdata[i], "invoice", id);
      tend_record_set_int (lines->pdata[i], "position", i);
      total += tend_record_get_int (lines->pdata[i], "amount_pence");
      if (!load_save (load, lines->pdata[i], error))
        return FALSE;
    }

  tend_record_set_text (invoice, "number", number);
  tend_record_set_int (invoice, "issued_on", issued_on);
  tend_record_set_int (invoice, "due_on", issued_on + 14);
  tend_record_set_int (invoice, "period_from", issued_on - 7);
  tend_record_set_int (invoice, "period_to", issued_on - 1);
  tend_record_set_text (invoice, "seller", "Hannah Heavyside\n1 Long Street\nLeek");
  tend_record_set_text (invoice, "bill_to", "The client\nMill Lane\nLeek");
  tend_record_set_text (invoice, "payment_details", "Sort code 00-00-00, account 12345678");
  tend_record_set_int (invoice, "total_pence", total);

  return load_save (load, invoice, error) && save_payment (load, invoice, error);
}

static gboolean
save_invoices (Load      *load,
               TendDate   issued_on,
               GError   **error)
{
  for (int slot = 0; slot < LOAD_SLOTS; slot++)
    {
      g_autofree char *client = load_client_id (load_client_at (load, slot, issued_on - 1));
      g_autofree char *number = g_strdup_printf ("%05u", load->counts->n_invoices + 1);

      if (load->pending[slot]->len > 0 &&
          !save_invoice (load, number, client, load->pending[slot], issued_on, error))
        return FALSE;
      g_ptr_array_set_size (load->pending[slot], 0);
    }

  return TRUE;
}

gboolean
load_week (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  Load *load = data;

  for (TendDate date = load->monday; date < MIN (load->monday + 7, load->today); date++)
    {
      TendWeekday weekday = tend_date_weekday (date);

      for (int slot = 0; slot < LOAD_SLOTS; slot++)
        if (!save_visit (load, slot, "am", date, 7 * 60 + slot * 30, error) ||
            (weekday <= (slot < 8 ? TEND_FRIDAY : TEND_THURSDAY) &&
             !save_visit (load, slot, "pm", date, 16 * 60 + slot * 30, error)))
          return FALSE;

      if (!save_trips (load, date, error))
        return FALSE;
    }

  return load->monday + 7 > load->today || save_invoices (load, load->monday + 7, error);
}

static gboolean
save_long (Load    *load,
           int      index,
           GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *client = load_client_id (load_client_at (load, index % LOAD_SLOTS, load->first));
  g_autofree char *number = load_long_number (index);

  for (int i = 0; i < LOAD_LONG_LINES; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%d", number, i);
      TendRecord *line = load_record (&tend_invoice_line_kind, id, NULL);

      tend_record_set_int (line, "date", load->first + i / 2);
      tend_record_set_text (line, "description", i % 2 ? "Personal care, 16:00–16:30"
                                                       : "Personal care, 07:00–07:30");
      tend_record_set_int (line, "minutes", 30);
      tend_record_set_text (line, "unit", "hour");
      tend_record_set_int (line, "rate_pence", 2000);
      tend_record_set_int (line, "amount_pence", 1000);
      g_ptr_array_add (lines, line);
    }

  return save_invoice (load, number, client, lines, load->first + 31, error);
}

gboolean
load_long (TendVault  *vault,
           gpointer    data,
           GError    **error)
{
  for (int i = 0; i < LOAD_LONG_INVOICES; i++)
    if (!save_long (data, i, error))
      return FALSE;

  return TRUE;
}
