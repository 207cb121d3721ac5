/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who works with the carer, and what they have learnt: a table each. */

#include "tend-portfolio-private.h"

#include "tend-kinds.h"
#include "tend-letterhead.h"
#include "tend-team.h"
#include "tend-text.h"

#include <glib/gi18n-lib.h>

/* Team. */

static gboolean
find_team (TendPortfolioPlan   *self,
           TendVault           *vault,
           TendPortfolioStuff  *stuff,
           GError             **error)
{
  g_autoptr(GPtrArray) team = tend_record_load_all (vault, &tend_team_member_kind, error);

  for (guint i = 0; team != NULL && i < team->len; i++)
    if (tend_team_is_in (team->pdata[i], self->on))
      g_ptr_array_add (stuff->records, g_object_ref (team->pdata[i]));

  return team != NULL;
}

static const char *
team_says (TendPortfolioPlan        *self,
           const TendPortfolioStuff *stuff)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; i < stuff->records->len; i++)
    tend_portfolio_add_line (lines, tend_record_get_text (stuff->records->pdata[i], "name"));

  return tend_compose_keep (self->texts, lines->str);
}

static TendPortfolioRow
member_row (TendPortfolioMaker *maker,
            TendRecord         *member)
{
  TendPortfolioPlan *self = maker->self;
  g_autofree char *fte = tend_record_format (member, tend_kind_field (tend_record_get_kind (member),
                                                                      "fte"));

  return (TendPortfolioRow) {
    .cells = {
      tend_compose_keep (self->texts, tend_record_get_text (member, "name")),
      tend_portfolio_text (self, tend_record_get_text (member, "role")),
      tend_record_get_int (member, "unpaid") ? _("Volunteer") : NULL,
      tend_compose_keep (self->texts, fte),
      tend_portfolio_day (maker->self, member, "starts_on"),
      tend_portfolio_day (maker->self, member, "ends_on"),
    },
  };
}

static gboolean
make_team (TendPortfolioMaker  *maker,
           GError             **error)
{
  const char *const heads[TEND_PORTFOLIO_COLUMNS] = {
    _("Name"), _("What they do"), "", _("Share of full time"), _("First day"), _("Last day"),
  };

  return tend_portfolio_make_table (maker, heads, member_row, NULL);
}

const TendPortfolioFrom tend_portfolio_from_team = {
  .find = find_team, .says = team_says, .make = make_team, .is_judged = TRUE,
};

/* What was learnt in the last twelve months. */

static gboolean
find_learning (TendPortfolioPlan   *self,
               TendVault           *vault,
               TendPortfolioStuff  *stuff,
               GError             **error)
{
  g_autoptr(GPtrArray) all = tend_record_load_all (vault, &tend_cpd_kind, error);
  TendDate year_ago = tend_date_add_years (self->on, -1);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (tend_portfolio_has_begun (self, all->pdata[i], "done_on") &&
        tend_record_get_int (all->pdata[i], "done_on") > year_ago)
      g_ptr_array_add (stuff->records, g_object_ref (all->pdata[i]));

  return all != NULL;
}

static const char *
learning_says (TendPortfolioPlan        *self,
               const TendPortfolioStuff *stuff)
{
  GPtrArray *records = stuff->records;
  gint64 minutes = 0;
  g_autofree char *time = NULL;

  if (records->len == 0)
    return NULL;

  for (guint i = 0; i < records->len; i++)
    minutes += tend_record_get_int (records->pdata[i], "minutes");
  time = tend_text_minutes (minutes);
  return tend_compose_take (self->texts,
                            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry, %s",
                                                          "%u entries, %s", records->len),
                                             records->len, time));
}

static TendPortfolioRow
learning_row (TendPortfolioMaker *maker,
              TendRecord         *learning)
{
  TendPortfolioPlan *self = maker->self;
  const char *member = tend_record_get_text (learning, "member");

  return (TendPortfolioRow) {
    .cells = {
      tend_portfolio_text (self, tend_record_get_text (learning, "title")),
      member != NULL ? g_hash_table_lookup (self->members, member) : NULL,
      tend_compose_choice (learning, "kind"),
      tend_record_is_set (learning, "minutes")
        ? tend_compose_take (self->texts,
                             tend_text_minutes (tend_record_get_int (learning, "minutes")))
        : NULL,
      tend_portfolio_day (maker->self, learning, "done_on"),
      NULL,
    },
    .more = tend_portfolio_text (self, tend_record_get_text (learning, "learnt")),
  };
}

static gboolean
make_learning (TendPortfolioMaker  *maker,
               GError             **error)
{
  const char *const heads[TEND_PORTFOLIO_COLUMNS] = {
    _("What it was"), _("Who"), _("Kind"), _("Time"), _("Date"), "",
  };

  return tend_portfolio_make_table (maker, heads, learning_row, NULL);
}

const TendPortfolioFrom tend_portfolio_from_learning = {
  .find = find_learning, .says = learning_says, .make = make_learning, .is_judged = TRUE,
};
