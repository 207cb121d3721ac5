/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-standard.h"

#include "tend-check-private.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
line_free (TendStandardLine *self)
{
  g_free (self->rule);
  g_free (self->part);
  g_free (self->asks);
  g_free (self->kept);
  g_strfreev (self->shown);
  g_ptr_array_unref (self->papers);
  g_ptr_array_unref (self->findings);
  g_free (self);
}

const char *
tend_standard_state_title (TendStandardState state)
{
  static const char *const titles[] = {
    [TEND_STANDARD_MET] = N_("Met"), [TEND_STANDARD_NOT_ASKED] = N_("Does not apply"),
    [TEND_STANDARD_NOBODY] = N_("Nobody yet"), [TEND_STANDARD_NOTE] = N_("To note"),
    [TEND_STANDARD_UNKNOWN] = N_("Not known"), [TEND_STANDARD_SOON] = N_("Soon"),
    [TEND_STANDARD_NOT_MET] = N_("Not met"),
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (titles), NULL);

  return _(titles[state]);
}

/* What is asked */

/* Figures are kept in the least of their units. */
static char *
figure_text (const TendScheme *scheme,
             const char       *name,
             TendDate          on)
{
  const TendSchemeFigure *figure = tend_scheme_figure (scheme, name, on);

  if (figure == NULL)
    figure = tend_scheme_last_figure (scheme, name, G_MAXINT);
  if (g_str_has_suffix (name, "_pence"))
    return tend_checking_money (figure->value);

  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          g_str_has_suffix (name, "_minutes") ? figure->value / 60
                                                              : figure->value);
}

/* A profile is refused whose figures in braces there are not. */
static char *
asks_of (const TendRule *rule,
         TendDate        on)
{
  g_autofree char *asks = tend_rule_get_text (rule, "asks");
  g_autoptr(GString) text = g_string_new (asks);
  char *start;

  while ((start = strchr (text->str, '{')) != NULL)
    {
      gssize position = start - text->str;
      g_autofree char *name = g_strndup (start + 1, strcspn (start + 1, "}"));
      g_autofree char *value = figure_text (rule->scheme, name, on);

      g_string_erase (text, position, strlen (name) + 2);
      g_string_insert (text, position, value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* How it stands */

static TendStandardState
state_of (const TendFinding *finding)
{
  static const char *const ahead[] = { "soon", "ahead", "open", NULL };
  static const char *const undone[] = { "missing", "never", NULL };

  if (g_strv_contains (ahead, finding->outcome))
    return TEND_STANDARD_SOON;
  if (strcmp (finding->outcome, "near") == 0) /* at the limit, and not beyond it */
    return TEND_STANDARD_NOTE;
  if (finding->severity == TEND_SEVERITY_ADVICE && !g_strv_contains (undone, finding->outcome))
    return TEND_STANDARD_NOTE;

  return TEND_STANDARD_NOT_MET;
}

static gboolean
has_clients (TendChecking *checking)
{
  GPtrArray *clients = tend_checking_records (checking, &tend_client_kind);

  for (guint i = 0; i < clients->len; i++)
    if (tend_checking_concerns (checking, clients->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Nothing speaks against it.  What is about no one cannot be met, and nor can what is asked of
 * each person when there is none; by a figure that has ended nothing can be judged. */
static TendStandardState
state_without_findings (TendChecking   *checking,
                        const TendRule *rule)
{
  g_autofree char *when = tend_rule_get_text (rule, "when");
  const char *key = tend_checking_figure_key (checking, rule);
  g_autofree char *figure = tend_rule_get_text (rule, key);
  g_autoptr(GPtrArray) clients = tend_checking_clients (checking);

  if ((tend_check_is_of_clients (rule->check) && clients->len == 0) ||
      (tend_check_is_of_work (rule->check) && !has_clients (checking)))
    return TEND_STANDARD_NOBODY;
  if (!tend_checking_when (checking, when))
    return tend_checking_when_is_of_clients (when) && clients->len == 0
           ? TEND_STANDARD_NOBODY : TEND_STANDARD_NOT_ASKED;
  if (figure != NULL && tend_checking_figure (checking, rule, key) < 0)
    return TEND_STANDARD_UNKNOWN;

  return TEND_STANDARD_MET;
}

static void
add_day (TendDate *first,
         TendDate  day)
{
  if (day != TEND_DATE_NONE && (*first == TEND_DATE_NONE || day < *first))
    *first = day;
}

static void
add_papers (TendChecking     *checking,
            const TendRule   *rule,
            TendStandardLine *line)
{
  g_autoptr(GPtrArray) papers = tend_checking_papers (checking, rule);

  for (guint i = 0; i < papers->len; i++)
    {
      const TendPaper *paper = papers->pdata[i];
      gboolean credential =
        paper->record != NULL && tend_record_get_kind (paper->record) == &tend_credential_kind;

      if (paper->record == NULL)
        continue;
      g_ptr_array_add (line->papers, g_strdup (tend_record_get_id (paper->record)));
      if (credential && strcmp (paper->kind, "conduct") == 0)
        add_day (&line->read_on, tend_record_get_int (paper->record, "issued_on"));
      else if (credential && strcmp (paper->kind, "standards") != 0)
        add_day (&line->good_until, paper->last_day);
      else
        add_day (&line->look_by, paper->last_day);
    }
}

/* What is asked of each person is shown by what is written of each (`written`, a field). */
static gboolean
is_unwritten (TendChecking   *checking,
              const TendRule *rule)
{
  g_autofree char *field = tend_rule_get_text (rule, "written");
  g_autoptr(GPtrArray) clients = field != NULL ? tend_checking_clients (checking) : NULL;

  for (guint i = 0; clients != NULL && i < clients->len; i++)
    if (!tend_record_is_set (clients->pdata[i], field))
      return TRUE;

  return FALSE;
}

/* When the next plan is looked at again. */
static void
add_reviews (TendChecking     *checking,
             TendStandardLine *line)
{
  g_autoptr(GPtrArray) clients = tend_checking_clients (checking);

  for (guint i = 0; i < clients->len; i++)
    {
      TendRecord *plan = tend_checking_plan (checking, clients->pdata[i]);

      if (plan != NULL)
        add_day (&line->look_by, tend_record_get_int (plan, "review_on"));
    }
}

static TendStandardLine *
line_new (TendChecking   *checking,
          const TendRule *rule)
{
  TendStandardLine *line = g_new0 (TendStandardLine, 1);

  line->rule = g_strdup (rule->id);
  line->part = g_strdup (rule->part);
  line->asks = asks_of (rule, checking->on);
  line->kept = tend_rule_get_text (rule, "kept");
  line->shown = tend_scheme_get_list (rule->scheme, rule->group, "shown");
  line->papers = g_ptr_array_new_with_free_func (g_free);
  line->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_finding_free);

  tend_checking_run (checking, rule);
  while (checking->findings->len > 0)
    g_ptr_array_add (line->findings, g_ptr_array_steal_index (checking->findings, 0));
  for (guint i = 0; i < line->findings->len; i++)
    line->state = MAX (line->state, state_of (line->findings->pdata[i]));
  if (line->findings->len == 0)
    line->state = state_without_findings (checking, rule);
  if (line->state == TEND_STANDARD_NOT_ASKED)
    return line;

  line->unwritten = line->state != TEND_STANDARD_NOBODY && is_unwritten (checking, rule);
  add_papers (checking, rule, line);
  if (strcmp (rule->check, "plan_review") == 0)
    add_reviews (checking, line);

  return line;
}

TendChecking *
tend_checking_of_scheme (TendVault   *vault,
                         const char  *scheme,
                         TendDate     on,
                         GError     **error)
{
  g_autoptr(TendChecking) checking = tend_checking_new (vault, NULL, on, error);

  if (checking == NULL || scheme == NULL)
    return g_steal_pointer (&checking);

  checking->scheme = tend_schemes_find (checking->schemes, scheme);
  if (checking->scheme != NULL)
    return g_steal_pointer (&checking);

  tend_checking_free (g_steal_pointer (&checking));
  checking = tend_checking_new (vault, scheme, on, error);
  if (checking != NULL)
    checking->scheme = checking->schemes->pdata[0];
  return g_steal_pointer (&checking);
}

GPtrArray *
tend_standard (TendVault   *vault,
               const char  *scheme,
               TendDate     on,
               GError     **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  g_autoptr(TendChecking) checking = NULL;
  GPtrArray *rules;

  g_return_val_if_fail (scheme != NULL, NULL);

  checking = tend_checking_of_scheme (vault, scheme, on, error);
  if (checking == NULL)
    return NULL;

  rules = tend_scheme_get_rules (checking->scheme);
  for (guint i = 0; i < rules->len; i++)
    if (!tend_rule_get_flag (rules->pdata[i], "ours"))
      g_ptr_array_add (lines, line_new (checking, rules->pdata[i]));

  return tend_checking_end (checking, error) ? g_steal_pointer (&lines) : NULL;
}

/* People */

static void
person_free (TendStandardPerson *self)
{
  g_object_unref (self->client);
  g_ptr_array_unref (self->special);
  g_clear_object (&self->plan);
  g_clear_object (&self->agreement);
  g_free (self->clauses);
  g_free (self->lacking);
  g_free (self);
}

static TendStandardPerson *
person_new (TendChecking *checking,
            TendRecord   *client)
{
  TendStandardPerson *person = g_new0 (TendStandardPerson, 1);

  person->client = g_object_ref (client);
  person->concerned = checking->scheme == NULL || tend_checking_concerns (checking, client);
  person->in_county =
    checking->scheme != NULL &&
    tend_scheme_has_postcode (checking->scheme, tend_record_get_text (client, "postcode"));
  g_set_object (&person->plan, tend_checking_plan (checking, client));
  g_set_object (&person->agreement, tend_checking_agreement (checking, client));
  person->clauses = tend_checking_clauses (checking, NULL);
  if (person->agreement != NULL)
    person->lacking = tend_checking_clauses (checking, person->agreement);
  person->first_visit = tend_checking_first_visit (checking, client);
  person->first_plan =
    tend_checking_first_day (checking, &tend_care_plan_kind, client, "agreed_on");
  person->first_contract =
    tend_checking_first_day (checking, &tend_agreement_kind, client, "signed_on");
  person->personal_care = tend_checking_is_personal_care (checking, client);
  person->medicines = tend_checking_has_medicines (checking, client);
  person->special = tend_checking_special (checking, client);
  person->mobility_aid = tend_checking_involves (checking, client, "mobility_aid");
  return person;
}

GPtrArray *
tend_standard_people (TendVault   *vault,
                      const char  *scheme,
                      TendDate     on,
                      GError     **error)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  g_autoptr(TendChecking) checking = tend_checking_of_scheme (vault, scheme, on, error);
  GPtrArray *clients;

  if (checking == NULL)
    return NULL;

  clients = tend_checking_records (checking, &tend_client_kind);
  for (guint i = 0; i < clients->len; i++)
    if (tend_checking_in_care (checking, clients->pdata[i], on))
      g_ptr_array_add (people, person_new (checking, clients->pdata[i]));

  return tend_checking_end (checking, error) ? g_steal_pointer (&people) : NULL;
}

GHashTable *
tend_standard_concerned (TendVault   *vault,
                         const char  *scheme,
                         TendDate     on,
                         gboolean    *others,
                         GError     **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(TendChecking) checking = tend_checking_of_scheme (vault, scheme, on, error);
  GPtrArray *clients;

  if (checking == NULL)
    return NULL;

  clients = tend_checking_records (checking, &tend_client_kind);
  for (guint i = 0; i < clients->len; i++)
    if (checking->scheme == NULL || tend_checking_concerns (checking, clients->pdata[i]))
      g_hash_table_add (ids, g_strdup (tend_record_get_id (clients->pdata[i])));
  *others = g_hash_table_size (ids) < clients->len;

  return tend_checking_end (checking, error) ? g_steal_pointer (&ids) : NULL;
}
