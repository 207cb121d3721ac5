/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The records of clients: whose go in, and whether they have agreed to it. */

#include "tend-portfolio-private.h"

#include "tend-attachment-files.h"
#include "tend-care.h"
#include "tend-clients.h"
#include "tend-compose-care.h"
#include "tend-kinds.h"
#include "tend-letterhead.h"
#include "tend-redact-people.h"
#include "tend-sharing.h"
#include "tend-signed.h"
#include "tend-standard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A review is said that long ahead. */
#define REVIEW_DAYS 30

static const TendStandardPerson *
find_person (TendPortfolioPlan *self,
             TendRecord        *client)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const TendStandardPerson *person = self->people->pdata[i];

      if (strcmp (tend_record_get_id (person->client), tend_record_get_id (client)) == 0)
        return person;
    }

  return NULL;
}

/* A council is given the records of its own people, unless others are asked for. */
static gboolean
is_wanted (TendPortfolioPlan          *self,
           TendRecord                 *client,
           const TendPortfolioRequest *request)
{
  const char *status = tend_record_get_text (client, "status");
  const TendStandardPerson *person = find_person (self, client);

  if (request->only != NULL)
    return g_strv_contains (request->only, tend_record_get_id (client));

  return (g_strcmp0 (status, "active") == 0 || g_strcmp0 (status, "paused") == 0) &&
         (person == NULL || person->concerned);
}

static gboolean
is_refusal (TendRecord *consent)
{
  return g_strcmp0 (tend_record_get_text (consent, "answer"), "refused") == 0;
}

/* Who agreed that the surgery is told has not agreed that the council is. */
static gboolean
is_about (TendPortfolioPlan *self,
          TendRecord        *consent)
{
  const char *with = tend_record_get_text (consent, "sharing_with");

  return strcmp (tend_record_get_text (consent, "kind"), "sharing") == 0 &&
         tend_record_get_int (consent, "given_on") <= self->on &&
         (is_refusal (consent) ? tend_sharing_refuses (with, self->recipient)
                               : tend_sharing_names (with, self->recipient));
}

/* When somebody last said it, or took it back. */
static TendDate
answered_on (TendPortfolioPlan *self,
             TendRecord        *consent)
{
  TendDate withdrawn_on = tend_record_get_int (consent, "withdrawn_on");

  return withdrawn_on != TEND_DATE_NONE && withdrawn_on <= self->on
           ? withdrawn_on : tend_record_get_int (consent, "given_on");
}

/* Of two answers of one day the one that is against it is the later. */
static gboolean
is_later (TendPortfolioPlan *self,
          TendRecord        *consent,
          TendRecord        *other)
{
  TendDate day = answered_on (self, consent);
  TendDate before = answered_on (self, other);

  return day > before || (day == before && !tend_consent_is_in_force (consent, self->on));
}

/* The last answer that is about whoever gets it decides, be it a refusal. */
static const char *
find_consent (TendPortfolioPlan  *self,
              TendVault          *vault,
              const char         *client,
              GError            **error)
{
  g_autoptr(GPtrArray) consents = tend_client_records (vault, &tend_consent_kind, client, error);
  TendRecord *last = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; consents != NULL && self->recipient != NULL && i < consents->len; i++)
    if (is_about (self, consents->pdata[i]) &&
        (last == NULL || is_later (self, consents->pdata[i], last)))
      last = consents->pdata[i];

  if (last == NULL || !tend_consent_is_in_force (last, self->on))
    return NULL;

  day = tend_date_format (tend_record_get_int (last, "given_on"), TEND_DATE_LONG);
  return tend_compose_take (self->texts, g_strdup_printf (
    /* Translators: a client; on what day, and with whom */
    _("Agreed on %s to sharing with: %s"), day, tend_record_get_text (last, "sharing_with")));
}

/* How it stands with the records of one: by what is there, not by their being there. */

typedef struct
{
  GString            *lacks;
  TendPortfolioState  state;
} Judgement;

static void
find_lack (Judgement          *judgement,
           TendPortfolioState  state,
           const char         *text)
{
  g_string_append_printf (judgement->lacks, "%s%s", judgement->lacks->len > 0 ? "\n" : "", text);
  judgement->state = MAX (judgement->state, state);
}

static void
judge_review (TendPortfolioPlan *self,
              Judgement         *judgement,
              TendDate           review,
              const char        *over,
              const char        *soon)
{
  g_autofree char *day = tend_date_format (review, TEND_DATE_LONG);
  g_autofree char *text = g_strdup_printf (review < self->on ? over : soon, day);

  if (review != TEND_DATE_NONE && review <= self->on + REVIEW_DAYS)
    find_lack (judgement, review < self->on ? TEND_PORTFOLIO_EXPIRED : TEND_PORTFOLIO_DUE, text);
}

static gboolean
judge_risks (TendPortfolioPlan  *self,
             TendVault          *vault,
             TendRecord         *client,
             Judgement          *judgement,
             GError            **error)
{
  g_autoptr(GPtrArray) risks =
    tend_client_records (vault, tend_kind_by_name ("risk"), tend_record_get_id (client), error);
  TendDate review = TEND_DATE_NONE;

  if (risks == NULL)
    return FALSE;
  if (risks->len == 0)
    find_lack (judgement, TEND_PORTFOLIO_MISSING, _("No risk is assessed."));

  for (guint i = 0; i < risks->len; i++)
    {
      TendDate day = tend_record_get_int (risks->pdata[i], "review_on");

      if (!tend_record_is_set (risks->pdata[i], "closed_on") && day != TEND_DATE_NONE &&
          (review == TEND_DATE_NONE || day < review))
        review = day;
    }
  judge_review (self, judgement, review, _("The review of a risk was due on %s."),
                _("The review of a risk is due by %s."));
  return TRUE;
}

static gboolean
judge_client (TendPortfolioPlan  *self,
              TendVault          *vault,
              TendRecord         *client,
              TendPortfolioItem  *shown,
              GError            **error)
{
  const TendStandardPerson *person = find_person (self, client);
  g_autoptr(GString) lacks = g_string_new (NULL);
  Judgement judgement = { lacks, TEND_PORTFOLIO_IN_ORDER };
  g_autoptr(TendRecord) emergency = NULL;
  g_autoptr(GError) failure = NULL;

  /* Of somebody who is no longer in care there is nothing left to do. */
  if (person == NULL)
    return TRUE;

  if (person->plan == NULL)
    find_lack (&judgement, TEND_PORTFOLIO_MISSING, _("No plan is agreed."));
  else
    judge_review (self, &judgement, tend_record_get_int (person->plan, "review_on"),
                  _("The review of the plan was due on %s."),
                  _("The review of the plan is due by %s."));
  if (!judge_risks (self, vault, client, &judgement, error))
    return FALSE;

  emergency = tend_care_written_by (vault, tend_kind_by_name ("contingency_plan"),
                                    tend_record_get_id (client), self->on, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (emergency == NULL)
    find_lack (&judgement, TEND_PORTFOLIO_MISSING, _("There is no emergency plan."));
  if (person->first_contract == TEND_DATE_NONE || person->first_contract > self->on)
    find_lack (&judgement, TEND_PORTFOLIO_MISSING, _("No contract is signed."));

  shown->state = judgement.state;
  shown->lacks = tend_compose_keep (self->texts, lacks->str);
  return TRUE;
}

/* A folder for each sort of paper: no person's name is in it. */
static void
add_copy (TendPortfolioPlan  *self,
          TendPortfolioStuff *stuff,
          guint               paper,
          TendRecord         *copy)
{
  const TendChoice *choice = &tend_kind_field (&tend_attachment_kind, "paper")->choices[paper];
  guint number = ++self->n_signed[paper];
  const char *ending = tend_attachment_ending (copy);
  g_autofree char *name = g_strdelimit (g_strdup (choice->value), "_", '-');
  TendPortfolioScan scan = { .attachment = g_object_ref (copy) };

  scan.title = paper == TEND_PACK_CONTRACT
               ? _("The contract, signed")
               /* Translators: a paper, such as "Privacy notice" */
               : tend_compose_take (self->texts, g_strdup_printf (_("%s, signed"),
                                                                  _(choice->label)));
  scan.path = tend_compose_take (self->texts, paper == TEND_PACK_CONTRACT
    ? g_strdup_printf ("contracts/contract-%u%s", number, ending)
    : g_strdup_printf ("signed/%s-%u%s", name, number, ending));
  g_array_append_val (stuff->scans, scan);
  stuff->shown.n_files = stuff->scans->len;
}

/* Of who agreed to it also the papers as they were signed. */
static gboolean
add_copies (TendPortfolioPlan   *self,
            TendVault           *vault,
            TendPortfolioStuff  *stuff,
            GError             **error)
{
  g_autoptr(GPtrArray) copies =
    tend_pack_signed (vault, tend_record_get_id (stuff->records->pdata[0]), self->on, error);

  for (guint i = 0; copies != NULL && i < copies->len; i++)
    if (copies->pdata[i] != NULL)
      add_copy (self, stuff, i, copies->pdata[i]);

  return copies != NULL;
}

/* Pages. */

/* A paper that nothing is written of yet is not there. */
static gboolean
add_care (TendPortfolioMaker  *maker,
          TendCarePaper        paper,
          GError             **error)
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
    return tend_portfolio_take (maker, tend_compose_care_document (values, error));
  if (g_error_matches (failure, TEND_ERROR, TEND_ERROR_FAILED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* What is not written down of the person would be a form to fill in. */
static gboolean
is_written (TendPortfolioMaker  *maker,
            const TendKind      *kind,
            const char          *day,
            gboolean            *written,
            GError             **error)
{
  g_autoptr(GPtrArray) records =
    tend_client_records (maker->vault, kind,
                         tend_record_get_id (maker->stuff->records->pdata[0]), error);

  *written = FALSE;
  for (guint i = 0; records != NULL && i < records->len; i++)
    *written |= tend_portfolio_has_begun (maker->self, records->pdata[i], day);

  return records != NULL;
}

static gboolean
add_sheets (TendPortfolioMaker  *maker,
            GError             **error)
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
make (TendPortfolioMaker  *maker,
      GError             **error)
{
  const TendPortfolioItem *shown = &maker->stuff->shown;
  gboolean fault = shown->lacks != NULL && tend_portfolio_hears_of_faults (maker->self);
  const TendPortfolioPart part = {
    .title = shown->title,
    .carer = tend_party_get_title (&maker->self->carer),
    .state = fault ? tend_portfolio_state_label (shown->state) : NULL,
    .fault = fault,
    .says = fault ? shown->lacks : _("No plan is agreed yet, and no risk assessed."),
    .language = tend_compose_language (),
  };

  if (fault && !tend_portfolio_take (maker, tend_document_new_portfolio_part (&part, NULL)))
    return FALSE;
  if (!add_sheets (maker, error))
    return FALSE;

  return maker->documents->len > 0 ||
         tend_portfolio_take (maker, tend_document_new_portfolio_part (&part, NULL));
}

const TendPortfolioFrom tend_portfolio_from_clients = { .make = make };

/* Who is in it. */

static gboolean
plan_client (TendPortfolioPlan  *self,
             TendVault          *vault,
             TendRecord         *client,
             GString            *without,
             GError            **error)
{
  TendPortfolioStuff *stuff = tend_portfolio_add_stuff (self, NULL);
  TendPortfolioItem *shown = &stuff->shown;
  const char *full = tend_compose_full_name (client, self->texts);
  g_autoptr(GError) failure = NULL;

  g_ptr_array_add (stuff->records, g_object_ref (client));
  shown->state = TEND_PORTFOLIO_IN_ORDER;
  shown->extent = shown->usual = shown->most = TEND_PORTFOLIO_WHOLE;
  if (!judge_client (self, vault, client, shown, error))
    return FALSE;

  if (self->clients == TEND_PORTFOLIO_REDACTED)
    {
      g_autofree char *initials = tend_redact_name (full);

      shown->title = tend_compose_take (self->texts,
                                        g_strdup_printf (_("Records of %s"), initials));
      shown->says = _("With initials instead of names");
      return TRUE;
    }

  shown->title = tend_compose_take (self->texts, g_strdup_printf (_("Records of %s"), full));
  shown->says = find_consent (self, vault, tend_record_get_id (client), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (shown->says == NULL)
    {
      shown->lacks = _("Has not agreed to it");
      shown->state = TEND_PORTFOLIO_MISSING;
      g_string_append_printf (without, "%s%s", without->len > 0 ? ", " : "", full);
    }
  return add_copies (self, vault, stuff, error);
}

static const char *
refusal (TendPortfolioPlan *self,
         GString           *without)
{
  if (without->len == 0)
    return NULL;
  if (self->recipient == NULL)
    return _("Say whom it is for: records of clients go only to whom they agreed to share with.");

  return tend_compose_take (self->texts, g_strdup_printf (
    /* Translators: whom it is for; names of clients */
    _("Nothing says that these people agreed to sharing with %s: %s. Ask them and write their "
      "consent down, give their records without names, or leave them out."),
    self->recipient, without->str));
}

/* Whose records go in with their name: each of them has agreed, or nothing is written. */
static gboolean
is_named (TendPortfolioPlan          *self,
          TendRecord                 *client,
          const TendPortfolioRequest *request)
{
  return self->clients == TEND_PORTFOLIO_INCLUDED && is_wanted (self, client, request);
}

static void
keep_own_names (TendPortfolioPlan *self)
{
  GHashTableIter iter;
  gpointer name;

  for (const char *const *own = (const char *const[]) { self->carer.name, self->carer.trading_as,
                                                        NULL }; *own != NULL; own++)
    tend_redaction_keep (self->redaction, *own);
  g_hash_table_iter_init (&iter, self->members);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    if (name != NULL)
      tend_redaction_keep (self->redaction, name);
}

gboolean
tend_portfolio_hide_names (TendPortfolioPlan           *self,
                           TendVault                   *vault,
                           const TendPortfolioRequest  *request,
                           GError                     **error)
{
  g_autoptr(GPtrArray) clients = tend_clients_list (vault, NULL, error);
  g_autoptr(GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  if (clients == NULL)
    return FALSE;

  self->redaction = tend_redaction_new ();
  keep_own_names (self);
  for (guint i = 0; i < clients->len; i++)
    if (is_named (self, clients->pdata[i], request))
      g_hash_table_add (named, (gpointer) tend_record_get_id (clients->pdata[i]));

  return tend_redact_people (self->redaction, vault, NULL, named, error);
}

gboolean
tend_portfolio_plan_clients (TendPortfolioPlan           *self,
                             TendVault                   *vault,
                             const TendPortfolioRequest  *request,
                             GError                     **error)
{
  g_autoptr(GPtrArray) clients = tend_clients_list (vault, NULL, error);
  g_autoptr(GString) without = g_string_new (NULL);

  if (clients == NULL)
    return FALSE;
  if (self->clients == TEND_PORTFOLIO_LEFT_OUT)
    return TRUE;

  for (guint i = 0; i < clients->len; i++)
    if (is_wanted (self, clients->pdata[i], request) &&
        !plan_client (self, vault, clients->pdata[i], without, error))
      return FALSE;

  self->refusal = refusal (self, without);
  return TRUE;
}
