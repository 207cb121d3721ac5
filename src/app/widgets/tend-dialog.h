/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Before presenting: a dialog is no wider or higher than the main window below. */
void tend_dialog_fit (GtkWindow *dialog,
                      GtkRoot   *parent);

/* Escape in @content closes its window, whatever lies above it: a toast overlay
 * takes one press for each of its toasts, and nothing seems to happen. */
void tend_dialog_close_on_escape (GtkWidget *content);

G_END_DECLS
