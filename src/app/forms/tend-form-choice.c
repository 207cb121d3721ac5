/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows for what is chosen: one of a few words, another record, yes or no. */

#include "tend-form-private.h"

#include "tend-chips.h"
#include "tend-clients.h"
#include "tend-field-text.h"

#include <glib/gi18n-lib.h>

static gboolean
may_be_empty (const TendField *field)
{
  return (field->flags & TEND_FIELD_REQUIRED) == 0 && field->standard == NULL;
}

/* Makes the list anew from @values and @labels, which are as long. */
static void
fill (TendFormRow *self,
      GPtrArray   *values,
      GPtrArray   *labels)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (labels, i));

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = g_ptr_array_ref (values);

  self->showing = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self->widget), G_LIST_MODEL (list));
  self->showing = FALSE;
}

static void
add_none (TendFormRow *self,
          GPtrArray   *values,
          GPtrArray   *labels,
          gboolean     needed)
{
  if (!needed)
    return;

  g_ptr_array_add (values, NULL);
  g_ptr_array_add (labels, g_strdup (self->none_label != NULL ? self->none_label : _("Not set")));
}

static void
fill_with_words (TendFormRow *self)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  add_none (self, values, labels,
            may_be_empty (self->field) || !tend_record_is_set (self->record, self->field->name));
  for (const TendChoice *choice = self->field->choices; choice->value != NULL; choice++)
    {
      g_ptr_array_add (values, g_strdup (choice->value));
      g_ptr_array_add (labels, g_strdup (_(choice->label)));
    }
  fill (self, values, labels);
}

/* What stands for a name is set by the worker, where another record has it. */
#define LABEL_KEY "tend-label"

static char *
record_label (TendRecord *record)
{
  const TendKind *kind = tend_record_get_kind (record);
  const char *label = g_object_get_data (G_OBJECT (record), LABEL_KEY);

  if (label != NULL)
    return g_strdup (label);
  if (g_str_equal (kind->name, "client"))
    return tend_client_name (record);
  if (tend_kind_field (kind, "name") != NULL)
    return g_strdup (tend_record_get_text (record, "name"));
  if (tend_kind_field (kind, "title") != NULL && tend_record_is_set (record, "title"))
    return g_strdup (tend_record_get_text (record, "title"));
  if (tend_kind_field (kind, "happened_at") != NULL)
    {
      g_autofree char *what = tend_field_text_show (record, "kind");
      g_autofree char *when = tend_field_text_show (record, "happened_at");

      return g_strdup_printf ("%s, %s", what, when);
    }

  return g_strdup (_(kind->label));
}

static void
changed_cb (TendFormRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget));

  if (self->showing || selected >= self->choices->len)
    return;

  tend_record_set_text (self->record, self->field->name,
                        g_ptr_array_index (self->choices, selected));
  tend_form_row_edited (self, TRUE);
}

static void
show_choice (TendFormRow *self)
{
  const char *value = tend_record_get_text (self->record, self->field->name);

  self->showing = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->choices, i), value) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->widget), i);
  self->showing = FALSE;
}

void
tend_form_row_set_choices (TendFormRow *self,
                           GPtrArray   *records,
                           const char  *none_label)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  if (none_label != NULL)
    {
      g_free (self->none_label);
      self->none_label = g_strdup (none_label);
    }
  if (records == NULL)
    return;

  add_none (self, values, labels,
            may_be_empty (self->field) || !tend_record_is_set (self->record, self->field->name));
  for (guint i = 0; i < records->len; i++)
    {
      TendRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (values, g_strdup (tend_record_get_id (record)));
      g_ptr_array_add (labels, record_label (record));
    }

  fill (self, values, labels);
  show_choice (self);
}

/* What a reference row asks the vault for. */
typedef struct
{
  const char *kind;
  char       *client;  /* people and papers belong to one */
  char       *current; /* offered whatever its state */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->client);
  g_free (question->current);
  g_free (question);
}

/* Those whose care has ended are not offered, but for the one that is set. */
static GPtrArray *
without_ended (GPtrArray  *clients,
               const char *current)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < clients->len; i++)
    {
      TendRecord *client = g_ptr_array_index (clients, i);

      if (g_strcmp0 (tend_record_get_text (client, "status"), "ended") != 0 ||
          g_strcmp0 (tend_record_get_id (client), current) == 0)
        g_ptr_array_add (kept, g_object_ref (client));
    }

  return kept;
}

/* A representative is known by the person, and by what lets them act. */
static gboolean
label_representatives (TendVault  *vault,
                       GPtrArray  *representatives,
                       GError    **error)
{
  for (guint i = 0; i < representatives->len; i++)
    {
      TendRecord *one = g_ptr_array_index (representatives, i);
      g_autoptr(TendRecord) person = tend_record_load (vault, tend_kind_by_name ("person"),
                                                       tend_record_get_text (one, "person"), error);
      g_autofree char *authority = tend_field_text_show (one, "kind");

      if (person == NULL)
        return FALSE;
      g_object_set_data_full (G_OBJECT (one), LABEL_KEY,
                              g_strdup_printf ("%s, %s", tend_record_get_text (person, "name"),
                                               authority), g_free);
    }

  return TRUE;
}

static gpointer
load_choices (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  Question *question = data;
  const TendKind *kind = tend_kind_by_name (question->kind);

  if (g_str_equal (question->kind, "client"))
    {
      g_autoptr(GPtrArray) clients = tend_clients_list (vault, NULL, error);

      return clients != NULL ? without_ended (clients, question->current) : NULL;
    }
  if (question->client != NULL)
    {
      g_autoptr(GPtrArray) records = tend_client_records (vault, kind, question->client, error);

      if (records != NULL && g_str_equal (question->kind, "representative") &&
          !label_representatives (vault, records, error))
        return NULL;
      return g_steal_pointer (&records);
    }

  return tend_record_load_all (vault, kind, error);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(TendFormRow) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = tend_session_finish (TEND_SESSION (source), result, &error);

  /* A list set by hand meanwhile is left alone. */
  if (records != NULL && self->choices->len <= 1)
    tend_form_row_set_choices (self, records, NULL);
}

static void
ask_for_records (TendFormRow *self)
{
  Question *question = g_new0 (Question, 1);
  const TendKind *kind;

  question->kind = self->field->refers_to;
  kind = tend_kind_by_name (question->kind);
  question->current = g_strdup (tend_record_get_text (self->record, self->field->name));
  if (tend_kind_field (kind, "client") != NULL)
    question->client = g_strdup (tend_form_get_client (self->form));

  tend_session_query (self->session, load_choices, question, question_free,
                      (GDestroyNotify) g_ptr_array_unref, NULL, loaded_cb, g_object_ref (self));
}

static void
build_choice (TendFormRow *self)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(self->field->label));
  tend_form_row_dress (self, row, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  if (self->field->type == TEND_FIELD_CHOICE)
    fill_with_words (self);
  else
    {
      self->choices = g_ptr_array_new ();
      ask_for_records (self);
    }
}

const TendFormRowType tend_form_row_choice = { build_choice, show_choice };

static void
switched_cb (TendFormRow *self)
{
  if (self->showing)
    return;

  tend_record_set_int (self->record, self->field->name,
                       gtk_switch_get_active (GTK_SWITCH (self->editor)));
  tend_form_row_edited (self, TRUE);
}

static void
switch_row_cb (TendFormRow *self)
{
  gtk_widget_grab_focus (self->editor);
  gtk_switch_set_active (GTK_SWITCH (self->editor),
                         !gtk_switch_get_active (GTK_SWITCH (self->editor)));
}

/* Not the row's activatable widget, which would be named twice and stop the Tab key twice. */
static void
build_switch (TendFormRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(self->field->label));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->field->label), -1);
  tend_form_row_dress (self, row, toggle);
  g_signal_connect_object (row, "activated", G_CALLBACK (switch_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_switch (TendFormRow *self)
{
  self->showing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->editor),
                         tend_record_get_int (self->record, self->field->name) != 0);
  self->showing = FALSE;
}

const TendFormRowType tend_form_row_switch = { build_switch, show_switch };

static void
chips_changed_cb (TendFormRow *self)
{
  tend_form_row_edited (self, TRUE);
}

static void
build_words (TendFormRow *self)
{
  GtkWidget *chips = tend_chips_new (self->record, self->field->name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (chips), _(self->field->label));
  tend_form_row_dress (self, chips, chips);
  g_signal_connect_object (chips, "changed", G_CALLBACK (chips_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_words (TendFormRow *self)
{
  tend_chips_show (TEND_CHIPS (self->widget));
}

const TendFormRowType tend_form_row_words = { build_words, show_words };
