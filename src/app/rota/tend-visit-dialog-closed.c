/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The record of a visit that is closed: to read, to add to, and its times to be put right
 * with a reason.
 */

#include "tend-visit-dialog-private.h"

#include "tend-field-text.h"
#include "tend-kinds.h"
#include "tend-rows.h"
#include "tend-undo-toast.h"
#include "tend-visit-record.h"

#include <glib/gi18n-lib.h>

/* What is done to the visit from here, in another window and then in the worker. */
typedef struct
{
  TendVisitDialog *dialog;
  TendRecord      *visit; /* as it was */
  TendInstant      now;
  TendUndo        *undo;  /* what the worker did */
} Deed;

static Deed *
deed_new (TendVisitDialog *self)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->dialog = g_object_ref (self);
  deed->visit = g_object_ref (self->sheet->visit_before);
  deed->now = tend_session_get_now (self->session);
  return deed;
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_object_unref (deed->dialog);
  g_object_unref (deed->visit);
  g_clear_pointer (&deed->undo, tend_undo_free);
  g_free (deed);
}

/* Shows the record anew, and says below it what was done. */
static void
reopen (Deed       *deed,
        const char *text)
{
  TendVisitDialog *self = deed->dialog;
  GtkWidget *owner = self->owner;
  g_autoptr(TendSession) session = NULL;

  if (self->session == NULL || owner == NULL)
    return;

  session = g_object_ref (self->session);
  gtk_window_close (GTK_WINDOW (self));
  tend_undo_toast (owner, session, text, g_steal_pointer (&deed->undo));
  tend_visit_dialog_present (owner, session, tend_record_get_id (deed->visit));
}

/* Adding to it */

static TendRecord *
save_note (TendVault   *vault,
           TendRecord  *record,
           gpointer     data,
           GError     **error)
{
  Deed *deed = data;

  if (!tend_visit_add (vault, deed->visit, tend_record_get_text (record, "text"), deed->now,
                       error))
    return NULL;

  return g_object_ref (record);
}

static void
note_saved_cb (TendRecord *record,
               gpointer    data)
{
  reopen (data, _("Note added."));
}

static void
add_note_cb (TendVisitDialog *self)
{
  static const char * const fields[] = { "text", NULL };
  g_autoptr(TendRecord) addendum = tend_record_new (&tend_visit_addendum_kind);
  Deed *deed = deed_new (self);
  TendRecordDialogOptions options = {
    .title = _("Add a Note"),
    .text = _("The note is kept beside the record, with today’s date. It stays as you save it."),
    .accept = _("_Add"),
    .fields = fields,
    .save = save_note,
    .keeps_drafts = TRUE,
    .save_data = deed,
    .on_saved = note_saved_cb,
    .user_data = deed,
    .free_user_data = deed_free,
  };

  tend_record_set_text (addendum, "visit", tend_record_get_id (deed->visit));
  tend_record_set_int (addendum, "written_at", deed->now);
  tend_record_dialog_present_full (GTK_WIDGET (self), self->session, addendum, &options);
}

/* Putting its times right */

static void
check_times (TendRecord *record,
             TendFaults *faults,
             gpointer    data)
{
  static const char * const times[] = { "actual_start", "actual_end" };
  Deed *deed = data;

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    if (!tend_record_is_set (record, times[i]))
      tend_faults_add (faults, times[i], _("Write the day and the time, like 2 June 9:30."));

  if (tend_visit_is_correction (deed->visit, record, deed->now) &&
      !tend_record_is_set (record, "correction_reason"))
    tend_faults_add (faults, "correction_reason", _tend_visit_dialog_ask_why ());
}

static TendRecord *
save_times (TendVault   *vault,
            TendRecord  *record,
            gpointer     data,
            GError     **error)
{
  Deed *deed = data;
  g_autoptr(TendUndo) undo = tend_undo_new ();

  if (!tend_undo_note (undo, vault, &tend_visit_kind, tend_record_get_id (record), error) ||
      !tend_visit_write_up (vault, record, NULL, deed->now, error) ||
      !tend_undo_seal (undo, vault, error))
    return NULL;

  tend_undo_set_subject (undo, tend_record_get_id (record));
  deed->undo = g_steal_pointer (&undo);
  return g_object_ref (record);
}

static void
times_saved_cb (TendRecord *record,
                gpointer    data)
{
  reopen (data, _("Times corrected."));
}

static void
correct_cb (TendVisitDialog *self)
{
  static const char * const fields[] = { "actual_start", "actual_end", "correction_reason", NULL };
  Deed *deed = deed_new (self);
  TendRecordDialogOptions options = {
    .title = _("Correct the Times"),
    .text = _("What was written first stays on view beside the new times."),
    .fields = fields,
    .check = check_times,
    .save = save_times,
    .save_data = deed,
    .on_saved = times_saved_cb,
    .user_data = deed,
    .free_user_data = deed_free,
  };

  tend_record_dialog_present_full (GTK_WIDGET (self), self->session, self->sheet->visit_before,
                                   &options);
}

/* What is on view */

static GtkWidget *
add_group (TendVisitDialog *self,
           const char      *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->closed_box, group);
  return group;
}

static void
add_value (GtkWidget  *group,
           const char *title,
           const char *value)
{
  if (value != NULL && *value != '\0')
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), tend_row_value (title, value));
}

static void
add_field (GtkWidget  *group,
           TendRecord *visit,
           const char *name)
{
  const TendField *field = tend_kind_field (&tend_visit_kind, name);
  g_autofree char *text = tend_field_text_format (visit, field);

  add_value (group, _(field->label), text);
}

static char *
describe_times (TendRecord *visit)
{
  TendInstant start = tend_record_get_int (visit, "actual_start");
  TendInstant end = tend_record_get_int (visit, "actual_end");
  g_autofree char *span = NULL;
  g_autofree char *length = NULL;

  if (start == TEND_INSTANT_NONE || end == TEND_INSTANT_NONE)
    return NULL;

  span = tend_time_format_span (start, end);
  length = tend_minutes_format (tend_time_minutes (start, end));
  return g_strdup_printf ("%s, %s", span, length);
}

static void
add_times (TendVisitDialog *self,
           GtkWidget       *group)
{
  TendRecord *visit = self->sheet->visit_before;
  g_autofree char *times = describe_times (visit);
  g_autofree char *first = _tend_visit_dialog_describe_first (visit);
  GtkWidget *button;

  add_value (group, _("Times"), times);
  add_value (group, _("Corrected"), first);
  add_field (group, visit, "correction_reason");
  if (times == NULL || self->sheet->billed)
    return;

  button = tend_head_button (_("_Correct the Times…"),
                             _("Corrects when the visit started and finished, with a reason"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (correct_cb), self, G_CONNECT_SWAPPED);
}

static void
add_record (TendVisitDialog *self)
{
  static const char * const fields[] = {
    "cancelled_at", "cancel_reason", "mood", "appetite", "intake", "skin", "observations", "note",
    "handover", "concern", "money_given_pence", "money_spent_pence", "money_returned_pence",
    "money_receipt", "money_note",
  };
  TendRecord *visit = self->sheet->visit_before;
  GtkWidget *group = add_group (self, _("The record"));

  add_field (group, visit, "status");
  add_times (self, group);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (group, visit, fields[i]);
}

static void
add_tasks (TendVisitDialog *self)
{
  GPtrArray *tasks = self->sheet->tasks_before;
  GtkWidget *group;

  if (tasks->len == 0)
    return;

  group = add_group (self, _("Tasks"));
  for (guint i = 0; i < tasks->len; i++)
    {
      TendRecord *task = tasks->pdata[i];
      const char *reason = tend_record_get_text (task, "reason");
      g_autofree char *why = reason != NULL ? g_strdup_printf (_("Not done: %s"), reason) : NULL;

      add_value (group, tend_record_get_text (task, "title"),
                 tend_record_get_int (task, "done") != 0 ? _("Done")
                 : why != NULL ? why : _("Not done"));
    }
}

static void
add_addenda (TendVisitDialog *self)
{
  GPtrArray *addenda = self->sheet->addenda;
  GtkWidget *group = add_group (self, _("Added later"));

  for (guint i = 0; i < addenda->len; i++)
    {
      g_autofree char *day = tend_field_text_format
        (addenda->pdata[i], tend_kind_field (&tend_visit_addendum_kind, "written_at"));

      add_value (group, day, tend_record_get_text (addenda->pdata[i], "text"));
    }
  if (!self->sheet->closed)
    return;

  if (addenda->len == 0)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               tend_row_nothing (_("Nothing has been added.")));
  self->note_button = tend_head_button (_("_Add a Note…"),
                                        _("Adds to the record, with today’s date"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->note_button);
  g_signal_connect_object (self->note_button, "clicked", G_CALLBACK (add_note_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_words (TendVisitDialog *self)
{
  TendInstant closed_at = tend_visit_closes_at (self->sheet->visit_before);
  g_autofree char *day = tend_date_format (tend_time_date (closed_at), TEND_DATE_FULL);
  g_autofree char *time = tend_clock_format (tend_time_clock (closed_at));
  /* Translators: a day and a time */
  g_autofree char *text = g_strdup_printf (_("This record was closed on %s at %s. What you add now "
                                             "is kept beside it with today’s date."), day, time);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->closed_box, label);
}

void
_tend_visit_dialog_build_closed (TendVisitDialog *self)
{
  if (self->sheet->closed)
    {
      add_words (self);
      add_record (self);
      add_tasks (self);
    }
  add_addenda (self);
  gtk_widget_set_visible (GTK_WIDGET (self->closed_box), TRUE);
}

void
_tend_visit_dialog_begin_closed (TendVisitDialog *self)
{
  gtk_widget_grab_focus (self->note_button);
}
