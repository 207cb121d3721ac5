/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-session.h"
#include "tend-undo.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* "Visit moved" with a button "Undo", at the foot of the window.  Ctrl+Z does the
 * same for as long as nothing else is done (tend_undo_toast_last()).
 */

/**
 * tend_undo_toast:
 * @widget: in the window, or the window itself
 * @undo: (transfer full) (nullable): %NULL shows the text alone
 */
void     tend_undo_toast      (GtkWidget   *widget,
                               TendSession *session,
                               const char  *text,
                               TendUndo    *undo);
/* Undoes what the last toast was about; FALSE when there is nothing. */
gboolean tend_undo_toast_last (GtkWidget   *widget);

G_END_DECLS
