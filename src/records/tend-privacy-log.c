/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-privacy-log.h"

#include "tend-clients.h"
#include "tend-figures.h"
#include "tend-kinds.h"
#include "tend-record-private.h"

#include <string.h>

gboolean
tend_request_is_open (TendRecord *request)
{
  return !tend_record_is_set (request, "answered_on");
}

TendDate
tend_request_due (TendRecord *request,
                  GArray     *holidays)
{
  TendPause pauses[] = {
    { tend_record_get_int (request, "identity_asked_on"),
      tend_record_get_int (request, "identity_confirmed_on") },
    { tend_record_get_int (request, "scope_asked_on"),
      tend_record_get_int (request, "scope_answered_on") },
  };

  return tend_answer_due (tend_record_get_int (request, "received_on"),
                          tend_record_get_int (request, "extended"), pauses,
                          G_N_ELEMENTS (pauses), (const TendDate *) holidays->data,
                          holidays->len);
}

void
tend_request_row_free (TendRequestRow *self)
{
  g_object_unref (self->request);
  g_free (self->client);
  g_free (self);
}

static TendDate
received_on (const TendRequestRow *row)
{
  return tend_record_get_int (row->request, "received_on");
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TendRequestRow *first = *(TendRequestRow **) a;
  const TendRequestRow *second = *(TendRequestRow **) b;
  gboolean first_open = tend_request_is_open (first->request);

  if (first_open != tend_request_is_open (second->request))
    return first_open ? -1 : 1;
  if (!first_open)
    return received_on (second) - received_on (first);
  if ((first->due == TEND_DATE_NONE) != (second->due == TEND_DATE_NONE))
    return first->due == TEND_DATE_NONE ? 1 : -1;

  return first->due != second->due ? first->due - second->due
                                   : received_on (first) - received_on (second);
}

/* (transfer full): of the client that @record is about; "" for nobody in particular. */
static char *
client_of (TendVault  *vault,
           TendRecord *record)
{
  const char *id = tend_record_get_text (record, "client");
  g_autoptr(TendRecord) client =
    id != NULL ? tend_record_load (vault, &tend_client_kind, id, NULL) : NULL;

  return client != NULL ? tend_client_name (client) : g_strdup ("");
}

GPtrArray *
tend_requests_list (TendVault  *vault,
                    GError    **error)
{
  g_autoptr(GArray) holidays = tend_figures_bank_holidays (vault, error);
  g_autoptr(GPtrArray) records = NULL;
  GPtrArray *rows;

  if (holidays == NULL ||
      (records = tend_record_load_all (vault, &tend_information_request_kind, error)) == NULL)
    return NULL;

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_request_row_free);
  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *request = records->pdata[i];
      TendRequestRow *row = g_new0 (TendRequestRow, 1);

      row->request = g_object_ref (request);
      row->client = client_of (vault, request);
      row->due = tend_request_due (request, holidays);
      g_ptr_array_add (rows, row);
    }

  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

void
tend_complaint_row_free (TendComplaintRow *self)
{
  g_object_unref (self->complaint);
  g_free (self->client);
  g_free (self);
}

GPtrArray *
tend_data_complaints_list (TendVault  *vault,
                           GError    **error)
{
  g_autoptr(GPtrArray) complaints =
    tend_records_select (vault, &tend_feedback_kind, error,
                         "WHERE kind = 'complaint' AND about_data"
                         " ORDER BY closed_on IS NOT NULL,"
                         " closed_on IS NULL AND acknowledged_on IS NOT NULL,"
                         " CASE WHEN closed_on IS NULL THEN received_on END,"
                         " closed_on DESC, id", NULL);
  GPtrArray *rows;

  if (complaints == NULL)
    return NULL;

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) tend_complaint_row_free);
  for (guint i = 0; i < complaints->len; i++)
    {
      TendRecord *complaint = complaints->pdata[i];
      TendComplaintRow *row = g_new0 (TendComplaintRow, 1);

      row->complaint = g_object_ref (complaint);
      row->client = client_of (vault, complaint);
      row->step = tend_record_is_set (complaint, "closed_on") ? TEND_COMPLAINT_SETTLED
                  : tend_record_is_set (complaint, "acknowledged_on")
                  ? TEND_COMPLAINT_ANSWER : TEND_COMPLAINT_ACKNOWLEDGE;
      row->due = row->step == TEND_COMPLAINT_ACKNOWLEDGE
                 ? (TendDate) tend_record_get_int (complaint, "received_on") +
                   TEND_DATA_COMPLAINT_DAYS : TEND_DATE_NONE;
      g_ptr_array_add (rows, row);
    }

  return rows;
}

TendBreachStep
tend_breach_step (TendRecord *breach)
{
  const char *risk = tend_record_get_text (breach, "risk");

  if (tend_record_is_set (breach, "closed_on"))
    return TEND_BREACH_CLOSED;
  if (risk == NULL)
    return TEND_BREACH_DECIDE;
  if (strcmp (risk, "unlikely") != 0 && !tend_record_is_set (breach, "ico_told_at"))
    return TEND_BREACH_TELL_ICO;
  if (strcmp (risk, "high") == 0 && !tend_record_is_set (breach, "people_told_on"))
    return TEND_BREACH_TELL_PEOPLE;

  return TEND_BREACH_CLOSE;
}

GPtrArray *
tend_breaches_list (TendVault  *vault,
                    GError    **error)
{
  return tend_records_select (vault, &tend_data_breach_kind, error, "ORDER BY aware_at DESC, id",
                              NULL);
}

TendRecord *
tend_breach_of (TendVault   *vault,
                const char  *incident,
                GError     **error)
{
  return tend_records_select_one (vault, &tend_data_breach_kind, error,
                                  "WHERE incident = :incident ORDER BY id LIMIT 1",
                                  ":incident", incident, NULL);
}

gboolean
tend_breach_link (TendVault   *vault,
                  const char  *breach,
                  const char  *incident,
                  GError     **error)
{
  g_autoptr(TendRecord) entry = tend_record_load (vault, &tend_data_breach_kind, breach, error);

  if (entry == NULL)
    return FALSE;

  tend_record_set_text (entry, "incident", incident);
  return tend_record_save (vault, entry, NULL, error);
}
