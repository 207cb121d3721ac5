/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-choice-name.h"

void
tend_choice_name (GtkDropDown *choice,
                  const char  *name)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (choice));
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (choice);
  g_autofree char *label = g_strdup_printf ("%s: %s", name, gtk_string_object_get_string (chosen));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
