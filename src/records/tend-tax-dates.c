/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-tax-dates.h"

#include "tend-clients.h"
#include "tend-figures-private.h"
#include "tend-statement.h"
#include "tend-time.h"

#include <stdlib.h>
#include <string.h>

/* What the dates depend on. */
typedef struct
{
  TendVault *vault;
  GKeyFile  *file;
  TendDate   since;      /* the first day of work; NONE: there has been none */
  gboolean   registered;
} Trade;

static gboolean
load_since (Trade   *trade,
            GError **error)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (trade->vault,
                        "SELECT (SELECT min(received_on) FROM payments),"
                        " (SELECT planned_start FROM visits WHERE status = 'done'"
                        "  ORDER BY planned_start LIMIT 1)", error);
  TendDate paid, worked;

  if (statement == NULL || tend_statement_step (statement, error) != TEND_STEP_ROW)
    return FALSE;

  paid = tend_statement_get_date (statement, 0);
  worked = tend_statement_is_null (statement, 1)
           ? TEND_DATE_NONE : tend_time_date (tend_statement_get_int (statement, 1));
  trade->since = paid == TEND_DATE_NONE || (worked != TEND_DATE_NONE && worked < paid)
                 ? worked : paid;
  return TRUE;
}

static gint64
turnover (Trade    *trade,
          TendDate  start)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (trade->vault, "SELECT sum(amount_pence) FROM payments"
                        " WHERE received_on BETWEEN :from AND :to", NULL);

  tend_statement_bind_date (statement, ":from", start);
  tend_statement_bind_date (statement, ":to", tend_tax_year_end (start));
  return tend_statement_step (statement, NULL) == TEND_STEP_ROW
         ? tend_statement_get_int (statement, 0) : 0;
}

/* Whether the tax year that begins on @start is one of updates: once in, one stays in. */
static gboolean
is_digital (Trade    *trade,
            TendDate  start)
{
  g_auto(GStrv) keys = g_key_file_get_keys (trade->file, "digital", NULL, NULL);
  TendDate first = TEND_DATE_NONE;

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      TendDate from = tend_date_parse_iso (keys[i]);

      if (from != TEND_DATE_NONE && (first == TEND_DATE_NONE || from < first))
        first = from;
    }

  for (TendDate year = first; year != TEND_DATE_NONE && year <= start;
       year = tend_date_add_years (year, 1))
    {
      gint64 limit = -1;

      for (gsize i = 0; keys[i] != NULL; i++)
        {
          TendDate from = tend_date_parse_iso (keys[i]);

          if (from != TEND_DATE_NONE && from <= year)
            limit = g_key_file_get_int64 (trade->file, "digital", keys[i], NULL);
        }
      if (limit >= 0 && turnover (trade, tend_date_add_years (year, -2)) > limit)
        return TRUE;
    }

  return FALSE;
}

/* Whether @kind is due on @due to somebody with that trade. */
static gboolean
concerns (Trade           *trade,
          TendTaxDateKind  kind,
          TendDate         due)
{
  /* The tax year that had ended when it falls due, by its first day. */
  TendDate ended = tend_date_add_years (tend_tax_year_start (due), -1);

  if (trade->since == TEND_DATE_NONE)
    return FALSE;

  switch (kind)
    {
    case TEND_TAX_RETURN:
      return trade->since <= tend_tax_year_end (ended);

    /* Half of the last bill again, so there was one on the 31 January before. */
    case TEND_TAX_PAYMENT:
      return trade->since < ended;

    case TEND_TAX_REGISTER:
      return !trade->registered && tend_tax_year_start (trade->since) == ended;

    case TEND_TAX_UPDATE:
    default:
      /* The one of 7 May is of the year that ended on 5 April. */
      return is_digital (trade, tend_tax_year_start (tend_date_add_months (due, -2)));
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TendTaxDate *first = a, *second = b;

  return first->due != second->due ? first->due - second->due
                                   : (int) first->kind - (int) second->kind;
}

static void
add_days (Trade      *trade,
          const char *group,
          TendDate    from,
          TendDate    to,
          GArray     *dates)
{
  static const char * const kinds[] = { "return", "payment", "register", "update", NULL };
  g_autofree char *kind = g_key_file_get_string (trade->file, group, "kind", NULL);
  g_autofree char *day = g_key_file_get_string (trade->file, group, "day", NULL);
  int first, last, month, dom;

  if (kind == NULL || day == NULL || strlen (day) != 5)
    return;

  tend_date_get (from, &first, NULL, NULL);
  tend_date_get (to, &last, NULL, NULL);
  month = atoi (day);
  dom = atoi (day + 3);
  for (int year = first; year <= last; year++)
    for (int i = 0; kinds[i] != NULL; i++)
      {
        TendTaxDate date = { i, tend_date_new (year, month, dom) };

        if (g_str_equal (kind, kinds[i]) && date.due >= from && date.due <= to &&
            concerns (trade, date.kind, date.due))
          g_array_append_val (dates, date);
      }
}

GArray *
tend_tax_dates_between (TendVault  *vault,
                        TendDate    from,
                        TendDate    to,
                        GError    **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_autoptr(GKeyFile) file = tend_figures_load ("tax.ini");
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);
  Trade trade = { vault, file };
  GArray *dates;

  if (provider == NULL || !load_since (&trade, error))
    return NULL;

  trade.registered = tend_record_is_set (provider, "utr");
  dates = g_array_new (FALSE, FALSE, sizeof (TendTaxDate));
  for (gsize i = 0; groups[i] != NULL; i++)
    add_days (&trade, groups[i], from, to, dates);
  g_array_sort (dates, compare);
  return dates;
}
