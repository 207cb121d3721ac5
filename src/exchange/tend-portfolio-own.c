/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The carer's terms, their forms, and what is to be known of themselves. */

#include "tend-portfolio-private.h"

#include "tend-clients.h"
#include "tend-letterhead.h"
#include "tend-template.h"
#include "tend-text-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Terms: an agreement with nobody's name on it. */

static const char *
terms_say (TendPortfolioPlan        *self,
           const TendPortfolioStuff *stuff)
{
  return _("What an agreement with me says, with nobody’s name on it");
}

static gboolean
make_terms (TendPortfolioMaker  *maker,
            GError             **error)
{
  g_autoptr(TendContractValues) values =
    tend_compose_contract_load_terms (maker->vault, maker->self->scheme, maker->self->on,
                                      maker->self->carer.address != NULL, error);

  if (values == NULL)
    return FALSE;

  tend_compose_contract_redact (values, maker->self->redaction);
  return tend_portfolio_take (maker, tend_compose_contract_document (values, error));
}

const TendPortfolioFrom tend_portfolio_from_terms = {
  .says = terms_say, .make = make_terms, .is_always_there = TRUE,
};

/* Forms: plan and risk assessment, not filled in. */

static const char *
forms_say (TendPortfolioPlan        *self,
           const TendPortfolioStuff *stuff)
{
  return _("Not filled in");
}

static gboolean
add_text (TendPortfolioMaker *maker,
          const char         *title,
          const char         *markdown)
{
  const TendTextSheet sheet = {
    .title = title, .author = maker->self->carer.name, .markdown = markdown,
    .language = tend_compose_language (),
  };

  return tend_portfolio_take (maker, tend_document_new_text (&sheet));
}

/* What wording may say of the carer. */
static GHashTable *
carer_values (const TendParty *carer)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const struct { const char *name, *text; } places[] = {
    { "provider.name", carer->name }, { "provider.trading_as", carer->trading_as },
    { "provider.address", carer->address }, { "provider.phone", carer->phone },
    { "provider.email", carer->email },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_hash_table_insert (values, (gpointer) places[i].name,
                         g_strdup (places[i].text ? places[i].text : ""));
  return values;
}

static gboolean
make_forms (TendPortfolioMaker  *maker,
            GError             **error)
{
  const struct { const char *name, *title; } forms[] = {
    { "blank-plan", _("Support plan, not filled in") },
    { "blank-risks", _("Risk assessment, not filled in") },
  };
  g_autoptr(GHashTable) values = carer_values (&maker->self->carer);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *markdown = tend_template_fill_own (forms[i].name, NULL, values, error);

      if (markdown == NULL || !add_text (maker, forms[i].title, markdown))
        return FALSE;
    }

  return TRUE;
}

const TendPortfolioFrom tend_portfolio_from_forms = {
  .says = forms_say, .make = make_forms, .is_always_there = TRUE,
};

/* A field of the carer's own. */

static const char *
provider_says (TendPortfolioPlan        *self,
               const TendPortfolioStuff *stuff)
{
  if (strcmp (stuff->entry->id, TEND_PORTFOLIO_ADDRESS) == 0)
    return tend_compose_take (self->texts, tend_record_full_address (self->provider));

  return tend_compose_keep (self->texts, tend_record_get_text (self->provider,
                                                               stuff->entry->kinds[0]));
}

const TendPortfolioFrom tend_portfolio_from_provider = { .says = provider_says };
