/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-retention.h"

#include "tend-clients.h"
#include "tend-figures-private.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
tend_kept_free (TendKept *self)
{
  g_free (self->client);
  g_free (self->name);
  g_free (self->hold);
  g_free (self->hold_why);
  g_free (self);
}

/* Plain values in an array, whose text lives as long as the program. */
static const char *
figure_text (GKeyFile   *file,
             const char *group,
             const char *key)
{
  g_autofree char *text = g_key_file_get_locale_string (file, group, key, NULL, NULL);

  return g_intern_string (text);
}

static TendKeptAfter
figure_after (GKeyFile   *file,
              const char *group)
{
  g_autofree char *text = g_key_file_get_string (file, group, "after", NULL);

  if (g_strcmp0 (text, "tax") == 0)
    return TEND_KEPT_AFTER_TAX;

  return g_strcmp0 (text, "enquiry") == 0 ? TEND_KEPT_AFTER_ENQUIRY : TEND_KEPT_AFTER_CARE;
}

static gboolean
has_scheme (TendRecord *provider,
            const char *scheme)
{
  const char *text = tend_record_get_text (provider, "schemes");
  g_auto(GStrv) schemes = g_strsplit (text != NULL ? text : "", "\n", -1);

  return scheme == NULL || g_strv_contains ((const char * const *) schemes, scheme);
}

/* The last one decided counts. */
static void
apply_own (GArray    *keepings,
           GPtrArray *periods)
{
  for (guint i = 0; i < periods->len; i++)
    for (guint j = 0; j < keepings->len; j++)
      {
        TendKeeping *keeping = &g_array_index (keepings, TendKeeping, j);

        if (strcmp (keeping->id, tend_record_get_text (periods->pdata[i], "keeping")) != 0)
          continue;
        keeping->years = tend_record_get_int (periods->pdata[i], "years");
        keeping->source = g_intern_string (_("Your own decision"));
        keeping->unconfirmed = FALSE;
      }
}

GArray *
tend_keepings (TendVault   *vault,
               const char  *client,
               GError     **error)
{
  g_autoptr(GArray) keepings = g_array_new (FALSE, FALSE, sizeof (TendKeeping));
  g_autoptr(GKeyFile) file = tend_figures_load ("retention.ini");
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_autoptr(GPtrArray) general = NULL;
  g_autoptr(GPtrArray) personal = NULL;

  if (provider == NULL ||
      (general = tend_records_select (vault, &tend_retention_period_kind, error,
                                      "WHERE client IS NULL ORDER BY decided_on, id",
                                      NULL)) == NULL ||
      (personal = tend_records_select (vault, &tend_retention_period_kind, error,
                                       "WHERE client = :client ORDER BY decided_on, id",
                                       ":client", client != NULL ? client : "", NULL)) == NULL)
    return NULL;

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *scheme = g_key_file_get_string (file, groups[i], "scheme", NULL);
      TendKeeping keeping = {
        .id = g_intern_string (groups[i]),
        .name = figure_text (file, groups[i], "name"),
        .source = figure_text (file, groups[i], "source"),
        .after = figure_after (file, groups[i]),
        .years = g_key_file_get_integer (file, groups[i], "years", NULL),
        .unconfirmed = g_key_file_get_boolean (file, groups[i], "unconfirmed", NULL),
      };

      if (has_scheme (provider, scheme))
        g_array_append_val (keepings, keeping);
    }

  apply_own (keepings, general);
  apply_own (keepings, personal);
  return g_steal_pointer (&keepings);
}

/* What starts the clocks, of everybody who is not in care.  The last word on an enquiry is
 * the last change of anything about it. */
#define FACTS \
  "SELECT c.id, c.ended_on, c.died_on, c.status," \
  " (SELECT max(coalesce(v.actual_end, v.planned_end)) FROM visits AS v" \
  "  WHERE v.client = c.id AND v.status = 'done')," \
  " (SELECT max(day) FROM (SELECT max(issued_on) AS day FROM invoices WHERE client = c.id" \
  "  UNION ALL SELECT max(received_on) FROM payments WHERE client = c.id" \
  "  UNION ALL SELECT max(date) FROM trips WHERE client = c.id))," \
  " CASE WHEN c.ended_on IS NULL AND c.died_on IS NULL THEN" \
  "  (SELECT max(h.at) FROM history_payload AS p JOIN history AS h ON h.sequence = p.sequence" \
  "   WHERE p.client = c.id) END," \
  " c.started_on IS NOT NULL OR EXISTS (SELECT 1 FROM visits WHERE client = c.id)" \
  "  OR EXISTS (SELECT 1 FROM agreements WHERE client = c.id)," \
  " h.id, h.reason" \
  " FROM clients AS c LEFT JOIN legal_holds AS h ON h.id =" \
  "  (SELECT id FROM legal_holds WHERE client = c.id AND placed_on <= :today" \
  "   AND (lifted_on IS NULL OR lifted_on > :today) ORDER BY placed_on LIMIT 1)" \
  " WHERE c.status IN ('ended', 'enquiry') OR c.ended_on IS NOT NULL OR c.died_on IS NOT NULL"

static TendDate
read_instant (TendStatement *row,
              int            column)
{
  return tend_statement_is_null (row, column)
         ? TEND_DATE_NONE : tend_time_date (tend_statement_get_int (row, column));
}

static TendKeepingFacts
read_facts (TendStatement *row)
{
  TendDate ended_on = tend_statement_get_date (row, 1);
  TendDate died_on = tend_statement_get_date (row, 2);
  TendDate last_word = read_instant (row, 6);
  gboolean enquiry = !tend_statement_get_int (row, 7);
  gboolean over = strcmp (tend_statement_get_text (row, 3), "ended") == 0;
  TendKeepingFacts facts = {
    .ended = ended_on != TEND_DATE_NONE ? ended_on : died_on,
    .last_seen = read_instant (row, 4),
    .last_money = tend_statement_get_date (row, 5),
    .enquiry = enquiry,
  };

  facts.last_word = facts.ended != TEND_DATE_NONE ? facts.ended : last_word;
  if (facts.ended == TEND_DATE_NONE && over)
    facts.ended = facts.last_seen != TEND_DATE_NONE ? facts.last_seen : last_word;

  return facts;
}

/* NULL without an error when no clock runs. */
static TendKept *
read_kept (TendVault      *vault,
           TendStatement  *row,
           GError        **error)
{
  const char *id = tend_statement_get_text (row, 0);
  TendKeepingFacts facts = read_facts (row);
  g_autoptr(GArray) keepings = tend_keepings (vault, id, error);
  g_autoptr(TendRecord) client = NULL;
  const TendKeeping *keeping;
  TendKept *kept;

  if (keepings == NULL)
    return NULL;

  keeping = tend_keeping_longest ((const TendKeeping *) keepings->data, keepings->len, &facts);
  if (keeping == NULL || (client = tend_record_load (vault, &tend_client_kind, id, error)) == NULL)
    return NULL;

  kept = g_new0 (TendKept, 1);
  kept->client = g_strdup (id);
  kept->name = tend_client_name (client);
  kept->ended = facts.enquiry ? facts.last_word : MAX (facts.ended, facts.last_seen);
  kept->until = tend_keeping_until (keeping, &facts);
  kept->keeping = *keeping;
  kept->hold = g_strdup (tend_statement_get_text (row, 8));
  kept->hold_why = g_strdup (tend_statement_get_text (row, 9));

  return kept;
}

static int
compare_kept (gconstpointer a,
              gconstpointer b)
{
  const TendKept *first = *(TendKept **) a;
  const TendKept *second = *(TendKept **) b;

  return first->until != second->until ? first->until - second->until
                                       : g_utf8_collate (first->name, second->name);
}

GPtrArray *
tend_kept_list (TendVault   *vault,
                TendDate     today,
                GError     **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_kept_free);
  g_autoptr(TendStatement) statement = tend_statement_new (vault, FACTS, error);
  TendStep step;

  if (statement == NULL)
    return NULL;

  tend_statement_bind_date (statement, ":today", today);
  while ((step = tend_statement_step (statement, error)) == TEND_STEP_ROW)
    {
      g_autoptr(GError) failure = NULL;
      TendKept *kept = read_kept (vault, statement, &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      if (kept != NULL)
        g_ptr_array_add (list, kept);
    }

  g_ptr_array_sort (list, compare_kept);
  return step == TEND_STEP_DONE ? g_steal_pointer (&list) : NULL;
}

gboolean
tend_kept_is_due (const TendKept *self,
                  TendDate        today)
{
  return self->hold == NULL && self->until < today;
}
