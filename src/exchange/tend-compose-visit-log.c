/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-care-private.h"

#include "tend-clients.h"
#include "tend-money.h"
#include "tend-visit-record.h"
#include "tend-visits.h"

#include <glib/gi18n-lib.h>

static void
append (GString    *text,
        const char *between,
        const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
}

/* "Cancelled: in hospital" */
static const char *
missed_text (TendCareSource *source,
             TendRecord     *visit)
{
  g_autoptr(GString) text = NULL;

  if (g_strcmp0 (tend_record_get_text (visit, "status"), "done") == 0)
    return NULL;
  text = g_string_new (tend_compose_choice (visit, "status"));
  if (tend_record_is_set (visit, "cancelled_at"))
    {
      TendInstant at = tend_record_get_int (visit, "cancelled_at");
      g_autofree char *day = tend_date_format (tend_time_date (at), TEND_DATE_SHORT);
      g_autofree char *clock = tend_clock_format (tend_time_clock (at));
      g_autofree char *when = g_strdup_printf ("%s, %s", day, clock);

      append (text, " ", when);
    }
  append (text, ": ", tend_care_text (source, visit, "cancel_reason"));
  return tend_compose_keep (source->values->texts, text->str);
}

static gboolean
read_tasks (TendCareSource  *source,
            TendRecord      *visit,
            TendLogVisit    *line,
            GError         **error)
{
  g_autoptr(GPtrArray) tasks =
    tend_record_load_nested (source->vault, visit, tend_kind_by_name ("visit_task"), error);
  g_autoptr(GString) done = g_string_new (NULL);
  g_autoptr(GString) not_done = g_string_new (NULL);

  if (tasks == NULL)
    return FALSE;

  for (guint i = 0; i < tasks->len; i++)
    {
      TendRecord *task = tasks->pdata[i];
      const char *title = tend_care_text (source, task, "title");
      const char *reason = tend_care_text (source, task, "reason");
      g_autofree char *both = reason != NULL ? g_strdup_printf ("%s (%s)", title, reason) : NULL;
      gboolean is_done = tend_record_get_int (task, "done");

      append (is_done ? done : not_done, is_done ? ", " : "; ", both != NULL ? both : title);
    }
  line->done = tend_compose_keep (source->values->texts, done->str);
  line->not_done = tend_compose_keep (source->values->texts, not_done->str);
  return TRUE;
}

static gboolean
read_addenda (TendCareSource  *source,
              TendRecord      *visit,
              TendLogVisit    *line,
              GError         **error)
{
  g_autoptr(GPtrArray) records =
    tend_record_load_nested (source->vault, visit, tend_kind_by_name ("visit_addendum"), error);
  GArray *addenda;

  if (records == NULL)
    return FALSE;

  addenda = g_array_new (FALSE, FALSE, sizeof (TendLogAddendum));
  for (guint i = 0; i < records->len; i++)
    {
      TendLogAddendum addendum = {
        tend_record_get_int (records->pdata[i], "written_at"),
        tend_care_text (source, records->pdata[i], "text"),
      };

      g_array_append_val (addenda, addendum);
    }
  line->n_addenda = addenda->len;
  line->addenda = tend_care_own (source, addenda);
  return TRUE;
}

static void
append_pence (GString    *text,
              const char *format,
              TendRecord *visit,
              const char *field)
{
  g_autofree char *amount = tend_money_format (tend_record_get_int (visit, field));
  g_autofree char *part = g_strdup_printf (format, amount);

  if (tend_record_is_set (visit, field))
    append (text, ", ", part);
}

/* "Given £20.00, spent £14.35, given back £5.65. Bread, milk. There is a receipt." */
static const char *
money_text (TendCareSource *source,
            TendRecord     *visit)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gint64 missing = tend_visit_money_missing_pence (visit);

  append_pence (text, _("given %s"), visit, "money_given_pence");
  append_pence (text, _("spent %s"), visit, "money_spent_pence");
  append_pence (text, _("given back %s"), visit, "money_returned_pence");
  if (text->len == 0)
    return NULL;

  append (text, ": ", tend_care_text (source, visit, "money_note"));
  g_string_append_c (text, '.');
  append (text, " ", tend_record_get_int (visit, "money_receipt")
                     ? _("There is a receipt.") : _("There is no receipt."));
  if (missing != 0)
    {
      g_autofree char *amount = tend_money_format (ABS (missing));
      g_autofree char *says = g_strdup_printf (_("It does not add up by %s."), amount);

      append (text, " ", says);
    }
  return tend_compose_keep (source->values->texts, text->str);
}

static const char *
food_text (TendCareSource *source,
           TendRecord     *visit)
{
  g_autoptr(GString) text = g_string_new (tend_care_choice (visit, "appetite"));

  append (text, ". ", tend_care_text (source, visit, "intake"));
  return tend_compose_keep (source->values->texts, text->str);
}

/* Of this visit, or within its time where none is named. */
static gboolean
is_of_visit (TendRecord      *incident,
             const TendVisit *row)
{
  const char *id = tend_record_get_text (incident, "visit");
  TendInstant at = tend_record_get_int (incident, "happened_at");

  if (id != NULL)
    return g_str_equal (id, row->id);
  return at >= tend_visit_start (row) && at <= tend_visit_end (row);
}

/* "8 July 2026, 08:10" */
static const char *
incidents_text (TendCareSource  *source,
                GPtrArray       *incidents,
                const TendVisit *row)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < incidents->len; i++)
    {
      TendInstant at = tend_record_get_int (incidents->pdata[i], "happened_at");
      g_autofree char *date = tend_date_format (tend_time_date (at), TEND_DATE_LONG);
      g_autofree char *clock = tend_clock_format (tend_time_clock (at));
      g_autofree char *when = g_strdup_printf ("%s, %s", date, clock);

      if (is_of_visit (incidents->pdata[i], row))
        append (text, "; ", when);
    }
  return tend_compose_keep (source->values->texts, text->str);
}

/* Whether it is over, and nobody wrote down what became of it. */
static gboolean
is_unwritten (const TendVisit *row,
              TendInstant      now)
{
  return row->status == TEND_VISIT_PLANNED && row->planned_end <= now;
}

/* It is told as loudly as a dose that nobody signed for: it may have been made. */
static void
add_unwritten (TendCareSource  *source,
               const TendVisit *row,
               GArray          *visits)
{
  const TendLogVisit line = {
    .start = row->planned_start,
    .end = row->planned_end,
    .first_start = TEND_INSTANT_NONE,
    .recorded_at = TEND_INSTANT_NONE,
    .service = tend_compose_keep (source->values->texts, row->service_name),
    .missed = _("NOTHING WRITTEN"),
    .unwritten = TRUE,
  };

  g_array_append_val (visits, line);
}

static gboolean
add_visit (TendCareSource   *source,
           const TendVisit  *row,
           GPtrArray        *incidents,
           GArray           *visits,
           GError          **error)
{
  g_autoptr(TendRecord) visit =
    tend_record_load (source->vault, tend_kind_by_name ("visit"), row->id, error);
  TendLogVisit line;

  if (visit == NULL)
    return FALSE;

  line = (TendLogVisit) {
    .start = tend_visit_start (row),
    .end = tend_visit_end (row),
    .planned_start = row->planned_start,
    .planned_end = row->planned_end,
    .first_start = tend_record_get_int (visit, "first_start"),
    .first_end = tend_record_get_int (visit, "first_end"),
    .correction = tend_care_text (source, visit, "correction_reason"),
    .service = tend_compose_keep (source->values->texts, row->service_name),
    .missed = missed_text (source, visit),
    .mood = tend_care_choice (visit, "mood"),
    .food = food_text (source, visit),
    .skin = tend_care_text (source, visit, "skin"),
    .observations = tend_care_text (source, visit, "observations"),
    .note = tend_care_text (source, visit, "note"),
    .handover = tend_care_text (source, visit, "handover"),
    .concern = tend_care_text (source, visit, "concern"),
    .money = money_text (source, visit),
    .incidents = incidents_text (source, incidents, row),
    .recorded_at = tend_record_get_int (visit, "recorded_at"),
  };
  if (!read_tasks (source, visit, &line, error) || !read_addenda (source, visit, &line, error))
    return FALSE;
  g_array_append_val (visits, line);
  return TRUE;
}

gboolean
tend_care_read_visits (TendCareSource  *source,
                       GError         **error)
{
  const TendCareRequest *request = source->request;
  TendVisitLogSheet *sheet = &source->values->visits;
  TendDate passed = MIN (request->to, tend_time_date (request->now));
  g_autoptr(GPtrArray) rows = tend_visits_recorded (source->vault, request->from, request->to,
                                                    passed, request->client, error);
  g_autoptr(GPtrArray) incidents = NULL;
  GArray *visits;

  if (rows != NULL)
    incidents = tend_client_records (source->vault, tend_kind_by_name ("incident"),
                                     request->client, error);
  if (incidents == NULL)
    return FALSE;

  visits = g_array_new (FALSE, FALSE, sizeof (TendLogVisit));
  *sheet = (TendVisitLogSheet) {
    .head = source->values->head, .from = request->from, .to = request->to,
    .visits = tend_care_own (source, visits),
  };
  for (guint i = 0; i < rows->len; i++)
    {
      const TendVisit *row = rows->pdata[i];

      /* Of a night, the day on which it began counts. */
      if (tend_time_date (tend_visit_start (row)) < request->from)
        continue;
      if (is_unwritten (row, request->now))
        add_unwritten (source, row, visits);
      if (row->status == TEND_VISIT_PLANNED || !row->stored)
        continue;
      if (!add_visit (source, row, incidents, visits, error))
        return FALSE;
    }
  sheet->visits = (const TendLogVisit *) visits->data;
  sheet->n_visits = visits->len;
  return TRUE;
}
