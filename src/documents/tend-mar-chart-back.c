/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The back pages of the MAR chart: the story of each dose that its square cannot hold. */

#include "tend-mar-chart-private.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-table.h"

#define FORM_ROW   22.0
#define FORM_HEAD  14.0
#define FORM_LEAST    4 /* rows, else on the next page */
#define FORM_DOSES   10 /* lines to write on */
#define FORM_NOTES   14
#define FORM_PLACES   8
#define PLACES_ABOVE 46.0 /* heads of the table of places, which is kept together */
#define PLACE_ROW    19.0
#define HEAD_LINE    16.0 /* of what a form is of */
#define SHORT_STORY    48 /* characters */

static void
table_unlay (TendTable *table)
{
  tend_table_lay (table);
  tend_table_free (table);
}

/* "Wed 3 Jun 08:00"; "" for no such moment. */
static char *
moment (TendInstant at)
{
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (at == TEND_INSTANT_NONE)
    return g_strdup ("");
  day = tend_date_format (tend_time_date (at), TEND_DATE_DAY);
  clock = tend_clock_format (tend_time_clock (at));
  return g_strdup_printf ("%s %s", day, clock);
}

/* The same without its day, where that is @other's. */
static char *
moment_beside (TendInstant at,
               TendInstant other)
{
  if (at == TEND_INSTANT_NONE || other == TEND_INSTANT_NONE ||
      tend_time_date (at) != tend_time_date (other))
    return moment (at);
  return tend_clock_format (tend_time_clock (at));
}

/* "CM, 08:05"; "MD on paper" of what was copied: whoever signed did not write it then. */
static char *
written (const TendMarDose *dose)
{
  TendInstant beside = dose->due_at != TEND_INSTANT_NONE ? dose->due_at : dose->given_at;
  g_autofree char *when = moment_beside (dose->written_at, beside);
  const char *initials = dose->initials ? dose->initials : "";

  if (dose->copied)
    /* Translators: initials */
    return *initials ? g_strdup_printf (_("%s on paper"), initials) : g_strdup (_("on paper"));
  return g_strdup_printf ("%s%s%s", initials, *initials && *when ? ", " : "", when);
}

/* What fits beside the outcome needs no line of its own; there may be hundreds. */
static gboolean
is_short (const TendMarDose *dose)
{
  return dose->story != NULL && g_utf8_strlen (dose->story, -1) <= SHORT_STORY;
}

static void
add_dose (TendTable         *table,
          const TendMarDose *dose)
{
  g_autofree char *outcome =
    is_short (dose) ? g_strdup_printf ("%s. %s", dose->outcome, dose->story)
                    : g_strdup (dose->outcome);
  g_autofree char *due =
    dose->due_at != TEND_INSTANT_NONE ? moment (dose->due_at) : g_strdup (_("Not due"));
  g_autofree char *given = moment_beside (dose->given_at, dose->due_at);
  g_autofree char *signed_by = written (dose);
  const char *cells[] = { due, given, outcome, dose->quantity, dose->left, dose->support,
                          dose->by, dose->asked_by, signed_by };

  tend_table_add (table, TEND_ROW_BODY, cells);
  if (dose->story && *dose->story && !is_short (dose))
    tend_table_add (table, TEND_ROW_UNDER, &dose->story);
}

/* The name and its dose, so that what was taken can be held against it. */
static void
add_name (TendTable             *table,
          const TendMarMedicine *medicine)
{
  g_autofree char *text =
    medicine->dose && *medicine->dose ? g_strdup_printf ("%s, %s", medicine->name, medicine->dose)
                                      : g_strdup (medicine->name);
  const char *cell = text;

  tend_table_add (table, TEND_ROW_GROUP, &cell);
}

void
tend_mar_notes_lay (TendMarPages *self)
{
  const TendColumn columns[] = {
    { _("Due"), TEND_COLUMN_TEXT }, { _("When it was"), TEND_COLUMN_TEXT },
    { _("What became of it"), TEND_COLUMN_FLEX }, { _("How much"), TEND_COLUMN_TEXT },
    { _("Left after it"), TEND_COLUMN_TEXT }, { _("Help"), TEND_COLUMN_TEXT },
    { _("By"), TEND_COLUMN_TEXT }, { _("Asked by"), TEND_COLUMN_TEXT },
    { _("Signed, written"), TEND_COLUMN_TEXT },
  };
  const TendMarFormColumn form[] = {
    { _("Date"), 0.09 }, { _("Medicine, and when it was due"), 0.25 },
    { _("Code, and what happened"), 0.34 }, { _("Whom I told, and when"), 0.2 },
    { _("Initials"), 0.12 },
  };
  TendTable *table;
  gboolean any = FALSE;

  if (self->sheet->blank)
    {
      tend_heading_lay (self->flow, _("Notes: refused, not given, late, put right"));
      tend_mar_form_lay (self->flow, form, G_N_ELEMENTS (form), NULL, FORM_NOTES);
      return;
    }

  table = tend_table_new (self->flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < self->cycle->n_medicines; i++)
    {
      const TendMarMedicine *medicine = &self->cycle->medicines[i];
      gboolean named = FALSE;

      for (gsize j = 0; j < medicine->n_doses; j++)
        {
          if (!medicine->doses[j].noted)
            continue;
          if (!named)
            add_name (table, medicine);
          add_dose (table, &medicine->doses[j]);
          named = any = TRUE;
        }
    }
  if (any)
    tend_heading_lay (self->flow, _("Notes: what became of these doses"));
  table_unlay (table);
}

void
tend_mar_dose_form_lay (TendMarPages *self)
{
  const TendMarFormColumn form[] = {
    { _("Date"), 0.09 }, { _("Time"), 0.07 }, { _("How much"), 0.1 }, { _("What for"), 0.22 },
    { _("Who asked"), 0.1 }, { _("What it did, and when I looked"), 0.28 },
    { _("Signed"), 0.14 },
  };

  self->flow->y += 3;
  tend_mar_form_lay (self->flow, form, G_N_ELEMENTS (form), NULL, FORM_DOSES);
}

void
tend_mar_doses_lay (TendMarPages          *self,
                    const TendMarMedicine *medicine)
{
  const TendColumn columns[] = {
    { _("When"), TEND_COLUMN_TEXT }, { _("What became of it"), TEND_COLUMN_FLEX },
    { _("How much"), TEND_COLUMN_TEXT }, { _("Left after it"), TEND_COLUMN_TEXT },
    { _("What for"), TEND_COLUMN_FLEX }, { _("What it did"), TEND_COLUMN_FLEX },
    { _("Help"), TEND_COLUMN_TEXT }, { _("By"), TEND_COLUMN_TEXT },
    { _("Asked by"), TEND_COLUMN_TEXT }, { _("Signed, written"), TEND_COLUMN_TEXT },
  };
  TendTable *table;

  if (self->sheet->blank)
    {
      tend_mar_dose_form_lay (self);
      return;
    }
  if (medicine->n_doses == 0)
    {
      tend_flow_text (self->flow, "P", TEND_TEXT_CELL, _("No dose was written down in these days."),
                      &self->flow->palette->ink);
      return;
    }

  table = tend_table_new (self->flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < medicine->n_doses; i++)
    {
      const TendMarDose *dose = &medicine->doses[i];
      g_autofree char *when =
        moment (dose->given_at != TEND_INSTANT_NONE ? dose->given_at : dose->due_at);
      g_autofree char *signed_by = written (dose);
      const char *cells[] = { when, dose->outcome, dose->quantity, dose->left, dose->purpose,
                              dose->effect, dose->support, dose->by, dose->asked_by,
                              signed_by };

      tend_table_add (table, TEND_ROW_BODY, cells);
      if (dose->story && *dose->story)
        tend_table_add (table, TEND_ROW_UNDER, &dose->story);
    }
  table_unlay (table);
}

void
tend_mar_place_form_lay (TendMarPages *self,
                         const char   *name)
{
  g_autofree char *head = name != NULL ? g_strdup_printf (_("%s: where each patch is put"), name)
                                       : NULL;
  const TendMarFormColumn form[] = {
    { _("Date and time"), 0.16 }, { _("Where on the body, left or right"), 0.36 },
    { _("Old patch taken off, folded, and returned by"), 0.3 }, { _("Signed"), 0.18 },
  };

  tend_flow_space (self->flow, 6);
  tend_flow_need (self->flow, HEAD_LINE + FORM_HEAD + FORM_LEAST * FORM_ROW);
  tend_flow_text (self->flow, "P", TEND_TEXT_STRONG, head, &self->flow->palette->ink);
  tend_mar_form_lay (self->flow, form, G_N_ELEMENTS (form), NULL, FORM_PLACES);
}

double
tend_mar_places_height (const TendMarPages    *self,
                        const TendMarMedicine *medicine)
{
  if (!medicine->patch)
    return 0;
  return (self->sheet->blank ? HEAD_LINE + FORM_HEAD + FORM_LEAST * FORM_ROW : 0) +
         (medicine->n_places > 0 ? PLACES_ABOVE + 8 + medicine->n_places * PLACE_ROW : 0);
}

void
tend_mar_places_lay (TendMarPages          *self,
                     const TendMarMedicine *medicine)
{
  const TendColumn columns[] = {
    { _("When"), TEND_COLUMN_TEXT }, { _("Where on the body"), TEND_COLUMN_FLEX },
    { _("Old one taken off"), TEND_COLUMN_FLEX }, { _("Signed"), TEND_COLUMN_TEXT },
  };
  g_autofree char *head = NULL;
  TendTable *table;

  if (!medicine->patch)
    return;
  if (self->sheet->blank)
    tend_mar_place_form_lay (self, medicine->name);
  if (medicine->n_places == 0)
    return;

  /* The list may be on the next page, where nothing else says of what it is. */
  head = g_strdup_printf (_("%s: where the patches were, the last ten, the latest first"),
                          medicine->name);
  tend_flow_space (self->flow, 8);
  tend_flow_need (self->flow, PLACES_ABOVE + medicine->n_places * PLACE_ROW);
  tend_flow_text (self->flow, "P", TEND_TEXT_STRONG, head, &self->flow->palette->ink);
  self->flow->y += 4;
  table = tend_table_new (self->flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < medicine->n_places; i++)
    {
      const TendMarPlace *place = &medicine->places[i];
      g_autofree char *when = moment (place->at);
      const char *cells[] = { when, place->place,
                              place->old_removed ? _("Yes")
                              : place->is_first  ? _("The first: there was none")
                                                 : _("Not written"),
                              place->initials };

      tend_table_add (table, TEND_ROW_BODY, cells);
    }
  table_unlay (table);
}

void
tend_mar_corrections_lay (TendMarPages *self)
{
  const TendColumn columns[] = {
    { _("Dose"), TEND_COLUMN_TEXT }, { _("What was struck through"), TEND_COLUMN_FLEX },
    { _("What stands in its place"), TEND_COLUMN_FLEX }, { _("Why"), TEND_COLUMN_FLEX },
    { _("Corrected by"), TEND_COLUMN_TEXT }, { _("Corrected on"), TEND_COLUMN_TEXT },
  };
  TendTable *table;
  gboolean any = FALSE;

  table = tend_table_new (self->flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < self->cycle->n_medicines; i++)
    {
      const TendMarMedicine *medicine = &self->cycle->medicines[i];

      if (medicine->n_corrections > 0)
        tend_table_add (table, TEND_ROW_GROUP, &medicine->name);
      for (gsize j = 0; j < medicine->n_corrections; j++)
        {
          const TendMarCorrection *correction = &medicine->corrections[j];
          g_autofree char *at = moment (correction->at);
          g_autofree char *when = moment (correction->corrected_at);
          const char *cells[] = { at, correction->was, correction->now, correction->why,
                                  correction->who, when };

          tend_table_add (table, TEND_ROW_BODY, cells);
          any = TRUE;
        }
    }
  if (any && !self->sheet->blank)
    {
      tend_heading_lay (self->flow, _("Corrections"));
      tend_table_lay (table);
    }
  tend_table_free (table);
}

static gboolean
has_stock (const TendMarStock *stock)
{
  return stock->expected != NULL;
}

static void
lay_stock_form (TendMarPages *self)
{
  const TendMarFormColumn form[] = {
    { _("Medicine"), 0.3 }, { _("Brought forward"), 0.1 }, { _("Received, and when"), 0.18 },
    { _("Returned or destroyed"), 0.16 }, { _("Counted, and when"), 0.14 }, { _("Signed"), 0.12 },
  };
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (gsize i = 0; i < self->cycle->n_medicines; i++)
    g_ptr_array_add (names, (gpointer) self->cycle->medicines[i].name);
  g_ptr_array_add (names, NULL);
  tend_heading_lay (self->flow, _("Stock"));
  tend_mar_form_lay (self->flow, form, G_N_ELEMENTS (form),
                     (const char *const *) names->pdata, names->len);
}

void
tend_mar_stock_lay (TendMarPages *self)
{
  const TendColumn columns[] = {
    { _("Medicine"), TEND_COLUMN_FLEX }, { _("Brought forward"), TEND_COLUMN_FIGURES },
    { _("Received"), TEND_COLUMN_FIGURES }, { _("Given"), TEND_COLUMN_FIGURES },
    { _("Returned"), TEND_COLUMN_FIGURES }, { _("Destroyed"), TEND_COLUMN_FIGURES },
    { _("Put right by a count"), TEND_COLUMN_FIGURES }, { _("Expected"), TEND_COLUMN_FIGURES },
    { _("Last count"), TEND_COLUMN_TEXT }, { _("Expected then"), TEND_COLUMN_FIGURES },
    { _("Counted"), TEND_COLUMN_FIGURES }, { _("Discrepancy"), TEND_COLUMN_FIGURES },
  };
  TendTable *table;
  gboolean any = FALSE;

  if (self->sheet->blank)
    {
      lay_stock_form (self);
      return;
    }

  table = tend_table_new (self->flow, columns, G_N_ELEMENTS (columns));
  for (gsize i = 0; i < self->cycle->n_medicines; i++)
    {
      const TendMarMedicine *medicine = &self->cycle->medicines[i];
      const TendMarStock *stock = &medicine->stock;
      const char *cells[] = { medicine->name, stock->brought_forward, stock->received,
                              stock->given, stock->returned, stock->destroyed, stock->put_right,
                              stock->expected, stock->counted_on, stock->expected_then,
                              stock->counted, stock->discrepancy };

      if (!has_stock (stock))
        continue;
      any = TRUE;
      tend_table_add (table, TEND_ROW_BODY, cells);
      if (stock->story && *stock->story)
        tend_table_add (table, TEND_ROW_UNDER, &stock->story);
      if (stock->unwritten && *stock->unwritten)
        tend_table_add (table, TEND_ROW_UNDER, &stock->unwritten);
    }
  if (any)
    tend_heading_lay (self->flow, _("Stock"));
  table_unlay (table);
}

/* Forms */

static void
lay_form_head (TendFlow                *flow,
               const TendMarFormColumn *columns,
               gsize                    n_columns)
{
  double left = flow->left;

  tend_page_begin (flow->page, "TR");
  for (gsize i = 0; i < n_columns; i++)
    {
      double width = columns[i].share * tend_flow_width (flow);

      tend_flow_put (flow, "TH", TEND_TEXT_LABEL, columns[i].title, left + 2, flow->y, width - 4,
                     FALSE, &flow->palette->ink);
      left += width;
    }
  tend_page_end (flow->page);
  flow->y += FORM_HEAD;
  tend_page_rule (flow->page, flow->left, flow->y, flow->right, flow->y, 0.9,
                  &flow->palette->ink);
}

static void
lay_form_row (TendFlow                *flow,
              const TendMarFormColumn *columns,
              gsize                    n_columns,
              const char              *first,
              double                   height)
{
  double left = flow->left;

  tend_page_begin (flow->page, "TR");
  tend_flow_put (flow, "TD", TEND_TEXT_CELL, first, flow->left + 2, flow->y + 4,
                 columns[0].share * tend_flow_width (flow) - 6, FALSE, &flow->palette->ink);
  tend_page_end (flow->page);
  for (gsize i = 0; i <= n_columns; i++)
    {
      tend_page_rule (flow->page, left, flow->y, left, flow->y + height, 0.5,
                      &flow->palette->soft_ink);
      if (i < n_columns)
        left += columns[i].share * tend_flow_width (flow);
    }
  flow->y += height;
  tend_page_rule (flow->page, flow->left, flow->y, flow->right, flow->y, 0.5,
                  &flow->palette->soft_ink);
}

void
tend_mar_form_lay (TendFlow                *flow,
                   const TendMarFormColumn *columns,
                   gsize                    n_columns,
                   const char *const       *first,
                   gsize                    n_rows)
{
  tend_flow_need (flow, FORM_HEAD + FORM_LEAST * FORM_ROW);
  /* A row or two alone on the next page are of no use to anybody. */
  if (first == NULL)
    n_rows = MIN (n_rows, (gsize) ((flow->bottom - flow->y - FORM_HEAD) / FORM_ROW));
  tend_page_begin (flow->page, "Table");
  lay_form_head (flow, columns, n_columns);
  for (gsize i = 0; i < n_rows; i++)
    {
      const char *text = first ? first[i] : NULL;
      g_autoptr(PangoLayout) layout =
        tend_text_layout (flow->context, TEND_TEXT_CELL, text ? text : "",
                          columns[0].share * tend_flow_width (flow) - 6);
      double height = MAX (FORM_ROW, tend_text_height (layout) + 8);

      if (flow->y + height > flow->bottom)
        {
          tend_page_end (flow->page);
          tend_flow_new_page (flow);
          tend_page_begin (flow->page, "Table");
          lay_form_head (flow, columns, n_columns);
        }
      lay_form_row (flow, columns, n_columns, text, height);
    }
  tend_page_end (flow->page);
}
