/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of contracts, and of how many people have one. */

#include "tend-check-private.h"

#include "tend-clients.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Clauses: a contract in Tend's own wording has them all; one in the carer's is looked
 * through for any of these, each the beginning of a word, or with a blank a whole one. */
static const struct
{
  const char *clause;
  const char *label;
  const char *words;
} clauses[] = {
  { "services", N_("what is done"), "service|support|help|gwasanaeth|cymorth" },
  { "rate", N_("what it costs"), "rates?\\b|cost|price|charge|pris|tâl" },
  { "payment", N_("how and how often it is paid"), "pay|paid|invoice|talu|anfoneb" },
  { "notice", N_("notice"), "notice|rhybudd" },
  { "holidays", N_("holidays"), "holiday|annual leave|on leave|time off|gwyliau" },
  { "absence", N_("being away or ill"),
    "absen|ill\\b|illness|unwell|sick|cannot come|hospital|sâl|ysbyty" },
  { "death", N_("a death"), "death|die[ds]?\\b|dying|marwolaeth|marw" },
  { "mileage", N_("mileage"), "mile|travel|milltir|teithio" },
  { "emergency", N_("an emergency, or Plan B"), "emergenc|plan b\\b|argyfwng|cynllun b\\b" },
  { "complaints", N_("complaints"), "complain|cwyn" },
};

static gboolean
speaks_of (const char *wording,
           const char *words)
{
  g_autofree char *pattern = g_strdup_printf ("\\b(?:%s)", words);

  return g_regex_match_simple (pattern, wording, G_REGEX_CASELESS, 0);
}

static gboolean
has_clause (TendRecord *agreement,
            gsize       index)
{
  const char *wording = tend_record_get_text (agreement, "wording");

  /* Miles that are not charged need no clause. */
  if (strcmp (clauses[index].clause, "mileage") == 0 &&
      !tend_record_get_int (agreement, "mileage_charge"))
    return TRUE;

  return wording == NULL || speaks_of (wording, clauses[index].words);
}

static void
find_missing_clauses (TendChecking   *self,
                      const TendRule *rule,
                      TendRecord     *agreement,
                      const char     *name)
{
  g_auto(GStrv) wanted = tend_scheme_get_list (self->scheme, rule->group, "clauses");

  for (gsize i = 0; i < G_N_ELEMENTS (clauses); i++)
    if (g_strv_contains ((const char *const *) wanted, clauses[i].clause) &&
        !has_clause (agreement, i))
      tend_checking_find (self, rule, "clause", agreement, "client", name, "clause",
                          _(clauses[i].label), NULL);
}

char *
tend_checking_clauses (TendChecking *self,
                       TendRecord   *agreement)
{
  GPtrArray *rules = self->scheme != NULL ? tend_scheme_get_rules (self->scheme) : NULL;
  g_autoptr(GString) labels = g_string_new (NULL);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const TendRule *rule = rules->pdata[i];
      g_auto(GStrv) wanted = tend_scheme_get_list (self->scheme, rule->group, "clauses");

      for (gsize j = 0; j < G_N_ELEMENTS (clauses); j++)
        if (g_strv_contains ((const char *const *) wanted, clauses[j].clause) &&
            (agreement == NULL || !has_clause (agreement, j)))
          g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "",
                                  _(clauses[j].label));
    }

  return labels->len > 0 ? g_strdup (labels->str) : NULL;
}

/* Signed, with every clause, once visits begin (ST10), or before any (WO08, CA09, FL06): what a
 * rule says of somebody who was not visited yet is `unbegun`.  One that was signed late is
 * signed: nobody can mend the day of it. */
static void
contract_of (TendChecking   *self,
             const TendRule *rule,
             TendRecord     *client,
             const char     *name)
{
  TendRecord *agreement = tend_checking_agreement (self, client);
  TendDate visit = tend_checking_first_visit (self, client);
  TendDate signed_on = tend_checking_first_day (self, &tend_agreement_kind, client, "signed_on");
  g_autofree char *first = tend_date_format (visit, TEND_DATE_LONG);

  if (tend_rule_get_flag (rule, "commissioned") &&
      (agreement == NULL || !tend_record_is_set (agreement, "commissioned_by")))
    return;

  if (signed_on == TEND_DATE_NONE || signed_on > self->on)
    {
      if (visit != TEND_DATE_NONE)
        tend_checking_find (self, rule, "missing", agreement != NULL ? agreement : client,
                            "client", name, "first", first, NULL);
      else if (!tend_record_is_set (client, "started_on") ||
               tend_checking_done (self, client, "started_on") || agreement != NULL)
        tend_checking_find (self, rule, "unbegun", agreement != NULL ? agreement : client,
                            "client", name, NULL);
    }

  if (agreement != NULL)
    find_missing_clauses (self, rule, agreement, name);
}

/* (ST11) */
static void
notice_days_of (TendChecking   *self,
                const TendRule *rule,
                TendRecord     *client,
                const char     *name)
{
  TendRecord *agreement = tend_checking_agreement (self, client);
  gint64 least = tend_checking_figure (self, rule, "from");
  gint64 most = tend_checking_figure (self, rule, "to");
  gint64 days = agreement != NULL ? tend_record_get_int (agreement, "notice_days") : least;
  g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, days);
  g_autofree char *least_text = g_strdup_printf ("%" G_GINT64_FORMAT, least);
  g_autofree char *most_text = g_strdup_printf ("%" G_GINT64_FORMAT, most);

  if (days < least || days > most)
    tend_checking_find (self, rule, "outside", agreement, "client", name, "n", n, "least",
                        least_text, "most", most_text, NULL);
}

/* A council's package begins when everybody has agreed who comes if the carer cannot
 * (FL05). */
static void
contingency_agreed_of (TendChecking   *self,
                       const TendRule *rule,
                       TendRecord     *client,
                       const char     *name)
{
  TendRecord *agreement = tend_checking_agreement (self, client);
  g_autoptr(GPtrArray) plans = tend_checking_of (self, &tend_contingency_plan_kind, client);

  if (agreement == NULL || !tend_record_is_set (agreement, "commissioned_by"))
    return;
  for (guint i = 0; i < plans->len; i++)
    if (tend_checking_done (self, plans->pdata[i], "agreed_on"))
      return;

  tend_checking_find (self, rule, "missing", agreement, "client", name, NULL);
}

/* How many people have personal care at one time: by the days of their agreements, both
 * inclusive, and not by visits (FL01).  Support and company are not counted (FL02). */

/* An enquiry counts as soon as its agreement does. */
static gboolean
is_counted (TendChecking *self,
            TendRecord   *client,
            TendDate      on)
{
  gboolean enquiry = g_strcmp0 (tend_record_get_text (client, "status"), "enquiry") == 0 &&
                     !tend_record_is_set (client, "ended_on") &&
                     !tend_record_is_set (client, "died_on");

  return (enquiry || tend_checking_in_care (self, client, on)) &&
         tend_schemes_concern (self->schemes, self->scheme, client) &&
         tend_checking_has_personal_care (self, client, on);
}

static guint
count_personal_care (TendChecking *self,
                     TendDate      on)
{
  GPtrArray *clients = tend_checking_records (self, &tend_client_kind);
  guint n = 0;

  for (guint i = 0; i < clients->len; i++)
    n += is_counted (self, clients->pdata[i], on);

  return n;
}

/* The first day, that of the run or one on which an agreement begins, with more than @most;
 * TEND_DATE_NONE for none.  Where one client is looked at, of the days on which they count. */
static TendDate
first_day_beyond (TendChecking *self,
                  gint64        most)
{
  GPtrArray *agreements = tend_checking_records (self, &tend_agreement_kind);
  TendRecord *client = tend_checking_record (self, &tend_client_kind, self->client);
  TendDate found = TEND_DATE_NONE;

  for (guint i = 0; i <= agreements->len; i++)
    {
      TendDate on = i < agreements->len
                    ? tend_record_get_int (agreements->pdata[i], "starts_on") : self->on;

      if (on >= self->on && (found == TEND_DATE_NONE || on < found) &&
          (client == NULL || is_counted (self, client, on)) &&
          count_personal_care (self, on) > most)
        found = on;
    }

  return found;
}

static void
check_client_count (TendChecking   *self,
                    const TendRule *rule)
{
  TendRecord *client = tend_checking_record (self, &tend_client_kind, self->client);
  gint64 most = tend_checking_figure (self, rule, "figure");
  TendDate on = most >= 0 ? first_day_beyond (self, most) : TEND_DATE_NONE;
  g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, most);

  if (on != TEND_DATE_NONE)
    {
      g_autofree char *count = g_strdup_printf ("%u", count_personal_care (self, on));
      g_autofree char *date = tend_date_format (on, TEND_DATE_LONG);

      /* What is about to be agreed with somebody waits. */
      tend_checking_find (self, rule,
                          client != NULL ? "before" : on > self->on ? "ahead" : "beyond",
                          client != NULL ? client : self->provider, "n", count, "date", date,
                          "limit", limit, NULL);
    }

  if (count_personal_care (self, self->on) == most)
    tend_checking_find (self, rule, "near", self->provider, "limit", limit, NULL);
}

const TendCheckFunc tend_agreement_checks[] = {
  { "contract", .of_client = contract_of }, { "notice_days", .of_client = notice_days_of },
  { "contingency_agreed", .of_client = contingency_agreed_of },
  { "client_count", check_client_count }, { NULL }
};
