/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-portfolio-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define O TEND_PORTFOLIO_OUT
#define L TEND_PORTFOLIO_LINE
#define P TEND_PORTFOLIO_PAGES
#define W TEND_PORTFOLIO_WHOLE
#define FROM(source) &tend_portfolio_from_##source

/* Behind the standard itself, the first nine of the council's column are those of
 * Staffordshire's standards (domain.md, ST26); the others are what the other schemes ask for
 * (1.0 to 1.4, and section 5).
 *
 * The last four: a new client, the council, an inspection, an insurer.
 */
static const TendPortfolioEntry entries[] = {
  { "standard", N_("The standard, line by line"), FROM (standard), { NULL }, W, { O, W, W, O } },
  { "terms", N_("Contract and terms"), FROM (terms), { NULL }, W, { W, W, W, O } },
  { "dbs", N_("DBS certificate"), FROM (credentials), { "dbs" }, W, { L, W, W, L } },
  { "self-employment", N_("Proof of self-employment"), FROM (credentials),
    { "self_employment" }, W, { L, W, W, L } },
  { "insurance", N_("Insurance"), FROM (credentials),
    { "public_liability", "employers_liability", "professional_indemnity" }, W, { L, W, W, W } },
  { "standards", N_("Standards and declarations"), FROM (credentials),
    { "standards", "conduct", "declaration", "rate_notice" }, W, { L, W, W, O } },
  { "training", N_("Training"), FROM (credentials), { "training", "care_certificate" }, W,
    { L, W, W, W } },
  { "forms", N_("Plan and risk assessment, as I write them"), FROM (forms), { NULL }, W,
    { O, W, W, O } },
  { "policies", N_("Policies"), FROM (policies), { NULL }, W, { P, W, W, O } },
  { "references", N_("References and testimonials"), FROM (references), { "reference" }, W,
    { P, W, W, O } },
  { "registrations", N_("Registrations"), FROM (credentials), { "ico", "cqc" }, W,
    { L, W, W, L } },
  { "team", N_("Who works with me"), FROM (team), { NULL }, W, { O, W, W, W } },
  { "business", N_("How I work"), FROM (business), { NULL }, W, { O, W, W, O } },
  { "learning", N_("What I have learnt this year"), FROM (learning), { NULL }, W,
    { O, W, W, O } },
  { "vehicle", N_("Car and driving"), FROM (credentials),
    { "motor_insurance", "mot", "driving_licence" }, W, { O, L, L, W } },
  { "identity", N_("Identity and right to work"), FROM (credentials),
    { "identity", "right_to_work" }, W, { O, L, L, O } },
  { "other", N_("Other papers"), FROM (credentials), { "other" }, W, { O, O, O, O } },
  { TEND_PORTFOLIO_ADDRESS, N_("My address"), FROM (provider), { "address" }, L,
    { O, L, L, L } },
  { TEND_PORTFOLIO_UTR, N_("My tax reference (UTR)"), FROM (provider), { "utr" }, L,
    { O, L, O, O } },
  { "register", N_("The people I support"), FROM (register), { NULL }, W, { O, W, W, O } },
  { NULL }
};

static const char *const purposes[] = { "new_client", "council", "inspection", "insurer" };

G_STATIC_ASSERT (G_N_ELEMENTS (purposes) == TEND_PORTFOLIO_N_PURPOSES);

const TendPortfolioEntry *
tend_portfolio_entries (void)
{
  return entries;
}

const TendPortfolioEntry *
tend_portfolio_entry (const char *id)
{
  for (const TendPortfolioEntry *entry = entries; id != NULL && entry->id != NULL; entry++)
    if (strcmp (entry->id, id) == 0)
      return entry;

  return NULL;
}

const char *
tend_portfolio_purpose_name (TendPortfolioPurpose purpose)
{
  g_return_val_if_fail (purpose < TEND_PORTFOLIO_N_PURPOSES, NULL);

  return purposes[purpose];
}

gboolean
tend_portfolio_purpose_parse (const char           *name,
                              TendPortfolioPurpose *purpose)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (purposes); i++)
    if (strcmp (purposes[i], name) == 0)
      {
        *purpose = i;
        return TRUE;
      }

  return FALSE;
}
