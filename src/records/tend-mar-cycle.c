/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The papers that a chart is: where its cycles of four weeks begin, and which is which. */

#include "tend-mar-private.h"

#include "tend-kinds.h"
#include "tend-record-private.h"

TendDate
tend_mar_cycle_start (TendVault   *vault,
                      TendRecord  *client,
                      TendDate     date,
                      GError     **error)
{
  TendDate anchor = tend_record_get_int (client, "chart_from");
  g_autoptr(TendRecord) first = NULL;
  g_autoptr(GError) failure = NULL;
  int days;

  if (anchor == TEND_DATE_NONE)
    {
      first = tend_records_select_one (vault, &tend_medication_kind, &failure,
                                       "WHERE client = :client ORDER BY starts_on LIMIT 1",
                                       ":client", tend_record_get_id (client), NULL);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return TEND_DATE_NONE;
        }
      anchor = tend_date_week_start (first != NULL ? tend_record_get_int (first, "starts_on")
                                                   : date);
    }

  /* Before the first cycle the weeks are counted backwards. */
  days = (date - anchor) % TEND_MAR_CYCLE_DAYS;

  return date - (days < 0 ? days + TEND_MAR_CYCLE_DAYS : days);
}

#define DAYS \
  "SELECT starts_on, ends_on FROM medications WHERE client = :client AND starts_on <= :to" \
  " ORDER BY starts_on"

/* A paper for each cycle, and another from each day on that a line began or ended on: no two
 * have the same number, so that it is known which to take away. */
int
tend_mar_chart_version (TendVault   *vault,
                        TendRecord  *client,
                        TendDate     last,
                        GError     **error)
{
  g_autoptr(TendStatement) statement = tend_statement_new (vault, DAYS, error);
  g_autoptr(GHashTable) days = g_hash_table_new (NULL, NULL);
  g_autofree char *to = tend_date_format_iso (last);
  TendDate first = TEND_DATE_NONE;
  TendStep step;

  if (statement == NULL)
    return 0;

  tend_statement_bind_text (statement, ":client", tend_record_get_id (client));
  tend_statement_bind_text (statement, ":to", to);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      TendDate changes[] = { tend_date_parse_iso (tend_statement_get_text (statement, 0)),
                             TEND_DATE_NONE };

      if (!tend_statement_is_null (statement, 1))
        changes[1] = tend_date_parse_iso (tend_statement_get_text (statement, 1)) + 1;
      if (first == TEND_DATE_NONE)
        first = tend_mar_cycle_start (vault, client, changes[0], error);
      for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
        if (changes[i] > first && changes[i] <= last)
          g_hash_table_add (days, GINT_TO_POINTER (changes[i]));
    }
  if (step != TEND_STEP_DONE)
    return 0;
  for (TendDate cycle = first; first != TEND_DATE_NONE && cycle <= last;
       cycle += TEND_MAR_CYCLE_DAYS)
    if (cycle > first)
      g_hash_table_add (days, GINT_TO_POINTER (cycle));

  return 1 + g_hash_table_size (days);
}
