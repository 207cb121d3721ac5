/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows for what takes several lines: notes, addresses, and lists of one word a line. */

#include "tend-form-private.h"

#include "tend-field-text.h"

#include <glib/gi18n-lib.h>

#define NOTE_HEIGHT    72
#define ADDRESS_HEIGHT 54

static GtkTextBuffer *
buffer_of (TendFormRow *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
}

static void
changed_cb (TendFormRow *self)
{
  GtkTextBuffer *buffer = buffer_of (self);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  if (self->showing)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  tend_form_row_read (self, text);
  tend_form_row_edited (self, FALSE);
}

static void
left_cb (TendFormRow *self)
{
  tend_form_row_left (self);
}

static void
reveal_cb (TendFormRow *self,
           GtkButton   *button)
{
  GtkWidget *stack = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_STACK);

  gtk_stack_set_visible_child_name (GTK_STACK (stack), "text");
  gtk_widget_grab_focus (self->editor);
}

/* Stands before the text until it is asked for. */
static GtkWidget *
make_cover (TendFormRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_("Hidden"));
  GtkWidget *button = gtk_button_new_with_label (_("Show"));
  g_autofree char *name = g_strdup_printf (_("Show %s"), _(self->field->label));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static GtkWidget *
make_editor (TendFormRow *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->field->label), -1);
  gtk_widget_set_size_request (view, -1, g_str_equal (self->field->name, "address")
                                           ? ADDRESS_HEIGHT : NOTE_HEIGHT);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, focus);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return view;
}

static GtkWidget *
make_title (TendFormRow *self)
{
  GtkWidget *title = gtk_label_new (_(self->field->label));

  if (self->field->type == TEND_FIELD_LIST)
    {
      g_autofree char *text = g_strdup_printf (_("%s (one on each line)"), _(self->field->label));

      gtk_label_set_label (GTK_LABEL (title), text);
    }
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "subtitle");

  return title;
}

static void
build (TendFormRow *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *view = make_editor (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(self->field->label));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "note");
  gtk_widget_add_css_class (box, "note-box");
  gtk_box_append (GTK_BOX (box), make_title (self));

  if ((self->field->flags & TEND_FIELD_SENSITIVE) != 0 &&
      tend_record_is_set (self->record, self->field->name))
    {
      GtkWidget *stack = gtk_stack_new ();

      gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
      gtk_stack_add_named (GTK_STACK (stack), make_cover (self), "cover");
      gtk_stack_add_named (GTK_STACK (stack), view, "text");
      gtk_box_append (GTK_BOX (box), stack);
    }
  else
    gtk_box_append (GTK_BOX (box), view);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  tend_form_row_dress (self, row, view);
}

static void
show (TendFormRow *self)
{
  g_autofree char *text = tend_field_text_format (self->record, self->field);
  GtkTextBuffer *buffer = buffer_of (self);
  g_autofree char *now = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  now = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (g_str_equal (text, now))
    return;

  self->showing = TRUE;
  gtk_text_buffer_set_text (buffer, text, -1);
  self->showing = FALSE;
}

const TendFormRowType tend_form_row_note = { build, show };
