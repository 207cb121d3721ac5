/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Before presenting: a dialog is no wider or higher than the window it belongs to. */
void tend_dialog_fit (GtkWindow *dialog,
                      GtkRoot   *parent);

G_END_DECLS
