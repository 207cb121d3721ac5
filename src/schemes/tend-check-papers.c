/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks of the carer's own papers. */

#include "tend-check-private.h"

#include "tend-credentials.h"
#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
outcome_of (const TendPaper *paper)
{
  switch (paper->state)
    {
    case TEND_PAPER_SOON:
    case TEND_PAPER_DUE:
      return "soon";
    case TEND_PAPER_OVER:
      return "over";
    case TEND_PAPER_LOW:
      return tend_record_is_set (paper->record, "cover_pence") ? "low" : "unsaid";
    case TEND_PAPER_MISSING:
    case TEND_PAPER_ADVISED:
      return "missing";
    default:
      return NULL;
    }
}

static char *
money (gint64 pence)
{
  return pence >= 0 ? tend_checking_money (pence) : NULL;
}

/* Whose it is. */
static const char *
name_of (TendChecking    *self,
         const TendPaper *paper)
{
  return paper->member != NULL ? tend_record_get_text (paper->member, "name")
                               : tend_record_get_text (self->provider, "own_name");
}

/* Every paper that a rule asks for, in the rule's words for its state. */
static void
check_papers (TendChecking   *self,
              const TendRule *rule)
{
  g_autoptr(GPtrArray) papers = tend_checking_papers (self, rule);
  gint64 figure = tend_checking_figure (self, rule, "figure");
  g_autofree char *amount = money (figure);
  g_autofree char *years = g_strdup_printf ("%" G_GINT64_FORMAT, figure);

  for (guint i = 0; i < papers->len; i++)
    {
      const TendPaper *paper = papers->pdata[i];
      const char *outcome = outcome_of (paper);
      g_autofree char *last = tend_date_format (paper->last_day, TEND_DATE_LONG);
      g_autofree char *days = g_strdup_printf ("%d", paper->days_left);
      g_autofree char *issued = NULL;
      g_autofree char *cover = NULL;
      TendRecord *subject = paper->record;

      if (outcome == NULL)
        continue;
      if (subject != NULL && tend_record_get_kind (subject) == &tend_credential_kind)
        {
          issued = tend_date_format (tend_record_get_int (subject, "issued_on"), TEND_DATE_LONG);
          cover = money (tend_record_get_int (subject, "cover_pence"));
        }
      else if (subject == NULL)
        {
          subject = paper->member != NULL ? paper->member : self->provider;
        }

      tend_checking_find (self, rule, outcome, subject, "last", last, "due", last, "days", days,
                          "issued", issued, "cover", cover, "amount", amount, "years", years,
                          "who", name_of (self, paper), NULL);
    }
}

/* The signed standards, and which version of them (ST27). */
static void
check_standards (TendChecking   *self,
                 const TendRule *rule)
{
  g_autoptr(GPtrArray) papers = tend_checking_papers (self, rule);
  TendRecord *record = ((TendPaper *) papers->pdata[0])->record;

  check_papers (self, rule);
  if (record != NULL && !tend_record_is_set (record, "version_on"))
    tend_checking_find (self, rule, "undated", record, NULL);
}

/* Personal care wants an enhanced one of the carer (ST06). */
static void
check_dbs_level (TendChecking   *self,
                 const TendRule *rule)
{
  g_autoptr(GPtrArray) papers = tend_checking_dbs (self);
  TendRecord *dbs = ((TendPaper *) papers->pdata[0])->record;
  const char *title = dbs != NULL ? tend_record_get_text (dbs, "title") : NULL;
  const char *level = dbs != NULL && tend_record_is_set (dbs, "level")
                      ? tend_record_get_text (dbs, "level") : title;

  if (dbs == NULL || !tend_checking_when (self, "personal_care") ||
      tend_credential_is_enhanced (dbs))
    return;

  tend_checking_find (self, rule, "low", dbs,
                      "level", level != NULL ? level : _("of no level that is written down"),
                      NULL);
}

static gboolean
is_named (const char *employer,
          const char *name)
{
  g_autofree char *first = g_utf8_casefold (employer, -1);
  g_autofree char *second = name != NULL ? g_utf8_casefold (name, -1) : NULL;

  return second != NULL && *second != '\0' && strcmp (g_strstrip (first), g_strstrip (second)) == 0;
}

static void
check_employer_of (TendChecking   *self,
                   const TendRule *rule,
                   TendRecord     *dbs,
                   const char     *who)
{
  const char *employer = tend_record_get_text (dbs, "named_employer");
  g_auto(GStrv) also = tend_scheme_get_list (self->scheme, rule->group, "also");

  if (employer == NULL)
    {
      tend_checking_find (self, rule, "missing", dbs, "who", who, NULL);
      return;
    }

  if (is_named (employer, tend_record_get_text (self->provider, "own_name")) ||
      is_named (employer, tend_record_get_text (self->provider, "trading_name")))
    return;
  for (guint i = 0; also[i] != NULL; i++)
    if (is_named (employer, also[i]))
      return;

  tend_checking_find (self, rule, "wrong", dbs, "employer", employer, "who", who, NULL);
}

/* The employer on everybody's certificate is the carer's own business, or one that the
 * scheme names (CA04). */
static void
check_dbs_employer (TendChecking   *self,
                    const TendRule *rule)
{
  g_autoptr(GPtrArray) papers = tend_checking_dbs (self);

  for (guint i = 0; i < papers->len; i++)
    {
      const TendPaper *paper = papers->pdata[i];

      if (paper->record != NULL)
        check_employer_of (self, rule, paper->record, name_of (self, paper));
    }
}

/* Insurance that covers what is done (CA06, ST23). */

static gboolean
is_covered (TendChecking *self,
            const char   *what)
{
  GPtrArray *all = tend_checking_records (self, &tend_credential_kind);

  for (guint i = 0; i < all->len; i++)
    {
      TendRecord *credential = all->pdata[i];

      if (tend_credential_is_insurance (credential) &&
          tend_credential_is_current (credential, self->on) &&
          tend_credential_covers (credential, what))
        return TRUE;
    }

  return FALSE;
}

static void
tell_uncovered (TendChecking   *self,
                const TendRule *rule,
                const char     *what)
{
  const TendField *field = tend_kind_field (&tend_credential_kind, "covers");

  tend_checking_find (self, rule, "found", self->provider,
                      "what", tend_field_choice_label (field, what), NULL);
}

static void
check_services_covered (TendChecking   *self,
                        const TendRule *rule)
{
  static const char *const kinds[][2] = {
    { "personal_care", "personal_care" }, { "support", "support" }, { "wellbeing", "wellbeing" },
    { "sleep_in", "nights" }, { "waking_night", "nights" },
  };
  GPtrArray *visits = tend_checking_visits (self);
  const char *told = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < visits->len; j++)
      {
        const TendVisit *visit = visits->pdata[j];

        if (g_strcmp0 (visit->service_kind, kinds[i][0]) != 0)
          continue;
        if (g_strcmp0 (told, kinds[i][1]) != 0 && !is_covered (self, kinds[i][1]))
          {
            told = kinds[i][1];
            tell_uncovered (self, rule, told);
          }
        break;
      }
}

/* What one rule names, where the plans use it. */
static void
check_covered (TendChecking   *self,
               const TendRule *rule)
{
  g_autofree char *what = tend_rule_get_text (rule, "covers");
  g_autofree char *when = tend_rule_get_text (rule, "when");

  if (tend_checking_when (self, when) && !is_covered (self, what))
    tell_uncovered (self, rule, what);
}

/* Days on which no policy was in force, between one and the next: those that are to come, and
 * those of the past year. */

static void
check_gap (TendChecking   *self,
           const TendRule *rule)
{
  g_autofree char *kind = tend_rule_get_text (rule, "kind");
  g_autoptr(GArray) gaps = tend_checking_gaps (self, kind);

  for (guint i = 0; i < gaps->len; i++)
    {
      const TendCredentialGap *gap = &g_array_index (gaps, TendCredentialGap, i);
      g_autofree char *from = tend_date_format (gap->from, TEND_DATE_LONG);
      g_autofree char *to = tend_date_format (gap->to, TEND_DATE_LONG);

      tend_checking_find (self, rule, "found", gap->next, "from", from, "to", to, NULL);
    }
}

const TendCheckFunc tend_paper_checks[] = {
  { "paper", check_papers }, { "dbs_age", check_papers }, { "policy", check_papers },
  { "standards", check_standards }, { "dbs_level", check_dbs_level },
  { "dbs_employer", check_dbs_employer }, { "services_covered", check_services_covered },
  { "covered", check_covered }, { "gap", check_gap }, { NULL }
};
