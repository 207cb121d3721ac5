/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tend-dialog.h"

#define SMALLEST 340

void
tend_dialog_fit (GtkWindow *dialog,
                 GtkRoot   *parent)
{
  int width, height, room;

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
