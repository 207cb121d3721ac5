/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there are hundreds of, visits above all, a line each: the columns that people look
 * for, and what else was written run together in the widest of them.
 */

#include "tend-compose-everything-private.h"

#include "tend-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  CELL_NONE,
  CELL_DAY,   /* of a date or a moment; the day of the row */
  CELL_SPAN,  /* from one moment to another */
  CELL_FIELD,
  CELL_OUTCOME, /* of a dose: its field, or that it was struck through */
  CELL_REST,  /* the fields named, without their labels, then all others with theirs */
} CellType;

typedef struct
{
  CellType         type;
  const char      *title;
  const char      *fields[2];
  TendColumnFlags  flags;
} Cell;

typedef struct
{
  const TendKind *kind;
  const char     *quiet;  /* a field that is not said, having a part of its own */
  Cell            cells[TEND_EVERYTHING_COLUMNS];
} Layout;

static const Layout layouts[] = {
  { &tend_visit_kind, "pattern", {
      { CELL_DAY, N_("Day"), { "planned_start" } },
      { CELL_SPAN, N_("Planned"), { "planned_start", "planned_end" } },
      { CELL_SPAN, N_("There"), { "actual_start", "actual_end" } },
      { CELL_FIELD, N_("Status"), { "status" } },
      { CELL_REST, N_("What is written"), { "service", "note" }, TEND_COLUMN_FLEX } } },
  { &tend_invoice_line_kind, NULL, {
      { CELL_DAY, N_("Date"), { "date" } },
      { CELL_REST, N_("Description"), { "description" }, TEND_COLUMN_FLEX },
      { CELL_FIELD, N_("Minutes"), { "minutes" } },
      { CELL_FIELD, N_("Miles"), { "miles_tenths" }, TEND_COLUMN_FIGURES },
      { CELL_FIELD, N_("Price for"), { "unit" } },
      { CELL_FIELD, N_("Rate"), { "rate_pence" }, TEND_COLUMN_FIGURES },
      { CELL_FIELD, N_("Amount"), { "amount_pence" }, TEND_COLUMN_FIGURES } } },
  { &tend_payment_kind, NULL, {
      { CELL_DAY, N_("Received on"), { "received_on" } },
      { CELL_FIELD, N_("Invoice"), { "invoice" } },
      { CELL_FIELD, N_("How"), { "method" } },
      { CELL_REST, N_("What is written"), { "note" }, TEND_COLUMN_FLEX },
      { CELL_FIELD, N_("Amount"), { "amount_pence" }, TEND_COLUMN_FIGURES } } },
  { &tend_trip_kind, NULL, {
      { CELL_DAY, N_("Date"), { "date" } },
      { CELL_FIELD, N_("From"), { "from" } },
      { CELL_FIELD, N_("To"), { "to" } },
      { CELL_REST, N_("What is written"), { "kind", "purpose" }, TEND_COLUMN_FLEX },
      { CELL_FIELD, N_("Miles"), { "miles_tenths" }, TEND_COLUMN_FIGURES } } },
  { &tend_mar_entry_kind, NULL, {
      { CELL_DAY, N_("Day"), { "due_at", "given_at" } },
      { CELL_FIELD, N_("Medicine"), { "medication" } },
      { CELL_OUTCOME, N_("Outcome"), { "outcome" } },
      { CELL_REST, N_("What is written"), { "reason", "note" }, TEND_COLUMN_FLEX } } },
  { &tend_stock_kind, NULL, {
      { CELL_DAY, N_("Day"), { "date" } },
      { CELL_FIELD, N_("Medicine"), { "medication" } },
      { CELL_FIELD, N_("What happened"), { "kind" } },
      { CELL_REST, N_("What is written"), { "note" }, TEND_COLUMN_FLEX },
      { CELL_FIELD, N_("How much"), { "quantity" }, TEND_COLUMN_FIGURES } } },
};

static const Layout *
layout_of (const TendKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (layouts[i].kind == kind)
      return &layouts[i];

  return NULL;
}

static const TendField *
field_of (TendRecord *record,
          const char *name)
{
  return tend_kind_field (tend_record_get_kind (record), name);
}

static gboolean
is_when (const TendField *field)
{
  return field->type == TEND_FIELD_DATE || field->type == TEND_FIELD_INSTANT;
}

/* When it was, in seconds or days: the first of the fields that is known; 0 for none. */
static gint64
when_of (TendRecord *record,
         const Cell *day)
{
  for (guint i = 0; i < G_N_ELEMENTS (day->fields) && day->fields[i] != NULL; i++)
    if (tend_record_is_set (record, day->fields[i]))
      return tend_record_get_int (record, day->fields[i]);

  return 0;
}

static TendDate
day_of (TendRecord *record,
        const char *name)
{
  gint64 when = tend_record_get_int (record, name);

  return field_of (record, name)->type == TEND_FIELD_DATE ? (TendDate) when
                                                          : tend_time_date (when);
}

static TendDate
row_day (TendRecord *record,
         const Cell *day)
{
  for (guint i = 0; i < G_N_ELEMENTS (day->fields) && day->fields[i] != NULL; i++)
    if (tend_record_is_set (record, day->fields[i]))
      return day_of (record, day->fields[i]);

  return TEND_DATE_NONE;
}

/* In brief where the row's own day says the rest; NULL where it says it all. */
static char *
brief_text (TendEverythingWriter *self,
            TendRecord           *record,
            const TendField      *field,
            TendDate              day)
{
  g_autofree char *text = NULL;
  g_autofree char *day_text = NULL;

  if (is_when (field) && day != TEND_DATE_NONE && day_of (record, field->name) == day)
    return field->type == TEND_FIELD_DATE
           ? NULL : tend_clock_format (tend_time_clock (tend_record_get_int (record, field->name)));
  /* What is as it always is: "Charged: in full". */
  if (field->type == TEND_FIELD_CHOICE && field->standard != NULL &&
      strcmp (field->standard, tend_record_get_text (record, field->name)) == 0)
    return NULL;

  /* The visit of that day. */
  text = tend_everything_value (self, record, field);
  day_text = day != TEND_DATE_NONE ? tend_date_format (day, TEND_DATE_LONG) : NULL;
  return field->type == TEND_FIELD_REFERENCE && g_strcmp0 (text, day_text) == 0
         ? NULL : g_steal_pointer (&text);
}

static char *
span_text (TendRecord *record,
           const Cell *cell)
{
  gboolean from = tend_record_is_set (record, cell->fields[0]);
  gboolean to = tend_record_is_set (record, cell->fields[1]);

  if (from && to)
    return tend_time_format_span (tend_record_get_int (record, cell->fields[0]),
                                  tend_record_get_int (record, cell->fields[1]));
  if (!from && !to)
    return NULL;

  return tend_clock_format (tend_time_clock (tend_record_get_int (record,
                                                                  cell->fields[from ? 0 : 1])));
}

/* Corrections */

/* FALSE for a kind of which nothing is ever struck through. */
static gboolean
can_be_struck (const TendKind *kind)
{
  return tend_kind_field (kind, "supersedes") != NULL;
}

/* (transfer full): which entries others took the place of; NULL of a kind without. */
static GHashTable *
find_struck (const TendKind *kind,
             GPtrArray      *records)
{
  GHashTable *struck = NULL;

  if (!can_be_struck (kind))
    return NULL;
  struck = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < records->len; i++)
    if (tend_record_is_set (records->pdata[i], "supersedes"))
      g_hash_table_insert (struck,
                           (gpointer) tend_record_get_text (records->pdata[i], "supersedes"),
                           records->pdata[i]);

  return struck;
}

/* The entry that struck @record through; NULL for one that stands. */
static TendRecord *
struck_by (TendEverythingWriter *self,
           TendRecord           *record)
{
  return self->struck != NULL
         ? g_hash_table_lookup (self->struck, tend_record_get_id (record)) : NULL;
}

/* What was put right must not be read beside what stands as if both had been taken. */
static char *
outcome_text (TendEverythingWriter *self,
              TendRecord           *record,
              const TendField      *field,
              TendDate              day)
{
  TendRecord *later = struck_by (self, record);
  g_autofree char *outcome = tend_everything_value (self, record, field);
  g_autofree char *when = NULL;

  if (later == NULL)
    return tend_record_is_set (record, "supersedes")
           /* Translators: what became of a dose: "Taken, in place of …" */
           ? g_strdup_printf (_("%s, in place of what is struck through"), outcome)
           : g_steal_pointer (&outcome);
  if (!tend_record_is_set (later, "written_at"))
    return g_strdup (_("Struck through: corrected"));

  when = brief_text (self, later, field_of (later, "written_at"), day);
  /* Translators: a time, or a day and a time */
  return g_strdup_printf (_("Struck through: corrected %s"), when);
}

/* Another sentence; the one before gets the stop that it may lack. */
static void
say (GString    *text,
     const char *label,
     const char *words)
{
  g_autofree char *line = words != NULL ? g_strdelimit (g_strdup (words), "\n", ' ') : NULL;

  if (line == NULL || *g_strstrip (line) == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, strchr (".!?", text->str[text->len - 1]) != NULL ? " " : ". ");
  if (label != NULL)
    g_string_append_printf (text, "%s: ", label);
  g_string_append (text, line);
}

/* Of a moment the day alone is not all. */
static gboolean
is_in_cell (const Layout    *layout,
            const TendField *field)
{
  for (guint i = 0; i < TEND_EVERYTHING_COLUMNS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (layout->cells[i].fields); j++)
      if (g_strcmp0 (layout->cells[i].fields[j], field->name) == 0 &&
          (layout->cells[i].type != CELL_DAY || field->type == TEND_FIELD_DATE))
        return TRUE;

  return g_strcmp0 (layout->quiet, field->name) == 0;
}

/* "Wash and dress (Done)": the first text of what lies in a record, then the rest. */
static char *
nested_text (TendEverythingWriter *self,
             TendRecord           *record,
             TendDate              day)
{
  const TendKind *kind = tend_record_get_kind (record);
  g_autoptr(GString) rest = g_string_new (NULL);
  g_autofree char *first = NULL;

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    {
      g_autofree char *text = NULL;

      if (!tend_everything_has (record, field) ||
          (text = brief_text (self, record, field, day)) == NULL)
        continue;
      if (first == NULL && (field->type == TEND_FIELD_TEXT || field->type == TEND_FIELD_NOTE))
        first = g_steal_pointer (&text);
      else if (field->type == TEND_FIELD_BOOLEAN && tend_record_get_int (record, field->name))
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? ", " : "", _(field->label));
      else if (g_strcmp0 (text, first) != 0)
        g_string_append_printf (rest, "%s%s: %s", rest->len > 0 ? ", " : "", _(field->label),
                                text);
    }

  return rest->len == 0 ? g_steal_pointer (&first)
                        : g_strdup_printf ("%s (%s)", first != NULL ? first : "", rest->str);
}

static gboolean
say_nested (TendEverythingWriter  *self,
            GString               *text,
            TendRecord            *record,
            TendDate               day,
            GError               **error)
{
  const TendKind *nested;

  for (guint i = 0; (nested = tend_kind_nested (tend_record_get_kind (record), i)) != NULL; i++)
    {
      g_autoptr(GPtrArray) lines = tend_selection_nested (self->selection, record, nested, error);
      g_autoptr(GString) all = g_string_new (NULL);

      if (lines == NULL)
        return FALSE;
      for (guint j = 0; j < lines->len; j++)
        {
          g_autofree char *words = nested_text (self, lines->pdata[j], day);

          if (words != NULL)
            g_string_append_printf (all, "%s%s", all->len > 0 ? "; " : "", words);
        }
      say (text, _(nested->label), all->str);
    }

  return TRUE;
}

/* NULL with an error. */
static char *
rest_text (TendEverythingWriter  *self,
           const Layout          *layout,
           const Cell            *cell,
           TendRecord            *record,
           GError               **error)
{
  const TendKind *kind = tend_record_get_kind (record);
  TendDate day = row_day (record, &layout->cells[0]);
  g_autoptr(GString) text = g_string_new (NULL);

  if (struck_by (self, record) != NULL)
    {
      g_autofree char *was = tend_everything_value (self, record, field_of (record, "outcome"));

      say (text, _("It said"), was);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cell->fields) && cell->fields[i] != NULL; i++)
    if (tend_record_is_set (record, cell->fields[i]))
      {
        g_autofree char *words = tend_everything_value (self, record,
                                                        field_of (record, cell->fields[i]));

        say (text, NULL, words);
      }

  for (const TendField *field = kind->fields; field->name != NULL; field++)
    if (tend_everything_has (record, field) && !is_in_cell (layout, field))
      {
        g_autofree char *words = brief_text (self, record, field, day);

        say (text, _(field->label), words);
      }

  return say_nested (self, text, record, day, error)
         ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* FALSE with an error; an empty cell is NULL. */
static gboolean
cell_text (TendEverythingWriter  *self,
           const Layout          *layout,
           const Cell            *cell,
           TendRecord            *record,
           char                 **text,
           GError               **error)
{
  *text = NULL;
  switch (cell->type)
    {
    case CELL_DAY:
      if (row_day (record, cell) != TEND_DATE_NONE)
        *text = tend_date_format (row_day (record, cell), TEND_DATE_SHORT);
      return TRUE;
    case CELL_SPAN:
      *text = span_text (record, cell);
      return TRUE;
    case CELL_FIELD:
      if (tend_record_is_set (record, cell->fields[0]))
        *text = tend_everything_value (self, record, field_of (record, cell->fields[0]));
      return TRUE;
    case CELL_OUTCOME:
      *text = outcome_text (self, record, field_of (record, cell->fields[0]),
                            row_day (record, &layout->cells[0]));
      return TRUE;
    case CELL_REST:
      *text = rest_text (self, layout, cell, record, error);
      return *text != NULL;
    case CELL_NONE:
    default:
      return TRUE;
    }
}

static gboolean
add_row (TendEverythingWriter  *self,
         const Layout          *layout,
         TendRecord            *record,
         GError               **error)
{
  const char **cells = g_new0 (const char *, TEND_EVERYTHING_COLUMNS);
  TendEverythingLine line = { .level = TEND_EVERYTHING_ROW, .cells = cells };

  g_ptr_array_add (self->arrays, cells);
  for (guint i = 0; i < TEND_EVERYTHING_COLUMNS; i++)
    {
      g_autofree char *text = NULL;

      if (!cell_text (self, layout, &layout->cells[i], record, &text, error))
        return FALSE;
      cells[i] = tend_compose_keep (self->texts, text);
    }

  g_array_append_val (self->lines, line);
  return TRUE;
}

static void
add_heads (TendEverythingWriter *self,
           const Layout         *layout)
{
  TendColumn *columns = g_new0 (TendColumn, TEND_EVERYTHING_COLUMNS);
  TendEverythingLine line = { .level = TEND_EVERYTHING_TABLE, .columns = columns };

  for (guint i = 0; i < TEND_EVERYTHING_COLUMNS; i++)
    columns[i] = (TendColumn) {
      layout->cells[i].title != NULL ? _(layout->cells[i].title) : "", layout->cells[i].flags
    };

  g_ptr_array_add (self->arrays, columns);
  g_array_append_val (self->lines, line);
}

/* What was struck through stands above what took its place. */
static int
compare_written (TendRecord *first,
                 TendRecord *second)
{
  int difference;

  if (!can_be_struck (tend_record_get_kind (first)))
    return 0;
  difference = g_strcmp0 (tend_record_get_text (first, "medication"),
                          tend_record_get_text (second, "medication"));
  if (difference != 0)
    return difference;
  return CLAMP (tend_record_get_int (first, "written_at") -
                tend_record_get_int (second, "written_at"), -1, 1);
}

static int
compare_when (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  TendRecord *first = *(TendRecord **) a;
  TendRecord *second = *(TendRecord **) b;
  gint64 difference = when_of (first, data) - when_of (second, data);

  if (difference == 0)
    difference = compare_written (first, second);
  return difference != 0 ? (difference > 0 ? 1 : -1)
                         : strcmp (tend_record_get_id (first), tend_record_get_id (second));
}

gboolean
tend_everything_is_many (const TendKind *kind)
{
  return layout_of (kind) != NULL;
}

gboolean
tend_everything_rows (TendEverythingWriter  *self,
                      const TendKind        *kind,
                      GPtrArray             *records,
                      GError               **error)
{
  const Layout *layout = layout_of (kind);
  gboolean done = TRUE;

  if (kind->parent == NULL)
    g_ptr_array_sort_with_data (records, compare_when, (gpointer) &layout->cells[0]);
  add_heads (self, layout);
  self->struck = find_struck (kind, records);
  for (guint i = 0; i < records->len && done; i++)
    done = add_row (self, layout, records->pdata[i], error);
  g_clear_pointer (&self->struck, g_hash_table_unref);

  return done;
}
