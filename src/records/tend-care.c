/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care.h"

#include "tend-kinds.h"
#include "tend-record-private.h"

#include <string.h>

/* A record and what is to be nested in it. */
typedef struct
{
  TendRecord *record;
  GPtrArray  *lines;
} Change;

static gboolean
contains (GPtrArray  *records,
          TendRecord *record)
{
  for (guint i = 0; i < records->len; i++)
    if (tend_record_get_kind (records->pdata[i]) == tend_record_get_kind (record) &&
        strcmp (tend_record_get_id (records->pdata[i]), tend_record_get_id (record)) == 0)
      return TRUE;

  return FALSE;
}

/* Those go to their record one by one, and stay. */
static gboolean
is_addendum (TendRecord *line)
{
  return strcmp (tend_record_get_kind (line)->nested_as, "addenda") == 0;
}

static gboolean
save_lines (TendVault  *vault,
            Change     *change,
            GError    **error)
{
  g_autoptr(GPtrArray) before = tend_record_load_all_nested (vault, change->record, error);

  if (before == NULL)
    return FALSE;

  for (guint i = 0; i < before->len; i++)
    if (!is_addendum (before->pdata[i]) && !contains (change->lines, before->pdata[i]) &&
        !tend_record_remove (vault, before->pdata[i], NULL, error))
      return FALSE;

  for (guint i = 0; i < change->lines->len; i++)
    {
      TendRecord *line = change->lines->pdata[i];

      if (is_addendum (line))
        continue;
      tend_record_set_text (line, tend_record_get_kind (line)->parent,
                            tend_record_get_id (change->record));
      tend_record_set_int (line, "position", i);
      if (!tend_record_save (vault, line, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_cb (TendVault  *vault,
         gpointer    data,
         GError    **error)
{
  Change *change = data;

  return tend_record_save (vault, change->record, NULL, error) &&
         save_lines (vault, change, error);
}

gboolean
tend_care_save (TendVault   *vault,
                TendRecord  *record,
                GPtrArray   *lines,
                GError     **error)
{
  Change change = { record, lines };

  return tend_vault_transact (vault, save_cb, &change, error);
}

/* The field of the day on which something of @kind was written. */
static const char *
written_day (const TendKind *kind)
{
  return tend_kind_field (kind, "written_on") != NULL ? "written_on" : "updated_on";
}

TendRecord *
tend_care_written_by (TendVault       *vault,
                      const TendKind  *kind,
                      const char      *client,
                      TendDate         date,
                      GError         **error)
{
  const char *day = written_day (kind);
  g_autofree char *on = tend_date_format_iso (date);
  g_autofree char *clause =
    g_strdup_printf ("WHERE client = :client AND %s <= :on ORDER BY %s DESC, id DESC LIMIT 1",
                     day, day);

  return tend_records_select_one (vault, kind, error, clause, ":client", client, ":on", on, NULL);
}

gboolean
tend_care_replaced_on (TendVault   *vault,
                       TendRecord  *record,
                       TendDate     date,
                       TendDate    *replaced,
                       GError     **error)
{
  const TendKind *kind = tend_record_get_kind (record);
  const char *day = written_day (kind);
  g_autofree char *written = tend_date_format_iso (tend_record_get_int (record, day));
  g_autofree char *on = tend_date_format_iso (date);
  g_autofree char *clause =
    g_strdup_printf ("WHERE client = :client AND (%s, id) > (:written, :id) AND %s <= :on"
                     " ORDER BY %s, id LIMIT 1", day, day, day);
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) newer =
    tend_records_select_one (vault, kind, &failure, clause,
                             ":client", tend_record_get_text (record, "client"),
                             ":written", written, ":id", tend_record_get_id (record),
                             ":on", on, NULL);

  *replaced = newer != NULL ? tend_record_get_int (newer, day) : TEND_DATE_NONE;
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
tend_consent_is_in_force (TendRecord *consent,
                          TendDate    date)
{
  TendDate ends_on = tend_record_get_int (consent, "ends_on");
  TendDate withdrawn_on = tend_record_get_int (consent, "withdrawn_on");

  return g_strcmp0 (tend_record_get_text (consent, "answer"), "given") == 0 &&
         tend_record_get_int (consent, "given_on") <= date &&
         (ends_on == TEND_DATE_NONE || date <= ends_on) &&
         (withdrawn_on == TEND_DATE_NONE || date < withdrawn_on);
}

GPtrArray *
tend_consents_on (TendVault   *vault,
                  const char  *client,
                  TendDate     date,
                  GError     **error)
{
  GPtrArray *consents =
    tend_records_select (vault, &tend_consent_kind, error,
                         "WHERE client = :client ORDER BY given_on, id", ":client", client, NULL);

  for (guint i = consents != NULL ? consents->len : 0; i-- > 0;)
    if (!tend_consent_is_in_force (consents->pdata[i], date))
      g_ptr_array_remove_index (consents, i);

  return consents;
}

int
tend_feedback_days_open (TendRecord *feedback,
                         TendDate    today)
{
  TendDate closed_on = tend_record_get_int (feedback, "closed_on");
  TendDate until = closed_on != TEND_DATE_NONE ? closed_on : today;

  return MAX (0, until - tend_record_get_int (feedback, "received_on"));
}

GPtrArray *
tend_feedback_open_complaints (TendVault  *vault,
                               GError    **error)
{
  return tend_records_select (vault, &tend_feedback_kind, error,
                              "WHERE kind = 'complaint' AND closed_on IS NULL"
                              " ORDER BY received_on, id", NULL);
}

GPtrArray *
tend_incidents_about_nobody (TendVault  *vault,
                             GError    **error)
{
  return tend_records_select (vault, &tend_incident_kind, error,
                              "WHERE client IS NULL ORDER BY happened_at DESC, id", NULL);
}

gboolean
tend_care_reads_large (TendVault   *vault,
                       const char  *client,
                       TendDate     date,
                       gboolean    *large,
                       GError     **error)
{
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) about =
    tend_care_written_by (vault, &tend_about_me_kind, client, date, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  *large = about != NULL &&
           g_strcmp0 (tend_record_get_text (about, "communication_format"), "large_print") == 0;
  return TRUE;
}
