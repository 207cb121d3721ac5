/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tend-document.h"
#include "tend-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * tend_document_dialog_present:
 * @document: shown exactly as it prints
 * @name: what the window, its file and the print job are called; names nobody, since the
 *   desktop shows and keeps it
 * @action: (nullable): "_Issue Invoice", an extra button; %NULL for none
 *
 * The one way every document is looked at, printed (the desktop's dialogue) and
 * saved as PDF; before saving it says what it contains and that the copy is not locked.
 */
typedef void (*TendDocumentActionFunc) (GtkWindow *dialog, gpointer user_data);
GtkWindow *tend_document_dialog_present (GtkWidget              *parent,
                                         TendDocument           *document,
                                         const char             *name,
                                         const char             *contains,
                                         const char             *action,
                                         TendDocumentActionFunc  on_action,
                                         gpointer                user_data);
/* Straight to the desktop's print dialogue. */
void       tend_document_print          (GtkWidget              *parent,
                                         TendDocument           *document,
                                         const char             *name);

G_END_DECLS
