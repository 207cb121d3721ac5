/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The care plan and the risk assessment. */

#include "tend-compose-care-private.h"

#include "tend-care-plan.h"
#include "tend-clients.h"
#include "tend-recurrence.h"
#include "tend-risks.h"

#include <glib/gi18n-lib.h>

static TendRecord *
find_plan (TendCareSource  *source,
           GError         **error)
{
  const TendCareRequest *request = source->request;
  g_autoptr(GError) failure = NULL;
  g_autoptr(TendRecord) plan = NULL;

  if (request->record != NULL)
    plan = tend_record_load (source->vault, tend_kind_by_name ("care_plan"), request->record,
                             &failure);
  else
    plan = tend_care_plan_on (source->vault, request->client, request->on, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (plan != NULL &&
           g_strcmp0 (tend_record_get_text (plan, "client"), request->client) != 0)
    {
      g_clear_object (&plan);
      g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                           _("That care plan is somebody else’s: check its id, or the client."));
    }
  else if (plan == NULL)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                         _("No care plan is in force for this person on that day."
                           " Agree one first, or choose the version to print."));

  return g_steal_pointer (&plan);
}

static gboolean
read_outcomes (TendCareSource  *source,
               TendRecord      *plan,
               GError         **error)
{
  TendPlanSheet *sheet = &source->values->plan;
  g_autoptr(GPtrArray) records =
    tend_record_load_nested (source->vault, plan, tend_kind_by_name ("plan_outcome"), error);
  GArray *outcomes;

  if (records == NULL)
    return FALSE;

  outcomes = g_array_new (FALSE, FALSE, sizeof (TendPlanOutcome));
  for (guint i = 0; i < records->len; i++)
    {
      TendPlanOutcome outcome = {
        .outcome = tend_care_text (source, records->pdata[i], "outcome"),
        .steps = tend_care_text (source, records->pdata[i], "steps"),
        .measure = tend_care_text (source, records->pdata[i], "measure"),
      };

      g_array_append_val (outcomes, outcome);
    }
  sheet->n_outcomes = outcomes->len;
  sheet->outcomes = tend_care_own (source, outcomes);
  return TRUE;
}

/* "Mon, Thu", "When needed", "Every visit". */
static const char *
when_text (TendCareSource *source,
           TendRecord     *task)
{
  static const char * const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  const char *list = tend_record_get_text (task, "weekdays");
  g_auto(GStrv) chosen = g_strsplit (list != NULL ? list : "", "\n", -1);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_strv_contains ((const char * const *) chosen, days[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              tend_weekday_short_name (TEND_MONDAY + i));
  if (tend_record_get_int (task, "when_needed"))
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _("When needed"));

  return text->len > 0 ? tend_compose_keep (source->values->texts, text->str) : _("Every visit");
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  return tend_record_get_int (*(TendRecord **) a, "starts_at") -
         tend_record_get_int (*(TendRecord **) b, "starts_at");
}

/* Of those that hold on that day: "Every visit" says nothing to somebody who stands in. */
static gboolean
read_visits (TendCareSource  *source,
             GError         **error)
{
  g_autoptr(GPtrArray) patterns =
    tend_client_records (source->vault, tend_kind_by_name ("pattern"), source->request->client,
                         error);
  g_autoptr(GString) text = g_string_new (NULL);

  if (patterns != NULL)
    g_ptr_array_sort (patterns, compare_starts);
  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    {
      TendRecord *pattern = patterns->pdata[i];
      TendDate first = tend_record_get_int (pattern, "starts_on");
      TendDate last = tend_record_get_int (pattern, "ends_on");
      TendClock from = tend_record_get_int (pattern, "starts_at");
      g_autofree char *days = tend_recurrence_describe (tend_record_get_text (pattern, "rrule"),
                                                        first);
      g_autofree char *start = tend_clock_format (from);
      g_autofree char *end =
        tend_clock_format ((from + tend_record_get_int (pattern, "minutes")) % (24 * 60));

      if (first <= source->request->on && (last == TEND_DATE_NONE || last >= source->request->on))
        g_string_append_printf (text, "%s%s, %s–%s", text->len > 0 ? "\n" : "", days, start, end);
    }
  source->values->plan.visits = tend_compose_keep (source->values->texts, text->str);
  return patterns != NULL;
}

static const char *
service_name (TendCareSource *source,
              TendRecord     *task)
{
  const char *id = tend_record_get_text (task, "service");
  g_autoptr(TendRecord) service = NULL;

  if (id != NULL)
    service = tend_record_load (source->vault, tend_kind_by_name ("service"), id, NULL);
  return service != NULL
         ? tend_compose_keep (source->values->texts, tend_record_get_text (service, "name"))
         : NULL;
}

static void
add_task (TendCareSource *source,
          TendRecord     *record,
          GArray         *tasks)
{
  TendPlanTask task = {
    .part = tend_compose_choice (record, "part_of_day"),
    .title = tend_care_text (source, record, "title"),
    .detail = tend_care_text (source, record, "detail"),
    .when = when_text (source, record),
    .service = service_name (source, record),
    .personal_care = tend_record_get_int (record, "personal_care"),
  };

  g_array_append_val (tasks, task);
}

/* Part after part of the day, each in the plan's own order. */
static gboolean
read_tasks (TendCareSource  *source,
            TendRecord      *plan,
            GError         **error)
{
  TendPlanSheet *sheet = &source->values->plan;
  const TendKind *kind = tend_kind_by_name ("plan_task");
  const TendChoice *parts = tend_kind_field (kind, "part_of_day")->choices;
  g_autoptr(GPtrArray) records = tend_record_load_nested (source->vault, plan, kind, error);
  GArray *tasks;

  if (records == NULL)
    return FALSE;

  tasks = g_array_new (FALSE, FALSE, sizeof (TendPlanTask));
  for (; parts->value != NULL; parts++)
    for (guint i = 0; i < records->len; i++)
      if (g_strcmp0 (tend_record_get_text (records->pdata[i], "part_of_day"), parts->value) == 0)
        add_task (source, records->pdata[i], tasks);
  sheet->n_tasks = tasks->len;
  sheet->tasks = tend_care_own (source, tasks);
  return TRUE;
}

/* "Alan Hartley: Lasting power of attorney: health and welfare", a line each. */
static gboolean
read_acting (TendCareSource  *source,
             GError         **error)
{
  const TendContactsSheet *contacts = &source->values->contacts;
  g_autoptr(GString) text = g_string_new (NULL);

  if (!tend_care_read_acting (source, error))
    return FALSE;

  for (gsize i = 0; i < contacts->n_acting; i++)
    g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "",
                            contacts->acting[i].name != NULL ? contacts->acting[i].name : "",
                            contacts->acting[i].authority);
  source->values->plan.acting = tend_compose_keep (source->values->texts, text->str);
  return TRUE;
}

/* Risks */

static gboolean
is_open_on (TendRecord *risk,
            TendDate    date)
{
  TendDate closed = tend_record_get_int (risk, "closed_on");

  return tend_record_get_int (risk, "assessed_on") <= date &&
         (closed == TEND_DATE_NONE || closed > date);
}

/* The greatest first. */
static gint
compare_risks (gconstpointer a,
               gconstpointer b)
{
  const TendRiskLine *left = a, *right = b;
  int difference = tend_risk_score (right->likelihood_before, right->severity_before)
                   - tend_risk_score (left->likelihood_before, left->severity_before);

  return difference != 0 ? difference : g_strcmp0 (left->hazard, right->hazard);
}

static void
add_risk (TendCareSource *source,
          TendRecord     *risk,
          GArray         *lines)
{
  TendRiskLine line = {
    .hazard = tend_care_text (source, risk, "hazard"),
    .who = tend_care_text (source, risk, "who"),
    .controls = tend_care_text (source, risk, "controls"),
    .likelihood_before = tend_record_get_int (risk, "likelihood_before"),
    .severity_before = tend_record_get_int (risk, "severity_before"),
    .further = tend_care_text (source, risk, "further"),
    .likelihood_after = tend_record_get_int (risk, "likelihood_after"),
    .severity_after = tend_record_get_int (risk, "severity_after"),
    .owner = tend_care_text (source, risk, "owner"),
    .assessed_on = tend_record_get_int (risk, "assessed_on"),
    .review_on = tend_care_review (source, risk, "review_on"),
  };

  g_array_append_val (lines, line);
}

/* The open ones as lines, the greatest first. */
static GArray *
open_risks (TendCareSource *source,
            GPtrArray      *risks)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (TendRiskLine));

  for (guint i = 0; i < risks->len; i++)
    if (is_open_on (risks->pdata[i], source->request->on))
      add_risk (source, risks->pdata[i], lines);
  g_array_sort (lines, compare_risks);
  return lines;
}

/* "see the risk assessment: Falls, 12 High; Burns, 4 Low": none is left out of the plan. */
static gboolean
read_risk_names (TendCareSource  *source,
                 GError         **error)
{
  g_autoptr(GPtrArray) risks = tend_client_records (source->vault, tend_kind_by_name ("risk"),
                                                    source->request->client, error);
  g_autoptr(GArray) bands = risks != NULL ? tend_risk_bands (source->vault, error) : NULL;
  g_autoptr(GArray) lines = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (bands == NULL)
    return FALSE;

  lines = open_risks (source, risks);
  for (guint i = 0; i < lines->len; i++)
    {
      const TendRiskLine *line = &g_array_index (lines, TendRiskLine, i);
      int score = tend_risk_score (line->likelihood_before, line->severity_before);
      const TendRiskBand *band = tend_risk_band (bands, score);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", line->hazard);
      if (score > 0)
        g_string_append_printf (text, ", %d%s%s", score, band != NULL ? " " : "",
                                band != NULL ? _(band->name) : "");
    }
  if (text->len > 0)
    source->values->plan.risks = tend_compose_take (
      source->values->texts, g_strdup_printf (_("see the risk assessment: %s"), text->str));
  return TRUE;
}

/* The plan */

gboolean
tend_care_read_plan (TendCareSource  *source,
                     GError         **error)
{
  TendPlanSheet *sheet = &source->values->plan;
  g_autoptr(TendRecord) plan = find_plan (source, error);

  if (plan == NULL)
    return FALSE;

  *sheet = (TendPlanSheet) {
    .head = source->values->head,
    .version = tend_record_get_int (plan, "version"),
    .agreed_on = tend_record_get_int (plan, "agreed_on"),
    .agreed_by = tend_care_text (source, plan, "agreed_by"),
    .authority = tend_care_word_of (source, plan, "authority"),
    .review_on = tend_care_review (source, plan, "review_on"),
    .superseded_on = tend_record_get_int (plan, "superseded_on"),
    .change_note = tend_care_text (source, plan, "change_note"),
    .needs = tend_care_text (source, plan, "needs"),
    .preferences = tend_care_text (source, plan, "preferences"),
    .routine = tend_care_text (source, plan, "routine"),
    .equipment = tend_care_text (source, plan, "equipment"),
    .boundaries = tend_care_text (source, plan, "boundaries"),
  };
  /* What was signed says nothing of what was found since. */
  if (sheet->agreed_on != TEND_DATE_NONE)
    sheet->risks_on = source->request->on;
  /* On the day that is asked about it was still in force. */
  if (sheet->superseded_on > source->request->on)
    sheet->superseded_on = TEND_DATE_NONE;

  return read_acting (source, error) && read_visits (source, error) &&
         read_outcomes (source, plan, error) && read_tasks (source, plan, error) &&
         read_risk_names (source, error);
}

gboolean
tend_care_read_risks (TendCareSource  *source,
                      GError         **error)
{
  TendRiskSheet *sheet = &source->values->risks;
  g_autoptr(GPtrArray) risks = tend_client_records (source->vault, tend_kind_by_name ("risk"),
                                                    source->request->client, error);
  g_autoptr(GArray) bands = NULL;
  GArray *kept, *lines;

  if (risks != NULL)
    bands = tend_risk_bands (source->vault, error);
  if (bands == NULL)
    return FALSE;

  /* The names are static, the array is not. */
  kept = g_array_new (FALSE, FALSE, sizeof (TendRiskBand));
  g_array_append_vals (kept, bands->data, bands->len);
  lines = open_risks (source, risks);
  *sheet = (TendRiskSheet) {
    .head = source->values->head,
    .on = source->request->on,
    .bands = tend_care_own (source, kept),
    .n_bands = kept->len,
  };
  sheet->n_lines = lines->len;
  sheet->lines = tend_care_own (source, lines);

  if (lines->len == 0)
    g_set_error_literal (error, TEND_ERROR, TEND_ERROR_FAILED,
                         _("No risks are written down for this person on that day."
                           " Assess one first."));
  return lines->len > 0;
}
