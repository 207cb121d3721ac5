/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-care-private.h"

#include "tend-care.h"
#include "tend-compose-contract-private.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
} papers[] = {
  [TEND_CARE_PLAN] = { "care-plan", N_("Care plan") },
  [TEND_CARE_ABOUT_ME] = { "about-me", N_("About me") },
  [TEND_CARE_RISKS] = { "risks", N_("Risk assessment") },
  [TEND_CARE_CONTINGENCY] = { "contingency", N_("If something goes wrong") },
  [TEND_CARE_INCIDENT] = { "incident", N_("Incident report") },
  [TEND_CARE_VISIT_LOG] = { "visit-log", N_("Visit log") },
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

/* As the newest About me says on that day; a copy without names is for somebody else. */
static gboolean
read_print (TendCareSource  *source,
            GError         **error)
{
  const TendCareRequest *request = source->request;

  source->values->head.large = request->print == TEND_PRINT_LARGE;

  return request->print != TEND_PRINT_AS_ASKED || request->redacted || source->client == NULL ||
         tend_care_reads_large (source->vault, request->client, request->on,
                                &source->values->head.large, error);
}

/* Papers */

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
      return tend_care_read_pack (source, error);
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
      return tend_care_make_pack (values, error);
    case TEND_CARE_FEEDBACK_REQUEST:
      return tend_document_new_feedback (&values->feedback);
    default:
      g_return_val_if_reached (NULL);
    }
}
