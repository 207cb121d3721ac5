/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Policies: written out, or the carer's own paper. */

#include "tend-portfolio-private.h"

#include "tend-compose-policy.h"
#include "tend-kinds.h"
#include "tend-letterhead.h"
#include "tend-policies.h"

#include <glib/gi18n-lib.h>

/* Of each the version that is in force. */
static gboolean
find (TendPortfolioPlan   *self,
      TendVault           *vault,
      TendPortfolioStuff  *stuff,
      GError             **error)
{
  g_autoptr(GPtrArray) policies = tend_record_load_all (vault, &tend_policy_kind, error);

  for (guint i = 0; policies != NULL && i < policies->len; i++)
    if (tend_policy_is_in_force (policies->pdata[i], policies, self->on))
      g_ptr_array_add (stuff->records, g_object_ref (policies->pdata[i]));

  return policies != NULL;
}

static void
add_policy (TendPortfolioPlan *self,
            GString           *lines,
            TendRecord        *policy)
{
  g_autoptr(GString) line = g_string_new (NULL);

  tend_portfolio_add_word (line, tend_portfolio_title (self, policy));
  tend_portfolio_add_date (line, _("in force from %s"), policy, "starts_on");
  g_strdelimit (line->str, "\n", ' ');
  tend_portfolio_add_line (lines, line->str);
}

static const char *
says (TendPortfolioPlan        *self,
      const TendPortfolioStuff *stuff)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; i < stuff->records->len; i++)
    add_policy (self, lines, stuff->records->pdata[i]);

  return tend_compose_keep (self->texts, lines->str);
}

/* A paper of the carer's own stands for the wording. */
static gboolean
is_written (const TendPortfolioStuff *stuff,
            TendRecord               *policy)
{
  return tend_record_is_set (policy, "text") || tend_portfolio_scan_of (stuff, policy) == NULL;
}

/* It is among the scans, or it is said that there is one. */
static TendPortfolioOwn
own_pages (const TendPortfolioStuff *stuff,
           TendRecord               *policy)
{
  if (!tend_portfolio_is_in (stuff))
    return TEND_PORTFOLIO_NO_PAGES;

  return is_written (stuff, policy) || tend_portfolio_n_scans (stuff) == 0
           ? TEND_PORTFOLIO_WRITTEN : TEND_PORTFOLIO_COPIED;
}

/* There is one of the carer's own, which is not shown: that is said, and no other in its place. */
static gboolean
add_own_paper (TendPortfolioMaker *maker,
               TendRecord         *policy)
{
  const TendPortfolioPart part = {
    .title = tend_portfolio_title (maker->self, policy),
    .carer = tend_party_get_title (&maker->self->carer),
    .says = _("This policy is a paper of my own. Ask me, and I show it to you."),
    .language = tend_compose_language (),
  };

  return tend_portfolio_take (maker, tend_document_new_portfolio_part (&part, NULL));
}

static gboolean
make (TendPortfolioMaker  *maker,
      GError             **error)
{
  for (guint i = 0; i < maker->stuff->records->len; i++)
    {
      TendRecord *policy = maker->stuff->records->pdata[i];
      g_autoptr(TendPolicyValues) values = NULL;

      if (!is_written (maker->stuff, policy))
        {
          if (maker->stuff->shown.extent < TEND_PORTFOLIO_WHOLE && !add_own_paper (maker, policy))
            return FALSE;
          continue;
        }
      values = tend_compose_policy_values (maker->vault, policy, maker->self->scheme,
                                           maker->self->on, error);
      if (values == NULL)
        return FALSE;
      if (maker->self->carer.address == NULL)
        tend_compose_policy_hide_address (values);
      tend_compose_policy_redact (values, maker->self->redaction);
      if (!tend_portfolio_take (maker, tend_compose_policy_document (values, error)))
        return FALSE;
    }

  return TRUE;
}

const TendPortfolioFrom tend_portfolio_from_policies = {
  .find = find, .says = says, .lack = tend_portfolio_lacks_policy, .own = own_pages,
  .make = make, .is_judged = TRUE,
};
