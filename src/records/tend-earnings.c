/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-earnings.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-pricing.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  TendVault      *vault;
  TendEarningsBy  by;
  TendDate        from;
  TendDate        to;
  GHashTable     *rows;     /* key → TendEarningsRow, borrowed */
  GHashTable     *funding;  /* client id → "self" */
  GHashTable     *kinds;    /* service id → "support" */
  TendEarnings   *earnings;
} Count;

static const char * const by_names[] = { "week", "month", "client", "service", "funding", "kind" };

gboolean
tend_earnings_by_parse (const char     *text,
                        TendEarningsBy *by)
{
  for (guint i = 0; i < G_N_ELEMENTS (by_names); i++)
    if (g_strcmp0 (text, by_names[i]) == 0)
      {
        *by = i;
        return TRUE;
      }

  return FALSE;
}

static void
row_free (gpointer data)
{
  TendEarningsRow *row = data;

  g_free (row->key);
  g_free (row->label);
  g_free (row);
}

void
tend_earnings_free (TendEarnings *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static char *
month_key (TendDate date)
{
  int year, month;

  tend_date_get (date, &year, &month, NULL);
  return g_strdup_printf ("%04d-%02d", year, month);
}

/* The row an amount belongs to.  An amount without a service is "none". */
static char *
key_of (Count      *count,
        TendDate    date,
        const char *client,
        const char *service)
{
  const char *funding;

  switch (count->by)
    {
    case TEND_EARNINGS_WEEK:
      return tend_date_format_week (date);

    case TEND_EARNINGS_MONTH:
      return month_key (date);

    case TEND_EARNINGS_CLIENT:
      return g_strdup (client);

    case TEND_EARNINGS_SERVICE:
      return g_strdup (service != NULL ? service : "none");

    case TEND_EARNINGS_FUNDING:
      funding = g_hash_table_lookup (count->funding, client);
      return g_strdup (funding != NULL ? funding : "self");

    case TEND_EARNINGS_KIND:
      return g_strdup (service != NULL ? g_hash_table_lookup (count->kinds, service) : "none");

    default:
      g_assert_not_reached ();
    }
}

static TendEarningsRow *
row_for_key (Count *count,
             char  *key)
{
  TendEarningsRow *row = g_hash_table_lookup (count->rows, key);

  if (row == NULL)
    {
      row = g_new0 (TendEarningsRow, 1);
      row->key = key;
      g_hash_table_insert (count->rows, row->key, row);
      g_ptr_array_add (count->earnings->rows, row);
    }
  else
    g_free (key);

  return row;
}

static TendEarningsRow *
row_for (Count      *count,
         TendDate    date,
         const char *client,
         const char *service)
{
  return row_for_key (count, key_of (count, date, client, service));
}

static gboolean
add_worked (Count   *count,
            GError **error)
{
  g_autoptr(TendPricing) pricing = tend_pricing_new (count->vault, error);
  g_autoptr(GPtrArray) visits = NULL;

  if (pricing == NULL)
    return FALSE;

  /* A quarter at a time, so that ten years need no more memory than one. */
  for (TendDate day = count->from; day <= count->to; day += 91)
    {
      g_clear_pointer (&visits, g_ptr_array_unref);
      visits = tend_visits_recorded (count->vault, day, MIN (day + 90, count->to), TEND_DATE_NONE,
                                     NULL, error);
      if (visits == NULL)
        return FALSE;

      for (guint i = 0; i < visits->len; i++)
        {
          const TendVisit *visit = visits->pdata[i];
          TendDate date = tend_time_date (visit->planned_start);
          g_autoptr(GArray) charges = NULL;
          TendEarningsRow *row;

          if (visit->status != TEND_VISIT_DONE || date < day)
            continue;

          row = row_for (count, date, visit->client, visit->service);
          row->minutes += tend_time_minutes (tend_visit_start (visit), tend_visit_end (visit));
          charges = tend_pricing_charges (pricing, visit, visits, FALSE, NULL);
          if (charges != NULL)
            row->worked_pence += tend_billing_total (charges);
        }
    }

  return TRUE;
}

static gboolean
add_invoiced (Count   *count,
              GError **error)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (count->vault,
                        "SELECT i.issued_on, i.client, v.service, l.amount_pence FROM invoices AS i"
                        " JOIN invoice_lines AS l ON l.invoice = i.id"
                        " LEFT JOIN visits AS v ON v.id = l.visit"
                        " WHERE i.issued_on BETWEEN :from AND :to",
                        error);
  TendStep step;

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_date (statement, ":from", count->from);
  tend_statement_bind_date (statement, ":to", count->to);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendEarningsRow *row = row_for (count,
                                      tend_statement_get_date (statement, 0),
                                      tend_statement_get_text (statement, 1),
                                      tend_statement_get_text (statement, 2));

      row->invoiced_pence += tend_statement_get_int (statement, 3);
    }

  return step == TEND_STEP_DONE;
}

/* A payment is shared among the services of its invoice, in proportion to their
 * lines; shares are differences of running totals, so that none is lost.
 */
static gboolean
share_payment (Count       *count,
               const char  *invoice,
               gint64       amount_pence,
               GError     **error)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (count->vault,
                        "SELECT v.service, sum(l.amount_pence),"
                        " (SELECT sum(amount_pence) FROM invoice_lines WHERE invoice = :invoice)"
                        " FROM invoice_lines AS l LEFT JOIN visits AS v ON v.id = l.visit"
                        " WHERE l.invoice = :invoice GROUP BY v.service ORDER BY v.service",
                        error);
  gint64 running = 0, shared = 0, total = 0;
  TendStep step;

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_text (statement, ":invoice", invoice);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendEarningsRow *row;
      gint64 upto;

      total = tend_statement_get_int (statement, 2);
      running += tend_statement_get_int (statement, 1);
      upto = total > 0 ? tend_money_divide (amount_pence * running, total) : 0;
      row = row_for (count, 0, NULL, tend_statement_get_text (statement, 0));
      row->received_pence += upto - shared;
      shared = upto;
    }

  if (step == TEND_STEP_DONE && shared != amount_pence)
    row_for (count, 0, NULL, NULL)->received_pence += amount_pence - shared;

  return step == TEND_STEP_DONE;
}

static gboolean
add_received (Count   *count,
              GError **error)
{
  g_autofree char *from = tend_date_format_iso (count->from);
  g_autofree char *to = tend_date_format_iso (count->to);
  g_autoptr(GPtrArray) payments =
    tend_records_select (count->vault, &tend_payment_kind, error,
                         "WHERE received_on BETWEEN :from AND :to", ":from", from, ":to", to, NULL);

  if (payments == NULL)
    return FALSE;

  for (guint i = 0; i < payments->len; i++)
    {
      TendRecord *payment = payments->pdata[i];
      const char *invoice = tend_record_get_text (payment, "invoice");
      gint64 amount = tend_record_get_int (payment, "amount_pence");

      if ((count->by == TEND_EARNINGS_SERVICE || count->by == TEND_EARNINGS_KIND) &&
          invoice != NULL)
        {
          if (!share_payment (count, invoice, amount, error))
            return FALSE;
        }
      else
        row_for (count, tend_record_get_int (payment, "received_on"),
                 tend_record_get_text (payment, "client"), NULL)->received_pence += amount;
    }

  return TRUE;
}

/* Weeks and months in which nothing happened are part of the story. */
static void
add_empty_periods (Count *count)
{
  if (count->by == TEND_EARNINGS_WEEK)
    for (TendDate day = tend_date_week_start (count->from); day <= count->to; day += 7)
      row_for_key (count, tend_date_format_week (day));

  if (count->by == TEND_EARNINGS_MONTH)
    {
      int year, month;

      tend_date_get (count->from, &year, &month, NULL);
      /* There is no month after December 9999. */
      for (TendDate day = tend_date_new (year, month, 1);
           day != TEND_DATE_NONE && day <= count->to; day = tend_date_add_months (day, 1))
        row_for_key (count, month_key (day));
    }
}

static char *
record_name (Count          *count,
             const TendKind *kind,
             const char     *id)
{
  g_autoptr(TendRecord) record = tend_record_load (count->vault, kind, id, NULL);

  if (record == NULL)
    return g_strdup (_("No service"));

  return kind == &tend_client_kind ? tend_client_name (record)
                                   : g_strdup (tend_record_get_text (record, "name"));
}

static char *
label_of (Count      *count,
          const char *key)
{
  switch (count->by)
    {
    case TEND_EARNINGS_WEEK:
      return tend_date_format (tend_date_parse_week (key), TEND_DATE_SHORT);

    case TEND_EARNINGS_MONTH:
      return g_strdup_printf ("%s %.4s", tend_month_name (atoi (key + 5)), key);

    case TEND_EARNINGS_CLIENT:
      return record_name (count, &tend_client_kind, key);

    case TEND_EARNINGS_SERVICE:
      return record_name (count, &tend_service_kind, key);

    case TEND_EARNINGS_KIND:
      return g_strdup (g_str_equal (key, "none")
                       ? _("No service")
                       : tend_field_choice_label (tend_kind_field (&tend_service_kind, "kind"),
                                                  key));

    case TEND_EARNINGS_FUNDING:
      return g_strdup (tend_field_choice_label (tend_kind_field (&tend_client_kind, "funding"),
                                                key));

    default:
      g_assert_not_reached ();
    }
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp ((*(TendEarningsRow * const *) a)->key, (*(TendEarningsRow * const *) b)->key);
}

/* The one who matters most first. */
static int
compare_worked (gconstpointer a,
                gconstpointer b)
{
  const TendEarningsRow *first = *(TendEarningsRow * const *) a;
  const TendEarningsRow *second = *(TendEarningsRow * const *) b;

  if (first->worked_pence != second->worked_pence)
    return first->worked_pence > second->worked_pence ? -1 : 1;

  return compare_keys (a, b);
}

static void
finish (Count *count)
{
  TendEarnings *earnings = count->earnings;
  gboolean in_time = count->by == TEND_EARNINGS_WEEK || count->by == TEND_EARNINGS_MONTH;

  g_ptr_array_sort (earnings->rows, in_time ? compare_keys : compare_worked);

  for (guint i = 0; i < earnings->rows->len; i++)
    {
      TendEarningsRow *row = earnings->rows->pdata[i];

      row->label = label_of (count, row->key);
      earnings->total.worked_pence += row->worked_pence;
      earnings->total.invoiced_pence += row->invoiced_pence;
      earnings->total.received_pence += row->received_pence;
      earnings->total.minutes += row->minutes;
    }
}

static gboolean
load_funding (Count   *count,
              GError **error)
{
  g_autoptr(GPtrArray) clients = tend_clients_list (count->vault, NULL, error);

  for (guint i = 0; clients != NULL && i < clients->len; i++)
    g_hash_table_insert (count->funding, g_strdup (tend_record_get_id (clients->pdata[i])),
                         g_strdup (tend_record_get_text (clients->pdata[i], "funding")));

  return clients != NULL;
}

static gboolean
load_kinds (Count   *count,
            GError **error)
{
  g_autoptr(GPtrArray) services = tend_record_load_all (count->vault, &tend_service_kind, error);

  for (guint i = 0; services != NULL && i < services->len; i++)
    g_hash_table_insert (count->kinds, g_strdup (tend_record_get_id (services->pdata[i])),
                         g_strdup (tend_record_get_text (services->pdata[i], "kind")));

  return services != NULL;
}

TendEarnings *
tend_earnings_load (TendVault       *vault,
                    TendDate         from,
                    TendDate         to,
                    TendEarningsBy   by,
                    GError         **error)
{
  g_autoptr(TendEarnings) earnings = g_new0 (TendEarnings, 1);
  g_autoptr(GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) funding = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Count count = { vault, by, from, to, rows, funding, kinds, earnings };

  earnings->rows = g_ptr_array_new_with_free_func (row_free);
  add_empty_periods (&count);

  if (!load_funding (&count, error) || !load_kinds (&count, error) || !add_worked (&count, error) ||
      !add_invoiced (&count, error) || !add_received (&count, error))
    return NULL;

  finish (&count);
  return g_steal_pointer (&earnings);
}
