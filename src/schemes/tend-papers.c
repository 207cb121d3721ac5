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
  [TEND_PAPER_MISSING] = { "missing", N_("Missing") },
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

static gboolean
is_same_paper (TendRecord *first,
               TendRecord *second)
{
  static const char *const fields[] = { "kind", "title", "covers", "member", "scheme" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (tend_record_get_text (first, fields[i]),
                   tend_record_get_text (second, fields[i])) != 0)
      return FALSE;

  return TRUE;
}

/* Whether a later one has taken its place. */
static gboolean
is_renewed (TendChecking *checking,
            GPtrArray    *all,
            TendRecord   *credential)
{
  for (guint i = 0; i < all->len; i++)
    {
      TendRecord *other = all->pdata[i];

      if (other == credential || !tend_checking_done (checking, other, "issued_on"))
        continue;
      if (g_strcmp0 (tend_record_get_text (other, "replaces"),
                     tend_record_get_id (credential)) == 0)
        return TRUE;
      if (is_same_paper (credential, other) && tend_record_get_int (other, "issued_on") >
                                               tend_record_get_int (credential, "issued_on"))
        return TRUE;
    }

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

      if (has_record (papers, credential) || is_renewed (checking, all, credential) ||
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
      tend_paper_set_days (paper, tend_credential_last_day (credential), checking->on,
                           tend_paper_near_days (paper->kind));
      g_ptr_array_add (papers, paper);
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
  if (!tend_checking_end (checking, error))
    return NULL;

  return g_steal_pointer (&papers);
}
