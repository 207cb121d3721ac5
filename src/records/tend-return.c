/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-return.h"

#include "tend-clients.h"
#include "tend-kinds.h"
#include "tend-money.h"
#include "tend-quantity.h"
#include "tend-record-private.h"
#include "tend-team.h"

#include <string.h>

/* A visit may have begun this long before or after it was planned. */
#define LEEWAY_SECONDS (14 * 24 * 60 * 60)
#define ADULT 18
#define OLDEST 85

typedef enum
{
  HAD_VISIT_OF_NO_KIND = 1 << 0,
  HAD_AGREEMENT        = 1 << 1,
  HAD_PERSONAL_CARE    = 1 << 2,
  HAD_HOME_SUPPORT     = 1 << 3,
} Had;

typedef struct
{
  TendVault              *vault;
  const TendReturnQuery  *query;
  TendReturn             *answer;
  GHashTable             *had;    /* client id → Had */
} Count;

static void
person_free (gpointer data)
{
  TendReturnPerson *person = data;

  g_free (person->client);
  g_free (person->name);
  g_free (person);
}

void
tend_return_free (TendReturn *self)
{
  g_ptr_array_unref (self->people);
  g_ptr_array_unref (self->left_out);
  g_ptr_array_unref (self->of_others);
  g_free (self);
}

static void
add_had (Count      *count,
         const char *client,
         Had         had)
{
  had |= GPOINTER_TO_UINT (g_hash_table_lookup (count->had, client));
  g_hash_table_insert (count->had, g_strdup (client), GUINT_TO_POINTER (had));
}

/* What a service of @kind is; %NULL for none.  A night is watched over, whatever is done
 * in it, and is neither of the two.
 */
static Had
had_of (const char *kind)
{
  if (kind == NULL)
    return HAD_VISIT_OF_NO_KIND;
  if (g_str_equal (kind, "personal_care"))
    return HAD_PERSONAL_CARE;

  return g_str_equal (kind, "sleep_in") || g_str_equal (kind, "waking_night")
         ? 0 : HAD_HOME_SUPPORT;
}

/* The agreements of the quarter: one that a later version for the same service replaced before
 * it is no longer in force, though it names no last day.
 */
static gboolean
add_agreements (Count   *count,
                GError **error)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (count->vault,
                        "SELECT a.client, s.kind FROM agreements AS a"
                        " JOIN services AS s ON s.id = a.service"
                        " WHERE a.starts_on <= :to AND (a.ends_on IS NULL OR a.ends_on >= :from)"
                        " AND NOT EXISTS (SELECT 1 FROM agreements AS b WHERE b.client = a.client"
                        "  AND b.service IS a.service AND b.version > a.version"
                        "  AND b.starts_on <= :from)",
                        error);
  TendStep step;

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_date (statement, ":from", count->answer->from);
  tend_statement_bind_date (statement, ":to", count->answer->to);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    add_had (count, tend_statement_get_text (statement, 0),
             HAD_AGREEMENT | had_of (tend_statement_get_text (statement, 1)));

  return step == TEND_STEP_DONE;
}

static gboolean
add_plans (Count   *count,
           GError **error)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (count->vault,
                        "SELECT p.client FROM care_plans AS p"
                        " JOIN plan_tasks AS t ON t.care_plan = p.id AND t.personal_care"
                        " WHERE p.status <> 'draft' AND p.agreed_on <= :to"
                        " AND (p.superseded_on IS NULL OR p.superseded_on > :from)",
                        error);
  TendStep step;

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_date (statement, ":from", count->answer->from);
  tend_statement_bind_date (statement, ":to", count->answer->to);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    add_had (count, tend_statement_get_text (statement, 0), HAD_PERSONAL_CARE);

  return step == TEND_STEP_DONE;
}

static int
age_of (Count      *count,
        TendRecord *client)
{
  return tend_record_is_set (client, "date_of_birth")
         ? tend_date_age (tend_record_get_int (client, "date_of_birth"), count->answer->to)
         : -1;
}

/* Who is under schemes that are named belongs there, wherever they live. */
static gboolean
is_in_scheme (Count      *count,
              TendRecord *client,
              gboolean   *covered)
{
  g_auto(GStrv) schemes = tend_record_get_list (client, "schemes");

  *covered = count->query->covers == NULL || *schemes != NULL ||
             count->query->covers (tend_record_get_text (client, "postcode"), count->query->data);
  return count->query->scheme == NULL || *schemes == NULL ||
         g_strv_contains ((const char * const *) schemes, count->query->scheme);
}

/* Adds the person to those who count, or to those who do not and why. */
static gboolean
find_person (Count             *count,
             const char        *id,
             TendReturnPerson **person,
             GError           **error)
{
  g_autoptr(TendRecord) client = tend_record_load (count->vault, &tend_client_kind, id, error);
  gboolean covered, of_scheme;

  *person = NULL;
  if (client == NULL)
    return FALSE;

  of_scheme = is_in_scheme (count, client, &covered);
  *person = g_new0 (TendReturnPerson, 1);
  (*person)->client = g_strdup (id);
  (*person)->name = tend_client_name (client);
  (*person)->age = age_of (count, client);
  (*person)->self_funder = g_strcmp0 (tend_record_get_text (client, "funding"), "self") == 0;

  g_ptr_array_add (!of_scheme ? count->answer->of_others
                   : covered ? count->answer->people : count->answer->left_out, *person);
  return TRUE;
}

/* A visit counts in the quarter that it started in, not the one it was planned for. */
static const char visits_sql[] =
  "WITH done (client, service, starts, ends) AS"
  " (SELECT client, service,"
  "   CASE WHEN actual_end IS NULL THEN planned_start ELSE actual_start END,"
  "   coalesce(actual_end, planned_end) FROM visits"
  "   WHERE status = 'done' AND planned_start BETWEEN :start - :leeway AND :end + :leeway)"
  " SELECT d.client, s.kind, count(*), sum((d.ends - d.starts) / 60) FROM done AS d"
  " LEFT JOIN services AS s ON s.id = d.service"
  " WHERE d.starts >= :start AND d.starts < :end GROUP BY d.client, s.kind";

static gboolean
add_visits (Count   *count,
            GError **error)
{
  g_autoptr(TendStatement) statement = tend_statement_new (count->vault, visits_sql, error);
  g_autofree char *client = NULL;
  TendReturnPerson *person = NULL;
  TendStep step;

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_int (statement, ":start", tend_time_resolve (count->answer->from, 0));
  tend_statement_bind_int (statement, ":end", tend_time_resolve (count->answer->to + 1, 0));
  tend_statement_bind_int (statement, ":leeway", LEEWAY_SECONDS);

  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      const char *id = tend_statement_get_text (statement, 0);

      if (g_strcmp0 (client, id) != 0)
        {
          g_free (client);
          client = g_strdup (id);
          if (!find_person (count, client, &person, error))
            return FALSE;
        }

      add_had (count, client, had_of (tend_statement_get_text (statement, 1)));
      person->visits += tend_statement_get_int (statement, 2);
      person->minutes += tend_statement_get_int (statement, 3);
    }

  return step == TEND_STEP_DONE;
}

/* The team's hours where there is a team: the carer is one of it. */
static gboolean
add_capacity (Count   *count,
              GError **error)
{
  TendReturn *answer = count->answer;
  g_autoptr(TendRecord) provider = tend_provider_load (count->vault, error);
  g_autoptr(GPtrArray) team =
    provider != NULL ? tend_record_load_all (count->vault, &tend_team_member_kind, error) : NULL;
  TendTeamSize size;

  if (team == NULL)
    return FALSE;

  size = tend_team_measure (team, provider, answer->to);
  answer->n_team = size.heads > 1 && size.minutes > 0 ? size.heads : 0;
  answer->capacity_minutes = size.minutes > 0
                             ? size.minutes
                             : tend_record_get_int (provider, "weekly_capacity_minutes");
  return TRUE;
}

static void
add_person (Count            *count,
            TendReturnPerson *person)
{
  TendReturn *answer = count->answer;
  Had had = GPOINTER_TO_UINT (g_hash_table_lookup (count->had, person->client));

  person->personal_care = (had & HAD_PERSONAL_CARE) != 0;
  person->home_support = (had & HAD_HOME_SUPPORT) != 0 ||
                         ((had & HAD_VISIT_OF_NO_KIND) != 0 && (had & HAD_AGREEMENT) == 0);

  answer->minutes += person->minutes;
  answer->self_funders += person->self_funder;
  answer->personal_care += person->personal_care;
  answer->home_support += person->home_support;

  if (person->age < 0)
    answer->unknown_age++;
  else if (person->age < ADULT)
    answer->under_18++;
  else if (person->age >= OLDEST)
    answer->bands[TEND_RETURN_N_BANDS - 1]++;
  else
    /* The first is of seven years, the rest are of ten: 25, 35, … */
    answer->bands[(person->age - 15) / 10]++;
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const TendReturnPerson *first = *(TendReturnPerson * const *) a;
  const TendReturnPerson *second = *(TendReturnPerson * const *) b;
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : strcmp (first->client, second->client);
}

TendReturn *
tend_return_load (TendVault              *vault,
                  const TendReturnQuery  *query,
                  GError                **error)
{
  g_autoptr(TendReturn) answer = g_new0 (TendReturn, 1);
  g_autoptr(GHashTable) had = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Count count = { vault, query, answer, had };

  answer->people = g_ptr_array_new_with_free_func (person_free);
  answer->left_out = g_ptr_array_new_with_free_func (person_free);
  answer->of_others = g_ptr_array_new_with_free_func (person_free);
  answer->quarter = query->quarter;
  answer->literal = query->last_day > 0;
  answer->from = tend_quarter_start (query->quarter);
  answer->to = tend_quarter_end (query->quarter, query->last_day);

  if (!add_visits (&count, error) || !add_agreements (&count, error) ||
      !add_plans (&count, error) || !add_capacity (&count, error))
    return NULL;

  for (guint i = 0; i < answer->people->len; i++)
    add_person (&count, answer->people->pdata[i]);

  g_ptr_array_sort (answer->people, compare_people);
  g_ptr_array_sort (answer->left_out, compare_people);
  g_ptr_array_sort (answer->of_others, compare_people);
  return g_steal_pointer (&answer);
}

int
tend_return_days (const TendReturn *self)
{
  return self->to - self->from + 1;
}

/* @minutes x @times / @parts in hours of two decimals, as thousandths of an hour. */
static gint64
hours (gint64 minutes,
       int    times,
       int    parts)
{
  return tend_money_divide (minutes * times * 100, 60 * parts) * (TEND_QUANTITY_UNIT / 100);
}

gint64
tend_return_average (const TendReturn *self)
{
  return hours (self->minutes, 7, tend_return_days (self));
}

gint64
tend_return_capacity (const TendReturn *self)
{
  return hours (self->capacity_minutes, 1, 1);
}

gint64
tend_return_quarter_capacity (const TendReturn *self)
{
  return hours (self->capacity_minutes, tend_return_days (self), 7);
}

const char *
tend_return_band (guint index)
{
  static const char * const bands[TEND_RETURN_N_BANDS] = {
    "18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85+"
  };

  g_return_val_if_fail (index < TEND_RETURN_N_BANDS, NULL);
  return bands[index];
}

gboolean
tend_return_has_work (TendVault  *vault,
                      TendDate    from,
                      TendDate    to,
                      gboolean   *has_work,
                      GError    **error)
{
  g_autoptr(TendStatement) statement =
    tend_statement_new (vault,
                        "SELECT 1 FROM visits WHERE status = 'done'"
                        " AND planned_start >= :start AND planned_start < :end LIMIT 1",
                        error);
  TendStep step;

  if (statement == NULL)
    return FALSE;

  tend_statement_bind_int (statement, ":start", tend_time_resolve (from, 0));
  tend_statement_bind_int (statement, ":end", tend_time_resolve (to + 1, 0));
  step = tend_statement_step (statement, error);
  *has_work = step == TEND_STEP_ROW;
  return step != TEND_STEP_ERROR;
}

TendRecord *
tend_return_sent (TendVault    *vault,
                  const char   *scheme,
                  TendQuarter   quarter,
                  GError      **error)
{
  g_autofree char *name = tend_quarter_format (quarter);

  return tend_records_select_one (vault, &tend_quarterly_return_kind, error,
                                  "WHERE scheme = :scheme AND quarter = :quarter"
                                  " AND sent_on IS NOT NULL ORDER BY sent_on DESC, id DESC LIMIT 1",
                                  ":scheme", scheme, ":quarter", name, NULL);
}
