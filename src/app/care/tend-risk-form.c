/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-risk-form.h"

#include "tend-care-form.h"
#include "tend-hazards.h"
#include "tend-risk-view.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

/* The drawing and the same in words below it. */
static void
show_risk (GtkWidget *box,
           TendForm  *form)
{
  GtkWidget *matrix = gtk_widget_get_first_child (box);
  GtkWidget *words = gtk_widget_get_last_child (box);
  TendRecord *risk = tend_form_get_record (form);
  g_autofree char *text =
    tend_risk_describe (risk, g_object_get_data (G_OBJECT (box), "bands"));

  tend_risk_view_set_risk (TEND_RISK_VIEW (matrix), risk);
  gtk_label_set_label (GTK_LABEL (words), text);
}

static void
add_matrix (TendForm *form,
            GArray   *bands)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_selectable (GTK_LABEL (words), TRUE);
  gtk_widget_set_can_focus (words, FALSE);
  g_object_set_data_full (G_OBJECT (box), "bands", g_array_ref (bands),
                          (GDestroyNotify) g_array_unref);
  gtk_box_append (GTK_BOX (box), tend_risk_view_new (bands));
  gtk_box_append (GTK_BOX (box), words);

  show_risk (box, form);
  g_signal_connect_object (form, "changed", G_CALLBACK (show_risk), box, G_CONNECT_SWAPPED);
  tend_care_insert_group (form, "likelihood_after", box);
}

/* Its words take the place of those that are there; the day and the person stay. */
static void
chosen_cb (TendRecord *hazard,
           gpointer    data)
{
  static const char *const fields[] = { "hazard", "who", "controls", "further" };
  TendForm *form = data;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    tend_record_set_text (tend_form_get_record (form), fields[i],
                          tend_record_get_text (hazard, fields[i]));
  tend_form_show_all (form);
  tend_form_begin (form);
}

static void
choose_cb (GtkWidget *row)
{
  tend_hazards_present (row, chosen_cb, g_object_get_data (G_OBJECT (row), "form"));
}

static void
add_hazards (TendForm *form)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = tend_row_link (_("Choose from Common Hazards…"),
                                  _("Fills in the words; make them fit this home"));

  g_object_set_data (G_OBJECT (row), "form", form);
  g_signal_connect (row, "activated", G_CALLBACK (choose_cb), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_insert_child_after (GTK_BOX (tend_care_form_box (form)), group,
                              gtk_widget_get_prev_sibling (gtk_widget_get_ancestor (
                                tend_form_find_row (form, "hazard"),
                                ADW_TYPE_PREFERENCES_GROUP)));
}

void
tend_risk_form_prepare (TendForm     *form,
                        GtkWindow    *dialog,
                        TendCareEdit *edit)
{
  add_matrix (form, edit->file->bands);
  if (!tend_record_is_stored (tend_form_get_record (form)))
    add_hazards (form);
}
