/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-by-day.h"

#include "tend-draft.h"
#include "tend-form.h"
#include "tend-kinds.h"
#include "tend-medicine-view.h"
#include "tend-quantity.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

/* Adding */

static gpointer
collect (gpointer session)
{
  TendDate *today = g_new (TendDate, 1);

  *today = tend_session_get_today (session);
  return today;
}

static TendRecord *
save (TendVault   *vault,
      TendRecord  *dose,
      gpointer     today,
      GError     **error)
{
  g_autoptr(TendRecord) record =
    tend_record_load (vault, &tend_medication_kind, tend_record_get_text (dose, "medication"),
                      error);
  g_autoptr(TendMedicine) medicine =
    record != NULL ? tend_medicine_load (vault, record, error) : NULL;

  return medicine != NULL &&
         tend_medicine_add_dose (vault, medicine, dose, *(TendDate *) today, error)
           ? g_object_ref (dose) : NULL;
}

static void
check (TendRecord *dose,
       TendFaults *faults,
       gpointer    session)
{
  if (!tend_record_is_set (dose, "source"))
    tend_faults_add (faults, "source", _("Choose how you were told."));
  if (!tend_record_is_set (dose, "source_detail"))
    tend_faults_add (faults, "source_detail", _("Write who said so, and when."));
  tend_faults_check_past (faults, dose, tend_session_get_now (session));
}

static void
add_cb (GtkWidget        *button,
        TendMedicineView *self)
{
  static const char *const fields[] = {
    "from", "quantity", "source", "source_detail", "next_test_on", "written_by", "written_on",
    "checked_by", "checked_on", NULL
  };
  g_autoptr(TendRecord) dose = tend_record_new (&tend_medication_dose_kind);
  g_autofree char *draft_key = NULL;
  TendRecordDialogOptions options = {
    .title = _("Add a Dose by Day"),
    .text = _("So much is taken from this day on, until the next that is written here. What was "
              "set before stays on the chart."),
    .fields = fields,
    .check = check,
    .save = save,
    .collect = collect,
    .free_save_data = g_free,
    .user_data = g_object_ref (self->session),
    .free_user_data = g_object_unref,
  };

  tend_record_set_text (dose, "medication", self->id);
  draft_key = tend_draft_key (dose);
  options.draft_key = draft_key;
  tend_record_set_int (dose, "from", tend_session_get_today (self->session));
  tend_record_set_int (dose, "written_on", tend_session_get_today (self->session));
  tend_record_dialog_present_full (GTK_WIDGET (self->page), self->session, dose, &options);
}

/* Showing */

/* The latest first: it is the one that counts. */
static void
show (TendMedicineView *self,
      TendMedicineFile *file,
      gpointer          data)
{
  AdwPreferencesGroup *group = data;
  GPtrArray *doses = file->medicine->doses;
  TendRecord *in_force = tend_medicine_dose_on (file->medicine, file->today);
  g_autofree char *title = tend_medicine_title (file->medicine->record);

  adw_preferences_group_set_description (group, title);
  tend_rows_begin (group);
  for (guint i = doses->len; i-- > 0;)
    {
      TendRecord *dose = doses->pdata[i];
      g_autofree char *day = tend_date_format (tend_record_get_int (dose, "from"),
                                               TEND_DATE_SHORT);
      g_autofree char *quantity = tend_quantity_format (tend_record_get_int (dose, "quantity"));
      /* Translators: a dose that begins on a day: "From 11 Nov 2026: 4" */
      g_autofree char *name = g_strdup_printf (_("From %s: %s"), day, quantity);
      g_autofree char *words = tend_medicine_dose_words (dose);
      GtkWidget *row = tend_row_value (name, words);

      if (dose == in_force)
        tend_row_add_note (row, _("In force"), "dim-label");
      tend_rows_add (group, row, tend_record_get_id (dose));
    }
  if (doses->len == 0)
    tend_rows_add (group, tend_row_nothing (_("Nothing is set yet: copy each dose from the yellow "
                                              "book or the message, with who said so.")), NULL);
  tend_rows_end (group);
}

void
tend_medicine_by_day_present (GtkWidget   *parent,
                              TendSession *session,
                              const char  *id)
{
  TendMedicineView *self =
    tend_medicine_view_new (parent, session, id, _("Dose by Day"), show, NULL, NULL);
  AdwPreferencesGroup *group = tend_medicine_view_add_group (self, _("What Was Set"), NULL);
  GtkWidget *add = tend_head_button (_("_Add…"), _("Add a Dose by Day"));

  self->data = group;
  adw_preferences_group_set_header_suffix (group, add);
  g_signal_connect (add, "clicked", G_CALLBACK (add_cb), self);
  tend_medicine_view_present (self);
}
