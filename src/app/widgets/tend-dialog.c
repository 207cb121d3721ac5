/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-dialog.h"

#define SMALLEST 340

void
tend_dialog_fit (GtkWindow *dialog,
                 GtkRoot   *parent)
{
  int width, height, room;

  /* What asks over a small dialogue has the room of the window below both. */
  while (GTK_IS_WINDOW (parent) && gtk_window_get_transient_for (GTK_WINDOW (parent)) != NULL)
    parent = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (parent)));

  /* A window that has only just come has no size yet. */
  if (!GTK_IS_WINDOW (parent) || gtk_widget_get_width (GTK_WIDGET (parent)) <= 1)
    return;

  gtk_window_get_default_size (dialog, &width, &height);
  room = MAX (gtk_widget_get_width (GTK_WIDGET (parent)), SMALLEST);
  width = MIN (width, room);
  if (height > 0)
    height = MIN (height, MAX (gtk_widget_get_height (GTK_WIDGET (parent)), SMALLEST));

  gtk_window_set_default_size (dialog, width, height);
}

void
tend_dialog_close_on_escape (GtkWidget *content)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (content, keys);
}
