/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-return-private.h"

#include "tend-clients.h"
#include "tend-csv.h"
#include "tend-kinds.h"
#include "tend-letterhead.h"
#include "tend-quantity.h"
#include "tend-scheme-return.h"

#include <glib/gi18n-lib.h>

void
tend_return_values_free (TendReturnValues *self)
{
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->figures, tend_return_free);
  g_free (self->scheme);
  g_array_unref (self->rows);
  g_array_unref (self->bands);
  g_array_unref (self->lines);
  g_free (self);
}

TendReturnValues *
_tend_return_values_new (const char *scheme)
{
  TendReturnValues *self = g_new0 (TendReturnValues, 1);

  self->texts = g_string_chunk_new (4096);
  self->rows = g_array_new (FALSE, FALSE, sizeof (TendReturnFigure));
  self->bands = g_array_new (FALSE, FALSE, sizeof (TendReturnFigure));
  self->lines = g_array_new (FALSE, FALSE, sizeof (TendReturnLine));
  self->scheme = g_strdup (scheme);

  return self;
}

/* What the keys stand for; a band of ages that is not here is its own label. */
static const struct
{
  const char *key;
  const char *label;
  const char *meaning;
} labels[] = {
  { "average_hours_per_week", N_("Hours of delivery a week, on average"), NULL },
  { "capacity_hours_per_week", N_("Total capacity, hours a week"), NULL },
  { "people", N_("People supported"), N_("Everybody who had a visit in the quarter.") },
  { "self_funders", N_("People who fund their own care"), N_("Of the people supported.") },
  { "personal_care", N_("People who receive personal care"),
    N_("Of the people supported, by the kind of their visits, agreement or agreed tasks.") },
  { "home_support", N_("People who receive holistic home support"),
    N_("Of the people supported. Who receives both is counted in both.") },
  { "under_18", N_("Under 18"), NULL },
  { "85+", N_("85 and over"), NULL },
  { "unknown", N_("Age not known"), NULL },
};

void
_tend_return_add (GArray     *rows,
                  const char *key,
                  const char *number,
                  const char *meaning)
{
  TendReturnFigure figure = { key, key, number, meaning };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].key, key))
      {
        figure.label = _(labels[i].label);
        if (meaning == NULL && labels[i].meaning != NULL)
          figure.meaning = _(labels[i].meaning);
      }

  g_array_append_val (rows, figure);
}

static const char *
count_text (TendReturnValues *self,
            guint             count)
{
  return tend_compose_take (self->texts, g_strdup_printf ("%u", count));
}

static const char *
hours_text (TendReturnValues *self,
            gint64            thousandths)
{
  return thousandths > 0 ? tend_compose_take (self->texts, tend_quantity_format (thousandths))
                         : NULL;
}

static void
add_hours (TendReturnValues *self)
{
  const TendReturn *figures = self->figures;
  g_autofree char *delivered = tend_minutes_format_hours (figures->minutes);
  const char *average = hours_text (self, tend_return_average (figures));
  const char *capacity = hours_text (self, tend_return_capacity (figures));
  const char *in_all = hours_text (self, tend_return_quarter_capacity (figures));
  const char *meaning;

  if (capacity == NULL)
    meaning = _("Say under your details how many hours you can work in a week.");
  else if (figures->n_team > 0)
    meaning = tend_compose_take (self->texts,
                                 g_strdup_printf (_("The most hours that the team of %u can work "
                                                    "in a week; %s for the whole quarter."),
                                                  figures->n_team, in_all));
  else
    meaning = tend_compose_take (self->texts,
                                 g_strdup_printf (_("The most hours that I can work in a week; %s "
                                                    "for the whole quarter."), in_all));

  _tend_return_add (self->rows, "average_hours_per_week", average != NULL ? average : "0",
                    tend_compose_take (self->texts,
                                       g_strdup_printf (_("%s hours, divided by %d days, times 7. "
                                                          "Counted are visits that took place, as "
                                                          "long as they were or, where that was "
                                                          "not written down, as planned."),
                                                        delivered, tend_return_days (figures))));
  _tend_return_add (self->rows, "capacity_hours_per_week", capacity, meaning);
}

const char *
_tend_return_people_meaning (TendReturnValues *self)
{
  return self->scheme != NULL ? _("Everybody of this scheme who had a visit in the quarter.")
                              : NULL;
}

static void
add_people (TendReturnValues *self)
{
  const TendReturn *figures = self->figures;

  _tend_return_add (self->rows, "people", count_text (self, figures->people->len),
                    _tend_return_people_meaning (self));
  _tend_return_add (self->rows, "self_funders", count_text (self, figures->self_funders), NULL);
  _tend_return_add (self->rows, "personal_care", count_text (self, figures->personal_care), NULL);
  _tend_return_add (self->rows, "home_support", count_text (self, figures->home_support), NULL);
}

static void
add_bands (TendReturnValues *self)
{
  const TendReturn *figures = self->figures;

  if (figures->under_18 > 0)
    _tend_return_add (self->bands, "under_18", count_text (self, figures->under_18), NULL);
  for (guint i = 0; i < TEND_RETURN_N_BANDS; i++)
    _tend_return_add (self->bands, tend_return_band (i), count_text (self, figures->bands[i]),
                      NULL);
  if (figures->unknown_age > 0)
    _tend_return_add (self->bands, "unknown", count_text (self, figures->unknown_age), NULL);
}

static void
add_lines (TendReturnValues *self,
           GArray           *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const TendReturnFigure *figure = &g_array_index (figures, TendReturnFigure, i);
      const TendReturnLine line = {
        figure->label, figure->number != NULL ? figure->number : _("not known"), figure->meaning
      };

      g_array_append_val (self->lines, line);
    }
}

static const char *
notes_text (TendReturnValues *self)
{
  const TendReturn *figures = self->figures;
  g_autofree char *end = tend_date_format (figures->to, TEND_DATE_LONG);
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("The quarter ends on %s: "), end);
  g_string_append (text, figures->literal
                   ? _("the day that the memorandum names.")
                   : _("the last day of its last month, so that no day is left out."));
  g_string_append_c (text, '\n');
  g_string_append (text, _("A visit to two people at the same time counts for each of them."));
  if (self->scheme != NULL && self->counts_nobody)
    {
      g_string_append_c (text, '\n');
      g_string_append (text, _("Nobody is counted: nobody who had a visit in the quarter is helped "
                               "under this scheme. What a person’s record says of “Under which "
                               "schemes” decides, and where it says nothing, their postcode."));
    }
  if (self->n_left_out > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                                 "%u person who lives elsewhere is not counted.",
                                                 "%u people who live elsewhere are not counted.",
                                                 self->n_left_out),
                              self->n_left_out);
    }
  if (self->n_of_others > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                                 "%u person under another scheme is not counted.",
                                                 "%u people under other schemes are not counted.",
                                                 self->n_of_others),
                              self->n_of_others);
    }
  g_string_append_c (text, '\n');
  g_string_append (text, _("These are numbers alone: nobody who receives care is named."));

  return tend_compose_keep (self->texts, text->str);
}

void
_tend_return_fill_sheet (TendReturnValues *self)
{
  const TendReturn *figures = self->figures;
  g_autofree char *end = tend_date_format (figures->to, TEND_DATE_LONG);
  const TendReturnLine ages = {
    .label = tend_compose_take (self->texts, g_strdup_printf (_("Age on %s"), end))
  };

  add_lines (self, self->rows);
  g_array_append_val (self->lines, ages);
  add_lines (self, self->bands);

  self->sheet.title = self->sheet.due_on != TEND_DATE_NONE ? _("Quarterly return")
                                                           : _("Impact summary");
  self->sheet.quarter = tend_compose_take (self->texts, tend_quarter_title (figures->quarter));
  self->sheet.from = figures->from;
  self->sheet.to = figures->to;
  self->sheet.lines = (const TendReturnLine *) self->lines->data;
  self->sheet.n_lines = self->lines->len;
  self->sheet.notes = notes_text (self);
  self->sheet.language = tend_compose_language ();
}

static gboolean
covers (const char *postcode,
        gpointer    scheme)
{
  return tend_scheme_has_postcode (scheme, postcode);
}

gboolean
_tend_return_read_scheme (TendReturnValues  *self,
                          GPtrArray         *schemes,
                          TendQuarter        quarter,
                          GError           **error)
{
  const TendScheme *scheme = tend_schemes_find (schemes, self->scheme);
  const TendSchemeFigure *due;

  if (scheme == NULL)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND,
                   _("There is no scheme called “%s”."), self->scheme);
      return FALSE;
    }

  due = tend_scheme_figure (scheme, "return_due_day", tend_quarter_end (quarter, 0));
  if (due != NULL)
    self->sheet.due_on = tend_quarter_due (quarter, due->value);
  self->sheet.scheme = tend_compose_keep (self->texts, tend_scheme_get_name (scheme));
  return TRUE;
}

TendReturnValues *
tend_compose_return_load (TendVault    *vault,
                          const char   *scheme,
                          TendQuarter   quarter,
                          GError      **error)
{
  g_autoptr(TendRecord) provider = tend_provider_load (vault, error);
  g_autoptr(GPtrArray) schemes = provider != NULL ? tend_schemes_load (vault, error) : NULL;
  g_autoptr(TendReturnValues) self = NULL;
  TendReturnQuery query = { .scheme = scheme, .quarter = quarter };

  if (schemes == NULL)
    return NULL;

  self = _tend_return_values_new (scheme);
  if (scheme != NULL)
    {
      const TendScheme *asks = tend_schemes_find (schemes, scheme);

      if (!_tend_return_read_scheme (self, schemes, quarter, error))
        return NULL;
      query.last_day = tend_scheme_return_last_day (asks, provider, quarter);
      query.covers = covers;
      query.data = (gpointer) asks;
    }

  self->figures = tend_return_load (vault, &query, error);
  if (self->figures == NULL ||
      !tend_compose_provider (vault, self->texts, &self->sheet.provider, error))
    return NULL;

  self->n_left_out = self->figures->left_out->len;
  self->n_of_others = self->figures->of_others->len;
  self->counts_nobody = self->figures->people->len == 0;
  add_hours (self);
  add_people (self);
  add_bands (self);
  _tend_return_fill_sheet (self);
  return g_steal_pointer (&self);
}

const TendReturn *
tend_compose_return_figures (const TendReturnValues *self)
{
  return self->figures;
}

const TendReturnSheet *
tend_compose_return_sheet (const TendReturnValues *self)
{
  return &self->sheet;
}

TendDocument *
tend_compose_return_document (const TendReturnValues *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tend_document_new_return (&self->sheet);
}

static void
write_figures (TendWriter *writer,
               GArray     *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const TendReturnFigure *figure = &g_array_index (figures, TendReturnFigure, i);

      tend_writer_json (writer, figure->key, figure->number != NULL ? figure->number : "null");
    }
}

void
tend_compose_return_write (const TendReturnValues *self,
                           TendWriter             *writer)
{
  const TendReturn *figures = self->figures;
  g_autofree char *quarter = tend_quarter_format (figures->quarter);
  g_autofree char *capacity = tend_quantity_format (tend_return_quarter_capacity (figures));

  tend_writer_text (writer, "scheme", self->scheme);
  tend_writer_text (writer, "quarter", quarter);
  tend_writer_date (writer, "from", figures->from);
  tend_writer_date (writer, "to", figures->to);
  tend_writer_date (writer, "due_on", self->sheet.due_on);
  write_figures (writer, self->rows);
  tend_writer_map (writer, "age_bands");
  write_figures (writer, self->bands);
  tend_writer_end (writer);

  tend_writer_text (writer, "quarter_ends", figures->literal ? "literal" : "calendar");
  tend_writer_int (writer, "days", tend_return_days (figures));
  tend_writer_int (writer, "delivered_minutes", figures->minutes);
  tend_writer_json (writer, "capacity_hours_per_quarter", capacity);
  tend_writer_int (writer, "left_out", figures->left_out->len);
  tend_writer_int (writer, "under_other_schemes", figures->of_others->len);
}

static void
add_csv (GString    *text,
         const char *prefix,
         GArray     *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const TendReturnFigure *figure = &g_array_index (figures, TendReturnFigure, i);
      g_autofree char *key = g_strconcat (prefix, figure->key, NULL);

      tend_csv_add (text, key, figure->number != NULL ? figure->number : "", NULL);
    }
}

GBytes *
tend_compose_return_csv (const TendReturnValues *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *quarter = tend_quarter_format (self->figures->quarter);
  g_autofree char *title = tend_quarter_title (self->figures->quarter);
  g_autofree char *from = tend_date_format_iso (self->figures->from);
  g_autofree char *to = tend_date_format_iso (self->figures->to);
  g_autofree char *due = tend_date_format_iso (self->sheet.due_on);

  tend_csv_add (text, "figure", "value", NULL);
  tend_csv_add (text, "scheme", self->scheme != NULL ? self->scheme : "", NULL);
  tend_csv_add (text, "quarter", quarter, NULL);
  tend_csv_add (text, "quarter_title", title, NULL);
  tend_csv_add (text, "from", from, NULL);
  tend_csv_add (text, "to", to, NULL);
  tend_csv_add (text, "due_on", due, NULL);
  add_csv (text, "", self->rows);
  add_csv (text, "age_", self->bands);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

char *
tend_compose_return_text (const TendReturnValues *self)
{
  const TendReturnSheet *sheet = &self->sheet;
  g_autofree char *period = tend_text_period (sheet->from, sheet->to);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s: %s\n%s\n", sheet->title,
                          tend_party_get_title (&sheet->provider), sheet->quarter);
  g_string_append_printf (text, "%s\n\n", period);

  for (gsize i = 0; i < sheet->n_lines; i++)
    {
      const TendReturnLine *line = &sheet->lines[i];

      if (line->value != NULL)
        g_string_append_printf (text, "%s: %s\n", line->label, line->value);
      else
        g_string_append_printf (text, "\n%s\n", line->label);
    }

  g_string_append_printf (text, "\n%s\n", sheet->notes);
  return g_string_free (text, FALSE);
}

TendRecord *
tend_compose_return_sent (const TendReturnValues *self,
                          TendDate                on,
                          const char             *how)
{
  TendRecord *record = tend_record_new (&tend_quarterly_return_kind);
  g_autoptr(TendWriter) writer = tend_writer_new ();
  g_autofree char *quarter = tend_quarter_format (self->figures->quarter);
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;

  tend_writer_map (writer, NULL);
  tend_compose_return_write (self, writer);
  tend_writer_end (writer);
  bytes = tend_writer_finish (writer);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  tend_record_set_text (record, "scheme", self->scheme);
  tend_record_set_text (record, "quarter", quarter);
  tend_record_set_text (record, "quarter_ends", self->figures->literal ? "literal" : "calendar");
  tend_record_set_int (record, "prepared_on", on);
  tend_record_set_int (record, "sent_on", on);
  tend_record_set_text (record, "sent_how", how);
  tend_record_set_text (record, "figures", g_strchomp (text));

  return record;
}
