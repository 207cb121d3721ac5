/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-rota-sheet.h"

#include <glib/gi18n-lib.h>

#include "tend-money.h"
#include "tend-table.h"

#define FONT_SIZE 7.0

/* The chart outlives the sheet, so it keeps its own copy of the values. */
typedef struct
{
  GStringChunk    *words;
  TendRotaVisit   *visits;
  gsize            n_visits;
  TendRotaTimeOff *time_off;
  TendRotaGrid     grid;
} Figure;

static void
figure_free (gpointer data)
{
  Figure *figure = data;

  g_string_chunk_free (figure->words);
  g_free (figure->visits);
  g_free (figure->time_off);
  g_free (figure);
}

static const char *
keep (Figure     *figure,
      const char *text)
{
  return text ? g_string_chunk_insert_const (figure->words, text) : NULL;
}

static Figure *
figure_new (const TendRotaSheet *sheet)
{
  Figure *figure = g_new0 (Figure, 1);

  figure->words = g_string_chunk_new (1024);
  figure->n_visits = sheet->n_visits;
  figure->visits = g_memdup2 (sheet->visits, sheet->n_visits * sizeof (TendRotaVisit));
  for (gsize i = 0; i < sheet->n_visits; i++)
    {
      figure->visits[i].client = keep (figure, sheet->visits[i].client);
      figure->visits[i].service = keep (figure, sheet->visits[i].service);
    }
  figure->time_off = g_memdup2 (sheet->time_off, sheet->n_time_off * sizeof (TendRotaTimeOff));
  for (gsize i = 0; i < sheet->n_time_off; i++)
    figure->time_off[i].label = keep (figure, sheet->time_off[i].label);

  figure->grid = (TendRotaGrid) {
    .first_day = sheet->week, .n_days = 7, .now = TEND_INSTANT_NONE, .gutter = 30, .header = 24,
    .time_off = figure->time_off, .n_time_off = sheet->n_time_off,
  };
  tend_rota_hours (figure->visits, figure->n_visits, sheet->week, 7, &figure->grid.from_hour,
                   &figure->grid.to_hour);
  return figure;
}

static void
figure_draw (cairo_t  *cr,
             double    width,
             double    height,
             gpointer  data)
{
  const Figure *figure = data;
  PangoContext *context = tend_text_context_new (NULL);
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_PRINT), context, FONT_SIZE };
  int min_minutes = tend_rota_min_minutes (&figure->grid, height, &style);
  g_autoptr(GArray) parts = tend_rota_layout (figure->visits, figure->n_visits, &figure->grid,
                                              min_minutes);

  tend_rota_draw_grid (cr, width, height, &figure->grid, &style);
  for (guint i = 0; i < parts->len; i++)
    {
      const TendRotaPart *part = &g_array_index (parts, TendRotaPart, i);
      cairo_rectangle_t rect;

      tend_rota_part_rect (&figure->grid, width, height, part, &rect);
      cairo_save (cr);
      cairo_translate (cr, rect.x, rect.y);
      tend_rota_draw_visit (cr, rect.width, rect.height, &figure->visits[part->visit], part,
                            TEND_ROTA_DRAW_NONE, &style);
      cairo_restore (cr);
    }
  g_object_unref (context);
}

static const struct
{
  TendRotaState  state;
  const char    *name;
} states[] = {
  { TEND_ROTA_PLANNED, N_("Planned") },
  { TEND_ROTA_DONE, N_("Done") },
  { TEND_ROTA_CANCELLED, N_("Cancelled") },
  { TEND_ROTA_MISSED, N_("Missed") },
};

/* The key to the blocks, each drawn as the chart draws it. */
static void
key_draw (cairo_t  *cr,
          double    width,
          double    height,
          gpointer  data)
{
  PangoContext *context = tend_text_context_new (NULL);
  const TendDrawStyle style = { tend_palette_get (TEND_PALETTE_PRINT), context, FONT_SIZE };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      const TendRotaVisit sample = { .client = "", .state = states[i].state };

      cairo_save (cr);
      cairo_translate (cr, i * 84.0, 1);
      tend_rota_draw_visit (cr, 22, height - 2, &sample, NULL, TEND_ROTA_DRAW_NONE, &style);
      tend_draw_text (cr, tend_draw_layout (&style, _(states[i].name), 1.1, PANGO_WEIGHT_NORMAL),
                      27, (height - 2 - style.font_size * 1.35) / 2, -1,
                      &style.palette->soft_ink);
      cairo_restore (cr);
    }
  g_object_unref (context);
}

static char *
totals_text (const TendRotaSheet *sheet)
{
  g_autofree char *minutes = tend_text_minutes (sheet->minutes);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%d visit", "%d visits",
                                             sheet->n_visits), (int) sheet->n_visits);
  g_string_append_printf (text, " · %s", minutes);
  if (sheet->income_pence)
    {
      g_autofree char *income = tend_money_format (sheet->income_pence);

      g_string_append_printf (text, " · %s", income);
    }
  if (sheet->miles_tenths)
    {
      g_autofree char *miles = tend_tenths_format (sheet->miles_tenths);

      g_string_append (text, " · ");
      g_string_append_printf (text, _("%s miles"), miles);
    }
  return g_string_free (text, FALSE);
}

static void
lay_chart (TendFlow            *flow,
           const TendRotaSheet *sheet,
           const char          *title)
{
  g_autofree char *totals = totals_text (sheet);
  double width = tend_flow_width (flow);
  double height;

  tend_page_mark (flow->page, title, flow->y);
  tend_flow_put (flow, "P", TEND_TEXT_STRONG, totals, flow->right, flow->y + 8, width * 0.5, TRUE,
                 &flow->palette->ink);
  flow->y += tend_flow_put (flow, "H1", TEND_TEXT_TITLE, title, flow->left, flow->y - 5,
                            width * 0.5, FALSE, &flow->palette->accent);
  flow->y += tend_flow_put (flow, "P", TEND_TEXT_CELL, sheet->provider, flow->left, flow->y - 4,
                            width * 0.5, FALSE, &flow->palette->soft_ink) + 6;

  height = flow->bottom - flow->y - 18;
  tend_page_begin (flow->page, "Figure");
  tend_page_figure (flow->page, flow->left, flow->y, width, height, figure_draw,
                    figure_new (sheet), figure_free);
  tend_page_figure (flow->page, flow->left + 30, flow->y + height + 8, 340, 13, key_draw, NULL,
                    NULL);
  tend_page_end (flow->page);
  flow->y = flow->bottom;
}

static const char *
state_text (const TendRotaVisit *visit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].state == visit->state)
      return _(states[i].name);
  return "";
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  const TendRotaVisit *va = *(const TendRotaVisit *const *) a;
  const TendRotaVisit *vb = *(const TendRotaVisit *const *) b;

  if (va->start != vb->start)
    return va->start < vb->start ? -1 : 1;
  return va < vb ? -1 : va > vb;
}

static void
add_visit (TendTable           *table,
           const TendRotaVisit *visit)
{
  g_autofree char *span = tend_time_format_span (visit->start, visit->end);
  g_autofree char *time = tend_text_minutes (tend_time_minutes (visit->start, visit->end));
  g_autofree char *state = visit->clash
                           ? g_strdup_printf (_("%s; at the same time as another visit"),
                                              state_text (visit))
                           : g_strdup (state_text (visit));
  const char *cells[] = { span, visit->client, visit->service, state, time };

  tend_table_add (table, TEND_ROW_BODY, cells);
}

static gboolean
is_off (const TendRotaTimeOff *time_off,
        TendDate               day)
{
  return time_off->starts_on <= day && day <= time_off->ends_on;
}

static void
add_time_off (TendTable           *table,
              const TendRotaSheet *sheet,
              TendDate             day)
{
  for (gsize i = 0; i < sheet->n_time_off; i++)
    if (is_off (&sheet->time_off[i], day))
      {
        const char *cells[] = { _("All day"), sheet->time_off[i].label, NULL, _("Time off"), NULL };

        tend_table_add (table, TEND_ROW_BODY, cells);
      }
}

static gboolean
has_time_off (const TendRotaSheet *sheet,
              TendDate             day)
{
  for (gsize i = 0; i < sheet->n_time_off; i++)
    if (is_off (&sheet->time_off[i], day))
      return TRUE;

  return FALSE;
}

/* The day of the next visit; TEND_DATE_NONE: none is left. */
static TendDate
next_day (GPtrArray *order,
          guint      next)
{
  return next < order->len ? tend_time_date (((TendRotaVisit *) order->pdata[next])->start)
                           : TEND_DATE_NONE;
}

/* Time off, then visits from *@next on. */
static void
add_day (TendTable           *table,
         const TendRotaSheet *sheet,
         TendDate             day,
         GPtrArray           *order,
         guint               *next)
{
  g_autofree char *name = tend_date_format (day, TEND_DATE_FULL);
  const char *cells[] = { name };

  if (next_day (order, *next) != day && !has_time_off (sheet, day))
    return;

  tend_table_add (table, TEND_ROW_GROUP, cells);
  add_time_off (table, sheet, day);
  for (; next_day (order, *next) == day; (*next)++)
    add_visit (table, order->pdata[*next]);
}

/* (transfer container): the visits by their start. */
static GPtrArray *
sort_visits (const TendRotaSheet *sheet)
{
  GPtrArray *order = g_ptr_array_new ();

  for (gsize i = 0; i < sheet->n_visits; i++)
    g_ptr_array_add (order, (gpointer) &sheet->visits[i]);
  g_ptr_array_sort (order, compare_visits);

  return order;
}

static void
lay_table (TendFlow            *flow,
           const TendRotaSheet *sheet)
{
  const TendColumn columns[] = {
    { _("Time"), TEND_COLUMN_TEXT },
    { _("Client"), TEND_COLUMN_FLEX },
    { _("Service"), TEND_COLUMN_FLEX },
    { _("State"), TEND_COLUMN_FLEX },
    { _("Length"), TEND_COLUMN_FIGURES },
  };
  g_autoptr(TendTable) table = tend_table_new (flow, columns, G_N_ELEMENTS (columns));
  g_autoptr(GPtrArray) order = sort_visits (sheet);
  g_autofree char *total = tend_text_minutes (sheet->minutes);
  const char *sums[] = { _("Total"), total };
  guint next = 0;

  /* A visit may have begun before the week, or be planned in it and have begun after. */
  while (next < order->len && next_day (order, next) < sheet->week)
    add_day (table, sheet, next_day (order, next), order, &next);
  for (TendDate day = sheet->week; day < sheet->week + 7; day++)
    add_day (table, sheet, day, order, &next);
  while (next < order->len)
    add_day (table, sheet, next_day (order, next), order, &next);

  if (order->len > 0)
    tend_table_add (table, TEND_ROW_FINAL, sums);
  tend_table_lay (table);
}

static gboolean
has_rows (const TendRotaSheet *sheet)
{
  for (int i = 0; i < 7; i++)
    if (has_time_off (sheet, sheet->week + i))
      return TRUE;

  return sheet->n_visits > 0;
}

TendDocument *
tend_document_new_rota (const TendRotaSheet *sheet)
{
  g_autofree char *monday = NULL;
  g_autofree char *title = NULL;
  TendFlow flow;

  g_return_val_if_fail (sheet != NULL && sheet->week != TEND_DATE_NONE, NULL);

  monday = tend_date_format (sheet->week, TEND_DATE_LONG);
  title = g_strdup_printf (_("Week of %s"), monday);
  tend_flow_init (&flow, title, sheet->provider, sheet->language, TRUE);
  lay_chart (&flow, sheet, title);
  if (has_rows (sheet))
    {
      const char *heading = sheet->n_visits > 0 ? _("Visits") : _("Time off");

      tend_flow_new_page (&flow);
      tend_page_mark (flow.page, heading, flow.y);
      tend_flow_text (&flow, "H2", TEND_TEXT_HEADING, heading, &flow.palette->accent);
      tend_flow_space (&flow, 8);
      lay_table (&flow, sheet);
    }
  return tend_flow_finish (&flow, title);
}
