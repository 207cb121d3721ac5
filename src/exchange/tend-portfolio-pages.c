/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The front of a portfolio, and what the pages of its parts are made with. */

#include "tend-portfolio-private.h"

#include "tend-letterhead.h"

#include <glib/gi18n-lib.h>

const char *
tend_portfolio_day (TendPortfolioPlan *self,
                    TendRecord        *record,
                    const char        *field)
{
  return tend_compose_take (self->texts,
                            tend_date_format (tend_record_get_int (record, field),
                                              TEND_DATE_SHORT));
}

gboolean
tend_portfolio_hears_of_faults (TendPortfolioPlan *self)
{
  return self->purpose == TEND_PORTFOLIO_COUNCIL || self->purpose == TEND_PORTFOLIO_INSPECTION;
}

gboolean
tend_portfolio_take (TendPortfolioMaker *maker,
                     TendDocument       *document)
{
  if (document != NULL)
    g_ptr_array_add (maker->documents, document);

  return document != NULL;
}

gboolean
tend_portfolio_make_table (TendPortfolioMaker   *maker,
                           const char *const    *heads,
                           TendPortfolioRowFunc  row_of,
                           GArray               *fields)
{
  const TendPortfolioStuff *stuff = maker->stuff;
  const TendPortfolioItem *shown = &stuff->shown;
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TendPortfolioRow));
  TendPortfolioPart part = {
    .title = shown->title,
    .carer = tend_party_get_title (&maker->self->carer),
    .state = tend_portfolio_state_label (shown->state),
    .fault = shown->lacks != NULL && tend_portfolio_hears_of_faults (maker->self),
    .says = shown->lacks,
    .columns = heads,
    .language = tend_compose_language (),
  };

  for (guint i = 0; i < stuff->records->len; i++)
    {
      TendPortfolioRow row = row_of (maker, stuff->records->pdata[i]);

      row.page = tend_portfolio_get_page (stuff, i);
      g_array_append_val (rows, row);
    }
  for (guint i = 0; i < stuff->before->len; i++)
    {
      TendPortfolioRow row = row_of (maker, stuff->before->pdata[i]);

      row.more = _("Before the one that is in force: it shows that there was no gap.");
      g_array_append_val (rows, row);
    }
  part.rows = (const TendPortfolioRow *) rows->data;
  part.n_rows = rows->len;
  part.fields = fields != NULL ? (const TendPortfolioField *) fields->data : NULL;
  part.n_fields = fields != NULL ? fields->len : 0;
  return tend_portfolio_take (maker, tend_document_new_portfolio_part (&part, maker->links));
}

GPtrArray *
tend_portfolio_documents (TendPortfolioPlan         *self,
                          TendVault                 *vault,
                          const TendPortfolioStuff  *stuff,
                          GArray                   **links,
                          GError                   **error)
{
  g_autoptr(GPtrArray) documents =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tend_document_unref);
  TendPortfolioMaker maker = { self, vault, stuff, documents, links };

  if (stuff->from->make != NULL && !stuff->from->make (&maker, error))
    return NULL;

  return g_steal_pointer (&documents);
}

/* The front. */

static gboolean
has_quotes (TendPortfolioPlan *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (tend_portfolio_is_in (self->parts->pdata[i]) &&
        ((TendPortfolioStuff *) self->parts->pdata[i])->quotes->len > 0)
      return TRUE;

  return FALSE;
}

/* Whether a list speaks of the people, by their initials. */
static gboolean
has_lists (TendPortfolioPlan *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TendPortfolioStuff *stuff = self->parts->pdata[i];

      if (stuff->from->names_people && tend_portfolio_is_in (stuff))
        return tend_portfolio_n_registered (self) > 0;
    }

  return FALSE;
}

const char *
tend_portfolio_plan_get_clients (TendPortfolioPlan *self)
{
  static const char *const words[] = {
    N_("Nothing about the people I support is in it."),
    N_("What is about the people I support has initials instead of names."),
    N_("The people whose records are in it agreed to that."),
  };
  /* Words of somebody's tell of their life. */
  static const char *const beside[] = {
    N_("Nothing about the people I support is in it, beside what was agreed to be quoted."),
    N_("What is about the people I support has initials instead of names. What was agreed to be "
       "quoted is as it was agreed."),
    N_("The people whose records are in it agreed to that, as did those who are quoted."),
  };

  g_return_val_if_fail (self != NULL, NULL);

  if (self->clients == TEND_PORTFOLIO_LEFT_OUT && has_lists (self))
    return has_quotes (self)
             ? _("The people I support have initials in it, in lists; their records are not in it. "
                 "What was agreed to be quoted is as it was agreed.")
             : _("The people I support have initials in it, in lists; their records are not in "
                 "it.");

  return has_quotes (self) ? _(beside[self->clients]) : _(words[self->clients]);
}

static gboolean
is_told (TendPortfolioPlan       *self,
         const TendPortfolioItem *shown)
{
  return shown->extent != TEND_PORTFOLIO_OUT &&
         (shown->says != NULL || (shown->lacks != NULL && tend_portfolio_hears_of_faults (self)));
}

static TendPortfolioLine
front_line (TendPortfolioPlan        *self,
            const TendPortfolioStuff *stuff)
{
  const TendPortfolioItem *shown = &stuff->shown;
  gboolean told = tend_portfolio_hears_of_faults (self);
  gboolean fault = shown->state > TEND_PORTFOLIO_DUE;
  TendPortfolioLine line = {
    .title = shown->title, .says = shown->says, .fault = fault && told,
    .missing = shown->says == NULL && shown->extent < TEND_PORTFOLIO_PAGES,
    .is_in = tend_portfolio_is_in (stuff), .page = stuff->page,
    .pages = (const int *) stuff->pages->data, .n_pages = stuff->pages->len,
  };

  /* How it stands is never said without why. */
  if (!told && fault)
    return line;
  line.state = tend_portfolio_state_label (shown->state);
  if (shown->lacks != NULL)
    line.says = tend_compose_take (self->texts, g_strdup_printf ("%s%s%s",
      shown->says != NULL ? shown->says : "", shown->says != NULL ? "\n" : "", shown->lacks));

  return line;
}

TendDocument *
tend_portfolio_front (TendPortfolioPlan  *self,
                      GArray            **links)
{
  g_autoptr(GArray) lines = g_array_new (FALSE, TRUE, sizeof (TendPortfolioLine));
  TendPortfolioSheet sheet = {
    .carer = self->carer,
    .purpose = tend_portfolio_purpose_label (self->purpose),
    .scheme = self->scheme_name,
    .given_to = self->recipient,
    .made_on = self->on,
    .clients = tend_portfolio_plan_get_clients (self),
    .folders = tend_portfolio_has_folders (self),
    .language = tend_compose_language (),
  };

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TendPortfolioStuff *stuff = self->parts->pdata[i];
      TendPortfolioLine line;

      if (!is_told (self, &stuff->shown))
        continue;
      line = front_line (self, stuff);
      g_array_append_val (lines, line);
    }

  sheet.lines = (const TendPortfolioLine *) lines->data;
  sheet.n_lines = lines->len;
  return tend_document_new_portfolio (&sheet, links);
}

TendDocument *
tend_portfolio_plan_document (TendPortfolioPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tend_portfolio_front (self, NULL);
}
