/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Credentials and references: a line for each, a table, and their scans. */

#include "tend-portfolio-private.h"

#include "tend-credentials.h"
#include "tend-kinds.h"
#include "tend-letterhead.h"
#include "tend-money.h"
#include "tend-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which there are. */

static gboolean
is_of_scheme (TendPortfolioPlan *self,
              TendRecord        *credential)
{
  const char *scheme = tend_record_get_text (credential, "scheme");

  return scheme == NULL || g_strcmp0 (scheme, self->scheme) == 0;
}

/* What was in force before tells, of insurance, that the visits of the year had no gap. */
static gboolean
tells_of_year (TendPortfolioPlan        *self,
               const TendPortfolioStuff *stuff,
               TendRecord               *credential)
{
  return strcmp (stuff->entry->id, "insurance") == 0 &&
         tend_credential_last_day (credential) >= tend_date_add_years (self->on, -1);
}

static gboolean
find_credentials (TendPortfolioPlan   *self,
                  TendVault           *vault,
                  TendPortfolioStuff  *stuff,
                  GError             **error)
{
  g_autoptr(GPtrArray) credentials =
    tend_record_load_all (vault, &tend_credential_kind, error);

  const char *const *kinds = stuff->entry->kinds;

  if (credentials == NULL)
    return FALSE;

  for (guint kind = 0; kind < TEND_PORTFOLIO_KINDS && kinds[kind] != NULL; kind++)
    for (guint i = 0; i < credentials->len; i++)
      {
        TendRecord *credential = credentials->pdata[i];

        if (strcmp (kinds[kind], tend_record_get_text (credential, "kind")) != 0 ||
            !is_of_scheme (self, credential) ||
            !tend_portfolio_has_begun (self, credential, "issued_on"))
          continue;
        if (!tend_credential_is_renewed (credential, credentials, self->on))
          g_ptr_array_add (stuff->records, g_object_ref (credential));
        else if (tells_of_year (self, stuff, credential))
          g_ptr_array_add (stuff->before, g_object_ref (credential));
      }

  return TRUE;
}

static gboolean
find_references (TendPortfolioPlan   *self,
                 TendVault           *vault,
                 TendPortfolioStuff  *stuff,
                 GError             **error)
{
  g_autoptr(GPtrArray) feedback = NULL;

  if (!find_credentials (self, vault, stuff, error))
    return FALSE;

  feedback = tend_record_load_all (vault, &tend_feedback_kind, error);
  for (guint i = 0; feedback != NULL && i < feedback->len; i++)
    if (tend_record_get_int (feedback->pdata[i], "may_quote") &&
        tend_portfolio_has_begun (self, feedback->pdata[i], "consent_on"))
      g_ptr_array_add (stuff->quotes, g_object_ref (feedback->pdata[i]));

  return feedback != NULL;
}

/* What they say. */

/* "Enhanced, adult workforce, issued 11 March 2025".  No number of a paper: with it somebody
 * could pass for its owner. */
static const char *
line_of (TendPortfolioPlan *self,
         TendRecord        *credential)
{
  g_autoptr(GString) line = g_string_new (NULL);
  const char *member = tend_record_get_text (credential, "member");

  if (member != NULL)
    tend_portfolio_add_word (line, g_hash_table_lookup (self->members, member));
  tend_portfolio_add_word (line, tend_portfolio_full_title (self, credential));
  if (tend_record_is_set (credential, "cover_pence"))
    {
      g_autofree char *sum = tend_money_format (tend_record_get_int (credential, "cover_pence"));
      g_autofree char *text = g_strdup_printf (_("up to %s"), sum);

      tend_portfolio_add_word (line, text);
    }
  tend_portfolio_add_word (line, tend_portfolio_text (self, tend_record_get_text (credential,
                                                                                  "issuer")));
  /* Translators: of a certificate */
  tend_portfolio_add_date (line, _("issued %s"), credential, "issued_on");
  tend_portfolio_add_date (line, _("version of %s"), credential, "version_on");
  tend_portfolio_add_date (line, _("good until %s"), credential, "expires_on");

  g_strdelimit (line->str, "\n", ' ');
  return tend_compose_keep (self->texts, line->str);
}

static void
add_quotes (GString   *lines,
            GPtrArray *quotes)
{
  for (guint i = 0; i < quotes->len; i++)
    {
      const char *name = tend_record_get_text (quotes->pdata[i], "quote_as");

      tend_portfolio_add_line (lines, name != NULL ? name : _("Somebody I support"));
    }
}

static const char *
says (TendPortfolioPlan        *self,
      const TendPortfolioStuff *stuff)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; i < stuff->records->len; i++)
    tend_portfolio_add_line (lines, line_of (self, stuff->records->pdata[i]));
  if (strcmp (stuff->entry->id, "self-employment") == 0 &&
      tend_record_is_set (self->provider, "utr"))
    tend_portfolio_add_line (lines, _("A tax reference (UTR) is recorded."));
  add_quotes (lines, stuff->quotes);

  return tend_compose_keep (self->texts, lines->str);
}

static void
add_covers (GString    *line,
            TendRecord *credential)
{
  const TendField *field = tend_kind_field (tend_record_get_kind (credential), "covers");
  const char *covers = tend_record_get_text (credential, "covers");
  g_auto(GStrv) words = g_strsplit (covers != NULL ? covers : "", "\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    tend_portfolio_add_word (line, tend_field_choice_label (field, words[i]));
}

/* What else is to be known of it, for the council: what it covers, who is named on it. */
static const char *
more_of (TendPortfolioPlan *self,
         TendRecord        *credential)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GString) lines = g_string_new (NULL);
  const char *employer =
    tend_portfolio_text (self, tend_record_get_text (credential, "named_employer"));

  if (tend_record_is_set (credential, "minutes"))
    {
      g_autofree char *time = tend_text_minutes (tend_record_get_int (credential, "minutes"));

      /* Translators: how long a course was */
      g_autofree char *text = g_strdup_printf (_("it took %s"), time);

      tend_portfolio_add_word (line, text);
    }
  add_covers (line, credential);
  if (tend_record_is_set (credential, "workforce"))
    tend_portfolio_add_word (line, tend_compose_choice (credential, "workforce"));
  if (tend_record_is_set (credential, "cover_pence"))
    {
      g_autofree char *sum = tend_money_format (tend_record_get_int (credential, "cover_pence"));
      g_autofree char *text = g_strdup_printf (_("up to %s"), sum);

      tend_portfolio_add_word (line, text);
    }
  if (employer != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("employer named: %s"), employer);

      tend_portfolio_add_word (line, text);
    }
  tend_portfolio_add_date (line, _("Update Service paid until %s"), credential,
                           "update_service_until");
  tend_portfolio_add_date (line, _("looked at for changes on %s"), credential, "checked_on");
  tend_portfolio_add_line (lines, line->str);
  if (self->declares != NULL &&
      strcmp (tend_record_get_text (credential, "kind"), "declaration") == 0)
    {
      g_autofree char *declared = g_strdup_printf (_("What is declared: %s"), self->declares);

      tend_portfolio_add_line (lines, declared);
    }
  tend_portfolio_add_line (lines, tend_portfolio_text (self, tend_record_get_text (credential,
                                                                                   "note")));

  return tend_compose_keep (self->texts, lines->str);
}

/* Pages. */

static TendPortfolioOwn
own_pages (const TendPortfolioStuff *stuff,
           TendRecord               *credential)
{
  return tend_portfolio_n_scans (stuff) > 0 && tend_portfolio_scan_of (stuff, credential) != NULL
           ? TEND_PORTFOLIO_COPIED : TEND_PORTFOLIO_NO_PAGES;
}

/* Where the paper itself is, on a line of its own: its number, which is not known at first,
 * does not change how many pages the table has. */
static const char *
with_copy (TendPortfolioMaker *maker,
           TendRecord         *credential,
           const char         *more)
{
  TendPortfolioPlan *self = maker->self;
  const TendPortfolioScan *scan = maker->stuff->shown.extent == TEND_PORTFOLIO_WHOLE
                                  ? tend_portfolio_scan_of (maker->stuff, credential) : NULL;
  g_autofree char *copy = scan != NULL ? g_strdup_printf (_("copy on page %d"), scan->page)
                                       : g_strdup (_("no copy is in it"));

  return tend_compose_take (self->texts, g_strdup_printf ("%s%s%s", more != NULL ? more : "",
                                                          more != NULL ? "\n" : "", copy));
}

static TendPortfolioRow
credential_row (TendPortfolioMaker *maker,
                TendRecord         *credential)
{
  TendPortfolioPlan *self = maker->self;
  const char *member = tend_record_get_text (credential, "member");
  const char *issued = tend_portfolio_day (maker->self, credential, "issued_on");

  return (TendPortfolioRow) {
    .cells = {
      tend_portfolio_full_title (self, credential),
      member != NULL ? g_hash_table_lookup (self->members, member) : NULL,
      tend_portfolio_text (self, tend_record_get_text (credential, "issuer")),
      tend_portfolio_text (self, tend_record_get_text (credential, "reference")),
      issued != NULL ? issued : tend_portfolio_day (maker->self, credential, "version_on"),
      tend_portfolio_day (maker->self, credential, "expires_on"),
    },
    .more = with_copy (maker, credential, more_of (self, credential)),
  };
}

/* What somebody said of the carer, by the name they agreed to. */
static GArray *
quoted (TendPortfolioMaker *maker)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (TendPortfolioField));

  for (guint i = 0; i < maker->stuff->quotes->len; i++)
    {
      TendRecord *quote = maker->stuff->quotes->pdata[i];
      const char *name = tend_record_get_text (quote, "quote_as");
      g_autofree char *on = tend_date_format (tend_record_get_int (quote, "received_on"),
                                              TEND_DATE_LONG);
      TendPortfolioField field = {
        .label = name != NULL ? tend_compose_keep (maker->self->texts, name)
                              : _("Somebody I support"),
        .text = tend_compose_take (maker->self->texts, g_strdup_printf ("“%s”\n%s",
                  tend_portfolio_text (maker->self, tend_record_get_text (quote, "words")), on)),
      };

      g_array_append_val (fields, field);
    }

  return fields;
}

/* Beside the proof of it: by this number the tax office knows that the carer trades. */
static void
add_utr (TendPortfolioMaker *maker,
         GArray             *fields)
{
  const TendPortfolioField field = { _("Tax reference (UTR)"), maker->self->utr };

  if (maker->self->utr != NULL && strcmp (maker->stuff->shown.id, "self-employment") == 0)
    g_array_append_val (fields, field);
}

static gboolean
make (TendPortfolioMaker  *maker,
      GError             **error)
{
  const char *const heads[TEND_PORTFOLIO_COLUMNS] = {
    _("Paper"), _("Whose"), _("Issued by"), _("Number"), _("Issued"), _("Last day"),
  };
  g_autoptr(GArray) fields = quoted (maker);

  add_utr (maker, fields);
  return tend_portfolio_make_table (maker, heads, credential_row, fields);
}

const TendPortfolioFrom tend_portfolio_from_credentials = {
  .find = find_credentials, .says = says, .lack = tend_portfolio_lacks_copy, .own = own_pages,
  .make = make, .is_judged = TRUE, .names_pages = TRUE,
};

const TendPortfolioFrom tend_portfolio_from_references = {
  .find = find_references, .says = says, .lack = tend_portfolio_lacks_copy, .own = own_pages,
  .make = make, .is_judged = TRUE, .names_pages = TRUE,
};
