/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-due-private.h"

#include "tend-credentials.h"
#include "tend-kinds.h"
#include "tend-papers.h"
#include "tend-policies.h"
#include "tend-team.h"

#include <glib/gi18n-lib.h>

/* A new certificate can join the Update Service within so many days (domain.md, section 5). */
#define JOIN_DAYS 30

static char *
subject_of (TendRecord *record)
{
  return g_strconcat (tend_record_get_kind (record)->name, "/", tend_record_get_id (record), NULL);
}

/* The carer's own words for it, and whose it is. */
static char *
paper_title (const TendPaper *paper,
             gboolean         late)
{
  const char *own = tend_record_get_text (paper->record, "title");
  const char *title = own != NULL ? own : paper->title;
  g_autofree char *name = NULL;

  if (paper->member != NULL && tend_record_is_set (paper->record, "member"))
    name = g_strdup_printf ("%s (%s)", title, tend_record_get_text (paper->member, "name"));
  else
    name = g_strdup (title);

  return g_strdup_printf (late ? _("%s has run out") : _("%s runs out"), name);
}

/* Of a certificate that has no end of its own the scheme says which day is the last. */
static char *
day_detail (const TendPaper  *paper,
            const TendScheme *scheme,
            gboolean          late)
{
  g_autofree char *day = tend_date_format (paper->last_day, TEND_DATE_LONG);

  if (scheme == NULL)
    return g_strdup_printf (late ? _("The last good day was %s.") : _("The last good day is %s."),
                            day);

  return g_strdup_printf (late ? _("For %s the last good day was %s.")
                               : _("For %s the last good day is %s."),
                          tend_scheme_get_name (scheme), day);
}

/* Nothing can be done any more about days that have been. */
static char *
paper_detail (const TendPaper  *paper,
              const TendScheme *scheme,
              TendDate          on)
{
  g_autofree char *day = day_detail (paper, scheme, paper->last_day < on);
  g_autofree char *next = NULL;

  if (paper->gap_to == TEND_DATE_NONE || paper->gap_to < on)
    return g_steal_pointer (&day);

  next = tend_date_format (paper->gap_to + 1, TEND_DATE_LONG);
  /* Translators: the sentence about its last good day, and when the next policy begins */
  return g_strdup_printf (_("%s The next one begins on %s, and between them none is in force: "
                            "ask your insurer to close the gap."), day, next);
}

/* Whether the paper is there already, by another rule or for another scheme, with that day. */
static gboolean
is_known (TendDueQuery *query,
          const char   *kind,
          const char   *subject,
          TendDate      due_on)
{
  for (guint i = 0; i < query->items->len; i++)
    {
      const TendDueItem *item = query->items->pdata[i];

      if (item->due_on == due_on && g_str_equal (item->kind, kind) &&
          g_str_equal (item->subject, subject))
        return TRUE;
    }

  return FALSE;
}

static void
add_paper (TendDueQuery     *query,
           const TendPaper  *paper,
           const TendScheme *scheme)
{
  gboolean standards = g_str_equal (paper->kind, "standards") && scheme != NULL;
  const char *kind = standards ? "standards_check" : paper->kind;
  g_autofree char *subject = subject_of (paper->record);
  gboolean late = paper->last_day < query->on;
  TendDueItem *item;

  if (is_known (query, kind, subject, paper->last_day))
    return;

  item = _tend_due_add (query, kind, paper->scheme, g_steal_pointer (&subject), NULL,
                        paper->last_day, standards ? NULL : paper_title (paper, late),
                        standards ? NULL : paper_detail (paper, scheme, query->on));
  item->own = !tend_record_is_set (paper->record, "member");
}

/* Certificates, insurance and courses, by the clock of each scheme (S05); policies that a
 * scheme asks for are among all of them, below. */
static gboolean
add_papers (TendDueQuery  *query,
            GError       **error)
{
  g_autoptr(GPtrArray) papers = tend_papers (query->vault, NULL, query->on, error);

  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      const TendPaper *paper = papers->pdata[i];

      if (paper->record != NULL && paper->last_day != TEND_DATE_NONE &&
          paper->state != TEND_PAPER_NOT_APPLICABLE &&
          tend_record_get_kind (paper->record) == &tend_credential_kind)
        add_paper (query, paper, paper->scheme != NULL
                                 ? tend_schemes_find (query->schemes, paper->scheme) : NULL);
    }

  return papers != NULL;
}

static void
add_update_service (TendDueQuery *query,
                    TendRecord   *credential)
{
  TendDate until = tend_record_get_int (credential, "update_service_until");
  TendDate issued = tend_record_get_int (credential, "issued_on");
  TendDueItem *item = NULL;

  if (g_strcmp0 (tend_record_get_text (credential, "kind"), "dbs") != 0)
    return;

  if (until != TEND_DATE_NONE)
    item = _tend_due_add (query, "update_service", NULL, subject_of (credential), NULL, until,
                          NULL, NULL);
  /* Once the days are over there is nothing left to do. */
  else if (issued != TEND_DATE_NONE && issued + JOIN_DAYS >= query->on)
    item = _tend_due_add (query, "update_service_join", NULL, subject_of (credential), NULL,
                          issued + JOIN_DAYS, NULL, NULL);

  if (item != NULL)
    item->own = !tend_record_is_set (credential, "member");
}

static gboolean
has_standards (TendDueQuery *query,
               TendRecord   *credential)
{
  g_autofree char *subject = subject_of (credential);

  for (guint i = 0; i < query->items->len; i++)
    {
      const TendDueItem *item = query->items->pdata[i];

      if (g_str_equal (item->kind, "standards_check") && g_str_equal (item->subject, subject))
        return TRUE;
    }

  return FALSE;
}

/* Where the scheme says nothing else: a year after they were signed, or last looked at. */
static void
add_standards (TendDueQuery *query,
               TendRecord   *credential)
{
  TendDate looked = MAX (tend_record_get_int (credential, "issued_on"),
                         tend_record_get_int (credential, "checked_on"));

  if (g_strcmp0 (tend_record_get_text (credential, "kind"), "standards") == 0 &&
      looked != TEND_DATE_NONE && !has_standards (query, credential))
    _tend_due_add (query, "standards_check", tend_record_get_text (credential, "scheme"),
                   subject_of (credential), NULL, tend_date_add_years (looked, 1), NULL, NULL);
}

/* What tend_papers() has no clock for: the Update Service, and other standards. */
static gboolean
add_subscriptions (TendDueQuery  *query,
                 GError       **error)
{
  g_autoptr(GPtrArray) credentials = tend_record_load_all (query->vault, &tend_credential_kind,
                                                           error);
  g_autoptr(GPtrArray) team =
    credentials != NULL ? tend_record_load_all (query->vault, &tend_team_member_kind, error) : NULL;

  for (guint i = 0; team != NULL && i < credentials->len; i++)
    {
      TendRecord *credential = credentials->pdata[i];

      if (tend_team_has_left (team, tend_record_get_text (credential, "member"), query->on) ||
          tend_credential_is_renewed (credential, credentials, query->on))
        continue;

      add_update_service (query, credential);
      add_standards (query, credential);
    }

  return team != NULL;
}

static gboolean
add_policies (TendDueQuery  *query,
              GError       **error)
{
  g_autoptr(GPtrArray) policies = tend_record_load_all (query->vault, &tend_policy_kind, error);

  for (guint i = 0; policies != NULL && i < policies->len; i++)
    {
      TendRecord *policy = policies->pdata[i];
      const TendField *field = tend_kind_field (&tend_policy_kind, "kind");
      const char *title = tend_record_get_text (policy, "title");

      if (!tend_record_is_set (policy, "review_on") ||
          !tend_policy_is_in_force (policy, policies, query->on))
        continue;

      if (title == NULL)
        title = tend_field_choice_label (field, tend_record_get_text (policy, "kind"));
      _tend_due_add (query, "policy", NULL, subject_of (policy), NULL,
                     tend_record_get_int (policy, "review_on"),
                     g_strdup_printf (_("Read through your policy: %s"), title), NULL);
    }

  return policies != NULL;
}

gboolean
_tend_due_add_papers (TendDueQuery  *query,
                      GError       **error)
{
  return add_papers (query, error) && add_subscriptions (query, error) &&
         add_policies (query, error);
}
