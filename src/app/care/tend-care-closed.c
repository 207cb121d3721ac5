/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-closed.h"

#include "tend-care-form.h"
#include "tend-care-reader.h"
#include "tend-care-record.h"
#include "tend-field-text.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_addendum (TendRecord *line)
{
  return strcmp (tend_record_get_kind (line)->nested_as, "addenda") == 0;
}

static gboolean
goes_on (const TendCareSection *section,
         const char            *kind)
{
  for (guint i = 0; section->later_lines != NULL && section->later_lines[i] != NULL; i++)
    if (g_str_equal (section->later_lines[i]->kind, kind))
      return TRUE;

  return FALSE;
}

void
tend_care_closed_dup_lines (TendCareEdit *edit,
                            GPtrArray    *lines)
{
  for (guint i = 0; i < edit->lines->len; i++)
    {
      TendRecord *line = edit->lines->pdata[i];

      if (!is_addendum (line) && !goes_on (edit->section, tend_record_get_kind (line)->name))
        g_ptr_array_add (lines, tend_record_copy (line));
    }
}

/* What was added */

/* "Where: In the hall." and below it why; or what is added. */
static char *
addendum_text (TendRecord *addendum)
{
  const TendField *field = tend_kind_field (tend_record_get_kind (addendum), "corrects");
  const char *corrects = tend_record_get_text (addendum, "corrects");
  const char *text = tend_record_get_text (addendum, "text");

  if (corrects == NULL)
    return g_strdup (text);

  /* Translators: "Where, corrected: In the hall." and on the next line why */
  return g_strdup_printf (_("%s, corrected: %s\nWhy: %s"),
                          tend_field_choice_label (field, corrects), text,
                          tend_record_get_text (addendum, "reason"));
}

static void
show_addenda (GtkWidget *widget)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (widget);
  GPtrArray *addenda = g_object_get_data (G_OBJECT (widget), "addenda");

  tend_rows_begin (group);
  for (guint i = 0; i < addenda->len; i++)
    {
      TendRecord *addendum = addenda->pdata[i];
      const TendField *field = tend_kind_field (tend_record_get_kind (addendum), "written_at");
      g_autofree char *day = tend_field_text_format (addendum, field);
      g_autofree char *text = addendum_text (addendum);

      tend_rows_add (group, tend_row_value (day, text), tend_record_get_id (addendum));
    }
  if (addenda->len == 0)
    tend_rows_add (group, tend_row_nothing (_("Nothing has been added.")), NULL);
  tend_rows_end (group);
}

static TendRecord *
save_addendum (TendVault   *vault,
               TendRecord  *addendum,
               gpointer     data,
               GError     **error)
{
  return tend_care_add (vault, addendum, error) ? g_object_ref (addendum) : NULL;
}

static void
added_cb (TendRecord *addendum,
          gpointer    group)
{
  g_ptr_array_add (g_object_get_data (G_OBJECT (group), "addenda"), g_object_ref (addendum));
  show_addenda (group);
}

static void
add_cb (GtkWidget *group)
{
  static const char *const fields[] = { "text", "", "corrects", "reason", NULL };
  TendSession *session = g_object_get_data (G_OBJECT (group), "session");
  g_autoptr(TendRecord) addendum =
    tend_care_addendum_new (g_object_get_data (G_OBJECT (group), "record"),
                            tend_session_get_now (session));
  TendRecordDialogOptions options = {
    .title = _("Add a Note"),
    .text = _("The note is kept beside the record, with today’s date. It stays as you save it, "
              "and so does what was written first."),
    .accept = _("_Add"),
    .fields = fields,
    .save = save_addendum,
    .on_saved = added_cb,
    .user_data = g_object_ref (group),
    .free_user_data = g_object_unref,
  };

  tend_record_dialog_present_full (group, session, addendum, &options);
}

static GtkWidget *
addenda_new (TendForm     *form,
             TendCareEdit *edit)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = tend_head_button (_("_Add a Note…"),
                                        _("Adds to the record, with today’s date"));
  GPtrArray *addenda = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < edit->lines->len; i++)
    if (is_addendum (edit->lines->pdata[i]))
      g_ptr_array_add (addenda, g_object_ref (edit->lines->pdata[i]));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Added later"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  g_object_set_data_full (G_OBJECT (group), "addenda", addenda,
                          (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data_full (G_OBJECT (group), "session", g_object_ref (edit->session),
                          g_object_unref);
  g_object_set_data_full (G_OBJECT (group), "record",
                          tend_record_copy (tend_form_get_record (form)), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), group, G_CONNECT_SWAPPED);
  show_addenda (group);
  return group;
}

/* What was written */

static char *
closed_text (TendRecord *record)
{
  TendInstant closed_at = tend_care_closes_at (record);
  g_autofree char *day = tend_date_format (tend_time_date (closed_at), TEND_DATE_FULL);
  g_autofree char *time = tend_clock_format (tend_time_clock (closed_at));

  /* Translators: a day and a time */
  return g_strdup_printf (_("Since %s at %s these words stay as they are. What you add is kept "
                            "beside them, with today’s date."), day, time);
}

static GtkWidget *
words_new (TendForm     *form,
           TendCareEdit *edit)
{
  static const char *const times[] = { "written_at", "changed_at", NULL };
  TendRecord *record = tend_form_get_record (form);
  GtkWidget *widget = adw_preferences_group_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (widget);
  g_autofree char *text = closed_text (record);

  adw_preferences_group_set_title (group, _("The record"));
  adw_preferences_group_set_description (group, text);
  for (guint i = 0; edit->section->fields[i] != NULL; i++)
    if (*edit->section->fields[i] != '\0' &&
        !g_strv_contains (edit->section->later, edit->section->fields[i]))
      tend_care_read_field (group, record, edit->section->fields[i], edit->file->names);
  for (guint i = 0; times[i] != NULL; i++)
    tend_care_read_field (group, record, times[i], edit->file->names);

  return widget;
}

void
tend_care_closed_prepare (TendForm     *form,
                          TendCareEdit *edit)
{
  GtkBox *box = GTK_BOX (tend_care_form_box (form));
  GtkWidget *last = words_new (form, edit);

  gtk_box_prepend (box, last);
  for (guint i = 0; edit->section->lines != NULL && edit->section->lines[i] != NULL; i++)
    {
      const TendLineType *type = edit->section->lines[i];
      GtkWidget *lines = goes_on (edit->section, type->kind) ? NULL
                         : tend_care_read_lines (type, edit->lines, edit->file->names);

      if (lines == NULL)
        continue;
      gtk_box_insert_child_after (box, lines, last);
      last = lines;
    }
  gtk_box_insert_child_after (box, addenda_new (form, edit), last);
}
