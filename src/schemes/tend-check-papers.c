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

static int
compare_issued (gconstpointer a,
                gconstpointer b)
{
  TendRecord *first = *(TendRecord * const *) a;
  TendRecord *second = *(TendRecord * const *) b;
  gint64 from = tend_record_get_int (first, "issued_on");
  gint64 other = tend_record_get_int (second, "issued_on");

  return from < other ? -1 : from > other;
}

/* (transfer container) (element-type TendRecord): the carer's own of @kind, by their first day;
 * of one that has none nothing can be said. */
static GPtrArray *
own_of_kind (TendChecking *self,
             const char   *kind)
{
  GPtrArray *all = tend_checking_records (self, &tend_credential_kind);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (strcmp (tend_record_get_text (all->pdata[i], "kind"), kind) == 0 &&
        !tend_record_is_set (all->pdata[i], "member") &&
        tend_record_is_set (all->pdata[i], "issued_on") &&
        tend_checking_is_of_scheme (self, all->pdata[i]))
      g_ptr_array_add (found, all->pdata[i]);

  g_ptr_array_sort (found, compare_issued);
  return found;
}

static void
check_gap (TendChecking   *self,
           const TendRule *rule)
{
  g_autofree char *kind = tend_rule_get_text (rule, "kind");
  g_autoptr(GPtrArray) policies = own_of_kind (self, kind);
  TendDate until = TEND_DATE_NONE;

  for (guint i = 0; i < policies->len; i++)
    {
      TendDate starts = tend_record_get_int (policies->pdata[i], "issued_on");
      TendDate last = tend_credential_last_day (policies->pdata[i]);

      if (i > 0 && starts > until + 1 && starts > tend_date_add_years (self->on, -1))
        {
          g_autofree char *from = tend_date_format (until + 1, TEND_DATE_LONG);
          g_autofree char *to = tend_date_format (starts - 1, TEND_DATE_LONG);

          tend_checking_find (self, rule, "found", policies->pdata[i], "from", from, "to", to,
                              NULL);
        }
      if (last == TEND_DATE_NONE)
        return;
      until = MAX (until, last);
    }
}

const TendCheckFunc tend_paper_checks[] = {
  { "paper", check_papers }, { "dbs_age", check_papers }, { "policy", check_papers },
  { "standards", check_standards }, { "dbs_level", check_dbs_level },
  { "dbs_employer", check_dbs_employer }, { "services_covered", check_services_covered },
  { "covered", check_covered }, { "gap", check_gap }, { NULL }
};
