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

static guint
count_personal_care (TendChecking *self,
                     TendDate      on)
{
  GPtrArray *clients = tend_checking_records (self, &tend_client_kind);
  guint n = 0;

  for (guint i = 0; i < clients->len; i++)
    n += tend_checking_in_care (self, clients->pdata[i], on) &&
         tend_checking_concerns (self, clients->pdata[i]) &&
         tend_checking_has_personal_care (self, clients->pdata[i], on);

  return n;
}

static void
check_client_count (TendChecking   *self,
                    const TendRule *rule)
{
  GPtrArray *agreements = tend_checking_records (self, &tend_agreement_kind);
  gint64 most = tend_checking_figure (self, rule, "figure");
  g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, most);
  guint n = count_personal_care (self, self->on);
  TendDate on = self->on;

  if (most < 0)
    return;

  /* Else the first day to come on which another agreement makes it too many. */
  for (guint i = 0; n <= most && i < agreements->len; i++)
    {
      TendDate start = tend_record_get_int (agreements->pdata[i], "starts_on");
      guint then = start > self->on ? count_personal_care (self, start) : 0;

      if (then > most && (on == self->on || start < on))
        on = start;
    }

  if (n > most || on > self->on)
    {
      g_autofree char *count = g_strdup_printf ("%u", count_personal_care (self, on));
      g_autofree char *date = tend_date_format (on, TEND_DATE_LONG);

      tend_checking_find (self, rule, on > self->on ? "ahead" : "beyond", self->provider, "n",
                          count, "date", date, "limit", limit, NULL);
    }

  if (n == most)
    tend_checking_find (self, rule, "near", self->provider, "limit", limit, NULL);
}

const TendCheckFunc tend_agreement_checks[] = {
  { "contract", .of_client = contract_of }, { "notice_days", .of_client = notice_days_of },
  { "contingency_agreed", .of_client = contingency_agreed_of },
  { "client_count", check_client_count }, { NULL }
};
