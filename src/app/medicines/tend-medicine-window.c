/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-medicine-window.h"

#include "tend-attachment-list.h"
#include "tend-field-text.h"
#include "tend-kinds.h"
#include "tend-medicine-acts.h"
#include "tend-medicine-by-day.h"
#include "tend-medicine-form.h"
#include "tend-medicine-missing.h"
#include "tend-medicine-stock.h"
#include "tend-medicine-view.h"
#include "tend-quantity.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

/* The parts of the window. */
typedef struct
{
  AdwPreferencesGroup *head;
  AdwPreferencesGroup *missing;
  AdwPreferencesGroup *acts;
  AdwPreferencesGroup *details;
} Parts;

/* What can be done */

typedef enum
{
  ACT_CHANGE, ACT_MEND, ACT_BY_DAY, ACT_STOCK, ACT_CHECK, ACT_REVIEW, ACT_END,
} Act;

static void
act_cb (GtkWidget        *row,
        TendMedicineView *self)
{
  GtkWidget *parent = GTK_WIDGET (self->page);
  TendRecord *record = self->file->medicine->record;

  switch ((Act) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "act")))
    {
    case ACT_CHANGE:
      tend_medicine_change_present (parent, self->session, self->file->medicine);
      break;
    case ACT_MEND:
      tend_medicine_mend_present (parent, self->session, self->file->medicine);
      break;
    case ACT_BY_DAY:
      tend_medicine_by_day_present (parent, self->session, self->id);
      break;
    case ACT_STOCK:
      tend_medicine_stock_present (parent, self->session, self->id);
      break;
    case ACT_CHECK:
      tend_medicine_check_present (parent, self->session, record);
      break;
    case ACT_REVIEW:
      tend_medicine_review_present (parent, self->session, record);
      break;
    case ACT_END:
      tend_medicine_end_present (parent, self->session, record);
      break;
    }
}

static void
add_act (TendMedicineView    *self,
         AdwPreferencesGroup *group,
         Act                  act,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = tend_row_link (title, subtitle);

  g_object_set_data (G_OBJECT (row), "act", GINT_TO_POINTER (act));
  g_signal_connect (row, "activated", G_CALLBACK (act_cb), self);
  tend_rows_add (group, row, title);
}

/* Whether its dose is set from day to day, or may have to be: its words have no number. */
static gboolean
is_by_day (TendMedicine *medicine)
{
  g_auto(TendDoseText) dose = { 0 };

  tend_dose_text_read (tend_record_get_text (medicine->record, "dose"), &dose);
  return !tend_record_get_int (medicine->record, "as_needed") &&
         !tend_record_is_set (medicine->record, "applied") &&
         (medicine->doses->len > 0 || dose.least == 0);
}

/* "Now 3; next test on 2 Dec 2026" */
static char *
describe_by_day (TendMedicineFile *file)
{
  TendRecord *dose = tend_medicine_dose_on (file->medicine, file->today);
  g_autofree char *quantity = NULL;
  g_autofree char *day = NULL;

  if (dose == NULL)
    return NULL;

  quantity = tend_quantity_format (tend_record_get_int (dose, "quantity"));
  if (!tend_record_is_set (dose, "next_test_on"))
    return g_strdup_printf (_("Now %s"), quantity);
  day = tend_date_format (tend_record_get_int (dose, "next_test_on"), TEND_DATE_SHORT);
  if (!tend_medicine_knows_dose (file->medicine, file->today))
    return g_strdup_printf (_("Not set since the test on %s"), day);
  return g_strdup_printf (_("Now %s; next test on %s"), quantity, day);
}

static void
show_acts (TendMedicineView    *self,
           TendMedicineFile    *file,
           AdwPreferencesGroup *group)
{
  TendRecord *record = file->medicine->record;
  g_autofree char *stock = tend_medicine_file_stock (file);
  g_autofree char *review = tend_field_text_show (record, "review_on");
  g_autofree char *by_day = describe_by_day (file);

  tend_rows_begin (group);
  if (!tend_medicine_file_is_over (file))
    {
      add_act (self, group, ACT_CHANGE, _("Change the Dose or the Times…"),
               _("From a day on; this line ends and keeps its doses"));
      if (!file->has_entries)
        add_act (self, group, ACT_MEND, _("Put Right What Was Miswritten…"),
                 _("Until the first dose is written down"));
    }
  if (is_by_day (file->medicine))
    add_act (self, group, ACT_BY_DAY, _("Dose by Day…"), by_day);
  add_act (self, group, ACT_STOCK, _("Stock…"), stock);
  if (!tend_medicine_file_is_over (file))
    {
      add_act (self, group, ACT_CHECK, _("Second Check…"),
               tend_record_is_set (record, "checked_by") ? NULL : _("Single-checked"));
      add_act (self, group, ACT_REVIEW, _("Next Review…"), *review != '\0' ? review : NULL);
      add_act (self, group, ACT_END, _("End This Medicine…"), NULL);
    }
  tend_rows_end (group);
}

/* What is missing */

static void
mend_cb (GtkWidget        *row,
         TendMedicineView *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));
  const TendMissingPaper *paper = self->file->missing->pdata[index];

  if (paper->what != TEND_MISSING_SPECIALIST)
    tend_missing_mend (GTK_WIDGET (self->page), self->session, paper,
                       self->file->medicine->record);
  else if (self->file->has_entries)
    tend_medicine_change_present (GTK_WIDGET (self->page), self->session, self->file->medicine);
  else
    tend_medicine_mend_present (GTK_WIDGET (self->page), self->session, self->file->medicine);
}

static void
show_missing (TendMedicineView    *self,
              TendMedicineFile    *file,
              AdwPreferencesGroup *group)
{
  tend_rows_begin (group);
  for (guint i = 0; i < file->missing->len; i++)
    {
      const TendMissingPaper *paper = file->missing->pdata[i];
      GtkWidget *row = tend_row_link (tend_missing_title (paper->what), paper->message);

      tend_row_add_note (row, paper->stops ? _("Needed") : _("Good to do"),
                         paper->stops ? "warning" : "dim-label");
      g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (i));
      g_signal_connect (row, "activated", G_CALLBACK (mend_cb), self);
      tend_rows_add (group, row, paper->rule);
    }
  tend_rows_end (group);
  gtk_widget_set_visible (GTK_WIDGET (group), file->missing->len > 0);
}

/* What it says */

/* Fields that the head has said, or that say nothing to a reader. */
static const char *const not_shown[] = {
  "client", "name", "form", "strength", "pattern", "days_on", "days_off", "starts_on", "replaces",
  "low_stock_days", NULL
};

static void
show_details (TendMedicineFile    *file,
              AdwPreferencesGroup *group)
{
  TendRecord *record = file->medicine->record;

  tend_rows_begin (group);
  for (const TendField *field = tend_medication_kind.fields; field->name != NULL; field++)
    {
      g_autofree char *text = tend_field_text_show (record, field->name);

      if (*text != '\0' && !g_strv_contains (not_shown, field->name))
        tend_rows_add (group, tend_row_value (_(field->label), text), NULL);
    }
  tend_rows_end (group);
}

static void
show (TendMedicineView *self,
      TendMedicineFile *file,
      gpointer          data)
{
  Parts *parts = data;
  g_autofree char *title = tend_medicine_title (file->medicine->record);
  g_autofree char *text = tend_medicine_understood (file->medicine);

  gtk_window_set_title (self->window, title);
  tend_rows_begin (parts->head);
  tend_rows_add (parts->head, tend_row_value (title, text), NULL);
  tend_rows_end (parts->head);
  show_missing (self, file, parts->missing);
  show_acts (self, file, parts->acts);
  show_details (file, parts->details);
}

void
tend_medicine_window_present (GtkWidget   *parent,
                              TendSession *session,
                              const char  *id)
{
  Parts *parts = g_new0 (Parts, 1);
  TendMedicineView *self =
    tend_medicine_view_new (parent, session, id, _("Medicine"), show, parts, g_free);
  GtkWidget *documents = tend_attachment_list_new ();

  parts->head = tend_medicine_view_add_group (self, NULL, NULL);
  parts->missing = tend_medicine_view_add_group (self, _("What Must Be on File"), NULL);
  parts->acts = tend_medicine_view_add_group (self, _("What to Do"), NULL);
  parts->details = tend_medicine_view_add_group (self, _("As It Is Written"), NULL);
  tend_attachment_list_show (TEND_ATTACHMENT_LIST (documents), session, &tend_medication_kind, id);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (documents),
                                   _("Photograph of the Label"));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (documents));
  tend_medicine_view_present (self);
}
