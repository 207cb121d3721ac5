/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The back pages of the MAR chart: the story of each dose that its square cannot hold. */

#include "tend-mar-chart-private.h"

#include <glib/gi18n-lib.h>

#include "tend-blocks.h"
#include "tend-table.h"

#define FORM_NOTES   14 /* lines to write on */
#define PLACES_ABOVE 46.0 /* heads of the table of places, which is kept together */
#define PLACE_ROW    19.0
#define SHORT_STORY    48 /* characters */
#define LEAST_ALIKE     3 /* doses, before one line stands for all */

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

/* Several days with one outcome, and the same to tell of each dose, need one line. */

static gboolean
is_alike (const TendMarDose *dose,
          const TendMarDose *first)
{
  return dose->noted && dose->due_at != TEND_INSTANT_NONE &&
         dose->written_at != TEND_INSTANT_NONE && dose->left == NULL &&
         dose->copied == first->copied &&
         (dose->given_at == TEND_INSTANT_NONE || dose->given_at == dose->due_at) &&
         g_strcmp0 (dose->outcome, first->outcome) == 0 &&
         g_strcmp0 (dose->quantity, first->quantity) == 0 &&
         g_strcmp0 (dose->support, first->support) == 0 && g_strcmp0 (dose->by, first->by) == 0 &&
         g_strcmp0 (dose->asked_by, first->asked_by) == 0 &&
         g_strcmp0 (dose->initials, first->initials) == 0 &&
         g_strcmp0 (dose->story, first->story) == 0;
}

/* How many doses one after another, from @first on, one line stands for: all that were due. */
static gsize
count_alike (const TendMarMedicine *medicine,
             gsize                  first)
{
  const TendMarDose *doses = &medicine->doses[first];
  gsize n = 0;

  while (first + n < medicine->n_doses && is_alike (&doses[n], doses) &&
         (n == 0 || !doses[n].apart))
    n++;
  return n >= LEAST_ALIKE &&
         tend_time_date (doses[0].due_at) != tend_time_date (doses[n - 1].due_at) ? n : 1;
}

static char *
moments (TendInstant first,
         TendInstant last)
{
  g_autofree char *from = moment (first);
  g_autofree char *to = moment (last);

  /* Translators: two moments, a line each: "Mon 12 Oct 08:00 / to Sun 18 Oct 21:00" */
  return first == last ? g_strdup (from) : g_strdup_printf (_("%s\nto %s"), from, to);
}

static void
add_alike (TendTable         *table,
           const TendMarDose *doses,
           gsize              n)
{
  const TendMarDose *first = doses, *last = &doses[n - 1];
  TendInstant from = first->written_at, to = first->written_at;
  g_autofree char *due = moments (first->due_at, last->due_at);
  /* Translators: "All 14 doses: H: In hospital" */
  g_autofree char *outcome =
    g_strdup_printf (ngettext ("%d dose: %s", "All %d doses: %s", n), (int) n, first->outcome);
  g_autofree char *each =
    first->quantity ? g_strdup_printf (_("%s each"), first->quantity) : NULL;
  g_autofree char *when = NULL;
  g_autofree char *signed_by = NULL;

  for (gsize i = 0; i < n; i++)
    {
      from = MIN (from, doses[i].written_at);
      to = MAX (to, doses[i].written_at);
    }
  when = moments (from, to);
  signed_by = first->copied || first->initials == NULL
              ? written (first) : g_strdup_printf ("%s, %s", first->initials, when);
  {
    const char *cells[] = { due, NULL, outcome, each, NULL, first->support, first->by,
                            first->asked_by, signed_by };

    tend_table_add (table, TEND_ROW_BODY, cells);
  }
  if (first->story && *first->story)
    tend_table_add (table, TEND_ROW_UNDER, &first->story);
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

      for (gsize j = 0, n = 1; j < medicine->n_doses; j += n)
        {
          n = 1;
          if (!medicine->doses[j].noted)
            continue;
          if (!named)
            add_name (table, medicine);
          named = any = TRUE;
          n = count_alike (medicine, j);
          if (n > 1)
            add_alike (table, &medicine->doses[j], n);
          else
            add_dose (table, &medicine->doses[j]);
        }
    }
  if (any)
    tend_heading_lay (self->flow, _("Notes: what became of these doses"));
  table_unlay (table);
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

double
tend_mar_places_height (const TendMarPages    *self,
                        const TendMarMedicine *medicine)
{
  if (!medicine->patch)
    return 0;
  return (self->sheet->blank ? TEND_MAR_FORM_LEAST : 0) +
         (medicine->n_places > 0 ? PLACES_ABOVE + 8 + medicine->n_places * PLACE_ROW : 0);
}

/* (transfer full): "Yes. Folded, to go back to the pharmacy": whoever signs has seen to it. */
static char *
old_text (const TendMarPlace *place)
{
  if (!place->old_removed)
    return g_strdup (place->old_patch ? place->old_patch
                     : place->is_first ? _("The first: there was none") : _("Not written"));

  /* Translators: an old patch was taken off, and what became of it */
  return g_strdup_printf (_("Yes. %s"), place->old_patch ? place->old_patch
                                        : _("What became of it is not written"));
}

void
tend_mar_places_lay (TendMarPages          *self,
                     const TendMarMedicine *medicine)
{
  const TendColumn columns[] = {
    { _("When"), TEND_COLUMN_TEXT }, { _("Where on the body"), TEND_COLUMN_FLEX },
    { _("Old one taken off, and what became of it"), TEND_COLUMN_FLEX },
    { _("Signed"), TEND_COLUMN_TEXT },
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
      g_autofree char *old = old_text (place);
      const char *cells[] = { when, place->place, old, place->initials };

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
