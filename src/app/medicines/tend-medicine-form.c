/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-form-private.h"

#include "tend-draft.h"
#include "tend-entry-row.h"
#include "tend-kinds.h"
#include "tend-medicine-days.h"
#include "tend-medicine-missing.h"
#include "tend-medicine-permission.h"
#include "tend-stock.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const fields[] = {
  "name", "strength", "form", "dose", "route", "support", "purpose", "ingredient", "controlled",
  "",
  "starts_on", "ends_on", "as_needed", "instructions", "time_critical", "window_minutes",
  "",
  "by", "max_in_24h", "min_interval_minutes", "signs", "try_first", "can_ask",
  "",
  "applied", "apply_to", "reuse_days",
  "",
  "prescriber", "pharmacy", "source", "source_detail", "written_by", "written_on", "checked_by",
  "checked_on", "review_on",
  "",
  "trained_by", "trained_on", "approved_by", "approved_on",
  "",
  "low_stock_days",
  NULL
};

static TendMedicineEdit *
edit_new (TendSession *session,
          GPtrArray   *lines,
          TendRecord  *old)
{
  TendMedicineEdit *edit = g_new0 (TendMedicineEdit, 1);

  edit->session = g_object_ref (session);
  edit->today = tend_session_get_today (session);
  edit->lines = g_ptr_array_ref (lines);
  edit->days = tend_record_new (&tend_medicine_days_kind);
  edit->days_form = tend_form_new (session, edit->days);
  if (old != NULL)
    {
      edit->old = tend_record_copy (old);
      edit->old_form = tend_form_new (session, edit->old);
    }

  return edit;
}

static void
edit_free (gpointer data)
{
  TendMedicineEdit *edit = data;

  g_object_unref (edit->session);
  g_ptr_array_unref (edit->lines);
  g_object_unref (edit->days);
  g_object_unref (edit->days_form);
  g_clear_object (&edit->old);
  g_clear_object (&edit->old_form);
  g_free (edit->days_seen);
  g_free (edit);
}

/* Saving */

/* What the worker needs of the window, apart from it. */
typedef struct
{
  TendMedicineEdit *edit;      /* its is_stopped alone; the window waits for the answer */
  GPtrArray        *lines;
  TendDate          today;
  TendRecord       *old;       /* (nullable) */
  char             *reason;
  char             *off_round;
} Save;

static gpointer
collect (gpointer data)
{
  TendMedicineEdit *edit = data;
  Save *save = g_new0 (Save, 1);

  edit->is_stopped = FALSE;
  save->edit = edit;
  save->lines = tend_medicine_form_lines (edit);
  save->today = edit->today;
  if (edit->old != NULL)
    {
      save->old = tend_record_copy (edit->old);
      save->reason = g_strdup (tend_record_get_text (edit->old, "end_reason"));
    }
  save->off_round = g_strdup (edit->off_round);

  return save;
}

static void
save_data_free (gpointer data)
{
  Save *save = data;

  g_ptr_array_unref (save->lines);
  g_clear_object (&save->old);
  g_free (save->reason);
  g_free (save->off_round);
  g_free (save);
}

/* Somebody else sees to what would be the carer's. */
static void
keep_off_round (TendRecord *record,
                Save       *save)
{
  if (tend_medicine_is_mine (record, save->lines) && tend_record_get_int (record, "as_needed"))
    tend_record_set_text (record, "by", save->off_round);

  for (guint i = 0; i < save->lines->len; i++)
    if (tend_record_get_kind (save->lines->pdata[i]) == &tend_medication_time_kind &&
        strcmp (tend_record_get_text (save->lines->pdata[i], "by"), "me") == 0)
      tend_record_set_text (save->lines->pdata[i], "by", save->off_round);
}

/* What there is of it goes on with the new line: it is the same box.  One that begins on a
 * day to come is left to be counted then, after the doses until that day. */
static gboolean
carry_stock (TendVault   *vault,
             TendRecord  *record,
             Save        *save,
             GError     **error)
{
  TendDate begins = tend_record_get_int (record, "starts_on");
  g_autoptr(TendMedicine) medicine = NULL;
  g_autoptr(TendRecord) stock = NULL;
  TendStock before;

  if (begins > save->today)
    return TRUE;

  medicine = tend_medicine_load (vault, save->old, error);
  if (medicine == NULL || !tend_stock_load (vault, medicine, begins, &before, error))
    return FALSE;
  if (!before.known || before.left < 0)
    return TRUE;

  stock = tend_record_new (&tend_stock_kind);
  tend_record_set_text (stock, "medication", tend_record_get_id (record));
  tend_record_set_int (stock, "date", begins);
  tend_record_set_text (stock, "kind", "brought_forward");
  tend_record_set_int (stock, "quantity", before.left);
  return tend_stock_write (vault, stock, error);
}

static TendRecord *
save_line (TendVault   *vault,
           TendRecord  *record,
           gpointer     data,
           GError     **error)
{
  Save *save = data;

  if (save->off_round != NULL)
    keep_off_round (record, save);
  tend_medicine_sign_doses (vault, save->lines, save->today);
  if (!tend_medicine_check_round (vault, record, save->lines, save->today, error))
    {
      save->edit->is_stopped = TRUE;
      return NULL;
    }

  if (save->old == NULL)
    return tend_medicine_save (vault, record, save->lines, error) ? g_object_ref (record) : NULL;

  tend_record_clear (save->old, "end_reason");
  return tend_medicine_change (vault, save->old, record, save->lines, save->reason, error) &&
         carry_stock (vault, record, save, error) ? g_object_ref (record) : NULL;
}

/* Refusing */

static void
go_on_cb (const char *by,
          gpointer    data)
{
  TendMedicineEdit *edit = g_object_get_data (G_OBJECT (data), "edit");

  if (g_strcmp0 (by, TEND_MEDICINE_WRITE_MORE) == 0)
    {
      GtkWidget *row = tend_form_find_row (edit->form, "trained_by");

      gtk_widget_grab_focus (tend_entry_row_get_entry (TEND_ENTRY_ROW (row)));
      return;
    }

  edit->off_round = by != NULL ? g_intern_string (by) : NULL;
  gtk_widget_activate_action (GTK_WIDGET (data), "record.save", NULL);
}

static gboolean
refused (GtkWindow    *dialog,
         TendRecord   *record,
         const GError *error,
         gpointer      data)
{
  TendMedicineEdit *edit = data;
  g_autoptr(GPtrArray) lines = NULL;

  if (!edit->is_stopped || !g_error_matches (error, TEND_ERROR, TEND_ERROR_STOPPED))
    return FALSE;

  edit->is_stopped = FALSE;
  edit->off_round = NULL;
  lines = tend_medicine_form_lines (edit);
  g_object_set_data (G_OBJECT (dialog), "edit", edit);
  tend_medicine_missing_present (GTK_WIDGET (dialog), edit->session, record, lines, go_on_cb,
                                 dialog);
  return TRUE;
}

/* Checking */

static void
check_change (TendMedicineEdit *edit,
              TendRecord       *record,
              TendFaults       *faults)
{
  if (tend_record_is_set (record, "starts_on") &&
      tend_record_get_int (record, "starts_on") <= tend_record_get_int (edit->old, "starts_on"))
    tend_faults_add (faults, "starts_on",
                     _("The change has to begin after the medicine did: choose a later day."));
  if (!tend_record_is_set (edit->old, "end_reason"))
    tend_faults_add (faults, NULL,
                     _("Write who said that it changes, when, and how you were told."));
}

static void
check (TendRecord *record,
       TendFaults *faults,
       gpointer    data)
{
  TendMedicineEdit *edit = data;
  g_autoptr(TendFaults) of_days = tend_record_validate (edit->days);
  g_autoptr(GPtrArray) lines = NULL;

  if (!tend_record_is_set (record, "dose"))
    tend_faults_add (faults, "dose", _("Write how much is taken each time, as on the label."));
  tend_faults_check_past (faults, record, tend_session_get_now (edit->session));
  if (edit->old != NULL)
    check_change (edit, record, faults);
  if (tend_record_get_int (record, "as_needed"))
    return;

  if (tend_faults_count (of_days) > 0)
    tend_faults_add (faults, NULL, _("Say on which days it is taken."));
  if (edit->times == NULL)
    return;

  lines = tend_medicine_form_lines (edit);
  if (lines->len == 0 || tend_record_get_kind (lines->pdata[0]) != &tend_medication_time_kind)
    tend_faults_add (faults, NULL, _("Add the times of day that it is taken at, or say that it is "
                                     "taken only when needed."));
}

/* Presenting */

static void
present (GtkWidget   *parent,
         TendSession *session,
         TendRecord  *record,
         GPtrArray   *lines,
         TendRecord  *old,
         const char  *title)
{
  g_autofree char *key = tend_draft_key (old != NULL ? old : record);
  g_autofree char *draft_key = old != NULL ? g_strconcat (key, "/change", NULL) : g_strdup (key);
  TendRecordDialogOptions options = {
    .title = title,
    .fields = fields,
    .client = tend_record_get_text (record, "client"),
    .check = check,
    .prepare = tend_medicine_form_prepare,
    .save = save_line,
    .free_save_data = save_data_free,
    .collect = collect,
    .refused = refused,
    .draft_key = draft_key,
    .user_data = edit_new (session, lines, old),
    .free_user_data = edit_free,
  };

  tend_record_dialog_present_full (parent, session, record, &options);
}

void
tend_medicine_add_present (GtkWidget   *parent,
                           TendSession *session,
                           const char  *client)
{
  g_autoptr(TendRecord) record = tend_record_new (&tend_medication_kind);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  tend_record_set_text (record, "client", client);
  tend_record_set_int (record, "starts_on", tend_session_get_today (session));
  tend_record_set_int (record, "written_on", tend_session_get_today (session));
  present (parent, session, record, none, NULL, _("Add a Medicine"));
}

/* (transfer full): all the lines, the times first */
static GPtrArray *
lines_of (TendMedicine *medicine)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_extend (lines, medicine->times, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_extend (lines, medicine->doses, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  return lines;
}

void
tend_medicine_mend_present (GtkWidget    *parent,
                            TendSession  *session,
                            TendMedicine *medicine)
{
  g_autoptr(GPtrArray) lines = lines_of (medicine);

  present (parent, session, medicine->record, lines, NULL, _("Medicine"));
}

/* What belongs to the old line and its paper alone. */
static const char *const not_copied[] = {
  "end_reason", "ends_on", "review_on", "source", "source_detail", "written_by", "written_on",
  "checked_by", "checked_on", "replaces", NULL
};

/* A new line with the same words. */
static TendRecord *
copy_of (TendRecord *old)
{
  TendRecord *record = tend_record_new (&tend_medication_kind);

  for (const TendField *field = tend_medication_kind.fields; field->name != NULL; field++)
    if (!g_strv_contains (not_copied, field->name))
      {
        g_autofree char *value = tend_record_format (old, field);

        tend_record_parse (record, field, value, NULL);
      }

  return record;
}

/* Lines of the old one as new ones of @record. */
static GPtrArray *
copies_of_lines (GPtrArray  *lines,
                 TendRecord *record)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    {
      const TendKind *kind = tend_record_get_kind (lines->pdata[i]);
      TendRecord *copy = tend_record_new (kind);

      for (const TendField *field = kind->fields; field->name != NULL; field++)
        {
          g_autofree char *value = tend_record_format (lines->pdata[i], field);

          tend_record_parse (copy, field, value, NULL);
        }
      tend_record_set_text (copy, kind->parent, tend_record_get_id (record));
      g_ptr_array_add (copies, copy);
    }

  return copies;
}

void
tend_medicine_change_present (GtkWidget    *parent,
                              TendSession  *session,
                              TendMedicine *medicine)
{
  g_autoptr(TendRecord) record = copy_of (medicine->record);
  g_autoptr(GPtrArray) old_lines = lines_of (medicine);
  g_autoptr(GPtrArray) lines = copies_of_lines (old_lines, record);
  TendDate today = tend_session_get_today (session);

  tend_record_set_int (record, "starts_on",
                       MAX (today, tend_record_get_int (medicine->record, "starts_on") + 1));
  tend_record_set_int (record, "written_on", today);
  tend_record_set_text (record, "replaces", tend_record_get_id (medicine->record));
  present (parent, session, record, lines, medicine->record, _("Change the Medicine"));
}
