/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-care-private.h"

#include "tend-clients.h"

#include <glib/gi18n-lib.h>

/* The latest by the day that is asked about. */
static TendRecord *
find_latest (TendCareSource  *source,
             GError         **error)
{
  g_autoptr(GPtrArray) incidents =
    tend_client_records (source->vault, tend_kind_by_name ("incident"), source->request->client,
                         error);
  TendRecord *latest = NULL;

  if (incidents == NULL)
    return NULL;

  for (guint i = 0; i < incidents->len; i++)
    {
      TendInstant at = tend_record_get_int (incidents->pdata[i], "happened_at");

      if (tend_time_date (at) <= source->request->on &&
          (latest == NULL || at > tend_record_get_int (latest, "happened_at")))
        latest = incidents->pdata[i];
    }
  if (latest == NULL)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                         _("No incident is written down for this person by that day."));
  return latest != NULL ? g_object_ref (latest) : NULL;
}

static TendRecord *
find_incident (TendCareSource  *source,
               GError         **error)
{
  TendRecord *incident;

  if (source->request->record == NULL)
    return find_latest (source, error);

  incident = tend_record_load (source->vault, tend_kind_by_name ("incident"),
                               source->request->record, error);
  if (incident != NULL &&
      g_strcmp0 (tend_record_get_text (incident, "client"), source->request->client) != 0)
    {
      g_clear_object (&incident);
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("That incident is about somebody else, or about nobody."));
    }
  return incident;
}

static gint
compare_reports (gconstpointer a,
                 gconstpointer b)
{
  TendInstant left = ((const TendIncidentReport *) a)->told_at;
  TendInstant right = ((const TendIncidentReport *) b)->told_at;

  return left < right ? -1 : left > right;
}

static gboolean
read_reports (TendCareSource  *source,
              TendRecord      *incident,
              GError         **error)
{
  TendIncidentSheet *sheet = &source->values->incident;
  g_autoptr(GPtrArray) records =
    tend_record_load_nested (source->vault, incident, tend_kind_by_name ("incident_report"),
                             error);
  GArray *reports;

  if (records == NULL)
    return FALSE;

  reports = g_array_new (FALSE, FALSE, sizeof (TendIncidentReport));
  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = records->pdata[i];
      TendIncidentReport report = {
        .told_at = tend_record_get_int (record, "told_at"),
        .role = tend_compose_choice (record, "role"),
        .name = tend_care_name (source, tend_record_get_text (record, "name")),
        .how = tend_care_choice (record, "how"),
        .reference = tend_care_private (source, tend_record_get_text (record, "reference")),
        .answer = tend_care_text (source, record, "answer"),
      };

      g_array_append_val (reports, report);
    }
  g_array_sort (reports, compare_reports);
  sheet->n_reports = reports->len;
  sheet->reports = tend_care_own (source, reports);
  return TRUE;
}

/* What was added */

static const char *
addendum_text (TendCareSource *source,
               TendRecord     *addendum)
{
  const char *text = tend_care_text (source, addendum, "text");
  const char *reason = tend_care_text (source, addendum, "reason");

  if (!tend_record_is_set (addendum, "corrects"))
    return text;
  /* Translators: "Where, corrected: In the hall." and on the next line why */
  return tend_compose_take (source->values->texts,
                            g_strdup_printf (_("%s, corrected: %s\nWhy: %s"),
                                             tend_compose_choice (addendum, "corrects"), text,
                                             reason != NULL ? reason : ""));
}

/* Of an incident or a body map; NULL with an error. */
static GArray *
read_addenda (TendCareSource  *source,
              TendRecord      *record,
              const char      *kind,
              GError         **error)
{
  g_autoptr(GPtrArray) records =
    tend_record_load_nested (source->vault, record, tend_kind_by_name (kind), error);
  GArray *addenda;

  if (records == NULL)
    return NULL;

  addenda = g_array_new (FALSE, FALSE, sizeof (TendIncidentAddendum));
  for (guint i = 0; i < records->len; i++)
    {
      TendIncidentAddendum addendum = {
        tend_record_get_int (records->pdata[i], "written_at"),
        addendum_text (source, records->pdata[i]),
      };

      g_array_append_val (addenda, addendum);
    }
  tend_care_own (source, addenda);
  return addenda;
}

/* Body maps */

static TendBodySide
side_of (TendRecord *mark)
{
  static const char * const sides[] = {
    [TEND_BODY_FRONT] = "front", [TEND_BODY_BACK] = "back", [TEND_BODY_LEFT] = "left",
    [TEND_BODY_RIGHT] = "right",
  };
  const char *side = tend_record_get_text (mark, "side");

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (g_strcmp0 (sides[i], side) == 0)
      return i;
  return TEND_BODY_FRONT;
}

static gboolean
read_marks (TendCareSource   *source,
            TendRecord       *record,
            TendIncidentMap  *map,
            GError          **error)
{
  g_autoptr(GPtrArray) records =
    tend_record_load_nested (source->vault, record, tend_kind_by_name ("body_mark"), error);
  GArray *addenda = records != NULL
                    ? read_addenda (source, record, "body_map_addendum", error) : NULL;
  GArray *marks;

  if (addenda == NULL)
    return FALSE;

  map->n_addenda = addenda->len;
  map->addenda = (const TendIncidentAddendum *) addenda->data;

  marks = g_array_new (FALSE, FALSE, sizeof (TendIncidentMark));
  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *line = records->pdata[i];
      TendIncidentMark mark = {
        .place = { side_of (line), tend_record_get_int (line, "x_thousandths"),
                   tend_record_get_int (line, "y_thousandths"), i + 1 },
        .kind = tend_compose_choice (line, "kind"),
        .where = tend_care_text (source, line, "place"),
        .size = tend_care_text (source, line, "size"),
        .shape = tend_care_text (source, line, "shape"),
        .colour = tend_care_text (source, line, "colour"),
        .note = tend_care_text (source, line, "note"),
      };

      g_array_append_val (marks, mark);
    }
  map->n_marks = marks->len;
  map->marks = tend_care_own (source, marks);
  return TRUE;
}

static gint
compare_maps (gconstpointer a,
              gconstpointer b)
{
  TendInstant left = ((const TendIncidentMap *) a)->seen_at;
  TendInstant right = ((const TendIncidentMap *) b)->seen_at;

  return left < right ? -1 : left > right;
}

static gboolean
read_maps (TendCareSource  *source,
           TendRecord      *incident,
           GError         **error)
{
  TendIncidentSheet *sheet = &source->values->incident;
  g_autoptr(GPtrArray) records =
    tend_client_records (source->vault, tend_kind_by_name ("body_map"), source->request->client,
                         error);
  GArray *maps;

  if (records == NULL)
    return FALSE;

  maps = g_array_new (FALSE, FALSE, sizeof (TendIncidentMap));
  sheet->maps = tend_care_own (source, maps);
  for (guint i = 0; i < records->len; i++)
    {
      TendIncidentMap map = {
        .seen_at = tend_record_get_int (records->pdata[i], "seen_at"),
        .note = tend_care_text (source, records->pdata[i], "note"),
      };

      if (g_strcmp0 (tend_record_get_text (records->pdata[i], "incident"),
                     tend_record_get_id (incident)) != 0)
        continue;
      if (!read_marks (source, records->pdata[i], &map, error))
        return FALSE;
      g_array_append_val (maps, map);
    }
  g_array_sort (maps, compare_maps);
  sheet->maps = (const TendIncidentMap *) maps->data;
  sheet->n_maps = maps->len;
  return TRUE;
}

/* "Financial or material, Neglect" */
static const char *
abuse_text (TendCareSource *source,
            TendRecord     *incident)
{
  const TendField *field = tend_kind_field (tend_kind_by_name ("incident"), "abuse");
  const char *list = tend_record_get_text (incident, "abuse");
  g_auto(GStrv) kinds = g_strsplit (list != NULL ? list : "", "\n", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (char **kind = kinds; *kind != NULL; kind++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                            tend_field_choice_label (field, *kind));
  return tend_compose_keep (source->values->texts, text->str);
}

gboolean
tend_care_read_incident (TendCareSource  *source,
                         GError         **error)
{
  TendIncidentSheet *sheet = &source->values->incident;
  g_autoptr(TendRecord) incident = find_incident (source, error);
  GArray *addenda = incident != NULL
                    ? read_addenda (source, incident, "incident_addendum", error) : NULL;

  if (addenda == NULL)
    return FALSE;

  *sheet = (TendIncidentSheet) {
    .head = source->values->head,
    .kind = tend_compose_choice (incident, "kind"),
    .what = tend_care_choice (incident, "what"),
    .happened_at = tend_record_get_int (incident, "happened_at"),
    .written_at = tend_record_get_int (incident, "written_at"),
    .changed_at = tend_record_get_int (incident, "changed_at"),
    .place = tend_care_text (source, incident, "place"),
    .present = tend_care_text (source, incident, "present"),
    .facts = tend_care_text (source, incident, "facts"),
    .own_words = tend_care_text (source, incident, "own_words"),
    .opinion = tend_care_text (source, incident, "opinion"),
    .injuries = tend_care_text (source, incident, "injuries"),
    .action = tend_care_text (source, incident, "action"),
    .abuse = abuse_text (source, incident),
    .wishes = tend_care_text (source, incident, "wishes"),
    .agreed_to_tell = tend_care_choice (incident, "agreed_to_tell"),
    .override_reason = tend_care_text (source, incident, "override_reason"),
    .follow_up = tend_care_text (source, incident, "follow_up"),
    .follow_up_on = tend_record_get_int (incident, "follow_up_on"),
    .followed_up_on = tend_record_get_int (incident, "followed_up_on"),
    .outcome = tend_care_text (source, incident, "outcome"),
    .addenda = (const TendIncidentAddendum *) addenda->data,
    .n_addenda = addenda->len,
    .lessons = tend_care_text (source, incident, "lessons"),
    .closed_on = tend_record_get_int (incident, "closed_on"),
  };
  return read_reports (source, incident, error) &&
         (source->client == NULL || read_maps (source, incident, error));
}
