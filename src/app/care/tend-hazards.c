/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-hazards.h"

#include "tend-care-window.h"
#include "tend-risks.h"
#include "tend-rows.h"

#include <glib/gi18n-lib.h>

/* Hangs on the window. */
typedef struct
{
  TendHazardFunc  chosen;
  GObject        *data;
} Choice;

static void
choice_free (gpointer data)
{
  g_object_unref (((Choice *) data)->data);
  g_free (data);
}

static void
chosen_cb (GtkWindow *window,
           GtkWidget *row)
{
  Choice *choice = g_object_get_data (G_OBJECT (window), "choice");
  g_autoptr(TendRecord) hazard = g_object_ref (g_object_get_data (G_OBJECT (row), "record"));
  TendHazardFunc chosen = choice->chosen;
  g_autoptr(GObject) data = g_object_ref (choice->data);

  gtk_window_destroy (window);
  chosen (hazard, data);
}

static GtkWidget *
make_list (GtkWindow *window)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr(GPtrArray) hazards = tend_risk_hazards ();

  for (guint i = 0; i < hazards->len; i++)
    {
      TendRecord *hazard = g_ptr_array_index (hazards, i);
      GtkWidget *row = tend_row_link (tend_record_get_text (hazard, "hazard"),
                                      tend_record_get_text (hazard, "who"));

      g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (hazard), g_object_unref);
      g_signal_connect_object (row, "activated", G_CALLBACK (chosen_cb), window,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  return group;
}

void
tend_hazards_present (GtkWidget      *parent,
                      TendHazardFunc  chosen,
                      gpointer        data)
{
  Choice *choice = g_new0 (Choice, 1);
  AdwPreferencesPage *page;
  GtkWindow *window = tend_care_window_new (parent, _("Common Hazards"), &page);

  choice->chosen = chosen;
  choice->data = g_object_ref (data);
  g_object_set_data_full (G_OBJECT (window), "choice", choice, choice_free);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (make_list (window)));
  gtk_window_present (window);
}
