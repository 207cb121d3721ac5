/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-care-form.h"

#include "tend-attachment-list.h"
#include "tend-care-closed.h"
#include "tend-care-plan.h"
#include "tend-care-record.h"
#include "tend-care-remove.h"
#include "tend-entry-row.h"
#include "tend-page.h"
#include "tend-privacy-log.h"
#include "tend-secrets.h"

#include <glib/gi18n-lib.h>

TendCareEdit *
tend_care_edit_new (TendSession           *session,
                    const TendCareSection *section,
                    TendCareFile          *file,
                    GPtrArray             *lines)
{
  TendCareEdit *edit = g_new0 (TendCareEdit, 1);

  edit->session = g_object_ref (session);
  edit->section = section;
  edit->file = tend_care_file_ref (file);
  edit->lines = g_ptr_array_ref (lines);
  edit->lists = g_ptr_array_new ();
  return edit;
}

void
tend_care_edit_free (gpointer data)
{
  TendCareEdit *edit = data;

  g_clear_weak_pointer (&edit->parent);
  g_object_unref (edit->session);
  tend_care_file_unref (edit->file);
  g_ptr_array_unref (edit->lines);
  g_ptr_array_unref (edit->lists);
  g_free (edit->breach);
  g_free (edit);
}

TendRecord *
tend_care_new (const TendCareSection *section,
               TendCareFile          *file)
{
  const TendKind *kind = tend_kind_by_name (section->kind);
  const TendField *day = tend_kind_field (kind, section->day);
  TendRecord *record = tend_record_new (kind);

  tend_record_set_text (record, "client", file->client);
  if (day->type == TEND_FIELD_INSTANT)
    tend_record_set_int (record, day->name, file->now - file->now % 60);
  else if (day->type == TEND_FIELD_DATE)
    tend_record_set_int (record, day->name, file->today);
  if (tend_kind_field (kind, "written_at") != NULL)
    tend_record_set_int (record, "written_at", file->now);

  return record;
}

void
tend_care_check_days (TendRecord *record,
                      TendFaults *faults,
                      gpointer    data)
{
  TendCareEdit *edit = data;

  tend_faults_check_past (faults, record, tend_session_get_now (edit->session));
  if (tend_care_closing_fault (record) != NULL)
    tend_faults_add (faults, "outcome", tend_care_closing_fault (record));
}

/* What the worker needs to save a record. */
typedef struct
{
  GPtrArray   *lines;
  TendInstant  now;
  char        *breach;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_ptr_array_unref (saving->lines);
  g_free (saving->breach);
  g_free (saving);
}

/* A care plan knows more of when it may be saved. */
static TendRecord *
save (TendVault   *vault,
      TendRecord  *record,
      gpointer     data,
      GError     **error)
{
  Saving *saving = data;
  gboolean saved = g_str_equal (tend_record_get_kind (record)->name, "care_plan")
                     ? tend_care_plan_save (vault, record, saving->lines, error)
                     : tend_care_write_up (vault, record, saving->lines, saving->now, error);

  if (saved && saving->breach != NULL)
    saved = tend_breach_link (vault, saving->breach, tend_record_get_id (record), error);

  return saved ? g_object_ref (record) : NULL;
}

static gpointer
collect (gpointer data)
{
  TendCareEdit *edit = data;
  Saving *saving = g_new0 (Saving, 1);

  saving->lines = g_ptr_array_new_with_free_func (g_object_unref);
  saving->now = tend_session_get_now (edit->session);
  saving->breach = g_strdup (edit->breach);
  for (guint i = 0; i < edit->lists->len; i++)
    tend_line_list_dup_lines (edit->lists->pdata[i], saving->lines);
  if (edit->closed)
    tend_care_closed_dup_lines (edit, saving->lines);

  return saving;
}

/* Any row will do: the first that there is. */
GtkWidget *
tend_care_form_box (TendForm *form)
{
  const TendField *field = tend_record_get_kind (tend_form_get_record (form))->fields;
  GtkWidget *row = NULL;

  for (; row == NULL && field->name != NULL; field++)
    row = tend_form_find_row (form, field->name);

  return gtk_widget_get_parent (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP));
}

void
tend_care_insert_group (TendForm   *form,
                        const char *field,
                        GtkWidget  *group)
{
  GtkWidget *row = tend_form_find_row (form, field);

  gtk_box_insert_child_after (GTK_BOX (tend_care_form_box (form)), group,
                              gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP));
}

static void
add_lists (TendForm     *form,
           TendCareEdit *edit)
{
  const TendLineType *const *types =
    edit->closed ? edit->section->later_lines : edit->section->lines;

  for (guint i = 0; types != NULL && types[i] != NULL; i++)
    {
      GtkWidget *list = tend_line_list_new (edit->session, types[i], tend_form_get_record (form),
                                            edit->lines, edit->file->client, edit->file->names);

      tend_line_list_join (TEND_LINE_LIST (list), form);
      gtk_box_append (GTK_BOX (tend_care_form_box (form)), list);
      g_ptr_array_add (edit->lists, list);
    }
}

static void
add_documents (TendForm     *form,
               TendCareEdit *edit)
{
  GtkWidget *list = tend_attachment_list_new ();
  TendRecord *record = tend_form_get_record (form);

  tend_attachment_list_show (TEND_ATTACHMENT_LIST (list), edit->session,
                             tend_record_get_kind (record),
                             tend_record_is_stored (record) ? tend_record_get_id (record) : NULL);
  gtk_box_append (GTK_BOX (tend_care_form_box (form)), list);
}

static gpointer
note_showing (TendVault  *vault,
              gpointer    data,
              GError    **error)
{
  return tend_record_show (vault, data, g_object_get_data (data, "field"), error);
}

/* A secret seen in the form was shown as well. */
static void
shown_cb (GtkText      *text,
          GParamSpec   *pspec,
          TendForm     *form)
{
  const char *field = g_object_get_data (G_OBJECT (text), "field");
  TendRecord *copy;

  if (!gtk_text_get_visibility (text) || !tend_record_is_stored (tend_form_get_record (form)))
    return;

  copy = tend_record_copy (tend_form_get_record (form));
  g_object_set_data (G_OBJECT (copy), "field", (gpointer) field);
  tend_session_change (g_object_get_data (G_OBJECT (text), "session"), note_showing, copy,
                       g_object_unref, g_free, NULL, NULL);
}

static void
watch_secret (TendForm     *form,
              TendCareEdit *edit)
{
  GtkWidget *row = tend_form_find_row (form, edit->section->secret);
  GtkText *text = tend_entry_row_get_text (TEND_ENTRY_ROW (row));

  g_object_set_data (G_OBJECT (text), "field", (gpointer) edit->section->secret);
  g_object_set_data_full (G_OBJECT (text), "session", g_object_ref (edit->session),
                          g_object_unref);
  g_signal_connect_object (text, "notify::visibility", G_CALLBACK (shown_cb), form, 0);
}

static void
prepare (TendForm  *form,
         GtkWindow *dialog,
         gpointer   data)
{
  TendCareEdit *edit = data;

  if (edit->closed)
    tend_care_closed_prepare (form, edit);
  add_lists (form, edit);
  add_documents (form, edit);
  if (edit->section->secret != NULL)
    watch_secret (form, edit);
  if (edit->section->prepare != NULL)
    edit->section->prepare (form, dialog, edit);
  if (edit->parent != NULL && !edit->closed && tend_record_is_stored (tend_form_get_record (form)))
    gtk_box_append (GTK_BOX (tend_care_form_box (form)),
                    tend_care_remove_button_new (edit->parent, dialog, edit->session,
                                                 tend_form_get_record (form)));
}

void
tend_care_present (GtkWidget             *parent,
                   TendSession           *session,
                   const TendCareSection *section,
                   TendCareFile          *file,
                   TendRecord            *record,
                   GPtrArray             *lines)
{
  gboolean closed =
    section->later != NULL && tend_care_is_closed (record, tend_session_get_now (session));
  TendCareEdit *edit = tend_care_edit_new (session, section, file, lines);
  TendRecordDialogOptions options = {
    .title = tend_record_is_stored (record) ? _(section->change) : _(section->add),
    .text = section->about != NULL && !closed ? _(section->about) : NULL,
    .fields = closed ? section->later : section->fields,
    .check = tend_care_check_days,
    .prepare = prepare,
    .save = save,
    .free_save_data = saving_free,
    .collect = collect,
    .keeps_drafts = TRUE,
    .user_data = edit,
    .free_user_data = tend_care_edit_free,
  };

  edit->closed = closed;
  g_set_weak_pointer (&edit->parent, parent);
  tend_record_dialog_present_full (parent, session, record, &options);
}

/* A record on its way to a window, until its lines are there. */
typedef struct
{
  GtkWidget             *parent;
  const TendCareSection *section;
  TendCareFile          *file;
  TendRecord            *record;
  TendCareLinesFunc      func;
} Opening;

static gpointer
load_lines (TendVault  *vault,
            gpointer    data,
            GError    **error)
{
  return tend_record_load_all_nested (vault, data, error);
}

static void
lines_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Opening *opening = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = tend_session_finish (TEND_SESSION (source), result, &error);

  if (lines != NULL)
    opening->func (opening->parent, TEND_SESSION (source), opening->section, opening->file,
                   opening->record, lines);
  else
    tend_toast (opening->parent, error->message);

  g_object_unref (opening->parent);
  g_object_unref (opening->record);
  tend_care_file_unref (opening->file);
  g_free (opening);
}

void
tend_care_open (GtkWidget             *parent,
                TendSession           *session,
                const TendCareSection *section,
                TendCareFile          *file,
                TendRecord            *record,
                TendCareLinesFunc      func)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->parent = g_object_ref (parent);
  opening->section = section;
  opening->file = tend_care_file_ref (file);
  opening->record = g_object_ref (record);
  opening->func = func;
  tend_session_query (session, load_lines, g_object_ref (record), g_object_unref,
                      (GDestroyNotify) g_ptr_array_unref, NULL, lines_cb, opening);
}
