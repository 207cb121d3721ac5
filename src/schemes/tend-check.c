/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-check-private.h"

#include "tend-clients.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TendCheckFunc * const tables[] = {
  tend_team_checks, tend_paper_checks, tend_client_checks, tend_task_checks, tend_agreement_checks,
  tend_price_checks, tend_charge_checks, tend_visit_checks, tend_duty_checks,
};

static const struct
{
  const char *name;
  const char *title;
} severities[] = {
  [TEND_SEVERITY_STOP] = { "stop", N_("Not yet") },
  [TEND_SEVERITY_BREACH] = { "breach", N_("Not met") },
  [TEND_SEVERITY_WARN] = { "warn", N_("Soon") },
  [TEND_SEVERITY_ADVICE] = { "advice", N_("Good to do") },
};

const char *
tend_severity_name (TendSeverity severity)
{
  return severities[severity].name;
}

const char *
tend_severity_title (TendSeverity severity)
{
  return _(severities[severity].title);
}

void
tend_finding_free (TendFinding *self)
{
  g_free (self->rule);
  g_free (self->part);
  g_free (self->scheme);
  g_free (self->id);
  g_free (self->client);
  g_free (self->message);
  g_free (self->fact);
  g_free (self->outcome);
  g_free (self->mend);
  g_free (self->override);
  g_free (self);
}

char *
tend_finding_subject (const TendFinding *self)
{
  return g_strdup_printf ("%s/%s", self->kind->name, self->id);
}

static const TendCheckFunc *
find_func (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const TendCheckFunc *func = tables[i]; func->name != NULL; func++)
      if (strcmp (func->name, name) == 0)
        return func;

  return NULL;
}

gboolean
tend_check_exists (const char *check)
{
  return find_func (check) != NULL;
}

gboolean
tend_check_is_of_clients (const char *check)
{
  return find_func (check)->of_client != NULL;
}

gboolean
tend_check_is_of_work (const char *check)
{
  return find_func (check)->of_work;
}

GPtrArray *
tend_check_names (void)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const TendCheckFunc *func = tables[i]; func->name != NULL; func++)
      g_ptr_array_add (names, (gpointer) func->name);

  return names;
}

const char *
tend_severity_read (const char   *text,
                    TendSeverity *severity)
{
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    {
      gsize length = strlen (severities[i].name);

      if (strncmp (text, severities[i].name, length) == 0 && text[length] == ':')
        {
          const char *words = text + length + 1 + strspn (text + length + 1, " ");

          *severity = i;
          return *words != '\0' ? words : NULL;
        }
    }

  return NULL;
}

/* Telling what was found */

/* "{n:visit|visits}" is the first word for 1 and the second for any other. */
static void
choose_words (GString    *message,
              const char *name,
              const char *value)
{
  g_autofree char *place = g_strdup_printf ("{%s:", name);
  char *start;

  while ((start = strstr (message->str, place)) != NULL)
    {
      char *end = strchr (start, '}');
      g_autofree char *both = g_strndup (start + strlen (place), end - start - strlen (place));
      g_auto(GStrv) words = g_strsplit (both, "|", 2);
      gssize position = start - message->str;

      g_string_erase (message, position, end + 1 - start);
      g_string_insert (message, position,
                       words[1] == NULL || strcmp (value, "1") == 0 ? words[0] : words[1]);
    }
}

/* Leaves @pairs as they are. */
static char *
fill_in (const char *words,
         va_list     pairs)
{
  g_autoptr(GString) message = g_string_new (words);
  const char *name;
  va_list left;

  va_copy (left, pairs);
  while ((name = va_arg (left, const char *)) != NULL)
    {
      const char *value = va_arg (left, const char *);
      g_autofree char *place = g_strdup_printf ("{%s}", name);

      g_string_replace (message, place, value != NULL ? value : "", 0);
      choose_words (message, name, value != NULL ? value : "");
    }
  va_end (left);

  return g_string_free (g_steal_pointer (&message), FALSE);
}

char *
tend_rule_dup_name (const char *id,
                    const char *part)
{
  return part != NULL ? g_strdup_printf ("%s %s", id, part) : g_strdup (id);
}

/* What is not said may be anything. */
static gboolean
may_be (TendRecord *override,
        const char *field,
        const char *text)
{
  return text == NULL || !tend_record_is_set (override, field) ||
         strcmp (tend_record_get_text (override, field), text) == 0;
}

const char *
tend_checking_reason (TendChecking   *self,
                      const TendRule *rule,
                      const char     *subject)
{
  GPtrArray *overrides = tend_checking_records (self, &tend_override_kind);
  g_autofree char *name = tend_rule_dup_name (rule->id, rule->part);

  for (guint i = overrides->len; i-- > 0;)
    {
      TendRecord *override = overrides->pdata[i];

      if (g_strcmp0 (tend_record_get_text (override, "rule"), name) == 0 &&
          g_strcmp0 (tend_record_get_text (override, "subject"), subject) == 0 &&
          may_be (override, "scheme", tend_scheme_get_id (rule->scheme)) &&
          may_be (override, "client", self->client))
        return tend_record_get_text (override, "reason");
    }

  return NULL;
}

void
tend_checking_find (TendChecking   *self,
                    const TendRule *rule,
                    const char     *outcome,
                    TendRecord     *subject,
                    ...)
{
  g_autofree char *text = tend_rule_get_text (rule, outcome);
  g_autofree char *fact_key = g_strconcat (outcome, TEND_RULE_FACT, NULL);
  g_autofree char *fact = tend_rule_get_text (rule, fact_key);
  const TendKind *kind = tend_record_get_kind (subject);
  TendFinding *finding;
  const char *words;
  va_list pairs;

  if (text == NULL)
    return;

  finding = g_new0 (TendFinding, 1);
  words = tend_severity_read (text, &finding->severity);
  va_start (pairs, subject);
  finding->message = fill_in (words, pairs);
  finding->fact = fill_in (fact != NULL ? fact : words, pairs);
  va_end (pairs);

  finding->outcome = g_strdup (outcome);
  finding->rule = g_strdup (rule->id);
  finding->part = g_strdup (rule->part);
  finding->scheme = g_strdup (tend_scheme_get_id (rule->scheme));
  finding->kind = kind;
  finding->id = g_strdup (tend_record_get_id (subject));
  finding->mend = tend_rule_get_text (rule, "mend");
  if (kind == &tend_client_kind)
    finding->client = g_strdup (finding->id);
  else if (tend_kind_field (kind, "client") != NULL)
    finding->client = g_strdup (tend_record_get_text (subject, "client"));
  if (finding->severity == TEND_SEVERITY_STOP)
    {
      g_autofree char *whole = tend_finding_subject (finding);

      finding->override = g_strdup (tend_checking_reason (self, rule, whole));
    }

  g_ptr_array_add (self->findings, finding);
}

/* The run */

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const TendFinding *first = *(const TendFinding **) a;
  const TendFinding *second = *(const TendFinding **) b;
  int order = (int) first->severity - (int) second->severity;

  if (order == 0)
    order = strcmp (first->scheme, second->scheme);
  if (order == 0)
    order = strcmp (first->rule, second->rule);
  if (order == 0)
    order = g_strcmp0 (first->part, second->part);
  if (order == 0)
    order = strcmp (first->id, second->id);

  return order != 0 ? order : strcmp (first->message, second->message);
}

void
tend_checking_run (TendChecking   *checking,
                   const TendRule *rule)
{
  const TendCheckFunc *func = find_func (rule->check);
  g_autoptr(GPtrArray) clients = NULL;

  checking->scheme = rule->scheme;
  if (func->run != NULL)
    {
      func->run (checking, rule);
      return;
    }

  clients = tend_checking_clients (checking);
  for (guint i = 0; i < clients->len; i++)
    {
      g_autofree char *name = tend_client_name (clients->pdata[i]);

      func->of_client (checking, rule, clients->pdata[i], name);
    }
}

GPtrArray *
tend_check (TendVault   *vault,
            const char  *scheme,
            TendDate     on,
            GError     **error)
{
  g_autoptr(TendChecking) checking = tend_checking_new (vault, scheme, on, error);

  if (checking == NULL)
    return NULL;

  for (guint i = 0; i < checking->schemes->len; i++)
    {
      GPtrArray *rules = tend_scheme_get_rules (checking->schemes->pdata[i]);

      for (guint j = 0; j < rules->len; j++)
        tend_checking_run (checking, rules->pdata[j]);
    }

  if (!tend_checking_end (checking, error))
    return NULL;

  g_ptr_array_sort (checking->findings, compare_findings);
  return g_steal_pointer (&checking->findings);
}
