/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The papers that a rule asks for, and how each stands. */

#include "tend-check-private.h"

#include "tend-credentials.h"
#include "tend-kinds.h"
#include "tend-policies.h"
#include "tend-team.h"

#include <stdlib.h>
#include <string.h>

/* Days before the last good one from which a paper is due soon, where a rule says nothing
 * else: the ladder of reminders begins there (domain.md, section 5). */
#define NEAR_DAYS 90
#define NEAR_DAYS_INSURANCE 60

/* What a rule asks for */

typedef struct
{
  char   *kind;
  char   *covers;      /* NULL: anything */
  int     level;       /* 0: any */
  gint64  cover_pence; /* -1: any */
  int     near;        /* days */
} Wanted;

static void
wanted_clear (Wanted *self)
{
  g_free (self->kind);
  g_free (self->covers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

int
tend_paper_near_days (const char *kind)
{
  return strstr (kind, "liability") != NULL ? NEAR_DAYS_INSURANCE : NEAR_DAYS;
}

static void
read_wanted (TendChecking   *checking,
             const TendRule *rule,
             const char     *kind,
             Wanted         *wanted)
{
  g_autofree char *level = tend_rule_get_text (rule, "level");
  g_autofree char *asked = tend_rule_get_text (rule, "kind");

  wanted->kind = g_strdup (kind != NULL ? kind : asked);
  wanted->covers = tend_rule_get_text (rule, "covers");
  wanted->level = level != NULL ? atoi (level) : 0;
  wanted->cover_pence = tend_checking_figure (checking, rule, "figure");
  wanted->near = tend_paper_near_days (wanted->kind);
}

gboolean
tend_checking_is_of_scheme (TendChecking *self,
                            TendRecord   *credential)
{
  const char *id = tend_record_get_text (credential, "scheme");

  return id == NULL || strcmp (id, tend_scheme_get_id (self->scheme)) == 0;
}

/* The carer's own: nobody is named, or the one on the list who is the carer. */
static gboolean
is_own (TendChecking *checking,
        TendRecord   *credential)
{
  const char *id = tend_record_get_text (credential, "member");
  TendRecord *member = id != NULL ? tend_checking_record (checking, &tend_team_member_kind, id)
                                  : NULL;

  return id == NULL || (member != NULL && tend_team_is_carer (member, checking->provider));
}

static gboolean
fits (TendChecking *checking,
      TendRecord   *credential,
      const Wanted *wanted)
{
  return strcmp (tend_record_get_text (credential, "kind"), wanted->kind) == 0 &&
         is_own (checking, credential) &&
         tend_checking_is_of_scheme (checking, credential) &&
         (wanted->covers == NULL || tend_credential_covers (credential, wanted->covers)) &&
         tend_credential_level (credential) >= wanted->level;
}

gboolean
tend_checking_has_credential (TendChecking *self,
                              const char   *kind,
                              const char   *covers)
{
  const Wanted wanted = { .kind = (char *) kind, .covers = (char *) covers };
  GPtrArray *credentials = tend_checking_records (self, &tend_credential_kind);

  for (guint i = 0; i < credentials->len; i++)
    if (fits (self, credentials->pdata[i], &wanted) &&
        tend_credential_is_current (credentials->pdata[i], self->on))
      return TRUE;

  return FALSE;
}

/* Of the carer's own papers, the one in force that a rule asks for. */
static TendRecord *
find_credential (TendChecking *checking,
                 const Wanted *wanted,
                 gint64        least_pence,
                 TendDate     *last_day)
{
  GPtrArray *all = tend_checking_records (checking, &tend_credential_kind);
  g_autoptr(GPtrArray) fit = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (fits (checking, all->pdata[i], wanted) &&
        tend_record_get_int (all->pdata[i], "cover_pence") >= least_pence)
      g_ptr_array_add (fit, all->pdata[i]);

  return tend_credentials_in_force (fit, checking->on, last_day);
}

GArray *
tend_checking_gaps (TendChecking *self,
                    const char   *kind)
{
  const Wanted wanted = { .kind = (char *) kind };
  GPtrArray *all = tend_checking_records (self, &tend_credential_kind);
  g_autoptr(GPtrArray) fit = g_ptr_array_new ();
  GArray *gaps;

  for (guint i = 0; i < all->len; i++)
    if (fits (self, all->pdata[i], &wanted))
      g_ptr_array_add (fit, all->pdata[i]);

  gaps = tend_credentials_gaps (fit);
  while (gaps->len > 0 &&
         g_array_index (gaps, TendCredentialGap, 0).to < tend_date_add_years (self->on, -1))
    g_array_remove_index (gaps, 0);
  return gaps;
}

/* Making papers */

static char *
title_of (const TendKind *kind,
          const char     *value,
          const char     *subject)
{
  const char *title = tend_field_choice_label (tend_kind_field (kind, "kind"), value);

  if (subject == NULL)
    return g_strdup (title);

  return g_strdup_printf ("%s: %s", title,
                          tend_field_choice_label (tend_kind_field (kind, "covers"), subject));
}

TendPaper *
tend_checking_paper_new (TendChecking   *checking,
                         const TendRule *rule,
                         const TendKind *kind,
                         const char     *value,
                         const char     *subject)
{
  TendPaper *paper = g_new0 (TendPaper, 1);

  if (rule != NULL)
    {
      paper->scheme = g_strdup (tend_scheme_get_id (checking->scheme));
      paper->rule = g_strdup (rule->id);
      paper->level = tend_rule_get_text (rule, "level");
      paper->own_clock = tend_rule_get_flag (rule, "own_clock");
    }
  paper->state = TEND_PAPER_MISSING;
  paper->kind = g_intern_string (value);
  paper->subject = g_strdup (subject);
  paper->title = title_of (kind, value, subject);

  return paper;
}

void
tend_paper_set_days (TendPaper *paper,
                     TendDate   last_day,
                     TendDate   on,
                     int        near)
{
  paper->last_day = last_day;
  paper->days_left = last_day - on;

  if (last_day == TEND_DATE_NONE)
    paper->days_left = 0;

  if (last_day == TEND_DATE_NONE || paper->days_left > near)
    paper->state = TEND_PAPER_OK;
  else if (paper->days_left > 0)
    paper->state = TEND_PAPER_SOON;
  else
    paper->state = paper->days_left == 0 ? TEND_PAPER_DUE : TEND_PAPER_OVER;
}

static void
add_credential (TendChecking   *checking,
                const TendRule *rule,
                GPtrArray      *papers)
{
  g_auto(Wanted) wanted = { NULL };
  g_autofree char *when = tend_rule_get_text (rule, "when");
  TendRecord *found;
  TendPaper *paper;
  TendDate last_day;

  read_wanted (checking, rule, NULL, &wanted);
  paper = tend_checking_paper_new (checking, rule, &tend_credential_kind, wanted.kind,
                                   wanted.covers);
  g_ptr_array_add (papers, paper);

  if (!tend_checking_when (checking, when))
    {
      paper->state = TEND_PAPER_NOT_APPLICABLE;
      return;
    }

  found = find_credential (checking, &wanted, wanted.cover_pence, &last_day);
  if (found == NULL || last_day != TEND_DATE_NONE)
    {
      TendDate other_day;
      TendRecord *other = find_credential (checking, &wanted, -1, &other_day);

      /* One that is not for enough, while no better one is in force. */
      if (other != NULL && (found == NULL || last_day < checking->on) &&
          (other_day == TEND_DATE_NONE || other_day >= checking->on))
        {
          paper->record = g_object_ref (other);
          tend_paper_set_days (paper, tend_credential_last_day (other), checking->on, wanted.near);
          paper->state = TEND_PAPER_LOW;
          return;
        }
      if (found == NULL && other != NULL)
        {
          found = other;
          last_day = other_day;
        }
    }

  if (found != NULL)
    {
      paper->record = g_object_ref (found);
      tend_paper_set_days (paper, last_day, checking->on, wanted.near);
    }
}

static void
add_dbs_of (TendChecking   *checking,
            const TendRule *rule,
            TendRecord     *member,
            gboolean        of_carer,
            GPtrArray      *papers)
{
  GPtrArray *all = tend_checking_records (checking, &tend_credential_kind);
  gint64 years = rule != NULL ? tend_checking_figure (checking, rule, "figure") : 0;
  TendPaper *paper = tend_checking_paper_new (checking, rule, &tend_credential_kind, "dbs", NULL);
  TendRecord *found = NULL;

  g_ptr_array_add (papers, paper);
  g_set_object (&paper->member, member);

  for (guint i = 0; i < all->len; i++)
    {
      TendRecord *credential = all->pdata[i];
      const char *whose = tend_record_get_text (credential, "member");

      if (strcmp (tend_record_get_text (credential, "kind"), "dbs") == 0 &&
          tend_checking_done (checking, credential, "issued_on") &&
          (whose != NULL ? member != NULL && strcmp (whose, tend_record_get_id (member)) == 0
                         : of_carer) &&
          (found == NULL || tend_record_get_int (credential, "issued_on") >=
                            tend_record_get_int (found, "issued_on")))
        found = credential;
    }

  if (found == NULL)
    return;

  paper->record = g_object_ref (found);
  if (rule != NULL)
    tend_paper_set_days (paper,
                         tend_date_add_years (tend_record_get_int (found, "issued_on"), years),
                         checking->on, NEAR_DAYS);
}

/* The carer's first, whether on the list of the team or not, then everybody's who works with
 * them. */
static void
add_dbs (TendChecking   *checking,
         const TendRule *rule,
         GPtrArray      *papers)
{
  GPtrArray *team = tend_checking_records (checking, &tend_team_member_kind);
  TendRecord *carer = NULL;

  for (guint i = 0; i < team->len; i++)
    if (tend_team_is_carer (team->pdata[i], checking->provider))
      carer = team->pdata[i];

  add_dbs_of (checking, rule, carer, TRUE, papers);

  for (guint i = 0; i < team->len; i++)
    {
      TendRecord *member = team->pdata[i];

      if (!tend_team_is_carer (member, checking->provider) &&
          tend_team_is_in (member, checking->on))
        add_dbs_of (checking, rule, member, FALSE, papers);
    }
}

GPtrArray *
tend_checking_dbs (TendChecking *self)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_paper_free);

  add_dbs (self, NULL, papers);
  return papers;
}

static void
add_policy (TendChecking   *checking,
            const TendRule *rule,
            GPtrArray      *papers)
{
  GPtrArray *all = tend_checking_records (checking, &tend_policy_kind);
  g_autofree char *kind = tend_rule_get_text (rule, "kind");
  TendPaper *paper = tend_checking_paper_new (checking, rule, &tend_policy_kind, kind, NULL);
  TendRecord *found = tend_policies_find (all, kind, checking->on);

  g_ptr_array_add (papers, paper);
  if (found == NULL)
    return;

  paper->record = g_object_ref (found);
  tend_paper_set_days (paper, tend_record_get_int (found, "review_on"), checking->on, NEAR_DAYS);
}

/* The standards that were signed: looked at again so many months later (ST27). */
static void
add_standards (TendChecking   *checking,
               const TendRule *rule,
               GPtrArray      *papers)
{
  g_auto(Wanted) wanted = { NULL };
  gint64 months = tend_checking_figure (checking, rule, "figure");
  TendRecord *found;
  TendPaper *paper;
  TendDate last_day;

  read_wanted (checking, rule, "standards", &wanted);
  paper = tend_checking_paper_new (checking, rule, &tend_credential_kind, "standards", NULL);
  g_ptr_array_add (papers, paper);

  found = find_credential (checking, &wanted, -1, &last_day);
  if (found == NULL)
    return;

  paper->record = g_object_ref (found);
  last_day = MAX (tend_record_get_int (found, "issued_on"),
                  tend_record_get_int (found, "checked_on"));
  tend_paper_set_days (paper, tend_date_add_months (last_day, months), checking->on, NEAR_DAYS);
}

/* What is no more than advised is not said to be missing. */
static void
set_advised (const TendRule *rule,
             GPtrArray      *papers)
{
  g_autofree char *missing = tend_rule_get_text (rule, "missing");
  TendSeverity severity;

  if (missing == NULL || tend_severity_read (missing, &severity) == NULL ||
      severity != TEND_SEVERITY_ADVICE)
    return;

  for (guint i = 0; i < papers->len; i++)
    {
      TendPaper *paper = papers->pdata[i];

      if (paper->state == TEND_PAPER_MISSING)
        paper->state = TEND_PAPER_ADVISED;
    }
}

GPtrArray *
tend_checking_papers (TendChecking   *self,
                      const TendRule *rule)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_paper_free);

  if (strcmp (rule->check, "paper") == 0)
    add_credential (self, rule, papers);
  else if (strcmp (rule->check, "dbs_age") == 0)
    add_dbs (self, rule, papers);
  else if (strcmp (rule->check, "policy") == 0)
    add_policy (self, rule, papers);
  else if (strcmp (rule->check, "standards") == 0)
    add_standards (self, rule, papers);
  set_advised (rule, papers);

  return papers;
}
