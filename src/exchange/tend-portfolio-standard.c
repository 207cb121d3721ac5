/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The council's standard line by line: each with how it stands, and where in the portfolio
 * that is to be seen.
 */

#include "tend-portfolio-private.h"

#include "tend-letterhead.h"
#include "tend-standard-sheet.h"
#include "tend-standard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of many people the same thing is said of so many. */
#define MOST_SAID 6

/* What a profile calls the records of clients, which are no item. */
#define RECORDS "records"

#define STANDARD "standard"

static gboolean
has_pages (TendPortfolioPlan        *self,
           const TendPortfolioStuff *stuff)
{
  return self->scheme_name != NULL;
}

/* Every rule is looked at for it, which takes its time: only where it goes in. */
static gboolean
settle (TendPortfolioPlan   *self,
        TendVault           *vault,
        TendPortfolioStuff  *stuff,
        GError             **error)
{
  if (tend_portfolio_is_in (stuff))
    self->standard = tend_standard (vault, self->scheme, self->on, error);

  return !tend_portfolio_is_in (stuff) || self->standard != NULL;
}

/* How it stands. */

static void
add_day (GString    *lines,
         const char *format,
         TendDate    date)
{
  g_autofree char *day = tend_date_format (date, TEND_DATE_LONG);
  g_autofree char *text = g_strdup_printf (format, day);

  if (date != TEND_DATE_NONE)
    tend_portfolio_add_line (lines, text);
}

/* Nobody is named whose records are not in it by their consent. */
static void
add_findings (TendPortfolioPlan      *self,
              const TendStandardLine *line,
              GString                *lines)
{
  g_autoptr(GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  guint left_out = 0;

  for (guint i = 0; i < line->findings->len; i++)
    {
      const TendFinding *finding = line->findings->pdata[i];
      const char *fact = tend_portfolio_text (self, finding->fact);

      if (g_hash_table_contains (said, fact))
        continue;
      if (g_hash_table_size (said) == MOST_SAID)
        {
          left_out++;
          continue;
        }
      g_hash_table_add (said, (gpointer) fact);
      tend_portfolio_add_line (lines, fact);
      if (finding->override != NULL)
        {
          g_autofree char *reason =
            g_strdup_printf (_("Gone on with, because: %s"),
                             tend_portfolio_text (self, finding->override));

          tend_portfolio_add_line (lines, reason);
        }
    }
  if (left_out > 0)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more like it",
                                                            "and %u more like these", left_out),
                                               left_out);

      tend_portfolio_add_line (lines, more);
    }
}

static const char *
says_of (TendPortfolioPlan      *self,
         const TendStandardLine *line)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  tend_portfolio_add_line (lines, line->kept);
  if (line->state == TEND_STANDARD_UNKNOWN)
    tend_portfolio_add_line (lines, _("The council’s figure for this year is not known here."));
  add_findings (self, line, lines);
  if (line->unwritten)
    tend_portfolio_add_line (lines, _("It is not written down of everybody."));
  if (line->state != TEND_STANDARD_NOT_MET)
    {
      add_day (lines, _("I have read this and keep to it, %s."), line->read_on);
      add_day (lines, _("Good until %s."), line->good_until);
      add_day (lines, _("To be looked at again by %s."), line->look_by);
    }

  return tend_compose_keep (self->texts, lines->str);
}

/* Where it is shown. */

static TendPortfolioStuff *
find_part (TendPortfolioPlan *self,
           const char        *id)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      TendPortfolioStuff *stuff = self->parts->pdata[i];

      if (strcmp (stuff->entry != NULL ? stuff->entry->id : RECORDS, id) == 0)
        return stuff;
    }

  return NULL;
}

/* What there is none of, and nobody asks for, is not looked for; nor is what is left out as
 * evidence of what does not apply. */
static gboolean
find_place (TendPortfolioPlan      *self,
            const TendStandardLine *line,
            const char             *id,
            TendStandardPlace      *place)
{
  const TendPortfolioStuff *stuff = find_part (self, id);
  const TendPortfolioItem *shown = stuff != NULL ? &stuff->shown : NULL;

  if (shown == NULL ||
      (!tend_portfolio_is_in (stuff) &&
       (line->state == TEND_STANDARD_NOT_ASKED ||
        (shown->says == NULL && shown->state == TEND_PORTFOLIO_NOTHING))))
    return FALSE;

  /* Of many people it is where the first begins. */
  *place = (TendStandardPlace) {
    .title = stuff->entry != NULL ? shown->title : _("Records of people"), .known = TRUE
  };
  if (tend_portfolio_is_in (stuff))
    place->page = stuff->page;
  else if (shown->extent == TEND_PORTFOLIO_LINE && shown->says != NULL)
    {
      place->title = tend_compose_take (self->texts, g_strdup_printf (
        /* Translators: a part of a portfolio, of which only the contents speak */
        _("%s: in the contents"), shown->title));
    }
  else
    {
      place->known = FALSE;
      place->title = tend_compose_take (self->texts, g_strdup_printf (
        /* Translators: a part of a portfolio */
        _("%s: not in it"), shown->title));
    }
  return TRUE;
}

/* What nothing here shows, or not of everybody, cannot be ticked, though nothing speaks
 * against it. */
static gboolean
is_unshown (TendPortfolioPlan      *self,
            const TendStandardLine *line)
{
  gboolean open = line->state == TEND_STANDARD_MET || line->state == TEND_STANDARD_NOTE;
  gboolean any = FALSE;

  if (line->unwritten)
    return open;

  for (guint i = 0; line->shown[i] != NULL; i++)
    {
      TendStandardPlace place;

      if (find_place (self, line, line->shown[i], &place))
        any = TRUE;
      else
        continue;
      if (place.known)
        return FALSE;
    }

  return any && open;
}

/* Whether a paper that shows it is to be in the folder, and is only written of: those that the
 * line asks for, where it asks for some. */
static gboolean
is_uncopied (TendPortfolioPlan      *self,
             const TendStandardLine *line)
{
  if (line->state != TEND_STANDARD_MET && line->state != TEND_STANDARD_NOTE)
    return FALSE;

  for (guint i = 0; line->shown[i] != NULL; i++)
    {
      const TendPortfolioStuff *stuff = find_part (self, line->shown[i]);

      if (stuff == NULL || stuff->entry == NULL || !tend_portfolio_is_in (stuff))
        continue;
      for (guint j = 0; j < stuff->records->len; j++)
        if (tend_portfolio_lacks_copy_of (self, stuff, stuff->records->pdata[j]) &&
            (line->papers->len == 0 ||
             g_ptr_array_find_with_equal_func (line->papers,
                                               tend_record_get_id (stuff->records->pdata[j]),
                                               g_str_equal, NULL)))
          return TRUE;
    }

  return FALSE;
}

static const char *
state_title (TendPortfolioPlan      *self,
             const TendStandardLine *line)
{
  if (is_unshown (self, line))
    return _("Not shown");

  return is_uncopied (self, line) ? _("Met, no copy") : tend_standard_state_title (line->state);
}

static void
add_count (GString    *text,
           const char *title,
           guint       n)
{
  if (n > 0)
    g_string_append_printf (text, " %s: %u.", title, n);
}

/* (transfer full): "44 lines. Met: 41. To note: 1. Does not apply: 2." */
static char *
sum_up (guint        n_lines,
        const guint  n[TEND_STANDARD_N_STATES],
        guint        uncopied,
        guint        unshown)
{
  static const TendStandardState others[] = {
    TEND_STANDARD_NOTE, TEND_STANDARD_SOON, TEND_STANDARD_NOT_MET,
    TEND_STANDARD_UNKNOWN, TEND_STANDARD_NOBODY, TEND_STANDARD_NOT_ASKED,
  };
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u line.", "%u lines.", n_lines),
                          n_lines);
  add_count (text, tend_standard_state_title (TEND_STANDARD_MET), n[TEND_STANDARD_MET]);
  add_count (text, _("Met, no copy"), uncopied);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    add_count (text, tend_standard_state_title (others[i]), n[others[i]]);
  add_count (text, _("Not shown"), unshown);
  return g_string_free (text, FALSE);
}

/* How much of it is met is known once it is known what goes in. */
void
tend_portfolio_sum_up_standard (TendPortfolioPlan *self)
{
  guint n[TEND_STANDARD_N_STATES] = { 0 };
  guint unshown = 0;
  guint uncopied = 0;
  TendPortfolioItem *shown = &find_part (self, STANDARD)->shown;

  /* Where it does not go in it can still be ticked. */
  if (self->standard == NULL)
    {
      shown->says = self->scheme_name != NULL ? _("How it stands with each line of it") : NULL;
      return;
    }

  for (guint i = 0; i < self->standard->len; i++)
    {
      const TendStandardLine *line = self->standard->pdata[i];

      if (is_unshown (self, line))
        unshown++;
      else if (is_uncopied (self, line))
        uncopied++;
      else
        n[line->state]++;
    }

  shown->state = n[TEND_STANDARD_NOT_MET] + unshown > 0 ? TEND_PORTFOLIO_EXPIRED
                 : uncopied > 0 ? TEND_PORTFOLIO_NO_COPY
                 : n[TEND_STANDARD_SOON] + n[TEND_STANDARD_UNKNOWN] > 0
                   ? TEND_PORTFOLIO_DUE
                   : TEND_PORTFOLIO_IN_ORDER;
  shown->says = tend_compose_take (self->texts, sum_up (self->standard->len, n, uncopied,
                                                        unshown));
}

/* In @place, or at the papers themselves that a line asks for, where they have their own pages. */
static void
add_places (TendPortfolioPlan       *self,
            const TendStandardLine  *line,
            const char              *id,
            const TendStandardPlace *place,
            GArray                  *places)
{
  const TendPortfolioStuff *stuff = find_part (self, id);
  guint before = places->len;

  for (guint i = 0; i < stuff->records->len; i++)
    {
      TendRecord *record = stuff->records->pdata[i];
      TendStandardPlace own = *place;

      own.page = tend_portfolio_get_page (stuff, i);
      if (tend_portfolio_own_pages (stuff, record) != TEND_PORTFOLIO_NO_PAGES &&
          g_ptr_array_find_with_equal_func (line->papers, tend_record_get_id (record),
                                            g_str_equal, NULL))
        g_array_append_val (places, own);
    }
  if (places->len == before)
    g_array_append_vals (places, place, 1);
}

/* Of all rows, one behind the other. */
static GArray *
find_places (TendPortfolioPlan *self,
             GArray            *rows)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TendStandardPlace));

  for (guint i = 0; i < self->standard->len; i++)
    {
      const TendStandardLine *line = self->standard->pdata[i];
      guint first = places->len;

      for (guint j = 0; line->shown[j] != NULL; j++)
        {
          TendStandardPlace place;

          if (find_place (self, line, line->shown[j], &place))
            add_places (self, line, line->shown[j], &place, places);
        }
      g_array_index (rows, TendStandardRow, i).n_places = places->len - first;
    }

  return places;
}

static const char *
intro (TendPortfolioPlan        *self,
       const TendPortfolioStuff *stuff)
{
  g_autofree char *day = tend_date_format (self->on, TEND_DATE_LONG);

  return tend_compose_take (self->texts, g_strdup_printf (
    /* Translators: a scheme; what sort of paper its standard is; a date; how many lines of it
     * are met */
    _("%s (%s), on %s. %s\nEach line is looked up in the carer’s own records; people have "
      "initials unless they agreed to be named."),
    self->scheme_name, self->standard_text, day, stuff->shown.says));
}

static gboolean
make (TendPortfolioMaker  *maker,
      GError             **error)
{
  TendPortfolioPlan *self = maker->self;
  const TendPortfolioStuff *stuff = maker->stuff;
  g_autoptr(GArray) rows = g_array_new (FALSE, TRUE, sizeof (TendStandardRow));
  g_autoptr(GArray) places = NULL;
  const TendStandardPlace *place;
  TendStandardSheet sheet = {
    .title = stuff->shown.title, .carer = tend_party_get_title (&self->carer),
    .intro = intro (self, stuff), .language = tend_compose_language (),
  };

  for (guint i = 0; i < self->standard->len; i++)
    {
      const TendStandardLine *line = self->standard->pdata[i];
      const TendStandardRow row = {
        .id = line->rule, .asks = line->asks,
        .state = state_title (self, line),
        .fault = line->state == TEND_STANDARD_NOT_MET, .says = says_of (self, line),
      };

      g_array_append_val (rows, row);
    }

  places = find_places (self, rows);
  place = (const TendStandardPlace *) places->data;
  for (guint i = 0; i < rows->len; i++)
    {
      TendStandardRow *row = &g_array_index (rows, TendStandardRow, i);

      row->places = place;
      place += row->n_places;
    }
  sheet.rows = (const TendStandardRow *) rows->data;
  sheet.n_rows = rows->len;
  return tend_portfolio_take (maker, tend_document_new_standard (&sheet, maker->links));
}

const TendPortfolioFrom tend_portfolio_from_standard = {
  .has_pages = has_pages, .settle = settle, .make = make, .is_judged = TRUE, .names_pages = TRUE,
  .names_people = TRUE,
};
