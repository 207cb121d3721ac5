/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When the visit was, and when it was to be. */

#include "tend-visit-dialog-private.h"

#include "tend-kinds.h"
#include "tend-pattern-dialog.h"

#include <glib/gi18n-lib.h>

#define LONGEST_OPEN (16 * 60) /* minutes in which "now" is taken for the finish */

static TendMomentRow *
add_moment (TendVisitDialog     *self,
            AdwPreferencesGroup *group,
            const char          *title)
{
  GtkWidget *row = tend_moment_row_new (title);

  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "moment-changed", G_CALLBACK (_tend_visit_dialog_changed), self,
                           G_CONNECT_SWAPPED);
  return TEND_MOMENT_ROW (row);
}

static void
planned_start_cb (TendVisitDialog *self)
{
  tend_moment_row_set_after (self->planned_end, tend_moment_row_get_value (self->planned_start));
}

static void
actual_start_cb (TendVisitDialog *self)
{
  tend_moment_row_set_after (self->actual_end, tend_moment_row_get_value (self->actual_start));
}

static void
day_cb (TendVisitDialog *self)
{
  TendDate date = tend_record_get_int (self->day, "date");

  if (date == TEND_DATE_NONE || self->loading)
    return;

  tend_moment_row_set_after (self->planned_end, TEND_INSTANT_NONE);
  tend_moment_row_set_date (self->planned_start, date);
  tend_moment_row_set_date (self->planned_end, date);
  planned_start_cb (self);
  _tend_visit_dialog_changed (self);
}

/* A pair of rows for a span, on the day on which it starts. */
static void
show_span (TendMomentRow *start_row,
           TendMomentRow *end_row,
           TendInstant    start,
           TendInstant    end)
{
  TendDate date = tend_time_date (start);

  tend_moment_row_set_after (end_row, TEND_INSTANT_NONE);
  tend_moment_row_set_date (start_row, date);
  tend_moment_row_set_date (end_row, date);
  tend_moment_row_set_value (start_row, start);
  tend_moment_row_set_after (end_row, start);
  tend_moment_row_set_value (end_row, end);
}

/* When it ended, before anyone has said: now for one that was started, else as
 * it was planned. */
static TendInstant
guess_end (TendVisitDialog *self,
           TendInstant      start)
{
  TendRecord *visit = self->sheet->visit;
  TendInstant now = tend_session_get_now (self->session);
  TendInstant planned_end = tend_record_get_int (visit, "planned_end");

  now -= now % 60;
  if (tend_record_is_set (visit, "actual_start") && now > start &&
      tend_time_minutes (start, now) < LONGEST_OPEN)
    return now;

  return planned_end > start ? planned_end
                             : start + planned_end - tend_record_get_int (visit, "planned_start");
}

char *
_tend_visit_dialog_describe_first (TendRecord *visit)
{
  TendInstant start = tend_record_get_int (visit, "first_start");
  TendInstant end = tend_record_get_int (visit, "first_end");
  g_autofree char *span = NULL;

  if (start == TEND_INSTANT_NONE && end == TEND_INSTANT_NONE)
    return NULL;

  /* Only what was corrected has a first value: the other is as it always was. */
  if (start == TEND_INSTANT_NONE)
    start = tend_record_get_int (visit, "actual_start");
  if (end == TEND_INSTANT_NONE)
    end = tend_record_get_int (visit, "actual_end");
  if (start == TEND_INSTANT_NONE || end == TEND_INSTANT_NONE || end <= start)
    return NULL;

  span = tend_time_format_span (start, end);
  return g_strdup_printf (_("First written as %s"), span);
}

void
_tend_visit_dialog_show_times (TendVisitDialog *self)
{
  TendRecord *visit = self->sheet->visit;
  TendInstant planned_start = tend_record_get_int (visit, "planned_start");
  TendInstant planned_end = tend_record_get_int (visit, "planned_end");
  TendInstant start = tend_record_get_int (visit, "actual_start");
  TendInstant end = tend_record_get_int (visit, "actual_end");
  g_autofree char *span = tend_time_format_span (planned_start, planned_end);
  g_autofree char *length = tend_minutes_format (tend_time_minutes (planned_start, planned_end));
  g_autofree char *text = g_strdup_printf (_("Planned %s, %s"), span, length);
  g_autofree char *first = _tend_visit_dialog_describe_first (visit);

  adw_preferences_group_set_description (self->times_group, text);
  adw_preferences_group_set_description (self->correction_group, first);

  if (start == TEND_INSTANT_NONE)
    start = planned_start;
  if (end == TEND_INSTANT_NONE)
    end = guess_end (self, start);
  show_span (self->actual_start, self->actual_end, start, end);

  tend_record_set_int (self->day, "date", tend_time_date (planned_start));
  tend_form_show (self->day_form, "date");
  show_span (self->planned_start, self->planned_end, planned_start, planned_end);
}

static void
repeats_cb (TendVisitDialog *self)
{
  GtkWidget *owner = self->owner;
  g_autoptr(TendSession) session = g_object_ref (self->session);
  g_autofree char *id = g_strdup (self->id);

  gtk_window_close (GTK_WINDOW (self));
  if (owner != NULL)
    tend_pattern_dialog_present (owner, session, id);
}

static void
build_plan (TendVisitDialog *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Repeating Visit…"));

  self->day = tend_record_new (&tend_trip_kind);
  self->day_form = tend_form_new (self->session, self->day);
  adw_preferences_group_add (self->plan_group, tend_form_row (self->day_form, "date"));
  g_signal_connect_object (self->day_form, "changed", G_CALLBACK (day_cb), self,
                           G_CONNECT_SWAPPED);

  self->planned_start = add_moment (self, self->plan_group, _("Starts"));
  self->planned_end = add_moment (self, self->plan_group, _("Finishes"));
  g_signal_connect_object (self->planned_start, "moment-changed", G_CALLBACK (planned_start_cb),
                           self, G_CONNECT_SWAPPED);

  adw_preferences_group_set_title (self->plan_group, _("Plan"));
  adw_preferences_group_set_description (self->plan_group, self->sheet->repeats);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, self->sheet->repeats != NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (repeats_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->plan_group, button);
}

void
_tend_visit_dialog_build_times (TendVisitDialog *self)
{
  self->actual_start = add_moment (self, self->times_group, _("Started"));
  self->actual_end = add_moment (self, self->times_group, _("Finished"));
  g_signal_connect_object (self->actual_start, "moment-changed", G_CALLBACK (actual_start_cb),
                           self, G_CONNECT_SWAPPED);
  build_plan (self);
}

/* From what is on view to the sheet */

static void
set_instant (TendRecord    *record,
             const char    *field,
             TendMomentRow *row)
{
  TendInstant value = tend_moment_row_get_value (row);

  if (value != TEND_INSTANT_NONE)
    tend_record_set_int (record, field, value);
}

void
_tend_visit_dialog_gather_times (TendVisitDialog *self,
                                 TendRecord      *visit)
{
  if (_tend_visit_dialog_is (self, TEND_VISIT_DONE))
    {
      set_instant (visit, "actual_start", self->actual_start);
      set_instant (visit, "actual_end", self->actual_end);
    }
  else if (_tend_visit_dialog_is (self, TEND_VISIT_PLANNED))
    {
      set_instant (visit, "planned_start", self->planned_start);
      set_instant (visit, "planned_end", self->planned_end);
      tend_record_clear (visit, "actual_end");
    }
  else
    {
      tend_record_clear (visit, "actual_start");
      tend_record_clear (visit, "actual_end");
    }
}

/* Half-typed times are kept by the fields that they stand for. */
static TendMomentRow *
moment_for (TendVisitDialog *self,
            const char      *field)
{
  const struct
  {
    const char    *field;
    TendMomentRow *row;
  } rows[] = {
    { "planned_start", self->planned_start }, { "planned_end", self->planned_end },
    { "actual_start", self->actual_start }, { "actual_end", self->actual_end },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].field, field))
      return rows[i].row;

  return NULL;
}

void
_tend_visit_dialog_add_typed_times (TendVisitDialog *self,
                                    GStrvBuilder    *typed)
{
  static const char * const done[] = { "actual_start", "actual_end", NULL };
  static const char * const planned[] = { "planned_start", "planned_end", NULL };
  static const char * const none[] = { NULL };
  gboolean is_planned = _tend_visit_dialog_is (self, TEND_VISIT_PLANNED);
  const char * const *fields = _tend_visit_dialog_is (self, TEND_VISIT_DONE) ? done
                               : is_planned ? planned : none;
  g_auto(GStrv) day = tend_form_dup_unreadable (self->day_form);

  for (gsize i = 0; fields[i] != NULL; i++)
    {
      TendMomentRow *row = moment_for (self, fields[i]);

      if (tend_moment_row_get_value (row) == TEND_INSTANT_NONE)
        g_strv_builder_add_many (typed, fields[i],
                                 gtk_editable_get_text (GTK_EDITABLE (row)), NULL);
    }
  if (is_planned)
    g_strv_builder_addv (typed, (const char **) day);
}

void
_tend_visit_dialog_type_times (TendVisitDialog   *self,
                               const char *const *typed)
{
  tend_form_type (self->day_form, typed);
  for (gsize i = 0; typed[i] != NULL; i += 2)
    {
      TendMomentRow *row = moment_for (self, typed[i]);

      if (row != NULL)
        gtk_editable_set_text (GTK_EDITABLE (row), typed[i + 1]);
    }
}

static gboolean
check_day (TendVisitDialog *self)
{
  if (tend_record_is_set (self->day, "date"))
    return TRUE;

  tend_form_set_fault (self->day_form, "date", _("Write the day, like 2 June."));
  return FALSE;
}

gboolean
_tend_visit_dialog_check_times (TendVisitDialog *self)
{
  if (_tend_visit_dialog_is (self, TEND_VISIT_DONE))
    return tend_moment_row_check (self->actual_start, TRUE) &&
           tend_moment_row_check (self->actual_end, TRUE);
  if (_tend_visit_dialog_is (self, TEND_VISIT_PLANNED))
    return check_day (self) && tend_moment_row_check (self->planned_start, TRUE) &&
           tend_moment_row_check (self->planned_end, TRUE);

  return TRUE;
}
