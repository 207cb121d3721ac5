/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the chart, and the squares in them. */

#include "tend-mar-grid-private.h"

#include "tend-mar-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
row_free (gpointer data)
{
  TendMarRow *row = data;

  gtk_widget_unparent (row->label);
  for (int i = 0; i < TEND_MAR_DAYS; i++)
    g_clear_pointer (&row->others[i], g_ptr_array_unref);
  g_free (row);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
}

/* Dose, route, when, and what has to be known before it is given. */
static char *
describe_line (TendMarLine *line)
{
  TendRecord *medication = line->medicine->record;
  const char *dose = tend_record_get_text (medication, "dose");
  g_autofree char *when = tend_medicine_when (line->medicine);
  GString *text = g_string_new (dose != NULL ? dose : _("DOSE NOT WRITTEN"));

  append_part (text, tend_record_get_text (medication, "route"));
  append_part (text, when);
  if (tend_record_get_int (medication, "time_critical"))
    {
      g_autofree char *minutes =
        tend_minutes_format (tend_record_get_int (medication, "window_minutes"));

      g_string_append (text, ", ");
      g_string_append_printf (text, _("within %s"), minutes);
    }
  if (tend_record_get_int (medication, "controlled"))
    append_part (text, _("controlled drug"));

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_head (TendMarLine *line)
{
  g_autofree char *title = tend_medicine_title (line->medicine->record);
  g_autofree char *detail = describe_line (line);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>\n<small>%s</small>", title,
                                                     detail);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "mar-head");
  gtk_widget_set_tooltip_text (label, tend_record_get_text (line->medicine->record,
                                                            "instructions"));
  return label;
}

static TendMarRow *
add_row (TendMarGrid *self,
         guint        head,
         const char  *name,
         const char  *detail)
{
  TendMarRow *row = g_new0 (TendMarRow, 1);
  g_autofree char *text =
    detail != NULL ? g_markup_printf_escaped ("%s\n<small>%s</small>", name, detail)
                   : g_markup_escape_text (name, -1);

  row->line = self->sheet->chart->lines->pdata[head];
  row->head = head;
  row->label = gtk_label_new (NULL);
  gtk_label_set_markup (GTK_LABEL (row->label), text);
  gtk_label_set_xalign (GTK_LABEL (row->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (row->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (row->label, "mar-time");
  gtk_widget_set_parent (row->label, GTK_WIDGET (self));
  g_ptr_array_add (self->rows, row);
  return row;
}

/* "08:00" and whose round it is, or who else sees to it; for some days of the week these: whose
 * they are stands in their squares, and there is no room for both. */
static TendMarRow *
add_time (TendMarGrid  *self,
          guint         head,
          TendMedicine *medicine,
          guint         index)
{
  TendRecord *time = medicine->times->pdata[index];
  const TendField *rounds = tend_kind_field (tend_record_get_kind (time), "round");
  const char *by = tend_record_get_text (time, "by");
  g_autofree char *clock = tend_clock_format (tend_record_get_int (time, "at"));
  g_autofree char *days = tend_medicine_weekdays (medicine, index);
  const char *detail = days;

  if (detail == NULL && g_strcmp0 (by, "me") != 0)
    detail = tend_mar_giver (by);
  else if (detail == NULL && tend_record_is_set (time, "round"))
    detail = tend_field_choice_label (rounds, tend_record_get_text (time, "round"));

  return add_row (self, head, clock, detail);
}

static void
put_slot (TendMarGrid *self,
          TendMarRow  *row,
          TendMarSlot *slot)
{
  int day = tend_time_date (slot->due_at) - self->sheet->chart->from;

  if (day >= 0 && day < TEND_MAR_DAYS)
    row->slots[day] = slot;
}

/* A medicine by hours may be due more than once on a day: the nth of a day in the nth row. */
static void
add_rows_by_hours (TendMarGrid *self,
                   TendMarLine *line,
                   guint        head)
{
  int hours = tend_dose_pattern_hours (line->medicine->schedule.pattern);
  g_autofree char *name = g_strdup_printf (_("%d h"), hours);
  guint first = self->rows->len;

  add_row (self, head, name, NULL);
  for (guint i = 0; i < line->slots->len; i++)
    {
      TendMarSlot *slot = line->slots->pdata[i];
      int day = tend_time_date (slot->due_at) - self->sheet->chart->from;
      guint at = first;

      while (at < self->rows->len && day >= 0 && day < TEND_MAR_DAYS &&
             ((TendMarRow *) self->rows->pdata[at])->slots[day] != NULL)
        at++;
      put_slot (self, at < self->rows->len ? self->rows->pdata[at]
                                           : add_row (self, head, name, NULL), slot);
    }
}

static void
add_rows_by_time (TendMarGrid *self,
                  TendMarLine *line,
                  guint        head)
{
  guint first = self->rows->len;

  for (guint i = 0; i < line->medicine->times->len; i++)
    add_time (self, head, line->medicine, i);
  for (guint i = 0; i < line->slots->len; i++)
    {
      TendMarSlot *slot = line->slots->pdata[i];

      if (first + slot->time < self->rows->len)
        put_slot (self, self->rows->pdata[first + slot->time], slot);
    }
}

static void
add_row_of_others (TendMarGrid *self,
                   TendMarLine *line,
                   guint        head)
{
  gboolean as_needed = tend_record_get_int (line->medicine->record, "as_needed");
  TendMarRow *row = add_row (self, head, as_needed ? _("Needed") : _("Not due"), NULL);

  for (int i = 0; i < TEND_MAR_DAYS; i++)
    row->others[i] = g_ptr_array_new ();
  for (guint i = 0; i < line->others->len; i++)
    {
      int day = tend_time_date (tend_mar_other_time (line->others->pdata[i])) -
                self->sheet->chart->from;

      if (day >= 0 && day < TEND_MAR_DAYS)
        g_ptr_array_add (row->others[day], line->others->pdata[i]);
    }
}

void
tend_mar_grid_build_rows (TendMarGrid *self)
{
  g_ptr_array_set_free_func (self->rows, row_free);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_free_func (self->heads, (GDestroyNotify) gtk_widget_unparent);
  g_ptr_array_set_size (self->heads, 0);

  for (guint i = 0; self->sheet != NULL && i < self->sheet->chart->lines->len; i++)
    {
      TendMarLine *line = self->sheet->chart->lines->pdata[i];
      GtkWidget *head = make_head (line);

      gtk_widget_set_parent (head, GTK_WIDGET (self));
      g_ptr_array_add (self->heads, head);
      if (line->medicine->schedule.n_times > 0)
        {
          if (tend_dose_pattern_hours (line->medicine->schedule.pattern) > 0)
            add_rows_by_hours (self, line, i);
          else
            add_rows_by_time (self, line, i);
        }
      if (line->medicine->schedule.n_times == 0 || line->others->len > 0)
        add_row_of_others (self, line, i);
    }
}

/* Squares */

static char *
day_key (TendMarLine *line,
         TendDate     date)
{
  g_autofree char *day = tend_date_format_iso (date);

  return g_strdup_printf ("%s@%s", tend_record_get_id (line->medicine->record), day);
}

char *
tend_mar_square_dup_key (TendMarSquare *square)
{
  TendMarLine *line = tend_mar_square_get_line (square);
  TendMarSlot *slot = tend_mar_square_get_slot (square);

  return slot != NULL ? tend_mar_dose_key (line, slot->due_at)
                      : day_key (line, tend_mar_square_get_date (square));
}

void
tend_mar_grid_show_square (TendMarGrid   *self,
                           TendMarSquare *square)
{
  TendMarLine *line = tend_mar_square_get_line (square);
  TendMarSlot *slot = tend_mar_square_get_slot (square);

  tend_mar_square_show_dose (square, line, slot, tend_mar_grid_get_draft (self, line, slot),
                             self->sheet->today, self->sheet->now);
}

static gboolean
is_outside (const TendMarSlot *slot)
{
  return slot != NULL && slot->state == TEND_SLOT_NOT_IN_CYCLE && slot->entry == NULL;
}

gboolean
tend_mar_row_is_outside (TendMarGrid *self,
                         TendMarRow  *row,
                         int          day)
{
  TendDate date = self->sheet->chart->from + day;
  const TendDoseSchedule *schedule = &row->line->medicine->schedule;

  return is_outside (row->slots[day]) ||
         (row->slots[day] == NULL &&
          (date < schedule->starts_on ||
           (schedule->ends_on != TEND_DATE_NONE && date > schedule->ends_on)));
}

/* As needed nothing is written before the line begins, after it ends, or of a day to come. */
static gboolean
has_day (TendMarGrid *self,
         TendMarRow  *row,
         int          day)
{
  if (row->others[day] == NULL)
    return FALSE;

  return row->others[day]->len > 0 ||
         (self->sheet->chart->from + day <= self->sheet->today &&
          !tend_mar_row_is_outside (self, row, day));
}

static void
fill_square (TendMarGrid *self,
             TendMarRow  *row,
             int          day)
{
  TendMarSquare *square;

  if (is_outside (row->slots[day]) ||
      (row->slots[day] == NULL && !has_day (self, row, day)))
    return;

  square = tend_mar_grid_take_square (self);
  row->squares[day] = square;
  if (row->slots[day] != NULL)
    tend_mar_square_show_dose (square, row->line, row->slots[day],
                               tend_mar_grid_get_draft (self, row->line, row->slots[day]),
                               self->sheet->today, self->sheet->now);
  else
    tend_mar_square_show_day (square, row->line, row->others[day],
                              self->sheet->chart->from + day, self->sheet->today);
}

void
tend_mar_grid_fill_squares (TendMarGrid *self)
{
  self->n_squares = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      TendMarRow *row = self->rows->pdata[i];

      memset (row->squares, 0, sizeof row->squares);
      for (int day = self->first; day < self->first + self->n_days; day++)
        fill_square (self, row, day);
    }

  for (guint i = self->n_squares; i < self->squares->len; i++)
    gtk_widget_set_visible (self->squares->pdata[i], FALSE);
}
