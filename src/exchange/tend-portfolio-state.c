/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How it stands with each thing, as the scheme looks at it. */

#include "tend-portfolio-private.h"

#include "tend-kinds.h"
#include "tend-papers.h"
#include "tend-standard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the scheme says nothing of it: ours, as its profiles have it. */
#define BILLING_SLACK 7

/* What a profile calls the items that have another name here (data/schemes). */
static const struct
{
  const char *item;
  const char *wanted;
} names[] = {
  { "terms", "contract" }, { "self-employment", "self_employment" },
  { "standards", "declaration" }, { "forms", "templates" },
};

static int
figure_of (TendPortfolioPlan *self,
           const char        *name,
           int                otherwise)
{
  const TendSchemeFigure *figure = tend_scheme_figure (self->profile, name, self->on);

  return figure != NULL ? (int) figure->value : otherwise;
}

static gboolean
read_people (TendPortfolioPlan  *self,
             TendVault          *vault,
             GError            **error)
{
  gboolean others;

  self->people = tend_standard_people (vault, self->scheme, self->on, error);
  if (self->people != NULL)
    self->concerned = tend_standard_concerned (vault, self->scheme, self->on, &others, error);
  if (self->concerned == NULL)
    return FALSE;

  self->others = others;
  return TRUE;
}

gboolean
tend_portfolio_read_scheme (TendPortfolioPlan  *self,
                            TendVault          *vault,
                            GError            **error)
{
  const TendScheme *scheme;

  self->schemes = tend_schemes_load (vault, error);
  if (self->schemes == NULL)
    return FALSE;

  self->papers = tend_papers (vault, self->scheme, self->on, error);
  if (self->papers == NULL)
    return FALSE;
  if (!read_people (self, vault, error))
    return FALSE;

  scheme = self->scheme != NULL ? tend_schemes_find (self->schemes, self->scheme) : NULL;
  self->billing_slack = BILLING_SLACK;
  if (scheme == NULL)
    return TRUE;

  self->profile = scheme;
  self->billing_slack = figure_of (self, "billing_slack_days", BILLING_SLACK);
  self->return_due_day = figure_of (self, "return_due_day", 0);
  self->scheme_name = tend_compose_keep (self->texts, tend_scheme_get_name (scheme));
  self->county = tend_compose_take (self->texts, tend_scheme_get_text (scheme, "county"));
  self->standard_text = tend_compose_take (self->texts, tend_scheme_get_text (scheme, "text"));
  self->signed_text = tend_compose_take (self->texts, tend_scheme_get_text (scheme, "signed"));
  self->declares = tend_compose_take (self->texts, tend_scheme_get_text (scheme, "declares"));
  self->wanted = tend_scheme_get_list (scheme, "portfolio", "items");
  self->policies = tend_scheme_get_list (scheme, "portfolio", "policies");
  if (self->recipient == NULL && self->purpose == TEND_PORTFOLIO_COUNCIL)
    self->recipient = tend_compose_take (self->texts, tend_scheme_get_text (scheme, "council"));
  return TRUE;
}

static gboolean
is_wanted (TendPortfolioPlan        *self,
           const TendPortfolioEntry *entry)
{
  const char *const *wanted = (const char *const *) self->wanted;

  if (wanted == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].item, entry->id) == 0 && g_strv_contains (wanted, names[i].wanted))
      return TRUE;

  return g_strv_contains (wanted, entry->id);
}

/* A missing paper has no record to tell a credential from a policy. */
static gboolean
is_credential (const TendPaper *paper)
{
  const TendField *field = tend_kind_field (&tend_credential_kind, "kind");

  if (paper->record != NULL)
    return tend_record_get_kind (paper->record) == &tend_credential_kind;

  for (const TendChoice *choice = field->choices; choice->value != NULL; choice++)
    if (strcmp (choice->value, paper->kind) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_of (const TendPortfolioEntry *entry,
       const TendPaper          *paper)
{
  if (!is_credential (paper))
    return entry->from == &tend_portfolio_from_policies;

  for (guint i = 0; i < TEND_PORTFOLIO_KINDS && entry->kinds[i] != NULL; i++)
    if (strcmp (entry->kinds[i], paper->kind) == 0)
      return TRUE;

  return FALSE;
}

/* Two rules may ask for one paper. */
static gboolean
has_line (const char *text,
          const char *line)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

static void
add_lack (GString    *lacks,
          const char *title,
          const char *text)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", title, text);

  if (!has_line (lacks->str, line))
    g_string_append_printf (lacks, "%s%s", lacks->len > 0 ? "\n" : "", line);
}

/* (transfer full): with the level that is asked for, and the name of whoever else in the team it
 * belongs to. */
static char *
title_of (TendPortfolioPlan *self,
          const TendPaper   *paper)
{
  g_autoptr(GString) title = g_string_new (tend_portfolio_text (self, paper->title));

  if (paper->level != NULL)
    {
      g_string_append (title, ", ");
      /* Translators: of a course */
      g_string_append_printf (title, _("Level %s"), paper->level);
    }
  if (paper->member != NULL)
    g_string_append_printf (title, ", %s", tend_record_get_text (paper->member, "name"));

  return g_string_free (g_steal_pointer (&title), FALSE);
}

/* A policy does not go off: it is looked at again. */
static char *
day_text (const TendPaper *paper,
          gboolean         over)
{
  g_autofree char *day = tend_date_format (paper->last_day, TEND_DATE_LONG);

  if (!is_credential (paper))
    return g_strdup_printf (over ? _("was to be read through again by %s")
                                 : _("to be read through again by %s"), day);
  if (paper->own_clock)
    return g_strdup_printf (over ? _("its last good day, by an interval of my own, was %s")
                                 : _("its last good day, by an interval of my own, is %s"), day);

  return g_strdup_printf (over ? _("its last good day was %s") : _("its last good day is %s"), day);
}

/* The day counts by this scheme's clock, which a certificate itself does not say. */
static void
add_paper (TendPortfolioPlan *self,
           GString           *lacks,
           const TendPaper   *paper)
{
  g_autofree char *title = title_of (self, paper);
  g_autofree char *text = NULL;

  switch (paper->state)
    {
    case TEND_PAPER_MISSING:
    case TEND_PAPER_LOW:
    case TEND_PAPER_GAP:
      add_lack (lacks, title, tend_paper_state_title (paper->state));
      break;
    case TEND_PAPER_OVER:
    case TEND_PAPER_SOON:
    case TEND_PAPER_DUE:
      text = day_text (paper, paper->state == TEND_PAPER_OVER);
      add_lack (lacks, title, text);
      break;
    case TEND_PAPER_ADVISED:
      add_lack (lacks, title, tend_paper_state_title (TEND_PAPER_MISSING));
      break;
    case TEND_PAPER_OK:
    case TEND_PAPER_NOT_APPLICABLE:
    default:
      break;
    }
}

/* A certificate that says no last day has one by the scheme's clock (scenario S05). */
static void
add_clock (TendPortfolioPlan *self,
           TendPortfolioItem *shown,
           const TendPaper   *paper)
{
  g_autofree char *title = title_of (self, paper);
  g_autofree char *text = NULL;

  if (paper->state != TEND_PAPER_OK || paper->scheme == NULL ||
      paper->last_day == TEND_DATE_NONE || shown->says == NULL || !is_credential (paper) ||
      tend_record_is_set (paper->record, "expires_on"))
    return;

  text = day_text (paper, FALSE);
  shown->says = tend_compose_take (self->texts,
                                   g_strdup_printf ("%s\n%s: %s", shown->says, title, text));
}

static TendPortfolioState
state_of (const TendPaper *paper)
{
  switch (paper->state)
    {
    case TEND_PAPER_SOON:
    case TEND_PAPER_DUE:
      return TEND_PORTFOLIO_DUE;
    case TEND_PAPER_OVER:
    case TEND_PAPER_LOW:
    case TEND_PAPER_GAP:
      return TEND_PORTFOLIO_EXPIRED;
    case TEND_PAPER_MISSING:
    case TEND_PAPER_ADVISED:
      return TEND_PORTFOLIO_MISSING;
    case TEND_PAPER_NOT_APPLICABLE:
      return TEND_PORTFOLIO_NOTHING;
    case TEND_PAPER_OK:
    default:
      return TEND_PORTFOLIO_IN_ORDER;
    }
}

/* Policies that the folder is to hold, beside those that a rule of its own asks for. */
TendPortfolioState
tend_portfolio_lacks_policy (TendPortfolioPlan        *self,
                             const TendPortfolioStuff *stuff,
                             GString                  *lacks)
{
  const TendField *field = tend_kind_field (&tend_policy_kind, "kind");
  gboolean lacking = FALSE;

  for (guint i = 0; self->policies != NULL && self->policies[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < stuff->records->len; j++)
        found |= g_strcmp0 (tend_record_get_text (stuff->records->pdata[j], "kind"),
                            self->policies[i]) == 0;
      for (guint j = 0; j < self->papers->len; j++)
        {
          const TendPaper *paper = self->papers->pdata[j];

          found |= is_of (stuff->entry, paper) && strcmp (paper->kind, self->policies[i]) == 0;
        }
      if (!found)
        add_lack (lacks, tend_field_choice_label (field, self->policies[i]), _("Missing"));
      lacking |= !found;
    }

  return lacking ? TEND_PORTFOLIO_MISSING : TEND_PORTFOLIO_NOTHING;
}

const TendPortfolioScan *
tend_portfolio_scan_of (const TendPortfolioStuff *stuff,
                        TendRecord               *record)
{
  for (guint i = 0; i < stuff->scans->len; i++)
    {
      const TendPortfolioScan *scan = &g_array_index (stuff->scans, TendPortfolioScan, i);

      if (g_strcmp0 (tend_record_get_text (scan->attachment, "subject"),
                     tend_record_get_id (record)) == 0)
        return scan;
    }

  return NULL;
}

int
tend_portfolio_get_page (const TendPortfolioStuff *stuff,
                         guint                     index)
{
  return index < stuff->pages->len ? g_array_index (stuff->pages, int, index) : 0;
}

/* What was only read, or told, leaves no paper. */
static gboolean
has_paper (TendRecord *credential)
{
  const char *kind = tend_record_get_text (credential, "kind");

  return g_strcmp0 (kind, "conduct") != 0 && g_strcmp0 (kind, "rate_notice") != 0;
}

gboolean
tend_portfolio_lacks_copy_of (TendPortfolioPlan        *self,
                              const TendPortfolioStuff *stuff,
                              TendRecord               *record)
{
  return stuff->from->lack == tend_portfolio_lacks_copy && is_wanted (self, stuff->entry) &&
         has_paper (record) &&
         tend_portfolio_own_pages (stuff, record) == TEND_PORTFOLIO_NO_PAGES;
}

/* The folder is to hold the papers, not only what is written of them. */
TendPortfolioState
tend_portfolio_lacks_copy (TendPortfolioPlan        *self,
                           const TendPortfolioStuff *stuff,
                           GString                  *lacks)
{
  gboolean lacking = FALSE;

  if (!is_wanted (self, stuff->entry))
    return TEND_PORTFOLIO_NOTHING;

  for (guint i = 0; i < stuff->records->len; i++)
    if (has_paper (stuff->records->pdata[i]) &&
        tend_portfolio_scan_of (stuff, stuff->records->pdata[i]) == NULL)
      {
        add_lack (lacks, tend_portfolio_title (self, stuff->records->pdata[i]),
                  _("no copy of it is kept"));
        lacking = TRUE;
      }

  return lacking ? TEND_PORTFOLIO_NO_COPY : TEND_PORTFOLIO_NOTHING;
}

void
tend_portfolio_judge (TendPortfolioPlan  *self,
                      TendPortfolioStuff *stuff)
{
  g_autoptr(GString) lacks = g_string_new (NULL);
  TendPortfolioItem *shown = &stuff->shown;
  TendPortfolioState state =
    shown->says != NULL && stuff->from->is_judged ? TEND_PORTFOLIO_IN_ORDER
                                                    : TEND_PORTFOLIO_NOTHING;

  for (guint i = 0; i < self->papers->len; i++)
    {
      const TendPaper *paper = self->papers->pdata[i];

      if (!is_of (stuff->entry, paper))
        continue;
      add_paper (self, lacks, paper);
      add_clock (self, shown, paper);
      state = MAX (state, state_of (paper));
    }

  if (stuff->from->lack != NULL)
    state = MAX (state, stuff->from->lack (self, stuff, lacks));
  if (shown->says == NULL && lacks->len == 0 && is_wanted (self, stuff->entry))
    {
      state = TEND_PORTFOLIO_MISSING;
      g_string_append (lacks, _("Nothing is recorded."));
    }

  shown->state = state;
  shown->lacks = tend_compose_keep (self->texts, lacks->str);
}

