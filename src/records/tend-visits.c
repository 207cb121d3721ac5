/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading visits: those stored, and the occurrences of repeating visits. */

#include "tend-visits.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-recurrence.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What reaches back from the first of all days begins there. */
#define BEFORE(date, days) MAX ((date) - (days), TEND_DATE_NONE + 1)

/* A visit that began this long before a period may still reach into it. */
#define LONGEST_SECONDS (14 * 24 * 60 * 60)
/* A repeating visit is of two days at most (tend-pattern-kind.c). */
#define LONGEST_PATTERN_DAYS 3

static const char * const status_names[] = { "planned", "done", "cancelled", "missed" };

const char *
tend_visit_status_name (TendVisitStatus status)
{
  return status_names[status];
}

static TendVisitStatus
status_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_names); i++)
    if (g_strcmp0 (name, status_names[i]) == 0)
      return i;

  return TEND_VISIT_PLANNED;
}

void
tend_visit_free (TendVisit *self)
{
  g_free (self->id);
  g_free (self->client);
  g_free (self->client_name);
  g_free (self->service);
  g_free (self->service_name);
  g_free (self->service_kind);
  g_free (self->pattern);
  g_free (self->billing);
  g_free (self);
}

TendVisit *
tend_visit_copy (const TendVisit *self)
{
  TendVisit *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->client = g_strdup (self->client);
  copy->client_name = g_strdup (self->client_name);
  copy->service = g_strdup (self->service);
  copy->service_name = g_strdup (self->service_name);
  copy->service_kind = g_strdup (self->service_kind);
  copy->pattern = g_strdup (self->pattern);
  copy->billing = g_strdup (self->billing);

  return copy;
}

TendInstant
tend_visit_start (const TendVisit *self)
{
  return self->actual_start != TEND_INSTANT_NONE ? self->actual_start : self->planned_start;
}

TendInstant
tend_visit_end (const TendVisit *self)
{
  if (self->actual_end != TEND_INSTANT_NONE)
    return self->actual_end;

  /* Started late and not finished yet: the planned length from there. */
  return self->actual_start == TEND_INSTANT_NONE || self->actual_start < self->planned_end
         ? self->planned_end
         : self->actual_start + (self->planned_end - self->planned_start);
}

/* The columns and their positions stay side by side. */
#define NAMES \
  "trim(coalesce(c.preferred_name, c.given_name) || ' ' || coalesce(c.family_name, ''))," \
  " s.name, s.kind"
static const char visits_sql[] =
  "SELECT v.id, v.client, " NAMES ", v.service, v.pattern, v.pattern_date,"
  " v.planned_start, v.planned_end, v.actual_start, v.actual_end, v.status, v.billing,"
  " v.cancelled_at, v.note IS NOT NULL, v.concern IS NOT NULL"
  " FROM visits AS v JOIN clients AS c ON c.id = v.client"
  " LEFT JOIN services AS s ON s.id = v.service"
  " WHERE v.planned_start >= :earliest AND v.planned_start < :end"
  " AND (v.planned_start >= :start OR v.planned_end > :start)"
  " AND (:client IS NULL OR v.client = :client)";
enum { V_ID, V_CLIENT, V_CLIENT_NAME, V_SERVICE_NAME, V_SERVICE_KIND, V_SERVICE, V_PATTERN,
       V_PATTERN_DATE, V_PLANNED_START, V_PLANNED_END, V_ACTUAL_START, V_ACTUAL_END, V_STATUS,
       V_BILLING, V_CANCELLED_AT, V_NOTE, V_CONCERN };

static TendInstant
get_instant (TendStatement *statement,
             int            column)
{
  return tend_statement_is_null (statement, column)
         ? TEND_INSTANT_NONE
         : tend_statement_get_int (statement, column);
}

static TendVisit *
visit_from_row (TendStatement *statement)
{
  TendVisit *visit = g_new0 (TendVisit, 1);

  visit->id = g_strdup (tend_statement_get_text (statement, V_ID));
  visit->client = g_strdup (tend_statement_get_text (statement, V_CLIENT));
  visit->client_name = g_strdup (tend_statement_get_text (statement, V_CLIENT_NAME));
  visit->service_name = g_strdup (tend_statement_get_text (statement, V_SERVICE_NAME));
  visit->service_kind = g_strdup (tend_statement_get_text (statement, V_SERVICE_KIND));
  visit->service = g_strdup (tend_statement_get_text (statement, V_SERVICE));
  visit->pattern = g_strdup (tend_statement_get_text (statement, V_PATTERN));
  visit->pattern_date = tend_statement_get_date (statement, V_PATTERN_DATE);
  visit->planned_start = tend_statement_get_int (statement, V_PLANNED_START);
  visit->planned_end = tend_statement_get_int (statement, V_PLANNED_END);
  visit->actual_start = get_instant (statement, V_ACTUAL_START);
  visit->actual_end = get_instant (statement, V_ACTUAL_END);
  visit->status = status_from_name (tend_statement_get_text (statement, V_STATUS));
  visit->billing = g_strdup (tend_statement_is_null (statement, V_BILLING)
                             ? "full" : tend_statement_get_text (statement, V_BILLING));
  visit->cancelled_at = get_instant (statement, V_CANCELLED_AT);
  visit->stored = TRUE;
  visit->has_note = tend_statement_get_int (statement, V_NOTE) != 0;
  visit->has_concern = tend_statement_get_int (statement, V_CONCERN) != 0;

  return visit;
}

static gboolean
add_stored (TendVault   *vault,
            TendDate     from,
            TendDate     to,
            const char  *client,
            GPtrArray   *visits,
            GError     **error)
{
  g_autoptr(TendStatement) statement = tend_statement_new (vault, visits_sql, error);
  TendInstant start = tend_time_resolve (from, 0);
  TendStep step;

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_int (statement, ":earliest", start - LONGEST_SECONDS);
  tend_statement_bind_int (statement, ":start", start);
  tend_statement_bind_int (statement, ":end", tend_time_resolve (to + 1, 0));
  tend_statement_bind_text (statement, ":client", client);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_ptr_array_add (visits, visit_from_row (statement));

  return step == TEND_STEP_DONE;
}

/* The days of repeating visits that have a visit of their own, wherever it was moved to.
 * CROSS JOIN: from the few patterns to their days by the index, never over all visits.
 */
static GHashTable *
load_exceptions (TendVault   *vault,
                 TendDate     from,
                 TendDate     to,
                 const char  *client,
                 GError     **error)
{
  g_autoptr(GHashTable) exceptions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT v.pattern || '@' || v.pattern_date FROM patterns AS p"
                        " CROSS JOIN visits AS v ON v.pattern = p.id"
                        " AND v.pattern_date BETWEEN :from AND :to"
                        " WHERE p.starts_on <= :to AND (p.ends_on IS NULL OR p.ends_on >= :from)"
                        " AND (:client IS NULL OR p.client = :client)",
                        error);
  TendStep step;

  if (statement == NULL)
    return NULL;

  tend_statement_bind_date (statement, ":from", from);
  tend_statement_bind_date (statement, ":to", to);
  tend_statement_bind_text (statement, ":client", client);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    g_hash_table_add (exceptions, g_strdup (tend_statement_get_text (statement, 0)));

  return step == TEND_STEP_DONE ? g_steal_pointer (&exceptions) : NULL;
}

static const char patterns_sql[] =
  "SELECT p.id, p.client, " NAMES ", p.service, p.rrule, p.starts_on, p.ends_on, p.starts_at,"
  " p.minutes, p.billing,"
  " min(coalesce(c.died_on, '9999-12-31'), coalesce(c.ended_on, '9999-12-31')),"
  " c.died_on, c.died_at"
  " FROM patterns AS p JOIN clients AS c ON c.id = p.client"
  " LEFT JOIN services AS s ON s.id = p.service"
  " WHERE p.starts_on <= :to AND (p.ends_on IS NULL OR p.ends_on >= :from)"
  " AND (:client IS NULL OR p.client = :client)";
enum { P_ID, P_CLIENT, P_CLIENT_NAME, P_SERVICE_NAME, P_SERVICE_KIND, P_SERVICE, P_RRULE,
       P_STARTS_ON, P_ENDS_ON, P_STARTS_AT, P_MINUTES, P_BILLING, P_LAST_DAY, P_DIED_ON,
       P_DIED_AT };

/* Both ends are local times, so that a night from 22:00 to 07:00 ends at 07:00
 * when the clocks change, and is an hour shorter or longer (scenario S12).
 */
static void
occurrence_span (TendDate     date,
                 TendClock    starts_at,
                 gint64       minutes,
                 TendInstant *start,
                 TendInstant *end)
{
  gint64 finish = starts_at + minutes;

  *start = tend_time_resolve (date, starts_at);
  *end = tend_time_resolve (date + finish / 1440, finish % 1440);

  /* Short visits inside the hour that is skipped or repeated. */
  if (*end <= *start)
    *end = *start + minutes * 60;
}

static TendVisit *
occurrence_from_row (TendStatement *statement,
                     TendDate       date)
{
  TendVisit *visit = g_new0 (TendVisit, 1);
  g_autofree char *iso = tend_date_format_iso (date);

  visit->pattern = g_strdup (tend_statement_get_text (statement, P_ID));
  visit->id = g_strdup_printf ("%s@%s", visit->pattern, iso);
  visit->pattern_date = date;
  visit->client = g_strdup (tend_statement_get_text (statement, P_CLIENT));
  visit->client_name = g_strdup (tend_statement_get_text (statement, P_CLIENT_NAME));
  visit->service_name = g_strdup (tend_statement_get_text (statement, P_SERVICE_NAME));
  visit->service_kind = g_strdup (tend_statement_get_text (statement, P_SERVICE_KIND));
  visit->service = g_strdup (tend_statement_get_text (statement, P_SERVICE));
  visit->billing = g_strdup (tend_statement_is_null (statement, P_BILLING)
                             ? "full" : tend_statement_get_text (statement, P_BILLING));
  visit->actual_start = visit->actual_end = visit->cancelled_at = TEND_INSTANT_NONE;
  occurrence_span (date,
                   tend_clock_parse_iso (tend_statement_get_text (statement, P_STARTS_AT)),
                   tend_statement_get_int (statement, P_MINUTES),
                   &visit->planned_start, &visit->planned_end);

  return visit;
}

/* The moment of a death, where its time is known: nothing begins after it. */
static TendInstant
last_moment (TendStatement *statement)
{
  if (tend_statement_is_null (statement, P_DIED_ON) ||
      tend_statement_is_null (statement, P_DIED_AT))
    return G_MAXINT64;

  return tend_time_resolve (tend_statement_get_date (statement, P_DIED_ON),
                            tend_clock_parse_iso (tend_statement_get_text (statement,
                                                                           P_DIED_AT)));
}

static void
add_occurrences (TendStatement *statement,
                 TendDate       from,
                 TendDate       to,
                 GHashTable    *exceptions,
                 GPtrArray     *visits)
{
  TendDate last_day = tend_statement_get_date (statement, P_LAST_DAY);
  gint64 minutes = tend_statement_get_int (statement, P_MINUTES);
  TendInstant start = tend_time_resolve (from, 0);
  TendInstant last = last_moment (statement);
  g_autoptr(GArray) dates = NULL;

  if (last_day != TEND_DATE_NONE)
    to = MIN (to, last_day);

  dates = tend_recurrence_expand (tend_statement_get_text (statement, P_RRULE),
                                  tend_statement_get_date (statement, P_STARTS_ON),
                                  tend_statement_get_date (statement, P_ENDS_ON),
                                  BEFORE (from, 1 + minutes / 1440), to);

  for (guint i = 0; i < dates->len; i++)
    {
      TendVisit *visit = occurrence_from_row (statement, g_array_index (dates, TendDate, i));

      if (g_hash_table_contains (exceptions, visit->id) || visit->planned_start > last ||
          (visit->planned_start < start && visit->planned_end <= start))
        tend_visit_free (visit);
      else
        g_ptr_array_add (visits, visit);
    }
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  const TendVisit *first = *(TendVisit * const *) a;
  const TendVisit *second = *(TendVisit * const *) b;
  TendInstant start = tend_visit_start (first), other = tend_visit_start (second);

  return start != other ? (start < other ? -1 : 1) : strcmp (first->id, second->id);
}

GPtrArray *
tend_visits_recorded (TendVault   *vault,
                      TendDate     from,
                      TendDate     to,
                      TendDate     planned_to,
                      const char  *client,
                      GError     **error)
{
  g_autoptr(GPtrArray) visits = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_visit_free);
  g_autoptr(GHashTable) exceptions = NULL;
  g_autoptr(TendStatement) statement = NULL;
  TendStep step;

  if (!add_stored (vault, from, to, client, visits, error))
    return NULL;

  if (planned_to < from)
    {
      g_ptr_array_sort (visits, compare_visits);
      return g_steal_pointer (&visits);
    }

  exceptions = load_exceptions (vault, BEFORE (from, LONGEST_PATTERN_DAYS), planned_to, client,
                                error);
  if (exceptions == NULL)
    return NULL;

  statement = tend_statement_new (vault, patterns_sql, error);
  if (statement == NULL)
    return NULL;

  tend_statement_bind_date (statement, ":from", BEFORE (from, LONGEST_PATTERN_DAYS));
  tend_statement_bind_date (statement, ":to", planned_to);
  tend_statement_bind_text (statement, ":client", client);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    add_occurrences (statement, from, planned_to, exceptions, visits);

  if (step == TEND_STEP_ERROR)
    return NULL;

  g_ptr_array_sort (visits, compare_visits);
  return g_steal_pointer (&visits);
}

GPtrArray *
tend_visits_between (TendVault   *vault,
                     TendDate     from,
                     TendDate     to,
                     const char  *client,
                     GError     **error)
{
  return tend_visits_recorded (vault, from, to, to, client, error);
}

gboolean
tend_visit_parse_id (const char  *id,
                     char       **pattern,
                     TendDate    *date)
{
  const char *at = strrchr (id, '@');

  if (at == NULL || (*date = tend_date_parse_iso (at + 1)) == TEND_DATE_NONE)
    return FALSE;

  *pattern = g_strndup (id, at - id);
  return TRUE;
}

char *
tend_visit_usual_service (TendVault  *vault,
                          const char *client)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "WITH had (service) AS"
                        " (SELECT service FROM patterns WHERE client = :client"
                        "   AND service IS NOT NULL"
                        "  UNION SELECT service FROM visits WHERE client = :client"
                        "   AND service IS NOT NULL),"
                        " choice (service) AS"
                        " (SELECT service FROM had"
                        "  UNION ALL SELECT id FROM services"
                        "   WHERE NOT EXISTS (SELECT 1 FROM had))"
                        " SELECT min(service) FROM choice HAVING count(*) = 1",
                        NULL);

  if (statement == NULL)
    return NULL;

  tend_statement_bind_text (statement, ":client", client);
  if (tend_statement_step (statement, NULL) != TEND_STEP_ROW)
    return NULL;

  return g_strdup (tend_statement_get_text (statement, 0));
}

/* What follows "PATTERN@" comes before "PATTERNA": A follows @ in ASCII. */
char *
tend_visit_posing_as (TendVault  *vault,
                      const char *pattern)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT id FROM visits WHERE id > :pattern || '@' AND id < :pattern || 'A'"
                        " AND (pattern IS NOT :pattern OR id <> pattern || '@' || pattern_date)",
                        NULL);

  if (statement == NULL)
    return NULL;

  tend_statement_bind_text (statement, ":pattern", pattern);
  while (tend_statement_step (statement, NULL) == TEND_STEP_ROW)
    {
      const char *id = tend_statement_get_text (statement, 0);
      g_autofree char *looks_like = NULL;
      TendDate date;

      if (tend_visit_parse_id (id, &looks_like, &date) && strcmp (looks_like, pattern) == 0)
        return g_strdup (id);
    }

  return NULL;
}

static TendRecord *
visit_from_pattern (TendRecord *pattern,
                    TendDate    date)
{
  static const char * const same[] = { "client", "service", "billing", "note" };
  TendRecord *visit = tend_record_new (&tend_visit_kind);
  TendInstant start, end;

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    tend_record_set_text (visit, same[i], tend_record_get_text (pattern, same[i]));

  occurrence_span (date, tend_record_get_int (pattern, "starts_at"),
                   tend_record_get_int (pattern, "minutes"), &start, &end);
  tend_record_set_text (visit, "pattern", tend_record_get_id (pattern));
  tend_record_set_int (visit, "pattern_date", date);
  tend_record_set_int (visit, "planned_start", start);
  tend_record_set_int (visit, "planned_end", end);

  return visit;
}

TendRecord *
tend_visit_load (TendVault   *vault,
                 const char  *id,
                 GError     **error)
{
  g_autofree char *pattern_id = NULL;
  g_autofree char *iso = NULL;
  g_autoptr(TendRecord) pattern = NULL;
  TendRecord *visit;
  TendDate date;

  visit = tend_records_select_one (vault, &tend_visit_kind, NULL, "WHERE id = :id", ":id", id,
                                   NULL);
  if (visit != NULL)
    return visit;

  if (!tend_visit_parse_id (id, &pattern_id, &date))
    return tend_record_load (vault, &tend_visit_kind, id, error);

  /* Meanwhile somebody may have stored it. */
  iso = tend_date_format_iso (date);
  visit = tend_records_select_one (vault, &tend_visit_kind, NULL,
                                   "WHERE pattern = :pattern AND pattern_date = :date",
                                   ":pattern", pattern_id, ":date", iso, NULL);
  if (visit != NULL)
    return visit;

  pattern = tend_record_load (vault, &tend_pattern_kind, pattern_id, error);
  return pattern != NULL ? visit_from_pattern (pattern, date) : NULL;
}
