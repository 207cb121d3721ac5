/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-week.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-pricing.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const clash_names[] = { "overlap", "travel", "time_off" };

const char *
tend_clash_kind_name (TendClashKind kind)
{
  return clash_names[kind];
}

void
tend_week_free (TendWeek *self)
{
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->clashes, g_array_unref);
  g_clear_pointer (&self->time_off, g_ptr_array_unref);
  g_clear_pointer (&self->colors, g_hash_table_unref);
  g_free (self);
}

/* Cancelled and missed visits take no time. */
static gboolean
takes_time (const TendVisit *visit)
{
  return visit->status == TEND_VISIT_PLANNED || visit->status == TEND_VISIT_DONE;
}

static gboolean
is_shared (const TendVisit *visit)
{
  return strcmp (visit->billing, "shared") == 0;
}

static void
add_clash (TendWeek      *week,
           TendClashKind  kind,
           guint          first,
           guint          second,
           gint64         minutes)
{
  TendClash clash = { kind, first, second, minutes };

  g_array_append_val (week->clashes, clash);
}

/* Overlaps, and too little time between two homes.  Visits that touch are fine,
 * and two shared visits at the same time are meant.
 */
static void
find_visit_clashes (TendWeek *week,
                    gint64    travel_minutes)
{
  for (guint i = 0; i < week->visits->len; i++)
    {
      const TendVisit *first = week->visits->pdata[i];

      for (guint j = i + 1; j < week->visits->len && takes_time (first); j++)
        {
          const TendVisit *second = week->visits->pdata[j];
          gint64 gap = tend_time_minutes (tend_visit_end (first), tend_visit_start (second));

          if (gap >= travel_minutes && gap >= 0)
            break; /* in order of their start: later ones are further off */
          if (!takes_time (second))
            continue;

          if (gap < 0 && !(is_shared (first) && is_shared (second)))
            add_clash (week, TEND_CLASH_OVERLAP, i, j,
                       tend_time_minutes (tend_visit_start (second),
                                          MIN (tend_visit_end (first), tend_visit_end (second))));
          else if (gap >= 0 && strcmp (first->client, second->client) != 0)
            add_clash (week, TEND_CLASH_TRAVEL, i, j, travel_minutes - gap);
        }
    }
}

static void
find_time_off_clashes (TendWeek *week)
{
  for (guint i = 0; i < week->visits->len; i++)
    {
      const TendVisit *visit = week->visits->pdata[i];
      TendDate date = tend_time_date (tend_visit_start (visit));

      for (guint j = 0; j < week->time_off->len && takes_time (visit); j++)
        if (date >= tend_record_get_int (week->time_off->pdata[j], "starts_on") &&
            date <= tend_record_get_int (week->time_off->pdata[j], "ends_on"))
          {
            add_clash (week, TEND_CLASH_TIME_OFF, i, i,
                       tend_time_minutes (tend_visit_start (visit), tend_visit_end (visit)));
            break;
          }
    }
}

static gboolean
add_totals (TendVault  *vault,
            TendWeek   *week,
            int         n_days,
            GError    **error)
{
  g_autoptr(TendPricing) pricing = tend_pricing_new (vault, error);
  g_autoptr(TendStatement) statement = NULL;

  if (pricing == NULL)
    return FALSE;

  for (guint i = 0; i < week->visits->len; i++)
    {
      const TendVisit *visit = week->visits->pdata[i];
      g_autoptr(GArray) charges = NULL;

      if (tend_time_date (tend_visit_start (visit)) < week->monday)
        continue; /* a night that began the week before belongs there */
      if (takes_time (visit))
        week->minutes += tend_time_minutes (tend_visit_start (visit), tend_visit_end (visit));

      charges = tend_pricing_charges (pricing, visit, week->visits, TRUE, NULL);
      if (charges != NULL)
        week->income_pence += tend_billing_total (charges);
      else
        week->unpriced++;
    }

  statement = tend_statement_new (vault,
                                  "SELECT coalesce(sum(miles_tenths), 0) FROM trips"
                                  " WHERE date BETWEEN :from AND :to AND kind <> 'private'", error);
  if (statement == NULL)
    return FALSE;

  tend_statement_bind_date (statement, ":from", week->monday);
  tend_statement_bind_date (statement, ":to", week->monday + n_days - 1);
  if (tend_statement_step (statement, error) != TEND_STEP_ROW)
    return FALSE;

  week->miles_tenths = tend_statement_get_int (statement, 0);
  return TRUE;
}

/* Numbers clients in the order they came, those who are gone among them, so that a new
 * one, or one who goes, takes no colour from the others. */
static GHashTable *
number_clients (TendVault  *vault,
                GError    **error)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT id FROM clients"
                        " ORDER BY coalesce(started_on, '9999'), id", error);
  TendStep step;

  if (statement == NULL)
    return NULL;

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_hash_table_insert (numbers, g_strdup (tend_statement_get_text (statement, 0)),
                         GUINT_TO_POINTER (g_hash_table_size (numbers)));

  return step == TEND_STEP_DONE ? g_steal_pointer (&numbers) : NULL;
}

TendWeek *
tend_week_load (TendVault  *vault,
                TendDate    first_day,
                int         n_days,
                GError    **error)
{
  g_autoptr(TendWeek) week = g_new0 (TendWeek, 1);
  g_autofree char *from = tend_date_format_iso (first_day);
  g_autofree char *to = tend_date_format_iso (first_day + n_days - 1);
  g_autoptr(TendRecord) provider = NULL;

  week->monday = first_day;
  week->clashes = g_array_new (FALSE, FALSE, sizeof (TendClash));
  week->visits = tend_visits_between (vault, first_day, first_day + n_days - 1, NULL, error);
  if (week->visits == NULL)
    return NULL;

  week->time_off = tend_records_select (vault, &tend_time_off_kind, error,
                                        "WHERE starts_on <= :to AND ends_on >= :from"
                                        " ORDER BY starts_on, id",
                                        ":from", from, ":to", to, NULL);
  provider = week->time_off != NULL ? tend_provider_load (vault, error) : NULL;
  if (provider == NULL || !add_totals (vault, week, n_days, error))
    return NULL;

  week->colors = number_clients (vault, error);
  if (week->colors == NULL)
    return NULL;

  find_visit_clashes (week, tend_record_get_int (provider, "travel_minutes"));
  find_time_off_clashes (week);

  return g_steal_pointer (&week);
}

char *
tend_clash_describe (const TendWeek  *week,
                     const TendClash *clash)
{
  const TendVisit *first = week->visits->pdata[clash->first];
  const TendVisit *second = week->visits->pdata[clash->second];
  g_autofree char *day = tend_date_format (tend_time_date (tend_visit_start (second)),
                                           TEND_DATE_DAY);
  g_autofree char *minutes = tend_minutes_format (clash->minutes);

  switch (clash->kind)
    {
    case TEND_CLASH_OVERLAP:
      return g_strdup_printf (_("%s: %s and %s overlap by %s."),
                              day, first->client_name, second->client_name, minutes);

    case TEND_CLASH_TRAVEL:
      return g_strdup_printf (_("%s: %s too little to get from %s to %s."),
                              day, minutes, first->client_name, second->client_name);

    case TEND_CLASH_TIME_OFF:
      return g_strdup_printf (_("%s: %s is in your time off."), day, first->client_name);

    default:
      g_assert_not_reached ();
    }
}
