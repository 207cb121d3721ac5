/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-form-private.h"

#include "tend-bank-secret.h"
#include "tend-field-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TendFormRow, tend_form_row, G_TYPE_OBJECT)

static const TendFormRowType *
type_for (const TendField *field)
{
  switch (field->type)
    {
    case TEND_FIELD_NOTE:
      return &tend_form_row_note;

    case TEND_FIELD_LIST:
      return field->choices != NULL ? &tend_form_row_words : &tend_form_row_note;

    case TEND_FIELD_CHOICE:
    case TEND_FIELD_REFERENCE:
      return &tend_form_row_choice;

    case TEND_FIELD_BOOLEAN:
      return &tend_form_row_switch;

    default:
      return &tend_form_row_entry;
    }
}

void
tend_form_row_dress (TendFormRow *self,
                     GtkWidget   *widget,
                     GtkWidget   *editor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = g_object_ref (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "fault");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_visible (label, FALSE);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), NULL);
  gtk_widget_add_css_class (box, "field");
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  g_object_unref (content);

  self->widget = g_object_ref_sink (widget);
  self->editor = g_object_ref (editor);
  self->fault_label = g_object_ref (GTK_LABEL (label));
}

void
tend_form_row_read (TendFormRow *self,
                    const char  *text)
{
  g_autoptr(GError) error = NULL;
  TendDate today = self->session != NULL ? tend_session_get_today (self->session) : TEND_DATE_NONE;

  g_clear_pointer (&self->typed_fault, g_free);
  g_free (self->typed);
  self->typed = g_strdup (text);
  if (!tend_field_text_parse (self->record, self->field, text, today, &error))
    self->typed_fault = g_strdup (error->message);
}

void
tend_form_row_edited (TendFormRow *self,
                      gboolean     touched)
{
  self->changed = TRUE;
  self->touched = self->touched || touched;
  g_clear_pointer (&self->saved_fault, g_free);

  if (self->form != NULL)
    tend_form_row_notify (self->form);
}

/* A form is not held to be wrong where nothing has been typed yet. */
void
tend_form_row_left (TendFormRow *self)
{
  if (!self->changed)
    return;

  self->touched = TRUE;
  if (self->typed_fault == NULL)
    self->type->show (self);
  if (self->form != NULL)
    tend_form_row_notify (self->form);
}

/* What is better not kept, though nothing stops it. */
static const char *
warning_for (TendFormRow *self)
{
  if (self->field->type != TEND_FIELD_TEXT && self->field->type != TEND_FIELD_NOTE)
    return NULL;

  switch (tend_bank_secret_find (tend_record_get_text (self->record, self->field->name)))
    {
    case TEND_BANK_SECRET_CARD:
      return _("This looks like the number of a bank card. It is safer for both of you not to "
               "keep one.");
    case TEND_BANK_SECRET_PIN:
      return _("This looks like a PIN. It is safer for both of you not to keep one.");
    default:
      return NULL;
    }
}

/* Shows what is said of the row below it; NULL: nothing. */
static void
say (TendFormRow *self,
     const char  *message,
     gboolean     wrong)
{
  GtkAccessible *editor = GTK_ACCESSIBLE (self->editor);
  GtkWidget *label = GTK_WIDGET (self->fault_label);

  gtk_label_set_label (self->fault_label, message != NULL ? message : "");
  gtk_widget_set_visible (label, message != NULL);
  if (wrong)
    {
      gtk_widget_add_css_class (self->widget, "error");
      gtk_widget_add_css_class (label, "error");
      gtk_widget_remove_css_class (label, "warning");
      gtk_accessible_update_state (editor,
                                   GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (self->widget, "error");
      gtk_widget_remove_css_class (label, "error");
      gtk_widget_add_css_class (label, "warning");
      gtk_accessible_reset_state (editor, GTK_ACCESSIBLE_STATE_INVALID);
    }

  if (message != NULL)
    gtk_accessible_update_property (editor, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  else
    gtk_accessible_reset_property (editor, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
tend_form_row_update_fault (TendFormRow *self,
                            const char  *message)
{
  if (self->typed_fault != NULL)
    message = self->typed_fault;
  else if (self->saved_fault != NULL)
    message = self->saved_fault;

  if (message != NULL && self->touched)
    say (self, message, TRUE);
  else
    say (self, warning_for (self), FALSE);
}

static void
tend_form_row_finalize (GObject *object)
{
  TendFormRow *self = TEND_FORM_ROW (object);

  g_clear_object (&self->fault_label);
  g_clear_object (&self->editor);
  g_clear_object (&self->widget);
  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->typed_fault, g_free);
  g_clear_pointer (&self->saved_fault, g_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->none_label, g_free);

  G_OBJECT_CLASS (tend_form_row_parent_class)->finalize (object);
}

static void
tend_form_row_class_init (TendFormRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tend_form_row_finalize;
}

static void
tend_form_row_init (TendFormRow *self)
{
}

TendFormRow *
tend_form_row_new (TendForm        *form,
                   TendSession     *session,
                   TendRecord      *record,
                   const TendField *field)
{
  TendFormRow *self = g_object_new (TEND_TYPE_FORM_ROW, NULL);

  self->form = form;
  g_set_object (&self->session, session);
  self->record = g_object_ref (record);
  self->field = field;
  self->type = type_for (field);
  self->type->build (self);
  self->type->show (self);

  return self;
}
