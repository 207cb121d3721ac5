/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows for what is typed on one line: text, numbers, money, dates and times. */

#include "tend-form-private.h"

#include "tend-calendar-button.h"
#include "tend-entry-row.h"
#include "tend-field-text.h"

#include <glib/gi18n-lib.h>

static void
changed_cb (TendFormRow *self)
{
  if (self->showing)
    return;

  tend_form_row_read (self, gtk_editable_get_text (GTK_EDITABLE (self->widget)));
  tend_form_row_edited (self, FALSE);
}

static void
left_cb (TendFormRow *self)
{
  tend_form_row_left (self);
}

static void
date_chosen_cb (TendFormRow *self,
                int          date)
{
  tend_record_set_int (self->record, self->field->name, date);
  g_clear_pointer (&self->typed_fault, g_free);
  self->type->show (self);
  tend_form_row_edited (self, TRUE);
}

static int
chosen_date (gpointer data)
{
  TendFormRow *self = data;

  return (int) tend_record_get_int (self->record, self->field->name);
}

/* The row may be given a better name than the field has. */
static void
name_calendar (AdwPreferencesRow *row,
               GParamSpec        *pspec,
               GtkWidget         *button)
{
  tend_calendar_button_name (button, adw_preferences_row_get_title (row));
}

static void
add_calendar (TendFormRow  *self,
              TendEntryRow *row)
{
  GtkWidget *button = tend_calendar_button_new (tend_session_get_today (self->session),
                                                chosen_date, self);

  name_calendar (ADW_PREFERENCES_ROW (row), NULL, button);
  g_signal_connect_object (row, "notify::title", G_CALLBACK (name_calendar), button, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "chosen", G_CALLBACK (date_chosen_cb), self, G_CONNECT_SWAPPED);
  tend_entry_row_add_suffix (row, button);
}

static GtkInputPurpose
purpose_for (const TendField *field)
{
  if (g_str_equal (field->name, "phone"))
    return GTK_INPUT_PURPOSE_PHONE;
  if (g_str_equal (field->name, "email"))
    return GTK_INPUT_PURPOSE_EMAIL;
  if (field->type == TEND_FIELD_INTEGER)
    return GTK_INPUT_PURPOSE_DIGITS;

  return GTK_INPUT_PURPOSE_FREE_FORM;
}

static void
build (TendFormRow *self)
{
  TendEntryRow *row = g_object_new (TEND_TYPE_ENTRY_ROW,
                                    "title", _(self->field->label),
                                    "secret", (self->field->flags & TEND_FIELD_SENSITIVE) != 0,
                                    NULL);
  GtkText *text = tend_entry_row_get_text (row);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_text_set_input_purpose (text, purpose_for (self->field));
  gtk_text_set_activates_default (text, TRUE);
  tend_form_row_dress (self, GTK_WIDGET (row), tend_entry_row_get_entry (row));

  if (self->field->type == TEND_FIELD_DATE)
    add_calendar (self, row);
  if (self->field->type != TEND_FIELD_TEXT)
    gtk_widget_add_css_class (GTK_WIDGET (row), "numeric");

  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, focus);
}

static void
show (TendFormRow *self)
{
  g_autofree char *text = tend_field_text_format (self->record, self->field);

  self->showing = TRUE;
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->widget))))
    gtk_editable_set_text (GTK_EDITABLE (self->widget), text);
  self->showing = FALSE;
}

const TendFormRowType tend_form_row_entry = { build, show };
