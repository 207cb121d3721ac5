/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each paper of the care record reads alike: texts, with names left out where that is asked
 * for, and whom it is about.
 */

#include "tend-compose-care-private.h"

#include "tend-clients.h"
#include "tend-redact-people.h"

#include <string.h>

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
tend_care_signer (TendCareSource *source,
                  TendRecord     *record,
                  const char     *field)
{
  const char *text = tend_record_get_text (record, field);
  const char *rest = text != NULL ? strchr (text, ',') : NULL;
  g_autofree char *first = rest != NULL ? g_strndup (text, rest - text) : g_strdup (text);
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;

  if (text == NULL || source->redaction == NULL)
    return tend_compose_keep (source->values->texts, text);

  /* Those who are known have the initials that they have elsewhere. */
  role = tend_redaction_run (source->redaction, rest != NULL ? rest : "");
  name = tend_redaction_run (source->redaction, first);
  if (g_str_equal (name, first))
    {
      g_free (name);
      name = tend_redact_name (first);
    }
  return tend_compose_take (source->values->texts, g_strconcat (name, role, NULL));
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

gboolean
tend_care_read_concerns (TendCareSource  *source,
                         const char     **concerns,
                         GError         **error)
{
  GStringChunk *texts = source->values->texts;
  TendCouncils councils;
  g_auto(GStrv) parts = NULL;

  if (!tend_compose_councils (source->vault, source->client, NULL, texts, &councils, error))
    return FALSE;

  parts = g_strsplit (councils.concerns != NULL ? councils.concerns : "", "\t", -1);
  *concerns = tend_compose_take (texts, g_strjoinv (": ", parts));
  return TRUE;
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
collect_address (TendCareSource *source,
                 TendRecord     *record)
{
  g_autofree char *address = tend_record_full_address (record);

  tend_redaction_add_address (source->redaction, address);
}

/* Of everybody who may be named; where they live of those whom it is about. */
static gboolean
collect_names (TendCareSource  *source,
               GError         **error)
{
  if (!tend_redact_people (source->redaction, source->vault,
                           source->client != NULL ? tend_record_get_id (source->client) : NULL,
                           NULL, error))
    return FALSE;

  tend_redaction_add_titles (source->redaction);
  if (source->client != NULL)
    collect_address (source, source->client);
  for (guint i = 0; source->client != NULL && i < source->people->len; i++)
    collect_address (source, source->people->pdata[i]);
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
