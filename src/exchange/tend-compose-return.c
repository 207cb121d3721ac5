/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-compose-return.h"

#include "tend-clients.h"
#include "tend-compose-private.h"
#include "tend-csv.h"
#include "tend-kinds.h"
#include "tend-letterhead.h"
#include "tend-quantity.h"
#include "tend-scheme-return.h"

#include <glib/gi18n-lib.h>

/* A figure in every form it is given in: paper and text have its label, JSON and CSV its key. */
typedef struct
{
  const char *key;     /* %NULL for the name of a group */
  const char *label;
  const char *number;  /* as JSON; %NULL: not known */
  const char *meaning;
} Figure;

struct _TendReturnValues
{
  GStringChunk    *texts;
  TendReturn      *figures;
  char            *scheme;
  GArray          *rows;    /* Figure */
  GArray          *bands;   /* Figure */
  GArray          *lines;   /* TendReturnLine */
  TendReturnSheet  sheet;
};

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

static void
add_figure (GArray     *rows,
            const char *key,
            const char *label,
            const char *number,
            const char *meaning)
{
  const Figure figure = { key, label, number, meaning };

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

  add_figure (self->rows, "average_hours_per_week", _("Hours of delivery a week, on average"),
              average != NULL ? average : "0",
              tend_compose_take (self->texts,
                                 g_strdup_printf (_("%s hours, divided by %d days, times 7. "
                                                    "Counted are visits that took place, as long "
                                                    "as they were or, where that was not written "
                                                    "down, as planned."),
                                                  delivered, tend_return_days (figures))));
  add_figure (self->rows, "capacity_hours_per_week", _("Total capacity, hours a week"), capacity,
              meaning);
}

static void
add_people (TendReturnValues *self)
{
  const TendReturn *figures = self->figures;

  add_figure (self->rows, "people", _("People supported"),
              count_text (self, figures->people->len),
              _("Everybody who had a visit in the quarter."));
  add_figure (self->rows, "self_funders", _("People who fund their own care"),
              count_text (self, figures->self_funders), _("Of the people supported."));
  add_figure (self->rows, "personal_care", _("People who receive personal care"),
              count_text (self, figures->personal_care),
              _("Of the people supported, by the kind of their visits, agreement or agreed "
                "tasks."));
  add_figure (self->rows, "home_support", _("People who receive holistic home support"),
              count_text (self, figures->home_support),
              _("Of the people supported. Who receives both is counted in both."));
}

static void
add_bands (TendReturnValues *self)
{
  const TendReturn *figures = self->figures;

  if (figures->under_18 > 0)
    add_figure (self->bands, "under_18", _("Under 18"), count_text (self, figures->under_18), NULL);
  for (guint i = 0; i < TEND_RETURN_N_BANDS; i++)
    add_figure (self->bands, tend_return_band (i),
                i + 1 < TEND_RETURN_N_BANDS ? tend_return_band (i) : _("85 and over"),
                count_text (self, figures->bands[i]), NULL);
  if (figures->unknown_age > 0)
    add_figure (self->bands, "unknown", _("Age not known"),
                count_text (self, figures->unknown_age), NULL);
}

static void
add_lines (TendReturnValues *self,
           GArray           *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const Figure *figure = &g_array_index (figures, Figure, i);
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
  if (self->scheme != NULL && figures->people->len == 0)
    {
      g_string_append_c (text, '\n');
      g_string_append (text, _("Nobody is counted: nobody who had a visit in the quarter is helped "
                               "under this scheme. What a person’s record says of “Under which "
                               "schemes” decides, and where it says nothing, their postcode."));
    }
  if (figures->left_out->len > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                                 "%u person who lives elsewhere is not counted.",
                                                 "%u people who live elsewhere are not counted.",
                                                 figures->left_out->len),
                              figures->left_out->len);
    }
  g_string_append_c (text, '\n');
  g_string_append (text, _("These are numbers alone: nobody who receives care is named."));

  return tend_compose_keep (self->texts, text->str);
}

static void
fill_sheet (TendReturnValues *self)
{
  const TendReturn *figures = self->figures;
  g_autofree char *end = tend_date_format (figures->to, TEND_DATE_LONG);
  g_autofree char *name = tend_quarter_name (figures->quarter);
  const TendReturnLine ages = {
    .label = tend_compose_take (self->texts, g_strdup_printf (_("Age on %s"), end))
  };

  add_hours (self);
  add_people (self);
  add_bands (self);
  add_lines (self, self->rows);
  g_array_append_val (self->lines, ages);
  add_lines (self, self->bands);

  self->sheet.title = self->sheet.due_on != TEND_DATE_NONE ? _("Quarterly return")
                                                           : _("Impact summary");
  self->sheet.quarter =
    tend_compose_take (self->texts, g_strdup_printf (_("Quarter %d, %s"),
                                                     figures->quarter % 4 + 1, name));
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

/* What the council's profile says of its return. */
static gboolean
read_scheme (TendReturnValues  *self,
             TendReturnQuery   *query,
             TendRecord        *provider,
             GPtrArray         *schemes,
             GError           **error)
{
  const TendScheme *scheme = tend_schemes_find (schemes, query->scheme);
  const TendSchemeFigure *due;

  if (scheme == NULL)
    {
      g_set_error (error, TEND_ERROR, TEND_ERROR_NOT_FOUND,
                   _("There is no scheme called “%s”."), query->scheme);
      return FALSE;
    }

  due = tend_scheme_figure (scheme, "return_due_day", tend_quarter_end (query->quarter, 0));
  if (due != NULL)
    self->sheet.due_on = tend_quarter_due (query->quarter, due->value);
  self->sheet.scheme = tend_compose_keep (self->texts, tend_scheme_get_name (scheme));
  query->last_day = tend_scheme_return_last_day (scheme, provider, query->quarter);
  query->covers = covers;
  query->data = (gpointer) scheme;
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

  self = g_new0 (TendReturnValues, 1);
  self->texts = g_string_chunk_new (4096);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Figure));
  self->bands = g_array_new (FALSE, FALSE, sizeof (Figure));
  self->lines = g_array_new (FALSE, FALSE, sizeof (TendReturnLine));
  self->scheme = g_strdup (scheme);

  if (scheme != NULL && !read_scheme (self, &query, provider, schemes, error))
    return NULL;

  self->figures = tend_return_load (vault, &query, error);
  if (self->figures == NULL ||
      !tend_compose_provider (vault, self->texts, &self->sheet.provider, error))
    return NULL;

  fill_sheet (self);
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
      const Figure *figure = &g_array_index (figures, Figure, i);

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
}

static void
add_csv (GString    *text,
         const char *prefix,
         GArray     *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      const Figure *figure = &g_array_index (figures, Figure, i);
      g_autofree char *key = g_strconcat (prefix, figure->key, NULL);

      tend_csv_add (text, key, figure->number != NULL ? figure->number : "", NULL);
    }
}

GBytes *
tend_compose_return_csv (const TendReturnValues *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *quarter = tend_quarter_format (self->figures->quarter);
  g_autofree char *from = tend_date_format_iso (self->figures->from);
  g_autofree char *to = tend_date_format_iso (self->figures->to);
  g_autofree char *due = tend_date_format_iso (self->sheet.due_on);

  tend_csv_add (text, "figure", "value", NULL);
  tend_csv_add (text, "scheme", self->scheme != NULL ? self->scheme : "", NULL);
  tend_csv_add (text, "quarter", quarter, NULL);
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
