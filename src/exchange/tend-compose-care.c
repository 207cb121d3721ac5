/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-care-private.h"

#include "tend-care.h"
#include "tend-clients.h"
#include "tend-compose-contract-private.h"
#include "tend-signed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *label;
  gboolean    for_others; /* it is not the person who reads it */
} papers[] = {
  [TEND_CARE_PLAN] = { "care-plan", N_("Care plan") },
  [TEND_CARE_ABOUT_ME] = { "about-me", N_("About me") },
  [TEND_CARE_RISKS] = { "risks", N_("Risk assessment") },
  [TEND_CARE_CONTINGENCY] = { "contingency", N_("If something goes wrong") },
  [TEND_CARE_INCIDENT] = { "incident", N_("Incident report"), TRUE },
  [TEND_CARE_VISIT_LOG] = { "visit-log", N_("Visit log"), TRUE },
  [TEND_CARE_EQUIPMENT] = { "equipment", N_("Equipment training") },
  [TEND_CARE_MEDICINE_REQUEST] = { "medicine-request", N_("Medicine request") },
  [TEND_CARE_CONSENT] = { "consent", N_("Consent") },
  [TEND_CARE_CONTACTS] = { "contacts", N_("Who to contact") },
  [TEND_CARE_PRIVACY_NOTICE] = { "privacy-notice", N_("Privacy notice") },
  [TEND_CARE_FIRST_VISIT_PACK] = { "first-visit-pack", N_("First-visit pack") },
  [TEND_CARE_FEEDBACK_REQUEST] = { "feedback-request", N_("How is it going?") },
};

const char *
tend_care_paper_name (TendCarePaper paper)
{
  g_return_val_if_fail (paper < TEND_CARE_N_PAPERS, NULL);

  return papers[paper].name;
}

const char *
tend_care_paper_label (TendCarePaper paper)
{
  g_return_val_if_fail (paper < TEND_CARE_N_PAPERS, NULL);

  return _(papers[paper].label);
}

gboolean
tend_care_paper_is_signed (TendCarePaper paper)
{
  return paper == TEND_CARE_PRIVACY_NOTICE || paper == TEND_CARE_FIRST_VISIT_PACK;
}

gboolean
tend_care_paper_parse (const char    *name,
                       TendCarePaper *paper)
{
  g_return_val_if_fail (name != NULL && paper != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].name, name))
      {
        *paper = i;
        return TRUE;
      }
  return FALSE;
}

void
tend_care_values_free (TendCareValues *self)
{
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->arrays);
  g_clear_pointer (&self->contract, tend_contract_values_free);
  g_free (self);
}

/* Text */

const char *
tend_care_keep (TendCareSource *source,
                const char     *text)
{
  if (text == NULL || source->redaction == NULL)
    return tend_compose_keep (source->values->texts, text);

  return tend_compose_take (source->values->texts, tend_redaction_run (source->redaction, text));
}

const char *
tend_care_text (TendCareSource *source,
                TendRecord     *record,
                const char     *field)
{
  return tend_care_keep (source, tend_record_get_text (record, field));
}

const char *
tend_care_name (TendCareSource *source,
                const char     *name)
{
  if (name == NULL || source->redaction == NULL)
    return tend_compose_keep (source->values->texts, name);

  return tend_compose_take (source->values->texts, tend_redact_name (name));
}

const char *
tend_care_private (TendCareSource *source,
                   const char     *text)
{
  return source->redaction == NULL ? tend_compose_keep (source->values->texts, text) : NULL;
}

TendDate
tend_care_review (TendCareSource *source,
                  TendRecord     *record,
                  const char     *field)
{
  return source->values->head.died == TEND_DATE_NONE ? tend_record_get_int (record, field)
                                                     : TEND_DATE_NONE;
}

const char *
tend_care_choice (TendRecord *record,
                  const char *field)
{
  return tend_record_is_set (record, field) ? tend_compose_choice (record, field) : NULL;
}

gpointer
tend_care_own (TendCareSource *source,
               GArray         *array)
{
  g_ptr_array_add (source->values->arrays, array);
  return array->data;
}

TendRecord *
tend_care_person (TendCareSource *source,
                  const char     *id)
{
  for (guint i = 0; source->people != NULL && i < source->people->len; i++)
    if (g_strcmp0 (tend_record_get_id (source->people->pdata[i]), id) == 0)
      return source->people->pdata[i];
  return NULL;
}

static const char *
name_of_representative (TendCareSource *source,
                        TendRecord     *record)
{
  const char *id = tend_record_get_text (record, "representative");
  g_autoptr(TendRecord) representative =
    id != NULL ? tend_record_load (source->vault, tend_kind_by_name ("representative"), id, NULL)
               : NULL;
  TendRecord *person =
    representative != NULL
    ? tend_care_person (source, tend_record_get_text (representative, "person")) : NULL;

  return person != NULL ? tend_care_name (source, tend_record_get_text (person, "name")) : NULL;
}

const char *
tend_care_word_name (TendCareSource *source,
                     TendRecord     *record,
                     const char     *field)
{
  if (g_strcmp0 (tend_record_get_text (record, field), "self") == 0)
    return source->values->head.name;

  return name_of_representative (source, record);
}

const char *
tend_care_word_of (TendCareSource *source,
                   TendRecord     *record,
                   const char     *field)
{
  const char *word = tend_care_choice (record, field);
  const char *name = word != NULL ? name_of_representative (source, record) : NULL;

  return name != NULL ? tend_compose_take (source->values->texts,
                                           g_strdup_printf ("%s: %s", word, name))
                      : word;
}

/* Whom it is about */

static const char *
allergies_state (TendRecord *client)
{
  const char *state = tend_record_get_text (client, "allergies_state");

  if (g_strcmp0 (state, "listed") == 0 && tend_record_is_set (client, "allergies"))
    return NULL;
  return tend_care_choice (client, "allergies_state");
}

static void
read_person (TendCareSource *source)
{
  TendCareHead *head = &source->values->head;
  TendRecord *client = source->client;
  GStringChunk *texts = source->values->texts;
  const char *name = tend_compose_full_name (client, texts);
  const char *called = tend_record_get_text (client, "preferred_name");
  g_autofree char *address = tend_record_full_address (client);

  head->name = tend_care_name (source, name);
  if (source->redaction == NULL &&
      g_strcmp0 (called, tend_record_get_text (client, "given_name")) != 0)
    head->called = tend_compose_keep (texts, called);
  head->address = tend_care_private (source, address);
  head->phone = tend_care_private (source, tend_record_get_text (client, "phone"));
  head->number = tend_care_private (source, tend_record_get_text (client, "nhs_number"));
  head->born = source->redaction == NULL ? tend_record_get_int (client, "date_of_birth")
                                         : TEND_DATE_NONE;
  if (tend_record_get_int (client, "died_on") <= source->request->on)
    head->died = tend_record_get_int (client, "died_on");
  head->allergies_state = allergies_state (client);
  head->allergies_unknown =
    g_strcmp0 (tend_record_get_text (client, "allergies_state"), "not_asked") == 0;
  if (head->allergies_state == NULL)
    head->allergies = tend_care_text (source, client, "allergies");
}

static void
collect_client (TendCareSource *source,
                TendRecord     *client)
{
  g_autofree char *called = tend_client_name (client);

  tend_redaction_add (source->redaction,
                      tend_compose_full_name (client, source->values->texts));
  tend_redaction_add (source->redaction, called);
}

static void
collect_address (TendCareSource *source,
                 TendRecord     *record)
{
  g_autofree char *address = tend_record_full_address (record);

  tend_redaction_add_address (source->redaction, address);
}

static void
collect_from (TendCareSource *source,
              GPtrArray      *records)
{
  for (guint i = 0; i < records->len; i++)
    if (tend_record_is_set (records->pdata[i], "name"))
      tend_redaction_add (source->redaction, tend_record_get_text (records->pdata[i], "name"));
}

/* Those to ring who are not among the people. */
static gboolean
collect_contacts (TendCareSource  *source,
                  GError         **error)
{
  g_autoptr(GPtrArray) plans =
    tend_client_records (source->vault, tend_kind_by_name ("contingency_plan"),
                         tend_record_get_id (source->client), error);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    {
      g_autoptr(GPtrArray) contacts =
        tend_record_load_nested (source->vault, plans->pdata[i],
                                 tend_kind_by_name ("contingency_contact"), error);

      if (contacts == NULL)
        return FALSE;
      collect_from (source, contacts);
    }
  return plans != NULL;
}

/* Of everybody who may be named: the person first, so that a surname of several is theirs,
 * then those round them, then the other clients. */
static gboolean
collect_names (TendCareSource  *source,
               GError         **error)
{
  g_autoptr(GPtrArray) clients = tend_clients_list (source->vault, NULL, error);

  if (clients == NULL)
    return FALSE;

  if (source->client != NULL)
    {
      collect_client (source, source->client);
      collect_from (source, source->people);
      collect_address (source, source->client);
      for (guint i = 0; i < source->people->len; i++)
        collect_address (source, source->people->pdata[i]);
      if (!collect_contacts (source, error))
        return FALSE;
    }
  for (guint i = 0; i < clients->len; i++)
    collect_client (source, clients->pdata[i]);
  return TRUE;
}

gboolean
tend_care_read_head (TendCareSource  *source,
                     GError         **error)
{
  TendCareHead *head = &source->values->head;

  if (!tend_compose_provider (source->vault, source->values->texts, &head->carer, error))
    return FALSE;

  /* To be filled in by hand, as long as Tend does not know it. */
  if (*head->carer.name == '\0')
    head->carer.name = "____________";
  head->signed_on = source->request->signed_on;
  head->language = tend_compose_language ();
  head->redacted = source->redaction != NULL;
  if (source->client != NULL)
    {
      source->people = tend_client_records (source->vault, tend_kind_by_name ("person"),
                                            tend_record_get_id (source->client), error);
      if (source->people == NULL)
        return FALSE;
    }
  if (source->redaction != NULL && !collect_names (source, error))
    return FALSE;
  if (source->client == NULL)
    return TRUE;

  read_person (source);
  return tend_care_read_directives (source, error);
}

/* As the newest About me says on that day; a copy without names is for somebody else. */
static gboolean
read_print (TendCareSource  *source,
            GError         **error)
{
  const TendCareRequest *request = source->request;

  source->values->head.large = request->print == TEND_PRINT_LARGE;

  return request->print != TEND_PRINT_AS_ASKED || request->redacted || source->client == NULL ||
         papers[request->paper].for_others ||
         tend_care_reads_large (source->vault, request->client, request->on,
                                &source->values->head.large, error);
}

/* Papers */

static gboolean
read_signed (TendCareSource  *source,
             GError         **error)
{
  g_autoptr(GPtrArray) copies = tend_pack_signed (source->vault, source->request->client,
                                                  source->request->on, error);

  G_STATIC_ASSERT (TEND_PACK_SHEETS == TEND_PACK_PAPERS);
  for (guint i = 0; copies != NULL && i < copies->len; i++)
    if (copies->pdata[i] != NULL)
      source->values->pack[i] =
        (TendPackPaper) { TRUE, tend_signed_copy_day (copies->pdata[i]) };

  return copies != NULL;
}

static gboolean
read_pack (TendCareSource  *source,
           GError         **error)
{
  source->values->contract =
    tend_compose_contract_load (source->vault, source->request->client, source->request->on,
                                error);

  return source->values->contract != NULL && read_signed (source, error) &&
         tend_care_read_privacy (source, error) &&
         tend_care_read_about (source, error) && tend_care_read_medicine (source, error) &&
         tend_care_read_equipment (source, error) &&
         tend_care_read_contingency (source, error) && tend_care_read_contacts (source, error);
}

static gboolean
read_paper (TendCareSource  *source,
            GError         **error)
{
  switch (source->request->paper)
    {
    case TEND_CARE_PLAN:
      return tend_care_read_plan (source, error);
    case TEND_CARE_ABOUT_ME:
      return tend_care_read_about (source, error);
    case TEND_CARE_RISKS:
      return tend_care_read_risks (source, error);
    case TEND_CARE_CONTINGENCY:
      return tend_care_read_contingency (source, error);
    case TEND_CARE_INCIDENT:
      return tend_care_read_incident (source, error);
    case TEND_CARE_VISIT_LOG:
      return tend_care_read_visits (source, error);
    case TEND_CARE_EQUIPMENT:
      return tend_care_read_equipment (source, error);
    case TEND_CARE_MEDICINE_REQUEST:
      return tend_care_read_medicine (source, error);
    case TEND_CARE_CONSENT:
      return tend_care_read_consent (source, error);
    case TEND_CARE_CONTACTS:
      return tend_care_read_contacts (source, error);
    case TEND_CARE_PRIVACY_NOTICE:
      return tend_care_read_privacy (source, error);
    case TEND_CARE_FIRST_VISIT_PACK:
      return read_pack (source, error);
    case TEND_CARE_FEEDBACK_REQUEST:
      return tend_care_read_feedback_request (source, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Whoever signs a paper is to be named on it. */
static gboolean
check_redacted (const TendCareRequest  *request,
                GError                **error)
{
  if (!request->redacted || !tend_care_paper_is_signed (request->paper))
    return TRUE;

  g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                       _("This paper is there to be signed, so there is no copy of it without"
                         " names."));
  return FALSE;
}

/* The person, or for an incident that is only named itself whomever it is about. */
static gboolean
load_client (TendVault        *vault,
             TendCareRequest  *request,
             TendRecord      **client,
             GError          **error)
{
  g_autoptr(TendRecord) incident = NULL;

  if (request->client == NULL && request->record != NULL)
    {
      incident =
        tend_record_load (vault, tend_kind_by_name ("incident"), request->record, error);
      if (incident == NULL)
        return FALSE;
      request->client = tend_record_get_text (incident, "client");
    }
  if (request->client == NULL)
    return TRUE;

  *client = tend_record_load (vault, tend_kind_by_name ("client"), request->client, error);
  if (*client == NULL)
    return FALSE;
  request->client = tend_record_get_id (*client);
  return TRUE;
}

TendCareValues *
tend_compose_care_load (TendVault              *vault,
                        const TendCareRequest  *asked,
                        GError                **error)
{
  g_autoptr(TendCareValues) values = NULL;
  g_autoptr(TendRecord) client = NULL;
  g_autoptr(TendRedaction) redaction = NULL;
  TendCareRequest request;
  TendCareSource source = { .vault = vault, .request = &request };
  gboolean done;

  g_return_val_if_fail (vault != NULL && asked != NULL, NULL);
  g_return_val_if_fail (asked->client != NULL || asked->record != NULL ||
                        asked->paper == TEND_CARE_PRIVACY_NOTICE, NULL);

  request = *asked;
  if (!check_redacted (&request, error) || !load_client (vault, &request, &client, error))
    return NULL;

  values = g_new0 (TendCareValues, 1);
  values->paper = request.paper;
  values->texts = g_string_chunk_new (4096);
  values->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  redaction = request.redacted ? tend_redaction_new () : NULL;
  source.values = values;
  source.client = client;
  source.redaction = redaction;
  done = tend_care_read_head (&source, error) && read_print (&source, error) &&
         read_paper (&source, error);
  g_clear_pointer (&source.people, g_ptr_array_unref);

  return done ? g_steal_pointer (&values) : NULL;
}

gboolean
tend_compose_care_is_large (const TendCareValues *values)
{
  g_return_val_if_fail (values != NULL, FALSE);

  return values->head.large;
}

void
tend_compose_care_set_wording (TendCareValues *values,
                               const char     *wording)
{
  g_return_if_fail (values != NULL);

  values->privacy_wording = tend_compose_keep (values->texts, wording);
}

static TendDocument *
make_pack (const TendCareValues  *values,
           GError               **error)
{
  TendPackSheet sheet = {
    .head = values->head,
    .contract = *tend_compose_contract_sheet (values->contract),
    .contract_wording = tend_compose_contract_wording (values->contract),
    .privacy = values->privacy,
    .privacy_wording = values->privacy_wording,
    .about = values->about,
    .medicine = values->medicine,
    .equipment = values->equipment,
    .contingency = values->contingency,
    .contacts = values->contacts,
  };

  memcpy (sheet.papers, values->pack, sizeof sheet.papers);
  return tend_document_new_pack (&sheet, error);
}

TendDocument *
tend_compose_care_document (const TendCareValues  *values,
                            GError               **error)
{
  g_return_val_if_fail (values != NULL, NULL);

  switch (values->paper)
    {
    case TEND_CARE_PLAN:
      return tend_document_new_plan (&values->plan);
    case TEND_CARE_ABOUT_ME:
      return tend_document_new_about (&values->about);
    case TEND_CARE_RISKS:
      return tend_document_new_risks (&values->risks);
    case TEND_CARE_CONTINGENCY:
      return tend_document_new_contingency (&values->contingency);
    case TEND_CARE_INCIDENT:
      return tend_document_new_incident (&values->incident);
    case TEND_CARE_VISIT_LOG:
      return tend_document_new_visit_log (&values->visits);
    case TEND_CARE_EQUIPMENT:
      return tend_document_new_equipment (&values->equipment);
    case TEND_CARE_MEDICINE_REQUEST:
      return tend_document_new_medicine_request (&values->medicine);
    case TEND_CARE_CONSENT:
      return tend_document_new_consent (&values->consent);
    case TEND_CARE_CONTACTS:
      return tend_document_new_contacts (&values->contacts);
    case TEND_CARE_PRIVACY_NOTICE:
      return tend_document_new_privacy (&values->privacy, values->privacy_wording, error);
    case TEND_CARE_FIRST_VISIT_PACK:
      return make_pack (values, error);
    case TEND_CARE_FEEDBACK_REQUEST:
      return tend_document_new_feedback (&values->feedback);
    default:
      g_return_val_if_reached (NULL);
    }
}
