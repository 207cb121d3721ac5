/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-incident-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-letterhead.h"
#include "tend-table.h"

#define FIGURE_HEIGHT 230.0
#define FONT_SIZE       8.5
#define LARGE_FONT_SIZE 14.0

/* (transfer full): "Thursday 22 October 2026, 08:10"; "" for none. */
static char *
moment_text (TendInstant instant)
{
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;

  if (instant == TEND_INSTANT_NONE)
    return g_strdup ("");
  date = tend_date_format (tend_time_date (instant), TEND_DATE_FULL);
  clock = tend_clock_format (tend_time_clock (instant));
  return g_strdup_printf ("%s, %s", date, clock);
}

/* When somebody was told after all else was written, which is in it too; else
 * TEND_INSTANT_NONE. */
static TendInstant
added_to_at (const TendIncidentSheet *sheet)
{
  TendInstant last = MAX (sheet->written_at, sheet->changed_at);
  TendInstant told = TEND_INSTANT_NONE;

  for (gsize i = 0; i < sheet->n_reports; i++)
    told = MAX (told, sheet->reports[i].told_at);
  return sheet->written_at != TEND_INSTANT_NONE && told > last ? told : TEND_INSTANT_NONE;
}

static void
lay_facts (TendFlow                *flow,
           const TendIncidentSheet *sheet)
{
  g_autofree char *happened = moment_text (sheet->happened_at);
  g_autofree char *written = moment_text (sheet->written_at);
  g_autofree char *added_to = moment_text (added_to_at (sheet));
  g_autofree char *changed = sheet->changed_at != sheet->written_at
                             ? moment_text (sheet->changed_at) : NULL;
  g_autofree char *closed = tend_date_format (sheet->closed_on, TEND_DATE_LONG);
  const TendFact facts[] = {
    { _("When"), happened, NULL, 0 },
    { _("Where"), sheet->place, NULL, 0 },
    { _("Kind"), sheet->kind, sheet->what, 1 },
    { *added_to ? _("Begun") : _("Written down"), written, NULL, 2 },
    { _("Last changed"), changed, NULL, 2 },
    { _("Last added to"), added_to, NULL, 2 },
    { _("Closed on"), sheet->closed_on ? closed : _("Still open"), NULL, 2 },
  };

  tend_facts_lay (flow, facts, G_N_ELEMENTS (facts));
}

static void
lay_paragraph (TendFlow   *flow,
               const char *heading,
               const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  tend_heading_lay (flow, heading);
  tend_flow_text (flow, "P", TEND_TEXT_BODY, text, &flow->palette->ink);
}

/* What was written later, and so neither hides nor replaces what was written first. */
static void
lay_addenda (TendFlow                   *flow,
             const TendIncidentAddendum *addenda,
             gsize                       n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *when = moment_text (addenda[i].written_at);
      /* Translators: a time */
      g_autofree char *label = g_strdup_printf (_("Added on %s"), when);

      tend_run_in_lay (flow, label, addenda[i].text);
    }
}

/* The body map */

typedef struct
{
  double       font_size;
  gsize        n_marks;
  TendBodyMark marks[];
} Figure;

static void
figure_draw (cairo_t  *cr,
             double    width,
             double    height,
             gpointer  pointer)
{
  const Figure *figure = pointer;
  PangoContext *context = tend_text_context_new (NULL);
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_PRINT), context, figure->font_size };

  tend_body_map_draw (cr, width, height, figure->marks, figure->n_marks, &style);
  g_object_unref (context);
}

static void
lay_figure (TendFlow              *flow,
            const TendIncidentMap *map)
{
  Figure *figure = g_malloc (sizeof (Figure) + map->n_marks * sizeof (TendBodyMark));

  figure->font_size = tend_text_context_is_large (flow->context) ? LARGE_FONT_SIZE : FONT_SIZE;
  figure->n_marks = map->n_marks;
  for (gsize i = 0; i < map->n_marks; i++)
    figure->marks[i] = map->marks[i].place;
  tend_page_begin (flow->page, "Figure");
  tend_page_figure (flow->page, flow->left, flow->y, tend_flow_width (flow), FIGURE_HEIGHT,
                    figure_draw, figure, g_free);
  tend_page_end (flow->page);
  flow->y += FIGURE_HEIGHT + 12;
}

static void
lay_marks (TendFlow              *flow,
           const TendIncidentMap *map)
{
  const TendColumn columns[] = {
    { _("No."), TEND_COLUMN_FIGURES }, { _("Kind"), TEND_COLUMN_TEXT },
    { _("Side"), TEND_COLUMN_TEXT }, { _("Exact place"), TEND_COLUMN_FLEX },
    { _("Size"), TEND_COLUMN_FLEX }, { _("Shape"), TEND_COLUMN_TEXT },
    { _("Colour"), TEND_COLUMN_FLEX }, { _("Note"), TEND_COLUMN_FLEX },
  };
  g_autoptr(TendTable) table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));

  for (gsize i = 0; i < map->n_marks; i++)
    {
      const TendIncidentMark *mark = &map->marks[i];
      g_autofree char *number = g_strdup_printf ("%d", mark->place.number);
      const char *cells[] = { number, mark->kind, tend_body_side_label (mark->place.side),
                              mark->where, mark->size, mark->shape, mark->colour, mark->note };

      tend_table_add (table, TEND_ROW_BODY, cells);
    }
  tend_table_lay (table);
}

static void
lay_map (TendFlow              *flow,
         const TendIncidentMap *map)
{
  g_autofree char *seen = moment_text (map->seen_at);
  /* Translators: the time when the marks were seen */
  g_autofree char *heading = g_strdup_printf (_("Body map, seen on %s"), seen);

  tend_flow_space (flow, 14);
  tend_flow_need (flow, FIGURE_HEIGHT + (map->note && *map->note ? 150 : 90));
  tend_page_mark (flow->page, heading, flow->y);
  tend_flow_text (flow, "H2", TEND_TEXT_HEADING, heading, &flow->palette->accent);
  flow->y += 8;
  tend_field_lay (flow, _("What they said of it"), map->note);
  lay_figure (flow, map);
  if (map->n_marks > 0)
    lay_marks (flow, map);
  else
    tend_flow_text (flow, "P", TEND_TEXT_BODY, _("No marks were seen."), &flow->palette->ink);
  flow->y += 8;
  lay_addenda (flow, map->addenda, map->n_addenda);
}

/* Who was told */

/* What they said is too long for a column beside the others. */
static void
add_answer (TendTable  *table,
            const char *answer)
{
  g_autofree char *apart = NULL;
  g_autofree char *text = NULL;
  const char *cells[1];

  if (answer == NULL || *answer == '\0')
    return;
  apart = tend_text_isolate (answer);
  cells[0] = text = g_strdup_printf (_("What they said: %s"), apart);
  tend_table_add (table, TEND_ROW_UNDER, cells);
}

static void
lay_reports (TendFlow                *flow,
             const TendIncidentSheet *sheet)
{
  const TendColumn columns[] = {
    { _("When"), TEND_COLUMN_TEXT }, { _("Who"), TEND_COLUMN_TEXT },
    { _("Name"), TEND_COLUMN_FLEX }, { _("How"), TEND_COLUMN_TEXT },
    { _("Their reference"), TEND_COLUMN_TEXT },
  };
  g_autoptr(TendTable) table = NULL;

  tend_heading_lay (flow, _("Who was told"));
  if (sheet->n_reports == 0)
    {
      tend_flow_text (flow, "P", TEND_TEXT_BODY, _("Nobody is written down as told."),
                      &flow->palette->ink);
      return;
    }
  table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < sheet->n_reports; i++)
    {
      const TendIncidentReport *report = &sheet->reports[i];
      g_autofree char *date = tend_date_format (tend_time_date (report->told_at),
                                                TEND_DATE_SHORT);
      g_autofree char *clock = tend_clock_format (tend_time_clock (report->told_at));
      g_autofree char *when = g_strdup_printf ("%s, %s", date, clock);
      const char *cells[] = { when, report->role, report->name, report->how, report->reference };

      tend_table_add (table, TEND_ROW_BODY, cells);
      add_answer (table, report->answer);
    }
  tend_table_lay (table);
}

static gboolean
has_wishes (const TendIncidentSheet *sheet)
{
  return sheet->abuse || sheet->wishes || sheet->agreed_to_tell || sheet->override_reason;
}

/* What was to follow, and what did. */
static void
lay_follow_up (TendFlow                *flow,
               const TendIncidentSheet *sheet)
{
  g_autofree char *due = tend_date_format (sheet->follow_up_on, TEND_DATE_LONG);
  g_autofree char *done = tend_date_format (sheet->followed_up_on, TEND_DATE_LONG);

  lay_paragraph (flow, _("What is to follow"), sheet->follow_up);
  tend_flow_space (flow, 4);
  tend_run_in_lay (flow, _("Follow up on"), due);
  tend_run_in_lay (flow, _("Followed up on"), done);
  lay_paragraph (flow, _("What came of it"), sheet->outcome);
  lay_paragraph (flow, _("What was learnt"), sheet->lessons);
  if (sheet->n_addenda > 0)
    tend_heading_lay (flow, _("Added later"));
  lay_addenda (flow, sheet->addenda, sheet->n_addenda);
}

/* (transfer full): "Ann Evans, Thursday 22 October 2026, 09:10": what is written here is not to be
 * signed again. */
static char *
author_text (const TendIncidentSheet *sheet)
{
  g_autofree char *begun = moment_text (sheet->written_at);
  g_autofree char *when = added_to_at (sheet) != TEND_INSTANT_NONE
                          /* Translators: when a report was begun, which has more in it since */
                          ? g_strdup_printf (_("begun %s"), begun) : g_strdup (begun);

  return *when ? g_strdup_printf ("%s, %s", sheet->head.carer.name, when)
               : g_strdup (sheet->head.carer.name);
}

TendDocument *
tend_document_new_incident (const TendIncidentSheet *sheet)
{
  g_autofree char *author = NULL;
  const char *title;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->head.carer.name != NULL, NULL);

  title = _("Incident report");
  author = author_text (sheet);
  tend_care_begin (&flow, &sheet->head, title);
  tend_care_head_lay (&flow, &sheet->head, title);
  tend_care_person_lay (&flow, &sheet->head);
  lay_facts (&flow, sheet);
  tend_field_lay (&flow, _("Who was there"), sheet->present);
  lay_paragraph (&flow, _("What I saw and heard"), sheet->facts);
  lay_paragraph (&flow, _("What the person said, word for word"), sheet->own_words);
  lay_paragraph (&flow, _("Injuries"), sheet->injuries);
  for (gsize i = 0; i < sheet->n_maps; i++)
    lay_map (&flow, &sheet->maps[i]);
  lay_paragraph (&flow, _("What I did at once"), sheet->action);
  if (has_wishes (sheet))
    {
      tend_heading_lay (&flow, _("What the person wants"));
      tend_field_lay (&flow, _("Kind of harm"), sheet->abuse);
      tend_field_lay (&flow, _("Their wishes"), sheet->wishes);
      tend_field_lay (&flow, _("Telling others"), sheet->agreed_to_tell);
      tend_field_lay (&flow, _("Why it was told without agreement"), sheet->override_reason);
    }
  lay_reports (&flow, sheet);
  if (sheet->opinion && *sheet->opinion)
    {
      tend_flow_space (&flow, 14);
      tend_notice_lay (&flow, TEND_TEXT_BODY, _("What I think, and why: an opinion, not a fact"),
                       sheet->opinion, FALSE);
    }
  lay_follow_up (&flow, sheet);
  if (!sheet->head.redacted)
    {
      tend_flow_space (&flow, 10);
      tend_run_in_lay (&flow, _("Written by"), author);
    }
  return tend_care_finish (&flow, &sheet->head, title);
}
