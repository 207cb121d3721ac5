/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window of a medicine has besides the rows of its fields. */

#include "tend-medicine-form-private.h"

#include "tend-care-form.h"
#include "tend-complete.h"
#include "tend-kinds.h"
#include "tend-medicine-days.h"
#include "tend-medicine-permission.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The lines */

static const struct
{
  const char *round;
  TendClock   at;
} usual_times[] = {
  { "breakfast", 8 * 60 }, { "lunch", 12 * 60 + 30 }, { "tea", 17 * 60 }, { "bed", 22 * 60 },
};

static gboolean
is_usual (TendClock clock)
{
  for (gsize i = 0; i < G_N_ELEMENTS (usual_times); i++)
    if (usual_times[i].at == clock)
      return TRUE;

  return clock == TEND_CLOCK_NONE;
}

/* A round fills in its usual time, unless another was typed. */
static void
time_changed_cb (TendForm *form)
{
  TendRecord *time = tend_form_get_record (form);
  const char *round = tend_record_get_text (time, "round");
  const char *seen = g_object_get_data (G_OBJECT (form), "round");

  if (round == NULL || g_strcmp0 (round, seen) == 0)
    return;

  g_object_set_data_full (G_OBJECT (form), "round", g_strdup (round), g_free);
  if (!is_usual (tend_record_get_int (time, "at")))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (usual_times); i++)
    if (strcmp (usual_times[i].round, round) == 0)
      tend_record_set_int (time, "at", usual_times[i].at);
  tend_form_show (form, "at");
}

static void
prepare_time (TendForm  *form,
              GtkWindow *dialog,
              gpointer   list)
{
  const char *round = tend_record_get_text (tend_form_get_record (form), "round");

  g_object_set_data_full (G_OBJECT (form), "round", g_strdup (round), g_free);
  g_signal_connect (form, "changed", G_CALLBACK (time_changed_cb), NULL);
}

static void
check_time (TendRecord *time,
            TendFaults *faults,
            gpointer    list)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  tend_line_list_dup_lines (list, lines);
  tend_medicine_check_time (time, lines, faults);
}

#define FIELDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static const TendLineType times_type = {
  .kind = "medication_time",
  .title = N_("Times of Day"),
  .add = N_("Add a Time"),
  .change = N_("Time"),
  .nothing = N_("Each time of day that it is taken at, and who helps with it. Where somebody else "
                "sees to the weekend, add the time again for those days."),
  .fields = FIELDS ("round", "at", "by", "weekdays", "quantity"),
  .heading = FIELDS ("at"),
  .detail = FIELDS ("round", "by", "weekdays", "quantity"),
  .prepare = prepare_time,
  .check = check_time,
};

static const TendLineType doses_type = {
  .kind = "medication_dose",
  .title = N_("Dose by Day"),
  .add = N_("Add a Dose by Day"),
  .change = N_("Dose by Day"),
  .nothing = N_("Only where the dose changes from day to day, as with warfarin or a course that "
                "tapers."),
  .fields = FIELDS ("from", "quantity", "source", "source_detail", "next_test_on", "written_by",
                    "written_on", "checked_by", "checked_on"),
  .heading = FIELDS ("from"),
  .detail = FIELDS ("quantity", "source", "source_detail", "next_test_on"),
};

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return tend_record_get_int (*(TendRecord **) a, "at") -
         tend_record_get_int (*(TendRecord **) b, "at");
}

/* In the order of the day, whatever the order they were added in. */
GPtrArray *
tend_medicine_form_lines (TendMedicineEdit *edit)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);

  tend_line_list_dup_lines (edit->times, lines);
  g_ptr_array_sort (lines, compare_times);
  for (guint i = 0; i < lines->len; i++)
    tend_record_set_int (lines->pdata[i], "position", i);
  tend_line_list_dup_lines (edit->doses, lines);

  return lines;
}

static GtkWidget *
make_list (TendMedicineEdit   *edit,
           const TendLineType *type)
{
  TendRecord *record = tend_form_get_record (edit->form);
  GtkWidget *list = tend_line_list_new (edit->session, type, record, edit->lines,
                                        tend_record_get_text (record, "client"), NULL);

  tend_line_list_join (TEND_LINE_LIST (list), edit->form);
  return list;
}

/* On which days */

static char *
rule_seen (TendRecord *record)
{
  const char *pattern = tend_record_get_text (record, "pattern");

  return g_strdup_printf ("%s/%d/%d", pattern != NULL ? pattern : "",
                          (int) tend_record_get_int (record, "days_on"),
                          (int) tend_record_get_int (record, "days_off"));
}

static void
show_day_rows (TendMedicineEdit *edit)
{
  const char *const *needed = tend_medicine_days_fields (edit->days);

  for (const TendField *field = tend_medicine_days_kind.fields; field->name != NULL; field++)
    {
      GtkWidget *row = tend_form_find_row (edit->days_form, field->name);

      if (row != NULL && strcmp (field->name, "way") != 0)
        gtk_widget_set_visible (row, g_strv_contains (needed, field->name));
    }
}

static void
days_changed_cb (TendMedicineEdit *edit)
{
  TendRecord *record = tend_form_get_record (edit->form);

  tend_medicine_days_write (edit->days, record);
  g_free (edit->days_seen);
  edit->days_seen = rule_seen (record);
  show_day_rows (edit);
}

/* A draft has come back, or what was typed has gone. */
static void
follow_rule (TendMedicineEdit *edit)
{
  TendRecord *record = tend_form_get_record (edit->form);
  g_autofree char *seen = rule_seen (record);

  if (g_strcmp0 (seen, edit->days_seen) == 0)
    return;

  g_free (edit->days_seen);
  edit->days_seen = g_steal_pointer (&seen);
  tend_medicine_days_read (edit->days, record);
  tend_form_show_all (edit->days_form);
}

/* The rule itself is kept with the record. */
static char *
dup_nothing (gpointer part)
{
  return NULL;
}

static void
restore_nothing (gpointer    part,
                 const char *text)
{
}

static GtkWidget *
make_days (TendMedicineEdit *edit)
{
  static const TendFormPartType part = { dup_nothing, restore_nothing };
  GtkWidget *group = adw_preferences_group_new ();

  tend_medicine_days_read (edit->days, tend_form_get_record (edit->form));
  edit->days_seen = rule_seen (tend_form_get_record (edit->form));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Days"));
  tend_form_add (edit->days_form, ADW_PREFERENCES_GROUP (group),
                 FIELDS ("way", "days", "weeks", "weekdays", "month_day", "hours", "days_on",
                         "days_off"));
  show_day_rows (edit);
  g_signal_connect_swapped (edit->days_form, "changed", G_CALLBACK (days_changed_cb), edit);
  tend_form_add_part (edit->form, edit->days_form, "days", &part);

  return group;
}

/* Why it changes */

static char *
dup_reason (gpointer part)
{
  return g_strdup (tend_record_get_text (tend_form_get_record (part), "end_reason"));
}

static void
restore_reason (gpointer    part,
                const char *text)
{
  tend_record_set_text (tend_form_get_record (part), "end_reason", text);
  tend_form_show (part, "end_reason");
}

static GtkWidget *
make_reason (TendMedicineEdit *edit)
{
  static const TendFormPartType part = { dup_reason, restore_reason };
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Why It Changes"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Who said so, when, and how you were told. The line as "
                                           "it was ends the day before, and keeps its doses."));
  tend_form_add (edit->old_form, ADW_PREFERENCES_GROUP (group), FIELDS ("end_reason"));
  tend_form_add_part (edit->form, edit->old_form, "reason", &part);

  return group;
}

/* What follows what is typed */

static GtkWidget *
group_of (TendForm   *form,
          const char *field)
{
  return gtk_widget_get_ancestor (tend_form_find_row (form, field), ADW_TYPE_PREFERENCES_GROUP);
}

static void
show_rows (TendForm          *form,
           const char *const *names,
           gboolean           visible)
{
  for (guint i = 0; names[i] != NULL; i++)
    gtk_widget_set_visible (tend_form_find_row (form, names[i]), visible);
}

static void
show_what_is_asked (TendMedicineEdit *edit)
{
  TendRecord *record = tend_form_get_record (edit->form);
  gboolean as_needed = tend_record_get_int (record, "as_needed") != 0;
  GtkWidget *days = gtk_widget_get_ancestor (tend_form_find_row (edit->days_form, "way"),
                                             ADW_TYPE_PREFERENCES_GROUP);

  gtk_widget_set_visible (days, !as_needed);
  gtk_widget_set_visible (GTK_WIDGET (edit->times), !as_needed);
  gtk_widget_set_visible (GTK_WIDGET (edit->doses), !as_needed);
  show_rows (edit->form, FIELDS ("time_critical", "window_minutes"), !as_needed);
  gtk_widget_set_visible (group_of (edit->form, "max_in_24h"), as_needed);
  show_rows (edit->form, FIELDS ("apply_to", "reuse_days"),
             tend_record_is_set (record, "applied"));
  gtk_widget_set_visible (group_of (edit->form, "trained_by"),
                          tend_medicine_is_special (record) ||
                          tend_record_is_set (record, "trained_by"));
}

static void
changed_cb (TendMedicineEdit *edit)
{
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(TendMedicine) medicine = NULL;
  g_autofree char *text = NULL;

  follow_rule (edit);
  show_what_is_asked (edit);

  lines = tend_medicine_form_lines (edit);
  medicine = tend_medicine_new (tend_form_get_record (edit->form), lines);
  text = tend_medicine_understood (medicine);
  tend_row_set_value (edit->understood, text);
}

static GtkWidget *
make_understood (TendMedicineEdit *edit)
{
  GtkWidget *group = adw_preferences_group_new ();

  edit->understood = tend_row_value (_("What Tend Understood"), "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), edit->understood);
  return group;
}

/* The window */

static void
set_titles (TendForm *form)
{
  static const struct { const char *field; const char *title; const char *about; } titles[] = {
    { "name", N_("What It Is"), NULL },
    { "starts_on", N_("When"), NULL },
    { "max_in_24h", N_("As Needed"), NULL },
    { "applied", N_("Patch or Cream"), NULL },
    { "prescriber", N_("Prescriber and Source"),
      N_("Who prescribed it, and where these words come from. You work alone: until a second "
         "person has read them against the label, it is shown as single-checked.") },
    { "trained_by", N_("Special Training"),
      N_("A health professional trains you in giving it this way, and approves it, for this "
         "person.") },
    { "low_stock_days", N_("Stock"), NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (group_of (form, titles[i].field));

      adw_preferences_group_set_title (group, _(titles[i].title));
      if (titles[i].about != NULL)
        adw_preferences_group_set_description (group, _(titles[i].about));
    }
}

static void
complete (TendForm          *form,
          const char        *field,
          const char *const *words,
          const char        *label)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (list, (gpointer) _(words[i]));
  tend_complete_attach (TEND_ENTRY_ROW (tend_form_find_row (form, field)), list, label);
}

static void
add_completions (TendForm *form)
{
  static const char *const forms[] = {
    N_("tablets"), N_("capsules"), N_("liquid"), N_("soluble tablets"), N_("sachets"),
    N_("drops"), N_("inhaler"), N_("spray"), N_("patch"), N_("cream"), N_("ointment"), N_("gel"),
    N_("suppositories"), N_("solution for injection"), NULL
  };
  static const char *const routes[] = {
    N_("by mouth"), N_("under the tongue"), N_("inhaled"), N_("on the skin"),
    N_("on broken skin"), N_("into the eye"), N_("into the ear"), N_("into the nose"),
    N_("by injection"), N_("by feeding tube (PEG)"), N_("by nebuliser"), N_("rectally"), NULL
  };

  complete (form, "form", forms, _("Choose a form"));
  complete (form, "route", routes, _("Choose how it is taken"));
}

void
tend_medicine_form_prepare (TendForm  *form,
                            GtkWindow *dialog,
                            gpointer   data)
{
  TendMedicineEdit *edit = data;
  GtkWidget *times, *doses;

  edit->form = form;
  times = make_list (edit, &times_type);
  doses = make_list (edit, &doses_type);
  edit->times = TEND_LINE_LIST (times);
  edit->doses = TEND_LINE_LIST (doses);

  set_titles (form);
  add_completions (form);
  /* Each goes right below the group, so the last comes first. */
  tend_care_insert_group (form, "starts_on", make_understood (edit));
  tend_care_insert_group (form, "starts_on", doses);
  tend_care_insert_group (form, "starts_on", times);
  tend_care_insert_group (form, "starts_on", make_days (edit));
  if (edit->old != NULL)
    tend_care_insert_group (form, "name", make_reason (edit));

  g_signal_connect_swapped (form, "changed", G_CALLBACK (changed_cb), edit);
  changed_cb (edit);
}
