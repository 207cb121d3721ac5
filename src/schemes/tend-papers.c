/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-check-private.h"

#include "tend-credentials.h"
#include "tend-kinds.h"
#include "tend-team.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *title;
} states[] = {
  [TEND_PAPER_OK] = { "ok", N_("In order") },
  [TEND_PAPER_SOON] = { "soon", N_("Due soon") },
  [TEND_PAPER_DUE] = { "due", N_("Due today") },
  [TEND_PAPER_OVER] = { "over", N_("Out of date") },
  [TEND_PAPER_LOW] = { "low", N_("Not for enough") },
  [TEND_PAPER_GAP] = { "gap", N_("Has a gap") },
  [TEND_PAPER_MISSING] = { "missing", N_("Missing") },
  [TEND_PAPER_ADVISED] = { "advised", N_("Good to do") },
  [TEND_PAPER_NOT_APPLICABLE] = { "not_applicable", N_("Not needed") },
};

const char *
tend_paper_state_name (TendPaperState state)
{
  return states[state].name;
}

const char *
tend_paper_state_title (TendPaperState state)
{
  return _(states[state].title);
}

void
tend_paper_free (TendPaper *self)
{
  g_free (self->scheme);
  g_free (self->rule);
  g_free (self->subject);
  g_free (self->level);
  g_free (self->title);
  g_clear_object (&self->record);
  g_clear_object (&self->member);
  g_free (self);
}

/* All of them */

static gboolean
has_record (GPtrArray  *papers,
            TendRecord *record)
{
  for (guint i = 0; i < papers->len; i++)
    if (((TendPaper *) papers->pdata[i])->record == record)
      return TRUE;

  return FALSE;
}

static void
add_others (TendChecking *checking,
            GPtrArray    *papers)
{
  GPtrArray *all = tend_checking_records (checking, &tend_credential_kind);
  GPtrArray *team = tend_checking_records (checking, &tend_team_member_kind);

  for (guint i = 0; i < all->len; i++)
    {
      TendRecord *credential = all->pdata[i];
      const char *member = tend_record_get_text (credential, "member");
      const char *title = tend_record_get_text (credential, "title");
      TendPaper *paper;

      if (has_record (papers, credential) ||
          tend_credential_is_renewed (credential, all, checking->on) ||
          tend_team_has_left (team, member, checking->on))
        continue;

      paper = tend_checking_paper_new (checking, NULL, &tend_credential_kind,
                                       tend_record_get_text (credential, "kind"), NULL);
      paper->record = g_object_ref (credential);
      if (title != NULL)
        {
          g_free (paper->title);
          paper->title = g_strdup (title);
        }
      tend_paper_set_days (paper, tend_credential_good_until (credential, all, checking->on),
                           checking->on, tend_paper_near_days (paper->kind));
      g_ptr_array_add (papers, paper);
    }
}

/* Those to come are said of the one that ends before them, those that have been of the one that
 * is there now. */
static gboolean
has_gap (const TendPaper         *paper,
         const TendCredentialGap *gap,
         TendDate                 on)
{
  return gap->to >= on ? paper->last_day == gap->from - 1
                       : tend_record_get_int (paper->record, "issued_on") <= on;
}

/* Days between one and the next, where a scheme looks for them: first those to come. */
static void
set_gap (TendChecking *checking,
         const char   *kind,
         GPtrArray    *papers)
{
  g_autoptr(GArray) gaps = tend_checking_gaps (checking, kind);
  const TendCredentialGap *gap = NULL;

  for (guint i = 0; i < gaps->len && (gap == NULL || gap->to < checking->on); i++)
    gap = &g_array_index (gaps, TendCredentialGap, i);

  for (guint i = 0; gap != NULL && i < papers->len; i++)
    {
      TendPaper *paper = papers->pdata[i];

      if (strcmp (paper->kind, kind) != 0 || paper->record == NULL || paper->member != NULL ||
          (paper->scheme != NULL &&
           strcmp (paper->scheme, tend_scheme_get_id (checking->scheme)) != 0) ||
          !has_gap (paper, gap, checking->on))
        continue;

      paper->gap_from = gap->from;
      paper->gap_to = gap->to;
      if (paper->state == TEND_PAPER_OK || paper->state == TEND_PAPER_SOON ||
          paper->state == TEND_PAPER_DUE)
        paper->state = TEND_PAPER_GAP;
    }
}

static void
set_gaps (TendChecking *checking,
          GPtrArray    *papers)
{
  for (guint i = 0; i < checking->schemes->len; i++)
    {
      GPtrArray *rules;

      checking->scheme = checking->schemes->pdata[i];
      rules = tend_scheme_get_rules (checking->scheme);
      for (guint j = 0; j < rules->len; j++)
        {
          const TendRule *rule = rules->pdata[j];
          g_autofree char *kind = tend_rule_get_text (rule, "kind");

          if (strcmp (rule->check, "gap") == 0)
            set_gap (checking, kind, papers);
        }
    }
}

GPtrArray *
tend_papers (TendVault   *vault,
             const char  *scheme,
             TendDate     on,
             GError     **error)
{
  g_autoptr(TendChecking) checking = tend_checking_new (vault, scheme, on, error);
  g_autoptr(GPtrArray) papers =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tend_paper_free);

  if (checking == NULL)
    return NULL;

  for (guint i = 0; i < checking->schemes->len; i++)
    {
      GPtrArray *rules;

      checking->scheme = checking->schemes->pdata[i];
      rules = tend_scheme_get_rules (checking->scheme);
      for (guint j = 0; j < rules->len; j++)
        {
          g_autoptr(GPtrArray) found = tend_checking_papers (checking, rules->pdata[j]);

          g_ptr_array_extend_and_steal (papers, g_steal_pointer (&found));
        }
    }

  add_others (checking, papers);
  set_gaps (checking, papers);
  if (!tend_checking_end (checking, error))
    return NULL;

  return g_steal_pointer (&papers);
}
