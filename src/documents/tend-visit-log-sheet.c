/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-visit-log-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-letterhead.h"

#define TIME_WIDTH 88.0
#define GUTTER     14.0

/* (transfer full): "21 Oct 2026, 18:40" */
static char *
moment_text (TendInstant instant)
{
  g_autofree char *date = tend_date_format (tend_time_date (instant), TEND_DATE_SHORT);
  g_autofree char *clock = tend_clock_format (tend_time_clock (instant));

  return g_strdup_printf ("%s, %s", date, clock);
}

static void
lay_correction (TendFlow           *flow,
                const TendLogVisit *visit)
{
  g_autofree char *span = NULL;
  g_autofree char *text = NULL;

  if (visit->first_start == TEND_INSTANT_NONE)
    return;
  span = visit->first_end != TEND_INSTANT_NONE
         ? tend_time_format_span (visit->first_start, visit->first_end)
         : tend_clock_format (tend_time_clock (visit->first_start));
  /* Translators: a visit's times as first written, and why they were put right */
  text = g_strdup_printf (_("first written as %s. %s"), span,
                          visit->correction ? visit->correction : "");
  tend_run_in_lay (flow, _("Times corrected"), text);
}

static void
lay_addenda (TendFlow           *flow,
             const TendLogVisit *visit)
{
  for (gsize i = 0; i < visit->n_addenda; i++)
    {
      g_autofree char *when = moment_text (visit->addenda[i].written_at);
      /* Translators: a time */
      g_autofree char *label = g_strdup_printf (_("Added on %s"), when);

      tend_run_in_lay (flow, label, visit->addenda[i].text);
    }
}

static gboolean
is_empty (const TendLogVisit *visit)
{
  const char *parts[] = { visit->missed, visit->note, visit->concern, visit->done, visit->not_done,
                          visit->mood, visit->food, visit->skin, visit->observations,
                          visit->money, visit->handover };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] && *parts[i])
      return FALSE;
  return visit->n_addenda == 0;
}

/* Who wrote it and when; the day, too, unless it was the visit's. */
static void
lay_author (TendFlow           *flow,
            const TendLogVisit *visit,
            const char         *author)
{
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  /* That a visit was not made is written down with no words of its own. */
  if (visit->recorded_at == TEND_INSTANT_NONE && visit->missed != NULL)
    return;
  if (visit->recorded_at == TEND_INSTANT_NONE)
    /* Translators: the carer's name */
    text = g_strdup_printf (_("Written by %s; when is not written"), author);
  else
    {
      when = tend_time_date (visit->recorded_at) == tend_time_date (visit->end)
             ? tend_clock_format (tend_time_clock (visit->recorded_at))
             : moment_text (visit->recorded_at);
      /* Translators: a time, and the carer's name */
      text = g_strdup_printf (_("Written %s by %s"), when, author);
    }
  tend_flow_text (flow, "P", TEND_TEXT_SMALL, text, &flow->palette->soft_ink);
}

/* What was written of it, in the order in which it is looked for. */
static void
lay_entry (TendFlow           *flow,
           const TendLogVisit *visit)
{
  tend_flow_text (flow, "P", TEND_TEXT_STRONG, visit->missed, &flow->palette->warning);
  tend_flow_text (flow, "P", TEND_TEXT_CELL, visit->note, &flow->palette->ink);
  flow->y += visit->note || visit->missed ? 3 : 0;
  tend_run_in_lay (flow, _("Something concerned me"), visit->concern);
  tend_run_in_lay (flow, _("Done"), visit->done);
  tend_run_in_lay (flow, _("Not done"), visit->not_done);
  tend_run_in_lay (flow, _("Mood"), visit->mood);
  tend_run_in_lay (flow, _("Food and drink"), visit->food);
  tend_run_in_lay (flow, _("Skin"), visit->skin);
  tend_run_in_lay (flow, _("Noticed"), visit->observations);
  tend_run_in_lay (flow, _("Money"), visit->money);
  tend_run_in_lay (flow, _("For whoever comes next"), visit->handover);
  tend_run_in_lay (flow, _("See the incident report of"), visit->incidents);
}

/* The times, those that were planned, and what for. */
static void
lay_times (TendFlow           *flow,
           const TendLogVisit *visit)
{
  g_autofree char *span = tend_time_format_span (visit->start, visit->end);
  g_autofree char *planned = NULL;
  g_autofree char *text = NULL;

  /* What was not worked must not look as if it were. */
  if (visit->missed == NULL)
    tend_flow_text (flow, "P", TEND_TEXT_STRONG, span, &flow->palette->ink);
  if (visit->missed != NULL || visit->planned_start != TEND_INSTANT_NONE)
    {
      planned = visit->missed != NULL
                ? g_strdup (span)
                : tend_time_format_span (visit->planned_start, visit->planned_end);
      /* Translators: from when until when a visit was to be */
      text = g_strdup_printf (_("Planned %s"), planned);
    }
  tend_flow_text (flow, "P", TEND_TEXT_SMALL, text, &flow->palette->soft_ink);
  tend_flow_text (flow, "P", TEND_TEXT_SMALL, visit->service, &flow->palette->soft_ink);
}

/* TEND_DATE_NONE: the same as before */
static void
lay_day (TendFlow *flow,
         TendDate  date)
{
  g_autofree char *day = tend_date_format (date, TEND_DATE_FULL);

  if (date == TEND_DATE_NONE)
    return;
  tend_flow_space (flow, 6);
  tend_flow_need (flow, 60);
  tend_flow_text (flow, "H2", TEND_TEXT_STRONG, day, &flow->palette->accent);
  flow->y += 3;
  tend_flow_rule (flow);
  flow->y += 6;
}

typedef struct
{
  const TendLogVisit *visit;
  TendDate            day;    /* TEND_DATE_NONE: that of the visit before it */
  const char         *author;
} Entry;

static void
lay_words (TendFlow    *flow,
           const Entry *entry)
{
  if (is_empty (entry->visit))
    tend_flow_text (flow, "P", TEND_TEXT_CELL, _("Nothing was written."),
                    &flow->palette->soft_ink);
  lay_entry (flow, entry->visit);
  lay_correction (flow, entry->visit);
  if (!is_empty (entry->visit))
    lay_author (flow, entry->visit, entry->author);
  lay_addenda (flow, entry->visit);
}

/* Large letters need the whole line. */
static void
lay_below (TendFlow *flow,
           gpointer  data)
{
  const Entry *entry = data;

  lay_day (flow, entry->day);
  lay_times (flow, entry->visit);
  flow->y += 4;
  lay_words (flow, entry);
}

static void
lay_beside (TendFlow *flow,
            gpointer  data)
{
  const Entry *entry = data;
  TendFlow left, right;

  lay_day (flow, entry->day);
  tend_flow_need (flow, 40);
  left = tend_flow_column (flow, flow->left, TIME_WIDTH);
  right = tend_flow_column (flow, flow->left + TIME_WIDTH + GUTTER,
                            tend_flow_width (flow) - TIME_WIDTH - GUTTER);
  lay_times (&left, entry->visit);
  lay_words (&right, entry);

  tend_flow_join (flow, &left);
  tend_flow_join (flow, &right);
}

/* Who wrote it is not told on another page than what was written, unless that is long. */
static void
lay_visit (TendFlow    *flow,
           const Entry *entry)
{
  gboolean large = tend_text_context_is_large (flow->context);

  tend_flow_keep (flow, large ? lay_below : lay_beside, (gpointer) entry);
  flow->y += large ? 14 : 8;
}

static void
lay_summary (TendFlow                *flow,
             const TendVisitLogSheet *sheet)
{
  g_autofree char *period = tend_text_period (sheet->from, sheet->to);
  g_autofree char *made = NULL;
  g_autofree char *missed = NULL;
  g_autofree char *unwritten = NULL;
  g_autofree char *time = NULL;
  gsize n_missed = 0, n_unwritten = 0;
  gint64 minutes = 0;

  for (gsize i = 0; i < sheet->n_visits; i++)
    {
      if (sheet->visits[i].unwritten)
        n_unwritten++;
      else if (sheet->visits[i].missed)
        n_missed++;
      else
        minutes += tend_time_minutes (sheet->visits[i].start, sheet->visits[i].end);
    }
  made = g_strdup_printf ("%d", (int) (sheet->n_visits - n_missed - n_unwritten));
  missed = n_missed > 0 ? g_strdup_printf ("%d", (int) n_missed) : NULL;
  unwritten = n_unwritten > 0 ? g_strdup_printf ("%d", (int) n_unwritten) : NULL;
  time = tend_minutes_format (minutes);
  {
    const TendFact facts[] = {
      { _("Period"), period, NULL, 0 },
      { _("Visits made"), made, minutes > 0 ? time : NULL, 1 },
      { _("Visits not made"), missed, NULL, 2 },
      { _("Visits with nothing written"), unwritten, NULL, 2 },
    };

    tend_facts_lay (flow, facts, G_N_ELEMENTS (facts));
  }
}

TendDocument *
tend_document_new_visit_log (const TendVisitLogSheet *sheet)
{
  TendDate date = TEND_DATE_NONE;
  const char *title;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  title = _("Visit log");
  tend_care_begin (&flow, &sheet->head, title);
  tend_care_head_lay (&flow, &sheet->head, title);
  tend_care_person_lay (&flow, &sheet->head);
  lay_summary (&flow, sheet);
  if (sheet->n_visits == 0)
    tend_flow_text (&flow, "P", TEND_TEXT_BODY, _("No visits were recorded in this period."),
                    &flow.palette->ink);
  for (gsize i = 0; i < sheet->n_visits; i++)
    {
      TendDate day = tend_time_date (sheet->visits[i].start);

      lay_visit (&flow, &(Entry) { &sheet->visits[i], day != date ? day : TEND_DATE_NONE,
                                   sheet->head.carer.name });
      date = day;
    }
  return tend_care_finish (&flow, &sheet->head, title);
}
