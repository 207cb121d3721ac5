/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages that are made for each part of a portfolio, before its scans. */

#include "tend-portfolio-private.h"

#include "tend-clients.h"
#include "tend-compose-care.h"
#include "tend-compose-policy.h"
#include "tend-kinds.h"
#include "tend-letterhead.h"
#include "tend-template.h"
#include "tend-text-sheet.h"
#include "tend-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TendPortfolioPlan        *self;
  TendVault                *vault;
  const TendPortfolioStuff *stuff;
  GPtrArray                *documents;
  GArray                  **links;
} Maker;

static const char *
date_of (Maker      *maker,
         TendRecord *record,
         const char *field)
{
  return tend_compose_take (maker->self->texts,
                            tend_date_format (tend_record_get_int (record, field),
                                              TEND_DATE_SHORT));
}

/* The council and an inspector see what is missing as well; to others it is nothing. */
static gboolean
hears_of_faults (TendPortfolioPlan *self)
{
  return self->purpose == TEND_PORTFOLIO_COUNCIL || self->purpose == TEND_PORTFOLIO_INSPECTION;
}

static gboolean
take (Maker        *maker,
      TendDocument *document)
{
  if (document != NULL)
    g_ptr_array_add (maker->documents, document);

  return document != NULL;
}

/* Wording. */

static gboolean
add_text (Maker       *maker,
          const char  *title,
          const char  *markdown)
{
  const TendTextSheet sheet = {
    .title = title, .author = maker->self->carer.name, .markdown = markdown,
    .language = tend_compose_language (),
  };

  return take (maker, tend_document_new_text (&sheet));
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
add_forms (Maker   *maker,
           GError **error)
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

static gboolean
add_terms (Maker   *maker,
           GError **error)
{
  g_autoptr(TendContractValues) values =
    tend_compose_contract_load_terms (maker->vault, maker->self->scheme, maker->self->on,
                                      maker->self->carer.address != NULL, error);

  if (values == NULL)
    return FALSE;

  tend_compose_contract_redact (values, maker->self->redaction);
  return take (maker, tend_compose_contract_document (values, error));
}

/* Tables. */

/* Where the paper itself is, on a line of its own: its number, which is not known at first,
 * does not change how many pages the table has. */
static const char *
with_copy (Maker      *maker,
           TendRecord *credential,
           const char *more)
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
credential_row (Maker      *maker,
                TendRecord *credential)
{
  TendPortfolioPlan *self = maker->self;
  const char *member = tend_record_get_text (credential, "member");
  const char *issued = date_of (maker, credential, "issued_on");

  return (TendPortfolioRow) {
    .cells = {
      tend_portfolio_full_title (self, credential),
      member != NULL ? g_hash_table_lookup (self->members, member) : NULL,
      tend_portfolio_text (self, tend_record_get_text (credential, "issuer")),
      tend_portfolio_text (self, tend_record_get_text (credential, "reference")),
      issued != NULL ? issued : date_of (maker, credential, "version_on"),
      date_of (maker, credential, "expires_on"),
    },
    .more = with_copy (maker, credential, tend_portfolio_credential_more (self, credential)),
  };
}

static TendPortfolioRow
learning_row (Maker      *maker,
              TendRecord *learning)
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
      date_of (maker, learning, "done_on"),
      NULL,
    },
    .more = tend_portfolio_text (self, tend_record_get_text (learning, "learnt")),
  };
}

static TendPortfolioRow
member_row (Maker      *maker,
            TendRecord *member)
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
      date_of (maker, member, "starts_on"),
      date_of (maker, member, "ends_on"),
    },
  };
}

static TendPortfolioRow
row_of (Maker      *maker,
        TendRecord *record)
{
  switch (maker->stuff->entry->source)
    {
    case TEND_PORTFOLIO_FROM_LEARNING:
      return learning_row (maker, record);
    case TEND_PORTFOLIO_FROM_TEAM:
      return member_row (maker, record);
    default:
      return credential_row (maker, record);
    }
}

/* What somebody said of the carer, by the name they agreed to. */
static GArray *
quoted (Maker *maker)
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
add_utr (Maker  *maker,
         GArray *fields)
{
  const TendPortfolioField field = { _("Tax reference (UTR)"), maker->self->utr };

  if (maker->self->utr != NULL && strcmp (maker->stuff->shown.id, "self-employment") == 0)
    g_array_append_val (fields, field);
}

static gboolean
add_table (Maker *maker)
{
  const char *const heads[][TEND_PORTFOLIO_COLUMNS] = {
    { _("Paper"), _("Whose"), _("Issued by"), _("Number"), _("Issued"), _("Last day") },
    { _("What it was"), _("Who"), _("Kind"), _("Time"), _("Date"), "" },
    { _("Name"), _("What they do"), "", _("Share of full time"), _("First day"), _("Last day") },
  };
  const TendPortfolioStuff *stuff = maker->stuff;
  TendPortfolioSource source = stuff->entry->source;
  const TendPortfolioItem *shown = &stuff->shown;
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (TendPortfolioRow));
  g_autoptr(GArray) fields = quoted (maker);
  TendPortfolioPart part = {
    .title = shown->title,
    .carer = tend_party_get_title (&maker->self->carer),
    .state = tend_portfolio_state_label (shown->state),
    .fault = shown->lacks != NULL && hears_of_faults (maker->self),
    .says = shown->lacks,
    .columns = heads[source == TEND_PORTFOLIO_FROM_LEARNING ? 1
                     : source == TEND_PORTFOLIO_FROM_TEAM ? 2 : 0],
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
      TendPortfolioRow row = credential_row (maker, stuff->before->pdata[i]);

      row.more = _("Before the one that is in force: it shows that there was no gap.");
      g_array_append_val (rows, row);
    }
  add_utr (maker, fields);
  part.rows = (const TendPortfolioRow *) rows->data;
  part.n_rows = rows->len;
  part.fields = (const TendPortfolioField *) fields->data;
  part.n_fields = fields->len;
  return take (maker, tend_document_new_portfolio_part (&part, maker->links));
}

/* There is one of the carer's own, which is not shown: that is said, and no other in its place. */
static gboolean
add_own_paper (Maker      *maker,
               TendRecord *policy)
{
  const TendPortfolioPart part = {
    .title = tend_portfolio_title (maker->self, policy),
    .carer = tend_party_get_title (&maker->self->carer),
    .says = _("This policy is a paper of my own. Ask me, and I show it to you."),
    .language = tend_compose_language (),
  };

  return take (maker, tend_document_new_portfolio_part (&part, NULL));
}

static gboolean
add_policies (Maker   *maker,
              GError **error)
{
  for (guint i = 0; i < maker->stuff->records->len; i++)
    {
      TendRecord *policy = maker->stuff->records->pdata[i];
      g_autoptr(TendPolicyValues) values = NULL;

      /* A paper of the carer's own stands for the wording: it is among the scans. */
      if (!tend_portfolio_is_written (maker->stuff, policy))
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
      if (!take (maker, tend_compose_policy_document (values, error)))
        return FALSE;
    }

  return TRUE;
}

/* Clients. */

/* A paper that nothing is written of yet is not there. */
static gboolean
add_care (Maker          *maker,
          TendCarePaper   paper,
          GError        **error)
{
  const TendCareRequest request = {
    .paper = paper,
    .client = tend_record_get_id (maker->stuff->records->pdata[0]),
    .on = maker->self->on,
    .print = TEND_PRINT_USUAL, /* it is for whoever gets the portfolio to read */
    .redacted = maker->self->clients == TEND_PORTFOLIO_REDACTED,
  };
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendCareValues) values = tend_compose_care_load (maker->vault, &request, &failure);

  if (values != NULL)
    return take (maker, tend_compose_care_document (values, error));
  if (g_error_matches (failure, TEND_ERROR, TEND_ERROR_FAILED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What is not written down of the person would be a form to fill in. */
static gboolean
is_written (Maker           *maker,
            const TendKind  *kind,
            const char      *day,
            gboolean        *written,
            GError         **error)
{
  g_autoptr(GPtrArray) records =
    tend_client_records (maker->vault, kind,
                         tend_record_get_id (maker->stuff->records->pdata[0]), error);

  *written = FALSE;
  for (guint i = 0; records != NULL && i < records->len; i++)
    *written |= tend_record_get_int (records->pdata[i], day) <= maker->self->on;

  return records != NULL;
}

static gboolean
add_sheets (Maker   *maker,
            GError **error)
{
  const struct { TendCarePaper paper; const TendKind *kind; const char *day; } sheets[] = {
    { TEND_CARE_ABOUT_ME, &tend_about_me_kind, "written_on" },
    { TEND_CARE_CONTINGENCY, &tend_contingency_plan_kind, "updated_on" },
    { TEND_CARE_MEDICINE_REQUEST, &tend_medicine_request_kind, "asked_on" },
    { TEND_CARE_EQUIPMENT, &tend_equipment_training_kind, "trained_on" },
  };

  if (!add_care (maker, TEND_CARE_PLAN, error) || !add_care (maker, TEND_CARE_RISKS, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      gboolean written;

      if (!is_written (maker, sheets[i].kind, sheets[i].day, &written, error) ||
          (written && !add_care (maker, sheets[i].paper, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_client (Maker   *maker,
            GError **error)
{
  const TendPortfolioItem *shown = &maker->stuff->shown;
  gboolean fault = shown->lacks != NULL && hears_of_faults (maker->self);
  const TendPortfolioPart part = {
    .title = shown->title,
    .carer = tend_party_get_title (&maker->self->carer),
    .state = fault ? tend_portfolio_state_label (shown->state) : NULL,
    .fault = fault,
    .says = fault ? shown->lacks : _("No plan is agreed yet, and no risk assessed."),
    .language = tend_compose_language (),
  };

  if (fault && !take (maker, tend_document_new_portfolio_part (&part, NULL)))
    return FALSE;
  if (!add_sheets (maker, error))
    return FALSE;

  return maker->documents->len > 0 || take (maker, tend_document_new_portfolio_part (&part, NULL));
}

gboolean
tend_portfolio_names_pages (const TendPortfolioStuff *stuff)
{
  return stuff->entry != NULL && (stuff->entry->source == TEND_PORTFOLIO_FROM_STANDARD ||
                                  (tend_portfolio_lists_credentials (stuff->entry) &&
                                   tend_portfolio_n_scans (stuff) > 0));
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
  Maker maker = { self, vault, stuff, documents, links };
  gboolean made;

  if (stuff->entry == NULL)
    return add_client (&maker, error) ? g_steal_pointer (&documents) : NULL;

  switch (stuff->entry->source)
    {
    case TEND_PORTFOLIO_FROM_STANDARD:
      made = take (&maker, tend_portfolio_standard (self, stuff, links));
      break;
    case TEND_PORTFOLIO_FROM_BUSINESS:
      made = take (&maker, tend_portfolio_business (self, vault, stuff, error));
      break;
    case TEND_PORTFOLIO_FROM_REGISTER:
      made = take (&maker, tend_portfolio_register (self, vault, stuff, error));
      break;
    case TEND_PORTFOLIO_FROM_TERMS:
      made = add_terms (&maker, error);
      break;
    case TEND_PORTFOLIO_FROM_FORMS:
      made = add_forms (&maker, error);
      break;
    case TEND_PORTFOLIO_FROM_POLICIES:
      made = add_policies (&maker, error);
      break;
    case TEND_PORTFOLIO_FROM_PROVIDER:
      made = TRUE;
      break;
    default:
      made = add_table (&maker);
    }

  return made ? g_steal_pointer (&documents) : NULL;
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

      if (stuff->entry != NULL && tend_portfolio_is_in (stuff) &&
          (stuff->entry->source == TEND_PORTFOLIO_FROM_REGISTER ||
           stuff->entry->source == TEND_PORTFOLIO_FROM_BUSINESS ||
           stuff->entry->source == TEND_PORTFOLIO_FROM_STANDARD))
        return tend_portfolio_n_registered (self) > 0;
    }

  return FALSE;
}

static const char *
clients_words (TendPortfolioPlan *self)
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
         (shown->says != NULL || (shown->lacks != NULL && hears_of_faults (self)));
}

static TendPortfolioLine
front_line (TendPortfolioPlan        *self,
            const TendPortfolioStuff *stuff)
{
  const TendPortfolioItem *shown = &stuff->shown;
  gboolean told = hears_of_faults (self);
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
    .clients = clients_words (self),
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
