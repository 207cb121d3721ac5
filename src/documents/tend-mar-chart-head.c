/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on every page of the MAR chart: whose it is above, the key below. */

#include "tend-mar-chart-private.h"

#include <glib/gi18n-lib.h>

#define GUTTER        14.0
#define BOX_INSET      7.0
#define BOX_LINE       1.6
#define MOST_ALLERGIES 74.0 /* height of their text in the head */
#define KEY_SIZE       6.6
#define KEY_CELL_WIDE 22.0
#define KEY_CELL_HIGH 19.0
#define KEY_ABOVE      6.0

/* Head */

static char *
allergies_text (const TendMarPages *self)
{
  const TendCareHead *head = &self->sheet->head;

  if (self->long_allergies)
    return g_strdup (_("SEE THE FIRST PAGE"));
  if (head->allergies && *head->allergies)
    return g_utf8_strup (head->allergies, -1);
  if (head->allergies_unknown || head->allergies_state == NULL)
    return g_strdup (_("NOT YET ASKED"));
  return g_utf8_strup (head->allergies_state, -1);
}

static char *
one_line (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  return g_strjoinv (", ", lines);
}

/* Nobody has the charts between, and a reader would look for them: (transfer full); NULL. */
static char *
replaced_text (const TendMarCycle *cycle)
{
  int first = cycle->first_version > 0 ? cycle->first_version : cycle->version;

  if (first >= cycle->version)
    return NULL;
  if (first == cycle->version - 1)
    /* Translators: the numbers of two charts */
    return g_strdup_printf (_("Chart %d took the place of chart %d in these weeks: a line was "
                              "changed."), cycle->version, first);
  if (first == cycle->version - 2)
    /* Translators: the numbers of three charts */
    return g_strdup_printf (_("Chart %d took the place of charts %d and %d in these weeks: lines "
                              "were changed."), cycle->version, first, first + 1);
  /* Translators: the number of a chart, and the first and the last of those before it */
  return g_strdup_printf (_("Chart %d took the place of charts %d to %d in these weeks: lines were "
                            "changed."), cycle->version, first, cycle->version - 1);
}

static void
lay_chart (TendMarPages *self,
           TendFlow     *column)
{
  const TendPalette *palette = column->palette;
  const TendMarCycle *cycle = self->cycle;
  const TendParty *carer = &self->sheet->head.carer;
  g_autofree char *days = tend_text_period (cycle->from, cycle->to);
  /* Translators: "1–28 June 2026, chart 2"; the space before the number does not break */
  g_autofree char *chart = g_strdup_printf (_("%s, chart %d"), days, cycle->version);
  g_autofree char *phone = carer->phone ? g_strdup_printf (", %s", carer->phone) : NULL;
  g_autofree char *who = g_strdup_printf ("%s%s", carer->name, phone ? phone : "");
  g_autofree char *replaced = replaced_text (cycle);
  g_autofree char *day = tend_date_format (tend_time_date (self->sheet->as_at), TEND_DATE_SHORT);
  g_autofree char *clock = tend_clock_format (tend_time_clock (self->sheet->as_at));
  /* Translators: the moment of the print: "As at 24 Nov 2026, 17:30" */
  g_autofree char *as_at = g_strdup_printf (_("As at %s, %s"), day, clock);

  tend_flow_text (column, "H1", TEND_TEXT_PART, _("Medicine record (MAR)"), &palette->accent);
  tend_flow_text (column, "P", TEND_TEXT_HEADING, chart, &palette->ink);
  if (cycle->version > 1)
    {
      /* Translators: the number of the chart that this one takes the place of */
      g_autofree char *before =
        g_strdup_printf (_("Take chart %d away before leaving this one."), cycle->version - 1);

      tend_flow_text (column, "P", TEND_TEXT_LABEL, before, &palette->ink);
    }
  tend_flow_text (column, "P", TEND_TEXT_SMALL, replaced, &palette->ink);
  if (self->sheet->blank)
    tend_flow_text (column, "P", TEND_TEXT_LABEL, _("For paper: to be filled in by hand"),
                    &palette->ink);
  /* Two prints of one chart are told apart by it. */
  tend_flow_text (column, "P", TEND_TEXT_LABEL, as_at, &palette->ink);
  tend_flow_text (column, "P", TEND_TEXT_SMALL, who, &palette->soft_ink);
}

static void
lay_person (TendMarPages *self,
            TendFlow     *column)
{
  const TendCareHead *head = &self->sheet->head;
  g_autofree char *born = tend_date_format (head->born, TEND_DATE_LONG);
  g_autofree char *address = one_line (head->address);
  /* Who it is must never be left to guess, so it is said that it is not known. */
  const TendMarFact numbers[] = {
    { _("Born"), *born ? born : _("NOT WRITTEN") }, { _("NHS number"), head->number },
  };
  const TendMarFact where = { _("Address"), address };
  const TendMarFact gp = { _("GP practice"), self->sheet->gp && *self->sheet->gp
                                             ? self->sheet->gp : _("NOT WRITTEN") };

  tend_flow_text (column, "P", TEND_TEXT_PART, head->name, &column->palette->ink);
  if (head->died != TEND_DATE_NONE)
    {
      g_autofree char *date = tend_date_format (head->died, TEND_DATE_LONG);
      g_autofree char *died = g_strdup_printf (_("Died on %s"), date);

      tend_flow_text (column, "P", TEND_TEXT_STRONG, died, &column->palette->ink);
    }
  tend_mar_facts_lay (column, numbers, G_N_ELEMENTS (numbers));
  tend_mar_facts_lay (column, &where, 1);
  tend_mar_facts_lay (column, &gp, 1);
}

static void
lay_allergies (TendMarPages *self,
               TendFlow     *column)
{
  g_autofree char *text = allergies_text (self);
  double top = column->y;
  TendFlow inner = tend_flow_column (column, column->left + BOX_INSET,
                                     tend_flow_width (column) - 2 * BOX_INSET);
  const TendColor *ink = &column->palette->ink;

  inner.y += BOX_INSET - 2;
  tend_flow_text (&inner, "P", TEND_TEXT_STRONG, _("ALLERGIES"), ink);
  tend_flow_text (&inner, "P", TEND_TEXT_HEADING, text, ink);
  inner.y += BOX_INSET;
  tend_page_rule (column->page, column->left, top, column->right, top, BOX_LINE, ink);
  tend_page_rule (column->page, column->left, inner.y, column->right, inner.y, BOX_LINE, ink);
  tend_page_rule (column->page, column->left, top - BOX_LINE / 2, column->left,
                  inner.y + BOX_LINE / 2, BOX_LINE, ink);
  tend_page_rule (column->page, column->right, top - BOX_LINE / 2, column->right,
                  inner.y + BOX_LINE / 2, BOX_LINE, ink);
  column->y = inner.y + BOX_LINE;
}

/* The head on the flow's page; leaves the flow below it. */
static void
lay_head (TendMarPages *self,
          TendFlow     *flow)
{
  double full = tend_flow_width (flow);
  TendFlow columns[3];
  double left = flow->left;
  const double shares[] = { 0.31, 0.39, 0.30 };

  flow->y = self->page_top;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      columns[i] = tend_flow_column (flow, left, full * shares[i] - (i < 2 ? GUTTER : 0));
      left += full * shares[i];
    }
  columns[2].y += BOX_LINE;
  lay_chart (self, &columns[0]);
  lay_person (self, &columns[1]);
  lay_allergies (self, &columns[2]);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    flow->y = MAX (flow->y, columns[i].y);
  flow->y += 5;
  tend_flow_rule (flow);
  flow->y += 7;
}

static void
head_cb (TendFlow *flow,
         gpointer  data)
{
  TendMarPages *self = data;
  TendFlow page = *flow;

  page.head = NULL;
  page.left = self->flow->left;
  page.right = self->flow->right;
  lay_head (self, &page);
}

/* On a page that is thrown away, to know how high it is. */
static double
measure_head (TendMarPages *self)
{
  TendFlow trial = *self->flow;

  trial.head = NULL;
  trial.page = tend_page_new ();
  trial.bottom = G_MAXDOUBLE;
  lay_head (self, &trial);
  tend_page_free (trial.page);
  return trial.y;
}

static gboolean
is_long (TendMarPages *self)
{
  g_autofree char *text = allergies_text (self);
  g_autoptr(PangoLayout) layout =
    tend_text_layout (self->flow->context, TEND_TEXT_HEADING, text,
                      tend_flow_width (self->flow) * 0.30 - 2 * BOX_INSET);

  return tend_text_height (layout) > MOST_ALLERGIES;
}

void
tend_mar_head_begin (TendMarPages *self)
{
  TendFlow *flow = self->flow;

  self->long_allergies = FALSE;
  self->long_allergies = is_long (self);
  flow->top = measure_head (self);
  flow->head = head_cb;
  flow->head_data = self;
  head_cb (flow, self);
  flow->y = flow->top;
  if (self->long_allergies)
    {
      g_autofree char *all = g_utf8_strup (self->sheet->head.allergies, -1);

      tend_flow_text (flow, "P", TEND_TEXT_STRONG, _("ALLERGIES"), &flow->palette->ink);
      tend_flow_text (flow, "P", TEND_TEXT_STRONG, all, &flow->palette->ink);
      flow->y += 8;
    }
}

/* Key */

/* A square of the key and what it means. */
typedef struct
{
  TendMarCell  cell;
  const char  *meaning;
} KeySquare;

static const KeySquare squares[] = {
  { { .state = TEND_MAR_CELL_WRITTEN, .text = "XY*" },
    N_("Initials: taken as it says. A star: see the back") },
  { { .state = TEND_MAR_CELL_WRITTEN, .text = "R", .is_code = TRUE },
    N_("A ring: a code, see above") },
  { { .state = TEND_MAR_CELL_WRITTEN, .text = "XY", .quantity = "0.5" },
    N_("Below it: how much, when, or by whom") },
  { { .state = TEND_MAR_CELL_WRITTEN, .text = "XY", .late = "09:40" },
    N_("A filled corner: late, at this time; “wr”: written then") },
  { { .state = TEND_MAR_CELL_WRITTEN, .text = "XY", .struck = "R" },
    N_("Struck through: corrected, see the back") },
  { { .state = TEND_MAR_CELL_GAP },
    N_("A heavy box: nobody wrote what became of it; a number: what was due") },
  { { .state = TEND_MAR_CELL_OTHERS, .text = N_("family") },
    N_("A word alone: theirs to give; no more is known") },
  { { .state = TEND_MAR_CELL_OUTSIDE }, N_("Hatched: before its first day or after its last") },
  { { .state = TEND_MAR_CELL_NOT_DUE }, N_("A dash: not due that day") },
  { { .state = TEND_MAR_CELL_DUE, .quantity = "?" },
    N_("No mark: still to come. “?”: how much is not set yet") },
};

static void
draw_square_cb (cairo_t  *cr,
                double    width,
                double    height,
                gpointer  data)
{
  const KeySquare *square = data;
  const TendPalette *palette = tend_palette_get (TEND_PALETTE_PRINT);
  TendDrawStyle style = { palette, NULL, 8 };
  TendMarCell cell = square->cell;

  if (cell.state == TEND_MAR_CELL_OTHERS)
    cell.text = _(cell.text);
  tend_mar_cell_draw (cr, &cell, width, height, &style);
  tend_cairo_set_color (cr, &palette->soft_ink);
  cairo_set_line_width (cr, 0.4);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_stroke (cr);
}

/* The small print of the key; leaves the flow below it. */
static void
lay_small (TendFlow   *flow,
           const char *text)
{
  PangoLayout *layout =
    tend_text_layout (flow->context, TEND_TEXT_SMALL, text, tend_flow_width (flow));
  PangoFontDescription *font =
    pango_font_description_copy (pango_layout_get_font_description (layout));

  pango_font_description_set_absolute_size (font, KEY_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  tend_flow_layout (flow, "P", layout, 0, &flow->palette->ink);
}

static char *
codes_text (const TendMarChartSheet *sheet)
{
  GString *text = g_string_new (_("Codes:"));

  for (gsize i = 0; i < sheet->n_codes; i++)
    g_string_append_printf (text, "  %s %s%s", sheet->codes[i].label, sheet->codes[i].text,
                            i + 1 < sheet->n_codes ? " ·" : "");
  return g_string_free (text, FALSE);
}

static char *
signers_text (const TendMarPages *self)
{
  GString *text = g_string_new (_("Initials:"));

  for (gsize i = 0; i < self->cycle->n_signers; i++)
    {
      const TendMarSigner *signer = &self->cycle->signers[i];

      g_string_append_printf (text, "%s  %s = %s", i > 0 ? " ·" : "", signer->initials,
                              signer->name && *signer->name ? signer->name
                                                            : _("____________________"));
    }
  if (self->sheet->blank)
    for (int i = 0; i < 3; i++)
      g_string_append_printf (text, " ·  %s",
                              /* Translators: a line for initials, a name and a signature */
                              _("______ = ______________________, signed ________________"));
  return g_string_free (text, FALSE);
}

static void
lay_squares (const TendMarPages *self,
             TendFlow           *flow)
{
  double part = tend_flow_width (flow) / G_N_ELEMENTS (squares);
  double lowest = flow->y + KEY_CELL_HIGH;

  for (guint i = 0; i < G_N_ELEMENTS (squares); i++)
    {
      double left = flow->left + i * part;
      TendFlow text = tend_flow_column (flow, left + KEY_CELL_WIDE + 3,
                                        part - KEY_CELL_WIDE - 6);

      tend_page_begin (flow->page, "Figure");
      tend_page_figure (flow->page, left, flow->y, KEY_CELL_WIDE, KEY_CELL_HIGH, draw_square_cb,
                        (gpointer) &squares[i], NULL);
      tend_page_end (flow->page);
      lay_small (&text, _(squares[i].meaning));
      lowest = MAX (lowest, text.y);
    }
  flow->y = lowest + 2;
}

static void
lay_key (const TendMarPages *self,
         TendFlow           *flow)
{
  g_autofree char *codes = codes_text (self->sheet);
  g_autofree char *signers = signers_text (self);

  tend_flow_rule (flow);
  flow->y += 3;
  lay_small (flow, codes);
  flow->y += 3;
  if (!self->sheet->blank)
    lay_squares (self, flow);
  else
    lay_small (flow, _("Write your initials in the square after the dose has been taken, or the "
                       "code with a ring round it; never before. Write the number where it can "
                       "vary. A square with a dash is not due; one with hatching is not either, or "
                       "is signed on another chart. Where each day has its number, one without "
                       "waits for the next test. To correct: one line through it, and tell it on "
                       "the back."));
  flow->y += 1;
  if (self->cycle->n_signers > 0 || self->sheet->blank)
    lay_small (flow, signers);
}

void
tend_mar_key_reserve (TendMarPages *self)
{
  TendFlow trial = *self->flow;

  trial.head = NULL;
  trial.page = tend_page_new ();
  trial.y = trial.top;
  trial.bottom = G_MAXDOUBLE;
  lay_key (self, &trial);
  tend_page_free (trial.page);
  self->flow->bottom -= trial.y - trial.top + KEY_ABOVE;
}

void
tend_mar_key_lay (TendMarPages *self,
                  int           first_page)
{
  int n_pages = tend_document_get_n_pages (self->flow->document);

  for (int i = first_page; i < n_pages; i++)
    {
      TendFlow page = *self->flow;

      page.head = NULL;
      page.page = tend_document_get_page (self->flow->document, i);
      page.y = self->flow->bottom + KEY_ABOVE;
      page.bottom = G_MAXDOUBLE;
      lay_key (self, &page);
    }
}
