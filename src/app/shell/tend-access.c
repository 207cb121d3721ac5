/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-access.h"

#include <adwaita.h>

/* The label inside the button names it already, without the underscore. */
static void
mend_button_name (GtkButton *button)
{
  if (gtk_button_get_use_underline (button))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
mend_button (GtkWidget *button)
{
  mend_button_name (GTK_BUTTON (button));

  /* A new label brings the wrong name back. */
  g_signal_handlers_disconnect_by_func (button, mend_button_name, NULL);
  g_signal_connect (button, "notify::label", G_CALLBACK (mend_button_name), NULL);
}

/* The switch of an AdwExpanderRow is named by nobody else. */
static void
mend_switch (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

static void
set_hidden (GtkWidget *widget,
            gboolean   hidden)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
}

/* Containers that show some of their children mark the others with this flag. */
static void
hide_covered_children (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!gtk_widget_get_child_visible (child))
      set_hidden (child, TRUE);
}

static gboolean
map_hook (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  set_hidden (widget, FALSE);
  hide_covered_children (widget);

  if (GTK_IS_BUTTON (widget))
    mend_button (widget);
  else if (GTK_IS_SWITCH (widget))
    mend_switch (widget);

  return TRUE;
}

static gboolean
unmap_hook (GSignalInvocationHint *hint,
            guint                  n_values,
            const GValue          *values,
            gpointer               data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (!gtk_widget_get_child_visible (widget))
    set_hidden (widget, TRUE);

  return TRUE;
}

void
tend_access_mend (void)
{
  /* The signals are there once the class is. */
  gpointer klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_hook, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0, unmap_hook,
                              NULL, NULL);
  g_type_class_unref (klass);
}
