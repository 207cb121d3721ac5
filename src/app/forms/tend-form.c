/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-form-private.h"

#include <glib/gi18n-lib.h>

/* Its name in a draft has a mark before it, which no field's name begins with. */
#define PART_MARK '+'

typedef struct
{
  gpointer                part; /* borrowed: it is in the same window */
  const char             *name;
  const TendFormPartType *type;
} Part;

struct _TendForm
{
  GObject            parent_instance;

  TendSession       *session;
  TendRecord        *record;
  GPtrArray         *rows;  /* TendFormRow */
  GArray            *parts; /* Part */
  char              *client;
  TendFormCheckFunc  check_func;
  gpointer           check_data;
  char              *other_fault;
  gboolean           valid;
};

G_DEFINE_FINAL_TYPE (TendForm, tend_form, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static TendFormRow *
find_row (TendForm   *self,
          const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TendFormRow *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->field->name, field))
        return row;
    }

  return NULL;
}

/* The first thing said of @field. */
static const char *
message_for (TendFaults *faults,
             const char *field)
{
  for (guint i = 0; i < tend_faults_count (faults); i++)
    {
      const TendRecordFault *fault = tend_faults_get (faults, i);

      if (g_strcmp0 (fault->field, field) == 0)
        return fault->message;
    }

  return NULL;
}

/* Gives every row its fault, and keeps the first that has no row. */
static void
check (TendForm *self)
{
  g_autoptr(TendFaults) faults = tend_record_validate (self->record);

  if (self->check_func != NULL)
    self->check_func (self->record, faults, self->check_data);
  self->valid = tend_faults_count (faults) == 0;
  g_clear_pointer (&self->other_fault, g_free);

  for (guint i = 0; i < tend_faults_count (faults) && self->other_fault == NULL; i++)
    {
      const TendRecordFault *fault = tend_faults_get (faults, i);

      if (fault->field == NULL || find_row (self, fault->field) == NULL)
        self->other_fault = g_strdup (fault->message);
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      TendFormRow *row = g_ptr_array_index (self->rows, i);

      if (row->typed_fault != NULL || row->saved_fault != NULL)
        self->valid = FALSE;
      tend_form_row_update_fault (row, message_for (faults, row->field->name));
    }
}

void
tend_form_row_notify (TendForm *self)
{
  check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
tend_form_get_other_fault (TendForm *self)
{
  return self->other_fault;
}

GStrv
tend_form_dup_unreadable (TendForm *self)
{
  g_autoptr(GStrvBuilder) fields = g_strv_builder_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      TendFormRow *row = g_ptr_array_index (self->rows, i);

      if (row->typed_fault != NULL)
        g_strv_builder_add_many (fields, row->field->name, row->typed, NULL);
    }

  return g_strv_builder_end (fields);
}

GStrv
tend_form_dup_typed (TendForm *self)
{
  g_autoptr(GStrvBuilder) typed = g_strv_builder_new ();
  g_auto(GStrv) unreadable = tend_form_dup_unreadable (self);

  g_strv_builder_addv (typed, (const char **) unreadable);
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);
      g_autofree char *name = g_strdup_printf ("%c%s", PART_MARK, part->name);
      g_autofree char *text = part->type->dup (part->part);

      if (text != NULL)
        g_strv_builder_add_many (typed, name, text, NULL);
    }

  return g_strv_builder_end (typed);
}

static void
tend_form_dispose (GObject *object)
{
  TendForm *self = TEND_FORM (object);

  for (guint i = 0; i < self->rows->len; i++)
    TEND_FORM_ROW (g_ptr_array_index (self->rows, i))->form = NULL;
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->parts, 0);

  G_OBJECT_CLASS (tend_form_parent_class)->dispose (object);
}

static void
tend_form_finalize (GObject *object)
{
  TendForm *self = TEND_FORM (object);

  g_clear_object (&self->session);
  g_clear_object (&self->record);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_array_unref);
  g_clear_pointer (&self->client, g_free);
  g_clear_pointer (&self->other_fault, g_free);

  G_OBJECT_CLASS (tend_form_parent_class)->finalize (object);
}

static void
tend_form_class_init (TendFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tend_form_dispose;
  object_class->finalize = tend_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", TEND_TYPE_FORM, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tend_form_init (TendForm *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
}

TendForm *
tend_form_new (TendSession *session,
               TendRecord  *record)
{
  TendForm *self;

  g_return_val_if_fail (session == NULL || TEND_IS_SESSION (session), NULL);
  g_return_val_if_fail (TEND_IS_RECORD (record), NULL);

  self = g_object_new (TEND_TYPE_FORM, NULL);
  g_set_object (&self->session, session);
  self->record = g_object_ref (record);
  check (self);

  return self;
}

TendRecord *
tend_form_get_record (TendForm *self)
{
  g_return_val_if_fail (TEND_IS_FORM (self), NULL);

  return self->record;
}

const char *
tend_form_get_client (TendForm *self)
{
  if (tend_kind_field (tend_record_get_kind (self->record), "client") != NULL)
    return tend_record_get_text (self->record, "client");

  return self->client;
}

void
tend_form_set_client (TendForm   *self,
                      const char *client)
{
  g_return_if_fail (TEND_IS_FORM (self));

  g_free (self->client);
  self->client = g_strdup (client);
}

void
tend_form_set_check (TendForm          *self,
                     TendFormCheckFunc  func,
                     gpointer           data)
{
  g_return_if_fail (TEND_IS_FORM (self));

  self->check_func = func;
  self->check_data = data;
  check (self);
}

GtkWidget *
tend_form_row (TendForm   *self,
               const char *field)
{
  const TendField *found;
  TendFormRow *row;

  g_return_val_if_fail (TEND_IS_FORM (self), NULL);

  found = tend_kind_field (tend_record_get_kind (self->record), field);
  g_return_val_if_fail (found != NULL, NULL);
  g_return_val_if_fail (find_row (self, field) == NULL, NULL);

  row = tend_form_row_new (self, self->session, self->record, found);
  g_ptr_array_add (self->rows, row);
  check (self);

  return row->widget;
}

GtkWidget *
tend_form_find_row (TendForm   *self,
                    const char *field)
{
  TendFormRow *row;

  g_return_val_if_fail (TEND_IS_FORM (self), NULL);

  row = find_row (self, field);
  return row != NULL ? row->widget : NULL;
}

void
tend_form_add (TendForm            *self,
               AdwPreferencesGroup *group,
               const char * const  *fields)
{
  g_return_if_fail (TEND_IS_FORM (self));

  for (guint i = 0; fields[i] != NULL; i++)
    adw_preferences_group_add (group, tend_form_row (self, fields[i]));
}

void
tend_form_set_choices (TendForm   *self,
                       const char *field,
                       GPtrArray  *records,
                       const char *none_label)
{
  TendFormRow *row;

  g_return_if_fail (TEND_IS_FORM (self));

  row = find_row (self, field);
  g_return_if_fail (row != NULL && row->field->type == TEND_FIELD_REFERENCE);

  tend_form_row_set_choices (row, records, none_label);
}

void
tend_form_add_part (TendForm               *self,
                    gpointer                part,
                    const char             *name,
                    const TendFormPartType *type)
{
  Part entry = { part, name, type };

  g_return_if_fail (TEND_IS_FORM (self));

  g_array_append_val (self->parts, entry);
  g_signal_connect_object (part, "changed", G_CALLBACK (tend_form_row_notify), self,
                           G_CONNECT_SWAPPED);
}

/* @name: (nullable): of the one to restore; NULL: all */
static void
restore_parts (TendForm   *self,
               const char *name,
               const char *text)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);

      if (name == NULL || g_str_equal (part->name, name))
        part->type->restore (part->part, text);
    }
}

void
tend_form_reset_parts (TendForm *self)
{
  g_return_if_fail (TEND_IS_FORM (self));

  restore_parts (self, NULL, NULL);
}

void
tend_form_type (TendForm          *self,
                const char *const *typed)
{
  g_return_if_fail (TEND_IS_FORM (self));

  for (gsize i = 0; typed[i] != NULL; i += 2)
    {
      TendFormRow *row = find_row (self, typed[i]);

      if (*typed[i] == PART_MARK)
        restore_parts (self, typed[i] + 1, typed[i + 1]);
      else if (row != NULL && GTK_IS_EDITABLE (row->widget))
        {
          row->touched = TRUE;
          gtk_editable_set_text (GTK_EDITABLE (row->widget), typed[i + 1]);
        }
      else if (row != NULL && GTK_IS_TEXT_VIEW (row->editor))
        {
          row->touched = TRUE;
          gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (row->editor)),
                                    typed[i + 1], -1);
        }
    }
}

static void
show_row (TendFormRow *row)
{
  g_clear_pointer (&row->typed_fault, g_free);
  row->type->show (row);
}

void
tend_form_show (TendForm   *self,
                const char *field)
{
  TendFormRow *row;

  g_return_if_fail (TEND_IS_FORM (self));

  row = find_row (self, field);
  if (row != NULL)
    show_row (row);
  tend_form_row_notify (self);
}

void
tend_form_show_all (TendForm *self)
{
  g_return_if_fail (TEND_IS_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    show_row (g_ptr_array_index (self->rows, i));
  tend_form_row_notify (self);
}

gboolean
tend_form_is_valid (TendForm *self)
{
  g_return_val_if_fail (TEND_IS_FORM (self), FALSE);

  return self->valid;
}

gboolean
tend_form_is_readable (TendForm *self)
{
  g_auto(GStrv) unreadable = NULL;

  g_return_val_if_fail (TEND_IS_FORM (self), FALSE);

  unreadable = tend_form_dup_unreadable (self);
  return *unreadable == NULL;
}

void
tend_form_begin (TendForm *self)
{
  g_return_if_fail (TEND_IS_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      TendFormRow *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_visible (row->widget) && gtk_widget_is_sensitive (row->editor) &&
          gtk_widget_grab_focus (row->editor))
        return;
    }
}

gboolean
tend_form_check (TendForm *self)
{
  g_return_val_if_fail (TEND_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    TEND_FORM_ROW (g_ptr_array_index (self->rows, i))->touched = TRUE;
  check (self);
  if (self->valid)
    return TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      TendFormRow *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_has_css_class (row->widget, "error"))
        {
          gtk_widget_grab_focus (row->editor);
          break;
        }
    }

  return FALSE;
}

void
tend_form_set_fault (TendForm   *self,
                     const char *field,
                     const char *message)
{
  TendFormRow *row;

  g_return_if_fail (TEND_IS_FORM (self));

  row = find_row (self, field);
  g_return_if_fail (row != NULL);

  g_free (row->saved_fault);
  row->saved_fault = g_strdup (message);
  row->touched = TRUE;
  tend_form_row_notify (self);
  if (message != NULL)
    gtk_widget_grab_focus (row->editor);
}
