/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a client has in hand: equipment, medicines, consent, the privacy notice, what is asked
 * every quarter. */

#include "tend-compose-care-private.h"

#include "tend-care.h"
#include "tend-clients.h"
#include "tend-quarter.h"
#include "tend-signed.h"

#include <glib/gi18n-lib.h>

/* What is printed on the day on which it is signed is there to be signed. */
static TendDate
signed_before (TendCareSource *source,
               TendDate        day)
{
  return day < source->request->on ? day : TEND_DATE_NONE;
}

gboolean
tend_care_read_equipment (TendCareSource  *source,
                          GError         **error)
{
  TendEquipmentSheet *sheet = &source->values->equipment;
  g_autoptr(GPtrArray) records =
    tend_client_records (source->vault, tend_kind_by_name ("equipment_training"),
                         source->request->client, error);
  GArray *lines;

  if (records == NULL)
    return FALSE;

  lines = g_array_new (FALSE, FALSE, sizeof (TendEquipmentLine));
  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = records->pdata[i];
      TendEquipmentLine line = {
        .equipment = tend_care_text (source, record, "equipment"),
        .trained_on = tend_record_get_int (record, "trained_on"),
        .trained_by = tend_care_name (source, tend_record_get_text (record, "trained_by")),
        .trainer = tend_compose_choice (record, "trainer"),
        .shown = tend_care_text (source, record, "shown"),
        .signed_on = signed_before (source, tend_record_get_int (record, "signed_on")),
        .review_on = tend_care_review (source, record, "review_on"),
        .note = tend_care_text (source, record, "note"),
      };

      if (line.trained_on <= source->request->on)
        g_array_append_val (lines, line);
    }
  *sheet = (TendEquipmentSheet) { .head = source->values->head, .n_lines = lines->len };
  sheet->lines = tend_care_own (source, lines);
  return TRUE;
}

static gboolean
is_asked_on (TendRecord *request,
             TendDate    date)
{
  TendDate ends = tend_record_get_int (request, "ends_on");

  return tend_record_get_int (request, "asked_on") <= date &&
         (ends == TEND_DATE_NONE || ends >= date);
}

/* As it says itself, else as the signed copy says that came after it. */
static TendDate
request_signed_on (TendCareSource *source,
                   TendRecord     *request,
                   GPtrArray      *copies)
{
  TendRecord *copy = copies->pdata[TEND_PACK_MEDICINE];
  TendDate day = tend_record_get_int (request, "signed_on");

  if (day == TEND_DATE_NONE && copy != NULL &&
      tend_signed_copy_day (copy) >= tend_record_get_int (request, "asked_on"))
    day = tend_signed_copy_day (copy);
  return signed_before (source, day);
}

gboolean
tend_care_read_medicine (TendCareSource  *source,
                         GError         **error)
{
  TendMedicineSheet *sheet = &source->values->medicine;
  g_autoptr(GPtrArray) records =
    tend_client_records (source->vault, tend_kind_by_name ("medicine_request"),
                         source->request->client, error);
  g_autoptr(GPtrArray) copies = NULL;
  GArray *requests;

  if (records != NULL)
    copies = tend_pack_signed (source->vault, source->request->client, source->request->on, error);
  if (copies == NULL)
    return FALSE;

  requests = g_array_new (FALSE, FALSE, sizeof (TendMedicineRequest));
  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = records->pdata[i];
      TendMedicineRequest request = {
        .asked_on = tend_record_get_int (record, "asked_on"),
        .asked_by = tend_care_word_of (source, record, "asked_by"),
        .medicine = tend_care_text (source, record, "medicine"),
        .action = tend_care_text (source, record, "action"),
        .signed_on = request_signed_on (source, record, copies),
        .signed_by = tend_care_name (source, tend_record_get_text (record, "signed_by")),
        .ends_on = tend_record_get_int (record, "ends_on"),
        .note = tend_care_text (source, record, "note"),
        .gp_told_on = tend_record_get_int (record, "gp_told_on"),
        .gp_told_how = tend_care_text (source, record, "gp_told_how"),
        .training_checked_on = tend_record_get_int (record, "training_checked_on"),
      };

      if (is_asked_on (record, source->request->on))
        g_array_append_val (requests, request);
    }
  *sheet = (TendMedicineSheet) { .head = source->values->head, .n_requests = requests->len };
  sheet->requests = tend_care_own (source, requests);
  return TRUE;
}

/* What holds comes first: what held once is read last. */
static gint
compare_given (gconstpointer a,
               gconstpointer b)
{
  const TendConsentLine *first = a, *second = b;
  gboolean held = first->over || first->withdrawn_on != TEND_DATE_NONE;
  gboolean other_held = second->over || second->withdrawn_on != TEND_DATE_NONE;

  return held != other_held ? held - other_held : first->given_on - second->given_on;
}

/* All that was answered by that day, also what was refused or is withdrawn. */
gboolean
tend_care_read_consent (TendCareSource  *source,
                        GError         **error)
{
  TendConsentSheet *sheet = &source->values->consent;
  TendDate on = source->request->on;
  g_autoptr(GPtrArray) records =
    tend_client_records (source->vault, tend_kind_by_name ("consent"), source->request->client,
                         error);
  GArray *lines;

  if (records == NULL)
    return FALSE;

  lines = g_array_new (FALSE, FALSE, sizeof (TendConsentLine));
  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = records->pdata[i];
      gboolean withdrawn = tend_record_is_set (record, "withdrawn_on") &&
                           tend_record_get_int (record, "withdrawn_on") <= on;
      TendConsentLine line = {
        .kind = tend_compose_choice (record, "kind"),
        .sharing_with = tend_care_text (source, record, "sharing_with"),
        .detail = tend_care_text (source, record, "detail"),
        .answer = tend_compose_choice (record, "answer"),
        .refused = g_strcmp0 (tend_record_get_text (record, "answer"), "refused") == 0,
        .given_on = tend_record_get_int (record, "given_on"),
        .how = tend_compose_choice (record, "how"),
        .by = tend_care_word_name (source, record, "given_by"),
        .given_by = tend_care_word_of (source, record, "given_by"),
        .ends_on = tend_record_get_int (record, "ends_on"),
        .over = tend_record_is_set (record, "ends_on") &&
                tend_record_get_int (record, "ends_on") < on,
        .withdrawn_on = withdrawn ? tend_record_get_int (record, "withdrawn_on")
                                  : TEND_DATE_NONE,
        .withdrawn_how = withdrawn ? tend_care_text (source, record, "withdrawn_how") : NULL,
        .note = tend_care_text (source, record, "note"),
      };

      if (line.given_on <= on)
        g_array_append_val (lines, line);
    }
  g_array_sort (lines, compare_given);
  *sheet = (TendConsentSheet) { .head = source->values->head, .n_lines = lines->len };
  sheet->lines = tend_care_own (source, lines);
  return TRUE;
}

/* Whom the person has agreed to, a line each. */
static gboolean
read_sharing (TendCareSource  *source,
              GError         **error)
{
  g_autoptr(GPtrArray) consents = NULL;
  g_autoptr(GString) lines = g_string_new (NULL);

  if (source->client == NULL)
    return TRUE;

  consents = tend_consents_on (source->vault, source->request->client, source->request->on, error);
  if (consents == NULL)
    return FALSE;

  for (guint i = 0; i < consents->len; i++)
    {
      const char *with = tend_record_get_text (consents->pdata[i], "sharing_with");

      if (g_strcmp0 (tend_record_get_text (consents->pdata[i], "kind"), "sharing") == 0 &&
          with != NULL)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", with);
    }
  source->values->privacy.shared_with = tend_compose_keep (source->values->texts, lines->str);
  return TRUE;
}

gboolean
tend_care_read_privacy (TendCareSource  *source,
                        GError         **error)
{
  TendCareValues *values = source->values;
  const char *complaints;

  if (!tend_care_read_concerns (source, &complaints, error))
    return FALSE;

  values->privacy = (TendPrivacySheet) {
    .provider = values->head.carer,
    .client_name = source->client != NULL ? values->head.name : _("whoever I support"),
    .made_on = source->request->on,
    .complaints = complaints,
    .language = values->head.language,
    .large = values->head.large,
  };
  values->privacy_wording =
    tend_compose_take (values->texts,
                       tend_setting_get (source->vault, TEND_SETTING_PRIVACY_WORDING));
  return read_sharing (source, error);
}

gboolean
tend_care_read_feedback_request (TendCareSource  *source,
                                 GError         **error)
{
  TendCareValues *values = source->values;
  const char *concerns;

  if (!tend_care_read_concerns (source, &concerns, error))
    return FALSE;

  values->feedback = (TendFeedbackSheet) {
    .head = values->head,
    .quarter = tend_compose_take (values->texts,
                                  tend_quarter_name (tend_quarter_of (source->request->on))),
    .concerns = concerns,
  };
  return TRUE;
}
